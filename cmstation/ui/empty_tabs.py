"""The parts that are still to come: each says honestly what it will do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.drawings import Drawing
from cmstation.ui.kit.empty_state import EmptyState

if TYPE_CHECKING:
    from cmstation.domain.changes import Changes
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

translate = QCoreApplication.translate


class ComingTab(EmptyState):
    """A part of a later release; it offers no button, since nothing can be started."""

    def __init__(
        self, icons: Icons, title: str, text: str, drawing: Drawing, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, title, text, drawing=drawing, parent=parent)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and need none."""

    def look_again(self, changes: "Changes") -> None:
        """Show nothing new."""

    def show_post(self, post: int) -> None:
        """Know no post."""

    def focus_search(self) -> None:
        """Have nothing to search."""

    def current_post(self) -> int | None:
        """Return None: there is no post here."""
        return None

    def flush(self) -> None:
        """Have nothing to save."""


def exchanges_tab(icons: Icons) -> ComingTab:
    """Make the page of Exchanges."""
    return ComingTab(
        icons,
        translate("ComingTab", "Comments and messages, in one list"),
        translate(
            "ComingTab",
            "Exchanges will bring the comments and messages of all your networks together, and say who "
            "answers what. It comes with a later release; until then, answer on the networks themselves.",
        ),
        "exchanges",
    )
