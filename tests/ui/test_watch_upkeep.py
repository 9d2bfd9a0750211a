"""Alerts reach the person: once, not in quiet hours, and not lost when the program ends in between."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cmstation.domain.changes import Changes
from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.domain.watch_alerts import AlertKind, AlertRule
from cmstation.domain.watch_rule_terms import terms
from cmstation.services.watch_alerts import AlertNews
from cmstation.ui.commands import Commands
from cmstation.ui.connection import Connection
from cmstation.ui.notices import Notice
from cmstation.ui.watch_upkeep import LONGEST_HOLD_MS, WatchUpkeep
from tests.services.watch_bench import WatchBench, watch_bench

pytestmark = pytest.mark.usefixtures("cycles_collected_by_the_window_alone")

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
EACH = AlertRule(0, "La clinique", AlertKind.ANY, terms('"Clinique des Tilleuls"'))
Settled = Callable[[], None]


class Stage:
    """An upkeep over a real station, and what the person hears of it."""

    def __init__(self, bench: WatchBench, commands: Commands, settled: Settled) -> None:
        self.bench = bench
        self.commands = commands
        self.settle = settled
        self.connection = Connection(commands)
        self.notices: list[Notice] = []
        self.alerted: list[tuple[AlertNews, ...]] = []
        self.wanted: list[tuple[int, ...]] = []
        commands.noticed.connect(self.notices.append)
        self.upkeep = self.begun()

    def begun(self) -> WatchUpkeep:
        upkeep = WatchUpkeep(self.bench.station, self.commands, self.connection, self.commands)
        upkeep.alerted.connect(self.alerted.append)
        upkeep.stories_wanted.connect(self.wanted.append)
        return upkeep

    def restart(self) -> None:
        """End the program in order, and start it again."""
        self.settle()
        self.upkeep.stop()
        self.upkeep.deleteLater()
        self.bench.restart()
        self.upkeep = self.begun()

    def say(self, title: str, name: str = "gazette") -> int:
        """Store an article without telling anything."""
        return self.bench.item(title, name=name, ago=MINUTE).story

    def read(self) -> None:
        self.upkeep.read_all()
        self.settle()

    def first_look(self) -> None:
        self.upkeep.start()
        self.upkeep._first.timeout.emit()  # pyright: ignore[reportPrivateUsage]
        self.settle()


@pytest.fixture
def stage(tmp_path: Path, commands: Commands, settled: Settled) -> Iterator[Stage]:
    bench = watch_bench(tmp_path / "clinic", NOW)
    bench.station.watch_alerts.save(EACH)
    made = Stage(bench, commands, settled)
    yield made
    settled()
    made.upkeep.stop()
    bench.station.close()


def test_an_alert_is_told_after_a_refresh_with_its_first_headline(stage: Stage) -> None:
    source = stage.bench.source()
    stage.bench.tell(source, "La Clinique des Tilleuls recrute", ago=MINUTE)

    stage.read()

    (notice,) = stage.notices
    assert notice.text == "Watch: La clinique, 1 mention(s)"
    assert notice.detail == "La Clinique des Tilleuls recrute"
    assert notice.sticky
    assert [one.alert.name for (one,) in stage.alerted] == ["La clinique"]


def test_the_notice_leads_to_the_stories(stage: Stage) -> None:
    story = stage.say("La Clinique des Tilleuls recrute")
    stage.read()

    stage.notices[0].actions[0].call()

    assert stage.wanted == [(story,)]


def test_neither_a_refresh_nor_a_restart_tells_it_again(stage: Stage) -> None:
    stage.say("La Clinique des Tilleuls recrute")
    stage.read()
    stage.read()
    stage.restart()
    stage.bench.pass_time(2 * HOUR)
    stage.read()
    stage.first_look()

    assert len(stage.notices) == 1


def test_who_is_killed_before_the_notice_hears_it_at_the_next_start(stage: Stage) -> None:
    stage.say("La Clinique des Tilleuls recrute")
    stage.bench.station.watch_alerts.look()
    stage.connection.keep_offline(True)
    stage.restart()

    stage.first_look()

    assert [notice.text for notice in stage.notices] == ["Watch: La clinique, 1 mention(s)"]
    stage.restart()
    stage.first_look()
    assert len(stage.notices) == 1


def test_an_alert_that_could_not_be_marked_is_not_shown_twice_in_one_run(stage: Stage) -> None:
    stage.say("La Clinique des Tilleuls recrute")
    stage.upkeep._ask_alerts(anew=True)  # pyright: ignore[reportPrivateUsage]
    stage.upkeep._ask_alerts(anew=True)  # pyright: ignore[reportPrivateUsage]
    stage.settle()

    assert len(stage.notices) == 1


def test_quiet_hours_hold_an_alert_back_and_their_end_brings_it(stage: Stage) -> None:
    stage.bench.station.watch_alerts.set_quiet([QuietHours(time(8), time(12), "Europe/Paris")])
    stage.say("La Clinique des Tilleuls recrute")
    stage.read()
    assert stage.notices == []
    assert stage.upkeep.holds_back

    stage.bench.pass_time(3 * HOUR)
    stage.upkeep.tell_waiting()
    stage.settle()

    assert len(stage.notices) == 1
    assert not stage.upkeep.holds_back


def test_the_end_of_quiet_hours_is_waited_for_by_a_timer(stage: Stage, qtbot: QtBot) -> None:
    end = datetime(2026, 10, 13, 10, tzinfo=UTC)
    stage.bench.station.watch_alerts.set_quiet([QuietHours(time(8), time(12), "Europe/Paris")])
    stage.say("La Clinique des Tilleuls recrute")
    stage.bench.clock.instant = end - timedelta(milliseconds=300)
    stage.read()
    assert stage.notices == []

    stage.bench.clock.instant = end

    qtbot.waitUntil(lambda: len(stage.notices) == 1, timeout=10_000)


def test_a_long_night_is_not_waited_for_in_one_go(stage: Stage) -> None:
    stage.bench.station.watch_alerts.set_quiet([QuietHours(time(8), time(12), "Europe/Paris")])
    stage.say("La Clinique des Tilleuls recrute")
    stage.read()

    held = stage.upkeep._held  # pyright: ignore[reportPrivateUsage]

    assert held.interval() == LONGEST_HOLD_MS


def test_what_a_night_held_back_is_told_when_the_program_starts_later(stage: Stage) -> None:
    stage.bench.station.watch_alerts.set_quiet([QuietHours(time(8), time(12), "Europe/Paris")])
    stage.say("La Clinique des Tilleuls recrute")
    stage.read()
    stage.bench.pass_time(20 * HOUR)
    stage.connection.keep_offline(True)
    stage.restart()

    stage.first_look()

    assert len(stage.notices) == 1


def test_hours_that_are_no_longer_quiet_hold_nothing_back(stage: Stage) -> None:
    alerts = stage.bench.station.watch_alerts
    alerts.set_quiet([QuietHours(time(8), time(12), "Europe/Paris")])
    stage.say("La Clinique des Tilleuls recrute")
    stage.read()

    alerts.set_quiet([])
    stage.upkeep.tell_waiting()
    stage.settle()

    assert len(stage.notices) == 1


def test_what_is_found_while_the_window_closes_is_left_to_the_next_start(stage: Stage) -> None:
    stage.say("La Clinique des Tilleuls recrute")
    stage.upkeep.read_all()
    stage.upkeep.stop()
    stage.settle()
    assert stage.notices == []

    stage.restart()
    stage.first_look()

    assert len(stage.notices) == 1


def test_telling_an_alert_makes_no_screen_look_again(stage: Stage) -> None:
    stage.say("La Clinique des Tilleuls recrute")
    changes: list[Changes] = []
    stage.commands.changed.connect(changes.append)

    stage.connection.keep_offline(True)
    stage.first_look()

    assert len(stage.notices) == 1
    assert changes == []
