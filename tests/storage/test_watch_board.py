"""The expert board: what waits for a physician's opinion, and what was answered."""

import pytest
from sqlalchemy import select

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Opinion
from cmstation.storage.database import Database
from cmstation.storage.records_watch import WatchItemRecord
from cmstation.storage.watch_board import WatchBoard
from tests.storage.station import DAY, HOUR, NOW
from tests.storage.watch_shelf import Shelf


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(database)


@pytest.fixture
def board(database: Database) -> WatchBoard:
    return WatchBoard(database)


def kept(shelf: Shelf, item: int) -> bool:
    with shelf.database.readers.begin() as session:
        return session.scalars(select(WatchItemRecord.kept).where(WatchItemRecord.id == item)).one()


def test_a_request_waits_until_it_is_answered(shelf: Shelf, board: WatchBoard) -> None:
    item = shelf.item(shelf.source())

    asked = board.ask(item, "Peut-on le dire ?", NOW, who="Anne", physician="Dr Petit")
    waiting = board.waiting()
    answered = board.answer(asked.id, "Oui, avec la source.", NOW + DAY, physician="Dr Roux", favourable=True)

    assert asked == Opinion(asked.id, item, "Peut-on le dire ?", NOW, "Anne", "Dr Petit")
    assert waiting == (asked,)
    assert board.waiting() == ()
    assert (answered.answer, answered.favourable) == ("Oui, avec la source.", True)
    assert (answered.physician, answered.answered_at) == ("Dr Roux", NOW + DAY)
    assert board.get(asked.id) == answered


def test_a_physician_may_correct_an_answer_and_need_not_judge(shelf: Shelf, board: WatchBoard) -> None:
    asked = board.ask(shelf.item(shelf.source()), "", NOW)
    board.answer(asked.id, "Oui", NOW + HOUR, physician="Dr Roux", favourable=True)

    board.answer(asked.id, "À discuter", NOW + DAY, physician="Dr Roux")

    found = board.get(asked.id)
    assert (found.answer, found.favourable, found.answered_at) == ("À discuter", None, NOW + DAY)


def test_the_oldest_request_and_the_newest_answer_come_first(shelf: Shelf, board: WatchBoard) -> None:
    item, other = (shelf.item(source) for source in (shelf.source(), shelf.source()))
    late, early, third, fourth = (board.ask(item, "", NOW + hour * HOUR) for hour in (1, 0, 2, 3))
    elsewhere = board.ask(other, "", NOW + 9 * HOUR)

    waiting = [one.id for one in board.waiting()]
    for hour, one in ((10, late), (12, early), (11, third)):
        board.answer(one.id, "Oui", NOW + hour * HOUR, physician="Dr Roux")

    assert waiting == [early.id, late.id, third.id, fourth.id, elsewhere.id]
    assert [one.id for one in board.answered(NOW + 11 * HOUR)] == [early.id, third.id]
    assert [one.id for one in board.of_item(item)] == [early.id, late.id, third.id, fourth.id]


def test_what_nobody_answered_can_be_withdrawn(shelf: Shelf, board: WatchBoard) -> None:
    item = shelf.item(shelf.source())
    asked, answered = board.ask(item, "", NOW), board.ask(item, "", NOW)
    board.answer(answered.id, "Non", NOW + HOUR, physician="Dr Roux", favourable=False)

    board.withdraw(asked.id)

    assert board.of_item(item) == (board.get(answered.id),)
    with pytest.raises(NotFound):
        board.withdraw(answered.id)
    with pytest.raises(NotFound):
        board.get(asked.id)


def test_an_item_is_kept_as_long_as_it_is_on_the_board(shelf: Shelf, board: WatchBoard) -> None:
    item = shelf.item(shelf.source())

    asked = board.ask(item, "", NOW)
    during = kept(shelf, item)
    board.withdraw(asked.id)

    assert during
    assert not kept(shelf, item)


def test_nothing_is_asked_about_what_was_cleared_away(board: WatchBoard) -> None:
    with pytest.raises(NotFound):
        board.ask(7, "", NOW)
    with pytest.raises(NotFound):
        board.answer(7, "Oui", NOW, physician="Dr Roux")


def test_a_request_is_reworded_as_long_as_it_waits(shelf: Shelf, board: WatchBoard) -> None:
    asked = board.ask(shelf.item(shelf.source()), "Peut-on le dire ?", NOW, physician="Dr Petit")

    told = board.reword(asked.id, "Est-ce sûr ?", "Dr Roux")
    board.answer(asked.id, "Oui", NOW + HOUR, physician="Dr Roux")

    assert (told.question, told.physician) == ("Est-ce sûr ?", "Dr Roux")
    with pytest.raises(NotFound):
        board.reword(asked.id, "Trop tard ?", "")


def test_an_answer_goes_only_while_it_is_the_last_one(shelf: Shelf, board: WatchBoard) -> None:
    asked = board.ask(shelf.item(shelf.source()), "", NOW, physician="Dr Petit")
    board.answer(asked.id, "Oui", NOW + HOUR, physician="Dr Roux", favourable=True)

    with pytest.raises(NotFound):
        board.unanswer(asked.id, NOW, "Dr Petit")
    board.unanswer(asked.id, NOW + HOUR, "Dr Petit")

    assert board.waiting() == (asked,)


def test_the_names_are_listed_once_the_last_one_first(shelf: Shelf, board: WatchBoard) -> None:
    item = shelf.item(shelf.source())
    for hour, name in ((3, "Dr Petit"), (1, "Dr Roux"), (2, ""), (0, "Dr Petit")):
        board.ask(item, "", NOW + hour * HOUR, physician=name)

    assert board.physicians() == ("Dr Petit", "Dr Roux")
