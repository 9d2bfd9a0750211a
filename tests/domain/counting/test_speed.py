"""No text, however hostile, makes counting slow: twice the text takes about twice the time."""

import time
from collections.abc import Callable

import pytest

from cmstation.domain.counting import bluesky
from cmstation.domain.counting.count import count
from cmstation.domain.networks import Network

HOSTILE = {
    "letters": "a",
    "other letters": "あ",
    "dots": ".",
    "labels": "a.",
    "names": "com.",
    "half links": "http://",
    "links": "www.a.fr ",
    "open parentheses": "http://a.fr/(",
    "open paths": "http://a.fr/(a",
    "mentions": "@a@b.",
    "broken mentions": "@a-",
    "hashes": "#!!",
    "numbers": "#1",
    "flags": "🇫",
    "joiners": "👨\u200d",
    "marks": "\u0300\u0316",
    "keys": "1\ufe0f\u20e3",
    "surrogates": "\ud83d",
    "blank lines": "\n",
    "spaces": "\u202f",
}
SMALL, LARGE = 10_000, 40_000
# Below this a measure is mostly noise.
NOISE = 0.004


def fastest(work: Callable[[str], object], text: str, times: int = 3) -> float:
    """Measure the processor's time, which other programs do not lengthen."""
    measures: list[float] = []
    for _ in range(times):
        start = time.process_time()
        work(text)
        measures.append(time.process_time() - start)
    return min(measures)


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def work(text: str) -> None:
        for network in (Network.X, Network.MASTODON, Network.THREADS, Network.INSTAGRAM, Network.TUMBLR):
            count(network, text)
        bluesky.detect_facets(text)
        bluesky.length(text)

    small = fastest(work, (unit * SMALL)[:SMALL])
    large = fastest(work, (unit * SMALL * 4)[:LARGE])

    # Four times the text: about 4 when linear, about 16 when quadratic.
    assert large / max(small, NOISE) < 9


def test_a_pasted_book_is_counted_in_seconds() -> None:
    sentence = "L’été à l’hôpital : « soigner » https://chu.fr/a?b=c (voir) @accueil@chu.fr #santé 😀 "
    book = sentence * (1_000_000 // len(sentence))

    for network in Network:
        assert fastest(lambda text, network=network: count(network, text), book, times=1) < 5
