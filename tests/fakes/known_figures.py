"""What figures come to, added up one by one: beside what the database reckons, and in its place."""

from collections.abc import Collection

from cmstation.domain.comparisons import Known
from cmstation.domain.metrics import Figure


def known_of(figures: Collection[Figure]) -> Known:
    """Add up figures of one account and one metric; one or more."""
    return Known(
        len(figures),
        sum(one.value for one in figures),
        frozenset(one.definition for one in figures),
        frozenset(one.origin for one in figures),
        max(one.taken_at for one in figures),
        any(one.rounded for one in figures),
    )
