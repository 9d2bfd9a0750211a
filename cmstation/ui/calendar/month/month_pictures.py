"""The weeks of months as pictures: of the one that is shown, and of its neighbours ahead of time."""

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QPainter, QPixmap

from cmstation.ui.calendar.idle_pieces import IdlePieces
from cmstation.ui.calendar.kept_picture import KeptPictures, Strip
from cmstation.ui.calendar.month.month_delegate import MonthDelegate
from cmstation.ui.calendar.month.month_model import MonthModel, look_drawn
from cmstation.ui.calendar.month.month_page import MonthPage
from cmstation.ui.calendar.month.month_places import MonthPlaces
from cmstation.ui.calendar.months import WEEK
from cmstation.ui.theme.theme import Theme

# Three months of six weeks, and a little.
_MOST = 20


class MonthPictures(QObject):
    """Draws weeks in which nothing is chosen or pointed at, each once."""

    def __init__(
        self, model: MonthModel, places: MonthPlaces, delegate: MonthDelegate, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._places = places
        self._delegate = delegate
        self._theme = theme
        self._kept = KeptPictures(_MOST)
        self._density = 1.0
        self.idle = IdlePieces(self._get_ready, self)
        theme.changed.connect(self.forget)

    def draw(self, painter: QPainter, row: int, rect: QRect) -> None:
        """Draw a week of the month that is shown.

        Args:
            rect: where it lies.
        """
        self._density = painter.device().devicePixelRatio()
        strip = Strip.of(rect, self._density)
        strip.show(painter, self._picture(self._model.page, row, strip))

    @Slot()
    def forget(self) -> None:
        """Draw everything anew: the colours are others now."""
        self._kept.forget()
        self.idle.begin()

    # --- inside ---

    def _picture(self, page: MonthPage, row: int, strip: Strip, *, used: bool = True) -> QPixmap:
        def make() -> QPixmap:
            shown = page is self._model.page
            found = self._places.row(row) if shown else self._places.of_page(page, row)
            return strip.picture(
                self._theme.colour("surface"), lambda painter: self._delegate.paint_row(painter, found)
            )

        return self._kept.give((page.month, row), self._stamp(page, row, strip), make, used=used)

    def _stamp(self, page: MonthPage, row: int, strip: Strip) -> tuple[object, ...]:
        """Return everything that is seen in a week."""
        today, plan = self._model.look.today, self._model.plan
        cells = tuple(page.cell(row, column, today) for column in range(WEEK))
        return strip, page.weeks[row], cells, look_drawn(self._model.look), plan.zone

    def _get_ready(self) -> bool:
        """Draw one week of a month beside the one that is shown; tell whether there may be others."""
        plan, month = self._model.plan, self._model.month
        for beside in (month.shifted(1), month.shifted(-1)):
            if beside == month:
                continue
            if not self._model.knows(beside):
                self._model.page_of(beside)
                return True
            page = self._model.page_of(beside)
            if page.weeks[0].monday < plan.start or page.end > plan.end:
                continue
            for row in range(len(page.weeks)):
                rects = self._places.row_rects(page, row)
                strip = Strip.of(rects[0].united(rects[-1]), self._density)
                if not self._kept.has((page.month, row), self._stamp(page, row, strip)):
                    self._picture(page, row, strip, used=False)
                    return True
        return False
