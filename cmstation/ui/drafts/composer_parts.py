"""The composer's widgets and their places; no decision is taken here."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from cmstation.ui.drafts.editor import PostEditor
from cmstation.ui.drafts.editor_room import EditorRoom
from cmstation.ui.drafts.icon_words import IconWords
from cmstation.ui.drafts.labels_row import LabelsRow
from cmstation.ui.drafts.media_strip import MediaStrip
from cmstation.ui.drafts.version_tabs import VersionTabs
from cmstation.ui.drafts.when_button import WhenButton
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, LinkButton, SecondaryButton, SplitButton
from cmstation.ui.kit.fields import TitleField
from cmstation.ui.kit.labels import ElidedLabel
from cmstation.ui.kit.states import StateLabel
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, Space, Stroke

translate = QCoreApplication.translate
FOOT = 56
# Fields and quiet buttons carry their own padding: their words stand in line with the text.
FIELD_INSET = Space.L
TAB_INSET = 14


class _Dot(QWidget):
    """The mark of a text of its own."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setFixedSize(QSize(Stroke.COUNTER_DOT, Stroke.COUNTER_DOT))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colour = self._icons.theme.colour("accent")
        rounded(QPainter(self), self.rect(), fill=colour, radius=Stroke.COUNTER_DOT / 2)


class DetachedBar(QWidget):
    """Says that a version has its own text, or follows the base; offers the difference and a way back."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dot = _Dot(icons, self)
        self.words = ElidedLabel(icons, "", font="note", colour="muted", parent=self)
        self.compare = LinkButton(icons, translate("Composer", "Compare"), font="note_medium", parent=self)
        self.reattach = LinkButton(
            icons, translate("Composer", "Back to the base"), font="note_medium", parent=self
        )
        self.options = LinkButton(
            icons, translate("Composer", "Options of this version"), font="note_medium", parent=self
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.dot)
        row.addWidget(self.words)
        row.addSpacing(Space.XS)
        row.addWidget(self.compare)
        row.addSpacing(Space.XS)
        row.addWidget(self.reattach)
        row.addStretch(1)
        row.addWidget(self.options)
        self.setFixedHeight(Height.CONTROL)


class ComposerParts(Panel):
    """Everything that is seen of the composer.

    Signals:
        pictures_given: local files or one picture, dropped anywhere here.
    """

    pictures_given = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        self.title = TitleField(icons, translate("Composer", "Title"), parent=self)
        self.state = StateLabel(icons, "draft", parent=self)
        self.more = IconButton(icons, "more", translate("Composer", "More actions"), parent=self)
        self.labels = LabelsRow(icons, self)
        self.tabs = VersionTabs(icons, self)
        self.labels.row.addWidget(self.tabs.choose)
        self.detached = DetachedBar(icons, self)
        self.room = EditorRoom(icons, self)
        self.media = MediaStrip(icons, self)
        self.link = _link_field(icons, self)
        self.comment = SecondaryButton(
            icons, translate("Composer", "First comment"), icon="chat", parent=self
        )
        self.sources = SecondaryButton(icons, translate("Composer", "Sources"), icon="book", parent=self)
        self.saved = IconWords(icons, parent=self)
        self.when = WhenButton(icons, self)
        self.publish = SplitButton(
            icons,
            translate("Composer", "Publish"),
            arrow_name=translate("Composer", "Other ways to publish"),
            parent=self,
        )
        self.setAcceptDrops(True)
        self._lay_out(icons)

    @property
    def editor(self) -> PostEditor:
        """Where the text is written."""
        return self.room.editor

    # --- Qt ---

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            self.media.show_drop(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object, /) -> None:
        self.media.show_drop(False)

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.media.show_drop(False)
        files = tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        image: object = event.mimeData().imageData()
        if files or isinstance(image, QImage):
            self.pictures_given.emit(files or image)
            event.acceptProposedAction()

    # --- layout ---

    def _lay_out(self, icons: Icons) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(0, Space.M, 0, Space.M)
        body.setSpacing(0)
        body.addLayout(self._head())
        body.addSpacing(Space.XS)
        body.addLayout(_inset(self.labels, FIELD_INSET))
        body.addSpacing(Space.S)
        body.addLayout(_inset(self.tabs, TAB_INSET))
        body.addLayout(_inset(self.detached, Space.XL))
        body.addLayout(_inset(self.room, Space.XL), 1)
        body.addLayout(_inset(self.media, Space.XL))
        body.addSpacing(Space.M)
        body.addLayout(self._link_row())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self._foot(icons))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(FIELD_INSET, 0, FIELD_INSET, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.title, 1)
        row.addWidget(self.state)
        row.addWidget(self.more)
        return row

    def _link_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.link, 1)
        row.addWidget(self.comment)
        row.addWidget(self.sources)
        return row

    def _foot(self, icons: Icons) -> QWidget:
        foot = Panel(icons, "surface", Qt.Edge.TopEdge, parent=self)
        foot.setFixedHeight(FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.saved, 1)
        row.addWidget(self.when)
        row.addWidget(self.publish)
        return foot


def _inset(part: QWidget, sides: int) -> QLayout:
    row = QHBoxLayout()
    row.setContentsMargins(sides, 0, sides, 0)
    row.addWidget(part)
    return row


def _link_field(icons: Icons, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setPlaceholderText(translate("Composer", "Link (https://…)"))
    field.setAccessibleName(translate("Composer", "Link"))
    glyph = QAction(field)
    icons.bind(glyph, "link", "muted")
    field.addAction(glyph, QLineEdit.ActionPosition.LeadingPosition)
    return field
