"""Hands for the dialogs of the calendar: choose, click and type as a person does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTimeEdit,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from cmstation.ui.kit.choices import GhostCombo, Segmented

_FIELDS = (QAbstractSpinBox, QComboBox, QPlainTextEdit, QTreeWidget, GhostCombo, Segmented)


def choose(combo: GhostCombo, words: str) -> None:
    """Choose an entry of the button's menu."""
    next(action for action in combo.menu().actions() if action.text() == words).trigger()


def choices(combo: GhostCombo) -> list[str]:
    """Return the entries of the button's menu."""
    return [action.text() for action in combo.menu().actions()]


def press(segments: Segmented, words: str) -> None:
    """Click on a segment."""
    button = next(found for found in segments.findChildren(QToolButton) if found.text() == words)
    click(button)


def click(button: QAbstractButton) -> None:
    """Click on a button."""
    assert button.isEnabled(), button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_day(field: QDateEdit, digits: str) -> None:
    """Type a day as "31102026"."""
    field.setFocus()
    field.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(field, digits)


def type_hour(field: QTimeEdit, digits: str) -> None:
    """Type an hour as "0930"."""
    field.setFocus()
    field.setSelectedSection(QTimeEdit.Section.HourSection)
    QTest.keyClicks(field, digits)


def write(field: QLineEdit, text: str) -> None:
    """Write over what a field holds; Qt's own test keys know ASCII alone."""
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text)


def enter(widget: QWidget) -> None:
    """Press Enter."""
    QTest.keyClick(widget, Qt.Key.Key_Return)


def escape(widget: QWidget) -> None:
    """Press Escape."""
    QTest.keyClick(widget, Qt.Key.Key_Escape)


def nameless(dialog: QWidget) -> list[QWidget]:
    """Return the fields and buttons that a screen reader could not name."""
    fields = [field for kind in _FIELDS for field in dialog.findChildren(kind)]
    fields += [field for field in dialog.findChildren(QLineEdit) if not _is_inner(field)]
    buttons = [button for button in dialog.findChildren(QAbstractButton) if not _is_inner(button)]
    return [
        *(field for field in fields if not field.accessibleName() and not _is_inner(field)),
        *(button for button in buttons if not (button.text() or button.accessibleName())),
    ]


def walk(dialog: QDialog) -> list[QWidget]:
    """Return what Tab visits, once round, from the first field on."""
    found = [dialog.focusWidget()]
    for _ in range(200):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        widget = dialog.focusWidget()
        if widget is found[0]:
            return found
        if widget is not found[-1]:  # a day is walked through part by part
            found.append(widget)
    raise AssertionError("Tab never comes back")


def _is_inner(widget: QWidget) -> bool:
    """Tell whether a widget belongs to Qt: the line of a spin box, the month under a date, a field's sign."""
    if isinstance(widget, QToolButton) and isinstance(widget.parentWidget(), QLineEdit):
        return widget.focusPolicy() is Qt.FocusPolicy.NoFocus
    above = widget
    while above is not None:
        if above.objectName().startswith("qt_"):
            return True
        above = above.parentWidget()
    return False
