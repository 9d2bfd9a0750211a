"""Get ready, while nobody waits for it, what would be dear the first time it is shown."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

from cmstation.ui.jobs import JobRunner, Progress
from cmstation.ui.pages import Pages

PAGES = ("drafts", "calendar", "library", "statistics")
# Pages, and what they load when they receive the services.
_LOADED = (
    "cmstation.ui.calendar.tab",
    "cmstation.ui.calendar.deeds.plan_menus",
    "cmstation.ui.calendar.deeds.plan_rhythm",
    "cmstation.ui.calendar.deeds.exchange_deeds",
    "cmstation.ui.calendar.filter_menu",
    "cmstation.ui.calendar.plan_showing",
    "cmstation.ui.calendar.free_places",
    "cmstation.ui.library.tab",
    "cmstation.ui.statistics.tab",
    "cmstation.ui.statistics.charts.chart_files",
    "cmstation.ui.statistics.comments",
    "cmstation.ui.statistics.deeds",
    "cmstation.ui.statistics.report_files",
    "cmstation.ui.when_dialog",
    "cmstation.ui.drafts.alt_text_dialog",
    "cmstation.ui.accounts.dialog",
    "cmstation.ui.wording",
)
PAUSE_MS = 400


class Warming(QObject):
    """Loads modules in the background, then builds one page after the other, a moment apart."""

    def __init__(self, pages: Pages, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._jobs = jobs
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._build_one)

    def start(self) -> None:
        """Begin."""
        self._jobs.start(_load, on_success=self._go_on, owner=self)

    def _go_on(self, _loaded: None) -> None:
        self._pause.start()

    @Slot()
    def _build_one(self) -> None:
        missing = [key for key in PAGES if key not in self._pages.built_pages()]
        if not missing:
            return
        self._pages.page(missing[0])
        self._pause.start()


def _load(progress: Progress) -> None:
    for name in _LOADED:
        progress()
        import_module(name)
