"""Fields or buttons in one line, as wide as they need to be."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.theme.tokens import Space


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Put widgets into a line; what room is left stays free at its end."""
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
