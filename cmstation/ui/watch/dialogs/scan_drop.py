"""A place for a scanned article: dropped, pasted or chosen, and shown small."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_focus_ring, draw_text
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Space

_SIDE: Final = QSize(200, 216)
_LINE: Final = 20
_ENDS: Final = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp"
_MOST_PIXELS: Final = 1_200


class ScanDrop(QAbstractButton):
    """The picture of an article, or the place where it goes.

    Signals:
        changed: another picture is there, or none.
    """

    changed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._media: Path | bytes | None = None
        self._picture = QPixmap()
        self._over = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(_SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)
        self._tell()

    def media(self) -> Path | bytes | None:
        """Return the picture, None without one."""
        return self._media

    def show_file(self, file: Path) -> None:
        """Take a picture file; one that cannot be read shows its name alone."""
        self._take(file, _small(file))

    def clear(self) -> None:
        """Take the picture away."""
        self._take(None, QPixmap())

    # --- Qt ---

    def sizeHint(self) -> QSize:
        return _SIDE

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 1, -2, -2)
        pen = QPen(theme.colour(self._line()), 1)
        if self._media is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("soft" if self._over else "bg"))
        painter.drawRoundedRect(frame, Radius.CARD, Radius.CARD)
        if self._picture.isNull():
            self._draw_words(painter)
        else:
            self._draw_picture(painter, frame)
        if self.hasFocus() and theme.focus_marks.by_keyboard:
            draw_focus_ring(painter, self.rect(), theme, Radius.CARD)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take_mime(QGuiApplication.clipboard().mimeData())
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._media is not None:
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if _file_in(event.mimeData()) is not None or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._turn(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        super().dragLeaveEvent(event)
        self._turn(over=False)

    def dropEvent(self, event: QDropEvent, /) -> None:
        self._turn(over=False)
        if self._take_mime(event.mimeData()):
            event.acceptProposedAction()

    # --- inside ---

    @Slot()
    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Scanned article"), "", self.tr("Pictures ({ends})").format(ends=_ENDS)
        )
        if name:
            self.show_file(Path(name))

    def _line(self) -> ColourRole:
        if self._over:
            return "accent"
        return "muted" if self._media is None else "border"

    def _take_mime(self, mime: QMimeData) -> bool:
        file = _file_in(mime)
        if file is not None:
            self.show_file(file)
            return True
        if mime.hasImage():
            image = QGuiApplication.clipboard().image() if mime.imageData() is None else mime.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self._take(_bytes(image), QPixmap.fromImage(image))
                return True
        return False

    def _take(self, media: Path | bytes | None, picture: QPixmap) -> None:
        self._media, self._picture = media, picture
        self._tell()
        self.update()
        self.changed.emit()

    def _turn(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _tell(self) -> None:
        if self._media is None:
            self.setAccessibleName(self.tr("Scanned picture: drop it, paste it, or choose a file"))
        elif isinstance(self._media, Path):
            self.setAccessibleName(self.tr("Scanned picture: {name}").format(name=self._media.name))
        else:
            self.setAccessibleName(self.tr("Scanned picture, pasted"))
        self.setToolTip(self.accessibleName())

    def _draw_words(self, painter: QPainter) -> None:
        theme = self._icons.theme
        words = [self.tr("Scanned article"), self.tr("drop it, paste it,"), self.tr("or choose a file")]
        if isinstance(self._media, Path):
            words = [self._media.name]
        top = (self.height() - len(words) * _LINE - IconSize.NORMAL - Space.S) // 2
        left = (self.width() - IconSize.NORMAL) // 2
        self._icons.paint(painter, left, top, "image", "muted", IconSize.NORMAL)
        line = QRect(Space.S, top + IconSize.NORMAL + Space.S, self.width() - 2 * Space.S, _LINE)
        for place, text in enumerate(words):
            colour = theme.colour("text" if place == 0 else "muted")
            font = theme.font("medium" if place == 0 else "note")
            draw_text(painter, line, text, font, colour, align=Qt.AlignmentFlag.AlignHCenter)
            line.translate(0, _LINE)

    def _draw_picture(self, painter: QPainter, frame: QRect) -> None:
        room = frame.adjusted(Space.XS, Space.XS, -Space.XS, -Space.XS)
        density = self.devicePixelRatio()
        small = self._picture.scaled(
            room.size() * density,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(density)
        size = small.deviceIndependentSize().toSize()
        at = QRect(room.topLeft(), size)
        at.moveCenter(room.center())
        painter.drawPixmap(at.topLeft(), small)


def _small(file: Path) -> QPixmap:
    """Read a picture no larger than it is shown: scans are large."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _MOST_PIXELS:
        reader.setScaledSize(size.scaled(_MOST_PIXELS, _MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return QPixmap() if image.isNull() else QPixmap.fromImage(image)


def _file_in(mime: QMimeData) -> Path | None:
    urls = (url for url in mime.urls() if url.isLocalFile())
    return next((Path(url.toLocalFile()) for url in urls), None)


def _bytes(image: QImage) -> bytes:
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType,reportCallIssue] - the stubs want bytes
    buffer.close()
    return bytes(array.data())
