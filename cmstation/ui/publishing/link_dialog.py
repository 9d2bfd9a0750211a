"""Ask for the address of a post that the person saw on the network."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from cmstation.services.assisted import NotALink, checked_link
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Paragraph

WIDTH = 520


class LinkDialog(DialogFrame):
    """Takes a link.

    Signals:
        given: the address of the post, checked.
    """

    given = Signal(str)

    def __init__(self, icons: Icons, account: str, parent: QWidget) -> None:
        super().__init__(icons, self.tr("It is live"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        ask = self.tr("Paste the address of the post on {account}: open it there and copy its link.")
        self.body.addWidget(Paragraph(icons, ask.format(account=account), parent=self))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(self.tr("Address of the post"))
        self.field.setClearButtonEnabled(True)
        self._trouble = Paragraph(icons, "", font="note_strong", colour="danger", parent=self)
        self.body.addWidget(self.field)
        self.body.addWidget(self._trouble)
        self._trouble.hide()
        cancel = SecondaryButton(icons, self.tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.keep = PrimaryButton(icons, self.tr("It is live there"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.add_button(cancel)
        self.add_button(self.keep, default=True)

    @Slot()
    def _keep(self) -> None:
        try:
            link = checked_link(self.field.text())
        except NotALink:
            self._trouble.setText(self.tr("This is not the address of a post: it begins with https://."))
            self._trouble.show()
            self.field.setFocus()
            return
        self.given.emit(link)
        self.accept()
