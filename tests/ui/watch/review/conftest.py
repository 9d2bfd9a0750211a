"""The press review over a real clinic."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.watch import DecisionKind, StoryFilter
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.review.deeds import ReviewDeeds
from cmstation.ui.watch.review.page import ReviewPage
from tests.ui.watch.review.review_stage import ReviewStage

MakeReview = Callable[[Station], ReviewStage]
KEPT = 6


@pytest.fixture
def make_review(qtbot: QtBot, icons: Icons, commands: Commands, settled: Callable[[], None]) -> MakeReview:
    """Show the page over a station."""

    def make(station: Station) -> ReviewStage:
        page = ReviewPage(icons)
        deeds = ReviewDeeds(page, page)
        page.resize(1366, 660)
        page.show()
        page.activateWindow()
        stage = ReviewStage(page, deeds, station, commands, qtbot, settled)
        deeds.attach(station, commands)
        commands.changed.connect(deeds.look_again)
        commands.noticed.connect(stage.told.append)

        def end(_page: QWidget) -> None:
            deeds.flush()
            stage.settle()

        qtbot.addWidget(page, before_close_func=end)
        stage.begin()
        return stage

    return make


@pytest.fixture
def kept_station(station: Station) -> Station:
    """A clinic that has kept a few stories for the review, and nothing else."""
    for place, story in enumerate(station.watch_reading.keys(StoryFilter())):
        kind = DecisionKind.REVIEW if place < KEPT else DecisionKind.DISMISS
        station.watch_morning.decide(story, kind)
    return station


@pytest.fixture
def review(make_review: MakeReview, kept_station: Station) -> ReviewStage:
    """A review that has just begun."""
    return make_review(kept_station)
