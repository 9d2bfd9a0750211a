"""Makes the lines of the palette from actions, posts and media."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from cmstation.ui.dates import when_words
from cmstation.ui.menus import Listed, plain
from cmstation.ui.palette_model import Entry, Fit, fit_of

if TYPE_CHECKING:
    from cmstation.domain.drafts import DraftRow
    from cmstation.domain.media import MediaItem

translate = QCoreApplication.translate
MOST_OF_A_KIND = 8


def action_entries(
    actions: Sequence[Listed], typed: str, run: Callable[[Callable[[], object]], None]
) -> list[Entry]:
    """Return the actions that can be done now and fit what was typed, best first."""
    ranked: list[tuple[Fit, int, Entry]] = []
    for place, listed in enumerate(actions):
        action = listed.action
        fit = _fit(listed, typed)
        if fit is Fit.NOT or not action.isEnabled() or not action.isVisible():
            continue
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = plain(action.text())
        entry = Entry(words, listed.icon, keys or listed.menu, act=lambda chosen=action: run(chosen.trigger))
        ranked.append((fit, place, entry))
    ranked.sort(key=lambda found: found[:2])
    most = MOST_OF_A_KIND if typed else len(ranked)
    return [entry for _fit, _place, entry in ranked[:most]]


def post_entries(
    rows: Sequence["DraftRow"], zone: str, now: datetime, choose: Callable[[int], None]
) -> list[Entry]:
    """Return a line for each post, with its state and its time."""
    untitled = translate("Palette", "Post without a title")
    return [
        Entry(
            row.title or row.first_words or untitled,
            "document",
            f" · {when_words(row.when, row.zone or zone, now)}" if row.when else "",
            row.state.value,
            act=lambda post=row.id: choose(post),
        )
        for row in rows
    ]


def media_entries(items: Sequence["MediaItem"], choose: Callable[[int], None]) -> list[Entry]:
    """Return a line for each picture, with the beginning of its description."""
    return [
        Entry(
            item.file_name, "image", " ".join(item.alt_text.split()), act=lambda media=item.id: choose(media)
        )
        for item in items
    ]


def _fit(listed: Listed, typed: str) -> Fit:
    own = fit_of(plain(listed.action.text()), typed)
    if own is Fit.NOT and typed and fit_of(listed.menu, typed) is Fit.BEGINS:
        return Fit.CONTAINS
    return own
