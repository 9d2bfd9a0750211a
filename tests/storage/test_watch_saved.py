"""Searches that the person keeps."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Reading, StoryFilter
from cmstation.storage.database import Database
from cmstation.storage.watch_saved import SavedSearches, filter_json, filter_of
from tests.storage.station import DAY, NOW

INSTANTS = st.none() | st.datetimes(timezones=st.just(UTC), min_value=datetime(1990, 1, 1))  # noqa: DTZ001
FILTERS = st.builds(
    StoryFilter,
    lists=st.frozensets(st.integers(1, 50)),
    source=st.none() | st.integers(1, 50),
    reading=st.sampled_from(Reading),
    words=st.text(),
    tag=st.text(),
    since=INSTANTS,
    until=INSTANTS,
)
WANTED = StoryFilter(frozenset({2, 1}), 7, Reading.UNREAD, "œdème", "à relire", NOW, NOW + DAY)


@pytest.fixture
def searches(database: Database) -> SavedSearches:
    return SavedSearches(database)


@given(wanted=FILTERS)
def test_a_filter_comes_back_from_json(wanted: StoryFilter) -> None:
    assert filter_of(json.loads(json.dumps(filter_json(wanted)))) == wanted


def test_a_filter_of_a_newer_program_is_read_as_far_as_it_is_known() -> None:
    assert filter_of({"reading": "dreamt", "mood": 3, "words": "sang"}) == StoryFilter(words="sang")
    assert filter_json(StoryFilter()) == {}


def test_searches_are_kept_in_the_order_of_the_person(searches: SavedSearches) -> None:
    first, second, third = (searches.add(name, WANTED) for name in ("un", "deux", "trois"))

    searches.reorder([third.id, 99, first.id, third.id])
    last = searches.add("quatre", StoryFilter())

    assert searches.all() == (third, first, second, last)


def test_a_search_changes_only_where_it_is_told(searches: SavedSearches) -> None:
    saved = searches.add("Télémédecine", WANTED)

    named = searches.change(saved.id, name="Soins à distance")
    changed = searches.change(saved.id, wanted=StoryFilter(words="sang"))

    assert (named.name, named.wanted) == ("Soins à distance", WANTED)
    assert (changed.name, changed.wanted) == ("Soins à distance", StoryFilter(words="sang"))
    assert searches.change(saved.id) == changed


def test_what_was_removed_is_gone(searches: SavedSearches) -> None:
    saved = searches.add("Télémédecine", WANTED)

    searches.remove(saved.id)
    searches.remove(saved.id)

    assert searches.all() == ()
    with pytest.raises(NotFound):
        searches.change(saved.id, name="x")
