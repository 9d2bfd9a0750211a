"""A file of school holidays is read whole, or names each line that is wrong."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import DayOff, DayOffKind
from cmstation.domain.regions import SCHOOL_REGIONS, Region
from cmstation.domain.school_holidays import (
    COLUMNS,
    LARGEST,
    SHIPPED_FILE,
    SchoolFault,
    SchoolFaultyLine,
    SchoolHoliday,
    SchoolHolidaysUnreadable,
    read_school_holidays,
    schools_off,
)

HEADING = ",".join(COLUMNS)
GOOD = "FR-B,Vacances d’hiver,2027-02-20,2027-03-07,arrêté"
ROW = SchoolHoliday(Region.FRANCE_B, "Vacances d’hiver", date(2027, 2, 20), date(2027, 3, 7), source="arrêté")


def faults(*lines: str) -> tuple[SchoolFaultyLine, ...]:
    with pytest.raises(SchoolHolidaysUnreadable) as refused:
        read_school_holidays("\n".join(lines).encode())
    return refused.value.lines


def changed(**fields: str) -> str:
    """Return a good line with other words in some of its fields."""
    return ",".join((dict(zip(COLUMNS, GOOD.split(","), strict=True)) | fields).values())


def test_a_line_becomes_a_row() -> None:
    assert read_school_holidays(f"{HEADING}\n{GOOD}\n".encode()) == (ROW,)


def test_a_file_as_a_french_spreadsheet_saves_it_is_read() -> None:
    line = 'FR-B;"Vacances d’hiver";20/02/2027;7/3/2027;arrêté'
    saved = f"\ufeff# remarque, avec une virgule\r\n{HEADING.replace(',', ';')}\r\n{line}\r\n".encode()

    assert read_school_holidays(saved) == (ROW,)


def test_remarks_and_empty_lines_are_passed_over() -> None:
    assert read_school_holidays(f"# a ; b\n\n{HEADING}\n,,,,\n# c\n{GOOD}\n\n".encode()) == (ROW,)


def test_columns_may_stand_in_another_order_beside_others() -> None:
    heading = ",".join((*reversed(COLUMNS), "remarque"))
    line = ",".join((*reversed(GOOD.split(",")), "à moi"))

    assert read_school_holidays(f"{heading}\n{line}".encode()) == (ROW,)


def test_a_file_without_lines_says_that_no_school_is_closed() -> None:
    assert read_school_holidays(HEADING.encode()) == ()


@pytest.mark.parametrize(
    ("line", "fault", "found"),
    [
        (GOOD + ",encore", SchoolFault.FIELDS, "6/5"),
        (changed(region="FR-Z"), SchoolFault.REGION, "FR-Z"),
        (changed(region="FR-AM"), SchoolFault.REGION, "FR-AM"),
        (changed(region="none"), SchoolFault.REGION, "none"),
        (changed(name=""), SchoolFault.NAME, ""),
        (changed(first="20.02.2027"), SchoolFault.DATE, "20.02.2027"),
        (changed(last="2027-02-30"), SchoolFault.DATE, "2027-02-30"),
        (changed(first="1999-12-31"), SchoolFault.DATE, "1999-12-31"),
        (changed(last="31/02/2027"), SchoolFault.DATE, "31/02/2027"),
        (changed(last="2027-02-19"), SchoolFault.ENDS_BEFORE_START, "2027-02-20 > 2027-02-19"),
        (changed(last="2028-03-07"), SchoolFault.TOO_LONG, "2027-02-20 – 2028-03-07"),
    ],
)
def test_a_faulty_line_is_named(line: str, fault: SchoolFault, found: str) -> None:
    assert faults(HEADING, changed(name="Autres"), line) == (SchoolFaultyLine(3, fault, found),)


def test_the_same_holidays_twice_are_named() -> None:
    assert faults(HEADING, GOOD, changed(last="2027-03-01")) == (
        SchoolFaultyLine(3, SchoolFault.TWICE, "Vacances d’hiver, 2027-02-20"),
    )


def test_every_faulty_line_is_named_at_once() -> None:
    found = faults("# ici", HEADING, changed(region="X"), GOOD, changed(first="demain"))

    assert [(one.line, one.fault) for one in found] == [(3, SchoolFault.REGION), (5, SchoolFault.DATE)]


def test_missing_columns_are_named() -> None:
    assert faults("region,name,début", GOOD) == (
        SchoolFaultyLine(1, SchoolFault.NO_HEADING, "first, last, source"),
    )
    assert faults("") == (SchoolFaultyLine(1, SchoolFault.NO_HEADING, ", ".join(COLUMNS)),)


def test_an_open_quotation_mark_is_named() -> None:
    assert faults(HEADING, 'FR-B,"Vacances') == (SchoolFaultyLine(2, SchoolFault.QUOTES),)


def test_a_letter_of_another_encoding_is_named_with_its_line() -> None:
    with pytest.raises(SchoolHolidaysUnreadable) as refused:
        read_school_holidays(f"{HEADING}\n{GOOD}\n".encode() + "FR-B,été".encode("latin-1"))

    assert refused.value.lines == (SchoolFaultyLine(3, SchoolFault.NOT_UTF8),)


def test_a_huge_file_is_not_read() -> None:
    with pytest.raises(SchoolHolidaysUnreadable) as refused:
        read_school_holidays(b"#" * (LARGEST + 1))

    assert refused.value.lines == (SchoolFaultyLine(1, SchoolFault.TOO_LARGE),)


@given(st.binary(max_size=300) | st.text(alphabet='FR-B,;"\n#/0129 ', max_size=120).map(str.encode))
def test_whatever_the_content_it_is_read_or_refused(content: bytes) -> None:
    try:
        rows = read_school_holidays(f"{HEADING}\n".encode() + content)
    except SchoolHolidaysUnreadable as refused:
        assert refused.lines
    else:
        assert all(row.first <= row.last and row.name for row in rows)


# --- what falls on the days asked for ---


@pytest.mark.parametrize(
    ("first", "last", "touched"),
    [
        (date(2027, 2, 1), date(2027, 2, 19), False),
        (date(2027, 2, 1), date(2027, 2, 20), True),
        (date(2027, 2, 28), date(2027, 2, 28), True),
        (date(2027, 3, 7), date(2027, 3, 31), True),
        (date(2027, 3, 8), date(2027, 3, 31), False),
    ],
)
def test_both_ends_count(first: date, last: date, touched: bool) -> None:
    off = (DayOff(DayOffKind.SCHOOL, ROW.name, ROW.first, ROW.last),) if touched else ()

    assert schools_off((ROW,), Region.FRANCE_B, first, last) == off
    assert schools_off((ROW,), Region.ALSACE_MOSELLE, first, last) == off
    assert schools_off((ROW,), Region.FRANCE_A, first, last) == ()


# --- the file that ships ---


def shipped(region: Region) -> list[SchoolHoliday]:
    rows = read_school_holidays(SHIPPED_FILE.read_bytes())
    return sorted((row for row in rows if row.region is region), key=lambda row: row.first)


@pytest.mark.parametrize("region", SCHOOL_REGIONS)
def test_shipped_holidays_of_a_region_do_not_overlap_and_name_their_source(region: Region) -> None:
    rows = shipped(region)

    assert all(before.last < after.first for before, after in pairwise(rows))
    assert all(row.source for row in rows)


@pytest.mark.parametrize("region", [Region.FRANCE_A, Region.FRANCE_B, Region.FRANCE_C])
def test_french_holidays_begin_on_saturday_and_end_on_the_eve_of_school(region: Region) -> None:
    for row in shipped(region):
        if "Ascension" in row.name:
            assert (row.first.weekday(), row.last.weekday()) == (3, 6)
        elif "été" in row.name:
            assert (row.first.month, row.last.month) in ((7, 8), (7, 9))
        else:
            assert row.first.weekday() == 5
            assert (row.last + timedelta(days=1)).weekday() in (0, 1)


def test_no_two_french_zones_take_the_same_fortnight_of_winter() -> None:
    zones = (Region.FRANCE_A, Region.FRANCE_B, Region.FRANCE_C)
    winters = [row.first for zone in zones for row in shipped(zone) if "hiver" in row.name]

    assert len(winters) == 9
    assert len(set(winters)) == 9


def easter(year: int) -> date:
    """Compute Easter Sunday by Butcher's rule."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    m = (a + 11 * h) // 319
    k = (2 * e + 2 * (c // 4) - c % 4 - h + m + 32) % 7
    month = (h - m + k + 90) // 25
    return date(year, month, (h - m + k + month + 19) % 32)


def flemish(autumn: int) -> list[tuple[date, date]]:
    """Compute the holidays of a Flemish school year from the rules of its decree."""
    all_saints, christmas, sunday = date(autumn, 11, 1), date(autumn, 12, 25), easter(autumn + 1)
    week = timedelta(days=7)

    def monday(day: date) -> date:
        return day - timedelta(days=day.weekday())

    first = monday(all_saints) + week * (all_saints.weekday() == 6)
    second = monday(christmas) + week * (christmas.weekday() >= 5)
    third = monday(sunday) - 6 * week
    april = monday(date(autumn + 1, 4, 7))
    fourth = sunday + timedelta(days=1) if sunday.month == 3 else april
    ends = fourth + timedelta(days=13)
    if sunday > date(autumn + 1, 4, 15):
        fourth = monday(sunday) - week
        ends = sunday + timedelta(days=1)
    return [
        (first, first + timedelta(days=6)),
        (second, second + timedelta(days=13)),
        (third, third + timedelta(days=6)),
        (fourth, ends),
        (date(autumn + 1, 7, 1), date(autumn + 1, 8, 31)),
    ]


def test_flemish_holidays_agree_with_the_rules_of_the_decree() -> None:
    rows = [row for row in shipped(Region.BELGIUM_FLEMISH) if "Ascension" not in row.name]

    assert [(row.first, row.last) for row in rows] == [
        span for autumn in (2025, 2026, 2027) for span in flemish(autumn)
    ]


def test_what_no_ministry_fixes_is_to_be_confirmed() -> None:
    assert shipped(Region.QUEBEC)
    assert all(row.name.endswith("(à confirmer)") for row in shipped(Region.QUEBEC))
