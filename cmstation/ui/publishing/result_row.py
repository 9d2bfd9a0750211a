"""One delivery in the result: where it is, what happened, and what the person can do."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.ui.dates import clock_words, long_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, IconButton, LinkButton, SecondaryButton
from cmstation.ui.kit.labels import Note, Paragraph
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.kit.states import StateLabel
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.publishing.evidence import evidence_words
from cmstation.ui.theme.tokens import ColourRole, Space
from cmstation.ui.wording import error_words

NAME, STATE = 176, 148
_SHAPES = {
    DeliveryState.WAITING: "scheduled",
    DeliveryState.ON_NETWORK: "scheduled",
    DeliveryState.HELD: "uncertain",
    DeliveryState.PREPARING: "sending",
    DeliveryState.SENDING: "sending",
    DeliveryState.HANDED_OVER: "sending",
    DeliveryState.SENT: "live",
    DeliveryState.FAILED: "failed",
    DeliveryState.UNCERTAIN: "uncertain",
    DeliveryState.CANCELLED: "archived",
}
_GROUNDS: dict[DeliveryState, ColourRole] = {
    DeliveryState.UNCERTAIN: "warning_soft",
    DeliveryState.HELD: "warning_soft",
}
SIGN_IN_ERRORS = frozenset(
    {"sign_in_needed", "second_factor_needed", "secrets_locked", "secrets_unavailable", "secrets_refused"}
)


class ResultRow(Panel):
    """A row of the result.

    Signals:
        acted: what the person wants, by name.
    """

    acted = Signal(str)

    def __init__(
        self, icons: Icons, delivery: Delivery, account: Account, now: datetime, zone: str, parent: QWidget
    ) -> None:
        ground = _GROUNDS.get(delivery.state, "surface")
        super().__init__(icons, ground, Qt.Edge.BottomEdge, line="line", parent=parent)
        self._icons = icons
        self._delivery = delivery
        self._account = account
        self._now = now
        self._zone = zone
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        line.setSpacing(Space.L)
        line.addLayout(self._name())
        state = StateLabel(icons, _SHAPES[delivery.state], word=self._state_word(), parent=self)
        state.setFixedWidth(STATE)
        line.addWidget(state)
        line.addLayout(self._story(), 1)
        line.addLayout(self._actions())
        self.setAccessibleName(f"{account.name}, {self._state_word()}")

    def _name(self) -> QVBoxLayout:
        name = NetworkLabel(
            self._icons, self._account.network.value, self._account.name, font="strong", parent=self
        )
        under = self._account.handle or self._account.network.proper_name
        if self._delivery.kind is DeliveryKind.FIRST_COMMENT:
            under = self.tr("First comment")
        note = Note(self._icons, under, parent=self)
        column = QVBoxLayout()
        column.setSpacing(2)
        for part in (name, note):
            part.setFixedWidth(NAME)
            column.addWidget(part)
        column.addStretch(1)
        return column

    def _state_word(self) -> str:
        words = {
            DeliveryState.UNCERTAIN: self.tr("Uncertain: to check"),
            DeliveryState.HELD: self.tr("Its time has passed"),
            DeliveryState.HANDED_OVER: self.tr("For you to paste"),
            DeliveryState.PREPARING: self.tr("Getting ready"),
            DeliveryState.SENDING: self.tr("Leaving"),
            DeliveryState.CANCELLED: self.tr("Cancelled"),
        }
        if self._delivery.state is DeliveryState.WAITING and self._delivery.due.instant <= self._now:
            return self.tr("Waiting")
        return words.get(self._delivery.state, "")

    # --- what happened ---

    def _story(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        state = self._delivery.state
        if state is DeliveryState.SENT:
            self._tell_live(column)
        elif state is DeliveryState.UNCERTAIN:
            self._tell_doubt(column)
        else:
            first, second = self._two_sentences()
            column.addWidget(Paragraph(self._icons, first, parent=self))
            if second:
                column.addWidget(Paragraph(self._icons, second, font="note", colour="muted", parent=self))
        column.addStretch(1)
        return column

    def _tell_live(self, column: QVBoxLayout) -> None:
        address = self._delivery.remote_url
        link = LinkButton(self._icons, shortened(address), parent=self)
        link.setAccessibleName(self.tr("Open {address}").format(address=address))
        link.clicked.connect(lambda: self.acted.emit("open"))
        column.addWidget(link)
        if self._delivery.sent_at is not None:
            at = clock_words(self._delivery.sent_at, self._zone)
            column.addWidget(Note(self._icons, self.tr("Live since {time}").format(time=at), parent=self))

    def _tell_doubt(self, column: QVBoxLayout) -> None:
        words = error_words(self._delivery.error)
        head = f"{words.what} {self.tr('The post may be live.')}" if not words.live else words.what
        column.addWidget(Paragraph(self._icons, head, font="strong", parent=self))
        facts = [
            words.live,
            *evidence_words(self._delivery.evidence),
            self.tr("Nothing leaves again without you."),
        ]
        column.addWidget(Paragraph(self._icons, " ".join(fact for fact in facts if fact), parent=self))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._button(self.tr("It is live…"), "live", SecondaryButton))
        row.addWidget(self._button(self.tr("It is not there"), "not_live", SecondaryButton))
        look = LinkButton(self._icons, self.tr("Look at the profile"), parent=self)
        look.clicked.connect(lambda: self.acted.emit("profile"))
        row.addWidget(look)
        row.addStretch(1)
        column.addLayout(row)

    def _two_sentences(self) -> tuple[str, str]:
        when = long_words(self._delivery.due.instant, self._zone, self._now)
        state = self._delivery.state
        if state is DeliveryState.FAILED:
            words = error_words(self._delivery.error)
            return words.what, " ".join(part for part in (words.why, words.live, words.next) if part)
        if state is DeliveryState.WAITING and self._delivery.error:
            words = error_words(self._delivery.error, tries_again=True)
            return words.what, words.next
        kept = self.tr("{account} keeps it and publishes it by itself: {when}.")
        told = {
            DeliveryState.HELD: (
                self.tr("It should have left: {when}.").format(when=when),
                self.tr("The computer was off or asleep. Choose what happens now."),
            ),
            DeliveryState.HANDED_OVER: (
                self.tr("Paste the text, then give the link back."),
                self.tr("Nothing is published yet."),
            ),
            DeliveryState.ON_NETWORK: (
                kept.format(account=self._account.name, when=when),
                self.tr("The computer may be off."),
            ),
            DeliveryState.WAITING: (when, self.tr("CM Station must be open at that time.")),
            DeliveryState.CANCELLED: (self.tr("Taken back before it left."), ""),
        }
        return told.get(state, (self.tr("On its way."), self.tr("Closing this window stops nothing.")))

    # --- what can be done ---

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for button in self._buttons():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        log = IconButton(self._icons, "document", self.tr("Log of sendings"), parent=self)
        log.clicked.connect(lambda: self.acted.emit("log"))
        row.addWidget(log, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _buttons(self) -> list[QAbstractButton]:
        state = self._delivery.state
        if state is DeliveryState.FAILED:
            return self._mends()
        offers: dict[DeliveryState, tuple[tuple[str, str], ...]] = {
            DeliveryState.SENT: ((self.tr("View"), "open"),),
            DeliveryState.HELD: (
                (self.tr("Cancel"), "cancel"),
                (self.tr("Another time"), "time"),
                (self.tr("Send now"), "again"),
            ),
            DeliveryState.HANDED_OVER: (
                (self.tr("Open again"), "hand_over"),
                (self.tr("Give the link"), "live"),
            ),
            DeliveryState.WAITING: ((self.tr("Cancel"), "cancel"), (self.tr("Change the time"), "time")),
            DeliveryState.ON_NETWORK: ((self.tr("Take back"), "cancel"),),
        }
        buttons: list[QAbstractButton] = []
        if state is DeliveryState.SENT:
            copy = IconButton(self._icons, "copy", self.tr("Copy the link"), parent=self)
            copy.clicked.connect(lambda: self.acted.emit("copy"))
            buttons.append(copy)
        for words, deed in offers.get(state, ()):
            kind = GhostButton if deed in {"cancel", "hand_over"} else SecondaryButton
            buttons.append(self._button(words, deed, kind))
        return buttons

    def _mends(self) -> list[QAbstractButton]:
        mends = [self._button(self.tr("Cancel"), "cancel", GhostButton)]
        if self._delivery.error in SIGN_IN_ERRORS:
            mends.append(self._button(self.tr("Sign in again"), "sign_in", SecondaryButton))
        return [*mends, self._button(self.tr("Try again"), "again", SecondaryButton)]

    def _button(
        self, words: str, deed: str, kind: Callable[..., SecondaryButton | GhostButton]
    ) -> SecondaryButton | GhostButton:
        button = kind(self._icons, words, parent=self)
        button.clicked.connect(lambda: self.acted.emit(deed))
        return button


def shortened(address: str) -> str:
    """Return an address without its scheme, cut in the middle when long."""
    bare = address.partition("://")[2] or address
    return bare if len(bare) <= 56 else f"{bare[:34]}…{bare[-20:]}"
