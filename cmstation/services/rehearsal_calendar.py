"""The calendar of the sample clinic: events, weekly slots, a sequence and health days, around today."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, TypedDict, cast
from zoneinfo import ZoneInfo

from cmstation.domain.accounts import Account
from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import EventTime, WholeDay, placed
from cmstation.domain.errors import NotFound
from cmstation.domain.events import key_of
from cmstation.domain.health_days import FIRST_YEAR, LAST_YEAR, HealthDay
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.regions import Region
from cmstation.domain.rhythm import Slot
from cmstation.domain.sequences import Scenario, Step, StepMeaning
from cmstation.resource_files import resource
from cmstation.services.station import Station
from cmstation.storage.health_days import HealthDayTable

_DAY: Final = timedelta(days=1)
_MORNING: Final = time(9)


class _EventAlways(TypedDict):
    kind: str
    title: str


class _Event(_EventAlways, total=False):
    day: int
    week: int
    weekday: int
    days: int
    hours: tuple[str, str]
    rule: str
    place: str
    text: str
    theme: int
    campaign: int
    done: bool


class _StepAlways(TypedDict):
    day: int
    meaning: str
    hour: str


class _Step(_StepAlways, total=False):
    prefix: str
    text: str


class _Sequence(TypedDict):
    post: str
    name: str
    steps: list[_Step]


_HealthDays = TypedDict(
    "_HealthDays",
    {"from": int, "until": int, "text": str, "text_before": str, "accounts": list[str], "theme": int},
)


class _Calendar(TypedDict):
    region: str
    events: list[_Event]
    slots: dict[str, list[tuple[int, str]]]
    wishes: list[int]
    sequence: _Sequence
    health_days: _HealthDays


@dataclass(frozen=True, slots=True)
class Filled:
    """What the clinic has before its calendar is filled.

    Args:
        accounts: by network.
        themes, campaigns: in the order of the file.
        posts: by title.
    """

    accounts: Mapping[str, Account]
    themes: Sequence[int]
    campaigns: Sequence[int]
    posts: Mapping[str, int]


class RehearsalCalendar:
    """Fills the calendar of a new sample clinic.

    Args:
        publish: lets a post of the past have been published by an account.
    """

    def __init__(self, station: Station, publish: Callable[[int, Account, PlannedTime], None]) -> None:
        self._station = station
        self._publish = publish
        self._zone = station.preferences.zone()
        self._today = station.clock.now().astimezone(ZoneInfo(self._zone)).date()
        text = resource("rehearsal", "calendar.json").read_text(encoding="utf-8")
        self._calendar = cast("_Calendar", json.loads(text))

    def fill(self, clinic: Filled) -> None:
        """Write the region, the rhythm, the events, a sequence and posts for health days."""
        self._station.days_off.set_region(Region(self._calendar["region"]))
        self._set_rhythm(clinic)
        for given in self._calendar["events"]:
            self._event(given, clinic)
        self._sequence(self._calendar["sequence"], clinic)
        if FIRST_YEAR < self._today.year < LAST_YEAR:  # a computer whose clock is far off has no health days
            self._health_days(self._calendar["health_days"], clinic)

    # --- rhythm ---

    def _set_rhythm(self, clinic: Filled) -> None:
        rhythm = self._station.rhythm
        for network, places in self._calendar["slots"].items():
            account = clinic.accounts[network].id
            rhythm.set_slots(account, [Slot(account, weekday, _wall(hour)) for weekday, hour in places])
        for theme, percent in zip(clinic.themes, self._calendar["wishes"], strict=True):
            rhythm.set_wish(theme, percent)

    # --- events ---

    def _event(self, given: _Event, clinic: Filled) -> None:
        theme, campaign = given.get("theme"), given.get("campaign")
        start, end = self._times(given)
        event = self._station.events.add(
            EventKind(given["kind"]),
            given["title"],
            start,
            end,
            description=given.get("text", ""),
            place=given.get("place", ""),
            rules=(given["rule"],) if "rule" in given else (),
            theme=None if theme is None else clinic.themes[theme],
            campaign=None if campaign is None else clinic.campaigns[campaign],
        ).value
        if given.get("done"):
            self._station.events.mark_done(key_of(event.id, event.content, start))

    def _times(self, given: _Event) -> tuple[EventTime, EventTime]:
        day = self._day(given)
        if "hours" not in given:
            return WholeDay(day), WholeDay(day + _DAY * given.get("days", 1))
        start, end = (self._at(day, _wall(hour)) for hour in given["hours"])
        return start, end

    def _day(self, given: _Event) -> date:
        """Return a day by its distance from today, or by its week and weekday: nobody films on Sundays."""
        if "day" in given:
            return self._today + _DAY * given["day"]
        monday = self._today - _DAY * self._today.weekday()
        return monday + timedelta(weeks=given.get("week", 0), days=given.get("weekday", 0))

    def _at(self, day: date, wall: time) -> PlannedTime:
        return placed(datetime.combine(day, wall), self._zone)

    # --- posts ---

    def _sequence(self, given: _Sequence, clinic: Filled) -> None:
        """Make a sequence whose first step is a post that stands in the calendar already."""
        post = clinic.posts[given["post"]]
        planned = self._station.drafts.open(post).planned
        if planned is None:
            raise ValueError(f"not planned: {given['post']}")
        steps = tuple(
            Step(step["day"], StepMeaning(step["meaning"]), _wall(step["hour"]), step.get("prefix", ""))
            for step in given["steps"]
        )
        day = planned.wall.date() - _DAY * steps[0].offset_days
        made = self._station.sequences.make(
            post,
            Scenario("rehearsal", steps),
            self._at(day, _wall(given["steps"][-1]["hour"])),
            as_step=0,
            name=given["name"],
            later_if_missing=True,
        ).value
        for member, step in zip(made.members, given["steps"], strict=True):
            if "text" in step:
                self._station.drafts.update(member.post, text=step["text"])

    def _health_days(self, given: _HealthDays, clinic: Filled) -> None:
        """Prepare a post for a day to come, and let another one have had its post last year."""
        days = self._coming(given["from"], given["until"])
        if not days:
            return
        self._written(days[0], given["text"], clinic)
        for day in days[1:]:
            try:
                before = self._station.health_days.day(day.slug, day.year - 1)
            except NotFound:
                continue
            post = self._written(before, given["text_before"], clinic)
            for network in given["accounts"]:
                self._publish(post, clinic.accounts[network], self._morning(before))
            return

    def _coming(self, first: int, last: int) -> list[HealthDay]:
        """Return single days whose dates are sure, the nearest first."""
        found = self._station.health_days.between(self._today + _DAY * first, self._today + _DAY * last)
        return [day for day in found if day.start == day.end and not day.to_confirm]

    def _written(self, day: HealthDay, text: str, clinic: Filled) -> int:
        given = self._calendar["health_days"]
        post = self._station.drafts.new(
            title=day.name_fr,
            text=text.format(day=day.name_fr),
            accounts=[clinic.accounts[name].id for name in given["accounts"]],
            theme=clinic.themes[given["theme"]],
            planned=self._morning(day),
        ).value.id
        # In one go: to prepare a post and then to change it would make the first start wait.
        HealthDayTable(self._station.database).link(post, day.slug, day.year)
        return post

    def _morning(self, day: HealthDay) -> PlannedTime:
        return self._at(day.start, _MORNING)


def _wall(hour: str) -> time:
    return time.fromisoformat(hour)
