"""The pictures of a post in a preview card, laid out as their network does."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from cmstation.domain.crops import CropBox
from cmstation.ui.drafts.preview.blocks import Block, clip_to
from cmstation.ui.drafts.preview.picture_places import Arrangement, Places, places
from cmstation.ui.drafts.preview.post_seen import PictureSeen
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import IconSize, Radius, Space

_BADGE = QSize(30, 16)


class Pictures(Block):
    """Pictures in the order of their network.

    Args:
        radius: roundness of the outer corners.
        alt_at: corner in which the network writes ALT on a described picture; None writes nothing.
        numbered: "1/3" in the upper right corner, and dots below (Instagram).
    """

    def __init__(
        self,
        icons: Icons,
        pictures: tuple[PictureSeen, ...],
        arrangement: Arrangement,
        *,
        radius: int = 0,
        inner_gap: int = 4,
        tallest: float = 1.25,
        flattest: float = 0.5,
        alt_at: Qt.Corner | None = None,
        numbered: bool = False,
        gap: int = Space.S,
        bleed: bool = False,
    ) -> None:
        super().__init__(icons, gap=gap if pictures else 0, bleed=bleed)
        self._pictures, self._arrangement, self._radius = pictures, arrangement, radius
        self._inner_gap, self._tallest, self._flattest = inner_gap, tallest, flattest
        self._alt_at, self._numbered = alt_at, numbered

    def height(self, width: int) -> int:
        found = self._places(width)
        dots = Space.L if self._numbered and len(self._pictures) > 1 else 0
        return found.height + (dots if found.height else 0)

    def paint(self, painter: QPainter, room: QRect) -> None:
        found = self._places(room.width())
        if not found.frames:
            return
        painter.save()
        whole = QRect(room.topLeft(), QSize(room.width(), found.height))
        clip_to(painter, whole, self._radius)
        for frame, picture in zip(found.frames, self._pictures, strict=False):
            placed = frame.translated(room.topLeft())
            draw_picture(painter, placed, picture.pixmap, picture.crop, self.icons)
            if self._alt_at is not None and picture.alt_text:
                self._draw_badge(painter, _corner(placed, self._alt_at), "ALT")
        if found.hidden:
            self._draw_hidden(painter, found.frames[-1].translated(room.topLeft()), found.hidden)
        if self._numbered and len(self._pictures) > 1:
            words = f"1/{len(self._pictures)}"
            self._draw_badge(painter, _corner(whole, Qt.Corner.TopRightCorner), words)
        painter.restore()
        if self._numbered and len(self._pictures) > 1:
            self._draw_dots(painter, whole)

    def _places(self, width: int) -> Places:
        ratios = [picture.ratio for picture in self._pictures]
        return places(
            self._arrangement,
            ratios,
            width,
            gap=self._inner_gap,
            tallest=self._tallest,
            flattest=self._flattest,
        )

    def _draw_badge(self, painter: QPainter, at: QRect, words: str) -> None:
        # White on a dark veil: it lies on a photo, which has no theme.
        rounded(painter, at, fill=QColor(0, 0, 0, 170), radius=Radius.SMALL)
        painter.setFont(self.icons.theme.font("heat"))
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), words)

    def _draw_hidden(self, painter: QPainter, frame: QRect, hidden: int) -> None:
        painter.fillRect(frame, QColor(0, 0, 0, 130))
        painter.setFont(self.icons.theme.font("page"))
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), f"+{hidden}")

    def _draw_dots(self, painter: QPainter, whole: QRect) -> None:
        theme, count = self.icons.theme, min(len(self._pictures), 10)
        left = whole.center().x() - (count * 10 - 4) // 2
        for place in range(count):
            dot = QRect(left + place * 10, whole.bottom() + 1 + 6, 6, 6)
            colour = theme.colour("accent" if place == 0 else "track")
            rounded(painter, dot, fill=colour, radius=3)


def draw_picture(
    painter: QPainter, frame: QRect, pixmap: QPixmap | None, crop: CropBox | None, icons: Icons
) -> None:
    """Fill a frame with the middle of a picture's chosen part; a quiet ground until it has come."""
    theme = icons.theme
    if pixmap is None or pixmap.isNull():
        painter.fillRect(frame, theme.colour("track"))
        middle = frame.center() - QPoint(IconSize.NORMAL // 2, IconSize.NORMAL // 2)
        icons.paint(painter, middle.x(), middle.y(), "image", "muted", IconSize.NORMAL)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(QRectF(frame), pixmap, shown_part(pixmap.size(), crop, frame.size()))


def shown_part(picture: QSize, crop: CropBox | None, frame: QSize) -> QRectF:
    """Return the part of a picture that fills a frame without bending it."""
    box = crop or CropBox(0, 0, 1, 1)
    part = QRectF(
        box.left * picture.width(),
        box.top * picture.height(),
        box.width * picture.width(),
        box.height * picture.height(),
    )
    wanted = frame.width() / max(1, frame.height())
    centre = part.center()
    if part.width() / max(1.0, part.height()) > wanted:
        part.setWidth(part.height() * wanted)
    else:
        part.setHeight(part.width() / wanted)
    part.moveCenter(centre)
    return part


def draw_play(painter: QPainter, frame: QRect, icons: Icons, words: str) -> None:
    """Draw over a picture that it stands for a film of a given length."""
    middle = QRect(0, 0, 44, 32)
    middle.moveCenter(frame.center())
    rounded(painter, middle, fill=QColor(0, 0, 0, 170), radius=Radius.CONTROL)
    side = IconSize.NORMAL
    left, top = middle.center().x() - side // 2 + 1, middle.center().y() - side // 2 + 1
    icons.paint(painter, left, top, "play", QColor(Qt.GlobalColor.white), side)
    if words:
        badge = QRect(0, 0, 36, 16)
        badge.moveBottomRight(frame.bottomRight() - QPoint(Space.S, Space.S))
        rounded(painter, badge, fill=QColor(0, 0, 0, 170), radius=Radius.SMALL)
        draw_elided(painter, badge, words, icons.theme, font="heat", align=Qt.AlignmentFlag.AlignHCenter)


def _corner(frame: QRect, corner: Qt.Corner) -> QRect:
    badge = QRect(QPoint(0, 0), _BADGE)
    inner = frame.adjusted(Space.S, Space.S, -Space.S, -Space.S)
    if corner is Qt.Corner.BottomLeftCorner:
        badge.moveBottomLeft(inner.bottomLeft())
    elif corner is Qt.Corner.BottomRightCorner:
        badge.moveBottomRight(inner.bottomRight())
    elif corner is Qt.Corner.TopRightCorner:
        badge.moveTopRight(inner.topRight())
    else:
        badge.moveTopLeft(inner.topLeft())
    return badge
