"""Breaks feeds at random, reads them, and measures: `python -m tests.networks.feeds.mutations COUNT SEED`."""

import json
import random
import sys
import time
from collections.abc import Callable

from cmstation.domain.errors import StationError
from cmstation.domain.feeds import ParsedFeed
from cmstation.networks.feed_bounds import LONGEST_ID, LONGEST_LINK, LONGEST_SUMMARY, LONGEST_TITLE
from cmstation.networks.feeds import parse
from tests.networks.feeds.corpus import FAULTS, URL, one_sample
from tests.networks.feeds.own_memory import peak_mb
from tests.networks.feeds.writers import WRITERS

SIZES = (1, 2, 3, 5, 15)
_TAGS = (
    b"<item>",
    b"</item>",
    b"<entry>",
    b"</title>",
    b"<title>",
    b"</channel>",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"-->",
)
_REFERENCES = (
    b"&nbsp;",
    b"&",
    b"&#x110000;",
    b"&#0;",
    b"&a;",
    b"&amp;amp;lt;",
    b"&#xD800;",
    b"&eacute",
    b"%&;",
)
_DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "\xc3\xa9"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
_HEADERS = (
    None,
    "text/xml",
    "text/xml; charset=utf-16",
    "text/html; charset=gb18030",
    "x; charset=utf-7",
    "; charset=",
)
Mutation = Callable[[random.Random, bytes], bytes]


def flip_bytes(chance: random.Random, document: bytes) -> bytes:
    """Change some bytes."""
    broken = bytearray(document)
    for _ in range(chance.randrange(1, 40)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def cut(chance: random.Random, document: bytes) -> bytes:
    """Lose the end, or a piece in the middle."""
    start, end = sorted(chance.sample(range(len(document)), 2))
    return document[:start] + (document[end:] if chance.random() < 0.5 else b"")


def repeat_piece(chance: random.Random, document: bytes) -> bytes:
    """Say something several times."""
    start = chance.randrange(len(document))
    piece = document[start : start + chance.randrange(1, 2_000)]
    return document[:start] + piece * chance.randrange(2, 12) + document[start:]


def swap_tags(chance: random.Random, document: bytes) -> bytes:
    """Exchange two words that occur in tags."""
    one, two = chance.sample(
        (b"title", b"link", b"item", b"entry", b"description", b"guid", b"id", b"/", b"content"), 2
    )
    return document.replace(one, b"\0").replace(two, one).replace(b"\0", two)


def insert_tags(chance: random.Random, document: bytes) -> bytes:
    """Put tags and marks anywhere."""
    return _inserted(chance, document, _TAGS)


def insert_references(chance: random.Random, document: bytes) -> bytes:
    """Put references anywhere, and declare some."""
    return _inserted(chance, _DOCTYPE + document if chance.random() < 0.5 else document, _REFERENCES)


def nest(chance: random.Random, document: bytes) -> bytes:
    """Open the same element thousands of times."""
    tag = chance.choice(
        (b"<b>", b"<title>", b"<item>", b"<author>", b"<a x='1'>", b"[", b'{"items":[', b"<!--")
    )
    at = chance.randrange(len(document))
    return document[:at] + tag * chance.randrange(100, 20_000) + document[at:]


def lie_about_charset(chance: random.Random, document: bytes) -> bytes:
    """Write in another charset than the one that is declared."""
    real = chance.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "utf-8-sig", "gb18030", "cp037"))
    return document.decode("utf-8", "replace").encode(real, "replace")


def lengthen(chance: random.Random, document: bytes) -> bytes:
    """Make one text or attribute very long."""
    at = chance.randrange(len(document))
    piece = chance.choice(
        (b"a", b"a ", b"\xc3\xa9", b"&amp;", b"<", b'"', b"]]", b"--", b"&lt;p&gt;", b"\xff")
    )
    return document[:at] + piece * chance.randrange(1_000, 60_000) + document[at:]


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes, cut, repeat_piece, swap_tags, insert_tags, insert_references, nest, lie_about_charset,
    lengthen,
)  # fmt: skip


def mutant(chance: random.Random, originals: list[bytes]) -> tuple[bytes, str | None]:
    """Break one of the feeds in one to three ways."""
    document = chance.choice(originals)
    for mutation in chance.choices(MUTATIONS, k=chance.choice((1, 1, 2, 3))):
        if len(document) > 2:
            document = mutation(chance, document)
    return document, chance.choice(_HEADERS)


def originals() -> list[bytes]:
    """Make the feeds that are broken: every format, with and without every fault."""
    samples = [one_sample(writer, count=size, seed=size) for writer in WRITERS for size in SIZES]
    return [one.document for one in samples] + [
        fault(one).document for fault in FAULTS for one in samples[::5]
    ]


def complaint(feed: ParsedFeed) -> str:
    """Return what is wrong with a reading, "" when it keeps all promises."""
    for item in feed.items:
        if not item.id or len(item.id) > LONGEST_ID + 33 or len(item.title) > LONGEST_TITLE or not item.title:
            return f"identity or title: {item.id[:50]!r} {item.title[:50]!r}"
        if any(address and address[:4].lower() != "http" for address in (item.link, item.media)):
            return f"link: {item.link[:50]!r} {item.media[:50]!r}"
        if max(len(item.link), len(item.media)) > LONGEST_LINK or len(item.summary) > 2 * LONGEST_SUMMARY:
            return "too long"
        if item.published and item.published.tzinfo is None:
            return "naive date"
    return "" if len({item.id for item in feed.items}) == len(feed.items) else "identities are not unique"


def _inserted(chance: random.Random, document: bytes, pieces: tuple[bytes, ...]) -> bytes:
    for _ in range(chance.randrange(1, 20)):
        at = chance.randrange(len(document))
        document = document[:at] + chance.choice(pieces) + document[at:]
    return document


def main() -> None:
    """Read as many broken feeds as asked, and print what it cost as JSON."""
    count, chance = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    sources, slowest, complaints, refused = originals(), 0.0, list[str](), 0
    for number in range(count):
        document, header = mutant(chance, sources)
        start = time.process_time()
        try:
            wrong = complaint(parse(document, url=URL, content_type=header))
        except StationError:
            wrong, refused = "", refused + 1
        except Exception as error:  # noqa: BLE001 - each of them is a finding
            wrong = repr(error)[:200]
        slowest = max(slowest, time.process_time() - start)
        if wrong:
            complaints.append(f"{number}: {wrong}")
    peak = peak_mb()
    cost = {"count": count, "slowest": slowest, "peak": peak, "wrong": complaints, "refused": refused}
    json.dump(cost, sys.stdout)


if __name__ == "__main__":
    main()
