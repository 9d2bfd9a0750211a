"""Writes exported charts in a job, whole or not at all, and says where they are."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.desktop.whole_files import write_whole
from cmstation.ui.written_files import written_notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from cmstation.ui.commands import Commands

NOTICE = "chart-file"


class ChartFiles(QObject):
    """Takes what cards export (`card.export_ready.connect(files.write)`)."""

    def __init__(self, commands: "Commands", parent: QObject) -> None:
        super().__init__(parent)
        self._commands = commands

    @Slot(object, object)
    def write(self, file: Path, make: "Callable[[], bytes]") -> None:
        """Make and write a file in a job, then offer to open it."""

        def work() -> Path:
            write_whole(file, make())
            return file

        self._commands.ask(work, self._written, owner=self, lane=NOTICE)

    def _written(self, file: Path) -> None:
        words = self.tr("Chart written to {name}").format(name=file.name)
        self._commands.noticed.emit(written_notice(words, file, key=NOTICE))
