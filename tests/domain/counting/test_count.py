"""One way to count for every network."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.counting import mastodon, x
from cmstation.domain.counting.count import Count, CountProblem, Measure, TextLimits, Unit, count, count_title
from cmstation.domain.networks import Network
from tests.domain.counting.texts import FAMILY, as_counted, long_unruly, unruly

networks = st.sampled_from(Network)
MONOTONE = (
    Network.BLUESKY,
    Network.FACEBOOK,
    Network.GOOGLE_BUSINESS,
    Network.INSTAGRAM,
    Network.LINKEDIN,
    Network.WORDPRESS,
    Network.YOUTUBE,
)


@pytest.mark.parametrize(
    ("network", "limit", "unit"),
    [
        (Network.X, 280, Unit.WEIGHTED),
        (Network.MASTODON, 500, Unit.CHARACTERS),
        (Network.BLUESKY, 300, Unit.CHARACTERS),
        (Network.THREADS, 500, Unit.CHARACTERS),
        (Network.INSTAGRAM, 2200, Unit.CHARACTERS),
        (Network.FACEBOOK, 63_206, Unit.CHARACTERS),
        (Network.LINKEDIN, 3000, Unit.CHARACTERS),
        (Network.YOUTUBE, 5000, Unit.BYTES),
        (Network.TUMBLR, 4096, Unit.CHARACTERS),
        (Network.GOOGLE_BUSINESS, 1500, Unit.CHARACTERS),
    ],
)
def test_each_network_takes_its_limit_and_not_one_more(network: Network, limit: int, unit: Unit) -> None:
    full = "a" * limit

    assert count(network, full) == Count(limit, limit, unit, 0)
    assert count(network, full + "bc") == Count(limit + 2, limit, unit, 2, overflow_start=limit)


@pytest.mark.parametrize("network", [Network.WORDPRESS, Network.SCOOPIT])
def test_a_network_without_limit_is_never_exceeded(network: Network) -> None:
    counted = count(network, "é" * 100_000)

    assert counted == Count(100_000, None, Unit.CHARACTERS, 0)
    assert counted.fits


def test_a_server_has_its_own_limits() -> None:
    text = "https://clinique.fr " + "a" * 600

    counted = count(Network.MASTODON, text, TextLimits(max_characters=620, characters_per_url=30))

    assert counted == Count(631, 620, Unit.CHARACTERS, 11, overflow_start=len(text) - 11)


def test_the_content_warning_takes_room() -> None:
    counted = count(Network.MASTODON, "a" * 480, spoiler_text="b" * 30)

    assert counted == Count(510, 500, Unit.CHARACTERS, 10, overflow_start=470)


def test_a_content_warning_can_leave_no_room_at_all() -> None:
    counted = count(Network.MASTODON, "Bonjour", spoiler_text="b" * 510)

    assert (counted.over, counted.overflow_start) == (17, 0)


def test_heavy_emoji_exceed_the_bytes_of_bluesky_before_its_characters() -> None:
    text = FAMILY * 121

    counted = count(Network.BLUESKY, text)

    assert (counted.length, counted.over) == (121, 0)
    assert counted.second == Measure(3025, 3000, Unit.BYTES, 25)
    assert counted.overflow_start == 120 * len(FAMILY)
    assert not counted.fits


def test_the_overflow_does_not_begin_inside_a_link() -> None:
    text = "a" * 270 + " https://clinique.fr/rdv"

    counted = count(Network.X, text)

    assert (counted.over, counted.overflow_start) == (14, 271)


def test_the_overflow_does_not_begin_inside_an_emoji() -> None:
    text = "a" * 279 + FAMILY

    counted = count(Network.X, text)

    assert (counted.over, counted.overflow_start) == (1, 279)


def test_the_overflow_does_not_make_a_link_of_what_was_none() -> None:
    text = "a" * 273 + " b.fréquent" + "c" * 9
    glued = "a" * 275 + " b.frais"

    assert count(Network.X, text).overflow_start is not None
    assert count(Network.X, glued).overflow_start == 279
    assert count(Network.X, glued[:279]).over == 0


def test_the_overflow_is_given_in_the_text_as_typed() -> None:
    text = "e\u0301" * 300

    assert count(Network.X, text).overflow_start == 560


def test_threads_counts_emoji_by_their_bytes() -> None:
    assert count(Network.THREADS, "Été 😀").length == 8
    assert count(Network.THREADS, f"{FAMILY}❤\ufe0f🇫🇷1\ufe0f\u20e3").length == 25 + 6 + 8 + 7
    assert count(Network.THREADS, "Doliprane® ☎ « … »").length == 18


def test_threads_takes_five_links() -> None:
    five = " ".join(f"https://clinique.fr/{number}" for number in range(5))

    assert count(Network.THREADS, f"{five} https://clinique.fr/0").other_problems == ()
    assert count(Network.THREADS, f"{five} autre.fr").other_problems == (CountProblem.TOO_MANY_LINKS,)


def test_instagram_takes_thirty_hashtags_and_twenty_mentions() -> None:
    hashtags = " ".join(["#santé"] * 30)
    mentions = " ".join(["@chu.toulouse"] * 20)
    besides = " n°1 a@b.fr https://a.fr/#b #\ufe0f\u20e3"

    full = count(Network.INSTAGRAM, f"{hashtags} {mentions}{besides}")
    too_many = count(Network.INSTAGRAM, f"{hashtags}#un {mentions} @deux")

    assert full.other_problems == ()
    assert too_many.other_problems == (CountProblem.TOO_MANY_HASHTAGS, CountProblem.TOO_MANY_MENTIONS)


def test_youtube_refuses_angles() -> None:
    assert count(Network.YOUTUBE, "a < b").other_problems == (CountProblem.FORBIDDEN_CHARACTER,)
    assert count_title("a > b").other_problems == (CountProblem.FORBIDDEN_CHARACTER,)
    assert count_title("é" * 101) == Count(101, 100, Unit.CHARACTERS, 1, overflow_start=100)
    assert count(Network.YOUTUBE, "é" * 2501).over == 2


def test_x_refuses_non_characters() -> None:
    counted = count(Network.X, "Bonjour\ufeff")

    assert counted.other_problems == (CountProblem.FORBIDDEN_CHARACTER,)
    assert not counted.fits


def test_tumblr_counts_its_longest_paragraph() -> None:
    text = "a" * 4000 + "\n\n" + "b" * 4100 + "\r\n \r\n" + "c" * 5000

    counted = count(Network.TUMBLR, text)

    assert (counted.length, counted.over, counted.overflow_start) == (5000, 904, 4002 + 4096)
    assert count(Network.TUMBLR, ("a" * 4096 + "\n\n") * 5).fits


@pytest.mark.parametrize("network", Network)
@pytest.mark.parametrize(
    "text", ["\ud83d", "a\udc00b", "\ud83d" * 5000, "@\ud800 #\udfff https://a.fr/\ud83d"]
)
def test_a_lone_surrogate_is_counted(network: Network, text: str) -> None:
    assert count(network, text).length > 0


@settings(deadline=None)
@given(networks, st.one_of(unruly, long_unruly), st.integers(1, 60))
def test_the_text_up_to_the_overflow_fits(network: Network, text: str, limit: int) -> None:
    limits = TextLimits(max_characters=limit)

    counted = count(network, text, limits)

    assert (counted.over > 0 or counted.second is not None) == (counted.overflow_start is not None)
    assert counted.over == max(counted.length - limit, 0)
    if counted.overflow_start is not None:
        assert 0 <= counted.overflow_start < len(text)
        kept = count(network, text[: counted.overflow_start], limits)
        assert (kept.over, kept.second, kept.overflow_start) == (0, None, None)


@settings(deadline=None)
@given(networks, st.one_of(unruly, long_unruly), st.integers(1, 60))
def test_the_overflow_begins_between_two_characters(network: Network, text: str, limit: int) -> None:
    start = count(network, text, TextLimits(max_characters=limit)).overflow_start

    clean = as_counted(text)
    ends = {0, *(found.end() for found in regex.finditer(r"\X", clean))}
    assert start is None or start in ends or network is Network.TUMBLR


@settings(deadline=None)
@given(long_unruly, st.integers(1, 60))
def test_the_overflow_leaves_links_and_emoji_whole(text: str, limit: int) -> None:
    limits = TextLimits(max_characters=limit)
    ready = x.normalised(text)

    start = count(Network.X, ready, limits).overflow_start
    other = count(Network.MASTODON, text, limits).overflow_start

    assert start is None or not any(span.start < start < span.end for span in x.spans(ready))
    clean = as_counted(text)
    assert other is None or not any(begin < other < end for begin, end in mastodon.urls(clean))


@settings(deadline=None)
@given(st.sampled_from(MONOTONE), unruly, st.characters(exclude_categories=()))
def test_one_more_character_never_counts_less(network: Network, text: str, letter: str) -> None:
    assert count(network, text + letter).length >= count(network, text).length
