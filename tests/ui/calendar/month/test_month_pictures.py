"""The month shows kept pictures of its weeks, and they are never of another time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.month.month_places import Part, Spot
from cmstation.ui.calendar.month.month_view import MonthView
from cmstation.ui.calendar.months import WEEK
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.calendar.lane_plans import LOOK, TODAY, crowded_plan, event, plan, post
from tests.ui.calendar.month_stage import FAIR, FULL_DAY, QUIET, busy_plan, item, key

WIDE = 1086


class Paints(QObject):
    """Counts how often something is painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, found: QEvent, /) -> bool:
        self.count += found.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def month(qtbot: QtBot, icons: Icons) -> MonthView:
    view = MonthView(icons, TODAY)
    qtbot.addWidget(view)
    view.resize(WIDE, 600)
    view.show_plan(busy_plan(), LOOK)
    with qtbot.waitExposed(view):
        view.show()
    view.viewport().repaint()
    return view


def blank(month: MonthView) -> QImage:
    port = month.viewport()
    density = port.devicePixelRatio()
    image = QImage(port.size() * density, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(density)
    image.fill(0)
    return image


def shown(month: MonthView) -> QImage:
    """What the month shows, from its pictures."""
    image = blank(month)
    month.viewport().render(image)
    return image


def drawn_anew(month: MonthView) -> QImage:
    """The same, each day and each bar drawn at its place without any picture."""
    image, model, delegate = blank(month), month.model_of_days, month.delegate_of_days
    month.places.forget()
    painter, option = QPainter(image), QStyleOptionViewItem()
    for row in range(model.rowCount()):
        for column in range(WEEK):
            index = model.index(row, column)
            option.rect, option.state = month.visualRect(index), QStyle.StateFlag.State_Enabled
            if index == month.currentIndex():
                option.state |= QStyle.StateFlag.State_Selected
                if month.hasFocus():
                    option.state |= QStyle.StateFlag.State_HasFocus
            delegate.paint(painter, option, index)
    for row in range(model.rowCount()):
        delegate.paint_bars(painter, row, month.viewport().rect())
    painter.end()
    return image


def point_at(month: MonthView, part: Part, day: date) -> None:
    face = month.places.face(day)
    month.hands.hover(Spot(part, day, face.others if part is Part.OTHERS else face.rect))


def choose_another_line(month: MonthView) -> None:
    lines = {**LOOK.lines, 1: EditorialLine(1, "Prévention", "danger")}
    month.show_plan(busy_plan(), replace(LOOK, lines=lines))


def pass_midnight(month: MonthView) -> None:
    month.show_plan(busy_plan(), replace(LOOK, today=date(2026, 10, 14)))


def filter_away(month: MonthView) -> None:
    month.show_plan(plan(FAIR, post(1, TODAY, "08:30", title="Un autre titre")), LOOK)


def hover_item(month: MonthView) -> None:
    month.hands.hover(Spot(Part.ITEM, TODAY, month.places.face(TODAY).places.chips[0], item(2)))


def carry_bar(month: MonthView) -> None:
    month.delegate_of_days.standing.carried = frozenset({FAIR.key})


def land(month: MonthView) -> None:
    month.delegate_of_days.standing.landing = date(2026, 10, 17)


DEEDS: dict[str, Callable[[MonthView], object]] = {
    "nothing": lambda _: None,
    "choose a post": lambda month: month.choose_only(key(1)),
    "choose several": lambda month: month.select([key(1), FAIR.key, QUIET.key]),
    "choose one that is only counted": lambda month: month.select([key(107)]),
    "hover a post": hover_item,
    "hover a bar": lambda month: month.hands.hover(Spot(Part.ITEM, FAIR.first, month.rect(), FAIR)),
    "hover the others": lambda month: point_at(month, Part.OTHERS, FULL_DAY),
    "carry a bar": carry_bar,
    "hold something over a day": land,
    "another day": lambda month: month.go_to(date(2026, 10, 28)),
    "another month": lambda month: month.turn(1),
    "there and back": lambda month: (month.turn(1), shown(month), month.turn(-1)),
    "a month of six weeks": lambda month: month.go_to(date(2027, 5, 12)),
    "larger": lambda month: month.resize(1301, 713),
    "larger, after another month": lambda month: (month.turn(1), shown(month), month.resize(900, 700)),
    "another colour of a line": choose_another_line,
    "midnight": pass_midnight,
    "fewer items": filter_away,
    "a full plan": lambda month: month.show_plan(crowded_plan(260, days=60), LOOK),
    "the keyboard": lambda month: (month.activateWindow(), month.setFocus()),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_shown_is_what_would_be_drawn_now(month: MonthView, deed: str) -> None:
    shown(month)

    DEEDS[deed](month)

    assert shown(month) == drawn_anew(month)


@pytest.mark.parametrize("deed", DEEDS)
def test_months_got_ready_ahead_are_what_would_be_drawn_once_they_are_shown(
    month: MonthView, qtbot: QtBot, deed: str
) -> None:
    month.pictures.idle.begin()
    qtbot.waitUntil(lambda: not month.pictures.idle.under_way)

    DEEDS[deed](month)
    month.turn(1)

    assert shown(month) == drawn_anew(month)


def test_another_theme_draws_everything_anew(month: MonthView, theme: Theme) -> None:
    before = shown(month)

    theme.choose(ThemeChoice.DARK)

    assert shown(month) != before
    assert shown(month) == drawn_anew(month)


def test_a_page_turned_is_painted_once(month: MonthView, qtbot: QtBot) -> None:
    paints = Paints(month.viewport())

    for _ in range(8):  # among them one from five weeks to six
        before = paints.count
        month.turn(1)
        qtbot.waitUntil(lambda before=before: paints.count > before)
        qtbot.wait(20)

        assert paints.count == before + 1


def test_a_plan_that_shows_the_same_paints_nothing(month: MonthView, qtbot: QtBot) -> None:
    qtbot.wait(20)
    paints = Paints(month.viewport())
    wider = replace(
        busy_plan(), end=date(2027, 6, 1), items=(*busy_plan().items, event(99, date(2027, 5, 3)))
    )

    month.show_plan(wider, LOOK)
    qtbot.wait(20)

    assert paints.count == 0


def test_the_month_beside_is_ready_before_one_turns_to_it(month: MonthView, qtbot: QtBot) -> None:
    month.show_plan(crowded_plan(260, days=90), LOOK)
    month.pictures.idle.begin()
    qtbot.waitUntil(lambda: not month.pictures.idle.under_way)
    ready = month.model_of_days.month.shifted(1)

    assert month.model_of_days.knows(ready)
