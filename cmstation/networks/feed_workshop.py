"""Has feeds read by a process of their own, which a hostile one can neither block nor fill for us."""

import logging
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime
from io import BufferedReader, FileIO
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, BinaryIO, Final, NamedTuple, cast

from cmstation.domain.feeds import FeedHead
from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_entries import Entries
from cmstation.domain.watch_errors import NotAFeed
from cmstation.domain.watch_networks import FeedEntries, SourceUnread
from cmstation.domain.watch_storing import Arrival
from cmstation.networks import feed_frames as frames
from cmstation.networks.feed_gate import FeedCleaner
from cmstation.networks.feeds import parse

log = logging.getLogger(__name__)
CHILD_WORD: Final = "--read-feeds"
PATIENCE_S: Final = 20.0
# Measured: a second one makes a first refresh an eighth faster, even on two processors.
MOST_AT_ONCE: Final = 2
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from cmstation.networks.feed_child import main; main()"
)
_ENDING_S: Final = 2.0
# Whoever waited behind a feed that ended the process is asked again.
_TRIES: Final = 6


def child_command() -> list[str]:
    """Return how the process is started: the program itself when it is one file, else this Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_WORD]
    return [sys.executable, "-P", "-c", _START, str(Path(__file__).parents[2])]


class FeedWorkshop:
    """Parses feeds in another process (`networks/feed_reading.py`: Workshop); threads share it.

    Where no process can be started, feeds are parsed here.

    Args:
        turn: held while parsing here.
        patience: seconds after which a feed that does not come to an end is given up.
        busy: how many feeds are under way.
    """

    def __init__(
        self,
        turn: AbstractContextManager[object] | None = None,
        *,
        command: Sequence[str] | None = None,
        patience: float = PATIENCE_S,
    ) -> None:
        self._turn = turn or nullcontext()
        self._command = command
        self._patience = patience
        self._numbers = count(1)
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._alone = False
        self.busy = 0

    def entries(self, body: bytes, *, url: str, content_type: str | None) -> FeedEntries:
        """Parse a feed.

        Raises:
            NotAFeed: it is none.
            SourceUnread: it could not be read to its end.
        """
        feed = _Feed(body, url, content_type)
        number = next(self._numbers)
        self._count(1)
        try:
            answer = self.ask(frames.PARSE, number, *feed)
        finally:
            self._count(-1)
        if answer is None:
            with self._turn:
                return Entries(parse(body, url=url, content_type=content_type), FeedCleaner(), self._turn)
        head, contents, dates = answer
        return DistantEntries(self, feed, number, FeedHead(*head), contents, dates)

    def ask(self, *question: object) -> Sequence[Any] | None:
        """Return what the process answers; None where there is none.

        Raises:
            NotAFeed, SourceUnread: it says so, or does not answer.
        """
        blamed = 0
        for _ in range(_TRIES):
            child = self._started()
            if child is None:
                return None
            answer = child.ask(question, self._patience)
            if answer is not None:
                return _understood(answer)
            self._drop(child)
            # Whoever ended the process may have meant something else, but not twice.
            blamed += child.blamed is question
            if child.stopped or blamed > 1 or (blamed and child.hung):
                break
        raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "time")

    @property
    def begun(self) -> bool:
        """Whether a process is there."""
        return self._child is not None

    def stop(self) -> None:
        """Break off what is under way, from another thread."""
        child = self._child
        if child is not None:
            child.stopped = True
            child.end()

    def close(self) -> None:
        """Let the process end; the next feed starts another one."""
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _count(self, more: int) -> None:
        with self._lock:
            self.busy += more

    def _started(self) -> "_Child | None":
        with self._lock:
            if self._child is None and not self._alone:
                try:
                    self._child = _Child(self._command or child_command(), self._patience)
                except OSError as fault:
                    log.warning("feeds are read in the program itself: %s", type(fault).__name__)
                    self._alone = True
            return self._child

    def _drop(self, child: "_Child") -> None:
        with self._lock:
            if self._child is child:
                self._child = None
        child.end()


class FeedWorkshops:
    """Several of them; the second one begins when the first has enough to do."""

    def __init__(
        self, turn: AbstractContextManager[object] | None = None, *, most: int = MOST_AT_ONCE
    ) -> None:
        self.all = [FeedWorkshop(turn) for _ in range(most)]

    def entries(self, body: bytes, *, url: str, content_type: str | None) -> FeedEntries:
        """Parse a feed, as `FeedWorkshop` does."""
        free = min(self.all, key=lambda one: one.busy)
        return free.entries(body, url=url, content_type=content_type)

    def stop(self) -> None:
        """Break off what is under way, from another thread."""
        for one in self.all:
            one.stop()

    def close(self) -> None:
        """Let the processes end."""
        for one in self.all:
            one.close()


def _understood(answer: Sequence[Any]) -> Sequence[Any]:
    said, *rest = answer
    if said == frames.NO_FEED:
        raise NotAFeed(page=bool(rest[0]))
    if said == frames.FORGOTTEN:
        return ()
    if said != frames.DONE:
        raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, str(rest[0]))
    return rest


class DistantEntries:
    """The entries of a feed that the process keeps (`domain/watch_networks.py`: FeedEntries)."""

    def __init__(
        self,
        workshop: FeedWorkshop,
        feed: "_Feed",
        number: int,
        head: FeedHead,
        contents: Mapping[bytes, bytes],
        dates: Sequence[int | None],
    ) -> None:
        self._workshop = workshop
        self._feed = feed
        self._number = number
        self.head = head
        self.contents = contents
        self._dates = dates

    @property
    def dates(self) -> Collection[datetime | None]:
        """When they came out."""
        return [frames.moment_of(one) for one in self._dates]

    def arrivals(self, names: Iterable[bytes], source: int, seen_at: datetime) -> tuple[Arrival, ...]:
        """Make these ready to be stored.

        Raises:
            SourceUnread: the process does not answer.
        """
        wanted = list(names)
        if not wanted:
            return ()
        entries: FeedEntries = self
        for _ in range(_TRIES):
            if not isinstance(entries, DistantEntries):
                return entries.arrivals(wanted, source, seen_at)
            answer = entries._asked(wanted, source, seen_at)
            if answer is not None:
                return tuple(frames.unpacked(one, source, seen_at) for one in answer)
            # Another feed ended the process meanwhile, and it may do so again.
            body, url, kind = self._feed
            entries = self._workshop.entries(body, url=url, content_type=kind)
        raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "time")

    def _asked(self, names: list[bytes], source: int, seen_at: datetime) -> "list[frames.Packed] | None":
        """Return the items; None when the process knows nothing of the feed."""
        answer = self._workshop.ask(frames.ITEMS, self._number, names, source, frames.moment(seen_at))
        return cast("list[frames.Packed]", answer[0]) if answer else None


class _Feed(NamedTuple):
    """A feed as it came."""

    body: bytes
    url: str
    kind: str | None


class _Child:
    """The process. It answers in the order of the questions, of which several may wait.

    Args:
        blamed: the question that it was at when it ended.
        hung: whether it did not end by itself.
        stopped: whether it was ended on purpose.

    Raises:
        OSError: it cannot be started, or does not say hello.
    """

    def __init__(self, command: Sequence[str], patience: float) -> None:
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,  # nothing is left to be written when the process has ended
            creationflags=flags,
        )
        self.blamed: object = None
        self.hung = self.stopped = False
        self._begun = monotonic()
        self._writing = threading.Lock()
        self._waiting: deque[tuple[object, SimpleQueue[Any]]] = deque()
        hello: SimpleQueue[Any] = SimpleQueue()
        self._waiting.append((None, hello))
        threading.Thread(target=self._listen, name="feed-answers", daemon=True).start()
        if self._answer(hello, patience) != frames.HELLO:
            self.end()
            raise OSError

    def ask(self, question: Sequence[object], patience: float) -> Sequence[Any] | None:
        """Return the answer; None when the process ended, or does not answer in time."""
        answer: SimpleQueue[Any] = SimpleQueue()
        try:
            with self._writing:
                if not self._waiting:
                    self._begun = monotonic()
                self._waiting.append((question, answer))
                frames.write(cast("BinaryIO", self._process.stdin), question)
        except (OSError, ValueError):
            self.end()
            return None
        return self._answer(answer, patience)

    def end(self) -> None:
        """End it at once: it holds nothing of worth."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_ENDING_S)
        if self._process.stdin is not None:
            with suppress(OSError, ValueError):
                self._process.stdin.close()

    def _answer(self, answer: "SimpleQueue[Any]", patience: float) -> Any:
        """Wait; the patience is for one question, so whoever stands in line waits longer."""
        while (left := self._begun + patience - monotonic()) > 0:
            with suppress(Empty):
                return answer.get(timeout=left)
        self.hung = True
        self._blame()
        return None

    def _blame(self) -> None:
        if self.blamed is None and self._waiting:
            self.blamed = self._waiting[0][0]

    def _listen(self) -> None:
        pipe = BufferedReader(cast("FileIO", self._process.stdout))
        try:
            with pipe:
                while (answer := frames.read(pipe)) is not None:
                    self._begun = monotonic()
                    self._waiting.popleft()[1].put(answer)
        except (OSError, ValueError, EOFError, TypeError, IndexError):
            pass  # it ended in the middle of an answer
        self._blame()
        with self._writing:  # nobody asks it any more
            while self._waiting:
                self._waiting.popleft()[1].put(None)
