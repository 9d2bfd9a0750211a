"""Draw the hours of some days: the grid, what stands in it, the present hour, where something would land."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from types import MappingProxyType
from typing import TypeAlias

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from cmstation.domain.calendar import CalendarItem, DayOff, ItemKey
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.chip_art import ChipArt
from cmstation.ui.calendar.hours.hours import FIRST_HOUR, LAST_HOUR, Crowd, FreeSlot, Piece
from cmstation.ui.calendar.hours.hours_axis import Gap
from cmstation.ui.calendar.hours.hours_chips import Bed, KeptChips
from cmstation.ui.calendar.hours.hours_places import GUTTER, PAD_TOP, Places, Spot
from cmstation.ui.calendar.hours.hours_words import mark_words, more_words, skipped_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.dates import local_day, time_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Space, Stroke

_MORNING, _EVENING = time(FIRST_HOUR), time(LAST_HOUR)
_LABEL = 16
_HATCH = 7
_DOT = 8
_TINT, _FAINT, _VEIL = 0.3, 0.45, 0.94

School: TypeAlias = Mapping[date, tuple[DayOff, ...]]


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where something would land, or how long it would become.

    Args:
        first, last: columns; the same one among the hours.
        top, bottom: pixels of the content; None above the hours.
        detail: what is to be said below the words.
        amiss: the hour does not exist.
    """

    first: int
    last: int
    words: str
    top: int | None = None
    bottom: int | None = None
    detail: str = ""
    amiss: bool = False


@dataclass(frozen=True, slots=True)
class Showing:
    """What is to be seen beside the places.

    Args:
        lifted: items that a drag holds.
        cursor: the half hour on which the keyboard is, in the content; None when it is on an item.
    """

    look: PlanLook
    zone: str
    day: date
    selected: frozenset[ItemKey] = frozenset()
    lifted: frozenset[ItemKey] = frozenset()
    hovered: Spot | None = None
    cursor: QRect | None = None
    focused: bool = False
    ghost: Ghost | None = None
    school: School = field(default_factory=lambda: MappingProxyType({}))

    def warms(self, item: CalendarItem) -> bool:
        """Tell whether the pointer is on an item."""
        return (
            self.hovered is not None and self.hovered.item is not None and self.hovered.item.key == item.key
        )


class HoursPaint(QObject):
    """Draws what scrolls."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self.chips = Chips(icons, self)
        self.kept = KeptChips(icons, self.chips)

    def forget(self) -> None:
        """Draw all items anew: the names or colours beside them are others now."""
        self.kept.forget()

    @property
    def art(self) -> ChipArt:
        """What keeps drawn words and grounds."""
        return self.chips.art

    def draw(self, painter: QPainter, places: Places, area: QRect, showing: Showing) -> None:
        """Draw what lies in an area; all coordinates are those of the content."""
        painter.fillRect(area, self._icons.theme.colour("surface"))
        for column, day in enumerate(places.days):
            self._draw_ground(painter, places, column, day, area, showing)
        self._draw_lines(painter, places, area, showing)
        for column, day in enumerate(places.days):
            for gap in places.hours.axis.gaps(day):
                self._draw_gap(painter, places.column(column, gap.top, gap.bottom), gap)
        if showing.cursor is not None:
            width = Stroke.FOCUS if showing.focused else Stroke.HAIRLINE
            colour = self._icons.theme.colour("accent")
            rounded(painter, showing.cursor, line=colour, width=width, radius=Radius.SMALL)
        for piece in places.hours.pieces:
            rect = places.piece(piece)
            if rect.intersects(area):
                self._draw_piece(painter, rect, piece, places, showing)
        for crowd in places.hours.crowds:
            self._draw_crowd(painter, places.crowd(crowd), crowd, showing)
        self._draw_now(painter, places, showing)
        if showing.ghost is not None and showing.ghost.top is not None:
            self._draw_ghost(painter, places, showing.ghost)

    def bed(self, places: Places, piece: Piece, school: School) -> Bed:
        """Return what an item among the hours lies on."""
        on = _ground_at(places, piece)
        return Bed(on, self._tinted(on, school=places.days[piece.column] in school))

    def now_places(self, places: Places, showing: Showing) -> list[QRect]:
        """Return what the line of the present hour covers."""
        today = local_day(showing.look.now, showing.zone)
        if today not in places.days:
            return []
        column, y = places.days.index(today), round(places.y(places.hours.axis.minute_of(showing.look.now)))
        left = places.frame.edges[column]
        line = QRect(left - _DOT // 2, y - _DOT // 2, places.frame.width(column) + _DOT // 2, _DOT)
        return [line, QRect(0, y - _LABEL // 2, GUTTER - 1, _LABEL)]

    # --- the grid ---

    def _draw_ground(
        self, painter: QPainter, places: Places, column: int, day: date, area: QRect, showing: Showing
    ) -> None:
        theme = self._icons.theme
        whole = QRect(places.frame.edges[column], 0, places.frame.width(column), places.content)
        quiet = [(0, places.content)] if day.weekday() >= 5 else _night(places)
        quiet.extend(
            (round(places.y(gap.top)), round(places.y(gap.bottom))) for gap in places.hours.axis.gaps(day)
        )
        school = day in showing.school
        if school:
            painter.fillRect(whole.intersected(area), self._tinted("surface", school=True))
        for top, bottom in quiet:
            rect = QRect(whole.left(), top, whole.width(), bottom - top).intersected(area)
            painter.fillRect(rect, self._tinted("bg", school=school))
        hairline(painter, whole, theme.colour("line"), Qt.Edge.RightEdge)

    def _tinted(self, role: ColourRole, *, school: bool) -> QColor:
        """Return the ground of a day, thinly tinted in the holidays of the schools."""
        ground = self._icons.theme.colour(role)
        return mixed(self._icons.theme.colour("info_soft"), ground, _TINT) if school else ground

    def _draw_lines(self, painter: QPainter, places: Places, area: QRect, showing: Showing) -> None:
        theme, frame = self._icons.theme, places.frame
        present = self.now_places(places, showing)[1:]
        painter.fillRect(QRect(GUTTER - 1, area.top(), 1, area.height()), theme.colour("line"))
        faint = mixed(theme.colour("line"), theme.colour("surface"), _FAINT)
        for mark in places.hours.axis.marks():
            y = round(places.y(mark.minute))
            painter.fillRect(GUTTER, y, frame.right - GUTTER, 1, theme.colour("line"))
            half = round(places.y(mark.minute + 30))
            painter.fillRect(GUTTER, half, frame.right - GUTTER, 1, faint)
            label = QRect(0, y - _LABEL // 2, GUTTER - Space.S, _LABEL)
            hidden = any(label.intersects(now) for now in present)  # the present hour stands there
            if label.intersects(area) and not hidden:
                draw_elided(
                    painter,
                    label,
                    mark_words(mark),
                    theme,
                    font="note",
                    colour="muted",
                    align=Qt.AlignmentFlag.AlignRight,
                )
        end = round(places.y(places.hours.axis.length))
        painter.fillRect(GUTTER, end, frame.right - GUTTER, 1, theme.colour("line"))

    def _draw_gap(self, painter: QPainter, rect: QRect, gap: Gap) -> None:
        theme = self._icons.theme
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setPen(theme.colour("border" if gap.skipped else "line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = rect.height()
        for x in range(rect.left() - height, rect.right() + 1, _HATCH):
            painter.drawLine(QPoint(x, rect.bottom() + 1), QPoint(x + height, rect.bottom() + 1 - height))
        if gap.skipped:
            words = skipped_words()
            width = min(self.art.width(words, "note") + 2 * Space.S, rect.width())
            plate = QRect(0, 0, width, _LABEL + 4)
            plate.moveCenter(rect.center())
            rounded(painter, plate, fill=theme.colour("bg"), radius=Radius.SMALL)
            self.art.words(painter, plate.adjusted(Space.S, 0, -Space.XS, 0), words, "note", "muted")
        painter.restore()

    # --- what stands in it ---

    def _draw_piece(
        self, painter: QPainter, rect: QRect, piece: Piece, places: Places, showing: Showing
    ) -> None:
        if isinstance(piece.what, FreeSlot):
            self._draw_slot(painter, rect, piece.what, showing)
            return
        item = piece.what
        hovered, selected = showing.warms(item), item.key in showing.selected
        if not (hovered or selected or item.key in showing.lifted):
            bed = self.bed(places, piece, showing.school)
            self.kept.draw(painter, rect, item, showing.look, showing.zone, bed)
            return
        self.chips.draw(
            painter,
            rect,
            item,
            showing.look,
            showing.zone,
            hovered=hovered,
            selected=selected,
            faded=item.key in showing.lifted,
            on=_ground_at(places, piece),
        )

    def _draw_slot(self, painter: QPainter, rect: QRect, slot: FreeSlot, showing: Showing) -> None:
        theme = self._icons.theme
        warm = showing.hovered is not None and showing.hovered.slot == slot
        rounded(
            painter,
            rect,
            fill=theme.colour("hover") if warm else None,
            line=theme.colour("accent" if warm else "handle"),
            radius=Radius.SMALL,
            dashed=True,
        )
        line = QRect(rect.left() + 7, rect.top() + 2, rect.width() - 11, _LABEL)
        self._icons.paint(painter, line.left(), line.top() + 2, "plus", "muted", IconSize.TINY)
        room = line.adjusted(IconSize.TINY + Space.XS, 0, 0, 0)
        self.art.words(painter, room, time_words(slot.at.instant, showing.zone), "note", "muted")
        self.art.words(painter, room.translated(0, _LABEL), slot.names, "note", "muted")

    def _draw_crowd(self, painter: QPainter, rect: QRect, crowd: Crowd, showing: Showing) -> None:
        warm = showing.hovered is not None and showing.hovered.items == crowd.items
        chosen = any(item.key in showing.selected for item in crowd.items)
        self.draw_count(painter, rect, len(crowd.items), warm=warm, chosen=chosen)

    def draw_count(
        self, painter: QPainter, rect: QRect, count: int, *, warm: bool, chosen: bool = False
    ) -> None:
        """Draw how many items have no room."""
        theme = self._icons.theme
        if warm or chosen:
            fill = theme.colour("selection") if warm else None
            line = theme.colour("accent") if chosen else None
            rounded(painter, rect, fill=fill, line=line, width=Stroke.FOCUS, radius=Radius.SMALL)
        centre = Qt.AlignmentFlag.AlignHCenter
        colour: ColourRole = "accent_hover" if warm else "accent"
        draw_elided(painter, rect, more_words(count), theme, font="note_medium", colour=colour, align=centre)

    def _draw_now(self, painter: QPainter, places: Places, showing: Showing) -> None:
        found = self.now_places(places, showing)
        if not found:
            return
        theme, (line, label) = self._icons.theme, found
        accent = theme.colour("accent")
        y = line.center().y()
        painter.fillRect(line.left() + _DOT // 2, y, line.width() - _DOT // 2, 2, accent)
        dot = QRect(line.left(), y - _DOT // 2 + 1, _DOT, _DOT)
        rounded(painter, dot, fill=accent, radius=_DOT / 2)
        painter.fillRect(label, theme.colour("surface"))
        words = time_words(showing.look.now, showing.zone)
        right = Qt.AlignmentFlag.AlignRight
        room = label.adjusted(0, 0, 1 - Space.S, 0)
        draw_elided(painter, room, words, theme, font="note_strong", colour="accent", align=right)

    def _draw_ghost(self, painter: QPainter, places: Places, ghost: Ghost) -> None:
        frame, top, bottom = places.frame, ghost.top or 0, ghost.bottom or 0
        rect = QRect(frame.edges[ghost.first] + 2, top, frame.width(ghost.first) - 5, bottom - top)
        self.draw_landing(painter, rect, ghost)

    def draw_landing(self, painter: QPainter, rect: QRect, ghost: Ghost) -> None:
        """Draw where something would land, and say it."""
        theme = self._icons.theme
        fill: ColourRole = "warning_soft" if ghost.amiss else "soft"
        ink: ColourRole = "warning" if ghost.amiss else "accent"
        ground = QColor(theme.colour(fill))
        ground.setAlphaF(_VEIL)
        rounded(painter, rect, fill=ground, line=theme.colour(ink), width=Stroke.FOCUS, radius=Radius.SMALL)
        line = QRect(rect.left() + Space.S, rect.top() + 2, rect.width() - Space.S - Space.XS, _LABEL)
        self.art.words(painter, line, ghost.words, "note_strong", ink)
        self.art.words(painter, line.translated(0, _LABEL), ghost.detail, "note", ink)


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """Return a colour laid thinly over another one; opaque, since that is drawn several times as fast."""
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * (1 - share),
        over.greenF() * share + under.greenF() * (1 - share),
        over.blueF() * share + under.blueF() * (1 - share),
    )


def _night(places: Places) -> list[tuple[int, int]]:
    """Return from where to where the hours before and after those of work lie."""
    axis = places.hours.axis
    morning = round(places.y(axis.place(_MORNING)))
    evening = round(places.y(axis.place(_EVENING)))
    return [(0, morning), (evening, places.content)]


def _ground_at(places: Places, piece: Piece) -> ColourRole:
    if places.days[piece.column].weekday() >= 5:
        return "bg"
    (_, morning), (evening, _) = _night(places)
    return "surface" if morning <= piece.top + PAD_TOP < evening else "bg"
