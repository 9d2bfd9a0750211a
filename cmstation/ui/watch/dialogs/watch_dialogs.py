"""Everything that opens a dialog of the watch, in one bundle for the tab and the menus."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.alert_deeds import AlertDeeds
from cmstation.ui.watch.dialogs.list_deeds import ListDeeds
from cmstation.ui.watch.dialogs.paper_deeds import PaperDeeds
from cmstation.ui.watch.dialogs.source_deeds import SourceDeeds
from cmstation.ui.watch.dialogs.sources_deeds import SourcesDeeds

if TYPE_CHECKING:
    from cmstation.ui.watch.dialogs.services import WatchServices


class WatchDialogs:
    """The deeds of all dialogs; each lives as long as the window."""

    def __init__(self, window: QWidget, services: "WatchServices", commands: Commands, icons: Icons) -> None:
        self.adding = SourceDeeds(window, services, commands, icons)
        self.sources = SourcesDeeds(window, services, commands, icons, self.adding)
        self.lists = ListDeeds(window, services, commands, icons)
        self.paper = PaperDeeds(window, services, commands, icons)
        self.alerts = AlertDeeds(window, services, commands, icons)
