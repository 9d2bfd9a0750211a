"""Draw what stands above the hours: the names of the days, what they are known for, items of whole days."""

from datetime import date

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.hours.hours_chips import Bed
from cmstation.ui.calendar.hours.hours_paint import HoursPaint, School, Showing, mixed
from cmstation.ui.calendar.hours.hours_places import BAR, GUTTER, NOTE_ROW, TITLE, Part, Places
from cmstation.ui.calendar.hours.hours_strip import Bar, Note, Remark
from cmstation.ui.calendar.hours.hours_words import column_words, more_words, note_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import ColourRole, Space, Stroke

_NUMBER = 22
_NARROW = 108
_TINT = 0.5


class HoursHead(QObject):
    """Draws what does not scroll."""

    def __init__(self, icons: Icons, hours: HoursPaint) -> None:
        super().__init__(hours)
        self._icons = icons
        self._hours = hours

    def draw(self, painter: QPainter, places: Places, width: int, showing: Showing) -> None:
        """Draw the head of all days."""
        theme, frame = self._icons.theme, places.frame
        whole = QRect(0, 0, width, frame.head)
        painter.fillRect(whole, theme.colour("bg"))
        for column, day in enumerate(places.days):
            rect = frame.day_head(column)
            if day in showing.school:
                painter.fillRect(rect, self._ground(school=True))
            hairline(painter, rect, theme.colour("line"), Qt.Edge.RightEdge)
            self._draw_title(painter, frame.title(column), day, showing)
        self._draw_corner(painter, places)
        self._draw_rows(painter, places, showing)
        hairline(painter, whole, theme.colour("border"), Qt.Edge.BottomEdge)
        if showing.day in places.days and len(places.days) > 1:
            self._mark_day(painter, frame.day_head(places.days.index(showing.day)))
        ghost = showing.ghost
        if ghost is not None and ghost.top is None:
            landing = frame.note(ghost.first, ghost.last, 0)
            landing.setTop(TITLE + 1)
            landing.setHeight(max(frame.head - TITLE - 3, NOTE_ROW))
            landing.moveBottom(frame.head - 2)
            self._hours.draw_landing(painter, landing, ghost)

    def bed(self, places: Places, bar: Bar, school: School) -> Bed | None:
        """Return what an item of whole days lies on; None where its ends lie on two colours."""
        first, last = (places.days[column] in school for column in (bar.first, bar.last))
        if first != last:
            return None
        return Bed("bg", self._ground(school=first), before=not bar.begins, after=not bar.ends)

    # --- inside ---

    def _ground(self, *, school: bool) -> QColor:
        """Return the ground of a day, tinted in the holidays of the schools."""
        ground = self._icons.theme.colour("bg")
        return mixed(self._icons.theme.colour("info_soft"), ground, _TINT) if school else ground

    def _draw_rows(self, painter: QPainter, places: Places, showing: Showing) -> None:
        frame = places.frame
        for note in places.notes.shown:
            self._draw_note(painter, places, note, showing)
        for column, remarks in places.notes.others:
            self._draw_more_notes(painter, places, column, remarks, showing)
        for bar in places.bars.shown:
            self._draw_bar(painter, places, bar, showing)
        for column, items in places.bars.others:
            rect = frame.bar(column, column, places.bars.others_row)
            warm = showing.hovered is not None and showing.hovered.items == items
            chosen = any(item.key in showing.selected for item in items)
            self._hours.draw_count(painter, rect, len(items), warm=warm, chosen=chosen)

    def _draw_title(self, painter: QPainter, rect: QRect, day: date, showing: Showing) -> None:
        theme = self._icons.theme
        name, number = column_words(day, narrow=rect.width() < _NARROW)
        today, art = day == showing.look.today, self._hours.art
        warm = self._is_warm(showing, Part.TITLE, day)
        room = rect.adjusted(Space.S, 0, -Space.XS, 0)
        colour: ColourRole = "accent" if today or warm else "muted"
        room.setLeft(room.left() + art.words(painter, room, name, "note_strong", colour) + 6)
        if today:
            width = max(_NUMBER, art.width(number, "strong") + Space.M)
            pill = QRect(room.left(), 0, width, _NUMBER)
            pill.moveTop(rect.top() + (rect.height() - _NUMBER) // 2)
            rounded(painter, pill, fill=theme.colour("accent"), radius=_NUMBER / 2)
            centre = Qt.AlignmentFlag.AlignHCenter
            draw_elided(painter, pill, number, theme, font="strong", colour="on_accent", align=centre)
        else:
            art.words(painter, room, number, "strong", "accent" if warm else "text")

    def _draw_corner(self, painter: QPainter, places: Places) -> None:
        theme = self._icons.theme
        corner = QRect(0, 0, GUTTER, places.frame.head)
        hairline(painter, corner, theme.colour("line"), Qt.Edge.RightEdge)
        week = self.tr("W{number}", "short for a week of the year").format(
            number=places.days[0].isocalendar().week
        )
        right = Qt.AlignmentFlag.AlignRight
        room = QRect(0, 0, GUTTER - Space.S, TITLE)
        draw_elided(painter, room, week, theme, font="note", colour="muted", align=right)
        if places.bars.rows:
            room = QRect(0, places.frame.bars_top, GUTTER - Space.S, BAR)
            words = self.tr("All day", "before the items that last whole days")
            draw_elided(painter, room, words, theme, font="note", colour="muted", align=right)

    def _draw_note(self, painter: QPainter, places: Places, note: Note, showing: Showing) -> None:
        theme, rect = self._icons.theme, places.frame.note(note.first, note.last, note.row)
        public = not isinstance(note.remark, HealthDay)
        hovered = showing.hovered
        warm = (
            hovered is not None and hovered.rect == rect and hovered.remarks == (note.remark,) and not public
        )
        room = rect.adjusted(6, 0, -2, 0)
        colour: ColourRole = "accent" if warm else "text" if public else "muted"
        used = self._hours.art.words(painter, room, note_words(note.remark), "note", colour)
        left = room.left() + used + 6
        if note.last > note.first and left < room.right():
            painter.fillRect(left, rect.center().y(), room.right() - left, 1, theme.colour("border"))

    def _draw_more_notes(
        self, painter: QPainter, places: Places, column: int, remarks: tuple[Remark, ...], showing: Showing
    ) -> None:
        rect = places.frame.note(column, column, places.notes.others_row)
        warm = showing.hovered is not None and showing.hovered.rect == rect
        room = rect.adjusted(6, 0, -2, 0)
        first, *rest = remarks
        colour: ColourRole = "accent" if warm else "muted"
        count = more_words(len(rest)) if rest else ""
        if count:
            room.setRight(room.right() - self._hours.art.width(count, "note") - Space.XS)
        used = self._hours.art.words(painter, room, note_words(first), "note", colour)
        if count:
            after = QRect(room.left() + used + Space.XS, rect.top(), rect.width(), rect.height())
            self._hours.art.words(painter, after, count, "note", colour)

    def _draw_bar(self, painter: QPainter, places: Places, bar: Bar, showing: Showing) -> None:
        item, rect = bar.item, places.frame.bar(bar.first, bar.last, bar.row)
        hovered, selected = showing.warms(item), item.key in showing.selected
        bed = self.bed(places, bar, showing.school)
        if bed is not None and not (hovered or selected or item.key in showing.lifted):
            self._hours.kept.draw(painter, rect, item, showing.look, showing.zone, bed)
            return
        self._hours.chips.draw(
            painter,
            rect,
            item,
            showing.look,
            showing.zone,
            hovered=hovered,
            selected=selected,
            faded=item.key in showing.lifted,
            on="bg",
            before=not bar.begins,
            after=not bar.ends,
        )

    def _mark_day(self, painter: QPainter, rect: QRect) -> None:
        """Draw the line under the day the person is on."""
        line = QRect(rect.left(), rect.bottom() + 1 - Stroke.FOCUS, rect.width() - 1, Stroke.FOCUS)
        painter.fillRect(line, self._icons.theme.colour("accent"))

    def _is_warm(self, showing: Showing, part: Part, day: date) -> bool:
        return showing.hovered is not None and (showing.hovered.part, showing.hovered.day) == (part, day)
