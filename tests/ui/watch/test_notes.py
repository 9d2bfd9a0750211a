"""The note on an item: written by itself, never lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmstation.domain.changes import Changes
from cmstation.services.station import Station
from tests.ui.watch.watch_stage import WatchStage


def write(stage: WatchStage, words: str) -> None:
    """Type into the note."""
    stage.tab.reading.note.setFocus()
    QTest.keyClicks(stage.tab.reading.note, words)


def note_of(station: Station, stage: WatchStage) -> str:
    assert stage.tab.reading.item is not None
    return station.watch_reading.item(stage.tab.reading.item).note


def test_a_note_is_kept_soon_after_it_was_written(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)

    write(stage, "To the director")
    with stage.qtbot.waitSignal(stage.tab.reading.note_written, timeout=5_000):
        pass
    stage.settle()

    assert note_of(station, stage) == "To the director"


def test_a_note_is_kept_when_one_goes_on(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)
    item = stage.tab.reading.item
    assert item is not None

    write(stage, "Before lunch")
    stage.press(Qt.Key.Key_J)

    assert station.watch_reading.item(item).note == "Before lunch"
    assert stage.tab.reading.item != item
    assert stage.tab.reading.note.toPlainText() == ""


def test_a_note_is_kept_when_the_window_asks_for_it(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)

    write(stage, "At the last moment")
    stage.tab.flush()
    stage.settle()

    assert note_of(station, stage) == "At the last moment"


def test_a_note_is_kept_when_the_story_is_decided(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)
    item = stage.tab.reading.item
    assert item is not None

    write(stage, "For the review")
    stage.press(Qt.Key.Key_G)

    assert station.watch_reading.item(item).note == "For the review"


def test_a_note_is_kept_when_another_place_is_looked_at(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)
    item = stage.tab.reading.item
    assert item is not None

    write(stage, "Somewhere else")
    stage.go_to_place("Later")
    stage.press(Qt.Key.Key_J)

    assert station.watch_reading.item(item).note == "Somewhere else"


def test_a_note_that_is_there_is_shown(stage: WatchStage) -> None:
    stage.search("stationnement")

    stage.click_story(0)

    (note,) = {item.note for item in stage.story() if item.note}
    assert note == "En parler au directeur avant la réunion de la mairie."
    assert stage.tab.reading.note.toPlainText() == note


def test_a_note_being_written_survives_what_changes_meanwhile(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)
    write(stage, "Half a th")

    stage.tab.look_again(Changes(watch=True))
    stage.settle()
    QTest.keyClicks(stage.tab.reading.note, "ought")
    stage.tab.flush()
    stage.settle()

    assert note_of(station, stage) == "Half a thought"


def test_a_note_written_before_the_keyboard_left_survives_what_changes(
    stage: WatchStage, station: Station
) -> None:
    stage.click_story(0)
    write(stage, "Not kept yet")
    stage.listed.setFocus()

    stage.tab.look_again(Changes(watch=True))
    stage.settle()
    stage.tab.flush()
    stage.settle()

    assert note_of(station, stage) == "Not kept yet"
    assert stage.tab.reading.note.toPlainText() == "Not kept yet"


def test_a_note_that_is_emptied_is_gone(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)
    write(stage, "Wrong")
    stage.tab.flush()
    stage.settle()

    stage.tab.reading.note.selectAll()
    QTest.keyClick(stage.tab.reading.note, Qt.Key.Key_Delete)
    stage.tab.flush()
    stage.settle()

    assert note_of(station, stage) == ""


def test_the_letters_of_a_note_decide_nothing(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)

    write(stage, "regmp")
    stage.tab.flush()
    stage.settle()

    assert all(item.decision is None for item in stage.story())
    assert note_of(station, stage) == "regmp"


def test_the_article_stays_where_it_was_scrolled_to_while_something_changes(
    stage: WatchStage, station: Station
) -> None:
    stage.tab.resize(1366, 360)
    stage.click_story(0)
    bar = stage.tab.reading.article.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    assert before > 0

    stage.press(Qt.Key.Key_S)
    stage.tab.look_again(Changes(watch=True))
    stage.settle()

    assert bar.value() == before


def test_a_new_look_of_the_window_keeps_place_and_words(stage: WatchStage) -> None:
    stage.search("tilleuls")
    stage.click_story(0)
    before = stage.shown_text()
    marks = len(stage.tab.reading.article.extraSelections())

    stage.tab.icons.theme.changed.emit()

    assert stage.shown_text() == before
    assert len(stage.tab.reading.article.extraSelections()) == marks > 0
