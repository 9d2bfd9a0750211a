"""Sequences keep the places of their posts, and a post is in one of them at most."""

import threading
from datetime import datetime, time

import pytest

from cmstation.domain.errors import NotFound, StationError
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.domain.sequences import AlreadyInSequence, Member, PostSequence
from cmstation.storage.database import Database
from cmstation.storage.sequences import SequenceTable
from tests.storage.station import NOW, ZONE, Station

NINE, NOON = time(9), time(12)


def at(text: str) -> PlannedTime:
    return at_wall_time(datetime.fromisoformat(text), ZONE)


ANCHOR, LATER = at("2026-04-10T10:00"), at("2026-05-02T10:00")


@pytest.fixture
def sequences(database: Database) -> SequenceTable:
    return SequenceTable(database)


def made(station: Station, sequences: SequenceTable, *days: int) -> PostSequence:
    members = [Member(station.post().id, day, NINE) for day in days]
    return sequences.add("Portes ouvertes", ANCHOR, members, NOW)


def test_a_sequence_comes_back_with_its_posts_in_order_of_time(
    station: Station, sequences: SequenceTable
) -> None:
    posts = [station.post().id for _ in range(3)]
    members = (Member(posts[0], 0, NOON), Member(posts[1], -7, NINE), Member(posts[2], 0, NINE))

    found = sequences.add("Portes ouvertes", ANCHOR, members, NOW)

    assert found == PostSequence(found.id, "Portes ouvertes", ANCHOR, (members[1], members[2], members[0]))
    assert sequences.get(found.id) == found
    assert sequences.of_post(posts[1]) == found
    assert sequences.of_post(station.post().id) is None


def test_the_second_pass_of_the_doubled_hour_is_kept(station: Station, sequences: SequenceTable) -> None:
    anchor = at_wall_time(datetime.fromisoformat("2026-10-25T02:30"), ZONE, second_pass=True)

    found = sequences.add("Nuit", anchor, [Member(station.post().id, 0, time(2, 30))], NOW)

    assert sequences.get(found.id).anchor == anchor


def test_a_post_is_in_one_sequence_at_most_and_nothing_is_stored_by_halves(
    station: Station, sequences: SequenceTable
) -> None:
    first = made(station, sequences, 0)
    taken, free = first.members[0].post, station.post().id

    with pytest.raises(AlreadyInSequence) as refused:
        sequences.add("Autre", ANCHOR, [Member(free, 0, NINE), Member(taken, 1, NINE)], NOW)

    assert refused.value.facts == {"post": taken, "sequence": first.id}
    assert sequences.all() == (first,)
    assert sequences.of_post(free) is None


def test_sequences_are_listed_by_their_anchor(station: Station, sequences: SequenceTable) -> None:
    later = sequences.add("Mai", LATER, [Member(station.post().id, 0, NINE)], NOW)
    sooner = made(station, sequences, 0)

    assert sequences.all() == (sooner, later)


def test_another_anchor_is_stored_with_the_places_that_changed(
    station: Station, sequences: SequenceTable
) -> None:
    found = made(station, sequences, -7, 0)
    moved = Member(found.members[1].post, 2, NOON)

    after = sequences.set_anchor(found.id, LATER, [moved])

    assert after == PostSequence(found.id, found.name, LATER, (found.members[0], moved))


def test_posts_put_away_are_not_shown_and_come_back_at_their_place(
    station: Station, sequences: SequenceTable
) -> None:
    found = made(station, sequences, -7, 0, 3)
    first, second, third = (member.post for member in found.members)
    station.posts.delete(first, NOW)
    station.posts.archive(second, NOW)

    without = sequences.get(found.id)
    station.posts.undelete(first, NOW)

    assert [member.post for member in without.members] == [third]
    assert [member.post for member in sequences.get(found.id).members] == [first, third]


def test_a_post_erased_for_good_leaves_its_sequence(station: Station, sequences: SequenceTable) -> None:
    found = made(station, sequences, -7, 0)
    station.posts.delete(found.members[0].post, NOW)
    station.posts.purge(NOW.replace(year=2027))

    assert sequences.forget(found.id) == (found.members[1],)


def test_the_last_post_that_leaves_takes_the_sequence_with_it(
    station: Station, sequences: SequenceTable
) -> None:
    found = made(station, sequences, -7, 0)

    first = sequences.leave(found.members[0].post)
    still = sequences.all()
    sequences.leave(found.members[1].post)

    assert first == found.members[0]
    assert [one.members for one in still] == [found.members[1:]]
    assert sequences.all() == ()
    with pytest.raises(NotFound):
        sequences.leave(first.post)


def test_a_post_that_left_may_join_again(station: Station, sequences: SequenceTable) -> None:
    found = made(station, sequences, -7, 0)
    member = sequences.leave(found.members[0].post)

    assert sequences.place(found.id, member) == found


def test_a_post_of_another_sequence_cannot_be_placed_here(station: Station, sequences: SequenceTable) -> None:
    first, second = made(station, sequences, 0), made(station, sequences, 0)

    with pytest.raises(AlreadyInSequence):
        sequences.place(second.id, first.members[0])


def test_a_forgotten_sequence_comes_back_under_its_own_identity(
    station: Station, sequences: SequenceTable
) -> None:
    found = made(station, sequences, -7, 0, 3)
    station.posts.delete(found.members[2].post, NOW)
    members = sequences.forget(found.id)
    gone = sequences.all()
    station.posts.undelete(found.members[2].post, NOW)

    back = sequences.bring_back(found, members, NOW)

    assert gone == ()
    assert members == found.members
    assert back == found


def test_a_post_that_joined_another_sequence_meanwhile_stays_there(
    station: Station, sequences: SequenceTable
) -> None:
    found = made(station, sequences, -7, 0)
    members = sequences.forget(found.id)
    other = sequences.add("Autre", LATER, members[:1], NOW)

    back = sequences.bring_back(found, members, NOW)

    assert back.members == members[1:]
    assert sequences.get(other.id).members == members[:1]


@pytest.mark.parametrize("wish", ["get", "forget"])
def test_an_unknown_sequence_is_not_found(sequences: SequenceTable, wish: str) -> None:
    with pytest.raises(NotFound):
        getattr(sequences, wish)(99)


def test_one_of_two_threads_gets_the_post(station: Station, sequences: SequenceTable) -> None:
    post, gate = station.post().id, threading.Barrier(2)
    outcomes: list[PostSequence | StationError] = []

    def run(name: str) -> None:
        gate.wait()
        try:
            outcomes.append(sequences.add(name, ANCHOR, [Member(post, 0, NINE)], NOW))
        except StationError as met:
            outcomes.append(met)

    threads = [threading.Thread(target=run, args=(name,)) for name in ("Un", "Deux")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["AlreadyInSequence", "PostSequence"]
    assert len(sequences.all()) == 1
