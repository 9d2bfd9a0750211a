"""When posts do well: a map of the hours of the week, which claims nothing of hours with few posts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from cmstation.domain.posting_hours import FEWEST_IN_CELL
from cmstation.ui.dates import zone_words
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import ChartAnswer
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.charts.figures import HourCell
from cmstation.ui.statistics.charts.formats import hour_words, local_formats
from cmstation.ui.statistics.charts.heat_map import HeatMap

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_HEIGHT = 236
_FIRST_HOUR, _LAST_HOUR = 7, 21


class HoursAnswer(ChartAnswer):
    """At which hours."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        self.map = HeatMap(icons, local_formats())
        self.map.setFixedHeight(_HEIGHT)
        super().__init__(icons, self.map, parent)

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        hours = asked.answers.hours
        self.map.set_cells(
            [
                HourCell(cell.weekday + 1, cell.hour, cell.count, cell.median if cell.claim else None)
                for cell in hours.cells
                if cell.count
            ],
            first_hour=_FIRST_HOUR,
            last_hour=_LAST_HOUR,
        )
        count = sum(cell.count for cell in hours.cells)
        if hours.best:
            joined = self.tr(", ", "between two hours of the week").join(
                self.tr("{weekday} at {hour}").format(
                    weekday=QLocale().dayName(cell.weekday + 1), hour=hour_words(cell.hour)
                )
                for cell in hours.best
            )
            sentence = self.tr("Your posts do better than usual on {hours}.").format(hours=joined)
        elif any(cell.claim for cell in hours.cells):
            sentence = self.tr("No hour of the week does better than usual.")
        else:
            sentence = self.tr("There are too few posts to say at which hour they do best.")
        told = self.tr("From {posts} with a score, {days}, on the clocks of {place}.").format(
            posts=self.tr("%Ln post(s)", "", count),
            days=words.days_words(hours.first, hours.last),
            place=zone_words(asked.zone),
        )
        self.set_words(self.tr("The right moment"), sentence, told)
        self.source.say(
            self.tr("Score by hour"),
            self.tr(
                "Each cell says how many posts it has; with fewer than {count}, nothing is claimed."
            ).format(count=FEWEST_IN_CELL),
            self.tr("The colour is the median score of the posts that went out in that hour."),
        )
        self.renew()
