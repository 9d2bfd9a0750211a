"""Keep answers until something changes, a few at a time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

Answer = TypeVar("Answer")


class KeptAnswers:
    """The answers given last; safe to use from several threads.

    Args:
        most: the one that was asked for longest ago makes room.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._time = 0

    def get(self, key: tuple[Hashable, ...], make: Callable[[], Answer]) -> Answer:
        """Return the answer that is kept, else a new one.

        Args:
            key: what is asked, begun with a word of the caller's that stands for one type of answer.
        """
        with self._lock:
            time = self._time
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("Answer", self._kept[key])
        made = make()
        with self._lock:
            # What changed while it was made may not be in it.
            if time == self._time:
                self._kept[key] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made

    def forget(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._time += 1
            self._kept.clear()
