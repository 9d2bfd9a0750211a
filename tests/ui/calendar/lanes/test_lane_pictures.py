"""The lanes show kept pictures, and they are never of another time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import Plan
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.lanes.lanes import By
from cmstation.ui.calendar.lanes.lanes_view import LanesView
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.calendar.lane_plans import LOOK, TODAY, crowded_plan

SIZE = (1100, 560)


def full_plan() -> Plan:
    return crowded_plan(400, days=120)


@pytest.fixture
def lanes(qtbot: QtBot, icons: Icons) -> LanesView:
    view = opened(qtbot, icons)
    view.go_to(TODAY)
    view.show_plan(full_plan(), LOOK)
    shown(view)
    qtbot.waitUntil(lambda: not view.idle.under_way)
    return view


def opened(qtbot: QtBot, icons: Icons) -> LanesView:
    view = LanesView(icons)
    qtbot.addWidget(view)
    view.resize(*SIZE)
    with qtbot.waitExposed(view):
        view.show()
    return view


def shown(lanes: LanesView) -> QImage:
    port = lanes.viewport()
    image = QImage(port.size() * port.devicePixelRatio(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(port.devicePixelRatio())
    image.fill(0)
    port.render(image)
    return image


def fewer(lanes: LanesView) -> None:
    found = full_plan()
    lanes.show_plan(replace(found, items=found.items[::2]), LOOK)


def another_colour(lanes: LanesView) -> None:
    lines = {**LOOK.lines, 1: EditorialLine(1, "Prévention", "danger")}
    lanes.show_plan(full_plan(), replace(LOOK, lines=lines))


DEEDS: dict[str, Callable[[LanesView], object]] = {
    "nothing": lambda _: None,
    "the weeks after": lambda lanes: lanes.turn(1),
    "there and back": lambda lanes: (lanes.turn(1), shown(lanes), lanes.turn(-1)),
    "accounts": lambda lanes: lanes.show_by(By.ACCOUNT),
    "accounts of the weeks before": lambda lanes: (lanes.turn(-1), shown(lanes), lanes.show_by(By.ACCOUNT)),
    "fewer items": fewer,
    "fewer items in the weeks after": lambda lanes: (fewer(lanes), lanes.turn(1)),
    "another colour of a line": another_colour,
    "another colour in the weeks after": lambda lanes: (another_colour(lanes), lanes.turn(1)),
    "larger": lambda lanes: (lanes.resize(1300, 640), lanes.turn(1)),
    "fewer weeks": lambda lanes: lanes.zoom_to(3),
    "one chosen": lambda lanes: lanes.select(lanes.keys()[:1]),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_shown_is_what_would_be_drawn_now(
    lanes: LanesView, deed: str, qtbot: QtBot, icons: Icons
) -> None:
    DEEDS[deed](lanes)
    found = shown(lanes)

    lanes.forget_pictures()

    assert found == shown(lanes)


def test_another_theme_draws_everything_anew(lanes: LanesView, theme: Theme) -> None:
    before = shown(lanes)

    theme.choose(ThemeChoice.DARK)
    after = shown(lanes)
    lanes.forget_pictures()

    assert after != before
    assert after == shown(lanes)


def test_a_wider_plan_of_the_same_items_places_nothing_anew(lanes: LanesView) -> None:
    scene, found = lanes.scene, full_plan()

    lanes.show_plan(replace(found, end=found.end + timedelta(days=60)), LOOK)

    assert lanes.scene is scene


def test_the_weeks_beside_are_placed_before_one_turns_to_them(lanes: LanesView) -> None:
    start, end = lanes.span()
    assert full_plan().start <= start
    assert date(2026, 1, 1) < end

    assert lanes.knows(end)
