"""One occurrence of a series changes, or all of them: the others stay, or go along."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventStatus,
    FloatingTime,
    Occurrence,
    WholeDay,
    like,
    placed,
    wall_of,
)
from cmstation.domain.errors import NotFound
from cmstation.domain.event_moves import restarted, retimed_all, retimed_one, with_rules, without
from cmstation.domain.event_times import at_time, days_later, lasting_as, new_end, occurrence_of
from cmstation.domain.event_words import is_done, reworded_all, reworded_one, ticked
from cmstation.domain.events import EndBeforeStart, part_of
from cmstation.domain.planned_time import HourDoesNotExist
from tests.domain.calendar_samples import NIGHTS, events, meeting, paris, wall, wall_start

AUTUMN = (date(2026, 9, 1), date(2026, 12, 31))
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WEEKLY = meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY;BYDAY=MO", title="Rédaction")
SECOND = part_of(paris(2026, 10, 12, 9))


def shown(event: CalendarEvent) -> list[Occurrence]:
    return event.occurrences(*AUTUMN)


def walls(event: CalendarEvent) -> list[datetime]:
    return [wall_start(one) for one in shown(event)]


def replacing(event: CalendarEvent) -> dict[str, Occurrence]:
    return {part_of(one.replaces): one for one in shown(event)}


@st.composite
def shown_series(draw: st.DrawFn) -> tuple[CalendarEvent, str]:
    """Draw a series of the autumn, with exceptions of every kind, and one of its occurrences."""
    drawn = draw(events())
    start = like(drawn.start, draw(st.datetimes(wall(2026, 9, 1), wall(2026, 10, 20))).replace(microsecond=0))
    event = replace(
        restarted(
            replace(drawn, rules=()),
            start,
            lasting_as(Occurrence(drawn, drawn.start, drawn.end, start), start),
        ),
        rules=("FREQ=WEEKLY",),
        exceptions=(),
    )
    for one in draw(st.lists(st.sampled_from(shown(event)), max_size=2, unique_by=lambda one: one.replaces)):
        later = like(one.start, wall_of(one.start) + draw(st.integers(-30, 30)) * HOUR)
        event = retimed_one(event, part_of(one.replaces), later, lasting_as(one, later))
    if event.exceptions and draw(st.booleans()):
        event = replace(
            event, exceptions=(replace(event.exceptions[0], following=True), *event.exceptions[1:])
        )
    found = shown(event)
    assume(found)
    return event, part_of(draw(st.sampled_from(found)).replaces)


# --- one of them ---


@settings(deadline=None)
@given(shown_series(), st.integers(-40, 40))
def test_moving_one_leaves_all_others_where_they_are(drawn: tuple[CalendarEvent, str], hours: int) -> None:
    event, part = drawn
    before = replacing(event)
    one = occurrence_of(event, part)
    start = like(one.start, wall_of(one.start) + hours * HOUR)

    moved = retimed_one(event, part, start, lasting_as(one, start))

    after = replacing(moved)
    assert occurrence_of(moved, part).start == start
    others = {name: (one.start, one.end) for name, one in before.items() if name != part}
    assert others == {name: (one.start, one.end) for name, one in after.items() if name != part}


@settings(deadline=None)
@given(shown_series())
def test_removing_one_leaves_all_others(drawn: tuple[CalendarEvent, str]) -> None:
    event, part = drawn

    left = replacing(without(event, part))

    before = replacing(event)
    assert part not in left
    assert {name: one.start for name, one in left.items()} == {
        name: one.start for name, one in before.items() if name != part
    }


def test_an_occurrence_is_found_where_it_was_moved_to() -> None:
    moved = retimed_one(WEEKLY, SECOND, paris(2027, 5, 3, 14), paris(2027, 5, 3, 15))

    again = retimed_one(moved, SECOND, paris(2026, 10, 13, 8), paris(2026, 10, 13, 9))

    assert len(again.exceptions) == 1
    assert occurrence_of(again, SECOND).start == paris(2026, 10, 13, 8)


def test_a_part_that_a_series_does_not_have_is_not_found() -> None:
    for part in ("2026-10-13T07:00:00Z", "2026-10-12", "2026-10-12T09:00:00"):
        with pytest.raises(NotFound):
            occurrence_of(WEEKLY, part)


def test_what_follows_an_exception_stays_moved_when_that_one_is_taken_out() -> None:
    later = replace(WEEKLY, rules=(), start=paris(2026, 10, 13, 14), end=paris(2026, 10, 13, 15))
    series = replace(WEEKLY, exceptions=(replace(later, replaces=paris(2026, 10, 12, 9), following=True),))

    left = without(series, SECOND)

    assert walls(left)[:3] == [wall(2026, 10, 5, 9), wall(2026, 10, 20, 14), wall(2026, 10, 27, 14)]


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(EndBeforeStart):
        retimed_one(WEEKLY, SECOND, paris(2026, 10, 12, 9), paris(2026, 10, 12, 8))
    with pytest.raises(EndBeforeStart):
        retimed_all(replace(WEEKLY, rules=()), "", paris(2026, 10, 12, 9), paris(2026, 10, 12, 8))


# --- all of them ---


@settings(deadline=None)
@given(st.integers(-10, 10), st.integers(-4, 4))
def test_moving_all_moves_each_as_far_as_the_one_that_was_held(days: int, hours: int) -> None:
    away = timedelta(days=days, hours=hours)
    one = occurrence_of(WEEKLY, SECOND)
    start = placed(wall_of(one.start) + away, "Europe/Paris")

    moved, part = retimed_all(WEEKLY, SECOND, start, lasting_as(one, start))

    before = [found + away for found in walls(WEEKLY)]
    assert walls(moved)[:8] == before[:8]
    assert occurrence_of(moved, part).start == start


def test_what_was_moved_by_hand_stays_when_all_others_move() -> None:
    moved = retimed_one(WEEKLY, SECOND, paris(2026, 10, 14, 14), paris(2026, 10, 14, 15))
    first = part_of(WEEKLY.start)

    later, _ = retimed_all(moved, first, paris(2026, 10, 6, 10), paris(2026, 10, 6, 11))

    assert walls(later)[:3] == [wall(2026, 10, 6, 10), wall(2026, 10, 14, 14), wall(2026, 10, 20, 10)]


def test_what_only_says_something_else_moves_along_and_lasts_as_long() -> None:
    renamed = reworded_one(WEEKLY, SECOND, {"title": "Bilan"})

    later, _ = retimed_all(renamed, part_of(WEEKLY.start), paris(2026, 10, 6, 10), paris(2026, 10, 6, 12))

    found = shown(later)[1]
    assert (found.event.title, found.start, found.end) == (
        "Bilan",
        paris(2026, 10, 13, 10),
        paris(2026, 10, 13, 12),
    )


def test_the_one_that_was_held_goes_where_it_was_put_even_after_a_move() -> None:
    moved = retimed_one(WEEKLY, SECOND, paris(2026, 10, 14, 14), paris(2026, 10, 14, 15))

    later, part = retimed_all(moved, SECOND, paris(2026, 10, 15, 14), paris(2026, 10, 15, 15))

    assert occurrence_of(later, part).start == paris(2026, 10, 15, 14)
    assert walls(later)[:3] == [wall(2026, 10, 6, 9), wall(2026, 10, 15, 14), wall(2026, 10, 20, 9)]


def test_what_was_left_out_stays_left_out_after_a_move() -> None:
    series = replace(without(WEEKLY, SECOND), removed=(paris(2026, 10, 12, 9), WholeDay(date(2026, 10, 19))))

    later, _ = retimed_all(series, part_of(WEEKLY.start), paris(2026, 10, 6, 1), paris(2026, 10, 6, 2))

    assert walls(later)[:2] == [wall(2026, 10, 6, 1), wall(2026, 10, 27, 1)]


def test_a_series_becomes_one_of_whole_days() -> None:
    day = date(2026, 10, 5)

    whole, _ = retimed_all(without(WEEKLY, SECOND), part_of(WEEKLY.start), WholeDay(day), WholeDay(day + DAY))

    assert [one.start for one in shown(whole)[:2]] == [WholeDay(day), WholeDay(day + 14 * DAY)]


def test_all_become_longer_at_once() -> None:
    one = occurrence_of(WEEKLY, SECOND)

    longer, part = retimed_all(WEEKLY, SECOND, one.start, paris(2026, 10, 12, 11, 30))

    assert part == SECOND
    assert {wall_of(found.end) - wall_of(found.start) for found in shown(longer)} == {timedelta(hours=2.5)}


def test_other_rules_forget_what_they_do_not_give() -> None:
    series = without(reworded_one(WEEKLY, SECOND, {"title": "Bilan"}), part_of(paris(2026, 10, 19, 9)))

    monthly = with_rules(series, ("FREQ=WEEKLY;INTERVAL=2",))

    assert (monthly.exceptions, len(monthly.removed)) == ((), 1)
    assert with_rules(series, ()).exceptions == ()
    assert with_rules(series, ("FREQ=DAILY",)).exceptions == series.exceptions


def test_an_event_becomes_a_series_and_one_again() -> None:
    once = replace(WEEKLY, rules=())

    series, part = reworded_all(once, "", {"rules": ("FREQ=DAILY;COUNT=3",)})
    again, none = reworded_all(series, part, {"rules": ()})

    assert len(shown(series)) == 3
    assert (part, again, none) == (part_of(once.start), once, "")


def test_a_rule_that_nobody_understands_is_refused() -> None:
    with pytest.raises(ValueError, match="SOMETIMES"):
        reworded_all(WEEKLY, SECOND, {"rules": ("FREQ=SOMETIMES",)})
    with pytest.raises(ValueError, match="no rules"):
        reworded_one(WEEKLY, SECOND, {"rules": ("FREQ=DAILY",)})


# --- words ---


def test_another_title_is_that_of_all_but_those_who_have_their_own() -> None:
    own = reworded_one(WEEKLY, SECOND, {"title": "Bilan", "place": "Salle 2"})

    changed, _ = reworded_all(
        own, SECOND, {"title": "Atelier", "status": EventStatus.TENTATIVE, "place": "Salle 1"}
    )

    assert [one.event.title for one in shown(changed)[:3]] == ["Atelier", "Bilan", "Atelier"]
    assert [one.event.place for one in shown(changed)[:3]] == ["Salle 1", "Salle 2", "Salle 1"]
    assert {one.event.status for one in shown(changed)} == {EventStatus.TENTATIVE}


def test_one_of_a_series_is_ticked_off_by_itself() -> None:
    done = ticked(WEEKLY, SECOND, done=True)

    assert [is_done(one.event) for one in shown(done)[:3]] == [False, True, False]
    assert not any(is_done(one.event) for one in shown(ticked(done, SECOND, done=False)))


# --- times ---


def test_a_wish_is_read_as_the_kind_that_the_event_has() -> None:
    day, hour = WholeDay(date(2026, 10, 20)), paris(2026, 10, 21, 8)
    floating = FloatingTime(wall(2026, 10, 1, 9))

    assert at_time(day, hour) == WholeDay(date(2026, 10, 21))
    assert at_time(paris(2026, 10, 5, 9), day) == paris(2026, 10, 20, 9)
    assert at_time(floating, day) == FloatingTime(wall(2026, 10, 20, 9))
    assert at_time(floating, hour) == FloatingTime(wall(2026, 10, 21, 8))
    assert at_time(hour, FloatingTime(wall(2026, 10, 22, 7))) == paris(2026, 10, 22, 7)


@pytest.mark.parametrize("zone", NIGHTS)
def test_a_hand_is_asked_when_the_clocks_skip_the_hour(zone: str) -> None:
    skipped, doubled = NIGHTS[zone]
    before = placed(skipped - DAY, zone)

    with pytest.raises(HourDoesNotExist):
        days_later(before, 1)
    assert days_later(before, 2) == placed(skipped + DAY, zone)
    assert days_later(placed(doubled - DAY, zone), 1) == placed(doubled, zone)


def test_a_new_end_is_a_last_day_or_an_hour() -> None:
    whole = occurrence_of(meeting(WholeDay(date(2026, 10, 5))), "")
    night = occurrence_of(meeting(paris(2026, 10, 5, 22), hours=2), "")
    float_ = occurrence_of(meeting(FloatingTime(wall(2026, 10, 5, 9))), "")
    last = date(2026, 10, 7)

    assert new_end(whole, last, "Europe/Paris") == WholeDay(last + DAY)
    assert new_end(whole, wall(2026, 10, 7, 12), "Europe/Paris") == WholeDay(last + DAY)
    assert new_end(night, last, "Europe/Paris") == paris(2026, 10, 8)
    assert new_end(night, wall(2026, 10, 5, 18), "America/Toronto") == paris(2026, 10, 6)
    assert new_end(float_, wall(2026, 10, 7, 12), "Europe/Paris") == FloatingTime(wall(2026, 10, 7, 12))
    assert new_end(float_, last, "Europe/Paris") == FloatingTime(wall(2026, 10, 7, 10))


def test_a_series_that_nobody_can_compute_has_its_first_occurrence() -> None:
    broken = replace(WEEKLY, rules=("FREQ=SECONDLY",))

    moved = retimed_one(broken, part_of(broken.start), paris(2026, 10, 6, 9), paris(2026, 10, 6, 10))

    assert moved.exceptions[0].start == paris(2026, 10, 6, 9)
