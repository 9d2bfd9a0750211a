"""The corner of the campaign view: campaigns or accounts, and what the lines of the head are."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cmstation.ui.calendar.lanes.lanes import By
from cmstation.ui.calendar.lanes.lanes_head import HEIGHT, LANE_HEAD, TimeHead
from cmstation.ui.icons import Icons
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import hairline
from cmstation.ui.theme.tokens import Height, Space


class LanesCorner(QWidget):
    """Says what a lane is.

    Signals:
        by_wanted: "campaign" or "account".
    """

    by_wanted = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.by = Segmented(icons, self.tr("One lane for each"), parent=self)
        self.by.add(By.CAMPAIGN.value, self.tr("Campaigns"))
        self.by.add(By.ACCOUNT.value, self.tr("Accounts"))
        self.by.chosen.connect(self.by_wanted)
        self.by.setGeometry(Space.S, Space.XS + 1, LANE_HEAD - Space.L, Height.CONTROL)
        self.setFixedSize(LANE_HEAD, HEIGHT)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.fillRect(self.rect(), theme.colour("bg"))
        for rect, words in (
            (TimeHead.OFF_LINE, self.tr("Holidays")),
            (TimeHead.HEALTH_LINE, self.tr("Health days")),
        ):
            room = QRect(Space.L, rect[0], LANE_HEAD - Space.L - Space.M, rect[1])
            draw_elided(painter, room, words, theme, font="note", colour="muted")
        painter.fillRect(0, TimeHead.HEALTH_LINE[0], LANE_HEAD, 1, theme.colour("line"))
        hairline(painter, self.rect(), theme.colour("border"), Qt.Edge.RightEdge)
        hairline(painter, self.rect(), theme.colour("border"), Qt.Edge.BottomEdge)
