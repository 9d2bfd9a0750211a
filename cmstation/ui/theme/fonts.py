"""Loads the bundled typeface and makes fonts of the type scale."""

from PySide6.QtGui import QFont, QFontDatabase

from cmstation.resource_files import resource
from cmstation.ui.theme.tokens import FONT_FAMILY, TYPE, TypeRole

_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


def load_fonts() -> bool:
    """Give the bundled typeface to Qt, once; say whether it is there."""
    if FONT_FAMILY in QFontDatabase.families():
        return True
    loaded = [QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FILES]
    return all(identity >= 0 for identity in loaded)


def make_font(role: TypeRole, *, bundled: bool = True) -> QFont:
    """Make the font of one step of the scale.

    Args:
        bundled: False takes the system's own family and keeps the sizes.
    """
    style = TYPE[role]
    if role == "mono":
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    elif bundled:
        font = QFont(FONT_FAMILY)
    else:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(style.size)
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing)
    if bundled and role != "mono":
        # Figures of one width: times, counters and lists of numbers line up and do not dance.
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
