"""An article of the paper press as a person wrote it down. Plain values, without Qt."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PaperWish:
    """An article to keep.

    Args:
        medium: the newspaper or review, with its page.
        day: on which it came out, None when it is not known.
        summary: the officer's own words.
        media: the scanned picture, a file or what was pasted.
    """

    title: str
    medium: str = ""
    day: date | None = None
    text: str = ""
    link: str = ""
    summary: str = ""
    media: Path | bytes | None = field(default=None, repr=False)
