"""Shows what a file would bring into the calendar before anything of it is taken."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.file_preview import FilePreviewDialog, PreviewWords


class ImportDialog(FilePreviewDialog):
    """Counts what is new and what changes, and names the lines that cannot be taken."""

    def __init__(
        self,
        icons: Icons,
        name: str,
        sentences: Sequence[str],
        faults: Sequence[str],
        *,
        can_take: bool,
        parent: QWidget | None = None,
    ) -> None:
        words = PreviewWords(
            self.tr("Import into the calendar"),
            faults=self.tr("What is wrong in the file"),
            count=self.tr("%n line(s) to look at", "", len(faults)),
            verdict=self.tr("These lines are left out; the others can be taken.")
            if can_take
            else self.tr("Nothing is taken before these lines are mended in the file."),
            take=self.tr("Take it into the calendar"),
        )
        super().__init__(icons, words, name, sentences, faults, can_take=can_take, parent=parent)
