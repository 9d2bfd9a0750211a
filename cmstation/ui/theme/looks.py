"""How a control stands: what its option and its properties say, and which colours follow."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QStyle, QStyleOption, QWidget

from cmstation.ui.theme.tokens import ColourRole, Height, Space

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from cmstation.ui.theme.theme import Theme

_State = QStyle.StateFlag


class Standing(NamedTuple):
    """The state of a control while it is drawn."""

    enabled: bool
    hover: bool
    pressed: bool
    checked: bool
    focus: bool


class ButtonLook(NamedTuple):
    """The colours of a button; None means nothing is drawn."""

    fill: ColourRole | None
    line: ColourRole | None
    text: ColourRole


def standing(option: QStyleOption) -> Standing:
    """Read the state out of an option."""
    state = option.state
    enabled = bool(state & _State.State_Enabled)
    return Standing(
        enabled=enabled,
        hover=enabled and bool(state & _State.State_MouseOver),
        pressed=enabled and bool(state & _State.State_Sunken),
        checked=bool(state & _State.State_On),
        focus=bool(state & _State.State_HasFocus),
    )


def kind_of(widget: QWidget | None, otherwise: str) -> str:
    """Read the property `kind` (primary, secondary, ghost, danger, link, segment, title, header, …)."""
    kind = widget.property("kind") if widget is not None else None
    return kind if isinstance(kind, str) else otherwise


def height_of(widget: QWidget | None, otherwise: int = Height.CONTROL) -> int:
    """Read the property `controlSize` (small, normal, large) as a height in pixels."""
    named = widget.property("controlSize") if widget is not None else None
    heights = {"small": Height.SMALL, "normal": Height.CONTROL, "large": Height.LARGE}
    return heights.get(str(named), otherwise)


def padding_of(height: int) -> int:
    """Give the space between the edge of a button of that height and its words."""
    if height >= Height.LARGE:
        return Space.XL
    return Space.M if height >= Height.CONTROL else Space.S


def is_inside_field(widget: QWidget | None) -> bool:
    """Say whether a line edit is the inner part of a combo or a spin box."""
    return widget is not None and isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)


def button_look(kind: str, state: Standing) -> ButtonLook:
    """Choose the colours of a button."""
    if kind == "primary":
        return _filled(state, "accent", "accent_hover", "accent_pressed", "on_accent")
    if kind == "danger":
        return _filled(state, "danger", "danger", "danger", "surface")
    if kind == "link":
        return ButtonLook(None, None, "accent" if state.enabled else "muted")
    if kind == "quiet-link":
        return ButtonLook(None, None, "accent" if state.enabled and state.checked else "muted")
    return _plain(kind, state)


def _plain(kind: str, state: Standing) -> ButtonLook:
    quiet = kind in {"ghost", "segment", "rail"}
    line: ColourRole | None = None if quiet else "border"
    if not state.enabled:
        return ButtonLook(None if quiet else "bg", None if quiet else "line", "muted")
    if state.checked:
        return ButtonLook("soft", None if quiet else "accent", "accent")
    text: ColourRole = "muted" if kind == "segment" and not state.hover else "text"
    if state.pressed:
        return ButtonLook("soft", line, text)
    rest: ColourRole | None = None if quiet else "surface"
    return ButtonLook("hover" if state.hover else rest, line, text)


def _filled(
    state: Standing, rest: ColourRole, hover: ColourRole, pressed: ColourRole, text: ColourRole
) -> ButtonLook:
    if not state.enabled:
        return ButtonLook("bg", "line", "muted")
    return ButtonLook(pressed if state.pressed else hover if state.hover else rest, None, text)


def colour_or_none(theme: "Theme", role: ColourRole | None) -> "QColor | None":
    """Give the colour of a role, or nothing for none."""
    return None if role is None else theme.colour(role)
