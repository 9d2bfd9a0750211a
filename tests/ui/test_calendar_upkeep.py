"""The calendar is kept in step with networks and with the file that others subscribe to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import WholeDay
from cmstation.domain.changes import Changes
from cmstation.services.station import Station
from cmstation.ui.calendar_upkeep import CalendarUpkeep
from cmstation.ui.commands import Commands
from cmstation.ui.connection import Connection
from cmstation.ui.notices import Notice

pytestmark = pytest.mark.usefixtures("cycles_collected_by_the_window_alone")

Settled = Callable[[], None]
CHANGED = Changes(calendar=True)


@pytest.fixture
def upkeep(station: Station, commands: Commands) -> CalendarUpkeep:
    connection = Connection(commands)
    return CalendarUpkeep(station, commands, connection, commands)


def add_event(station: Station, title: str) -> None:
    station.events.add(EventKind.EVENT, title, WholeDay(date(2026, 10, 22)), WholeDay(date(2026, 10, 23)))


def test_the_file_is_written_some_seconds_after_the_last_change(
    upkeep: CalendarUpkeep, station: Station, commands: Commands, settled: Settled, tmp_path: Path
) -> None:
    station.plan_files.keep_folder(tmp_path)
    add_event(station, "Salon")

    commands.changed.emit(CHANGED)
    commands.changed.emit(CHANGED)
    assert not (tmp_path / "cmstation.ics").exists()
    assert upkeep.writes_soon
    upkeep.write_folder()
    settled()

    assert "Salon" in (tmp_path / "cmstation.ics").read_text(encoding="utf-8")


def test_pictures_alone_do_not_write_it(upkeep: CalendarUpkeep, commands: Commands) -> None:
    commands.changed.emit(Changes(media=frozenset({1})))

    assert not upkeep.writes_soon


def test_who_chose_no_folder_has_no_file_and_hears_nothing(
    upkeep: CalendarUpkeep, commands: Commands, settled: Settled
) -> None:
    told: list[Notice] = []
    commands.noticed.connect(told.append)

    upkeep.write_folder()
    settled()

    assert told == []


def test_a_folder_that_is_gone_is_said_once_and_tried_again_later(
    upkeep: CalendarUpkeep, station: Station, commands: Commands, settled: Settled, tmp_path: Path
) -> None:
    folder = tmp_path / "partage"
    folder.mkdir()
    station.plan_files.keep_folder(folder)
    folder.rmdir()
    told: list[Notice] = []
    commands.noticed.connect(told.append)

    upkeep.write_folder()
    settled()
    assert len({notice.key for notice in told}) == len(told) == 1

    folder.mkdir()
    upkeep.write_folder()
    settled()
    assert (folder / "cmstation.ics").exists()


def test_the_networks_are_looked_at_when_it_begins_and_when_the_line_is_back(
    upkeep: CalendarUpkeep, station: Station, settled: Settled
) -> None:
    account = next(one.id for one in station.accounts.all())
    upkeep.start()
    settled()
    upkeep.stop()

    assert not upkeep.writes_soon
    assert station.remote_posts.when_seen(account) is None  # a rehearsal account has no network to ask
