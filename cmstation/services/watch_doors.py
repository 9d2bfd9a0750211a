"""What the watch asks of the world outside, in one bundle, so that a rehearsal or a test can give its own."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Lock

from cmstation.domain.clock import Clock
from cmstation.domain.watch import SourceKind, SourceTrouble
from cmstation.domain.watch_networks import Cleaner, SourceFinder, SourceReader, SourceUnread
from cmstation.domain.web_pages import PageReader
from cmstation.domain.web_pictures import PictureFetcher
from cmstation.services.rehearsal_sources import RehearsalFinder, RehearsalPages, RehearsalReader

_FETCHED = tuple(kind for kind in SourceKind if kind is not SourceKind.PAPER)


class NoPictures:
    """Fetches no picture (`domain/web_pictures.py`: PictureFetcher)."""

    def fetch(self, address: str, home: str = "") -> bytes:
        """Refuse.

        Raises:
            SourceUnread: always.
        """
        del address, home
        raise SourceUnread(SourceTrouble.OFFLINE)

    def stop(self) -> None:
        """Do nothing: nothing is ever under way."""


@dataclass(frozen=True, slots=True)
class WatchDoors:
    """The ways out.

    Args:
        readers: by kind of source; sources of other kinds are never fetched.
        cleaner: makes readable what is shown.
        turn: held while the processor works on what came, by readers too.
    """

    readers: Mapping[SourceKind, SourceReader]
    finder: SourceFinder
    pages: PageReader
    cleaner: Cleaner
    turn: AbstractContextManager[object] = field(default_factory=Lock)
    pictures: PictureFetcher = field(default_factory=NoPictures)


def rehearsal_doors(cleaner: Cleaner, clock: Clock) -> WatchDoors:
    """Return ways out that lead nowhere."""
    readers = dict.fromkeys(_FETCHED, RehearsalReader())
    return WatchDoors(readers, RehearsalFinder(clock), RehearsalPages(), cleaner)
