"""Waiting posts, counts and clocks in words."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from cmstation.domain.drafts import DraftRow
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.months import Tally
from cmstation.ui.dates import day_bounds
from cmstation.ui.kit.states import state_word

translate = QCoreApplication.translate


def waiting_title(row: DraftRow) -> str:
    """Return the title of a post without a date, its first words, or that it has none."""
    return row.title or row.first_words or translate("Calendar", "Untitled")


def waiting_words(row: DraftRow, look: PlanLook) -> str:
    """Say a post without a date in one line: title, state, networks, editorial line."""
    return ", ".join(part for part in (waiting_title(row), *_facts(row, look)) if part)


def waiting_card(row: DraftRow, look: PlanLook) -> str:
    """Say a post without a date on several lines, for a tooltip."""
    state, networks, line = _facts(row, look)
    return "\n".join(part for part in (waiting_title(row), state, line, networks) if part)


def clock_note(day: date, zone: str) -> str:
    """Say that the clocks change in a zone on a day, "" when they do not."""
    start, end = day_bounds(day, zone)
    length = end - start
    if length > timedelta(hours=24):
        return translate("Calendar", "Clocks go back")
    if length < timedelta(hours=24):
        return translate("Calendar", "Clocks go forward")
    return ""


def tally_words(found: Tally) -> str:
    """Say how many posts there are, how they stand, and how many events."""
    parts = [translate("Calendar", "%n post(s)", "", found.posts)]
    if found.live:
        parts.append(translate("Calendar", "%n published", "", found.live))
    if found.scheduled:
        parts.append(translate("Calendar", "%n scheduled", "", found.scheduled))
    if found.to_check:
        parts.append(translate("Calendar", "%n to check", "", found.to_check))
    if found.events:
        parts.append(translate("Calendar", "%n event(s)", "", found.events))
    return " · ".join(parts)


def others_words(count: int) -> str:
    """Say how many items of a day are not shown: "+ 2 others"."""
    return translate("Calendar", "+ %n other(s)", "", count)


def _facts(row: DraftRow, look: PlanLook) -> tuple[str, str, str]:
    networks = ", ".join(network.proper_name for network in row.networks)
    line = look.lines.get(row.theme) if row.theme is not None else None
    return state_word(row.state.value), networks, line.name if line else ""
