"""What went wrong with figures, in words."""

from typing import Final

from cmstation.ui.error_entry import ErrorEntry
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP

FIGURE_ERRORS: Final[dict[str, ErrorEntry]] = {
    "no_such_period": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This period cannot be read."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Write a month as 2026-10, a quarter as 2026-Q4, a year as 2026, or two days as "
            "2026-10-01_2026-10-31.",
        ),
    ),
    "figure_file_unreadable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Lines of this file cannot be read, so nothing of it was taken."),
        QT_TRANSLATE_NOOP("Wording", "Mend the lines that are named, then import the file again."),
    ),
    "figure_file_empty": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "There are no figures in this file."),
        QT_TRANSLATE_NOOP("Wording", "It needs a line of headings, such as date, account, followers."),
    ),
    "figure_file_unknown": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Figures are not read from this kind of file."),
        QT_TRANSLATE_NOOP("Wording", "Save it as CSV or as an Excel workbook, then import that."),
    ),
    "day_in_future": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This day has not come yet, so it has no figures."),
        QT_TRANSLATE_NOOP("Wording", "Choose today or an earlier day."),
    ),
    "figure_below_zero": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "A figure cannot be less than nothing."),
        QT_TRANSLATE_NOOP("Wording", "Type it again, or leave the field empty when it is not known."),
    ),
    "figure_too_great": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This figure is greater than any network has ever shown."),
        QT_TRANSLATE_NOOP("Wording", "Look whether a digit is too many."),
    ),
    "goal_without_target": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "A goal needs a figure to reach."),
        QT_TRANSLATE_NOOP("Wording", "Type a figure above nothing."),
    ),
    "note_empty": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "There is nothing in this note."),
        QT_TRANSLATE_NOOP("Wording", "Write what was said, then keep it."),
    ),
    "peer_unnamed": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This clinic has no name yet."),
        QT_TRANSLATE_NOOP("Wording", "Name it as you want to read it in the ranking."),
    ),
    "peer_known_already": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This account is in your list of other clinics already."),
        QT_TRANSLATE_NOOP("Wording", "Look for it in the list."),
    ),
}
