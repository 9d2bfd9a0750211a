"""Before an uncertain post is sent once more: what that means, in two sentences."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Paragraph, SectionTitle

WIDTH = 520


class NotThereDialog(DialogFrame):
    """Asks before sending once more.

    Signals:
        confirmed: the person saw that the post is not there.
    """

    confirmed = Signal()

    def __init__(self, icons: Icons, account: str, parent: QWidget) -> None:
        super().__init__(icons, self.tr("It is not there"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        title = self.tr("Send it once more on {account}?").format(account=account)
        self.body.addWidget(SectionTitle(icons, title, parent=self))
        what = self.tr(
            "The same post leaves at once, one single time. If the first one appears later all the same, "
            "there will be two: look at the account again when in doubt."
        )
        self.body.addWidget(Paragraph(icons, what, parent=self))
        cancel = self.add_cancel()
        self.send = PrimaryButton(icons, self.tr("Send once more"), parent=self)
        self.send.clicked.connect(self._send)
        self.add_button(self.send)
        cancel.setFocus()

    @Slot()
    def _send(self) -> None:
        self.accept()
        self.confirmed.emit()
