"""The page of proposals: words to look for, the tree, and the step that tries one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.fields import SearchField
from cmstation.ui.kit.labels import Note, Paragraph
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.starter_tree import StarterTree

if TYPE_CHECKING:
    from cmstation.services.watch_starter import StarterSource


class StarterPage(QWidget):
    """Proposals for a clinic, each to be tried before it is watched.

    Signals:
        try_wanted: a `StarterSource`.
    """

    try_wanted = Signal(object)

    def __init__(
        self, icons: Icons, offered: "Sequence[StarterSource]", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._watched: set[str] = set()
        self.search = SearchField(icons, self.tr("Body, source or theme"), parent=self)
        self.tree = StarterTree(offered, parent=self)
        self.said = Note(icons, "", parent=self)
        self.attempt = SecondaryButton(icons, self.tr("Try this one"), icon="search", parent=self)
        self.attempt.setAutoDefault(False)
        told = self.tr(
            "These addresses were collected, not checked: bodies move their feeds without a word. "
            "Each is read before you decide."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(Paragraph(icons, told, colour="muted"))
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.attempt)
        column.addLayout(foot)
        self.search.textChanged.connect(self.tree.show_found)
        self.tree.try_wanted.connect(self.try_wanted)
        self.tree.itemSelectionChanged.connect(self._enable)
        self.attempt.clicked.connect(self._try)
        self._enable()

    def mark_watched(self, one: "StarterSource") -> None:
        """Say that a proposal is watched now."""
        self._watched.add(one.address)
        self.tree.mark_watched(self._watched)
        self.said.setText(self.tr("“{title}” is watched now.").format(title=one.title))

    @Slot()
    def _enable(self) -> None:
        chosen = self.tree.current() is not None
        self.attempt.set_reason("" if chosen else self.tr("Choose a source first."))

    @Slot()
    def _try(self) -> None:
        one = self.tree.current()
        if one is not None:
            self.try_wanted.emit(one)
