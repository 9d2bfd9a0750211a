"""What was written to an answer stands in every kind of file, of its own period alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.periods import month
from cmstation.domain.report_document import SectionKey
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from tests.desktop.review_pages import needs_pdftotext, pages_of
from tests.fakes.secret_box import SecretBox

NOW = datetime(2026, 10, 13, 12, 0, tzinfo=UTC)
SEPTEMBER = month(2026, 9)
COMMENTS = {section: f"Mot du service sur {section.value}" for section in SectionKey}


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    folder = tmp_path_factory.mktemp("commented") / "clinic"
    station = open_station(folder, rehearsal=True, parts=Parts(FixedClock(NOW), SecretBox()))
    for section, text in COMMENTS.items():
        station.reports.comment(SEPTEMBER, section, text)
    yield station
    station.close()


@needs_pdftotext
def test_a_pdf_tells_every_comment(clinic: Station, tmp_path: Path) -> None:
    file = tmp_path / "rapport.pdf"
    clinic.reports.write(SEPTEMBER, pdf=file)

    whole = " ".join(pages_of(file.read_bytes(), tmp_path))
    assert [text for text in COMMENTS.values() if text not in whole] == []


def test_a_word_document_tells_every_comment(clinic: Station, tmp_path: Path) -> None:
    from docx import Document

    file = tmp_path / "rapport.docx"
    clinic.reports.write(SEPTEMBER, docx=file)

    lines = [line.text for line in Document(str(file)).paragraphs]
    assert [text for text in COMMENTS.values() if text not in lines] == []


def test_slides_tell_every_comment(clinic: Station, tmp_path: Path) -> None:
    from pptx import Presentation

    file = tmp_path / "rapport.pptx"
    clinic.reports.write(SEPTEMBER, pptx=file)

    slides: Any = Presentation(str(file)).slides
    whole = "\n".join(
        shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
    )
    assert [text for text in COMMENTS.values() if text not in whole] == []


def test_a_workbook_tells_every_comment(clinic: Station, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "rapport.xlsx"
    clinic.reports.write(SEPTEMBER, xlsx=file)

    cells = {str(cell.value) for sheet in load_workbook(file) for row in sheet.rows for cell in row}
    assert [text for text in COMMENTS.values() if text not in cells] == []


def test_another_period_has_none_of_them(clinic: Station) -> None:
    document = clinic.reports.document(month(2026, 8))

    assert [section.comment for section in document.sections if section.comment] == []
