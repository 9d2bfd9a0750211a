"""The drawer beside the views: the items of the day, the posts that have no day yet, what to look at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind
from cmstation.domain.drafts import DraftRow, PostState
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.dragging import held_by
from cmstation.ui.calendar.lifting import lift
from cmstation.ui.calendar.look import Grip, PlanLook
from cmstation.ui.calendar.sentence import Sentence
from cmstation.ui.calendar.side.day_delegates import ROW, RowDelegate
from cmstation.ui.calendar.side.day_list import DayList
from cmstation.ui.calendar.side.post_list import PostList
from cmstation.ui.calendar.side.warnings_list import WarningsSection
from cmstation.ui.dates import full_day_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, LinkButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph, SectionTitle
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, Space, Stroke

DRAFTS, IDEAS = "drafts", "ideas"
_FEWEST_ROWS, _FEWEST_CARDS = 2, 86
_FOR_DAY, _FOR_WARNINGS = 0.4, 0.2
_WIDTHS = (248, 420)


class WaitingPanel(Panel):
    """Where the waiting posts stand; marked while a post is held over the drawer."""

    marked = False

    def mark(self, *, marked: bool) -> None:
        """Show that what is held would land here."""
        if marked != self.marked:
            self.marked = marked
            self.set_ground("soft" if marked else "bg")

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if self.marked:
            line = self._icons.theme.colour("accent")
            rounded(QPainter(self), self.rect(), line=line, width=Stroke.FOCUS, radius=0)


class Drawer(Panel):
    """Day, waiting posts, warnings.

    Signals:
        opened: an `ItemKey` of the day to open.
        post_wanted: a waiting post to open.
        place_wanted: a waiting post that should be given a day.
        unplaced: a `Grip` of posts that should lose their hour.
        menu_wanted: the menu of some `ItemKey`s at a global point.
        warning_wanted: the `Sentence` of a warning.
        new_wanted: a post for the day that is shown.
        fold_wanted: put the drawer away.
        left: the keyboard goes back to the view.
    """

    opened = Signal(object)
    post_wanted = Signal(int)
    place_wanted = Signal(int)
    unplaced = Signal(object)
    menu_wanted = Signal(object, QPoint)
    warning_wanted = Signal(object)
    new_wanted = Signal()
    fold_wanted = Signal()
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", parent=parent)
        self._undated: tuple[DraftRow, ...] = ()
        self._look: PlanLook | None = None
        self._day: date | None = None
        self._chips = Chips(icons, self)
        self.title = ElidedLabel(icons, font="section", parent=self)
        self.fold = IconButton(icons, "chevron-right", self.tr("Fold the list away"), parent=self)
        self.day = DayList(self.tr("Items of the day"), RowDelegate(icons), self)
        self.free = Paragraph(icons, self.tr("Nothing on this day yet."), colour="muted", parent=self)
        self.write = LinkButton(icons, self.tr("Write a post for this day"), parent=self)
        self.heading = SectionTitle(icons, self.tr("To place"), parent=self)
        self.stage = Segmented(icons, self.tr("Kind of posts to place"), parent=self)
        self.stage.add(DRAFTS, self.tr("Drafts"))
        self.stage.add(IDEAS, self.tr("Ideas"))
        self.waiting = PostList(icons, self.tr("Posts to place"), self)
        self.waiting.setMinimumHeight(_FEWEST_CARDS)
        self.waiting.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.none_waiting = Paragraph(icons, "", colour="muted", parent=self)
        self.hint = Note(icons, self.tr("Drag a post onto a day, or press M."), parent=self)
        self.below = WaitingPanel(icons, "bg", Qt.Edge.TopEdge, parent=self)
        self.warnings = WarningsSection(icons, self)
        self._lay_out()
        self._join()
        self.setAcceptDrops(True)

    def show_day(self, day: date, items: tuple[CalendarItem, ...], look: PlanLook, zone: str) -> None:
        """Show a day's items, keeping the one the person is on."""
        self._day = day
        self.title.setText(full_day_words(day, with_year=False))
        current = self.day.current_key()
        if self.day.items.show_items(items, look, zone):
            self.day.mark(current)
            self.day.setVisible(bool(items))
            self._emptiness.setVisible(not items)
            self._share_height()
            self._settle(self.day)

    def show_undated(self, rows: Sequence[DraftRow], look: PlanLook) -> None:
        """Show the posts that have no date."""
        self._undated, self._look = tuple(rows), look
        ideas = sum(row.state is PostState.IDEA for row in rows)
        self.stage.set_text(DRAFTS, self.tr("Drafts {count}").format(count=len(rows) - ideas))
        self.stage.set_text(IDEAS, self.tr("Ideas {count}").format(count=ideas))
        self._show_stage()

    def show_warnings(self, warnings: Sequence[Sentence]) -> None:
        """Show what deserves a look."""
        if self.warnings.show_warnings(tuple(warnings)):
            self._settle(self.warnings.list)

    def current_key(self) -> ItemKey | None:
        """Return the item of the day that keys are meant for; None while the keyboard is elsewhere."""
        return self.day.current_key() if self.day.hasFocus() else None

    def enter(self) -> None:
        """Take the keyboard into the day's list, or to the way to write its first post."""
        if self.day.items.count():
            self.day.enter()
        else:
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Qt ---

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_height()

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        wanted = _to_unplace(held_by(event))
        self.below.mark(marked=wanted is not None)
        if wanted is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self.below.mark(marked=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.below.mark(marked=False)
        grip = _to_unplace(held_by(event))
        if grip is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.unplaced.emit(grip)

    # --- inside ---

    @Slot()
    def _show_stage(self) -> None:
        if self._look is None:
            return
        wants_ideas = self.stage.current() == IDEAS
        shown = tuple(row for row in self._undated if (row.state is PostState.IDEA) == wants_ideas)
        self.waiting.posts.show_posts(shown, self._look)
        self.waiting.setVisible(bool(shown))
        self.hint.setVisible(bool(shown))
        self.none_waiting.setVisible(not shown)
        self.none_waiting.setText(
            self.tr("Ideas without a date wait here.")
            if wants_ideas
            else self.tr("Drafts without a date wait here.")
        )

    @Slot(object)
    def _lift(self, item: CalendarItem) -> None:
        look = self.day.items.look
        if look is not None:
            lift(
                self,
                self._icons,
                self._chips,
                Grip((item.key,), day=self._day),
                item,
                look,
                self.day.items.zone,
            )

    def _settle(self, rows: QListView) -> None:
        """Lay everything out now: what is laid out later is drawn twice."""
        rows.doItemsLayout()
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _share_height(self) -> None:
        """Give the day the room of its items, at most some part of the drawer, and the warnings another."""
        most = max(_FEWEST_ROWS * ROW, round((self.height() - Height.TOOLBAR) * _FOR_DAY))
        rows = self.day.items.count() * ROW
        self.day.ask_height(min(rows, most - most % ROW), min(rows, _FEWEST_ROWS * ROW))
        self.warnings.limit(round(self.height() * _FOR_WARNINGS))

    def _lay_out(self) -> None:
        self.setMinimumWidth(_WIDTHS[0])
        self.setMaximumWidth(_WIDTHS[1])
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        head.addWidget(self.title, 1)
        head.addWidget(self.fold)
        self._emptiness = QWidget(self)
        empty = QVBoxLayout(self._emptiness)
        empty.setContentsMargins(Space.L, 0, Space.L, Space.S)
        empty.setSpacing(Space.XS)
        empty.addWidget(self.free)
        empty.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        self._lay_out_below()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.day)
        whole.addWidget(self._emptiness)
        whole.addWidget(self.below, 1)
        whole.addWidget(self.warnings)

    def _lay_out_below(self) -> None:
        column = QVBoxLayout(self.below)
        column.setContentsMargins(2, Space.M, 2, Space.S)
        column.setSpacing(Space.S)
        for widget in (self.heading, self.stage):
            row = QHBoxLayout()
            row.setContentsMargins(Space.L - 2, 0, Space.L - 2, 0)
            row.addWidget(widget)
            column.addLayout(row)
        self.stage.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QHBoxLayout()
        words.setContentsMargins(Space.L - 2, Space.S, Space.L - 2, 0)
        words.addWidget(self.none_waiting, 1, Qt.AlignmentFlag.AlignTop)
        hint = QHBoxLayout()
        hint.setContentsMargins(Space.L - 2, 0, Space.L - 2, 0)
        hint.addWidget(self.hint)
        column.addSpacing(Space.XS)
        column.addLayout(words)
        column.addWidget(self.waiting, 1)
        column.addStretch(0)
        column.addLayout(hint)

    def _join(self) -> None:
        self.day.opened.connect(self.opened)
        self.day.menu_wanted.connect(self.menu_wanted)
        self.day.lifted.connect(self._lift)
        self.waiting.post_wanted.connect(self.post_wanted)
        self.waiting.place_wanted.connect(self.place_wanted)
        self.warnings.wanted.connect(self.warning_wanted)
        for each in (self.day, self.waiting, self.warnings.list):
            each.left.connect(self.left)
        self.fold.clicked.connect(self.fold_wanted)
        self.write.clicked.connect(self.new_wanted)
        self.stage.chosen.connect(self._show_stage)
        self._emptiness.hide()


def _to_unplace(grip: Grip | None) -> Grip | None:
    """Return a grip when all that it holds are posts with an hour; events always have theirs."""
    if grip is None or not grip.keys or any(key.kind is not ItemKind.POST for key in grip.keys):
        return None
    return grip
