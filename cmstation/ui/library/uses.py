"""The posts that show a picture, each a way to it."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmstation.ui.dates import when_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note, Words
from cmstation.ui.library.use_line import UseLine
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.domain.media_uses import MediaUse

MOST = 8


class Uses(QWidget):
    """Lines that open posts.

    Signals:
        post_wanted: a post to open in Drafts.
    """

    post_wanted = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: Sequence[MediaUse] | None = None
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(Words(icons, self.tr("Used in"), font="strong", parent=self))

    def show_uses(self, uses: "Sequence[MediaUse]", zone: str, now: datetime) -> None:
        """Show other posts, their times in a zone."""
        if uses == self._shown:
            return
        self._clear()
        self._shown = uses
        for use in uses[:MOST]:
            when = "" if use.when is None else when_words(use.when, zone, now)
            line = UseLine(self._icons, use, use.title or self.tr("Untitled"), when, self)
            line.clicked.connect(lambda _checked=False, post=use.post: self.post_wanted.emit(post))
            self._add(line)
        if not uses:
            self._add(Note(self._icons, self.tr("No post shows this picture yet."), parent=self))
        elif len(uses) > MOST:
            self._add(Note(self._icons, self.tr("and %n other post(s)", "", len(uses) - MOST), parent=self))

    def clear(self) -> None:
        """Show nothing until it is known which posts there are."""
        self._clear()
        self._shown = None

    def lines(self) -> tuple[UseLine, ...]:
        """Return the lines, in order."""
        return tuple(line for line in self._lines if isinstance(line, UseLine))

    def _clear(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines.clear()

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self._column.addWidget(line)
