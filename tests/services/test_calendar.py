"""The calendar's one question: posts, events, health days and days off between two days."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar import (
    CalendarItem,
    DayOff,
    DayOffKind,
    EventKind,
    ItemKind,
    PlanFilter,
    order_of,
)
from cmstation.domain.calendar_events import CalendarEvent, WholeDay, placed
from cmstation.domain.drafts import PostState, Stage
from cmstation.domain.events import NewEvent
from cmstation.domain.health_days import touching as health_days_touching
from cmstation.domain.networks import ScheduledPost
from cmstation.services.calendar import Calendar
from cmstation.services.events import Events
from cmstation.storage.events import Events as StoredEvents
from cmstation.storage.plan_rows import PlanTable
from cmstation.storage.remote_posts import RemotePostTable
from tests.domain.calendar_samples import NIGHTS, meeting, paris
from tests.services.conftest import START, Bench

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
OCTOBER = (date(2026, 10, 1), date(2026, 11, 1))
ZONES = ("Europe/Paris", "Europe/Brussels", "America/Toronto")
TOUSSAINT = DayOff(DayOffKind.SCHOOL, "Vacances de la Toussaint", date(2026, 10, 17), date(2026, 11, 1))


@dataclass
class Asked:
    """Tells days off, and notes what it was asked for."""

    spans: list[tuple[date, date]] = field(default_factory=list[tuple[date, date]])

    def __call__(self, first: date, last: date) -> Sequence[DayOff]:
        self.spans.append((first, last))
        return [one for one in (TOUSSAINT,) if one.first <= last and first <= one.last]


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def calendar(bench: Bench, asked: Asked) -> Calendar:
    database = bench.station.database
    return Calendar(
        PlanTable(database), StoredEvents(database), bench.station.preferences, health_days_touching, asked
    )


@pytest.fixture
def events(bench: Bench) -> Events:
    return Events(StoredEvents(bench.station.database), bench.clock)


def add_event(events: Events, content: CalendarEvent, kind: EventKind = EventKind.EVENT) -> None:
    events.add(kind, content.title, content.start, content.end, rules=content.rules, place=content.place)


def planned(bench: Bench, title: str, when: datetime, zone: str = "Europe/Paris", **fields: object) -> int:
    at = replace(placed(datetime(2026, 1, 1), zone), instant=when)  # noqa: DTZ001 - a wall time
    drafts = bench.station.drafts
    return drafts.new(title=title, text="Venez.", planned=at, accounts=(), **fields).value.id  # pyright: ignore[reportArgumentType]


def titles(items: Sequence[CalendarItem]) -> list[str]:
    return [item.title for item in items]


@pytest.fixture
def crowded(bench: Bench, events: Events) -> None:
    """Fill both nights of the clock change, and the days around, in three zones."""
    for zone, nights in NIGHTS.items():
        for night in nights:
            instant = placed(night, zone).instant
            for hours in (-30, -3, -1, 0, 1, 2, 22, 30):
                planned(bench, f"{zone} {hours}", instant + hours * HOUR, zone)
            event = meeting(placed(night - 20 * HOUR, zone), hours=40, title=f"{zone} long")
            add_event(events, event)
            add_event(
                events, replace(event, start=WholeDay(night.date()), end=WholeDay(night.date() + 2 * DAY))
            )
        add_event(events, meeting(placed(nights[0] - 3 * DAY, zone), "FREQ=DAILY", title=f"{zone} daily"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    start=st.sampled_from((date(2026, 3, 1), date(2026, 10, 18))),
    length=st.integers(1, 45),
    cuts=st.lists(st.integers(1, 44), max_size=4),
)
@pytest.mark.usefixtures("crowded")
def test_any_days_of_a_span_give_together_the_items_of_the_span(
    bench: Bench, calendar: Calendar, zone: str, start: date, length: int, cuts: list[int]
) -> None:
    bench.station.preferences.set_zone(zone)
    end = start + length * DAY
    edges = [start, *sorted({start + cut * DAY for cut in cuts if cut < length}), end]

    whole = calendar.plan(start, end)
    parts = [calendar.plan(*edge) for edge in pairwise(edges)]

    assert (whole.start, whole.end, whole.zone) == (start, end, zone)
    assert {item for part in parts for item in part.items} == set(whole.items)
    assert list(whole.items) == sorted(whole.items, key=order_of)
    for plan in (whole, *parts):
        assert len({item.key for item in plan.items}) == len(plan.items)
        assert all(item.first < plan.end and item.last >= plan.start for item in plan.items)
    for item in whole.items:
        if not item.whole_day:
            assert item.first == item.start.astimezone(ZoneInfo(zone)).date()


def test_a_post_stands_at_the_hour_of_each_of_its_deliveries(bench: Bench, calendar: Calendar) -> None:
    first, second, third = bench.account(), bench.account(), bench.account()
    drafts, outbox = bench.station.drafts, bench.station.outbox
    post = drafts.new(title="Don", text="Venez.", accounts=[first.id, second.id, third.id]).value.id
    drafts.update(post, planned=paris(2026, 10, 20, 9), stage=Stage.APPROVED)
    outbox.plan(post, accounts=[first.id], due=paris(2026, 10, 20, 9))
    outbox.plan(post, accounts=[second.id], due=paris(2026, 10, 25, 18))

    plan = calendar.plan(*OCTOBER)

    (early, late) = plan.items
    assert (early.key.part, early.accounts, early.state) == (
        "2026-10-20T07:00Z",
        (first.id, third.id),
        PostState.SCHEDULED,
    )
    assert (late.key.part, late.accounts, late.first) == (
        "2026-10-25T17:00Z",
        (second.id,),
        date(2026, 10, 25),
    )
    assert late.networks == (second.network,)


def test_what_was_sent_is_live_where_it_was_sent(bench: Bench, calendar: Calendar) -> None:
    account = bench.account()
    post = bench.station.drafts.new(title="Don", text="Venez.", accounts=[account.id]).value.id
    bench.station.outbox.plan(post, due=paris(2026, 10, 13, 9, 1))
    bench.pass_time(20 * timedelta(minutes=1))
    bench.station.outbox.deliver_due()

    (item,) = calendar.plan(*OCTOBER).items

    assert (item.state, item.movable, item.start) == (PostState.LIVE, False, START + timedelta(minutes=20))


def test_the_clinics_zone_decides_on_which_day_an_hour_lies(bench: Bench, calendar: Calendar) -> None:
    planned(bench, "minuit", datetime(2026, 10, 31, 23, 30, tzinfo=UTC))

    here = calendar.plan(*OCTOBER)
    bench.station.preferences.set_zone("America/Toronto")
    there = calendar.plan(*OCTOBER)

    assert here.items == ()
    assert [(item.first, item.planned_zone) for item in there.items] == [(date(2026, 10, 31), "Europe/Paris")]


def test_whole_days_come_first_and_everything_is_in_order(
    bench: Bench, calendar: Calendar, events: Events
) -> None:
    day = date(2026, 10, 20)
    planned(bench, "à neuf heures", paris(2026, 10, 20, 9).instant)
    add_event(events, meeting(paris(2026, 10, 20), title="minuit"))
    add_event(events, meeting(WholeDay(day), title="toute la journée"))
    add_event(events, meeting(paris(2026, 10, 19, 22), hours=4, title="la nuit"))

    plan = calendar.plan(day, day + DAY)

    assert titles(plan.items) == ["la nuit", "toute la journée", "minuit", "à neuf heures"]


def test_a_broken_series_does_not_hide_the_rest(bench: Bench, calendar: Calendar) -> None:
    stored = StoredEvents(bench.station.database)
    for rule in ("FREQ=SECONDLY", "FREQ=DAILY"):
        content = replace(meeting(paris(2026, 10, 30, 9), rule, title=rule), uid=rule)
        stored.add(NewEvent(EventKind.EVENT, content), START)

    assert titles(calendar.plan(*OCTOBER).items) == ["FREQ=SECONDLY", "FREQ=DAILY", "FREQ=DAILY"]


def test_what_lies_in_the_bin_is_not_shown(bench: Bench, calendar: Calendar, events: Events) -> None:
    post = planned(bench, "Don", paris(2026, 10, 20, 9).instant)
    add_event(events, meeting(paris(2026, 10, 20, 9)))
    first, second = calendar.plan(*OCTOBER).items

    bench.station.drafts.delete(post)
    events.remove(second.key if second.key.kind is ItemKind.EVENT else first.key)

    assert calendar.plan(*OCTOBER).items == ()


def test_what_was_planned_on_a_network_is_shown(bench: Bench, calendar: Calendar) -> None:
    account = bench.account()
    table = RemotePostTable(bench.station.database)
    table.replace(
        account.id, [ScheduledPost("12", paris(2026, 10, 20, 9).instant, "Portes", "Venez", "")], START
    )

    (item,) = calendar.plan(*OCTOBER).items

    assert (item.key.kind, item.title, item.accounts) == (ItemKind.REMOTE, "Portes", (account.id,))
    assert (item.on_network, item.state) == (True, None)


def test_health_days_and_days_off_of_the_span_are_told(calendar: Calendar, asked: Asked) -> None:
    plan = calendar.plan(*OCTOBER)

    assert asked.spans == [(date(2026, 10, 1), date(2026, 10, 31))]
    assert plan.days_off == (TOUSSAINT,)
    assert plan.health_days == tuple(health_days_touching(date(2026, 10, 1), date(2026, 10, 31)))
    assert plan.health_days


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (PlanFilter(), ["idée", "prête", "réunion"]),
        (PlanFilter(kinds=frozenset({ItemKind.EVENT})), ["réunion"]),
        (PlanFilter(kinds=frozenset({ItemKind.POST})), ["idée", "prête"]),
        (PlanFilter(kinds=frozenset({ItemKind.REMOTE})), []),
        (PlanFilter(states=frozenset({PostState.IDEA})), ["idée"]),
        (PlanFilter(themes=frozenset({1})), ["prête"]),
        (PlanFilter(campaigns=frozenset({1})), []),
        (PlanFilter(accounts=frozenset({1})), []),
    ],
)
def test_a_filter_keeps_what_it_asks_for(
    bench: Bench, calendar: Calendar, events: Events, wanted: PlanFilter, kept: list[str]
) -> None:
    bench.station.labels.add_theme("Prévention", "info")
    planned(bench, "idée", paris(2026, 10, 20, 9).instant, stage=Stage.IDEA)
    planned(bench, "prête", paris(2026, 10, 21, 9).instant, stage=Stage.APPROVED, theme=1)
    add_event(events, meeting(paris(2026, 10, 22, 9), title="réunion"))

    plan = calendar.plan(*OCTOBER, wanted)

    assert titles(plan.items) == kept
    assert plan.health_days


def test_health_days_and_days_off_may_be_hidden_or_chosen(calendar: Calendar, asked: Asked) -> None:
    every = calendar.plan(*OCTOBER).health_days
    wanted = every[0].themes[0]
    asked.spans.clear()

    bare = calendar.plan(*OCTOBER, PlanFilter(health_days=False, days_off=False))
    chosen = calendar.plan(*OCTOBER, PlanFilter(health_themes=frozenset({wanted.upper()})))

    assert (bare.health_days, bare.days_off) == ((), ())
    assert len(asked.spans) == 1
    assert chosen.health_days == tuple(day for day in every if wanted in day.themes)
    assert 0 < len(chosen.health_days) < len(every)


def test_a_span_without_days_holds_nothing(calendar: Calendar, asked: Asked) -> None:
    day = date(2026, 10, 20)

    plan = calendar.plan(day, day)

    assert (plan.items, plan.health_days, plan.days_off, asked.spans) == ((), (), (), [])
