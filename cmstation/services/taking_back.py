"""Take several steps back as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from cmstation.domain.calendar import ItemKey
from cmstation.domain.calendar_errors import UndoneInPart
from cmstation.domain.changes import Changes
from cmstation.domain.errors import StationError


@dataclass(frozen=True, slots=True)
class StepBack:
    """How one step of a command is taken back.

    Args:
        key: of the item that would stay as it is if that fails.
    """

    key: ItemKey
    undo: Callable[[], Changes]


def all_back(steps: Sequence[StepBack]) -> Changes:
    """Take steps back, the last one first; one that cannot be taken back does not keep the others.

    Raises:
        UndoneInPart: some could not be put back.
    """
    changes, refused = Changes(), list[ItemKey]()
    cause: StationError | None = None
    for step in reversed(steps):
        try:
            changes |= step.undo()
        except UndoneInPart as error:
            changes |= cast("Changes", error.facts["changes"])
            refused += cast("tuple[ItemKey, ...]", error.facts["refused"])
            cause = error
        except StationError as error:
            refused.append(step.key)
            cause = error
    if refused:
        raise UndoneInPart(refused=tuple(refused), changes=changes) from cause
    return changes
