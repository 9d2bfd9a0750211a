"""Tells "this computer is offline" from "these servers do not answer", so that it is said once. Pure."""

from typing import Generic, TypeVar

Failure = TypeVar("Failure")

# So many different servers in a row without a single answer: it is our line.
MANY = 12
# At the end, when nobody has answered at all.
SOME = 3


class LineJudge(Generic[Failure]):
    """Keeps failures that may be our own until it is known whose they are."""

    def __init__(self) -> None:
        self._kept: list[Failure] = []
        self._hosts: set[str] = set()
        self._answered = False

    @property
    def offline(self) -> bool:
        """Whether it is our line."""
        return len(self._hosts) >= MANY

    def answered(self) -> list[Failure]:
        """Note that some server answered; return the failures that were real, then."""
        self._answered = True
        return self._give()

    def failed(self, host: str, failure: Failure) -> None:
        """Keep a failure for the time being."""
        self._hosts.add(host)
        self._kept.append(failure)

    def ended(self) -> list[Failure] | None:
        """Return the failures that count at the end; None when this computer is offline."""
        if self.offline or (not self._answered and len(self._hosts) >= SOME):
            return None
        return self._give()

    def _give(self) -> list[Failure]:
        given, self._kept = self._kept, []
        self._hosts.clear()
        return given
