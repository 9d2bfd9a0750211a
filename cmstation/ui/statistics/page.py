"""The page of statistics: the bar above, one column of answers, made piece by piece."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
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

    Signals:
        made: a card that was just made, a QWidget.
        all_shown: every card shows what was asked last.
    """

    made = Signal(QWidget)
    all_shown = Signal()

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", parent=parent)
        self.icons = icons
        self.cards: list[QWidget] = []
        self._asked: Asked | None = None
        self._left: list[int] = []
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
        self._stack.setCurrentWidget(self.area)
        self._pieces.start()

    def show_empty(self) -> None:
        """Say what will be here."""
        self._pieces.stop()
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

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        room = max(0, (event.size().width() - _WIDEST) // 2 - Space.L)
        self._column.setContentsMargins(Space.L + room, Space.L, Space.L + room, Space.XL)

    # --- inside ---

    @Slot()
    def _do_piece(self) -> None:
        """Make or renew one card."""
        if self._asked is None or not self._left:
            return
        place = self._left.pop(0)
        if place >= len(self.cards):
            card = ORDER[len(self.cards)](self.icons)
            cast("Answer", card).show_asked(self._asked)
            self.cards.append(card)
            self._column.insertWidget(len(self.cards) - 1, card)
            self.made.emit(card)
        else:
            cast("Answer", self.cards[place]).show_asked(self._asked)
        if self._left:
            self._pieces.start()
        else:
            self.all_shown.emit()

    def _is_seen(self, card: QWidget) -> bool:
        top = card.mapTo(self._content, card.rect().topLeft()).y() - self.area.verticalScrollBar().value()
        return top < self.area.viewport().height() and top + card.height() > 0

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
