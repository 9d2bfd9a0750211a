"""The process that reads feeds beside the program: bodies come in, what they say goes out.

A hostile feed that hangs or fills the memory harms this process alone; the window keeps Python for itself.
"""

import gc
import os
import signal
import sys
from collections import OrderedDict
from contextlib import suppress
from datetime import datetime
from typing import Any, BinaryIO, Final, cast

from cmstation.domain.watch_entries import Entries
from cmstation.domain.watch_errors import NotAFeed
from cmstation.networks import feed_frames as frames
from cmstation.networks.feed_gate import FeedCleaner
from cmstation.networks.feeds import parse

# More than the threads that ask at once; what nobody asks for any more goes.
MOST_FEEDS: Final = 32
MOST_MEMORY: Final = 1_000_000_000  # bytes; usually it takes 30 MB
_NICE: Final = 15
# What a feed is made of hardly holds a circle: looking for them as often as usual took 5 % of the time.
_SELDOM: Final = 100_000


class FeedBench:
    """Answers what is asked; keeps the feeds whose items may be asked for."""

    def __init__(self) -> None:
        self._feeds: OrderedDict[int, Entries] = OrderedDict()
        self._cleaner = FeedCleaner()

    def answer(self, asked: Any) -> tuple[object, ...]:
        """Return the answer to a question, whatever happens."""
        try:
            kind, number, *rest = asked
            return self._parsed(number, *rest) if kind == frames.PARSE else self._items(number, *rest)
        except NotAFeed as no:
            return frames.NO_FEED, no.page
        except Exception as fault:  # noqa: BLE001 - told as the feed's own trouble
            return frames.FAILED, type(fault).__name__

    def _parsed(self, number: int, body: bytes, url: str, content_type: str | None) -> tuple[object, ...]:
        entries = Entries(parse(body, url=url, content_type=content_type), self._cleaner)
        self._feeds[number] = entries
        while len(self._feeds) > MOST_FEEDS:
            self._feeds.popitem(last=False)
        dates = [frames.moment(one) for one in entries.dates]
        return frames.DONE, tuple(entries.head), entries.contents, dates

    def _items(self, number: int, names: list[bytes], source: int, seen_at: int) -> tuple[object, ...]:
        entries = self._feeds.pop(number, None)
        if entries is None:
            return (frames.FORGOTTEN,)
        at = cast("datetime", frames.moment_of(seen_at))
        return frames.DONE, [frames.packed(one) for one in entries.arrivals(names, source, at)]


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer until nobody asks any more."""
    frames.write(answers, frames.HELLO)
    bench = FeedBench()
    while (question := frames.read(asked)) is not None:
        frames.write(answers, bench.answer(question))


def _bound_memory() -> None:
    """Let a feed that wants more than this end as one that cannot be read."""
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def main() -> int:
    """Be that process, on the first two descriptors."""
    with suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program ends us
    if sys.platform != "win32":
        os.nice(_NICE)
        _bound_memory()
    gc.freeze()
    gc.set_threshold(_SELDOM)
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints cannot disturb the answers
    with suppress(BrokenPipeError):
        serve(asked, answers)
    return 0
