"""The bundle of dialogs is what the real station and window can give."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.list_dialog import ListDialog
from cmstation.ui.watch.dialogs.sources_dialog import SourcesDialog
from cmstation.ui.watch.dialogs.watch_dialogs import WatchDialogs
from tests.ui.watch.dialogs.conftest import opened


def test_a_list_and_the_silent_sources_are_opened_by_name(
    behind: QWidget, station: Station, commands: Commands, icons: Icons, settled: Callable[[], None]
) -> None:
    dialogs = WatchDialogs(behind, station, commands, icons)

    dialogs.lists.open(station.watch_lists.all()[0].id)
    dialogs.sources.open(silent_only=True)
    settled()

    assert opened(behind, ListDialog).name.text() == "Ma clinique"
    assert opened(behind, SourcesDialog).list.sources.rowCount() == 2
