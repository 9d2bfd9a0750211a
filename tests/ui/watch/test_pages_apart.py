"""The press review and the expert board, reached from the columns and left again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmstation.domain.watch import DecisionKind
from cmstation.services.station import Station
from cmstation.ui.watch.board.ask_dialog import AskDialog
from cmstation.ui.watch.places import PlaceKind
from cmstation.ui.watch.tab import WatchTab
from tests.ui.watch.watch_stage import WatchStage


def opened(stage: WatchStage, kind: PlaceKind) -> WatchTab:
    """Open a page as the left column does."""
    stage.tab.looking.page_wanted.emit(kind)
    stage.settle()
    return stage.tab


def test_a_page_takes_the_place_of_the_columns_and_gives_it_back(stage: WatchStage) -> None:
    for kind in (PlaceKind.BOARD, PlaceKind.PRESS):
        tab = opened(stage, kind)
        assert not tab.panes.isVisible()

        assert tab.apart is not None
        tab.apart.leave()
        stage.settle()

        assert tab.panes.isVisible()
        assert stage.model.keys


def test_an_alert_leaves_the_page_for_its_story(stage: WatchStage) -> None:
    story = stage.model.keys[2]
    tab = opened(stage, PlaceKind.PRESS)

    tab.show_stories((story,))
    stage.settle()

    assert tab.panes.isVisible()
    assert tab.looking.story == story


def test_shift_m_asks_a_question_about_the_story(stage: WatchStage, station: Station, qtbot: QtBot) -> None:
    stage.click_story(1)
    listed, story = stage.listed, stage.listed.current_story()
    asked = len(station.watch_board.waiting())

    QTest.keyClick(listed, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(stage.tab.findChildren(AskDialog)))
    dialog = stage.tab.findChildren(AskDialog)[0]
    dialog.question.setPlainText("Pour nous ?")
    dialog.ask.click()
    stage.settle()

    assert story is not None
    assert "Pour nous ?" in [row.opinion.question for row in station.watch_board.waiting()]
    assert len(station.watch_board.waiting()) == asked + 1
    assert decision(station, story) is DecisionKind.PHYSICIANS


def decision(station: Station, story: int) -> DecisionKind | None:
    """Return what was decided about a story."""
    (row,) = station.watch_reading.rows([story])
    return row.decision
