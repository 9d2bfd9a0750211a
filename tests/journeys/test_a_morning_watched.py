"""Bring three hundred sources in, read them, go through the morning, make a review; killed five times."""

import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.accounts import NewAccount
from cmstation.domain.checks.ready import limits_of
from cmstation.domain.clock import Clock
from cmstation.domain.counting.count import count
from cmstation.domain.drafts import Draft, DraftFilter
from cmstation.domain.networks import Network, Way
from cmstation.domain.watch import DecisionKind, Item, StoryFilter
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.storage.database import Database
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_sources import WatchSources
from cmstation.storage.watch_stories import WatchStories
from tests.desktop.review_pages import pages_of
from tests.fakes.secret_box import SecretBox
from tests.journeys.conftest import OpenWindow
from tests.journeys.publishing_process import ClockAhead
from tests.journeys.watch_kills import WatchProgram
from tests.journeys.watch_program import SECONDS_A_STORY, Order
from tests.journeys.watch_reader import Reader, Seen
from tests.journeys.watch_world import BOMBS, LISTS, LONG_AT, NOW, READABLE, SOURCES, World, world

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240), pytest.mark.usefixtures("british_dates")]

ACCOUNTS = ((Network.WORDPRESS, "Site"), (Network.BLUESKY, "Bluesky"), (Network.MASTODON, "Mastodon"))
DECIDES = {
    "R": DecisionKind.RELAY,
    "M": DecisionKind.PHYSICIANS,
    "G": DecisionKind.REVIEW,
    "P": DecisionKind.LATER,
    "E": DecisionKind.DISMISS,
}
IN_ALL, BETWEEN, IN_THE_MIDDLE = 104, 45, (57, LONG_AT[0])  # one is kept for the review, one relayed
RELAYED = (4, *LONG_AT)
KEYS = "".join("R" if place in RELAYED else "EGEMPEGE"[place % 8] for place in range(IN_ALL))
# Bombs and endless streams were among what it read.
MOST_MEMORY = 400


@dataclass(frozen=True, slots=True)
class Bench:
    """A clinic, the world around it, and a Monday morning."""

    folder: Path
    world: World
    ahead: timedelta

    @property
    def clock(self) -> Clock:
        return ClockAhead(self.ahead)

    def station(self) -> Station:
        return open_station(self.folder, parts=Parts(clock=self.clock, secrets=SecretBox()))

    def program(self, *, take: Path | None = None, read: bool = False, keys: str = "") -> WatchProgram:
        """Start the window in a process of its own."""
        order = Order(
            str(self.folder), self.ahead.total_seconds(), "" if take is None else str(take), read, keys
        )
        return WatchProgram(order, self.folder.with_name("complaints"))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A clinic with three accounts that watches nothing yet."""
    with world() as made:
        bench = Bench(tmp_path / "clinic", made, NOW - datetime.now(UTC))
        station = bench.station()
        for network, name in ACCOUNTS:
            station.accounts.add(NewAccount(network, Way.REHEARSAL, name, "", name), None)
        station.close()
        yield bench


def test_a_morning_is_gone_through_by_keyboard_and_survives_kills(
    bench: Bench, open_window: OpenWindow, tmp_path: Path
) -> None:
    chance = random.Random()

    bring_in_and_kill_while_reading(bench, chance)
    read_all_and_look(bench)
    queue = decide_and_kill(bench, chance)

    reader = Reader(open_window(bench.folder, bench.clock))
    go_on_to_the_end(reader)
    look_at_the_decisions(reader.station, queue)
    look_at_the_drafts(reader, bench)
    make_a_review(reader.station, queue, tmp_path)

    assert not [*bench.folder.rglob("crash-*")]
    look_at_the_servers(bench.world)


# --- sources ---


def bring_in_and_kill_while_reading(bench: Bench, chance: random.Random) -> None:
    """Take the file in the window, read the sources; kill the program twice while it stores."""
    file = bench.folder.with_name("veille.opml")
    file.write_bytes(bench.world.opml())
    enough = chance.randrange(1, len(bench.world.articles()) // 2)
    with bench.program(take=file, read=True) as program:
        told = program.hears("TAKEN")
        program.hears("READING")
        wait_until(bench, lambda database: WatchStories(database).count(StoryFilter()) >= enough)
        program.kill()
    assert f"{SOURCES} new source(s)" in told
    before = look_at_what_is_half_read(bench)

    more = before + chance.randrange(1, (READABLE - before) // 2)
    with bench.program(read=True) as program:
        program.hears("READING")
        wait_until(bench, lambda database: sources_read(database) >= more)
        program.kill()
    assert look_at_what_is_half_read(bench) >= more


def wait_until(bench: Bench, holds: Callable[[Database], bool]) -> None:
    """Wait until something is stored, looking at it from outside the program."""
    database = Database.in_folder(bench.folder)
    database.open(bench.clock.now())
    end = time.monotonic() + 60
    while not holds(database):
        assert time.monotonic() < end
        time.sleep(0.01)  # the program needs the processor more
    database.close()


def sources_read(database: Database) -> int:
    return sum(state.read_at is not None for _, state in WatchSources(database).all())


def look_at_what_is_half_read(bench: Bench) -> int:
    """Find that a source counts as read when all its items are stored; return how many do."""
    station = bench.station()
    known = station.watch_sources.all()
    stored = stored_items(station)
    station.close()
    assert len(known) == SOURCES
    assert Counter(one for source in known for one in source.lists).total() == SOURCES
    assert any(one.state.tried_at is None for one in known)
    titles = Counter(item.title for item in stored if not item.title.startswith(BOMBS))
    assert set(titles.values()) == {1}
    given = {told.name: {one.title for one in told.articles} for told in bench.world.sources}
    read = {one.source.name for one in known if one.state.read_at is not None}
    assert all(given[name] <= set(titles) for name in read)
    return len(read)


def read_all_and_look(bench: Bench) -> None:
    """Start again, read everything, and find each source as it is and each item once."""
    with bench.program(read=True) as program:
        program.hears("READING")
        program.hears("READ")
        assert program.close() < MOST_MEMORY

    station = bench.station()
    known = {one.source.name: one for one in station.watch_sources.all()}
    lists = {one.id: one.name for one in station.watch_lists.all()}
    for told in bench.world.sources:
        found = known[told.name]
        assert found.state.tried_at is not None
        assert (told.number, found.state.trouble) == (told.number, told.trouble)
        assert [lists[one] for one in found.lists] == [LISTS[told.number % len(LISTS)]]
    stored = stored_items(station)
    titles = Counter(item.title for item in stored if not item.title.startswith(BOMBS))
    assert titles == Counter(one.title for one in bench.world.articles())
    assert not any("<script" in item.html or "<img" in item.html for item in stored)
    stories = {item.link: (item.story,) for item in stored}
    for article in bench.world.articles():
        assert tuple(station.watch_reading.keys(StoryFilter(words=article.code))) == stories[article.link]
    station.close()


def stored_items(station: Station) -> list[Item]:
    reading = station.watch_reading
    return [item for story in reading.keys(StoryFilter()) for item in reading.story(story)]


# --- the morning ---


def decide_and_kill(bench: Bench, chance: random.Random) -> tuple[int, ...]:
    """Kill the program between two decisions, then in the middle of some; return the queue."""
    with bench.program(keys=KEYS[:BETWEEN]) as program:
        first = program.sees("SHOWN")
        left = program.goes_through(KEYS[:BETWEEN])
        program.kill()
    queue = look_at_the_queue(bench)
    assert (first.title, first.at, first.decided) == (bench.world.articles()[0].title, 0, 0)
    assert left.at == BETWEEN
    assert left.seconds >= BETWEEN * SECONDS_A_STORY

    for place in IN_THE_MIDDLE:
        with bench.program(keys=KEYS[: place + 1]) as program:
            found = program.sees("SHOWN")
            look_where_it_resumes(found, left)
            left = program.goes_through(KEYS[found.at : place])
            assert left.seconds >= found.seconds + (place - found.at) * SECONDS_A_STORY
            assert program.hears("PRESS") == KEYS[place]
            time.sleep(chance.uniform(0, 0.06))  # not a wait for something: the moment of the kill
            program.kill()
    return queue


def look_where_it_resumes(found: Seen, left: Seen) -> None:
    """See the same story, counter and time; a decision in the middle of a kill was taken, or it was not."""
    if left.at == BETWEEN:
        assert found == left
    assert found.at in (left.at, left.at + 1)
    assert found.seconds >= left.seconds
    assert found.decided == sum(letter != "P" for letter in KEYS[: found.at])


def look_at_the_queue(bench: Bench) -> tuple[int, ...]:
    """Find everything in the queue, newest first."""
    station = bench.station()
    state = station.watch_morning.resume()
    assert state is not None
    titles = [station.watch_reading.story(story)[0].title for story in state.queue]
    station.close()
    told = [one.title for one in bench.world.articles()]
    assert titles[: len(told)] == told
    assert all(title.startswith(BOMBS) for title in titles[len(told) :])
    return state.queue


def go_on_to_the_end(reader: Reader) -> None:
    """Resume where the program was killed, and leave after the last story that is wanted."""
    reader.begin()
    begun = reader.seen()
    assert begun.at in (IN_THE_MIDDLE[-1], IN_THE_MIDDLE[-1] + 1)
    assert begun.decided == sum(letter != "P" for letter in KEYS[: begun.at])
    for letter in KEYS[begun.at :]:
        reader.let_time_pass(SECONDS_A_STORY)
        reader.decide(letter)
    ended = reader.seen()
    reader.leave()
    assert ended.counter == f"{IN_ALL + 1} of {len(reader.state().queue)}"
    assert ended.seconds >= begun.seconds + (IN_ALL - begun.at) * SECONDS_A_STORY
    assert ended.timer != begun.timer


def look_at_the_decisions(station: Station, queue: tuple[int, ...]) -> None:
    """Find each decision once, on the very story that was on the screen, and none elsewhere."""
    marks = WatchMarks(station.database)
    for place, story in enumerate(queue):
        made = [
            one.decision.kind for item in station.watch_reading.story(story) for one in marks.history(item.id)
        ]
        assert (place, made) == (place, [DECIDES[KEYS[place]]] if place < IN_ALL else [])
    put_off = [story for place, story in enumerate(queue[:IN_ALL]) if KEYS[place] == "P"]
    asked = {story for place, story in enumerate(queue[:IN_ALL]) if KEYS[place] == "M"}
    assert list(station.watch_morning.later()) == put_off
    assert Counter(row.item.story for row in station.watch_board.waiting()) == Counter(asked)


# --- what comes of it ---


def look_at_the_drafts(reader: Reader, bench: Bench) -> None:
    """Find three drafts in Drafts, each with what its story tells, in words that fit each account."""
    station, officer = reader.station, reader.officer
    rows = station.drafts.rows(DraftFilter())
    wanted = {place: bench.world.articles()[place] for place in RELAYED}
    assert {row.title for row in rows} == {article.title for article in wanted.values()}
    assert len(rows) == len(RELAYED)
    officer.press("Ctrl+2")
    officer.settle()
    assert officer.drafts.isVisible()
    for place, article in wanted.items():
        draft = station.drafts.open(next(row.id for row in rows if row.title == article.title))
        item = station.watch_reading.item(item_of(station, draft))
        assert (item.title, draft.link) == (article.title, article.link)
        assert draft.text.startswith(article.title)
        assert draft.text.endswith(f"Source\u00a0: {item.source_name}")
        assert article.link in draft.sources
        look_at_the_versions(station, draft, long=place in LONG_AT)
        officer.drafts.show_post(draft.id)
        officer.settle()
        assert officer.drafts.current_post() == draft.id


def item_of(station: Station, draft: Draft) -> int:
    """Return the item that a draft was made of, which is linked to it both ways."""
    made_of = station.watch_reading.made_of(draft.id)
    assert made_of is not None
    decision = station.watch_reading.item(made_of).decision
    assert decision is not None
    assert decision.posts == (draft.id,)
    return made_of


def look_at_the_versions(station: Station, draft: Draft, *, long: bool) -> None:
    """Find the base where it fits, else words of its own that do."""
    accounts = {account.id: account for account in station.drafts.chosen_accounts(draft)}
    assert [account.network for account in accounts.values()] == [network for network, _ in ACCOUNTS]
    own = {accounts[version.account].network: version.text for version in draft.versions if version.text}
    assert (Network.BLUESKY in own) is long
    assert Network.WORDPRESS not in own
    for account in accounts.values():
        text = own.get(account.network, draft.text)
        assert text.startswith(draft.title[:60])
        assert count(account.network, text, limits_of(account)).fits


def make_a_review(station: Station, queue: tuple[int, ...], folder: Path) -> None:
    """Make the review of the day, and read it as the director does."""
    kept = [story for place, story in enumerate(queue[:IN_ALL]) if KEYS[place] == "G"]
    items = [station.watch_reading.story(story)[0] for story in kept]
    station.watch_reading.note(items[0].id, "À lire avant la réunion de direction.")
    day = NOW.date()
    reviews = station.press_reviews
    draft = replace(reviews.draft(day, day), title="Revue du lundi")
    assert {entry.item for entry in draft.entries} == {item.id for item in items}
    assert len(draft.entries) == len(items)
    assert {entry.theme for entry in draft.entries} <= set(LISTS)

    review = reviews.save(draft).value
    (file,) = reviews.write(review, pdf=folder / "revue.pdf")

    assert [(row.title, row.articles) for row in reviews.all()] == [("Revue du lundi", len(items))]
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is missing: the PDF was NOT read, all else was looked at")
    words = " ".join(pages_of(file.read_bytes(), folder))
    assert "Revue du lundi" in words
    assert "À lire avant la réunion de direction." in words
    for item in items:
        assert item.title in words
        assert item.source_name in words


def look_at_the_servers(around: World) -> None:
    """Find that every source was asked, and nothing that an article would have had loaded."""
    asked = around.asked()
    assert {told.address for told in around.sources} <= set(asked)
    assert not [
        address
        for address in set(asked) - {told.address for told in around.sources}
        if "/nouveau/" not in address and "/tourne/" not in address
    ]
