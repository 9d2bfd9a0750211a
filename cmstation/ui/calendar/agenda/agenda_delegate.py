"""Draw the agenda: heads of days, items on two lines, free days on a quiet one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKind
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.agenda.agenda import DayHead, FreeDays, ItemRow, Remark, Row
from cmstation.ui.calendar.agenda.agenda_model import (
    AgendaModel,
    count_of_free,
    day_of_head,
    days_of_free,
    special_words,
    translate,
    week_words,
)
from cmstation.ui.calendar.chip import Chips, item_mark, line_colour
from cmstation.ui.calendar.item_words import hour_words, kind_words, span_words, title_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.dates import day_title
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_focus_ring, draw_pill, draw_row, pill_width
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import ColourRole, Height, IconSize, Radius, Space, Stroke

Index = QModelIndex | QPersistentModelIndex
Thumbnail = Callable[[str], QPixmap | None]

HEAD, ITEM, FREE = 44, 56, 36
_MORE = 20
MOST_WIDTH = 1240
_HOUR = 92
_ACCOUNTS, _FEW_ACCOUNTS, _WIDE_FROM = 232, 176, 960
_PICTURE = 40
_LINE, _NOTE = 20, 16
_DOT = 8


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of an item stand."""

    hour: QRect
    bar: QRect
    words: QRect
    accounts: QRect
    picture: QRect


class AgendaDelegate(QStyledItemDelegate):
    """Paints rows; the view says what lies under the pointer and where a drag would land."""

    def __init__(self, icons: Icons, parent: QWidget, thumbnail: Thumbnail | None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._thumbnail = thumbnail
        self.chips = Chips(icons, self)
        self.warm: HealthDay | None = None
        self.dragging = False
        self.landing: date | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index, /) -> QSize:
        row = _model(index).row(index)
        if isinstance(row, FreeDays):
            view = self.parent()
            width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else MOST_WIDTH
            return QSize(1, FREE + _MORE * self._lines_of(QRect(0, 0, width, FREE), row))
        return QSize(1, HEAD if isinstance(row, DayHead) else ITEM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = _model(index)
        row = model.row(index)
        if row is None or model.look is None:
            return
        if self.landing is not None and not isinstance(row, FreeDays) and row.day == self.landing:
            painter.fillRect(option.rect, self._icons.theme.colour("soft"))
        if isinstance(row, ItemRow):
            self._draw_item(painter, option, row, model.look, model.zone)
        elif isinstance(row, DayHead):
            self._draw_head(painter, option, row)
        else:
            self._draw_free(painter, option, row)

    def remark_places(self, rect: QRect, row: Row) -> list[tuple[QRect, Remark]]:
        """Return where what is special about a day is written."""
        if isinstance(row, ItemRow):
            return []
        line, art = self._line(rect, row), self.chips.art
        week = week_words(row)
        right = line.right() - (art.width(week, "note") + Space.L if week else 0)
        place = QRect(line.left() + self._name_width(row) + Space.L, line.top(), 0, line.height())
        found: list[tuple[QRect, Remark]] = []
        for remark in row.remarks:
            wanted = art.width(special_words(row, remark), "note")
            if isinstance(row, FreeDays) and place.left() + wanted > right and place.left() > line.left():
                place.moveTo(line.left(), place.top() + _MORE)
                right = line.right()
            place.setWidth(min(wanted, right - place.left()))
            if place.width() < Space.XXL:
                break
            found.append((QRect(place), remark))
            place.translate(place.width() + Space.L, 0)
        return found

    def health_day_at(self, rect: QRect, row: Row, point: QPoint) -> tuple[QRect, HealthDay] | None:
        """Return the health day that is written under a point."""
        return next(
            (
                (place, remark)
                for place, remark in self.remark_places(rect, row)
                if isinstance(remark, HealthDay) and place.contains(point)
            ),
            None,
        )

    # --- heads ---

    def _draw_head(self, painter: QPainter, option: QStyleOptionViewItem, row: DayHead) -> None:
        theme, art, line = self._icons.theme, self.chips.art, self._line(option.rect, row)
        art.words(painter, line, day_of_head(row), "item", "accent" if row.is_today else "text")
        left = line.left() + art.width(day_of_head(row), "item") + Space.S
        if row.is_today:
            top = line.top() + (line.height() - Height.PILL) // 2
            pill = draw_pill(painter, QPoint(left, top), _today(), "accent", self._icons)
            left += pill + Space.M
        if row.empty:
            art.words(painter, line.adjusted(left - line.left(), 0, 0, 0), _nothing(), "note", "muted")
        self._draw_end(painter, option, row, line)
        hairline(painter, option.rect, theme.colour("line"), Qt.Edge.BottomEdge)

    def _draw_free(self, painter: QPainter, option: QStyleOptionViewItem, row: FreeDays) -> None:
        theme, art, line = self._icons.theme, self.chips.art, self._line(option.rect, row)
        painter.fillRect(option.rect, theme.colour("bg"))
        hairline(painter, option.rect, theme.colour("line"), Qt.Edge.BottomEdge)
        if self.dragging:
            self._draw_segments(painter, option.rect, row)
            return
        used = art.words(painter, line, days_of_free(row), "note_medium", "muted")
        room = line.adjusted(used + Space.M, 0, 0, 0)
        art.words(painter, room, count_of_free(row), "note", "muted")
        self._draw_end(painter, option, row, line)

    def _draw_end(
        self, painter: QPainter, option: QStyleOptionViewItem, row: DayHead | FreeDays, line: QRect
    ) -> None:
        """Draw what is special about the days, the week at the right, and the mark of the keyboard."""
        art = self.chips.art
        for place, remark in self.remark_places(option.rect, row):
            warm = remark == self.warm
            art.words(painter, place, special_words(row, remark), "note", "accent" if warm else "muted")
            if warm:
                painter.fillRect(
                    place.left(), place.center().y() + 8, place.width(), 1, painter.pen().color()
                )
        week = week_words(row)
        width = art.width(week, "note")
        art.words(
            painter, QRect(line.right() + 1 - width, line.top(), width, line.height()), week, "note", "muted"
        )
        if _has_keyboard(option) and self._icons.theme.focus_marks.by_keyboard:
            draw_focus_ring(painter, option.rect, self._icons.theme)

    def _draw_segments(self, painter: QPainter, rect: QRect, row: FreeDays) -> None:
        """Draw one place for each free day, so that a drag can choose."""
        theme = self._icons.theme
        for number in range(row.count):
            day, place = row.day(number), segment(rect, row, number)
            over = day == self.landing
            rounded(
                painter,
                place,
                fill=theme.colour("soft" if over else "surface"),
                line=theme.colour("accent" if over else "border"),
                width=Stroke.FOCUS if over else Stroke.HAIRLINE,
                radius=Radius.SMALL,
            )
            room = place.adjusted(Space.S, 0, -Space.XS, 0)
            words = day_title(day, with_month=place.width() > 72)
            self.chips.art.words(painter, room, words, "note", "accent" if over else "muted")

    def _lines_of(self, rect: QRect, row: FreeDays) -> int:
        """Return how many more lines it takes to say what is special about free days."""
        places = self.remark_places(rect, row)
        return (places[-1][0].top() - places[0][0].top()) // _MORE if places else 0

    def _line(self, rect: QRect, row: Row) -> QRect:
        inner = _inner(rect)
        if isinstance(row, FreeDays):
            return QRect(inner.left(), inner.top(), inner.width(), FREE - 1)
        return QRect(inner.left(), inner.bottom() - 29, inner.width(), 24)

    def _name_width(self, row: DayHead | FreeDays) -> int:
        art = self.chips.art
        if isinstance(row, FreeDays):
            return (
                art.width(days_of_free(row), "note_medium") + Space.M + art.width(count_of_free(row), "note")
            )
        width = art.width(day_of_head(row), "item")
        if row.is_today:
            width += Space.S + pill_width(_today(), self._icons.theme)
        return width + (Space.M + art.width(_nothing(), "note") if row.empty else 0)

    # --- items ---

    def _draw_item(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ItemRow, look: PlanLook, zone: str
    ) -> None:
        item, theme, art = row.item, self._icons.theme, self.chips.art
        draw_row(painter, option, self._icons)
        at = _columns(option.rect)
        colour: ColourRole = "muted" if row.continues or item.whole_day else "text"
        art.words(painter, at.hour, _hours(row, zone), "text", colour)
        rounded(painter, at.bar, fill=theme.colour(line_colour(item, look) or "border"), radius=1.5)
        self._draw_title(painter, QRect(at.words.left(), at.words.top(), at.words.width(), _LINE), row, zone)
        second = QRect(at.words.left(), at.words.top() + _LINE + 2, at.words.width(), _NOTE)
        self._draw_labels(painter, second, item, look)
        self._draw_accounts(painter, at.accounts, item, look)
        if item.picture:
            self._draw_picture(painter, at.picture, item.picture)

    def _draw_title(self, painter: QPainter, line: QRect, row: ItemRow, zone: str) -> None:
        item, art = row.item, self.chips.art
        sign = _sign(item)
        room = line.adjusted(0, 0, -(IconSize.SMALL + Space.S) if sign else 0, 0)
        words = title_words(item)
        colour: ColourRole = "muted" if item.done or row.continues else "text"
        used = art.words(painter, room, words, "text" if row.continues else "medium", colour)
        if item.done:
            middle = line.top() + line.height() // 2
            painter.fillRect(line.left(), middle, used, 1, self._icons.theme.colour("muted"))
        if sign:
            top = line.top() + (line.height() - IconSize.SMALL) / 2
            self._icons.paint(painter, line.left() + used + Space.S, top, sign, "muted", IconSize.SMALL)
            used += Space.S + IconSize.SMALL
        if item.days > 1:
            room = line.adjusted(used + Space.M, 0, 0, 0)
            art.words(painter, room, span_words(item, zone), "note", "muted")

    def _draw_labels(self, painter: QPainter, line: QRect, item: CalendarItem, look: PlanLook) -> None:
        """Draw the state, the editorial line, the campaign and the place, as far as there is room."""
        mark, room = item_mark(item), QRect(line)
        top = line.top() + (line.height() - IconSize.SMALL) / 2
        self._icons.paint(painter, room.left(), top, mark.shape, mark.colour, IconSize.SMALL)
        room.setLeft(room.left() + IconSize.SMALL + Space.XS)
        used = self.chips.art.words(painter, room, kind_words(item), "note_medium", mark.colour)
        room.setLeft(room.left() + used + Space.L)
        theme = look.lines.get(item.theme) if item.theme is not None else None
        bar = line_colour(item, look)
        if theme is not None and bar is not None and room.width() > 2 * Space.XXL:
            dot = QRect(room.left(), room.top() + (room.height() - _DOT) // 2, _DOT, _DOT)
            rounded(painter, dot, fill=self._icons.theme.colour(bar), radius=_DOT / 2)
            room.setLeft(room.left() + _DOT + 6)
            room.setLeft(
                room.left() + self.chips.art.words(painter, room, theme.name, "note", "text") + Space.L
            )
        campaign = look.campaigns.get(item.campaign) if item.campaign is not None else None
        for icon, words in (("tag", campaign.name if campaign else ""), ("pin", item.place)):
            if words and room.width() > 2 * Space.XXL:
                self._icons.paint(painter, room.left(), top, icon, "muted", IconSize.SMALL)
                room.setLeft(room.left() + IconSize.SMALL + Space.XS)
                used = self.chips.art.words(painter, room, words, "note", "muted")
                room.setLeft(room.left() + used + Space.L)

    def _draw_accounts(self, painter: QPainter, column: QRect, item: CalendarItem, look: PlanLook) -> None:
        x, step = column.left(), IconSize.SMALL + 6
        top = column.top() + (_LINE - IconSize.SMALL) / 2
        for network in item.networks[: column.width() // step]:
            glyph = self._icons.network(network.value)
            self._icons.paint(painter, x, top, glyph, "muted", IconSize.SMALL)
            x += step
        names = ", ".join(look.accounts[account] for account in item.accounts if account in look.accounts)
        line = QRect(column.left(), column.top() + _LINE + 2, column.width(), _NOTE)
        self.chips.art.words(painter, line, names, "note", "muted")

    def _draw_picture(self, painter: QPainter, place: QRect, digest: str) -> None:
        theme = self._icons.theme
        found = self._thumbnail(digest) if self._thumbnail is not None else None
        if found is None or found.isNull():
            rounded(painter, place, fill=theme.colour("track"), radius=Radius.CONTROL)
            side = IconSize.CONTROL
            left, top = place.center().x() - side / 2 + 1, place.center().y() - side / 2 + 1
            self._icons.paint(painter, left, top, "image", "muted", side)
            return
        path = QPainterPath()
        path.addRoundedRect(place, Radius.CONTROL, Radius.CONTROL)
        painter.save()
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, found, _middle_square(found))
        painter.restore()


def segment(rect: QRect, row: FreeDays, number: int) -> QRect:
    """Return the place of one of some free days while something is dragged."""
    inner = _inner(rect)
    left = inner.left() + inner.width() * number // row.count
    right = inner.left() + inner.width() * (number + 1) // row.count
    return QRect(left, rect.top() + 3, right - left - 2, rect.height() - 7)


def free_day_at(rect: QRect, row: FreeDays, x: int) -> date:
    """Return which of some free days lies under a point."""
    inner = _inner(rect)
    return row.day((x - inner.left()) * row.count // max(1, inner.width()))


def _columns(rect: QRect) -> _Columns:
    inner = _inner(rect).adjusted(0, Space.S, 0, -Space.S)
    accounts = _ACCOUNTS if inner.width() >= _WIDE_FROM else _FEW_ACCOUNTS
    picture = QRect(inner.right() + 1 - _PICTURE, inner.top(), _PICTURE, _PICTURE)
    names = QRect(picture.left() - Space.L - accounts, inner.top(), accounts, _PICTURE)
    bar = QRect(inner.left() + _HOUR + Space.S, inner.top(), Stroke.SELECTED_BAR, _PICTURE)
    words_left = bar.right() + 1 + Space.M
    words = QRect(words_left, inner.top(), names.left() - Space.XL - words_left, _PICTURE)
    return _Columns(QRect(inner.left(), inner.top(), _HOUR, _LINE), bar, words, names, picture)


def _inner(rect: QRect) -> QRect:
    room = rect.adjusted(Space.L, 0, -Space.L, 0)
    room.setWidth(min(room.width(), MOST_WIDTH))
    return room


def _hours(row: ItemRow, zone: str) -> str:
    if row.continues:
        return translate("Calendar", "Continued")
    if row.item.whole_day:
        return translate("Calendar", "All day")
    return hour_words(row.item, zone) if row.item.days > 1 else span_words(row.item, zone)


def _today() -> str:
    return translate("Calendar", "Today")


def _nothing() -> str:
    return translate("Calendar", "Without a publication")


def _sign(item: CalendarItem) -> str:
    if item.on_network or item.key.kind is ItemKind.REMOTE:
        return "cloud"
    return "refresh" if item.recurs else ""


def _middle_square(pixmap: QPixmap) -> QRect:
    side = min(pixmap.width(), pixmap.height())
    return QRect((pixmap.width() - side) // 2, (pixmap.height() - side) // 2, side, side)


def _model(index: Index) -> AgendaModel:
    model = index.model()
    assert isinstance(model, AgendaModel)  # noqa: S101 (this delegate serves one model)
    return model


def _has_keyboard(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_HasFocus)
