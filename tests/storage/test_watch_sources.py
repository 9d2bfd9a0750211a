"""Sources of the watch are added once, read in turn, and removed without what somebody wants kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import SourceKind, SourceOverview, SourceState, SourceTrouble
from cmstation.domain.watch_storing import Tried
from cmstation.storage.database import Database
from tests.storage.station import DAY, HOUR, NOW
from tests.storage.watch_arrivals import Watch, new_item

ADDRESS = "https://a.example/feed?key=secret"


@pytest.fixture
def watch(database: Database) -> Watch:
    return Watch(database)


def read(watch: Watch, source: int, **fields: object) -> SourceState:
    """Store that a source was read."""
    usual = {"tried_at": NOW, "read_at": NOW, "due_at": NOW + HOUR}
    state = SourceState(source, **{**usual, **fields})  # pyright: ignore[reportArgumentType]
    watch.sources.tried(state)
    return state


def test_a_new_source_is_due_at_once(watch: Watch) -> None:
    source = watch.sources.add(SourceKind.FEED, ADDRESS, NOW, title="La Gazette", site="https://a.example")

    ((found, state),) = watch.sources.due(NOW, 10)

    assert found == source == watch.sources.get(source.id)
    assert (found.name, found.site, found.standing, found.paused) == (
        "La Gazette",
        "https://a.example",
        0,
        False,
    )
    assert state == watch.sources.state(source.id)
    assert (state.due_at, state.failures, state.trouble) == (NOW, 0, None)
    assert watch.sources.next_due() == NOW
    assert "secret" not in repr(found)


def test_a_source_that_is_there_is_given_back_as_it_is(watch: Watch) -> None:
    first = watch.sources.add(SourceKind.FEED, ADDRESS, NOW, own_title="La mienne")
    read(watch, first.id)

    again = watch.sources.add(SourceKind.FEED, ADDRESS, NOW + DAY, title="Autre", own_title="Autre")
    other = watch.sources.add(SourceKind.PUBMED, ADDRESS, NOW)

    assert again == first
    assert other.id != first.id
    assert watch.sources.state(first.id).due_at == NOW + HOUR


def test_paper_is_never_due(watch: Watch) -> None:
    watch.sources.add(SourceKind.PAPER, "", NOW, title="Presse papier")

    assert watch.sources.due(NOW + 400 * DAY, 10) == ()
    assert watch.sources.next_due() is None


def test_the_longest_due_source_comes_first_and_paused_ones_never(watch: Watch) -> None:
    first, second, third, paused = (watch.source(name) for name in "ABCP")
    for source, hours in ((first, 3), (second, 1), (third, 30), (paused, 1)):
        watch.sources.tried(SourceState(source, due_at=NOW + hours * HOUR))
    watch.sources.change(paused, paused=True)

    due = watch.sources.due(NOW + 5 * HOUR, 10)

    assert [source.id for source, _state in due] == [second, first]
    assert [source.id for source, _state in watch.sources.due(NOW + 5 * HOUR, 1)] == [second]
    assert watch.sources.next_due() == NOW + HOUR


def test_how_a_try_ended_comes_back(watch: Watch) -> None:
    source = watch.source("La Gazette")
    state = SourceState(
        source,
        tried_at=NOW,
        read_at=NOW - DAY,
        due_at=NOW + HOUR,
        failures=3,
        trouble=SourceTrouble.SERVER_TROUBLE,
        detail="503",
        interval_minutes=240,
        etag='"abc"',
        modified="Wed, 18 Mar 2026 09:00:00 GMT",
        digest=b"\x00\xff",
        cursor="42",
    )

    watch.sources.tried(state, title="La Gazette du Sud", site="https://g.example")

    assert watch.sources.state(source) == state
    assert watch.sources.get(source).title == "La Gazette du Sud"
    assert watch.sources.get(source).site == "https://g.example"
    watch.sources.tried(replace(state, failures=4))
    assert watch.sources.get(source).title == "La Gazette du Sud"


def test_many_tries_are_stored_at_once_and_those_of_removed_sources_left_out(watch: Watch) -> None:
    first, second, gone = (watch.source() for _number in range(3))
    watch.sources.remove(gone, NOW)

    watch.sources.tried_all([Tried(SourceState(one, tried_at=NOW)) for one in (first, gone, second)])

    states = [state for _source, state in watch.sources.all()]
    assert {state.source: state.tried_at for state in states} == {first: NOW, second: NOW}
    watch.sources.tried_all([])


def test_a_source_that_moved_for_good_is_read_where_it_is_now(watch: Watch) -> None:
    source = watch.source()
    moved = "https://new.example/feed"

    watch.sources.tried(SourceState(source, tried_at=NOW, etag="1"), address=moved)

    assert watch.sources.get(source).address == moved
    assert watch.sources.state(source).etag == "1"


def test_a_source_that_moves_where_another_one_is_stays(watch: Watch) -> None:
    source, other = watch.source(), watch.sources.add(SourceKind.FEED, ADDRESS, NOW)
    before = watch.sources.get(source).address

    watch.sources.tried(SourceState(source, tried_at=NOW), address=ADDRESS)
    unchanged = watch.sources.change(source, address=ADDRESS)

    assert unchanged.address == before
    assert watch.sources.get(other.id).address == ADDRESS


def test_two_sources_that_move_to_one_place_do_not_stop_the_others(watch: Watch) -> None:
    first, second, third = (watch.source() for _number in range(3))

    watch.sources.tried_all(
        [Tried(SourceState(one, tried_at=NOW), address=ADDRESS) for one in (first, second)]
        + [Tried(SourceState(third, tried_at=NOW))]
    )

    assert watch.sources.get(first).address == ADDRESS
    assert watch.sources.get(second).address != ADDRESS
    assert watch.sources.state(third).tried_at == NOW


def test_a_person_changes_a_source(watch: Watch) -> None:
    source = watch.source()
    read(watch, source, etag="1", digest=b"1")

    changed = watch.sources.change(source, own_title="La mienne", every_minutes=30)
    moved = watch.sources.change(source, address=ADDRESS)

    assert (changed.name, changed.every_minutes) == ("La mienne", 30)
    assert moved.address == ADDRESS
    # What was kept of the former address says nothing about the new one.
    assert (watch.sources.state(source).etag, watch.sources.state(source).digest) == ("", b"")
    assert watch.sources.state(source).read_at == NOW


def test_a_better_standing_puts_the_stories_of_a_source_in_step(watch: Watch) -> None:
    first, second = watch.source(), watch.source()
    link = "https://b.example/article"
    one, other = watch.store(new_item(first, link=link), new_item(second, link=link)).new
    assert watch.rows("SELECT best_id FROM watch_stories") == [(one,)]

    watch.sources.change(second, standing=2)

    assert watch.rows("SELECT best_id FROM watch_stories") == [(other,)]
    watch.assert_sound()


def test_sources_are_listed_by_what_they_are_called(watch: Watch) -> None:
    for title in ("b", "A", "c"):
        watch.source(title)

    assert [source.name for source, _state in watch.sources.all()] == ["A", "b", "c"]


def test_all_sources_are_counted_at_a_glance(watch: Watch) -> None:
    assert watch.sources.overview() == SourceOverview(0, 0, None)
    good, silent, paused, gone = (
        watch.sources.add(SourceKind.FEED, f"https://{name}.example/feed", NOW).id for name in "abcd"
    )
    read(watch, good)
    read(watch, gone, trouble=SourceTrouble.OFFLINE)
    for source in (silent, paused):
        watch.sources.tried(SourceState(source, tried_at=NOW, trouble=SourceTrouble.NOT_UNDERSTOOD))
    read(watch, good, read_at=NOW - DAY)
    watch.sources.change(paused, paused=True)
    watch.sources.remove(gone, NOW)

    assert watch.sources.overview() == SourceOverview(3, 1, NOW - DAY)


def test_a_removed_source_goes_with_its_items(watch: Watch) -> None:
    source, other = watch.source(), watch.source()
    list_ = watch.lists.add("Tout", sources=[source, other]).id
    link = "https://b.example/article"
    watch.store(*(new_item(source, f"Titre {number}") for number in range(450)))
    left = watch.store(new_item(source, link=link), new_item(other, link=link)).new[1]

    kept = watch.sources.remove(source, NOW)

    assert kept == 0
    assert watch.rows("SELECT id FROM watch_items") == [(left,)]
    assert watch.lists.get(list_).sources == (other,)
    assert watch.rows("SELECT COUNT(*) FROM watch_sources") == [(1,)]
    watch.assert_sound()
    assert watch.sources.remove(source, NOW) == 0
    with pytest.raises(NotFound):
        watch.sources.get(source)


@pytest.mark.parametrize(
    "wish",
    [
        "UPDATE watch_items SET starred = (1 = 1) WHERE id = :id",
        "UPDATE watch_items SET kept = (1 = 1) WHERE id = :id",
        "UPDATE watch_items SET note = 'à voir' WHERE id = :id",
        "INSERT INTO watch_tags (item_id, tag) VALUES (:id, 'congrès')",
        "INSERT INTO watch_decisions (item_id, kind, at, who)"
        " SELECT id, 'review', seen_at, '' FROM watch_items WHERE id = :id",
        "INSERT INTO watch_opinions (item_id, question, asked_at, asked_by, physician)"
        " SELECT id, '?', seen_at, '', '' FROM watch_items WHERE id = :id",
    ],
)
def test_what_somebody_wants_kept_stays_when_its_source_is_removed(watch: Watch, wish: str) -> None:
    source = watch.sources.add(SourceKind.FEED, ADDRESS, NOW, title="La Gazette").id
    wanted, _other = watch.store(new_item(source), new_item(source)).new
    watch.run(wish, id=wanted)

    kept = watch.sources.remove(source, NOW)

    assert kept == 1
    assert watch.rows("SELECT id FROM watch_items") == [(wanted,)]
    assert watch.sources.all() == ()
    assert watch.sources.due(NOW + DAY, 10) == ()
    with pytest.raises(NotFound):
        watch.sources.change(source, paused=False)
    back = watch.sources.add(SourceKind.FEED, ADDRESS, NOW + timedelta(days=1))
    assert (back.id, back.title, back.paused) == (source, "La Gazette", False)
    assert watch.sources.state(source).due_at == NOW + DAY


def test_an_item_that_was_removed_with_its_source_comes_back_with_it(watch: Watch) -> None:
    source = watch.sources.add(SourceKind.FEED, ADDRESS, NOW).id
    item = new_item(source)
    starred = watch.one(new_item(source))
    watch.store(item)
    watch.run("UPDATE watch_items SET starred = (1 = 1) WHERE id = :id", id=starred)
    watch.sources.remove(source, NOW)

    watch.sources.add(SourceKind.FEED, ADDRESS, NOW)
    done = watch.store(item)

    assert len(done.new) == 1


def test_nothing_is_stored_for_a_removed_source(watch: Watch) -> None:
    source = watch.source()
    starred = watch.one(new_item(source))
    watch.run("UPDATE watch_items SET starred = (1 = 1) WHERE id = :id", id=starred)
    watch.sources.remove(source, NOW)

    done = watch.store(new_item(source))

    assert (done.new, done.refused) == ((), 1)


def test_one_that_is_not_there_is_told(watch: Watch) -> None:
    with pytest.raises(NotFound):
        watch.sources.get(4_711)
    with pytest.raises(NotFound):
        watch.sources.state(4_711)
    with pytest.raises(NotFound):
        watch.sources.change(4_711, paused=True)
