"""A person at the watch of the window: brings a file in, has the sources read, goes through the morning."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cmstation.services.station import Station
from cmstation.services.watch_morning import MorningState
from cmstation.ui.watch.dialogs.opml_dialog import OpmlDialog
from cmstation.ui.watch.tab import WatchTab
from tests.journeys.conftest import Officer
from tests.journeys.shown import Part, types_the_name, visible


@dataclass(frozen=True, slots=True)
class Seen:
    """What the morning shows, and what a program would resume with that was killed now."""

    title: str
    counter: str
    timer: str
    story: int
    at: int
    seconds: int
    decided: int


class Reader:
    """The person."""

    def __init__(self, officer: Officer) -> None:
        """Go to the watch."""
        self.officer = officer
        officer.press("Ctrl+3")
        officer.wait_until(lambda: bool(visible(WatchTab)))
        officer.settle()
        (self.tab,) = visible(WatchTab)

    @property
    def station(self) -> Station:
        return self.officer.station

    # --- sources ---

    def bring_in(self, file: Path) -> list[str]:
        """Take a file of another reader, as who has no source yet; return what was said of it."""
        officer = self.officer
        with types_the_name(file):
            officer.click(self.tab.bring)  # comes back when the file was chosen
        (preview,) = self._dialogs(OpmlDialog)
        told = [label.text() for label in preview.findChildren(QLabel) if label.isVisible()]
        officer.click(preview.take)
        officer.settle()
        officer.take_up_the_window()
        return told

    def read_the_sources(self) -> None:
        """Choose "Read the sources now", and wait until it is done."""
        officer = self.officer
        officer.choose("Read the sources now", lambda: officer.click(self.tab.stories.more))
        officer.settle()

    # --- the morning ---

    def begin(self) -> None:
        """Begin the morning, or go on with it."""
        self.officer.click(self.tab.places.morning)
        self.officer.wait_until(self.tab.morning.article.isVisible)
        self.officer.settle()

    def state(self) -> MorningState:
        """Return what is stored of the morning."""
        state = self.station.watch_morning.resume()
        assert state is not None
        return state

    def seen(self) -> Seen:
        """Look at the screen, which shows the story where the morning stands."""
        state, page = self.state(), self.tab.morning
        assert state.story is not None
        title = self.station.watch_reading.story(state.story)[0].title
        assert title in page.article.toPlainText()
        timer = page.timer.text().partition(" · ")[0]
        return Seen(title, page.counter.text(), timer, state.story, state.at, state.seconds, state.decided)

    def press(self, letter: str) -> None:
        """Press a letter where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus is self.tab.morning or self.tab.morning.isAncestorOf(focus)
        QTest.keyClick(focus, getattr(Qt.Key, f"Key_{letter}"))

    def decide(self, letter: str) -> None:
        """Press a letter, and wait until the next story is there."""
        before = self.tab.morning.counter.text()
        self.press(letter)
        self.officer.wait_until(lambda: self.tab.morning.counter.text() != before)
        self.officer.settle()

    def let_time_pass(self, seconds: int) -> None:
        """Let the clock of the morning tick."""
        for _ in range(seconds):
            self.tab.morning.ticked.emit()

    def leave(self) -> None:
        """Press Escape."""
        QTest.keyClick(self.tab.morning, Qt.Key.Key_Escape)
        self.officer.settle()

    def _dialogs(self, kind: type[Part]) -> list[Part]:
        self.officer.wait_until(lambda: bool(visible(kind)))
        return visible(kind)
