"""The tags of a story: chips that can be taken off, and a field that offers those known already."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLineEdit, QSizePolicy, QWidget

from cmstation.domain.folding import folded, storable
from cmstation.ui.icons import Icons
from cmstation.ui.kit.flow_layout import FlowLayout
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, IconSize, Radius, Space

LONGEST = 60
_WIDEST, _FIELD = 240, 160
_CROSS = Space.S + IconSize.TINY + Space.S


class TagChip(QAbstractButton):
    """A tag; its cross takes it off, as do Delete and Backspace."""

    def __init__(self, icons: Icons, tag: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.tag = tag
        self.setText(tag)
        self.setAccessibleName(self.tr("Take off the tag “{tag}”").format(tag=tag))
        self.setToolTip(self.accessibleName())
        self.setProperty("focusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def cross(self) -> QRect:
        """Return where the cross is clicked."""
        return QRect(self.width() - _CROSS, 0, _CROSS, self.height())

    def sizeHint(self) -> QSize:
        words = self._icons.theme.metrics("note_medium").horizontalAdvance(self.tag)
        return QSize(min(_WIDEST, round(words + 0.5) + Space.S + _CROSS), Height.SMALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint, /) -> bool:
        """Tell whether a click takes the tag off."""
        return self.cross().contains(pos)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, self.rect(), fill=theme.colour("track"), radius=Radius.CONTROL)
        room = self.rect().adjusted(Space.S, 0, -_CROSS, 0)
        draw_elided(painter, room, self.tag, theme, font="note_medium", colour="text")
        left = self.width() - Space.S - IconSize.TINY
        top = (self.height() - IconSize.TINY) / 2
        ink = "text" if self.underMouse() else "muted"
        self._icons.paint(painter, left, top, "close", ink, IconSize.TINY)


class AddTag(QAbstractButton):
    """Quiet words that open the field; they stand as far left as the article does."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setText(self.tr("Add a tag"))
        self.setAccessibleName(self.text())
        self.setToolTip(self.tr("Add a tag (T)"))
        self.setProperty("focusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = self._icons.theme.metrics("note").horizontalAdvance(self.text())
        return QSize(round(words + 0.5) + IconSize.SMALL + Space.XS + Space.S, Height.SMALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        ink = "text" if self.underMouse() else "muted"
        top = (self.height() - IconSize.SMALL) / 2
        self._icons.paint(painter, 0, top, "tag", ink, IconSize.SMALL)
        room = self.rect().adjusted(IconSize.SMALL + Space.XS, 0, 0, 0)
        draw_elided(painter, room, self.text(), theme, font="note", colour=ink)


class TagField(QLineEdit):
    """Where a tag is typed.

    Signals:
        typed: a tag.
        last_unwanted: Backspace was pressed where there is nothing to delete.
        left: the person is done here.
    """

    typed = Signal(str)
    last_unwanted = Signal()
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.hand_over)
        # Only afterwards does the completer write its choice into the field.
        completer.activated.connect(self._later.start)
        self.setCompleter(completer)
        self.setMaxLength(LONGEST)
        self.setFont(icons.theme.font("note_medium"))
        self.setFixedSize(_FIELD, Height.SMALL)
        self.setPlaceholderText(self.tr("Tag"))
        self.setAccessibleName(self.tr("Tag to be added"))
        self.editingFinished.connect(self.hand_over)
        self.textEdited.connect(self._part)

    def offer(self, known: Iterable[str]) -> None:
        """Offer tags while one types."""
        wanted = list(known)
        if wanted != self._known.stringList():
            self._known.setStringList(wanted)

    @Slot()
    def hand_over(self) -> None:
        """Give away what was typed."""
        text = " ".join(storable(self.text()).replace("#", " ").split())
        self.clear()
        if text:
            self.typed.emit(self._as_known(text))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.last_unwanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _part(self, text: str) -> None:
        if text.endswith((",", ";")):
            self.setText(text[:-1])
            self.hand_over()

    def _as_known(self, text: str) -> str:
        """Write a tag as it was written before."""
        return next((one for one in self._known.stringList() if folded(one) == folded(text)), text)


class TagRow(QWidget):
    """The tags of an item, one after the other.

    Signals:
        added, removed: a tag.
        left: the person has done with the field.
    """

    added = Signal(str)
    removed = Signal(str)
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._tags: tuple[str, ...] = ()
        self._chips: list[TagChip] = []
        self._flow = FlowLayout(self)
        self.add = AddTag(icons, self)
        self.field = TagField(icons, self)
        self.field.hide()
        self._flow.addWidget(self.field)
        self._flow.addWidget(self.add)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add.clicked.connect(self.begin)
        self.field.typed.connect(self._add)
        self.field.last_unwanted.connect(self._take_last)
        self.field.left.connect(self.end)
        self.field.installEventFilter(self)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that are shown."""
        return self._tags

    def chips(self) -> tuple[TagChip, ...]:
        """Return the chips in their order."""
        return tuple(self._chips)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show other tags; what is being typed stays."""
        wanted = tuple(sorted(tags, key=folded))
        if wanted == self._tags:
            return
        self._tags = wanted
        focused = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in self._tags]
        for part in (self.field, self.add):  # they stand behind the tags
            self._flow.removeWidget(part)
            self._flow.addWidget(part)
        if focused:  # the keyboard must not fall out of the row
            (self._chips[-1] if self._chips else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self._order_keys()
        self.updateGeometry()

    @Slot()
    def begin(self) -> None:
        """Let a tag be typed."""
        self.add.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def end(self) -> None:
        """Show the button instead of the field again."""
        had = self.field.hasFocus()
        self.field.hide()
        self.add.show()
        if had:
            self.left.emit()

    def flush(self) -> None:
        """Hand over what is being typed, and end."""
        self.field.hand_over()
        self.end()

    # --- Qt ---

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.field.isVisible():
            QTimer.singleShot(0, self, self._end_when_left)
        return False

    # --- inside ---

    def _chip(self, tag: str) -> TagChip:
        chip = TagChip(self._icons, tag, self)
        chip.clicked.connect(self._take_off)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _order_keys(self) -> None:
        parts = [*self._chips, self.field, self.add]
        for first, second in pairwise(parts):
            QWidget.setTabOrder(first, second)

    @Slot()
    def _end_when_left(self) -> None:
        popup = self.field.completer().popup()
        if not self.field.hasFocus() and (popup is None or popup.isHidden()):
            self.end()

    @Slot(str)
    def _add(self, tag: str) -> None:
        if tag not in self._tags:
            self.show_tags((*self._tags, tag))
            self.added.emit(tag)

    @Slot()
    def _take_last(self) -> None:
        if self._tags:
            self._remove(self._tags[-1])

    @Slot()
    def _take_off(self) -> None:
        chip = self.sender()
        if isinstance(chip, TagChip):
            self._remove(chip.tag)

    def _remove(self, tag: str) -> None:
        self.show_tags([one for one in self._tags if one != tag])
        self.removed.emit(tag)
