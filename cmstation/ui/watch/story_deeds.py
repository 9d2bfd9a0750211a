"""What a person does with a story in the columns: decide, mark as read, star, note."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.domain.changes import Changes
from cmstation.domain.watch import DecisionKind

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.looking import WatchLooking
    from cmstation.ui.watch.view import WatchView


class StoryDeeds(QObject):
    """Joins the stories and the article to the services."""

    def __init__(
        self, view: "WatchView", looking: "WatchLooking", station: "Station", commands: "Commands"
    ) -> None:
        super().__init__(view)
        self._view = view
        self._looking = looking
        self._station = station
        self._commands = commands
        self._list = view.stories.stories.list
        self._list.decided.connect(self.decide)
        self._list.star_wanted.connect(self._turn_star)
        self._list.read_wanted.connect(self._turn_read)
        self._list.tag_wanted.connect(view.reading.begin_tag)
        view.reading.tags_left.connect(self._list.setFocus)
        view.reading.decided.connect(self._decide_current)
        view.reading.note_written.connect(self._write_note)
        looking.read.connect(self._mark_read)

    @Slot(int, object)
    def decide(self, story: int, kind: DecisionKind) -> None:
        """Store what the person decides about a story, and go on to the next one."""
        self._view.reading.flush()
        morning = self._station.watch_morning
        if self._list.current_story() == story:
            self._list.step(1)
        self._commands.run(lambda: morning.decide(story, kind), undo_text=self._done_words(kind), owner=self)

    @Slot(object)
    def _decide_current(self, kind: DecisionKind) -> None:
        story = self._looking.story
        if story is not None:
            self.decide(story, kind)

    @Slot(int)
    def _mark_read(self, story: int) -> None:
        row = self._list.stories.known(story)
        if row is not None and not row.unread:
            return
        reading = self._station.watch_reading

        def work() -> "Done[None]":
            from cmstation.services.done import Done  # noqa: PLC0415

            reading.set_read([story], True)
            return Done(None, Changes())  # the list stays as it is under the person's eyes

        self._commands.run(work, done=self._was_read, owner=self)

    def _was_read(self, _nothing: None) -> None:
        self._list.stories.forget_rows()
        self._looking.ask_known()

    @Slot(int)
    def _turn_read(self, story: int) -> None:
        row = self._list.stories.known(story)
        if row is not None:
            reading, read = self._station.watch_reading, row.unread
            self._commands.run(lambda: reading.set_read([story], read), owner=self)

    @Slot(int)
    def _turn_star(self, story: int) -> None:
        row = self._list.stories.known(story)
        if row is not None:
            reading, item, starred = self._station.watch_reading, row.item, not row.starred
            self._commands.run(lambda: reading.star(item, starred), owner=self)

    @Slot(int, str)
    def _write_note(self, item: int, text: str) -> None:
        reading = self._station.watch_reading
        self._commands.run(lambda: reading.note(item, text), owner=self)

    def _done_words(self, kind: DecisionKind) -> str:
        words = {
            DecisionKind.RELAY: self.tr("Draft made of the story"),
            DecisionKind.PHYSICIANS: self.tr("Opinion asked of the physicians"),
            DecisionKind.REVIEW: self.tr("Kept for the press review"),
            DecisionKind.DISMISS: self.tr("Story dismissed"),
            DecisionKind.LATER: self.tr("Put off until later"),
        }
        return words[kind]
