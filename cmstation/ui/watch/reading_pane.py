"""The right of the watch: what to do with a story, its tags, the article, and the person's note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cmstation.domain.watch import DecisionKind
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, IconButton, SecondaryButton
from cmstation.ui.kit.labels import Note
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.article_view import ArticleView
from cmstation.ui.watch.tag_row import TagRow

BAR = 57
NOTE_HEIGHT = 64
WRITE_MS = 800
_INSIDE = 4  # as far as the words of the article stand from its edge


class ReadingPane(Panel):
    """One story.

    Signals:
        decided: a `DecisionKind` about the story that is shown.
        note_written: an item and the person's note on it.
        tag_added, tag_removed: an item and a tag.
        tags_left: the person has added tags, and goes on.
    """

    decided = Signal(object)
    note_written = Signal(int, str)
    tag_added = Signal(int, str)
    tag_removed = Signal(int, str)
    tags_left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        self._item: int | None = None
        self._kept = ""
        self.relay = SecondaryButton(icons, self.tr("Relay"), icon="sending", parent=self)
        self.physicians = GhostButton(icons, self.tr("To the physicians"), icon="stethoscope", parent=self)
        self.keep = GhostButton(icons, self.tr("Keep"), icon="star", parent=self)
        self.later = GhostButton(icons, self.tr("Later"), icon="clock", parent=self)
        self.dismiss = IconButton(icons, "archive", self.tr("Dismiss (E)"), parent=self)
        self.tags = TagRow(icons, self)
        self.article = ArticleView(icons, self)
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName(self.tr("My note"))
        self.note.setPlaceholderText(self.tr("My note"))
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self.state = Note(icons, "", parent=self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WRITE_MS)
        self._soon.timeout.connect(self.flush)
        self._explain()
        self._lay_out(icons)
        self._join()
        self.clear()

    @property
    def item(self) -> int | None:
        """The item whose text is shown."""
        return self._item

    def show_item(
        self,
        item: int,
        page: str,
        note: str,
        state: str,
        spans: Sequence[str] = (),
        tags: Sequence[str] = (),
    ) -> None:
        """Show an item.

        Args:
            page: as `article_page` writes it.
            state: what was decided, in words.
            spans: words to be marked.
        """
        again = item == self._item
        if not again:
            self.flush()
        self._item = item
        if not again or not (self.note.hasFocus() or self._is_unkept()):
            self._kept = note
            self.note.setPlainText(note)
        self.state.setText(state)
        self.tags.show_tags(tags)
        self.article.show_page(page, spans, stays=again)
        self._allow(allowed=True)

    def clear(self) -> None:
        """Show nothing."""
        self.flush()
        self._item = None
        self._kept = ""
        self.note.clear()
        self.state.setText("")
        self.tags.show_tags(())
        self.article.show_page("")
        self._allow(allowed=False)

    @Slot()
    def flush(self) -> None:
        """Hand over a note or a tag that is being written."""
        self.tags.flush()
        self._soon.stop()
        if self._item is not None and self._is_unkept():
            self._kept = self.note.toPlainText()
            self.note_written.emit(self._item, self._kept)

    @Slot()
    def begin_tag(self) -> None:
        """Let a tag be typed for what is shown."""
        if self._item is not None:
            self.tags.begin()

    # --- inside ---

    def _is_unkept(self) -> bool:
        return self.note.toPlainText() != self._kept

    def _allow(self, *, allowed: bool) -> None:
        for part in (self.relay, self.physicians, self.keep, self.later, self.dismiss):
            part.setEnabled(allowed)
        self.note.setVisible(allowed)
        self._tag_line.setVisible(allowed)

    def _explain(self) -> None:
        self.relay.setToolTip(self.tr("Make a draft of it (R)"))
        self.physicians.setToolTip(self.tr("Ask for a medical opinion (M)"))
        self.keep.setToolTip(self.tr("Keep it for the press review (G)"))
        self.later.setToolTip(self.tr("Come back to it (P)"))

    def _lay_out(self, icons: Icons) -> None:
        bar = QWidget(self)
        bar.setFixedHeight(BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.XL, Space.M, Space.L, Space.M)
        row.setSpacing(Space.S)
        for part in (self.relay, self.physicians, self.keep, self.later):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.state)
        row.addWidget(self.dismiss)
        line = Panel(icons, "line", parent=self)
        line.setFixedHeight(1)
        self._tag_line = QWidget(self)
        tags = QVBoxLayout(self._tag_line)
        tags.setContentsMargins(Space.XXL + _INSIDE, Space.S, Space.XXL, 0)
        tags.addWidget(self.tags)
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.XXL, Space.S, Space.XXL, Space.L)
        foot.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(line)
        column.addWidget(self._tag_line)
        column.addWidget(self.article, 1)
        column.addLayout(foot)

    def _join(self) -> None:
        for button, kind in (
            (self.relay, DecisionKind.RELAY),
            (self.physicians, DecisionKind.PHYSICIANS),
            (self.keep, DecisionKind.REVIEW),
            (self.later, DecisionKind.LATER),
            (self.dismiss, DecisionKind.DISMISS),
        ):
            button.setProperty("decision", kind.value)
            button.clicked.connect(self._decide)
        self.tags.added.connect(self._tell_added)
        self.tags.removed.connect(self._tell_removed)
        self.tags.left.connect(self.tags_left)
        self.note.textChanged.connect(self._wait)
        self.note.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot()
    def _decide(self) -> None:
        self.decided.emit(DecisionKind(str(self.sender().property("decision"))))

    @Slot(str)
    def _tell_added(self, tag: str) -> None:
        if self._item is not None:
            self.tag_added.emit(self._item, tag)

    @Slot(str)
    def _tell_removed(self, tag: str) -> None:
        if self._item is not None:
            self.tag_removed.emit(self._item, tag)

    @Slot()
    def _wait(self) -> None:
        if self._item is not None and self._is_unkept():
            self._soon.start()
