"""The line under a preview that says which links carry campaign marks."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.wording_marks import marked_words


class MarksNote(Paragraph):
    """Says it in one sentence, and takes no room while there is nothing to say."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, font="note", colour="muted", parent=parent)
        self.hide()

    def show_sites(self, sites: Sequence[str]) -> None:
        """Name the sites whose links carry marks."""
        self.setText(marked_words(sites))
        self.setVisible(bool(sites))

    def room(self, width: int) -> int:
        """Return the height that it takes below a card of a width."""
        return 0 if self.isHidden() else self.heightForWidth(width)
