"""Three hundred sources on this computer: good, slow, broken and hostile; and what has to become of each."""

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cmstation.domain.opml import write
from cmstation.domain.opml_outlines import OpmlFeed
from cmstation.domain.watch import SourceTrouble
from tests.fakes.feed_server import (
    Act,
    FeedServer,
    babbles,
    bomb,
    cut_short,
    drips,
    drips_headers,
    endless,
    enormous,
    gives,
    leads_to,
    refuses,
    resets,
    silent,
    slow,
)
from tests.journeys.watch_feeds import CARELESS, GOOD, WRONG_CHARSET, Article, article, rss
from tests.networks.hostile_html.cases import at as hostile_at

NOW = datetime(2026, 10, 19, 6, tzinfo=UTC)  # Monday, eight o'clock in Paris
SOURCES, ITEMS, SERVERS = 300, 3, 6
LISTS = ("Santé", "Presse", "Agences", "Concurrents", "Télémédecine")
# How many sources there are of each kind; the others refuse, lie or attack.
PLAIN, LATE, CARELESSLY, GARBLED, FOUL, MOVED = 200, 20, 20, 12, 4, 4
READABLE = PLAIN + LATE + CARELESSLY + GARBLED + FOUL + MOVED
# Where in the queue of the morning titles stand that no microblog takes whole.
LONG_AT = (70, 95)
_SPREAD = 77  # kinds are mixed in the list as they are in life
_LATE_S = 0.3
_LONG_AGO = "<pubDate>Thu, 15 Oct 2026 09:00:00 GMT</pubDate>"
BOMBS = ("&lol", "&x;")  # how the titles begin that bombs of words leave behind

Trouble = SourceTrouble


@dataclass(frozen=True, slots=True)
class Told:
    """A source and what has to come of it.

    Args:
        articles: that have to be stored, each once.
        trouble: that has to be told, None when the source is read.
    """

    number: int
    address: str
    articles: tuple[Article, ...] = ()
    trouble: SourceTrouble | None = None

    @property
    def name(self) -> str:
        return f"Source {self.number}"


@dataclass
class World:
    """The servers, and what they give."""

    servers: tuple[FeedServer, ...]
    sources: list[Told] = field(default_factory=list[Told])

    def articles(self) -> list[Article]:
        """Return what can be read, newest first."""
        found = [one for told in self.sources for one in told.articles]
        return sorted(found, key=lambda one: one.at, reverse=True)

    def opml(self) -> bytes:
        """Return what another reader would export: folders, and one line that nobody can take."""
        feeds = [
            OpmlFeed(told.name, told.address, (LISTS[told.number % len(LISTS)],)) for told in self.sources
        ]
        local = OpmlFeed("Sur ce poste", "file:///etc/passwd", (LISTS[0],))
        return write([*feeds, local], title="Veille")

    def asked(self) -> Counter[str]:
        """Count what was asked for, by address."""
        return Counter(server.url + path for server in self.servers for path in server.paths())


@contextmanager
def world() -> Generator[World]:
    """Open three hundred sources."""
    with ExitStack() as opened:
        made = World(tuple(opened.enter_context(FeedServer()) for _ in range(SERVERS)))
        # Whoever asks to wait is left alone with all that it serves.
        tired = opened.enter_context(FeedServer())
        attacks = _attacks(made.servers)
        kinds = [number * _SPREAD % SOURCES for number in range(SOURCES)]
        readable = [number for number in range(SOURCES) if kinds[number] < READABLE]
        long = {_first_plain(readable, kinds, place) for place in LONG_AT}
        for number, kind in enumerate(kinds):
            if kind < READABLE:
                server = made.servers[number % SERVERS]
                articles = _articles(number, server.url, long=number in long, foul=_is_foul(kind))
                act = _readable(kind, f"Source {number}", articles, server)
                made.sources.append(Told(number, server.put(f"/{number}.xml", act), articles))
                continue
            act, trouble = attacks[(kind - READABLE) % len(attacks)]
            server = tired if trouble is Trouble.ASKED_TO_WAIT else made.servers[number % SERVERS]
            made.sources.append(Told(number, server.put(f"/{number}.xml", act), trouble=trouble))
        made.servers = (*made.servers, tired)
        yield made


def _first_plain(readable: Sequence[int], kinds: Sequence[int], place: int) -> int:
    """Return the source that stands at a place of the queue; its letters are beyond doubt."""
    number = readable[place]
    assert kinds[number] < PLAIN
    return number


def _articles(number: int, server: str, *, long: bool, foul: bool) -> tuple[Article, ...]:
    """Invent what a source tells: the newest of each source come first in the morning."""
    cases = [case for case in hostile_at(server) if "]]>" not in case] if foul else []
    return tuple(
        article(
            number,
            place,
            NOW - timedelta(minutes=5 + 2 * (place * SOURCES + number)),
            long=long and not place,
            text="".join(cases[place :: ITEMS * 4]),
        )
        for place in range(ITEMS)
    )


def _is_foul(kind: int) -> bool:
    begin = PLAIN + LATE + CARELESSLY + GARBLED
    return begin <= kind < begin + FOUL


def _readable(kind: int, name: str, articles: Sequence[Article], server: FeedServer) -> Act:
    """Say how a source answers that is read in the end."""
    if kind < PLAIN:
        return GOOD[kind % len(GOOD)](name, articles)
    kind -= PLAIN
    if kind < LATE:
        return slow(GOOD[kind % len(GOOD)](name, articles), _LATE_S)
    kind -= LATE
    if kind < CARELESSLY:
        return CARELESS[kind % len(CARELESS)](name, articles)
    kind -= CARELESSLY
    if kind < GARBLED:
        return WRONG_CHARSET[kind % len(WRONG_CHARSET)](name, articles)
    kind -= GARBLED
    plain = GOOD[kind % 2](name, articles)
    if kind < FOUL:
        return plain
    return leads_to(server.put(f"/nouveau/{kind}.xml", plain), 301)


def _attacks(servers: Sequence[FeedServer]) -> list[tuple[Act, SourceTrouble | None]]:
    """Say how the others answer, and what has to be told of it: bombs of words are read, and stay small."""
    here = servers[0]
    here.put("/tourne/a", leads_to("/tourne/b"))
    here.put("/tourne/b", leads_to("/tourne/a"))
    empty = rss("Vide", ()).encode()
    return [
        (refuses(404), Trouble.GONE),
        (refuses(410), Trouble.GONE),
        (refuses(500), Trouble.SERVER_TROUBLE),
        (refuses(403), Trouble.REFUSED),
        (refuses(401), Trouble.SIGN_IN_NEEDED),
        (refuses(503, Retry_After="3600"), Trouble.ASKED_TO_WAIT),
        (leads_to(f"{here.url}/tourne/a"), Trouble.NOT_UNDERSTOOD),
        (leads_to("file:///etc/passwd"), Trouble.UNSAFE_ADDRESS),
        (gives(b"<!doctype html><title>Accueil</title><p>Bonjour</p>", "text/html"), Trouble.NOT_A_FEED),
        (gives(b"", "text/xml"), Trouble.NOT_A_FEED),
        (gives(bytes(range(256)) * 40, "text/xml"), Trouble.NOT_A_FEED),
        (gives(_laughs(), "text/xml"), None),
        (gives(_outside(), "text/xml"), None),
        (gives(b"<rss>" + b"<a>" * 200_000, "text/xml"), None),
        (bomb(), Trouble.TOO_LONG),
        (endless, Trouble.TOO_LONG),
        (enormous, Trouble.TOO_LONG),
        (silent, Trouble.TIMED_OUT),
        (drips(0.2), Trouble.TIMED_OUT),
        (drips_headers(0.2), Trouble.TIMED_OUT),
        (cut_short(empty), Trouble.NO_ANSWER),
        (babbles, Trouble.NO_ANSWER),
        (resets, Trouble.NO_ANSWER),
        (gives(b"\x1f\x8b nicht gepackt", "text/xml", Content_Encoding="gzip"), Trouble.NOT_UNDERSTOOD),
    ]


def _laughs() -> bytes:
    """Ten letters that become three thousand million."""
    lines = "".join(
        f'<!ENTITY lol{depth} "{f"&lol{depth - 1};" * 10}">' if depth else '<!ENTITY lol0 "ha">'
        for depth in range(10)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [{lines}]><rss version="2.0"><channel><title>&lol9;</title>'
        f"<item><title>&lol9;</title><guid>lol</guid>{_LONG_AGO}</item></channel></rss>"
    ).encode()


def _outside() -> bytes:
    """An entity that would read a file of this computer."""
    return (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<rss version="2.0"><channel><title>&x;</title>'
        f"<item><title>&x;</title><guid>x</guid>{_LONG_AGO}</item></channel></rss>"
    ).encode()
