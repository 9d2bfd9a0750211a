"""Any rule is followed, or given up, in half a second; and what is bounded finds the same as what is not."""

import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.ics_rule_text import FREQUENCIES, parts_of
from cmstation.domain.ics_rules import TooHard, rule_walls
from tests.domain.calendar_samples import wall

LONGEST_S = 0.5
SPAN = (wall(2026, 8, 1), wall(2027, 11, 5))
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HOURS, MINUTES = ",".join(map(str, range(24))), ",".join(map(str, range(60)))
PLACES = ",".join(str(sign * place) for sign in (1, -1) for place in range(1, 367))
EVERY_DAY = ",".join(f"{sign}{week}{day}" for sign in ("", "-") for week in range(1, 54) for day in DAYS)


def _listed(lowest: int, highest: int, *, signed: bool = False) -> st.SearchStrategy[str]:
    numbers = st.integers(lowest, highest)
    if signed:
        numbers = numbers | numbers.map(lambda one: -one)
    few, all_of_them = st.lists(numbers, min_size=1, max_size=4), st.just(list(range(lowest, highest + 1)))
    return st.one_of(few, few, all_of_them).map(lambda many: ",".join(map(str, many)))


_by_day = st.lists(
    st.tuples(st.integers(-53, 53) | st.just(0), st.sampled_from(DAYS)).map(
        lambda one: f"{one[0] or ''}{one[1]}"
    ),
    min_size=1,
    max_size=6,
).map(",".join)
_PARTS: dict[str, st.SearchStrategy[str]] = {
    "INTERVAL": st.integers(1, 10_000).map(str) | st.integers(1, 4).map(str),
    "COUNT": st.integers(1, 100_000).map(str),
    "UNTIL": st.sampled_from(("20270101", "99991231T235959Z", "19900101")),
    "WKST": st.sampled_from(DAYS),
    "BYSECOND": _listed(0, 59),
    "BYMINUTE": _listed(0, 59),
    "BYHOUR": _listed(0, 23),
    "BYDAY": _by_day | st.just(EVERY_DAY),
    "BYMONTHDAY": _listed(1, 31, signed=True),
    "BYYEARDAY": _listed(1, 366, signed=True),
    "BYWEEKNO": _listed(1, 53, signed=True),
    "BYMONTH": _listed(1, 12),
    "BYSETPOS": _listed(1, 366, signed=True) | st.just(PLACES),
}


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Draw any rule that the reader lets in."""
    names = draw(st.lists(st.sampled_from(tuple(_PARTS)), unique=True, max_size=5))
    if "COUNT" in names and "UNTIL" in names:
        names.remove("UNTIL")
    if "BYSETPOS" in names and not any(one.startswith("BY") and one != "BYSETPOS" for one in names):
        names.append("BYDAY")
    given_parts = [f"{name}={draw(_PARTS[name])}" for name in names]
    rule = ";".join((f"FREQ={draw(st.sampled_from(FREQUENCIES))}", *given_parts))
    parts_of(rule)
    return rule


def walls(rule: str, first: datetime, span: tuple[datetime, datetime] = SPAN) -> list[datetime] | None:
    """Return what a rule gives, None when it is too hard, in time."""
    started = time.process_time()
    try:
        found = list(rule_walls(rule, first, span, "Europe/Paris"))
    except TooHard:
        found = None
    assert time.process_time() - started < LONGEST_S, rule
    return found


@settings(deadline=None, max_examples=200)
@given(rule=rules(), first=st.datetimes(wall(1980, 1, 1), wall(2027, 12, 31)))
def test_any_rule_ends_in_time(rule: str, first: datetime) -> None:
    found = walls(rule, first.replace(microsecond=0))

    assert found is None or found == sorted(found)


WORST = (
    f"FREQ=DAILY;BYHOUR={HOURS};BYMINUTE={MINUTES};BYSETPOS={PLACES};COUNT=100000",
    f"FREQ=YEARLY;BYDAY={EVERY_DAY};BYSETPOS={PLACES};COUNT=100000",
    f"FREQ=MONTHLY;BYDAY={EVERY_DAY};COUNT=100000",
    f"FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30;BYMINUTE={MINUTES};BYSECOND={MINUTES}",
    f"FREQ=HOURLY;BYMINUTE={MINUTES};BYSETPOS={PLACES};COUNT=100000",
    f"FREQ=YEARLY;BYHOUR={HOURS};BYMINUTE={MINUTES};BYSECOND={MINUTES}",
    "FREQ=YEARLY;BYDAY=-53MO;BYMONTHDAY=31",
    "FREQ=YEARLY;BYDAY=1MO;BYSETPOS=5",
    "FREQ=YEARLY;BYDAY=20MO;BYYEARDAY=1",
    "FREQ=YEARLY;BYDAY=MO;BYWEEKNO=53;BYYEARDAY=100",
    f"FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2;BYSETPOS={','.join(['1'] * 20_000)}",
)


@pytest.mark.parametrize("rule", WORST, ids=lambda rule: rule[:30])
@pytest.mark.parametrize("year", [1980, 2026])
@pytest.mark.parametrize("span", [SPAN, (SPAN[0], wall(2900, 1, 1))], ids=["year", "centuries"])
def test_the_hardest_rules_end_in_time(rule: str, year: int, span: tuple[datetime, datetime]) -> None:
    walls(rule, wall(year, 12, 31, 23, 59), span)


@pytest.mark.parametrize(
    "rule", ["FREQ=MONTHLY;BYDAY=53MO", "FREQ=MONTHLY;BYDAY=-6MO", "FREQ=YEARLY;BYMONTH=12;BYDAY=53MO"]
)
def test_a_weekday_that_no_month_has_gives_nothing(rule: str) -> None:
    assert walls(rule, wall(2026, 1, 1)) == []
    alone = f"{rule.partition('BYDAY')[0]}BYDAY=1MO"
    assert walls(f"{rule},1MO", wall(2026, 1, 1)) == walls(alone, wall(2026, 1, 1))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYDAY=-1FR,1SU;INTERVAL=3",
        "FREQ=YEARLY;BYDAY=1MO;COUNT=40",
        "FREQ=YEARLY;BYDAY=53TH",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=400",
        "FREQ=YEARLY;BYDAY=SU;BYSETPOS=20,20,20",
        "FREQ=DAILY;BYHOUR=9,14;BYSETPOS=2",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "FREQ=HOURLY;BYHOUR=9,10;BYDAY=MO",
    ],
)
@pytest.mark.parametrize("year", [1996, 2026])
def test_what_is_bounded_finds_the_same(rule: str, year: int) -> None:
    first = wall(year, 1, 1, 9)
    every: Any = rrulestr(rule, dtstart=first)

    found = walls(rule, first)

    assert found == list(every.between(SPAN[0] - timedelta(seconds=1), SPAN[1], inc=True))
