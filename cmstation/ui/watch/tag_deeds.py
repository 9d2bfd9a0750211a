"""Puts tags on items and takes them off, each deed to be taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.ui.watch.reading_pane import ReadingPane

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class TagDeeds(QObject):
    """Stores what the reading pane says about tags.

    One tag at a time, beside those that are stored by then: whoever types quickly loses none.
    """

    def __init__(self, pane: ReadingPane, station: "Station", commands: "Commands") -> None:
        super().__init__(pane)
        self._reading = station.watch_reading
        self._commands = commands
        pane.tag_added.connect(self.add)
        pane.tag_removed.connect(self.remove)

    @Slot(int, str)
    def add(self, item: int, tag: str) -> None:
        """Put a tag on an item."""
        self._change(item, lambda tags: tags | {tag}, self.tr("Tag “{tag}” added").format(tag=tag))

    @Slot(int, str)
    def remove(self, item: int, tag: str) -> None:
        """Take a tag off an item."""
        self._change(item, lambda tags: tags - {tag}, self.tr("Tag “{tag}” taken off").format(tag=tag))

    def _change(self, item: int, change: Callable[[set[str]], set[str]], words: str) -> None:
        reading = self._reading
        self._commands.run(
            lambda: reading.tag(item, change(set(reading.item(item).tags))), undo_text=words, owner=self
        )
