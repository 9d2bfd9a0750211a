"""What the tab expects of each view of the plan."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cmstation.domain.calendar import ItemKey, Plan
    from cmstation.ui.calendar.look import PlanLook


class ViewKey(StrEnum):
    """The views, in the order of their keys 1 to 5."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    AGENDA = "agenda"
    LANES = "lanes"


class PlanView(Protocol):
    """One arrangement of the plan; also a widget.

    Signals:
        moved: the day or the span changed.
        chosen: other items are selected.
        opened: an `ItemKey` to open.
        day_opened: the person wants all of the day they are on.
        dropped: a `Grip` was let go on a `Landing`.
        resized: an `ItemKey`, and its new last day or its new naive local end.
        new_wanted: something new at a `Landing`.
        menu_wanted: the menu of some `ItemKey`s at a global point.
        health_day_wanted: a `HealthDay`, and where its name stands (global).
    """

    moved: Any
    chosen: Any
    opened: Any
    day_opened: Any
    dropped: Any
    resized: Any
    new_wanted: Any
    menu_wanted: Any
    health_day_wanted: Any

    @property
    def day(self) -> date:
        """The day the person is on."""
        ...

    def show_plan(self, plan: "Plan", look: "PlanLook") -> None:
        """Arrange a plan."""
        ...

    def go_to(self, day: date) -> None:
        """Show a day."""
        ...

    def span(self) -> tuple[date, date]:
        """Return the local days that are shown, the end exclusive."""
        ...

    def turn(self, steps: int) -> None:
        """Page back or on."""
        ...

    def keys(self) -> "tuple[ItemKey, ...]":
        """Return every item that is offered."""
        ...

    def selected(self) -> "tuple[ItemKey, ...]":
        """Return the selected items."""
        ...

    def select(self, keys: "Sequence[ItemKey]") -> None:
        """Select items."""
        ...
