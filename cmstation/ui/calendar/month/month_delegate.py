"""Draw one day of the month: its number, what is special about it, and its items as chips."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.month.geometry import BAND
from cmstation.ui.calendar.month.month_faces import DISC, DayFace
from cmstation.ui.calendar.month.month_model import MonthModel
from cmstation.ui.calendar.month.month_places import BarPiece, MonthPlaces, Part, RowPlaces, Spot
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import ColourRole, Radius, Space, Stroke


@dataclass(slots=True)
class Standing:
    """What changes from moment to moment.

    Args:
        carried: being dragged.
        landing: the day over which a drag is.
        marked: the day whose hidden item is chosen.
    """

    hovered: Spot | None = None
    chosen: frozenset[ItemKey] = frozenset()
    carried: frozenset[ItemKey] = frozenset()
    landing: date | None = None
    marked: date | None = None

    @property
    def hovered_key(self) -> ItemKey | None:
        """The item under the pointer."""
        item = self.hovered.item if self.hovered is not None else None
        return item.key if item is not None else None

    def points_at(self, part: Part, day: date) -> bool:
        """Tell whether the pointer is on a part of a day."""
        return self.hovered is not None and self.hovered.part is part and self.hovered.day == day


class MonthDelegate(QStyledItemDelegate):
    """Paints days, and over them the bars that reach across several."""

    def __init__(
        self, icons: Icons, chips: Chips, model: MonthModel, places: MonthPlaces, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._chips = chips
        self._model = model
        self._places = places
        self._calm = Standing()
        self.standing = Standing()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        theme, rect = self._icons.theme, option.rect
        face = self._places.row(index.row()).days[index.column()]
        self._draw_day(painter, face, self.standing)
        if face.cell.day == self.standing.landing:
            rounded(painter, rect, line=theme.colour("accent"), radius=0)
        elif option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            width = Stroke.FOCUS if focused else Stroke.HAIRLINE
            rounded(painter, rect, line=theme.colour("accent"), width=width, radius=0)

    def paint_row(self, painter: QPainter, row: RowPlaces) -> None:
        """Draw a week in which nothing is chosen or pointed at."""
        for face in row.days:
            self._draw_day(painter, face, self._calm)
        for piece in row.pieces:
            self._draw_piece(painter, piece, self._calm)

    def paint_stretch(self, painter: QPainter, item: CalendarItem, last: date) -> None:
        """Show until when an item would last."""
        colour = self._icons.theme.colour("accent")
        for rect in self._places.stretched(item, last):
            rounded(painter, rect, line=colour, width=Stroke.FOCUS, radius=Radius.SMALL)

    def paint_bars(self, painter: QPainter, row: int, exposed: QRect) -> None:
        """Draw what reaches across several days of a week."""
        for piece in self._places.row(row).pieces:
            if piece.rect.intersects(exposed):
                self._draw_piece(painter, piece, self.standing)

    # --- inside ---

    def _draw_day(self, painter: QPainter, face: DayFace, standing: Standing) -> None:
        theme, rect, cell = self._icons.theme, face.rect, face.cell
        ground: ColourRole = "bg" if cell.is_quiet else "surface"
        painter.fillRect(rect, theme.colour("soft" if cell.day == standing.landing else ground))
        if cell.remarks.school:
            band = QRect(rect.left(), rect.top(), rect.width() - 1, BAND)
            painter.fillRect(band, theme.colour("handle"))
        hairline(painter, rect, theme.colour("line"), Qt.Edge.RightEdge)
        hairline(painter, rect, theme.colour("line"), Qt.Edge.BottomEdge)
        self._draw_head(painter, face)
        self._draw_chips(painter, face, standing)
        self._draw_foot(painter, face, standing)

    def _draw_piece(self, painter: QPainter, piece: BarPiece, standing: Standing) -> None:
        key = piece.bar.item.key
        self._chips.draw(
            painter,
            piece.rect,
            piece.bar.item,
            self._model.look,
            self._model.plan.zone,
            hovered=key == standing.hovered_key,
            selected=key in standing.chosen,
            faded=key in standing.carried,
            before=piece.before,
            after=piece.after,
        )

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

    def _draw_chips(self, painter: QPainter, face: DayFace, standing: Standing) -> None:
        look, zone = self._model.look, self._model.plan.zone
        on: ColourRole = "bg" if face.cell.is_quiet else "surface"
        hovered = standing.hovered_key
        for item, chip in zip(face.singles, face.places.chips, strict=False):
            self._chips.draw(
                painter,
                chip,
                item,
                look,
                zone,
                hovered=item.key == hovered,
                selected=item.key in standing.chosen,
                faded=item.key in standing.carried,
                on=on,
            )

    def _draw_foot(self, painter: QPainter, face: DayFace, standing: Standing) -> None:
        art, day = self._chips.art, face.cell.day
        if face.others_words:
            colour: ColourRole = "accent_hover" if standing.points_at(Part.OTHERS, day) else "accent"
            room = face.others.adjusted(Space.XS, 0, 0, 0)
            art.words(painter, room, face.others_words, "note_medium", colour)
            if standing.marked == day:
                line = self._icons.theme.colour("accent")
                rounded(painter, face.others, line=line, width=Stroke.FOCUS, radius=Radius.SMALL)
        if face.health_name:
            colour = "accent" if standing.points_at(Part.HEALTH, day) else "muted"
            kept = art.width(face.health_more, "note") + Space.XS if face.health_more else 0
            room = face.health.adjusted(0, 0, -kept, 0)
            used = art.words(painter, room, face.health_name, "note", colour)
            if kept:
                room = face.health.adjusted(used + Space.XS, 0, 0, 0)
                art.words(painter, room, face.health_more, "note", colour)
