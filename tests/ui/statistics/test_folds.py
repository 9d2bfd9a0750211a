"""Rows that unfold: made while they are seen, a few in each turn of the loop."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.statistics import folds
from cmstation.ui.statistics.folds import LazyFold


class Rows:
    """Makes rows, and remembers how many were asked for."""

    def __init__(self, words: str = "a") -> None:
        self.words = words
        self.made = 0

    def __call__(self) -> Iterator[QWidget]:
        words = self.words
        for number in range(20):
            self.made += 1
            yield QLabel(f"{words}{number}")


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def fold(qtbot: QtBot, rows: Rows) -> LazyFold:
    made = LazyFold(rows)
    qtbot.addWidget(made)
    return made


def shown(fold: LazyFold) -> list[str]:
    column = fold.layout()
    assert column is not None
    found = (column.itemAt(place) for place in range(column.count()))
    return [item.widget().text() for item in found if item is not None]  # type: ignore[attr-defined]


def all_made(fold: LazyFold, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not fold.under_way)


def test_nothing_is_made_before_it_is_seen(fold: LazyFold, rows: Rows) -> None:
    fold.renew()

    assert rows.made == 0


def test_all_rows_come_in_their_order(fold: LazyFold, qtbot: QtBot) -> None:
    fold.show()
    all_made(fold, qtbot)

    assert shown(fold) == [f"a{number}" for number in range(20)]


def test_a_turn_makes_a_few_and_lets_the_window_answer(
    fold: LazyFold, rows: Rows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folds, "_TURN_S", -1.0)

    fold.show()

    assert rows.made == 1
    assert fold.under_way
    all_made(fold, qtbot)
    assert rows.made == 20


def test_other_rows_take_the_place_of_those_that_are_still_made(
    fold: LazyFold, rows: Rows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folds, "_TURN_S", -1.0)
    fold.show()
    rows.words = "b"

    fold.renew()
    all_made(fold, qtbot)

    assert shown(fold) == [f"b{number}" for number in range(20)]


def test_what_is_hidden_is_made_anew_when_it_is_seen_again(fold: LazyFold, rows: Rows, qtbot: QtBot) -> None:
    fold.show()
    all_made(fold, qtbot)
    fold.hide()
    rows.words = "b"

    fold.renew()
    assert rows.made == 20
    fold.show()
    all_made(fold, qtbot)

    assert shown(fold)[0] == "b0"


class Numbers:
    """Makes rows out of those of before."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.fold: LazyFold | None = None

    def __call__(self) -> Iterator[QWidget]:
        fold = self.fold
        assert fold is not None
        for number in range(self.count):
            row = fold.again(QLabel) or QLabel()
            row.setText(str(number))
            yield row
        yield fold.again(QFrame) or QFrame()


def test_rows_of_before_are_filled_anew_and_what_is_too_much_goes(qtbot: QtBot) -> None:
    numbers = Numbers(5)
    fold = numbers.fold = LazyFold(numbers)
    qtbot.addWidget(fold)
    fold.show()
    all_made(fold, qtbot)
    labels = fold.findChildren(QLabel)

    numbers.count = 3
    fold.renew()
    all_made(fold, qtbot)
    qtbot.waitUntil(lambda: len(fold.findChildren(QLabel)) == 3)
    numbers.count = 6
    fold.renew()
    all_made(fold, qtbot)

    column = fold.layout()
    assert column is not None
    rows = [item.widget() for item in map(column.itemAt, range(column.count())) if item is not None]
    assert [row.text() for row in rows if type(row) is QLabel] == ["0", "1", "2", "3", "4", "5"]
    assert [type(row) for row in rows] == [QLabel] * 6 + [QFrame]
    assert rows[:3] == labels[:3]


def test_the_column_keeps_its_height_while_rows_are_exchanged(
    fold: LazyFold, rows: Rows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folds, "_TURN_S", -1.0)
    fold.show()
    all_made(fold, qtbot)
    rows.words = "b"

    fold.renew()

    assert shown(fold) == ["b0", *(f"a{number}" for number in range(1, 20))]
