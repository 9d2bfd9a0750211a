"""The ground of the campaign view: heads, lanes and chips, and what is lit up or would land among them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from cmstation.domain.calendar import ItemKey, Plan
from cmstation.ui.calendar.lanes.lanes import Days
from cmstation.ui.calendar.lanes.lanes_head import LaneHeads, TimeHead
from cmstation.ui.calendar.lanes.lanes_layers import LaneLayers, LaneToDraw
from cmstation.ui.calendar.lanes.lanes_model import LanesModel
from cmstation.ui.calendar.lanes.lanes_paint import LanesPaint, Standing
from cmstation.ui.calendar.lanes.lanes_scene import Scene
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import hairline

_STEP = 24


class LanesCanvas(QTableView):
    """A table of lanes and days that draws its lanes whole."""

    def __init__(self, icons: Icons, days: Days, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._plan: Plan | None = None
        self._look: PlanLook | None = None
        self._selected: tuple[ItemKey, ...] = ()
        self._hovered: tuple[int, ItemKey] | None = None
        self._warm: tuple[int, int] | None = None
        self._ghost: tuple[int, QRect] | None = None
        self._layers = LaneLayers()
        self._steering = True
        self.painting = LanesPaint(icons, self)
        self.model_of_lanes = LanesModel(Scene.of((), days, self.painting.wish(days)), self)
        self.time_head = TimeHead(icons, self.model_of_lanes, self)
        self.lane_heads = LaneHeads(icons, self.model_of_lanes, self)
        self._set_up()
        self._steering = False

    @property
    def scene(self) -> Scene:
        """What is shown, and where."""
        return self.model_of_lanes.scene

    @property
    def plan(self) -> Plan | None:
        """What was shown last."""
        return self._plan

    @property
    def look(self) -> PlanLook | None:
        """What was known beside it."""
        return self._look

    @property
    def ghost(self) -> tuple[int, QRect] | None:
        """The lane and the place in it where something would land."""
        return self._ghost

    def show_ghost(self, ghost: tuple[int, QRect] | None) -> None:
        """Show where something would land: a lane, and a place in it; None for nowhere."""
        for shown in (self._ghost, ghost):
            if shown is not None and ghost != self._ghost:
                self.viewport().update(shown[1].translated(self.lane_rect(shown[0]).topLeft()))
        self._ghost = ghost

    def share_room(self, scene: Scene) -> None:
        """Give days and lanes their sizes, and draw them anew."""
        self._hovered = self._warm = self._ghost = None
        edges = scene.days.edges
        for column in range(scene.days.count):
            width = edges[column + 1] - edges[column]
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        for row in range(len(scene.lanes)):
            if self.rowHeight(row) != scene.height(row):
                self.setRowHeight(row, scene.height(row))
        for part in (self.time_head.viewport(), self.lane_heads.viewport(), self.viewport()):
            part.update()

    def lane_rect(self, lane: int) -> QRect:
        """Return where a lane lies, in the viewport."""
        top, height = self.rowViewportPosition(lane), self.rowHeight(lane)
        return QRect(0, top, self.viewport().width(), height)

    def spot(self, point: QPoint) -> tuple[int, QPoint]:
        """Return the lane at a point of the viewport, -1 below the last one, and the point inside it."""
        lane = self.rowAt(point.y())
        return lane, point - self.lane_rect(lane).topLeft() if lane >= 0 else point

    # --- Qt ---

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, area, scene = QPainter(self.viewport()), event.rect(), self.scene
        plan, look = self._plan, self._look
        if plan is None or look is None:
            painter.fillRect(area, self._icons.theme.colour("surface"))
            return
        self.painting.draw_days(painter, scene.days, plan, area)
        line = self.painting.now_line(scene.days, plan.zone, look, area)
        if not line.isEmpty():
            self.painting.draw_now(painter, self._between_words(line))
        focused = self.hasFocus()
        if self.currentIndex().isValid():
            self.painting.draw_cursor(painter, self.visualRect(self.currentIndex()), focused=focused)
        standing = Standing(self._hovered, self._warm, frozenset(self._selected))
        for row in range(len(scene.lanes)):
            rect = self.lane_rect(row)
            if not rect.intersects(area):
                continue
            hairline(painter, rect, self._icons.theme.colour("line"), Qt.Edge.BottomEdge)
            painter.translate(rect.topLeft())
            self._draw_lane(painter, row, rect.size(), area.translated(-rect.topLeft()))
            self.painting.draw_marked(painter, scene, row, look, plan.zone, standing)
            painter.translate(-rect.topLeft())
        if self._ghost is not None:
            lane, rect = self._ghost
            self.painting.draw_ghost(painter, rect.translated(self.lane_rect(lane).topLeft()))

    # --- inside ---

    def _light(self, hovered: tuple[int, ItemKey] | None, warm: tuple[int, int] | None) -> None:
        """Light up an item, or a count of others; draw anew only what that touches."""
        if (hovered, warm) == (self._hovered, self._warm):
            return
        touched = self._lit()
        self._hovered, self._warm = hovered, warm
        for rect in (*touched, *self._lit()):
            self.viewport().update(rect)

    def _lit(self) -> list[QRect]:
        found: list[QRect] = []
        if self._hovered is not None:
            lane, key = self._hovered
            chip = self.scene.place_of(lane, key)
            if chip is not None:
                found.append(self.scene.chip_rect(chip).translated(self.lane_rect(lane).topLeft()))
        if self._warm is not None:
            lane, number = self._warm
            found.append(self.scene.others_rect(lane, number).translated(self.lane_rect(lane).topLeft()))
        return found

    def _draw_lane(self, painter: QPainter, lane: int, size: QSize, area: QRect) -> None:
        plan, look = self._plan, self._look
        if plan is not None and look is not None:
            self._layers.draw(painter, self._to_draw(self.scene, lane, plan, look, size), area)

    def _between_words(self, line: QRect) -> QRegion:
        """Return a line without the chips it passes behind: those have words that lie on no ground."""
        seen, scene = QRegion(line), self.scene
        for row in range(len(scene.lanes)):
            lane = self.lane_rect(row)
            if lane.intersects(line):
                for rect in scene.written_at(row, line.left(), line.right() + 1):
                    seen -= QRegion(rect.translated(lane.topLeft()))
        return seen

    def _to_draw(self, scene: Scene, lane: int, plan: Plan, look: PlanLook, size: QSize) -> LaneToDraw:
        """Return what is to be drawn of a lane, of the scene that is shown or of another one."""
        with_glyphs = self.painting.with_glyphs
        seen = scene.places[lane], scene.days, with_glyphs, plan.zone, look.lines, look.accounts
        pieces = self.painting.pieces_of(scene, lane, look, plan.zone)
        return LaneToDraw((scene.days.start, with_glyphs, lane), seen, size, pieces)

    def _set_up(self) -> None:
        self.setModel(self.model_of_lanes)
        self.setHorizontalHeader(self.time_head)
        self.setVerticalHeader(self.lane_heads)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP)
        self._icons.theme.changed.connect(self.forget_pictures)

    @Slot()
    def forget_pictures(self) -> None:
        """Draw everything anew: the colours are others now."""
        self._layers.forget()
        self.viewport().update()
