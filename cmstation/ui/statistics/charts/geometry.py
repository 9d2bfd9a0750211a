"""Scales as charts of figures want them: from zero where that is honest, labels that always find a place."""

from collections.abc import Sequence

from cmstation.domain.chart_scales import stacked, value_ticks

_ZERO_FROM = 0.45  # a lowest value under this part of the highest lets the axis begin at zero
_FEWEST = 3


def axis_values(low: float, high: float, most: int, *, whole: bool) -> tuple[float, ...]:
    """Return the ticks of an upright axis, which enclose all values.

    Args:
        most: how many there is room for.
        whole: no fractions of 1.
    """
    if 0 <= low <= high * _ZERO_FROM:
        low = 0.0
    return value_ticks(low, high, max(_FEWEST, most), whole=whole).values


def name_places(wanted: Sequence[float], height: float, low: float, high: float) -> tuple[float, ...]:
    """Return the middles of names that do not cover each other; where room is short they share it evenly."""
    found = stacked(wanted, height, low, high)
    if found is not None:
        return found
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    apart = max(0.0, high - low - height) / max(1, len(wanted) - 1)
    places = [0.0] * len(wanted)
    for rank, place in enumerate(order):
        places[place] = low + height / 2 + rank * apart
    return tuple(places)
