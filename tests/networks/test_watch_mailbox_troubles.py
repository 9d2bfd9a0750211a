"""A mailbox that refuses, lies, stalls or breaks off does no harm."""

import logging
import ssl
import time

import pytest

from cmstation.domain.errors import SecretsLocked, SecretsUnavailable
from cmstation.domain.watch import SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.watch_doors import LateReaders
from cmstation.networks.watch_mailbox import MailboxReader
from cmstation.networks.watch_mailbox_line import MailboxLimits
from tests.fakes.imap_server import Act, Conversation, ImapServer, letter
from tests.fakes.secret_box import SecretBox
from tests.fakes.tls_certificate import Certificate
from tests.networks.mailbox_stage import (
    HASTY,
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

__all__ = ["box", "certificate", "reader", "server"]


def test_a_wrong_password_is_told_and_never_shown(
    server: ImapServer, reader: MailboxReader, box: SecretBox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    source = source_on(server, box)
    server.password = "ein anderes"

    with pytest.raises(SourceUnread) as caught:
        reader.read(source, SourceState(1))

    assert (caught.value.trouble, caught.value.detail) == (SourceTrouble.SIGN_IN_NEEDED, "refused")
    told = f"{caught.value!r} {caught.value} {source!r} {caplog.text}"
    assert "geheim" not in told
    assert "lea@" not in told


def test_a_server_that_is_down_for_a_while_is_not_taken_for_a_wrong_password(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    server.acts["AUTHENTICATE"] = lambda talk, _: talk.done("NO [UNAVAILABLE] later")

    assert refusal(reader, source_on(server, box)) == (SourceTrouble.SERVER_TROUBLE, "sign_in")


@pytest.mark.parametrize(
    ("trouble", "detail"),
    [(SecretsLocked(), "locked"), (SecretsUnavailable(), "keyring"), (None, "password")],
)
def test_without_a_password_nobody_is_asked(
    server: ImapServer, reader: MailboxReader, box: SecretBox, trouble: Exception | None, detail: str
) -> None:
    source = source_on(server, box)
    box.kept.clear()
    box.trouble = trouble

    with pytest.raises(SourceUnread) as caught:
        reader.read(source, SourceState(1))

    assert (caught.value.trouble, caught.value.detail) == (SourceTrouble.SIGN_IN_NEEDED, detail)
    assert server.asked == []


def test_a_certificate_that_nobody_knows_ends_the_reading(server: ImapServer, box: SecretBox) -> None:
    reader = MailboxReader(box, limits=LIMITS, context=ssl.create_default_context)

    assert refusal(reader, source_on(server, box)) == (SourceTrouble.NO_ANSWER, "certificate")
    assert server.asked == []


def test_a_server_that_never_encrypts_is_given_up(certificate: Certificate, box: SecretBox) -> None:
    reader = MailboxReader(box, limits=HASTY, context=certificate.trusting_context)
    with ImapServer(None) as silent:
        assert refusal(reader, source_on(silent, box))[0] is SourceTrouble.TIMED_OUT


def test_no_server_at_all_is_told(reader: MailboxReader, box: SecretBox, server: ImapServer) -> None:
    source = source_on(server, box)
    server.__exit__(None, None, None)

    assert refusal(reader, source) == (SourceTrouble.NO_ANSWER, "refused")


def test_a_folder_that_is_not_there_is_told(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    server.acts["EXAMINE"] = lambda talk, _: talk.done("NO [NONEXISTENT] no such folder")

    assert refusal(reader, source_on(server, box, 'Été "x"')) == (SourceTrouble.GONE, "folder")
    assert 'EXAMINE "&AMk-t&AOk- \\"x\\""' in server.asked


def test_a_folder_that_cannot_be_opened_now_is_not_given_up(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    server.acts["EXAMINE"] = lambda talk, _: talk.done("NO [SERVERBUG] internal error")

    assert refusal(reader, source_on(server, box)) == (SourceTrouble.SERVER_TROUBLE, "folder")


def hangs_up(talk: Conversation, command: str) -> None:
    del command
    talk.line.sendall(b"* 1 FETCH (UID 3 BODY[]<0> {5000}\r\nFrom: ")
    talk.line.close()
    raise OSError


def test_a_line_that_breaks_in_the_middle_keeps_what_came_before(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    source = source_on(server, box)
    server.letters = {1: letter(1), 2: letter(2), 3: letter(3)}
    server.acts["UID FETCH 3 "] = hangs_up

    first = reader.read(source, SourceState(1))
    trouble = refusal(reader, source, first.cursor)
    server.acts.clear()
    second = reader.read(source, SourceState(1, cursor=first.cursor))

    assert titles(first) == bodies(1, 2)
    assert trouble == (SourceTrouble.NO_ANSWER, "cut")
    assert titles(second) == bodies(3)


def test_an_enormous_message_is_skipped_and_those_behind_it_are_read(
    server: ImapServer, reader: MailboxReader, box: SecretBox
) -> None:
    def enormous(talk: Conversation, command: str) -> None:
        del command
        talk.line.sendall(b"* 1 FETCH (UID 1 BODY[]<0> {5000000000}\r\n" + bytes(100_000))
        talk.stall()

    source = source_on(server, box)
    server.letters = {1: letter(1), 2: letter(2)}
    server.acts["UID FETCH 1 "] = enormous
    begun = time.monotonic()

    first = reader.read(source, SourceState(1))
    second = reader.read(source, SourceState(1, cursor=first.cursor))

    assert first.feed is None
    assert titles(second) == bodies(2)
    assert time.monotonic() - begun < LIMITS.step


def floods(talk: Conversation, command: str) -> None:
    del command
    while True:
        talk.line.sendall(b"* OK still here\r\n" * 5000)


def drips(talk: Conversation, command: str) -> None:
    del command
    while not talk.closing.wait(0.2):
        talk.line.sendall(b"* OK\r\n")


def one_long_line(talk: Conversation, command: str) -> None:
    del command
    while True:
        talk.line.sendall(b"a" * 100_000)


def silence(talk: Conversation, command: str) -> None:
    del command
    talk.stall()


def babble(talk: Conversation, command: str) -> None:
    del command
    talk.say("HTTP/1.1 200 OK", "<html>")


def goodbye(talk: Conversation, command: str) -> None:
    del command
    talk.say("* BYE closing")
    talk.line.close()
    raise OSError


def absurd_length(talk: Conversation, command: str) -> None:
    del command
    talk.line.sendall(b"* 1 FETCH (UID 1 BODY[]<0> {" + b"9" * 6000 + b"}\r\n")
    talk.stall()


@pytest.mark.parametrize(
    ("act", "troubles"),
    [
        (floods, {SourceTrouble.TOO_LONG}),
        (drips, {SourceTrouble.TIMED_OUT}),
        (one_long_line, {SourceTrouble.TOO_LONG}),
        (silence, {SourceTrouble.TIMED_OUT}),
        (babble, {SourceTrouble.NO_ANSWER}),
        (goodbye, {SourceTrouble.NO_ANSWER}),
        (absurd_length, {SourceTrouble.NOT_UNDERSTOOD}),
    ],
)
@pytest.mark.parametrize("command", ["CAPABILITY", "AUTHENTICATE", "EXAMINE", "FETCH"])
def test_a_server_that_misbehaves_ends_the_reading_in_time(
    server: ImapServer,
    certificate: Certificate,
    box: SecretBox,
    act: Act,
    troubles: set[SourceTrouble],
    command: str,
) -> None:
    limits = HASTY if act in {drips, silence} else LIMITS
    reader = MailboxReader(box, limits=limits, context=certificate.trusting_context)
    server.letters = {1: letter(1)}
    server.acts[command] = act
    begun = time.monotonic()

    with pytest.raises(SourceUnread) as caught:
        reader.read(source_on(server, box), SourceState(1))

    assert caught.value.trouble in troubles
    assert time.monotonic() - begun < (HASTY.whole + 2 if limits is HASTY else LIMITS.step)


def test_a_reading_can_be_broken_off(server: ImapServer, box: SecretBox, certificate: Certificate) -> None:
    limits = MailboxLimits(step=30, whole=60)
    reader = MailboxReader(box, limits=limits, context=certificate.trusting_context)

    def stop(talk: Conversation, command: str) -> None:
        del command
        reader.stop()
        talk.stall()

    server.acts["EXAMINE"] = stop
    begun = time.monotonic()

    refusal(reader, source_on(server, box))

    assert time.monotonic() - begun < 10


def test_mailboxes_are_read_only_with_a_keyring(box: SecretBox) -> None:
    from threading import Lock

    from cmstation.domain.clock import SystemClock

    without, with_keyring = LateReaders(SystemClock(), Lock()), LateReaders(SystemClock(), Lock(), box)

    assert SourceKind.MAILBOX not in without
    assert isinstance(with_keyring[SourceKind.MAILBOX], MailboxReader)
