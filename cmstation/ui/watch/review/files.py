"""Writes the press review into files, and takes the clinic's logo from one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from cmstation.ui.notices import Notice, NoticeAction, NoticeKind

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
        self._folder = ""

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
        name, _ = QFileDialog.getSaveFileName(
            self._page.window(),
            self.tr("Save the press review"),
            str(Path(self._folder or _documents()) / f"{title}.{kind}"),
            kinds[kind],
        )
        if name:
            file = Path(name)
            self.write(review, kind, file if file.suffix else file.with_suffix(f".{kind}"))

    def write(self, review: "PressReview", kind: str, file: Path) -> None:
        """Write a document, in a job."""
        self._folder = str(file.parent)
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
            _pictures(),
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
        actions = (
            NoticeAction(self.tr("Open"), lambda: _show(file)),
            NoticeAction(self.tr("Show the folder"), lambda: _show(file.parent)),
        )
        words = self.tr("Press review written to {name}").format(name=file.name)
        self._commands.noticed.emit(Notice(words, NoticeKind.GOOD, actions=actions, key=NOTICE))


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _pictures() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
