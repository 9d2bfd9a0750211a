"""The steps of a sequence, one under the other: what each is for, and when it leaves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.sequences import Step, StepMeaning
from cmstation.ui.dates import full_day_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Words
from cmstation.ui.theme.tokens import Space


class SequenceSteps(QWidget):
    """A small table to read.

    Args:
        most: how many steps it has room for.
    """

    def __init__(self, icons: Icons, most: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Posts that will be made"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(2, 1)
        self._rows: list[tuple[Words, Words, Words]] = []
        for row in range(most):
            cells = Words(icons, font="strong"), Words(icons), Words(icons)
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row, column)
            cells[0].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._rows.append(cells)

    def show_steps(self, steps: Sequence[tuple[Step, PlannedTime, bool]]) -> None:
        """Show steps with their hours; those of the past are marked."""
        for place, cells in enumerate(self._rows):
            words = ("", "", "")
            if place < len(steps):
                step, hour, passed = steps[place]
                words = self._words(step, hour)
                for cell in cells:
                    cell.set_colour("warning" if passed else "text")
            for cell, text in zip(cells, words, strict=True):
                cell.setText(text)

    def lines(self) -> list[str]:
        """Return what is shown, a line for each step."""
        return ["  ".join(cell.text() for cell in cells) for cells in self._rows if cells[0].text()]

    def _words(self, step: Step, hour: PlannedTime) -> tuple[str, str, str]:
        when = self.tr("{day}, {hour}").format(
            day=full_day_words(hour.wall.date()), hour=f"{hour.wall:%H:%M}"
        )
        return self._distance(step.offset_days), self._meaning(step.meaning), when

    def _distance(self, days: int) -> str:
        # Set in the signs of mathematics, as "D−7" is read.
        signed = f"{days:+d}".replace("-", "−") if days else ""
        return self.tr("D{offset}").format(offset=signed)

    def _meaning(self, meaning: StepMeaning) -> str:
        names = {
            StepMeaning.ANNOUNCEMENT: self.tr("Announcement"),
            StepMeaning.REMINDER: self.tr("Reminder"),
            StepMeaning.LAST_CALL: self.tr("Last call"),
            StepMeaning.THE_DAY: self.tr("The day"),
            StepMeaning.THANKS: self.tr("Thanks"),
        }
        return names[meaning]
