"""Peers, goals, notes, comments, imports and the state of collecting: kept, changed, put back."""

from dataclasses import replace
from datetime import date

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.metrics import Metric, Origin
from cmstation.domain.networks import Network
from cmstation.domain.statistics import Collection, Comment, Goal, Note, NoteKind, PeerFigure
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_imports import ImportTable
from cmstation.storage.stat_notes import CommentTable, GoalTable, NoteTable
from cmstation.storage.stat_peers import PeerTable
from tests.storage.station import DAY, NOW, Station

TODAY = date(2026, 3, 18)


def of_peer(peer: int, value: int, day: date = TODAY, origin: Origin = Origin.NETWORK) -> PeerFigure:
    """Make a figure of a peer."""
    return PeerFigure(peer, day, Metric.FOLLOWERS, value, NOW, origin, "mastodon.account.followers")


def test_a_peer_is_kept_with_its_figures_and_can_come_back(station: Station) -> None:
    peers = PeerTable(station.database)
    first = peers.add("Clinique du Lac", Network.MASTODON, "@lac@a.example")
    second = peers.add("Clinique du Parc", Network.BLUESKY, "parc.example")
    peers.put([of_peer(first.id, 5), of_peer(first.id, 7, TODAY + DAY), of_peer(second.id, 9)])
    peers.tried(first.id, NOW, "offline")

    removed = peers.remove(first.id)

    assert peers.all() == (second,)
    assert peers.remove(first.id) is None
    assert removed is not None
    peers.put_back(removed)
    peers.put_back(removed)
    assert peers.all() == (replace(first, tried_at=NOW, trouble="offline"), second)
    assert [found.value for found in peers.series([first.id], Metric.FOLLOWERS, TODAY, TODAY + DAY)] == [5, 7]


def test_the_last_known_figure_of_each_peer_is_found(station: Station) -> None:
    peers = PeerTable(station.database)
    first = peers.add("Lac", Network.MASTODON, "@lac@a.example").id
    second = peers.add("Parc", Network.BLUESKY, "parc.example").id
    peers.put([of_peer(first, 5), of_peer(first, 7, TODAY + 2 * DAY), of_peer(second, 9, TODAY + 2 * DAY)])

    found = peers.latest(Metric.FOLLOWERS, TODAY + DAY)

    assert {peer: one.value for peer, one in found.items()} == {first: 5}
    assert peers.latest(Metric.VIEWS, TODAY + DAY) == {}


def test_what_was_typed_of_a_peer_stands_above_the_network(station: Station) -> None:
    peers = PeerTable(station.database)
    peer = peers.add("Lac", Network.MASTODON, "@lac@a.example").id
    peers.put([of_peer(peer, 5)])

    gone = peers.put([of_peer(peer, 6, origin=Origin.HAND)])
    refused = peers.put([of_peer(peer, 7)])

    assert ([one.value for one in gone], refused) == ([5], ())
    taken = peers.remove_figure(peer, TODAY, Metric.FOLLOWERS)
    assert (taken and taken.value, peers.latest(Metric.FOLLOWERS, TODAY)) == (6, {})
    assert peers.remove_figure(peer, TODAY, Metric.FOLLOWERS) is None


def test_a_peer_that_is_gone_is_named(station: Station) -> None:
    peers = PeerTable(station.database)
    peer = peers.add("Lac", Network.MASTODON, "@lac@a.example")
    assert peers.change(replace(peer, name="Le Lac")) == peer
    assert peers.get(peer.id).name == "Le Lac"
    peers.remove(peer.id)

    with pytest.raises(NotFound):
        peers.change(peer)
    with pytest.raises(NotFound):
        peers.put([of_peer(peer.id, 1)])
    with pytest.raises(NotFound):
        peers.get(peer.id)


def test_a_goal_is_changed_removed_and_put_back(station: Station) -> None:
    goals, account = GoalTable(station.database), station.account().id
    goal = goals.add(Goal(0, "17 000 fans", Metric.FOLLOWERS, 17_000, account, by=TODAY))
    everybody = goals.add(Goal(0, "", Metric.FOLLOWERS, 50_000))

    before = goals.change(replace(goal, reached_on=TODAY))

    assert before == goal
    assert goals.all() == (replace(goal, reached_on=TODAY), everybody)
    assert goals.remove(goal.id) == replace(goal, reached_on=TODAY)
    assert goals.remove(goal.id) is None
    goals.put_back(goal)
    goals.put_back(goal)
    assert goals.all() == (goal, everybody)
    with pytest.raises(NotFound):
        goals.change(replace(goal, id=99))


def test_a_note_is_found_by_its_day(station: Station) -> None:
    notes, post = NoteTable(station.database), station.post().id
    note = notes.add(Note(0, TODAY, NoteKind.THANKS, "Merci à l’équipe", "Mme P.", post=post))
    later = notes.add(Note(0, TODAY + DAY, NoteKind.FACT, "Reportage", link="https://a.example"))

    assert notes.between(TODAY, TODAY) == (note,)
    assert notes.change(replace(note, text="Merci")) == note
    assert notes.remove(note.id) == replace(note, text="Merci")
    assert notes.remove(note.id) is None
    notes.put_back(note)
    assert notes.between(TODAY, TODAY + DAY) == (note, later)
    with pytest.raises(NotFound):
        notes.change(replace(note, id=99))


def test_a_comment_is_kept_for_its_period_and_section(station: Station) -> None:
    comments = CommentTable(station.database)

    first = comments.write(Comment("2026-03", "headline", "Bon mois."))
    second = comments.write(Comment("2026-03", "headline", "Très bon mois."))

    assert (first.text, second.text) == ("", "Bon mois.")
    assert comments.of("2026-03") == {"headline": "Très bon mois."}
    assert comments.of("2026-02") == {}
    comments.write(Comment("2026-03", "headline", ""))
    assert comments.of("2026-03") == {}


def test_an_import_is_listed_newest_first_and_put_back(station: Station) -> None:
    imports = ImportTable(station.database)
    old, new = imports.add(NOW, "a.csv", "figures", 3), imports.add(NOW + DAY, "b.csv", "figures", 4)

    assert imports.all() == (new, old)
    assert imports.remove(old.id) == old
    assert imports.remove(old.id) is None
    with pytest.raises(NotFound):
        imports.get(old.id)
    imports.put_back(old)
    imports.put_back(old)
    assert imports.get(old.id) == old
    assert imports.add(NOW, "c.csv", "figures", 1).id > new.id


def test_the_state_of_collecting_follows_its_account(station: Station) -> None:
    table, account = CollectionTable(station.database), station.account().id
    assert table.of(account) == Collection(account)
    state = Collection(account, tried_at=NOW, due_at=NOW + DAY, trouble="rate_limited", detail="429")

    table.keep(state)
    table.keep(replace(state, read_at=NOW))
    table.keep(Collection(99, tried_at=NOW))

    assert table.all() == {account: replace(state, read_at=NOW)}
    assert table.of(account) == replace(state, read_at=NOW)
    station.accounts.remove(account, NOW)
    assert table.all() == {}
