"""Hands for the press review: what a person clicks and types there, and what they see."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton
from pytestqt.qtbot import QtBot

from cmstation.domain.press_review import PressReview, ReviewEntry
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.notices import Notice
from cmstation.ui.watch.review.deeds import ReviewDeeds
from cmstation.ui.watch.review.entry_row import EntryRow
from cmstation.ui.watch.review.page import ReviewPage

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass
class ReviewStage:
    """The real page over a real clinic, and hands for it."""

    page: ReviewPage
    deeds: ReviewDeeds
    station: Station
    commands: Commands
    qtbot: QtBot
    jobs_end: Callable[[], None]
    told: list[Notice] = field(default_factory=list[Notice])

    # --- what is seen ---

    @property
    def review(self) -> PressReview:
        """The review on the screen."""
        assert self.deeds.edits.composing is not None
        return self.deeds.edits.composing.review

    @property
    def entries(self) -> tuple[ReviewEntry, ...]:
        return self.review.entries

    def row(self, place: int) -> EntryRow:
        """Return the row of an article, from above."""
        articles = self.page.compose.articles
        return articles.row_of(articles.items()[place])

    def shown(self) -> list[int]:
        """Return the articles by their places on the screen."""
        articles = self.page.compose.articles
        return sorted(articles.items(), key=lambda item: articles.place_of(item).top())

    def stored(self) -> PressReview:
        """Return what is kept of the review on the screen."""
        self.deeds.flush()
        self.settle()
        assert self.deeds.edits.composing is not None
        return self.station.press_reviews.get(self.deeds.edits.composing.identity)

    def preview_text(self) -> str:
        return self.page.preview.page.toPlainText()

    def await_preview(self, words: str) -> None:
        """Wait until the preview says something."""
        self.qtbot.waitUntil(lambda: words in self.preview_text(), timeout=5_000)

    # --- hands ---

    def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(3):
            QApplication.processEvents()
            self.jobs_end()

    def begin(self) -> None:
        self.deeds.begin()
        self.settle()

    def click(self, button: QAbstractButton) -> None:
        """Click a button, and wait."""
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, LEFT)
        self.settle()

    def choose_tone(self, row: EntryRow, word: str) -> None:
        """Click a tone."""
        buttons = row.tone.findChildren(QToolButton)
        self.click(next(button for button in buttons if word in button.text()))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
        self.settle()
