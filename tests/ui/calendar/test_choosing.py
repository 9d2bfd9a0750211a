"""Choosing items, one, several, or a row of them."""

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.ui.calendar.choosing import NONE, choice_of

KEYS = tuple(ItemKey(ItemKind.POST, number) for number in range(6))
keys = st.sampled_from(KEYS)


def test_one_item_alone_replaces_the_others() -> None:
    assert choice_of(KEYS[:3]).only(KEYS[4]).keys == (KEYS[4],)


@given(st.lists(keys, unique=True), keys)
def test_adding_twice_is_adding_nothing(chosen: list[ItemKey], key: ItemKey) -> None:
    before = choice_of(chosen)

    assert set(before.toggled(key).toggled(key).keys) == set(before.keys)


@given(keys, keys)
def test_a_row_reaches_from_its_anchor_in_both_directions(anchor: ItemKey, key: ItemKey) -> None:
    chosen = NONE.only(anchor).extended(key, KEYS)

    low, high = sorted((KEYS.index(anchor), KEYS.index(key)))
    assert chosen.keys == KEYS[low : high + 1]
    assert chosen.current == key
    assert chosen.extended(anchor, KEYS).keys == (anchor,)


def test_a_row_without_an_anchor_is_one_item() -> None:
    assert NONE.extended(KEYS[2], KEYS).keys == (KEYS[2],)


def test_what_is_gone_is_no_longer_chosen() -> None:
    left = choice_of(KEYS[:3]).among(KEYS[1:])

    assert left.keys == KEYS[1:3]
    assert left.current == KEYS[1]
    assert choice_of(KEYS[:1]).among(()) == NONE
