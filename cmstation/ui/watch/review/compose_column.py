"""The middle of the press review: its days, its title, the officer's words, and the articles."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from cmstation.domain.press_review import PressReview, ReviewEntry
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.fields import TitleField
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.review.entry_canvas import EntryCanvas
from cmstation.ui.watch.review.fields import GrowingText
from cmstation.ui.watch.review.period_row import PeriodRow

LONGEST_TITLE = 200


class ComposeColumn(Panel):
    """The review that is being composed.

    Signals:
        title_written: another title.
        note_written: another introduction.
        more_wanted: add what was kept and is not in it.
        back_wanted: go and keep stories.
    """

    title_written = Signal(str)
    note_written = Signal(str)
    more_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self, icons: Icons, about: Callable[[ReviewEntry], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, "surface", parent=parent)
        self.period = PeriodRow(icons, self)
        self.title = TitleField(icons, self.tr("Title (“Revue de presse” if you write none)"), parent=self)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setMaxLength(LONGEST_TITLE)
        self.note = GrowingText(
            self.tr("Introduction"), self.tr("A few words for the director, if you like"), parent=self
        )
        self.more = LinkButton(icons, "", icon="plus", parent=self)
        self.articles = EntryCanvas(icons, about, self)
        self.empty = EmptyState(
            icons,
            self.tr("Nothing was kept for these days"),
            self.tr("Press G on a story of the watch, or “Keep”, and it comes here."),
            drawing="watch",
            action=self.tr("Back to the watch"),
            parent=self,
        )
        self._lay_out(icons)
        self._join()

    def show_review(self, review: PressReview) -> None:
        """Show a review without a signal."""
        if self.title.text() != review.title:
            self.title.setText(review.title)  # only what is typed makes a signal
        self.note.show_text(review.note)
        self.articles.show_review(review)
        self._pages.setCurrentIndex(0 if review.entries else 1)

    def show_more(self, count: int) -> None:
        """Offer what was kept in these days and is not in the review."""
        self.more.setVisible(count > 0)
        self.more.setText(self.tr("Add %n article(s) kept in these days", "", count))

    def go_to_top(self) -> None:
        """Show the review from its beginning."""
        self._area.verticalScrollBar().setValue(0)

    def show_row(self, item: int) -> None:
        """Scroll to an article."""
        place = self.articles.place_of(item)
        top = self.articles.y() + place.top()
        bar, room = self._area.verticalScrollBar(), self._area.viewport().height()
        bar.setValue(min(max(top + place.height() - room, bar.value()), top))

    @Slot(int)
    def _follow(self, down: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + down)

    # --- inside ---

    def _lay_out(self, icons: Icons) -> None:
        period = Panel(icons, "surface", Qt.Edge.BottomEdge, line="line", parent=self)
        bar = QHBoxLayout(period)
        bar.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        bar.addWidget(self.period)
        self._content = QWidget()
        titles = QVBoxLayout()
        titles.setContentsMargins(Space.L, Space.L, Space.L, 0)
        titles.addWidget(self.title)
        head = QVBoxLayout()
        head.setContentsMargins(Space.XL, Space.S, Space.XL, 0)
        head.setSpacing(Space.S)
        head.addWidget(self.note)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, Space.XL)
        inner.setSpacing(0)
        inner.addLayout(titles)
        inner.addLayout(head)
        inner.addWidget(self.articles)
        inner.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        self._area.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._area)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(period)
        column.addLayout(self._pages, 1)
        self.more.hide()
        self.articles.set_before(self.more)

    def _join(self) -> None:
        self.title.textEdited.connect(self.title_written)
        self.note.textChanged.connect(self._write_note)
        self.more.clicked.connect(self._want_more)
        self.empty.acted.connect(self.back_wanted)
        for keys, move in (("Alt+Up", self._go_up), ("Alt+Down", self._go_down)):
            moving = QShortcut(QKeySequence(keys), self.articles)
            moving.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            moving.activated.connect(move)
        self.articles.shifted.connect(self._follow)
        self._area.verticalScrollBar().valueChanged.connect(self.articles.fill_seen)

    @Slot()
    def _go_up(self) -> None:
        self._move(-1)

    @Slot()
    def _go_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        item = self.articles.current()
        if item is not None:
            self.articles.move_wanted.emit(item, step)

    @Slot()
    def _write_note(self) -> None:
        self.note_written.emit(self.note.toPlainText())

    @Slot()
    def _want_more(self) -> None:
        self.more_wanted.emit()
