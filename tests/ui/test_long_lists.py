"""The keys of pages and ends answer at once in every list that may hold thousands."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.domain.drafts import DraftRow, PostState
from cmstation.domain.media import MediaItem
from cmstation.domain.networks import Network
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.side.post_list import PostList
from cmstation.ui.icons import Icons
from cmstation.ui.library.grid_view import GridView
from cmstation.ui.notice_history import NoticeHistory
from cmstation.ui.notices import Notice, Notices

MANY = 10_000
NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
Keys = Qt.Key
TURNS = (
    Keys.Key_PageDown,
    Keys.Key_PageDown,
    Keys.Key_PageUp,
    Keys.Key_End,
    Keys.Key_PageDown,
    Keys.Key_PageUp,
    Keys.Key_Home,
    Keys.Key_PageUp,
)


def media(icons: Icons) -> QListView:
    view = GridView(icons)
    view.media.put([_medium(number) for number in range(MANY)])
    return view


def day(icons: Icons) -> QListView:
    view = PostList(icons, "Posts")
    view.posts.show_posts(tuple(_row(number) for number in range(MANY)), PlanLook(NOW.date(), NOW))
    return view


@pytest.mark.parametrize("make", [media, day])
def test_no_key_hangs(qtbot: QtBot, icons: Icons, make: Callable[[Icons], QListView]) -> None:
    view = make(icons)
    qtbot.addWidget(view)
    _turn(view)


def test_no_key_hangs_in_the_earlier_notices(qtbot: QtBot, icons: Icons) -> None:
    notices = Notices(FixedClock(NOW))
    for number in range(400):
        notices.show(Notice(f"Notice {number}"))
    dialog = NoticeHistory(icons, notices, FixedClock(NOW), "Europe/Paris")
    qtbot.addWidget(dialog)
    _turn(dialog.findChildren(QListView)[0])


def _turn(view: QListView) -> None:
    view.resize(600, 600)
    view.window().show()
    view.setCurrentIndex(view.model().index(0, 0))
    slowest = 0.0
    places: list[int] = []
    for key in TURNS:
        begun = time.monotonic()
        QTest.keyClick(view, key)
        slowest = max(slowest, time.monotonic() - begun)
        places.append(view.currentIndex().row())

    assert slowest < 3
    assert 0 < places[0] < places[1] > places[2]
    assert places[3] >= places[1]
    assert places[-2:] == [0, 0]


def _medium(number: int) -> MediaItem:
    return MediaItem(number, f"{number:064x}", f"{number}.jpg", "image/jpeg", 900, 90, 90, "", False, NOW)


def _row(number: int) -> DraftRow:
    return DraftRow(
        number,
        f"Post {number}",
        "",
        PostState.DRAFT,
        None,
        None,
        NOW,
        "Europe/Paris",
        (Network.X,),
        (1,),
        NOW,
    )
