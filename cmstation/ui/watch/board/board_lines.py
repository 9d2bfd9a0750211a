"""Write the rows of the expert board out of what is stored."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.ui.watch.board.board_model import Heading, Line, Nothing, Request
from cmstation.ui.watch.board.board_words import (
    LONG_DAYS,
    days_waited,
    physician_words,
    verdict_mark,
    verdict_words,
    waited_words,
)

if TYPE_CHECKING:
    from cmstation.services.watch_board import BoardRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Words:
    """How moments are said.

    Args:
        when: says a moment in few words.
    """

    now: datetime
    zone: str
    when: Callable[[datetime], str]


def lines_of(
    waiting: "Sequence[BoardRow]", answered: "Sequence[BoardRow]", begun: Collection[int], words: Words
) -> list[Line]:
    """Return the rows: what waits, then what was answered.

    Args:
        begun: requests whose answer is half written.
    """
    lines: list[Line] = [Heading(translate("Board", "Waiting"), len(waiting))]
    lines += [_waiting(row, begun, words) for row in waiting]
    if not waiting:
        lines.append(Nothing(translate("Board", "No request waits. In the watch, M asks for an opinion.")))
    lines.append(Heading(translate("Board", "Answered in the last 90 days"), len(answered)))
    lines += [_answered(row, begun, words) for row in answered]
    if not answered:
        lines.append(Nothing(translate("Board", "Answers that you write down stay here, with their date.")))
    return lines


def _waiting(row: "BoardRow", begun: Collection[int], words: Words) -> Request:
    opinion = row.opinion
    long = days_waited(opinion.asked_at, words.now, words.zone) >= LONG_DAYS
    meta = translate("Board", "Waits {since}").format(
        since=waited_words(opinion.asked_at, words.now, words.zone)
    )
    return Request(
        row,
        meta,
        "warning" if long else "hourglass",
        "warning" if long else "plum",
        physician_words(opinion.physician),
        opinion.id in begun,
    )


def _answered(row: "BoardRow", begun: Collection[int], words: Words) -> Request:
    opinion = row.opinion
    mark = verdict_mark(opinion.favourable)
    when = words.when(opinion.answered_at) if opinion.answered_at is not None else ""
    name = " · ".join(filter(None, (opinion.physician, when)))
    return Request(row, verdict_words(opinion.favourable), mark.icon, mark.tone, name, opinion.id in begun)
