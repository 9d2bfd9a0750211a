"""Spans of days that a chart shows: closer, further, aside; never less than a week, never beyond all."""

Span = tuple[float, float]

_LEAST = 6.0  # days between the first and the last


def narrowed(shown: Span, whole: Span, factor: float, around: float) -> Span:
    """Return a span shorter by a factor, in which a day keeps its place."""
    first, last = shown
    around = min(last, max(first, around))
    wanted = (around - (around - first) / factor, around + (last - around) / factor)
    return widened_to_least(wanted, whole)


def shifted(shown: Span, whole: Span, days: float) -> Span:
    """Return the span some days later, or earlier."""
    days = min(whole[1] - shown[1], max(whole[0] - shown[0], days))
    return shown[0] + days, shown[1] + days


def widened_to_least(wanted: Span, whole: Span) -> Span:
    """Return the span inside all days, and not shorter than a week."""
    length = min(max(wanted[1] - wanted[0], _LEAST), whole[1] - whole[0])
    middle = (wanted[0] + wanted[1]) / 2
    first = min(max(middle - length / 2, whole[0]), whole[1] - length)
    found = (first, first + length)
    near = abs(found[0] - whole[0]) < 1e-6 and abs(found[1] - whole[1]) < 1e-6
    return whole if near else found
