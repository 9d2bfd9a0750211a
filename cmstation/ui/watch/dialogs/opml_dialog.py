"""Shows what a list of another reader would bring before anything of it is taken."""

from cmstation.ui.kit.file_preview import FilePreviewDialog, PreviewWords


class OpmlDialog(FilePreviewDialog):
    """Counts what is new and known, and names what cannot be taken."""

    def preview_words(self, faults: int, *, can_take: bool) -> PreviewWords:
        return PreviewWords(
            self.tr("Import sources"),
            faults=self.tr("What cannot be taken"),
            count=self.tr("%n feed(s) cannot be taken", "", faults),
            verdict="",
            take=self.tr("Take them"),
        )
