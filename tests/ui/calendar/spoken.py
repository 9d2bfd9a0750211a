"""What a screen reader is told of the calendar, and how it goes from view to view."""

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.deeds.plan_menus import PlanMenus
from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.dates import local
from cmstation.ui.kit.states import state_word

Settled = Callable[[], None]
Role, Text = QAccessible.Role, QAccessible.Text
# What people know how to handle; "Client" would leave them without a word.
ROLES = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.Cell,
        Role.CheckBox,
        Role.ComboBox,
        Role.EditableText,
        Role.Link,
        Role.List,
        Role.ListItem,
        Role.PageTab,
        Role.RadioButton,
        Role.SpinBox,
        Role.Table,
        Role.Tree,
        Role.TreeItem,
    }
)
_ITEMS = (Role.Cell, Role.ListItem)
# A cell of a table may have nothing to say.
CONTENT = (Role.Cell, Role.TreeItem)


def spoken(widget: QWidget) -> QAccessibleInterface:
    """Return a widget as a screen reader sees it."""
    return QAccessible.queryAccessibleInterface(widget)


def name_of(part: QAccessibleInterface) -> str:
    return part.text(Text.Name)


def all_within(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Walk through everything that is not hidden."""
    for place in range(part.childCount()):
        child = cast("QAccessibleInterface | None", part.child(place))
        if child is None or (child.state().invisible and child.role() not in _ITEMS):
            continue
        yield child
        yield from all_within(child)


def controls(part: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Return everything that can have the keyboard; the field inside a spin box is the box."""
    found = [child for child in all_within(part) if child.state().focusable]
    inner = {"qt_spinbox_lineedit", "qt_scrollarea_viewport"}
    return [child for child in found if _object_name(child) not in inner]


def _object_name(part: QAccessibleInterface) -> str:
    behind = cast("QObject | None", part.object())
    return behind.objectName() if behind is not None else ""


def said(part: QAccessibleInterface) -> list[tuple[QAccessible.Role, str, str]]:
    """Return role, name and class of everything that can have the keyboard."""
    return [(one.role(), name_of(one), type(one.object()).__name__) for one in controls(part)]


def view_of(tab: CalendarTab, key: ViewKey, settled: Settled) -> QWidget:
    tab.change_view(key)
    settled()
    shown = tab.shown
    assert isinstance(shown, QWidget)
    return shown


def rows(view: QWidget) -> list[QAccessibleInterface]:
    """Return the cells or the list items of a view."""
    return [child for child in all_within(spoken(view)) if child.role() in _ITEMS]


def says(name: str, item: CalendarItem, tab: CalendarTab) -> bool:
    """Tell whether a name has title, hour, state and accounts of an item in one of its lines."""
    wanted = [item.title, *(tab.account_names[account] for account in item.accounts)]
    if not item.whole_day:
        assert tab.plan is not None
        wanted.append(f"{local(item.start, tab.plan.zone):%H:%M}")
    if item.state is not None:
        wanted.append(state_word(item.state.value))
    return any(all(part in line for part in wanted) for line in name.splitlines())


def menus_of(tab: CalendarTab) -> PlanMenus:
    assert tab.menus is not None
    return tab.menus
