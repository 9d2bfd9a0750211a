"""Posts that a network keeps until their hour: moved there by a drag, or left where they are."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmstation.domain.accounts import NewAccount, Secret
from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Network, ScheduledPost, Way
from cmstation.domain.planned_time import at_wall_time
from cmstation.domain.post_hours import post_key
from cmstation.ui.calendar.look import Landing
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme
from tests.fakes.moody_network import Mood, MoodyDoors, MoodyNetwork
from tests.fakes.secret_box import SecretBox
from tests.ui.calendar.tab_stage import PARIS, QUIET_DAY, Stage, wall


@pytest.fixture
def doors() -> MoodyDoors:
    return MoodyDoors()


@pytest.fixture
def kept(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    tmp_path: Path,
    clock: FixedClock,
    doors: MoodyDoors,
    commands: Commands,
    settled: Callable[[], None],
) -> Iterator[Stage]:
    """A clinic with one blog, whose network may be moody."""
    from cmstation.open_station import Parts, open_station

    parts = Parts(clock=clock, secrets=SecretBox(), doors=doors)
    station = open_station(tmp_path / "clinic", parts=parts)
    new = NewAccount(Network.WORDPRESS, Way.DIRECT, "Site", "https://network.example", "clinic")
    account = station.accounts.add(new, Secret({"password": "s3cret-word"})).value
    doors.of(account.id).clock = clock
    tab = CalendarTab(theme, icons)
    qtbot.addWidget(tab)
    tab.resize(1366, 660)
    tab.show()
    tab.attach(station, commands)
    commands.changed.connect(tab.look_again)
    settled()
    stage = Stage(tab, station, commands, clock, settled)
    commands.noticed.connect(stage.told.append)
    yield stage
    settled()
    station.close()


def blog(kept: Stage, doors: MoodyDoors) -> tuple[int, MoodyNetwork]:
    (account,) = kept.station.accounts.all()
    return account.id, doors.of(account.id)


def waiting_there(kept: Stage, doors: MoodyDoors) -> ItemKey:
    """Hand a post to the network, which keeps it until its hour."""
    account, _ = blog(kept, doors)
    due = at_wall_time(wall(22), PARIS)
    post = kept.station.drafts.new(
        title="Don du sang", text="Venez.", accounts=[account], planned=due
    ).value.id
    kept.station.outbox.plan(post, due=due)
    kept.station.outbox.deliver_due()
    kept.look()
    (delivery,) = kept.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.ON_NETWORK
    return post_key(post, due.instant)


def test_a_drag_moves_it_on_the_network_and_undo_moves_it_back(kept: Stage, doors: MoodyDoors) -> None:
    key, (_, network) = waiting_there(kept, doors), blog(kept, doors)
    item = kept.tab.item(key)
    assert item is not None
    assert item.on_network

    kept.drop(key, on=Landing(date(2026, 10, 24)))
    assert list(network.hours.values()) == [at_wall_time(wall(24), PARIS).instant]
    assert kept.wall_of(key) == wall(24)

    kept.undo()
    assert list(network.hours.values()) == [at_wall_time(wall(22), PARIS).instant]
    assert kept.wall_of(key) == wall(22)


@pytest.mark.parametrize("mood", [Mood.REFUSED_CONNECTION, Mood.BAD_CONTENT, Mood.SIGNED_OUT])
def test_a_network_that_refuses_leaves_everything_in_its_place_and_it_is_said(
    kept: Stage, doors: MoodyDoors, mood: Mood
) -> None:
    key, (_, network) = waiting_there(kept, doors), blog(kept, doors)
    network.move_moods = [mood]
    before = dict(network.hours)

    kept.drop(key, on=Landing(date(2026, 10, 24)))

    assert network.hours == before
    assert kept.wall_of(key) == wall(22)
    assert key in kept.offered
    assert kept.words()
    assert kept.commands.undo_text == ""


def test_of_two_that_move_the_one_that_the_network_refuses_is_named(kept: Stage, doors: MoodyDoors) -> None:
    key, (_, network) = waiting_there(kept, doors), blog(kept, doors)
    other = kept.post(wall(22, "15:00"), "Un brouillon", accounts=[])
    network.move_moods = [Mood.BAD_CONTENT]

    kept.drop(key, other, on=Landing(date(2026, 10, 24)))

    assert kept.wall_of(key) == wall(22)
    assert kept.wall_of(other) == wall(24, "15:00")
    assert "“Don du sang” stayed." in kept.words()


def test_what_somebody_planned_there_by_hand_is_seen_and_moved_there(kept: Stage, doors: MoodyDoors) -> None:
    _, network = blog(kept, doors)
    due = at_wall_time(wall(22), PARIS).instant
    network.by_hand.append(ScheduledPost("7", due, "Par Lucie", "Venez", ""))
    assert kept.tab.menus is not None
    kept.tab.menus.exchange.look_at_networks()
    kept.settled()
    kept.settled()
    plan = kept.tab.plan
    assert plan is not None
    (item,) = [one for one in plan.items if one.key.kind is ItemKind.REMOTE]
    assert (item.title, item.first, item.movable) == ("Par Lucie", QUIET_DAY, True)

    kept.drop(item.key, on=Landing(date(2026, 10, 24)))

    assert network.moves == [("7", at_wall_time(wall(24), PARIS).instant)]
    moved = kept.tab.item(item.key)
    assert moved is not None
    assert moved.first == date(2026, 10, 24)


def test_a_network_that_does_not_answer_is_named_and_the_rest_stays(kept: Stage, doors: MoodyDoors) -> None:
    _, network = blog(kept, doors)
    network.list_moods = [Mood.REFUSED_CONNECTION]
    assert kept.tab.menus is not None

    kept.tab.menus.exchange.look_at_networks()
    kept.settled()

    assert kept.words().startswith("Site did not answer")


def test_delete_takes_it_back_from_the_network(kept: Stage, doors: MoodyDoors) -> None:
    key, (_, network) = waiting_there(kept, doors), blog(kept, doors)
    kept.tab.shown.select([key])

    kept.press(Qt.Key.Key_Delete)

    assert network.scheduled == {}
    assert kept.planned(key) is None
