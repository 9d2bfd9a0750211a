"""The press review on the command line."""

import argparse
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cmstation.cli import review
from cmstation.cli.arguments import Parser, shared_options
from cmstation.cli.printing import Printer
from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import FolderNotWritable
from cmstation.domain.watch import DecisionKind
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.storage.watch_marks import WatchMarks
from tests.fakes.secret_box import SecretBox
from tests.services.conftest import START
from tests.storage.watch_shelf import Shelf

SPAN = ("--from", "2026-10-12", "--to", "2026-10-13")


@pytest.fixture
def station(qapp: QApplication, tmp_path: Path) -> Iterator[Station]:
    """Open a station with two articles that were kept for the review."""
    parts = Parts(clock=FixedClock(START), secrets=SecretBox())
    opened = open_station(tmp_path / "clinic", parts=parts)
    shelf, marks = Shelf(opened.database), WatchMarks(opened.database)
    source = shelf.source()
    for title in ("Un jardin", "Un scanner"):
        marks.decide(shelf.item(source, title), DecisionKind.REVIEW, START, "")
    yield opened
    opened.close()


def run(station: Station, *argv: object) -> int:
    """Run the verb as the command line does."""
    top = Parser(prog="cmstation")
    review.add_verbs(top.add_subparsers(), shared_options(("en", "fr")))
    options: argparse.Namespace = top.parse_args(["review", "build", *map(str, argv)])
    return options.verb(station, options, Printer(as_json=getattr(options, "json", False)))


def test_a_program_builds_a_review(
    station: Station, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"revue.{kind}" for kind in ("pdf", "docx", "eml")]

    code = run(
        station, *SPAN, "--pdf", files[0], "--docx", files[1], "--eml", files[2], "--title", "Hebdo", "--json"
    )

    told = json.loads(capsys.readouterr().out)
    (kept,) = station.press_reviews.all()
    assert code == 0
    assert told == {
        "review": kept.id,
        "from": "2026-10-12",
        "to": "2026-10-13",
        "articles": 2,
        "copies": 0,
        "files": list(map(str, files)),
    }
    assert (kept.title, kept.articles) == ("Hebdo", 2)
    assert [file.read_bytes()[:4] for file in files] == [b"%PDF", b"PK\x03\x04", b"X-Un"]


def test_a_person_reads_what_was_made(
    station: Station, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "revue.eml"

    run(station, *SPAN, "--eml", file)
    some = capsys.readouterr().out.splitlines()
    run(station, "--from", "2026-01-01", "--to", "2026-01-02", "--eml", file)
    none = capsys.readouterr().out.splitlines()

    assert some == ["2 article(s) from 2026-10-12 to 2026-10-13", str(file)]
    assert none[0] == "Nothing was kept for the review from 2026-01-01 to 2026-01-02; the document says so."


def test_without_days_it_is_about_the_last_seven(
    station: Station, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(station, "--eml", tmp_path / "revue.eml", "--json")

    told = json.loads(capsys.readouterr().out)
    last = date.fromisoformat(told["to"])
    assert last == START.date()
    assert last - date.fromisoformat(told["from"]) == timedelta(days=6)
    assert told["articles"] == 2


@pytest.mark.parametrize(
    ("argv", "error"),
    [
        (SPAN, "NoFile"),
        (("--from", "2026-10-13", "--to", "2026-10-12", "--pdf", "x.pdf"), "WrongDays"),
    ],
)
def test_words_that_make_no_sense_are_refused(
    station: Station, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], error: str
) -> None:
    assert run(station, *argv, "--json") == 2

    assert json.loads(capsys.readouterr().out)["error"] == error
    assert station.press_reviews.all() == ()


def test_a_day_that_is_none_is_refused(station: Station) -> None:
    with pytest.raises(SystemExit) as end:
        run(station, "--from", "mardi", "--pdf", "x.pdf")

    assert end.value.code == 2


def test_a_review_whose_file_cannot_be_written_is_not_kept(station: Station, tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        run(station, *SPAN, "--eml", tmp_path / "nowhere" / "revue.eml")

    assert station.press_reviews.all() == ()
