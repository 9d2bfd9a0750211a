"""The campaign view in a window, with some weeks as most are."""

import pytest
from pytestqt.qtbot import QtBot

from cmstation.ui.calendar.lanes.lanes_view import LanesView
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import LOOK, TODAY, normal_plan
from tests.ui.calendar.plan_window import PlanWindow


@pytest.fixture
def window(qtbot: QtBot) -> PlanWindow:
    return PlanWindow(qtbot)


@pytest.fixture
def lanes(window: PlanWindow, icons: Icons) -> LanesView:
    view = LanesView(icons, window)
    view.go_to(TODAY)
    window.hold(view)
    view.show_plan(normal_plan(), LOOK)
    return view
