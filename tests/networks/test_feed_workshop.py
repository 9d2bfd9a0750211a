"""Feeds that a process of its own reads: as they are read here, and without harm to the others."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

import pytest

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_entries import Entries
from cmstation.domain.watch_errors import NotAFeed
from cmstation.domain.watch_networks import FeedEntries, SourceUnread
from cmstation.networks.feed_gate import FeedCleaner
from cmstation.networks.feed_workshop import DistantEntries, FeedWorkshop, FeedWorkshops, child_command
from cmstation.networks.feeds import parse
from tests.benchmarks.feed_refresh_corpus import corpus

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
URL = "https://sante.example/fil.xml"
FEED = b"<rss><channel><title>Fil</title><item><title>Grippe</title><guid>1</guid></item></channel></rss>"
# Says hello, then does what it is told by the body of a feed; all else is left to the real one.
OBEDIENT = dedent(
    """
    import os, sys, time
    sys.path.insert(0, {root!r})
    from cmstation.networks import feed_child
    real = feed_child.parse
    def parse(body, **more):
        if body == b"hang":
            time.sleep(600)
        if body == b"die":
            os._exit(3)
        if body == b"swell":
            bytearray(3_000_000_000)
        if body == b"slow":
            time.sleep(0.6)
        return real(body, **more)
    feed_child.parse = parse
    feed_child.main()
    """
)


@pytest.fixture
def workshop() -> Iterator[FeedWorkshop]:
    """The workshop as the program has it."""
    made = FeedWorkshop()
    yield made
    made.close()


@pytest.fixture
def make_obedient() -> Iterator[Callable[[float], FeedWorkshop]]:
    """Open workshops whose process hangs or dies when a feed says so."""
    script, made = OBEDIENT.format(root=str(Path(__file__).parents[2])), list[FeedWorkshop]()

    def make(patience: float) -> FeedWorkshop:
        made.append(FeedWorkshop(command=[sys.executable, "-c", script], patience=patience))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def obedient(make_obedient: Callable[[float], FeedWorkshop]) -> FeedWorkshop:
    """A workshop that soon gives up a feed that hangs."""
    return make_obedient(1.5)


def read(workshop: FeedWorkshop, body: bytes) -> list[str]:
    """Read a feed wholly; return its titles."""
    entries = workshop.entries(body, url=URL, content_type=None)
    return [one.item.title for one in entries.arrivals(entries.contents, 7, NOW)]


def test_a_feed_comes_back_as_it_would_have_been_read_here(workshop: FeedWorkshop) -> None:
    for feed in list(corpus(NOW))[:12]:
        here = Entries(parse(feed.content, url=URL, content_type=None), FeedCleaner())

        there = workshop.entries(feed.content, url=URL, content_type=None)

        assert isinstance(there, DistantEntries)
        assert there.head == here.head
        assert there.contents == here.contents
        assert list(there.dates) == list(here.dates)
        names = list(here.contents)[3:20]
        assert there.arrivals(names, 7, NOW) == here.arrivals(names, 7, NOW)


def test_texts_that_are_no_proper_unicode_survive_the_way(workshop: FeedWorkshop) -> None:
    body = FEED.replace(b"Grippe", b"Gr&#xD800;ippe &#x1F9A0; \xff")
    here = Entries(parse(body, url=URL, content_type=None), FeedCleaner())

    there = workshop.entries(body, url=URL, content_type=None)

    assert there.arrivals(there.contents, 7, NOW) == here.arrivals(here.contents, 7, NOW)


def test_what_is_no_feed_is_said_so(workshop: FeedWorkshop) -> None:
    with pytest.raises(NotAFeed) as told:
        workshop.entries(b"<html><body>Bonjour</body></html>", url=URL, content_type="text/html")

    assert told.value.page
    assert read(workshop, FEED) == ["Grippe"]


def test_nothing_new_asks_for_nothing(workshop: FeedWorkshop) -> None:
    entries = workshop.entries(FEED, url=URL, content_type=None)
    workshop.close()

    assert entries.arrivals([], 7, NOW) == ()


def test_items_that_the_process_has_forgotten_are_read_again(workshop: FeedWorkshop) -> None:
    entries = workshop.entries(FEED, url=URL, content_type=None)
    workshop.close()

    assert [one.item.title for one in entries.arrivals(entries.contents, 7, NOW)] == ["Grippe"]


def test_a_feed_that_hangs_is_given_up_and_the_next_one_is_read(obedient: FeedWorkshop) -> None:
    read(obedient, FEED)
    began = time.monotonic()

    with pytest.raises(SourceUnread) as told:
        read(obedient, b"hang")

    assert (told.value.trouble, told.value.detail) == (SourceTrouble.NOT_UNDERSTOOD, "time")
    assert time.monotonic() - began < 10
    assert read(obedient, FEED) == ["Grippe"]


def test_a_feed_that_wants_all_the_memory_is_told_as_unread(obedient: FeedWorkshop) -> None:
    with pytest.raises(SourceUnread) as told:
        read(obedient, b"swell")

    assert told.value.detail == "MemoryError"
    assert read(obedient, FEED) == ["Grippe"]


def test_whoever_stands_in_line_is_not_given_up(obedient: FeedWorkshop) -> None:
    read(obedient, FEED)
    found: list[type[Exception]] = []

    def ask() -> None:
        try:
            read(obedient, b"slow")
        except (NotAFeed, SourceUnread) as error:
            found.append(type(error))

    threads = [threading.Thread(target=ask) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert found == [NotAFeed] * 5


# Whoever dies is seen to have died; a busy machine must not pass for one that hangs.
@pytest.mark.parametrize(("ill", "patience"), [(b"hang", 3.0), (b"die", 60.0)])
def test_the_others_are_read_all_the_same(
    make_obedient: Callable[[float], FeedWorkshop], ill: bytes, patience: float
) -> None:
    obedient, found = make_obedient(patience), list[object]()

    def ask(body: bytes) -> None:
        try:
            found.append(read(obedient, body))
        except SourceUnread:
            found.append(None)

    read(obedient, FEED)
    threads = [threading.Thread(target=ask, args=(body,)) for body in (FEED, ill, FEED, FEED, FEED, FEED)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert found.count(None) == 1
    assert found.count(["Grippe"]) == 5


class Forgetful(FeedWorkshop):
    """Loses its process after each of the first feeds, before their items are asked for."""

    losses = 3

    def entries(self, body: bytes, *, url: str, content_type: str | None) -> FeedEntries:
        """Parse a feed; forget it."""
        found = super().entries(body, url=url, content_type=content_type)
        if self.losses:
            self.losses -= 1
            self.close()
        return found


def test_a_feed_that_is_forgotten_again_and_again_is_read_once_more() -> None:
    workshop = Forgetful()

    assert read(workshop, FEED) == ["Grippe"]
    workshop.close()


def test_a_process_that_is_killed_between_two_feeds_is_started_again(workshop: FeedWorkshop) -> None:
    read(workshop, FEED)
    os.kill(_child_of(workshop), signal.SIGTERM)

    assert read(workshop, FEED) == ["Grippe"]


def test_stopping_ends_what_is_under_way_at_once(obedient: FeedWorkshop) -> None:
    read(obedient, FEED)
    began = time.monotonic()
    timer = threading.Timer(0.2, obedient.stop)
    timer.start()

    with pytest.raises(SourceUnread):
        read(obedient, b"hang")

    assert time.monotonic() - began < 1.4
    assert read(obedient, FEED) == ["Grippe"]


@pytest.mark.parametrize(
    "command", [["/nowhere/at/all"], [sys.executable, "-c", ""], [sys.executable, "-c", "print('Bonjour')"]]
)
def test_where_no_process_can_be_started_feeds_are_read_here(command: list[str]) -> None:
    workshop = FeedWorkshop(command=command, patience=5)

    entries = workshop.entries(FEED, url=URL, content_type=None)

    assert isinstance(entries, Entries)
    assert [one.item.title for one in entries.arrivals(entries.contents, 7, NOW)] == ["Grippe"]
    workshop.close()


def test_a_second_process_begins_when_the_first_has_something_to_do() -> None:
    workshops = FeedWorkshops()
    feed = next(iter(corpus(NOW))).content * 20
    threads = [
        threading.Thread(target=lambda: workshops.entries(feed, url=URL, content_type=None)) for _ in range(6)
    ]

    workshops.entries(FEED, url=URL, content_type=None)
    alone = [one.begun for one in workshops.all]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert alone == [True, False]
    assert [one.begun for one in workshops.all] == [True, True]
    workshops.close()
    assert [one.begun for one in workshops.all] == [False, False]


def test_the_process_ends_with_the_program_that_asks(tmp_path: Path) -> None:
    import subprocess

    said = tmp_path / "pid"
    script = dedent(
        f"""
        import os, sys
        sys.path.insert(0, {str(Path(__file__).parents[2])!r})
        from cmstation.networks.feed_workshop import FeedWorkshop
        workshop = FeedWorkshop()
        workshop.entries({FEED!r}, url={URL!r}, content_type=None)
        open({str(said)!r}, "w").write(str(workshop._child._process.pid))
        os._exit(0)
        """
    )

    subprocess.run([sys.executable, "-c", script], check=True)

    end = time.monotonic() + 10
    while _lives(int(said.read_text())) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _lives(int(said.read_text()))


def test_a_program_in_one_file_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert child_command() == [sys.executable, "--read-feeds"]


def test_the_program_knows_the_word_it_starts_itself_with() -> None:
    workshop = FeedWorkshop(command=[sys.executable, "-m", "cmstation", "--read-feeds"], patience=20)

    assert isinstance(workshop.entries(FEED, url=URL, content_type=None), DistantEntries)
    workshop.close()


def _child_of(workshop: FeedWorkshop) -> int:
    child = workshop._child  # pyright: ignore[reportPrivateUsage] - nobody else knows its number
    assert child is not None
    return child._process.pid  # pyright: ignore[reportPrivateUsage]


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
