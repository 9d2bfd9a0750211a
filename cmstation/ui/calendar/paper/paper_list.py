"""The printed list of a plan: every item in full, over as many pages as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from cmstation.domain.calendar import CalendarItem, Plan
from cmstation.ui.calendar.chip import item_mark
from cmstation.ui.calendar.item_words import kind_words, span_words, title_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.paper.paper_ink import Ink
from cmstation.ui.dates import full_day_words

translate = QCoreApplication.translate
_HEAD, _DAY, _LINE, _GAP = 16.0, 17.0, 11.0, 3.0
_TEXT, _SMALL = 8.5, 7.0
_SIDE = 8.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A day's name, or an item with its cells already folded."""

    height: float
    day: str = ""
    item: CalendarItem | None = None
    cells: tuple[tuple[str, ...], ...] = ()


class PaperList:
    """Items by day in columns; the heads are repeated on each page."""

    def __init__(self, ink: Ink, plan: Plan, look: PlanLook, room: QRectF) -> None:
        self._plan = plan
        self._look = look
        self._room = room
        self._edges = _columns(room)
        self.pages = self._paged(self._rows(ink))

    def draw(self, ink: Ink, page: int) -> None:
        """Draw one page."""
        self._draw_heads(ink)
        y = self._room.top() + _HEAD
        for row in self.pages[page]:
            if row.item is None:
                ink.line(
                    QRectF(self._room.left(), y + 4, self._room.width(), _DAY - 4), row.day, 9, strong=True
                )
            else:
                self._draw_row(ink, row, row.item, y)
            y += row.height

    # --- inside ---

    def _draw_heads(self, ink: Ink) -> None:
        names = (
            translate("Paper", "Hour"),
            translate("Paper", "What"),
            translate("Paper", "Where"),
            translate("Paper", "State"),
            translate("Paper", "Editorial line"),
        )
        for name, (left, width) in zip(names, self._edges, strict=True):
            cell = QRectF(left, self._room.top(), width, _HEAD - 3)
            ink.line(cell, name, _SMALL, strong=True, colour="muted")
        y = self._room.top() + _HEAD - 2
        ink.rule(QPointF(self._room.left(), y), QPointF(self._room.right(), y))

    def _draw_row(self, ink: Ink, row: _Row, item: CalendarItem, y: float) -> None:
        mark = item_mark(item)
        state = self._edges[3][0]
        ink.shape(QPointF(state - _SIDE - 4, y + 1.5), mark.shape, mark.colour, _SIDE)
        for lines, (left, width) in zip(row.cells, self._edges, strict=True):
            for place, line in enumerate(lines):
                ink.line(QRectF(left, y + place * _LINE, width, _LINE), line, _TEXT)
        foot = y + row.height - 1
        ink.rule(QPointF(self._room.left(), foot), QPointF(self._room.right(), foot), "line")

    def _rows(self, ink: Ink) -> list[_Row]:
        rows: list[_Row] = []
        day = None
        for item in self._plan.items:
            first = max(item.first, self._plan.start)
            if first != day:
                day = first
                rows.append(_Row(_DAY, full_day_words(first)))
            cells = tuple(
                tuple(ink.folded(words, _TEXT, width))
                for words, (_, width) in zip(self._words(item), self._edges, strict=True)
            )
            rows.append(_Row(max(map(len, cells)) * _LINE + _GAP, item=item, cells=cells))
        return rows

    def _words(self, item: CalendarItem) -> tuple[str, str, str, str, str]:
        look = self._look
        line = look.lines.get(item.theme) if item.theme is not None else None
        campaign = look.campaigns.get(item.campaign) if item.campaign is not None else None
        where = ", ".join(look.accounts[found] for found in item.accounts if found in look.accounts)
        labels = [found.name for found in (line, campaign) if found is not None]
        hour = span_words(item, self._plan.zone) or translate("Paper", "all day")
        return hour, title_words(item), where or item.place, kind_words(item), " · ".join(labels)

    def _paged(self, rows: Sequence[_Row]) -> list[list[_Row]]:
        room = self._room.height() - _HEAD
        pages, y, day = [list[_Row]()], 0.0, _Row(_DAY)
        for place, row in enumerate(rows):
            day = row if row.item is None else day
            # A day's name is not left alone at the foot of a page.
            needed = row.height + (
                rows[place + 1].height if row.item is None and place + 1 < len(rows) else 0
            )
            if pages[-1] and y + needed > room:
                # A day that goes on is named again.
                pages.append([] if row is day else [day])
                y = sum(named.height for named in pages[-1])
            pages[-1].append(row)
            y += row.height
        return pages if rows else []


def _columns(room: QRectF) -> list[tuple[float, float]]:
    weights = (0.13, 0.38, 0.22, 0.13, 0.14)
    found, x = list[tuple[float, float]](), room.left()
    for place, weight in enumerate(weights):
        width = room.width() * weight
        # The state's shape stands before its words.
        lead = _SIDE + 4 if place == 3 else 0.0
        found.append((x + lead, width - lead - 8))
        x += width
    return found
