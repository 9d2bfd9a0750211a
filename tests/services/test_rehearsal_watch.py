"""The watch of the sample clinic: full in a newcomer's first minute, and never on the network."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.watch import DecisionKind, Reading, SourceKind, SourceTrouble, StoryFilter
from cmstation.domain.watch_alerts import AlertKind
from cmstation.domain.watch_rules import Rule
from cmstation.open_station import Parts, open_station
from cmstation.services.rehearsal_watch import PLACE
from cmstation.services.station import Station
from cmstation.services.watch_own_items import scanned_picture
from tests.fakes.secret_box import SecretBox

NOW = datetime(2026, 10, 13, 12, 0, tzinfo=UTC)
EVERYTHING = StoryFilter()


def opened(folder: Path) -> Station:
    return open_station(folder, rehearsal=True, parts=Parts(FixedClock(NOW), SecretBox()))


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    station = opened(tmp_path_factory.mktemp("clinic") / "clinic")
    yield station
    station.close()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Station]:
    """A sample clinic that a test may change."""
    station = opened(tmp_path / "clinic")
    yield station
    station.close()


def test_it_has_lists_that_all_show_something(clinic: Station) -> None:
    lists = clinic.watch_lists.all()

    assert len(lists) == 12
    assert any(one.folder for one in lists)
    for one in lists:
        assert clinic.watch_lists.shown(one.id), one.name


def test_its_rules_can_be_read_and_leave_out_some(clinic: Station) -> None:
    rules = [clinic.watch_lists.rule(one.id) for one in clinic.watch_lists.all()]

    assert sum(rule != Rule() for rule in rules) >= 6
    ruled = next(one for one in clinic.watch_lists.all() if one.name == "Télémédecine")
    preview = clinic.watch_lists.preview(ruled.id, (), clinic.watch_lists.rule(ruled.id))
    assert preview.matched
    assert preview.missed


def test_its_sources_lead_nowhere_and_some_have_trouble(clinic: Station) -> None:
    sources = clinic.watch_sources.all()

    assert len(sources) >= 25
    feeds = [one.source for one in sources if one.source.kind is SourceKind.FEED]
    assert all(source.address.startswith(PLACE) for source in feeds)
    assert {one.state.trouble for one in sources} == {None, SourceTrouble.GONE, SourceTrouble.SERVER_TROUBLE}
    assert [one.source.name for one in sources if one.source.paused] == ["Diabète du Val"]


def test_its_news_are_of_the_last_days_and_some_are_told_by_several(clinic: Station) -> None:
    keys = clinic.watch_reading.keys(EVERYTHING)
    rows = clinic.watch_reading.rows(keys)

    assert 140 <= sum(row.count for row in rows) <= 160
    assert max(row.count for row in rows) == 4
    assert all(timedelta(0) <= NOW - row.moment < timedelta(days=7) for row in rows)
    assert 10 <= clinic.watch_reading.count(StoryFilter(reading=Reading.UNREAD)) < len(rows)


def test_its_best_source_stands_first(clinic: Station) -> None:
    (story,) = clinic.watch_reading.keys(StoryFilter(words="insuffisants cardiaques"))

    names = [item.source_name for item in clinic.watch_reading.story(story)]

    assert names[0] == "Le Courrier du Val"
    assert len(names) == 4


def test_something_was_decided_of_every_kind(clinic: Station) -> None:
    rows = clinic.watch_reading.rows(clinic.watch_reading.keys(EVERYTHING))

    assert {row.decision for row in rows} == {None, *DecisionKind}
    decided = [clinic.watch_reading.item(row.item).decision for row in rows if row.decision]
    assert all(one is not None and one.who == "Camille" and one.at <= NOW for one in decided)
    relayed = [one.posts for one in decided if one is not None and one.kind is DecisionKind.RELAY]
    assert relayed
    assert all(posts for posts in relayed)


def test_two_wait_on_the_board_and_one_was_answered(clinic: Station) -> None:
    assert len(clinic.watch_board.waiting()) == 2
    (answered,) = clinic.watch_board.answered(NOW - timedelta(days=7))
    assert answered.opinion.favourable


def test_stars_notes_tags_searches_and_paper_are_there(clinic: Station) -> None:
    assert clinic.watch_reading.counts().starred >= 3
    assert clinic.watch_reading.tags()
    for search in clinic.watch_reading.saved():
        assert clinic.watch_reading.count(search.wanted), search.name
    paper = clinic.watch_reading.keys(StoryFilter(words="portrait marchand"))
    items = [item for story in paper for item in clinic.watch_reading.story(story)]
    assert [(item.link, item.note != "", scanned_picture(item)) for item in items] == [("", True, None)]


def test_a_morning_can_begin_at_once(own: Station) -> None:
    state = own.watch_morning.begin(EVERYTHING)

    assert len(state.queue) > 50
    own.watch_morning.decide(state.queue[0], DecisionKind.RELAY)
    assert own.watch_morning.resume() is not None


def test_an_alert_is_told_at_the_first_look(own: Station) -> None:
    kinds = {alert.kind for alert in own.watch_alerts.look()}

    assert AlertKind.OFTEN in kinds
    assert len(own.watch_alerts.all()) == 2
    assert own.watch_alerts.quiet()


def test_a_refresh_finds_nothing_new_and_fails_nowhere(own: Station) -> None:
    report = own.watch_refresh.refresh(lambda _done, _total: None, force=True)

    assert (report.new_items, report.failed, report.offline) == (0, (), False)
    assert report.unchanged >= 25


def test_a_newcomer_may_add_a_source_and_a_page(own: Station) -> None:
    found = own.watch_sources.look("journal.example").found

    assert found[0].sample
    source = own.watch_sources.add(found[0]).value
    assert own.watch_sources.get(source.id).name == "journal.example"
    assert "répétition" in own.watch_reading.add_page("https://journal.example/une").value.text


def test_upkeep_leaves_it_as_it_is(own: Station) -> None:
    before = own.watch_reading.keys(EVERYTHING)
    lists = [own.watch_lists.shown(one.id) for one in own.watch_lists.all()]

    own.watch_reading.tidy()

    assert own.watch_reading.keys(EVERYTHING) == before
    assert [own.watch_lists.shown(one.id) for one in own.watch_lists.all()] == lists
    assert not own.database.check()
