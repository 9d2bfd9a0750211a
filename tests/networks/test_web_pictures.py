"""Pictures of articles, fetched: bounded, silent about us, and never from a private network by a trick."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_limits import FeedLimits
from cmstation.networks.web_pictures import LIMITS, WebPictures
from tests.fakes.feed_server import FeedServer, Line, bomb, gives, leads_to, refuses

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


@pytest.fixture
def everything_public() -> Iterator[WebPictures]:
    """Take this computer for the public network."""
    fetcher = FeedFetcher(limits=LIMITS, inside=lambda _address: False)
    yield WebPictures(fetcher)
    fetcher.close()


@pytest.fixture
def as_it_is() -> Iterator[WebPictures]:
    fetcher = FeedFetcher(limits=LIMITS)
    yield WebPictures(fetcher)
    fetcher.close()


def refusal(pictures: WebPictures, address: str, home: str = "") -> SourceTrouble:
    with pytest.raises(SourceUnread) as raised:
        pictures.fetch(address, home)
    return raised.value.trouble


def test_a_picture_comes_and_the_site_learns_neither_cookies_nor_the_article(server: FeedServer) -> None:
    fetcher = FeedFetcher(inside=lambda _address: False)
    address = server.put("/a.png", gives(PNG, "image/png", Set_Cookie="qui=moi"))

    for _ in range(2):
        assert WebPictures(fetcher).fetch(address) == PNG
    fetcher.close()

    for asked in server.asked:
        assert not {"cookie", "referer", "authorization", "origin"} & set(asked.headers)
        assert asked.headers["accept"].startswith("image/")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.1.1"]
)
def test_a_private_address_is_never_asked(server: FeedServer, as_it_is: WebPictures, host: str) -> None:
    place = server.put("/a.png", gives(PNG, "image/png")).rpartition(":")[2]

    assert refusal(as_it_is, f"http://{host}:{place}") is SourceTrouble.UNSAFE_ADDRESS
    assert server.asked == []


def test_a_picture_of_the_very_server_of_a_private_source_comes(
    server: FeedServer, as_it_is: WebPictures
) -> None:
    address = server.put("/a.png", gives(PNG, "image/png"))

    assert as_it_is.fetch(address, server.put("/feed", gives(b""))) == PNG
    assert refusal(as_it_is, address, "https://journal.example/feed") is SourceTrouble.UNSAFE_ADDRESS


def test_a_public_server_cannot_lead_to_a_private_one(server: FeedServer) -> None:
    fetcher = FeedFetcher(inside=lambda address: address == "127.0.0.2")
    private = server.put("/b.png", gives(PNG, "image/png")).replace("127.0.0.1", "127.0.0.2")
    address = server.put("/a.png", leads_to(private))

    assert refusal(WebPictures(fetcher), address) is SourceTrouble.UNSAFE_ADDRESS
    fetcher.close()

    assert [asked.path for asked in server.asked] == ["/a.png"]


def test_what_is_too_much_or_nothing_is_refused(server: FeedServer, everything_public: WebPictures) -> None:
    places = {
        "/lourde": (gives(bytes(LIMITS.packed + 1), "image/png"), SourceTrouble.TOO_LONG),
        "/bombe": (bomb(), SourceTrouble.TOO_LONG),
        "/absente": (refuses(404), SourceTrouble.GONE),
        "/vide": (gives(b"", "image/png"), SourceTrouble.NOT_UNDERSTOOD),
        "/ronde": (leads_to("/ronde"), SourceTrouble.NOT_UNDERSTOOD),
        "/fichier": (leads_to("file:///etc/hostname"), SourceTrouble.UNSAFE_ADDRESS),
    }
    for path, (act, trouble) in places.items():
        assert refusal(everything_public, server.put(path, act)) is trouble, path


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "data:image/png;base64,x", "ftp://a.example/i", ""]
)
def test_only_the_web_is_asked(everything_public: WebPictures, address: str) -> None:
    assert refusal(everything_public, address) is SourceTrouble.UNSAFE_ADDRESS


def test_what_is_under_way_can_be_broken_off(server: FeedServer) -> None:
    reached, troubles = Event(), list[SourceTrouble]()
    fetcher = FeedFetcher(limits=FeedLimits(), inside=lambda _address: False)
    pictures = WebPictures(fetcher)

    def act(line: Line) -> None:
        reached.set()
        line.wait(20)

    address = server.put("/lente", act)
    thread = Thread(target=lambda: troubles.append(refusal(pictures, address)))
    thread.start()
    assert reached.wait(5)
    pictures.stop()
    thread.join(5)
    fetcher.close()

    assert len(troubles) == 1
