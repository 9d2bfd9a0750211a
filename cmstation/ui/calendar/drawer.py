"""The drawer beside the month: the posts of the day, then those that have no day yet."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmstation.domain.drafts import PostState
from cmstation.ui.calendar.months import DayPost
from cmstation.ui.calendar.post_delegates import ROW, CardDelegate, RowDelegate
from cmstation.ui.calendar.post_list import PostList
from cmstation.ui.calendar.words import Lines
from cmstation.ui.dates import full_day_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, LinkButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.labels import ElidedLabel, Paragraph, SectionTitle
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Height, Space

DRAFTS, IDEAS = "drafts", "ideas"
_FEWEST_ROWS = 2
_WIDTHS = (248, 420)


class Drawer(Panel):
    """Day and waiting posts.

    Signals:
        post_wanted: a post to open.
        new_wanted: a post for the day that is shown.
        fold_wanted: put the drawer away.
        left: the keyboard goes back to the month.
    """

    post_wanted = Signal(int)
    new_wanted = Signal()
    fold_wanted = Signal()
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", parent=parent)
        self._undated: tuple[DayPost, ...] = ()
        self._lines: Lines = {}
        self.title = ElidedLabel(icons, font="section", parent=self)
        self.fold = IconButton(icons, "chevron-right", self.tr("Fold the list away"), parent=self)
        self.day = PostList(self.tr("Posts of the day"), RowDelegate(icons), self)
        self.free = Paragraph(icons, self.tr("Nothing on this day yet."), colour="muted", parent=self)
        self.write = LinkButton(icons, self.tr("Write a post for this day"), parent=self)
        self.heading = SectionTitle(icons, self.tr("To place"), parent=self)
        self.stage = Segmented(icons, self.tr("Kind of posts to place"), parent=self)
        self.stage.add(DRAFTS, self.tr("Drafts"))
        self.stage.add(IDEAS, self.tr("Ideas"))
        self.waiting = PostList(self.tr("Posts to place"), CardDelegate(icons), self)
        self.waiting.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.none_waiting = Paragraph(icons, "", colour="muted", parent=self)
        self._lay_out(icons)
        self._join()

    def show_day(self, day: date, posts: tuple[DayPost, ...], lines: Lines) -> None:
        """Show a day's posts, keeping the one the person is on."""
        self.title.setText(full_day_words(day, with_year=False))
        current = self.day.current_post()
        self.day.posts.show_posts(posts, lines)
        self.day.mark(current)
        self.day.setVisible(bool(posts))
        self._emptiness.setVisible(not posts)
        self._share_height()

    def show_undated(self, posts: tuple[DayPost, ...], lines: Lines) -> None:
        """Show the posts that have no date."""
        self._undated, self._lines = posts, lines
        ideas = sum(post.row.state is PostState.IDEA for post in posts)
        self.stage.set_text(DRAFTS, self.tr("Drafts {count}").format(count=len(posts) - ideas))
        self.stage.set_text(IDEAS, self.tr("Ideas {count}").format(count=ideas))
        self._show_stage()

    def enter(self) -> None:
        """Take the keyboard into the day's list, or to the way to write its first post."""
        if self.day.posts.count():
            self.day.enter()
        else:
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Qt ---

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_height()

    # --- inside ---

    @Slot()
    def _show_stage(self) -> None:
        wants_ideas = self.stage.current() == IDEAS
        shown = tuple(post for post in self._undated if (post.row.state is PostState.IDEA) == wants_ideas)
        self.waiting.posts.show_posts(shown, self._lines)
        self.waiting.setVisible(bool(shown))
        self.none_waiting.setVisible(not shown)
        self.none_waiting.setText(
            self.tr("Ideas without a date wait here.")
            if wants_ideas
            else self.tr("Drafts without a date wait here.")
        )

    def _share_height(self) -> None:
        """Give the day the room of its posts, at most half of the drawer."""
        half = max(_FEWEST_ROWS * ROW, (self.height() - Height.TOOLBAR) // 2)
        self.day.setFixedHeight(min(self.day.posts.count() * ROW, half - half % ROW))

    def _lay_out(self, icons: Icons) -> None:
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
        below = Panel(icons, "bg", Qt.Edge.TopEdge, parent=self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.S)
        for widget in (self.heading, self.stage):
            row = QHBoxLayout()
            row.setContentsMargins(Space.L, 0, Space.L, 0)
            row.addWidget(widget)
            column.addLayout(row)
        self.stage.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QHBoxLayout()
        words.setContentsMargins(Space.L, Space.S, Space.L, 0)
        words.addWidget(self.none_waiting, 1, Qt.AlignmentFlag.AlignTop)
        column.addSpacing(Space.XS)
        column.addLayout(words)
        column.addWidget(self.waiting, 1)
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.day)
        whole.addWidget(self._emptiness)
        whole.addWidget(below, 1)

    def _join(self) -> None:
        for posts in (self.day, self.waiting):
            posts.post_wanted.connect(self.post_wanted)
            posts.left.connect(self.left)
        self.fold.clicked.connect(self.fold_wanted)
        self.write.clicked.connect(self.new_wanted)
        self.stage.chosen.connect(self._show_stage)
        self._emptiness.hide()
