"""The answers of the statistics, reckoned again from the raw rows in another way: they agree exactly."""

import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest

from cmstation.domain.accounts import Account
from cmstation.domain.clock import FixedClock
from cmstation.domain.metrics import Metric
from cmstation.domain.periods import Period, campaign, month, quarter, span, year
from cmstation.services.preferences import Preferences
from cmstation.services.statistics import Statistics
from cmstation.storage.database import Database
from cmstation.storage.settings import Settings
from tests.fakes.simulated_statistics import DAYS, NOW, TODAY, ZONE, NoCalendar, Simulated, simulate

DAY = timedelta(days=1)
STOCKS = {"followers", "posts", "comments"}
FACTORS = {"reactions": 1, "comments": 2, "shares": 3, "saves": 1}
PERIODS = (
    month(2026, 10),
    month(2026, 2),  # a week without one network
    month(2025, 11),  # the meaning of a figure changed
    month(2025, 8),  # nobody counted
    month(2024, 11),  # nothing was known before
    month(2026, 12),  # not begun
    *(quarter(2026, 3), quarter(2025, 4)),
    *(year(2026), year(2025)),
    span(date(2026, 3, 9), date(2026, 4, 2)),
    campaign(1, date(2026, 10, 5), date(2026, 10, 25)),
)


@dataclass
class Stage:
    simulated: Simulated
    statistics: Statistics
    rows: sqlite3.Connection

    def others(self, period: Period) -> tuple[tuple[date, date], tuple[date, date]]:
        """Give the days of the period before and of the year before, by other means than the product."""
        first, last = period.first, period.last
        if (first.day, (last + DAY).day) == (1, 1):
            months = (last.year - first.year) * 12 + last.month - first.month + 1
            back = [(_earlier(first, one), _earlier(last + DAY, one) - DAY) for one in (months, 12)]
            return back[0], back[1]
        days = last - first
        return (first - days - DAY, first - DAY), (
            first.replace(year=first.year - 1),
            last.replace(year=last.year - 1),
        )


def _earlier(first_of_month: date, months: int) -> date:
    count = first_of_month.year * 12 + first_of_month.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    database = Database.in_folder(tmp_path_factory.mktemp("clinic"))
    database.open(NOW)
    simulated = simulate(database)
    assert database.file is not None
    rows = sqlite3.connect(database.file)
    made = Statistics(database, NoCalendar(), Preferences(Settings(database)), FixedClock(NOW))
    yield Stage(simulated, made, rows)
    rows.close()
    database.close()


@pytest.fixture(params=PERIODS, ids=lambda period: period.key)
def period(request: pytest.FixtureRequest) -> Period:
    return request.param


# --- accounts ---


def figures_of(
    stage: Stage, account: int, metric: str, days: tuple[date, date]
) -> list[tuple[str, int, str]]:
    return stage.rows.execute(
        "SELECT day, value, definition FROM stat_figures WHERE account_id = ? AND metric = ?"
        " AND day >= ? AND day <= ? AND day <= ? ORDER BY day",
        (account, metric, str(days[0]), str(days[1]), str(TODAY)),
    ).fetchall()


def known_of(
    stage: Stage, account: int, metric: str, days: tuple[date, date]
) -> tuple[int | None, int, set[str]]:
    """Give the value of some days, how many have a figure, and which meanings are behind."""
    rows = figures_of(stage, account, metric, days)
    if metric in STOCKS:
        end = min(days[1], TODAY)
        recent = [row for row in rows if date.fromisoformat(row[0]) > end - timedelta(days=7)]
        return (recent[-1][1], len(rows), {recent[-1][2]}) if recent else (None, len(rows), set())
    meanings = {row[2] for row in rows}
    return (sum(row[1] for row in rows) if len(meanings) == 1 else None), len(rows), meanings


def test_headlines_and_their_changes_agree(stage: Stage, period: Period) -> None:
    answers = stage.statistics.answers(period)

    before, year_before = stage.others(period)
    told = {(one.account, one.metric.value): one for one in answers.headlines}
    expected = set(
        stage.rows.execute(
            "SELECT DISTINCT account_id, metric FROM stat_figures WHERE day <= ?",
            (str(min(period.last, TODAY)),),
        )
    )
    assert told.keys() == expected
    for (account, metric), one in told.items():
        days = (period.first, period.last)
        assert one.value == known_of(stage, account, metric, days)[0]
        for change, other in ((one.against_before, before), (one.against_year_before, year_before)):
            by, share = compared(stage, account, metric, days, other)
            assert (change.by, change.share) == (by, None if share is None else float(share))
            assert change.before == known_of(stage, account, metric, other)[0]


def compared(
    stage: Stage, account: int, metric: str, days: tuple[date, date], other: tuple[date, date]
) -> tuple[int | None, Fraction | None]:
    (now, n_now, here), (was, n_was, there) = (known_of(stage, account, metric, one) for one in (days, other))
    if now is None or was is None or len((here | there) - {""}) > 1:
        return None, None
    if metric in STOCKS:
        return now - was, Fraction(now - was, was) if was else None
    if len(here | there) > 1:
        return None, None
    lengths = [(span[1] - span[0]).days + 1 for span in (days, other)]
    if n_now < min(7, lengths[0]) or n_was < min(7, lengths[1]):
        return None, None
    if 10 * n_now >= 9 * lengths[0] and 10 * n_was >= 9 * lengths[1]:
        return now - was, Fraction(now - was, was) if was else None
    return None, Fraction(now * n_was - was * n_now, was * n_now) if was else None


def test_gaps_agree(stage: Stage, period: Period) -> None:
    answers = stage.statistics.answers(period)

    for account in stage.simulated.accounts:
        days = {row[0] for row in stage.rows.execute(
            "SELECT DISTINCT day FROM stat_figures WHERE account_id = ?", (account.id,)
        )}  # fmt: skip
        first = max(period.first, date.fromisoformat(min(days)))
        last = min(period.last, TODAY - DAY)
        missing = [
            day
            for back in range(max(0, (last - first).days + 1))
            if str(day := first + back * DAY) not in days
        ]
        told = next(one for one in answers.gaps if one.account == account.id)
        listed = [run[0] + back * DAY for run in told.runs for back in range((run[1] - run[0]).days + 1)]
        assert (told.days, listed) == (len(missing), missing)


def test_round_numbers_agree(stage: Stage, period: Period) -> None:
    answers = stage.statistics.answers(period)

    expected = sorted(
        found
        for account in stage.simulated.accounts
        for metric in ("followers", "posts")
        for found in passed(stage, account, metric)
        if period.first <= date.fromisoformat(found[0]) <= period.last
    )
    told = sorted((str(one.milestone.day), one.account, one.metric.value, one.milestone.value)
                  for one in answers.milestones)  # fmt: skip
    assert told == expected


def passed(stage: Stage, account: Account, metric: str) -> Iterator[tuple[str, int, str, int]]:
    rows = figures_of(stage, account.id, metric, (date(2000, 1, 1), TODAY))
    for place, (earlier, now) in enumerate(pairwise(rows)):
        highest = max(row[1] for row in rows[: place + 1])
        value = now[1]
        step = 50 if value < 100 else 100 if value < 1_000 else 500 if value < 10_000 else 1_000
        round_ones = [
            (size, number)
            for size in (step * factor for factor in (1, 2, 4, 5, 10, 20, 40, 50, 100, 200))
            if str(size).rstrip("0") in ("1", "2", "5")
            for number in [value // size * size]
            if number > highest
        ]
        if round_ones and earlier[2] == now[2]:
            yield now[0], account.id, metric, max(round_ones)[1]


# --- posts ---


@dataclass(frozen=True)
class Raw:
    id: int
    account: int
    local: datetime
    at: datetime
    post: int | None
    theme: int | None
    campaign: int | None
    form: str


@pytest.fixture(scope="module")
def raw(stage: Stage) -> list[Raw]:
    found: list[Raw] = []
    for row in stage.rows.execute(
        "SELECT s.id, s.account_id, s.published_at, s.post_id, p.theme_id, p.campaign_id, s.form"
        " FROM stat_posts s LEFT JOIN posts p ON p.id = s.post_id"
    ):
        at = datetime.fromisoformat(row[2])
        found.append(Raw(row[0], row[1], at.astimezone(ZONE), at, *row[3:]))
    return found


@pytest.fixture(scope="module")
def counts(stage: Stage) -> dict[int, dict[str, int]]:
    """Give what each post had at 7 days, or when it was first read."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for post, metric, _day, value, age in stage.rows.execute(
        "SELECT stat_post_id, metric, day, value, age FROM stat_post_figures ORDER BY day"
    ):
        if metric in FACTORS and (age <= 7 or metric not in found[post]):
            found[post][metric] = value
    return found


@pytest.fixture(scope="module")
def scores(raw: list[Raw], counts: dict[int, dict[str, int]]) -> dict[int, float]:
    found: dict[int, float] = {}
    known = [post for post in raw if counts.get(post.id)]
    for post in known:
        usual = [
            one
            for one in known
            if one.account == post.account and post.at - timedelta(days=90) <= one.at < post.at
        ]
        shared = set(FACTORS).intersection(counts[post.id], *(counts[one.id] for one in usual))
        if len(usual) >= 8 and shared:

            def weight(one: Raw, shared: set[str] = shared) -> int:
                return sum(FACTORS[metric] * counts[one.id][metric] for metric in shared)

            if middle := statistics.median(map(weight, usual)):
                found[post.id] = weight(post) / middle
    return found


def of_period(raw: list[Raw], period: Period) -> list[Raw]:
    return [
        post
        for post in raw
        if period.first <= post.local.date() <= period.last
        and (period.campaign is None or post.campaign == period.campaign)
    ]


def test_posts_and_their_scores_agree(
    stage: Stage, period: Period, raw: list[Raw], scores: dict[int, float], counts: dict[int, dict[str, int]]
) -> None:
    posts = stage.statistics.posts(period)

    ours = of_period(raw, period)
    assert {one.post.id for one in posts} == {post.id for post in ours}
    for one in posts:
        assert (None if one.score is None else one.score.value) == scores.get(one.post.id)
        assert one.counts == {Metric(metric): n for metric, n in counts.get(one.post.id, {}).items()}
        assert one.late == (one.post.id in stage.simulated.late)
        assert one.young == (NOW - one.post.published_at < timedelta(days=7))
    values = [-1 if one.score is None else one.score.value for one in posts]
    assert values == sorted(values, reverse=True)
    answers = stage.statistics.answers(period)
    assert answers.posts_in_all == len(ours)
    assert [one.post.id for one in answers.posts] == [one.post.id for one in posts[:100]]


def test_what_went_out_agrees(stage: Stage, period: Period, raw: list[Raw]) -> None:
    answers = stage.statistics.answers(period)

    spans = stage.others(period)
    for one in answers.published:
        mine = [post for post in raw if post.account == one.account]
        assert one.count == len(of_period(mine, period))
        if period.campaign is not None:
            assert (one.before, one.year_before) == (None, None)
            continue
        for told, (first, last) in zip((one.before, one.year_before), spans, strict=True):
            if min(post.local.date() for post in mine) < first:
                assert told == sum(first <= post.local.date() <= last for post in mine)
            else:
                assert told is None


def test_forms_and_themes_agree(
    stage: Stage, period: Period, raw: list[Raw], scores: dict[int, float]
) -> None:
    answers = stage.statistics.answers(period)

    ours = of_period(raw, period)
    for one in answers.forms:
        mine = [post for post in ours if post.form == one.form]
        assert (one.count, one.share) == (len(mine), len(mine) / len(ours))
        assert (one.scored, one.median) == told_of(mine, scores)
    assert {one.form.value for one in answers.forms} == {post.form for post in ours}
    different = {post.post or f"stat {post.id}" for post in ours}
    for line in answers.themes:
        theme = None if line.theme is None else line.theme.id
        mine = [post for post in ours if post.theme == theme]
        assert line.count == len({post.post or f"stat {post.id}" for post in mine})
        assert line.share == line.count / len(different)
        assert (line.scored, line.median) == told_of(mine, scores)
    listed = {None if line.theme is None else line.theme.id for line in answers.themes}
    assert {post.theme for post in ours} <= listed


def told_of(posts: list[Raw], scores: dict[int, float]) -> tuple[int, float | None]:
    values = [scores[post.id] for post in posts if post.id in scores]
    return len(values), statistics.median(values) if values else None


def test_hours_agree(stage: Stage, period: Period, raw: list[Raw], scores: dict[int, float]) -> None:
    hours = stage.statistics.answers(period).hours

    first = period.first
    if period.campaign is None:
        first = min(first, period.last - timedelta(days=364))
    looked_at = of_period(raw, Period(period.kind, first, period.last, period.campaign))
    assert (hours.first, hours.last) == (first, period.last)
    for cell in hours.cells:
        mine = [
            post for post in looked_at if (post.local.weekday(), post.local.hour) == (cell.weekday, cell.hour)
        ]
        assert (cell.count, cell.median) == told_of(mine, scores)


def test_curves_agree_day_by_day(stage: Stage) -> None:
    first = TODAY - timedelta(days=DAYS - 1)
    for metric in ("followers", "reach", "views"):
        curves = stage.statistics.curves(Metric(metric), None, first, TODAY + 30 * DAY)

        assert curves
        for account, line in curves:
            rows = figures_of(stage, account, metric, (first, TODAY))
            assert [(str(day), value) for day, value in line.points] == [row[:2] for row in rows]
            missing = sum((gap[1] - gap[0]).days + 1 for gap in line.gaps)
            assert missing == DAYS - len(rows)


def test_what_was_put_in_is_seen(stage: Stage) -> None:
    simulated = stage.simulated
    day = stage.rows.execute(
        "SELECT published_at FROM stat_posts WHERE id = ?", (simulated.viral,)
    ).fetchone()[0]
    viral = datetime.fromisoformat(day).astimezone(ZONE)

    of_month = stage.statistics.answers(month(viral.year, viral.month))
    changed = stage.statistics.answers(month(2025, 11))
    august = stage.statistics.answers(month(2025, 8))

    assert of_month.best()[0].post.id == simulated.viral
    reach = changed.headline(simulated.accounts[1].id, Metric.REACH)
    assert reach is not None
    assert (reach.value, reach.against_before.comparable) == (None, False)
    assert {"facebook.account.reach", "facebook.account.viewers"} <= set(changed.definitions)
    assert all(any(run[0] <= date(2025, 8, 4) and run[1] >= date(2025, 8, 15) for run in one.runs)
               for one in august.gaps)  # fmt: skip
    (told,) = stage.statistics.campaigns()
    assert told[0].id == simulated.campaign
    first, last = simulated.campaign_days
    assert first <= told[1].first <= told[1].last <= last
