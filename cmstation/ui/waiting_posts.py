"""The short lists under the header: what leaves today, what waits for the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from cmstation.ui.dates import when_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.states import state_mark, state_word

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Line:
    post: int
    title: str
    state: str
    when: datetime | None


class WaitingPosts(QObject):
    """Open a list of posts under a button; a single post is shown at once.

    Signals:
        post_chosen: the person wants to see a post.
        all_wanted: the person wants them in the list of drafts.
    """

    post_chosen = Signal(int)
    all_wanted = Signal()

    def __init__(
        self, icons: Icons, station: "Station", commands: "Commands", zone: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._station = station
        self._commands = commands
        self._zone = zone

    def open(self, button: QWidget, posts: Sequence[int]) -> None:
        """List posts under a button."""
        if len(posts) == 1:
            self.post_chosen.emit(posts[0])
            return
        wanted = tuple(posts[:MOST_LISTED])
        self._commands.ask(
            lambda: tuple(self._line(post) for post in wanted),
            lambda lines: self._show(button, lines),
            owner=button,
            replaces="waiting-posts",
        )

    def _line(self, post: int) -> _Line:
        draft = self._station.drafts.open(post)
        open_dues = [d.due.instant for d in draft.deliveries if d.sent_at is None]
        return _Line(post, draft.title or draft.text[:40], draft.state.value, min(open_dues, default=None))

    def _show(self, button: QWidget, lines: Sequence[_Line]) -> None:
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        now = self._station.clock.now()
        for line in lines:
            when = when_words(line.when, self._zone, now) if line.when is not None else ""
            words = " · ".join(part for part in (line.title, state_word(line.state), when) if part)
            action = menu.addAction(words.replace("&", "&&"))
            mark = state_mark(line.state)
            self._icons.bind(action, mark.shape, mark.colour)
            action.triggered.connect(lambda _checked=False, post=line.post: self.post_chosen.emit(post))
        menu.addSeparator()
        menu.addAction(self.tr("Show them in the list")).triggered.connect(self.all_wanted)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
