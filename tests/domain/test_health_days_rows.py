"""A file of health days is read whole, or names each line that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.health_days_rows import (
    COLUMNS,
    LARGEST,
    Confidence,
    Country,
    Fault,
    FaultyLine,
    HealthDaysUnreadable,
    read_rows,
)
from cmstation.resource_files import resource

HEADING = ";".join(COLUMNS)
GOOD = "rein;Journée du rein;Kidney Day;nth:03:thu:2;reins, prévention;FR, BE;ISN;to-confirm;isn"


def faults(*lines: str) -> tuple[FaultyLine, ...]:
    with pytest.raises(HealthDaysUnreadable) as refused:
        read_rows("\n".join(lines).encode())
    return refused.value.lines


def changed(**fields: str) -> str:
    """Return a good line with other words in some of its fields."""
    return ";".join((dict(zip(COLUMNS, GOOD.split(";"), strict=True)) | fields).values())


def test_a_line_becomes_a_row() -> None:
    (row,) = read_rows(f"{HEADING}\n{GOOD}\n".encode())

    assert (row.slug, row.name_fr, row.name_en) == ("rein", "Journée du rein", "Kidney Day")
    assert row.rule.text == "nth:03:thu:2"
    assert row.themes == ("reins", "prévention")
    assert row.countries == (Country.FRANCE, Country.BELGIUM)
    assert (row.organiser, row.confidence, row.source) == ("ISN", Confidence.TO_CONFIRM, "isn")


def test_remarks_and_empty_lines_are_passed_over() -> None:
    assert len(read_rows(f"# remarque ; « »\n\n{HEADING}\n;;;;;;;;\n# autre\n{GOOD}\n\n".encode())) == 1


def test_a_file_as_a_spreadsheet_saves_it_is_read() -> None:
    quoted = changed(name_fr='"Rein ; la ""Journée"""')
    saved = f"\ufeff{HEADING}\r\n{quoted}\r\n".encode()

    assert read_rows(saved)[0].name_fr == 'Rein ; la "Journée"'


def test_columns_may_stand_in_another_order_beside_others() -> None:
    heading = ";".join((*reversed(COLUMNS), "remarque"))
    line = ";".join((*reversed(GOOD.split(";")), "à moi"))

    assert read_rows(f"{heading}\n{line}".encode()) == read_rows(f"{HEADING}\n{GOOD}".encode())


def test_no_country_means_everywhere() -> None:
    assert read_rows(f"{HEADING}\n{changed(countries='')}".encode())[0].countries == (Country.WORLD,)


def test_a_heading_alone_holds_no_day() -> None:
    assert read_rows(HEADING.encode()) == ()


@pytest.mark.parametrize(
    ("fields", "fault", "found"),
    [
        ({"slug": ""}, Fault.SLUG, ""),
        ({"slug": "Journée du rein"}, Fault.SLUG, "Journée du rein"),
        ({"slug": "rein-"}, Fault.SLUG, "rein-"),
        ({"name_fr": " "}, Fault.NAME, ""),
        ({"rule": ""}, Fault.RULE, ""),
        ({"rule": "fixed:02-30"}, Fault.RULE, "fixed:02-30"),
        ({"countries": "FR, Suisse"}, Fault.COUNTRY, "Suisse"),
        ({"confidence": "sûr"}, Fault.CONFIDENCE, "sûr"),
        ({"source": "a;b"}, Fault.FIELDS, "10/9"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_wrong(fields: dict[str, str], fault: Fault, found: str) -> None:
    other = GOOD.replace("rein;", "autre;", 1)

    assert faults(HEADING, other, changed(**fields)) == (FaultyLine(3, fault, found),)


def test_every_wrong_line_is_named_at_once() -> None:
    told = faults("# remarque", HEADING, changed(rule="hier"), "", GOOD, "rein;court", GOOD)

    assert told == (
        FaultyLine(3, Fault.RULE, "hier"),
        FaultyLine(6, Fault.FIELDS, "2/9"),
        FaultyLine(7, Fault.SLUG_TWICE, "rein"),
    )


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    two_lines = changed(source='"une\nautre"')

    assert [one.line for one in faults(HEADING, two_lines, changed(slug="B"))] == [4]
    assert [one.line for one in faults(HEADING, changed(source="un\u2028deux"), changed(slug="B"))] == [3]


def test_a_quotation_mark_that_does_not_close_is_named() -> None:
    assert faults(HEADING, GOOD, changed(slug="b", name_fr='"Rein')) == (FaultyLine(3, Fault.QUOTES),)


@pytest.mark.parametrize("content", ["", "\n", "a;b\n1;2", HEADING.replace(";", ",")])
def test_a_file_without_our_columns_is_refused(content: str) -> None:
    (only,) = faults(content)

    assert only.fault is Fault.NO_HEADING
    assert "rule" in only.found


def test_a_file_of_another_encoding_names_the_line_of_its_first_accent() -> None:
    with pytest.raises(HealthDaysUnreadable) as refused:
        read_rows(f"{HEADING}\nrein;R;K;month:01;;;;confirmed;\n{GOOD}".encode("cp1252"))

    assert refused.value.lines == (FaultyLine(3, Fault.NOT_UTF8),)


def test_a_huge_file_is_not_read() -> None:
    with pytest.raises(HealthDaysUnreadable) as refused:
        read_rows(b"#" * (LARGEST + 1))

    assert refused.value.lines[0].fault is Fault.TOO_LARGE


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"{HEADING}\n{text}".encode()))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        rows = read_rows(data)
    except HealthDaysUnreadable as refused:
        assert refused.lines
    else:
        assert len({row.slug for row in rows}) == len(rows)


@given(st.data())
def test_one_wrong_line_anywhere_in_our_own_file_is_named(data: st.DataObject) -> None:
    lines = resource("health_days.csv").read_text(encoding="utf-8").splitlines()
    rows = [at for at, line in enumerate(lines) if line and not line.startswith(("#", "slug;"))]
    at = data.draw(st.sampled_from(rows))
    lines[at] = lines[at].replace(";", ";!", 3)
    broken = "\n".join(lines)

    with pytest.raises(HealthDaysUnreadable) as refused:
        read_rows(broken.encode())

    assert [(one.line, one.fault) for one in refused.value.lines] == [(at + 1, Fault.RULE)]
