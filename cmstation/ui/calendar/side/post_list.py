"""Posts that wait for a day: opened, dragged onto a day, or placed by a key."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind
from cmstation.domain.drafts import DraftRow
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.lifting import lift
from cmstation.ui.calendar.look import Grip, PlanLook
from cmstation.ui.calendar.side.post_delegates import CardDelegate
from cmstation.ui.calendar.side.post_model import PostModel
from cmstation.ui.calendar.side.walked_list import WalkedList
from cmstation.ui.calendar.words import waiting_title
from cmstation.ui.icons import Icons


class PostList(WalkedList):
    """Posts without a day.

    Signals:
        post_wanted: a post to open.
        place_wanted: a post that should be given a day.
    """

    post_wanted = Signal(int)
    place_wanted = Signal(int)

    def __init__(self, icons: Icons, name: str, parent: QWidget | None = None) -> None:
        self.posts = PostModel()
        super().__init__(name, self.posts, CardDelegate(icons), parent)
        self.posts.setParent(self)
        self._icons = icons
        self._chips = Chips(icons, self)

    def current_post(self) -> int | None:
        """Return the post the person is on."""
        row = self.posts.row_at(self.currentIndex())
        return row.id if row is not None else None

    def mark(self, post: int | None) -> None:
        """Make a post the current one, without opening it."""
        self.setCurrentIndex(self.posts.index_of(post))

    def open_row(self, index: QModelIndex) -> None:
        row = self.posts.row_at(index)
        if row is not None:
            self.post_wanted.emit(row.id)

    def lift_row(self, index: QModelIndex) -> None:
        row, look = self.posts.row_at(index), self.posts.look
        if row is not None and look is not None:
            lift(self, self._icons, self._chips, Grip(post=row.id), _as_item(row, look), look, "UTC")

    def shortcut(self, key: Qt.Key) -> Callable[[], object] | None:
        return self._place if key in {Qt.Key.Key_P, Qt.Key.Key_M} else None

    def _place(self) -> None:
        post = self.current_post()
        if post is not None:
            self.place_wanted.emit(post)


def _as_item(row: DraftRow, look: PlanLook) -> CalendarItem:
    """Return a post as the chip that the pointer carries; it has no hour yet."""
    return CalendarItem(
        key=ItemKey(ItemKind.POST, row.id),
        title=waiting_title(row),
        start=look.now,
        end=look.now,
        first=look.today,
        last=look.today,
        planned_zone=row.zone,
        whole_day=True,
        state=row.state,
        theme=row.theme,
        accounts=row.accounts,
        networks=row.networks,
    )
