"""A plan is looked at before it happens: too close, said twice, quiet days, silence, not approved."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKey, ItemKind, Plan, order_of
from cmstation.domain.drafts import PostState
from cmstation.domain.plan_warnings import (
    Circumstances,
    Pace,
    PlanWarning,
    WarningKind,
    accounts_of,
    quiet_days,
    warnings_of,
)
from cmstation.domain.post_hours import part_of
from cmstation.domain.rhythm import Slot
from cmstation.domain.same_texts import Said

PARIS = "Europe/Paris"
NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)  # 09:00 in Paris, a Tuesday
TODAY = date(2026, 10, 13)
TEXT = "Venez nous rencontrer à la maternité samedi."


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=ZoneInfo(PARIS)).astimezone(UTC)


def post(
    number: int,
    when: datetime,
    *accounts: int,
    state: PostState = PostState.SCHEDULED,
    kind: ItemKind = ItemKind.POST,
) -> CalendarItem:
    day = when.astimezone(ZoneInfo(PARIS)).date()
    key = ItemKey(kind, number, part_of(when) if kind is ItemKind.POST else "")
    return CalendarItem(
        key, f"Post {number}", when, when, day, day, PARIS, state=state, accounts=accounts or (1,)
    )


def quiet(number: int, first: int, last: int, title: str = "Deuil") -> CalendarItem:
    start, end = at(first, 0), at(last + 1, 0)
    return CalendarItem(
        ItemKey(ItemKind.EVENT, number),
        title,
        start,
        end,
        date(2026, 10, first),
        date(2026, 10, last),
        PARIS,
        whole_day=True,
        event=EventKind.QUIET,
    )


def plan(*items: CalendarItem, start: int = 1, end: int = 31) -> Plan:
    ordered = tuple(sorted(items, key=order_of))
    return Plan(date(2026, 10, start), date(2026, 10, end), PARIS, ordered)


def look(shown: Plan, *kinds: WarningKind, **known: object) -> list[PlanWarning]:
    circumstances = replace(Circumstances(NOW), **known)  # type: ignore[arg-type]
    return [one for one in warnings_of(shown, circumstances) if one.kind in kinds]


# --- too close ---


def test_two_posts_of_an_account_within_the_gap_are_too_close() -> None:
    first, second = post(1, at(14, 9), 1, 2), post(2, at(14, 9, 59), 2, 1, 3)

    (found,) = look(plan(first, second), WarningKind.TOO_CLOSE)

    assert found.items == (first.key, second.key)
    assert found.day == date(2026, 10, 14)
    assert found.facts == {"accounts": (1, 2), "minutes": 59, "gap": 60}


@pytest.mark.parametrize(
    "second",
    [post(2, at(14, 10), 1), post(2, at(14, 9, 5), 2)],
    ids=["a whole gap later", "on another account"],
)
def test_posts_apart_or_on_different_accounts_are_not_too_close(second: CalendarItem) -> None:
    assert look(plan(post(1, at(14, 9), 1), second), WarningKind.TOO_CLOSE) == []


def test_what_has_happened_is_no_warning_but_the_next_one_is() -> None:
    shown = plan(post(1, at(13, 8), 1), post(2, at(13, 8, 30), 1), post(3, at(13, 9, 10), 1))

    (found,) = look(shown, WarningKind.TOO_CLOSE)

    assert [key.identity for key in found.items] == [2, 3]


def test_a_post_planned_on_the_network_counts_too() -> None:
    remote = post(8, at(14, 9, 30), 1, kind=ItemKind.REMOTE)

    (found,) = look(plan(post(1, at(14, 9), 1), remote), WarningKind.TOO_CLOSE)

    assert found.items[1] == remote.key


def test_slots_of_the_person_are_never_too_close_to_each_other() -> None:
    slots = (Slot(1, 2, time(9, 0)), Slot(1, 2, time(9, 30)))
    on_slots = plan(post(1, at(14, 9), 1), post(2, at(14, 9, 30), 1))
    closer = plan(post(1, at(14, 9), 1), post(2, at(14, 9, 29), 1))

    assert look(on_slots, WarningKind.TOO_CLOSE, slots=slots) == []
    assert len(look(closer, WarningKind.TOO_CLOSE, slots=slots)) == 1


def test_a_gap_of_nothing_warns_of_nothing() -> None:
    shown = plan(post(1, at(14, 9), 1), post(2, at(14, 9), 1))

    assert look(shown, WarningKind.TOO_CLOSE, pace=Pace(gap_minutes=0)) == []


# --- the same text ---


def said(number: int, when: datetime, account: int = 1, text: str = TEXT) -> Said:
    return Said(ItemKind.POST, number, account, when, text)


def test_the_same_text_within_thirty_days_names_both_posts_once_for_all_accounts() -> None:
    first, second = post(1, at(5), 1, 2), post(2, at(20), 1, 2)
    texts = [said(n, when, account) for n, when in ((1, at(5)), (2, at(20))) for account in (2, 1)]

    (found,) = look(plan(first, second), WarningKind.SAME_TEXT, said=texts)

    assert found.items == (first.key, second.key)
    assert found.day == date(2026, 10, 20)
    assert found.facts == {"accounts": (1, 2), "days": 15, "earlier": date(2026, 10, 5)}


def test_a_text_said_before_the_plan_begins_is_found() -> None:
    second = post(2, at(20))
    before = datetime(2026, 9, 28, 8, 30, tzinfo=UTC)

    (found,) = look(plan(second), WarningKind.SAME_TEXT, said=[said(1, before), said(2, at(20))])

    assert found.items == (ItemKey(ItemKind.POST, 1, "2026-09-28T08:30Z"), second.key)


def test_a_text_said_again_after_the_plan_ends_is_shown_where_it_is_said_first() -> None:
    first = post(1, at(29))
    after = datetime(2026, 11, 8, 8, 0, tzinfo=UTC)

    (found,) = look(plan(first), WarningKind.SAME_TEXT, said=[said(1, at(29)), said(2, after)])

    assert found.day == date(2026, 10, 29)
    assert found.items == (first.key, ItemKey(ItemKind.POST, 2, "2026-11-08T08:00Z"))


def test_what_was_said_twice_already_is_no_warning() -> None:
    shown = plan(post(1, at(5)), post(2, at(6)))

    assert look(shown, WarningKind.SAME_TEXT, said=[said(1, at(5)), said(2, at(6))]) == []


# --- quiet days ---


def test_a_post_on_a_quiet_day_or_the_day_before_is_named_with_the_event() -> None:
    mourning = quiet(7, 16, 17)
    shown = plan(mourning, *(post(day, at(day)) for day in (14, 15, 16, 17, 18)))

    found = look(shown, WarningKind.QUIET_DAY, WarningKind.BEFORE_QUIET_DAY)

    assert [(one.kind, one.day.day) for one in found] == [
        (WarningKind.BEFORE_QUIET_DAY, 15),
        (WarningKind.QUIET_DAY, 16),
        (WarningKind.QUIET_DAY, 17),
    ]
    assert found[0].items == (ItemKey(ItemKind.POST, 15, part_of(at(15))), mourning.key)
    assert found[0].facts == {"title": "Deuil", "quiet": date(2026, 10, 16)}


def test_a_quiet_day_right_after_the_plan_is_heard_of() -> None:
    shown = plan(post(1, at(20)), end=21)

    (found,) = look(shown, WarningKind.BEFORE_QUIET_DAY, after=[quiet(7, 21, 21)])

    assert found.facts["quiet"] == date(2026, 10, 21)


def test_an_ordinary_event_is_not_quiet() -> None:
    task = replace(quiet(7, 16, 16), event=EventKind.TASK)

    assert look(plan(task, post(1, at(16))), WarningKind.QUIET_DAY) == []


def test_the_queue_avoids_what_would_be_warned_of() -> None:
    assert quiet_days([quiet(7, 16, 17)]) == {date(2026, 10, day) for day in (15, 16, 17)}


# --- silence ---


def test_days_without_a_post_are_counted_from_today_on() -> None:
    shown = plan(post(1, at(2)), post(2, at(18)), post(3, at(22)), end=26)

    found = look(shown, WarningKind.NOTHING_PLANNED)

    assert [(one.day, one.facts) for one in found] == [
        (TODAY, {"days": 5, "last": date(2026, 10, 17), "goes_on": 0})
    ]


def test_a_silence_up_to_the_end_of_the_plan_goes_on() -> None:
    shown = plan(post(1, at(13, 18)), end=17)

    (found,) = look(shown, WarningKind.NOTHING_PLANNED, pace=Pace(silence_days=3))

    assert found.day == date(2026, 10, 14)
    assert found.facts == {"days": 3, "last": date(2026, 10, 16), "goes_on": 1}
    assert found.items == ()


def test_events_do_not_break_the_silence_and_posts_on_the_network_do() -> None:
    silent = plan(quiet(7, 15, 15), end=19)
    spoken = plan(post(8, at(15), kind=ItemKind.REMOTE), end=19)

    assert len(look(silent, WarningKind.NOTHING_PLANNED)) == 1
    assert look(spoken, WarningKind.NOTHING_PLANNED) == []


def test_days_gone_by_are_not_silent() -> None:
    assert look(plan(end=13), WarningKind.NOTHING_PLANNED) == []


# --- not approved, not scheduled ---


@pytest.mark.parametrize("state", [PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW])
def test_a_post_due_soon_should_be_approved(state: PostState) -> None:
    shown = plan(post(1, at(13, 10), state=state), post(2, at(15), state=state), post(3, at(16), state=state))

    found = look(shown, WarningKind.NOT_APPROVED)

    assert [(one.items[0].identity, one.facts) for one in found] == [
        (1, {"days": 0, "state": state.value}),
        (2, {"days": 2, "state": state.value}),
    ]


def test_an_approved_post_that_nobody_scheduled_will_not_leave() -> None:
    shown = plan(post(1, at(20), 1, 2, state=PostState.APPROVED))

    (found,) = look(shown, WarningKind.NOT_SCHEDULED)

    assert found.facts == {"days": 7, "accounts": (1, 2)}


def test_an_account_that_was_forgotten_beside_scheduled_ones_is_named() -> None:
    shown = plan(post(1, at(20), 1, 2), post(2, at(21), 1, 2))

    (found,) = look(shown, WarningKind.NOT_SCHEDULED, unscheduled={(1, 2)})

    assert found.items == (ItemKey(ItemKind.POST, 1, part_of(at(20))),)
    assert accounts_of(found) == (2,)


def test_scheduled_and_remote_posts_are_in_order() -> None:
    shown = plan(post(1, at(14)), post(8, at(14), 2, kind=ItemKind.REMOTE, state=PostState.SCHEDULED))

    assert look(shown, WarningKind.NOT_APPROVED, WarningKind.NOT_SCHEDULED) == []


# --- the whole ---


def test_a_warning_can_be_kept_in_a_set_and_a_pace_makes_sense() -> None:
    assert len({PlanWarning(WarningKind.TOO_CLOSE, TODAY), PlanWarning(WarningKind.TOO_CLOSE, TODAY)}) == 1
    with pytest.raises(ValueError, match="sensible"):
        Pace(silence_days=0)


@st.composite
def items(draw: st.DrawFn) -> CalendarItem:
    """Draw a post within some days around now."""
    return post(
        draw(st.integers(1, 5)),
        NOW + timedelta(minutes=draw(st.integers(-3_000, 12_000))),
        *draw(st.sets(st.integers(1, 3), min_size=1)),
        state=draw(st.sampled_from([PostState.DRAFT, PostState.APPROVED, PostState.SCHEDULED])),
    )


@given(st.lists(items(), max_size=12, unique_by=lambda item: item.key), st.randoms())
def test_the_warnings_do_not_depend_on_the_order_of_what_is_given(
    shown: list[CalendarItem], chance: Random
) -> None:
    texts = [said(item.key.identity, item.start, account) for item in shown for account in item.accounts]
    known = Circumstances(NOW, said=texts)
    mixed, mixed_texts = list(shown), list(texts)
    chance.shuffle(mixed)
    chance.shuffle(mixed_texts)

    found = warnings_of(plan(*shown), known)
    again = warnings_of(replace(plan(), items=tuple(mixed)), replace(known, said=mixed_texts))

    assert found == again
    assert [one.day for one in found] == sorted(one.day for one in found)


@given(st.lists(items(), max_size=12, unique_by=lambda item: item.key))
def test_too_close_agrees_with_looking_at_every_pair(shown: list[CalendarItem]) -> None:
    warned = {account for one in look(plan(*shown), WarningKind.TOO_CLOSE) for account in accounts_of(one)}

    every_pair = {
        account
        for first in shown
        for second in shown
        for account in {*first.accounts} & {*second.accounts}
        if first is not second
        and abs(first.start - second.start) < timedelta(hours=1)
        and max(first.start, second.start) >= NOW
    }
    assert warned == every_pair
