"""What the page of statistics shows, held against what the rows of the file tell."""

import csv
import statistics
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from cmstation.ui.statistics.answers_curves import CurvesAnswer
from cmstation.ui.statistics.answers_gaps import GapsAnswer
from cmstation.ui.statistics.answers_goals import GoalsAnswer
from cmstation.ui.statistics.answers_hours import HoursAnswer
from cmstation.ui.statistics.answers_posts import WorkedAnswer
from tests.fakes.simulated_statistics import NOW, PC_OFF, TODAY
from tests.journeys import statistics_words as say
from tests.journeys.statistics_reader import StatReader
from tests.journeys.statistics_truth import DAY, Days, Raw, Truth, month_of
from tests.journeys.statistics_world import BEST_HOUR

OCTOBER = month_of(2026, 10)
FEWEST_IN_CELL, FEWEST_IN_ALL, MOST_LISTED = 5, 20, 40


@dataclass
class Sight:
    """What is looked at: the page, and what is in the file."""

    reader: StatReader
    folder: Path
    truth: Truth

    def look_again(self) -> None:
        """Read the file anew: something was stored."""
        self.truth = Truth(self.folder)


def others(days: Days) -> tuple[Days, Days]:
    """Return the month or year before, and the same one of last year."""
    year, number = days[0].year, days[0].month
    if days[1].month != number:
        before = (date(year - 1, 1, 1), date(year - 1, 12, 31))
        return before, before
    return month_of(year, number - 1), month_of(year - 1, number)


def look_at_a_period(sight: Sight, days: Days) -> None:
    """Find all that a period tells."""
    look_at_the_figures(sight, days)
    look_at_the_posts(sight, days)
    look_at_the_hours(sight, days)
    look_at_what_is_missing(sight, days)
    look_at_the_round_numbers(sight, days)


def look_at_the_figures(sight: Sight, days: Days) -> None:
    """Find each figure of each account, held against the month before and the same month of last year."""
    truth, expected = sight.truth, dict[str, tuple[str, str, str]]()
    before, year_before = others(days)
    for account, metric in truth.subjects(days):
        subject = (account, metric)
        value = truth.told(subject, days).value
        expected[f"{say.METRICS[metric]}, {truth.names[account]}"] = (
            say.figure(value),
            say.change(truth.compared(subject, days, before)),
            say.change(truth.compared(subject, days, year_before)),
        )
    for account, name in truth.names.items():
        count = truth.published(account, days)
        expected[f"Posts published, {name}"] = (
            say.figure(count),
            say.then(count, truth.published_then(account, before)),
            say.then(count, truth.published_then(account, year_before)),
        )

    shown = sight.reader.figures()

    assert shown == expected


def look_at_the_posts(sight: Sight, days: Days) -> None:
    """Find the posts in the order of their scores, each score explained."""
    truth = sight.truth
    posts = truth.of_days(days)
    # Of equal ones the newest comes first.
    newest = sorted((one for one in posts if one.id in truth.scores), key=lambda one: one.at, reverse=True)
    ranked = sorted(newest, key=lambda one: -truth.scores[one.id].value)

    shown = sight.reader.scores()
    bars = sight.reader.table(WorkedAnswer)

    assert shown[: len(ranked)] == [(one.title, explained(truth, one)) for one in ranked][:MOST_LISTED]
    assert all(told.startswith("No score: ") for _title, told in shown[len(ranked) :])
    assert len(shown) == min(len(posts), MOST_LISTED)
    assert [(row[0], row[-1]) for row in bars[1:]] == [
        (one.title, truth.names[one.account]) for one in ranked[:5]
    ]
    counted = f"{len(ranked):,} of {len(posts):,} post(s) in this period can be compared with earlier ones."
    left = f"{len(posts) - MOST_LISTED:,} more post(s) are not listed here."
    words = sight.reader.words(WorkedAnswer)
    assert (counted in words) is bool(ranked)
    assert (left in words) is (len(posts) > MOST_LISTED)


def explained(truth: Truth, post: Raw) -> str:
    """Say what the score of a post is made of, and whether it may still change."""
    told = say.explained(truth.scores[post.id])
    if NOW - post.at < timedelta(days=7):
        return f"{told} It is less than seven days old and may still grow."
    if post.id in truth.late:
        return f"{told} Some figures were first read later than seven days after it."
    return told


def look_at_the_viral_post(sight: Sight, title: str) -> None:
    """Find the viral post first."""
    truth = sight.truth
    (viral,) = [one for one in truth.posts if one.title == title]
    score = truth.scores[viral.id]

    words = sight.reader.words(WorkedAnswer)
    (first_title, first_told), *_rest = sight.reader.scores()

    assert score.value > 10
    assert f"“{title}” did {say.score(score.value)} times as well as usual." in words
    assert (first_title, first_told) == (title, say.explained(score))


def look_at_the_hours(sight: Sight, days: Days) -> None:
    """Find the best hours, and no claim where there are few posts."""
    cells = sight.truth.hours(days)
    in_all = sum(map(len, cells.values()))
    claimed = {
        cell: statistics.median(found)
        for cell, found in cells.items()
        if in_all >= FEWEST_IN_ALL and len(found) >= FEWEST_IN_CELL
    }
    best = sorted(
        (cell for cell, median in claimed.items() if median > 1),
        key=lambda cell: (-claimed[cell], -len(cells[cell]), cell),
    )[:3]

    words = sight.reader.words(HoursAnswer)
    table = sight.reader.table(HoursAnswer)

    assert {(row[0], row[1]): (row[2], row[3]) for row in table[1:]} == {
        say.hour(cell): (f"{len(found):,}", hour_words(claimed.get(cell))) for cell, found in cells.items()
    }
    if best:
        named = ", ".join(" at ".join(say.hour(cell)) for cell in best)
        assert f"Your posts do better than usual on {named}." in words
    elif not claimed:
        assert "There are too few posts to say at which hour they do best." in words
    else:
        assert "No hour of the week does better than usual." in words
    span = say.days((min(days[0], days[1] - 364 * DAY), days[1]))
    assert f"From {in_all:,} post(s) with a score, {span}, on the clocks of Paris." in words
    if days == OCTOBER:
        # What was put in is found, and some hours of Sunday stay without a claim.
        assert best[0] == BEST_HOUR
        assert any(cell not in claimed for cell in cells)


def hour_words(median: float | None) -> str:
    if median is None:
        return "Not enough posts"
    return f"{median:.0f}" if median.is_integer() else say.score(median)


def look_at_what_is_missing(sight: Sight, days: Days) -> None:
    """Find the days without a figure told, account by account."""
    told = [say.gaps(*sight.truth.runs(account, days)) for account in sight.truth.names]

    words = sight.reader.words(GapsAnswer)

    assert [one for one in words if one.startswith(("Nothing on", "No day", "No figure"))] == told


def look_at_the_days_off(sight: Sight, days: Days) -> None:
    """Find the days on which the computer was off: what was imported closes them for one account alone."""
    truth = sight.truth
    runs = {name: truth.runs(account, days)[0] for account, name in truth.names.items()}
    holed = sum(map(bool, runs.values()))

    words = sight.reader.words(GapsAnswer)

    off = {
        name
        for name, of_it in runs.items()
        if any(run[0] <= PC_OFF[0] and PC_OFF[1] <= run[1] for run in of_it)
    }
    assert off == set(truth.names.values()) - {"WordPress"}
    assert f"{holed} account(s) have days without a figure." in words


def look_at_the_changed_meaning(sight: Sight, days: Days) -> None:
    """Find that figures of another meaning are neither added up nor held against each other."""
    reader = sight.reader
    shown = reader.figures()["People reached, Facebook"]
    tip, before, _year = reader.explained("People reached, Facebook")
    reader.unfold(GapsAnswer)
    words = reader.words(GapsAnswer)

    assert shown[:2] == ("not known", "counted otherwise then")
    than = say.month(others(days)[0])
    assert before == f"not comparable with {than}: something else was counted then"
    meanings = [one for one in words if one.startswith("People reached on Facebook: ")]
    assert len(meanings) == 2
    assert all(one in tip for one in meanings)


def look_at_the_round_numbers(sight: Sight, days: Days) -> None:
    """Find the round numbers that were passed."""
    truth = sight.truth
    expected = sorted(say.passed(one, truth.names[one.account]) for one in truth.passed(days))

    words = sight.reader.words(GoalsAnswer)

    assert sorted(one for one in words if one.startswith("★")) == expected


# --- curves ---


def look_at_the_curves(sight: Sight, folder: Path) -> None:
    """Find every day of two years in the table, empty where nobody counted, and the line broken there."""
    truth, reader = sight.truth, sight.reader
    accounts = [account for account, metric in sorted(truth.subjects(OCTOBER)) if metric == "followers"]
    chart = reader.card(CurvesAnswer).lines
    reader.look_at(chart)
    frame = chart.frame()
    start, end = (
        frame.x((day + step * 3 * DAY).toordinal()) for day, step in zip(PC_OFF, (-1, 1), strict=True)
    )
    middle = frame.area.center().y()
    reader.drag(chart, QPoint(round(start), round(middle)), QPoint(round(end), round(middle)))
    reader.settle()
    assert not chart.is_whole
    frame = chart.frame()
    picture = chart.grab().toImage()
    edges = [round(frame.x(day.toordinal())) for day in (PC_OFF[0], PC_OFF[1])]
    rows = range(round(frame.area.top()) + 1, round(frame.area.bottom()) - 1)
    within = {column_of(picture, x, rows) for x in range(edges[0] + 2, edges[1] - 2)}
    before = {column_of(picture, x, rows) for x in range(round(frame.area.left()) + 1, edges[0] - 30)}
    assert len(within) == 1
    assert len(before - within) > 20

    table = reader.table(CurvesAnswer)
    text = reader.export(CurvesAnswer, folder / "abonnés.csv")

    head, *lines = csv.reader(text.splitlines(), delimiter=";")
    assert tuple(head) == table[0] == ("Day", *(truth.names[account] for account in accounts))
    known = [truth.figures[account, "followers"] for account in accounts]
    first = TODAY - timedelta(days=730)
    days = [first + number * DAY for number in range(731)]
    assert lines == [
        [str(day), *("" if day not in rows else str(rows[day].value) for rows in known)] for day in days
    ]
    assert [row[1:] for row in table[1:]] == [
        tuple("" if day not in rows else say.figure(rows[day].value) for rows in known) for day in days
    ]
    assert "Where a line stops, no figure was taken; nothing is filled in." in reader.words(CurvesAnswer)


def column_of(picture: QImage, x: int, rows: range) -> tuple[int, ...]:
    return tuple(picture.pixel(x, y) for y in rows)
