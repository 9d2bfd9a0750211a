"""Compare readers of feeds: `python -m tests.benchmarks.feed_parsers [FOLDER with other feeds]`.

Every reader that is installed reads the same three hundred feeds, well-formed and broken, whose entries are
known: printed is the share of entries that it gets right, field by field, and the time that it takes. Readers
that are missing are named. With a folder, what our reader finds there is compared with what feedparser finds.
"""

import html
import importlib
import logging
import re
import statistics
import sys
import threading
import time
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from cmstation.domain.errors import StationError
from cmstation.networks.feeds import parse
from tests.networks.feeds.corpus import URL, Sample, corpus, one_sample
from tests.networks.feeds.stories import Story
from tests.networks.feeds.writers import WRITERS

FIELDS = ("title", "link", "id", "published", "summary")
RUNS = 3
SEED_OF_75_KB = 7
THREADS = 8
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Found:
    """What a reader says of one entry, as far as it is compared."""

    title: str
    link: str
    id: str
    published: datetime | None
    summary: str


Reader = Callable[[bytes, str | None], list[Found]]


def ours(document: bytes, content_type: str | None) -> list[Found]:
    """Read with our own reader."""
    feed = parse(document, url=URL, content_type=content_type)
    return [Found(one.title, one.link, one.id, one.published, one.summary) for one in feed.items]


def _like_feedparser(entry: Any) -> Found:
    moment = entry.get("published_parsed") or entry.get("updated_parsed") or entry.get("created_parsed")
    return Found(
        entry.get("title") or "",
        entry.get("link") or "",
        entry.get("id") or "",
        datetime(*tuple(moment)[:6], tzinfo=UTC) if moment else None,
        _longest(entry, "summary"),
    )


def _longest(entry: Any, name: str) -> str:
    parts: list[Any] = entry.get("content") or []
    texts: list[str] = [entry.get(name) or "", *(part.get("value") or "" for part in parts)]
    return max(texts, key=len)


def with_feedparser(library: Any) -> Reader:
    """Read with feedparser."""

    def read(document: bytes, content_type: str | None) -> list[Found]:
        headers = {"content-location": URL} | ({"content-type": content_type} if content_type else {})
        return [
            _like_feedparser(entry)
            for entry in library.parse(BytesIO(document), response_headers=headers).entries
        ]

    return read


def with_feedparser_rs(library: Any) -> Reader:
    """Read with feedparser-rs, which answers like feedparser."""

    def read(document: bytes, _: str | None) -> list[Found]:
        return [_like_feedparser(entry) for entry in library.parse(document).entries]

    return read


def with_fastfeedparser(library: Any) -> Reader:
    """Read with fastfeedparser."""

    def read(document: bytes, _: str | None) -> list[Found]:
        return [
            Found(
                entry.get("title") or "",
                entry.get("link") or "",
                entry.get("id") or "",
                _moment(entry.get("published")),
                _longest(entry, "description"),
            )
            for entry in library.parse(document).entries
        ]

    return read


def with_atoma(library: Any) -> Reader:
    """Read with atoma, which must be told the format."""

    def read(document: bytes, _: str | None) -> list[Found]:
        if document.lstrip()[:1] == b"{":
            items = library.parse_json_feed_bytes(document).items
            return [
                Found(one.title or "", one.url or "", one.id_, one.date_published, one.content_html or "")
                for one in items
            ]
        if b"<feed" in document[:2_000]:
            entries = library.parse_atom_bytes(document).entries
            return [
                Found(
                    one.title.value,
                    next((link.href for link in one.links if link.rel in {None, "alternate"}), ""),
                    one.id_,
                    one.published or one.updated,
                    one.content.value if one.content else "",
                )
                for one in entries
            ]
        items = library.parse_rss_bytes(document).items
        return [
            Found(
                one.title or "",
                one.link or "",
                one.guid or "",
                one.pub_date,
                max([one.description or "", one.content_encoded or ""], key=len),
            )
            for one in items
        ]

    return read


def with_podcastparser(library: Any) -> Reader:
    """Read with podcastparser, which knows RSS and Atom with sounds."""

    def read(document: bytes, _: str | None) -> list[Found]:
        return [
            Found(
                one.get("title") or "",
                one.get("link") or "",
                one.get("guid") or "",
                datetime.fromtimestamp(one["published"], UTC) if one.get("published") else None,
                max([one.get("description") or "", one.get("description_html") or ""], key=len),
            )
            for one in library.parse(URL, BytesIO(document))["episodes"]
        ]

    return read


def with_bare_lxml(library: Any) -> Reader:
    """Build a tree that forgives faults, and look at nothing in it: what any reader on lxml pays at least."""

    def read(document: bytes, _: str | None) -> list[Found]:
        parser = library.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
        library.fromstring(document, parser)
        return []

    return read


OTHERS: dict[str, Callable[[Any], Reader]] = {
    "feedparser": with_feedparser,
    "fastfeedparser": with_fastfeedparser,
    "feedparser_rs": with_feedparser_rs,
    "atoma": with_atoma,
    "podcastparser": with_podcastparser,
    "lxml.etree": with_bare_lxml,
}


def main() -> None:
    """Print both tables, or the comparison for a folder."""
    warnings.simplefilter("ignore")
    logging.disable()
    readers: dict[str, Reader] = {"ours": ours}
    for name, build in OTHERS.items():
        try:
            readers[name] = build(importlib.import_module(name))
        except ImportError:
            print(f"*** {name} IS NOT INSTALLED: not compared ***")
    if len(sys.argv) > 1:
        compare_in(Path(sys.argv[1]), readers)
        return
    samples = list(corpus())
    size = sum(len(one.document) for one in samples)
    print(f"{len(samples)} feeds, {size / 1e6:.1f} MB, {sum(len(one.expected) for one in samples)} entries\n")
    show_rights(readers, [one for one in samples if not one.broken], "well-formed")
    show_rights(readers, [one for one in samples if one.broken], "broken")
    show_times(readers, samples)


def show_rights(readers: dict[str, Reader], samples: Sequence[Sample], kind: str) -> None:
    """Print what share of the entries each reader gets right."""
    total = sum(len(one.expected) for one in samples)
    print(
        f"{kind + f' ({len(samples)})':20}" + "".join(f"{field:>11}" for field in FIELDS) + "   unread feeds"
    )
    for name, read in readers.items():
        if name == "lxml.etree":
            continue
        right, unread = Counter[str](), 0
        for sample in samples:
            found = _attempt(read, sample)
            unread += not found
            right += _right(found, sample.expected)
        shares = "".join(f"{100 * right[field] / total:10.1f}%" for field in FIELDS)
        print(f"{name:20}{shares}   {unread}")
    print()


def show_times(readers: dict[str, Reader], samples: Sequence[Sample]) -> None:
    """Print how long each reader takes."""
    usual = one_sample(WRITERS[0], count=50, seed=SEED_OF_75_KB)
    heads = (
        "all, ms/feed",
        "slowest, ms",
        f"{THREADS} threads, s",
        f"50 entries, {len(usual.document) // 1000} kB, ms",
    )
    print(f"{'':16}" + "".join(f"{head:>26}" for head in heads))
    for name, read in readers.items():
        durations = [min(_duration(read, sample) for _ in range(RUNS)) for sample in samples]
        together = min(_together(read, samples) for _ in range(RUNS))
        one = min(_duration(read, usual) for _ in range(50))
        figures = (statistics.mean(durations), max(durations), together, one)
        print(f"{name:16}" + "".join(f"{figure:26.2f}" for figure in figures))


def compare_in(folder: Path, readers: dict[str, Reader]) -> None:
    """Print what we and feedparser find differently in a folder of feeds."""
    counts = Counter[str]()
    for path in sorted(folder.rglob("*.xml")):
        sample = Sample(str(path), path.read_bytes(), None, broken=True, title="", expected=())
        left, right = _attempt(readers["feedparser"], sample), _attempt(ours, sample)
        counts["feeds"] += 1
        if len(left) != len(right):
            counts["another number of entries"] += 1
            print(f"{path}: {len(left)} entries, ours {len(right)}")
            continue
        for theirs, own in zip(left, right, strict=True):
            for field in FIELDS:
                values = [_plain(getattr(one, field)) for one in (theirs, own)]
                same = values[0] == values[1] or not values[0]
                counts[f"{field} {'agrees' if same else 'differs'}"] += 1
                if not same:
                    print(
                        f"{path}: {field}\n  feedparser {values[0]!r:.150}\n  ours       {values[1]!r:.150}"
                    )
    print(dict(counts))


def _attempt(read: Reader, sample: Sample) -> list[Found]:
    try:
        return read(sample.document, sample.content_type)
    except StationError:
        return []
    except Exception:  # noqa: BLE001 - what other readers raise is theirs to know
        return []


def _right(found: Sequence[Found], expected: Sequence[Story]) -> Counter[str]:
    """Count the fields that are right; entries are matched by their order."""
    right = Counter[str]()
    for one, story in zip(found, expected, strict=False):
        right["title"] += _plain(one.title) == _plain(html.escape(story.title))
        right["link"] += one.link == story.link
        right["id"] += (one.id or one.link) == story.id
        right["published"] += one.published == story.published
        right["summary"] += _plain(one.summary) == _plain(html.escape(story.text))
    return right


def _plain(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = html.unescape(_TAG.sub(" ", value))
    # Some readers leave what was escaped twice as it is: that is forgiven here.
    return " ".join(html.unescape(text).split())


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _duration(read: Reader, sample: Sample) -> float:
    """Return milliseconds of work; what other programs do meanwhile does not count."""
    start = time.process_time()
    _attempt(read, sample)
    return (time.process_time() - start) * 1_000


def _together(read: Reader, samples: Sequence[Sample]) -> float:
    """Return the seconds that several threads need for all feeds."""

    def read_share(number: int) -> None:
        for sample in samples[number::THREADS]:
            _attempt(read, sample)

    threads = [threading.Thread(target=read_share, args=(number,)) for number in range(THREADS)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
