"""Draw one picture of the strip: thumbnail, name, whether it is described, its crops."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.media import Attachment
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_focus_ring, draw_pill
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, IconSize, Radius, Space

translate = QCoreApplication.translate
ITEM = QSize(250, 72)
PICTURE = QSize(104, 72)
STRIP_HEIGHT = 76
_TEXT_LEFT = PICTURE.width() + 10
_PILL_TOP, _FOOT_TOP = 24, 48


class Part(Enum):
    """What of a picture's entry lies under the pointer."""

    NONE = auto()
    PICTURE = auto()
    DESCRIPTION = auto()
    CROP = auto()


def part_at(place: QPoint) -> Part:
    """Return what lies at a point of an entry, counted from its upper left corner."""
    if place.x() < PICTURE.width():
        return Part.PICTURE
    if place.x() > ITEM.width() or place.x() < _TEXT_LEFT or place.y() < _PILL_TOP:
        return Part.NONE
    return Part.DESCRIPTION if place.y() < _FOOT_TOP else Part.CROP


class MediaDelegate(QStyledItemDelegate):
    """Paints the pictures of a post."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        return QSize(ITEM.width() + Space.L, STRIP_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        found: object = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(found, Attachment):
            return
        top_left = option.rect.topLeft() + QPoint(0, 2)
        picture: object = index.data(Qt.ItemDataRole.DecorationRole)
        frame = QRect(top_left, PICTURE)
        self._draw_picture(painter, frame, picture if isinstance(picture, QPixmap) else None)
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, frame, line=self._icons.theme.colour("accent"), width=2, radius=Radius.CONTROL)
        if option.state & QStyle.StateFlag.State_HasFocus and self._icons.theme.focus_marks.by_keyboard:
            draw_focus_ring(painter, frame, self._icons.theme, Radius.CONTROL)
        words = QRect(top_left.x() + _TEXT_LEFT, top_left.y(), ITEM.width() - _TEXT_LEFT, PICTURE.height())
        self._draw_words(painter, words, found)

    def _draw_picture(self, painter: QPainter, frame: QRect, picture: QPixmap | None) -> None:
        theme = self._icons.theme
        if picture is None or picture.isNull():
            rounded(painter, frame, fill=theme.colour("track"), line=None, radius=Radius.CONTROL)
            side = IconSize.NORMAL
            middle = frame.center() - QPoint(side // 2, side // 2)
            self._icons.paint(painter, middle.x(), middle.y(), "image", "muted", side)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(frame, Radius.CONTROL, Radius.CONTROL)
        painter.setClipPath(path)
        painter.drawPixmap(frame, picture, middle_part(picture.size(), frame.size()))
        painter.restore()

    def _draw_words(self, painter: QPainter, room: QRect, found: Attachment) -> None:
        theme = self._icons.theme
        name = QRect(room.left(), room.top(), room.width(), 20)
        draw_elided(painter, name, found.media.file_name, theme)
        place = QPoint(room.left(), name.bottom() + 1 + Space.XS)
        if found.decorative:
            draw_pill(painter, place, translate("MediaDelegate", "Decorative"), "muted", self._icons)
        elif found.described:
            words = translate("MediaDelegate", "Alternative text")
            draw_pill(painter, place, words, "good", self._icons, icon="check")
        else:
            words = translate("MediaDelegate", "To describe")
            draw_pill(painter, place, words, "warning", self._icons, icon="warning")
        foot = QRect(room.left(), place.y() + Height.PILL + Space.XS, room.width(), 16)
        side = IconSize.SMALL
        self._icons.paint(painter, foot.left(), foot.top() + 1, "crop", "muted", side)
        size = f"{found.media.width} × {found.media.height}"
        networks = len(found.crops)
        words = translate("MediaDelegate", "Cropped on %n network(s)", "", networks) if networks else size
        draw_elided(
            painter, foot.adjusted(side + Space.XS, 0, 0, 0), words, theme, font="note", colour="muted"
        )


def middle_part(picture: QSize, frame: QSize) -> QRect:
    """Return the middle of a picture that fills a frame without bending it."""
    scaled = frame.scaled(picture, Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (picture.width() - scaled.width()) // 2, (picture.height() - scaled.height()) // 2
    return QRect(QPoint(left, top), scaled)
