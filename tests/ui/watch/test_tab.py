"""The watch as a person uses it: places, stories, reading."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog

from cmstation.domain.changes import Changes
from cmstation.domain.watch import DecisionKind, Reading, Retention, StoryFilter
from cmstation.services.station import Station
from tests.ui.watch.watch_stage import WatchStage

MakeStage = Callable[[Station], WatchStage]
FIRST = "La Clinique des Tilleuls ouvre une consultation de télésurveillance pour les insuffisants cardiaques"
SECOND = "Remboursement de la téléconsultation : ce qui change"
PHYSICIAN = "Médecins suivis"


# --- places ---


def test_it_opens_on_what_is_unread_of_everything(stage: WatchStage) -> None:
    assert stage.tab.looking.wanted() == StoryFilter(reading=Reading.UNREAD)
    assert stage.titles()[:2] == [FIRST, SECOND]
    assert len(stage.titles()) == 28
    assert stage.tab.places.morning.text() == "Morning watch · 28"
    assert stage.tab.places.freshness.text() == "28 source(s) · read 09:29"


def test_the_left_column_says_what_waits_where(stage: WatchStage, station: Station) -> None:
    counts = station.watch_reading.counts()

    words = stage.place_words()

    assert words[:6] == [
        "Everything, 28",
        f"For the review, {counts.review}",
        f"Later, {counts.later}",
        f"Physicians’ opinions, {len(station.watch_board.waiting())}",
        "Press reviews",
        "Lists",
    ]
    assert {"Télémédecine, 3", "Éthique, 7", "Presse papier"} <= set(words)
    assert words.index("Santé numérique") < words.index("Télémédecine, 3")
    assert words[words.index("Saved searches") + 1 :] == [
        "La clinique, cette semaine",
        "Télésurveillance",
        "À garder",
        "Tags",
        "à garder, 2",
        "droit à l’image, 1",
        "télésurveillance, 1",
        "Sources",
        "1 silent source(s)",
    ]


def test_each_folder_stands_once_above_its_lists(stage: WatchStage) -> None:
    words = stage.place_words()

    assert [words.count(name) for name in ("Santé numérique", "Engagements", "Agences")] == [1, 1, 1]


@pytest.mark.parametrize("name", [PHYSICIAN, "Éthique", "Presse papier"])
def test_a_list_shows_its_own_stories(stage: WatchStage, station: Station, name: str) -> None:
    stage.want(Reading.ALL)
    chosen = next(one for one in station.watch_lists.all() if one.name == name)

    stage.go_to_place(name)

    wanted = tuple(station.watch_reading.keys(StoryFilter(lists=frozenset({chosen.id}))))
    assert tuple(stage.model.keys) == wanted
    assert 0 < len(wanted) < len(stage.stored())


def test_a_kept_search_shows_what_it_finds(stage: WatchStage, station: Station) -> None:
    stage.want(Reading.ALL)

    stage.go_to_place("Télésurveillance")

    assert tuple(stage.model.keys) == tuple(station.watch_reading.keys(StoryFilter(words="telesurveill")))


def test_what_waits_somewhere_is_shown_read_or_not(stage: WatchStage) -> None:
    assert stage.tab.stories.choice is Reading.UNREAD

    stage.go_to_place("For the review")

    assert tuple(stage.model.keys) == stage.stored(Reading.REVIEW)


def test_the_keyboard_steps_over_headings(stage: WatchStage) -> None:
    column = stage.tab.places.list
    stage.go_to_place("Press reviews")

    stage.press(Qt.Key.Key_Down, column)

    place = column.places.place(column.currentIndex())
    assert place is not None
    assert place.wanted is not None
    assert stage.tab.looking.place == place


def test_a_place_stays_chosen_when_lists_come_and_go(stage: WatchStage, station: Station) -> None:
    stage.go_to_place("Éthique")

    stage.commands.run(lambda: station.watch_lists.add("Sommeil"))
    stage.settle()

    assert "Sommeil" in stage.place_words()
    assert stage.tab.looking.place is not None
    assert stage.tab.looking.place.words == "Éthique"
    current = stage.tab.places.list.places.place(stage.tab.places.list.currentIndex())
    assert current is not None
    assert current.words == "Éthique"


def test_a_list_that_is_removed_gives_everything_back(stage: WatchStage, station: Station) -> None:
    chosen = next(one for one in station.watch_lists.all() if one.name == "Éthique")
    stage.go_to_place("Éthique")

    stage.commands.run(lambda: station.watch_lists.remove(chosen.id))
    stage.settle()

    assert stage.tab.looking.place is not None
    assert stage.tab.looking.place.words == "Everything"
    assert tuple(stage.model.keys) == stage.stored(Reading.UNREAD)


def test_figures_follow_without_moving_the_place(stage: WatchStage, station: Station) -> None:
    stage.go_to_place("Éthique")

    stage.commands.run(lambda: station.watch_lists.set_retention(1, Retention(days=30)))
    stage.commands.run(lambda: station.watch_reading.read_all(StoryFilter()))
    stage.settle()

    assert stage.place_words()[0] == "Everything"
    assert "Éthique" in stage.place_words()
    assert stage.tab.places.morning.text() == "Morning watch"


# --- which stories ---


def test_everything_is_shown_when_it_is_chosen(stage: WatchStage) -> None:
    stage.want(Reading.ALL)

    assert tuple(stage.model.keys) == stage.stored()
    assert len(stage.model.keys) == 83


def test_starred_and_undecided_stories_can_be_chosen(stage: WatchStage) -> None:
    stage.want(Reading.STARRED)
    assert tuple(stage.model.keys) == stage.stored(Reading.STARRED)

    stage.want(Reading.UNDECIDED)
    assert tuple(stage.model.keys) == stage.stored(Reading.UNDECIDED)


# --- walking ---


def test_arrows_and_letters_walk_through_the_stories(stage: WatchStage) -> None:
    titles = stage.titles()
    steps = (Qt.Key.Key_Down, Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_Up, Qt.Key.Key_End)
    seen: list[str] = []

    for key in steps:
        stage.press(key)
        seen.append(stage.listed.currentIndex().data())

    assert seen == [titles[at] for at in (0, 1, 2, 1, 0, -1)]


def test_the_story_that_one_is_on_can_be_read(stage: WatchStage) -> None:
    stage.click_story(0)

    text = stage.shown_text()
    assert text.startswith("Le Courrier du Val")
    assert FIRST in text
    assert "Quarante patients du canton" in text
    assert "The same news elsewhere" in text
    assert "La Clinique des Tilleuls lance la télésurveillance cardiaque" in text


def test_walking_on_at_once_ends_at_the_last_story(stage: WatchStage) -> None:
    for _ in range(6):
        QTest.keyClick(stage.listed, Qt.Key.Key_J)
    stage.settle()

    assert stage.listed.currentIndex().row() == 5
    assert stage.tab.looking.items[0].story == stage.listed.current_story()
    assert stage.titles()[5] in stage.shown_text()


def test_the_day_of_the_uppermost_story_stands_above_the_list(stage: WatchStage) -> None:
    assert stage.tab.stories.stories.line.text() == "Today"

    stage.press(Qt.Key.Key_End)
    stage.listed.scrollToBottom()
    stage.settle()

    assert stage.tab.stories.stories.line.text() == "Yesterday"


def test_a_read_story_is_marked_and_counted(stage: WatchStage) -> None:
    stage.press(Qt.Key.Key_J)

    row = stage.model.row(stage.listed.currentIndex())
    assert row is not None
    assert not row.unread
    assert stage.place_words()[0] == "Everything, 27"


def test_nobody_has_come_to_a_story_because_the_list_has_the_keyboard(stage: WatchStage) -> None:
    stage.tab.stories.search.setFocus()

    stage.tab.take_keyboard()
    stage.settle()

    assert stage.listed.hasFocus()
    assert stage.listed.current_story() is None
    assert stage.place_words()[0] == "Everything, 28"


# --- leaving for the browser ---


def test_a_double_click_enter_and_o_open_the_article_in_the_browser(stage: WatchStage) -> None:
    stage.click_story(0)
    link = stage.story()[0].link
    place = stage.listed.visualRect(stage.model.index(0)).center()

    QTest.mouseDClick(stage.listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    stage.press(Qt.Key.Key_Return)
    stage.press(Qt.Key.Key_O)

    assert stage.browser.opened == [link] * 3


def test_o_pressed_at_once_after_walking_opens_the_story_one_is_on(stage: WatchStage) -> None:
    stage.click_story(0)
    QTest.keyClick(stage.listed, Qt.Key.Key_J)
    QTest.keyClick(stage.listed, Qt.Key.Key_O)
    stage.settle()

    assert stage.browser.opened == [stage.story()[0].link]
    assert stage.listed.currentIndex().row() == 1


# --- marks ---


def test_s_gives_a_star_and_takes_it_away(stage: WatchStage) -> None:
    stage.click_story(1)

    stage.press(Qt.Key.Key_S)
    assert any(item.starred for item in stage.story())
    stage.press(Qt.Key.Key_S)

    assert not any(item.starred for item in stage.story())


def test_u_leaves_a_story_unread_also_when_something_else_changes(stage: WatchStage) -> None:
    stage.click_story(1)
    stage.press(Qt.Key.Key_U)
    row = stage.model.row(stage.listed.currentIndex())
    assert row is not None
    assert row.unread

    stage.press(Qt.Key.Key_S)

    row = stage.model.row(stage.listed.currentIndex())
    assert row is not None
    assert row.unread


# --- hidden, shown, empty ---


def test_a_hidden_watch_looks_again_only_when_it_is_shown(stage: WatchStage, station: Station) -> None:
    stage.tab.hide()
    stage.commands.run(lambda: station.watch_reading.read_all(StoryFilter()))
    stage.settle()
    assert stage.place_words()[0] == "Everything, 28"

    stage.tab.show()
    stage.settle()

    assert stage.place_words()[0] == "Everything"
    assert stage.model.rowCount() == 0


def test_what_is_no_concern_of_the_watch_is_not_looked_at(stage: WatchStage) -> None:
    stage.tab.look_again(Changes(posts=frozenset({1})))

    assert not stage.commands.jobs.busy


def test_everything_read_says_how_to_see_it_again(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)
    stage.want(Reading.UNREAD)
    stage.commands.run(lambda: station.watch_reading.read_all(StoryFilter()))
    stage.settle()

    stage.go_to_place("Éthique")

    assert stage.tab.stories.nothing.isVisible()
    assert "Choose “Everything”" in stage.tab.stories.nothing.text()
    assert stage.shown_text() == ""
    assert not stage.tab.reading.relay.isEnabled()
    assert not stage.tab.reading.note.isVisible()


def test_a_clinic_that_watches_nothing_is_invited_to(make_stage: MakeStage, bare_station: Station) -> None:
    stage = make_stage(bare_station)

    assert stage.tab.empty.isVisible()
    button = stage.tab.empty.button
    assert button is not None
    assert button.text() == "Add a source"
    assert not stage.listed.isVisible()


def test_lists_of_another_reader_can_be_brought_at_once(
    make_stage: MakeStage, bare_station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = make_stage(bare_station)
    asked: list[str] = []

    def choose(*words: str) -> tuple[str, str]:
        asked.append(words[1])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)

    stage.click(stage.tab.bring)

    assert asked == ["Import sources"]


def test_the_first_source_brings_the_columns(make_stage: MakeStage, bare_station: Station) -> None:
    stage = make_stage(bare_station)

    stage.commands.run(lambda: bare_station.watch_lists.add("Éthique"))
    stage.settle()

    assert stage.listed.isVisible() or stage.tab.stories.nothing.isVisible()
    assert not stage.tab.empty.isVisible()


# --- the post that a story became ---


def test_showing_a_post_reads_the_story_it_was_made_of(stage: WatchStage, station: Station) -> None:
    story = stage.model.keys[4]
    done = station.watch_morning.decide(story, DecisionKind.RELAY)
    (post,) = done.value.posts
    stage.click_story(0)

    stage.tab.show_post(post)
    stage.settle()

    assert stage.tab.looking.items[0].story == story
    stage.click(stage.tab.reading.keep)
    decision = station.watch_reading.story(story)[0].decision
    assert decision is not None
    assert decision.kind is DecisionKind.REVIEW


# --- the models ---


def test_the_models_obey_qt(stage: WatchStage) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (stage.model, stage.tab.places.list.places)
    ]

    stage.want(Reading.ALL)
    stage.go_to_place("Éthique")
    stage.press(Qt.Key.Key_J)
    stage.press(Qt.Key.Key_E)
    stage.go_to_place("Everything")

    assert len(testers) == 2
