"""Files that the person has written: where they go, and the notice that opens them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from cmstation.ui.notices import Notice, NoticeAction, NoticeKind

translate = QCoreApplication.translate


def documents() -> Path:
    """Return the folder of the person's documents."""
    return _place(QStandardPaths.StandardLocation.DocumentsLocation)


def pictures() -> Path:
    """Return the folder of the person's pictures."""
    return _place(QStandardPaths.StandardLocation.PicturesLocation)


def choose_place(window: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
    """Ask where a file is to be written; None when the person would rather not.

    Args:
        suggested: a folder, and a name with its ending.
        kinds: what the system's dialog offers, as "Table (*.xlsx);;Text (*.csv)"; a name that is typed
            without an ending gets that of the chosen kind.
    """
    name, chosen = QFileDialog.getSaveFileName(window, title, str(suggested), kinds)
    if not name:
        return None
    file = Path(name)
    ending = chosen.rpartition("*")[2].rstrip(")") or suggested.suffix
    return file if file.suffix else file.with_suffix(ending)


def written_notice(words: str, file: Path, *, key: str, opens: bool = True) -> Notice:
    """Return the notice that a file was written, with the ways to it.

    Args:
        words: what was written, with the file's name.
        key: as in `Notice`.
        opens: whether the file itself is offered too, beside its folder.
    """
    open_it = NoticeAction(translate("WrittenFiles", "Open"), lambda: show_path(file))
    show = NoticeAction(translate("WrittenFiles", "Show the folder"), lambda: show_path(file.parent))
    return Notice(words, NoticeKind.GOOD, actions=(open_it, show) if opens else (show,), key=key)


def show_path(path: Path) -> None:
    """Open a file or a folder with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _place(kind: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(kind))
