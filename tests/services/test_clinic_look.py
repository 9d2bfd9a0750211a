"""The look of reports: a logo and a colour that are kept, shown in the document, and taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import StationError
from cmstation.domain.periods import month
from cmstation.domain.report_document import USUAL_COLOUR
from cmstation.open_station import Parts, open_station
from cmstation.services.clinic_look import ClinicLook, LookWish, cleaned
from cmstation.services.station import Station
from cmstation.storage.settings import Settings
from tests.fakes.secret_box import SecretBox

NOW = datetime(2026, 10, 13, 12, 0, tzinfo=UTC)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    opened = open_station(tmp_path / "clinic", parts=Parts(FixedClock(NOW), SecretBox()))
    yield opened
    opened.close()


@pytest.fixture
def look(station: Station) -> ClinicLook:
    return station.reports.look


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "logo.png"
    Image.new("RGB", (1_400, 300), "#8A1C6B").save(file)
    return file


def test_the_usual_colour_holds_until_one_is_chosen(look: ClinicLook) -> None:
    assert look.colour() == USUAL_COLOUR
    assert look.look().is_usual


def test_a_chosen_colour_is_in_the_report_and_remembered(look: ClinicLook, station: Station) -> None:
    look.change(LookWish("8a1c6b"))

    assert look.colour() == "#8A1C6B"
    assert not look.look().is_usual
    assert station.reports.document(month(2026, 9)).masthead.colour == "#8A1C6B"
    assert Settings(station.database).get("clinic_colour") == "#8A1C6B"


def test_logo_and_colour_are_taken_back_in_one_step(look: ClinicLook, picture: Path) -> None:
    done = look.change(LookWish("#123456", picture))
    assert look.logo()

    assert done.undo is not None
    done.undo()

    assert look.colour() == USUAL_COLOUR
    assert look.logo() == b""


def test_a_logo_stays_when_only_the_colour_is_changed(
    look: ClinicLook, station: Station, picture: Path
) -> None:
    look.change(LookWish("", picture))
    look.change(LookWish("#123456"))

    assert look.logo() == station.press_reviews.logo() != b""

    look.change(LookWish("#123456", without_logo=True))
    assert look.logo() == b""


def test_a_picture_is_shown_as_reports_take_it_without_being_kept(look: ClinicLook, picture: Path) -> None:
    shown = Image.open(BytesIO(look.picture(picture)))

    assert max(shown.size) == 900
    assert look.logo() == b""


def test_what_is_no_picture_changes_nothing(look: ClinicLook, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_text("<html>")

    with pytest.raises(StationError):
        look.picture(file)
    with pytest.raises(StationError):
        look.change(LookWish("#123456", file))

    assert look.colour() == USUAL_COLOUR


@pytest.mark.parametrize(
    ("written", "colour"), [("#0a666d", "#0A666D"), (" FFD400 ", "#FFD400"), ("#fd0", "#FFDD00")]
)
def test_colours_are_read_as_people_write_them(written: str, colour: str) -> None:
    assert cleaned(written) == colour


@pytest.mark.parametrize("written", ["", "rose", "#12345", "#1234567", "#12345G", "rgb(1,2,3)"])
def test_what_is_no_colour_is_refused(written: str, look: ClinicLook) -> None:
    with pytest.raises(ValueError, match=r".*"):
        cleaned(written)
    if written:
        with pytest.raises(ValueError, match=r".*"):
            look.change(LookWish(written))


def test_a_spoilt_setting_gives_the_usual_colour(look: ClinicLook, station: Station) -> None:
    Settings(station.database).set("clinic_colour", "rose")

    assert look.colour() == USUAL_COLOUR
