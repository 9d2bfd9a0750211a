"""What stands in the place of the composer before the first post."""

import sys

from PySide6.QtCore import QCoreApplication, QProcess, Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.empty_state import EmptyState

translate = QCoreApplication.translate


class Welcome(EmptyState):
    """Offers the first post, the first account, and a look at the rehearsal clinic.

    Signals:
        wizard_wanted: the person wants to connect an account.
    """

    wizard_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(
            icons,
            translate("Welcome", "Write your first post"),
            translate(
                "Welcome",
                "One text, then a version for each network. Everything is saved as you type, "
                "even offline. Nothing leaves without your consent.",
            ),
            drawing="post",
            action=translate("Welcome", "Write a post"),
            action_icon="draft",
            keys="Ctrl+N",
            keys_word=translate("Welcome", "or"),
            parent=parent,
        )
        account = self.add_card(
            "link",
            translate("Welcome", "Connect an account"),
            translate("Welcome", "Your site, Bluesky, Mastodon, then the others, step by step."),
        )
        account.clicked.connect(self.wizard_wanted)
        example = self.add_card(
            "eye",
            translate("Welcome", "See an example"),
            translate("Welcome", "A clinic of fiction, filled, that publishes nowhere."),
        )
        example.clicked.connect(self._open_example)

    @Slot()
    def _open_example(self) -> None:
        """Open the rehearsal clinic in a window of its own."""
        program = [] if getattr(sys, "frozen", False) else ["-m", "cmstation"]
        QProcess.startDetached(sys.executable, [*program, "--rehearsal"])
