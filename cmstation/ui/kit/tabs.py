"""Tabs of the header and of the versions, with a counter and a dot beside their name."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QTabBar, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_focus_ring
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import ColourRole, Height, IconSize, Space, Stroke, TypeRole

_GAP = 6
_VERSION_PADDING = 10


@dataclass(frozen=True, slots=True)
class TabMark:
    """What stands beside the name of a tab.

    Args:
        icon: before the name; `icons.network(key)` for a network.
        dot: something is of its own here (a detached version).
        counter: after the name; `alarm` writes it as an error.
    """

    icon: str = ""
    dot: bool = False
    counter: str = ""
    alarm: bool = False


class TabStrip(QTabBar):
    """Tabs in the look of the header (48 px) or of the versions (40 px)."""

    def __init__(
        self, icons: Icons, name: str, *, versions: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._versions = versions
        self._marks: list[TabMark] = []
        self.setProperty("kind", "version" if versions else "header")
        self.setAccessibleName(name)
        self.setFont(icons.theme.font("medium"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)

    def add(self, text: str, mark: TabMark | None = None) -> int:
        """Add a tab at the right; give its place."""
        return self.addTab(text) if mark is None else self._add_marked(text, mark)

    def mark(self, index: int) -> TabMark:
        """Give what stands beside the name of a tab."""
        return self._marks[index]

    def set_mark(self, index: int, mark: TabMark) -> None:
        """Change what stands beside the name of a tab."""
        if self._marks[index] == mark:
            return
        self._marks[index] = mark
        # The bar measures its tabs again only when a text changes.
        self.setTabText(index, self.tabText(index))
        self.setAccessibleTabName(index, " ".join(filter(None, (self.tabText(index), mark.counter))))
        self.update()

    def tabInserted(self, index: int, /) -> None:
        self._marks.insert(index, TabMark())
        super().tabInserted(index)

    def tabRemoved(self, index: int, /) -> None:
        del self._marks[index]
        super().tabRemoved(index)

    def tabSizeHint(self, index: int, /) -> QSize:
        height = Height.VERSION_TABS if self._versions else Height.TABS
        return QSize(round(self._width(index) + 2 * self._padding), height)

    def minimumTabSizeHint(self, index: int, /) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        if self._versions:
            hairline(painter, self.rect(), theme.colour("border"), Qt.Edge.BottomEdge)
        option = QStyleOptionTab()
        for index in range(self.count()):
            self.initStyleOption(option, index)
            self._paint_tab(painter, index, option)

    def _add_marked(self, text: str, mark: TabMark) -> int:
        index = self.addTab(text)
        self.set_mark(index, mark)
        return index

    @property
    def _padding(self) -> int:
        return _VERSION_PADDING if self._versions else Space.M

    def _width(self, index: int) -> float:
        theme = self._icons.theme
        mark = self._marks[index] if index < len(self._marks) else TabMark()
        width = theme.metrics("strong").horizontalAdvance(self.tabText(index)) + 1
        if mark.icon:
            width += IconSize.SMALL + _GAP
        if mark.dot:
            width += Stroke.COUNTER_DOT + _GAP
        if mark.counter:
            width += theme.metrics("note_strong").horizontalAdvance(mark.counter) + _GAP + 1
        return width

    def _paint_tab(self, painter: QPainter, index: int, option: QStyleOptionTab) -> None:
        theme = self._icons.theme
        rect, mark = QRect(option.rect), self._marks[index]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        lit = chosen or bool(option.state & QStyle.StateFlag.State_MouseOver)
        colour: ColourRole = "text" if lit else "muted"
        room = rect.adjusted(self._padding, 0, -self._padding + 1, 0)
        if mark.icon:
            top = rect.top() + (rect.height() - IconSize.SMALL) / 2
            self._icons.paint(painter, room.left(), top, mark.icon, colour, IconSize.SMALL)
            room.setLeft(room.left() + IconSize.SMALL + _GAP)
        font: TypeRole = "strong" if chosen else "text" if self._versions else "medium"
        room.setLeft(
            room.left()
            + draw_elided(painter, room, self.tabText(index), theme, font=font, colour=colour)
            + _GAP
        )
        if mark.dot:
            side = Stroke.COUNTER_DOT
            dot = QRect(room.left(), rect.top() + (rect.height() - side) // 2, side, side)
            rounded(painter, dot, fill=theme.colour("accent"), radius=side / 2)
            room.setLeft(room.left() + side + _GAP)
        if mark.counter:
            ink: ColourRole = "danger" if mark.alarm else colour
            weight: TypeRole = "note_strong" if mark.alarm else "note_medium"
            draw_elided(painter, room, mark.counter, theme, font=weight, colour=ink)
        if chosen:
            self._paint_current(painter, rect, option)

    def _paint_current(self, painter: QPainter, rect: QRect, option: QStyleOptionTab) -> None:
        theme = self._icons.theme
        inset = 0 if self._versions else self._padding
        line = QRect(rect.left() + inset, rect.bottom() - 2, rect.width() - 2 * inset, 3)
        painter.save()
        painter.setClipRect(line)
        rounded(painter, line.adjusted(0, 0, 0, 2), fill=theme.colour("accent"), radius=2)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus and theme.focus_marks.by_keyboard:
            draw_focus_ring(painter, rect.adjusted(1, 4, -1, -5), theme)
