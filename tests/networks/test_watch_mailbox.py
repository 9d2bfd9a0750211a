"""A folder of a mailbox is read like a feed, and nothing in it is changed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cmstation.domain.accounts import Secret
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_mailboxes import MailboxFolder, mailbox_folder
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.watch_mailbox import MailboxReader
from cmstation.networks.watch_mailbox_line import folder_code
from tests.fakes.imap_server import ImapServer, letter
from tests.fakes.secret_box import SecretBox
from tests.networks.mailbox_stage import (
    LIMITS,
    bodies,
    box,
    certificate,
    reader,
    refusal,
    server,
    source_on,
    titles,
)
from tests.servers.dovecot import DovecotServer
from tests.servers.fixtures import running

__all__ = ["box", "certificate", "reader", "server"]


# --- addresses --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("imaps://lea@imap.example/INBOX.Lettres", MailboxFolder("imap.example", "lea", "INBOX.Lettres")),
        ("imaps://lea%40a.fr@imap.example", MailboxFolder("imap.example", "lea@a.fr")),
        ("imaps://lea@a.fr@imap.example/", MailboxFolder("imap.example", "lea@a.fr")),
        ("imaps://l@h:1993/Santé/À%20lire", MailboxFolder("h", "l", "Santé/À lire", 1993)),
    ],
)
def test_an_address_names_user_server_and_folder(address: str, folder: MailboxFolder) -> None:
    found = mailbox_folder(address)

    assert found == folder
    assert mailbox_folder(found.address) == folder


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("imaps://lea:geheim@imap.example/INBOX", "password"),
        ("imaps://lea:@imap.example/INBOX", "password"),
        ("imap://lea@imap.example/INBOX", "address"),
        ("https://lea@imap.example/INBOX", "address"),
        ("imaps://imap.example/INBOX", "address"),
        ("imaps://lea@/INBOX", "address"),
        ("imaps://lea@h/a%0D%0AA1%20DELETE%20INBOX", "address"),
        ("imaps://l%0Aea@h/INBOX", "address"),
        ("imaps://lea@[::1/INBOX", "address"),
        ("imaps://lea@h:99999/INBOX", "address"),
        ("", "address"),
    ],
)
def test_other_addresses_are_refused(address: str, detail: str) -> None:
    with pytest.raises(SourceUnread) as caught:
        mailbox_folder(address)

    assert (caught.value.trouble, caught.value.detail) == (SourceTrouble.UNSAFE_ADDRESS, detail)


def test_folders_of_one_mailbox_share_a_password_and_others_do_not() -> None:
    one = MailboxFolder("imap.example", "lea", "A")

    assert one.secret_name == replace(one, folder="B").secret_name
    others = (replace(one, user="luc"), replace(one, host="h.example"), replace(one, port=1))
    assert len({one.secret_name, *(other.secret_name for other in others)}) == 4


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("INBOX", "INBOX"),
        ("Santé", "Sant&AOk-"),
        ("A&B", "A&-B"),
        ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"),
        ("é", "&AOk-"),
    ],
)
def test_a_folder_is_named_as_imap_names_it(name: str, code: str) -> None:
    assert folder_code(name) == code


# --- what is read -----------------------------------------------------------------------------------------


def test_the_newest_messages_are_read_first_and_only_new_ones_later(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    source = source_on(server, box)
    server.letters = {uid: letter(uid) for uid in (3, 5, 8, 9, 12)}
    first = reader.read(source, SourceState(1))
    server.letters[15] = letter(15)

    second = reader.read(source, SourceState(1, cursor=first.cursor))
    third = reader.read(source, SourceState(1, cursor=second.cursor))

    assert titles(first) == bodies(8, 9, 12)
    assert first.feed is not None
    assert first.feed.title == "Lettres"
    assert titles(second) == bodies(15)
    assert third.feed is None
    assert third.cursor == second.cursor == "7:15"


def test_many_new_messages_are_read_in_several_times_and_none_is_missed(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    server.letters = {uid: letter(uid) for uid in range(1, 14)}
    source, cursor, seen = source_on(server, box), "7:2", list[str]()

    for _ in range(4):
        got = reader.read(source, SourceState(1, cursor=cursor))
        cursor = got.cursor
        seen += titles(got)

    assert seen == bodies(*range(3, 14))


def test_an_empty_folder_is_nothing_new_and_its_first_message_is_read(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    source = source_on(server, box)
    empty = reader.read(source, SourceState(1))
    server.letters = {4: letter(4)}

    got = reader.read(source, SourceState(1, cursor=empty.cursor))

    assert empty.feed is None
    assert titles(got) == bodies(4)


@pytest.mark.parametrize("cursor", ["6:900", "x", "7:", "7:1:2"])
def test_numbers_of_another_time_are_not_believed(
    server: ImapServer, reader: MailboxReader, box: SecretBox, cursor: str
) -> None:
    server.letters = {1: letter(1), 2: letter(2)}

    got = reader.read(source_on(server, box), SourceState(1, cursor=cursor))

    assert titles(got) == bodies(1, 2)
    assert got.cursor == "7:2"


def test_a_message_is_known_again_after_the_numbers_changed(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    source = source_on(server, box)
    server.letters = {5: letter(1)}
    first = reader.read(source, SourceState(1))
    server.letters, server.validity = {1: letter(1)}, 8

    second = reader.read(source, SourceState(1, cursor=first.cursor))

    assert first.feed is not None
    assert second.feed is not None
    assert first.feed.items[0].id == second.feed.items[0].id


def test_nothing_is_asked_that_would_change_a_mailbox(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    server.letters = {1: letter(1)}

    reader.read(source_on(server, box), SourceState(1))

    verbs = {command.split()[0] for command in server.asked}
    assert verbs == {"CAPABILITY", "AUTHENTICATE", "EXAMINE", "FETCH", "UID", "LOGOUT"}
    assert all("BODY[" not in command for command in server.asked)


def test_a_server_without_other_ways_is_signed_in_to_the_old_way(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    server.capabilities = "IMAP4rev1"
    server.letters = {1: letter(1)}

    assert titles(reader.read(source_on(server, box), SourceState(1))) == bodies(1)
    assert "LOGIN …" in server.asked


def test_the_rest_of_a_long_message_is_left_out(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    server.letters = {1: letter(1) + b"<p>encore</p>\r\n" * 50_000, 2: letter(2)}

    got = reader.read(source_on(server, box), SourceState(1))

    assert got.feed is not None
    assert len(got.feed.items[0].summary) <= LIMITS.message
    assert got.cursor == "7:2"


# --- a real server ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dovecot(pytestconfig: pytest.Config) -> Iterator[DovecotServer]:
    with running(DovecotServer(), pytestconfig) as made:
        yield made


def real_reader(
    dovecot: DovecotServer, box: SecretBox, user: str, folder: str
) -> tuple[MailboxReader, Source]:
    assert dovecot.certificate is not None
    place = MailboxFolder("127.0.0.1", user, folder, dovecot.port)
    box.kept[place.secret_name] = Secret({"password": dovecot.password})
    reader = MailboxReader(box, context=dovecot.certificate.trusting_context)
    return reader, Source(1, SourceKind.MAILBOX, place.address)


@pytest.mark.real_server
def test_a_real_folder_is_read_and_left_as_it_was(dovecot: DovecotServer, box: SecretBox) -> None:
    place = dovecot.deliver("lea", letter(1), "Sant&AOk-")
    dovecot.deliver("lea", letter(2), "Sant&AOk-")
    reader, source = real_reader(dovecot, box, "lea", "Santé")

    first = reader.read(source, SourceState(1))
    dovecot.deliver("lea", letter(3), "Sant&AOk-")
    second = reader.read(source, SourceState(1, cursor=first.cursor))
    third = reader.read(source, SourceState(1, cursor=second.cursor))

    assert titles(first) == bodies(1, 2)
    assert first.feed is not None
    assert first.feed.items[0].author == "Léa de la Revue"
    assert titles(second) == bodies(3)
    assert third.feed is None
    files = [path.name for path in place.rglob("*.test*")]
    assert len(files) == 3
    assert not any("S" in name.partition(":2,")[2] for name in files)


@pytest.mark.real_server
def test_a_real_empty_inbox_is_nothing_new_and_then_read(dovecot: DovecotServer, box: SecretBox) -> None:
    reader, source = real_reader(dovecot, box, "vide", "INBOX")

    empty = reader.read(source, SourceState(1))
    dovecot.deliver("vide", letter(9))
    got = reader.read(source, SourceState(1, cursor=empty.cursor))

    assert empty.feed is None
    assert titles(got) == bodies(9)


@pytest.mark.real_server
def test_a_real_server_refuses_a_wrong_password_and_a_false_folder(
    dovecot: DovecotServer, box: SecretBox
) -> None:
    reader, source = real_reader(dovecot, box, "lea", "Nulle part")

    absent = refusal(reader, source)
    for name in list(box.kept):
        box.kept[name] = Secret({"password": "faux"})
    wrong = refusal(reader, source)

    assert absent == (SourceTrouble.GONE, "folder")
    assert wrong == (SourceTrouble.SIGN_IN_NEEDED, "refused")
