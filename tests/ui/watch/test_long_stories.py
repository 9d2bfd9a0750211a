"""Two hundred thousand stories: only what is seen is read, and no key waits."""

import time
from array import array
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.watch import StoryRow
from cmstation.ui.icons import Icons
from cmstation.ui.watch.story_delegate import HEIGHT
from cmstation.ui.watch.story_list import StoryColumn, StoryList
from cmstation.ui.watch.story_model import AT_ONCE, MOST_ROWS, StoryModel

MANY = 200_000
NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
PATIENCE_S = 0.5  # far above what is needed; going through all rows takes longer
_Hint = QAbstractItemView.ScrollHint


def row_of(story: int, title: str = "") -> StoryRow:
    at = NOW - timedelta(minutes=MANY - story)
    return StoryRow(story, story, title or f"Nouvelle {story}", 1, "Le Courrier du Val", at)


@pytest.fixture
def column(qtbot: QtBot, icons: Icons) -> StoryColumn:
    """A list of two hundred thousand stories, whose rows come as soon as they are asked for."""
    made = StoryColumn(icons, lambda moment: f"{moment:%H:%M}", lambda moment: f"{moment:%d/%m/%Y}")
    qtbot.addWidget(made)
    made.resize(432, 700)
    made.show()
    made.list.stories.show_keys(array("q", range(MANY, 0, -1)))
    return made


@pytest.fixture
def asked(column: StoryColumn) -> list[tuple[int, ...]]:
    """What was asked for, piece by piece; each is answered at once."""
    found: list[tuple[int, ...]] = []
    model = column.list.stories

    def answer(stories: tuple[int, ...]) -> None:
        found.append(stories)
        model.show_rows([row_of(story) for story in stories])

    model.rows_wanted.connect(answer)
    return found


def turn(qtbot: QtBot) -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_only_what_is_seen_and_a_little_more_is_read(
    qtbot: QtBot, column: StoryColumn, asked: list[tuple[int, ...]]
) -> None:
    turn(qtbot)

    assert sum(map(len, asked)) <= 2 * AT_ONCE
    assert asked[0][0] == MANY
    assert column.line.text() == "13/10/2026"


def test_scrolling_reads_what_comes_into_sight(
    qtbot: QtBot, column: StoryColumn, asked: list[tuple[int, ...]]
) -> None:
    turn(qtbot)
    asked.clear()

    column.list.scrollTo(column.list.stories.index(100_000), _Hint.PositionAtTop)
    turn(qtbot)

    stories = {story for piece in asked for story in piece}
    assert MANY - 100_000 in stories
    assert len(stories) <= 2 * AT_ONCE


def test_rows_seen_long_ago_are_forgotten(column: StoryColumn) -> None:
    model = column.list.stories

    model.show_rows([row_of(story) for story in range(1, MOST_ROWS + 500)])

    assert model.known(1) is None
    assert model.known(MOST_ROWS + 400) is not None


def test_what_changed_is_shown_as_it_was_until_it_is_read_again(
    qtbot: QtBot, column: StoryColumn, asked: list[tuple[int, ...]]
) -> None:
    turn(qtbot)
    asked.clear()
    model = column.list.stories

    model.forget_rows()
    assert model.index(0).data() == f"Nouvelle {MANY}"
    turn(qtbot)

    assert MANY in {story for piece in asked for story in piece}
    assert sum(map(len, asked)) <= 2 * AT_ONCE


def test_an_answer_from_before_a_change_does_not_count_as_new(qtbot: QtBot) -> None:
    model = StoryModel()
    model.show_keys([2, 1])
    pieces: list[tuple[int, ...]] = []
    model.rows_wanted.connect(pieces.append)
    model.row(model.index(0))
    turn(qtbot)

    model.forget_rows()
    model.show_rows([row_of(2, "Before"), row_of(1)])
    model.forget_rows()
    model.row(model.index(0))
    turn(qtbot)

    assert len(pieces) == 2
    model.show_rows([row_of(2, "After")])
    row = model.row(model.index(0))
    assert row is not None
    assert row.title == "After"


def test_the_model_obeys_qt(column: StoryColumn, asked: list[tuple[int, ...]]) -> None:
    model = column.list.stories
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_keys(array("q", range(50)))
    model.show_rows([row_of(story) for story in range(60)])
    model.show_keys(array("q"))
    model.forget_rows()

    assert tester.model() is model


def test_no_deed_goes_through_all_stories(
    qtbot: QtBot, column: StoryColumn, asked: list[tuple[int, ...]]
) -> None:
    turn(qtbot)
    listed, model = column.list, column.list.stories
    deeds = {
        "walk": lambda: QTest.keyClick(listed, Qt.Key.Key_J),
        "end": lambda: QTest.keyClick(listed, Qt.Key.Key_End),
        "page": lambda: QTest.keyClick(listed, Qt.Key.Key_PageUp),
        "home": lambda: QTest.keyClick(listed, Qt.Key.Key_Home),
        "one row": lambda: model.show_rows([row_of(MANY)]),
        "all rows": model.forget_rows,
        "go to": lambda: listed.go_to(1),
        "other stories": lambda: listed.show_keys(array("q", range(MANY + 9, 0, -1))),
    }
    for name, deed in deeds.items():
        begun = time.monotonic()
        deed()
        turn(qtbot)
        assert time.monotonic() - begun < PATIENCE_S, name


# --- where rows are ---


@pytest.fixture
def listed(column: StoryColumn, qtbot: QtBot) -> StoryList:
    turn(qtbot)
    return column.list


@pytest.mark.parametrize("hint", _Hint)
@pytest.mark.parametrize("row", [0, 5, 77_777, MANY - 1])
def test_a_row_is_where_it_is_found(listed: StoryList, row: int, hint: QAbstractItemView.ScrollHint) -> None:
    index = listed.stories.index(row)

    listed.scrollTo(index, hint)

    rect = listed.visualRect(index)
    assert rect.height() == HEIGHT
    assert row in listed.rows_seen()
    assert listed.viewport().rect().contains(rect)
    assert listed.indexAt(rect.center()) == index
    assert listed.indexAt(QPoint(5, rect.top())) == index
    assert listed.indexAt(QPoint(5, rect.bottom())) == index


def test_below_the_last_row_there_is_nothing(listed: StoryList) -> None:
    listed.stories.show_keys(array("q", [3, 2]))
    QApplication.processEvents()

    assert not listed.indexAt(QPoint(5, 2 * HEIGHT)).isValid()
    assert list(listed.rows_seen()) == [0, 1]
    assert listed.verticalScrollBar().maximum() == 0
    listed.stories.show_keys(array("q"))
    assert list(listed.rows_seen()) == []
    listed.grab()


def test_a_click_chooses_the_row_under_it(listed: StoryList) -> None:
    listed.scrollTo(listed.stories.index(1_234), _Hint.PositionAtTop)

    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, HEIGHT + 10))

    assert listed.currentIndex().row() == 1_235
    assert [index.row() for index in listed.selectedIndexes()] == [1_235]


def test_the_first_key_leads_to_the_first_story(listed: StoryList) -> None:
    QTest.keyClick(listed, Qt.Key.Key_Down)

    assert listed.currentIndex().row() == 0
