"""Take a picture of each screen: python packaging/screenshots.py [--out DIR] [--scene NAME …].

The sample clinic is opened in a folder of its own; every scene is taken light and dark, at two sizes.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cmstation.domain.drafts import DraftFilter, PostState
from cmstation.open_station import open_station
from cmstation.services.station import Station
from cmstation.ui.drafts.tab import DraftsTab
from cmstation.ui.main_window import MainWindow
from cmstation.ui.publishing.publishing import Publishing
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.translation import Translation
from cmstation.ui.window_state import WindowState

SIZES = {"1366": (1366, 768), "1920": (1920, 1080)}
PATIENCE_MS = 20_000


class Studio:
    """One window on the sample clinic, or on an empty folder, ready for its picture."""

    def __init__(self, app: QApplication, folder: Path, theme: Theme, *, rehearsal: bool) -> None:
        self._app = app
        self.window = MainWindow(dark=theme.is_dark)
        self.shell = Shell(
            self.window,
            folder,
            lambda: open_station(folder, rehearsal=rehearsal),
            state=WindowState(),
            theme=theme,
            catches_defects=False,
        )

    @property
    def station(self) -> Station:
        """The services."""
        station = self.shell.station
        if station is None:
            raise RuntimeError("the folder is not open")
        return station

    def open(self, size: tuple[int, int]) -> None:
        """Show the window and wait until everything is there."""
        self.window.resize(*size)
        self.window.show()
        self.shell.open()
        self.wait(lambda: self.shell.station is not None)
        self.settle()

    def tab(self, key: str) -> QWidget:
        """Show a tab."""
        self.window.choose_tab(key)
        self.settle()
        return self.window.pages.page(key)

    def post(self, words: str) -> int:
        """Find a post of the sample clinic."""
        return self.station.drafts.rows(DraftFilter(words=words))[0].id

    def settle(self) -> None:
        """Wait until no job is under way and everything is painted."""
        self.wait(lambda: not self.shell.jobs.busy)
        self.pause(350)
        self.wait(lambda: not self.shell.jobs.busy)

    def pause(self, milliseconds: int) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait(self, holds: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not holds() and not deadline.hasExpired():
            self.pause(20)

    def picture(self) -> QPixmap:
        """Take the window, with the dialog over it."""
        picture = self.window.grab()
        dialog = self._dialog()
        if dialog is not None:
            from PySide6.QtGui import QPainter  # noqa: PLC0415

            painter = QPainter(picture)
            place = self.window.rect().center() - dialog.rect().center()
            painter.drawPixmap(place, dialog.grab())
            painter.end()
        return picture

    def close(self) -> None:
        """Close everything."""
        dialog = self._dialog()
        while dialog is not None:
            dialog.close()
            self.pause(20)
            dialog = self._dialog()
        self.shell.close()
        self.wait(lambda: not self.shell.jobs.busy)
        self.window.deleteLater()
        self.shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _dialog(self) -> QDialog | None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        return shown[-1] if shown else None


def drafts(studio: Studio) -> None:
    """The composer on a post with five versions, one too long."""
    tab = drafts_tab(studio)
    tab.show_post(studio.post("dépistage camion"))
    studio.settle()
    composer = tab.composer
    bluesky = next(a.id for a in studio.station.accounts.all() if a.network.value == "bluesky")
    composer.parts.tabs.go_to(bluesky)
    studio.settle()


def drafts_facebook(studio: Studio) -> None:
    """The same on its Facebook version."""
    drafts(studio)
    facebook = next(a.id for a in studio.station.accounts.all() if a.network.value == "facebook")
    drafts_tab(studio).composer.parts.tabs.go_to(facebook)
    studio.settle()


def calendar(studio: Studio) -> None:
    """The month."""
    studio.tab("calendar")


def library(studio: Studio) -> None:
    """The pictures."""
    studio.tab("library")


def watch(studio: Studio) -> None:
    """What Watch will do."""
    studio.tab("watch")


def exchanges(studio: Studio) -> None:
    """What Exchanges will do."""
    studio.tab("exchanges")


def statistics(studio: Studio) -> None:
    """What Statistics will do."""
    studio.tab("statistics")


def last_look(studio: Studio) -> None:
    """The last look on a post with something amiss."""
    drafts(studio)
    publishing(studio).look(studio.post("dépistage camion"))
    studio.settle()


def result(studio: Studio) -> None:
    """A delivery that is uncertain."""
    studio.tab("drafts")
    rows = studio.station.drafts.rows(DraftFilter(states=frozenset({PostState.UNCERTAIN})))
    publishing(studio).show_result(rows[0].id)
    studio.settle()


def failed(studio: Studio) -> None:
    """A delivery that failed."""
    studio.tab("drafts")
    rows = studio.station.drafts.rows(DraftFilter(states=frozenset({PostState.FAILED})))
    publishing(studio).show_result(rows[0].id)
    studio.settle()


def wizard(studio: Studio) -> None:
    """The wizard's first page."""
    from cmstation.ui.accounts.wizard import AccountWizard  # noqa: PLC0415

    studio.tab("drafts")
    shell = studio.shell
    dialog = AccountWizard(studio.station, shell.commands, shell.icons.theme, shell.icons, studio.window)
    dialog.open()
    studio.settle()


def error(studio: Studio) -> None:
    """A notice: the disk is full."""
    from cmstation.domain.errors import DiskFull  # noqa: PLC0415

    drafts(studio)
    studio.shell.commands.tell_error(DiskFull(folder="D:/CM Station"))
    studio.pause(200)


def empty(studio: Studio) -> None:
    """The first start."""
    studio.tab("drafts")


def publishing(studio: Studio) -> Publishing:
    """Return what publishes."""
    found = studio.window.findChild(Publishing)
    if found is None:
        raise LookupError("publishing")
    return found


def drafts_tab(studio: Studio) -> DraftsTab:
    """Show the drafts."""
    tab = studio.tab("drafts")
    if not isinstance(tab, DraftsTab):
        raise TypeError("drafts")
    return tab


SCENES: dict[str, Callable[[Studio], None]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (
        drafts,
        drafts_facebook,
        calendar,
        library,
        watch,
        exchanges,
        statistics,
        last_look,
        result,
        failed,
        wizard,
        error,
        empty,
    )
}


def main() -> int:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--language", default="fr", choices=["fr", "en"])
    parser.add_argument("--scene", nargs="*", default=list(SCENES), choices=list(SCENES))
    parser.add_argument("--size", nargs="*", default=list(SIZES), choices=list(SIZES))
    parser.add_argument("--theme", nargs="*", default=["light", "dark"], choices=["light", "dark"])
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    Translation(app).install(given.language)
    for choice in given.theme:
        theme = Theme(ThemeChoice(choice), no_motion=True)
        theme.apply(app)
        for size in given.size:
            take(app, theme, given.scene, SIZES[size], given.out, f"{choice}-{size}")
    return 0


def take(
    app: QApplication, theme: Theme, scenes: list[str], size: tuple[int, int], out: Path, ending: str
) -> None:
    """Take scenes in one look."""
    for name in scenes:
        with tempfile.TemporaryDirectory() as folder:
            studio = Studio(app, Path(folder), theme, rehearsal=name != "empty")
            studio.open(size)
            SCENES[name](studio)
            file = out / f"{name}-{ending}.png"
            studio.picture().save(str(file))
            print(file)
            studio.close()


if __name__ == "__main__":
    sys.exit(main())
