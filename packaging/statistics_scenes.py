"""The scenes of the statistics: the answers of a month, from above and further down."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QToolButton
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


def growth(stage: Stage) -> None:
    """Show the curves of followers as growth."""
    from cmstation.ui.statistics.answers_curves import CurvesAnswer  # noqa: PLC0415 - once there is a window

    tab = _shown(stage)
    card = tab.card(CurvesAnswer)
    next(one for one in card.measure.findChildren(QToolButton) if not one.isChecked()).click()
    stage.settle()
    tab.area.verticalScrollBar().setValue(card.y() - 12)
    stage.settle()


def nothing(stage: Stage) -> None:
    """Show what a clinic without any figure sees."""
    _shown(stage).show_empty()


def unfolded(stage: Stage) -> None:
    """Show the posts of the month with their scores, and the table of the curves above them."""
    from cmstation.ui.statistics.answers_curves import CurvesAnswer  # noqa: PLC0415 - once there is a window
    from cmstation.ui.statistics.answers_posts import WorkedAnswer  # noqa: PLC0415

    tab = _shown(stage)
    tab.card(CurvesAnswer).toggle.click()
    worked = tab.card(WorkedAnswer)
    worked.details_button.click()
    for _ in range(3):
        stage.settle()
    tab.area.verticalScrollBar().setValue(worked.y() - 260)
    stage.settle()


def _shown(stage: Stage) -> Any:
    tab = stage.page("statistics")
    for _ in range(6):
        stage.settle()
    return tab


SCENES: dict[str, Callable[[Stage], None]] = {
    "statistics": answers,
    "statistics-below": further_down,
    "statistics-growth": growth,
    "statistics-nothing": nothing,
    "statistics-unfolded": unfolded,
}
