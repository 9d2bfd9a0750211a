"""Answers: written down, corrected, taken back, and never lost while they are half written."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.services.watch_unsent import UnsentAnswer
from tests.fakes.secret_box import SecretBox
from tests.ui.watch.board.board_stage import BoardStage

HOSTILE = '<b>Oui</b><script>alert(1)</script><img src="file:///etc/passwd"> &amp;'


def test_the_board_shows_what_waits_and_what_was_answered(board: BoardStage) -> None:
    lines, first = board.lines(), board.waiting()[0]

    assert [line for line in lines if line.startswith("[")] == [
        "[Waiting 2]",
        "[Answered in the last 90 days 1]",
    ]
    assert lines[1].endswith("Waits since 04:42, Dre Hélène Marchand")
    assert "Favourable, Dr Paul Nguyen" in lines[-1]
    assert board.page.board.current() == first.id
    assert board.page.request.question.toPlainText() == first.question
    assert "Plaies chroniques" in board.page.article.toPlainText()


def test_an_answer_is_written_down_and_taken_back(board: BoardStage) -> None:
    first, second = board.waiting()

    board.write(board.page.answer.text, "Oui, avec la source.")
    board.judge(True)
    board.click(board.page.write)
    answered, shown = board.answered()[0], board.page.board.current()
    board.commands.undo()
    board.settle()

    assert (answered.id, answered.answer, answered.favourable) == (first.id, "Oui, avec la source.", True)
    assert answered.physician == "Dre Hélène Marchand"
    assert shown == second.id
    assert board.waiting() == [first, second]
    assert board.page.board.current() == first.id
    assert board.page.answer.answer() == UnsentAnswer(
        "Oui, avec la source.", "Dre Hélène Marchand", True, judged=True
    )


def test_what_is_missing_is_said_and_nothing_is_guessed(board: BoardStage) -> None:
    second = board.waiting()[1]
    board.click_request(second.id)
    page, told = board.page, list[str]()

    told.append(page.told.text())
    board.judge(False)
    told.append(page.told.text())
    board.write(page.answer.physician.lineEdit(), "Dr Petit")  # type: ignore[arg-type]
    told.append(page.told.text())
    enabled = page.write.isEnabled()
    board.write(page.answer.text, "Non.")

    assert told == [
        "Choose one of the three opinions.",
        "Say who answered.",
        "Write what the physician says.",
    ]
    assert not enabled
    assert page.write.isEnabled()


def test_an_answer_is_corrected_and_the_correction_taken_back(board: BoardStage) -> None:
    before = board.answered()[0]
    board.click_request(before.id)

    board.write(board.page.answer.text, "Plus : ")
    board.judge(None)
    board.click(board.page.write)
    after = board.answered()[0]
    board.commands.undo()
    board.settle()

    assert after.favourable is None
    assert after.answer is not None
    assert after.answer.startswith("Plus : ")
    assert board.answered() == [before]
    assert board.page.answer.text.toPlainText() == before.answer


def test_a_correction_can_be_given_up(board: BoardStage) -> None:
    before = board.answered()[0]
    board.click_request(before.id)

    board.write(board.page.answer.text, "Non. ")
    board.deeds.flush()
    board.settle()
    half = board.station.watch_board.unsent()
    board.click(board.page.put_back)

    assert set(half) == {before.id}
    assert board.page.answer.text.toPlainText() == before.answer
    assert board.station.watch_board.unsent() == {}


def test_a_half_written_answer_is_kept_when_one_goes_to_another_request(board: BoardStage) -> None:
    first, second = board.waiting()

    board.write(board.page.answer.text, "Oui, mais")
    board.judge(None)
    board.click_request(second.id)
    other = board.page.answer.text.toPlainText()
    board.click_request(first.id)

    assert other == ""
    assert board.page.answer.text.toPlainText() == "Oui, mais"
    assert board.page.answer.verdicts[None].isChecked()
    assert any(line.endswith("answer begun") for line in board.lines())


def test_a_half_written_answer_survives_a_kill_within_a_second(
    board: BoardStage, qtbot: QtBot, clock: FixedClock, make_board: Callable[[Station], BoardStage]
) -> None:
    first = board.waiting()[0]

    board.write(board.page.answer.text, "Oui, mais")
    with qtbot.waitSignal(board.page.answer.begun, timeout=1_000):
        pass
    board.settle()
    again = open_station(board.station.folder, rehearsal=True, parts=Parts(clock=clock, secrets=SecretBox()))
    reopened = make_board(again)
    text = reopened.page.answer.text.toPlainText()
    unsent = again.watch_board.unsent()
    again.close()

    assert text == "Oui, mais"
    assert unsent[first.id].text == "Oui, mais"


def test_what_is_being_written_stays_when_the_board_is_read_again(board: BoardStage) -> None:
    story = board.story()

    board.write(board.page.answer.text, "Oui, ma")
    board.station.watch_board.ask(board.station.watch_reading.story(story)[0].id, "Autre ?")
    board.deeds.begin()
    board.settle()
    board.write(board.page.answer.text, "is")

    assert board.page.answer.text.toPlainText() == "Oui, mais"
    assert board.lines()[0] == "[Waiting 3]"


def test_the_question_is_kept_as_one_types(board: BoardStage, qtbot: QtBot) -> None:
    first = board.waiting()[0]

    board.write(board.page.request.question, "Vite : ")
    with qtbot.waitSignal(board.page.request.written, timeout=1_000):
        pass
    board.settle()
    board.page.request.physician.setEditText("Dr Petit")
    board.deeds.flush()
    answers = board.page.answer.physician.name
    board.deeds.leave()
    board.settle()

    kept = board.waiting()[0]
    assert (kept.question, kept.physician) == (f"Vite : {first.question}", "Dr Petit")
    assert answers == "Dr Petit"
    assert board.left == [True]


def test_a_request_is_taken_back_and_put_back(board: BoardStage) -> None:
    first, second = board.waiting()

    board.click(board.page.withdraw)
    left = board.waiting()
    board.commands.undo()
    board.settle()

    assert left == [second]
    assert [one.question for one in board.waiting()] == [first.question, second.question]
    assert board.page.request.question.toPlainText() == first.question


def test_hostile_words_are_shown_as_they_are_written(board: BoardStage) -> None:
    story = board.story()
    board.ask(story, HOSTILE)
    row = board.station.watch_board.of_story(story)
    assert row is not None
    opinion = row.opinion.id
    board.begin(opinion)

    asked = board.page.request.question.toPlainText()
    board.station.watch_board.answer(opinion, HOSTILE, None, HOSTILE[:40])
    board.begin(opinion)

    assert asked == HOSTILE
    assert board.page.request.told.text() == HOSTILE
    assert board.page.request.told.textFormat() is Qt.TextFormat.PlainText
    assert board.page.answer.text.toPlainText() == HOSTILE
    assert board.page.answer.physician.name == HOSTILE[:40].strip()
    assert not board.page.answer.is_begun()


def test_a_request_answered_elsewhere_is_told_and_shown_as_it_is(board: BoardStage) -> None:
    first = board.waiting()[0]
    board.station.watch_board.answer(first.id, "Oui.", True, "Dr Petit")

    board.click(board.page.withdraw)

    assert board.told[-1].text == "This request was answered or taken back meanwhile."
    assert [one.answer for one in board.answered() if one.id == first.id] == ["Oui."]
    assert not board.page.withdraw.isVisible()
    assert board.page.answer.text.toPlainText() == "Oui."


def test_the_message_holds_the_question_and_the_article_and_nothing_of_the_clinic(
    board: BoardStage,
) -> None:
    row = board.station.watch_board.waiting()[0]
    board.station.watch_reading.note(row.item.id, "Budget confidentiel")

    board.click(board.page.copy)

    text = QGuiApplication.clipboard().text()
    assert text.startswith("Hello Dre Hélène Marchand,\n")
    for words in (row.opinion.question, row.item.title, row.item.source_name, row.item.link):
        assert words in text
    assert "confidentiel" not in text
    assert row.opinion.asked_by not in text
    assert board.told[-1].text.startswith("Copied")


def test_everything_can_be_done_by_the_keyboard(board: BoardStage) -> None:
    first, second = board.waiting()
    board.page.board.setFocus()

    board.press(Qt.Key.Key_Return)
    in_text = QApplication.focusWidget() is board.page.answer.text
    board.write(board.page.answer.text, "Oui.")
    board.press(Qt.Key.Key_Tab)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    answered = board.answered()[0]
    board.press(Qt.Key.Key_Delete)
    withdrawn = second.id not in [one.id for one in board.waiting()]
    board.press(Qt.Key.Key_Escape)

    assert in_text
    assert (answered.id, answered.answer, answered.favourable) == (first.id, "Oui.", True)
    assert withdrawn
    assert board.left == [True]


def test_every_field_and_button_has_a_name(board: BoardStage) -> None:
    page = board.page

    for part in (page.board, page.request.question, page.answer.text, page.leave, page.article):
        assert part.accessibleName()
    for choice in (page.request.physician, page.answer.physician):
        assert choice.accessibleName()
    for button in (page.copy, page.withdraw, page.write, *page.answer.verdicts.values()):
        assert button.text()


def test_empty_lists_say_what_will_be_there(
    make_board: Callable[[Station], BoardStage], bare_station: Station
) -> None:
    board = make_board(bare_station)

    assert board.lines() == [
        "[Waiting 0]",
        "(No request waits. In the watch, M asks for an opinion.)",
        "[Answered in the last 90 days 0]",
        "(Answers that you write down stay here, with their date.)",
    ]
    assert board.page.empty.isVisible()


def test_the_article_opens_in_the_browser(board: BoardStage) -> None:
    row = board.station.watch_board.waiting()[0]

    board.page.article.article_wanted.emit(row.item.id)

    assert board.addresses == [row.item.link]
