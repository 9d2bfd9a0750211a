"""The press review in the window: those that were made, the one that is composed, and how it will look."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from cmstation.domain.press_review import PressReview, ReviewEntry, ReviewRow
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, IconButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.labels import Note, SectionTitle
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.review.compose_column import ComposeColumn
from cmstation.ui.watch.review.history_column import HistoryColumn
from cmstation.ui.watch.review.preview_pane import PreviewPane

BAR = 56
NARROW, WIDE = (216, 612), (256, 860)
WIDE_FROM = 1700
LEAST = (170, 580, 280)


class ReviewPage(Panel):
    """Takes the place of the watch's columns.

    Signals:
        left: the person goes back to the watch.
        hidden: the page is not seen any more.
        new_wanted: begin a review.
        opened: a review of the history.
        remove_wanted: a review of the history.
        write_wanted: the document: "pdf", "docx" or "eml".
        logo_wanted: choose the clinic's logo; no_logo_wanted: take it off.
        licence_wanted: say whether there is a licence to copy.
    """

    left = Signal()
    hidden = Signal()
    new_wanted = Signal()
    opened = Signal(int)
    remove_wanted = Signal(int)
    write_wanted = Signal(str)
    logo_wanted = Signal()
    no_logo_wanted = Signal()
    licence_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        self.icons = icons
        self._moved = False
        self._full = True
        self.back = GhostButton(icons, self.tr("Back to the watch"), icon="arrow-left", parent=self)
        self.back.setToolTip(self.tr("Back to the watch; the review is kept (Esc)"))
        self.title = SectionTitle(icons, self.tr("Press review"), parent=self)
        self.state = Note(icons, "", parent=self)
        self.mail = SecondaryButton(icons, self.tr("E-mail…"), icon="mail", parent=self)
        self.mail.setToolTip(self.tr("A message to open, address and send in your mail program"))
        self.word = SecondaryButton(icons, self.tr("Word…"), icon="document", parent=self)
        self.pdf = PrimaryButton(icons, self.tr("PDF…"), icon="document", parent=self)
        self.more = IconButton(icons, "more", self.tr("Logo and licence"), parent=self)
        menu = QMenu(self)
        self.logo = menu.addAction(self.tr("Clinic’s logo…"))
        self.no_logo = menu.addAction(self.tr("Take the logo off"))
        menu.addSeparator()
        self.licence = menu.addAction(self.tr("Copying licence…"))
        for action, icon in ((self.logo, "image"), (self.no_logo, "close"), (self.licence, "shield")):
            icons.bind(action, icon, "muted")
        self.more.setMenu(menu)
        self.history = HistoryColumn(icons, self)
        self._about: Callable[[ReviewEntry], str] = _source
        self.compose = ComposeColumn(icons, self.about, self)
        self.preview = PreviewPane(icons, self)
        self._lay_out(icons)
        self._join()

    def about(self, entry: ReviewEntry) -> str:
        """Say an article's source and day."""
        return self._about(entry)

    def set_about(self, about: Callable[[ReviewEntry], str]) -> None:
        """Receive what says an article's source and day in the clinic's zone."""
        self._about = about

    def show_rows(self, rows: Sequence[ReviewRow], current: int) -> None:
        """Show the history, with the review that is open (0 for one that is not kept yet)."""
        self.history.show_rows(rows, current)

    def show_review(self, review: PressReview) -> None:
        """Show the review that is composed."""
        self.compose.show_review(review)
        full = bool(review.entries)
        again = full == self._full
        self._full = full
        for part in (self.preview, self.pdf, self.word, self.mail):
            part.setVisible(full)
        if not again and not self._moved:
            self._share(self.width())

    @Slot()
    def say_pending(self) -> None:
        """Say nothing yet: something is being kept."""
        self.state.setText("")

    @Slot()
    def say_saved(self) -> None:
        """Say that everything is on disk."""
        self.state.setText(self.tr("Saved"))

    @Slot()
    def say_refused(self) -> None:
        """Say that something is not on disk; a notice says why."""
        self.state.setText(self.tr("Not saved yet"))

    def take_keyboard(self) -> None:
        """Put the keyboard where the person goes on."""
        compose, empty = self.compose, self.compose.empty.button
        items = compose.articles.items()
        if items:
            compose.articles.enter(items[0])
        elif empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self.hidden.emit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if not self._moved:
            self._share(event.size().width())

    # --- inside ---

    def _lay_out(self, icons: Icons) -> None:
        top = Panel(icons, "surface", Qt.Edge.BottomEdge, parent=self)
        top.setFixedHeight(BAR)
        bar = QHBoxLayout(top)
        bar.setContentsMargins(Space.S, 0, Space.L, 0)
        bar.setSpacing(Space.S)
        bar.addWidget(self.back)
        bar.addSpacing(Space.S)
        bar.addWidget(self.title)
        bar.addStretch(1)
        bar.addWidget(self.state)
        bar.addSpacing(Space.S)
        for part in (self.mail, self.word, self.pdf, self.more):
            bar.addWidget(part)
        self.panes = QSplitter(Qt.Orientation.Horizontal, self)
        self.panes.setObjectName("review-splitter")
        self.panes.setChildrenCollapsible(False)
        for part, least in zip((self.history, self.compose, self.preview), LEAST, strict=True):
            part.setMinimumWidth(least)
            self.panes.addWidget(part)
        self.panes.setStretchFactor(2, 1)
        self._share(1366)
        self.panes.splitterMoved.connect(self._note_move)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.panes, 1)

    def _join(self) -> None:
        self.back.clicked.connect(self._leave)
        self.compose.back_wanted.connect(self.left)
        self.history.new_wanted.connect(self.new_wanted)
        self.history.remove_wanted.connect(self.remove_wanted)
        self.history.list.opened.connect(self.opened)
        self.logo.triggered.connect(self._want_logo)
        self.no_logo.triggered.connect(self._want_no_logo)
        self.licence.triggered.connect(self._want_licence)
        for button, kind in ((self.pdf, "pdf"), (self.word, "docx"), (self.mail, "eml")):
            button.setProperty("document", kind)
            button.clicked.connect(self._write)

    @Slot()
    def _leave(self) -> None:
        self.left.emit()

    @Slot()
    def _write(self) -> None:
        self.write_wanted.emit(str(self.sender().property("document")))

    @Slot()
    def _want_logo(self) -> None:
        self.logo_wanted.emit()

    @Slot()
    def _want_no_logo(self) -> None:
        self.no_logo_wanted.emit()

    @Slot()
    def _want_licence(self) -> None:
        self.licence_wanted.emit()

    @Slot()
    def _note_move(self) -> None:
        self._moved = True

    def _share(self, width: int) -> None:
        left, middle = WIDE if width >= WIDE_FROM else NARROW
        sizes = [left, middle, max(LEAST[2], width - left - middle)]
        self.panes.setSizes(sizes if self._full else [left, width - left, 0])


def _source(entry: ReviewEntry) -> str:
    return entry.source
