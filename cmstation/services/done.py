"""The outcome of a command: its value, what changed, and how to take it back."""

from collections.abc import Callable
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
