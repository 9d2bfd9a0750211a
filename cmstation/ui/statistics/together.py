"""Joins commands into one: what they changed together, and one way back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cmstation.domain.changes import Changes

if TYPE_CHECKING:
    from cmstation.services.done import Done


def together(dones: "Sequence[Done[object]]") -> "Done[int]":
    """Return what commands did as one, taken back from the last to the first; the value is their number."""
    from cmstation.services.done import Done  # noqa: PLC0415 - services come after the first paint

    changes = Changes()
    for done in dones:
        changes |= done.changes
    undos = [done.undo for done in reversed(dones) if done.undo is not None]

    def undo() -> Changes:
        back = Changes()
        for one in undos:
            back |= one()
        return back

    return Done(len(dones), changes, undo if undos else None)
