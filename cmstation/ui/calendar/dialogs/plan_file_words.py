"""What an import of the plan says: faults of the file, rows that are refused, fields that change."""

from PySide6.QtCore import QCoreApplication

from cmstation.domain.ics_errors import CalendarProblem
from cmstation.domain.plan_entries import OWN
from cmstation.domain.plan_faults import FaultyCell, PlanFault
from cmstation.services.plan_preview import PreviewLine, Refusal
from cmstation.ui.calendar.item_words import event_word

translate = QCoreApplication.translate


def fault_line(fault: FaultyCell) -> str:
    """Say where a fault is, and what it is."""
    words = fault_words(fault)
    if not fault.line:
        return translate("PlanFiles", "The file: {fault}").format(fault=words)
    if not fault.column:
        return translate("PlanFiles", "Line {line}: {fault}").format(line=fault.line, fault=words)
    told = translate("PlanFiles", "Line {line}, column “{column}”: {fault}")
    return told.format(line=fault.line, column=fault.column, fault=words)


def refusal_line(line: PreviewLine) -> str:
    """Say which row is refused, and why."""
    words = refusal_words(line.refusal) if line.refusal is not None else ""
    if not line.line:
        return translate("PlanFiles", "“{title}”: {why}").format(title=line.title, why=words)
    told = translate("PlanFiles", "Line {line}, “{title}”: {why}")
    return told.format(line=line.line, title=line.title, why=words)


def kind_word(line: PreviewLine) -> str:
    """Name what a row is."""
    return translate("PlanFiles", "Post") if line.what is None else event_word(line.what)


def changed_words(line: PreviewLine) -> str:
    """Name the fields that would change, between commas."""
    return ", ".join(field_word(name) for name in line.changed)


def field_word(name: str) -> str:
    """Name a field of the plan, as `PreviewLine.changed` does."""
    known = {
        "what": translate("PlanFiles", "kind"),
        "start": translate("PlanFiles", "time"),
        "end": translate("PlanFiles", "end"),
        "title": translate("PlanFiles", "title"),
        "text": translate("PlanFiles", "text"),
        "accounts": translate("PlanFiles", "accounts"),
        "theme": translate("PlanFiles", "editorial line"),
        "campaign": translate("PlanFiles", "campaign"),
        "state": translate("PlanFiles", "state"),
        "link": translate("PlanFiles", "link"),
        "tags": translate("PlanFiles", "tags"),
        "place": translate("PlanFiles", "place"),
        "recurrence": translate("PlanFiles", "repetition"),
        "notes": translate("PlanFiles", "notes"),
        "first_comment": translate("PlanFiles", "first comment"),
        "language": translate("PlanFiles", "language"),
        OWN: translate("PlanFiles", "own words of an account"),
    }
    return known[name]


def refusal_words(why: Refusal) -> str:
    """Say why a row cannot be taken."""
    match why:
        case Refusal.PUBLISHED:
            words = translate("PlanFiles", "it has left, or its network keeps it; a file does not change it")
        case Refusal.GONE:
            words = translate("PlanFiles", "it is no longer here; empty its identity to add it anew")
        case Refusal.IN_BIN:
            words = translate("PlanFiles", "it is in the bin; take it out first")
        case Refusal.KIND:
            words = translate("PlanFiles", "a post cannot become an event, nor an event a post")
        case Refusal.STATE:
            words = translate(
                "PlanFiles", "a file schedules nothing; write idea, draft, in review or approved"
            )
        case Refusal.IN_OUTBOX:
            words = translate("PlanFiles", "it is on its way; move it in the calendar")
        case Refusal.HOUR_PASSED:
            words = translate("PlanFiles", "its new hour has passed, and it would leave at once")
        case Refusal.ACCOUNT_IN_OUTBOX:
            words = translate("PlanFiles", "it waits in the outbox for an account that is missing here")
        case Refusal.SERIES:
            words = translate("PlanFiles", "the series cannot be moved like this; move it in the calendar")
        case Refusal.OLDER:
            words = translate("PlanFiles", "it was changed here since the file was written")
    return words


def fault_words(fault: FaultyCell) -> str:
    """Say what is wrong with a file, or with one of its cells."""
    words = _file_words(fault) or _heading_words(fault) or _time_words(fault) or _cell_words(fault)
    counted = fault.fault in (PlanFault.TOO_MANY_ROWS, PlanFault.TOO_MANY_COLUMNS)
    quoted = translate("PlanFiles", "“{words}”").format(words=fault.found)
    return words.format(found=fault.found if counted else quoted)


def _file_words(fault: FaultyCell) -> str:  # noqa: PLR0911
    match fault.fault:
        case PlanFault.TOO_LARGE:
            return translate("PlanFiles", "it is too large for a plan")
        case PlanFault.LETTERS:
            return translate("PlanFiles", "these letters cannot be read; save it as CSV UTF-8")
        case PlanFault.NOT_A_SHEET:
            return translate("PlanFiles", "it is no workbook of Excel, or not all of it is there")
        case PlanFault.QUOTES:
            return translate("PlanFiles", "a quotation mark opens and does not close, or closes too early")
        case PlanFault.TOO_MANY_ROWS:
            return translate("PlanFiles", "there are more rows than {found}")
        case PlanFault.TOO_MANY_COLUMNS:
            return translate("PlanFiles", "there are more columns than {found}")
        case PlanFault.CALENDAR:
            return _problem_words(fault.problem)
        case _:
            return ""


def _heading_words(fault: FaultyCell) -> str:  # noqa: PLR0911
    match fault.fault:
        case PlanFault.NO_HEADING if fault.column:
            return translate("PlanFiles", "this column is missing: day and hour go together")
        case PlanFault.NO_HEADING:
            return translate("PlanFiles", "the first row names no column of a plan, such as titre or date")
        case PlanFault.HEADING_TWICE:
            return translate("PlanFiles", "two columns mean the same")
        case PlanFault.HEADING_ACCOUNT:
            return translate("PlanFiles", "there is no account {found}")
        case PlanFault.CELLS_BEYOND:
            return translate("PlanFiles", "there is something beyond the last column: {found}")
        case PlanFault.NOTHING_WRITTEN:
            return translate("PlanFiles", "neither a title nor a text is given")
        case PlanFault.IDENTITY_TWICE:
            return translate("PlanFiles", "{found} stands here a second time")
        case PlanFault.NOT_FOR_POSTS:
            return translate("PlanFiles", "a post has none: {found}")
        case PlanFault.NOT_FOR_EVENTS:
            return translate("PlanFiles", "an event has none: {found}")
        case _:
            return ""


def _time_words(fault: FaultyCell) -> str:  # noqa: PLR0911
    match fault.fault:
        case PlanFault.DATE:
            return translate("PlanFiles", "{found} is not a day such as 13/10/2026")
        case PlanFault.DATE_MISSING:
            return translate("PlanFiles", "the day is missing")
        case PlanFault.HOUR:
            return translate("PlanFiles", "{found} is not an hour such as 9:30")
        case PlanFault.HOUR_MISSING:
            return translate("PlanFiles", "the hour is missing")
        case PlanFault.HOUR_SKIPPED:
            return translate("PlanFiles", "the clocks skip {found} on that day; choose another hour")
        case PlanFault.HOUR_ONCE:
            return translate("PlanFiles", "{found}: this hour comes once only on that day")
        case PlanFault.ZONE:
            return translate("PlanFiles", "{found} is not a time zone such as Europe/Paris")
        case PlanFault.END:
            return translate("PlanFiles", "the end {found} does not go with the beginning")
        case _:
            return ""


def _cell_words(fault: FaultyCell) -> str:  # noqa: PLR0911
    match fault.fault:
        case PlanFault.CELL_ERROR:
            return translate("PlanFiles", "the spreadsheet shows an error there: {found}")
        case PlanFault.FORMULA:
            return translate("PlanFiles", "this formula has no result yet; open and save the file in Excel")
        case PlanFault.KIND:
            return translate("PlanFiles", "{found} is not a kind such as publication or tâche")
        case PlanFault.ACCOUNT:
            return translate("PlanFiles", "there is no account {found}, or several are called so")
        case PlanFault.ACCOUNT_NOT_CHOSEN:
            return translate("PlanFiles", "the post is not for the account {found}")
        case PlanFault.THEME:
            return translate("PlanFiles", "there is no editorial line {found}; add it first")
        case PlanFault.CAMPAIGN:
            return translate("PlanFiles", "there is no campaign {found}; add it first")
        case PlanFault.STATE:
            return translate("PlanFiles", "{found} is not a state such as brouillon or approuvé")
        case PlanFault.LANGUAGE:
            return translate("PlanFiles", "{found} is not a language such as fr")
        case PlanFault.RULE:
            return translate("PlanFiles", "{found} is not a repetition such as FREQ=WEEKLY;BYDAY=MO")
        case _:
            return ""


def _problem_words(problem: CalendarProblem | None) -> str:  # noqa: PLR0911
    match problem:
        case CalendarProblem.CUT_SHORT | CalendarProblem.ENDS_UNOPENED:
            return translate("PlanFiles", "the calendar file is not complete")
        case CalendarProblem.NOT_UTF8:
            return translate("PlanFiles", "these letters cannot be read; save the calendar in UTF-8")
        case CalendarProblem.ZONE_UNKNOWN:
            return translate("PlanFiles", "the calendar names a time zone that nobody knows: {found}")
        case CalendarProblem.BAD_RULE:
            return translate("PlanFiles", "the calendar has a repetition that nobody can follow: {found}")
        case CalendarProblem.UID_TWICE | CalendarProblem.UID_MISSING:
            return translate("PlanFiles", "an event of the calendar has no identity of its own: {found}")
        case (
            CalendarProblem.START_MISSING
            | CalendarProblem.END_BEFORE_START
            | CalendarProblem.KINDS_DIFFER
            | CalendarProblem.BAD_VALUE
            | CalendarProblem.GIVEN_TWICE
        ):
            return translate("PlanFiles", "the calendar says something that cannot be: {found}")
        case (
            CalendarProblem.TOO_LARGE
            | CalendarProblem.TOO_DEEP
            | CalendarProblem.TOO_MANY_COMPONENTS
            | CalendarProblem.TOO_MANY_DATES
            | CalendarProblem.TOO_MANY_ZONES
        ):
            return translate("PlanFiles", "there is too much in it for a calendar")
        case CalendarProblem.NOT_A_CALENDAR | CalendarProblem.NOT_A_PROPERTY | None:
            return translate("PlanFiles", "it is no calendar file")
