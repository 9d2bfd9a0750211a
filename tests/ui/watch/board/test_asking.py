"""Asking for an opinion: the dialog, and what it stores."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.watch.board.board_stage import BoardStage


def test_what_is_asked_waits_on_the_board_and_can_be_taken_back(board: BoardStage) -> None:
    before, story = board.waiting(), board.story()

    board.ask(story, "Est-ce solide ?", "Dre Roux")
    asked = [one for one in board.waiting() if one not in before]
    board.commands.undo()
    board.settle()

    assert [(one.question, one.physician) for one in asked] == [("Est-ce solide ?", "Dre Roux")]
    assert board.waiting() == before


def test_nothing_need_be_written_to_ask(board: BoardStage) -> None:
    story = board.story()

    board.ask(story, "")

    row = board.station.watch_board.of_story(story)
    assert row is not None
    assert (row.opinion.question, row.opinion.physician) == ("", "")
    assert any("any physician" in line for line in board.lines())


def test_a_request_that_waits_is_shown_again_and_changed(board: BoardStage) -> None:
    story = board.story()
    board.ask(story, "Est-ce solide ?", "Dre Roux")
    count = len(board.waiting())

    board.deeds.ask(story)
    board.settle()
    dialog = board.dialog()
    shown = (dialog.question.toPlainText(), dialog.physician.name, dialog.windowTitle())
    QTest.keyClicks(dialog.question, " Vraiment ?")
    board.click(dialog.ask)
    changed = board.station.watch_board.of_story(story)
    board.commands.undo()
    board.settle()
    back = board.station.watch_board.of_story(story)

    assert shown == ("Est-ce solide ?", "Dre Roux", "Change the request")
    assert len(board.waiting()) == count
    assert changed is not None
    assert changed.opinion.question == "Est-ce solide ? Vraiment ?"
    assert back is not None
    assert back.opinion.question == "Est-ce solide ?"


def test_asking_can_be_cancelled_by_the_keyboard(board: BoardStage) -> None:
    before = board.waiting()

    board.deeds.ask(board.story())
    board.settle()
    QTest.keyClick(board.dialog(), Qt.Key.Key_Escape)
    board.settle()

    assert board.waiting() == before


def test_names_that_were_used_are_offered(board: BoardStage) -> None:
    board.deeds.ask(board.story())
    board.settle()
    choice = board.dialog().physician
    names = [choice.itemText(place) for place in range(choice.count())]
    shown = choice.name
    board.dialog().reject()

    assert set(names) == {"Dre Hélène Marchand", "Dr Paul Nguyen"}
    assert shown == ""


def test_two_requests_wait_the_oldest_first(board: BoardStage) -> None:
    first, second = board.story(0), board.story(1)

    board.ask(first, "Un ?")
    board.ask(second, "Deux ?")

    assert [one.question for one in board.waiting()][-2:] == ["Un ?", "Deux ?"]
    assert board.lines()[0] == "[Waiting 4]"
