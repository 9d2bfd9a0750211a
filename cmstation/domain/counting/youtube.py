"""Count the title and the description of a video as YouTube does."""

import re

from cmstation.domain.counting.graphemes import without_surrogates

TITLE_LIMIT = 100
DESCRIPTION_BYTE_LIMIT = 5000
FORBIDDEN = re.compile("[<>]")


def title_length(title: str) -> int:
    """Count the characters of a title."""
    return len(title)


def description_length(description: str) -> int:
    """Count the bytes of a description."""
    return len(without_surrogates(description).encode())
