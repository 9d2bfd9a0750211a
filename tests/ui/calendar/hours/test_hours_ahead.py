"""Weeks and days are got ready before one turns to them, and nothing is drawn or arranged twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import Plan
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.domain.planned_time import at_wall_time
from cmstation.ui.calendar.hours.hours_view import HoursView
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.calendar.hour_plans import LOOK, MONDAY, ZONE, crowded_week, event, plan, post, whole_days
from tests.ui.calendar.hours_shown import Shown, rect_of

WEEK = timedelta(days=7)


def full_weeks() -> Plan:
    """Return three weeks alike, one before the one that is shown and one after it."""
    found = [
        thing
        for number, monday in enumerate((MONDAY - WEEK, MONDAY, MONDAY + WEEK))
        for thing in (
            *(
                post(100 * number + place, monday + timedelta(days=place % 7), f"{9 + place % 8:02}:00")
                for place in range(21)
            ),
            event(100 * number + 30, monday, "14:00", "16:00"),
            whole_days(100 * number + 31, monday + timedelta(days=1), monday + timedelta(days=3)),
        )
    ]
    return plan(*found)


@pytest.fixture
def shown(qtbot: QtBot, icons: Icons) -> Shown:
    """Show plans."""
    return Shown(qtbot, icons)


def rest(view: HoursView, qtbot: QtBot) -> None:
    """Let everything be got ready."""
    qtbot.waitUntil(lambda: not view.ahead.idle.under_way)


def drawn_by(view: HoursView, deed: Callable[[], object]) -> int:
    """Count the chips that are drawn for something to be seen."""
    before = view.painting.kept.drawn
    deed()
    view.viewport().repaint()
    return view.painting.kept.drawn - before


def picture(view: HoursView) -> QImage:
    return view.viewport().grab().toImage()


@pytest.mark.parametrize("days", [7, 1])
@pytest.mark.parametrize("step", [1, -1])
def test_a_page_turned_after_a_rest_draws_no_chip(shown: Shown, qtbot: QtBot, days: int, step: int) -> None:
    view = shown(full_weeks(), MONDAY + timedelta(days=2), days=days)
    rest(view, qtbot)

    drawn = drawn_by(view, lambda: view.turn(step))

    assert len(view.keys()) >= 3
    assert drawn == 0


def test_a_page_turned_without_a_rest_draws_its_chips_itself(shown: Shown) -> None:
    view = shown(full_weeks())

    assert drawn_by(view, lambda: view.turn(1)) == len(view.keys())


@pytest.mark.parametrize("days", [7, 1])
def test_a_page_got_ready_looks_as_one_that_is_drawn_at_once(shown: Shown, qtbot: QtBot, days: int) -> None:
    ready, cold = (shown(crowded_week(120), MONDAY - timedelta(days=days), days=days) for _ in range(2))
    rest(ready, qtbot)

    for view in (ready, cold):
        view.turn(1)
        view.clearFocus()

    assert picture(ready) == picture(cold)


def test_another_theme_gets_the_neighbours_ready_anew(shown: Shown, qtbot: QtBot, theme: Theme) -> None:
    view = shown(full_weeks())
    rest(view, qtbot)
    before = view.painting.kept.drawn

    theme.choose(ThemeChoice.DARK)
    rest(view, qtbot)

    assert view.painting.kept.drawn >= before + 3 * len(view.keys())
    assert drawn_by(view, lambda: view.turn(1)) == 0
    assert picture(view).pixelColor(view.places.frame.edges[0] + 20, 200).lightness() < 128


def test_other_names_beside_the_items_get_the_neighbours_ready_anew(shown: Shown, qtbot: QtBot) -> None:
    view = shown(full_weeks())
    rest(view, qtbot)
    lines = {**LOOK.lines, 1: EditorialLine(1, "Prévention", "danger")}

    view.show_plan(full_weeks(), replace(LOOK, lines=lines))
    at_once = drawn_by(view, lambda: view.turn(1))
    rest(view, qtbot)

    assert at_once == len(view.keys())
    assert drawn_by(view, lambda: view.turn(1)) == 0


def test_nothing_is_got_ready_of_days_that_the_plan_does_not_know(shown: Shown, qtbot: QtBot) -> None:
    narrow = replace(full_weeks(), start=MONDAY, end=MONDAY + WEEK)
    view = shown(narrow)
    view.viewport().repaint()

    drawn = drawn_by(view, lambda: rest(view, qtbot))

    assert drawn == 0
    view.show_plan(full_weeks(), LOOK)
    assert drawn_by(view, lambda: rest(view, qtbot)) == 2 * len(view.keys())


def test_nothing_is_got_ready_for_a_view_that_nobody_sees(shown: Shown, qtbot: QtBot) -> None:
    view = shown(full_weeks())
    view.viewport().repaint()
    before = view.painting.kept.drawn

    view.hide()
    rest(view, qtbot)
    hidden = view.painting.kept.drawn
    view.show()
    rest(view, qtbot)

    assert hidden == before
    assert drawn_by(view, lambda: view.turn(1)) == 0


def test_a_page_is_arranged_once_while_nothing_of_it_changes(shown: Shown) -> None:
    view = shown(full_weeks())
    page = view.page

    view.turn(1)
    view.turn(-1)
    back = view.page
    view.show_plan(replace(full_weeks(), end=date(2027, 8, 1)), LOOK)  # the same week, read again

    assert back is page
    assert view.page is page


def test_a_page_is_arranged_anew_once_something_of_it_changes(shown: Shown) -> None:
    view = shown(full_weeks())
    known = [view.page]
    at = at_wall_time(datetime.combine(MONDAY, time(10)), ZONE)

    view.show_slots([(at, "Facebook")])
    known.append(view.page)
    view.show_plan(plan(post(1, MONDAY, "11:00")), LOOK)
    known.append(view.page)
    view.resize(900, 500)
    known.append(view.page)

    assert len({id(page) for page in known}) == len(known)
    assert len(view.page.items) == 1
    assert view.page.size == view.viewport().size()


@pytest.mark.parametrize("begins", [0, 4, 6])  # before the holidays of the schools, across their first day
def test_a_bar_looks_as_it_would_without_being_kept(shown: Shown, begins: int) -> None:
    first = MONDAY + timedelta(days=begins)
    bar = whole_days(1, first, first + timedelta(days=10 if begins == 6 else 2))
    view = shown(plan(bar, days_off=crowded_week(1).days_off))
    rect = rect_of(view, bar)
    seen = picture(view).copy(rect)

    bed = picture(view)
    ground = [bed.pixelColor(at, rect.top()) for at in (rect.left() - 1, rect.right() + 1)]
    canvas = QImage(rect.size(), seen.format())
    painter = QPainter(canvas)
    painter.fillRect(canvas.rect(), ground[0])
    painter.fillRect(rect.width() // 2, 0, rect.width(), rect.height(), ground[1])
    view.painting.chips.draw(painter, canvas.rect(), bar, LOOK, ZONE, on="bg", after=begins == 6)
    painter.end()

    assert seen == canvas
