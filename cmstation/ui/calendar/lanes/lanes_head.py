"""The heads of the campaign view: the time line above, the names of the lanes at the left."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from cmstation.domain.calendar import DayOff, DayOffKind
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.lanes.lanes import DAY, Days
from cmstation.ui.calendar.lanes.lanes_model import LanesModel, lane_count, lane_name, lane_words
from cmstation.ui.calendar.remark_words import remark_card
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.dates import day_title
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import IconSize, Space

LANE_HEAD: Final = 200
_WEEK, _NUMBERS, _OFF, _BAND, _HEALTH = 22, 20, 18, 4, 22
HEIGHT: Final = _WEEK + _NUMBERS + _OFF + _BAND + _HEALTH
_NUMBER_FROM = 17
_DISC = 20
_OFF_TOP = _WEEK + _NUMBERS
_LEAST_NAME = 40
_MARK = IconSize.SMALL


class TimeHead(QHeaderView):
    """Weeks, days, holidays and health days.

    Signals:
        health_days_wanted: the `HealthDay`s of a mark that was clicked, and where it stands (global).
    """

    OFF_LINE: Final = (_OFF_TOP, _OFF)
    HEALTH_LINE: Final = (HEIGHT - _HEALTH, _HEALTH)
    health_days_wanted = Signal(object, QRect)

    def __init__(self, icons: Icons, model: LanesModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._icons = icons
        self._lanes = model
        self._warm: date | None = None
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        icons.theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def marks(self) -> dict[date, list[HealthDay]]:
        """Return the health days by the day at which their mark stands: the first one that is shown."""
        found: dict[date, list[HealthDay]] = {}
        for each in self._lanes.plan.health_days if self._lanes.plan is not None else ():
            if each.start < self._days.end and each.end >= self._days.start:
                found.setdefault(max(each.start, self._days.start), []).append(each)
        return found

    def off_names(self) -> list[tuple[QRect, str]]:
        """Return the names of public holidays and of those of schools, and where there is room for them."""
        days, metrics = self._days, self._icons.theme.metrics("note")
        public = sorted(self._public().items())
        found: list[tuple[QRect, str]] = []
        for place, (day, name) in enumerate(public):
            left = days.left(day) + Space.S
            end = days.left(public[place + 1][0]) if place + 1 < len(public) else days.width
            width = min(round(metrics.horizontalAdvance(name)) + 1, max(end - left - Space.XS, 0))
            found.append((QRect(left, _OFF_TOP, width, _OFF), name))
        for off in self._off(DayOffKind.SCHOOL):
            room = self._free_room(self._band(off), [taken for taken, _ in found])
            if room.width() >= _LEAST_NAME:
                found.append((room, off.name))
        return found

    def mark_rect(self, day: date) -> QRect:
        """Return where the mark of a day stands, in the viewport."""
        left, right = self._days.left(day), self._days.right(day)
        width = max(right - left, _MARK)
        return QRect(left - (width - (right - left)) // 2, HEIGHT - _HEALTH, width, _HEALTH - 1)

    # --- Qt ---

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self.viewport()), self._icons.theme
        painter.fillRect(self.viewport().rect(), theme.colour("bg"))
        if self._lanes.look is None:
            return
        self._draw_days(painter)
        self._draw_weeks(painter)
        self._draw_days_off(painter)
        self._draw_marks(painter)
        hairline(painter, self.viewport().rect(), theme.colour("border"), Qt.Edge.BottomEdge)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        day = self._mark_at(event.position().toPoint())
        if day != self._warm:
            self._warm = day
            shape = Qt.CursorShape.ArrowCursor if day is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        day = self._mark_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            rect = self.mark_rect(day)
            place = QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
            self.health_days_wanted.emit(self.marks()[day], place)

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """Say what stands under a point: health days, holidays."""
        plan, day = self._lanes.plan, self._days.at(point.x())
        mark = self._mark_at(point)
        if mark is not None:
            return "\n\n".join(remark_card(each) for each in self.marks()[mark])
        if plan is None or point.y() < _WEEK or point.y() >= HEIGHT - _HEALTH:
            return ""
        return "\n\n".join(remark_card(off) for off in plan.days_off if off.first <= day <= off.last)

    # --- inside ---

    @property
    def _days(self) -> Days:
        return self._lanes.days

    def _mark_at(self, point: QPoint) -> date | None:
        if point.y() < HEIGHT - _HEALTH:
            return None
        return next((day for day in self.marks() if self.mark_rect(day).contains(point)), None)

    def _draw_weeks(self, painter: QPainter) -> None:
        theme, days = self._icons.theme, self._days
        for place in range(0, days.count, 7):
            monday = days.start + DAY * place
            left, right = days.left(monday), days.right(monday + DAY * 6)
            if place:
                painter.fillRect(left - 1, 0, 1, HEIGHT, theme.colour("border"))
            room = QRect(left + Space.S - 2, 2, right - left - Space.S, _WEEK - 2)
            words = self._week_words(monday, room.width())
            draw_elided(painter, room, words, theme, font="note_strong", colour="muted")

    def _week_words(self, monday: date, width: int) -> str:
        """Name a week in the longest way for which there is room."""
        number, metrics = monday.isocalendar().week, self._icons.theme.metrics("note_strong")
        first, last = day_title(monday, with_month=True), day_title(monday + DAY * 6, with_month=True)
        ways = (
            self.tr("Week {number}, {first} – {last}").format(number=number, first=first, last=last),
            self.tr("Week {number}, {first}").format(number=number, first=first),
            self.tr("Week {number}").format(number=number),
            self.tr("W{number}").format(number=number),
        )
        return next((words for words in ways if metrics.horizontalAdvance(words) <= width), str(number))

    def _draw_days(self, painter: QPainter) -> None:
        theme, days, look = self._icons.theme, self._days, self._lanes.look
        off = self._public()
        narrow = days.day_width < _NUMBER_FROM
        for place in range(days.count):
            day = days.start + DAY * place
            left, right = days.edges[place], days.edges[place + 1]
            line = QRect(left, _WEEK, right - left - 1, _NUMBERS)
            today = look is not None and day == look.today
            if today:
                disc = QRect(0, 0, max(_DISC, min(line.width(), _DISC + 4)), _DISC - 2)
                disc.moveCenter(line.center())
                rounded(painter, disc, fill=theme.colour("accent"), radius=disc.height() / 2)
            beside_today = look is not None and abs((day - look.today).days) == 1
            if narrow and not today and (day.weekday() != 0 or beside_today):
                continue
            free = day.weekday() >= 5 or day in off
            font = "note_strong" if today else "note"
            colour = "on_accent" if today else "muted" if free else "text"
            words = str(day.day)
            metrics = theme.metrics(font)
            x = left + (right - left - 1 - metrics.horizontalAdvance(words)) / 2
            if narrow and not today:
                x = left + Space.S - 2
            painter.setFont(theme.font(font))
            painter.setPen(theme.colour(colour))
            painter.drawText(round(x), line.top() + round((_NUMBERS + metrics.capHeight()) / 2), words)

    def _draw_days_off(self, painter: QPainter) -> None:
        """Draw public holidays with a mark, and the holidays of schools with a thin band under their name."""
        theme = self._icons.theme
        for off in self._off(DayOffKind.PUBLIC):
            mark = QRect(self._days.left(off.first) + 1, _OFF_TOP + 2, 3, _OFF - 4)
            rounded(painter, mark, fill=theme.colour("muted"), radius=1.5)
        for off in self._off(DayOffKind.SCHOOL):
            rounded(painter, self._band(off), fill=theme.colour("handle"), radius=1.5)
        for room, name in self.off_names():
            draw_elided(painter, room, name, theme, font="note", colour="muted")

    def _band(self, off: DayOff) -> QRect:
        days = self._days
        left, right = days.left(max(off.first, days.start)), days.right(min(off.last, days.end - DAY))
        return QRect(left + 1, _OFF_TOP + _OFF, right - left - 3, _BAND - 1)

    def _free_room(self, band: QRect, taken: Sequence[QRect]) -> QRect:
        """Return the widest room above a band that no name takes."""
        ends = [band.left() - Space.S, *(room.right() + 1 for room in taken)]
        starts = [*(room.left() - Space.S for room in taken), band.right() + 1]
        gaps: list[QRect] = []
        for end in ends:
            left = max(end + Space.S, band.left())
            right = min((start for start in starts if start >= end), default=left)
            gaps.append(QRect(left, _OFF_TOP, max(min(right, band.right() + 1) - left, 0), _OFF))
        return max(gaps, key=QRect.width)

    def _draw_marks(self, painter: QPainter) -> None:
        theme = self._icons.theme
        line = QRect(0, HEIGHT - _HEALTH, self.viewport().width(), 1)
        painter.fillRect(line, theme.colour("line"))
        for day in self.marks():
            rect = self.mark_rect(day)
            warm = day == self._warm
            left = rect.left() + (rect.width() - _MARK) / 2
            top = rect.top() + (rect.height() - _MARK) / 2 + 0.5
            self._icons.paint(painter, left, top, "heart", "accent" if warm else "muted", _MARK)

    def _public(self) -> dict[date, str]:
        return {off.first: off.name for off in self._off(DayOffKind.PUBLIC)}

    def _off(self, kind: DayOffKind) -> list[DayOff]:
        plan, days = self._lanes.plan, self._days
        found = plan.days_off if plan is not None else ()
        return [off for off in found if off.kind is kind and off.first < days.end and off.last >= days.start]


class LaneHeads(QHeaderView):
    """Names of lanes, with the glyph of the network and how much each lane holds."""

    def __init__(self, icons: Icons, model: LanesModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._icons = icons
        self._lanes = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFixedWidth(LANE_HEAD)
        icons.theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(LANE_HEAD, 0)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self.viewport()), self._icons.theme
        painter.fillRect(event.rect(), theme.colour("bg"))
        hairline(painter, self.viewport().rect(), theme.colour("border"), Qt.Edge.RightEdge)
        for row in range(self.count()):
            rect = QRect(0, self.sectionViewportPosition(row), self.width() - 1, self.sectionSize(row))
            if rect.intersects(event.rect()):
                self._draw_lane(painter, rect, row)

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.logicalIndexAt(event.pos())
            if row >= 0:
                words = lane_words(self._lanes.scene.lanes[row], self._lanes.by)
                QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def _draw_lane(self, painter: QPainter, rect: QRect, row: int) -> None:
        theme, lane = self._icons.theme, self._lanes.scene.lanes[row]
        hairline(painter, rect, theme.colour("line"), Qt.Edge.BottomEdge)
        room = rect.adjusted(Space.L, 4, -Space.M, 0)
        if lane.network is not None:
            glyph = self._icons.network(lane.network.value)
            self._icons.paint(painter, room.left(), room.top() + 3, glyph, "muted", IconSize.SMALL)
            room.setLeft(room.left() + IconSize.SMALL + Space.S)
        name = QRect(room.left(), room.top(), room.width(), 20)
        colour = "text" if lane.items else "muted"
        draw_elided(painter, name, lane_name(lane, self._lanes.by), theme, font="medium", colour=colour)
        count = QRect(room.left(), name.bottom() + 1, room.width(), 16)
        draw_elided(painter, count, lane_count(lane), theme, font="note", colour="muted")
