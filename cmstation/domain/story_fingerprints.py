"""What is kept of an item to find later whether others tell the same story."""

import re
import struct
from array import array
from functools import lru_cache
from sys import byteorder
from typing import Final, NamedTuple
from zlib import crc32

from cmstation.domain.errors import StationError
from cmstation.domain.story_word_lists import SHARED_HOSTS
from cmstation.domain.story_words import item_words, joined_letters
from cmstation.domain.web_addresses import address_hash

_VERSION: Final = 1
_AFTER_HOST: Final = re.compile(r"[:/?]")
_HEAD: Final = struct.Struct("<BBIq")
_SECOND_LEVEL: Final = frozenset({"co", "com", "org", "net", "gov", "gouv", "asso", "ac", "edu"})


class OutdatedFingerprint(StationError):
    """A stored fingerprint was made by another version, and is to be made again (facts: size)."""


class Fingerprint(NamedTuple):
    """What tells an item's story apart.

    Args:
        address: `address_hash` of the canonical address; 0 when it says nothing (none, or a home page).
        site: a number for who publishes; 0 when unknown.
        title, lead: codes of words (`story_words`), each once.
    """

    address: int
    site: int
    title: tuple[int, ...]
    lead: tuple[int, ...]

    def packed(self) -> bytes:
        """Return the bytes to store, about 150; they mean the same on every computer."""
        head = _HEAD.pack(_VERSION, len(self.title), self.site, self.address)
        words = array("I", self.title + self.lead)
        return head + _little_endian(words).tobytes()

    @classmethod
    def unpacked(cls, stored: bytes) -> "Fingerprint":
        """Read what `packed` wrote.

        Raises:
            OutdatedFingerprint: it was written otherwise.
        """
        try:
            version, titled, site, address = _HEAD.unpack_from(stored)
            words = array("I")
            words.frombytes(stored[_HEAD.size :])
        except (struct.error, ValueError) as error:
            raise OutdatedFingerprint(size=len(stored)) from error
        if version != _VERSION:
            raise OutdatedFingerprint(size=len(stored))
        codes = tuple(_little_endian(words))
        return cls(address, site, codes[:titled], codes[titled:])


def fingerprint(title: str, text: str, canonical_address: str, *, origin: str = "") -> Fingerprint:
    """Take the fingerprint of an item.

    Args:
        title, text: plain text; of the text the beginning is enough.
        canonical_address: what `web_addresses.canonical` gave, "" for an item without a link.
        origin: who first published it, when the feed says so.
    """
    host = _host(canonical_address)
    words = item_words(title, text, host)
    return Fingerprint(
        address=_telling_address(canonical_address, host),
        site=_site(host, origin or words.publisher),
        title=words.title,
        lead=words.lead,
    )


def _host(canonical_address: str) -> str:
    if not canonical_address.startswith("https://"):
        return ""
    return _AFTER_HOST.split(canonical_address[8:], 1)[0]


def _telling_address(canonical_address: str, host: str) -> int:
    if not host or len(canonical_address) == len("https://") + len(host):
        return 0
    return address_hash(canonical_address)


@lru_cache(maxsize=4_096)
def _site(host: str, publisher: str) -> int:
    """Return a number for who publishes: "www.le-courrier.example" and "Le Courrier" have the same."""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    owner = labels[-1] if labels else ""
    name = joined_letters(publisher if owner in SHARED_HOSTS or not owner else owner)
    return crc32(name.encode("utf-8", "surrogatepass")) if name else 0


def _little_endian(words: "array[int]") -> "array[int]":
    if byteorder == "big":
        words.byteswap()
    return words
