"""Choosing one of a few: segments side by side, or a flat button with a menu."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import ButtonSize
from cmstation.ui.kit.painting import draw_square
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, Height, IconSize

_SQUARE = 8


class Segmented(QWidget):
    """A row of segments, one of them chosen.

    Signals:
        chosen: the key of the segment that the person chose.
    """

    chosen = Signal(str)

    def __init__(self, icons: Icons, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._keys: dict[QAbstractButton, str] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._announce)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(1)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(Height.CONTROL)

    def add(self, key: str, text: str, *, icon: str = "", tooltip: str = "") -> QToolButton:
        """Add a segment at the right; the first one is chosen."""
        button = QToolButton(self)
        button.setProperty("kind", "segment")
        button.setProperty("controlSize", "normal")
        button.setCheckable(True)
        button.setText(text)
        button.setFont(self._icons.theme.font("medium"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if icon:
            self._icons.bind(button, icon, "muted", on="accent")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if tooltip:
            button.setToolTip(tooltip)
        self._keys[button] = key
        self._group.addButton(button)
        self._row.addWidget(button)
        if len(self._keys) == 1:
            button.setChecked(True)
        self._place_corners()
        return button

    def current(self) -> str:
        """Give the key of the chosen segment, "" when there is none."""
        checked = self._group.checkedButton()
        return next((key for button, key in self._keys.items() if button is checked), "")

    def choose(self, key: str) -> None:
        """Choose a segment without a signal."""
        for button, own in self._keys.items():
            if own == key:
                button.setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Change the words of a segment."""
        for button, own in self._keys.items():
            if own == key:
                button.setText(text)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        rounded(painter, self.rect(), fill=theme.colour("surface"), line=theme.colour("border"))
        for button in list(self._keys)[:-1]:
            gap = QRect(button.geometry().right() + 1, 1, 1, self.height() - 2)
            painter.fillRect(gap, theme.colour("border"))

    @Slot(QAbstractButton)
    def _announce(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._keys[button])

    def _place_corners(self) -> None:
        last = len(self._keys) - 1
        for place, button in enumerate(self._keys):
            button.setProperty("first", place == 0)
            button.setProperty("last", place == last)


@dataclass(frozen=True, slots=True)
class _Choice:
    key: object
    text: str
    square: ColourRole | None
    icon: str


class GhostCombo(QToolButton):
    """A flat button that says what is chosen and opens a menu of the others.

    Signals:
        chosen: the key that the person chose.
    """

    chosen = Signal(object)

    def __init__(
        self,
        icons: Icons,
        name: str,
        *,
        icon: str = "",
        outlined: bool = False,
        size: ButtonSize = "small",
        parent: QWidget | None = None,
    ) -> None:
        """Make the button; `name` is shown until something is chosen.

        Args:
            outlined: with the outline of a secondary button.
        """
        super().__init__(parent)
        self._icons = icons
        self._name = name
        self._icon = icon
        self._choices: list[_Choice] = []
        self._current: _Choice | None = None
        self.setProperty("kind", "secondary" if outlined else "ghost")
        self.setProperty("controlSize", size)
        self.setFont(icons.theme.font("medium"))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu = QMenu(self)
        self._actions = QActionGroup(self._menu)
        self._actions.triggered.connect(self._announce)
        self.setMenu(self._menu)
        icons.theme.changed.connect(self._recolour)
        self._show_current()

    def add_choice(self, key: object, text: str, *, square: ColourRole | None = None, icon: str = "") -> None:
        """Add a line to the menu, with the small square of an editorial line or an icon."""
        choice = _Choice(key, text, square, icon)
        action = QAction(text.replace("&", "&&"), self._actions)
        action.setCheckable(True)
        action.setData(len(self._choices))
        self._choices.append(choice)
        if square is not None:
            action.setIcon(self._square_icon(square, IconSize.CONTROL))
        elif icon:
            self._icons.bind(action, icon)
        self._menu.addAction(action)

    def clear_choices(self) -> None:
        """Empty the menu."""
        self._choices.clear()
        for action in self._actions.actions():
            self._actions.removeAction(action)
            action.deleteLater()
        self._menu.clear()
        self._current = None
        self._show_current()

    def choose(self, key: object) -> None:
        """Show a choice without a signal; an unknown key shows the name."""
        self._current = next((choice for choice in self._choices if choice.key == key), None)
        for action in self._actions.actions():
            action.setChecked(
                self._current is not None and self._choices[int(action.data())] is self._current
            )
        self._show_current()

    def current(self) -> object:
        """Give the key of what is chosen, None when nothing is."""
        return None if self._current is None else self._current.key

    @Slot(QAction)
    def _announce(self, action: QAction) -> None:
        choice = self._choices[int(action.data())]
        self.choose(choice.key)
        self.chosen.emit(choice.key)

    @Slot()
    def _recolour(self) -> None:
        for action in self._actions.actions():
            square = self._choices[int(action.data())].square
            if square is not None:
                action.setIcon(self._square_icon(square, IconSize.CONTROL))
        self._show_current()

    def _show_current(self) -> None:
        choice = self._current
        self.setText((self._name if choice is None else choice.text).replace("&", "&&"))
        self.setAccessibleDescription("" if choice is None else choice.text)
        icon = choice.icon if choice is not None and choice.icon else self._icon
        if choice is not None and choice.square is not None:
            self.setIconSize(QSize(_SQUARE, _SQUARE))
            self.setIcon(self._square_icon(choice.square, _SQUARE))
        elif icon:
            self.setIconSize(QSize(IconSize.CONTROL, IconSize.CONTROL))
            self.setIcon(self._icons.icon(icon, "text", IconSize.CONTROL))
        else:
            self.setIcon(QIcon())
        self.updateGeometry()

    def _square_icon(self, role: ColourRole, side: int) -> QIcon:
        density = self.devicePixelRatio()
        pixmap = QPixmap(QSize(side, side) * density)
        pixmap.setDevicePixelRatio(density)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_square(painter, QRect(QPoint(0, 0), QSize(side, side)), self._icons.theme.colour(role), _SQUARE)
        painter.end()
        return QIcon(pixmap)
