"""What the program tells the person: one notice at a time in a bar, all of them in a history."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from cmstation.domain.clock import Clock

MOST_KEPT = 200


class NoticeKind(StrEnum):
    """How grave a notice is; also the name of its colour."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """A button of a notice.

    Args:
        label: a verb, already translated.
        call: what it does; the notice is closed first.
    """

    label: str
    call: Callable[[], object] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell, already in the person's language.

    Args:
        text: what happened, in one sentence.
        detail: why, whether it is live, what to do next.
        sticky: stays until the person closes it or takes an action.
        key: a later notice of the same key takes its place; "" never replaces.
    """

    text: str
    kind: NoticeKind = NoticeKind.INFO
    detail: str = ""
    actions: tuple[NoticeAction, ...] = ()
    sticky: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class KeptNotice:
    """A notice in the history.

    Args:
        at: aware UTC; when it was told last.
    """

    at: datetime
    notice: Notice


class Notices(QObject):
    """Hold what is shown now and what was shown before.

    Signals:
        changed: the notice to show is another one, or the history grew.
    """

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._open: list[Notice] = []
        self._history: list[KeptNotice] = []

    @property
    def current(self) -> Notice | None:
        """The notice to show: the newest that is open."""
        return self._open[-1] if self._open else None

    @property
    def open(self) -> tuple[Notice, ...]:
        """What is open, oldest first."""
        return tuple(self._open)

    @property
    def history(self) -> tuple[KeptNotice, ...]:
        """All that was told, newest first."""
        return tuple(reversed(self._history))

    def show(self, notice: Notice) -> None:
        """Tell something; a passing notice gives way, a sticky one waits underneath."""
        self._open = [
            other for other in self._open if other.sticky and not _same(other, notice) and other != notice
        ]
        self._open.append(notice)
        if self._history and self._history[-1].notice == notice:
            self._history.pop()
        self._history.append(KeptNotice(self._clock.now(), notice))
        del self._history[:-MOST_KEPT]
        self.changed.emit()

    def close(self, notice: Notice) -> None:
        """Take a notice off the bar; the history keeps it."""
        if notice in self._open:
            self._open.remove(notice)
            self.changed.emit()

    def withdraw(self, key: str) -> None:
        """Close every notice of a key: what it said no longer holds."""
        left = [notice for notice in self._open if notice.key != key]
        if len(left) != len(self._open):
            self._open = left
            self.changed.emit()


def _same(one: Notice, other: Notice) -> bool:
    return bool(one.key) and one.key == other.key
