"""Turns the colours of a theme into Qt's palette."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from cmstation.ui.theme.tokens import Palette

_Role = QPalette.ColorRole


def qt_palette(colours: "Palette") -> QPalette:
    """Make the palette of every widget."""
    palette = QPalette()
    for role, colour in (
        (_Role.Window, colours.bg),
        (_Role.WindowText, colours.text),
        (_Role.Base, colours.surface),
        (_Role.AlternateBase, colours.bg),
        (_Role.Text, colours.text),
        (_Role.Button, colours.surface),
        (_Role.ButtonText, colours.text),
        (_Role.BrightText, colours.danger),
        (_Role.Highlight, colours.selection),
        (_Role.HighlightedText, colours.text),
        (_Role.Accent, colours.accent),
        (_Role.Link, colours.accent),
        (_Role.LinkVisited, colours.accent),
        (_Role.ToolTipBase, colours.surface),
        (_Role.ToolTipText, colours.text),
        (_Role.PlaceholderText, colours.muted),
        (_Role.Light, colours.surface),
        (_Role.Midlight, colours.line),
        (_Role.Mid, colours.border),
        (_Role.Dark, colours.border),
        (_Role.Shadow, colours.border),
    ):
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Base, QColor(colours.bg))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Button, QColor(colours.bg))
    return palette


def item_view_palette(palette: QPalette, colours: "Palette") -> QPalette:
    """Make the palette of lists, tables and trees: what is chosen has the soft ground."""
    rows = QPalette(palette)
    rows.setColor(_Role.Highlight, QColor(colours.soft))
    return rows
