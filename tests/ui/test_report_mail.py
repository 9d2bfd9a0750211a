"""The e-mail with last month's report: offered once, written when it is wanted."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from cmstation.domain.clock import FixedClock
from cmstation.domain.periods import month
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.notices import Notice
from cmstation.ui.report_mail import ReportMail

Settled = Callable[[], None]
FIRST_MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def told(commands: Commands) -> list[Notice]:
    """What is told."""
    found: list[Notice] = []
    commands.noticed.connect(found.append)
    return found


@pytest.fixture
def mail(station: Station, commands: Commands, settled: Settled) -> Iterator[ReportMail]:
    """The mail of the rehearsal clinic."""
    parent = QObject()
    yield ReportMail(station, commands, parent)
    settled()
    parent.deleteLater()


def test_it_is_offered_once_when_it_is_due(
    mail: ReportMail, clock: FixedClock, told: list[Notice], settled: Settled
) -> None:
    clock.instant = FIRST_MONDAY

    mail.look()
    settled()
    mail.look()
    settled()

    (notice,) = told
    assert notice.text == "The report of October 2026 is ready to be sent to the management."
    assert [action.label for action in notice.actions] == ["Prepare the e-mail"]
    assert notice.sticky


def test_before_the_first_monday_nothing_is_said(
    mail: ReportMail, clock: FixedClock, told: list[Notice], settled: Settled
) -> None:
    clock.instant = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)

    mail.look()
    settled()

    assert told == []


def test_the_draft_is_written_with_its_pdf_and_is_due_no_more(
    mail: ReportMail,
    station: Station,
    clock: FixedClock,
    told: list[Notice],
    settled: Settled,
    tmp_path: Path,
) -> None:
    clock.instant = FIRST_MONDAY

    mail.write(month(2026, 10), tmp_path)
    settled()

    (file,) = tmp_path.glob("*.eml")
    assert b"application/pdf" in file.read_bytes()
    assert told[-1].text == f"E-mail with the report written to {file.name}"
    assert station.reports.due(clock.now()) is None
