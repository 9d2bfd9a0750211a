"""What an import of the plan would do, before anything is stored."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import EventTime
from cmstation.domain.plan_faults import FaultyCell

if TYPE_CHECKING:
    from cmstation.storage.plan_import import Batch


class Refusal(StrEnum):
    """Why a row cannot be taken."""

    PUBLISHED = "published"  # something of it has left, or its network keeps it: it is never changed
    GONE = "gone"
    IN_BIN = "in_bin"
    KIND = "kind"  # a post cannot become an event, nor the other way round
    STATE = "state"  # a file can say how far the writing is, not what the outbox does
    IN_OUTBOX = "in_outbox"  # its deliveries have several hours, or one is on its way
    HOUR_PASSED = "hour_passed"  # it waits in the outbox and would leave at once
    ACCOUNT_IN_OUTBOX = "account_in_outbox"
    SERIES = "series"  # the series cannot be moved as a whole
    OLDER = "older"  # it was changed here since the file was written


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """What would become of one row.

    Args:
        line: in the file; 0 when it has none (calendar files).
        what: the kind of an event, None for a post.
        changed: names of the fields (`plan_entries.FIELDS`, "own") that would change.
        refusal: why it cannot be taken.
    """

    line: int
    title: str
    what: EventKind | None
    start: EventTime | None
    identity: str = ""
    changed: tuple[str, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do; nothing was stored.

    Args:
        letters: how the bytes of a CSV were understood ("cp1252" is a guess), "" for other files.
        same: how many say nothing new.
        passed_over: columns that mean nothing to us.
        faults: what is wrong with the file; then nothing of it can be taken.
        more_faults: there are others beyond those.
        batch: what storing it does, None when there is nothing to store.
    """

    file: Path
    letters: str = ""
    added: tuple[PreviewLine, ...] = ()
    changed: tuple[PreviewLine, ...] = ()
    refused: tuple[PreviewLine, ...] = ()
    same: int = 0
    passed_over: tuple[str, ...] = ()
    faults: tuple[FaultyCell, ...] = ()
    more_faults: bool = False
    batch: "Batch | None" = field(default=None, repr=False)
