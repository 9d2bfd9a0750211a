"""The right pane: the post as each network shows it, and what to mend before it leaves or where it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Finding
from cmstation.ui.dates import long_words, time_words
from cmstation.ui.drafts.checks_list import ChecksList
from cmstation.ui.drafts.documents import BASE
from cmstation.ui.drafts.left import has_left
from cmstation.ui.drafts.measure import Measured
from cmstation.ui.drafts.network_switch import NetworkSwitch
from cmstation.ui.drafts.picture_view import ask_picture
from cmstation.ui.drafts.preview.card import PreviewCard
from cmstation.ui.drafts.preview.marks_note import MarksNote
from cmstation.ui.drafts.preview.post_seen import post_seen
from cmstation.ui.drafts.where_live import WhereLive, places_of
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note, SectionTitle
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

PICTURE_SIDE = 640
CHECKS_SHARE = 0.4


class SidePane(Panel):
    """Preview of the open post; below, its checks, or where it is live once it has left.

    Signals:
        version_wanted: an account whose version the person wants before them.
        go_wanted: an account or None, and a place in its text or None.
        describe_wanted: a picture whose alternative text is missing.
        mend_wanted: a finding, and where it is mended when that is not the text (`Mend`).
        result_wanted: the person wants to see what became of the post.
    """

    version_wanted = Signal(int)
    go_wanted = Signal(object, object)
    describe_wanted = Signal(int)
    mend_wanted = Signal(object, object)
    result_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", parent=parent)
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._measured: Measured | None = None
        self._version = BASE
        self._pixmaps: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        self.switch = NetworkSwitch(icons, self)
        self.card = PreviewCard(icons, self)
        self.marks = MarksNote(icons, self)
        self.checks = ChecksList(icons, self)
        self.where = WhereLive(icons, self)
        self._hint = Note(icons, self.tr("Choose an account to see the post there."), parent=self)
        self._hint.setWordWrap(True)
        self._card_room = _room(self.card, self)
        self._checks_room = _room(self.checks, self)
        self._where_room = _room(self.where, self)
        self._where_room.hide()
        self._lay_out(icons)
        self.switch.chosen.connect(self.version_wanted)
        self.switch.chosen.connect(self.show_version)
        self.card.resized.connect(self._share)
        self.checks.mend_wanted.connect(self._mend)
        self.where.details_wanted.connect(self.result_wanted)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, for thumbnails."""
        self._station, self._commands = station, commands

    @Slot(object)
    def show_measured(self, found: Measured) -> None:
        """Show a post as it stands."""
        self._measured = found
        chosen = tuple(account for account in found.accounts if account.id in found.draft.accounts)
        self.switch.show_accounts(chosen)
        self._show_below(found)
        self._ask_pictures()
        self._show_card()
        self._share()

    @Slot(int)
    def show_version(self, account: int) -> None:
        """Show another account's preview; the base keeps the one that is shown."""
        self._version = account
        self._show_card()

    # --- inside ---

    def _lay_out(self, icons: Icons) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(SectionTitle(icons, self.tr("Preview"), parent=self))
        head.addStretch(1)
        head.addWidget(self.switch)
        self._checks_title = SectionTitle(icons, self.tr("Before it leaves"), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, 0, Space.S)
        column.setSpacing(0)
        head.setContentsMargins(0, 0, Space.L, 0)
        column.addLayout(head)
        column.addSpacing(Space.S)
        column.addWidget(self._hint)
        column.addWidget(self._card_room)
        column.addSpacing(Space.XS)
        column.addWidget(self.marks)
        column.addSpacing(Space.M)
        column.addWidget(self._checks_title)
        column.addWidget(self._checks_room)
        column.addWidget(self._where_room)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share()

    def _show_below(self, found: Measured) -> None:
        """Show the checks, or for a post that no longer changes where it is."""
        left = has_left(found.draft)
        self.checks.show_findings(() if left else found.findings, found.accounts)
        self.where.show_places(places_of(found.draft, found.accounts) if left else ())
        self._checks_title.setText(self.tr("Where it is live") if left else self.tr("Before it leaves"))
        self._checks_room.setVisible(not left)
        self._where_room.setVisible(left)

    @Slot()
    def _share(self) -> None:
        """Give each part its height; what is longer than its share scrolls."""
        inside = self.width() - 2 * Space.L
        left = not self._where_room.isHidden()
        below, room = (self.where, self._where_room) if left else (self.checks, self._checks_room)
        layout = below.layout()
        if inside <= 0 or layout is None:
            return
        card = self.card.card_height(inside)
        checks = max(layout.heightForWidth(inside), layout.sizeHint().height())
        free = self.height() - 28 - 24 - Space.M * 2 - Space.S * 2 - Space.XS - self.marks.room(inside)
        least = min(checks, round(free * CHECKS_SHARE))
        for_card = max(80, min(card, free - least))
        for_checks = max(0, min(checks, free - for_card))
        self.card.setFixedSize(inside, max(1, card))
        below.setFixedSize(inside, checks)
        self._card_room.setFixedHeight(for_card if card else 0)
        room.setFixedHeight(for_checks)

    def _shown_account(self) -> Account | None:
        found = self._measured
        if found is None:
            return None
        chosen = [account for account in found.accounts if account.id in found.draft.accounts]
        wanted = next((account for account in chosen if account.id == self._version), None)
        before = self.card.post.account.id if self.card.post is not None else None
        kept = next((account for account in chosen if account.id == before), None)
        return wanted or kept or next(iter(chosen), None)

    def _show_card(self) -> None:
        found, account, station = self._measured, self._shown_account(), self._station
        self._hint.setVisible(found is not None and account is None)
        if found is None or account is None or station is None:
            self.marks.show_sites(())
            self.card.show_post(None)
            return
        self.switch.choose(account.id)
        when = self._when_words(found)
        overflow = found.overflows.get(account.id)
        clinic = station.preferences.clinic()
        self.marks.show_sites(found.marked.get(account.id, ()))
        self.card.show_post(post_seen(found.leaving, account, clinic, when, overflow, self._pixmaps))

    def _when_words(self, found: Measured) -> tuple[str, str]:
        planned, station = found.draft.planned, self._station
        if planned is None or station is None:
            return self.tr("now"), self.tr("now")
        long = long_words(planned.instant, planned.zone, station.clock.now())
        return long, time_words(planned.instant, planned.zone)

    def _ask_pictures(self) -> None:
        found, station, commands = self._measured, self._station, self._commands
        if found is None or station is None or commands is None:
            return
        for attachment in found.draft.attachments:
            item = attachment.media
            if item.digest in self._asked:
                continue
            self._asked.add(item.digest)

            def show(pixmap: QPixmap, digest: str = item.digest) -> None:
                self._pixmaps[digest] = pixmap
                self._show_card()

            ask_picture(station, commands, item, show, owner=self, side=PICTURE_SIDE)

    @Slot(object, object)
    def _mend(self, finding: Finding, action: object) -> None:
        from cmstation.ui.wording_findings import Mend  # noqa: PLC0415

        if action is Mend.WRITE and finding.media is not None:
            self.describe_wanted.emit(finding.media)
        elif action is Mend.GO and finding.account is not None:
            self.go_wanted.emit(finding.account, finding.place)
        else:
            self.mend_wanted.emit(finding, action)


def _room(inside: QWidget, parent: QWidget) -> QScrollArea:
    room = QScrollArea(parent)
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setWidget(inside)
    room.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return room
