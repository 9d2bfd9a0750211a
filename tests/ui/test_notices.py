"""Notices: which one shows, how it leaves, and what can be read again."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.ui import notice_bar
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, SecondaryButton
from cmstation.ui.notice_bar import NoticeBar
from cmstation.ui.notice_history import NoticeHistory, NoticeRows
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind, Notices

CLOCK = FixedClock(datetime(2026, 10, 13, 7, 41, tzinfo=UTC))


@pytest.fixture
def notices() -> Notices:
    return Notices(CLOCK)


@pytest.fixture
def bar(qtbot: QtBot, icons: Icons, notices: Notices) -> Iterator[NoticeBar]:
    window = QWidget()
    made = NoticeBar(icons, notices, parent=window)
    window.resize(1000, 200)
    made.setGeometry(0, 120, 1000, 60)
    window.move(500, 500)  # away from the pointer
    window.show()
    yield made
    window.close()
    window.deleteLater()


def test_a_sticky_notice_comes_back_when_the_passing_one_is_gone() -> None:
    notices = Notices(CLOCK)
    sticky = Notice("uncertain", sticky=True)
    passing = Notice("archived")

    notices.show(sticky)
    notices.show(passing)
    notices.close(passing)

    assert notices.current == sticky


def test_a_passing_notice_does_not_pile_up() -> None:
    notices = Notices(CLOCK)

    notices.show(Notice("one"))
    notices.show(Notice("two"))

    assert notices.open == (Notice("two"),)
    assert [kept.notice.text for kept in notices.history] == ["two", "one"]


def test_a_notice_of_the_same_key_takes_the_place_of_the_earlier_one() -> None:
    notices = Notices(CLOCK)

    notices.show(Notice("1 late", sticky=True, key="late"))
    notices.show(Notice("2 late", sticky=True, key="late"))

    assert [notice.text for notice in notices.open] == ["2 late"]


def test_withdrawing_a_key_closes_what_no_longer_holds() -> None:
    notices = Notices(CLOCK)
    notices.show(Notice("paste", sticky=True, key="delivery-1"))

    notices.withdraw("delivery-1")

    assert notices.current is None
    assert len(notices.history) == 1


def test_the_bar_shows_text_detail_and_actions(notices: Notices, bar: NoticeBar) -> None:
    done: list[str] = []
    action = NoticeAction("Look", lambda: done.append("looked"))

    notices.show(Notice("No answer.", NoticeKind.WARNING, "It may be live.", (action,), sticky=True))
    button = next(found for found in bar.findChildren(SecondaryButton) if found.text() == "Look")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert done == ["looked"]
    assert notices.current is None
    assert not bar.isVisible()


def test_the_cross_closes_the_notice(notices: Notices, bar: NoticeBar) -> None:
    notices.show(Notice("No answer.", sticky=True))

    QTest.mouseClick(bar.findChildren(IconButton)[0], Qt.MouseButton.LeftButton)

    assert notices.current is None


def test_a_passing_notice_leaves_by_itself(notices: Notices, bar: NoticeBar) -> None:
    timer = bar.passing
    notices.show(Notice("archived"))
    assert timer.isActive()
    assert timer.interval() == notice_bar.READING_MS

    timer.timeout.emit()

    assert notices.current is None


def test_a_sticky_notice_waits(notices: Notices, bar: NoticeBar) -> None:

    notices.show(Notice("uncertain", sticky=True))

    assert not bar.passing.isActive()


def test_the_history_lists_the_newest_first(qtbot: QtBot, icons: Icons) -> None:
    notices = Notices(CLOCK)
    notices.show(Notice("first", detail="with a detail"))
    notices.show(Notice("second"))

    rows = NoticeRows(notices.history)
    dialog = NoticeHistory(icons, notices, CLOCK, "Europe/Paris")
    qtbot.addWidget(dialog)
    dialog.show()

    assert rows.data(rows.index(0)) == "second"
    assert rows.data(rows.index(1)) == "first with a detail"
    assert not dialog.grab().isNull()
