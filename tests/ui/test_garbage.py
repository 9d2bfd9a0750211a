"""Reference cycles are collected on the window's thread, and large answers do not hold it up."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.garbage import WindowGarbage, _nobody_looks  # pyright: ignore[reportPrivateUsage]


class Knot:
    """An object that holds itself."""

    def __init__(self) -> None:
        self.itself = self


class Person:
    """Who may or may not look at the window."""

    looks = False


@pytest.fixture
def person() -> Person:
    """Nobody looks, unless a test says so."""
    return Person()


@pytest.fixture
def garbage(qapp: QApplication, person: Person) -> Iterator[WindowGarbage]:
    """The collector of a window, whose rounds are gone by hand."""
    gc.collect()
    parent = QObject()
    made = WindowGarbage(parent, nobody_looks=lambda: not person.looks)
    yield made
    gc.unfreeze()
    gc.enable()


def rounds(garbage: WindowGarbage, count: int) -> None:
    """Go some rounds."""
    for _ in range(count):
        garbage.go_round()


def test_python_does_not_collect_by_itself(garbage: WindowGarbage) -> None:
    assert not gc.isenabled()


def test_a_knot_goes_within_a_quarter_of_a_minute(garbage: WindowGarbage) -> None:
    knot = weakref.ref(Knot())

    rounds(garbage, 15)

    assert knot() is None


def test_thousands_of_rows_are_not_looked_at(garbage: WindowGarbage) -> None:
    before = gc.get_freeze_count()
    rows = [[number] for number in range(30_000)]

    rounds(garbage, 1)

    assert gc.get_freeze_count() >= before + len(rows)
    assert gc.get_count()[0] < 1_000


def test_a_knot_among_thousands_of_rows_goes_when_nobody_looks(garbage: WindowGarbage) -> None:
    knot = weakref.ref(Knot())
    rows = [[number] for number in range(30_000)]
    rounds(garbage, 1)
    assert knot() is not None

    rounds(garbage, 120)

    assert knot() is None
    assert len(rows) == 30_000


def test_while_somebody_looks_the_whole_is_left_alone_for_an_hour(
    garbage: WindowGarbage, person: Person
) -> None:
    person.looks = True
    knot = weakref.ref(Knot())
    rows = [[number] for number in range(30_000)]
    rounds(garbage, 1)

    rounds(garbage, 3_500)
    assert knot() is not None
    rounds(garbage, 100)

    assert knot() is None
    assert len(rows) == 30_000


def test_qt_says_whether_the_window_is_looked_at(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    assert not _nobody_looks()


def test_what_a_refresh_left_in_small_parts_is_not_looked_at_either(garbage: WindowGarbage) -> None:
    before, rows = gc.get_freeze_count(), list[list[int]]()

    for _ in range(14):
        rows += [[number] for number in range(2_000)]
        rounds(garbage, 1)
    assert gc.get_freeze_count() < before + len(rows)
    rounds(garbage, 1)

    assert gc.get_freeze_count() >= before + len(rows)
