"""The lanes of the usual plan, and where its items are in them."""

from PySide6.QtCore import QRect, Qt

from cmstation.domain.calendar import ItemKey
from cmstation.ui.calendar.lanes.lanes_view import LanesView

Keys, Held = Qt.Key, Qt.KeyboardModifier
PINK, FLU, OPEN, REST = 0, 1, 3, 4


def key_of(identity: int, view: LanesView) -> ItemKey:
    return next(each for each in view.keys() if each.identity == identity)  # noqa: SIM118 (a view is no dict)


def chip_of(identity: int, view: LanesView, lane: int | None = None) -> QRect:
    """Return the part of a chip that covers its days, in the viewport."""
    key = key_of(identity, view)
    lane = view.scene.lane_of(key) if lane is None else lane
    assert lane is not None
    chip = view.scene.place_of(lane, key)
    assert chip is not None
    return view.scene.tile_rect(chip).translated(view.lane_rect(lane).topLeft())
