"""Two years of figures reckoned from the raw rows alone, in another way than the program does."""

import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from cmstation.storage.database import FILE_NAME
from tests.fakes.simulated_statistics import TODAY, ZONE

DAY = timedelta(days=1)
FACTORS = {"reactions": 1, "comments": 2, "shares": 3, "saves": 1}
STOCKS = frozenset({"followers", "posts", "comments"})
_STEPS = ((50, 100), (100, 1_000), (500, 10_000), (1_000, 100_000))
Days = tuple[date, date]
Subject = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A stored figure of an account."""

    value: int
    meaning: str
    origin: str


@dataclass(frozen=True, slots=True)
class Sum:
    """What some days tell of a metric: nothing when nobody counted, or when the meaning changed within."""

    value: int | None
    known: int
    days: int
    meanings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Compared:
    """A change: why there is none, else the difference, and what part of the other it is.

    Args:
        mean: the days do not suffice, so that means per day are held against each other.
    """

    why: str = ""
    by: int | None = None
    share: Fraction | None = None
    mean: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """A post as it is stored."""

    id: int
    account: int
    title: str
    at: datetime

    @property
    def local(self) -> datetime:
        return self.at.astimezone(ZONE)


@dataclass(frozen=True, slots=True)
class Scored:
    """What the score of a post is made of."""

    value: float
    weight: int
    usual: float
    of: int
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """A round number, first seen on a day; on an earlier one it was not there yet."""

    account: int
    metric: str
    value: int
    before: date
    day: date


def month_of(of: int, number: int) -> Days:
    """Return the days of a month; the number may be before 1 or after 12."""
    first, following = (
        date(count // 12, count % 12 + 1, 1) for count in (of * 12 + number - 1, of * 12 + number)
    )
    return first, following - DAY


class Truth:
    """What is in the file now."""

    def __init__(self, folder: Path) -> None:
        self._rows = sqlite3.connect(f"file:{folder / FILE_NAME}?mode=ro", uri=True)
        try:
            self.names: dict[int, str] = dict(self._rows.execute("SELECT id, name FROM accounts"))
            self.figures = self._read_figures()
            self.posts = self._read_posts()
            self._counted = self._rows.execute(
                "SELECT stat_post_id, metric, day, value FROM stat_post_figures ORDER BY day, taken_at"
            ).fetchall()
            self.all_rows = self._everything()
            (self.sound,) = self._rows.execute("PRAGMA integrity_check").fetchone()
        finally:
            self._rows.close()

    # --- accounts ---

    def account(self, name: str) -> int:
        """Return the account of a name."""
        return next(one for one, called in self.names.items() if called == name)

    def subjects(self, days: Days) -> set[Subject]:
        """Return what has ever been counted by the end of some days."""
        end = min(days[1], TODAY)
        return {subject for subject, rows in self.figures.items() if min(rows) <= end}

    def told(self, subject: Subject, days: Days) -> Sum:
        """Add up some days, or take the last of their last week of what stands at a moment."""
        rows, end = self.figures.get(subject, {}), min(days[1], TODAY)
        inside = [day for day in sorted(rows) if days[0] <= day <= end]
        length = (days[1] - days[0]).days + 1
        if subject[1] in STOCKS:
            inside = [day for day in inside if day > end - 7 * DAY][-1:]
            value = rows[inside[0]].value if inside else None
            meanings = frozenset(rows[day].meaning for day in inside)
            return Sum(value, len(inside), length, meanings)
        meanings = frozenset(rows[day].meaning for day in inside)
        value = sum(rows[day].value for day in inside) if len(meanings) == 1 else None
        return Sum(value, len(inside), length, meanings)

    def compared(self, subject: Subject, days: Days, other: Days) -> Compared:
        """Hold some days against others, as far as that may be done."""
        now, was = self.told(subject, days), self.told(subject, other)
        stock = subject[1] in STOCKS
        if (why := _refused(now, was, stock=stock)) or now.value is None or was.value is None:
            return Compared(why)
        if stock or all(10 * one.known >= 9 * one.days for one in (now, was)):
            by = now.value - was.value
            return Compared(by=by, share=Fraction(by, was.value) if was.value else None)
        if not was.value:
            return Compared(mean=True)
        mean, before = Fraction(now.value, now.known), Fraction(was.value, was.known)
        return Compared(share=(mean - before) / before, mean=True)

    def runs(self, account: int, days: Days) -> tuple[list[Days], int]:
        """Return the runs of days without any figure of an account, and of how many days there are."""
        known = {day for (owner, _metric), rows in self.figures.items() if owner == account for day in rows}
        first, last = max(days[0], min(known)), min(days[1], TODAY - DAY)
        found: list[Days] = []
        for number in range((last - first).days + 1):
            day = first + number * DAY
            if day in known:
                continue
            if found and found[-1][1] == day - DAY:
                found[-1] = (found[-1][0], day)
            else:
                found.append((day, day))
        return found, (last - first).days + 1

    def passed(self, days: Days) -> list[Passed]:
        """Return the round numbers that followers and posts passed, by day."""
        found = [
            one
            for subject in self.figures
            if subject[1] in {"followers", "posts"}
            for one in self._passed(subject)
            if days[0] <= one.day <= days[1]
        ]
        return sorted(found, key=lambda one: one.day)

    def reached(self, account: int, target: int) -> date:
        """Return the first day on which an account has so many followers."""
        rows = self.figures[account, "followers"]
        return min(day for day, row in rows.items() if row.value >= target)

    # --- posts ---

    @cached_property
    def scores(self) -> dict[int, Scored]:
        """Return the scores of all posts that have one."""
        return dict(self._scores())

    @property
    def late(self) -> set[int]:
        """Return the posts of which something was first read later than seven days after them."""
        return self._counts[1]

    def of_days(self, days: Days) -> list[Raw]:
        """Return the posts that went out on some days of the clinic."""
        return [one for one in self.posts if days[0] <= one.local.date() <= days[1]]

    def published(self, account: int, days: Days) -> int | None:
        """Count what went out on an account; None of days before it was known at all."""
        mine = [one.local.date() for one in self.posts if one.account == account]
        return None if min(mine) > days[1] else sum(days[0] <= day <= days[1] for day in mine)

    def published_then(self, account: int, days: Days) -> int | None:
        """Count what went out in a period that is held against; None when not all of it is known."""
        began = min(one.local.date() for one in self.posts if one.account == account)
        return self.published(account, days) if began < days[0] else None

    def hours(self, days: Days) -> dict[tuple[int, int], list[float]]:
        """Return the scores by weekday and hour, of the year up to the end of some days."""
        found: dict[tuple[int, int], list[float]] = defaultdict(list)
        for post in self.of_days((min(days[0], days[1] - 364 * DAY), days[1])):
            if post.id in self.scores:
                found[post.local.weekday(), post.local.hour].append(self.scores[post.id].value)
        return found

    # --- inside ---

    def _read_figures(self) -> dict[Subject, dict[date, Row]]:
        found: dict[Subject, dict[date, Row]] = defaultdict(dict)
        for account, metric, day, *rest in self._rows.execute(
            "SELECT account_id, metric, day, value, definition, origin FROM stat_figures ORDER BY day"
        ):
            found[account, metric][date.fromisoformat(day)] = Row(*rest)
        return found

    def _read_posts(self) -> list[Raw]:
        return [
            Raw(identity, account, title, datetime.fromisoformat(at))
            for identity, account, title, at in self._rows.execute(
                "SELECT id, account_id, title, published_at FROM stat_posts"
            )
        ]

    @cached_property
    def _counts(self) -> tuple[dict[int, dict[str, int]], set[int]]:
        """Return what each post had seven days after it, or when first read; and which were read later."""
        counts: dict[int, dict[str, int]] = defaultdict(dict)
        late: set[int] = set()
        limits = {one.id: str(one.local.date() + 7 * DAY) for one in self.posts}
        for post, metric, day, value in self._counted:
            if metric not in FACTORS:
                continue
            if day <= limits[post]:
                counts[post][metric] = value
            elif metric not in counts[post]:
                counts[post][metric] = value
                late.add(post)
        return counts, late

    def _everything(self) -> list[tuple[object, ...]]:
        tables = ("stat_figures", "stat_posts", "stat_post_figures", "stat_imports", "stat_goals")
        return [(table, *row) for table in tables for row in self._rows.execute(f"SELECT * FROM {table}")]

    def _scores(self) -> Iterator[tuple[int, Scored]]:
        counts = self._counts[0]
        by_account: dict[int, list[Raw]] = defaultdict(list)
        for post in self.posts:
            if counts.get(post.id):
                by_account[post.account].append(post)
        for mine in by_account.values():
            for post in mine:
                usual = [one for one in mine if post.at - 90 * DAY <= one.at < post.at]
                shared = set(FACTORS).intersection(*(counts[one.id] for one in (post, *usual)))
                if len(usual) < 8 or not shared:
                    continue
                weights = [
                    sum(FACTORS[metric] * counts[one.id][metric] for metric in shared)
                    for one in (post, *usual)
                ]
                middle = float(statistics.median(weights[1:]))
                parts = tuple((one, counts[post.id][one]) for one in FACTORS if one in shared)
                if middle:
                    yield post.id, Scored(weights[0] / middle, weights[0], middle, len(usual), parts)

    def _passed(self, subject: Subject) -> Iterator[Passed]:
        rows = sorted(self.figures[subject].items())
        highest = rows[0][1].value
        for (before, earlier), (day, now) in pairwise(rows):
            step = (
                50 if now.value < 100 else 100 if now.value < 1_000 else 500 if now.value < 10_000 else 1_000
            )
            sizes = [size * 10**zeros for zeros in range(1, 6) for size in (1, 2, 5)] + [step]
            above = [now.value // size * size for size in sizes if size >= step]
            # The roundest of them: the one that the greatest size divides.
            rounds = [number for number in above if number > highest]
            if rounds and earlier.meaning == now.meaning:
                roundest = max(rounds, key=lambda number: max(size for size in sizes if number % size == 0))
                yield Passed(*subject, roundest, before, day)
            highest = max(highest, now.value)


def _refused(now: Sum, was: Sum, *, stock: bool) -> str:
    meanings = now.meanings | was.meanings
    reasons = {
        "unknown now": not now.meanings,
        "unknown then": not was.meanings,
        "other meaning": len(meanings - {""}) > 1,
        "unclear meaning": len(meanings) > 1 and not stock,
        "few days now": not stock and now.known < 7,
        "few days then": not stock and was.known < 7,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")
