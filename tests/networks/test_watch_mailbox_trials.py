"""A mailbox is signed in to, and its folders are listed, before it is watched; hostile lists do no harm."""

import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.accounts import Secret
from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_mailboxes import MailboxFolder, mailbox_folder
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.watch_mailbox import MailboxReader
from cmstation.networks.watch_mailbox_line import folder_code
from cmstation.networks.watch_mailbox_names import MOST, folder_name, folder_names
from tests.fakes.imap_server import Conversation, ImapServer
from tests.fakes.secret_box import SecretBox
from tests.networks.mailbox_stage import box, certificate, reader, server

__all__ = ["box", "certificate", "reader", "server"]
GOOD = Secret({"password": "geheim"})


def place(server: ImapServer, folder: str = "INBOX") -> MailboxFolder:
    return MailboxFolder("127.0.0.1", "lea@clinique.example", folder, server.port)


def lists(server: ImapServer, *lines: str | bytes) -> None:
    """Let a server answer LIST so."""

    def act(talk: Conversation, _: str) -> None:
        talk.say(*lines)
        talk.done()

    server.acts["LIST"] = act


def trouble_of(reader: MailboxReader, folder: MailboxFolder, password: Secret) -> tuple[SourceTrouble, str]:
    with pytest.raises(SourceUnread) as caught:
        reader.look_in(folder, password)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    told = f"{caught.value!r} {caught.value}"
    assert "geheim" not in told
    assert "lea" not in told
    return caught.value.trouble, caught.value.detail


def test_a_trial_signs_in_opens_the_folder_and_reads_nothing(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    reader.look_in(place(server), GOOD)

    verbs = {command.split()[0] for command in server.asked}
    assert verbs == {"CAPABILITY", "AUTHENTICATE", "EXAMINE", "LOGOUT"}
    assert box.kept == {}


def test_a_wrong_password_a_false_folder_and_an_empty_password_are_told_apart(
    server: ImapServer, reader: MailboxReader
) -> None:
    server.acts["EXAMINE"] = lambda talk, _: talk.done("NO no such mailbox")

    assert trouble_of(reader, place(server), Secret({"password": "ge\nheim"})) == (
        SourceTrouble.SIGN_IN_NEEDED,
        "characters",
    )
    assert server.asked == []
    assert trouble_of(reader, place(server), GOOD) == (SourceTrouble.GONE, "folder")
    server.password = "ein anderes"
    assert trouble_of(reader, place(server), GOOD) == (SourceTrouble.SIGN_IN_NEEDED, "refused")


def test_a_trial_can_be_broken_off(server: ImapServer, reader: MailboxReader) -> None:
    reached = threading.Event()

    def stall(talk: Conversation, _: str) -> None:
        reached.set()
        talk.stall()

    server.acts["AUTHENTICATE"] = stall
    stopper = threading.Thread(target=lambda: (reached.wait(10), reader.stop_asking()))
    stopper.start()
    began = time.monotonic()

    found = trouble_of(reader, place(server), GOOD)

    stopper.join()
    assert found == (SourceTrouble.TIMED_OUT, "read_timeout")
    assert time.monotonic() - began < 5


def test_folders_are_listed_the_inbox_first_without_those_that_cannot_be_opened(
    server: ImapServer, reader: MailboxReader
) -> None:
    lists(
        server,
        r'* LIST (\HasChildren) "/" "Sant&AOk-/&AMA- lire"',
        r'* LIST (\HasNoChildren) "." "Newsletters"',
        r'* LIST (\Noselect) "/" "[Gmail]"',
        r"* LIST () NIL inbox",
        r'* LIST () "\\" "a\"b"',
        b'* LIST () "/" {9}\r\nA&-B lire',
    )

    found = reader.folders(place(server), GOOD)

    assert found == ("INBOX", 'a"b', "A&B lire", "Newsletters", "Santé/À lire")


def test_a_hostile_list_is_bounded_and_its_names_do_no_harm(
    server: ImapServer, reader: MailboxReader
) -> None:
    lists(
        server,
        *[f'* LIST () "/" "Dossier {number:04}"' for number in range(2 * MOST)],
        '* LIST () "/" "&AAo-A1 DELETE INBOX"',
        '* LIST () "/" "&AG"',
        "* LIST (((( ",
        b'* LIST () "/" "caf\xc3\xa9"',
        f'* LIST () "/" "{"x" * 301}"',
    )

    found = reader.folders(place(server), GOOD)

    assert len(found) == MOST
    assert all(name.startswith("Dossier ") for name in found)


def test_a_list_without_end_is_cut(server: ImapServer, reader: MailboxReader) -> None:
    lists(server, *[f'* LIST () "/" "{number}{"x" * 5_000}"' for number in range(600)])

    with pytest.raises(SourceUnread) as caught:
        reader.folders(place(server), GOOD)

    assert (caught.value.trouble, caught.value.detail) == (SourceTrouble.TOO_LONG, "bytes")


def test_a_server_that_lists_nothing_gives_no_folders(server: ImapServer, reader: MailboxReader) -> None:
    server.acts["LIST"] = lambda talk, _: talk.done("NO not here")

    assert reader.folders(place(server), GOOD) == ()


@given(st.binary(max_size=40))
def test_any_bytes_are_a_folder_that_can_be_opened_again_or_none(raw: bytes) -> None:
    for name in folder_names([raw]):
        assert mailbox_folder(MailboxFolder("h.example", "a", name).address).folder == name
        assert folder_code(name).encode() == raw or raw.upper() == b"INBOX"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30))
def test_a_name_is_read_as_it_was_written(name: str) -> None:
    read = folder_name(folder_code(name).encode())

    if not name.startswith("/") and not name.endswith("/") and name.upper() != "INBOX":
        assert read in (name, "")
        assert read or not name.isprintable()
