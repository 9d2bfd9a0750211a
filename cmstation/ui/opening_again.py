"""Leads a damaged folder back to its newest sound copy, and says so once it is open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from cmstation.domain.clock import Clock
from cmstation.domain.errors import StorageDamaged
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind, Notices
from cmstation.ui.opening import CannotOpen, moment_in_sentence
from cmstation.ui.pages import Pages

if TYPE_CHECKING:
    from cmstation.domain.restoration import BackupCopy
    from cmstation.services.station import Station

_LANE = "storage"
_KEY = "restored"


class OpeningAgain(QObject):
    """Shows why a folder does not open and what can be done about it.

    Signals:
        wanted: the folder should be opened again.
        quit_wanted: the person leaves.
    """

    wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self, pages: Pages, jobs: JobRunner, icons: Icons, folder: Path, clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._jobs = jobs
        self._icons = icons
        self._folder = folder
        self._clock = clock

    def tell(self, error: Exception) -> None:
        """Show what is wrong; for a damaged file, look for a copy first."""
        if not isinstance(error, StorageDamaged):
            self._show(error, None)
            return
        self._jobs.start(
            lambda _progress: self._newest(),
            on_success=lambda copy: self._show(error, copy),
            on_failure=lambda _other: self._show(error, None),
            lane=_LANE,
            owner=self,
        )

    def _show(self, error: Exception, copy: "BackupCopy | None") -> None:
        page = CannotOpen(self._icons, error, copy=copy, now=self._clock.now())
        if copy is None:
            page.acted.connect(self.wanted)
        else:
            page.acted.connect(lambda: self._take_back(page, copy))
        if page.again_card is not None:
            page.again_card.clicked.connect(self.wanted)
        folder = QUrl.fromLocalFile(str(self._folder))
        page.folder_card.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        page.quit_card.clicked.connect(self.quit_wanted)
        self._pages.cover(page)

    def _take_back(self, page: CannotOpen, copy: "BackupCopy") -> None:
        page.wait()
        self._jobs.start(
            lambda _progress: self._put_back(copy),
            on_success=lambda _nothing: self.wanted.emit(),
            on_failure=self.tell,
            lane=_LANE,
            owner=self,
        )

    def _newest(self) -> "BackupCopy | None":
        from cmstation.services.restoring import Restoring  # noqa: PLC0415 - brings the storage

        return Restoring(self._folder, self._clock).newest()

    def _put_back(self, copy: "BackupCopy") -> None:
        from cmstation.services.restoring import Restoring  # noqa: PLC0415

        Restoring(self._folder, self._clock).take_back(copy)

    # --- once it is open ---

    def tell_restored(self, station: "Station", notices: Notices) -> None:
        """Say from when the posts are, at each start until the person has looked."""
        restored = station.preferences.restored()
        if restored is None:
            return
        when = moment_in_sentence(restored.copied_at, station.preferences.zone(), station.clock.now())
        detail = self.tr(
            "Posts that were published or changed after that are not shown as such: look at the accounts "
            "before you publish them again. What was due since then waits for you. The damaged file is kept: "
            "{file}."
        )
        looked = NoticeAction(self.tr("I have looked"), lambda: self._forget(station))
        notices.show(
            Notice(
                self.tr("Your posts are as they were on {when}.").format(when=when),
                NoticeKind.WARNING,
                detail.format(file=restored.kept),
                (looked,),
                sticky=True,
                key=_KEY,
            )
        )

    def _forget(self, station: "Station") -> None:
        self._jobs.start(lambda _progress: station.preferences.forget_restored(), lane=_LANE)
