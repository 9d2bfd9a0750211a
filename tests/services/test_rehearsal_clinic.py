"""The sample clinic is complete from the first minute, on any day of the year."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKind, Plan
from cmstation.domain.checks.findings import Severity, Topic
from cmstation.domain.clock import FixedClock
from cmstation.domain.drafts import DraftFilter, PostState
from cmstation.domain.networks import Way
from cmstation.domain.regions import Region
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from tests.fakes.secret_box import SecretBox

# An ordinary day, the days around both clock changes, ends of months and years, and just before midnight.
DAYS = (
    datetime(2026, 10, 13, 12, 0, tzinfo=UTC),
    datetime(2026, 3, 28, 23, 30, tzinfo=UTC),
    datetime(2026, 10, 24, 22, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 22, 59, tzinfo=UTC),
    datetime(2028, 2, 29, 5, 0, tzinfo=UTC),
    datetime(2026, 10, 24, 8, 0, tzinfo=UTC),
    datetime(2026, 12, 30, 8, 0, tzinfo=UTC),
    datetime(2027, 2, 27, 8, 0, tzinfo=UTC),
    datetime(2027, 3, 27, 8, 0, tzinfo=UTC),
)
DAY = timedelta(days=1)


def opened(folder: Path, now: datetime) -> Station:
    return open_station(folder, rehearsal=True, parts=Parts(FixedClock(now), SecretBox()))


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    station = opened(tmp_path_factory.mktemp("clinic"), DAYS[0])
    yield station
    station.close()


def everything(station: Station) -> set[PostState]:
    rows = station.drafts.rows(DraftFilter()) + station.drafts.rows(DraftFilter(archived=True))
    return {row.state for row in rows}


def today_of(station: Station) -> date:
    return station.clock.now().astimezone(ZoneInfo("Europe/Paris")).date()


def plan_of(station: Station) -> Plan:
    """Return seven weeks before and ten weeks after today."""
    today = today_of(station)
    return station.calendar.plan(today - 49 * DAY, today + 70 * DAY)


def events_of(station: Station, *kinds: EventKind) -> list[CalendarItem]:
    items = plan_of(station).items
    return [item for item in items if item.key.kind is ItemKind.EVENT and item.event in (kinds or EventKind)]


def health_days_ahead(station: Station) -> list[tuple[str, int]]:
    today = today_of(station)
    days = station.health_days.between(today + DAY, today + 70 * DAY)
    return [(day.slug, day.year) for day in days]


def test_every_state_that_lasts_appears(clinic: Station) -> None:
    assert everything(clinic) == set(PostState) - {PostState.SENDING}


def test_it_has_a_name_accounts_labels_templates_and_described_pictures(clinic: Station) -> None:
    assert clinic.preferences.clinic()
    assert clinic.rehearsal
    assert {account.way for account in clinic.accounts.all()} == {Way.REHEARSAL}
    assert len({account.network for account in clinic.accounts.all()}) >= 5
    assert clinic.labels.themes()
    assert clinic.labels.campaigns()
    assert clinic.labels.templates()
    assert all(item.alt_text for item in clinic.library.rows())


def test_its_pictures_are_whole(clinic: Station) -> None:
    for item in clinic.library.rows():
        assert clinic.library.original(item)


def test_it_has_something_before_today_today_and_after(clinic: Station) -> None:
    today = DAYS[0].astimezone(ZoneInfo("Europe/Paris")).date()
    days = {
        row.when.astimezone(ZoneInfo("Europe/Paris")).date()
        for row in clinic.drafts.rows(DraftFilter())
        if row.when is not None
    }

    assert min(days) < today < max(days)
    assert today in days


def test_something_needs_a_hand_and_one_picture_waits_for_its_words(clinic: Station) -> None:
    assert {delivery.state.value for delivery in clinic.outbox.needing_a_hand()} == {"failed", "uncertain"}
    bare = [
        row.id
        for row in clinic.drafts.rows(DraftFilter(states=frozenset({PostState.DRAFT})))
        for attachment in clinic.drafts.open(row.id).attachments
        if not attachment.described
    ]
    assert len(bare) == 1


def test_one_post_shows_what_a_check_finds_and_the_others_are_well(clinic: Station) -> None:
    blocking = {
        (row.title, finding.topic)
        for row in clinic.drafts.rows(DraftFilter())
        for finding in clinic.drafts.findings(clinic.drafts.open(row.id))
        if finding.severity is Severity.BLOCKING and row.state is not PostState.IDEA
    }

    assert {topic for _, topic in blocking} == {Topic.NOT_DESCRIBED, Topic.TOO_LONG}
    assert len({title for title, _ in blocking}) == 1


# --- the calendar ---


def test_its_calendar_has_events_of_every_kind_before_and_after_today(clinic: Station) -> None:
    events, today = events_of(clinic), today_of(clinic)

    assert {event.event for event in events} == set(EventKind)
    assert events[0].first < today < events[-1].last
    assert {event.done for event in events_of(clinic, EventKind.TASK)} == {True, False}
    assert any(event.days > 7 for event in events)
    assert any(event.recurs for event in events)


def test_its_quiet_day_lies_weeks_ahead_and_holds_no_post(clinic: Station) -> None:
    (quiet,) = events_of(clinic, EventKind.QUIET)

    assert quiet.first >= today_of(clinic) + 21 * DAY
    posts = [item for item in plan_of(clinic).items if item.key.kind is ItemKind.POST]
    assert quiet.first not in {post.first for post in posts}


def test_three_accounts_have_slots_and_the_editorial_lines_share_a_hundred(clinic: Station) -> None:
    assert clinic.days_off.region() is Region.FRANCE_C
    assert len({slot.account for slot in clinic.rhythm.slots()}) == 3
    assert sum(theme.wished or 0 for theme in clinic.labels.themes()) == 100


def test_a_health_day_has_its_post_and_another_one_had_it_last_year(clinic: Station) -> None:
    days = health_days_ahead(clinic)
    (written,) = (posts for day in days if (posts := clinic.health_day_posts.posts_for(*day)))
    (last,) = (found for day in days if (found := clinic.health_day_posts.last_post(*day)) is not None)
    (again,) = (day for day in days if clinic.health_day_posts.last_post(*day) is not None)

    assert clinic.drafts.open(written[0]).planned
    assert clinic.drafts.open(last).state is PostState.LIVE
    assert not clinic.health_day_posts.posts_for(*again)


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_it_can_be_made_on_any_day(tmp_path: Path, now: datetime) -> None:
    station = opened(tmp_path / "clinic", now)

    assert everything(station) == set(PostState) - {PostState.SENDING}
    assert {event.event for event in events_of(station)} == set(EventKind)
    (sequence,) = station.sequences.all()
    assert [member.offset_days for member in sequence.members] == [-7, -1, 0]
    assert sequence.anchor.instant > now + 7 * DAY
    days = health_days_ahead(station)
    assert any(station.health_day_posts.posts_for(*day) for day in days)
    assert any(station.health_day_posts.last_post(*day) is not None for day in days)
    assert not station.database.check()
    station.close()


def test_opening_it_again_adds_nothing_and_keeps_what_was_done(tmp_path: Path) -> None:
    station = opened(tmp_path / "clinic", DAYS[0])
    posts = station.drafts.count(DraftFilter())
    station.drafts.new(title="À moi", text="Mon texte")
    station.close()

    again = opened(tmp_path / "clinic", DAYS[0] + timedelta(days=3))

    assert again.drafts.count(DraftFilter()) == posts + 1
    assert len(again.accounts.all()) == len({account.name for account in again.accounts.all()})
    again.close()


def test_a_folder_that_is_not_a_rehearsal_stays_empty(tmp_path: Path) -> None:
    station = open_station(tmp_path / "clinic", parts=Parts(FixedClock(DAYS[0]), SecretBox()))

    assert station.drafts.count(DraftFilter()) == 0
    assert station.accounts.all() == ()
    assert not station.rehearsal
    station.close()


def test_a_draft_of_it_can_be_published_for_practice(tmp_path: Path) -> None:
    station = opened(tmp_path / "clinic", DAYS[0])
    draft = next(
        row
        for row in station.drafts.rows(DraftFilter(states=frozenset({PostState.DRAFT})))
        if not any(
            found.severity is Severity.BLOCKING
            for found in station.drafts.findings(station.drafts.open(row.id))
        )
    )

    station.outbox.plan(draft.id)
    station.outbox.deliver_due()

    assert station.drafts.open(draft.id).state is PostState.LIVE
    urls = {delivery.remote_url for delivery in station.outbox.of_post(draft.id)}
    assert all(url.startswith("https://repetition.example/") for url in urls)
    station.close()


KILLED = """\
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from cmstation.domain.clock import FixedClock
from cmstation.open_station import Parts, open_station
from cmstation.storage.posts import Posts
from tests.fakes.secret_box import SecretBox
steps = 0
def trace(frame, event, value):
    global steps
    if event == "call" and frame.f_code.co_name == "_illustrate":
        steps += 1
        if steps == 12:
            os.kill(os.getpid(), 9)
sys.setprofile(trace)
parts = Parts(FixedClock(datetime(2026, 10, 13, 12, tzinfo=UTC)), SecretBox())
open_station(Path(sys.argv[1]), rehearsal=True, parts=parts)
"""


def test_a_first_start_that_was_killed_is_made_again_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "clinic"
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder)], cwd=Path(__file__).parents[2], check=False
    )
    assert killed.returncode == -9
    assert not (folder / "cmstation.db").exists()
    whole = opened(tmp_path / "whole", DAYS[0])

    station = opened(folder, DAYS[0])

    assert station.drafts.count(DraftFilter()) == whole.drafts.count(DraftFilter())
    assert everything(station) == everything(whole)
    assert len(station.library.rows()) == len(whole.library.rows())
    assert not [found.name for found in folder.iterdir() if "preparing" in found.name]
    assert not station.database.check()
    station.close()
    whole.close()
