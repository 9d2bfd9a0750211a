"""The words of a file of figures: what it would bring, and what is wrong with it, line by line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.figure_faults import FileCause, FileFault
from cmstation.ui.statistics import words
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from cmstation.services.stat_files import FilePreview

translate = QCoreApplication.translate

CAUSES: Final[dict[FileCause, str]] = {
    FileCause.TOO_LARGE: QT_TRANSLATE_NOOP("FigureFile", "The file is larger than 20 MB; it was not read."),
    FileCause.LETTERS: QT_TRANSLATE_NOOP(
        "FigureFile", "The letters of the file cannot be read. Save it once more as CSV UTF-8."
    ),
    FileCause.NOT_A_SHEET: QT_TRANSLATE_NOOP("FigureFile", "This is no Excel table that can be read."),
    FileCause.QUOTES: QT_TRANSLATE_NOOP("FigureFile", "A quotation mark is opened and not closed."),
    FileCause.TOO_MANY_ROWS: QT_TRANSLATE_NOOP("FigureFile", "The file has too many lines."),
    FileCause.TOO_MANY_COLUMNS: QT_TRANSLATE_NOOP("FigureFile", "The file has too many columns."),
    FileCause.NOTHING_IN_IT: QT_TRANSLATE_NOOP("FigureFile", "There is nothing in the file."),
    FileCause.NO_DAY_COLUMN: QT_TRANSLATE_NOOP("FigureFile", "No column is called “date” or “day”."),
    FileCause.NO_FIGURE_COLUMN: QT_TRANSLATE_NOOP(
        "FigureFile", "No column has a figure’s name, such as “followers” or “views”."
    ),
    FileCause.HEADING_TWICE: QT_TRANSLATE_NOOP("FigureFile", "Two columns have the same meaning."),
    FileCause.CELLS_BEYOND: QT_TRANSLATE_NOOP("FigureFile", "The line has more cells than the heading."),
    FileCause.TWICE: QT_TRANSLATE_NOOP("FigureFile", "The same account, day and figure stand there twice."),
    FileCause.POST_UNNAMED: QT_TRANSLATE_NOOP(
        "FigureFile", "The post has neither a title nor a link nor a number of its own."
    ),
    FileCause.CELL_ERROR: QT_TRANSLATE_NOOP("FigureFile", "The cell holds an error of the spreadsheet."),
    FileCause.FORMULA: QT_TRANSLATE_NOOP(
        "FigureFile", "The cell holds a formula without a result. Save the file once more in the spreadsheet."
    ),
    FileCause.DAY: QT_TRANSLATE_NOOP("FigureFile", "This is no day that can be read."),
    FileCause.DAY_MISSING: QT_TRANSLATE_NOOP("FigureFile", "The day is missing."),
    FileCause.DAY_OTHER_FORMAT: QT_TRANSLATE_NOOP(
        "FigureFile", "This day is written otherwise than the others of the file."
    ),
    FileCause.DAY_ORDER_UNKNOWN: QT_TRANSLATE_NOOP(
        "FigureFile", "Day or month first? Nothing in the file tells. Choose it below."
    ),
    FileCause.DAY_AS_SERIAL: QT_TRANSLATE_NOOP(
        "FigureFile", "The day is a bare number. Format the column as a date in the spreadsheet."
    ),
    FileCause.DAY_IN_FUTURE: QT_TRANSLATE_NOOP("FigureFile", "This day has not come yet."),
    FileCause.HOUR: QT_TRANSLATE_NOOP("FigureFile", "This is no hour that can be read."),
    FileCause.ACCOUNT: QT_TRANSLATE_NOOP("FigureFile", "No account of yours has this name."),
    FileCause.ACCOUNT_MISSING: QT_TRANSLATE_NOOP("FigureFile", "The account is missing."),
    FileCause.ACCOUNT_NOT_CHOSEN: QT_TRANSLATE_NOOP(
        "FigureFile", "The file does not say which account it is about. Choose it below."
    ),
    FileCause.ACCOUNT_NOT_ALONE: QT_TRANSLATE_NOOP("FigureFile", "Several accounts have this name."),
    FileCause.METRIC: QT_TRANSLATE_NOOP("FigureFile", "No figure has this name."),
    FileCause.NUMBER: QT_TRANSLATE_NOOP("FigureFile", "This is no number."),
    FileCause.NUMBER_NOT_WHOLE: QT_TRANSLATE_NOOP("FigureFile", "This number is not whole."),
    FileCause.NUMBER_TWO_WAYS: QT_TRANSLATE_NOOP(
        "FigureFile", "This number can be read in two ways. Write it without a point and without a comma."
    ),
    FileCause.NUMBER_OTHER_STYLE: QT_TRANSLATE_NOOP(
        "FigureFile", "This number is written otherwise than the others of the file."
    ),
    FileCause.NUMBER_BELOW_ZERO: QT_TRANSLATE_NOOP("FigureFile", "Nothing counts less than 0."),
    FileCause.NUMBER_TOO_GREAT: QT_TRANSLATE_NOOP("FigureFile", "This number is too great."),
    FileCause.NUMBER_ROUNDED: QT_TRANSLATE_NOOP(
        "FigureFile", "This number is rounded (“1.2k”). Write it in full."
    ),
}


def fault_words(one: FileFault) -> str:
    """Say what is wrong, and where."""
    told = translate("FigureFile", CAUSES[one.cause])
    if one.found and one.cause is not FileCause.TOO_LARGE:
        told = translate("FigureFile", "{sentence} It says “{found}”.").format(sentence=told, found=one.found)
    if one.other:
        told += " " + translate("FigureFile", "See line {line}.").format(line=words.figure_words(one.other))
    if not one.line:
        return told
    line = words.figure_words(one.line)
    if one.column:
        where = translate("FigureFile", "Line {line}, “{column}”: {sentence}")
        return where.format(line=line, column=one.column, sentence=told)
    return translate("FigureFile", "Line {line}: {sentence}").format(line=line, sentence=told)


def preview_words(preview: "FilePreview") -> Sequence[str]:
    """Say what a file without faults would bring."""
    file = preview.file
    if file is None:
        return ()
    told = [translate("FigureFile", "%Ln line(s) can be taken.", "", preview.rows)]
    if file.figures:
        days = [one.day for one in file.figures]
        sentence = translate("FigureFile", "%Ln figure(s), {days}.", "", len(file.figures))
        told.append(sentence.format(days=words.days_words(min(days), max(days))))
    if file.posts:
        told.append(translate("FigureFile", "%Ln post(s) with their figures.", "", len(file.posts)))
    if preview.overwrites:
        told.append(translate("FigureFile", "%Ln known figure(s) get another value.", "", preview.overwrites))
    if preview.kept:
        told.append(
            translate(
                "FigureFile", "%Ln figure(s) that you typed yourself stay as they are.", "", preview.kept
            )
        )
    if file.passed_over:
        columns = ", ".join(f"“{name}”" for name in file.passed_over[:8])
        sentence = translate("FigureFile", "These columns mean nothing here and are passed over: {columns}")
        told.append(sentence.format(columns=columns))
    return told
