"""Draw posts that wait for a day as cards."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Slot
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.drafts import DraftRow
from cmstation.ui.calendar.kept_picture import KeptPictures, Strip
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.side.post_model import PostModel
from cmstation.ui.calendar.words import waiting_title
from cmstation.ui.icons import Icons
from cmstation.ui.kit.line_breaking import fitting
from cmstation.ui.kit.painting import (
    draw_elided,
    draw_focus_ring,
    draw_network_glyphs,
    draw_square,
    draw_state,
    network_glyphs_width,
)
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Space

Index = QModelIndex | QPersistentModelIndex
_NOTE = 16
_CARD_LINE = 18
_SQUARE = 8
_GRIP = IconSize.SMALL
_MOST_CARDS, _MOST_TITLES = 40, 400
_SEEN = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver
_CARD_SIDES = 2 * (Space.L + Space.M) + _GRIP


class CardDelegate(QStyledItemDelegate):
    """A card: a grip, the title on at most two lines, editorial line, state, networks."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._kept = KeptPictures(_MOST_CARDS)
        self._lines: dict[tuple[str, int], tuple[str, ...]] = {}
        icons.theme.changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        row, _ = _of(index)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        lines = 1 if row is None else len(self._title_lines(waiting_title(row), width - _CARD_SIDES))
        return QSize(width, 2 * Space.S + lines * _CARD_LINE + Space.XS + _NOTE + Space.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row, look = _of(index)
        if row is None or look is None:
            return
        density = painter.device().devicePixelRatio()
        if not float(density).is_integer():  # a picture would lie between the points of the screen
            self._draw(painter, option, row, look)
            return
        rect, state = QRect(QPoint(0, 0), option.rect.size()), option.state & _SEEN
        ground = option.palette.color(QPalette.ColorRole.Window)
        key = row.id, state.value, self._icons.theme.focus_marks.by_keyboard
        line = look.lines.get(row.theme) if row.theme is not None else None
        stamp = row, line, rect.width(), rect.height(), ground.rgba(), density

        def make() -> QPixmap:
            whole = QStyleOptionViewItem(option)
            whole.rect = rect
            strip = Strip.of(rect, density)
            return strip.picture(ground, lambda on: self._draw(on, whole, row, look))

        painter.drawPixmap(option.rect.topLeft(), self._kept.give(key, stamp, make))

    # --- inside ---

    @Slot()
    def _forget(self) -> None:
        self._kept.forget()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: DraftRow, look: PlanLook) -> None:
        card = option.rect.adjusted(Space.L, 0, -Space.L, -Space.S)
        self._draw_card(painter, option, card)
        room = card.adjusted(Space.S, Space.S, -Space.M, -Space.S)
        grip = room.top() + (_CARD_LINE - _GRIP) / 2
        self._icons.paint(painter, room.left(), grip, "grip", "muted", _GRIP)
        room.setLeft(room.left() + _GRIP + Space.XS)
        for words in self._title_lines(waiting_title(row), option.rect.width() - _CARD_SIDES):
            line = QRect(room.left(), room.top(), room.width(), _CARD_LINE)
            draw_elided(painter, line, words, self._icons.theme, font="medium")
            room.setTop(room.top() + _CARD_LINE)
        self._draw_foot(painter, QRect(room.left(), room.top() + Space.XS, room.width(), _NOTE), row, look)

    def _draw_card(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
        theme, state = self._icons.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_HasFocus)
        ground: ColourRole = "hover" if state & QStyle.StateFlag.State_MouseOver else "surface"
        edge: ColourRole = "accent" if chosen else "border"
        rounded(painter, card, fill=theme.colour(ground), line=theme.colour(edge), radius=Radius.CARD)
        if chosen and theme.focus_marks.by_keyboard:
            draw_focus_ring(painter, card, theme, Radius.CARD)

    def _draw_foot(self, painter: QPainter, foot: QRect, row: DraftRow, look: PlanLook) -> None:
        """Draw the square of the line, the state, and the networks at the right."""
        networks = [network.value for network in row.networks]
        draw_network_glyphs(painter, foot, networks, self._icons)
        room = foot.adjusted(0, 0, -(network_glyphs_width(len(networks)) + Space.S), 0)
        line = look.lines.get(row.theme) if row.theme is not None else None
        if line is not None:
            square = QRect(room.left(), room.top(), _SQUARE, room.height())
            colour = self._icons.theme.colour(cast("ColourRole", line.colour))
            draw_square(painter, square, colour, _SQUARE)
            room.setLeft(room.left() + _SQUARE + 6)
        draw_state(painter, room, row.state.value, self._icons)

    def _title_lines(self, title: str, width: int) -> tuple[str, ...]:
        """Break a title into at most two lines; the second one keeps the rest, to be elided."""
        found = self._lines.get((title, width))
        if found is None:
            if len(self._lines) > _MOST_TITLES:
                self._lines.clear()
            found = self._lines[title, width] = self._broken(title, width)
        return found

    def _broken(self, title: str, width: int) -> tuple[str, ...]:
        length = fitting(title, self._icons.theme.font("medium"), width)
        return (title,) if length >= len(title) else (title[:length].rstrip(), title[length:])


def _of(index: Index) -> tuple[DraftRow | None, PlanLook | None]:
    model = index.model()
    return (model.row_at(index), model.look) if isinstance(model, PostModel) else (None, None)
