"""Asks before a post changes its account: the words were written for another public."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.item_words import title_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph


class BetweenAccountsDialog(DialogFrame):
    """Names both accounts; where the post has several, asks which one is given up.

    Signals:
        exchanged: the account that is given up.
    """

    exchanged = Signal(int)

    def __init__(
        self,
        icons: Icons,
        item: CalendarItem,
        names: Mapping[int, str],
        account: int,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, self.tr("Another account"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(480)
        title = PageTitle(icons, self.tr("Publish on {account} instead?").format(account=names[account]))
        title.setWordWrap(True)
        self.body.addWidget(title)
        told = self.tr("“{title}” would leave on {account}, with the text that this account has of its own.")
        self.body.addWidget(Paragraph(icons, told.format(title=title_words(item), account=names[account])))
        self.old = GhostCombo(icons, self.tr("Instead of"), outlined=True, size="normal", parent=self)
        for each in item.accounts:
            self.old.add_choice(each, self.tr("Instead of {account}").format(account=names.get(each, "")))
        self.old.choose(item.accounts[0])
        self.body.addWidget(self.old)
        self.body.addStretch(1)
        self.keep = SecondaryButton(icons, self.tr("Leave it as it is"))
        self.change = PrimaryButton(icons, self.tr("Change the account"))
        self.keep.clicked.connect(self.reject)
        self.change.clicked.connect(self._change)
        self.add_button(self.keep)
        self.add_button(self.change, default=True)

    @Slot()
    def _change(self) -> None:
        chosen = self.old.current()
        assert isinstance(chosen, int)  # noqa: S101 (only accounts are offered)
        self.exchanged.emit(chosen)
        self.accept()
