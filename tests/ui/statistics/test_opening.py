"""The page is made while nobody looks at it, and laid out piece by piece once it is seen."""

from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.periods import month
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.statistics.page import ORDER
from cmstation.ui.statistics.tab import StatisticsTab
from cmstation.ui.theme.theme import Theme
from tests.ui.statistics.stat_stage import StatStage, bench_of


@pytest.fixture
def unseen(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    commands: Commands,
    figures_station: Station,
    cycles_collected_by_the_window_alone: None,
) -> StatisticsTab:
    """A tab whose cards are made, and that was not shown yet."""
    tab = StatisticsTab(theme, icons)
    qtbot.addWidget(tab)
    tab.resize(1366, 660)
    tab.attach(cast("Station", bench_of(figures_station)), commands)
    qtbot.waitUntil(
        lambda: len(tab.cards) == len(ORDER) and not tab.under_way and not commands.jobs.busy, timeout=10_000
    )
    return tab


def order_of(tab: StatisticsTab) -> list[str]:
    told = list[str]()
    tab.seen_shown.connect(lambda: told.append("seen"))
    tab.all_shown.connect(lambda: told.append("all"))
    return told


def seen(tab: StatisticsTab) -> list[QWidget]:
    return [card for card in tab.cards if not card.isHidden()]


def test_what_was_made_unseen_comes_card_by_card(unseen: StatisticsTab, qtbot: QtBot) -> None:
    told = order_of(unseen)
    assert len(seen(unseen)) == 1

    with qtbot.waitExposed(unseen):
        unseen.show()
    qtbot.waitUntil(lambda: not unseen.under_way)

    assert seen(unseen) == unseen.cards
    tops = [card.y() for card in unseen.cards]
    assert tops == sorted(set(tops))
    assert told == ["seen"]


def test_nothing_turns_while_nobody_looks(unseen: StatisticsTab, qtbot: QtBot) -> None:
    qtbot.wait(20)

    assert not unseen.under_way
    assert len(seen(unseen)) == 1


def test_what_is_in_view_is_told_before_the_rest(stage: StatStage) -> None:
    told = order_of(stage.tab)

    stage.tab.go_to(month(2026, 9))
    stage.settle()

    assert told == ["seen", "all"]


def test_what_is_in_view_is_told_too_where_all_of_it_is(stage: StatStage) -> None:
    stage.tab.resize(1366, 9000)
    stage.settle()
    told = order_of(stage.tab)

    stage.tab.go_to(month(2026, 9))
    stage.settle()

    assert sorted(told) == ["all", "seen"]


def test_a_page_that_says_that_nothing_is_known_tells_no_answers(unseen: StatisticsTab, qtbot: QtBot) -> None:
    told = order_of(unseen)

    unseen.show_empty()
    with qtbot.waitExposed(unseen):
        unseen.show()
    qtbot.waitUntil(lambda: not unseen.under_way)

    assert unseen.shows_empty
    assert told == []
