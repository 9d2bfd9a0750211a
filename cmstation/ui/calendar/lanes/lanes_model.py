"""The campaign view as Qt sees it: a table of lanes and days, each place with its items."""

from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cmstation.domain.calendar import ItemKey, Plan
from cmstation.ui.calendar.item_words import day_words, item_words
from cmstation.ui.calendar.lanes.lanes import DAY, By, Days, Lane
from cmstation.ui.calendar.lanes.lanes_scene import Scene
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.remark_words import remark_words
from cmstation.ui.dates import full_day_words

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)


class LanesModel(QAbstractTableModel):
    """One row per lane, one column per day."""

    def __init__(self, scene: Scene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.by = By.CAMPAIGN
        self.plan: Plan | None = None
        self.look: PlanLook | None = None
        self.active: ItemKey | None = None

    def show_scene(self, scene: Scene, by: By, plan: Plan | None, look: PlanLook | None) -> bool:
        """Replace what is shown; say whether the table has another shape now."""
        shape = (len(scene.lanes), scene.days.count)
        others = shape != (len(self.scene.lanes), self.scene.days.count)
        if others:
            self.beginResetModel()
        self.scene, self.by, self.plan, self.look = scene, by, plan, look
        if others:
            self.endResetModel()
        elif scene.lanes:
            self.dataChanged.emit(self.index(0, 0), self.index(shape[0] - 1, shape[1] - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, shape[0] - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, shape[1] - 1)
        return others

    @property
    def days(self) -> Days:
        """The days of the columns."""
        return self.scene.days

    def day(self, index: Index) -> date:
        """Return the day at an index."""
        return self.days.start + DAY * index.column()

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.scene.lanes)

    def columnCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else self.days.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid() or self.look is None or self.plan is None:
            return None
        day = self.day(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return full_day_words(day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._cell_words(index.row(), day, self.look, self.plan)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return lane_words(self.scene.lanes[index.row()], self.by)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        if role not in _SPOKEN:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._head_words(self.days.start + DAY * section, role)
        lane = self.scene.lanes[section]
        name = lane_name(lane, self.by)
        return name if role == Qt.ItemDataRole.DisplayRole else lane_words(lane, self.by)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _cell_words(self, row: int, day: date, look: PlanLook, plan: Plan) -> str:
        """Say the item on which the person stands, else the lane and all that it holds on a day."""
        items = self.scene.items_on(row, day)
        active = next((item for item in items if item.key == self.active), None)
        if active is not None:
            return item_words(active, look, plan.zone)
        remarks = _holidays(plan, day)
        remarks += [remark_words(health) for health in plan.health_days if health.start <= day <= health.end]
        name = lane_name(self.scene.lanes[row], self.by)
        return f"{name}, {day_words(day, items, look, plan.zone, ', '.join(remarks))}"

    def _head_words(self, day: date, role: int) -> str:
        """Name a day; for those who do not see it, with the holidays whose names stand under it."""
        if role != Qt.ItemDataRole.AccessibleTextRole or self.plan is None:
            return full_day_words(day)
        return ", ".join((full_day_words(day), *_holidays(self.plan, day)))


def _holidays(plan: Plan, day: date) -> list[str]:
    return [remark_words(off) for off in plan.days_off if off.first <= day <= off.last]


def lane_name(lane: Lane, by: By) -> str:
    """Name a lane."""
    if lane.name:
        return lane.name
    if by is By.CAMPAIGN:
        return translate("Calendar", "Without a campaign")
    return translate("Calendar", "Without an account")


def lane_words(lane: Lane, by: By) -> str:
    """Name a lane, and say how much it holds."""
    return f"{lane_name(lane, by)}, {lane_count(lane)}"


def lane_count(lane: Lane) -> str:
    """Say how much a lane holds."""
    if not lane.items:
        return translate("Calendar", "Nothing in these weeks")
    return translate("Calendar", "%n item(s)", "", len(lane.items))
