"""The earlier notices, newest first."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.clock import Clock
from cmstation.ui.dates import when_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.painting import draw_elided, draw_row
from cmstation.ui.notice_bar import notice_icon
from cmstation.ui.notices import KeptNotice, Notices
from cmstation.ui.theme.tokens import IconSize, Space

Index = QModelIndex | QPersistentModelIndex
KEPT = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_ROW = 60


class NoticeRows(QAbstractListModel):
    """The history as rows; a snapshot taken when the dialog opens."""

    def __init__(self, rows: tuple[KeptNotice, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        kept = self._rows[index.row()]
        if role == KEPT:
            return kept
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{kept.notice.text} {kept.notice.detail}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return kept.notice.detail or None
        return None


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, icons: Icons, clock: Clock, zone: str, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._clock = clock
        self._zone = zone

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        kept = index.data(KEPT)
        if not isinstance(kept, KeptNotice):
            return
        draw_row(painter, option, self._icons)
        theme, notice = self._icons.theme, kept.notice
        rect = QRect(option.rect).adjusted(Space.L, Space.S, -Space.L, -Space.S)
        self._icons.paint(
            painter,
            rect.left(),
            rect.top() + 2,
            notice_icon(notice.kind),
            notice.kind.value,
            IconSize.CONTROL,
        )
        rect.setLeft(rect.left() + IconSize.CONTROL + Space.M)
        first = QRect(rect.left(), rect.top(), rect.width(), theme.line_height("strong"))
        when = when_words(kept.at, self._zone, self._clock.now())
        width = round(theme.metrics("note").horizontalAdvance(when)) + 1
        place = QRect(first.right() - width, first.top(), width, first.height())
        draw_elided(painter, place, when, theme, font="note", colour="muted")
        font = "strong" if notice.detail else "medium"
        draw_elided(painter, first.adjusted(0, 0, -width - Space.M, 0), notice.text, theme, font=font)
        second = QRect(rect.left(), first.bottom() + 1, rect.width(), theme.line_height("text"))
        draw_elided(painter, second, notice.detail, theme, colour="muted")


class NoticeHistory(DialogFrame):
    """A list of what was told, to read again."""

    def __init__(
        self, icons: Icons, notices: Notices, clock: Clock, zone: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, self.tr("Earlier notices"), parent=parent)
        self.resize(720, 520)
        self.setModal(True)
        self.body.setContentsMargins(0, 0, 0, 0)
        rows = notices.history
        if rows:
            view = QListView(self)
            view.setFrameShape(QListView.Shape.NoFrame)
            view.setModel(NoticeRows(rows, view))
            view.setItemDelegate(_RowDelegate(icons, clock, zone, view))
            view.setMouseTracking(True)
            view.setAccessibleName(self.tr("Earlier notices"))
            self.body.addWidget(view)
        else:
            text = self.tr("Nothing yet. What CM Station tells you during the day can be read again here.")
            nothing = Paragraph(icons, text, colour="muted", align=Qt.AlignmentFlag.AlignHCenter)
            self.body.addStretch(1)
            self.body.addWidget(nothing)
            self.body.addStretch(1)
        close = SecondaryButton(icons, self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close, default=True)
