"""Reports as XLSX: numbers are numbers, days are days, and nothing from outside is computed."""

import time
from io import BytesIO
from typing import Any

from cmstation.desktop import report_xlsx
from tests.fakes.report_sample import document, hostile


def opened(data: bytes) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data))


def test_figures_and_posts_are_numbers_and_days() -> None:
    book = opened(report_xlsx.written(document()))

    first = book["L’essentiel"]
    assert [first.cell(2, place).value for place in (2, 3)] == [16_821, 212]
    assert round(first.cell(2, 4).value, 4) == 0.0128
    assert first.cell(10, 2).value is None
    posts = book["Toutes les publications"]
    assert posts.max_row == 41
    assert posts["C2"].value.isoformat() == "2026-10-01T08:00:00"
    assert (posts["D2"].value, posts["D2"].number_format) == (4_820, "#,##0")
    assert posts["D8"].value is None
    assert posts["A2"].hyperlink.target == "https://www.facebook.example/posts/0"


def test_heads_stay_in_sight_and_charts_keep_their_gaps() -> None:
    book = opened(report_xlsx.written(document()))

    assert all(sheet.freeze_panes == "A2" for sheet in book)
    assert book.sheetnames[-1] == "Définitions"
    assert len(book["Abonnés de chaque compte"]._charts) == 7
    (chart,) = book["Abonnés des six plus petits"]._charts
    assert chart.display_blanks == "gap"
    assert book["Abonnés de chaque compte"]["B23"].value is None


def test_nothing_from_outside_is_computed() -> None:
    for made in (document(), hostile()):
        cells = [cell for sheet in opened(report_xlsx.written(made)) for row in sheet for cell in row]
        assert all(cell.data_type != "f" for cell in cells)
        risky = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:1] in set("=+-@")]
        assert risky
        assert all(cell.quotePrefix for cell in risky)
        targets = [cell.hyperlink.target for cell in cells if cell.hyperlink]
        assert all(target.startswith("http") for target in targets)


def test_sheets_have_names_that_are_taken_by_every_program() -> None:
    names = opened(report_xlsx.written(hostile())).sheetnames

    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_three_thousand_posts_are_all_there_within_seconds() -> None:
    began = time.perf_counter()

    data = report_xlsx.written(document(posts=3_000))

    assert time.perf_counter() - began < 10
    assert opened(data)["Toutes les publications"].max_row == 3_001
