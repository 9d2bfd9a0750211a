"""Writes the press review into files, and takes the clinic's logo from one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cmstation.ui.written_files import choose_place, documents, pictures, written_notice

if TYPE_CHECKING:
    from cmstation.domain.press_review import PressReview
    from cmstation.services.press_reviews import PressReviews
    from cmstation.ui.commands import Commands

NOTICE = "press-review-file"


class ReviewFiles(QObject):
    """Asks for a file, writes it beside the window, and says where it is."""

    def __init__(self, page: QWidget, reviews: "PressReviews", commands: "Commands", parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._reviews = reviews
        self._commands = commands
        self._folder: Path | None = None

    def choose(self, review: "PressReview", kind: str) -> None:
        """Ask where a document is to be written, and write it.

        Args:
            kind: "pdf", "docx" or "eml".
        """
        title = self.tr("press-review-{day}").format(day=f"{review.last:%Y-%m-%d}")
        kinds = {
            "pdf": self.tr("PDF document (*.pdf)"),
            "docx": self.tr("Word document (*.docx)"),
            "eml": self.tr("E-mail message (*.eml)"),
        }
        file = choose_place(
            self._page.window(),
            self.tr("Save the press review"),
            (self._folder or documents()) / f"{title}.{kind}",
            kinds[kind],
        )
        if file is not None:
            self.write(review, kind, file)

    def write(self, review: "PressReview", kind: str, file: Path) -> None:
        """Write a document, in a job."""
        self._folder = file.parent
        reviews = self._reviews

        def work() -> Path:
            reviews.write(
                review,
                pdf=file if kind == "pdf" else None,
                docx=file if kind == "docx" else None,
                eml=file if kind == "eml" else None,
            )
            return file

        self._commands.ask(work, self._written, owner=self, lane=NOTICE)

    @Slot()
    def choose_logo(self) -> None:
        """Ask for the picture that stands on top of reviews."""
        name, _ = QFileDialog.getOpenFileName(
            self._page.window(),
            self.tr("Clinic’s logo"),
            str(pictures()),
            self.tr("Pictures (*.png *.jpg *.jpeg *.webp)"),
        )
        if name:
            self.set_logo(Path(name))

    @Slot()
    def take_logo_off(self) -> None:
        """Let reviews have no logo."""
        self.set_logo(None)

    def set_logo(self, file: Path | None) -> None:
        """Put a picture on top of reviews, or take it off."""
        reviews = self._reviews
        words = self.tr("Logo of press reviews taken off") if file is None else self.tr("Logo chosen")
        self._commands.run(lambda: reviews.set_logo(file), undo_text=words, owner=self)

    # --- inside ---

    def _written(self, file: Path) -> None:
        words = self.tr("Press review written to {name}").format(name=file.name)
        self._commands.noticed.emit(written_notice(words, file, key=NOTICE))
