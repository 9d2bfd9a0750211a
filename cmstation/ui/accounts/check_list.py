"""The steps of a check as it goes on: those that ended, the one under way, those that wait."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmstation.domain.networks import CheckStep, StepState
from cmstation.ui.accounts.check_rows import CheckCard, CheckRow, Stand
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space

_CARDED = frozenset({StepState.FAILED, StepState.WARNED})


@dataclass(frozen=True, slots=True)
class _Line:
    """What is seen at one place of the list."""

    step: CheckStep
    stand: Stand
    line: bool


class CheckList(QWidget):
    """Shows each step at its place; a step that stays as it is keeps its widget.

    Signals:
        message_wanted: the person wants the message for the host.
    """

    message_wanted = Signal()

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._expected: tuple[str, ...] = ()
        self._ended: dict[str, CheckStep] = {}
        self._lines: list[_Line] = []
        self._places: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def stands(self) -> dict[str, Stand]:
        """How each step stands now, by name."""
        return {line.step.name: line.stand for line in self._lines}

    def expect(self, names: Sequence[str]) -> None:
        """Begin: these steps will be tried, in this order."""
        self._expected = tuple(names)
        self._ended = {}
        self._show_progress()

    def step_ended(self, step: CheckStep) -> None:
        """Show how a step went, and that the next one is under way."""
        self._ended[step.name] = step
        self._show_progress()

    def show_steps(self, steps: Sequence[CheckStep]) -> None:
        """Show a check that is over."""
        self._show(steps, [Stand.ENDED for _ in steps])

    def fields(self) -> list[QWidget]:
        """Return what the keyboard reaches, from the top."""
        tab = Qt.FocusPolicy.TabFocus
        cards = [card for place in self._places for card in place.findChildren(CheckCard)]
        return [field for card in cards for field in card.findChildren(QWidget) if field.focusPolicy() & tab]

    # --- inside ---

    def _show_progress(self) -> None:
        steps = [self._ended.get(name, CheckStep(name, StepState.SKIPPED)) for name in self._expected]
        stands = [Stand.ENDED if step.name in self._ended else Stand.WAITING for step in steps]
        stopped = any(step.state is StepState.FAILED for step in steps)
        if Stand.WAITING in stands and not stopped:
            stands[stands.index(Stand.WAITING)] = Stand.UNDER_WAY
        self._show(steps, stands)

    def _show(self, steps: Sequence[CheckStep], stands: Sequence[Stand]) -> None:
        lines = [
            _Line(step, stand, place + 1 < len(steps) and steps[place + 1].state not in _CARDED)
            for place, (step, stand) in enumerate(zip(steps, stands, strict=True))
        ]
        for place, line in enumerate(lines):
            if place < len(self._lines) and self._lines[place] == line:
                continue
            if place < len(self._places):
                _drop(self._places.pop(place))
            widget = self._made(line)
            self._places.insert(place, widget)
            self._column.insertWidget(place, widget)
        for widget in self._places[len(lines) :]:
            _drop(widget)
        del self._places[len(lines) :]
        for widget in self._places:
            widget.raise_()  # a screen reader goes by the order of the children
        self._lines = lines

    def _made(self, line: _Line) -> QWidget:
        if line.step.state not in _CARDED:
            return CheckRow(self._icons, line.step, line=line.line, stand=line.stand)
        card = CheckCard(self._icons, line.step)
        card.message_wanted.connect(self.message_wanted)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, Space.XS, 0, Space.XS)
        column.addWidget(card)
        return room


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
