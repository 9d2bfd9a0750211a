"""Lists and their rules: what a rule would show, said before it is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.watch import Retention, StoryFilter, WatchList
from cmstation.domain.watch_rule_remarks import RemarkKind
from cmstation.domain.watch_rule_terms import terms
from cmstation.domain.watch_rules import Reason, Rule
from tests.services.watch_bench import WatchBench, undone, watch_bench

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
TELE = Rule(any=terms("télésurveill*, téléconsultation"))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[WatchBench]:
    made = watch_bench(tmp_path / "clinic", NOW)
    yield made
    made.station.close()


@pytest.fixture
def theme(bench: WatchBench) -> WatchList:
    """A list with two sources and four stored items."""
    made = bench.station.watch_lists.add("Télémédecine").value
    gazette, courrier = bench.source("gazette", made.id), bench.source("courrier", made.id)
    bench.tell(gazette, "La télésurveillance progresse", "Des cœurs suivis.", ago=HOUR)
    bench.tell(gazette, "Le marché du samedi", "Des poireaux.", ago=2 * HOUR)
    bench.tell(courrier, "Téléconsultation en gare", "Une cabine.", ago=3 * HOUR)
    bench.tell(courrier, "Jeu : gagnez une télésurveillance", "Un jeu-concours.", ago=4 * HOUR)
    bench.refresh()
    return bench.station.watch_lists.get(made.id)


def shown(bench: WatchBench, list_: WatchList) -> list[str]:
    return bench.titles(StoryFilter(lists=frozenset({list_.id})))


# --- before a rule is kept ---


def test_a_rule_tells_what_it_would_show_and_what_not(bench: WatchBench, theme: WatchList) -> None:
    preview = bench.station.watch_lists.preview(theme.id, (), TELE)

    assert (preview.matched, preview.missed, preview.drops_everything) == (3, 1, False)
    assert [row.title for row in preview.matched_rows][:1] == ["La télésurveillance progresse"]
    assert [(row.title, row.reason) for row in preview.missed_rows] == [
        ("Le marché du samedi", Reason.NONE_OF_ANY)
    ]
    assert shown(bench, theme) == [  # nothing is kept yet
        "La télésurveillance progresse",
        "Le marché du samedi",
        "Téléconsultation en gare",
        "Jeu : gagnez une télésurveillance",
    ]


def test_the_words_found_are_shown_in_the_title(bench: WatchBench, theme: WatchList) -> None:
    row = bench.station.watch_lists.preview(theme.id, (), TELE).matched_rows[0]

    (span,) = row.spans
    assert row.title[slice(*span)] == "télésurveillance"


def test_a_forbidden_word_is_named_as_the_reason(bench: WatchBench, theme: WatchList) -> None:
    rule = Rule(any=TELE.any, none=terms("jeu"))

    missed = bench.station.watch_lists.preview(theme.id, (), rule).missed_rows

    assert [(row.reason, row.terms) for row in missed if row.title.startswith("Jeu")] == [
        (Reason.FORBIDDEN, terms("jeu"))
    ]


def test_a_rule_that_would_drop_everything_is_warned_of(bench: WatchBench, theme: WatchList) -> None:
    lists = bench.station.watch_lists

    assert lists.preview(theme.id, (), Rule(must=terms("zébrures"))).drops_everything
    fighting = lists.preview(theme.id, (), Rule(must=terms("potager"), none=terms("potager")))
    assert fighting.drops_everything
    assert [remark.kind for remark in fighting.remarks] == [RemarkKind.MUST_AND_NONE]


def test_a_list_that_is_not_there_yet_is_previewed_with_its_sources_to_be(
    bench: WatchBench, theme: WatchList
) -> None:
    preview = bench.station.watch_lists.preview(None, theme.sources[:1], TELE)

    assert (preview.matched, preview.missed) == (1, 1)


def test_without_any_stored_item_nothing_is_warned_of(bench: WatchBench) -> None:
    preview = bench.station.watch_lists.preview(None, (), TELE)

    assert (preview.looked_at, preview.drops_everything) == (0, False)


def test_what_arrives_is_seen_by_the_next_preview(bench: WatchBench, theme: WatchList) -> None:
    lists = bench.station.watch_lists
    lists.preview(theme.id, (), TELE)
    source = bench.station.watch_sources.get(theme.sources[0])
    bench.tell(source, "Encore la télésurveillance des plaies", ago=timedelta(0))
    bench.refresh()

    assert lists.preview(theme.id, (), TELE).matched == 4


# --- rules ---


def test_a_new_rule_holds_for_stored_items_and_for_those_to_come(bench: WatchBench, theme: WatchList) -> None:
    done = bench.station.watch_lists.set_rule(theme.id, TELE)
    assert done.value == 3

    source = bench.station.watch_sources.get(theme.sources[0])
    bench.tell(source, "Le marché du dimanche")
    bench.tell(source, "La téléconsultation du dimanche")
    bench.refresh()

    assert "Le marché du dimanche" not in shown(bench, theme)
    assert len(shown(bench, theme)) == 4
    assert bench.station.watch_lists.rule(theme.id) == TELE


def test_undo_brings_the_rule_before_back(bench: WatchBench, theme: WatchList) -> None:
    undone(bench.station.watch_lists.set_rule(theme.id, TELE))

    assert len(shown(bench, theme)) == 4
    assert bench.station.watch_lists.get(theme.id).rule == ""


def test_matching_anew_tells_how_far_it_is(bench: WatchBench, theme: WatchList) -> None:
    told: list[tuple[int, int]] = []

    bench.station.watch_lists.set_rule(theme.id, TELE, lambda done, total: told.append((done, total)))

    assert told[-1][0] == told[-1][1] > 0


def test_matching_that_was_broken_off_is_ended_later(bench: WatchBench, theme: WatchList) -> None:
    def break_off(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench.station.watch_lists.set_rule(theme.id, TELE, break_off)

    assert bench.restart().watch_lists.follow_all()
    assert len(shown(bench, theme)) == 3
    assert not bench.station.watch_lists.follow_all()


# --- lists ---


def test_lists_are_renamed_moved_and_filed(bench: WatchBench) -> None:
    lists = bench.station.watch_lists
    first, second, third = (lists.add(name).value.id for name in ("Un", "Deux", "Trois"))

    lists.rename(first, "  Premier ")
    done = lists.move(third, 0, ("Santé",))

    assert [(one.name, one.folder) for one in lists.all()] == [
        ("Trois", ("Santé",)),
        ("Premier", ()),
        ("Deux", ()),
    ]
    undone(done)
    assert [one.id for one in lists.all()] == [first, second, third]
    assert lists.get(third).folder == ()


def test_a_removed_list_comes_back_with_its_rule_its_sources_and_its_place(
    bench: WatchBench, theme: WatchList
) -> None:
    lists = bench.station.watch_lists
    lists.add("Après")
    lists.set_rule(theme.id, TELE)
    lists.set_retention(theme.id, Retention(10, None))

    done = lists.remove(theme.id)
    assert [one.name for one in lists.all()] == ["Après"]
    undone(done)

    back = lists.all()[0]
    assert (back.name, back.sources, back.retention) == ("Télémédecine", theme.sources, Retention(10, None))
    assert len(shown(bench, back)) == 3


def test_other_sources_bring_other_items(bench: WatchBench, theme: WatchList) -> None:
    done = bench.station.watch_lists.set_sources(theme.id, theme.sources[1:])

    assert len(shown(bench, theme)) == 2
    undone(done)
    assert len(shown(bench, theme)) == 4


def test_what_was_removed_meanwhile_is_passed_over_when_sources_come_back(
    bench: WatchBench, theme: WatchList
) -> None:
    done = bench.station.watch_lists.set_sources(theme.id, ())
    bench.station.watch_sources.remove(theme.sources[0])

    undone(done)

    assert bench.station.watch_lists.get(theme.id).sources == theme.sources[1:]


def test_a_rule_of_a_newer_program_shows_too_much_rather_than_nothing(
    bench: WatchBench, theme: WatchList
) -> None:
    from cmstation.storage.watch_lists import WatchLists

    WatchLists(bench.station.database).change(theme.id, rule='{"weather": "fine"}')

    assert bench.station.watch_lists.rule(theme.id) == Rule()
    assert bench.station.watch_lists.matchers() == {}
