"""A calendar file kept up to date, to which other programs subscribe."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph


class FolderDialog(DialogFrame):
    """Says where the file is and how others read it.

    Signals:
        chosen: a folder, or None to stop.
    """

    chosen = Signal(object)

    def __init__(
        self,
        icons: Icons,
        folder: Path | None,
        written: str,
        *,
        trouble: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is chosen.

        Args:
            folder: None when no file is kept.
            written: when it was written last, "" before the first time.
            trouble: it could not be written since.
        """
        super().__init__(icons, self.tr("A calendar for Outlook or Thunderbird"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(560)
        self._folder = folder
        self.body.addWidget(PageTitle(icons, self.windowTitle()))
        told = self.tr(
            "CM Station keeps a file, cmstation.ics, up to date in a folder that you choose: titles, hours, "
            "states and networks, never the text of a post. Subscribe to it in Outlook, "
            "Thunderbird or on a phone."
        )
        self.body.addWidget(Paragraph(icons, told, colour="muted"))
        if folder is not None:
            self.body.addWidget(Paragraph(icons, str(folder / "cmstation.ics"), font="strong"))
        if written:
            self.body.addWidget(
                Paragraph(icons, self.tr("Last written: {when}").format(when=written), colour="muted")
            )
        if trouble:
            told = self.tr("The file could not be written since. Look at the folder, or choose another one.")
            self.body.addWidget(Paragraph(icons, told, colour="warning"))
        self.body.addStretch(1)
        if folder is not None:
            self.stop = GhostButton(icons, self.tr("Keep it no longer"))
            self.stop.setAutoDefault(False)
            self.stop.clicked.connect(self._stop)
            self.add_foot_left(self.stop)
        close = SecondaryButton(icons, self.tr("Close"))
        close.clicked.connect(self.reject)
        words = self.tr("Another folder…") if folder is not None else self.tr("Choose a folder…")
        self.choose = PrimaryButton(icons, words, icon="folder")
        self.choose.clicked.connect(self._choose)
        self.add_button(close)
        self.add_button(self.choose, default=True)

    @Slot()
    def _choose(self) -> None:
        before = str(self._folder) if self._folder is not None else ""
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of the calendar"), before)
        if name:
            self.chosen.emit(Path(name))
            self.accept()

    @Slot()
    def _stop(self) -> None:
        self.chosen.emit(None)
        self.accept()
