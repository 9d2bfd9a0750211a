"""The watch as it is read: order, pages, filters, search, rows, items and counts."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Counts, Decision, DecisionKind, Reading, StoryFilter
from cmstation.storage.database import Database
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_stories import WatchStories, place
from cmstation.storage.watch_story_counts import counts
from cmstation.storage.watch_story_items import plain
from cmstation.storage.watch_story_texts import StoredText
from tests.storage.station import DAY, HOUR, NOW
from tests.storage.test_search import HOSTILE
from tests.storage.watch_naively import TOLD, WANTED, Told, shelve
from tests.storage.watch_shelf import Shelf

ON_ONE_DATABASE = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WATCHES = st.lists(TOLD, max_size=12)


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(database)


@pytest.fixture
def stories(database: Database) -> WatchStories:
    return WatchStories(database)


@pytest.fixture
def marks(database: Database) -> WatchMarks:
    return WatchMarks(database)


@ON_ONE_DATABASE
@given(told=WATCHES, filters=st.lists(WANTED, min_size=1, max_size=8))
def test_a_filter_finds_what_a_naive_look_finds(
    database: Database, told: list[Told], filters: list[StoryFilter]
) -> None:
    with one_transaction(database) as joined:
        watch, stories = shelve(joined, told), WatchStories(joined)

        for places in filters:
            expected, wanted = watch.in_order(places), watch.filter(places)
            assert list(stories.keys(wanted)) == expected
            assert stories.count(wanted) == len(expected)
            assert [row.story for row in stories.page(wanted, None, 3)] == expected[:3]


@ON_ONE_DATABASE
@given(told=WATCHES)
def test_the_counts_are_those_of_a_naive_look(database: Database, told: list[Told]) -> None:
    with one_transaction(database) as joined:
        expected = shelve(joined, told).counts()

        with joined.readers.begin() as session:
            of_each_list = counts(session, few_unread=-1)
        assert WatchStories(joined).counts() == expected == of_each_list


@ON_ONE_DATABASE
@given(told=WATCHES, wanted=WANTED, most=st.integers(1, 5))
def test_pages_hold_every_story_once_even_of_one_moment(
    database: Database, told: list[Told], wanted: StoryFilter, most: int
) -> None:
    with one_transaction(database) as joined:
        wanted, stories = shelve(joined, told).filter(wanted), WatchStories(joined)
        seen: list[int] = []
        after: tuple[int, int] | None = None

        while page := stories.page(wanted, after, most):
            assert len(page) <= most
            seen += [row.story for row in page]
            after = place(page[-1])

        assert tuple(seen) == stories.keys(wanted)


def test_only_so_many_keys_are_given_as_are_asked_for(shelf: Shelf, stories: WatchStories) -> None:
    source = shelf.source()
    items = [shelf.item(source, at=NOW + hour * HOUR) for hour in range(4)]

    found = stories.keys(StoryFilter(), 2)

    assert found == (items[3], items[2])


def test_no_words_are_taken_for_a_query_language(shelf: Shelf, stories: WatchStories) -> None:
    shelf.item(shelf.source(), "Don du sang", "Venez jeudi")

    for words in HOSTILE:
        wanted = StoryFilter(words=words)
        assert stories.count(wanted) == len(stories.keys(wanted)) <= 1, words


def test_words_of_two_items_do_not_add_up(shelf: Shelf, stories: WatchStories) -> None:
    source = shelf.source()
    first = shelf.item(source, "La télémédecine")
    shelf.item(source, "Une enquête", story=first)

    assert stories.keys(StoryFilter(words="telemed enquete")) == ()
    assert stories.keys(StoryFilter(words="enquete")) == (first,)


def test_a_row_shows_the_best_item_and_names_the_other_sources(
    shelf: Shelf, stories: WatchStories, marks: WatchMarks
) -> None:
    wire, paper, third, best = (
        shelf.source("La dépêche"),
        shelf.source("Le Quotidien", own_title="Mon quotidien"),
        shelf.source("Le Courrier"),
        shelf.source("La HAS", standing=5),
    )
    first = shelf.item(wire, "On dit que", at=NOW, read=True)
    shelf.item(paper, "On le répète", at=NOW + HOUR, story=first, tags=["congrès"])
    shelf.item(paper, "On insiste", at=NOW + 2 * HOUR, story=first, tags=["congrès", "à relire"])
    shelf.item(third, "Encore", at=NOW + 3 * HOUR, story=first, starred=True)
    shown = shelf.item(best, "La recommandation", at=NOW + DAY, story=first)
    marks.decide(first, DecisionKind.REVIEW, NOW, "Anne")

    (row,) = stories.rows([first])

    assert (row.item, row.title, row.source, row.source_name) == (shown, "La recommandation", best, "La HAS")
    assert row.others == ("La dépêche", "Mon quotidien", "Le Courrier")
    assert (row.moment, row.count, row.unread, row.starred) == (NOW + DAY, 5, True, True)
    assert row.tags == ("congrès", "à relire")
    assert row.decision is DecisionKind.REVIEW


def test_a_row_of_one_item_is_complete(shelf: Shelf, stories: WatchStories) -> None:
    source = shelf.source(title="")
    item = shelf.item(source, "Seul", read=True)

    (row,) = stories.rows([item])

    assert (row.others, row.count, row.unread, row.decision) == ((), 1, False, None)
    assert row.source_name == "feed"


def test_rows_come_in_the_order_asked_for_without_what_is_gone(shelf: Shelf, stories: WatchStories) -> None:
    items = shelf.many(shelf.source(), 1_200)
    wanted = [items[5], 10**9, items[1_100], items[700], items[0]]

    found = stories.rows(wanted)

    assert [row.story for row in found] == [items[5], items[1_100], items[700], items[0]]
    assert len(stories.rows(items)) == 1_200
    assert stories.rows([]) == ()


def test_items_of_a_story_come_whole_and_the_best_first(
    shelf: Shelf, stories: WatchStories, marks: WatchMarks
) -> None:
    usual, best = shelf.source("Usuel"), shelf.source("Officiel", standing=1)
    late = shelf.item(usual, "Plus tard", at=NOW + HOUR, read=True)
    early = shelf.item(usual, "Plus tôt", at=NOW, story=late)
    html = "<p>Un <b>mot</b>&nbsp;: &lt;à lire&gt;</p><ul><li>a</li><li>b</li></ul>"
    official = shelf.item(best, "Officiel", at=NOW + DAY, story=late, html=html, tags=["congrès"])
    marks.note(official, "à citer")
    marks.decide(official, DecisionKind.LATER, NOW, "Anne")
    marks.decide(official, DecisionKind.DISMISS, NOW + HOUR, "Paul")

    found = stories.items(late)

    assert [item.id for item in found] == [official, early, late]
    assert found[0] == stories.get(official)
    assert (found[0].source_name, found[0].published, found[0].story) == ("Officiel", NOW + DAY, late)
    assert (found[0].html, found[0].text) == (html, "Un mot\xa0: <à lire>\na\nb")
    assert (found[0].tags, found[0].note) == (("congrès",), "à citer")
    assert found[0].decision == Decision(DecisionKind.DISMISS, NOW + HOUR, "Paul")
    assert (found[1].decision, found[1].read_at, found[2].read_at) == (None, None, NOW + HOUR)


def test_what_was_cleared_away_is_not_found(stories: WatchStories) -> None:
    with pytest.raises(NotFound):
        stories.get(7)
    with pytest.raises(NotFound):
        stories.items(7)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("un<br>deux<br/>trois", "un\ndeux\ntrois"),
        ('<p>Voir <a href="https://a.example/?x=1>2">la page</a>.</p>', "Voir la page."),
        ("<p>5 &lt; 7 &amp; 9 > 8</p>", "5 < 7 & 9 > 8"),
        ("<p>  a \n\n b\t c</p><p></p><p>d</p>", "a\nb c\nd"),
        ("a < b", "a < b"),
    ],
)
def test_clean_html_is_read_as_lines_of_words(html: str, text: str) -> None:
    assert plain(html) == text


def test_a_moment_keeps_its_microseconds(shelf: Shelf, stories: WatchStories) -> None:
    at = NOW + timedelta(microseconds=1)
    shelf.item(shelf.source(), at=at)

    (row,) = stories.page(StoryFilter(since=at, until=at + timedelta(microseconds=1)))

    assert row.moment == at
    assert stories.count(StoryFilter(since=at + timedelta(microseconds=1))) == 0
    assert stories.count(StoryFilter(until=at)) == 0


def test_the_tags_that_people_gave_are_listed_once(shelf: Shelf, stories: WatchStories) -> None:
    source = shelf.source()
    shelf.item(source, tags=["congrès", "chiffres"])
    shelf.item(source, tags=["congrès"])

    assert stories.tags() == ("chiffres", "congrès")


def test_unread_stories_are_counted_by_the_sources_that_tell_them(
    shelf: Shelf, stories: WatchStories
) -> None:
    told, read, silent = shelf.source(), shelf.source(), shelf.source()
    first = shelf.item(told)
    shelf.item(told, story=first)
    shelf.item(read, story=first, read=True)
    shelf.item(told)
    shelf.item(silent, read=True)

    assert stories.unread_by_source() == {told: 2}


def test_the_newest_texts_come_first_as_rules_compare_them(shelf: Shelf, stories: WatchStories) -> None:
    wanted, other = shelf.source("La Gazette"), shelf.source("Le Courrier")
    old = shelf.item(wanted, "Éthique", "L’équipe", at=NOW)
    elsewhere = shelf.item(other, at=NOW + HOUR)
    new = shelf.item(wanted, at=NOW + DAY, story=old)

    found = stories.newest_texts({wanted}, 10)

    assert [text.item for text in found] == [new, old]
    assert found[1] == StoredText(old, old, wanted, "La Gazette", "Éthique", NOW, "ethique\nl equipe")
    assert [text.item for text in stories.newest_texts(None, 2)] == [new, elsewhere]
    assert stories.newest_texts({wanted, *range(900, 950)}, 10) == found
    assert stories.newest_texts((), 10) == ()


def test_an_empty_watch_counts_nothing(stories: WatchStories) -> None:
    assert stories.counts() == Counts()
    assert stories.count(StoryFilter(reading=Reading.UNREAD)) == 0
