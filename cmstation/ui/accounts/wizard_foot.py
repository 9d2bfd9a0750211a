"""The buttons under the pages of the wizard."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, LinkButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame

translate = QCoreApplication.translate


class WizardFoot:
    """Details of a check at the left; at the right the ways out, back and on."""

    def __init__(self, icons: Icons) -> None:
        words = translate("AccountWizard", "Copy technical details")
        self.details = LinkButton(icons, words, icon="copy", font="note_medium")
        self.later = GhostButton(icons, translate("AccountWizard", "Finish later"))
        self.back = SecondaryButton(icons, translate("AccountWizard", "Back"))
        self.next = PrimaryButton(icons, "")

    def place(self, dialog: DialogFrame) -> None:
        """Put the buttons under the pages, which stand before them for the keyboard too."""
        dialog.add_foot_left(self.details)
        dialog.add_button(self.later)
        dialog.add_button(self.back)
        dialog.add_button(self.next, default=True)

    def show_ways(self, *, new: bool, first: bool, sign_in_again: bool) -> None:
        """Name the ways out and back.

        Args:
            new: the account is not stored yet, so leaving keeps what was typed.
            first: there is no step before this one.
            sign_in_again: but there is a way to the sign-in.
        """
        later, cancel = translate("AccountWizard", "Finish later"), translate("AccountWizard", "Cancel")
        back, again = translate("AccountWizard", "Back"), translate("AccountWizard", "Sign in again")
        self.later.setText(later if new else cancel)
        self.back.setVisible(not first or sign_in_again)
        self.back.setText(again if first else back)

    def take_keyboard(self, field: QWidget | None = None) -> None:
        """Give the keyboard to a field, else to the next step or to what may be pressed meanwhile."""
        choices = (self.next, self.back, self.later)
        (field or next(one for one in choices if one.isEnabled() and not one.isHidden())).setFocus()

    def follow(self, fields: Sequence[QWidget]) -> None:
        """Have Tab go through these, then through the foot."""
        for before, after in pairwise((*fields, self.details, self.later, self.back, self.next)):
            QWidget.setTabOrder(before, after)
