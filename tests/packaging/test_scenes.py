"""The scenes of the screenshots find in the sample clinic what they show."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from cmstation.domain.calendar import ItemKind
from cmstation.domain.clock import FixedClock
from cmstation.open_station import Parts, open_station
from cmstation.ui.calendar.plan_view import ViewKey
from tests.fakes.secret_box import SecretBox

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
Script = Callable[[str], ModuleType]


def test_the_scenes_of_the_calendar_are_among_all_scenes_and_say_what_they_show(script: Script) -> None:
    every, calendar = script("scenes").SCENES, script("calendar_scenes").SCENES

    assert calendar.items() <= every.items()
    assert all(scene.__doc__ for scene in every.values())


def test_every_view_has_its_scene(script: Script) -> None:
    shown = {"week", "day", "agenda", "campaigns", "accounts"}

    assert {f"calendar-{name}" for name in shown} <= set(script("scenes").SCENES)
    assert len(shown) == len(ViewKey)  # the month is "calendar", and the lanes have two


@pytest.mark.parametrize(
    ("months", "expected"), [(4, date(2027, 4, 10)), (-7, date(2026, 5, 10)), (-12, date(2025, 12, 10))]
)
def test_months_are_counted_over_the_turn_of_the_year(script: Script, months: int, expected: date) -> None:
    assert script("calendar_scenes").months_later(date(2026, 12, 31), months) == expected


def test_a_crowded_month_holds_its_posts_and_the_empty_one_nothing(script: Script, tmp_path: Path) -> None:
    scenes = script("calendar_scenes")
    station = open_station(tmp_path, rehearsal=True, parts=Parts(FixedClock(NOW), SecretBox()))
    day = scenes.months_later(NOW.date(), -scenes.EMPTY_BEFORE)
    empty, after = day.replace(day=1), scenes.months_later(day, 1).replace(day=1)

    scenes.fill_month(station, date(2027, 2, 1), 40)

    found = station.calendar.plan(date(2027, 2, 1), date(2027, 3, 1)).items
    assert len([item for item in found if item.key.kind is ItemKind.POST]) == 40
    assert not station.calendar.plan(empty, after).items
    station.close()
