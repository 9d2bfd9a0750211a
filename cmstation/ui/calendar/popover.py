"""The posts of a day that has more of them than its cell can show."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cmstation.ui.calendar.months import DayPost
from cmstation.ui.calendar.post_delegates import LINE, LineDelegate
from cmstation.ui.calendar.post_list import PostList
from cmstation.ui.calendar.words import Lines
from cmstation.ui.dates import full_day_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Words
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Space

_WIDTH, _MOST_LINES = 344, 10
_HEAD = 36


class DayPopover(QFrame):
    """A small window over the month; Escape or a click beside it closes it.

    Signals:
        post_wanted: a post to open.
    """

    post_wanted = Signal(int)

    def __init__(
        self, icons: Icons, day: date, posts: tuple[DayPost, ...], lines: Lines, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._icons = icons
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = full_day_words(day, with_year=False)
        self.setAccessibleName(title)
        self.list = PostList(title, LineDelegate(icons), self)
        self.list.posts.show_posts(posts, lines)
        self.list.post_wanted.connect(self._open)
        self.list.left.connect(self.close)
        head = Words(icons, title, font="strong", parent=self)
        head.setContentsMargins(Space.M, 0, Space.M, 0)
        head.setFixedHeight(_HEAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, Space.S)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list)
        height = _HEAD + min(len(posts), _MOST_LINES) * LINE + Space.S + 1
        self.resize(_WIDTH, height)

    def open_over(self, place: QRect) -> None:
        """Open beside the line that says how many posts there are, within the screen."""
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(place.left() - Space.S, room.left()), room.right() - self.width())
        top = min(max(place.bottom() + Space.XS, room.top()), room.bottom() - self.height())
        self.move(QPoint(left, top))
        self.show()
        self.list.enter()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        rounded(
            QPainter(self), self.rect(), fill=theme.colour("surface"), line=theme.colour("border"), radius=0
        )

    def _open(self, post: int) -> None:
        self.close()
        self.post_wanted.emit(post)
