"""Sources: found, added, renamed, paused, removed and brought back; exchanged with other readers."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain import opml
from cmstation.domain.errors import NotFound
from cmstation.domain.opml_outlines import OpmlFeed
from cmstation.domain.watch import SourceKind, SourceTrouble, StoryFilter
from cmstation.domain.watch_errors import NotOpml
from cmstation.services.watch_opml import OpmlRefusal
from cmstation.services.watch_sources import FoundSource, WatchedSource
from tests.services.watch_bench import WatchBench, watch_bench

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
FEED = "https://gazette.example/feed"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[WatchBench]:
    made = watch_bench(tmp_path / "clinic", NOW)
    yield made
    made.station.close()


def watched(bench: WatchBench, name: str = "Gazette") -> WatchedSource:
    return next(one for one in bench.station.watch_sources.all() if one.source.name == name)


# --- looking ---


def test_what_lies_behind_an_address_is_shown_with_its_newest_titles(bench: WatchBench) -> None:
    source = bench.source("courrier")
    bench.tell(source, "Un potager")

    found = bench.station.watch_sources.look(f"  {source.address} ").found

    assert [(one.kind, one.address, one.sample, one.known) for one in found] == [
        (SourceKind.FEED, source.address, ("Un potager",), source.id)
    ]


def test_an_address_with_nothing_behind_it_says_why(bench: WatchBench) -> None:
    looked = bench.station.watch_sources.look("https://nowhere.example")

    assert (looked.found, looked.trouble, looked.detail) == ((), SourceTrouble.GONE, "404")


def test_an_address_may_hold_a_secret_and_is_never_shown_by_accident() -> None:
    found = FoundSource(SourceKind.FEED, "https://a.example/feed?user=me&feed=s3cret", "Flux privé")

    assert "s3cret" not in repr(found)


# --- adding and changing ---


def test_an_added_source_is_due_at_once_and_joins_its_lists(bench: WatchBench) -> None:
    ethics = bench.station.watch_lists.add("Éthique").value

    source = bench.source("gazette", ethics.id)

    assert bench.station.watch_sources.next_due() == NOW
    assert watched(bench).lists == (ethics.id,)
    assert bench.station.watch_lists.get(ethics.id).sources == (source.id,)


def test_undo_takes_a_new_source_away_again(bench: WatchBench) -> None:
    done = bench.station.watch_sources.add(FoundSource(SourceKind.FEED, FEED, "Gazette"))
    assert done.undo is not None

    done.undo()

    assert bench.station.watch_sources.all() == ()


def test_a_known_source_only_joins_the_list_and_undo_lets_it_leave(bench: WatchBench) -> None:
    item = bench.item("Un potager", "Des tomates.")
    ethics = bench.station.watch_lists.add("Éthique").value

    done = bench.station.watch_sources.add(FoundSource(SourceKind.FEED, FEED), [ethics.id])

    assert done.value.id == item.source
    assert bench.titles(StoryFilter(lists=frozenset({ethics.id}))) == ["Un potager"]
    assert done.undo is not None
    done.undo()
    assert bench.titles(StoryFilter(lists=frozenset({ethics.id}))) == []
    assert len(bench.station.watch_sources.all()) == 1


def test_a_source_of_a_list_that_is_gone_is_not_added(bench: WatchBench) -> None:
    with pytest.raises(NotFound):
        bench.source("gazette", 99)

    assert bench.station.watch_sources.all() == ()


def test_what_a_person_decides_about_a_source_is_kept_and_can_be_undone(bench: WatchBench) -> None:
    source = bench.source()
    book = bench.station.watch_sources
    steps = [
        book.rename(source.id, "Ma gazette"),
        book.set_standing(source.id, 3),
        book.set_pace(source.id, 120),
        book.pause(source.id),
    ]

    after = book.get(source.id)
    assert (after.name, after.standing, after.every_minutes, after.paused) == ("Ma gazette", 3, 120, True)
    for step in reversed(steps):
        assert step.undo is not None
        step.undo()
    assert book.get(source.id) == source


def test_a_resumed_source_is_due_as_if_it_had_never_failed(bench: WatchBench) -> None:
    source = bench.source()
    bench.world.troubles[source.address] = SourceTrouble.SERVER_TROUBLE
    bench.refresh()
    assert bench.station.watch_sources.state(source.id).failures == 1
    bench.station.watch_sources.pause(source.id)
    bench.pass_time(timedelta(days=2))

    bench.station.watch_sources.resume(source.id)

    state = bench.station.watch_sources.state(source.id)
    assert (state.failures, state.due_at) == (0, NOW + timedelta(days=2))


def test_the_list_of_sources_counts_what_is_unread(bench: WatchBench) -> None:
    bench.item("Un potager")
    second = bench.item("Un parking")
    assert watched(bench).unread == 2

    bench.station.watch_reading.set_read([second.story], True)

    assert watched(bench).unread == 1


# --- removing ---


def test_a_removed_source_takes_its_items_along_except_those_with_a_mark(bench: WatchBench) -> None:
    kept = bench.item("Un potager")
    bench.item("Un parking")
    bench.station.watch_reading.star(kept.id, True)

    done = bench.station.watch_sources.remove(kept.source)

    assert done.value == 1
    assert bench.titles() == ["Un potager"]
    assert bench.station.watch_sources.all() == ()


def test_undo_watches_a_removed_source_again_at_its_place_in_its_lists(bench: WatchBench) -> None:
    ethics = bench.station.watch_lists.add("Éthique").value
    for name in ("un", "deux", "trois"):
        bench.source(name, ethics.id)
    book, second = bench.station.watch_sources, watched(bench, "Deux").source
    book.rename(second.id, "Le deuxième")
    book.set_standing(second.id, 2)

    done = book.remove(second.id)
    assert done.undo is not None
    done.undo()

    back = watched(bench, "Le deuxième").source
    assert (back.address, back.standing) == (second.address, 2)
    names = [book.get(one).name for one in bench.station.watch_lists.get(ethics.id).sources]
    assert names == ["Un", "Le deuxième", "Trois"]


def test_there_is_one_source_for_what_is_on_paper_and_it_is_never_due(bench: WatchBench) -> None:
    first = bench.station.watch_sources.paper()

    assert bench.station.watch_sources.paper() == first
    assert first.name == "Presse papier"
    assert bench.station.watch_sources.next_due() is None


def test_no_offered_source_claims_to_work(bench: WatchBench) -> None:
    offered = bench.station.watch_sources.starter()

    assert {one.country for one in offered} == {"FR", "BE", "QC", ""}
    assert not any(one.tried for one in offered)
    assert len({one.address for one in offered}) == len(offered)
    assert all(one.address.startswith("https://") for one in offered)
    assert not [one for one in offered if "santepubliquefrance" in one.address and not one.page]


# --- other readers ---

WHOLE = [
    OpmlFeed("Gazette", FEED, ("Santé", "Éthique"), "https://gazette.example", description="Un journal"),
    OpmlFeed("Courrier", "https://courrier.example/rss", ("Santé", "Éthique"), language="fr"),
    OpmlFeed("Gazette", FEED, ("Confrères",), "https://gazette.example", description="Un journal"),
    OpmlFeed(
        "Alerte", "https://a.example/x?feed=s3cret", (), categories=("/a", "b"), others=(("icon", "i"),)
    ),
]


def test_the_list_of_another_reader_comes_in_and_goes_out_as_it_was(bench: WatchBench) -> None:
    data = opml.write(WHOLE, title="Mes flux", empty_folders=[("Vide",)])
    book = bench.station.watch_sources

    report = book.take_opml(book.import_opml(data)).value

    assert (len(report.added), len(report.known), report.refused) == (3, 0, ())
    lists = bench.station.watch_lists.all()
    assert [(one.folder, one.name) for one in lists] == [
        ((), "Vide"),
        (("Santé",), "Éthique"),
        ((), "Confrères"),
    ]
    again = opml.contents(book.export_opml())
    assert sorted(again.feeds, key=repr) == sorted(WHOLE, key=repr)
    assert again.empty_folders == (("Vide",),)


def test_taking_a_list_twice_adds_nothing(bench: WatchBench) -> None:
    data = opml.write(WHOLE, title="Mes flux")
    book = bench.station.watch_sources
    book.take_opml(book.import_opml(data))

    preview = book.import_opml(data)

    assert (len(preview.added), len(preview.known), preview.new_lists) == (0, 4, ())
    report = book.take_opml(preview).value
    assert (report.added, len(report.known), report.lists) == ((), 3, ())


def test_what_cannot_be_read_is_refused_line_by_line_and_the_rest_is_taken(bench: WatchBench) -> None:
    feeds = [
        WHOLE[0],
        OpmlFeed("Fichier", "file:///etc/passwd"),
        OpmlFeed("Sans adresse", "n'importe quoi"),
        OpmlFeed("Vieux", "feed://vieux.example/rss"),
        OpmlFeed("Endless", "https://a.example/" + "a" * 5000),
    ]
    book = bench.station.watch_sources

    preview = book.import_opml(opml.write(feeds, title=""))

    assert [(line.place, line.title, line.refusal) for line in preview.refused] == [
        (2, "Fichier", OpmlRefusal.NOT_WEB),
        (3, "Sans adresse", OpmlRefusal.NOT_WEB),
        (5, "Endless", OpmlRefusal.TOO_LONG),
    ]
    book.take_opml(preview)
    assert {one.source.address for one in book.all()} == {FEED, "http://vieux.example/rss"}


def test_undo_takes_a_whole_list_back(bench: WatchBench) -> None:
    ethics = bench.station.watch_lists.add("Éthique", ("Santé",)).value
    before = bench.source("avant", ethics.id)
    book = bench.station.watch_sources

    done = book.take_opml(book.import_opml(opml.write(WHOLE, title="")))
    assert len(bench.station.watch_lists.get(ethics.id).sources) == 3
    assert done.undo is not None
    done.undo()

    assert [one.source.id for one in book.all()] == [before.id]
    assert [one.sources for one in bench.station.watch_lists.all()] == [(before.id,)]


def test_a_page_is_no_list(bench: WatchBench) -> None:
    with pytest.raises(NotOpml):
        bench.station.watch_sources.import_opml(b"<html><body>Bonjour</body></html>")


def test_sources_that_are_no_feeds_come_back_as_what_they_are(bench: WatchBench, tmp_path: Path) -> None:
    book = bench.station.watch_sources
    book.add(FoundSource(SourceKind.PUBMED, "diabetes[tiab]", "Diabète"))
    book.add(FoundSource(SourceKind.BLUESKY_ACCOUNT, "clinique.example", "Clinique"))
    book.paper()

    other = watch_bench(tmp_path / "other", NOW)
    theirs = other.station.watch_sources
    theirs.take_opml(theirs.import_opml(book.export_opml()))

    assert [(one.source.kind, one.source.address) for one in theirs.all()] == [
        (SourceKind.BLUESKY_ACCOUNT, "clinique.example"),
        (SourceKind.PUBMED, "diabetes[tiab]"),
    ]
    other.station.close()
