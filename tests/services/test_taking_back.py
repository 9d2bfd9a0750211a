"""Several steps come back as one, the last one first, and what cannot is named."""

import pytest

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_errors import UndoneInPart
from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.errors import NotFound
from cmstation.services.taking_back import StepBack, all_back


def key(number: int) -> ItemKey:
    return ItemKey(ItemKind.POST, number)


def step(number: int, told: list[int]) -> StepBack:
    def undo() -> Changes:
        told.append(number)
        return of_posts(number)

    return StepBack(key(number), undo)


def stuck(number: int) -> StepBack:
    def undo() -> Changes:
        raise NotFound(subject="post", identity=number)

    return StepBack(key(number), undo)


def test_the_last_step_comes_back_first() -> None:
    told: list[int] = []

    changes = all_back([step(1, told), step(2, told)])

    assert told == [2, 1]
    assert changes == of_posts(1, 2)


def test_one_that_is_stuck_does_not_keep_the_others_and_is_named() -> None:
    told: list[int] = []

    with pytest.raises(UndoneInPart) as met:
        all_back([step(1, told), stuck(2), step(3, told)])

    assert told == [3, 1]
    assert met.value.facts == {"refused": (key(2),), "changes": of_posts(1, 3)}
    assert isinstance(met.value.__cause__, NotFound)


def test_what_a_step_could_put_back_itself_is_not_forgotten() -> None:
    inner = [step(4, []), stuck(5)]

    with pytest.raises(UndoneInPart) as met:
        all_back([step(1, []), StepBack(key(9), lambda: all_back(inner))])

    assert met.value.facts == {"refused": (key(5),), "changes": of_posts(1, 4)}
