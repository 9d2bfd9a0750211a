"""Slots, warnings and shares look at what is stored."""

from datetime import date, time

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.plan_warnings import Pace, WarningKind
from cmstation.domain.post_hours import post_key
from cmstation.domain.rhythm import Slot
from cmstation.storage.labels import Labels
from cmstation.storage.settings import Settings
from tests.services.conftest import Bench
from tests.services.rhythm_bench import (
    FIVE_DAYS,
    NINE,
    SIX,
    THURSDAY,
    TUESDAY,
    RhythmBench,
    at,
    joined,
    rhythm_of,
)


@pytest.fixture
def here(bench: Bench) -> RhythmBench:
    return rhythm_of(bench)


# --- slots ---


def test_slots_are_set_and_taken_back(here: RhythmBench) -> None:
    account = here.account((TUESDAY, NINE))

    done = here.rhythm.set_slots(
        account.id, [Slot(account.id, THURSDAY, SIX), Slot(account.id, TUESDAY, SIX)]
    )
    after = here.rhythm.slots()
    assert done.undo is not None
    done.undo()

    assert after == done.value == (Slot(account.id, TUESDAY, SIX), Slot(account.id, THURSDAY, SIX))
    assert done.changes.calendar
    assert here.rhythm.slots() == (Slot(account.id, TUESDAY, NINE),)


def test_slots_of_another_account_are_a_mistake_of_ours(here: RhythmBench) -> None:
    account = here.account()

    with pytest.raises(ValueError, match="another account"):
        here.rhythm.set_slots(account.id, [Slot(account.id + 1, TUESDAY, NINE)])


def test_free_places_leave_out_what_is_past_taken_or_quiet(here: RhythmBench) -> None:
    account = here.account(*((day, wall) for day in range(7) for wall in (NINE, SIX)))
    here.post(account, planned=at("2026-10-14T17:30"))
    here.be_quiet(date(2026, 10, 16))

    found = here.rhythm.free_slots(*FIVE_DAYS)

    assert [f"{place.when.wall:%d %H}" for place in found] == ["13 18", "14 09", "17 09", "17 18"]
    assert {place.account for place in found} == {account.id}


def test_days_gone_by_and_clinics_without_slots_have_no_free_places(here: RhythmBench) -> None:
    assert here.rhythm.free_slots(*FIVE_DAYS) == ()

    here.account((TUESDAY, NINE))

    assert here.rhythm.free_slots(date(2026, 10, 1), date(2026, 10, 13)) == ()


# --- settings and warnings ---


def test_the_pace_is_kept_and_taken_back(here: RhythmBench) -> None:
    usual = here.rhythm.pace()

    done = here.rhythm.set_pace(Pace(30, 3, 1))
    after = joined(here.bench, here.bench.station.database).pace()
    assert done.undo is not None
    done.undo()

    assert usual == Pace(60, 5, 2)
    assert after == Pace(30, 3, 1)
    assert here.rhythm.pace() == usual


@pytest.mark.parametrize("kept", ["odd", {"gap_minutes": "x", "silence_days": 4}, {"silence_days": 0}])
def test_a_setting_that_cannot_be_read_is_the_usual_one(here: RhythmBench, kept: object) -> None:
    Settings(here.bench.station.database).set("calendar_pace", kept)  # type: ignore[arg-type]

    found = here.rhythm.pace()

    assert (found.gap_minutes, found.approval_days) == (60, 2)


def test_warnings_know_the_texts_the_outbox_and_the_quiet_day_after_the_plan(here: RhythmBench) -> None:
    account, forgotten = here.account(), here.account()
    earlier = here.post(account, planned=at("2026-10-01T09:00"))
    later = here.post(account, forgotten, planned=at("2026-10-17T09:00"))
    here.bench.station.outbox.plan(later, accounts=[account.id], due=at("2026-10-17T09:00"))
    here.be_quiet(FIVE_DAYS[1])

    found = here.rhythm.warnings(here.calendar.plan(*FIVE_DAYS))

    by_kind = {one.kind: one for one in found}
    assert set(by_kind) == {
        WarningKind.SAME_TEXT,
        WarningKind.BEFORE_QUIET_DAY,
        WarningKind.NOT_SCHEDULED,
    }
    assert by_kind[WarningKind.SAME_TEXT].items[0] == post_key(earlier, at("2026-10-01T09:00").instant)
    assert by_kind[WarningKind.NOT_SCHEDULED].facts["accounts"] == (forgotten.id,)


def test_what_the_queue_placed_is_no_warning(here: RhythmBench) -> None:
    account = here.account((TUESDAY, time(18, 0)), (TUESDAY, time(18, 20)))
    first, second = here.post(account), here.post(account, text="Don du sang jeudi.")
    here.rhythm.fill([first, second])

    plan = here.calendar.plan(date(2026, 10, 13), date(2026, 10, 14))

    assert [f"{item.start:%H:%M}" for item in plan.items] == ["16:00", "16:20"]
    assert here.rhythm.warnings(plan) == ()


# --- editorial lines ---


def test_shares_count_each_post_of_the_month_once_beside_the_wish(here: RhythmBench) -> None:
    labels = Labels(here.bench.station.database)
    line, other = labels.add_theme("Prévention", "info"), labels.add_theme("Équipe", "plum")
    account = here.account()

    first = here.post(account, planned=at("2026-10-15T18:00"), theme=line.id)
    here.bench.station.outbox.plan(first, due=at("2026-10-14T09:00"))
    here.bench.station.drafts.choose_accounts(first, [account.id, here.account().id])
    here.post(account, planned=at("2026-10-15T09:00"), theme=other.id)
    here.post(account, planned=at("2026-11-02T09:00"), theme=other.id)
    plan = here.calendar.plan(date(2026, 9, 28), date(2026, 11, 9))
    done = here.rhythm.set_wish(line.id, 60)

    found = here.rhythm.shares(plan, date(2026, 10, 1))
    whole = here.rhythm.shares(plan)
    assert done.undo is not None
    done.undo()

    assert [(one.percent, one.difference) for one in found] == [(50, -10), (50, None)]
    assert [one.posts for one in whole] == [1, 2]
    assert done.value.wished == 60
    assert done.changes.labels
    assert [theme.wished for theme in labels.themes()] == [None, None]


@pytest.mark.parametrize("percent", [-1, 101])
def test_no_line_is_wished_beyond_all_posts(here: RhythmBench, percent: int) -> None:
    with pytest.raises(ValueError, match="per cent"):
        here.rhythm.set_wish(1, percent)


def test_a_wish_for_an_unknown_line_is_not_found(here: RhythmBench) -> None:
    with pytest.raises(NotFound):
        here.rhythm.set_wish(99, 20)
