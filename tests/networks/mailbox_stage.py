"""A mailbox on this computer, and what its tests ask of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cmstation.domain.accounts import Secret
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_mailboxes import MailboxFolder
from cmstation.domain.watch_networks import Fetched, SourceUnread
from cmstation.networks.watch_mailbox import MailboxReader
from cmstation.networks.watch_mailbox_line import MailboxLimits
from tests.fakes.imap_server import ImapServer
from tests.fakes.secret_box import SecretBox
from tests.fakes.tls_certificate import Certificate, make_certificate

# A busy machine must not pass for a server that is silent; those that are meet the hasty ones.
LIMITS = MailboxLimits(step=20, whole=40, message=50_000, total=2_000_000, first=3, most=4)
HASTY = replace(LIMITS, step=0.7, whole=1.5)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    made = make_certificate(tmp_path_factory.mktemp("certificate"))
    if made is None:
        pytest.skip("there is no openssl program to make a certificate with")
    return made


@pytest.fixture
def server(certificate: Certificate) -> Iterator[ImapServer]:
    with ImapServer(certificate.server_context()) as made:
        yield made


@pytest.fixture
def box() -> SecretBox:
    return SecretBox()


@pytest.fixture
def reader(certificate: Certificate, box: SecretBox) -> MailboxReader:
    return MailboxReader(box, limits=LIMITS, context=certificate.trusting_context)


def source_on(server: ImapServer, box: SecretBox, folder: str = "INBOX.Lettres") -> Source:
    """Make a source whose password is in the keyring."""
    place = MailboxFolder("127.0.0.1", "lea@clinique.example", folder, server.port)
    box.kept[place.secret_name] = Secret({"password": "geheim"})
    return Source(1, SourceKind.MAILBOX, place.address)


def titles(got: Fetched) -> list[str]:
    return [] if got.feed is None else [item.summary.strip() for item in got.feed.items]


def bodies(*numbers: int) -> list[str]:
    return [f"<p>Bonjour {number}</p>" for number in numbers]


def refusal(reader: MailboxReader, source: Source, cursor: str = "") -> tuple[SourceTrouble, str]:
    with pytest.raises(SourceUnread) as caught:
        reader.read(source, SourceState(1, cursor=cursor))
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return caught.value.trouble, caught.value.detail
