"""Draw one day of the month: its number, what is special about it, and its posts as chips."""

from datetime import date
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.ui.calendar.chip_art import ChipArt
from cmstation.ui.calendar.geometry import NUMBER, PAD_TOP, ChipPlaces, chip_places
from cmstation.ui.calendar.month_model import DayCell, MonthModel
from cmstation.ui.calendar.months import DayPost
from cmstation.ui.calendar.words import Lines, others_words, title_words
from cmstation.ui.dates import day_title
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.kit.states import state_mark
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space, Stroke

_DISC = 22
_GLYPHS_FROM = 190
_LINE = 16
_PAD_LEFT, _PAD_RIGHT = 7, 4
_TEXT_LEFT = _PAD_LEFT + IconSize.TINY + Space.XS


class MonthDelegate(QStyledItemDelegate):
    """Paints days; the view says which chip, or which count of others, lies under the pointer."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._art = ChipArt(icons, self)
        self.hovered: tuple[date, int] | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        theme, rect, cell = self._icons.theme, option.rect, model.cell(index)
        quiet = cell.is_weekend or not cell.in_month
        painter.fillRect(rect, theme.colour("bg" if quiet else "surface"))
        hairline(painter, rect, theme.colour("line"), Qt.Edge.RightEdge)
        hairline(painter, rect, theme.colour("line"), Qt.Edge.BottomEdge)
        self._draw_number(painter, rect, cell)
        self._draw_chips(painter, cell, chip_places(rect, len(cell.posts)), model.lines, quiet=quiet)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            width = Stroke.FOCUS if focused else Stroke.HAIRLINE
            rounded(painter, rect, line=theme.colour("accent"), width=width, radius=0)

    # --- the first line ---

    def _draw_number(self, painter: QPainter, rect: QRect, cell: DayCell) -> None:
        line = QRect(rect.left() + Space.S, rect.top() + PAD_TOP, rect.width() - Space.S - 5, NUMBER)
        first = cell.day.day == 1 or (not cell.in_month and cell.day.weekday() == 0)
        words = day_title(cell.day, with_month=first)
        if cell.is_today:
            used = self._draw_today(painter, line, words)
        elif cell.in_month:
            used = self._art.words(painter, line, words, "note_strong")
        else:
            used = self._art.words(painter, line, words, "note", "muted")
        if cell.note:
            self._art.words(painter, line.adjusted(used + 6, 0, 0, 0), cell.note, "note", "muted")

    def _draw_today(self, painter: QPainter, line: QRect, words: str) -> int:
        theme = self._icons.theme
        width = max(_DISC, self._art.width(words, "note_strong") + Space.S)
        disc = QRect(line.left() - 5, line.top(), width, NUMBER)
        rounded(painter, disc, fill=theme.colour("accent"), radius=NUMBER / 2)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_elided(painter, disc, words, theme, font="note_strong", colour="on_accent", align=centre)
        return disc.right() + 1 - line.left()

    # --- posts ---

    def _draw_chips(
        self, painter: QPainter, cell: DayCell, places: ChipPlaces, lines: Lines, *, quiet: bool
    ) -> None:
        for place, chip in enumerate(places.chips):
            post, warm = cell.posts[place], self.hovered == (cell.day, place)
            ground: ColourRole = "hover" if warm else "surface" if quiet else "bg"
            self._art.ground(painter, chip, ground, _bar_colour(post, lines))
            if places.tall:
                self._draw_tall(painter, chip, post)
            else:
                self._draw_flat(painter, chip, post)
        if places.left_out:
            room = places.more.adjusted(Space.XS, 0, 0, 0)
            warm = self.hovered == (cell.day, len(places.chips))
            colour: ColourRole = "accent_hover" if warm else "accent"
            self._art.words(painter, room, others_words(places.left_out), "note_medium", colour)

    def _draw_tall(self, painter: QPainter, chip: QRect, post: DayPost) -> None:
        first = QRect(chip.left(), chip.top() + 2, chip.width() - _PAD_RIGHT, _LINE)
        self._draw_mark(painter, first, post)
        self._art.words(painter, first.adjusted(_TEXT_LEFT, 0, 0, 0), title_words(post), "note")
        second = first.translated(0, _LINE)
        self._draw_glyphs(painter, second, post)
        self._art.words(painter, second.adjusted(_TEXT_LEFT, 0, 0, 0), post.time, "note", "muted")

    def _draw_flat(self, painter: QPainter, chip: QRect, post: DayPost) -> None:
        line = chip.adjusted(0, 0, -_PAD_RIGHT, 0)
        self._draw_mark(painter, line, post)
        room = line.adjusted(_TEXT_LEFT, 0, 0, 0)
        used = self._art.words(painter, room, post.time, "note", "muted")
        room.setLeft(room.left() + used + Space.XS)
        if chip.width() >= _GLYPHS_FROM:
            room.setRight(room.right() - self._draw_glyphs(painter, line, post) - Space.XS)
        self._art.words(painter, room, title_words(post), "note")

    def _draw_mark(self, painter: QPainter, line: QRect, post: DayPost) -> None:
        mark = state_mark(post.row.state.value)
        top = line.top() + (line.height() - IconSize.TINY) / 2
        self._icons.paint(painter, line.left() + _PAD_LEFT, top, mark.shape, mark.colour, IconSize.TINY)

    def _draw_glyphs(self, painter: QPainter, line: QRect, post: DayPost) -> int:
        """Draw as many glyphs as there is room for beside the hour; give their width."""
        networks = tuple(network.value for network in post.row.networks)
        room = line.width() - _TEXT_LEFT - self._art.width(post.time, "note") - Space.S
        while networks and self._art.glyphs_width(len(networks)) > room:
            networks = networks[:-1]
        return self._art.glyphs(painter, line, networks)


def _bar_colour(post: DayPost, lines: Lines) -> ColourRole:
    line = lines.get(post.row.theme) if post.row.theme is not None else None
    return cast("ColourRole", line.colour) if line is not None else "border"
