"""The words in which the page has to tell what is true: English, as a person reads it."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tests.journeys.statistics_truth import Compared, Days, Passed, Scored

METRICS = {
    "followers": "Followers",
    "posts": "Posts",
    "views": "Views",
    "reach": "People reached",
    "impressions": "Displays",
    "reactions": "Reactions",
    "comments": "Comments",
    "shares": "Shares",
    "saves": "Saved",
    "clicks": "Clicks",
    "visits": "Visits",
    "visitors": "Visitors",
}
WHY = {
    "unknown now": "not known",
    "unknown then": "not known then",
    "other meaning": "counted otherwise then",
    "unclear meaning": "unclear what was counted",
    "few days now": "too few days",
    "few days then": "too few days then",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUS = "\u2212"


def figure(value: int | None) -> str:
    """Write a figure."""
    return "not known" if value is None else f"{value:,}"


def signed(value: int | Decimal) -> str:
    """Write a difference."""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{abs(value):,}"


def percent(share: Fraction) -> str:
    """Write a part with its sign; one decimal below ten per cent."""
    hundred = Decimal(share.numerator) * 100 / Decimal(share.denominator)
    places = "0.1" if abs(share) < Fraction(1, 10) else "1"
    return f"{signed(hundred.quantize(Decimal(places), ROUND_HALF_UP))}%"


def change(told: Compared) -> str:
    """Write a change in a cell."""
    if told.why:
        return WHY[told.why]
    if told.mean:
        return "cannot be compared" if told.share is None else f"{percent(told.share)} on the daily mean"
    if not told.by:
        return "as many"
    amount = signed(told.by)
    return amount if told.share is None else f"{amount} ({percent(told.share)})"


def then(count: int | None, other: int | None) -> str:
    """Write how many posts went out in another period."""
    return "not known then" if count is None or other is None else f"{other:,} then"


def score(value: float) -> str:
    """Write a score."""
    return f"{Decimal(repr(value)).quantize(Decimal('0.1'), ROUND_HALF_UP):,}"


def explained(told: Scored) -> str:
    """Write what a score is made of."""
    factors = {"reactions": 1, "comments": 2, "shares": 3, "saves": 1}
    parts = " + ".join(
        f"{count:,} × {factors[metric]} ({METRICS[metric].lower()})" for metric, count in told.parts
    )
    return (
        f"Score {score(told.value)}: {parts} = {told.weight:,}; the usual one of {told.of} post(s) before it "
        f"weighs {score(told.usual)}."
    )


def day(of: date, *, year: bool = True) -> str:
    """Write a day."""
    words = f"{of.day} {MONTHS[of.month - 1]}"
    return f"{words} {of.year}" if year else words


def days(span: Days) -> str:
    """Write some days, said once what they share."""
    first, last = span
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first, year=first.year != last.year)} – {day(last)}"


def month(of: Days) -> str:
    """Name a month."""
    return f"{MONTHS[of[0].month - 1]} {of[0].year}"


def gaps(runs: list[Days], of: int) -> str:
    """Write which days are missing."""
    if not runs:
        return "No day is missing."
    words = ", ".join(days(run) for run in runs[:3])
    if len(runs) > 3:
        words += f" and {len(runs) - 3} more time(s)"
    missing = sum((last - first).days + 1 for first, last in runs)
    return f"Nothing on {words}: {missing} of {of} days have no figure."


def passed(one: Passed, account: str) -> str:
    """Write that a round number was passed."""
    told = f"★ {account} passed {one.value:,} {METRICS[one.metric].lower()}"
    if (one.day - one.before).days > 1:
        return f"{told} between {day(one.before, year=False)} and {day(one.day)}."
    return f"{told} on {day(one.day)}."


def hour(cell: tuple[int, int]) -> tuple[str, str]:
    """Write an hour of the week as the table does."""
    return WEEKDAYS[cell[0]], f"{cell[1]}:00"
