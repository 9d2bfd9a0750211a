"""Posts and days in words: what a chip has no room for, for the tooltip and for those who do not see it."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.months import DayPost, Tally
from cmstation.ui.dates import day_bounds, full_day_words
from cmstation.ui.kit.states import state_word

translate = QCoreApplication.translate
Lines = Mapping[int, EditorialLine]


def title_words(post: DayPost) -> str:
    """Return a post's title, its first words, or that it has none."""
    return post.row.title or post.row.first_words or translate("Calendar", "Untitled")


def post_words(post: DayPost, lines: Lines) -> str:
    """Say a post in one line: hour, title, state, networks, editorial line."""
    return ", ".join(part for part in (post.time, title_words(post), *_facts(post, lines)) if part)


def post_card(post: DayPost, lines: Lines) -> str:
    """Say a post on several lines, for a tooltip."""
    state, networks, line = _facts(post, lines)
    first = " · ".join(part for part in (post.time, state) if part)
    return "\n".join(part for part in (title_words(post), first, line, networks) if part)


def day_in_words(day: date, posts: tuple[DayPost, ...], lines: Lines, *, today: bool, note: str) -> str:
    """Say a whole day: its date, what is special about it, and each of its posts."""
    name = full_day_words(day)
    if today:
        name = translate("Calendar", "{day}, today").format(day=name)
    count = translate("Calendar", "%n post(s)", "", len(posts)) if posts else translate("Calendar", "no post")
    head = ", ".join(part for part in (name, note, count) if part)
    return "\n".join((head, *(post_words(post, lines) for post in posts)))


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
    """Say how many posts a month has, and how they stand."""
    parts = [translate("Calendar", "%n post(s)", "", found.posts)]
    if found.live:
        parts.append(translate("Calendar", "%n published", "", found.live))
    if found.scheduled:
        parts.append(translate("Calendar", "%n scheduled", "", found.scheduled))
    if found.to_check:
        parts.append(translate("Calendar", "%n to check", "", found.to_check))
    return " · ".join(parts)


def others_words(count: int) -> str:
    """Say how many posts of a day are not shown: "+ 2 others"."""
    return translate("Calendar", "+ %n other(s)", "", count)


def _facts(post: DayPost, lines: Lines) -> tuple[str, str, str]:
    networks = ", ".join(network.proper_name for network in post.row.networks)
    line = lines.get(post.row.theme) if post.row.theme is not None else None
    return state_word(post.row.state.value), networks, line.name if line else ""
