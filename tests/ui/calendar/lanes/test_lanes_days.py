"""The days behind the lanes: their holidays by name, and the line of now that passes behind words."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QColor

from cmstation.domain.calendar import DayOff, DayOffKind
from cmstation.ui.calendar.lanes.lanes import DAY
from cmstation.ui.calendar.lanes.lanes_view import LanesView
from cmstation.ui.theme.theme import Theme
from tests.ui.calendar.lane_plans import LOOK, MONDAY, TODAY, event, normal_plan, plan

SCHOOL = "Vacances de la Toussaint"


def names(lanes: LanesView) -> dict[str, QRect]:
    """Return the names of the holidays that are written, and where."""
    return {name: room for room, name in lanes.time_head.off_names()}


def accents(lanes: LanesView, accent: QColor) -> set[int]:
    """Return the heights at which the line of now is seen."""
    line = lanes.painting.now_line(lanes.scene.days, normal_plan().zone, LOOK, lanes.viewport().rect())
    image = lanes.viewport().grab().toImage()
    return {y for y in range(image.height()) if image.pixelColor(line.left(), y).rgb() == accent.rgb()}


# --- holidays ---


def test_the_holidays_of_schools_are_named_over_their_days(lanes: LanesView) -> None:
    found, days = names(lanes), lanes.scene.days

    school, public = found[SCHOOL], found["Toussaint"]
    assert school.left() == days.left(date(2026, 10, 17)) + 1
    assert school.right() < public.left()
    top, height = lanes.time_head.OFF_LINE
    assert (school.top(), school.height()) == (top, height)


def test_no_name_of_a_holiday_lies_on_another(lanes: LanesView) -> None:
    for day in (TODAY, date(2026, 12, 20), date(2026, 12, 28)):
        for weeks in (2, 6, 12):
            lanes.zoom_to(weeks)
            lanes.go_to(day)
            rooms = list(names(lanes).values())

            pairs = [(one, other) for one in rooms for other in rooms if one is not other]
            assert not any(one.intersects(other) for one, other in pairs)


def test_a_name_without_any_room_is_left_to_the_tooltip(lanes: LanesView) -> None:
    short = DayOff(DayOffKind.SCHOOL, "Pont de l’Ascension", TODAY, TODAY)
    lanes.show_plan(replace(normal_plan(), days_off=(short,)), LOOK)

    top, height = lanes.time_head.OFF_LINE
    tip = lanes.time_head.tip_at(QPoint(lanes.scene.days.left(TODAY) + 3, top + height // 2))

    assert names(lanes) == {}
    assert tip.startswith("Pont de l’Ascension")


def test_a_screen_reader_finds_the_holidays_with_their_days(lanes: LanesView) -> None:
    table = QAccessible.queryAccessibleInterface(lanes)
    place = (date(2026, 10, 19) - lanes.span()[0]) // DAY

    words = table.child(1 + place).text(QAccessible.Text.Name)

    assert words == f"Monday 19 October 2026, {SCHOOL}, until 1 Nov"


# --- the line of now ---


def test_the_line_of_now_runs_from_above_to_below(lanes: LanesView, theme: Theme) -> None:
    lanes.show_plan(plan(), LOOK)
    lanes.clearFocus()

    seen = accents(lanes, theme.colour("accent"))

    assert len(seen) > lanes.viewport().height() * 0.9


@pytest.mark.parametrize(("day", "behind"), [(MONDAY, True), (TODAY + DAY, False)])
def test_the_line_of_now_passes_behind_words(
    lanes: LanesView, theme: Theme, day: date, *, behind: bool
) -> None:
    named = event(1, day, hours=("09:00", "10:00"), title="Une réunion dont le nom est long")
    lanes.show_plan(plan(named), LOOK)
    lanes.go_to(MONDAY + 5 * DAY)  # the cursor stands elsewhere
    lane = lanes.scene.lane_of(named.key)
    assert lane is not None
    chip = lanes.scene.place_of(lane, named.key)
    assert chip is not None
    rect = lanes.scene.chip_rect(chip).translated(lanes.lane_rect(lane).topLeft())

    seen = accents(lanes, theme.colour("accent"))

    heights = set(range(rect.top(), rect.bottom() + 1))
    assert seen & heights == (set() if behind else heights)
    assert len(seen) > lanes.viewport().height() * 0.8
