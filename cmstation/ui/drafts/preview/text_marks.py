"""Find links, tags and mentions in a text, for their colour alone: networks count by their own rules."""

import re
from dataclasses import dataclass

_MARKS = re.compile(
    r"https?://[^\s<>]+[^\s<>.,;:!?)\]»]|(?<![\w&/])[#＃][\w·]*[^\W\d_][\w·]*|(?<![\w/])@[\w.-]*\w(?:@[\w.-]*\w)?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of a text, in code points."""

    start: int
    end: int


def marks(text: str) -> tuple[Mark, ...]:
    """Return the links, tags and mentions of a text, in order."""
    return tuple(Mark(*found.span()) for found in _MARKS.finditer(text))
