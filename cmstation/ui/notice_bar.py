"""The bar that shows one notice above the tab; never in the way, never a dialog."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, LinkButton, SecondaryButton
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind, Notices
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space

READING_MS = 9_000
LONG_READING_MS = 20_000
_ICONS = {
    NoticeKind.INFO: "info",
    NoticeKind.GOOD: "check",
    NoticeKind.WARNING: "warning",
    NoticeKind.DANGER: "failed",
}
_GROUNDS: dict[NoticeKind, ColourRole] = {
    NoticeKind.INFO: "info_soft",
    NoticeKind.GOOD: "good_soft",
    NoticeKind.WARNING: "warning_soft",
    NoticeKind.DANGER: "danger_soft",
}


def notice_icon(kind: NoticeKind) -> str:
    """Give the shape of a kind: colour alone says nothing."""
    return _ICONS[kind]


class _Shape(QWidget):
    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._kind = NoticeKind.INFO
        self.setFixedSize(QSize(IconSize.NORMAL, IconSize.NORMAL))

    def show_kind(self, kind: NoticeKind) -> None:
        self._kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        self._icons.paint(painter, 0, 0, _ICONS[self._kind], self._kind.value, IconSize.NORMAL)


class NoticeBar(Panel):
    """Show the newest open notice; a passing one leaves by itself, unless someone reads it.

    Signals:
        history_wanted: show what was told before.
    """

    history_wanted = Signal()

    def __init__(self, icons: Icons, notices: Notices, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, "info_soft", Qt.Edge.BottomEdge, parent=parent)
        self._icons = icons
        self._notices = notices
        self._shown: Notice | None = None
        self._shape = _Shape(icons, self)
        self._text = Paragraph(icons, font="strong")
        self._detail = Paragraph(icons)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        self._more = LinkButton(icons, "", font="note_medium")
        self._close = IconButton(icons, "close", self.tr("Close this notice"))
        self._lay_out()
        self._more.clicked.connect(self.history_wanted)
        self._close.clicked.connect(self.close_shown)
        self.passing = QTimer(self)
        self.passing.setSingleShot(True)
        self.passing.timeout.connect(self._pass_by)
        notices.changed.connect(self._show_current)
        self.setAccessibleName(self.tr("Notice"))
        self.setVisible(False)

    @property
    def shown(self) -> Notice | None:
        """The notice that can be read now."""
        return self._shown

    @Slot()
    def close_shown(self) -> None:
        """Close the notice, as its cross does."""
        if self._shown is not None:
            self._notices.close(self._shown)

    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self.passing.stop()

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._start_timer()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._shape)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.addWidget(self._more)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @Slot()
    def _show_current(self) -> None:
        notice = self._notices.current
        others = len(self._notices.open) - 1
        self._more.setText(self.tr("%n more", "", max(0, others)))
        self._more.setVisible(others > 0)
        if notice == self._shown:
            return
        self.passing.stop()
        self._shown = notice
        self.setVisible(notice is not None)
        if notice is not None:
            self._write(notice)
            self._start_timer()

    def _write(self, notice: Notice) -> None:
        self.set_ground(_GROUNDS[notice.kind])
        self._shape.show_kind(notice.kind)
        self._text.setText(notice.text)
        self._detail.setText(notice.detail)
        self._detail.setVisible(bool(notice.detail))
        self._clear_actions()
        for action in notice.actions:
            self._actions.addWidget(self._button(notice, action))
        self.updateGeometry()
        spoken = f"{notice.text} {notice.detail}".strip()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _clear_actions(self) -> None:
        while (item := self._actions.takeAt(0)) is not None:  # pyright: ignore[reportUnnecessaryComparison]
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _button(self, notice: Notice, action: NoticeAction) -> SecondaryButton:
        button = SecondaryButton(self._icons, action.label, size="small")

        def act() -> None:
            self._notices.close(notice)
            action.call()

        button.clicked.connect(act)
        return button

    def _start_timer(self) -> None:
        if self._shown is not None and not self._shown.sticky:
            long = self._shown.kind in {NoticeKind.WARNING, NoticeKind.DANGER} or bool(self._shown.detail)
            self.passing.start(LONG_READING_MS if long else READING_MS)

    @Slot()
    def _pass_by(self) -> None:
        focused = any(child.hasFocus() for child in self.findChildren(QWidget))
        if self.underMouse() or focused:
            self._start_timer()
        else:
            self.close_shown()
