"""Newsletters of a mailbox: guessed, listed, tried, watched."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import SecretsLocked, SecretsRefused, SecretsUnavailable
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.mailbox_form import MailboxDialog
from cmstation.ui.watch.dialogs.source_deeds import SourceDeeds
from cmstation.ui.watch.dialogs.source_dialog import SourceDialog
from cmstation.ui.watch.dialogs.source_wish import MailboxWish
from tests.fakes.secret_box import SecretBox
from tests.ui.calendar.dialog_hands import click, enter, escape, nameless, walk, write
from tests.ui.watch.dialogs.conftest import opened
from tests.ui.watch.dialogs.sample_mailbox import PLACE, WORD, Mail, mailboxes

Settled = Callable[[], None]


@pytest.fixture
def dialog(behind: QWidget, adding: SourceDeeds, settled: Settled) -> MailboxDialog:
    """The form, reached from “Add a source”."""
    adding.open()
    settled()
    click_link(opened(behind, SourceDialog))
    settled()
    return opened(behind, MailboxDialog)


def click_link(dialog: SourceDialog) -> None:
    dialog.mailbox.setFocus()
    QTest.keyClick(dialog.mailbox, Qt.Key.Key_Space)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def fill(dialog: MailboxDialog, user: str = PLACE.user, password: str = WORD) -> None:
    write(dialog.fields.user, user)
    write(dialog.fields.password, password)


def test_a_mailbox_is_watched_with_the_keyboard_alone(
    dialog: MailboxDialog, station: Station, box: SecretBox, settled: Settled
) -> None:
    assert dialog.focusWidget() is dialog.fields.user
    fill(dialog)
    assert dialog.fields.host.text() == PLACE.host
    dialog.fields.look.setFocus()
    QTest.keyClick(dialog.fields.look, Qt.Key.Key_Space)
    settled()

    assert [dialog.fields.folder.itemText(row) for row in range(2)] == ["INBOX", "Lettres"]
    QTest.keyClick(dialog.fields.folder, Qt.Key.Key_Down)
    QTest.keyClick(dialog.fields.folder, Qt.Key.Key_Return)
    settled()

    (one,) = mailboxes(station)
    assert (one.source.address, one.source.name) == (PLACE.address, "Lettres")
    assert box.kept == {PLACE.secret_name: Secret({"password": WORD})}


def test_the_inbox_gets_a_name_that_can_be_shown_and_lists_are_joined(
    dialog: MailboxDialog, station: Station, settled: Settled
) -> None:
    fill(dialog)
    actions = {action.text(): action for action in dialog.fields.lists.button.menu().actions()}
    actions["RSE"].trigger()
    actions["New list…"].trigger()
    write(dialog.fields.lists.name, "Lettres du monde")
    click(dialog.add)
    settled()

    (one,) = mailboxes(station)
    names = {found.id: found.name for found in station.watch_lists.all()}
    assert one.source.name == "Newsletters"
    assert {names[list_] for list_ in one.lists} == {"RSE", "Lettres du monde"}


def test_adding_is_taken_back_with_the_password(
    dialog: MailboxDialog, station: Station, box: SecretBox, commands: Commands, settled: Settled
) -> None:
    fill(dialog)
    click(dialog.add)
    settled()
    assert WORD not in commands.undo_text

    commands.undo()
    settled()

    assert (mailboxes(station), box.kept) == ([], {})


def test_a_refused_password_is_said_and_can_be_typed_anew(
    dialog: MailboxDialog, station: Station, box: SecretBox, settled: Settled
) -> None:
    fill(dialog, password="faux")
    click(dialog.add)
    settled()

    assert "The mailbox refused the name or the password." in dialog.progress.trouble
    assert dialog.focusWidget() is dialog.fields.password
    assert (mailboxes(station), box.kept) == ([], {})
    write(dialog.fields.password, WORD)
    enter(dialog.fields.password)
    settled()
    assert len(mailboxes(station)) == 1


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (SecretsLocked(), "is locked"),
        (SecretsRefused(), "refused to keep"),
        (SecretsUnavailable(reason="none"), "has no password store"),
    ],
)
def test_a_keyring_that_cannot_help_is_said_and_nothing_is_kept(
    dialog: MailboxDialog,
    station: Station,
    box: SecretBox,
    settled: Settled,
    trouble: Exception,
    told: str,
) -> None:
    lists = len(station.watch_lists.all())
    fill(dialog)
    next(one for one in dialog.fields.lists.button.menu().actions() if one.text() == "New list…").trigger()
    write(dialog.fields.lists.name, "Passagère")
    box.trouble = trouble

    click(dialog.add)
    settled()

    assert told in dialog.progress.trouble
    assert "Nothing was kept." in dialog.progress.trouble
    assert mailboxes(station) == []
    assert len(station.watch_lists.all()) == lists


def test_waiting_can_be_stopped_and_adds_nothing(
    dialog: MailboxDialog, station: Station, mail: Mail, settled: Settled
) -> None:
    mail.stalls = True
    fill(dialog)
    click(dialog.add)
    assert dialog.waits
    assert not dialog.fields.isEnabled()

    click(dialog.progress.stop)
    settled()

    assert mail.cut.is_set()
    assert not dialog.waits
    assert dialog.isVisible()
    assert mailboxes(station) == []


def test_closing_forgets_the_password(dialog: MailboxDialog) -> None:
    fill(dialog)

    escape(dialog)

    assert dialog.fields.password.text() == ""


def test_a_wish_never_shows_the_password(behind: QWidget, icons: Icons) -> None:
    dialog = MailboxDialog(icons, (), parent=behind)
    dialog.open()
    found: list[MailboxWish] = []
    dialog.added.connect(found.append)
    fill(dialog)
    click(dialog.add)

    assert found[0].password.parts == {"password": WORD}
    assert WORD not in repr(found)
    assert dialog.fields.password.echoMode() is QLineEdit.EchoMode.Password


def test_what_providers_ask_for_is_said(dialog: MailboxDialog) -> None:
    fill(dialog, user="veille@gmail.com")
    assert dialog.fields.host.text() == "imap.gmail.com"
    assert "Gmail wants an app password" in words(dialog)
    assert dialog.add.isEnabled()

    write(dialog.fields.user, "veille@outlook.com")
    assert "this mailbox cannot be watched" in words(dialog)
    assert not dialog.add.isEnabled()
    assert not dialog.fields.look.isEnabled()

    write(dialog.fields.user, "veille@proton.me")
    assert "Proton Mail does not let other programs" in words(dialog)
    assert not dialog.add.isEnabled()


def test_a_server_that_the_person_named_stays(dialog: MailboxDialog) -> None:
    write(dialog.fields.user, "veille@clinique.example")
    write(dialog.fields.host, "mail.clinique.example")

    write(dialog.fields.user, "autre@clinique.example")

    assert dialog.fields.host.text() == "mail.clinique.example"


def test_what_is_no_server_is_said(dialog: MailboxDialog, settled: Settled) -> None:
    fill(dialog)
    write(dialog.fields.host, "imap.clinique.example:ssl")

    click(dialog.add)

    assert dialog.progress.trouble.startswith("This is no address of a mailbox")
    assert dialog.focusWidget() is dialog.fields.host


def test_the_way_back_leads_to_the_other_sources(
    dialog: MailboxDialog, behind: QWidget, settled: Settled
) -> None:
    click(dialog.back)
    settled()

    assert opened(behind, SourceDialog).isVisible()


def test_everything_has_a_name_and_tab_goes_round(dialog: MailboxDialog) -> None:
    fill(dialog)
    assert not nameless(dialog)
    dialog.fields.user.setFocus()

    visited = walk(dialog)

    fields = dialog.fields
    order: list[QWidget] = [fields.user, fields.host, fields.password, fields.folder, fields.look]
    order += [fields.lists.button, fields.name, dialog.add]
    assert [widget for widget in visited if widget in order] == order


def test_it_fits_a_small_screen(dialog: MailboxDialog) -> None:
    dialog.show_trouble(SecretsUnavailable(reason="none"))

    assert dialog.width() <= 900
    assert dialog.height() <= 640
