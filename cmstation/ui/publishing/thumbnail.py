"""The first picture of a post as a network will show it, small."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from cmstation.domain.crops import CropBox
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_pill, pill_width
from cmstation.ui.theme.tokens import Height, Radius, Space

SIZE = QSize(80, 56)


class Thumbnail(QWidget):
    """A picture that fills its frame, cropped as on the network, with how many follow it."""

    def __init__(
        self, icons: Icons, picture: QPixmap, crop: CropBox, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        left, top, right, bottom = crop.pixels(picture.width(), picture.height())
        self._picture = picture.copy(QRect(left, top, right - left, bottom - top))
        self._more = f"+{count - 1}" if count > 1 else ""
        self.setFixedSize(SIZE)
        self.setAccessibleName(self.tr("%n picture(s)", "", count))
        self.setToolTip(self.accessibleName())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), Radius.CONTROL, Radius.CONTROL)
        painter.setClipPath(frame)
        density = self.devicePixelRatio()
        filled = self._picture.scaled(
            SIZE * density,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        filled.setDevicePixelRatio(density)
        whole = filled.deviceIndependentSize()
        painter.drawPixmap(
            round((self.width() - whole.width()) / 2), round((self.height() - whole.height()) / 2), filled
        )
        if self._more:
            width = pill_width(self._more, self._icons.theme)
            corner = QPoint(self.width() - width - Space.XS, self.height() - Height.PILL - Space.XS)
            draw_pill(painter, corner, self._more, "muted", self._icons)
