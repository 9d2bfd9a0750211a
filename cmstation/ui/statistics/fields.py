"""What the dialogs of statistics are built of: a labelled row, a number as people write it."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QWidget

from cmstation.ui.kit.labels import Words
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+")
MOST = 10**12


class Form(QGridLayout):
    """Rows of a name and a field."""

    def __init__(self, icons: "Icons") -> None:
        super().__init__()
        self._icons = icons
        self.setHorizontalSpacing(Space.M)
        self.setVerticalSpacing(Space.S)
        self.setColumnStretch(1, 1)

    def add(self, label: str, field: QWidget) -> None:
        """Add a row.

        Args:
            label: with the "&" of its key.
        """
        words = Words(self._icons, label)
        words.setBuddy(field)
        row = self.rowCount()
        self.addWidget(words, row, 0)
        self.addWidget(field, row, 1)


def whole_number(text: str) -> int | None:
    """Read a whole number, groups included ("16 821", in English "16,821"); None when it is none.

    A comma is a decimal sign in French, so it groups digits in English alone.
    """
    plain = _SPACES.sub("", text)
    if QLocale().language() == QLocale.Language.English and _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not plain.isascii() or not plain.isdigit() or len(plain) > 13:
        return None
    value = int(plain)
    return value if value <= MOST else None
