"""Hands for the watch: what a person clicks and types there, and what they see."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.watch import Item, Reading, StoryFilter
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.notices import Notice
from cmstation.ui.watch.story_list import StoryList
from cmstation.ui.watch.story_model import StoryModel
from cmstation.ui.watch.tab import WatchTab

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
SCHEMES = ("http", "https", "mailto", "file", "ftp", "javascript", "data", "vbscript", "image", "qrc")


class Browser(QObject):
    """Stands where the browser of the computer would open.

    Attributes:
        opened: the addresses, in their order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, address: QUrl) -> None:
        """Take an address instead of the browser."""
        self.opened.append(address.toString())


@dataclass
class WatchStage:
    """The real tab over a real clinic, and hands for it."""

    tab: WatchTab
    station: Station
    commands: Commands
    qtbot: QtBot
    jobs_end: Callable[[], None]
    browser: Browser
    told: list[Notice] = field(default_factory=list[Notice])

    # --- what is seen ---

    @property
    def listed(self) -> StoryList:
        """The list of stories."""
        return self.tab.stories.stories.list

    @property
    def model(self) -> StoryModel:
        """What the list shows."""
        return self.listed.stories

    def titles(self) -> list[str]:
        """Return the titles of all stories that are listed, once they are read."""
        self.read_rows()
        return [self.model.index(row).data() for row in range(self.model.rowCount())]

    def read_rows(self) -> None:
        """Have every row read that is listed."""
        for row in range(0, self.model.rowCount(), 20):
            self.model.row(self.model.index(row))
        self.settle()

    def place_words(self) -> list[str]:
        """Return what the left column says, as it is spoken."""
        places = self.tab.places.list.places
        role = Qt.ItemDataRole.AccessibleTextRole
        return [places.data(places.index(row), role) for row in range(places.rowCount())]  # type: ignore[misc]

    def shown_text(self) -> str:
        """Return the words of the article."""
        return self.tab.reading.article.toPlainText()

    def story(self) -> tuple[Item, ...]:
        """Return the current story, as it is stored."""
        story = self.listed.current_story()
        assert story is not None
        return self.station.watch_reading.story(story)

    def stored(self, reading: Reading = Reading.ALL) -> tuple[int, ...]:
        """Return the stories that are stored."""
        return tuple(self.station.watch_reading.keys(StoryFilter(reading=reading)))

    # --- hands ---

    def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(3):
            QApplication.processEvents()
            self.jobs_end()

    def leave(self) -> None:
        """Close the tab, as the program does at its end: nothing of it asks any more."""
        soon = [timer for timer in self.tab.findChildren(QTimer) if timer.isSingleShot()]
        self.tab.close()
        self.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in soon), timeout=5_000)
        self.settle()

    def press(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        """Press a key in the list, or in another widget, and wait."""
        QTest.keyClick(widget or self.listed, key)
        self.settle()

    def click(self, button: QAbstractButton) -> None:
        """Click a button, and wait."""
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, LEFT)
        self.settle()

    def click_story(self, row: int) -> None:
        """Click a story of the list."""
        place = self.listed.visualRect(self.model.index(row)).center()
        QTest.mouseClick(self.listed.viewport(), LEFT, NO_KEY, place)
        self.settle()

    def go_to_place(self, words: str) -> None:
        """Click a line of the left column."""
        column = self.tab.places.list
        row = next(row for row, said in enumerate(self.place_words()) if said.startswith(words))
        index = column.places.index(row)
        column.scrollTo(index)
        QTest.mouseClick(column.viewport(), LEFT, NO_KEY, column.visualRect(index).center())
        self.settle()

    def want(self, reading: Reading) -> None:
        """Choose which stories are listed, in the menu beside the search."""
        from cmstation.ui.watch.words import reading_word

        menu = self.tab.stories.reading.menu()
        next(action for action in menu.actions() if action.text() == reading_word(reading)).trigger()
        self.settle()

    def search(self, words: str) -> None:
        """Type into the search field, and wait for what is found."""
        field = self.tab.stories.search
        before = self.tab.looking.wanted()
        field.clear()
        QTest.keyClicks(field, words)
        assert self.tab.looking.wanted() != before
        with self.qtbot.waitSignal(self.tab.stories.wanted, timeout=5_000):
            pass
        self.settle()
