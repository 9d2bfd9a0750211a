"""Joins commands into one: what they changed together, and one way back."""

from collections.abc import Sequence
from typing import TypeVar

from cmstation.domain.changes import Changes
from cmstation.services.done import Done

Value = TypeVar("Value")


def together(value: Value, dones: "Sequence[Done[object]]") -> Done[Value]:
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
