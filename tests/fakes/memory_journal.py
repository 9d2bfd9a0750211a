"""A delivery's journal in memory, which can lose the power at a chosen moment."""

from datetime import timedelta


class PowerCut(Exception):
    """The computer went off at this very moment."""


class MemoryJournal:
    """Keep notes and calls; raise PowerCut once, at the event with this number (from 0).

    An event is a note or a call's report. What is cut off is not kept, as on a real computer.
    """

    def __init__(self, interrupt_at: int | None = None) -> None:
        self.interrupt_at = interrupt_at
        self.events = 0
        self.notes: dict[str, str] = {}
        self.calls: list[tuple[str, str, int | None, str]] = []

    def get(self, name: str) -> str | None:
        """Return what was noted."""
        return self.notes.get(name)

    def note(self, name: str, value: str) -> None:
        """Keep a note, unless the power goes off first."""
        self._event()
        self.notes[name] = value

    def called(self, step: str, target: str, status: int | None, took: timedelta, outcome: str) -> None:
        """Keep a call, unless the power goes off first."""
        assert took >= timedelta()
        self._event()
        self.calls.append((step, target, status, outcome))

    def _event(self) -> None:
        number = self.events
        self.events += 1
        if number == self.interrupt_at:
            raise PowerCut
