"""One month of a plan, arranged. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from cmstation.domain.calendar import CalendarItem, Plan
from cmstation.ui.calendar.month.weeks import Week, items_by_day, walk_of, weeks_of
from cmstation.ui.calendar.months import WEEK, Month
from cmstation.ui.calendar.remarks import NOTHING, DayRemarks, remarks_of


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day as it is drawn.

    Args:
        in_month: whether it belongs to the month that is shown.
    """

    day: date
    in_month: bool
    is_today: bool
    remarks: DayRemarks

    @property
    def is_quiet(self) -> bool:
        """Whether its ground steps back: a Saturday, a Sunday, a day of another month."""
        return self.day.weekday() >= 5 or not self.in_month


@dataclass(frozen=True, slots=True)
class MonthPage:
    """The weeks of a month, with what they hold.

    Args:
        days: all items of each day: several days first, whole days, then by hour.
        walk: each item once, with the first of its days that is shown.
    """

    month: Month
    weeks: tuple[Week, ...]
    remarks: Mapping[date, DayRemarks]
    # What follows says the same once more.
    days: Mapping[date, tuple[CalendarItem, ...]] = field(compare=False)
    walk: tuple[tuple[date, CalendarItem], ...] = field(compare=False)

    @property
    def end(self) -> date:
        """The day after the last one."""
        return self.weeks[-1].monday + timedelta(days=WEEK)

    def same_week(self, other: "MonthPage", row: int) -> bool:
        """Tell whether a week of another arrangement of this month holds the same."""
        return self.weeks[row] == other.weeks[row] and self.remarks == other.remarks

    def cell(self, row: int, column: int, today: date) -> DayCell:
        """Return a day as it is drawn."""
        day = self.weeks[row].monday + timedelta(days=column)
        return DayCell(day, day in self.month, day == today, self.remarks.get(day, NOTHING))


def month_page(plan: Plan, month: Month) -> MonthPage:
    """Arrange a month of a plan."""
    mondays = month.weeks
    weeks = weeks_of(mondays, plan)
    return MonthPage(
        month,
        weeks,
        remarks_of(plan, mondays[0], mondays[-1] + timedelta(days=WEEK)),
        items_by_day(weeks),
        walk_of(weeks),
    )
