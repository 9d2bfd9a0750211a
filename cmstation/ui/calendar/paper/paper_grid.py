"""The printed grid of days: a month of weeks, or one week alone."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from cmstation.domain.calendar import CalendarItem, DayOff, DayOffKind, Plan
from cmstation.ui.calendar.chip import item_mark, line_colour
from cmstation.ui.calendar.item_words import hour_words, kind_words, title_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.months import WEEK
from cmstation.ui.calendar.paper.paper_ink import Ink
from cmstation.ui.dates import day_title, weekday_title

translate = QCoreApplication.translate
_WEEKS_COLUMN, _HEAD, _NUMBER = 18.0, 14.0, 13.0
_TEXT, _SMALL = 7.5, 6.5
_LINE, _GAP, _PAD = 9.0, 3.0, 4.0
_FLAT, _REMARK = 10.0, 8.0
_SIDE = 6.5
_MOST_REMARKS, _ALL_REMARKS = 2, 8
_BAR = 2.0
_WEEKEND = 0.8
_LEAST_ROW = 44.0


class PaperGrid:
    """Draws weeks into a rectangle; what does not fit is counted, and stands in the list that follows.

    Args:
        month: the month whose days are in ink; None takes all days alike.
        listed: a list with every item of these days follows.
    """

    def __init__(
        self,
        plan: Plan,
        look: PlanLook,
        weeks: Sequence[date],
        month: tuple[int, int] | None,
        *,
        listed: bool = True,
    ) -> None:
        self._plan = plan
        self._look = look
        self._weeks = weeks
        self._month = month
        self._listed = listed
        self.left_out = 0

    def draw(self, ink: Ink, room: QRectF) -> None:
        """Draw everything."""
        edges = _columns(room)
        self._draw_heads(ink, room, edges)
        top, height = room.top() + _HEAD, room.height() - _HEAD
        needs = [self._need(ink, week, edges) for week in self._weeks]
        for week, (y, tall) in zip(self._weeks, _rows(top, height, needs), strict=True):
            self._draw_week(ink, week, QRectF(room.left(), y, room.width(), tall), edges)

    # --- inside ---

    def _draw_heads(self, ink: Ink, room: QRectF, edges: Sequence[float]) -> None:
        for place in range(WEEK):
            cell = QRectF(edges[place] + _PAD, room.top(), edges[place + 1] - edges[place] - _PAD, _HEAD)
            ink.line(cell, weekday_title(place + 1), _SMALL, strong=True, colour="muted")

    def _draw_week(self, ink: Ink, week: date, row: QRectF, edges: Sequence[float]) -> None:
        ink.rule(row.topLeft(), row.topRight())
        number = QRectF(row.left(), row.top(), _WEEKS_COLUMN - 2, _NUMBER)
        ink.line(number, str(week.isocalendar().week), _SMALL, colour="muted")
        for place in range(WEEK):
            day = week + timedelta(days=place)
            cell = QRectF(edges[place], row.top(), edges[place + 1] - edges[place], row.height())
            if place >= 5 or self._outside(day):
                ink.fill(cell.adjusted(0.5, 0.5, 0, 0), "bg")
            self._draw_day(ink, day, cell)
            ink.rule(cell.topLeft(), cell.bottomLeft(), "line")
        ink.rule(row.bottomLeft(), row.bottomRight())

    def _draw_day(self, ink: Ink, day: date, cell: QRectF) -> None:
        inner = cell.adjusted(_PAD, 0, -_PAD / 2, 0)
        first = day.day == 1 or day == self._weeks[0]
        number = day_title(day, with_month=first)
        colour = "muted" if self._outside(day) else "text"
        head = QRectF(inner.left(), inner.top() + 1, inner.width(), _NUMBER)
        ink.line(head, number, 8.5, strong=True, colour=colour)
        y = head.bottom()
        for line in self._remarks(ink, day, inner.width()):
            ink.line(QRectF(inner.left(), y, inner.width(), _REMARK), line, _SMALL, colour="muted")
            y += _REMARK
        room = inner.adjusted(0, y - cell.top() + 1, 0, -2)
        self._draw_items(ink, self._items(day), room, listed=self._listed and not self._outside(day))

    def _draw_items(self, ink: Ink, items: Sequence[CalendarItem], room: QRectF, *, listed: bool) -> None:
        y = room.top()
        for place, item in enumerate(items):
            left, tall = len(items) - place, self._height(ink, item, room.width())
            # An item is drawn in full where the others still fit on one line each.
            flat = y + tall + _GAP + (left - 1) * _FLAT > room.bottom()
            if flat and y + min(left, 2) * _FLAT - 1 > room.bottom():
                self.left_out += left
                foot = QRectF(room.left(), room.bottom() - _LINE, room.width(), _LINE)
                ink.line(foot, _others(left, listed=listed), _SMALL)
                return
            self._draw_item(
                ink, item, QRectF(room.left(), y, room.width(), _LINE if flat else tall), flat=flat
            )
            y += _FLAT if flat else tall + _GAP

    def _draw_item(self, ink: Ink, item: CalendarItem, room: QRectF, *, flat: bool) -> None:
        mark = item_mark(item)
        ink.fill(
            QRectF(room.left(), room.top(), _BAR, room.height()), line_colour(item, self._look) or "border"
        )
        ink.shape(QPointF(room.left() + _BAR + 2, room.top() + 1.2), mark.shape, mark.colour, _SIDE)
        words = room.adjusted(_BAR + _SIDE + 5, 0, 0, 0)
        lines = [self._first_line(item)] if flat else self._lines(ink, item, words.width())
        y = room.top()
        for line in lines:
            ink.line(QRectF(words.left(), y, words.width(), _LINE), line, _TEXT)
            y += _LINE
        if not flat:
            self._draw_foot(ink, item, QRectF(words.left(), y, words.width(), _LINE))

    def _draw_foot(self, ink: Ink, item: CalendarItem, room: QRectF) -> None:
        x = room.left()
        for network in item.networks:
            ink.network(QPointF(x, room.top() + 1), network.value, _SIDE)
            x += _SIDE + 2.5
        words = room.adjusted(x - room.left() + (2 if item.networks else 0), 0, 0, 0)
        ink.line(words, kind_words(item), _SMALL, colour="muted")

    def _first_line(self, item: CalendarItem) -> str:
        hour = hour_words(item, self._plan.zone)
        return f"{hour}  {title_words(item)}" if hour else title_words(item)

    def _lines(self, ink: Ink, item: CalendarItem, width: float) -> list[str]:
        return ink.folded(self._first_line(item), _TEXT, width)

    def _height(self, ink: Ink, item: CalendarItem, width: float) -> float:
        lines = self._lines(ink, item, width - _BAR - _SIDE - 5)
        return (len(lines) + 1) * _LINE

    def _need(self, ink: Ink, week: date, edges: Sequence[float]) -> float:
        needs: list[float] = []
        for place in range(WEEK):
            day, width = week + timedelta(days=place), edges[place + 1] - edges[place] - 1.5 * _PAD
            tall = sum(self._height(ink, item, width) + _GAP for item in self._items(day))
            needs.append(_NUMBER + 4 + len(self._remarks(ink, day, width)) * _REMARK + tall)
        return max(needs)

    def _remarks(self, ink: Ink, day: date, width: float) -> list[str]:
        """Name holidays and health days; a month has room for two lines of them."""
        shown_first = self._weeks[0]
        names = [
            off.name
            for off in self._days_off(day)
            if off.kind is DayOffKind.PUBLIC or day in {off.first, shown_first}
        ]
        names += [found.name_fr for found in self._plan.health_days if found.start == found.end == day]
        # The point stays with the name before it, so that no line begins with it.
        lines = ink.folded("\u00a0· ".join(names), _SMALL, width) if names else []
        most = _MOST_REMARKS if self._month is not None else _ALL_REMARKS
        if len(lines) <= most:
            return lines
        return [*lines[: most - 1], " ".join(lines[most - 1 :])]

    def _items(self, day: date) -> list[CalendarItem]:
        return [item for item in self._plan.items if item.first <= day <= item.last]

    def _days_off(self, day: date) -> list[DayOff]:
        return [off for off in self._plan.days_off if off.first <= day <= off.last]

    def _outside(self, day: date) -> bool:
        return self._month is not None and (day.year, day.month) != self._month


def _others(count: int, *, listed: bool) -> str:
    if listed:
        return translate("Paper", "+ %n other(s), see the list", "", count)
    return translate("Paper", "+ %n other(s)", "", count)


def _columns(room: QRectF) -> list[float]:
    weights = (1.0,) * 5 + (_WEEKEND,) * 2
    width = room.width() - _WEEKS_COLUMN
    return [
        room.left() + _WEEKS_COLUMN + width * sum(weights[:place]) / sum(weights) for place in range(WEEK + 1)
    ]


def _rows(top: float, height: float, needs: Sequence[float]) -> list[tuple[float, float]]:
    """Share the height out: each week what it needs, the rest alike; too little is shared by need."""
    least = [max(need, _LEAST_ROW) for need in needs]
    spare = height - sum(least)
    if spare >= 0:
        heights = [need + spare / len(least) for need in least]
    else:
        above = [need - _LEAST_ROW for need in least]
        room = height - _LEAST_ROW * len(least)
        heights = [_LEAST_ROW + room * part / max(sum(above), 1.0) for part in above]
    found, y = list[tuple[float, float]](), top
    for tall in heights:
        found.append((y, tall))
        y += tall
    return found
