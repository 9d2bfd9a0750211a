"""What a file would bring into the calendar, and what of it cannot be taken, in sentences."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cmstation.domain.plan_faults import FaultyCell
    from cmstation.services.plan_preview import ImportPreview, PreviewLine

translate = QCoreApplication.translate
_NAMED = 3
_GUESSED = "cp1252"


def preview_sentences(preview: "ImportPreview") -> list[str]:
    """Say what taking a file would do, a sentence each."""
    if preview.faults:
        return []
    found: list[str] = []
    if preview.added:
        told = translate("PlanPreview", "%n new: {titles}", "", len(preview.added))
        found.append(told.format(titles=_titles(preview.added)))
    if preview.changed:
        told = translate("PlanPreview", "%n changed: {titles}", "", len(preview.changed))
        found.append(told.format(titles=_titles(preview.changed)))
    if not found:
        found.append(translate("PlanPreview", "The file brings nothing new."))
    elif preview.same:
        found.append(translate("PlanPreview", "%n the same as here", "", preview.same))
    if preview.passed_over:
        told = translate("PlanPreview", "Columns that the calendar does not know: {names}")
        found.append(told.format(names=", ".join(preview.passed_over)))
    if preview.letters == _GUESSED:
        found.append(
            translate("PlanPreview", "The letters were read as Windows writes them: look at the accents.")
        )
    return found


def preview_faults(preview: "ImportPreview") -> list[str]:
    """Say what of a file cannot be taken, a line each: its faults, and the rows that are refused."""
    from cmstation.ui.calendar.dialogs.plan_file_words import refusal_line  # noqa: PLC0415 - brings the storage

    found = [*fault_lines(preview.faults), *map(refusal_line, preview.refused)]
    if preview.more_faults:
        found.append(translate("PlanPreview", "There are others after these."))
    return found


def can_take(preview: "ImportPreview") -> bool:
    """Tell whether something would be taken; rows that are refused may be left out."""
    return not preview.faults and bool(preview.added or preview.changed)


def fault_lines(cells: "Iterable[FaultyCell]") -> list[str]:
    """Say where each fault is, and what it is."""
    from cmstation.ui.calendar.dialogs.plan_file_words import fault_line  # noqa: PLC0415 - brings the storage

    return [_capital(fault_line(cell)) for cell in cells]


def _titles(lines: "Sequence[PreviewLine]") -> str:
    untitled = translate("Calendar", "Untitled")
    named = [
        translate("PlanPreview", "“{title}”").format(title=line.title or untitled) for line in lines[:_NAMED]
    ]
    return ", ".join(named) + (", …" if len(lines) > _NAMED else "")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
