"""One delivery in the result: where it is, what happened, and what the person can do."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Way
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, IconButton, LinkButton, SecondaryButton
from cmstation.ui.kit.flow_layout import FlowLayout
from cmstation.ui.kit.labels import ElidedLabel, Paragraph
from cmstation.ui.kit.states import StateLabel
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.publishing.marks import Mark
from cmstation.ui.publishing.outcome import OutcomeRow
from cmstation.ui.publishing.outcome_words import state_words, story_of
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space

Button = TypeVar("Button", bound=QAbstractButton)
NAME, STATE = 176, 148
FLAT, TALL = 72, 148
LONGEST_ADDRESS = 60
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
# What waits for the person is tall, on the ground of its state, its buttons under its words.
_GROUNDS: dict[DeliveryState, ColourRole] = {
    DeliveryState.UNCERTAIN: "warning_soft",
    DeliveryState.HELD: "warning_soft",
    DeliveryState.FAILED: "danger_soft",
}
_SIGN_IN_ERRORS = frozenset(
    {"sign_in_needed", "second_factor_needed", "secrets_locked", "secrets_unavailable", "secrets_refused"}
)


class Deed(StrEnum):
    """What the person can do with a delivery."""

    OPEN = "open"
    COPY = "copy"
    PROFILE = "profile"
    LIVE = "live"
    NOT_LIVE = "not_live"
    AGAIN = "again"
    CANCEL = "cancel"
    TIME = "time"
    HAND_OVER = "hand_over"
    SIGN_IN = "sign_in"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a row shows; two equal ones look alike.

    Args:
        handed: the person opened it to paste since the window is open.
    """

    row: OutcomeRow
    zone: str
    handed: bool = False


class ResultRow(Panel):
    """A row of the result.

    Signals:
        acted: a `Deed` that the person wants.
    """

    acted = Signal(object)

    def __init__(self, icons: Icons, facts: Facts, now: datetime, parent: QWidget) -> None:
        state = facts.row.delivery.state
        super().__init__(
            icons, _GROUNDS.get(state, "surface"), Qt.Edge.BottomEdge, line="line", parent=parent
        )
        self.facts = facts
        self._icons = icons
        self._row = facts.row
        self._story = story_of(facts.row, now, facts.zone, handed=facts.handed)
        tall = state in _GROUNDS
        word = state_words(facts.row)
        shown = StateLabel(icons, _SHAPES[state], word=word, font="medium", parent=self)
        shown.setFixedSize(STATE, icons.theme.line_height("medium"))
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, Space.L if tall else 0, Space.XL, Space.L if tall else 0)
        line.setSpacing(Space.L)
        parts = (self._glyph(), self._name(tall), shown)
        side = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        for part in parts:
            line.addWidget(part, 0, side)
        if tall:
            line.addWidget(self._long_story(), 1, side)
        else:
            line.addWidget(self._short_story(), 1, side)
            line.addWidget(self._buttons(self._quick()), 0, side)
        self.setMinimumHeight(TALL if state is DeliveryState.UNCERTAIN else FLAT)
        self.setAccessibleName(f"{self._named()}, {shown.text()}")
        self.setAccessibleDescription(f"{self._story.first} {self._story.second}".strip())

    # --- who ---

    def _named(self) -> str:
        if self._row.is_post:
            return self._row.account.name
        return self.tr("First comment, {account}").format(account=self._row.account.name)

    def _glyph(self) -> QWidget:
        name = self._icons.network(self._row.account.network.value) if self._row.is_post else "reply"
        return Mark(self._icons, name, "text", IconSize.NORMAL, self)

    def _name(self, tall: bool) -> QWidget:
        account, place = self._row.account, QWidget(self)
        place.setFixedWidth(NAME)
        name, under = account.name, account.handle or account.network.proper_name
        if account.way is Way.ASSISTED:
            under = self.tr("Published by hand")
        if not self._row.is_post:
            name, under = self.tr("First comment"), account.name
        column = _column(place)
        column.addWidget(ElidedLabel(self._icons, name, font="strong", parent=place))
        note = ElidedLabel(self._icons, under, font="note", colour="text" if tall else "muted", parent=place)
        column.addWidget(note)
        return place

    # --- what happened ---

    def _short_story(self) -> QWidget:
        place = QWidget(self)
        column = _column(place)
        first, second = self._story.first, self._story.second
        if self._row.delivery.remote_url and self._row.delivery.state is DeliveryState.SENT:
            column.addWidget(self._link(self._row.delivery.remote_url), 0, Qt.AlignmentFlag.AlignLeft)
            first, second = "", first
        if first:
            column.addWidget(ElidedLabel(self._icons, first, parent=place))
        if second:
            column.addWidget(ElidedLabel(self._icons, second, font="note", colour="muted", parent=place))
        return place

    def _link(self, address: str) -> LinkButton:
        link = LinkButton(self._icons, shortened(address).replace("&", "&&"), parent=self)
        link.setAccessibleName(self.tr("Open {address}").format(address=address))
        link.setToolTip(shortened(address, 200))
        link.clicked.connect(lambda: self.acted.emit(Deed.OPEN))
        return link

    def _long_story(self) -> QWidget:
        place = QWidget(self)
        column = _column(place, Space.XS)
        column.addWidget(Paragraph(self._icons, self._story.first, font="strong", parent=place))
        column.addWidget(Paragraph(self._icons, self._story.second, parent=place))
        if self._story.third:
            third = Paragraph(self._icons, self._story.third, font="note", colour="muted", parent=place)
            column.addWidget(third)
        column.addSpacing(Space.S)
        # Five of them in a long language need a second line in a small window.
        buttons = FlowLayout(spacing=Space.S)
        offered = self._thorough()
        for button in offered:
            # On one line with the others, also a link whose own height is less.
            button.setMinimumHeight(max(one.sizeHint().height() for one in offered))
            buttons.addWidget(button)
        column.addLayout(buttons)
        return place

    # --- what can be done ---

    def _thorough(self) -> list[QAbstractButton]:
        """Return the buttons of what waits for the person."""
        log = self._link_button(self.tr("Log"), Deed.LOG)
        if self._row.delivery.state is DeliveryState.UNCERTAIN:
            # Two equal buttons: nothing nudges the answer.
            return [
                self._button(self.tr("It is live…"), Deed.LIVE),
                self._button(self.tr("It is not there…"), Deed.NOT_LIVE),
                self._link_button(self.tr("Look at the profile"), Deed.PROFILE),
                log,
            ]
        if self._row.delivery.state is DeliveryState.HELD:
            return [
                self._button(self.tr("Send now"), Deed.AGAIN),
                self._button(self.tr("Another time…"), Deed.TIME),
                self._ghost(self.tr("Cancel"), Deed.CANCEL),
                log,
            ]
        buttons: list[QAbstractButton] = [
            self._button(self.tr("Try again"), Deed.AGAIN),
            self._button(self.tr("Another time…"), Deed.TIME),
        ]
        if self._row.delivery.error in _SIGN_IN_ERRORS:
            buttons.insert(0, self._button(self.tr("Sign in again"), Deed.SIGN_IN))
        return [*buttons, self._ghost(self.tr("Cancel"), Deed.CANCEL), log]

    def _quick(self) -> list[QAbstractButton]:
        """Return the buttons of what goes by itself."""
        match self._row.delivery.state:
            case DeliveryState.SENT if self._row.delivery.remote_url:
                copy = IconButton(self._icons, "copy", self.tr("Copy the link"), parent=self)
                copy.clicked.connect(lambda: self.acted.emit(Deed.COPY))
                return [copy, self._button(self.tr("View"), Deed.OPEN, "small")]
            case DeliveryState.HANDED_OVER:
                drop = IconButton(self._icons, "close", self.tr("Do not publish it here"), parent=self)
                drop.clicked.connect(lambda: self.acted.emit(Deed.CANCEL))
                opens = self.tr("Open again") if self.facts.handed else self.tr("Open and copy")
                return [
                    drop,
                    self._ghost(opens, Deed.HAND_OVER),
                    self._button(self.tr("Give the link…"), Deed.LIVE, "small"),
                ]
            case DeliveryState.WAITING:
                cancel = self._ghost(self.tr("Cancel"), Deed.CANCEL)
                if self._row.leaving or not self._row.is_post:
                    return [cancel]
                return [cancel, self._button(self.tr("Change the time…"), Deed.TIME, "small")]
            case DeliveryState.ON_NETWORK:
                return [self._button(self.tr("Take back"), Deed.CANCEL, "small")]
            case _:
                return []

    def _buttons(self, buttons: list[QAbstractButton]) -> QWidget:
        place = QWidget(self)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for button in buttons:
            row.addWidget(button)
        return place

    def _button(self, words: str, deed: Deed, size: Literal["small", "normal"] = "normal") -> SecondaryButton:
        return self._does(SecondaryButton(self._icons, words, size=size, parent=self), deed)

    def _ghost(self, words: str, deed: Deed) -> GhostButton:
        size = "normal" if self._row.delivery.state in _GROUNDS else "small"
        return self._does(GhostButton(self._icons, words, size=size, parent=self), deed)

    def _link_button(self, words: str, deed: Deed) -> LinkButton:
        return self._does(LinkButton(self._icons, words, parent=self), deed)

    def _does(self, button: Button, deed: Deed) -> Button:
        button.clicked.connect(lambda: self.acted.emit(deed))
        return button


def shortened(address: str, longest: int = LONGEST_ADDRESS) -> str:
    """Return an address without its scheme, cut in the middle when long."""
    bare = address.partition("://")[2] or address
    if len(bare) <= longest:
        return bare
    tail = longest // 3
    return f"{bare[: longest - tail - 1]}…{bare[-tail:]}"


def _column(place: QWidget, spacing: int = 2) -> QVBoxLayout:
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
