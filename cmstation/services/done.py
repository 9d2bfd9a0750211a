"""The outcome of a command: its value, what changed, and how to take it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cmstation.domain.changes import Changes

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Done(Generic[Value]):
    """What a command did.

    Args:
        undo: takes the command back and names what changed, or None when there is nothing to undo.
    """

    value: Value
    changes: Changes
    undo: Callable[[], Changes] | None = None


def together(value: Value, dones: Sequence[Done[object]]) -> Done[Value]:
    """Return what commands did as one; it is taken back from the last to the first."""
    changes = Changes()
    for done in dones:
        changes |= done.changes
    undos = [done.undo for done in reversed(dones) if done.undo is not None]

    def undo() -> Changes:
        back = Changes()
        for one in undos:
            back |= one()
        return back

    return Done(value, changes, undo if undos else None)
