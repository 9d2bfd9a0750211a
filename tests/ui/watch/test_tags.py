"""Tags in the watch: put on, taken off, looked for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from cmstation.domain.watch import Reading, StoryFilter
from cmstation.services.station import Station
from cmstation.ui.watch.tag_row import TagRow
from tests.ui.watch.watch_stage import WatchStage

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def row(stage: WatchStage) -> TagRow:
    return stage.tab.reading.tags


def stored(stage: WatchStage) -> tuple[str, ...]:
    """Return the tags of the item that is shown, as they are stored."""
    stage.settle()
    assert stage.tab.reading.item is not None
    return stage.station.watch_reading.item(stage.tab.reading.item).tags


def add(stage: WatchStage, *tags: str) -> None:
    """Open the field with the button, and type tags."""
    if row(stage).add.isVisible():
        stage.click(row(stage).add)
    for tag in tags:
        QTest.keyClicks(row(stage).field, tag)
        QTest.keyClick(row(stage).field, Qt.Key.Key_Return)


def click_chip(stage: WatchStage, tag: str, *, on_cross: bool) -> None:
    chip = next(one for one in row(stage).chips() if one.tag == tag)
    place = chip.cross().center() if on_cross else QPoint(6, chip.height() // 2)
    QTest.mouseClick(chip, LEFT, NO_KEY, place)
    stage.settle()


def hide_offers(stage: WatchStage) -> None:
    popup = row(stage).field.completer().popup()
    assert popup is not None
    popup.hide()


def test_tags_are_added_by_typing_and_the_keyboard_stays(stage: WatchStage) -> None:
    stage.click_story(1)

    add(stage, "edito", "  # a   relayer ")

    assert set(stored(stage)) == {"edito", "a relayer"}
    assert row(stage).tags == ("a relayer", "edito")
    assert [chip.text() for chip in row(stage).chips()] == ["a relayer", "edito"]
    assert row(stage).field.hasFocus()


def test_a_comma_ends_a_tag(stage: WatchStage) -> None:
    stage.click_story(1)
    stage.click(row(stage).add)

    QTest.keyClicks(row(stage).field, "congres,ARS,")

    assert set(stored(stage)) == {"ARS", "congres"}
    assert row(stage).field.text() == ""


def test_a_tag_is_written_as_it_was_before(stage: WatchStage) -> None:
    stage.click_story(1)

    add(stage, "A GARDER")

    assert stored(stage) == ("à garder",)


def test_known_tags_are_offered(stage: WatchStage) -> None:
    stage.click_story(1)
    stage.click(row(stage).add)

    QTest.keyClicks(row(stage).field, "gard")

    completer = row(stage).field.completer()
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "à garder"
    hide_offers(stage)
    completer.activated.emit("à garder")
    row(stage).field.setText("à garder")
    assert stored(stage) == ("à garder",)


def test_the_cross_takes_a_tag_off_and_the_words_do_not(stage: WatchStage) -> None:
    stage.click_story(1)
    add(stage, "un", "deux")
    assert set(stored(stage)) == {"un", "deux"}

    click_chip(stage, "un", on_cross=False)
    assert set(stored(stage)) == {"un", "deux"}
    click_chip(stage, "un", on_cross=True)
    assert stored(stage) == ("deux",)


def test_backspace_takes_the_last_tag_off(stage: WatchStage) -> None:
    stage.click_story(1)
    add(stage, "un", "deux")

    QTest.keyClicks(row(stage).field, "x")
    QTest.keyClick(row(stage).field, Qt.Key.Key_Backspace)
    assert set(stored(stage)) == {"un", "deux"}
    QTest.keyClick(row(stage).field, Qt.Key.Key_Backspace)

    assert stored(stage) == ("deux",)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_a_chip_is_taken_off_by_key_and_the_keyboard_stays_in_the_row(stage: WatchStage, key: Qt.Key) -> None:
    stage.click_story(1)
    add(stage, "un", "deux")
    stage.settle()
    stage.tab.activateWindow()  # the offers took the activity with them
    row(stage).chips()[0].setFocus(Qt.FocusReason.TabFocusReason)

    stage.press(key, row(stage).chips()[0])

    assert stored(stage) == ("un",)
    assert row(stage).chips()[0].hasFocus()


def test_tags_typed_in_haste_are_all_kept(stage: WatchStage) -> None:
    stage.click_story(1)
    wanted = [f"tag {number}" for number in range(8)]

    add(stage, *wanted)
    QTest.keyClick(row(stage).field, Qt.Key.Key_Backspace)

    assert stored(stage) == tuple(wanted[:-1])
    assert row(stage).tags == tuple(wanted[:-1])


def test_a_tag_can_be_taken_back(stage: WatchStage) -> None:
    stage.click_story(1)
    add(stage, "un")
    stage.settle()
    assert stage.told[-1].text == "Tag “un” added"

    stage.commands.undo()

    assert stored(stage) == ()
    assert row(stage).tags == ()


def test_a_tag_that_is_being_typed_goes_to_its_own_story(stage: WatchStage, station: Station) -> None:
    stage.click_story(1)
    item = stage.tab.reading.item
    assert item is not None
    stage.tab.reading.begin_tag()
    QTest.keyClicks(row(stage).field, "un")

    stage.click_story(2)
    stage.settle()

    assert station.watch_reading.item(item).tags == ("un",)
    assert stage.tab.reading.item != item
    assert stored(stage) == ()
    assert row(stage).field.isHidden()


def test_escape_leaves_the_field_and_adds_nothing(stage: WatchStage) -> None:
    stage.click_story(1)
    left: list[bool] = []
    stage.tab.reading.tags_left.connect(lambda: left.append(True))
    stage.tab.reading.begin_tag()
    QTest.keyClicks(row(stage).field, "un")
    hide_offers(stage)

    stage.press(Qt.Key.Key_Escape, row(stage).field)

    assert stored(stage) == ()
    assert row(stage).add.isVisible()
    assert left == [True]


def test_there_is_no_row_without_a_story(stage: WatchStage) -> None:
    stage.click_story(1)
    assert row(stage).isVisible()

    stage.search("xylophone")

    assert not row(stage).isVisible()
    stage.tab.reading.begin_tag()
    assert row(stage).field.isHidden()


# --- in the left column ---


def test_a_tag_shows_its_stories(stage: WatchStage, station: Station) -> None:
    stage.want(Reading.ALL)

    stage.go_to_place("à garder, 2")

    assert tuple(stage.model.keys) == tuple(station.watch_reading.keys(StoryFilter(tag="à garder")))
    assert len(stage.model.keys) == 2


def test_a_new_tag_comes_into_the_column_and_goes_with_its_last_use(stage: WatchStage) -> None:
    stage.click_story(1)

    add(stage, "edito")
    stage.settle()
    assert "edito, 1" in stage.place_words()
    click_chip(stage, "edito", on_cross=True)

    assert "edito, 1" not in stage.place_words()


def test_without_tags_there_is_no_heading(stage: WatchStage, station: Station) -> None:
    for story in station.watch_reading.keys(StoryFilter()):
        for item in station.watch_reading.story(story):
            if item.tags:
                stage.commands.run(lambda item=item: station.watch_reading.tag(item.id, ()))
    stage.settle()

    assert "Tags" not in stage.place_words()
