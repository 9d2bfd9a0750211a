"""Hands for the morning."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cmstation.domain.watch import DecisionKind, StoryFilter
from cmstation.services.station import Station
from cmstation.services.watch_morning import MorningState
from cmstation.ui.watch.morning.page import MorningPage
from tests.ui.watch.watch_stage import WatchStage

CTRL, NO_KEY = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@dataclass
class MorningStage:
    """The page of the morning, and hands for it."""

    stage: WatchStage

    @property
    def page(self) -> MorningPage:
        return self.stage.tab.morning

    @property
    def station(self) -> Station:
        return self.stage.station

    def state(self) -> MorningState:
        """Return what a program would resume with that was killed now."""
        found = self.station.watch_morning.resume()
        assert found is not None
        return found

    def queue(self) -> tuple[int, ...]:
        return self.state().queue

    def title(self) -> str:
        """Return the title that is on the screen."""
        story = self.state().story
        assert story is not None
        title = self.station.watch_reading.story(story)[0].title
        assert title in self.page.article.toPlainText()
        return title

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key where the keyboard is, and wait."""
        QTest.keyClick(self.focus(), key, modifiers)
        self.stage.settle()

    def focus(self) -> QWidget:
        """Return what has the keyboard: the page itself, or something on it."""
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus is self.page or self.page.isAncestorOf(focus)
        return focus

    def accounts(self) -> list[QPushButton]:
        """Return the accounts that are offered, in the order of their digits."""
        buttons = self.page.findChildren(QPushButton)
        return [one for one in buttons if one.isCheckable() and one.isVisible()]

    def decision(self, story: int) -> DecisionKind | None:
        found = self.station.watch_reading.story(story)[0].decision
        return found.kind if found is not None else None

    def shorten(self, left: int) -> None:
        """Leave, let the queue be as short as this, and come back."""
        self.press(Qt.Key.Key_Escape)
        for story in self.station.watch_morning.begin(StoryFilter()).queue[left:]:
            self.station.watch_morning.decide(story, DecisionKind.DISMISS)
        self.station.watch_morning.end()
        self.stage.click(self.stage.tab.places.morning)

    def end(self) -> None:
        """Leave if the morning is still there."""
        if self.page.isVisible():
            QTest.keyClick(self.page, Qt.Key.Key_Escape)
        self.stage.settle()
