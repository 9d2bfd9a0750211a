"""Draw an item of the calendar in a rectangle, the same in every view."""

from datetime import datetime
from typing import Final, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKind
from cmstation.ui.calendar.chip_art import MARK_LEFT, ChipArt, Ground
from cmstation.ui.calendar.item_words import hour_words, span_words, title_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.icons import Icons
from cmstation.ui.kit.states import StateMark, state_mark
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Space, Stroke, TypeRole

TWO_LINES, MORE_LINES = 30, 56
_GLYPHS_FROM = 190
_HOUR_FROM = 84
_LINE = 16
_PAD_RIGHT, _PAD_TOP = 4, 2
_TEXT_LEFT = MARK_LEFT + IconSize.TINY + Space.XS
_MOST_TITLE_LINES, _WITH_DETAIL = 4, 5
_SIGN = IconSize.TINY
_FADED = 0.45
_MOST_HOURS = 4_000
_KEPT, _RECURS = "cloud", "refresh"

EVENT_ICONS: Final[dict[EventKind, str]] = {
    EventKind.EVENT: "calendar",
    EventKind.PRESS_RELEASE: "newspaper",
    EventKind.SHOOTING: "video",
    EventKind.PRINT_DEADLINE: "print",
    EventKind.TASK: "flag",
    EventKind.QUIET: "moon",
}


def item_mark(item: CalendarItem) -> StateMark:
    """Give the shape and the colour that stand before an item's title."""
    if item.event is not None:
        return StateMark(EVENT_ICONS[item.event], "muted" if item.done else "accent")
    if item.key.kind is ItemKind.REMOTE or item.state is None:
        return state_mark("scheduled")
    return state_mark(item.state.value)


def line_colour(item: CalendarItem, look: PlanLook) -> ColourRole | None:
    """Return the colour of an item's editorial line."""
    line = look.lines.get(item.theme) if item.theme is not None else None
    return cast("ColourRole", line.colour) if line is not None else None


class Chips(QObject):
    """Draws items: one line, two lines, or more where there is room."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self.art = ChipArt(icons, self)
        self._hours: dict[tuple[datetime, str], str] = {}

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        item: CalendarItem,
        look: PlanLook,
        zone: str,
        *,
        hovered: bool = False,
        selected: bool = False,
        faded: bool = False,
        on: ColourRole = "surface",
        before: bool = False,
        after: bool = False,
    ) -> None:
        """Draw an item.

        Args:
            faded: it is being moved elsewhere, or is not what the person looks for.
            on: the ground on which the chip lies.
            before, after: the item goes on to the left or to the right of this rectangle.
        """
        if faded:
            painter.save()
            painter.setOpacity(painter.opacity() * _FADED)
        ground = _ground(item, look, on, hovered=hovered, height=rect.height())
        if before or after:
            ground = ground._replace(before=before, after=after)
        self.art.ground(painter, rect, ground)
        if rect.height() < TWO_LINES:
            self._draw_flat(painter, rect, item, zone)
        elif rect.height() < MORE_LINES:
            self._draw_tall(painter, rect, item, look, zone, titles=1)
        else:
            self._draw_tall(painter, rect, item, look, zone, titles=_MOST_TITLE_LINES)
        if selected:
            colour = self._icons.theme.colour("accent")
            rounded(painter, rect, line=colour, width=Stroke.FOCUS, radius=Radius.SMALL)
        if faded:
            painter.restore()

    # --- inside ---

    def _draw_flat(self, painter: QPainter, rect: QRect, item: CalendarItem, zone: str) -> None:
        line = rect.adjusted(0, 0, -_PAD_RIGHT, 0)
        if rect.width() < _TEXT_LEFT:
            return
        room = line.adjusted(_TEXT_LEFT, 0, 0, 0)
        hour = self._begins(item, zone)
        if hour and rect.width() >= _HOUR_FROM:
            used = self.art.words(painter, room, hour, "note", "muted")
            room.setLeft(room.left() + used + Space.XS)
        if rect.width() >= _HOUR_FROM:
            for_glyphs = room.width() // 2 if rect.width() >= _GLYPHS_FROM else 0
            room.setRight(room.right() - self._draw_end(painter, line, item, for_glyphs))
        self._write_title(painter, room, title_words(item), item)

    def _draw_tall(
        self, painter: QPainter, rect: QRect, item: CalendarItem, look: PlanLook, zone: str, *, titles: int
    ) -> None:
        pad, height = _first_line(rect.height())
        line = QRect(rect.left(), rect.top() + pad, rect.width() - _PAD_RIGHT, height)
        if rect.width() < _TEXT_LEFT:
            return
        lines = (rect.height() - pad) // height
        room = line.adjusted(_TEXT_LEFT, 0, 0, 0)
        most = min(titles, lines - 1 if lines < _WITH_DETAIL else lines - 2)
        for words in self.art.folded(title_words(item), "note", room.width(), most):
            self._write_title(painter, room, words, item)
            room.translate(0, height)
        lines -= (room.top() - line.top()) // height
        self._draw_second(painter, QRect(line.left(), room.top(), line.width(), height), item, zone)
        if lines > 1 and titles > 1 and not item.whole_day:
            room.translate(0, height)
            self.art.words(painter, room, _detail(item, look), "note", "muted")

    def _draw_second(self, painter: QPainter, line: QRect, item: CalendarItem, zone: str) -> None:
        """Draw the hour at the left, networks and signs at the right."""
        room = line.adjusted(_TEXT_LEFT, 0, 0, 0)
        hour = self._hour(item, zone, room.width())
        taken = self.art.width(hour, "note") + Space.S if hour else 0
        room.setRight(room.right() - self._draw_end(painter, line, item, room.width() - taken))
        self.art.words(painter, room, hour or item.place, "note", "muted")

    def _hour(self, item: CalendarItem, zone: str, width: int) -> str:
        """Say when an item begins, and ends when there is room for it."""
        if item.is_moment or item.whole_day or item.days > 1:
            return self._begins(item, zone)
        whole = span_words(item, zone)
        return whole if self.art.width(whole, "note") <= width else self._begins(item, zone)

    def _begins(self, item: CalendarItem, zone: str) -> str:
        """Say when an item begins; asked for at each drawing, and dear to work out."""
        if item.whole_day:
            return ""
        key = (item.start, zone)
        found = self._hours.get(key)
        if found is None:
            if len(self._hours) > _MOST_HOURS:
                self._hours.clear()
            found = self._hours[key] = hour_words(item, zone)
        return found

    def _draw_end(self, painter: QPainter, line: QRect, item: CalendarItem, room: int) -> int:
        """Draw as many glyphs as there is room for at the right end, and the signs; give their width."""
        room = max(0, room)
        used = 0
        sign = _sign(item)
        networks = item.networks
        taken = _SIGN + Space.XS if sign else 0
        while networks and self.art.glyphs_width(len(networks)) + taken > room:
            networks = networks[:-1]
        if networks:
            used = self.art.glyphs(painter, line, networks) + Space.XS
        if sign:
            top = line.top() + (line.height() - _SIGN) / 2
            left = line.right() + 1 - used - _SIGN
            self._icons.paint(painter, left, top, sign, "muted", _SIGN)
            used += taken
        return used

    def _write_title(self, painter: QPainter, room: QRect, words: str, item: CalendarItem) -> None:
        font: TypeRole = "note"
        used = self.art.words(painter, room, words, font, "muted" if item.done else "text")
        if item.done:
            middle = room.top() + room.height() // 2
            painter.fillRect(room.left(), middle, used, 1, self._icons.theme.colour("muted"))


def _ground(item: CalendarItem, look: PlanLook, on: ColourRole, *, hovered: bool, height: int) -> Ground:
    mark = item_mark(item)
    pad, line = _first_line(height)
    fill: ColourRole = "soft" if item.event is not None else "surface" if on == "bg" else "bg"
    if hovered:
        fill = "selection" if item.event is not None else "hover"
    if item.key.kind is ItemKind.REMOTE:
        ground = Ground(fill, None, "muted", dashed=True)
    else:
        ground = Ground(fill, line_colour(item, look) or "border")
    return ground._replace(mark=mark.shape, ink=mark.colour, mark_top=pad + (line - IconSize.TINY) // 2)


def _first_line(height: int) -> tuple[int, int]:
    """Return how far below the upper edge of a chip its first line begins, and how high its lines are."""
    if height < TWO_LINES:
        return 0, height
    line = min(_LINE, (height - 2) // 2)
    return min(_PAD_TOP, (height - 2 * line + 1) // 2), line


def _sign(item: CalendarItem) -> str:
    """Name the small icon that says where an item is kept, or that it comes back."""
    if item.on_network or item.key.kind is ItemKind.REMOTE:
        return _KEPT
    return _RECURS if item.recurs else ""


def _detail(item: CalendarItem, look: PlanLook) -> str:
    accounts = ", ".join(look.accounts[account] for account in item.accounts if account in look.accounts)
    return item.place or accounts
