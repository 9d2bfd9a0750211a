"""Bring sixty sources in, read them, and go through the morning by keyboard, killed in the middle."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmstation.domain.accounts import NewAccount
from cmstation.domain.clock import FixedClock
from cmstation.domain.drafts import DraftFilter
from cmstation.domain.networks import Network, Way
from cmstation.domain.opml import write
from cmstation.domain.opml_outlines import OpmlFeed
from cmstation.domain.watch import DecisionKind, Reading, SourceTrouble, StoryFilter
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.ui.watch.tab import WatchTab
from tests.fakes.feed_server import (
    Act,
    FeedServer,
    babbles,
    bomb,
    endless,
    gives,
    leads_to,
    packed,
    refuses,
    resets,
    slow,
)
from tests.journeys.conftest import Officer, OpenWindow
from tests.networks.hostile_html.cases import at

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

Key = Qt.Key
NOW = datetime(2026, 10, 19, 6, tzinfo=UTC)  # Monday, eight o'clock in Paris
ACCOUNTS = ((Network.WORDPRESS, "Site"), (Network.BLUESKY, "Bluesky"), (Network.MASTODON, "Mastodon"))
GOOD, SLOW, SOURCES, ITEMS = 46, 4, 60, 3
SUBJECTS = ("Vaccination", "Télésurveillance", "Maternité", "Urgences", "Nutrition", "Sommeil", "Douleur")
PLACES = ("Tours", "Brest", "Nancy", "Albi", "Dax", "Lens", "Gap", "Auch", "Sète", "Vichy", "Laon")
ROUND = (Key.Key_E, Key.Key_G, Key.Key_E, Key.Key_P, Key.Key_R, Key.Key_E, Key.Key_M)
DECIDES = {
    Key.Key_R: DecisionKind.RELAY,
    Key.Key_M: DecisionKind.PHYSICIANS,
    Key.Key_G: DecisionKind.REVIEW,
    Key.Key_P: DecisionKind.LATER,
    Key.Key_E: DecisionKind.DISMISS,
}
BEFORE_THE_KILL, IN_ALL, DRAFTS = 12, 40, 3


# --- the world outside ---


def feed(source: int, texts: tuple[str, ...] = ()) -> bytes:
    """Write a feed of three articles, each about something else."""
    items = "".join(
        f"<item><title>{SUBJECTS[(source + place) % len(SUBJECTS)]} à"
        f" {PLACES[(source * 3 + place) % len(PLACES)]} : dossier {source * 7 + place}</title>"
        f"<link>https://exemple.fr/{source}/{place}</link><guid>{source}-{place}</guid>"
        f"<pubDate>Mon, 19 Oct 2026 0{place % 3 + 1}:{source:02}:00 GMT</pubDate>"
        f"<description><![CDATA[{text}]]></description></item>"
        for place, text in enumerate(texts or (f"<p>Texte {source}.</p>",) * ITEMS)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Source {source}</title>'
        f"<link>https://exemple.fr/{source}</link>{items}</channel></rss>"
    ).encode()


def acts(server: FeedServer) -> dict[str, Act]:
    """Say how sixty sources answer: most are good, some slow, broken or hostile."""
    good: list[Act] = [gives(feed(number)) for number in range(GOOD)]
    late: list[Act] = [slow(gives(feed(GOOD + number)), 0.4) for number in range(SLOW)]
    odd: list[Act] = [
        packed(feed(50)),
        gives(feed(51, tuple(case for case in at(server.url)[:60] if "]]>" not in case))),
        leads_to(f"{server.url}/0.xml", 301),
        refuses(404),
        refuses(500),
        gives(b"<!doctype html><title>Accueil</title><p>Bonjour</p>", "text/html"),
        bomb(),
        endless,
        babbles,
        resets,
    ]
    return {f"/{number}.xml": act for number, act in enumerate((*good, *late, *odd))}


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """Sixty sources on this computer."""
    with FeedServer() as made:
        for path, act in acts(made).items():
            made.put(path, act)
        yield made


@pytest.fixture(autouse=True)
def british_dates() -> Iterator[None]:
    """Words as they are read below, whatever the computer speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def clock() -> FixedClock:
    """A Monday morning that lasts."""
    return FixedClock(NOW)


@pytest.fixture
def clinic(tmp_path: Path, clock: FixedClock, server: FeedServer) -> Path:
    """A folder with three accounts, and the sources of an OPML file in three lists."""
    folder = tmp_path / "clinic"
    station = open_station(folder, parts=Parts(clock=clock))
    for network, name in ACCOUNTS:
        station.accounts.add(NewAccount(network, Way.REHEARSAL, name, "", name), None)
    feeds = [
        OpmlFeed(
            f"Source {number}", f"{server.url}/{number}.xml", (("Santé", "Presse", "Agences")[number % 3],)
        )
        for number in range(SOURCES)
    ]
    report = station.watch_sources.take_opml(station.watch_sources.import_opml(write(feeds, title="Veille")))
    assert len(report.value.added) == SOURCES
    assert report.value.refused == ()
    station.close()
    return folder


# --- the person ---


class Reader:
    """A person at the watch of the window."""

    def __init__(self, officer: Officer, tab: WatchTab) -> None:
        self.officer = officer
        self.tab = tab

    @property
    def station(self) -> Station:
        return self.officer.station

    def counter(self) -> str:
        return self.tab.morning.counter.text()

    def title(self) -> str:
        """Return the title on the screen, which is that of the story where the morning stands."""
        state = self.station.watch_morning.resume()
        assert state is not None
        assert state.story is not None
        title = self.station.watch_reading.story(state.story)[0].title
        assert title in self.tab.morning.article.toPlainText()
        return title

    def begin(self) -> None:
        """Begin the morning, or go on with it."""
        self.officer.click(self.tab.places.morning)
        self.officer.wait_until(self.tab.morning.article.isVisible)
        self.officer.settle()

    def decide(self, key: Qt.Key) -> None:
        """Press a letter, and wait until the next story is there."""
        before = self.counter()
        QTest.keyClick(self.tab.morning, key)
        self.officer.wait_until(lambda: self.counter() != before)
        self.officer.settle()


def at_the_watch(officer: Officer) -> Reader:
    """Go to the watch."""
    officer.press("Ctrl+3")
    officer.wait_until(lambda: any(tab.isVisible() for tab in _tabs()))
    officer.settle()
    return Reader(officer, next(tab for tab in _tabs() if tab.isVisible()))


def _tabs() -> list[WatchTab]:
    return [tab for window in QApplication.topLevelWidgets() for tab in window.findChildren(WatchTab)]


def read_the_sources(reader: Reader) -> None:
    """Choose "Read the sources now" in the menu, and wait until all were tried."""
    menus = reader.tab.menus
    assert menus is not None
    menus.read_now.trigger()
    reader.officer.wait_until(
        lambda: all(one.state.tried_at is not None for one in reader.station.watch_sources.all())
    )
    reader.officer.settle()


def decisions(station: Station) -> Counter[DecisionKind]:
    """Count what was decided, each story once."""
    stories = station.watch_reading.keys(StoryFilter())
    found = (item.decision for story in stories for item in station.watch_reading.story(story))
    return Counter(one.kind for one in found if one is not None)


# --- the morning ---


def test_a_morning_is_gone_through_by_keyboard_and_survives_a_kill(
    clinic: Path, clock: FixedClock, server: FeedServer, open_window: OpenWindow, tmp_path: Path
) -> None:
    reader = at_the_watch(open_window(clinic, clock))
    read_the_sources(reader)
    look_at_the_sources(reader.station, server)

    reader.begin()
    begun = reader.station.watch_morning.resume()
    assert begun is not None
    queue = begun.queue
    assert len(queue) > IN_ALL
    keys = [ROUND[turn % len(ROUND)] for turn in range(IN_ALL)]
    for place in [place for place, key in enumerate(keys) if key is Key.Key_R][DRAFTS:]:
        keys[place] = Key.Key_E
    for key in keys[:BEFORE_THE_KILL]:
        reader.decide(key)
    title, counter = reader.title(), reader.counter()
    killed = tmp_path / "killed"
    shutil.copytree(clinic, killed)
    reader.officer.close()

    reader = at_the_watch(open_window(killed, clock))
    reader.begin()
    assert (reader.title(), reader.counter()) == (title, counter)
    for key in keys[BEFORE_THE_KILL:]:
        reader.decide(key)
    QTest.keyClick(reader.tab.morning, Key.Key_Escape)
    reader.officer.settle()

    assert reader.counter() == f"{IN_ALL + 1} of {len(queue)}"
    assert decisions(reader.station) == Counter(DECIDES[key] for key in keys)
    look_at_the_drafts(reader.station)
    assert not [*clinic.rglob("crash-*"), *killed.rglob("crash-*")]
    assert set(server.paths()) == {f"/{number}.xml" for number in range(SOURCES)}


def look_at_the_sources(station: Station, server: FeedServer) -> None:
    """Compare how each source stands with how it answered."""
    troubles = {one.source.address: one.state.trouble for one in station.watch_sources.all()}
    silent = {
        int(address.rpartition("/")[2].removesuffix(".xml")) for address in troubles if troubles[address]
    }
    assert silent == set(range(53, SOURCES))
    assert troubles[f"{server.url}/55.xml"] is SourceTrouble.NOT_A_FEED
    assert troubles[f"{server.url}/57.xml"] is SourceTrouble.TOO_LONG
    stories = station.watch_reading.keys(StoryFilter())
    items = [item for story in stories for item in station.watch_reading.story(story)]
    assert len({item.source for item in items}) >= GOOD + SLOW + 2
    assert not any("<script" in item.html or "<img" in item.html for item in items)
    assert len(station.watch_reading.keys(StoryFilter(words="vaccin"))) > 5


def look_at_the_drafts(station: Station) -> None:
    """Find three drafts, each with the title, the source and the link of its story."""
    stories = station.watch_reading.keys(StoryFilter(reading=Reading.ALL))
    relayed = [
        item
        for story in stories
        for item in station.watch_reading.story(story)
        if item.decision is not None and item.decision.kind is DecisionKind.RELAY
    ]
    assert len(relayed) == DRAFTS == len(station.drafts.rows(DraftFilter()))
    for item in relayed:
        assert item.decision is not None
        draft = station.drafts.open(item.decision.posts[0])
        assert draft.title == item.title
        assert draft.link == item.link
        assert item.source_name in draft.text
        assert len(draft.accounts) == len(ACCOUNTS)
        assert station.watch_reading.made_of(draft.id) == item.id
