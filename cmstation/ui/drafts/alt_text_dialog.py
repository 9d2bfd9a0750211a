"""Write a picture's alternative text, or say deliberately that it is decorative."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QWidget

from cmstation.domain.media import Attachment
from cmstation.ui.drafts.picture_view import PictureView, ask_picture
from cmstation.ui.drafts.plain_text import plain_text
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

EDITOR = 96
LONGEST = 10_000


class AltTextDialog(DialogFrame):
    """Describes one picture for people who do not see it.

    Signals:
        described: the text, and whether the picture is decorative.
    """

    described = Signal(str, bool)

    def __init__(
        self,
        icons: Icons,
        attachment: Attachment,
        station: "Station",
        commands: "Commands | None",
        parent: QWidget | None = None,
        *,
        limit: int | None = None,
        limit_of: str = "",
    ) -> None:
        """Open on a picture.

        Args:
            limit, limit_of: the strictest length among the post's accounts, and whose it is.
        """
        super().__init__(icons, self.tr("Alternative text"), parent=parent)
        self._limit, self._limit_of = limit, limit_of
        self.picture = PictureView(icons, self)
        self.picture.setAccessibleName(attachment.media.file_name)
        self.editor = QPlainTextEdit(attachment.alt_text, self)
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(EDITOR)
        self.editor.document().setDocumentMargin(Space.S)
        self.editor.setAccessibleName(self.tr("Alternative text"))
        self.editor.setPlaceholderText(self.tr("A nurse welcomes a visitor at the front desk"))
        self.decorative = QCheckBox(self.tr("Decorative: the picture adds nothing to the text"), self)
        self.decorative.setChecked(attachment.decorative)
        self._figure = Note(icons, "", parent=self)
        self._lay_out(icons, attachment)
        self.editor.textChanged.connect(self._look)
        self.decorative.toggled.connect(self._look)
        self._look()
        if commands is not None:
            ask_picture(station, commands, attachment.media, self.picture.show_pixmap, owner=self.picture)
        self.resize(640, 600)
        self.editor.setFocus()

    def _lay_out(self, icons: Icons, attachment: Attachment) -> None:
        hint = self.tr("Say in one or two sentences what the picture shows and why it is there.")
        self.body.addWidget(PageTitle(icons, attachment.media.file_name, parent=self))
        self.body.addWidget(self.picture, 1)
        self.body.addWidget(Paragraph(icons, hint, colour="muted", parent=self))
        self.body.addWidget(self.editor)
        row = QHBoxLayout()
        row.addWidget(self.decorative)
        row.addStretch(1)
        row.addWidget(self._figure)
        self.body.addLayout(row)
        self.add_cancel()
        self.keep = PrimaryButton(icons, self.tr("Keep"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.add_button(self.keep, default=True)

    @Slot()
    def _look(self) -> None:
        """Say how long the text is, and whether it may be kept."""
        length = len(self.editor.toPlainText().strip())
        self.editor.setEnabled(not self.decorative.isChecked())
        over = self._limit is not None and length > self._limit
        self._figure.set_colour("danger" if over else "muted")
        if self._limit is None:
            self._figure.setText(self.tr("%n character(s)", "", length))
        else:
            words = self.tr("{length} of {limit} on {account}")
            self._figure.setText(words.format(length=length, limit=self._limit, account=self._limit_of))
        self.editor.setProperty("invalid", over)
        self.editor.update()

    @Slot()
    def _keep(self) -> None:
        from cmstation.domain.folding import storable  # noqa: PLC0415

        text = storable(plain_text(self.editor.document()).strip()[:LONGEST])
        self.described.emit(text, self.decorative.isChecked())
        self.accept()
