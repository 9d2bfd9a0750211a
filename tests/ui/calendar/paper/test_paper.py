"""The plan on paper: everything stands on the grid or in the list, and nothing is cut in silence."""

import random
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QPainter, QPdfWriter

from cmstation.domain.calendar import (
    CalendarItem,
    DayOff,
    DayOffKind,
    EventKind,
    ItemKey,
    ItemKind,
    Plan,
    order_of,
)
from cmstation.domain.drafts import PostState
from cmstation.domain.errors import StationError
from cmstation.domain.health_days import touching
from cmstation.domain.networks import Network
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.paper.paper import Sheet, set_up, sheet_title, write_pdf
from cmstation.ui.calendar.paper.paper_grid import PaperGrid
from cmstation.ui.calendar.paper.paper_ink import Ink
from cmstation.ui.calendar.paper.paper_list import PaperList
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.theme.tokens import LIGHT, ColourRole
from tests.ui.calendar.lane_plans import ACCOUNTS, CAMPAIGNS, LINES

PARIS = "Europe/Paris"
OCTOBER, FEBRUARY, AUGUST = date(2026, 10, 1), date(2027, 2, 1), date(2026, 8, 1)
LOOK = PlanLook(date(2026, 10, 13), datetime(2026, 10, 13, 8, tzinfo=UTC), LINES, CAMPAIGNS, ACCOUNTS)
TITLES = (
    "Don du sang",
    "Octobre rose : le dépistage en trois questions, avec le docteur Lefèvre",
    "Anticonstitutionnellementhospitalouniversitairement " + "et un titre qui n’en finit pas " * 4,
)
STATES = (PostState.LIVE, PostState.SCHEDULED, PostState.DRAFT, PostState.FAILED)
ROOM = QRectF(0, 34, 774, 475)


class Listening(Ink):
    """Draws, and remembers what was drawn."""

    def __init__(self, painter: QPainter, icons: Icons) -> None:
        super().__init__(painter, icons)
        self.texts: list[str] = []
        self.cut: list[str] = []
        self.rects: list[QRectF] = []
        self.shapes = 0

    def line(
        self,
        rect: QRectF,
        text: str,
        size: float,
        *,
        strong: bool = False,
        colour: ColourRole = "text",
        right: bool = False,
    ) -> None:
        self.texts.append(text)
        self.rects.append(rect)
        if self.width(text, size, strong=strong) > rect.width():
            self.cut.append(text)
        super().line(rect, text, size, strong=strong, colour=colour, right=right)

    def shape(self, place: QPointF, name: str, colour: ColourRole, side: float) -> None:
        self.shapes += 1
        super().shape(place, name, colour, side)

    def network(self, place: QPointF, key: str, side: float) -> None:
        self.rects.append(QRectF(place.x(), place.y(), side, side))


@pytest.fixture
def ink(icons: Icons) -> Iterator[Listening]:
    """An ink on a sheet of paper."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(content)
    device.setResolution(600)
    set_up(device)
    painter = QPainter(device)
    yield Listening(painter, icons)
    painter.end()


def at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(PARIS)).astimezone(UTC)


def plan_of(first: date, days: int, count: int) -> Plan:
    """Return some days with so many posts, and an event of three days."""
    dice = random.Random(7)
    items: list[CalendarItem] = []
    for place in range(count):
        day = first + timedelta(days=dice.randrange(days))
        start = at(day, time(dice.choice([8, 12, 18]), dice.choice([0, 30])))
        items.append(
            CalendarItem(
                ItemKey(ItemKind.POST, place, "x"),
                dice.choice(TITLES),
                start,
                start,
                day,
                day,
                PARIS,
                state=dice.choice(STATES),
                theme=dice.choice([1, 2, None]),
                accounts=(1, 2, 3),
                networks=(Network.FACEBOOK, Network.MASTODON),
            )
        )
    if count:
        last = first + timedelta(days=3)
        whole = at(first + timedelta(days=1), time()), at(last + timedelta(days=1), time())
        key = ItemKey(ItemKind.EVENT, 1)
        items.append(
            CalendarItem(
                key,
                "Salon",
                *whole,
                first + timedelta(days=1),
                last,
                PARIS,
                whole_day=True,
                event=EventKind.EVENT,
            )
        )
    items.sort(key=order_of)
    known = tuple(touching(first, first + timedelta(days=days - 1)))
    off = (DayOff(DayOffKind.PUBLIC, "Toussaint", date(2026, 11, 1), date(2026, 11, 1)),)
    return Plan(first - timedelta(days=7), first + timedelta(days=days + 7), PARIS, tuple(items), known, off)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def written(tmp_path: Path, icons: Icons, sheet: Sheet, plan: Plan) -> tuple[int, bytes]:
    file = tmp_path / "plan.pdf"
    pages = write_pdf(file, sheet, plan, LOOK, icons)
    return pages, file.read_bytes()


# --- the sheet ---


@pytest.mark.parametrize(("first", "weeks"), [(FEBRUARY, 4), (OCTOBER, 5), (AUGUST, 6)])
def test_a_month_has_its_own_weeks_and_no_other(first: date, weeks: int) -> None:
    sheet = Sheet(first + timedelta(days=12))

    assert len(sheet.weeks) == weeks
    assert sheet.span[0] <= first
    assert sheet.span[1] > first + timedelta(days=27)


def test_a_week_is_the_week_of_its_day() -> None:
    sheet = Sheet(date(2026, 10, 13), week=True)

    assert sheet.weeks == (date(2026, 10, 12),)
    assert sheet.span == (date(2026, 10, 12), date(2026, 10, 19))


def test_a_sheet_is_named_by_what_it_shows(theme: Theme) -> None:
    assert sheet_title(Sheet(date(2026, 10, 13))) == "October 2026"
    assert sheet_title(Sheet(date(2026, 10, 13), week=True)) == "Week 42, 12 – 18 October 2026"


# --- the grid ---


@pytest.mark.parametrize(
    ("first", "days", "count"),
    [(FEBRUARY, 28, 40), (OCTOBER, 31, 40), (OCTOBER, 31, 120), (AUGUST, 31, 300), (OCTOBER, 31, 0)],
)
def test_every_item_stands_on_its_days_or_is_counted(
    ink: Listening, first: date, days: int, count: int
) -> None:
    plan = plan_of(first, days, count)
    sheet = Sheet(first)
    grid = PaperGrid(plan, LOOK, sheet.weeks, (first.year, first.month))

    grid.draw(ink, ROOM)

    stands = [
        (item, day)
        for item in plan.items
        for day in (sheet.span[0] + timedelta(days=place) for place in range(7 * len(sheet.weeks)))
        if item.first <= day <= item.last
    ]
    assert ink.shapes + grid.left_out == len(stands)
    counted = sum(int(text.split()[1]) for text in ink.texts if text.startswith("+ "))
    assert counted == grid.left_out


@pytest.mark.parametrize(("first", "count"), [(OCTOBER, 120), (AUGUST, 300), (FEBRUARY, 0)])
def test_nothing_is_drawn_outside_the_sheet(ink: Listening, first: date, count: int) -> None:
    PaperGrid(plan_of(first, 28, count), LOOK, Sheet(first).weeks, (first.year, first.month)).draw(ink, ROOM)

    assert ink.rects
    assert all(ROOM.adjusted(-0.1, -0.1, 0.1, 0.1).contains(rect) for rect in ink.rects)


def test_a_month_with_few_posts_says_their_titles_in_full(ink: Listening) -> None:
    plan = plan_of(OCTOBER, 31, 8)

    PaperGrid(plan, LOOK, Sheet(OCTOBER).weeks, (2026, 10)).draw(ink, ROOM)

    told = " ".join(ink.texts)
    assert all(word in told for word in TITLES[1].split())


def test_holidays_and_health_days_are_named(ink: Listening) -> None:
    PaperGrid(plan_of(OCTOBER, 31, 0), LOOK, Sheet(OCTOBER).weeks, (2026, 10)).draw(ink, ROOM)

    assert "Toussaint" in ink.texts
    assert any(text.startswith("Journée mondiale") for text in ink.texts)


def test_without_a_list_nobody_is_sent_to_it(ink: Listening) -> None:
    plan = plan_of(AUGUST, 31, 300)

    PaperGrid(plan, LOOK, Sheet(AUGUST).weeks, (2026, 8), listed=False).draw(ink, ROOM)

    assert any(text.startswith("+ ") for text in ink.texts)
    assert not any("see the list" in text for text in ink.texts)


def test_days_of_other_months_do_not_point_to_this_months_list(ink: Listening) -> None:
    plan = plan_of(date(2026, 9, 28), 3, 90)

    PaperGrid(plan, LOOK, Sheet(OCTOBER).weeks, (2026, 10)).draw(ink, ROOM)

    # All posts stand on 28 to 30 September; the first of October has one event, which fits.
    counted = [text for text in ink.texts if text.startswith("+ ")]
    assert counted
    assert not any("see the list" in text for text in counted)


# --- the list ---


def rows_of(listed: PaperList) -> list[CalendarItem]:
    return [row.item for page in listed.pages for row in page if row.item is not None]


@pytest.mark.parametrize("count", [1, 40, 120, 300])
def test_the_list_has_every_item_once(ink: Listening, count: int) -> None:
    plan = plan_of(OCTOBER, 31, count)

    assert rows_of(PaperList(ink, plan, LOOK, ROOM)) == list(plan.items)


@pytest.mark.parametrize("count", [1, 40, 300])
def test_no_page_is_empty_or_too_full_and_each_begins_with_a_day(ink: Listening, count: int) -> None:
    listed = PaperList(ink, plan_of(OCTOBER, 31, count), LOOK, ROOM)

    for page in listed.pages:
        assert page[0].day
        assert page[-1].item is not None
        assert sum(row.height for row in page) <= ROOM.height()


def test_a_day_that_goes_on_is_named_again(ink: Listening) -> None:
    listed = PaperList(ink, plan_of(OCTOBER, 1, 60), LOOK, ROOM)

    assert len(listed.pages) > 1
    assert {page[0].day for page in listed.pages[1:]} <= {"Thursday 1 October 2026", "Friday 2 October 2026"}


def test_nothing_of_the_list_is_cut(ink: Listening) -> None:
    listed = PaperList(ink, plan_of(OCTOBER, 31, 120), LOOK, ROOM)

    for page in range(len(listed.pages)):
        listed.draw(ink, page)

    assert ink.cut == []
    assert all(ROOM.adjusted(-0.1, -0.1, 0.1, 0.1).contains(rect) for rect in ink.rects)


def test_without_items_there_is_no_list(ink: Listening) -> None:
    assert PaperList(ink, plan_of(OCTOBER, 31, 0), LOOK, ROOM).pages == []


# --- the file ---


@pytest.mark.parametrize(
    ("sheet", "count", "least"),
    [
        (Sheet(OCTOBER), 0, 1),
        (Sheet(OCTOBER), 40, 3),
        (Sheet(OCTOBER, with_list=False), 120, 1),
        (Sheet(date(2026, 10, 5), week=True), 60, 3),
    ],
)
def test_the_file_has_the_pages_that_were_announced(
    tmp_path: Path, icons: Icons, sheet: Sheet, count: int, least: int
) -> None:
    days = 7 if sheet.week else 31
    plan = plan_of(sheet.span[0] if sheet.week else OCTOBER, days, count)

    pages, pdf = written(tmp_path, icons, sheet, plan)

    assert pdf.startswith(b"%PDF")
    assert pages_of(pdf) == pages
    assert pages >= least
    if not (sheet.with_list and count):
        assert pages == 1


def test_the_typeface_is_in_the_file(tmp_path: Path, icons: Icons) -> None:
    _, pdf = written(tmp_path, icons, Sheet(OCTOBER), plan_of(OCTOBER, 31, 5))

    names = set(re.findall(rb"/FontName\s*/(?:[A-Z]{6}\+)?([\w-]+)", pdf))
    assert {b"Inter-Regular", b"Inter-SemiBold"} <= names
    assert len(re.findall(rb"/FontFile2", pdf)) == len(names)


def test_paper_is_white_in_the_dark_too(qapp: object, theme: Theme) -> None:
    dark = Icons(Theme(ThemeChoice.DARK, no_motion=True))
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(content)
    painter = QPainter(device)

    assert Ink(painter, dark).colour("text").name().upper() == LIGHT.text

    painter.end()


def test_a_folder_that_is_gone_is_said_and_nothing_is_written(tmp_path: Path, icons: Icons) -> None:
    file = tmp_path / "gone" / "plan.pdf"

    with pytest.raises(StationError):
        write_pdf(file, Sheet(OCTOBER), plan_of(OCTOBER, 31, 3), LOOK, icons)

    assert not file.exists()


def test_what_was_there_is_replaced_whole(tmp_path: Path, icons: Icons) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"old")

    write_pdf(file, Sheet(OCTOBER), plan_of(OCTOBER, 31, 3), LOOK, icons)

    assert file.read_bytes().startswith(b"%PDF")
    assert [found.name for found in tmp_path.iterdir()] == ["plan.pdf"]
