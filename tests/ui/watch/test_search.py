"""Searching the watch, with the words marked in the article."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmstation.domain.watch import Reading, StoryFilter
from cmstation.services.station import Station
from tests.ui.watch.watch_stage import WatchStage


def marked(stage: WatchStage) -> set[str]:
    """Return the words that are marked in the article."""
    selections = stage.tab.reading.article.extraSelections()
    return {one.cursor.selectedText() for one in selections}  # type: ignore[attr-defined]


def test_words_find_stories_whatever_their_accents(stage: WatchStage, station: Station) -> None:
    stage.want(Reading.ALL)

    stage.search("telesurv TILLEULS")

    wanted = tuple(station.watch_reading.keys(StoryFilter(words="telesurv tilleuls")))
    assert tuple(stage.model.keys) == wanted
    assert 0 < len(wanted) < 10


def test_a_search_is_made_once_the_person_stops_typing(stage: WatchStage) -> None:
    asked: list[str] = []
    stage.tab.stories.wanted.connect(lambda: asked.append(stage.tab.stories.words))

    stage.search("tilleuls")

    assert asked == ["tilleuls"]


def test_a_search_stays_within_the_place_and_the_choice(stage: WatchStage, station: Station) -> None:
    stage.go_to_place("Télémédecine")

    stage.search("remboursement")

    chosen = next(one for one in station.watch_lists.all() if one.name == "Télémédecine")
    wanted = StoryFilter(lists=frozenset({chosen.id}), reading=Reading.UNREAD, words="remboursement")
    assert stage.tab.looking.wanted() == wanted
    assert tuple(stage.model.keys) == tuple(station.watch_reading.keys(wanted))


def test_the_words_are_marked_in_title_and_text(stage: WatchStage) -> None:
    stage.want(Reading.ALL)
    stage.search("telesurv")

    stage.click_story(0)

    assert {words.casefold() for words in marked(stage)} == {"télésurveillance"}


def test_words_are_marked_only_where_a_word_begins_with_them(stage: WatchStage) -> None:
    stage.want(Reading.ALL)
    stage.search("in")

    stage.click_story(0)

    article = stage.tab.reading.article
    selections = article.extraSelections()
    begins = [one.cursor.selectionStart() for one in selections]  # type: ignore[attr-defined]
    assert begins
    before = [article.document().characterAt(begin - 1) for begin in begins]
    assert not any(sign.isalnum() for sign in before)


def test_the_words_of_a_lists_rule_are_marked(stage: WatchStage) -> None:
    stage.want(Reading.ALL)
    stage.go_to_place("Ma clinique")

    stage.click_story(0)

    assert any("Tilleuls" in words for words in marked(stage))


def test_nothing_is_marked_without_a_search(stage: WatchStage) -> None:
    stage.click_story(0)

    assert marked(stage) == set()


def test_a_search_without_result_says_what_to_try(stage: WatchStage) -> None:
    stage.search("xylophone")

    assert stage.tab.stories.nothing.isVisible()
    assert stage.tab.stories.nothing.text() == "No item has these words. Try fewer or shorter ones."


def test_escape_gives_the_stories_back(stage: WatchStage) -> None:
    stage.search("xylophone")

    with stage.qtbot.waitSignal(stage.tab.stories.wanted, timeout=5_000):
        QTest.keyClick(stage.tab.stories.search, Qt.Key.Key_Escape)
    stage.settle()

    assert tuple(stage.model.keys) == stage.stored(Reading.UNREAD)
    assert stage.listed.isVisible()


def test_the_window_leads_to_the_search_field(stage: WatchStage) -> None:
    stage.search("tilleuls")

    stage.tab.focus_search()

    assert stage.tab.stories.search.hasFocus()
    assert stage.tab.stories.search.selectedText() == "tilleuls"


def test_signs_that_mean_something_elsewhere_are_only_words(stage: WatchStage) -> None:
    for words in ('"', "%", "*", "OR", "a* NOT b", "-x", "'", "\\", "(", "tilleuls:"):
        stage.tab.stories.search.setText(words)
        stage.qtbot.waitUntil(lambda words=words: stage.tab.stories.words == words.strip())
        with stage.qtbot.waitSignal(stage.tab.stories.wanted, timeout=5_000):
            pass
        stage.settle()

    assert stage.told == []
