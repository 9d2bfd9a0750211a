"""Files, folders, paper and accounts: what the windows say, and what they give back."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind
from cmstation.domain.plan_faults import PlanFault, faulty
from cmstation.services.plan_preview import ImportPreview, PreviewLine, Refusal
from cmstation.ui.calendar.dialogs.between_accounts import BetweenAccountsDialog
from cmstation.ui.calendar.dialogs.exchange_words import (
    can_take,
    fault_lines,
    preview_faults,
    preview_sentences,
)
from cmstation.ui.calendar.dialogs.folder_dialog import FolderDialog
from cmstation.ui.calendar.dialogs.import_dialog import ImportDialog
from cmstation.ui.calendar.dialogs.print_dialog import PrintDialog
from cmstation.ui.calendar.paper.paper import Sheet
from cmstation.ui.icons import Icons
from tests.ui.calendar.dialog_hands import choices, choose, click, enter, escape, nameless, press

FILE = Path("plan-octobre.xlsx")
NEW = tuple(PreviewLine(line, f"Post {line}", None, None) for line in range(2, 7))
REFUSED = PreviewLine(7, "Portes ouvertes", None, None, refusal=Refusal.PUBLISHED)


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind the dialogs."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


# --- import ---

Show = Callable[[ImportPreview], ImportDialog]


@pytest.fixture
def show(behind: QWidget, icons: Icons) -> Show:
    """Open what a file would bring."""

    def opened(preview: ImportPreview) -> ImportDialog:
        dialog = ImportDialog(
            icons,
            preview.file.name,
            preview_sentences(preview),
            preview_faults(preview),
            can_take=can_take(preview),
            parent=behind,
        )
        dialog.open()
        return dialog

    return opened


def taken(dialog: ImportDialog) -> list[str]:
    found: list[str] = []
    dialog.taken.connect(lambda: found.append("taken"))
    return found


def test_a_file_says_what_is_new_and_what_changes() -> None:
    preview = ImportPreview(FILE, added=NEW, changed=(PreviewLine(9, "", None, None),), same=4)

    assert preview_sentences(preview) == [
        "5 new: “Post 2”, “Post 3”, “Post 4”, …",
        "1 changed: “Untitled”",
        "4 the same as here",
    ]


def test_a_file_without_news_says_so_and_cannot_be_taken(show: Show) -> None:
    preview = ImportPreview(FILE, same=4)

    assert preview_sentences(preview) == ["The file brings nothing new."]
    assert not can_take(preview)
    assert show(preview).take.isHidden()


def test_unknown_columns_and_guessed_letters_are_said() -> None:
    told = preview_sentences(ImportPreview(FILE, "cp1252", added=NEW[:1], passed_over=("Remarques", "Vu")))

    assert told[1:] == [
        "Columns that the calendar does not know: Remarques, Vu",
        "The letters were read as Windows writes them: look at the accents.",
    ]


def test_enter_takes_a_sound_file(show: Show) -> None:
    dialog = show(ImportPreview(FILE, added=NEW))
    found = taken(dialog)
    assert dialog.faults.isHidden()

    enter(dialog.take)

    assert found == ["taken"]


def test_escape_takes_nothing(show: Show) -> None:
    dialog = show(ImportPreview(FILE, added=NEW))
    found = taken(dialog)

    escape(dialog)

    assert not found


def test_a_bad_file_names_its_lines_and_nothing_of_it_can_be_taken(show: Show) -> None:
    cells = (faulty(3, "Date", PlanFault.DATE, "17/13/2026"), faulty(12, "", PlanFault.NOTHING_WRITTEN))
    preview = ImportPreview(FILE, added=NEW, faults=cells, more_faults=True)

    dialog = show(preview)

    lines = [dialog.faults.item(row).text() for row in range(dialog.faults.count())]
    assert lines[0].startswith("Line 3, ")
    assert "17/13/2026" in lines[0]
    assert lines[1].startswith("Line 12")
    assert lines[2] == "There are others after these."
    assert dialog.take.isHidden()
    assert "Nothing is taken" in words(dialog)
    assert preview_sentences(preview) == []


def test_rows_that_are_refused_are_named_and_the_others_may_be_taken(show: Show) -> None:
    dialog = show(ImportPreview(FILE, added=NEW, refused=(REFUSED,)))

    assert dialog.faults.item(0).text().startswith("Line 7, “Portes ouvertes”")
    assert dialog.take.text() == "Take the others"
    assert "These lines are left out" in words(dialog)


def test_a_fault_of_the_whole_file_begins_with_a_capital() -> None:
    told = fault_lines([faulty(0, "", PlanFault.NOT_A_SHEET)])[0]

    assert told[0].isupper()


@pytest.mark.parametrize("fault", PlanFault)
def test_every_fault_has_words(fault: PlanFault) -> None:
    told = fault_lines([faulty(3, "Date", fault, "17/13")])[0]

    assert told.startswith("Line 3")
    assert len(told) > len("Line 3, column “Date”: ")
    assert "{" not in told


def test_a_very_long_name_does_not_widen_the_window(show: Show) -> None:
    dialog = show(ImportPreview(Path(f"{'relu-' * 60}.xlsx"), added=NEW))

    assert dialog.width() < 800
    assert nameless(dialog) == []


# --- the folder ---


def test_a_folder_is_chosen(behind: QWidget, icons: Icons, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = FolderDialog(icons, None, "", parent=behind)
    dialog.open()
    found: list[Path | None] = []
    dialog.chosen.connect(found.append)

    def the_folder(*_: object) -> str:
        return "/clinic/shared"

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", the_folder)
    click(dialog.choose)

    assert found == [Path("/clinic/shared")]


def test_without_a_folder_there_is_nothing_to_stop(behind: QWidget, icons: Icons) -> None:
    dialog = FolderDialog(icons, None, "", parent=behind)

    assert not hasattr(dialog, "stop")
    assert dialog.choose.text() == "Choose a folder…"


def test_a_folder_is_named_with_its_last_writing_and_given_up(behind: QWidget, icons: Icons) -> None:
    dialog = FolderDialog(icons, Path("/clinic/shared"), "Today, 09:41", parent=behind)
    dialog.open()
    found: list[Path | None] = []
    dialog.chosen.connect(found.append)

    assert str(Path("/clinic/shared/cmstation.ics")) in words(dialog)
    assert "Last written: Today, 09:41" in words(dialog)
    click(dialog.stop)

    assert found == [None]


def test_trouble_with_the_folder_is_said(behind: QWidget, icons: Icons) -> None:
    folder = Path("/clinic/shared")

    assert "could not be written" in words(FolderDialog(icons, folder, "", trouble=True, parent=behind))
    assert "could not be written" not in words(FolderDialog(icons, folder, "", parent=behind))


# --- paper ---


def paper(behind: QWidget, icons: Icons, *, week: bool = False) -> PrintDialog:
    dialog = PrintDialog(icons, date(2026, 10, 13), "Les Tilleuls", week=week, parent=behind)
    dialog.open()
    return dialog


def test_enter_prints_the_month_with_its_list(behind: QWidget, icons: Icons) -> None:
    dialog = paper(behind, icons)
    found: list[Sheet] = []
    dialog.print_wanted.connect(found.append)

    enter(dialog.with_list)

    assert found == [Sheet(date(2026, 10, 13), clinic="Les Tilleuls")]


def test_a_week_without_the_list_goes_into_a_file(behind: QWidget, icons: Icons) -> None:
    dialog = paper(behind, icons)
    found: list[Sheet] = []
    dialog.file_wanted.connect(found.append)

    press(dialog.what, "Week 42, 12 – 18 October 2026")
    click(dialog.with_list)
    click(dialog.to_file)

    assert found == [Sheet(date(2026, 10, 13), week=True, with_list=False, clinic="Les Tilleuls")]


def test_from_a_week_the_week_is_proposed(behind: QWidget, icons: Icons) -> None:
    dialog = paper(behind, icons, week=True)

    assert dialog.sheet().week
    assert nameless(dialog) == []


# --- another account ---

NAMES = {1: "Facebook", 2: "@tilleuls", 3: "Clinique des Tilleuls, centre de chirurgie ambulatoire"}
HOUR = datetime(2026, 10, 14, 8, tzinfo=UTC)
ITEM = CalendarItem(
    ItemKey(ItemKind.POST, 1, "2026-10-14T08:00Z"),
    "Octobre rose",
    HOUR,
    HOUR,
    date(2026, 10, 14),
    date(2026, 10, 14),
    "Europe/Paris",
    accounts=(1, 2),
)


def test_the_account_that_is_given_up_is_chosen(behind: QWidget, icons: Icons) -> None:
    dialog = BetweenAccountsDialog(icons, ITEM, NAMES, 3, parent=behind)
    dialog.open()
    found: list[int] = []
    dialog.exchanged.connect(found.append)
    assert choices(dialog.old) == ["Instead of Facebook", "Instead of @tilleuls"]
    assert "“Octobre rose” would leave on Clinique des Tilleuls" in words(dialog)

    choose(dialog.old, "Instead of @tilleuls")
    click(dialog.change)

    assert found == [2]


def test_escape_leaves_the_accounts_as_they_are(behind: QWidget, icons: Icons) -> None:
    dialog = BetweenAccountsDialog(icons, ITEM, NAMES, 3, parent=behind)
    dialog.open()
    found: list[int] = []
    dialog.exchanged.connect(found.append)

    escape(dialog)

    assert not found
    assert nameless(dialog) == []
