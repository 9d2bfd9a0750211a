"""Draw one day of the month: its number, what is special about it, and its items as chips."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.geometry import BAND
from cmstation.ui.calendar.month_faces import DISC, DayFace
from cmstation.ui.calendar.month_model import DayCell, MonthModel
from cmstation.ui.calendar.month_places import MonthPlaces, Part, Spot
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import ColourRole, Radius, Space, Stroke


class MonthDelegate(QStyledItemDelegate):
    """Paints days, and over them the bars that reach across several.

    What changes from moment to moment stands in its attributes: `hovered`, `chosen`, `carried` (being
    dragged), `landing` (the day over which a drag is), `marked` (the day whose hidden item is chosen).
    """

    def __init__(
        self, icons: Icons, chips: Chips, model: MonthModel, places: MonthPlaces, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._chips = chips
        self._model = model
        self._places = places
        self.hovered: Spot | None = None
        self.chosen: frozenset[ItemKey] = frozenset()
        self.carried: frozenset[ItemKey] = frozenset()
        self.landing: date | None = None
        self.marked: date | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        theme, rect = self._icons.theme, option.rect
        face = self._places.row(index.row()).days[index.column()]
        painter.fillRect(rect, theme.colour(self._ground(face.cell)))
        if face.cell.remarks.school:
            band = QRect(rect.left(), rect.top(), rect.width() - 1, BAND)
            painter.fillRect(band, theme.colour("handle"))
        hairline(painter, rect, theme.colour("line"), Qt.Edge.RightEdge)
        hairline(painter, rect, theme.colour("line"), Qt.Edge.BottomEdge)
        self._draw_head(painter, face)
        self._draw_chips(painter, face)
        self._draw_foot(painter, face)
        if face.cell.day == self.landing:
            rounded(painter, rect, line=theme.colour("accent"), radius=0)
        elif option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            width = Stroke.FOCUS if focused else Stroke.HAIRLINE
            rounded(painter, rect, line=theme.colour("accent"), width=width, radius=0)

    def paint_stretch(self, painter: QPainter, item: CalendarItem, last: date) -> None:
        """Show until when an item would last."""
        colour = self._icons.theme.colour("accent")
        for rect in self._places.stretched(item, last):
            rounded(painter, rect, line=colour, width=Stroke.FOCUS, radius=Radius.SMALL)

    def paint_bars(self, painter: QPainter, exposed: QRect) -> None:
        """Draw what reaches across several days."""
        for piece in self._places.pieces():
            if not piece.rect.intersects(exposed):
                continue
            key = piece.bar.item.key
            self._chips.draw(
                painter,
                piece.rect,
                piece.bar.item,
                self._model.look,
                self._model.plan.zone,
                hovered=key == self._hovered_key(),
                selected=key in self.chosen,
                faded=key in self.carried,
                before=piece.before,
                after=piece.after,
            )

    # --- inside ---

    def _ground(self, cell: DayCell) -> ColourRole:
        if cell.day == self.landing:
            return "soft"
        return "bg" if cell.is_quiet else "surface"

    def _draw_head(self, painter: QPainter, face: DayFace) -> None:
        art, cell = self._chips.art, face.cell
        if cell.is_today:
            self._draw_today(painter, face)
        elif cell.in_month:
            art.words(painter, face.head, face.number, "note_strong")
        else:
            art.words(painter, face.head, face.number, "note", "muted")
        if face.note:
            art.words(painter, face.note_rect, face.note, "note", "muted")

    def _draw_today(self, painter: QPainter, face: DayFace) -> None:
        theme, line = self._icons.theme, face.head
        width = max(DISC, self._chips.art.width(face.number, "note_strong") + Space.S)
        disc = QRect(line.left() - 5, line.top(), width, line.height())
        rounded(painter, disc, fill=theme.colour("accent"), radius=line.height() / 2)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_elided(painter, disc, face.number, theme, font="note_strong", colour="on_accent", align=centre)

    def _draw_chips(self, painter: QPainter, face: DayFace) -> None:
        look, zone = self._model.look, self._model.plan.zone
        on: ColourRole = "bg" if face.cell.is_quiet else "surface"
        hovered = self._hovered_key()
        for item, chip in zip(face.singles, face.places.chips, strict=False):
            self._chips.draw(
                painter,
                chip,
                item,
                look,
                zone,
                hovered=item.key == hovered,
                selected=item.key in self.chosen,
                faded=item.key in self.carried,
                on=on,
            )

    def _draw_foot(self, painter: QPainter, face: DayFace) -> None:
        art, day = self._chips.art, face.cell.day
        if face.others_words:
            colour: ColourRole = "accent_hover" if self._points_at(Part.OTHERS, day) else "accent"
            room = face.others.adjusted(Space.XS, 0, 0, 0)
            art.words(painter, room, face.others_words, "note_medium", colour)
            if self.marked == day:
                line = self._icons.theme.colour("accent")
                rounded(painter, face.others, line=line, width=Stroke.FOCUS, radius=Radius.SMALL)
        if face.health_name:
            colour = "accent" if self._points_at(Part.HEALTH, day) else "muted"
            kept = art.width(face.health_more, "note") + Space.XS if face.health_more else 0
            room = face.health.adjusted(0, 0, -kept, 0)
            used = art.words(painter, room, face.health_name, "note", colour)
            if kept:
                room = face.health.adjusted(used + Space.XS, 0, 0, 0)
                art.words(painter, room, face.health_more, "note", colour)

    def _hovered_key(self) -> ItemKey | None:
        item = self.hovered.item if self.hovered is not None else None
        return item.key if item is not None else None

    def _points_at(self, part: Part, day: date) -> bool:
        return self.hovered is not None and self.hovered.part is part and self.hovered.day == day
