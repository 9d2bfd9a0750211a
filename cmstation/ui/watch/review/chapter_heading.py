"""The heading of a theme in the press review that is being composed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.domain.press_review import Chapter
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton
from cmstation.ui.kit.labels import ElidedLabel, Note
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.review.words import articles_words, theme_words

HEADING = 56


class ChapterHeading(QWidget):
    """The theme of the articles below.

    Signals:
        move_wanted: the theme, and -1 (up) or 1 (down).
    """

    move_wanted = Signal(str, int)

    def __init__(self, icons: Icons, theme: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = ElidedLabel(icons, theme_words(theme), font="section", parent=self)
        self.count = Note(icons, "", parent=self)
        self.up = IconButton(icons, "arrow-up", self.tr("Move the theme up"), parent=self)
        self.down = IconButton(icons, "arrow-down", self.tr("Move the theme down"), parent=self)
        for button in (self.up, self.down):
            button.setAccessibleDescription(theme_words(theme))
            button.setVisible(bool(theme))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.L, Space.XL + 28 + Space.XS, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.title)
        row.addSpacing(Space.XS)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.up.clicked.connect(lambda: self.move_wanted.emit(theme, -1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(theme, 1))

    def show_chapter(self, chapter: Chapter, *, first: bool, last: bool) -> None:
        """Say how much it holds and where it stands."""
        self.count.setText(articles_words(len(chapter.entries)))
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def controls(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through."""
        return (self.up, self.down) if self._theme else ()
