"""The composer's widgets and their places; no decision is taken here."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cmstation.ui.drafts.editor import WIDEST, PostEditor
from cmstation.ui.drafts.labels_row import LabelsRow
from cmstation.ui.drafts.media_strip import MediaStrip
from cmstation.ui.drafts.version_tabs import VersionTabs
from cmstation.ui.drafts.when_button import WhenButton
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, LinkButton, SecondaryButton, SplitButton
from cmstation.ui.kit.fields import TitleField
from cmstation.ui.kit.labels import Note, Words
from cmstation.ui.kit.states import StateLabel
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Height, Space

translate = QCoreApplication.translate
FOOT = 56


class DetachedBar(QWidget):
    """Says that a version has its own text, or follows the base; offers the difference and a way back."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Note(icons, "", parent=self)
        self.compare = LinkButton(icons, translate("Composer", "Compare"), font="note_medium", parent=self)
        self.reattach = LinkButton(
            icons, translate("Composer", "Back to the base"), font="note_medium", parent=self
        )
        self.options = LinkButton(
            icons, translate("Composer", "Options of this version"), font="note_medium", parent=self
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.words)
        row.addWidget(self.compare)
        row.addWidget(self.reattach)
        row.addStretch(1)
        row.addWidget(self.options)
        self.setFixedHeight(Height.CONTROL)


class OverflowLine(QWidget):
    """Says under the text how long it is, and by how much it is too long."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = Words(icons, "", font="note_strong", colour="danger", parent=self)
        self.figure = Note(icons, "", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.trouble)
        row.addStretch(1)
        row.addWidget(self.figure)
        self.setFixedHeight(Height.SMALL)
        self.setMaximumWidth(WIDEST)


class ComposerParts(Panel):
    """Everything that is seen of the composer."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        self.title = TitleField(icons, translate("Composer", "Title"), parent=self)
        self.state = StateLabel(icons, "draft", parent=self)
        self.more = IconButton(icons, "more", translate("Composer", "More actions"), parent=self)
        self.labels = LabelsRow(icons, self)
        self.tabs = VersionTabs(icons, self)
        self.detached = DetachedBar(icons, self)
        self.editor = PostEditor(icons, self)
        self.overflow = OverflowLine(icons, self)
        self.media = MediaStrip(icons, self)
        self.link = QLineEdit(self)
        self.link.setPlaceholderText(translate("Composer", "Link (https://…)"))
        self.link.setAccessibleName(translate("Composer", "Link"))
        self.link.addAction(icons.icon("link", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.comment = SecondaryButton(
            icons, translate("Composer", "First comment"), icon="chat", parent=self
        )
        self.sources = SecondaryButton(icons, translate("Composer", "Sources"), icon="book", parent=self)
        self.saved = Note(icons, "", parent=self)
        self.when = WhenButton(icons, self)
        self.publish = SplitButton(
            icons,
            translate("Composer", "Publish"),
            arrow_name=translate("Composer", "Other ways to publish"),
            parent=self,
        )
        self._lay_out(icons)

    def _lay_out(self, icons: Icons) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        body.setSpacing(0)
        body.addLayout(self._head())
        body.addSpacing(Space.XS)
        body.addWidget(self.labels)
        body.addSpacing(Space.S)
        body.addWidget(self.tabs)
        body.addWidget(self.detached)
        body.addWidget(self.editor, 1)
        body.addWidget(self.overflow)
        body.addWidget(self.media)
        body.addSpacing(Space.M)
        body.addLayout(self._link_row())
        self.editor.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self._foot(icons))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.title, 1)
        row.addWidget(self.state)
        row.addWidget(self.more)
        return row

    def _link_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.link, 1)
        row.addWidget(self.comment)
        row.addWidget(self.sources)
        return row

    def _foot(self, icons: Icons) -> QWidget:
        foot = Panel(icons, "surface", Qt.Edge.TopEdge, parent=self)
        foot.setFixedHeight(FOOT)
        self.saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(foot)
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.saved, 1)
        row.addWidget(self.when)
        row.addWidget(self.publish)
        return foot
