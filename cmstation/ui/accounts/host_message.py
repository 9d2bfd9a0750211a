"""The message for the person who looks after the site: read it, change it, copy it or mail it."""

from PySide6.QtCore import QUrl, QUrlQuery, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph


class HostMessage(DialogFrame):
    """Show subject and text of a message."""

    def __init__(self, icons: Icons, subject: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, self.tr("Message for the host"), parent=parent)
        self.setModal(True)
        self.resize(640, 480)
        self.subject = QLineEdit(subject)
        self.subject.setAccessibleName(self.tr("Subject"))
        self.text = QPlainTextEdit(text)
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setTabChangesFocus(True)
        self.body.addWidget(PageTitle(icons, self.tr("For the person who looks after the site")))
        self.body.addWidget(
            Paragraph(
                icons, self.tr("It holds no password. Change what you like, then send it."), colour="muted"
            )
        )
        self.body.addWidget(self.subject)
        self.body.addWidget(self.text, 1)
        close = GhostButton(icons, self.tr("Close"))
        mail = SecondaryButton(icons, self.tr("Open in the mail program"), icon="mail")
        self.copy = PrimaryButton(icons, self.tr("Copy the message"), icon="copy")
        close.clicked.connect(self.reject)
        mail.clicked.connect(self._mail)
        self.copy.clicked.connect(self._copy)
        for button in (close, mail):
            self.add_button(button)
        self.add_button(self.copy, default=True)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.subject.text()}\n\n{self.text.toPlainText()}")
        self.copy.setText(self.tr("Copied"))

    @Slot()
    def _mail(self) -> None:
        letter = QUrlQuery()
        letter.addQueryItem("subject", self.subject.text())
        letter.addQueryItem("body", self.text.toPlainText())
        address = QUrl("mailto:")
        address.setQuery(letter)
        QDesktopServices.openUrl(address)
