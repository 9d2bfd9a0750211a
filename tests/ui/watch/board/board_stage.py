"""Hands for the expert board: what a person clicks and types there, and what they see."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cmstation.domain.watch import Opinion, StoryFilter
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.notices import Notice
from cmstation.ui.watch.board.ask_dialog import AskDialog
from cmstation.ui.watch.board.board_model import Heading, Nothing, Request
from cmstation.ui.watch.board.deeds import BoardDeeds
from cmstation.ui.watch.board.page import BoardPage
from cmstation.ui.watch.board.showing import DAYS_SHOWN

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass
class BoardStage:
    """The real page over a real clinic, and hands for it."""

    page: BoardPage
    deeds: BoardDeeds
    station: Station
    commands: Commands
    jobs_end: Callable[[], None]
    told: list[Notice] = field(default_factory=list[Notice])
    left: list[bool] = field(default_factory=list[bool])
    addresses: list[str] = field(default_factory=list[str])

    # --- what is seen ---

    def lines(self) -> list[str]:
        """Return what the list says, headings in brackets, empty words in parentheses."""
        model, said = self.page.board.requests, list[str]()
        for row in range(model.rowCount()):
            line = model.line(model.index(row))
            if isinstance(line, Heading):
                said.append(f"[{line.words} {line.count}]")
            elif isinstance(line, Nothing):
                said.append(f"({line.words})")
            elif isinstance(line, Request):
                said.append(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole))  # type: ignore[arg-type]
        return said

    def waiting(self) -> list[Opinion]:
        """Return the requests that wait, as they are stored."""
        return [row.opinion for row in self.station.watch_board.waiting()]

    def answered(self) -> list[Opinion]:
        """Return the requests that were answered, as they are stored."""
        since = self.station.clock.now() - timedelta(days=DAYS_SHOWN)
        return [row.opinion for row in self.station.watch_board.answered(since)]

    def dialog(self) -> AskDialog:
        """Return the dialog that is open."""
        (found,) = [one for one in self.page.window().findChildren(AskDialog) if one.isVisible()]
        return found

    # --- hands ---

    def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(3):
            QApplication.processEvents()
            self.jobs_end()

    def begin(self, opinion: int | None = None) -> None:
        """Open the board."""
        self.deeds.begin(opinion)
        self.settle()

    def story(self, place: int = 0) -> int:
        """Return a story about which nothing was asked."""
        asked = {row.item.story for row in self.station.watch_board.waiting()}
        keys = self.station.watch_reading.keys(StoryFilter())
        return [key for key in keys if key not in asked and self._is_new(key)][place]

    def ask(self, story: int, question: str, physician: str = "") -> None:
        """Ask about a story, in the dialog."""
        self.deeds.ask(story)
        self.settle()
        dialog = self.dialog()
        dialog.question.setPlainText("")
        QTest.keyClicks(dialog.question, question)
        dialog.physician.setEditText(physician)
        self.click(dialog.ask)

    def write(self, widget: QWidget, words: str) -> None:
        """Type into a field."""
        widget.setFocus()
        QTest.keyClicks(widget, words)

    def click(self, button: QAbstractButton) -> None:
        """Click a button, and wait."""
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, LEFT)
        self.settle()

    def judge(self, favourable: bool | None) -> None:
        """Choose one of the three opinions."""
        self.page.answer.verdicts[favourable].click()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key where the keyboard is, and wait."""
        there = QApplication.focusWidget()
        assert there is not None
        QTest.keyClick(there, key, modifiers)
        self.settle()

    def click_request(self, opinion: int) -> None:
        """Click a request in the list."""
        board = self.page.board
        index = board.requests.index_of(opinion)
        board.scrollTo(index)
        QTest.mouseClick(board.viewport(), LEFT, NO_KEY, board.visualRect(index).center())
        self.settle()

    # --- inside ---

    def _is_new(self, story: int) -> bool:
        board = self.station.watch_board
        return all(not board.of_item(item.id) for item in self.station.watch_reading.story(story))
