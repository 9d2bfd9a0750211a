"""How the editorial lines share the month, and how they should."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.balance import BalanceBar
from cmstation.ui.calendar.months import Share
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme

CARE = EditorialLine(1, "Prévention", "info", wished=20)
JOBS = EditorialLine(2, "Emploi", "warning")


@pytest.fixture
def bar(qtbot: QtBot, icons: Icons) -> BalanceBar:
    shown = BalanceBar(icons)
    qtbot.addWidget(shown)
    shown.resize(900, shown.height())
    return shown


def picture(bar: BalanceBar) -> QImage:
    image = QImage(bar.size(), QImage.Format.Format_RGB32)
    image.fill(bar.palette().window().color())
    bar.render(image)
    return image


def test_a_line_says_its_share_and_the_one_that_is_wished_for(bar: BalanceBar) -> None:
    bar.show_shares((Share(CARE, 12, 20), Share(JOBS, 70), Share(None, 18)))

    assert bar.words() == "Prévention 12% (wished 20%), Emploi 70%, Without a line 18%"
    assert bar.toolTip() == bar.words()
    assert bar.accessibleName() == "Editorial lines"


def test_the_wish_is_drawn(bar: BalanceBar) -> None:
    bar.show_shares((Share(CARE, 12), Share(JOBS, 88)))
    without = picture(bar)

    bar.show_shares((Share(CARE, 12, 20), Share(JOBS, 88)))

    assert picture(bar) != without


def test_a_line_far_below_its_wish_stands_out(bar: BalanceBar, theme: Theme) -> None:
    def shows_the_warning_colour() -> bool:
        image, warning = picture(bar), theme.colour("warning")
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return any(image.pixelColor(x, y) == warning for x, y in points)

    bar.show_shares((Share(CARE, 12, 14), Share(None, 88)))
    assert not shows_the_warning_colour()

    bar.show_shares((Share(CARE, 12, 60), Share(None, 88)))

    assert shows_the_warning_colour()
