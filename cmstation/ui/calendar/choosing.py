"""Which items a person has chosen, one, several or a row of them. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cmstation.domain.calendar import ItemKey


@dataclass(frozen=True, slots=True)
class Choice:
    """Chosen items.

    Args:
        keys: in the order in which they were chosen.
        current: the one the person is on.
        anchor: where a row of items begins that Shift extends.
    """

    keys: tuple[ItemKey, ...] = ()
    current: ItemKey | None = None
    anchor: ItemKey | None = None

    def only(self, key: ItemKey) -> "Choice":
        """Choose one item instead of all others."""
        return Choice((key,), key, key)

    def toggled(self, key: ItemKey) -> "Choice":
        """Add an item, or take it away again."""
        if key in self.keys:
            return Choice(tuple(each for each in self.keys if each != key), key, key)
        return Choice((*self.keys, key), key, key)

    def extended(self, key: ItemKey, order: Sequence[ItemKey]) -> "Choice":
        """Choose every item from the anchor to this one."""
        if self.anchor not in order or key not in order:
            return self.only(key)
        start, end = sorted((order.index(self.anchor), order.index(key)))
        return Choice(tuple(order[start : end + 1]), key, self.anchor)

    def among(self, known: Collection[ItemKey]) -> "Choice":
        """Keep only what is still there."""
        keys = tuple(key for key in self.keys if key in known)
        current = self.current if self.current in known else (keys[0] if keys else None)
        return Choice(keys, current, self.anchor if self.anchor in known else current)


NONE = Choice()


def choice_of(keys: Sequence[ItemKey]) -> Choice:
    """Choose some items."""
    return Choice(tuple(keys), keys[0], keys[0]) if keys else NONE
