"""The report of a month, written through the page: its figures are those that are in the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx

from tests.desktop.review_pages import pages_of
from tests.journeys.statistics_reader import StatReader
from tests.journeys.statistics_truth import Compared, Days, Truth

KINDS = {"pdf": "PDF", "docx": "Word", "pptx": "PowerPoint", "xlsx": "Excel"}
METRICS = {
    "followers": "Abonnés",
    "posts": "Publications au total",
    "views": "Vues",
    "reach": "Personnes touchées",
    "impressions": "Affichages",
    "comments": "Commentaires",
    "clicks": "Clics",
    "visits": "Visites",
    "visitors": "Visiteurs",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A figure that a report has to tell, with its changes against the other periods."""

    label: str
    value: int | None
    changes: tuple[Compared, ...]

    def told(self) -> list[str]:
        """Return the cells that are beyond doubt, as French people write them."""
        cells = [self.label] if self.value is None else [self.label, grouped(self.value)]
        for one in self.changes:
            if not one.by or one.share is None or self.value is None:
                break
            arrow, sign = ("▲", "+") if one.by > 0 else ("▼", "\u2212")
            cells.append(f"{arrow} {sign}{grouped(abs(one.by))} ({sign}{percent(abs(one.share))} %)")
        return cells


def look_at_the_reports(
    reader: StatReader, truth: Truth, days: Days, others: tuple[Days, Days], folder: Path
) -> None:
    """Write the report of the month that is shown as all four, and read them."""
    lines = list(lines_of(truth, days, others))
    for kind, words in KINDS.items():
        reader.report(words, folder / f"rapport.{kind}")

    look_at_the_workbook(folder / "rapport.xlsx", truth, lines, days)
    paper: Any = docx.Document(str(folder / "rapport.docx"))
    look_at_the_tables(list(paper.tables), lines)
    slides: Any = pptx.Presentation(str(folder / "rapport.pptx"))
    shapes = [shape for slide in slides.slides for shape in slide.shapes]
    look_at_the_tables([shape.table for shape in shapes if shape.has_table], lines)
    words = " ".join(pages_of((folder / "rapport.pdf").read_bytes(), folder))
    assert [line for line in lines if " ".join(line.told()) not in words] == []


def lines_of(truth: Truth, days: Days, others: tuple[Days, Days]) -> Iterator[Line]:
    """Return each figure of each account, and how many posts went out."""
    for account, metric in truth.subjects(days):
        subject = (account, metric)
        changes = tuple(truth.compared(subject, days, other) for other in others)
        label = f"{METRICS[metric]} · {truth.names[account]}"
        yield Line(label, truth.told(subject, days).value, changes)
    for account, name in truth.names.items():
        count = truth.published(account, days)
        held = (truth.published_then(account, other) for other in others)
        changes = tuple(
            Compared(by=count - than, share=Fraction(count - than, than) if than else None)
            if count is not None and than is not None
            else Compared("unknown")
            for than in held
        )
        yield Line(f"Publications parues · {name}", count, changes)


def look_at_the_workbook(file: Path, truth: Truth, lines: list[Line], days: Days) -> None:
    """Find every figure and every post as numbers."""
    book: Any = openpyxl.load_workbook(file)
    figures: dict[str, tuple[Any, ...]] = {
        row[0]: row[1:] for row in book["L’essentiel"].iter_rows(min_row=2, values_only=True)
    }
    assert figures.keys() == {line.label for line in lines}
    for line in lines:
        row, expected = figures[line.label], list[int | float | None]()
        for one in line.changes:
            expected += [one.by, None if one.share is None else float(one.share)]
        assert row[0] == line.value
        # A spreadsheet keeps fifteen digits.
        assert [known(cell) for cell in row[1:5]] == [known(cell) for cell in expected]
        assert all(row[6] for one in line.changes if one.by is None), line.label
    posts = truth.of_days(days)
    rows = list(book["Les publications"].iter_rows(min_row=2, values_only=True))
    score = [cell.value for cell in book["Les publications"][1]].index("Succès")
    by_title = {one.title: truth.scores.get(one.id) for one in posts}
    assert {row[0]: known(row[score]) for row in rows} == {
        title: None if told is None else known(told.value) for title, told in by_title.items()
    }
    assert len(rows) == len(posts)


def look_at_the_tables(tables: list[Any], lines: list[Line]) -> None:
    """Find every figure in the tables of a document."""
    rows = {
        tuple(" ".join(cell.text.split()) for cell in row.cells) for table in tables for row in table.rows
    }
    missing = [
        line
        for line in lines
        if not any(
            list(row[: len(line.told())]) == [" ".join(one.split()) for one in line.told()] for row in rows
        )
    ]
    assert missing == []


def known(cell: float | None) -> str | None:
    """Return a number with as many digits as a spreadsheet keeps."""
    return None if cell is None else f"{cell:.12g}"


def grouped(value: int) -> str:
    """Write a number as French people do, with plain spaces."""
    return f"{value:,}".replace(",", " ")


def percent(share: Fraction) -> str:
    """Write a part of a hundred with one decimal."""
    hundred = Decimal(share.numerator) * 100 / Decimal(share.denominator)
    return f"{hundred.quantize(Decimal('0.1'), ROUND_HALF_UP):,}".replace(",", " ").replace(".", ",")
