"""What is said of one expected error."""

from dataclasses import dataclass
from enum import Enum, auto


class Live(Enum):
    """Whether an error can have left something public."""

    SILENT = auto()  # it has nothing to do with publishing
    NOTHING = auto()
    MAYBE = auto()


@dataclass(frozen=True, slots=True)
class ErrorEntry:
    """English sentences; `ui/wording.py` translates them and fills in the facts.

    Args:
        grave: stays on screen until it is closed.
    """

    what: str
    next: str
    why: str = ""
    live: Live = Live.SILENT
    grave: bool = False
