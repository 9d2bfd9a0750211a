"""The list of stories: its day at the top, arrows and letters to walk and to decide."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cmstation.domain.watch import DecisionKind
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note
from cmstation.ui.watch.even_list import EvenList
from cmstation.ui.watch.story_delegate import HEIGHT, StoryDelegate
from cmstation.ui.watch.story_model import StoryModel

Index = QModelIndex | QPersistentModelIndex
# The letters of the morning decide here as well.
LETTERS = {
    Qt.Key.Key_R: DecisionKind.RELAY,
    Qt.Key.Key_M: DecisionKind.PHYSICIANS,
    Qt.Key.Key_G: DecisionKind.REVIEW,
    Qt.Key.Key_P: DecisionKind.LATER,
    Qt.Key.Key_E: DecisionKind.DISMISS,
}


class StoryList(EvenList):
    """Stories, one of them current.

    Signals:
        went_to: the story the person is on.
        open_wanted: a story whose article is to be opened in the browser.
        decided: a story and a `DecisionKind`.
        question_wanted: a story that a physician is to be asked about, in words.
        tag_wanted: the current story is to be tagged.
        star_wanted, read_wanted: a story whose star or mark is to be turned.
    """

    went_to = Signal(int)
    open_wanted = Signal(int)
    decided = Signal(int, object)
    question_wanted = Signal(int)
    tag_wanted = Signal()
    star_wanted = Signal(int)
    read_wanted = Signal(int)

    def __init__(self, icons: Icons, when: Callable[[datetime], str], parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.stories = StoryModel(self)
        self.setModel(self.stories)
        self.setItemDelegate(StoryDelegate(icons, when, self))
        self.setAccessibleName(self.tr("Stories"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)

    def current_story(self) -> int | None:
        """Return the story the person is on."""
        return self.stories.story(self.currentIndex())

    def go_to(self, story: int | None) -> bool:
        """Make a story the current one; tell whether it is there."""
        index = self.stories.index_of(story) if story is not None else QModelIndex()
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        return True

    def show_keys(self, keys: Sequence[int], otherwise: int | None = None) -> None:
        """Show other stories; the current one stays the current one, where it is on the screen.

        Args:
            otherwise: the story to go to when there is none.
        """
        before, stays = self.currentIndex(), self.current_story()
        top = self.visualRect(before).top() if before.row() in self.rows_seen() else None
        self.stories.show_keys(keys)
        if not self.go_to(stays if stays is not None else otherwise):
            self.scrollToTop()
        elif top is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.currentIndex()).top() - top)

    def step(self, by: int) -> None:
        """Go some stories further."""
        count = self.stories.rowCount()
        if count:
            row = self.currentIndex().row() + by
            self.setCurrentIndex(self.stories.index(min(max(row, 0), count - 1)))

    def first_moment(self) -> datetime | None:
        """Return the moment of the uppermost story that is seen, when it is known."""
        row = self.stories.row(self.indexAt(self.viewport().rect().topLeft()))
        return row.moment if row is not None else None

    # --- Qt ---

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        story = self.stories.story(current)
        if story is not None:
            self.went_to.emit(story)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        story, plain = self.current_story(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        key = Qt.Key(event.key())
        if plain and key in {Qt.Key.Key_J, Qt.Key.Key_N}:
            self.step(1)
        elif plain and key == Qt.Key.Key_K:
            self.step(-1)
        elif (
            story is not None
            and key == Qt.Key.Key_M
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            self.question_wanted.emit(story)
        elif not plain or story is None:
            super().keyPressEvent(event)
        elif key in LETTERS:
            self.decided.emit(story, LETTERS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_O}:
            self.open_wanted.emit(story)
        elif key == Qt.Key.Key_T:
            self.tag_wanted.emit()
        elif key == Qt.Key.Key_S:
            self.star_wanted.emit(story)
        elif key == Qt.Key.Key_U:
            self.read_wanted.emit(story)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str, /) -> None:
        """Search nothing: letters decide here."""
        del search

    # --- inside ---

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        story = self.stories.story(index)
        if story is not None:
            self.open_wanted.emit(story)


class StoryColumn(QWidget):
    """The day at the top, and the stories below."""

    def __init__(
        self,
        icons: Icons,
        when: Callable[[datetime], str],
        day: Callable[[datetime], str],
        parent: QWidget | None = None,
    ) -> None:
        """Lay out.

        Args:
            when: says a moment in few words; `day` the day of one as a heading.
        """
        super().__init__(parent)
        self._day = day
        self.line = Note(icons, "", parent=self)
        self.line.setContentsMargins(28, 6, 16, 6)
        self.list = StoryList(icons, when, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.list.verticalScrollBar().valueChanged.connect(self.tell_day)
        self.list.stories.dataChanged.connect(self.tell_day)
        self.list.stories.modelReset.connect(self.tell_day)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.tell_day()

    @Slot()
    def tell_day(self) -> None:
        """Say the day of the uppermost story."""
        moment = self.list.first_moment()
        words = self._day(moment) if moment is not None else ""
        if words != self.line.text():
            self.line.setText(words)
