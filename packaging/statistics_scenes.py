"""The scenes of the statistics: the answers of a month, from above and further down."""

from collections.abc import Callable
from typing import Any

from stage import Stage


def answers(stage: Stage) -> None:
    """Show the answers of the month before this one."""
    _shown(stage)


def further_down(stage: Stage) -> None:
    """Show the answers below."""
    tab = _shown(stage)
    bar = tab.area.verticalScrollBar()
    for part in range(1, 4):
        bar.setValue(bar.maximum() * part // 4)
        stage.settle()
    stage.settle()


def _shown(stage: Stage) -> Any:
    tab = stage.page("statistics")
    for _ in range(6):
        stage.settle()
    return tab


SCENES: dict[str, Callable[[Stage], None]] = {
    "statistics": answers,
    "statistics-below": further_down,
}
