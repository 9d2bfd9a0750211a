"""The palette (Ctrl+K): type a few letters, find a post, a picture or an action, press Enter."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from cmstation.domain.planned_time import USUAL_ZONE
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note
from cmstation.ui.menus import Listed
from cmstation.ui.palette_delegate import PaletteDelegate
from cmstation.ui.palette_entries import MOST_OF_A_KIND, action_entries, media_entries, post_entries
from cmstation.ui.palette_model import PaletteModel
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import Radius, Space

if TYPE_CHECKING:
    from cmstation.services.search import Found
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

PAUSE_MS = 120
_WIDTH = 640
_HEIGHT = 440
_FIELD = 48
_SHADOW = 12
# Another window or a menu came in front: the person has not gone elsewhere in this one.
_NO_LEAVE = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class Palette(QWidget):
    """Float over the window while it is open; asks in the background and never waits.

    Signals:
        post_chosen, media_chosen: the identity of what the person chose.
    """

    post_chosen = Signal(int)
    media_chosen = Signal(int)

    def __init__(self, icons: Icons, actions: Callable[[], tuple[Listed, ...]], window: QWidget) -> None:
        super().__init__(window)
        self._icons = icons
        self._actions = actions
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._zone = USUAL_ZONE
        self._came_from: QWidget | None = None
        self._field = QLineEdit(self)
        self._model = PaletteModel(self)
        self._list = QListView(self)
        self._hint = Note(icons, parent=self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._lay_out()
        self.setAccessibleName(self.tr("Search or do"))
        self.setVisible(False)
        window.installEventFilter(self)

    def attach(self, station: "Station", commands: "Commands", zone: str) -> None:
        """Receive the services; before, only actions are found."""
        self._station, self._commands, self._zone = station, commands, zone

    @Slot()
    def open(self) -> None:
        """Come up, empty, with the keyboard in the field."""
        if self.isVisible():
            self._field.selectAll()
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._came_from = self.window().focusWidget()
        self._field.clear()
        self._show_all()
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def type_words(self, words: str) -> None:
        """Type for the person: what was found for these words shows."""
        self._field.setText(words)

    @Slot()
    def dismiss(self) -> None:
        """Go, and give the keyboard back."""
        if not self.isVisible():
            return
        self._pause.stop()
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self._field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _NO_LEAVE:
                self.dismiss()
        return False

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        shade = theme.colour("text")
        for step in range(_SHADOW, 0, -2):
            faint = theme.colour("scrim") if theme.is_dark else shade
            painter.setOpacity(0.018 if not theme.is_dark else 0.10)
            rounded(painter, self.rect().adjusted(step, step, -step, -step), fill=faint, radius=Radius.CARD)
        painter.setOpacity(1)
        card = self._card()
        rounded(painter, card, fill=theme.colour("surface"), line=theme.colour("border"), radius=Radius.CARD)
        top = QRect(card.left() + 1, card.top(), card.width() - 2, _FIELD)
        hairline(painter, top, theme.colour("line"), Qt.Edge.BottomEdge)
        self._icons.paint(painter, card.left() + Space.L, card.top() + 16, "search", "muted", 16)

    # --- inside ---

    def _lay_out(self) -> None:
        self._field.setProperty("kind", "bare")
        self._field.setFrame(False)
        self._field.setFont(self._icons.theme.font("post"))
        self._field.setPlaceholderText(self.tr("A post, a picture, an action…"))
        self._field.setAccessibleName(self.tr("Search or do"))
        self._field.setFixedHeight(_FIELD - 4)
        self._field.textChanged.connect(self._typed)
        self._field.installEventFilter(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(PaletteDelegate(self._icons, self._list))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self.tr("Found"))
        self._list.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        edge = _SHADOW + 1
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        row = QVBoxLayout()
        row.setContentsMargins(Space.L + 16 + Space.M, 0, Space.L, 0)
        row.addWidget(self._field)
        column.addLayout(row)
        column.addSpacing(Space.S)
        column.addWidget(self._list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.L, Space.XS, Space.L, Space.S)
        foot.addWidget(self._hint)
        column.addLayout(foot)
        self._hint.setText(self.tr("↑ ↓ to choose, Enter to open, Esc to close"))

    def _card(self) -> QRect:
        return self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

    def _place(self) -> None:
        parent = self.window()
        width = min(_WIDTH, parent.width() - 2 * Space.XL) + 2 * _SHADOW
        height = min(_HEIGHT, parent.height() - 96) + 2 * _SHADOW
        self.setGeometry(QRect(QPoint((parent.width() - width) // 2, 64 - _SHADOW), QPoint(0, 0)))
        self.resize(width, height)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self._list.currentIndex())
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._move(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        row = self._list.currentIndex().row()
        for _ in range(abs(step)):
            row = self._model.next_row(row, 1 if step > 0 else -1)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._show_all()
        self._pause.start()

    def _show_all(self) -> None:
        """Show the actions at once; what was found for other words goes."""
        typed = self._field.text().strip()
        self._model.set_group(self.tr("Actions"), action_entries(self._actions(), typed, self._run))
        if not typed:
            self._model.set_group(self.tr("Posts"), ())
            self._model.set_group(self.tr("Pictures"), ())
        self._choose_first()

    @Slot()
    def _ask(self) -> None:
        typed = self._field.text().strip()
        station, commands = self._station, self._commands
        if not typed or station is None or commands is None:
            return
        commands.ask(
            lambda: station.search.find(typed, MOST_OF_A_KIND),
            lambda found: self._found(typed, found),
            owner=self,
            lane="",
            replaces="palette",
        )

    def _found(self, typed: str, found: "Found") -> None:
        if typed != self._field.text().strip() or not self.isVisible() or self._station is None:
            return
        now = self._station.clock.now()
        posts = post_entries(
            found.posts, self._zone, now, lambda post: self._run(self.post_chosen.emit, post)
        )
        media = media_entries(found.media, lambda item: self._run(self.media_chosen.emit, item))
        self._model.set_group(self.tr("Posts"), posts)
        self._model.set_group(self.tr("Pictures"), media)
        self._choose_first()

    def _choose_first(self) -> None:
        row = self._model.next_row(-1, 1)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
            self._list.scrollToTop()

    def _run(self, act: Callable[..., object], *values: int) -> None:
        self.dismiss()
        act(*values)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        entry = self._model.entry(index)
        if entry is not None and entry.act is not None:
            entry.act()
