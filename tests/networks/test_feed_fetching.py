"""Feeds are fetched within bounds, whatever the server does."""

import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher, Page
from cmstation.networks.feed_limits import FeedLimits
from tests.fakes import feed_server as served
from tests.fakes.feed_server import Feed, FeedServer, InTurn, rss

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LIMITS = FeedLimits(connect=0.5, read=0.4, whole=0.8, packed=300_000, unpacked=400_000, redirects=3)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[FeedFetcher]:
    made = FeedFetcher(FixedClock(NOW), limits=LIMITS, contact="https://exemple.fr/lecteur")
    yield made
    made.close()


def refusal(fetcher: FeedFetcher, address: str) -> SourceUnread:
    with pytest.raises(SourceUnread) as caught:
        fetcher.fetch(address)
    return caught.value


def body_of(page: Page) -> bytes:
    assert page.body is not None
    return page.body


# --- what is asked and heard ------------------------------------------------------------------------------


def test_a_feed_is_read_with_its_type_and_marks(server: FeedServer, fetcher: FeedFetcher) -> None:
    address = server.put("/flux", Feed(rss("Un"), dated="Sun, 22 Nov 2026 08:00:00 GMT"))

    page = fetcher.fetch(address)

    assert page.body == rss("Un")
    assert page.content_type == "application/rss+xml"
    assert page.etag.startswith('"')
    assert page.modified == "Sun, 22 Nov 2026 08:00:00 GMT"
    assert page.moved_to == ""


def test_we_say_who_we_are(server: FeedServer, fetcher: FeedFetcher) -> None:
    fetcher.fetch(server.put("/flux", Feed(rss("Un"))))

    headers = server.asked[0].headers

    assert headers["user-agent"].startswith("CM Station/")
    assert "exemple.fr/lecteur" in headers["user-agent"]
    assert "atom" in headers["accept"]


def test_an_unchanged_feed_costs_only_the_question(server: FeedServer, fetcher: FeedFetcher) -> None:
    address = server.put("/flux", Feed(rss("Un"), dated="Sun, 22 Nov 2026 08:00:00 GMT"))
    first = fetcher.fetch(address)

    second = fetcher.fetch(address, etag=first.etag, modified=first.modified)

    assert second.body is None
    assert (second.etag, second.modified) == (first.etag, first.modified)


def test_a_feed_known_by_its_date_alone_is_asked_with_it(server: FeedServer, fetcher: FeedFetcher) -> None:
    address = server.put("/flux", Feed(rss("Un"), marked=False, dated="Sun, 22 Nov 2026 08:00:00 GMT"))
    first = fetcher.fetch(address)

    second = fetcher.fetch(address, modified=first.modified)

    assert first.etag == ""
    assert second.body is None


def test_one_connection_serves_several_readings(server: FeedServer, fetcher: FeedFetcher) -> None:
    feed, gone = server.put("/flux", Feed(rss("Un"))), server.url + "/rien"
    mark = fetcher.fetch(feed).etag

    fetcher.fetch(feed, etag=mark)
    refusal(fetcher, gone)
    fetcher.fetch(feed)

    assert server.connections == 1


def test_a_kept_connection_that_died_is_replaced(server: FeedServer, fetcher: FeedFetcher) -> None:
    address = server.put("/flux", InTurn([Feed(rss("Un")), served.resets, Feed(rss("Deux"))]))
    fetcher.fetch(address)

    page = fetcher.fetch(address)

    assert page.body == rss("Deux")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw"])
def test_packed_feeds_are_unpacked(server: FeedServer, fetcher: FeedFetcher, encoding: str) -> None:
    address = server.put("/flux", served.packed(rss("Santé"), encoding))

    assert fetcher.fetch(address).body == rss("Santé")


def test_marks_that_cannot_be_sent_back_are_forgotten(server: FeedServer, fetcher: FeedFetcher) -> None:
    address = server.put("/flux", served.gives(rss("Un"), ETag='"é"', Last_Modified="a" * 600))

    page = fetcher.fetch(address)

    assert (page.etag, page.modified) == ("", "")


def test_an_address_with_accents_and_no_path_is_asked(server: FeedServer, fetcher: FeedFetcher) -> None:
    server.put("/", served.gives(rss("Un")))
    server.put("/sant%C3%A9?th%C3%A8me=a%20b", served.gives(rss("Deux")))

    assert fetcher.fetch(server.url).body == rss("Un")
    assert fetcher.fetch(server.url + "/santé?thème=a%20b#fin").body == rss("Deux")


def test_a_password_in_the_address_is_given_to_its_server_alone(fetcher: FeedFetcher) -> None:
    with FeedServer() as here, FeedServer() as there:
        there.put("/flux", Feed(rss("Un")))
        here.put("/flux", served.leads_to(there.url + "/flux"))

        page = fetcher.fetch(here.url.replace("//", "//lea:secret%40@") + "/flux")

        assert page.body == rss("Un")
        assert here.asked[0].headers["authorization"] == "Basic bGVhOnNlY3JldEA="
        assert "authorization" not in there.asked[0].headers
        assert "secret" not in page.address


# --- redirects --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_is_reported(server: FeedServer, fetcher: FeedFetcher, status: int) -> None:
    there = server.put("/nouveau", Feed(rss("Un")))
    address = server.put("/ancien", served.leads_to("/nouveau", status))

    page = fetcher.fetch(address)

    assert (page.moved_to, page.address) == (there, there)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_another_redirect_is_followed_only(server: FeedServer, fetcher: FeedFetcher, status: int) -> None:
    server.put("/nouveau", Feed(rss("Un")))
    address = server.put("/ancien", served.leads_to("/nouveau", status))

    page = fetcher.fetch(address)

    assert body_of(page) == rss("Un")
    assert page.moved_to == ""


def test_only_the_permanent_beginning_of_a_way_is_kept(server: FeedServer, fetcher: FeedFetcher) -> None:
    address = server.put("/a", served.leads_to("/b", 301))
    server.put("/b", served.leads_to("/c", 302))
    server.put("/c", served.leads_to("/d", 301))
    server.put("/d", Feed(rss("Un")))

    page = fetcher.fetch(address)

    assert page.moved_to == server.url + "/b"
    assert page.address == server.url + "/d"


def test_a_redirect_in_circles_ends(server: FeedServer, fetcher: FeedFetcher) -> None:
    address = server.put("/a", served.leads_to("/b"))
    server.put("/b", served.leads_to("/a"))

    unread = refusal(fetcher, address)

    assert (unread.trouble, unread.detail) == (SourceTrouble.NOT_UNDERSTOOD, "redirects")
    assert len(server.asked) == LIMITS.redirects + 1


@pytest.mark.parametrize(
    "place",
    ["file:///etc/passwd", "ftp://exemple.fr/a", "javascript:alert(1)", "http://a b/", "http://[::1/"],
)
def test_a_redirect_leads_to_the_web_only(server: FeedServer, fetcher: FeedFetcher, place: str) -> None:
    unread = refusal(fetcher, server.put("/a", served.leads_to(place)))

    assert unread.trouble is SourceTrouble.UNSAFE_ADDRESS


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "exemple.fr/flux", "", "http://", "https://a\\b/", "http://a/\x00"]
)
def test_only_web_addresses_are_asked(fetcher: FeedFetcher, address: str) -> None:
    assert refusal(fetcher, address).trouble is SourceTrouble.UNSAFE_ADDRESS


def test_a_redirect_with_a_password_is_not_followed(server: FeedServer, fetcher: FeedFetcher) -> None:
    place = server.url.replace("//", "//qui:quoi@") + "/b"

    assert refusal(fetcher, server.put("/a", served.leads_to(place))).trouble is SourceTrouble.UNSAFE_ADDRESS


def public_unless_first(address: str) -> bool:
    """Stand for the real judgement: 127.0.0.2 plays a public server."""
    return address != "127.0.0.2"


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "127.1", "[::ffff:127.0.0.1]", "0x7f000001"])
def test_a_public_server_does_not_lead_into_the_private_network(name: str) -> None:
    guarded = FeedFetcher(limits=LIMITS, inside=public_unless_first)
    with FeedServer(host="127.0.0.2") as outside, FeedServer() as inside:
        inside.put("/secret", Feed(rss("Un")))
        address = outside.put("/a", served.leads_to(f"http://{name}:{inside.port}/secret"))

        unread = refusal(guarded, address)

        assert (unread.trouble, unread.detail) == (SourceTrouble.UNSAFE_ADDRESS, "private")
        assert inside.asked == []
    guarded.close()


def test_a_kept_connection_opens_no_way_into_the_private_network() -> None:
    guarded = FeedFetcher(limits=LIMITS, inside=lambda address: address != "127.0.0.2")
    with FeedServer(host="127.0.0.2") as outside, FeedServer() as inside:
        typed = inside.put("/flux", Feed(rss("Un")))
        address = outside.put("/a", served.leads_to(typed.replace("127.0.0.1", "localhost")))
        guarded.fetch(typed)

        unread = refusal(guarded, address)

        assert unread.trouble is SourceTrouble.UNSAFE_ADDRESS
        assert len(inside.asked) == 1
    guarded.close()


def test_the_person_may_type_a_private_address_and_follow_it(server: FeedServer) -> None:
    guarded = FeedFetcher(limits=LIMITS, inside=public_unless_first)
    server.put("/b", Feed(rss("Un")))

    assert guarded.fetch(server.put("/a", served.leads_to("/b"))).body == rss("Un")
    guarded.close()


# --- refusals ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (401, SourceTrouble.SIGN_IN_NEEDED),
        (403, SourceTrouble.REFUSED),
        (404, SourceTrouble.GONE),
        (410, SourceTrouble.GONE),
        (429, SourceTrouble.ASKED_TO_WAIT),
        (451, SourceTrouble.REFUSED),
        (500, SourceTrouble.SERVER_TROUBLE),
        (502, SourceTrouble.SERVER_TROUBLE),
        (503, SourceTrouble.SERVER_TROUBLE),
        (204, SourceTrouble.NOT_UNDERSTOOD),
        (300, SourceTrouble.NOT_UNDERSTOOD),
    ],
)
def test_a_refusal_is_told(
    server: FeedServer, fetcher: FeedFetcher, status: int, trouble: SourceTrouble
) -> None:
    unread = refusal(fetcher, server.put("/a", served.refuses(status)))

    assert (unread.trouble, unread.detail) == (trouble, str(status))


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("said", ["120", "Sun, 22 Nov 2026 09:02:00 GMT"])
def test_a_server_says_how_long_to_wait(
    server: FeedServer, fetcher: FeedFetcher, status: int, said: str
) -> None:
    unread = refusal(fetcher, server.put("/a", served.refuses(status, Retry_After=said)))

    assert unread.trouble is SourceTrouble.ASKED_TO_WAIT
    assert unread.retry_at == NOW + timedelta(minutes=2)


def test_a_redirect_to_nowhere_is_not_understood(server: FeedServer, fetcher: FeedFetcher) -> None:
    unread = refusal(fetcher, server.put("/a", lambda line: line.say(302)))

    assert unread.trouble is SourceTrouble.NOT_UNDERSTOOD


# --- hostile and broken -----------------------------------------------------------------------------------


@pytest.mark.parametrize("act", [served.endless, served.enormous, served.bomb()])
def test_a_body_without_end_is_given_up(server: FeedServer, fetcher: FeedFetcher, act: served.Act) -> None:
    unread = refusal(fetcher, server.put("/a", act))

    assert unread.trouble is SourceTrouble.TOO_LONG


@pytest.mark.parametrize("act", [served.drips(0.05), served.drips_headers(0.05), served.silent])
def test_a_slow_server_is_given_up(server: FeedServer, fetcher: FeedFetcher, act: served.Act) -> None:
    began = time.monotonic()

    unread = refusal(fetcher, server.put("/a", act))

    assert unread.trouble is SourceTrouble.TIMED_OUT
    assert time.monotonic() - began < LIMITS.whole + 0.5


@pytest.mark.parametrize("act", [served.resets, served.cut_short(rss("Un")), served.babbles])
def test_a_broken_line_is_no_answer(server: FeedServer, fetcher: FeedFetcher, act: served.Act) -> None:
    unread = refusal(fetcher, server.put("/a", act))

    assert unread.trouble is SourceTrouble.NO_ANSWER
    assert not unread.line


def test_what_is_packed_strangely_is_not_understood(server: FeedServer, fetcher: FeedFetcher) -> None:
    brotli = server.put("/br", served.gives(rss("Un"), Content_Encoding="br"))
    lie = server.put("/lie", served.gives(rss("Un"), Content_Encoding="gzip"))

    assert refusal(fetcher, brotli).detail == "encoding"
    assert refusal(fetcher, lie).detail == "encoding"


def test_nobody_listens(fetcher: FeedFetcher) -> None:
    with FeedServer() as gone:
        address = gone.url

    unread = refusal(fetcher, address)

    assert (unread.trouble, unread.detail, unread.line) == (SourceTrouble.NO_ANSWER, "refused", False)


def test_a_name_that_is_not_known_may_be_our_own_line(fetcher: FeedFetcher) -> None:
    unread = refusal(fetcher, "http://nulle-part.invalid/flux")

    assert unread.trouble in (SourceTrouble.NO_ANSWER, SourceTrouble.OFFLINE)
    assert unread.line


def test_what_is_under_way_can_be_broken_off(server: FeedServer) -> None:
    patient = FeedFetcher(limits=FeedLimits(read=20, whole=20))
    address = server.put("/a", served.silent)

    def stop(line: served.Line) -> None:
        patient.stop()
        line.wait(20)

    server.put("/a", stop)
    began = time.monotonic()

    assert refusal(patient, address).trouble is SourceTrouble.TIMED_OUT
    assert time.monotonic() - began < 5
    patient.close()


def test_no_secret_of_an_address_is_told(
    server: FeedServer, fetcher: FeedFetcher, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    addresses = [
        server.put("/a?feed=jeton-secret", served.resets),
        server.put("/b?feed=jeton-secret", served.refuses(403)),
        "http://jeton-secret.invalid/flux",
        "http://lea:jeton-secret@127.0.0.1:9/flux",
    ]

    told = [str(refusal(fetcher, address)) for address in addresses]
    page = fetcher.fetch(server.put("/c?feed=jeton-secret", Feed(rss("Un"))))

    assert "jeton" not in " ".join([*told, repr(page), caplog.text])
