"""The plan on paper: a month or a week that one pins to a wall, and the list behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from cmstation.domain.calendar import CalendarItem, Plan
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.months import Month
from cmstation.ui.calendar.paper.paper_grid import PaperGrid
from cmstation.ui.calendar.paper.paper_ink import Ink
from cmstation.ui.calendar.paper.paper_list import PaperList
from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.calendar.span_words import span_title
from cmstation.ui.dates import full_day_words
from cmstation.ui.icons import Icons

translate = QCoreApplication.translate
_MARGIN_MM = 12.0
_TITLE, _FOOT = 34.0, 18.0
_DENSITY = 600


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed.

    Args:
        day: in the month or the week that is meant.
        week: a week instead of a month.
        with_list: every item in full on the pages after.
        clinic: its name, at the head.
    """

    day: date
    week: bool = False
    with_list: bool = True
    clinic: str = ""

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays that are shown."""
        if self.week:
            return (self.day - timedelta(days=self.day.weekday()),)
        month = Month.of(self.day)
        after = month.first + timedelta(days=month.length)
        return tuple(week for week in month.weeks if week < after)

    @property
    def span(self) -> tuple[date, date]:
        """The days that are shown, the end exclusive."""
        return self.weeks[0], self.weeks[-1] + timedelta(weeks=1)


def set_up(device: QPagedPaintDevice) -> None:
    """Ask for A4, landscape."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )


def write_pdf(file: Path, sheet: Sheet, plan: Plan, look: PlanLook, icons: Icons) -> int:
    """Write a plan as a PDF file; return the number of pages.

    Raises:
        DiskFull, FolderNotWritable, FileHeldOpen: what was there before is as it was.
    """
    from cmstation.desktop.whole_files import write_whole  # noqa: PLC0415 - when asked for

    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(content)
    device.setResolution(_DENSITY)
    device.setTitle(sheet_title(sheet))
    device.setCreator("CM Station")
    set_up(device)
    pages = print_plan(device, sheet, plan, look, icons)
    write_whole(file, bytes(content.data().data()))
    return pages


def sheet_title(sheet: Sheet) -> str:
    """Name what is printed."""
    view = ViewKey.WEEK if sheet.week else ViewKey.MONTH
    return span_title(view, sheet.span, sheet.day)


def print_plan(device: QPagedPaintDevice, sheet: Sheet, plan: Plan, look: PlanLook, icons: Icons) -> int:
    """Draw a plan on a printer or into a file; return the number of pages."""
    painter = QPainter(device)
    try:
        return _Print(device, Ink(painter, icons), sheet, _restricted(plan, sheet), look).run()
    finally:
        painter.end()


class _Print:
    """One printing."""

    def __init__(self, device: QPagedPaintDevice, ink: Ink, sheet: Sheet, plan: Plan, look: PlanLook) -> None:
        self._device = device
        self._ink = ink
        self._sheet = sheet
        self._plan = plan
        self._look = look
        size = device.pageLayout().paintRect(QPageLayout.Unit.Point).size()
        self._page = QRectF(QPointF(0, 0), QSizeF(size))
        self._number = 0

    def run(self) -> int:
        sheet, room = self._sheet, self._page.adjusted(0, _TITLE, 0, -_FOOT)
        month = None if sheet.week else (sheet.day.year, sheet.day.month)
        listed = PaperList(self._ink, self._list_plan(), self._look, room) if sheet.with_list else None
        pages = 1 + (len(listed.pages) if listed is not None else 0)
        self._frame(pages)
        PaperGrid(self._plan, self._look, sheet.weeks, month, listed=sheet.with_list).draw(self._ink, room)
        for page in range(pages - 1):
            assert listed is not None  # noqa: S101 (there are no more pages without it)
            self._device.newPage()
            self._frame(pages)
            listed.draw(self._ink, page)
        return pages

    def _frame(self, pages: int) -> None:
        """Draw the head and the foot of a page."""
        self._number += 1
        ink, page = self._ink, self._page
        head = QRectF(page.left(), page.top(), page.width(), _TITLE - 10)
        ink.line(head, sheet_title(self._sheet), 17, strong=True)
        ink.line(head, self._sheet.clinic, 10, colour="muted", right=True)
        foot = QRectF(page.left(), page.bottom() - _FOOT + 6, page.width(), _FOOT - 6)
        told = translate("Paper", "{day} · page {page} of {pages}").format(
            day=full_day_words(self._look.today), page=self._number, pages=pages
        )
        ink.line(foot, told, 7, colour="muted", right=True)
        self._draw_lines(foot)

    def _draw_lines(self, foot: QRectF) -> None:
        """Say which colour is which editorial line."""
        x = foot.left()
        for line in _lines_of(self._plan.items, self._look):
            width = self._ink.width(line.name, 7)
            if x + width + 14 > foot.right() - 190:
                return
            square = QRectF(x, foot.top() + foot.height() / 2 - 3, 6, 6)
            self._ink.fill(square, line.colour)  # pyright: ignore[reportArgumentType] - a role of the tokens
            self._ink.line(QRectF(x + 9, foot.top(), width + 2, foot.height()), line.name, 7, colour="muted")
            x += width + 22

    def _list_plan(self) -> Plan:
        """Restrict the list to the month itself: the neighbouring days have their own sheet."""
        sheet = self._sheet
        if sheet.week:
            return self._plan
        month = Month.of(sheet.day)
        return _between(self._plan, month.first, month.shifted(1).first)


def _restricted(plan: Plan, sheet: Sheet) -> Plan:
    return _between(plan, *sheet.span)


def _between(plan: Plan, start: date, end: date) -> Plan:
    items = tuple(item for item in plan.items if item.first < end and item.last >= start)
    return Plan(start, end, plan.zone, items, plan.health_days, plan.days_off)


def _lines_of(items: Sequence[CalendarItem], look: PlanLook) -> list[EditorialLine]:
    used = {item.theme for item in items}
    return [line for line in look.lines.values() if line.id in used]
