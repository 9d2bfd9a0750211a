"""Draw the lanes of the campaign view: the days behind, bars, marks with their words, counts of others."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter, QRegion

from cmstation.domain.calendar import CalendarItem, DayOffKind, ItemKey, ItemKind, Plan
from cmstation.ui.calendar.chip import Chips, item_mark, line_colour
from cmstation.ui.calendar.chip_art import Ground
from cmstation.ui.calendar.item_words import hour_words, title_words
from cmstation.ui.calendar.lanes.lanes import DAY, ChipPlace, Days, Wish
from cmstation.ui.calendar.lanes.lanes_scene import TALL_FROM, Scene, tile_width
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.dates import local
from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Space, Stroke

_MOST_WORDS, _LEAST_WORDS = 150, 30
_GLYPH_FROM = 16
_MOST_KNOWN = 4_000
# Chips that take less than a third of a frame.
_AT_ONCE = 40
_HOUR_IN_TILE = 58
_MARK_LEFT = 7
_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Standing:
    """What is marked among the chips.

    Args:
        hovered: lane and item under the pointer; `warm` is the count of others there.
    """

    hovered: tuple[int, ItemKey] | None = None
    warm: tuple[int, int] | None = None
    selected: AbstractSet[ItemKey] = field(default_factory=frozenset[ItemKey])


class LanesPaint(QObject):
    """Draws what the scene places; without the glyphs of networks where the lanes say them already."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self.chips = Chips(icons, self)
        self.with_glyphs = True
        self._widths: dict[str, int] = {}

    def wish(self, days: Days) -> Wish:
        """Return a measure of how wide marks would like to be, with their words and without."""
        hour = self._width("00:00") + Space.XS
        with_glyph = IconSize.TINY + Space.XS if self.with_glyphs and days.day_width >= _GLYPH_FROM else 0

        def wide(item: CalendarItem) -> tuple[int, int]:
            tile = tile_width(item, days)
            if tile >= TALL_FROM:
                return tile, tile
            before = 0 if item.whole_day or tile >= _HOUR_IN_TILE else hour
            label = min(before + self._width(title_words(item)) + Space.S, _MOST_WORDS)
            count = len(item.networks) if self.with_glyphs else 0
            glyphs = self.chips.art.glyphs_width(count) + Space.S if count else 0
            return tile + Space.XS + label + glyphs, tile + (with_glyph if count else 0)

        return wide

    def draw_days(self, painter: QPainter, days: Days, plan: Plan, area: QRect) -> None:
        """Draw weekends, public holidays and weeks."""
        theme = self._icons.theme
        painter.fillRect(area, theme.colour("surface"))
        free = {off.first for off in plan.days_off if off.kind is DayOffKind.PUBLIC}
        for place in range(days.count):
            day = days.start + DAY * place
            left, right = days.edges[place], days.edges[place + 1]
            if right < area.left() or left > area.right():
                continue
            if day.weekday() >= 5 or day in free:
                painter.fillRect(left, area.top(), right - left, area.height(), theme.colour("bg"))
            if place and day.weekday() == 0:
                painter.fillRect(left - 1, area.top(), 1, area.height(), theme.colour("border"))

    def now_line(self, days: Days, zone: str, look: PlanLook, area: QRect) -> QRect:
        """Return where the line of now runs from above to below, empty on other days."""
        if not days.start <= look.today < days.end:
            return QRect()
        now = local(look.now, zone)
        share = (now.hour * 3600 + now.minute * 60) / _SECONDS
        left = days.left(look.today)
        x = left + round((days.right(look.today) - left - Stroke.FOCUS) * share)
        return QRect(x, area.top(), Stroke.FOCUS, area.height())

    def draw_now(self, painter: QPainter, line: QRegion) -> None:
        """Draw as much of the line of now as is seen between the chips."""
        painter.setClipRegion(line)
        painter.fillRect(line.boundingRect(), self._icons.theme.colour("accent"))
        painter.setClipping(False)

    def pieces_of(
        self, scene: Scene, lane: int, look: PlanLook, zone: str
    ) -> tuple[Callable[[QPainter], None], ...]:
        """Return what draws the chips of a lane whose corner is at the painter's origin, some at a time."""
        chips = scene.places[lane].chips

        def some(painter: QPainter, first: int) -> None:
            for chip in chips[first : first + _AT_ONCE]:
                self._draw_chip(painter, scene, chip, look, zone)

        def others(painter: QPainter) -> None:
            for number in range(len(scene.places[lane].others)):
                self._draw_others(painter, scene, lane, number)

        return (*(partial(some, first=first) for first in range(0, len(chips), _AT_ONCE)), others)

    def draw_marked(
        self, painter: QPainter, scene: Scene, lane: int, look: PlanLook, zone: str, standing: Standing
    ) -> None:
        """Draw once more, over its lane, what is selected or lies under the pointer."""
        if not standing.selected and standing.hovered is None and standing.warm is None:
            return
        for chip in scene.places[lane].chips:
            hovered = standing.hovered == (lane, chip.item.key)
            selected = chip.item.key in standing.selected
            if hovered:
                self._draw_chip(painter, scene, chip, look, zone, hovered=True)
            if selected:
                accent = self._icons.theme.colour("accent")
                rect = scene.chip_rect(chip)
                rounded(painter, rect, line=accent, width=Stroke.FOCUS, radius=Radius.SMALL)
        if standing.warm is not None and standing.warm[0] == lane:
            self._draw_others(painter, scene, *standing.warm, warm=True)

    def draw_ghost(self, painter: QPainter, rect: QRect) -> None:
        """Draw where something would land."""
        theme = self._icons.theme
        painter.save()
        painter.setOpacity(0.8)
        rounded(painter, rect, fill=theme.colour("soft"), radius=Radius.SMALL)
        painter.restore()
        accent = theme.colour("accent")
        rounded(painter, rect, line=accent, width=Stroke.FOCUS, radius=Radius.SMALL, dashed=True)

    def draw_cursor(self, painter: QPainter, rect: QRect, *, focused: bool) -> None:
        """Draw the day and the lane on which the person is."""
        width = Stroke.FOCUS if focused else Stroke.HAIRLINE
        rounded(painter, rect, line=self._icons.theme.colour("accent"), width=width, radius=Radius.SMALL)

    # --- inside ---

    def _width(self, words: str) -> int:
        found = self._widths.get(words)
        if found is None:
            if len(self._widths) > _MOST_KNOWN:
                self._widths.clear()
            wide = self._icons.theme.metrics("note").horizontalAdvance(words)
            found = self._widths[words] = round(wide + 0.5)
        return found

    def _networks(self, item: CalendarItem) -> tuple[str, ...]:
        return tuple(network.value for network in item.networks) if self.with_glyphs else ()

    def _draw_others(
        self, painter: QPainter, scene: Scene, lane: int, number: int, *, warm: bool = False
    ) -> None:
        rect, theme = scene.others_rect(lane, number), self._icons.theme
        words = f"+{len(scene.places[lane].others[number].items)}"
        if warm:
            rounded(painter, rect, fill=theme.colour("hover"), radius=Radius.SMALL)
        room = rect.adjusted(2, 0, 0, 0)
        self.chips.art.words(painter, room, words, "note_medium", "accent_hover" if warm else "accent")

    def _draw_chip(
        self,
        painter: QPainter,
        scene: Scene,
        chip: ChipPlace,
        look: PlanLook,
        zone: str,
        *,
        hovered: bool = False,
    ) -> None:
        item, days, rect, tile = chip.item, scene.days, scene.chip_rect(chip), scene.tile_rect(chip)
        before, after = item.first < days.start, item.last >= days.end
        if tile.width() >= TALL_FROM:
            on: ColourRole = "bg" if item.days == 1 and item.first.weekday() >= 5 else "surface"
            marks = {"hovered": hovered, "before": before, "after": after}
            self.chips.draw(painter, rect, item, look, zone, on=on, **marks)
            return
        if hovered:
            rounded(painter, rect, fill=self._icons.theme.colour("hover"), radius=Radius.SMALL)
        self.chips.art.ground(painter, tile, _ground(item, look)._replace(before=before, after=after))
        self._draw_mark(painter, rect, tile, item, zone)

    def _draw_mark(self, painter: QPainter, rect: QRect, tile: QRect, item: CalendarItem, zone: str) -> None:
        """Draw a tile over the day, and at its right the words for which there is room."""
        mark, side = item_mark(item), IconSize.TINY
        with_hour = tile.width() >= _HOUR_IN_TILE
        centred = (tile.width() + Stroke.SELECTED_BAR - side) / 2
        left = tile.left() + (centred if tile.width() < 2 * side + _MARK_LEFT else _MARK_LEFT)
        top = tile.top() + (tile.height() - side) / 2
        self._icons.paint(painter, left, top, mark.shape, mark.colour, side)
        if with_hour:
            inside = tile.adjusted(_MARK_LEFT + side + Space.XS, 0, -2, 0)
            self.chips.art.words(painter, inside, hour_words(item, zone), "note", "muted")
        room = rect.adjusted(tile.width() + Space.XS, 0, 0, 0)
        if room.width() >= _LEAST_WORDS + (0 if with_hour else self._width("00:00")):
            self._draw_words(painter, room, item, "" if with_hour else hour_words(item, zone))
        elif room.width() >= IconSize.TINY and item.networks and self.with_glyphs:
            glyph = self._icons.network(item.networks[0].value)
            self._icons.paint(painter, room.left(), top, glyph, "muted", side)

    def _draw_words(self, painter: QPainter, room: QRect, item: CalendarItem, hour: str) -> None:
        art = self.chips.art
        networks = self._networks(item)
        if room.width() < _LEAST_WORDS + art.width(hour, "note"):
            if room.width() >= IconSize.TINY and networks:
                art.glyphs(
                    painter, QRect(room.left(), room.top(), IconSize.TINY, room.height()), networks[:1]
                )
            return
        if hour:
            room.setLeft(room.left() + art.width(hour, "note") + Space.XS)
            hour_room = room.adjusted(-art.width(hour, "note") - Space.XS, 0, 0, 0)
            art.words(painter, hour_room, hour, "note", "muted")
        title, glyphs = title_words(item), art.glyphs_width(len(networks)) + Space.S
        spare = room.width() - art.width(title, "note")
        if networks and (spare >= glyphs or room.width() > 3 * glyphs):
            room.setRight(room.right() - glyphs)
            used = art.words(painter, room, title, "note", "muted" if item.done else "text")
            end = QRect(room.left() + used + Space.XS + 2, room.top(), glyphs - Space.S, room.height())
            art.glyphs(painter, end, networks)
        else:
            used = art.words(painter, room, title, "note", "muted" if item.done else "text")
        if item.done:
            middle = room.top() + room.height() // 2
            painter.fillRect(room.left(), middle, used, 1, self._icons.theme.colour("muted"))


def _ground(item: CalendarItem, look: PlanLook) -> Ground:
    if item.key.kind is ItemKind.REMOTE:
        return Ground("surface", None, "muted", dashed=True)
    fill: ColourRole = "soft" if item.event is not None else "track"
    return Ground(fill, line_colour(item, look) or "border")
