"""The sentences of the watch's expected errors; see `ui/wording_errors.py`."""

from typing import Final

from cmstation.ui.error_entry import ErrorEntry
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP

WATCH_ERRORS: Final[dict[str, ErrorEntry]] = {
    "source_unread": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This address could not be read."),
        QT_TRANSLATE_NOOP("Wording", "Open it in your browser to see whether it is right, then try again."),
    ),
    "not_afeed": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "There is no feed at this address."),
        QT_TRANSLATE_NOOP("Wording", "Give the address of the site: its feed is looked for."),
    ),
    "not_opml": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This file is no list of sources that can be read; nothing was taken."),
        QT_TRANSLATE_NOOP("Wording", "Export it once more from the other reader, as OPML."),
    ),
    "rule_unreadable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The rule of a watch list cannot be read."),
        QT_TRANSLATE_NOOP("Wording", "Open the list and write its rule again."),
    ),
    "worked_on_meanwhile": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This article was worked on meanwhile, so it stays."),
        QT_TRANSLATE_NOOP("Wording", "Dismiss it if you no longer want to see it."),
    ),
    "outdated_fingerprint": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Stories were grouped by an older version of the program."),
        QT_TRANSLATE_NOOP("Wording", "They are grouped again by themselves as new items come."),
    ),
}
