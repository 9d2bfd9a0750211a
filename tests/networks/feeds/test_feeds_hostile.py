"""Hostile and mutated feeds cost little, reach nothing, and never end in anything but an expected error."""

import importlib.util
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.watch_errors import NotAFeed
from cmstation.networks.feed_bounds import (
    LARGEST_FEED,
    LONGEST_LINK,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    MOST_ITEMS,
)
from cmstation.networks.feeds import parse
from tests.networks.feeds.corpus import URL
from tests.networks.feeds.reading import only_item, read, rss

ROOT = Path(__file__).parents[3]
MUTANTS = 2_200
MOST_SECONDS = 2
MOST_MEMORY = 200  # MB
measured = pytest.mark.skipif(
    importlib.util.find_spec("resource") is None, reason="only Unix measures its processes"
)


def run_apart(module: str, *words: str) -> dict[str, Any]:
    """Run a module of the tests in a process of its own, and return what it measured."""
    command = [sys.executable, "-m", f"tests.networks.feeds.{module}", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=100)
    return json.loads(done.stdout)


@measured
def test_thousands_of_mutated_feeds_are_read_without_crash_delay_or_great_memory() -> None:
    cost = run_apart("mutations", str(MUTANTS), "4")

    assert cost["wrong"] == []
    assert cost["count"] == MUTANTS
    assert cost["refused"] < MUTANTS / 2  # most of them were worth reading
    assert cost["slowest"] < MOST_SECONDS
    assert cost["peak"] < MOST_MEMORY


@measured
def test_feeds_that_are_made_to_exhaust_cost_little() -> None:
    cost = run_apart("hostile")

    assert {name: spent for name, spent in cost["seconds"].items() if spent >= MOST_SECONDS} == {}
    # The largest document is there twice while it is put together.
    assert cost["peak"] - 2 * cost["largest"] < MOST_MEMORY


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<rss>", b"<feed>", b'{"items":[{"id":"', b"<rss><item><title>"]),
)
@settings(deadline=None)
def test_any_bytes_are_a_feed_or_none(rest: bytes, beginning: bytes) -> None:
    document = beginning + rest

    try:
        feed = parse(document, url=URL, content_type=None)
    except NotAFeed:
        return

    assert all(item.id and item.title for item in feed.items)


@given(st.text(max_size=60), st.sampled_from(["title", "link", "guid", "pubDate", "description", "author"]))
@settings(deadline=None)
def test_no_text_in_one_element_harms_the_next_entry(text: str, element: str) -> None:
    written = text.replace("&", "&amp;").replace("<", "&lt;").encode("utf-8", "replace").decode()

    feed = read(
        rss(f"<item><{element}>{written}</{element}></item><item><guid>2</guid><title>Deux</title></item>")
    )

    assert feed.items[-1].title == "Deux"


def test_files_and_addresses_that_a_document_names_are_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("très secret", encoding="utf-8")
    opened: list[object] = []

    def connect(_: socket.socket, address: object) -> None:
        opened.append(address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    doctype = (
        f'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/dtd" [<!ENTITY a SYSTEM "{secret.as_uri()}">'
        '<!ENTITY % b SYSTEM "http://127.0.0.1:9/b"> %b;]>'
    )

    feed = read(
        f"{doctype}<?xml-stylesheet href='http://127.0.0.1:9/x'?>"
        + rss(
            f'<item><title>Un &a;</title><xi:include href="{secret.as_uri()}" xmlns:xi="http://www.w3.org/2001/XInclude"/>'
            "</item>"
        )
    )

    assert feed.items[0].title == "Un &a;"
    assert opened == []


def test_what_is_kept_of_an_entry_is_bounded() -> None:
    item = only_item(
        f"<item><title>{'mot ' * 10_000}</title><link>https://exemple.fr/{'a' * LONGEST_LINK}</link>"
        f"<description>{'mot ' * 100_000}</description><author>{'Zoé ' * 10_000}</author></item>"
    )

    assert len(item.title) <= LONGEST_TITLE
    assert item.link == ""
    assert len(item.summary) == LONGEST_SUMMARY - 1
    assert item.author.endswith("…")


def test_no_more_entries_are_read_than_anyone_wants() -> None:
    items = read(
        rss("".join(f"<item><guid>{number}</guid></item>" for number in range(MOST_ITEMS + 10)))
    ).items

    assert [item.id for item in items] == [str(number) for number in range(MOST_ITEMS)]


def test_a_document_that_is_too_large_is_read_as_far_as_allowed() -> None:
    item = "<item><guid>{}</guid><description>" + "a" * 100_000 + "</description></item>"

    feed = read(rss("".join(item.format(number) for number in range(LARGEST_FEED // 100_000 + 5))))

    assert 90 < len(feed.items) < LARGEST_FEED / 100_000
    assert feed.ill_formed is True
