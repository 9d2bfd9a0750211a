"""Comments on the answers: kept as one types, of the period in which they were typed, and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from cmstation.domain.periods import month
from cmstation.domain.report_document import SectionKey
from cmstation.services.station import Station
from cmstation.storage.stat_notes import CommentTable
from cmstation.ui.statistics.comment_fold import CommentField, CommentFold
from cmstation.ui.statistics.comments import SECTIONS
from cmstation.ui.statistics.page import ORDER
from tests.ui.statistics.stat_stage import StatStage

OCTOBER, SEPTEMBER = month(2026, 10), month(2026, 9)


def fold_of(stage: StatStage, section: SectionKey = SectionKey.WORKED) -> CommentFold:
    assert stage.tab.comments is not None
    return stage.tab.comments.folds[section]


def opened(stage: StatStage, section: SectionKey = SectionKey.WORKED) -> CommentField:
    fold = fold_of(stage, section)
    if not fold.button.isChecked():
        fold.button.click()
    stage.settle()
    assert fold.field is not None
    return fold.field


def typed(field: CommentField, text: str) -> None:
    """Write where the cursor is; the test keyboard knows no accents."""
    for letter in text:
        field.insertPlainText(letter)


def turned(stage: StatStage, key: str) -> None:
    from cmstation.domain.periods import parse

    stage.tab.go_to(parse(key))
    stage.settle()


def kept(stage: StatStage, key: str = "2026-10") -> dict[str, str]:
    stage.settle()
    return dict(stage.bench.stat_notes.comments(key))


def words_below(fold: CommentFold) -> str:
    return "\n".join(one.text() for one in fold.findChildren(QLabel) if not one.isHidden())


def test_every_answer_of_the_page_can_be_commented_and_no_field_is_made_before(stage: StatStage) -> None:
    assert stage.tab.comments is not None
    assert {SECTIONS[type(card)] for card in stage.tab.cards} == set(SectionKey)
    assert len(stage.tab.comments.folds) == len(ORDER)

    assert stage.tab.findChildren(QPlainTextEdit) == []
    assert all(not one.isVisible() for one in stage.tab.comments.folds.values())


def test_what_is_typed_is_kept_without_a_key_pressed_for_it(stage: StatStage) -> None:
    field = opened(stage)

    typed(field, "La rentrée a porté")

    stage.qtbot.waitUntil(lambda: kept(stage) == {"worked": "La rentrée a porté"}, timeout=5_000)


def test_typing_does_not_read_every_answer_again(stage: StatStage) -> None:
    asked: list[object] = []
    stage.tab.period_shown.connect(asked.append)
    field = opened(stage)

    typed(field, "Trois directs")
    fold_of(stage).leave()
    stage.settle()

    assert kept(stage) == {"worked": "Trois directs"}
    assert asked == []


def test_a_killed_program_has_kept_what_was_typed(stage: StatStage, figures_station: Station) -> None:
    typed(opened(stage), "Avant la coupure")

    stage.qtbot.waitUntil(
        lambda: CommentTable(figures_station.database).of("2026-10") == {"worked": "Avant la coupure"},
        timeout=5_000,
    )


def test_closing_hands_over_what_was_just_typed(stage: StatStage) -> None:
    typed(opened(stage), "Dernier mot")

    stage.tab.flush()

    assert stage.commands.flush()
    assert stage.bench.stat_notes.comments("2026-10") == {"worked": "Dernier mot"}


def test_turning_the_page_while_typing_keeps_it_of_the_period_where_it_was_typed(stage: StatStage) -> None:
    field = opened(stage)
    typed(field, "Un mois d octobre rose")

    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    typed(field, " et vif")
    stage.settle()

    assert stage.tab.period == SEPTEMBER
    assert kept(stage, "2026-10") == {"worked": "Un mois d octobre rose et vif"}
    assert kept(stage, "2026-09") == {}
    assert fold_of(stage).text == ""
    assert not fold_of(stage).isVisible()


def test_a_comment_is_shown_of_its_own_period_alone(stage: StatStage) -> None:
    typed(opened(stage), "Vu en octobre")
    fold = fold_of(stage)

    turned(stage, "2026-09")
    assert fold.text == ""
    assert fold.button.text() == "Add a comment for the report"
    typed(opened(stage), "Vu en septembre")
    turned(stage, "2026-10")

    assert words_below(fold) == "Vu en octobre"
    assert fold.button.text() == "Comment for the report"
    assert kept(stage, "2026-09") == {"worked": "Vu en septembre"}


def test_the_fields_own_undo_never_brings_another_periods_words(stage: StatStage) -> None:
    typed(opened(stage), "Vu en octobre")
    turned(stage, "2026-09")

    field = opened(stage)

    assert not field.document().isUndoAvailable()


def test_a_comment_is_taken_back_in_one_step_once_it_is_left(stage: StatStage) -> None:
    stage.bench.stat_notes.comment("2026-10", "worked", "Première version")
    turned(stage, "2026-10")
    field = opened(stage)
    field.selectAll()
    typed(field, "Seconde")
    stage.qtbot.waitUntil(lambda: kept(stage) == {"worked": "Seconde"}, timeout=5_000)
    typed(field, " version")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    stage.settle()
    assert kept(stage) == {"worked": "Seconde version"}
    assert stage.commands.undo_text == "Comment changed"

    stage.commands.undo()
    stage.settle()

    assert kept(stage) == {"worked": "Première version"}
    assert words_below(fold_of(stage)) == "Première version"
    assert stage.commands.undo_text == ""


def test_taking_back_is_seen_in_the_open_field(stage: StatStage) -> None:
    field = opened(stage)
    typed(field, "À reprendre")
    fold_of(stage).leave()
    stage.settle()
    assert stage.commands.undo_text == "Comment added"

    stage.commands.undo()
    stage.settle()

    assert field.toPlainText() == ""
    assert kept(stage) == {}


def test_an_emptied_comment_is_removed(stage: StatStage) -> None:
    stage.bench.stat_notes.comment("2026-10", "gaps", "Panne du 4 au 6")
    turned(stage, "2026-10")
    field = opened(stage, SectionKey.GAPS)

    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    stage.settle()

    assert kept(stage) == {}
    assert stage.commands.undo_text == "Comment removed"
    assert not fold_of(stage, SectionKey.GAPS).isVisible()


def test_a_change_made_elsewhere_leaves_what_is_being_typed(stage: StatStage) -> None:
    field = opened(stage)
    typed(field, "En cours ")

    done = stage.bench.stat_notes.comment("2026-10", "notes", "Ailleurs")
    stage.commands.changed.emit(done.changes)
    stage.settle()
    typed(field, "encore")
    stage.tab.flush()

    assert kept(stage) == {"worked": "En cours encore", "notes": "Ailleurs"}
    assert words_below(fold_of(stage, SectionKey.NOTES)) == "Ailleurs"


def test_the_keyboard_opens_and_closes_a_comment(stage: StatStage) -> None:
    fold = fold_of(stage)
    fold.button.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    stage.settle()
    assert fold.field is not None
    assert fold.field.hasFocus()
    assert fold.field.accessibleName() == "Comment for the report: What worked"
    assert "for October 2026 alone" in fold.field.accessibleDescription()
    assert fold.button.accessibleDescription() == "What worked"

    QTest.keyClick(fold.field, Qt.Key.Key_Escape)
    assert fold.button.hasFocus()
    assert not fold.field.isVisible()


def test_what_could_not_be_kept_is_kept_when_it_can_be(stage: StatStage, figures_station: Station) -> None:
    from sqlalchemy import text

    database = figures_station.database
    with database.sessions.begin() as session:
        session.execute(text("ALTER TABLE stat_comments RENAME TO stat_comments_away"))
    typed(opened(stage), "Pas encore")
    fold_of(stage).flush()
    stage.settle()
    with database.sessions.begin() as session:
        session.execute(text("ALTER TABLE stat_comments_away RENAME TO stat_comments"))

    stage.tab.flush()

    assert kept(stage) == {"worked": "Pas encore"}
