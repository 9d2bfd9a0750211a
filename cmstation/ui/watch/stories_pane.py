"""The middle of the watch: search, which stories, and the stories."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from cmstation.domain.watch import Reading
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.kit.fields import SearchField
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.story_list import StoryColumn
from cmstation.ui.watch.words import reading_word

TYPING_MS = 200
CHOICES = (Reading.UNREAD, Reading.UNDECIDED, Reading.ALL, Reading.STARRED)
NARROW = frozenset({Reading.UNDECIDED, Reading.STARRED})


class StoriesPane(Panel):
    """What is looked at, and the list of it.

    Signals:
        wanted: the search or the choice has changed.
        save_wanted: what is searched is to be kept under a name.
    """

    wanted = Signal()
    save_wanted = Signal()

    def __init__(
        self,
        icons: Icons,
        when: Callable[[datetime], str],
        day: Callable[[datetime], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, "surface", Qt.Edge.RightEdge, parent=parent)
        self.search = SearchField(icons, self.tr("Search the watch"), parent=self)
        self.save_search = QAction(self.tr("Save this search…"), self)
        self._save_here = QAction(self.tr("Save this search under a name"), self)
        icons.bind(self.save_search, "plus", "muted")
        icons.bind(self._save_here, "plus", "muted")
        self.search.addAction(self._save_here, QLineEdit.ActionPosition.TrailingPosition)
        self.reading = GhostCombo(icons, self.tr("Which stories"), outlined=True, parent=self)
        for choice in CHOICES:
            self.reading.add_choice(choice, reading_word(choice))
        self.reading.choose(Reading.UNREAD)
        self.more = IconButton(icons, "more", self.tr("More for the watch"), kind="secondary", parent=self)
        self.more_menu = QMenu(self.more)
        self.more.setMenu(self.more_menu)
        self.stories = StoryColumn(icons, when, day, self)
        self.nothing = Paragraph(icons, "", colour="muted", parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(Space.XL, Space.XXL, Space.XL, 0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING_MS)
        self._soon.timeout.connect(self.wanted)
        self._lay_out(icons)
        self._offer_saving()
        self.wanted.connect(self._offer_saving)
        self.save_search.triggered.connect(self._want_saving)
        self._save_here.triggered.connect(self._want_saving)
        self.search.textChanged.connect(self._wait)
        self.reading.chosen.connect(self._tell)

    @property
    def words(self) -> str:
        """What is searched."""
        return self.search.text().strip()

    @property
    def choice(self) -> Reading:
        """Which stories are wanted."""
        chosen = self.reading.current()
        return chosen if isinstance(chosen, Reading) else Reading.ALL

    @property
    def is_searching(self) -> bool:
        """Whether there is something to be kept: words, or a choice that is more than read or unread."""
        return bool(self.words) or self.choice in NARROW

    def say_nothing(self, words: str) -> None:
        """Say why the list is empty; "" shows the list."""
        self.nothing.setText(words)
        self._pages.setCurrentWidget(self.nothing if words else self.stories)

    # --- inside ---

    @Slot()
    def _wait(self) -> None:
        self._offer_saving()
        self._soon.start()

    @Slot()
    def _tell(self) -> None:
        self._soon.stop()
        self.wanted.emit()

    @Slot()
    def _want_saving(self) -> None:
        self.save_wanted.emit()

    @Slot()
    def _offer_saving(self) -> None:
        self._save_here.setVisible(self.is_searching)
        self.save_search.setEnabled(self.is_searching)

    def _lay_out(self, icons: Icons) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        top.setSpacing(Space.S)
        top.addWidget(self.search, 1)
        top.addWidget(self.reading)
        top.addWidget(self.more)
        line = Panel(icons, "line", parent=self)
        line.setFixedHeight(1)
        body = QWidget(self)
        self._pages = QStackedLayout(body)
        self._pages.addWidget(self.stories)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        column.addWidget(body, 1)
