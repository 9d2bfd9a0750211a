"""What the window says when the data folder cannot be opened."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from cmstation.domain.errors import StationError
from cmstation.ui.icons import Icons
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.wording import sentence_for, words_for


class CannotOpen(EmptyState):
    """Say what is wrong with the folder, in the middle of the window; `acted` tries again.

    The two cards open the folder and leave the program.
    """

    def __init__(self, icons: Icons, error: Exception, parent: QWidget | None = None) -> None:
        notice = sentence_for(error)
        detail = words_for(error).detail if isinstance(error, StationError) else notice.detail
        super().__init__(
            icons,
            notice.text,
            detail,
            drawing="library",
            action=self.tr("Try again"),
            action_icon="refresh",
            parent=parent,
        )
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.folder_card = self.add_card(
            "folder", self.tr("Open the folder"), self.tr("Your posts, your pictures and the daily copies.")
        )
        self.quit_card = self.add_card(
            "close", self.tr("Quit"), self.tr("Nothing was changed; the next start tries again.")
        )
