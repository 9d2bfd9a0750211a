"""Several commands as one: all or none of them, or each that can be; undone together. No widget."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cmstation.domain.calendar import ItemKey, Moved
from cmstation.domain.changes import Changes
from cmstation.domain.errors import StationError
from cmstation.services.done import Done
from cmstation.services.taking_back import StepBack, all_back


def all_of(steps: Sequence[Callable[[], Done[Any]]]) -> Done[Any]:
    """Do one thing after the other, all or none; the value is that of the last one.

    Raises:
        StationError: one could not be done; those before it were taken back.
    """
    done: list[Done[Any]] = []
    try:
        for step in steps:
            done.append(step())
    except Exception:
        _back(done)
        raise
    changes = Changes()
    for one in done:
        changes |= one.changes
    can_undo = any(one.undo is not None for one in done)
    return Done(done[-1].value if done else None, changes, (lambda: _back(done)) if can_undo else None)


def each_of(deeds: Mapping[ItemKey, Callable[[], Done[Any]]]) -> Done[Moved]:
    """Do the same to several items; those that refuse stay as they are and are named.

    Raises:
        StationError: only one item was meant, and it refuses.
    """
    steps: list[StepBack] = []
    refused: dict[ItemKey, Exception] = {}
    changes = Changes()
    for key, deed in deeds.items():
        try:
            done = deed()
        except StationError as problem:
            if len(deeds) == 1:
                raise
            refused[key] = problem
            told = problem.facts.get("changes")
            changes |= told if isinstance(told, Changes) else Changes()
            continue
        changes |= done.changes
        if done.undo is not None:
            steps.append(StepBack(key, done.undo))
    moved = tuple(key for key in deeds if key not in refused)
    return Done(Moved(moved, refused), changes, (lambda: all_back(steps)) if steps else None)


def _back(done: Sequence[Done[Any]]) -> Changes:
    changes = Changes()
    for one in reversed(done):
        if one.undo is not None:
            changes |= one.undo()
    return changes
