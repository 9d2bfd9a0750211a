"""Searches that are kept, by hand and by key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from cmstation.domain.clock import FixedClock
from cmstation.domain.watch import Reading, SavedSearch, StoryFilter
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.ui.watch.dialogs.list_dialog import ListDialog
from cmstation.ui.watch.saved_searches import SearchNameDialog, name_of, to_keep
from tests.fakes.secret_box import SecretBox
from tests.ui.watch.watch_stage import WatchStage

KEPT = ["La clinique, cette semaine", "Télésurveillance", "À garder"]


def names(station: Station) -> list[str]:
    return [one.name for one in station.watch_reading.saved()]


def asked(stage: WatchStage) -> SearchNameDialog:
    """Return the dialog that asks for a name."""
    stage.settle()
    return next(one for one in stage.tab.findChildren(SearchNameDialog) if one.isVisible())


def answer(stage: WatchStage, name: str) -> None:
    """Type a name, and take it."""
    dialog = asked(stage)
    QTest.keyClicks(dialog.name, name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    stage.settle()
    stage.settle()


def keep(stage: WatchStage, words: str, name: str) -> None:
    stage.search(words)
    stage.tab.stories.save_search.trigger()
    answer(stage, name)


def go_by_key(stage: WatchStage, name: str, key: Qt.Key) -> None:
    """Choose a kept search, and press a key on it."""
    stage.go_to_place(name)
    stage.press(key, stage.tab.places.list)


# --- keeping ---


def test_saving_is_offered_only_while_something_is_searched(stage: WatchStage) -> None:
    pane, offered = stage.tab.stories, stage.tab.stories.search.actions()[-1]

    assert (pane.save_search.isEnabled(), offered.isVisible()) == (False, False)
    stage.search("tilleuls")
    assert (pane.save_search.isEnabled(), offered.isVisible()) == (True, True)
    pane.search.clear()
    assert (pane.save_search.isEnabled(), offered.isVisible()) == (False, False)
    stage.want(Reading.STARRED)
    assert (pane.save_search.isEnabled(), offered.isVisible()) == (True, True)


def test_a_search_is_kept_under_its_name_and_shown_at_once(stage: WatchStage, station: Station) -> None:
    stage.want(Reading.ALL)
    stage.search("telesurv tilleuls")
    found = tuple(stage.model.keys)

    stage.tab.stories.search.actions()[-1].trigger()
    assert asked(stage).name.text() == "telesurv tilleuls"
    answer(stage, "À nous")

    made = station.watch_reading.saved()[-1]
    assert made == SavedSearch(made.id, "À nous", StoryFilter(words="telesurv tilleuls"))
    assert "À nous" in stage.place_words()
    assert stage.tab.stories.search.text() == ""
    place = stage.tab.places.list.current_place()
    assert place is not None
    assert place.words == "À nous"
    assert tuple(stage.model.keys) == found


def test_the_place_and_the_choice_are_kept_with_the_words(stage: WatchStage, station: Station) -> None:
    stage.go_to_place("Télémédecine")
    stage.want(Reading.UNDECIDED)

    keep(stage, "remboursement", "Remboursement")

    chosen = next(one for one in station.watch_lists.all() if one.name == "Télémédecine")
    wanted = StoryFilter(frozenset({chosen.id}), reading=Reading.UNDECIDED, words="remboursement")
    assert station.watch_reading.saved()[-1].wanted == wanted


@pytest.mark.parametrize(
    ("looked_at", "own", "kept"),
    [
        (Reading.UNREAD, Reading.ALL, Reading.ALL),
        (Reading.UNREAD, Reading.UNREAD, Reading.UNREAD),
        (Reading.STARRED, Reading.ALL, Reading.STARRED),
        (Reading.REVIEW, Reading.REVIEW, Reading.REVIEW),
    ],
)
def test_unread_is_how_one_looks_and_is_not_kept(looked_at: Reading, own: Reading, kept: Reading) -> None:
    assert to_keep(StoryFilter(reading=looked_at, words="a"), own) == StoryFilter(reading=kept, words="a")


def test_a_search_without_words_is_called_after_its_choice() -> None:
    assert name_of(StoryFilter(reading=Reading.STARRED)) == "Starred"
    assert len(name_of(StoryFilter(words="a" * 200))) == 80


def test_a_search_needs_a_name(stage: WatchStage, station: Station) -> None:
    stage.search("tilleuls")
    stage.tab.stories.save_search.trigger()
    dialog = asked(stage)

    dialog.name.setText("  ")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    stage.settle()

    assert not dialog.keep.isEnabled()
    assert names(station) == KEPT
    dialog.reject()


def test_what_is_kept_can_be_taken_back(stage: WatchStage, station: Station) -> None:
    keep(stage, "tilleuls", "Chez nous")

    stage.commands.undo()
    stage.settle()

    assert names(station) == KEPT
    assert "Chez nous" not in stage.place_words()


def test_a_kept_search_survives_a_new_start(
    make_stage: Callable[[Station], WatchStage], tmp_path: Path, clock: FixedClock
) -> None:
    parts = Parts(clock=clock, secrets=SecretBox())
    first = open_station(tmp_path / "again", rehearsal=True, parts=parts)
    before = make_stage(first)
    keep(before, "tilleuls", "Chez nous")
    before.leave()
    first.close()

    again = open_station(tmp_path / "again", rehearsal=True, parts=parts)
    stage = make_stage(again)

    assert "Chez nous" in stage.place_words()
    stage.want(Reading.ALL)
    stage.go_to_place("Chez nous")
    assert tuple(stage.model.keys) == tuple(again.watch_reading.keys(StoryFilter(words="tilleuls")))
    again.close()


# --- renaming and removing ---


def test_f2_renames_a_kept_search(stage: WatchStage, station: Station) -> None:
    go_by_key(stage, "Télésurveillance", Qt.Key.Key_F2)
    assert asked(stage).name.selectedText() == "Télésurveillance"

    answer(stage, "À distance")

    assert names(station) == [KEPT[0], "À distance", KEPT[2]]
    assert "À distance" in stage.place_words()
    stage.commands.undo()
    stage.settle()
    assert names(station) == KEPT


def test_delete_removes_a_kept_search_which_can_be_taken_back(stage: WatchStage, station: Station) -> None:
    go_by_key(stage, "Télésurveillance", Qt.Key.Key_Delete)

    assert names(station) == [KEPT[0], KEPT[2]]
    assert stage.told[-1].text == "Search “Télésurveillance” removed"
    place = stage.tab.places.list.current_place()
    assert place is not None
    assert place.key == "reading-all"
    stage.commands.undo()
    stage.settle()
    assert names(station) == KEPT


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_F2])
@pytest.mark.parametrize("name", ["Everything", "For the review", "à garder, "])
def test_these_keys_do_nothing_elsewhere(stage: WatchStage, station: Station, key: Qt.Key, name: str) -> None:
    lists = station.watch_lists.all()

    go_by_key(stage, name, key)

    assert (names(station), station.watch_lists.all()) == (KEPT, lists)
    assert not stage.tab.findChildren(SearchNameDialog)


def test_delete_takes_a_list_away_and_gives_it_back(stage: WatchStage, station: Station) -> None:
    lists = station.watch_lists.all()

    go_by_key(stage, "Éthique", Qt.Key.Key_Delete)
    stage.settle()

    assert [one.name for one in lists if one not in station.watch_lists.all()] == ["Éthique"]
    stage.commands.undo()
    stage.settle()
    assert [one.name for one in station.watch_lists.all()] == [one.name for one in lists]


def test_f2_opens_a_list_to_be_changed(stage: WatchStage) -> None:
    go_by_key(stage, "Éthique", Qt.Key.Key_F2)
    stage.settle()

    (dialog,) = stage.tab.findChildren(ListDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_the_menu_of_a_kept_search_renames_and_removes(stage: WatchStage, station: Station) -> None:
    column = stage.tab.places.list
    stage.go_to_place("À garder")
    index = column.currentIndex()

    column.menu_wanted.emit(column.places.place(index), column.mapToGlobal(column.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Rename the search…", "Remove the search"]
    menu.actions()[1].trigger()
    menu.close()
    stage.settle()

    assert names(station) == KEPT[:2]
