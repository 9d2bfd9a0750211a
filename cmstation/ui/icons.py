"""Icons of one colour, drawn from the bundled SVG files in the colours of the theme."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol
from weakref import ref

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from shiboken6 import isValid

from cmstation.resource_files import resource
from cmstation.ui.theme.tokens import ColourRole, IconSize

if TYPE_CHECKING:
    from pathlib import Path

    from cmstation.ui.theme.theme import Theme

_ALIASES = {
    "in_review": "review",
    "approved": "check",
    "scheduled": "clock",
    "palette": "command",
    "send": "sending",
    "site": "globe",
}


class ShowsIcon(Protocol):
    """A button or an action."""

    def setIcon(self, icon: QIcon | QPixmap, /) -> None: ...


class Icons(QObject):
    """Draw icons, keep what was drawn, and recolour what was bound when the theme changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sources: dict[str, bytes] = {}
        self._networks: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}
        self._bound: dict[int, tuple[ref[ShowsIcon], partial[QIcon]]] = {}
        theme.changed.connect(self._recolour)

    @property
    def theme(self) -> Theme:
        """The theme whose colours the icons take."""
        return self._theme

    def icon(
        self,
        name: str,
        role: ColourRole = "text",
        size: int = IconSize.NORMAL,
        *,
        on: ColourRole | None = None,
    ) -> QIcon:
        """Make an icon for a menu or a button; it keeps the colours it was made with (see `bind`).

        Args:
            name: file name without its end; `networks/facebook` for a network.
            on: colour when the button is checked.
        """
        icon = QIcon()
        for density in sorted({1.0, _density()}):
            icon.addPixmap(self.pixmap(name, role, size, density))
            icon.addPixmap(self.pixmap(name, "muted", size, density), QIcon.Mode.Disabled)
            if on is not None:
                icon.addPixmap(self.pixmap(name, on, size, density), QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def bind(
        self,
        target: ShowsIcon,
        name: str,
        role: ColourRole = "text",
        size: int = IconSize.CONTROL,
        *,
        on: ColourRole | None = None,
    ) -> None:
        """Give a button or an action its icon, now and after each change of theme."""
        draw = partial(self.icon, name, role, size, on=on)
        target.setIcon(draw())
        self._bound[id(target)] = (ref(target, partial(self._forget, id(target))), draw)

    def pixmap(
        self, name: str, colour: ColourRole | QColor, size: int = IconSize.NORMAL, dpr: float = 1.0
    ) -> QPixmap:
        """Draw an icon in one colour, or give it again."""
        ink = colour if isinstance(colour, QColor) else self._theme.colour(colour)
        key = (name, int(ink.rgba()), size, dpr)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._draw(name, ink, size, dpr)
        return found

    def paint(
        self, painter: QPainter, x: float, y: float, name: str, colour: ColourRole | QColor, size: int
    ) -> None:
        """Draw an icon with its upper left corner at a point."""
        density = painter.device().devicePixelRatio()
        painter.drawPixmap(QRectF(x, y, size, size).topLeft(), self.pixmap(name, colour, size, density))

    def paint_sharp(self, painter: QPainter, room: QRectF, name: str, ink: QColor) -> None:
        """Draw an icon as lines instead of points: on paper it stays sharp at any size."""
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not before the first icon is drawn

        source = self._source(name).replace(b"currentColor", ink.name().encode())
        QSvgRenderer(QByteArray(source)).render(painter, room)

    def network(self, key: str) -> str:
        """Give the name of the glyph of a network, a globe when there is none."""
        found = self._networks.get(key)
        if found is None:
            name = f"networks/{key}"
            found = self._networks[key] = name if self._path(name).is_file() else "globe"
        return found

    def _draw(self, name: str, ink: QColor, size: int, dpr: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not before the first icon is drawn

        source = self._source(name).replace(b"currentColor", ink.name().encode())
        side = max(1, round(size * dpr))
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(ink.alphaF())
        QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        return pixmap

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            self._sources[name] = self._path(name).read_bytes()
        return self._sources[name]

    @staticmethod
    def _path(name: str) -> Path:
        return resource("icons", *f"{_ALIASES.get(name, name)}.svg".split("/"))

    def _forget(self, key: int, _gone: ref[ShowsIcon]) -> None:
        self._bound.pop(key, None)

    @Slot()
    def _recolour(self) -> None:
        for found, draw in list(self._bound.values()):
            target = found()
            if target is not None and isValid(target):
                target.setIcon(draw())


def _density() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
