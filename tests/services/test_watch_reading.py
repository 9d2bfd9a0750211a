"""Reading: stories and their marks, search with highlights, what is added by hand, what goes in time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.media_errors import NotAPicture
from cmstation.domain.watch import Item, Reading, Retention, SourceTrouble, StoryFilter
from cmstation.domain.watch_networks import SourceUnread
from cmstation.domain.watch_rule_terms import terms
from cmstation.domain.watch_rules import Rule
from cmstation.domain.web_pages import WebPage
from cmstation.resource_files import resource
from cmstation.services.done import Done
from cmstation.services.watch_own_items import scanned_picture
from tests.services.watch_bench import WatchBench, undone, watch_bench

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
PAGE = "https://blog.example/article?utm_source=lettre"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[WatchBench]:
    made = watch_bench(tmp_path / "clinic", NOW)
    yield made
    made.station.close()


def pieces(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def with_words(words: str) -> StoryFilter:
    return StoryFilter(words=words)


# --- stories and marks ---


def test_stories_come_newest_first_with_their_rows_and_items(bench: WatchBench) -> None:
    bench.item("Hier", ago=DAY)
    bench.item("Tout à l’heure", ago=HOUR)
    reading = bench.station.watch_reading

    keys = reading.keys(StoryFilter())
    rows = reading.rows(keys)

    assert [row.title for row in rows] == ["Tout à l’heure", "Hier"]
    assert reading.count(StoryFilter()) == len(keys) == 2
    assert reading.story(keys[0])[0] == reading.item(rows[0].item)
    assert reading.counts().unread_in_all == 2


def test_what_was_read_by_mistake_is_unread_again_and_nothing_else(bench: WatchBench) -> None:
    first, second = bench.item("Un"), bench.item("Deux")
    reading = bench.station.watch_reading
    reading.set_read([first.story], True)
    bench.pass_time(HOUR)

    done = reading.read_all(StoryFilter())
    assert done.value == (second.story,)
    undone(done)

    assert [row.unread for row in reading.rows([first.story, second.story])] == [False, True]


def test_a_mark_that_changes_nothing_has_nothing_to_undo(bench: WatchBench) -> None:
    item = bench.item("Un")

    assert bench.station.watch_reading.set_read([item.story], False).undo is None


@pytest.mark.parametrize("mark", ["star", "tag", "note"])
def test_a_mark_is_kept_and_can_be_undone(bench: WatchBench, mark: str) -> None:
    item, reading = bench.item("Un"), bench.station.watch_reading
    steps = {
        "star": lambda: reading.star(item.id, True),
        "tag": lambda: reading.tag(item.id, ["à garder", "édito"]),
        "note": lambda: reading.note(item.id, "  En parler. "),
    }

    done = steps[mark]()

    after = done.value
    assert (after.starred, after.tags, after.note) == {
        "star": (True, (), ""),
        "tag": (False, ("à garder", "édito"), ""),
        "note": (False, (), "En parler."),
    }[mark]
    undone(done)
    assert reading.item(item.id) == item


def test_tags_are_listed_and_looked_for(bench: WatchBench) -> None:
    item, reading = bench.item("Un"), bench.station.watch_reading
    bench.item("Deux")
    reading.tag(item.id, ["édito"])

    assert reading.tags() == ("édito",)
    assert bench.titles(StoryFilter(tag="édito")) == ["Un"]


# --- search ---


def test_search_ignores_accents_and_finds_beginnings(bench: WatchBench) -> None:
    bench.item("La télésurveillance des cœurs", "Un essai près d’ici.")
    bench.item("Le marché")

    assert bench.titles(with_words("coeurs TELESURV")) == ["La télésurveillance des cœurs"]


def test_the_words_of_a_search_are_highlighted_in_title_and_text(bench: WatchBench) -> None:
    item = bench.item("La télésurveillance des cœurs", "Télésurveiller, c’est veiller. Le cœur suit.")

    found = bench.station.watch_reading.highlights(item.id, "coeur telesurv")

    assert pieces(item.title, found.title) == ["télésurveillance", "cœurs"]
    assert pieces(item.text, found.text) == ["Télésurveiller", "cœur"]


def test_what_a_rule_looks_for_is_highlighted(bench: WatchBench) -> None:
    item = bench.item("La Clinique des Tilleuls ouvre", "Une clinique, des tilleuls.")

    found = bench.station.watch_reading.highlights(item, Rule(any=terms('"clinique des tilleuls"')))

    assert pieces(item.title, found.title) == ["Clinique des Tilleuls"]


def test_an_empty_search_highlights_nothing(bench: WatchBench) -> None:
    item = bench.item("Un titre")

    assert bench.station.watch_reading.highlights(item, " … ").title == ()


def test_searches_are_kept_renamed_dropped_and_brought_back(bench: WatchBench) -> None:
    reading = bench.station.watch_reading
    wanted = StoryFilter(words="tilleuls", reading=Reading.UNREAD)
    first = reading.save(" La clinique ", wanted).value
    reading.save("Autre", StoryFilter(tag="édito"))

    reading.rename_saved(first.id, "Nous")
    done = reading.drop_saved(first.id)
    assert [one.name for one in reading.saved()] == ["Autre"]
    undone(done)

    assert [(one.name, one.wanted) for one in bench.restart().watch_reading.saved()] == [
        ("Nous", wanted),
        ("Autre", StoryFilter(tag="édito")),
    ]


# --- by hand ---


def paper(bench: WatchBench, **more: object) -> Done[Item]:
    fields = {
        "title": "Portrait",
        "medium": "Le Courrier",
        "day": date(2026, 10, 12),
        "text": "Une page.\n\nFin.",
    }
    return bench.station.watch_reading.add_paper(**{**fields, **more})  # type: ignore[arg-type]


def test_an_article_on_paper_is_read_and_found_like_any_other(bench: WatchBench) -> None:
    item = paper(bench, text="Les <b>tilleuls</b> & nous.\n\nFin.", summary="À garder.").value

    assert (item.source_name, item.origin, item.note) == ("Presse papier", "Le Courrier", "À garder.")
    assert item.text == "Les <b>tilleuls</b> & nous.\nFin."
    assert item.published == datetime(2026, 10, 12, 10, tzinfo=UTC)
    assert bench.titles(with_words("tilleul")) == ["Portrait"]
    assert bench.titles(with_words("courrier")) == ["Portrait"]


def test_todays_paper_is_not_of_the_future(bench: WatchBench) -> None:
    assert paper(bench, day=date(2026, 10, 13)).value.published == NOW
    assert paper(bench, title="Sans date", day=None).value.published is None


def test_two_articles_of_the_same_title_are_two_items(bench: WatchBench) -> None:
    first, second = paper(bench).value, paper(bench).value

    assert first.id != second.id


def test_a_scanned_page_is_kept_in_the_library_and_linked(bench: WatchBench) -> None:
    done = paper(bench, media=resource("rehearsal", "clinique.jpg"))

    picture = scanned_picture(done.value)
    assert picture is not None
    assert done.changes.media == {picture}
    assert bench.station.library.get(picture).file_name == "clinique.jpg"
    assert scanned_picture(paper(bench, title="Sans image").value) is None


def test_what_is_no_picture_is_refused_and_nothing_is_added(bench: WatchBench) -> None:
    with pytest.raises(NotAPicture):
        paper(bench, media=b"%PDF-1.7 ...")

    assert bench.titles() == []


def test_paper_shows_in_the_lists_that_look_at_it_and_follows_their_rules(bench: WatchBench) -> None:
    lists = bench.station.watch_lists
    source = bench.station.watch_sources.paper()
    made = lists.add("Presse papier", (), [source.id]).value
    lists.set_rule(made.id, Rule(any=terms("tilleuls")))

    paper(bench, text="Les tilleuls.")
    paper(bench, title="Autre", text="Les peupliers.")

    assert bench.titles(StoryFilter(lists=frozenset({made.id}))) == ["Portrait"]


def test_a_page_is_read_once_and_cleaned(bench: WatchBench) -> None:
    html = '<p onclick="alert(1)">Bonjour</p><script>alert(2)</script>'
    bench.world.pages[PAGE] = WebPage(PAGE, " Un article ", html, "Le blog", NOW + DAY)

    item = bench.station.watch_reading.add_page(f" {PAGE} ").value

    assert (item.title, item.origin, item.text) == ("Un article", "Le blog", "Bonjour")
    assert "alert" not in item.html
    assert item.published == NOW  # never of the future


def test_the_same_page_twice_is_one_item(bench: WatchBench) -> None:
    bench.world.pages[PAGE] = WebPage(PAGE, "Un article", "<p>Bonjour</p>")

    first = bench.station.watch_reading.add_page(PAGE).value
    again = bench.station.watch_reading.add_page(PAGE).value

    assert first.id == again.id
    assert first.origin == "blog.example"


def test_a_page_that_cannot_be_read_says_why_and_adds_nothing(bench: WatchBench) -> None:
    with pytest.raises(SourceUnread) as raised:
        bench.station.watch_reading.add_page("https://nowhere.example")

    assert raised.value.trouble is SourceTrouble.GONE
    assert bench.titles() == []


# --- what goes in time ---


def test_tidying_clears_what_no_list_keeps_and_leaves_what_has_a_mark(bench: WatchBench) -> None:
    made = bench.station.watch_lists.add("Gazette").value
    source = bench.source("gazette", made.id)
    for title in ("Vieux", "Vieux mais étoilé"):
        bench.tell(source, title)
    bench.refresh()
    bench.station.watch_lists.set_retention(made.id, Retention(10, 10))
    bench.station.watch_reading.star(bench.found("Vieux mais étoilé").id, True)
    bench.pass_time(11 * DAY)

    changes = bench.station.watch_reading.tidy()

    assert changes.watch
    assert bench.titles() == ["Vieux mais étoilé"]
    assert not bench.station.watch_reading.tidy()


def test_a_story_cleared_away_is_not_found(bench: WatchBench) -> None:
    with pytest.raises(NotFound):
        bench.station.watch_reading.story(12)
