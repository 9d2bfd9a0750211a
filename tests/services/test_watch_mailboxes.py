"""Mailboxes: tried, their password kept, then stored; and nothing of it when a step fails."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from cmstation.domain.accounts import Secret
from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import NotFound, SecretsLocked, SecretsRefused, SecretsUnavailable, StationError
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_mailboxes import MailboxFolder
from cmstation.domain.watch_networks import Fetched, SourceUnread
from cmstation.networks.watch_mailbox import MailboxReader
from cmstation.services.preferences import Preferences
from cmstation.services.rehearsal_sources import RehearsalFinder, RehearsalReader
from cmstation.services.watch_lists import ListBook
from cmstation.services.watch_mailboxes import Mailboxes
from cmstation.services.watch_opml import OpmlExchange
from cmstation.services.watch_sources import FoundSource, SourceBook
from cmstation.storage.database import Database
from cmstation.storage.settings import Settings
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_sources import WatchSources
from cmstation.storage.watch_stories import WatchStories
from tests.fakes.imap_server import letter
from tests.fakes.secret_box import SecretBox
from tests.servers.dovecot import DovecotServer
from tests.servers.fixtures import running
from tests.services.test_watch_sources import FEED, NOW

PLACE = MailboxFolder("imap.example", "lea@clinique.example", "Lettres")
WORD = "gehe1m"
PASSWORD = Secret({"password": WORD})


@dataclass
class Mail:
    """A mailbox outside, which lets in who knows the word."""

    word: str = WORD
    asked: int = 0

    def look_in(self, folder: MailboxFolder, password: Secret) -> None:
        self.asked += 1
        if password.parts["password"] != self.word:
            raise SourceUnread(SourceTrouble.SIGN_IN_NEEDED, "refused")

    def folders(self, folder: MailboxFolder, password: Secret) -> tuple[str, ...]:
        self.look_in(folder, password)
        return ("INBOX", "Lettres")

    def stop_asking(self) -> None: ...

    def read(self, source: Source, state: SourceState) -> Fetched:
        raise AssertionError

    def stop(self) -> None: ...

    def close(self) -> None: ...


@dataclass
class Bench:
    """A book of sources with a keyring in memory."""

    database: Database
    box: SecretBox
    mail: Mail
    book: SourceBook
    lists: ListBook

    @property
    def addresses(self) -> list[str]:
        return [one.source.address for one in self.book.all()]


def book_on(database: Database, mailboxes: Mailboxes) -> tuple[SourceBook, ListBook]:
    clock, settings = FixedClock(NOW), Settings(database)
    lists = ListBook(WatchLists(database), WatchStories(database))
    opml = OpmlExchange(database, lists, settings, Preferences(settings), clock)
    return SourceBook(database, lists, opml, RehearsalFinder(clock), clock, mailboxes), lists


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database.in_folder(tmp_path)
    made.open(NOW)
    yield made
    made.close()


@pytest.fixture
def bench(database: Database) -> Bench:
    box, mail = SecretBox(), Mail()
    book, lists = book_on(database, Mailboxes({SourceKind.MAILBOX: mail}, box))
    return Bench(database, box, mail, book, lists)


# --- adding ---


def test_a_mailbox_is_tried_its_password_kept_and_its_folder_watched(bench: Bench) -> None:
    themes = bench.lists.add("Lettres").value

    source = bench.book.add_mailbox(PLACE, PASSWORD, [themes.id], "Mes lettres").value

    assert (source.kind, source.address, source.name) == (SourceKind.MAILBOX, PLACE.address, "Mes lettres")
    assert bench.lists.get(themes.id).sources == (source.id,)
    assert bench.box.kept == {PLACE.secret_name: PASSWORD}
    assert bench.mail.asked == 1


def test_a_refused_password_leaves_nothing_behind(bench: Bench) -> None:
    with pytest.raises(SourceUnread):
        bench.book.add_mailbox(PLACE, Secret({"password": "faux"}))

    assert (bench.box.kept, bench.addresses) == ({}, [])


@pytest.mark.parametrize("trouble", [SecretsLocked(), SecretsRefused(), SecretsUnavailable(reason="none")])
def test_a_keyring_that_does_not_take_it_leaves_nothing_behind(bench: Bench, trouble: StationError) -> None:
    bench.box.trouble = trouble

    with pytest.raises(type(trouble)):
        bench.book.add_mailbox(PLACE, PASSWORD)

    bench.box.trouble = None
    assert (bench.box.kept, bench.addresses) == ({}, [])


def test_a_source_that_cannot_be_stored_leaves_no_password_behind(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.book.add_mailbox(PLACE, PASSWORD, [99])

    assert (bench.box.kept, bench.addresses) == ({}, [])


def test_a_failed_second_folder_leaves_the_first_with_its_password(bench: Bench) -> None:
    bench.book.add_mailbox(PLACE, PASSWORD)
    bench.mail.word = "neu"

    with pytest.raises(NotFound):
        bench.book.add_mailbox(replace(PLACE, folder="B"), Secret({"password": "neu"}), [99])

    assert bench.box.kept == {PLACE.secret_name: PASSWORD}


def test_without_a_keyring_nothing_is_added(database: Database) -> None:
    book, _ = book_on(database, Mailboxes({SourceKind.MAILBOX: Mail()}, None))

    with pytest.raises(SecretsUnavailable):
        book.add_mailbox(PLACE, PASSWORD)

    assert book.all() == ()


def test_an_address_with_a_password_or_a_false_one_is_refused(bench: Bench) -> None:
    with pytest.raises(SourceUnread) as caught:
        bench.book.add_mailbox(replace(PLACE, folder="a\r\nb"), PASSWORD)

    assert caught.value.trouble is SourceTrouble.UNSAFE_ADDRESS
    assert bench.mail.asked == 0


def test_a_rehearsal_asks_nobody_and_keeps_no_password(database: Database) -> None:
    box = SecretBox()
    book, _ = book_on(database, Mailboxes({SourceKind.MAILBOX: RehearsalReader()}, box))

    source = book.add_mailbox(PLACE, Secret({"password": "x"})).value
    done = book.remove(source.id)
    assert done.undo is not None
    done.undo()

    assert box.kept == {}
    assert [one.state.trouble for one in book.all()] == [None]
    assert "INBOX" in book.mailboxes.folders(PLACE, PASSWORD)


# --- removing ---


def test_undo_of_adding_takes_source_and_password_away(bench: Bench) -> None:
    done = bench.book.add_mailbox(PLACE, PASSWORD)
    assert done.undo is not None

    done.undo()

    assert (bench.box.kept, bench.addresses) == ({}, [])


def test_the_password_goes_with_the_last_folder_of_a_mailbox(bench: Bench) -> None:
    one = bench.book.add_mailbox(PLACE, PASSWORD).value
    other = bench.book.add_mailbox(replace(PLACE, folder="B"), PASSWORD).value

    bench.book.remove(one.id)
    assert bench.box.kept == {PLACE.secret_name: PASSWORD}
    bench.book.remove(other.id)

    assert bench.box.kept == {}


def test_undo_of_a_removal_brings_the_password_back_while_it_is_held(bench: Bench) -> None:
    done = bench.book.remove(bench.book.add_mailbox(PLACE, PASSWORD).value.id)
    assert done.undo is not None

    done.undo()

    assert bench.box.kept == {PLACE.secret_name: PASSWORD}
    assert [one.state.trouble for one in bench.book.all()] == [None]


@pytest.mark.parametrize("locked", [True, False])
def test_undo_says_that_the_password_is_to_be_typed_again(bench: Bench, locked: bool) -> None:
    done = bench.book.remove(bench.book.add_mailbox(PLACE, PASSWORD).value.id)
    if locked:
        bench.box.trouble = SecretsLocked()
    else:
        bench.book.mailboxes = Mailboxes({SourceKind.MAILBOX: bench.mail}, bench.box)  # a later start
    assert done.undo is not None

    done.undo()

    (back,) = bench.book.all()
    assert (back.state.trouble, back.state.detail) == (SourceTrouble.SIGN_IN_NEEDED, "password")


def test_a_locked_keyring_keeps_the_source_and_a_missing_one_lets_it_go(bench: Bench) -> None:
    source = bench.book.add_mailbox(PLACE, PASSWORD).value
    bench.box.trouble = SecretsLocked()

    with pytest.raises(SecretsLocked):
        bench.book.remove(source.id)
    assert bench.addresses == [PLACE.address]

    bench.box.trouble = SecretsUnavailable(reason="none")
    bench.book.remove(source.id)
    assert bench.addresses == []


def test_other_sources_are_removed_without_the_keyring(bench: Bench) -> None:
    feed = bench.book.add(FoundSource(SourceKind.FEED, FEED)).value
    bench.box.trouble = SecretsLocked()

    bench.book.remove(feed.id)

    assert bench.addresses == []


# --- a new password ---


def test_a_new_password_wakes_all_folders_that_wait_for_it(bench: Bench) -> None:
    one = bench.book.add_mailbox(PLACE, PASSWORD).value
    other = bench.book.add_mailbox(replace(PLACE, folder="B"), PASSWORD).value
    quiet = bench.book.add_mailbox(replace(PLACE, folder="C"), PASSWORD).value
    bench.book.pause(quiet.id)
    tables = WatchSources(bench.database)
    for source in (one, other):
        state = tables.state(source.id)
        tables.tried(replace(state, trouble=SourceTrouble.SIGN_IN_NEEDED, detail="refused", failures=3))
        bench.book.pause(source.id)
    bench.mail.word = "neu"

    bench.book.set_password(one.id, Secret({"password": "neu"}))

    states = {found.source.id: found for found in bench.book.all()}
    for source in (one, other):
        assert (states[source.id].state.trouble, states[source.id].source.paused) == (None, False)
        assert states[source.id].state.due_at == NOW
    assert states[quiet.id].source.paused
    assert bench.box.kept[PLACE.secret_name].parts == {"password": "neu"}


def test_a_refused_new_password_leaves_the_former_one(bench: Bench) -> None:
    source = bench.book.add_mailbox(PLACE, PASSWORD).value

    with pytest.raises(SourceUnread):
        bench.book.set_password(source.id, Secret({"password": "faux"}))

    assert bench.box.kept == {PLACE.secret_name: PASSWORD}


# --- discretion ---


def test_a_password_is_shown_nowhere(bench: Bench, caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[Any] = []
    done = bench.book.add_mailbox(PLACE, PASSWORD)
    told += [done, done.value, bench.book.all(), bench.book.mailboxes]
    removal = bench.book.remove(done.value.id)
    told += [removal, removal.undo, vars(bench.book.mailboxes)]
    bench.mail.word = "neu"
    with pytest.raises(SourceUnread) as caught:
        bench.book.add_mailbox(PLACE, PASSWORD)
    told += [caught.value, caught.value.facts]

    assert WORD not in f"{told!r} {caplog.text}"
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"clinique.example" in written
    assert WORD.encode() not in written


def test_a_mailbox_is_neither_written_to_opml_nor_taken_from_it(bench: Bench) -> None:
    bench.book.add_mailbox(PLACE, PASSWORD)
    bench.book.add(FoundSource(SourceKind.FEED, FEED))

    written = bench.book.export_opml()
    taken = bench.book.import_opml(
        b'<opml version="2.0"><body><outline text="x" type="mailbox" xmlUrl="imaps://a:b@c/D"/></body></opml>'
    )

    assert FEED.encode() in written
    assert b"clinique.example" not in written
    assert bench.book.left_out_of_opml() == 1
    assert len(taken.refused) == 1


# --- a real server ---


@pytest.fixture(scope="module")
def dovecot(pytestconfig: pytest.Config) -> Iterator[DovecotServer]:
    with running(DovecotServer(), pytestconfig) as made:
        yield made


@pytest.mark.real_server
def test_a_real_mailbox_is_listed_added_and_read(dovecot: DovecotServer, database: Database) -> None:
    assert dovecot.certificate is not None
    box = SecretBox()
    reader = MailboxReader(box, context=dovecot.certificate.trusting_context)
    book, _ = book_on(database, Mailboxes({SourceKind.MAILBOX: reader}, box))
    dovecot.deliver("mia", letter(1), "Sant&AOk-")
    place, password = (
        MailboxFolder("127.0.0.1", "mia", "Santé", dovecot.port),
        Secret({"password": dovecot.password}),
    )

    folders = book.mailboxes.folders(place, password)
    with pytest.raises(SourceUnread):
        book.add_mailbox(place, Secret({"password": "faux"}))
    assert (box.kept, book.all()) == ({}, ())
    with pytest.raises(SourceUnread):
        book.add_mailbox(replace(place, folder="Nulle part"), password)
    assert (box.kept, book.all()) == ({}, ())
    source = book.add_mailbox(place, password).value
    got = reader.read(source, book.state(source.id))

    assert folders == ("INBOX", "Santé")
    assert source.name == "Santé"
    assert got.feed is not None
    assert len(got.feed.items) == 1
