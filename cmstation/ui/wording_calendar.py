"""The sentences of the calendar's expected errors; see `ui/wording_errors.py`."""

from typing import Final

from cmstation.ui.error_entry import ErrorEntry
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP

CALENDAR_ERRORS: Final[dict[str, ErrorEntry]] = {
    # --- files ---
    "calendar_unreadable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This calendar file cannot be read, and nothing of it was taken."),
        QT_TRANSLATE_NOOP("Wording", "Export it once more from the program it comes from, then try again."),
    ),
    "too_many_occurrences": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "An event of this calendar repeats too often to be shown."),
        QT_TRANSLATE_NOOP("Wording", "Look at a shorter time, or change its rule where it was made."),
    ),
    "health_days_unreadable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This file of health days cannot be used, and nothing of it was taken."),
        QT_TRANSLATE_NOOP("Wording", "Mend the lines that are named, then choose the file again."),
    ),
    "health_day_refused": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This health day cannot be kept as it is."),
        QT_TRANSLATE_NOOP("Wording", "Give it a name and dates that fall in its year, then try again."),
    ),
    "school_holidays_unreadable": ErrorEntry(
        QT_TRANSLATE_NOOP(
            "Wording", "This file of school holidays cannot be used, and nothing of it was taken."
        ),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Mend the lines that are named, then choose the file again. The present holidays "
            "stay until then.",
        ),
    ),
    "hour_has_passed": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This hour has passed: nothing was moved."),
        QT_TRANSLATE_NOOP("Wording", "Choose an hour that lies ahead."),
    ),
    "hour_too_near": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network needs more time before this hour: nothing was moved."),
        QT_TRANSLATE_NOOP(
            "Wording", "Choose an hour further ahead, or take the post back and publish it now."
        ),
    ),
    "leaving_now": ErrorEntry(
        QT_TRANSLATE_NOOP(
            "Wording", "The network is publishing this post now, or will in a moment: nothing was moved."
        ),
        QT_TRANSLATE_NOOP("Wording", "Look again in a minute to see whether it is live."),
    ),
    "no_longer_waiting": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network no longer keeps this post for later: nothing was moved."),
        QT_TRANSLATE_NOOP(
            "Wording", "Look at the account; the calendar shows what was found at the next look."
        ),
    ),
    "cannot_move_there": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This network does not let a waiting post be moved."),
        QT_TRANSLATE_NOOP("Wording", "Take it back here, then plan it for another hour."),
    ),
    "moved_in_part": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Some accounts have another hour now, and others kept theirs."),
        QT_TRANSLATE_NOOP("Wording", "The calendar shows both; move the others again."),
    ),
    "undone_in_part": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Not everything could be put back."),
        QT_TRANSLATE_NOOP("Wording", "The calendar shows what stands where now."),
    ),
    "planned_elsewhere": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This was planned on the network itself."),
        QT_TRANSLATE_NOOP("Wording", "Here it can be moved; change or remove it on the network."),
    ),
    "event_known": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This event is in the calendar already."),
        QT_TRANSLATE_NOOP(
            "Wording", "Open the one that is there, or import the file, which brings it up to date."
        ),
    ),
    "end_before_start": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "An event cannot end before it begins: nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Choose a later end."),
    ),
    "rule_keeps_its_days": ErrorEntry(
        QT_TRANSLATE_NOOP(
            "Wording", "The rule of this series names its own days, which cannot be moved all together."
        ),
        QT_TRANSLATE_NOOP("Wording", "Move one occurrence, or write the rule anew."),
    ),
    "already_in_sequence": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This post belongs to a sequence already."),
        QT_TRANSLATE_NOOP("Wording", "Take it out of its sequence first."),
    ),
    "no_free_slot": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "No weekly slot is free in the coming year."),
        QT_TRANSLATE_NOOP(
            "Wording", "Add slots under “Slots, shares and warnings”, or choose an hour by hand."
        ),
    ),
    "plan_unreadable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This file cannot be taken, and nothing of it was."),
        QT_TRANSLATE_NOOP("Wording", "Mend the lines that are named, then choose the file again."),
    ),
    "cell_too_long": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "A text is too long for a cell of a spreadsheet: nothing was written."),
        QT_TRANSLATE_NOOP("Wording", "Export as CSV or as a calendar instead."),
    ),
    "import_refused": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Some lines of this file cannot be taken, and nothing of it was."),
        QT_TRANSLATE_NOOP("Wording", "Mend the lines that are named, then choose the file again."),
    ),
    "taken_back_in_part": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Some networks gave the post back, and others still keep it."),
        QT_TRANSLATE_NOOP(
            "Wording", "The calendar shows what is left; take it off once more when the line is back."
        ),
    ),
    "kind_of_file_unknown": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The calendar does not know this kind of file."),
        QT_TRANSLATE_NOOP("Wording", "Choose a file that ends in .ics, .csv or .xlsx."),
    ),
    "file_unreadable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The computer does not let this file be read."),
        QT_TRANSLATE_NOOP(
            "Wording", "Close it in other programs, or copy it to a folder of yours, then try again."
        ),
    ),
    "file_held_open": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Another program holds this file open: it was not written."),
        QT_TRANSLATE_NOOP("Wording", "Close it there, in Excel for instance, then try again."),
    ),
}
