"""The queue, slots and sequences by hand, in the real tab."""

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from cmstation.domain.plan_warnings import Pace
from cmstation.domain.rhythm import Slot
from cmstation.domain.sequences import PostSequence
from cmstation.ui.calendar.deeds.plan_rhythm import PlanRhythm
from cmstation.ui.calendar.dialogs.rhythm_dialog import RhythmDialog
from cmstation.ui.calendar.dialogs.sequence_dialog import SequenceDialog
from cmstation.ui.when_dialog import WhenDialog
from tests.ui.calendar.tab_stage import Stage, wall

TUESDAY = 1


def rhythm_of(stage: Stage) -> PlanRhythm:
    assert stage.tab.menus is not None
    return stage.tab.menus.rhythm


def give_slot(stage: Stage, weekday: int, hour: str) -> int:
    """Give an account that wants no picture one slot a week."""
    account = stage.bluesky[0]
    stage.station.rhythm.set_slots(account, [Slot(account, weekday, time.fromisoformat(hour))])
    return account


def waiting(stage: Stage, title: str) -> int:
    post = stage.station.drafts.new(title=title, text="Venez nombreux.", accounts=stage.bluesky).value.id
    stage.look()
    return post


def menu_of_post(stage: Stage) -> QMenu:
    """The menu that the right button opens on what is selected."""
    assert stage.tab.menus is not None
    stage.tab.menus.offer(stage.tab.shown.selected(), stage.tab.mapToGlobal(stage.tab.rect().center()))
    return next(menu for menu in stage.tab.findChildren(QMenu) if menu.isVisible())


# --- queue ---


def test_q_puts_a_waiting_post_on_the_next_free_slot_and_undo_takes_it_back(stage: Stage) -> None:
    give_slot(stage, TUESDAY, "06:45")
    post = waiting(stage, "À placer")
    stage.tab.activateWindow()
    stage.tab.drawer.waiting.setFocus()
    stage.tab.drawer.waiting.mark(post)

    QTest.keyClick(stage.tab.drawer.waiting, Qt.Key.Key_Q)
    stage.settled()

    assert [one.due.wall for one in stage.station.outbox.of_post(post)] == [wall(20, "06:45")]
    assert post not in [row.id for row in stage.tab.beside.undated]
    stage.undo()
    assert post in [row.id for row in stage.tab.beside.undated]


def test_an_account_without_slots_says_where_to_choose_them(stage: Stage) -> None:
    account = stage.bluesky[0]
    stage.station.rhythm.set_slots(account, [])
    post = waiting(stage, "À placer")

    rhythm_of(stage).queue(post)
    stage.settled()

    assert f"{stage.station.accounts.get(account).name}: no weekly slot yet" in stage.words()
    assert stage.commands.undo_text == ""


def test_the_free_slots_are_filled_with_waiting_drafts_in_one_step(stage: Stage) -> None:
    for row in stage.tab.beside.undated:
        stage.station.drafts.delete(row.id)
    give_slot(stage, TUESDAY, "06:45")
    first, second = waiting(stage, "Un"), waiting(stage, "Deux")
    order = [row.id for row in stage.tab.beside.undated]
    assert set(order) == {first, second}
    menu = stage.tab.toolbar.new_menu
    menu.aboutToShow.emit()

    stage.choose(menu, "Fill the free slots")

    due = [one.due.wall for post in order for one in stage.station.outbox.of_post(post)]
    assert due == [wall(20, "06:45"), wall(27, "06:45")]
    stage.undo()
    assert {row.id for row in stage.tab.beside.undated} == {first, second}


# --- sequences ---


def test_a_post_becomes_a_sequence_that_moves_as_one(stage: Stage) -> None:
    key = stage.post(wall(29))
    stage.tab.month.go_to(date(2026, 10, 29))
    stage.tab.shown.select([key])
    menu = menu_of_post(stage)
    stage.choose(menu, "Make a sequence")
    menu.close()
    dialog = stage.window(SequenceDialog)
    steps = dialog.chosen.steps
    dialog.make.click()
    stage.settled()

    (sequence,) = [one for one in stage.station.sequences.all() if key.identity in _posts(one)]
    assert len(_posts(sequence)) == len(steps)
    rhythm_of(stage).ask_retime(key.identity)
    stage.settled()
    when = stage.window(WhenDialog)
    assert "its posts keep their distance" in when.reason.text()
    when.calendar.setSelectedDate(when.calendar.selectedDate().addDays(1))
    when.choose.click()
    stage.settled()

    assert stage.wall_of(key) == wall(30)
    stage.undo()
    assert stage.wall_of(key) == wall(29)
    stage.undo()
    assert key.identity not in [post for one in stage.station.sequences.all() for post in _posts(one)]


def test_a_new_sequence_writes_nothing_before_it_is_wanted(stage: Stage, opened: list[int]) -> None:
    before = stage.tab.beside.things
    rhythm_of(stage).new_sequence(date(2026, 10, 29))
    stage.window(SequenceDialog).reject()
    stage.look()
    assert stage.tab.beside.things == before

    rhythm_of(stage).new_sequence(date(2026, 10, 29))
    dialog = next(one for one in stage.windows(SequenceDialog))
    steps = dialog.chosen.steps
    dialog.make.click()
    stage.settled()
    stage.settled()

    assert len(opened) == 1
    assert stage.tab.beside.things == before + len(steps)
    stage.undo()
    assert stage.tab.beside.things == before


def test_a_post_is_taken_out_of_its_sequence(stage: Stage) -> None:
    (sequence, *_) = stage.station.sequences.all()
    plan = stage.tab.plan
    assert plan is not None
    post = next(item for item in plan.items if item.sequence == sequence.id)
    menu = QMenu()

    rhythm_of(stage).fill_post_menu(menu, post)
    stage.choose(menu, "Take out of its sequence")

    assert stage.station.sequences.of_post(post.key.identity) is None
    menu.deleteLater()


def _posts(sequence: PostSequence) -> list[int]:
    return [member.post for member in sequence.members]


# --- settings ---


def test_slots_shares_and_warnings_are_kept_and_taken_back_as_one(stage: Stage) -> None:
    account = give_slot(stage, TUESDAY, "18:30")
    line = stage.station.labels.themes()[0]
    before = stage.station.rhythm.slots(), line.wished, stage.station.rhythm.pace()
    rhythm_of(stage).open_rhythm()
    stage.settled()
    dialog = stage.window(RhythmDialog)
    assert dialog.cells[account, TUESDAY].text() == "18:30"

    dialog.cells[account, TUESDAY].setText("9:00, 18:30")
    dialog.shares[line.id].setValue(20)
    dialog.gap.setValue(45)
    dialog.save.click()
    stage.settled()

    hours = [slot.wall for slot in stage.station.rhythm.slots() if slot.account == account]
    assert hours == [time(9), time(18, 30)]
    assert stage.station.labels.themes()[0].wished == 20
    assert stage.station.rhythm.pace().gap_minutes == 45
    stage.undo()
    after = stage.station.rhythm.slots(), stage.station.labels.themes()[0].wished, stage.station.rhythm.pace()
    assert after == before


def test_saving_the_rhythm_as_it_is_changes_nothing(stage: Stage) -> None:
    rhythm_of(stage).open_rhythm()
    stage.settled()

    stage.window(RhythmDialog).save.click()
    stage.settled()

    assert stage.commands.undo_text == ""
    assert stage.station.rhythm.pace() == Pace()
