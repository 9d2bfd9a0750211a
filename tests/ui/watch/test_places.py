"""The left column: what stands where, and what opens a page of its own."""

from PySide6.QtCore import Qt

from cmstation.domain.watch import StoryFilter
from cmstation.services.station import Station
from cmstation.ui.watch.places import MOST_TAGS, Known, PlaceKind, PlaceWords, places, ranked_tags
from tests.ui.watch.watch_stage import WatchStage

WORDS = PlaceWords("all", "lists", "searches", "tags", "sources", "silent", "board", "press")


def pages(stage: WatchStage) -> list[PlaceKind]:
    """Note which pages are wanted from now on."""
    wanted: list[PlaceKind] = []
    stage.tab.looking.page_wanted.connect(wanted.append)
    return wanted


def test_only_the_most_used_tags_are_shown_the_most_used_first() -> None:
    counts = {f"t{number:02}": number for number in range(20)}

    shown = [one for one in places(Known(tags=ranked_tags(counts)), WORDS) if one.kind is PlaceKind.TAG]

    assert [one.count for one in shown] == list(range(19, 19 - MOST_TAGS, -1))
    assert shown[0].wanted == StoryFilter(tag="t19")
    assert ranked_tags({"été": 1, "zoo": 1, "eau": 1}) == (("eau", 1), ("été", 1), ("zoo", 1))


def test_the_board_and_the_reviews_stand_below_what_waits() -> None:
    found = places(Known(board=3), WORDS)

    assert [one.key for one in found[3:5]] == ["board", "press-reviews"]
    assert [(one.kind, one.count, one.wanted) for one in found[3:5]] == [
        (PlaceKind.BOARD, 3, None),
        (PlaceKind.PRESS, 0, None),
    ]


def test_a_page_of_its_own_leaves_the_stories_as_they_are(stage: WatchStage) -> None:
    stage.go_to_place("Éthique")
    wanted, keys, place = pages(stage), tuple(stage.model.keys), stage.tab.looking.place

    stage.go_to_place("Physicians’ opinions")
    stage.go_to_place("Press reviews")

    assert wanted == [PlaceKind.BOARD, PlaceKind.PRESS]
    assert tuple(stage.model.keys) == keys
    assert stage.tab.looking.place == place


def test_a_page_is_wanted_anew_by_another_click(stage: WatchStage) -> None:
    wanted = pages(stage)

    stage.go_to_place("Press reviews")
    stage.go_to_place("Press reviews")

    assert wanted == [PlaceKind.PRESS, PlaceKind.PRESS]


def test_the_arrows_pass_over_a_page_and_enter_opens_it(stage: WatchStage) -> None:
    column, wanted = stage.tab.places.list, pages(stage)
    stage.go_to_place("Later")

    stage.press(Qt.Key.Key_Down, column)
    stage.press(Qt.Key.Key_Down, column)
    assert wanted == []
    stage.press(Qt.Key.Key_Return, column)

    assert wanted == [PlaceKind.PRESS]


def test_a_page_stays_marked_while_the_column_changes_until_one_leaves_it(
    stage: WatchStage, station: Station
) -> None:
    column, wanted = stage.tab.places.list, pages(stage)
    stage.go_to_place("Éthique")
    stage.go_to_place("Press reviews")

    stage.commands.run(lambda: station.watch_lists.add("Sommeil"))
    stage.settle()
    place = column.current_place()
    assert place is not None
    assert place.kind is PlaceKind.PRESS
    assert wanted == [PlaceKind.PRESS]
    stage.tab.looking.leave_page()

    place = column.current_place()
    assert place is not None
    assert place.words == "Éthique"


def test_the_board_counts_the_requests_that_wait(stage: WatchStage, station: Station) -> None:
    before = len(station.watch_board.waiting())
    item = station.watch_reading.story(stage.stored()[0])[0].id

    stage.commands.run(lambda: station.watch_board.ask(item, "Est-ce juste ?"))
    stage.settle()

    assert f"Physicians’ opinions, {before + 1}" in stage.place_words()
