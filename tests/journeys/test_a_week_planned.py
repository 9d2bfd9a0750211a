"""Plan the week in which the clocks change with mouse and keyboard, and find exactly that in the outbox."""

import shutil
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from cmstation.domain.accounts import NewAccount
from cmstation.domain.calendar import ItemKind, PlanFilter
from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Network, Way
from cmstation.domain.rhythm import Slot
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.ui.calendar.dialogs.event_dialog import EventDialog
from cmstation.ui.calendar.dialogs.sequence_dialog import SequenceDialog
from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.when_dialog import WhenDialog
from tests.journeys.conftest import OpenWindow
from tests.journeys.planner import Planner

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300), pytest.mark.usefixtures("british_dates")]

PARIS = "Europe/Paris"
NOW = datetime(2026, 10, 19, 8, tzinfo=UTC)  # Monday, ten o'clock in Paris
MONDAY, TUESDAY, WEDNESDAY = date(2026, 10, 19), date(2026, 10, 20), date(2026, 10, 21)
THURSDAY, SUNDAY = date(2026, 10, 22), date(2026, 10, 25)  # the clocks go back in its night
ACCOUNTS = (
    (Network.WORDPRESS, "Site"),
    (Network.BLUESKY, "Bluesky"),
    (Network.MASTODON, "Mastodon"),
)
SLOTS = {
    "Site": ((1, time(9)), (4, time(9))),
    "Bluesky": ((1, time(12)), (6, time(18))),
    "Mastodon": ((3, time(18)),),
}
DOORS, NIGHT = "Portes ouvertes de la maternité", "Une heure de plus aux urgences"
FLU, MENU, BLOOD = "Grippe : où se faire vacciner", "Menu d’automne", "Don du sang"
SOON, REMINDER = f"À venir\u00a0: {DOORS}", f"Rappel\u00a0: {DOORS}"
TEAM = "Réunion d’équipe"

# What was planned: post, account, instant. Winter time begins on 25 October at 01:00 UTC.
DUE = {
    (FLU, "Site", "2026-10-22T14:00Z"),
    (FLU, "Bluesky", "2026-10-22T14:00Z"),
    (FLU, "Mastodon", "2026-10-22T14:00Z"),
    (MENU, "Site", "2026-10-20T07:00Z"),
    (MENU, "Bluesky", "2026-10-20T10:00Z"),
    (MENU, "Mastodon", "2026-10-22T16:00Z"),
    (BLOOD, "Site", "2026-10-23T07:00Z"),
    (BLOOD, "Bluesky", "2026-10-25T17:00Z"),
    (BLOOD, "Mastodon", "2026-10-29T17:00Z"),
    (DOORS, "Site", "2026-11-06T10:00Z"),
    (DOORS, "Bluesky", "2026-11-06T10:00Z"),
    (DOORS, "Mastodon", "2026-11-06T10:00Z"),
    (SOON, "Site", "2026-10-30T08:00Z"),
    (SOON, "Bluesky", "2026-10-30T08:00Z"),
    (SOON, "Mastodon", "2026-10-30T08:00Z"),
    (NIGHT, "Site", "2026-10-25T01:30Z"),
    (NIGHT, "Bluesky", "2026-10-25T01:30Z"),
    (NIGHT, "Mastodon", "2026-10-25T01:30Z"),
}
EVENTS = [
    (TEAM, "2026-10-21T07:00Z", "2026-10-21T08:00Z"),
    (TEAM, "2026-10-22T07:00Z", "2026-10-22T08:00Z"),
]


@pytest.fixture
def clock() -> FixedClock:
    """A Monday morning that lasts."""
    return FixedClock(NOW)


@pytest.fixture
def clinic(tmp_path: Path, clock: FixedClock) -> Path:
    """A folder with three accounts, their weekly slots, two editorial lines and three waiting drafts."""
    folder = tmp_path / "clinic"
    station = open_station(folder, parts=Parts(clock=clock))
    for network, name in ACCOUNTS:
        account = station.accounts.add(NewAccount(network, Way.REHEARSAL, name, "", name), None).value
        station.rhythm.set_slots(account.id, [Slot(account.id, day, wall) for day, wall in SLOTS[name]])
    prevention = station.labels.add_theme("Prévention", "info").value.id
    life = station.labels.add_theme("Vie de la clinique", "accent").value.id
    for title, line in ((FLU, prevention), (MENU, life), (BLOOD, prevention)):
        station.drafts.new(title=title, text=f"{title}. Tout est dit.", theme=line)
    station.close()
    return folder


def test_a_week_is_planned_by_hand_and_the_outbox_holds_exactly_that(
    clinic: Path, clock: FixedClock, open_window: OpenWindow, tmp_path: Path
) -> None:
    officer = open_window(clinic, clock)
    planner = Planner(officer, PARIS)
    planner.go_to_calendar()
    officer.press("2")
    assert officer.calendar.key is ViewKey.WEEK
    assert planner.week.span()[0] == MONDAY

    doors = write_and_drag(planner)
    place_what_waits(planner)
    put_in_the_queue(planner)
    plan_events(planner)
    refuse_the_past(planner)
    write_for_the_doubled_hour(planner)
    make_a_sequence(planner, doors)

    look(officer.station)
    killed = tmp_path / "killed"
    shutil.copytree(clinic, killed)
    officer.close()
    again = open_window(killed, clock)
    Planner(again, PARIS).go_to_calendar()
    look(again.station)
    assert again.calendar.plan is not None
    assert {i.title for i in again.calendar.plan.items if i.key.kind is ItemKind.EVENT} == {TEAM}
    again.close()
    assert not [*clinic.rglob("crash-*"), *killed.rglob("crash-*")]
    once_in_the_doubled_hour(killed)


def test_the_keys_of_the_calendar_work_as_soon_as_it_is_chosen(
    clinic: Path, clock: FixedClock, open_window: OpenWindow
) -> None:
    officer = open_window(clinic, clock)
    officer.press("Ctrl+1")
    officer.wait_until(officer.calendar.isVisible)

    officer.press("2")

    assert officer.calendar.key is ViewKey.WEEK


def write_and_drag(planner: Planner) -> int:
    """Begin a post in an empty hour, write it, carry it to another day, take that back, carry it again."""
    post = planner.begin_post(WEDNESDAY, time(14))
    planner.write_post(DOORS, "Visitez les salles de naissance. Un goûter attend les grands frères.")
    planner.go_to_calendar()
    planner.stands(DOORS, datetime(2026, 10, 21, 14))  # noqa: DTZ001

    planner.drag_item(DOORS, THURSDAY, time(11))
    planner.stands(DOORS, datetime(2026, 10, 22, 11))  # noqa: DTZ001
    planner.officer.press("Ctrl+Z")
    planner.stands(DOORS, datetime(2026, 10, 21, 14))  # noqa: DTZ001
    planner.drag_item(DOORS, THURSDAY, time(11))
    planner.stands(DOORS, datetime(2026, 10, 22, 11))  # noqa: DTZ001

    planner.open_item(DOORS)
    planner.publish_at_its_time(post)
    planner.go_to_calendar()
    return post


def place_what_waits(planner: Planner) -> None:
    """Give one waiting draft its hour by M, another one by the pointer; the first one shall leave."""
    planner.walk_to(THURSDAY)
    planner.walk_to_waiting(FLU)
    planner.officer.press("M")
    when = planner.dialog(WhenDialog)
    planner.type_hour(when.time, time(16))
    planner.press_default(when, "Choose this time")
    planner.stands(FLU, datetime(2026, 10, 22, 16))  # noqa: DTZ001
    assert FLU not in planner.waiting()

    planner.drag_waiting(MENU, WEDNESDAY, time(12, 30))
    planner.stands(MENU, datetime(2026, 10, 21, 12, 30))  # noqa: DTZ001
    assert planner.waiting() == [BLOOD]

    post = planner.open_item(FLU)
    planner.publish_at_its_time(post)
    planner.go_to_calendar()


def put_in_the_queue(planner: Planner) -> None:
    """Let the rhythm find the hours of a placed post and of a waiting one."""
    planner.click_item(MENU)
    planner.officer.press("Q")
    planner.officer.wait_until(lambda: len(planner.officer.station.outbox.open_deliveries()) == 9)
    planner.officer.settle()

    planner.walk_to_waiting(BLOOD)
    planner.officer.press("Q")
    planner.officer.wait_until(lambda: not planner.waiting())
    planner.officer.settle()


def plan_events(planner: Planner) -> None:
    """Write an event, move it to the next day, copy it to another one."""
    planner.tab_to_view()
    planner.walk_to(TUESDAY)
    planner.officer.press("E")
    dialog = planner.dialog(EventDialog)
    planner.officer.type_into(dialog.fields.title, TEAM)
    planner.press_default(dialog, "Save")
    planner.stands(TEAM, datetime(2026, 10, 20, 9))  # noqa: DTZ001

    planner.click_item(TEAM)
    planner.officer.press("Alt+Right")
    planner.stands(TEAM, datetime(2026, 10, 21, 9))  # noqa: DTZ001

    planner.click_item(TEAM)
    planner.officer.press("Ctrl+C")
    planner.walk_to(THURSDAY)
    planner.officer.press("Ctrl+V")
    planner.officer.wait_until(lambda: len(events(planner.officer.station)) == 2)
    planner.officer.settle()


def refuse_the_past(planner: Planner) -> None:
    """Carry a post to this morning: it stays, and a sentence says why."""
    planner.drag_item(FLU, MONDAY, time(9))

    planner.officer.wait_until(lambda: "passed" in planner.officer.notice)
    assert planner.shown()[FLU] == datetime(2026, 10, 22, 16)  # noqa: DTZ001


def write_for_the_doubled_hour(planner: Planner) -> None:
    """Write a post for Sunday by N, and choose the second half past two of its night."""
    planner.tab_to_view()
    planner.walk_to(SUNDAY)
    post = planner.write_with_n()
    planner.write_post(NIGHT, "Cette nuit, la garde dure une heure de plus. Merci aux équipes.")
    planner.go_to_calendar()
    planner.stands(NIGHT, datetime(2026, 10, 25, 9))  # noqa: DTZ001

    planner.click_item(NIGHT)
    planner.officer.press("M")
    when = planner.dialog(WhenDialog)
    planner.type_hour(when.time, time(2, 30))
    planner.officer.click(planner.officer.button("After the clocks change", when))
    planner.press_default(when, "Choose this time")
    planner.stands(NIGHT, datetime(2026, 10, 25, 2, 30))  # noqa: DTZ001

    planner.officer.press("Return")
    planner.officer.wait_until(lambda: planner.officer.drafts.current_post() == post)
    planner.officer.settle()
    planner.publish_at_its_time(post)
    planner.go_to_calendar()


def make_a_sequence(planner: Planner, post: int) -> None:
    """Make three posts of one, move them a week as one, and schedule the announcement."""
    planner.choose_of_item(DOORS, "Make a sequence…")
    dialog = planner.dialog(SequenceDialog)
    dialog.day.setFocus()
    QTest.keyClicks(dialog.day, "30/10/2026")
    planner.press_default(dialog, "Make the posts")
    planner.stands(SOON, datetime(2026, 10, 23, 9))  # noqa: DTZ001
    assert DOORS not in planner.shown()

    planner.choose_of_item(SOON, "Move the whole sequence…")
    when = planner.dialog(WhenDialog)
    when.calendar.setFocus()
    planner.officer.press("Down")
    planner.press_default(when, "Choose this time")
    planner.officer.wait_until(lambda: SOON not in planner.shown())
    planner.tab_to_view()
    planner.officer.press("PageDown")
    planner.stands(SOON, datetime(2026, 10, 30, 9))  # noqa: DTZ001

    announcement = planner.open_item(SOON)
    assert announcement != post
    planner.rewrite_post("Dans une semaine, les salles de naissance ouvrent leurs portes.")
    planner.publish_at_its_time(announcement)


# --- what is planned ---


def look(station: Station) -> None:
    """Compare outbox, events and drafts with what was planned: all of it, and nothing more."""
    titles = {row: station.drafts.open(row).title for row in posts(station)}
    names = {account.id: account.name for account in station.accounts.all()}
    found = station.outbox.open_deliveries()
    assert {(titles[one.post], names[one.account], written(one.due.instant)) for one in found} == DUE
    assert len(found) == len(DUE)
    assert {one.state for one in found} == {DeliveryState.WAITING}
    assert not station.outbox.in_states(frozenset(DeliveryState) - {DeliveryState.WAITING})
    assert events(station) == EVENTS
    reminder = station.drafts.open(next(post for post, title in titles.items() if title == REMINDER))
    assert reminder.planned is not None
    assert written(reminder.planned.instant) == "2026-11-09T11:00Z"
    assert sorted(titles.values()) == sorted((DOORS, SOON, REMINDER, FLU, MENU, BLOOD, NIGHT))


def posts(station: Station) -> list[int]:
    from cmstation.domain.drafts import DraftFilter, PostState

    return [row.id for row in station.drafts.rows(DraftFilter(states=frozenset(PostState)))]


def events(station: Station) -> list[tuple[str, str, str]]:
    """Return all events of the two months, by hour."""
    plan = station.calendar.plan(
        date(2026, 10, 1), date(2026, 12, 1), PlanFilter(kinds=frozenset({ItemKind.EVENT}))
    )
    return [(item.title, written(item.start), written(item.end)) for item in plan.items]


def written(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def once_in_the_doubled_hour(folder: Path) -> None:
    """Let the night pass: nothing leaves at the first half past two, all of it once at the second."""
    night = FixedClock(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    station = open_station(folder, parts=Parts(clock=night))
    post = next(row for row in posts(station) if station.drafts.open(row).title == NIGHT)
    station.outbox.deliver_due()
    assert {one.state for one in station.outbox.of_post(post)} == {DeliveryState.WAITING}

    for hour in (1, 2):
        night.instant = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
        station.outbox.deliver_due()
        sent = station.outbox.of_post(post)
        assert [one.state for one in sent] == [DeliveryState.SENT] * len(ACCOUNTS)
        assert {one.sent_at for one in sent} == {datetime(2026, 10, 25, 1, 30, tzinfo=UTC)}
    station.close()
