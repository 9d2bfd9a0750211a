"""A mailbox outside with one password, and what the station watches of it."""

from dataclasses import dataclass, field
from threading import Event

from cmstation.domain.accounts import Secret
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_mailboxes import MailboxFolder
from cmstation.domain.watch_networks import Fetched, SourceUnread
from cmstation.services.station import Station
from cmstation.services.watch_sources import WatchedSource

WORD = "gehe1m"
PLACE = MailboxFolder("imap.clinique.example", "veille@clinique.example", "Lettres")


@dataclass
class Mail:
    """A mailbox outside."""

    word: str = WORD
    stalls: bool = False
    cut: Event = field(default_factory=Event)

    def look_in(self, folder: MailboxFolder, password: Secret) -> None:
        if self.stalls:
            self.cut.wait(10)
        if password.parts.get("password") != self.word:
            raise SourceUnread(SourceTrouble.SIGN_IN_NEEDED, "refused")

    def folders(self, folder: MailboxFolder, password: Secret) -> tuple[str, ...]:
        self.look_in(folder, password)
        return ("INBOX", "Lettres")

    def stop_asking(self) -> None:
        self.cut.set()

    def read(self, source: Source, state: SourceState) -> Fetched:
        raise AssertionError

    def stop(self) -> None: ...

    def close(self) -> None: ...


def mailboxes(station: Station) -> list[WatchedSource]:
    """List the mailboxes that are watched."""
    return [one for one in station.watch_sources.all() if one.source.kind is SourceKind.MAILBOX]
