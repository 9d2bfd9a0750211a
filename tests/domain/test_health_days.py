"""The health days of a year: dates known for certain, an independent computation, overrides, own days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.health_days import (
    FIRST_YEAR,
    LAST_YEAR,
    HealthDay,
    for_year,
    shipped,
    themes_of,
    touching,
    with_theme,
)
from cmstation.domain.health_days_rows import Confidence, HealthDayRow
from cmstation.domain.health_days_rules import Span, read_rule
from tests.domain.health_days_by_hand import found_by_walking, rules_in_the_file

YEARS = range(2020, 2041)
# Announced by the organisers or reported by the press at the time.
KNOWN = """
    lepreux                2023-01-29
    epilepsie              2023-02-13
    maladies-rares         2023-02-28
    rein                   2023-03-09
    glaucome-semaine       2023-03-12 2023-03-18
    cerveau                2023-03-13 2023-03-19
    sommeil-fr             2023-03-17
    sommeil-monde          2023-03-17
    asthme                 2023-05-02
    secours                2023-09-09
    moelle                 2023-09-16
    semaine-bleue          2023-10-02 2023-10-08
    sism                   2023-10-09 2023-10-22
    vue                    2023-10-12
    palliatifs             2023-10-14
    bpco                   2023-11-15
    ram                    2023-11-18 2023-11-24
    seeph                  2023-11-20 2023-11-26
    lepreux                2024-01-28
    col-uterus-semaine-eu  2024-01-22 2024-01-28
    epilepsie              2024-02-12
    maladies-rares         2024-02-29
    glaucome-semaine       2024-03-10 2024-03-16
    cerveau                2024-03-11 2024-03-17
    rein                   2024-03-14
    audition-jna           2024-03-14
    sommeil-fr             2024-03-15
    sommeil-monde          2024-03-15
    vaccination-eu         2024-04-22 2024-04-28
    vaccination-monde      2024-04-24 2024-04-30
    asthme                 2024-05-07
    peau                   2024-06-10 2024-06-16
    allaitement-monde      2024-08-01 2024-08-07
    secours                2024-09-14
    ssp                    2024-09-16 2024-09-20
    securite-patients      2024-09-17
    moelle                 2024-09-21
    semaine-bleue          2024-09-30 2024-10-06
    sism                   2024-10-07 2024-10-20
    vue                    2024-10-10
    palliatifs             2024-10-12
    allaitement-fr         2024-10-14 2024-10-20
    seeph                  2024-11-18 2024-11-24
    bpco                   2024-11-20
    lepreux                2025-01-26
    suicide-semaine-qc     2025-02-02 2025-02-08
    epilepsie              2025-02-10
    glaucome-semaine       2025-03-09 2025-03-15
    cerveau                2025-03-10 2025-03-16
    rein                   2025-03-13
    sommeil-fr             2025-03-14
    sommeil-monde          2025-03-14
    ambulanciers           2025-04-08
    sante-mentale-qc       2025-05-05 2025-05-11
    asthme                 2025-05-06
    secours                2025-09-13
    ssp                    2025-09-15 2025-09-19
    moelle                 2025-09-20
    semaine-bleue          2025-10-06 2025-10-12
    sism                   2025-10-06 2025-10-19
    vue                    2025-10-09
    palliatifs             2025-10-11
    seeph                  2025-11-17 2025-11-23
    bpco                   2025-11-19
    telethon               2025-12-05 2025-12-06
    lepreux                2026-01-25
    col-uterus-semaine-eu  2026-01-26 2026-02-01
    suicide-jnps           2026-02-05
    epilepsie              2026-02-09
    rein                   2026-03-12
    sommeil-monde          2026-03-13
    sante                  2026-04-07
    asthme                 2026-05-05
    sep                    2026-05-30
    sang                   2026-06-14
"""


def known() -> list[tuple[str, date, date]]:
    lines = [line.split() for line in KNOWN.strip().splitlines()]
    return [(slug, date.fromisoformat(days[0]), date.fromisoformat(days[-1])) for slug, *days in lines]


def of(slug: str, year: int) -> HealthDay:
    (found,) = (day for day in for_year(year) if day.slug == slug)
    return found


def row(rule: str, confidence: Confidence = Confidence.CONFIRMED) -> HealthDayRow:
    return HealthDayRow("portes-ouvertes", "Portes ouvertes", read_rule(rule), confidence=confidence)


@pytest.mark.parametrize(("slug", "start", "end"), known(), ids=str)
def test_a_known_day_falls_where_it_fell(slug: str, start: date, end: date) -> None:
    day = of(slug, start.year)

    assert (day.start, day.end) == (start, end)


@pytest.mark.parametrize("year", YEARS)
def test_each_rule_gives_what_a_walk_through_the_calendar_gives(year: int) -> None:
    by_hand = {slug: found_by_walking(rule, year) for slug, rule in rules_in_the_file().items()}

    assert {day.slug: (day.start, day.end) for day in for_year(year)} == by_hand


@pytest.mark.parametrize("year", YEARS)
def test_every_slug_comes_once_a_year_in_the_order_of_dates(year: int) -> None:
    days = for_year(year)

    assert sorted(day.slug for day in days) == sorted(one.slug for one in shipped())
    assert [day.start for day in days] == sorted(day.start for day in days)
    assert {day.year for day in days} == {year}


def test_the_last_day_of_february_follows_leap_years() -> None:
    lasts = {year: of("maladies-rares", year).start.day for year in (2023, 2024, 2025, 2028, 2100)}

    assert lasts == {2023: 28, 2024: 29, 2025: 28, 2028: 29, 2100: 28}
    assert of("tournee-minerale", 2024).end == date(2024, 2, 29)


def test_what_is_announced_each_year_is_to_confirm_at_its_usual_date() -> None:
    asked = {slug for slug, rule in rules_in_the_file().items() if rule.startswith("variable:")}

    unsure = {day.slug for day in for_year(2026) if day.to_confirm}

    assert asked
    assert asked <= unsure
    assert not of("cancer-mondiale", 2026).to_confirm


def test_each_row_of_the_file_says_what_a_person_needs() -> None:
    for one in shipped():
        assert one.name_fr
        assert one.name_en
        assert one.themes
        assert one.organiser
        assert one.source, one.slug
        assert "'" not in one.name_fr


def test_the_french_sleep_day_leaves_the_third_friday_when_the_equinox_is_early() -> None:
    """The third Friday was 20 March 2020 and 21 March 2025; the day was kept a week earlier both times."""
    assert of("sommeil-fr", 2020).start == date(2020, 3, 13)
    assert of("sommeil-fr", 2025).start == date(2025, 3, 14)


# --- what a person changes ---


def test_a_date_that_a_person_confirmed_takes_the_place_of_the_usual_one() -> None:
    """In 2024 the Téléthon was a week early, for the reopening of a cathedral."""
    told = Span(date(2024, 11, 29), date(2024, 11, 30))
    kept = {("telethon", 2024): told}

    changed = {day.slug: day for day in for_year(2024, overrides=kept)}["telethon"]
    next_year = {day.slug: day for day in for_year(2025, overrides=kept)}["telethon"]

    assert (changed.start, changed.end, changed.to_confirm) == (told.start, told.end, False)
    assert (next_year.start, next_year.to_confirm) == (date(2025, 12, 5), True)


def test_a_day_that_is_not_kept_this_year_is_left_out_of_this_year_only() -> None:
    kept = {("hta", 2027): None}

    assert "hta" not in {day.slug for day in for_year(2027, overrides=kept)}
    assert "hta" in {day.slug for day in for_year(2028, overrides=kept)}


def test_an_override_of_an_unknown_day_changes_nothing() -> None:
    assert for_year(2027, overrides={("gone", 2027): None}) == for_year(2027)


def test_own_days_stand_among_the_others() -> None:
    days = for_year(2027, rows=(*shipped(), row("fixed:06-15")))

    place = [day.slug for day in days].index("portes-ouvertes")
    assert days[place - 1].start <= date(2027, 6, 15) <= days[place + 1].start
    assert len(days) == len(for_year(2027)) + 1


def test_a_rule_that_is_not_certain_is_to_confirm() -> None:
    (day,) = for_year(2027, rows=[row("fixed:06-15", confidence=Confidence.TO_CONFIRM)])

    assert day.to_confirm


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_a_year_far_away_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        for_year(year)


# --- themes ---


def test_a_theme_is_found_whatever_its_capitals_and_accents() -> None:
    days = for_year(2027)

    found = with_theme(days, " COEUR et vaisseaux")

    assert {"coeur", "hta"} <= {day.slug for day in found}
    assert all("cœur et vaisseaux" in day.themes for day in found)
    assert with_theme(days, "coeur") == []


def test_themes_are_listed_once_with_accents_in_their_place() -> None:
    themes = themes_of(shipped())

    assert len(themes) == len(set(themes))
    assert [theme for theme in themes if theme.startswith("m")] == [
        "maladies rares",
        "mère et enfant",
        "métiers du soin",
    ]


# --- ranges ---


def test_a_span_over_the_end_of_the_year_touches_both_years() -> None:
    rows = [row("span:12-20..01-10")]

    assert [day.year for day in touching(date(2027, 1, 10), date(2027, 1, 31), rows=rows)] == [2026]
    assert [day.year for day in touching(date(2027, 1, 1), date(2027, 12, 31), rows=rows)] == [2026, 2027]
    assert touching(date(2027, 1, 11), date(2027, 12, 19), rows=rows) == []


def test_a_week_that_begins_in_the_year_before_touches_it() -> None:
    rows = [row("weekof:01-01")]

    (day,) = touching(date(2026, 12, 28), date(2026, 12, 31), rows=rows)

    assert (day.year, day.start, day.end) == (2027, date(2026, 12, 28), date(2027, 1, 3))


def test_a_range_beyond_the_years_we_know_holds_nothing() -> None:
    assert touching(date(1980, 1, 1), date(1980, 12, 31)) == []
    assert touching(date(2200, 1, 1), date(2200, 12, 31)) == []


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 400))
def test_a_range_holds_exactly_the_days_that_touch_it(start: date, length: int) -> None:
    end = start + timedelta(days=length)

    found = touching(start, end)

    all_days = [day for year in range(start.year - 1, end.year + 2) for day in for_year(year)]
    expected = [
        day
        for day in all_days
        if any(start <= day.start + timedelta(days=n) <= end for n in range((day.end - day.start).days + 1))
    ]
    assert sorted((day.slug, day.year) for day in found) == sorted((day.slug, day.year) for day in expected)
    assert [day.start for day in found] == sorted(day.start for day in found)
