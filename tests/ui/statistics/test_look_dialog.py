"""Logo and colour of reports: seen at once, kept with Save, taken back in one step."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu

from cmstation.domain.report_document import USUAL_COLOUR
from cmstation.services.clinic_look import ClinicLook
from cmstation.services.station import Station
from cmstation.ui.statistics.look_dialog import LookDialog
from cmstation.ui.statistics.look_preview import colours_in
from cmstation.ui.statistics.report_files import ReportFiles
from tests.ui.statistics.stat_stage import StatStage

PLUM = "#8A1C6B"


@pytest.fixture
def files(stage: StatStage, figures_station: Station) -> ReportFiles:
    """What stands under the button of the report."""
    return ReportFiles(stage.tab.bar.report, figures_station.reports, stage.commands, stage.tab)


@pytest.fixture
def look(figures_station: Station) -> ClinicLook:
    """What is kept."""
    return figures_station.reports.look


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A clinic's logo: mostly plum, a little green, on white."""
    file = tmp_path / "logo.png"
    picture = Image.new("RGB", (400, 200), "white")
    picture.paste(PLUM, (0, 0, 260, 150))
    picture.paste("#2E7D32", (260, 0, 400, 60))
    picture.save(file)
    return file


def opened(stage: StatStage, files: ReportFiles) -> LookDialog:
    files.open_look()
    return stage.dialog(LookDialog)


def test_the_menu_of_the_report_offers_its_look(stage: StatStage, files: ReportFiles) -> None:
    assert stage.tab.period is not None
    files.offer(stage.tab.period)

    (menu,) = stage.tab.bar.report.findChildren(QMenu)
    entries: list[QAction] = menu.actions()
    assert entries[-1].text() == "Logo and colour…"
    entries[-1].trigger()
    menu.close()

    assert stage.dialog(LookDialog).colour.text() == USUAL_COLOUR


def test_a_colour_is_kept_and_taken_back(stage: StatStage, files: ReportFiles, look: ClinicLook) -> None:
    dialog = opened(stage, files)

    dialog.colour.setText("8a1c6b")
    dialog.save.click()
    stage.settle()
    assert look.colour() == PLUM
    assert stage.commands.undo_text == "Logo and colour of reports changed"

    stage.commands.undo()
    stage.settle()
    assert look.colour() == USUAL_COLOUR


def test_what_is_no_colour_cannot_be_saved_and_says_why(stage: StatStage, files: ReportFiles) -> None:
    dialog = opened(stage, files)

    dialog.colour.setText("#8A1C")

    assert not dialog.save.isEnabled()
    assert "such as #0A666D" in dialog.told.text()


def test_a_pale_colour_is_said_to_be_darkened(stage: StatStage, files: ReportFiles) -> None:
    dialog = opened(stage, files)

    dialog.colour.setText("#FFD400")
    assert "too pale to be read: titles take #8A7200 instead" in dialog.told.text()

    dialog.colour.setText(PLUM)
    assert "too pale" not in dialog.told.text()
    assert PLUM in dialog.preview.accessibleDescription()


def test_a_logo_is_seen_before_it_is_kept_and_gives_its_colours(
    stage: StatStage, files: ReportFiles, look: ClinicLook, logo: Path
) -> None:
    dialog = opened(stage, files)
    assert dialog.suggestions == []

    dialog.picture_wanted.emit(logo)
    stage.settle()
    assert look.logo() == b""
    assert [one.accessibleName() for one in dialog.suggestions] == [f"Take {PLUM}", "Take #2E7D32"]
    dialog.suggestions[0].click()
    assert dialog.colour.text() == PLUM

    dialog.save.click()
    stage.settle()
    assert look.colour() == PLUM
    assert look.logo()


def test_a_logo_is_taken_off_with_save_alone(
    stage: StatStage, files: ReportFiles, look: ClinicLook, figures_station: Station, logo: Path
) -> None:
    figures_station.press_reviews.set_logo(logo)
    dialog = opened(stage, files)
    assert dialog.no_logo.isEnabled()

    dialog.no_logo.click()
    assert look.logo()
    dialog.save.click()
    stage.settle()

    assert look.logo() == b""


def test_what_is_no_picture_is_told_and_the_dialog_stays(
    stage: StatStage, files: ReportFiles, tmp_path: Path
) -> None:
    dialog = opened(stage, files)
    file = tmp_path / "logo.png"
    file.write_text("<html>")

    dialog.picture_wanted.emit(file)
    stage.settle()

    assert len(stage.told) == 1
    assert dialog.isVisible()


def test_the_page_is_drawn_in_the_colour(stage: StatStage, files: ReportFiles) -> None:
    dialog = opened(stage, files)

    dialog.colour.setText(PLUM)

    drawn = dialog.preview.grab().toImage()
    colours = {drawn.pixelColor(x, 117).name().upper() for x in range(drawn.width())}
    assert PLUM in colours


def test_greys_are_no_suggestion(logo: Path) -> None:
    grey = QImage(40, 40, QImage.Format.Format_RGB32)
    grey.fill(0x808080)

    assert colours_in(grey) == ()
    assert colours_in(QImage()) == ()
    assert colours_in(QImage(str(logo)))[0] == PLUM
