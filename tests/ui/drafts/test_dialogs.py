"""History, templates, options, time, names: dialogs around a post."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.ui.drafts.history_dialog import HistoryDialog
from cmstation.ui.drafts.name_dialog import NameDialog
from cmstation.ui.drafts.options_dialog import OptionsDialog
from cmstation.ui.drafts.template_dialog import KeepTemplateDialog, TemplateDialog
from cmstation.ui.drafts.text_dialogs import NoteDialog
from cmstation.ui.icons import Icons
from cmstation.ui.when_dialog import WhenDialog
from tests.ui.drafts.conftest import Desk

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
DRAFT = "Ma santé en ligne"


def field_named(dialog: QWidget, name: str) -> QLineEdit:
    return next(field for field in dialog.findChildren(QLineEdit) if field.accessibleName() == name)


def test_an_earlier_content_is_brought_back_and_undo_takes_that_back(desk: Desk) -> None:
    before = desk.open(DRAFT).text
    desk.write("Nouveau. ")
    desk.settle()

    desk.tab.show_history_of_current()
    dialog = desk.dialog(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    desk.qtbot.waitUntil(dialog.restore.isEnabled)
    desk.qtbot.waitUntil(lambda: "Nouveau. " in dialog.view.toPlainText())
    assert "Kept while writing" in dialog.list.item(0).text()
    dialog.restore.click()
    desk.settle()
    assert desk.stored.text == desk.editor.text() == before

    desk.commands.undo()
    desk.settle()

    assert desk.stored.text == desk.editor.text() == "Nouveau. " + before


def test_typing_after_a_restore_is_no_change_made_elsewhere(desk: Desk) -> None:
    desk.open(DRAFT)
    desk.write("Un. ")
    desk.settle()
    history = desk.station.drafts.history(desk.draft.id)
    post = desk.draft.id
    desk.commands.run(lambda: desk.station.drafts.restore(post, history[0].id))
    desk.settle()

    desk.write("Deux. ")
    desk.settle()

    assert not desk.notices
    assert "Deux. " in desk.stored.text


def test_a_template_asks_for_its_words_and_starts_a_post(desk: Desk) -> None:
    desk.tab.new_from_template()
    dialog = desk.dialog(TemplateDialog)
    assert isinstance(dialog, TemplateDialog)
    desk.qtbot.waitUntil(lambda: dialog.list.count() == 3)

    dialog.field("service").setText("La maternité")
    dialog.start.click()
    desk.settle()

    assert desk.draft.title == "La maternité : nouveaux horaires"
    assert "{{horaires}}" in desk.draft.text
    assert "13 October" in desk.draft.text


def test_a_text_is_kept_as_a_template(desk: Desk) -> None:
    desk.open(DRAFT)
    desk.tab.post_actions.keep_as_template()
    dialog = desk.dialog(KeepTemplateDialog)
    assert isinstance(dialog, KeepTemplateDialog)

    dialog.name.setText("Mon modèle")
    dialog.keep.click()
    desk.settle()

    kept = next(one for one in desk.station.labels.templates() if one.name == "Mon modèle")
    assert kept.text == desk.stored.text


def test_what_only_the_site_knows_is_kept_with_its_version(desk: Desk) -> None:
    desk.open()
    site = desk.account(Network.WORDPRESS)
    desk.version(Network.WORDPRESS)
    desk.tab.post_actions.show_options()
    dialog = desk.dialog(OptionsDialog)
    assert isinstance(dialog, OptionsDialog)

    field_named(dialog, "Categories").setText("Prévention, Actualités")
    next(box for box in dialog.findChildren(QCheckBox) if box.text() == "Own title").click()
    field_named(dialog, "Own title").setText("Titre du site")
    dialog.keep.click()
    desk.settle()

    version = desk.stored.version(site.id)
    assert version.options == {"categories": "Prévention, Actualités"}
    assert version.title == "Titre du site"
    assert version.link is None


def test_the_first_comment_is_written(desk: Desk) -> None:
    desk.open(DRAFT)
    desk.tab.post_actions.write_comment()
    dialog = desk.dialog(NoteDialog)
    assert isinstance(dialog, NoteDialog)

    QTest.keyClicks(dialog.editor, "A question? Write to us.")
    dialog.keep.click()
    desk.settle()

    assert desk.stored.first_comment == "A question? Write to us."


def test_a_new_theme_is_added_and_chosen(desk: Desk) -> None:
    desk.open(DRAFT)
    labels = desk.tab.composer.parts.labels
    labels.line.chosen.emit("new")
    dialog = desk.dialog(NameDialog)
    assert isinstance(dialog, NameDialog)

    dialog.name.setText("Patrimoine")
    dialog.colour.choose("plum")
    dialog.add.click()
    desk.settle()

    theme = next(one for one in desk.station.labels.themes() if one.name == "Patrimoine")
    assert theme.colour == "plum"
    assert desk.stored.theme == theme.id
    assert labels.line.text() == "Patrimoine"


def test_a_time_is_chosen_with_its_zone(desk: Desk) -> None:
    desk.open(DRAFT)
    desk.tab.composer.parts.when.other_wanted.emit()
    dialog = desk.dialog(WhenDialog)
    assert isinstance(dialog, WhenDialog)

    dialog.calendar.setSelectedDate(QDate(2026, 11, 3))
    dialog.time.setTime(QTime(9, 15))
    dialog.choose.click()
    desk.settle()

    assert desk.stored.planned == at_wall_time(datetime(2026, 11, 3, 9, 15), "Europe/Paris")  # noqa: DTZ001


def test_an_hour_that_the_clocks_skip_cannot_be_chosen(icons: Icons, desk: Desk) -> None:
    dialog = WhenDialog(icons, None, NOW, "Europe/Paris", desk.tab)
    dialog.show()
    dialog.calendar.setSelectedDate(QDate(2027, 3, 28))
    dialog.time.setTime(QTime(2, 30))

    assert not dialog.choose.isEnabled()
    assert "03:30" in dialog.remark.text()
    dialog.close()


def test_an_hour_that_happens_twice_asks_which_one(icons: Icons, desk: Desk) -> None:
    chosen: list[PlannedTime] = []
    dialog = WhenDialog(icons, None, NOW, "Europe/Paris", desk.tab)
    dialog.planned.connect(chosen.append)
    dialog.show()
    dialog.calendar.setSelectedDate(QDate(2026, 10, 25))
    dialog.time.setTime(QTime(2, 30))
    assert dialog.twice.isVisible()

    dialog.twice.choose("second")
    dialog.choose.click()

    assert chosen[0].instant == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["UTC", "Indian/Mayotte"])
def test_a_zone_that_is_seldom_used_stays_what_it_is(icons: Icons, desk: Desk, zone: str) -> None:
    chosen: list[PlannedTime] = []
    planned = at_wall_time(datetime(2026, 11, 3, 9, 15), zone)  # noqa: DTZ001
    dialog = WhenDialog(icons, planned, NOW, "Europe/Paris", desk.tab)
    dialog.planned.connect(chosen.append)

    dialog.choose.click()

    assert chosen == [planned]


def test_another_hour_moves_what_waits_in_the_outbox(desk: Desk) -> None:
    draft = desk.open("Téléconsultation")
    later = at_wall_time(datetime(2026, 10, 20, 9, 0), "Europe/Paris")  # noqa: DTZ001

    desk.tab.composer.parts.when.planned.emit(later)
    desk.settle()

    waiting = [one for one in desk.stored.deliveries if one.state is DeliveryState.WAITING]
    assert len(waiting) == len(draft.accounts)
    assert {one.due for one in waiting} == {later}


def test_no_date_takes_what_waits_out_of_the_outbox(desk: Desk) -> None:
    desk.open("Téléconsultation")

    desk.tab.composer.parts.when.planned.emit(None)
    desk.settle()

    assert not [one for one in desk.stored.deliveries if one.state is DeliveryState.WAITING]
    assert desk.stored.planned is None
