"""The header: tabs, the way to the palette, the line, and what is due or needs a hand."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from cmstation.ui.connection import ConnectionState
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.kit.pills import draw_key_cap
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.kit.tabs import TabMark, TabStrip
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, Height, IconSize, Radius, Space, TypeRole

_FIELD_WIDTH = 272
_FIELD_SHORTEST = 112
_GAP = 6


class PaletteField(QAbstractButton):
    """Looks like a search field and opens the palette."""

    def __init__(self, icons: Icons, text: str, keys: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._keys = keys
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(Height.CONTROL)
        self.setMaximumWidth(_FIELD_WIDTH)
        self.setMinimumWidth(_FIELD_SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_FIELD_WIDTH, Height.CONTROL)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        ground = "hover" if self.underMouse() else "surface"
        rounded(painter, self.rect(), fill=theme.colour(ground), line=theme.colour("border"))
        top = (self.height() - IconSize.CONTROL) // 2
        self._icons.paint(painter, Space.S, top, "search", "muted", IconSize.CONTROL)
        cap = round(theme.metrics("note_medium").horizontalAdvance(self._keys)) + 2 * _GAP
        room = self.rect().adjusted(Space.S + IconSize.CONTROL + Space.S, 0, -cap - Space.M, 0)
        if room.width() < _GAP * 8:
            room.setRight(self.width() - Space.S)
        else:
            place = QRect(0, 0, cap, Height.PILL)
            place.moveCenter(QPoint(self.width() - Space.XS - 1 - cap // 2, self.height() // 2))
            draw_key_cap(painter, place, self._keys, self._icons)
        draw_elided(painter, room, self.text(), theme, colour="muted")


class StatusButton(QAbstractButton):
    """An icon with a few words in the colour of what they say."""

    def __init__(self, icons: Icons, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon = icon
        self._ink: ColourRole = "text"
        self._icon_ink: ColourRole = "accent"
        self._font: TypeRole = "medium"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(Height.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(
        self,
        text: str,
        tooltip: str,
        *,
        icon: str = "",
        ink: ColourRole = "text",
        icon_ink: ColourRole | None = None,
        strong: bool = False,
    ) -> None:
        """Show other words."""
        self._icon = icon or self._icon
        self._ink = ink
        self._icon_ink = icon_ink or ink
        self._font = "strong" if strong else "medium"
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tooltip)
        self.setToolTip(tooltip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._icons.theme.metrics(self._font).horizontalAdvance(self.text())
        return QSize(round(width) + IconSize.CONTROL + _GAP + 2 * Space.S + 1, Height.CONTROL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        if self.isDown() or self.underMouse():
            ground = theme.colour("soft" if self.isDown() else "hover")
            rounded(painter, self.rect(), fill=ground, radius=Radius.CONTROL)
        top = (self.height() - IconSize.CONTROL) // 2
        self._icons.paint(painter, Space.S, top, self._icon, self._icon_ink, IconSize.CONTROL)
        room = self.rect().adjusted(Space.S + IconSize.CONTROL + _GAP, 0, -Space.XS, 0)
        draw_elided(painter, room, self.text(), theme, font=self._font, colour=self._ink)


class Header(Panel):
    """The row under the menus.

    Signals:
        tab_chosen: the place of a tab.
        palette_wanted: the person wants to search or do something.
        due_wanted, hand_wanted: show what is due today, what needs a hand.
    """

    tab_chosen = Signal(int)
    palette_wanted = Signal()
    due_wanted = Signal()
    hand_wanted = Signal()

    def __init__(self, icons: Icons, tab_names: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", Qt.Edge.BottomEdge, parent=parent)
        self.setFixedHeight(Height.TABS)
        self.tabs = TabStrip(icons, self.tr("Parts of CM Station"))
        for name in tab_names:
            self.tabs.add(name)
        self.field = PaletteField(icons, self.tr("Search or do"), "Ctrl+K")
        self.line = StatusButton(icons, "wifi")
        self.due = StatusButton(icons, "clock")
        self.hand = StatusButton(icons, "uncertain")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.field, 2)
        row.addSpacing(Space.S)
        for button in (self.line, self.due, self.hand):
            row.addWidget(button)
        self.tabs.currentChanged.connect(self.tab_chosen)
        self.field.clicked.connect(self.palette_wanted)
        self.due.clicked.connect(self.due_wanted)
        self.hand.clicked.connect(self.hand_wanted)
        self.line.clicked.connect(self._open_line_menu)
        self._line_menu = QMenu(self)
        self.show_counts(0, 0)
        self.show_line(ConnectionState.ONLINE)

    def add_line_action(self, action: QAction) -> None:
        """Offer an action under the mark of the line."""
        self._line_menu.addAction(action)

    def choose_tab(self, place: int) -> None:
        """Show a tab as the current one; `tab_chosen` tells when it was another."""
        self.tabs.setCurrentIndex(place)

    def set_counter(self, place: int, count: int) -> None:
        """Put a number beside the name of a tab; none at zero."""
        self.tabs.set_mark(place, TabMark(counter=str(count) if count else ""))

    def show_counts(self, due: int, needing: int) -> None:
        """Say how many posts leave today, and how many wait for the person; nothing at zero."""
        self.due.say(
            self.tr("%n due", "", due),
            self.tr("%n post(s) should still leave today", "", due),
            icon_ink="accent",
        )
        self.hand.say(
            self.tr("%n to check", "", needing),
            self.tr("%n post(s) waiting for you", "", needing),
            ink="warning",
            strong=True,
        )
        self.due.setVisible(due > 0)
        self.hand.setVisible(needing > 0)

    def show_line(self, state: ConnectionState) -> None:
        """Say whether the computer is on line."""
        if state is ConnectionState.ONLINE:
            self.line.say(self.tr("On line"), self.tr("This computer is on line"), icon="wifi", ink="good")
        elif state is ConnectionState.OFFLINE:
            tip = self.tr("This computer is off line: you can write, and posts leave once the line is back")
            self.line.say(self.tr("Off line"), tip, icon="offline", ink="muted")
        else:
            tip = self.tr("You work off line: nothing leaves until you go on line again")
            self.line.say(self.tr("Sending stopped"), tip, icon="pause", ink="warning", strong=True)

    @Slot()
    def _open_line_menu(self) -> None:
        self._line_menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))
