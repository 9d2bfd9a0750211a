"""The page of statistics: the bar above, one column of answers, made piece by piece."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.statistics.answers_accounts import AccountsAnswer
from cmstation.ui.statistics.answers_curves import CurvesAnswer
from cmstation.ui.statistics.answers_gaps import GapsAnswer
from cmstation.ui.statistics.answers_goals import GoalsAnswer
from cmstation.ui.statistics.answers_hours import HoursAnswer
from cmstation.ui.statistics.answers_lines import FormsAnswer, LinesAnswer
from cmstation.ui.statistics.answers_notes import NotesAnswer
from cmstation.ui.statistics.answers_peers import PeersAnswer
from cmstation.ui.statistics.answers_posts import WorkedAnswer
from cmstation.ui.statistics.answers_press import PressAnswer, ResponseAnswer
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.folds import LazyFold
from cmstation.ui.statistics.period_bar import PeriodBar
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_WIDEST, _BETWEEN_MS = 1056, 1


class Answer(Protocol):
    """A card of the column; also a QWidget."""

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        ...


ORDER: tuple[Callable[["Icons"], QWidget], ...] = (
    AccountsAnswer,
    CurvesAnswer,
    WorkedAnswer,
    HoursAnswer,
    LinesAnswer,
    FormsAnswer,
    GoalsAnswer,
    ResponseAnswer,
    PressAnswer,
    PeersAnswer,
    NotesAnswer,
    GapsAnswer,
)


class StatisticsPage(Panel):
    """Bar and answers.

    Cards are made while nobody looks at the page too; those below the first are then laid out one by one once
    the page is seen, since all at once would hold up the window.

    Signals:
        made: a card that was just made, a QWidget.
        seen_shown: every card that is in view shows what was asked last.
        all_shown: all others do as well.
    """

    made = Signal(QWidget)
    seen_shown = Signal()
    all_shown = Signal()

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", parent=parent)
        self.icons = icons
        self.cards: list[QWidget] = []
        self._asked: Asked | None = None
        self._left: list[int] = []
        self._below: list[QWidget] = []
        self._tells_seen = False
        self.bar = PeriodBar(icons, self)
        self.empty = EmptyState(
            icons,
            self.tr("Answers rather than curves"),
            self.tr(
                "Once figures are collected, this page says how many people follow you, what worked and "
                "when, "
                "and what your director will ask. Nothing is known yet."
            ),
            drawing="statistics",
            action=self.tr("Collect now"),
            action_icon="refresh",
            parent=self,
        )
        self.import_card = self.empty.add_card(
            "import",
            self.tr("Import figures"),
            self.tr("A CSV or Excel file that a network or Matomo gave you."),
        )
        self.enter_card = self.empty.add_card(
            "draft", self.tr("Enter figures"), self.tr("Type in what a closed network shows on its page.")
        )
        self._pieces = QTimer(self)
        self._pieces.setSingleShot(True)
        self._pieces.setInterval(_BETWEEN_MS)
        self._pieces.timeout.connect(self._do_piece)
        self._lay_out()

    # --- what the tab uses ---

    def show_asked(self, asked: Asked) -> None:
        """Show a period: what is seen first, the rest a moment later."""
        self._asked = asked
        seen = [place for place, card in enumerate(self.cards) if self._is_seen(card)]
        rest = [place for place in range(len(ORDER)) if place not in seen]
        self._left = [*seen, *rest]
        self._tells_seen = True
        self._stack.setCurrentWidget(self.area)
        self._pieces.start()

    def show_empty(self) -> None:
        """Say what will be here."""
        self._pieces.stop()
        self._left, self._tells_seen = [], False
        self._stack.setCurrentWidget(self.empty)

    @property
    def shows_empty(self) -> bool:
        """Whether nothing is known yet."""
        return self._stack.currentWidget() is self.empty

    @property
    def under_way(self) -> bool:
        """Whether cards are still to be made or renewed."""
        return self._pieces.isActive() or any(fold.under_way for fold in self.findChildren(LazyFold))

    def card(self, kind: type[QWidget]) -> QWidget | None:
        """Return a card, None when it is not made yet."""
        return next((card for card in self.cards if isinstance(card, kind)), None)

    # --- Qt ---

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._below or self._tells_seen:
            self._pieces.start()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        room = max(0, (event.size().width() - _WIDEST) // 2 - Space.L)
        self._column.setContentsMargins(Space.L + room, Space.L, Space.L + room, Space.XL)

    # --- inside ---

    @Slot()
    def _do_piece(self) -> None:
        """Make or renew one card, or let one be seen."""
        self._tell_seen()
        if self._asked is not None and self._left:
            self._do_card(self._left.pop(0), self._asked)
            if not self._left:
                self.all_shown.emit()
        elif self._below and self.isVisible():
            self._below.pop(0).show()
        # Once more when all is done, so that what is in view is told by then.
        if self._left or (self.isVisible() and (self._below or self._tells_seen)):
            self._pieces.start()

    def _do_card(self, place: int, asked: Asked) -> None:
        if place < len(self.cards):
            cast("Answer", self.cards[place]).show_asked(asked)
            return
        card = ORDER[len(self.cards)](self.icons)
        cast("Answer", card).show_asked(asked)
        self.cards.append(card)
        if place and not self.isVisible():
            card.hide()
            self._below.append(card)
        self._column.insertWidget(len(self.cards) - 1, card)
        self.made.emit(card)

    def _tell_seen(self) -> None:
        """Say once that nothing in view is left to be done."""
        if not self._tells_seen or not self.isVisible():
            return
        made = len(self.cards)
        renewed = not any(self._is_seen(self.cards[place]) for place in self._left if place < made)
        if renewed and (self._fills_view() or not (self._below or made < len(ORDER))):
            self._tells_seen = False
            self.seen_shown.emit()

    def _fills_view(self) -> bool:
        last = next((card for card in reversed(self.cards) if not card.isHidden()), None)
        return last is not None and self._top(last) + last.height() >= self.area.viewport().height()

    def _is_seen(self, card: QWidget) -> bool:
        top = self._top(card)
        return not card.isHidden() and top < self.area.viewport().height() and top + card.height() > 0

    def _top(self, card: QWidget) -> int:
        return card.mapTo(self._content, card.rect().topLeft()).y() - self.area.verticalScrollBar().value()

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._content.setBackgroundRole(QPalette.ColorRole.Window)
        self._content.setAutoFillBackground(True)
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(Space.M)
        self._column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._content)
        self.area.setAccessibleName(self.tr("Answers"))
        below = QWidget(self)
        self._waiting = QWidget(below)
        self._stack = QStackedLayout(below)
        for page in (self._waiting, self.area, self.empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(below, 1)
