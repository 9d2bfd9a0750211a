"""Shows what a list of another reader would bring before anything of it is taken."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.file_preview import FilePreviewDialog, PreviewWords


class OpmlDialog(FilePreviewDialog):
    """Counts what is new and known, and names what cannot be taken."""

    def __init__(
        self,
        icons: Icons,
        name: str,
        sentences: Sequence[str],
        faults: Sequence[str] = (),
        *,
        can_take: bool,
        parent: QWidget | None = None,
    ) -> None:
        words = PreviewWords(
            self.tr("Import sources"),
            faults=self.tr("What cannot be taken"),
            count=self.tr("%n feed(s) cannot be taken", "", len(faults)),
            verdict="",
            take=self.tr("Take them"),
        )
        super().__init__(icons, words, name, sentences, faults, can_take=can_take, parent=parent)
