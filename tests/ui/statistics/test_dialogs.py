"""What a person does on the page of statistics: each deed is kept, shown, and can be taken back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from cmstation.domain.figure_faults import FileCause, FileFault
from cmstation.domain.metrics import Metric
from cmstation.domain.networks import Network
from cmstation.domain.periods import span
from cmstation.domain.statistics import NoteKind
from cmstation.ui.statistics.answers_goals import GoalsAnswer
from cmstation.ui.statistics.answers_notes import NotesAnswer
from cmstation.ui.statistics.answers_peers import PeersAnswer
from cmstation.ui.statistics.deeds import StatDeeds
from cmstation.ui.statistics.entry_dialog import EntryDialog
from cmstation.ui.statistics.goal_dialog import GoalDialog
from cmstation.ui.statistics.import_dialog import ImportDialog
from cmstation.ui.statistics.import_words import CAUSES, fault_words
from cmstation.ui.statistics.note_dialog import NoteDialog
from cmstation.ui.statistics.peer_dialog import PeerDialog
from cmstation.ui.statistics.span_dialog import SpanDialog
from tests.fakes.simulated_statistics import TODAY, Simulated
from tests.ui.statistics.stat_stage import StatStage

FACEBOOK, MASTODON = 1, 5


def deeds(stage: StatStage) -> StatDeeds:
    assert stage.tab.deeds is not None
    return stage.tab.deeds


def value_of(stage: StatStage, account: int, day: date) -> int | None:
    curves = dict(stage.bench.statistics.curves(Metric.FOLLOWERS, [account], day, day))
    return curves[account].value_at(day) if account in curves else None


# --- entering ---


def test_known_figures_stand_in_their_cells_with_their_origin(stage: StatStage, simulated: Simulated) -> None:
    deeds(stage).open_entry()
    dialog = stage.dialog(EntryDialog)

    cell = dialog.table.item(FACEBOOK, 0)

    assert cell is not None
    known = value_of(stage, simulated.accounts[FACEBOOK].id, TODAY)
    assert known is not None
    assert cell.text() == f"{known:,}"
    assert "Read from the network" in cell.toolTip() or "Entered by hand" in cell.toolTip()
    dialog.close()


def test_a_typed_figure_is_kept_and_can_be_taken_back(stage: StatStage, simulated: Simulated) -> None:
    account = simulated.accounts[FACEBOOK].id
    before = value_of(stage, account, TODAY)
    deeds(stage).open_entry()
    dialog = stage.dialog(EntryDialog)
    cell = dialog.table.item(FACEBOOK, 0)
    assert cell is not None

    cell.setText("16 821")
    dialog.save.click()
    stage.settle()

    assert value_of(stage, account, TODAY) == 16_821
    stage.commands.undo()
    stage.settle()
    assert value_of(stage, account, TODAY) == before


def test_a_word_in_a_cell_is_refused_at_its_place(stage: StatStage) -> None:
    deeds(stage).open_entry()
    dialog = stage.dialog(EntryDialog)
    cell = dialog.table.item(FACEBOOK, 0)
    assert cell is not None

    cell.setText("beaucoup")

    assert not dialog.save.isEnabled()
    assert dialog.told.text().startswith("Followers of Facebook: write a whole number")
    dialog.close()


def test_another_day_shows_its_own_figures(stage: StatStage, simulated: Simulated) -> None:
    deeds(stage).open_entry()
    dialog = stage.dialog(EntryDialog)

    dialog.day.show_day(date(2026, 3, 28))
    stage.settle()

    cell = dialog.table.item(FACEBOOK, 0)
    assert cell is not None
    known = value_of(stage, simulated.accounts[FACEBOOK].id, date(2026, 3, 28))
    assert cell.text() == ("" if known is None else f"{known:,}")
    dialog.close()


def test_tab_goes_from_cell_to_cell(stage: StatStage) -> None:
    deeds(stage).open_entry()
    dialog = stage.dialog(EntryDialog)
    dialog.table.setFocus()
    dialog.table.setCurrentCell(FACEBOOK, 0)

    QTest.keyClick(dialog.table, Qt.Key.Key_Tab)

    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (FACEBOOK, 1)
    dialog.close()


# --- a file ---


def test_a_bad_file_names_its_lines_and_takes_nothing(stage: StatStage, tmp_path: Path) -> None:
    file = tmp_path / "chiffres.csv"
    file.write_text("date;compte;abonnés\n2026-10-01;Facebook;douze\n", encoding="utf-8")

    deeds(stage).preview(file)
    dialog = stage.dialog(ImportDialog)

    assert "Line 2, “abonnés”: This is no number. It says “douze”." in [
        dialog.faults.item(row).text() for row in range(dialog.faults.count())
    ]
    assert not dialog.take.isEnabled()
    dialog.close()


def test_a_good_file_is_taken_whole_and_can_be_taken_back(
    stage: StatStage, simulated: Simulated, tmp_path: Path
) -> None:
    day, account = date(2024, 9, 1), simulated.accounts[FACEBOOK].id
    file = tmp_path / "chiffres.csv"
    file.write_text(f"date;compte;abonnés\n{day};Facebook;15000\n", encoding="utf-8")
    deeds(stage).preview(file)

    stage.dialog(ImportDialog).take.click()
    stage.settle()

    assert value_of(stage, account, day) == 15_000
    stage.commands.undo()
    stage.settle()
    assert value_of(stage, account, day) is None


def test_a_file_that_names_no_account_asks_for_it(stage: StatStage, tmp_path: Path) -> None:
    file = tmp_path / "chiffres.csv"
    file.write_text("date;abonnés\n2024-09-01;15000\n", encoding="utf-8")
    deeds(stage).preview(file)
    dialog = stage.dialog(ImportDialog)
    assert dialog.account.isVisible()
    assert not dialog.take.isEnabled()

    dialog.account.setCurrentIndex(dialog.account.findText("Facebook"))
    stage.settle()

    assert dialog.take.isEnabled()
    dialog.close()


@pytest.mark.parametrize("cause", list(FileCause))
def test_every_cause_has_its_words(cause: FileCause) -> None:
    assert cause in CAUSES
    assert fault_words(FileFault(7, "vues", cause, "x")).startswith("Line 7, “vues”: ")


# --- goals, notes, peers, days ---


def test_a_goal_is_set_and_shown_with_its_progress(stage: StatStage) -> None:
    deeds(stage).open_goal(None)
    dialog = stage.dialog(GoalDialog)
    assert dialog.account.currentText() == "Facebook"
    assert not dialog.save.isEnabled()

    dialog.target.setText("25 000")
    dialog.save.click()
    stage.settle()

    told = [one.text() for one in stage.card(GoalsAnswer).findChildren(QLabel)]
    assert "25,000 followers, Facebook" in told
    assert any("to go" in one for one in told)
    stage.commands.undo()
    stage.settle()
    assert not stage.bench.stat_notes.goals()


def test_a_note_is_kept_changed_and_removed(stage: StatStage) -> None:
    deeds(stage).open_note(None)
    dialog = stage.dialog(NoteDialog)
    dialog.kind.choose(NoteKind.THANKS.value)
    dialog.text.setPlainText("Merci à l’équipe de nuit")

    dialog.save.click()
    stage.settle()

    note = stage.bench.stat_notes.between(TODAY, TODAY)[0]
    assert (note.kind, note.text) == (NoteKind.THANKS, "Merci à l’équipe de nuit")
    assert stage.card(NotesAnswer).sentence == "1 word(s) of thanks."
    deeds(stage).open_note(note)
    stage.dialog(NoteDialog).remove.click()
    stage.settle()
    assert not stage.bench.stat_notes.between(TODAY, TODAY)


def test_a_peer_is_listed_and_ranked(stage: StatStage) -> None:
    deeds(stage).open_peers()
    dialog = stage.dialog(PeerDialog)
    dialog.name.setText("Clinique du Lac")
    dialog.network.setCurrentIndex(dialog.network.findData(Network.FACEBOOK))

    dialog.add.click()
    stage.settle()
    cell = dialog.table.item(0, 3)
    assert cell is not None
    cell.setText("30000")
    stage.settle()
    dialog.accept()
    stage.settle()

    card = stage.card(PeersAnswer)
    assert card.bars.records()[0][:2] == ("Clinique du Lac", 30_000)
    assert any("number 2 of 2" in one.text() for one in card.findChildren(QLabel))


def test_own_days_are_shown(stage: StatStage) -> None:
    deeds(stage).open_days()
    dialog = stage.dialog(SpanDialog)
    dialog.first.show_day(date(2026, 10, 5))
    dialog.last.show_day(date(2026, 10, 25))

    dialog.show_them.click()
    stage.settle()

    assert stage.tab.period == span(date(2026, 10, 5), date(2026, 10, 25))
    assert stage.tab.bar.title.text() == "5–25 October 2026"


def test_the_menu_offers_every_deed(stage: StatStage) -> None:
    offered = [one.text() for one in stage.tab.bar.more_menu.actions() if not one.isSeparator()]

    assert offered == [
        "Collect now",
        "Enter figures…",
        "Import a file…",
        "Set a goal…",
        "Add a note…",
        "List of peers…",
    ]
