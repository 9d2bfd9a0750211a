"""The card around a chart: words, table, export, details."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.notices import Notice
from cmstation.ui.statistics.charts.chart_card import ChartCard
from cmstation.ui.statistics.charts.chart_files import ChartFiles
from cmstation.ui.statistics.charts.export import csv_bytes, tsv_text
from cmstation.ui.statistics.charts.figures import Formats, Table
from cmstation.ui.statistics.charts.line_chart import LineChart
from cmstation.ui.statistics.charts.table_view import ChartTable, ChartTableModel
from cmstation.ui.theme.theme import ThemeChoice
from tests.ui.statistics.charts.chart_hands import series


@pytest.fixture
def card(qtbot: QtBot, icons: Icons, formats: Formats) -> ChartCard:
    chart = LineChart(icons, formats)
    chart.set_series([series("Facebook", [1200, None, 1300]), series("=cmd()", [1.5, 2, 3])])
    made = ChartCard(icons, chart)
    made.set_words("Followers", "1,300 followers on Facebook", "100 more than before", tone="good")
    made.resize(760, 420)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def choose(monkeypatch: pytest.MonkeyPatch, file: Path | None) -> list[str]:
    """Let the system's dialog answer; give the places it offered."""
    offered: list[str] = []

    def answer(_parent: object, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        offered.append(place)
        return ("" if file is None else str(file)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return offered


def test_the_card_names_its_chart(card: ChartCard) -> None:
    assert card.chart.accessibleName() == "Followers"
    assert card.chart.accessibleDescription() == "1,300 followers on Facebook"
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert said == ["Followers", "1,300 followers on Facebook", "100 more than before"]


def test_the_table_takes_the_place_of_the_chart_and_gives_it_back(card: ChartCard) -> None:
    QTest.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    table = card.findChild(QTableView)

    assert card.shows_table
    assert table is not None and table.isVisible() and not card.chart.isVisible()
    assert table.accessibleName() == "Followers"
    assert card.toggle.text() == "Chart"
    QTest.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    assert card.chart.isVisible() and not table.isVisible()


def test_the_table_shows_what_the_chart_says(card: ChartCard, qtmodeltester: object) -> None:
    model = ChartTableModel(card.chart, card)
    model.renew()

    shown = [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]

    assert [tuple(row) for row in shown] == list(card.chart.table().rows)
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_ctrl_c_copies_the_chosen_rows_or_all(card: ChartCard) -> None:
    card.show_table(True)
    table = card.findChild(ChartTable)
    assert table is not None

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    everything = QGuiApplication.clipboard().text()
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert len(everything.splitlines()) == 4
    assert QGuiApplication.clipboard().text() == ("Day\tFacebook\t'=cmd()\nSaturday 3 January 2026\t1,300\t3")


def test_details_unfold(card: ChartCard) -> None:
    details = QLabel("How this is counted")
    card.set_details(details)

    hidden = details.isVisible()
    QTest.mouseClick(card.details_button, Qt.MouseButton.LeftButton)

    assert not hidden
    assert details.isVisible()


def test_the_csv_has_days_figures_and_no_formula(card: ChartCard) -> None:
    text = card.chart.csv_bytes().decode("utf-8-sig")

    assert list(csv.reader(text.splitlines(), delimiter=";")) == [
        ["Day", "Facebook", "'=cmd()"],
        ["2026-01-01", "1200", "1,5"],
        ["2026-01-02", "", "2"],
        ["2026-01-03", "1300", "3"],
    ]


def test_figures_below_zero_stay_figures() -> None:
    assert csv_bytes(["a"], [[-5], [-1.5], ["-5"]]).decode("utf-8-sig") == "a\r\n-5\r\n-1,5\r\n'-5\r\n"
    assert tsv_text(Table(("a",), (("-5",), ("-x",)))) == "a\n-5\n'-x"


def test_the_picture_has_twice_the_points_and_is_light_even_in_the_dark(
    card: ChartCard, icons: Icons
) -> None:
    icons.theme.choose(ThemeChoice.DARK)

    image = QImage.fromData(card.chart.png_bytes())

    assert image.width() == 2 * (card.chart.width() + 32)
    assert QColor(image.pixel(2, 2)).name() == "#ffffff"


def test_an_export_gives_the_file_that_was_chosen(
    card: ChartCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = choose(monkeypatch, tmp_path / "mine")

    told: list[tuple[Path, bytes]] = []

    def take(file: Path, make: Callable[[], bytes]) -> None:
        told.append((file, make()))

    card.export_ready.connect(take)

    card.ask_csv()

    assert told == [(tmp_path / "mine.csv", card.chart.csv_bytes())]
    assert Path(offered[0]).name == "Followers.csv"


def test_the_picture_that_is_exported_is_that_of_the_chart(
    card: ChartCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "mine.png")
    told: list[bytes] = []

    def take(_file: Path, make: Callable[[], bytes]) -> None:
        told.append(make())

    card.export_ready.connect(take)
    card.ask_png()

    assert [QImage.fromData(each) for each in told] == [QImage.fromData(card.chart.png_bytes())]


def test_nothing_is_exported_when_the_dialog_is_closed(
    card: ChartCard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, None)

    with qtbot.assertNotEmitted(card.export_ready):
        card.ask_png()


@pytest.mark.parametrize("title", ["../../etc/passwd", "a:b*c?", "\u202egnp", "...", "x" * 900])
def test_a_hostile_title_makes_a_plain_file_name(
    card: ChartCard, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    offered = choose(monkeypatch, None)
    card.set_words(title, "")

    card.ask_png()

    name = Path(offered[0]).name
    assert 5 <= len(name) <= 84
    assert not set(name) & set('<>:"/\\|?*\u202e')


def test_a_file_is_written_whole_and_told(
    card: ChartCard, commands: Commands, qtbot: QtBot, tmp_path: Path
) -> None:
    files = ChartFiles(commands, card)
    card.export_ready.connect(files.write)
    told: list[Notice] = []
    commands.noticed.connect(told.append)

    with qtbot.waitSignal(commands.noticed):
        card.export_ready.emit(tmp_path / "chart.csv", lambda: b"figures")

    assert [notice.text for notice in told] == ["Chart written to chart.csv"]
    assert (tmp_path / "chart.csv").read_bytes() == b"figures"
    assert [file.name for file in tmp_path.iterdir()] == ["chart.csv"]


def test_no_cell_of_the_table_is_cut(card: ChartCard) -> None:
    card.show_table(True)
    table = card.findChild(ChartTable)
    assert table is not None
    model = table.figures

    for column in range(model.columnCount()):
        room = table.columnWidth(column)
        assert room >= table.sizeHintForColumn(column)
        assert room >= table.horizontalHeader().sectionSizeHint(column)
