"""What a file would bring, and what is wrong in it, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.domain.plan_faults import FaultyCell, PlanFault

if TYPE_CHECKING:
    from collections.abc import Iterable

translate = QCoreApplication.translate


def fault_line(cell: FaultyCell) -> str:
    """Say what is wrong in one cell, and where."""
    words = fault_words(cell.fault).format(found=cell.found)
    if not cell.line:
        return words[:1].upper() + words[1:]
    if cell.column:
        told = translate("PlanFaults", "Line {line}, {column}: {fault}")
        return told.format(line=cell.line, column=cell.column, fault=words)
    return translate("PlanFaults", "Line {line}: {fault}").format(line=cell.line, fault=words)


def fault_lines(cells: "Iterable[FaultyCell]") -> list[str]:
    """Say all that is wrong, a line each."""
    return [fault_line(cell) for cell in cells]


def fault_words(fault: PlanFault) -> str:
    """Say what is wrong; {found} stands for what was found."""
    words = {
        PlanFault.KIND_OF_FILE: translate(
            "PlanFaults", "this kind of file is not known: choose ICS, CSV or XLSX"
        ),
        PlanFault.TOO_LARGE: translate("PlanFaults", "the file is too large for a calendar"),
        PlanFault.LETTERS: translate("PlanFaults", "its letters cannot be read; save it as CSV UTF-8"),
        PlanFault.NOT_A_SHEET: translate("PlanFaults", "this is no Excel table, or it is damaged"),
        PlanFault.QUOTES: translate("PlanFaults", "a quotation mark opens and does not close"),
        PlanFault.TOO_MANY_ROWS: translate("PlanFaults", "the table has too many lines"),
        PlanFault.TOO_MANY_COLUMNS: translate("PlanFaults", "the table has too many columns"),
        PlanFault.CALENDAR: translate("PlanFaults", "the calendar file is damaged there ({found})"),
        PlanFault.NO_HEADING: translate("PlanFaults", "these columns are missing: {found}"),
        PlanFault.HEADING_TWICE: translate("PlanFaults", "the column “{found}” stands there twice"),
        PlanFault.HEADING_ACCOUNT: translate("PlanFaults", "no account is called “{found}”"),
        PlanFault.CELLS_BEYOND: translate("PlanFaults", "cells stand beyond the last column ({found})"),
        PlanFault.NOTHING_WRITTEN: translate("PlanFaults", "neither a title nor a text is written"),
        PlanFault.IDENTITY_TWICE: translate("PlanFaults", "the identity {found} stands there twice"),
        PlanFault.NOT_FOR_POSTS: translate("PlanFaults", "a post has nothing to write here ({found})"),
        PlanFault.NOT_FOR_EVENTS: translate("PlanFaults", "an event has nothing to write here ({found})"),
        PlanFault.CELL_ERROR: translate("PlanFaults", "the spreadsheet shows a fault of its own ({found})"),
        PlanFault.FORMULA: translate("PlanFaults", "a formula stands there without its result ({found})"),
        PlanFault.KIND: translate("PlanFaults", "“{found}” is neither a post nor a kind of event"),
        PlanFault.DATE: translate("PlanFaults", "“{found}” is no date such as 2026-10-17 or 17/10/2026"),
        PlanFault.DATE_MISSING: translate("PlanFaults", "the date is missing"),
        PlanFault.HOUR: translate("PlanFaults", "“{found}” is no hour such as 09:30"),
        PlanFault.HOUR_MISSING: translate("PlanFaults", "the hour is missing"),
        PlanFault.HOUR_SKIPPED: translate("PlanFaults", "the clocks skip this hour on that day ({found})"),
        PlanFault.HOUR_ONCE: translate("PlanFaults", "this hour happens once on that day ({found})"),
        PlanFault.ZONE: translate("PlanFaults", "“{found}” is no time zone such as Europe/Paris"),
        PlanFault.END: translate("PlanFaults", "it ends before it begins ({found})"),
        PlanFault.ACCOUNT: translate("PlanFaults", "no account is called “{found}”, or several are"),
        PlanFault.ACCOUNT_NOT_CHOSEN: translate(
            "PlanFaults", "a text is written for an account that is not chosen ({found})"
        ),
        PlanFault.THEME: translate("PlanFaults", "no editorial line is called “{found}”"),
        PlanFault.CAMPAIGN: translate("PlanFaults", "no campaign is called “{found}”"),
        PlanFault.STATE: translate("PlanFaults", "“{found}” is no state that can be given by a file"),
        PlanFault.LANGUAGE: translate("PlanFaults", "“{found}” is no language such as fr"),
        PlanFault.RULE: translate("PlanFaults", "“{found}” is no rule by which an event comes back"),
    }
    return words[fault]
