"""How editorial lines share what was published, beside the shares that the clinic wishes for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cmstation.ui.statistics.charts.figures import Cell, Formats, LineShare
from cmstation.ui.statistics.charts.inks import Inks
from cmstation.ui.statistics.charts.row_chart import ROW, RowChart
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_BAR, _HEAD, _GAP = 14.0, 26.0, 2.0
_SQUARE, _GAUGE = 10.0, 6.0
_NAME_PART = 0.36
_LAGS = 0.05  # below the wish from which a line stands out


class ShareBar(RowChart):
    """One bar of all lines, then a row for each with its share and its wish."""

    def __init__(
        self, icons: "Icons", formats: Formats, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, formats, title, parent)
        self._shares: tuple[LineShare, ...] = ()

    def set_shares(self, shares: Sequence[LineShare]) -> None:
        """Show other shares."""
        self._shares = tuple(shares)
        self.renew()

    # --- Chart ---

    def header(self) -> tuple[str, ...]:
        count = (self.tr("Posts"),) if self._counted() else ()
        return (self.tr("Editorial line"), *count, self.tr("Share"), self.tr("Wished share"))

    def records(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(
            (
                share.name,
                *((share.count,) if self._counted() else ()),
                self.formats.percent(share.share),
                None if share.wished is None else self.formats.percent(share.wished),
            )
            for share in self._shares
        )

    def row_count(self) -> int:
        return len(self._shares)

    def head_height(self) -> float:
        return _HEAD

    def row_words(self, row: int) -> str:
        share = self._shares[row]
        words = f"{share.name} {self.formats.percent(share.share)}"
        return f"{words}, {self._wish(share)}" if share.wished is not None else words

    def draw_rows(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        self._draw_whole(painter, room.adjusted(Space.S, 0, -Space.S, 0), inks)
        metrics, note = self.theme.metrics("text"), self.theme.metrics("note")
        names = max(metrics.horizontalAdvance(share.name) for share in self._shares) + 2
        names = min(names, room.width() * _NAME_PART)
        figures = self.theme.metrics("strong").horizontalAdvance(self.formats.percent(1)) + 2
        wishes = max(note.horizontalAdvance(self._wish(share)) for share in self._shares) + 4
        left = room.left() + Space.S + _SQUARE + Space.S
        gauge_left = left + names + Space.M
        gauge = max(20.0, room.right() - Space.S - wishes - Space.M - figures - Space.S - gauge_left)
        for row, share in enumerate(self._shares):
            place = self.row_room(room, row)
            square = QRectF(room.left() + Space.S, place.center().y() - _SQUARE / 2, _SQUARE, _SQUARE)
            rounded(painter, square, fill=inks.colour(share.colour), radius=2)
            self.write(painter, QRectF(left, place.top(), names, ROW), share.name, "text", inks=inks)
            self._draw_gauge(painter, QRectF(gauge_left, place.top(), gauge, ROW), share, inks)
            spot = QRectF(gauge_left + gauge + Space.S, place.top(), figures, ROW)
            figure = self.formats.percent(share.share)
            right = Qt.AlignmentFlag.AlignRight
            ink = "warning" if self._lags(share) else "text"
            self.write(painter, spot, figure, ink, inks=inks, font="strong", align=right)
            spot = QRectF(spot.right() + Space.M, place.top(), wishes, ROW)
            self.write(painter, spot, self._wish(share), "muted", inks=inks, font="note")

    # --- inside ---

    def _draw_whole(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        parts = [share for share in self._shares if share.share > 0]
        bar = QRectF(room.left(), room.top() + 4, room.width(), _BAR)
        if not parts:
            rounded(painter, bar, fill=inks.colour("track"), radius=3)
            return
        whole = sum(share.share for share in parts)
        left, width = bar.left(), bar.width() - _GAP * (len(parts) - 1)
        for share in parts:
            part = QRectF(left, bar.top(), max(2.0, width * share.share / whole), _BAR)
            rounded(painter, part, fill=inks.colour(share.colour), radius=3)
            left = part.right() + _GAP

    def _draw_gauge(self, painter: QPainter, place: QRectF, share: LineShare, inks: Inks) -> None:
        """Draw the share, and a mark where the wish stands; all rows have one scale."""
        most = max(max(each.share, each.wished or 0) for each in self._shares) or 1
        middle = place.center().y()
        ground = QRectF(place.left(), middle - _GAUGE / 2, place.width(), _GAUGE)
        rounded(painter, ground, fill=inks.colour("hover"), radius=_GAUGE / 2)
        if share.share > 0:
            reached = QRectF(ground.topLeft(), ground.bottomRight())
            reached.setWidth(max(_GAUGE, ground.width() * share.share / most))
            rounded(painter, reached, fill=inks.colour(share.colour), radius=_GAUGE / 2)
        if share.wished is not None:
            x = ground.left() + ground.width() * share.wished / most
            mark = QRectF(min(x, ground.right()) - 2, middle - 8, 4, 16)
            painter.fillRect(mark, inks.colour("surface"))
            painter.fillRect(mark.adjusted(1, 0, -1, 0), inks.colour("text"))

    def _wish(self, share: LineShare) -> str:
        if share.wished is None:
            return ""
        return self.tr("wished {share}").format(share=self.formats.percent(share.wished))

    def _lags(self, share: LineShare) -> bool:
        return share.wished is not None and share.wished - share.share >= _LAGS

    def _counted(self) -> bool:
        return any(share.count is not None for share in self._shares)
