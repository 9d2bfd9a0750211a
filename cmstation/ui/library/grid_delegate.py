"""Draw one picture of the library: thumbnail, file name, whether it is described, where it is used."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.media import MediaItem
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_focus_ring, draw_pill
from cmstation.ui.library.grid_model import GridModel
from cmstation.ui.library.words import Described, described, described_words, used_words
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, IconSize, Radius, Space, Tone

NARROWEST = 190
_PAD = 10
_GAP = 6
_NAME = 20
_MARKS: dict[Described, tuple[Tone, str]] = {
    Described.WRITTEN: ("good", "check"),
    Described.DECORATIVE: ("muted", ""),
    Described.BARE: ("warning", "warning"),
}


def cell_size(room: int) -> QSize:
    """Return the size of a cell, so that whole cells fill a width."""
    columns = max(1, room // NARROWEST)
    width = room // columns
    return QSize(width, 2 * _PAD + _picture_height(width) + _GAP + _NAME + Space.XS + Height.PILL)


def _picture_height(width: int) -> int:
    return round((width - 2 * _PAD) * 2 / 3)


class GridDelegate(QStyledItemDelegate):
    """Paints the cells."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.cell = cell_size(NARROWEST)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        model = index.model()
        item = model.item(index) if isinstance(model, GridModel) else None
        if item is None:
            return
        tile = option.rect.adjusted(2, 2, -2, -2)
        self._draw_ground(painter, option, tile)
        room = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        frame = QRect(room.left(), room.top(), room.width(), _picture_height(option.rect.width()))
        picture: object = index.data(Qt.ItemDataRole.DecorationRole)
        self._draw_picture(painter, frame, picture if isinstance(picture, QPixmap) else None)
        name = QRect(room.left(), frame.bottom() + 1 + _GAP, room.width(), _NAME)
        draw_elided(painter, name, item.file_name, self._icons.theme, font="medium")
        foot = QPoint(room.left(), name.bottom() + 1 + Space.XS)
        self._draw_foot(painter, QRect(foot, QSize(room.width(), Height.PILL)), item)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, tile: QRect) -> None:
        theme = self._icons.theme
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(
                painter,
                tile,
                fill=theme.colour("soft"),
                line=theme.colour("accent"),
                radius=Radius.CARD,
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, tile, fill=theme.colour("hover"), radius=Radius.CARD)
        if option.state & QStyle.StateFlag.State_HasFocus and theme.focus_marks.by_keyboard:
            draw_focus_ring(painter, tile, theme, Radius.CARD)

    def _draw_picture(self, painter: QPainter, frame: QRect, picture: QPixmap | None) -> None:
        theme = self._icons.theme
        if picture is None or picture.isNull():
            rounded(painter, frame, fill=theme.colour("track"), radius=Radius.CONTROL)
            corner = frame.center() - QPoint(IconSize.NORMAL // 2, IconSize.NORMAL // 2)
            self._icons.paint(painter, corner.x(), corner.y(), "image", "muted", IconSize.NORMAL)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(frame, Radius.CONTROL, Radius.CONTROL)
        painter.setClipPath(path)
        painter.drawPixmap(frame, picture)
        painter.restore()

    def _draw_foot(self, painter: QPainter, foot: QRect, item: MediaItem) -> None:
        state = described(item)
        tone, icon = _MARKS[state]
        used = draw_pill(painter, foot.topLeft(), described_words(state), tone, self._icons, icon=icon)
        draw_elided(
            painter,
            foot.adjusted(used + Space.S, 0, 0, 0),
            used_words(item.used_in),
            self._icons.theme,
            font="note",
            colour="muted",
            align=Qt.AlignmentFlag.AlignRight,
        )
