"""Pages of hours: the one that is shown, and its neighbours ahead of time."""

from collections.abc import Iterator
from datetime import date, timedelta
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, Slot

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.hours.hours import FreeSlot
from cmstation.ui.calendar.hours.hours_chips import Bed
from cmstation.ui.calendar.hours.hours_page import HoursPage, hours_page
from cmstation.ui.calendar.idle_pieces import IdlePieces
from cmstation.ui.calendar.indexed_plan import items_within
from cmstation.ui.dates import local_day

if TYPE_CHECKING:
    from cmstation.ui.calendar.hours.hours_grid import HoursGrid

# Three on either side of the one that is shown.
_MOST_PAGES = 7
# Chips are drawn for so long, and the one that was begun is finished.
_PIECE_SECONDS = 0.002
_DAY = timedelta(days=1)


class _Kept(NamedTuple):
    stamp: tuple[object, ...]
    page: HoursPage


class HoursAhead(QObject):
    """Arranges pages once, and draws those beside the one that is shown while the person rests."""

    def __init__(self, grid: "HoursGrid") -> None:
        super().__init__(grid)
        self._grid = grid
        self._kept: dict[date, _Kept] = {}
        self._steps: Iterator[bool] = iter(())
        self.idle = IdlePieces(self._get_ready, self)
        grid.icons.theme.changed.connect(self.begin)

    def page(self, start: date) -> HoursPage:
        """Arrange the page that begins on a day, or give it again when nothing of it has changed."""
        grid, plan = self._grid, self._grid.plan
        days = [start + place * _DAY for place in range(grid.count)]
        items = items_within(plan, start, start + grid.count * _DAY)
        size, slots = grid.viewport().size(), self._slots(days)
        stamp = (size, plan.zone, items, plan.health_days, plan.days_off, slots)
        kept = self._kept.pop(start, None)
        if kept is None or kept.stamp != stamp:
            while len(self._kept) >= _MOST_PAGES:
                del self._kept[next(iter(self._kept))]
            kept = _Kept(stamp, hours_page(plan, items, days, size, slots))
        self._kept[start] = kept
        return kept.page

    @Slot()
    def begin(self) -> None:
        """Get the neighbours ready after a rest."""
        self._steps = self._ahead()
        self.idle.begin()

    # --- inside ---

    def _slots(self, days: list[date]) -> tuple[FreeSlot, ...]:
        zone = self._grid.plan.zone
        return tuple(slot for slot in self._grid.free if local_day(slot.at.instant, zone) in days)

    def _get_ready(self) -> bool:
        """Arrange one page or draw some chips; tell whether there may be others."""
        if not self._grid.isVisible():
            return False
        ends = perf_counter() + _PIECE_SECONDS
        return any(whole or perf_counter() >= ends for whole in self._steps)

    def _ahead(self) -> Iterator[bool]:
        """Do one thing after the other; say of each whether it is a whole piece."""
        grid = self._grid
        look, plan = grid.look, grid.plan
        if look is None:
            return
        start, end = grid.span()
        width = end - start
        covered = [
            beside
            for beside in (start + width, start - width)
            if plan.start <= beside and beside + width <= plan.end
        ]
        for beside in covered:
            self.page(beside)
            yield True
        density = grid.viewport().devicePixelRatio()
        for beside in covered:
            for size, item, bed in self._chips(self.page(beside)):
                if grid.painting.kept.make_ready(size, item, look, plan.zone, bed, density):
                    yield False

    def _chips(self, page: HoursPage) -> Iterator[tuple[QSize, CalendarItem, Bed]]:
        """Return what is to be drawn as soon as a page is shown."""
        places, grid, seen = page.places, self._grid, page.opens_on
        for bar in places.bars.shown:
            bed = grid.head_painting.bed(places, bar, page.school)
            if bed is not None:
                yield places.frame.bar(bar.first, bar.last, bar.row).size(), bar.item, bed
        for piece in places.hours.pieces:
            rect = places.piece(piece)
            if not isinstance(piece.what, FreeSlot) and rect.intersects(seen):
                yield rect.size(), piece.what, grid.painting.bed(places, piece, page.school)
