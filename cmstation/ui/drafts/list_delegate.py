"""Draw one line of the list of posts: title, first words, state and time, networks."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.drafts import DraftRow
from cmstation.ui.drafts.arrange import Heading
from cmstation.ui.drafts.list_model import DraftListModel
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import (
    draw_elided,
    draw_network_glyphs,
    draw_row,
    draw_state,
    network_glyphs_width,
)
from cmstation.ui.theme.tokens import Height, Space

translate = QCoreApplication.translate
ITEM = 72
HEADING = Height.SMALL
_TITLE, _WORDS, _FOOT = 20, 16, 16


class DraftListDelegate(QStyledItemDelegate):
    """Paints posts and headings."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        model = index.model()
        if not isinstance(model, DraftListModel):
            return
        entry = model.entry(index)
        if isinstance(entry, Heading):
            room = option.rect.adjusted(Space.L, 0, -Space.L, 0)
            words = model.heading_words(entry)
            draw_elided(painter, room, words, self._icons.theme, font="note_strong", colour="muted")
        elif entry is not None:
            self._draw_post(painter, option, model, entry)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        model = index.model()
        heading = isinstance(model, DraftListModel) and isinstance(model.entry(index), Heading)
        return QSize(option.rect.width(), HEADING if heading else ITEM)

    def _draw_post(
        self, painter: QPainter, option: QStyleOptionViewItem, model: DraftListModel, row: DraftRow
    ) -> None:
        icons, theme = self._icons, self._icons.theme
        draw_row(painter, option, icons)
        room = option.rect.adjusted(Space.L, Space.S, -Space.L, -Space.S)
        title = QRect(room.left(), room.top(), room.width(), _TITLE)
        untitled = not (row.title or row.first_words)
        words = translate("DraftListDelegate", "Untitled") if untitled else row.title or row.first_words
        draw_elided(painter, title, words, theme, font="strong", colour="muted" if untitled else "text")
        first = QRect(room.left(), title.bottom() + 1, room.width(), _WORDS)
        draw_elided(painter, first, row.first_words, theme, font="note", colour="muted")
        foot = QRect(room.left(), first.bottom() + 1 + Space.XS, room.width(), _FOOT)
        networks = [network.value for network in row.networks]
        glyphs = network_glyphs_width(len(networks))
        draw_network_glyphs(painter, foot, networks, icons)
        when = model.when_words(row)
        left = foot.adjusted(0, 0, -(glyphs + Space.S), 0)
        draw_state(painter, left, row.state.value, icons, detail=f" · {when}" if when else "")
