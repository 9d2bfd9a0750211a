"""Draw a story: whether it is new, its title on two lines, its best source, and what was decided."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.watch import StoryRow
from cmstation.ui.icons import Icons
from cmstation.ui.kit.kept_words import KeptWords
from cmstation.ui.kit.painted_rows import PaintedRows
from cmstation.ui.kit.painting import draw_elided, draw_pill, draw_row, pill_width
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, IconSize, Space, TypeRole
from cmstation.ui.watch.story_model import StoryModel
from cmstation.ui.watch.words import DECISION_MARKS, decision_word, more_sources

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 88
_LEFT, _RIGHT = 28, Space.L
_DOT, _DOT_X = 8, 13
_LINE, _FOOT = 20, 20
_LINES = 2


class StoryDelegate(QStyledItemDelegate):
    """Paints stories, all of one height.

    Args:
        when: says a moment in few words, beside the clock that the tab knows.
    """

    def __init__(self, icons: Icons, when: Callable[[datetime], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._when = when
        self._words = KeptWords(icons, self)
        self._rows = PaintedRows(icons, self)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        row = model.row(index) if isinstance(model, StoryModel) else None
        if row is None:
            draw_row(painter, option, self._icons)
            self._draw_waiting(painter, _room(option))
            return
        when = self._when(row.moment)
        key = (row.title, row.source_name, row.count, row.unread, row.starred, row.decision, when)
        self._rows.draw(painter, option, key, lambda own, there: self._draw(own, there, row, when))

    # --- inside ---

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: StoryRow, when: str) -> None:
        draw_row(painter, option, self._icons)
        room = _room(option)
        if len(self._lines(row, room.width())) == 1:
            room.adjust(0, _LINE // 2, 0, -_LINE // 2)
        if row.unread:
            dot = QRect(option.rect.left() + _DOT_X, room.top() + (_LINE - _DOT) // 2, _DOT, _DOT)
            rounded(painter, dot, fill=self._icons.theme.colour("accent"), radius=_DOT / 2)
        self._draw_title(painter, room, row)
        foot = QRect(room.left(), room.bottom() + 1 - _FOOT, room.width(), _FOOT)
        self._draw_foot(painter, foot, row, when)

    def _draw_waiting(self, painter: QPainter, room: QRect) -> None:
        """Draw the place of a story that is being read."""
        theme = self._icons.theme
        for line, part in enumerate((0.9, 0.6)):
            bar = QRect(room.left(), room.top() + line * _LINE + 5, round(room.width() * part), 10)
            rounded(painter, bar, fill=theme.colour("track"), radius=5)

    def _lines(self, row: StoryRow, width: int) -> tuple[str, ...]:
        return self._words.folded(row.title, _font(row), width, _LINES)

    def _draw_title(self, painter: QPainter, room: QRect, row: StoryRow) -> None:
        font = _font(row)
        colour = "muted" if row.decision is not None else "text"
        line = QRect(room.left(), room.top(), room.width(), _LINE)
        for words in self._lines(row, room.width()):
            self._words.words(painter, line, words, font, colour)
            line.translate(0, _LINE)

    def _draw_foot(self, painter: QPainter, room: QRect, row: StoryRow, when: str) -> None:
        room = room.adjusted(0, 0, -self._draw_decision(painter, room, row), 0)
        theme, pill = self._icons.theme, more_sources(row.count - 1) if row.count > 1 else ""
        detail = f" · {when}"
        taken = self._words.width(detail, "note") + (pill_width(pill, theme) + Space.S if pill else 0)
        name = QRect(room.left(), room.top(), max(0, room.width() - taken), room.height())
        x = name.left() + draw_elided(painter, name, row.source_name, theme, font="note_medium")
        x += self._words.words(painter, room.adjusted(x - room.left(), 0, 0, 0), detail, "note", "muted")
        if pill:
            top = room.top() + (room.height() - Height.PILL) // 2
            draw_pill(painter, QPoint(x + Space.S, top), pill, "muted", self._icons)

    def _draw_decision(self, painter: QPainter, room: QRect, row: StoryRow) -> int:
        """Draw what was decided, or a star, at the right; give the width it took."""
        icons, theme = self._icons, self._icons.theme
        top = room.top() + (room.height() - IconSize.SMALL) / 2
        if row.decision is None:
            if not row.starred:
                return 0
            icons.paint(painter, room.right() + 1 - IconSize.SMALL, top, "star", "accent", IconSize.SMALL)
            return IconSize.SMALL + Space.S
        mark, word = DECISION_MARKS[row.decision], decision_word(row.decision)
        width = self._words.width(word, "note_medium")
        left = room.right() + 1 - width
        icons.paint(painter, left - Space.XS - IconSize.SMALL, top, mark.icon, mark.colour, IconSize.SMALL)
        draw_elided(
            painter,
            QRect(left, room.top(), width + 1, room.height()),
            word,
            theme,
            font="note_medium",
            colour=mark.colour,
            align=Qt.AlignmentFlag.AlignLeft,
        )
        return width + Space.XS + IconSize.SMALL + Space.S


def _room(option: QStyleOptionViewItem) -> QRect:
    return option.rect.adjusted(_LEFT, Space.M, -_RIGHT, -Space.M)


def _font(row: StoryRow) -> TypeRole:
    return "strong" if row.unread else "text"
