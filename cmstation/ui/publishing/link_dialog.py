"""Ask for the address of a post that the person saw on the network."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.publishing.link_field import LinkField

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
        ask = self.tr("Open the post on {account} in the browser, copy its address, and paste it here.")
        self.body.addWidget(Paragraph(icons, ask.format(account=account), parent=self))
        self.link = LinkField(icons, self)
        self.body.addWidget(self.link)
        self.add_cancel()
        self.keep = PrimaryButton(icons, self.tr("Keep this link"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.add_button(self.keep, default=True)
        self.link.field.setFocus()

    @Slot()
    def _keep(self) -> None:
        link = self.link.checked()
        if link:
            self.accept()
            self.given.emit(link)
