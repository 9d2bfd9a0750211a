"""Headlines that tell one story are put together, and those that only look alike are not.

`python -m tests.benchmarks.story_grouping` prints the figures and every pair that is wrong.
"""

import random

import pytest

from cmstation.domain.stories import Arrival, Grouper, StoryKey
from tests.domain.stories import labelled, stream
from tests.domain.stories.labelled import Labelled

ITEMS = labelled.read()
ARRIVALS = labelled.arrivals(ITEMS)
HELD_OUT = [item for item in ITEMS if item.held_out]


def grouped(arrivals: list[Arrival]) -> dict[int, StoryKey]:
    return Grouper().add_all(arrivals)


def one_by_one(arrivals: list[Arrival]) -> dict[int, StoryKey]:
    grouper = Grouper()
    return {arrival.item: grouper.add(arrival) for arrival in arrivals}


def test_the_labelled_set_is_large_and_hard_enough() -> None:
    assert len(ITEMS) >= 300
    assert len({item.story for item in ITEMS}) >= 150
    assert len(HELD_OUT) >= 150
    assert len(labelled.look_alikes(ITEMS)) >= 60
    assert len({(item.story, item.source, item.title, item.published) for item in ITEMS}) == len(ITEMS)


def test_stories_on_which_nothing_was_fitted_are_found() -> None:
    found = labelled.score(HELD_OUT, grouped(ARRIVALS))

    assert found.precision >= 0.97
    assert found.recall >= 0.90


def test_stories_of_the_whole_set_are_found() -> None:
    found = labelled.score(ITEMS, grouped(ARRIVALS))

    assert found.precision >= 0.98
    assert found.recall >= 0.93


def test_most_pairs_that_look_alike_are_kept_apart() -> None:
    keys = grouped(ARRIVALS)
    pairs = labelled.look_alikes(ITEMS)

    wrong = [pair for pair in pairs if keys[pair[0].item] == keys[pair[1].item]]

    assert len(wrong) <= 0.02 * len(pairs)


@pytest.mark.parametrize("seed", range(5))
def test_a_batch_has_the_same_stories_in_any_order(seed: int) -> None:
    shuffled = random.Random(seed).sample(ARRIVALS, len(ARRIVALS))

    assert labelled.groups(grouped(shuffled)) == labelled.groups(grouped(ARRIVALS))


@pytest.mark.parametrize("seed", range(5))
def test_items_that_come_one_by_one_in_a_wrong_order_are_grouped_nearly_as_well(seed: int) -> None:
    shuffled = random.Random(seed).sample(ARRIVALS, len(ARRIVALS))

    found = labelled.score(ITEMS, one_by_one(shuffled))

    assert found.precision >= 0.95
    assert found.recall >= 0.83


def test_items_that_come_in_batches_are_grouped_as_at_once() -> None:
    ordered = sorted(ARRIVALS, key=lambda arrival: arrival.at)
    grouper, keys = Grouper(), dict[int, StoryKey]()
    for start in range(0, len(ordered), 40):
        keys |= grouper.add_all(ordered[start : start + 40])

    assert labelled.groups(keys) == labelled.groups(grouped(ARRIVALS))


def test_thousands_of_towns_with_the_same_news_are_kept_apart() -> None:
    rows = stream.rows(4_000, seed=7)

    keys = grouped(stream.arrivals(rows))

    told = [Labelled(place + 1, str(row.story), "", "", "", "", row.at) for place, row in enumerate(rows)]
    by_key: dict[StoryKey, list[Labelled]] = {}
    for item in told:
        by_key.setdefault(keys[item.item], []).append(item)
    mixed = [found for found in by_key.values() if len({item.story for item in found}) > 1]
    assert len(mixed) <= 0.01 * len(by_key)
    assert len(by_key) <= 1.01 * len({row.story for row in rows})
