"""Shows what a file would bring into the calendar before anything of it is taken."""

from cmstation.ui.kit.file_preview import FilePreviewDialog, PreviewWords


class ImportDialog(FilePreviewDialog):
    """Counts what is new and what changes, and names the lines that cannot be taken."""

    def preview_words(self, faults: int, *, can_take: bool) -> PreviewWords:
        return PreviewWords(
            self.tr("Import into the calendar"),
            faults=self.tr("What is wrong in the file"),
            count=self.tr("%n line(s) to look at", "", faults),
            verdict=self.tr("These lines are left out; the others can be taken.")
            if can_take
            else self.tr("Nothing is taken before these lines are mended in the file."),
            take=self.tr("Take it into the calendar"),
        )
