"""Buttons, one class for each weight that an action can have."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import ColourRole, IconSize, TypeRole

ButtonSize = Literal["small", "normal", "large"]


class _WordButton(QPushButton):
    """A push button of one kind; its words are its accessible name."""

    kind = "secondary"
    ink: ColourRole = "text"
    type_role: TypeRole = "medium"

    def __init__(
        self,
        icons: Icons,
        text: str,
        *,
        icon: str = "",
        size: ButtonSize = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", self.kind)
        self.setProperty("controlSize", size)
        self._icons = icons
        font = icons.theme.font(self.type_role)
        if size == "large":
            font = icons.theme.font("item")
        self.setFont(font)
        if icon:
            self.set_icon(icon)

    def set_icon(self, name: str) -> None:
        """Show an icon before the words."""
        self.setIconSize(QSize(IconSize.CONTROL, IconSize.CONTROL))
        self._icons.bind(self, name, self.ink)

    def set_reason(self, reason: str) -> None:
        """Disable the button and say why in its tooltip; an empty reason enables it."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)


class PrimaryButton(_WordButton):
    """The one next step of the window."""

    kind = "primary"
    ink: ColourRole = "on_accent"
    type_role: TypeRole = "strong"


class SecondaryButton(_WordButton):
    """Any other step."""


class GhostButton(_WordButton):
    """A quiet step, without an outline."""

    kind = "ghost"


class DangerButton(_WordButton):
    """The step that destroys something, in the dialog that asks for it."""

    kind = "danger"
    ink: ColourRole = "surface"
    type_role: TypeRole = "strong"


class IconButton(QToolButton):
    """A button that shows an icon alone; its name is also its tooltip."""

    def __init__(
        self,
        icons: Icons,
        icon: str,
        name: str,
        *,
        kind: Literal["ghost", "secondary", "primary"] = "ghost",
        size: ButtonSize = "small",
        role: ColourRole = "text",
        icon_size: int = IconSize.CONTROL,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("controlSize", size)
        self.setProperty("arrow", False)
        self._icons = icons
        self._role: ColourRole = "on_accent" if kind == "primary" else role
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(checkable)
        self.setIconSize(QSize(icon_size, icon_size))
        self.set_name(name)
        self.set_icon(icon)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icons.bind(self, icon, self._role, self.iconSize().width(), on="accent")

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(name)


class SplitButton(QToolButton):
    """The next step, with an arrow that opens its variants; `setMenu` gives them."""

    def __init__(
        self,
        icons: Icons,
        text: str,
        *,
        arrow_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the button.

        Args:
            arrow_name: says what the arrow offers; becomes the accessible description.
        """
        super().__init__(parent)
        self.setProperty("kind", "primary")
        self.setProperty("controlSize", "normal")
        self.setFont(icons.theme.font("strong"))
        self.setText(text)
        self.setAccessibleDescription(arrow_name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_reason(self, reason: str) -> None:
        """Disable the button and say why in its tooltip; an empty reason enables it."""
        self.setEnabled(not reason)
        self.setToolTip(reason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.showMenu()
            return
        super().keyPressEvent(event)


class LinkButton(QToolButton):
    """Underlined words that go somewhere."""

    def __init__(
        self,
        icons: Icons,
        text: str,
        *,
        icon: str = "",
        font: TypeRole = "medium",
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the button.

        Args:
            quiet: without colour and line until the pointer is there, for what is offered again and again.
        """
        super().__init__(parent)
        self.setProperty("kind", "quiet-link" if quiet else "link")
        self.setFont(icons.theme.font(font))
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if icon:
            self.setIconSize(QSize(IconSize.CONTROL, IconSize.CONTROL))
            icons.bind(self, icon, "muted")
