"""The expert board: asked, answered, corrected, withdrawn."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import DecisionKind
from cmstation.services.watch_unsent import UnsentAnswer, read
from tests.services.watch_bench import WatchBench, undone, watch_bench

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[WatchBench]:
    made = watch_bench(tmp_path / "clinic", NOW)
    yield made
    made.station.close()


def decision_of(bench: WatchBench, item: int) -> DecisionKind | None:
    decision = bench.station.watch_reading.item(item).decision
    return None if decision is None else decision.kind


def test_what_is_asked_waits_with_its_item_the_oldest_first(bench: WatchBench) -> None:
    first, second = bench.item("Un"), bench.item("Deux")
    board = bench.station.watch_board
    board.ask(second.id, "Est-ce vrai ?", "Dre Marchand", "Camille")
    bench.pass_time(HOUR)
    board.ask(first.id, "Et cela ?")

    rows = bench.restart().watch_board.waiting()

    assert [(row.item.title, row.opinion.question) for row in rows] == [
        ("Deux", "Est-ce vrai ?"),
        ("Un", "Et cela ?"),
    ]
    assert (rows[0].opinion.physician, rows[0].opinion.asked_by) == ("Dre Marchand", "Camille")
    assert decision_of(bench, first.id) is DecisionKind.PHYSICIANS
    assert bench.station.watch_reading.counts().physicians == 2


def test_an_answer_leaves_the_board_and_is_found_again(bench: WatchBench) -> None:
    item, board = bench.item("Un"), bench.station.watch_board
    asked = board.ask(item.id, "Est-ce vrai ?").value
    bench.pass_time(HOUR)

    board.answer(asked.id, "Oui, en précisant le cadre.", True, "Dr Nguyen")

    assert board.waiting() == ()
    assert board.answered(NOW + 2 * HOUR) == ()
    (row,) = board.answered(NOW)
    assert (row.opinion.answer, row.opinion.favourable, row.opinion.answered_at) == (
        "Oui, en précisant le cadre.",
        True,
        NOW + HOUR,
    )
    assert board.of_item(item.id) == (row.opinion,)


def test_a_corrected_answer_can_be_put_back(bench: WatchBench) -> None:
    board = bench.station.watch_board
    asked = board.ask(bench.item("Un").id, "Est-ce vrai ?").value
    before = board.answer(asked.id, "Oui.", True, "Dr Nguyen").value
    bench.pass_time(HOUR)

    undone(board.answer(asked.id, "Non.", False, "Dre Marchand"))

    (row,) = board.answered(NOW)
    assert row.opinion == before


def test_a_request_taken_back_leaves_the_story_undecided(bench: WatchBench) -> None:
    item, board = bench.item("Un"), bench.station.watch_board

    undone(board.ask(item.id, "Est-ce vrai ?"))

    assert board.waiting() == ()
    assert decision_of(bench, item.id) is None


def test_a_withdrawn_request_comes_back_as_it_was(bench: WatchBench) -> None:
    item, board = bench.item("Un"), bench.station.watch_board
    asked = board.ask(item.id, "Est-ce vrai ?", "Dre Marchand", "Camille").value
    bench.pass_time(HOUR)

    done = board.withdraw(asked.id)
    assert (board.waiting(), decision_of(bench, item.id)) == ((), None)
    undone(done)

    (row,) = board.waiting()
    assert (row.opinion.question, row.opinion.physician, row.opinion.asked_at) == (
        "Est-ce vrai ?",
        "Dre Marchand",
        NOW,
    )
    assert decision_of(bench, item.id) is DecisionKind.PHYSICIANS


def test_what_was_answered_is_not_withdrawn(bench: WatchBench) -> None:
    item, board = bench.item("Un"), bench.station.watch_board
    asked = board.ask(item.id, "Est-ce vrai ?").value
    board.answer(asked.id, "Oui.", None, "Dr Nguyen")

    with pytest.raises(NotFound):
        board.withdraw(asked.id)

    assert len(board.answered(NOW)) == 1
    assert decision_of(bench, item.id) is DecisionKind.PHYSICIANS


def test_an_answered_request_stays_when_its_asking_is_undone(bench: WatchBench) -> None:
    item, board = bench.item("Un"), bench.station.watch_board
    done = board.ask(item.id, "Est-ce vrai ?")
    board.answer(done.value.id, "Oui.", True, "Dr Nguyen")

    undone(done)

    assert len(board.answered(NOW)) == 1
    assert decision_of(bench, item.id) is None


def test_nothing_is_asked_about_an_item_that_is_gone(bench: WatchBench) -> None:
    with pytest.raises(NotFound):
        bench.station.watch_board.ask(99, "Est-ce vrai ?")


def test_a_first_answer_can_be_taken_back_and_is_half_written_again(bench: WatchBench) -> None:
    board = bench.station.watch_board
    asked = board.ask(bench.item("Un").id, "Est-ce vrai ?", "Dre Marchand").value

    undone(board.answer(asked.id, "Oui.", False, "Dr Nguyen"))

    (row,) = board.waiting()
    assert (row.opinion, board.answered(NOW)) == (asked, ())
    assert board.unsent() == {asked.id: UnsentAnswer("Oui.", "Dr Nguyen", False, judged=True)}


def test_an_answer_that_was_corrected_is_not_taken_off(bench: WatchBench) -> None:
    board = bench.station.watch_board
    asked = board.ask(bench.item("Un").id, "Est-ce vrai ?").value
    first = board.answer(asked.id, "Oui.", True, "Dr Nguyen")
    bench.pass_time(HOUR)
    board.answer(asked.id, "Non.", False, "Dr Nguyen")

    with pytest.raises(NotFound):
        undone(first)

    (row,) = board.answered(NOW)
    assert row.opinion.answer == "Non."


def test_a_request_is_reworded_and_put_back(bench: WatchBench) -> None:
    board = bench.station.watch_board
    asked = board.ask(bench.item("Un").id, "Est-ce vrai ?", "Dre Marchand").value

    done = board.reword(asked.id, "Est-ce sûr ?", "Dr Nguyen")
    (after,) = board.waiting()
    undone(done)

    assert (after.opinion.question, after.opinion.physician) == ("Est-ce sûr ?", "Dr Nguyen")
    assert board.waiting()[0].opinion == asked


def test_an_answered_request_is_not_reworded(bench: WatchBench) -> None:
    board = bench.station.watch_board
    asked = board.ask(bench.item("Un").id, "Est-ce vrai ?", "Dre Marchand").value
    done = board.reword(asked.id, "Est-ce sûr ?", "Dr Nguyen")
    board.answer(asked.id, "Oui.", True, "Dr Nguyen")

    with pytest.raises(NotFound):
        board.reword(asked.id, "Autre chose ?", "")
    with pytest.raises(NotFound):
        undone(done)

    assert board.answered(NOW)[0].opinion.question == "Est-ce sûr ?"


def test_a_half_written_answer_outlives_the_program_until_it_is_written_down(bench: WatchBench) -> None:
    asked = bench.station.watch_board.ask(bench.item("Un").id, "Est-ce vrai ?").value
    half = UnsentAnswer("Oui, mais", "Dr Nguyen")
    bench.station.watch_board.keep_unsent(asked.id, half)

    board = bench.restart().watch_board
    there = board.unsent()
    board.answer(asked.id, "Oui, mais pas seul.", None, "Dr Nguyen")

    assert there == {asked.id: half}
    assert board.unsent() == {}


def test_a_half_written_answer_comes_back_with_its_request(bench: WatchBench) -> None:
    board = bench.station.watch_board
    asked = board.ask(bench.item("Un").id, "Est-ce vrai ?").value
    half = UnsentAnswer("Oui, mais")
    board.keep_unsent(asked.id, half)

    done = board.withdraw(asked.id)
    board.keep_unsent(asked.id, half)
    gone = board.unsent()
    undone(done)

    assert gone == {}
    assert board.unsent() == {board.waiting()[0].opinion.id: half}


def test_what_is_damaged_in_the_settings_is_left_out() -> None:
    assert read({"x": ["", "", None, True], "1": ["", 3, None, True], "2": [], "3": None}) == {}
    assert read(None) == {}
    assert read({"4": ["a", "b", None, True]}) == {4: UnsentAnswer("a", "b", None, judged=True)}


def test_the_request_about_a_story_and_the_names_are_found(bench: WatchBench) -> None:
    board, first, second = bench.station.watch_board, bench.item("Un"), bench.item("Deux")
    board.ask(first.id, "Est-ce vrai ?", "Dre Marchand")
    bench.pass_time(HOUR)
    asked = board.ask(second.id, "Et cela ?", "Dr Nguyen").value

    found = board.of_story(second.story)
    bench.pass_time(HOUR)
    board.answer(asked.id, "Oui.", True, "Dr Petit")

    assert found is not None
    assert found.opinion == asked
    assert board.of_story(second.story) is None
    assert board.physicians() == ("Dr Petit", "Dre Marchand")
