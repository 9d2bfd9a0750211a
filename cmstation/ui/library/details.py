"""What is known about one picture, and what one can do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmstation.domain.media import MediaItem
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, SecondaryButton
from cmstation.ui.kit.labels import Note, Paragraph
from cmstation.ui.kit.surfaces import Card, Panel
from cmstation.ui.library.alt_editor import AltEditor
from cmstation.ui.library.preview import Preview
from cmstation.ui.library.uses import Uses
from cmstation.ui.library.words import measures_words, shooting_words
from cmstation.ui.theme.tokens import Space

_WIDTHS = (304, 480)


class Details(Panel):
    """The right pane.

    Signals:
        write_wanted: a medium to write a post with.
        delete_wanted: a medium to take out of the library.
    """

    write_wanted = Signal(int)
    delete_wanted = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        self.item: MediaItem | None = None
        self.preview = Preview(icons, self)
        self.name = Paragraph(icons, font="section", parent=self)
        self.measures = Paragraph(icons, font="note", colour="muted", parent=self)
        self.added = Note(icons, parent=self)
        self.shooting = Paragraph(icons, font="note", parent=self)
        self.shield = Card(icons, "bg", line=None, parent=self)
        self.alt = AltEditor(icons, self)
        self.uses = Uses(icons, self)
        self.write = SecondaryButton(
            icons, self.tr("Write a post with this picture"), icon="draft", parent=self
        )
        away = self.tr("Take the picture out of the library (Delete)")
        self.delete = IconButton(icons, "trash", away, size="normal", parent=self)
        self._lay_out()
        self.write.clicked.connect(self._write)
        self.delete.clicked.connect(self._delete)

    def show_item(self, item: MediaItem, added: str) -> None:
        """Show a picture.

        Args:
            added: when it was added, in words.
        """
        self.item = item
        self.name.setText(item.file_name)
        self.measures.setText(measures_words(item))
        self.added.setText(self.tr("Added: {when}").format(when=added))
        found = shooting_words(item.had)
        self.shooting.setText(found)
        self.shield.setVisible(bool(found))
        self.alt.show_item(item)

    def _lay_out(self) -> None:
        self.setMinimumWidth(_WIDTHS[0])
        self.setMaximumWidth(_WIDTHS[1])
        inside = QWidget(self)
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        facts = QVBoxLayout()
        facts.setSpacing(2)
        for widget in (self.name, self.measures, self.added):
            facts.addWidget(widget)
        kept = QHBoxLayout(self.shield)
        kept.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        kept.addWidget(self.shooting, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.write, 1)
        buttons.addWidget(self.delete)
        column.addWidget(self.preview)
        column.addLayout(facts)
        column.addWidget(self.shield)
        column.addWidget(self.alt)
        column.addLayout(buttons)
        column.addWidget(self.uses)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _write(self) -> None:
        if self.item is not None:
            self.write_wanted.emit(self.item.id)

    def _delete(self) -> None:
        if self.item is not None:
            self.delete_wanted.emit(self.item.id)
