"""CSV as spreadsheets and other programs write it; what is no text is refused."""

import csv
from io import StringIO

import pytest
from hypothesis import given

from cmstation.domain import plan_csv
from cmstation.domain.plan_csv import LARGEST, guarded, read, unguarded, written
from cmstation.domain.plan_faults import FaultyCell, PlanFault, PlanUnreadable
from tests.domain.plan_samples import NASTY, texts

HEAD = "titre;notes;mots-clés\r\n"


def cells(data: bytes) -> list[tuple[object, ...]]:
    """Return the cells of a file."""
    return [row.cells for row in read(data).rows]


def refusal(data: bytes) -> FaultyCell:
    """Return why a file is refused."""
    with pytest.raises(PlanUnreadable) as refused:
        read(data)
    (fault,) = refused.value.faults
    return fault


@given(text=texts)
def test_no_cell_is_computed_and_each_comes_back(text: str) -> None:
    said = guarded(text)

    assert said.lstrip(" \u2028\u00a0\u202f\n")[:1] not in tuple("=+-@\t\r＝＋－＠")
    assert unguarded(said) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "＝1"])
def test_a_formula_is_written_behind_an_apostrophe(text: str) -> None:
    assert written([[text]])[3:].decode().startswith(("'", "\"'"))


@given(text=texts)
def test_another_csv_reader_finds_the_same_cells(text: str) -> None:
    data = written([["a", text, "b"]])

    ours = cells(data)
    theirs = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert ours == [("a", text, "b")]
    assert theirs == [["a", guarded(text), "b"]]


def test_a_file_begins_with_the_mark_that_excel_needs() -> None:
    assert written([["titre"]]).startswith(b"\xef\xbb\xbftitre\r\n")


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_letters_are_read_as_the_common_programs_write_them(letters: str, found: str) -> None:
    data = f"{HEAD}Étude « cœur » – 5 €;été;ç\r\n".encode(letters)

    answer = read(data)

    assert answer.letters == found
    assert answer.rows[1].cells == ("Étude « cœur » – 5 €", "été", "ç")


@pytest.mark.parametrize("separator", plan_csv.SEPARATORS)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_separator_is_the_one_that_finds_the_headings(separator: str, end: str) -> None:
    data = end.join((separator.join(("titre", "mots-clés")), f'"a;b,c\td"{separator}x', "")).encode()

    answer = read(data)

    assert answer.separator == separator
    assert [row.cells for row in answer.rows] == [("titre", "mots-clés"), ("a;b,c\td", "x")]


def test_a_line_that_names_the_separator_is_obeyed() -> None:
    answer = read(b"sep=|\r\ntitre|notes\r\na;b|c")

    assert [(row.line, row.cells) for row in answer.rows] == [(1, ("titre", "notes")), (2, ("a;b", "c"))]


def test_a_cell_of_several_lines_counts_as_one_row() -> None:
    rows = read(b'titre;notes\n"a\nb";c\nd;e\n').rows

    assert [(row.line, row.cells[0]) for row in rows] == [(1, "titre"), (2, "a\nb"), (3, "d")]


def test_an_empty_last_cell_is_there() -> None:
    assert cells(b"titre;notes\na;") == [("titre", "notes"), ("a", "")]


@pytest.mark.parametrize("end", ['"jamais fermé', '"fermé"trop tôt;b\n'])
def test_quotes_that_do_not_close_name_their_row_and_column(end: str) -> None:
    fault = refusal(f"titre;notes\na;b\nc;{end}".encode())

    assert (fault.line, fault.column, fault.fault) == (3, "B", PlanFault.QUOTES)


def test_letters_of_no_alphabet_name_their_line() -> None:
    fault = refusal(b"titre;notes\nbien;oui\nmal \x81\x8d;non\n")

    assert (fault.line, fault.fault) == (3, PlanFault.LETTERS)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\r", b"PK\x03\x04\x14\x00", b"\xff\xfea"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert refusal(data).fault is PlanFault.LETTERS


def test_a_file_too_large_is_not_read() -> None:
    assert refusal(b" " * (LARGEST + 1)).fault is PlanFault.TOO_LARGE


def test_an_empty_file_has_no_rows() -> None:
    assert read(b"").rows == ()
    assert read(b"\xef\xbb\xbf").rows == ()


def test_more_columns_than_a_plan_has_are_refused() -> None:
    assert refusal(b"titre" + b";" * 5000).fault is PlanFault.TOO_MANY_COLUMNS


def test_the_samples_hold_what_spreadsheets_compute() -> None:
    assert sum(guarded(one) != one for one in NASTY) >= 8
