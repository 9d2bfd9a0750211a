"""Where everything of the campaign view lies, in pixels of its lanes. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, QRect

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.lanes.lanes import GAP, ChipPlace, Days, Lane, LanePlaces, Wish, places_of
from cmstation.ui.dates import local

FLAT, TALL, TALL_FROM = 20, 36, 84
PAD, LEAST = 6, 44
LEAST_TILE = 18
MORE = 18
GRASP = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scene:
    """The lanes with their chips.

    Args:
        chip: height of one chip.
    """

    days: Days
    lanes: tuple[Lane, ...]
    places: tuple[LanePlaces, ...]
    chip: int

    @classmethod
    def of(cls, lanes: tuple[Lane, ...], days: Days, wish: Wish) -> "Scene":
        """Place every item."""
        chip = TALL if days.day_width >= TALL_FROM else FLAT
        return cls(days, lanes, tuple(places_of(lane.items, days, wish) for lane in lanes), chip)

    def height(self, lane: int) -> int:
        """Return how high a lane is."""
        places = self.places[lane]
        rows = places.rows * (self.chip + GAP) - GAP if places.rows else 0
        return max(LEAST, 2 * PAD + rows + (MORE + GAP if places.others else 0))

    def chip_rect(self, chip: ChipPlace) -> QRect:
        """Return where a chip lies in its lane."""
        return QRect(chip.left, PAD + chip.row * (self.chip + GAP), chip.width, self.chip)

    def tile_rect(self, chip: ChipPlace) -> QRect:
        """Return the part of a chip that covers its days; words may follow at its right."""
        rect = self.chip_rect(chip)
        rect.setWidth(min(rect.width(), tile_width(chip.item, self.days)))
        return rect

    def others_rect(self, lane: int, number: int) -> QRect:
        """Return where it is said how many items have no room."""
        places = self.places[lane]
        top = PAD + places.rows * (self.chip + GAP)
        return QRect(places.others[number].left, top, places.others[number].width, MORE)

    def chip_at(self, lane: int, point: QPoint) -> ChipPlace | None:
        """Return the chip under a point of a lane."""
        if not 0 <= lane < len(self.places):
            return None
        row, within = divmod(point.y() - PAD, self.chip + GAP)
        if within >= self.chip:
            return None
        chips = self.places[lane].chips
        return next((chip for chip in chips if chip.row == row and chip.left <= point.x() < chip.right), None)

    def others_at(self, lane: int, point: QPoint) -> int | None:
        """Return which count of others lies under a point of a lane."""
        if not 0 <= lane < len(self.places):
            return None
        count = range(len(self.places[lane].others))
        return next((number for number in count if self.others_rect(lane, number).contains(point)), None)

    def written_at(self, lane: int, left: int, right: int) -> list[QRect]:
        """Return what stands in a lane between two distances from its left: chips, counts of others."""
        places = self.places[lane]
        found = [self.chip_rect(chip) for chip in places.chips if chip.left < right and left < chip.right]
        counts = (self.others_rect(lane, number) for number in range(len(places.others)))
        return found + [rect for rect in counts if rect.left() < right and left <= rect.right()]

    def place_of(self, lane: int, key: ItemKey) -> ChipPlace | None:
        """Return where an item stands in a lane; None when it is counted only, or elsewhere."""
        return next((chip for chip in self.places[lane].chips if chip.item.key == key), None)

    def lane_of(self, key: ItemKey) -> int | None:
        """Return the first lane that holds an item."""
        found = (row for row, lane in enumerate(self.lanes) if any(item.key == key for item in lane.items))
        return next(found, None)

    def items_on(self, lane: int, day: date) -> tuple[CalendarItem, ...]:
        """Return the items of a lane that touch a day."""
        if not 0 <= lane < len(self.lanes):
            return ()
        return tuple(item for item in self.lanes[lane].items if item.first <= day <= item.last)

    def edge_at(self, lane: int, point: QPoint) -> ChipPlace | None:
        """Return the chip whose right edge lies under a point and may be pulled."""
        chip = self.chip_at(lane, point)
        if chip is None or not chip.item.ends_movable or chip.item.last >= self.days.end:
            return None
        right = self.tile_rect(chip).right()
        return chip if right - GRASP <= point.x() <= right + 1 else None


def tile_width(item: CalendarItem, days: Days) -> int:
    """Return how wide the days of an item are, as far as they are shown."""
    return max(days.right(item.last) - days.left(item.first) - GAP, LEAST_TILE)


def new_end(item: CalendarItem, last: date, zone: str) -> date | datetime:
    """Return the end that an event has when its last day changes: a day, or the same hour of another one."""
    last = max(last, item.first)
    if item.whole_day:
        return last
    begins, ends = (local(instant, zone).replace(tzinfo=None) for instant in (item.start, item.end))
    wanted = datetime.combine(last + (ends.date() - item.last), ends.time())
    return wanted if wanted > begins else wanted + _DAY
