"""Asks before an account is forgotten, and says what that does."""

from PySide6.QtWidgets import QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.networks import Way
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import DangerButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph


class RemoveDialog(DialogFrame):
    """Accepted when the person wants the account removed."""

    def __init__(self, icons: Icons, account: Account, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, self.tr("Remove an account"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(480)
        self.body.addWidget(PageTitle(icons, self.tr("Remove {name}?").format(name=account.name)))
        for sentence in self._sentences(account):
            self.body.addWidget(Paragraph(icons, sentence))
        self.body.addStretch(1)
        self.keep = SecondaryButton(icons, self.tr("Keep the account"))
        self.remove = DangerButton(icons, self.tr("Remove the account"), icon="trash")
        self.keep.clicked.connect(self.reject)
        self.remove.clicked.connect(self.accept)
        self.add_button(self.keep, default=True)
        self.add_button(self.remove)

    def _sentences(self, account: Account) -> list[str]:
        sentences: list[str] = []
        if account.way is Way.DIRECT:
            sentences.append(self.tr("Its password or permission is forgotten on this computer."))
        sentences += [
            self.tr("Texts written for this account alone disappear from your drafts."),
            self.tr("What it has published stays on {network} and in your history.").format(
                network=account.network.proper_name
            ),
        ]
        return sentences
