"""Files that the person has written: their endings, and the notice that opens them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.notices import NoticeKind
from cmstation.ui.written_files import choose_place, written_notice

KINDS = "Table (*.xlsx);;Text (*.csv)"


class Desktop(QObject):
    """What the system was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(Path(address.toLocalFile()))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "chosen", "written"),
    [
        ("plan", "Text (*.csv)", "plan.csv"),
        ("plan", "Table (*.xlsx)", "plan.xlsx"),
        ("plan", "", "plan.ods"),
        ("plan.txt", "Text (*.csv)", "plan.txt"),
    ],
)
def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, chosen: str, written: str
) -> None:
    offered: list[object] = []

    def answer(*asked: object) -> tuple[str, str]:
        offered.extend(asked)
        return str(tmp_path / typed), chosen

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)

    file = choose_place(window, "Save", tmp_path / "suggested.ods", KINDS)

    assert file == tmp_path / written
    assert offered == [window, "Save", str(tmp_path / "suggested.ods"), KINDS]


def test_who_closes_the_question_writes_nothing(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def answer(*_asked: object) -> tuple[str, str]:
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)

    assert choose_place(window, "Save", tmp_path / "suggested.ods", KINDS) is None


def test_the_notice_opens_the_file_and_its_folder(qtbot: QtBot, tmp_path: Path) -> None:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")  # pyright: ignore[reportArgumentType] - it takes a str

    notice = written_notice("Written to report.pdf", tmp_path / "report.pdf", key="report")
    for action in notice.actions:
        action.call()
    QDesktopServices.unsetUrlHandler("file")

    assert (notice.text, notice.kind, notice.key) == ("Written to report.pdf", NoticeKind.GOOD, "report")
    assert [action.label for action in notice.actions] == ["Open", "Show the folder"]
    assert desktop.opened == [tmp_path / "report.pdf", tmp_path]


def test_a_file_for_other_programs_offers_its_folder_alone(tmp_path: Path) -> None:
    notice = written_notice("Written", tmp_path / "calendar.ics", key="calendar", opens=False)

    assert [action.label for action in notice.actions] == ["Show the folder"]
