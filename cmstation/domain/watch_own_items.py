"""What can go wrong with items that a person added by hand."""

from cmstation.domain.errors import StationError


class WorkedOnMeanwhile(StationError):
    """An item is not taken back: it was marked, decided, asked about or reviewed since (facts: item)."""
