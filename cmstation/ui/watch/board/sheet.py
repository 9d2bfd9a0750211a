"""What the expert board shows: read from the service, and kept in step with what is typed."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from cmstation.services.watch_unsent import UnsentAnswer

if TYPE_CHECKING:
    from cmstation.services.watch_board import BoardRow, ExpertBoard


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the page shows.

    Args:
        unsent: answers that are half written, by request.
        names: of physicians, the one used last first.
    """

    waiting: "tuple[BoardRow, ...]" = ()
    answered: "tuple[BoardRow, ...]" = ()
    unsent: dict[int, UnsentAnswer] = field(default_factory=dict[int, UnsentAnswer])
    names: tuple[str, ...] = ()

    @property
    def rows(self) -> "tuple[BoardRow, ...]":
        """Return the requests in their order."""
        return (*self.waiting, *self.answered)

    def place_of(self, opinion: int) -> int | None:
        """Return the place of a request among those that wait, None when it does not."""
        places = (place for place, row in enumerate(self.waiting) if row.opinion.id == opinion)
        return next(places, None)

    def came_back(self, gone: tuple[int, datetime] | None) -> int | None:
        """Return the request that waits again about an item, asked at a moment."""
        found = (row.opinion.id for row in self.waiting if (row.item.id, row.opinion.asked_at) == gone)
        return next(found, None)

    def reworded(self, opinion: int, question: str, physician: str) -> "Sheet":
        """Return the same with other words of a request."""
        waiting = tuple(
            replace(row, opinion=replace(row.opinion, question=question, physician=physician))
            if row.opinion.id == opinion
            else row
            for row in self.waiting
        )
        return replace(self, waiting=waiting)

    def with_unsent(self, opinion: int, answer: UnsentAnswer | None) -> "Sheet":
        """Return the same with an answer as far as it is written, None for none."""
        unsent = {one: half for one, half in self.unsent.items() if one != opinion}
        if answer is not None:
            unsent[opinion] = answer
        return replace(self, unsent=unsent)


def sheet_of(board: "ExpertBoard", since: datetime) -> Sheet:
    """Read what is to be shown.

    Args:
        since: earlier answers are left out.
    """
    return Sheet(board.waiting(), board.answered(since), board.unsent(), board.physicians())
