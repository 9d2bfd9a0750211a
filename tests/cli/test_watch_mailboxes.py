"""A mailbox on the command line: its password is never a word of the command."""

import getpass
import io
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Run
from tests.fakes.imap_server import Conversation, ImapServer
from tests.fakes.narrow_keyring import NarrowKeyring
from tests.fakes.tls_certificate import Certificate
from tests.networks.mailbox_stage import certificate

__all__ = ["certificate"]


@pytest.fixture
def server(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Iterator[ImapServer]:
    """A mailbox whose certificate this computer trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.certificate))
    with ImapServer(certificate.server_context()) as made:
        yield made


def address(server: ImapServer, folder: str = "INBOX") -> str:
    return f"imaps://lea@127.0.0.1:{server.port}/{folder}"


class Terminal(io.StringIO):
    """Standard input as a person's keyboard."""

    def isatty(self) -> bool:
        return True


def test_a_mailbox_is_watched_with_a_password_from_standard_input(
    run: Run, server: ImapServer, keyring_in_memory: NarrowKeyring
) -> None:
    answer = run("watch", "add", address(server), "--password-stdin", stdin="geheim\n")

    assert (answer.code, answer.lines) == (0, ["Source 1: Newsletters"])
    assert run("watch", "list", "--json").json[0]["kind"] == "mailbox"
    assert "geheim" in "".join(keyring_in_memory.kept.values())


def test_the_password_is_asked_for_at_a_terminal(
    run: Run, server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(io, "StringIO", Terminal)

    def typed(_prompt: str) -> str:
        return "geheim"

    monkeypatch.setattr(getpass, "getpass", typed)

    answer = run("watch", "add", address(server, "Lettres"), "--name", "Mes lettres")

    assert (answer.code, answer.lines) == (0, ["Source 1: Mes lettres"])


def test_a_refused_password_is_told_and_leaves_nothing(
    run: Run, server: ImapServer, keyring_in_memory: NarrowKeyring
) -> None:
    answer = run("watch", "add", address(server), "--password-stdin", stdin="faux\n")

    assert answer.code == 5
    assert "The mailbox refused the name or the password." in answer.err
    assert "faux" not in answer.out + answer.err
    assert keyring_in_memory.kept == {}
    assert run("watch", "list").lines == ["Nothing is watched yet."]


def test_a_check_lists_the_folders_and_adds_nothing(run: Run, server: ImapServer) -> None:
    def act(talk: Conversation, _: str) -> None:
        talk.say('* LIST () "/" INBOX', '* LIST () "/" "Sant&AOk-"')
        talk.done()

    server.acts["LIST"] = act

    answer = run("watch", "add", address(server), "--password-stdin", "--check", stdin="geheim\n")

    assert (answer.code, answer.lines) == (0, ["INBOX", "Santé"])
    assert run("watch", "list").lines == ["Nothing is watched yet."]


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        ("imaps://lea:geheim@imap.example/INBOX", 2, "A password must never stand in an address."),
        ("imap://lea@imap.example/INBOX", 2, "This is no address of a mailbox"),
        ("imaps://lea@outlook.office365.com/INBOX", 1, "this mailbox cannot be watched"),
        ("imaps://lea@imap.example/INBOX", 5, "--password-stdin"),
    ],
)
def test_what_cannot_be_signed_in_to_is_said_before_anybody_is_asked(
    run: Run, given: str, code: int, told: str
) -> None:
    answer = run("watch", "add", given, stdin="geheim\n")

    assert answer.code == code
    assert told in answer.err
    assert "geheim" not in answer.out + answer.err
