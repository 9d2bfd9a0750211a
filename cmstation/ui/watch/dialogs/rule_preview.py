"""What a rule would show and leave out of the newest items, side by side."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note, Words
from cmstation.ui.kit.painting import draw_elided, draw_row
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.marked_words import draw_marked
from cmstation.ui.watch.dialogs.rule_words import reason_words

if TYPE_CHECKING:
    from cmstation.services.watch_lists import PreviewRow, RulePreview

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_LINE, _FOOT = 18, 16
_HEIGHT = 2 * _LINE + _FOOT + 2 * Space.S + 2
_Role = Qt.ItemDataRole


class PreviewModel(QAbstractListModel):
    """Items of one side."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PreviewRow, ...] = ()

    def show_rows(self, rows: "Sequence[PreviewRow]") -> None:
        """Show other items."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def at(self, index: Index) -> "PreviewRow | None":
        """Return the item at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> object:
        row = self.at(index)
        if row is None:
            return None
        if role == _Role.DisplayRole:
            return row.title
        if role in {_Role.AccessibleTextRole, _Role.ToolTipRole}:
            why = reason_words(row.reason, row.terms)
            return ", ".join(part for part in (row.title, row.source_name, why) if part)
        return None


class PreviewDelegate(QStyledItemDelegate):
    """Paints a title with the words of the rule marked, its source, and why it is left out."""

    def __init__(self, icons: Icons, when: Callable[[datetime], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._when = when

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        return QSize(option.rect.width(), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        draw_row(painter, option, self._icons, bar=False)
        model = index.model()
        row = model.at(index) if isinstance(model, PreviewModel) else None
        if row is None:
            return
        room = option.rect.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        colour = "text" if row.reason is None else "muted"
        theme, why = self._icons.theme, reason_words(row.reason, row.terms)
        short = theme.metrics("text").horizontalAdvance(row.title) <= room.width()
        room.adjust(0, _LINE // 2 if short else 0, 0, 0)
        title = QRect(room.topLeft(), QSize(room.width(), _LINE if short else 2 * _LINE))
        draw_marked(painter, title, row.title, row.spans, theme, colour=colour, line=_LINE)
        foot = QRect(QPoint(room.left(), title.bottom() + 1), QSize(room.width(), _FOOT))
        if why:
            taken = draw_elided(painter, foot, why, theme, font="note_medium", colour="warning")
            foot.setLeft(foot.left() + taken + Space.S)
        told = f"{row.source_name} · {self._when(row.moment)}"
        draw_elided(painter, foot, told, theme, font="note", colour="muted")


class PreviewSide(QWidget):
    """One of the two columns."""

    def __init__(
        self,
        icons: Icons,
        name: str,
        empty: str,
        when: Callable[[datetime], str],
        parent: QWidget | None = None,
    ) -> None:
        """Lay out.

        Args:
            name: what its items are.
            empty: what to say when it has none.
        """
        super().__init__(parent)
        self._name, self._empty = name, empty
        self.title = Words(icons, name, font="strong", parent=self)
        self.rows = PreviewModel(self)
        self.list = QListView(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PreviewDelegate(icons, when, self.list))
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(_HEIGHT + 2)
        # It takes the room that is left: its own wish would make the dialog too high.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = Note(icons, "", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        column.addWidget(self.more)

    def show_rows(self, count: int, rows: "Sequence[PreviewRow]") -> None:
        """Show how many there are, and some of them."""
        self.title.setText(f"{self._name} ({QLocale().toString(count)})")
        self.list.setAccessibleName(self.title.text())
        self.rows.show_rows(rows)
        words = self._empty
        if rows:
            words = self.tr("The newest %n", "", len(rows)) if count > len(rows) else self.tr("All of them")
        self.more.setText(words)

    def forget(self) -> None:
        """Show nothing: the answer is not known yet."""
        self.title.setText(self._name)
        self.rows.show_rows(())
        self.more.setText("")


class RulePreviewColumns(QWidget):
    """What is shown at the left, what is left out at the right."""

    def __init__(self, icons: Icons, when: Callable[[datetime], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = PreviewSide(icons, self.tr("Shown"), self.tr("Nothing would be shown."), when, self)
        self.left_out = PreviewSide(icons, self.tr("Left out"), self.tr("Nothing is left out."), when, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(self.shown, 1)
        row.addWidget(self.left_out, 1)

    def show_preview(self, preview: "RulePreview") -> None:
        """Show what a rule would do."""
        self.shown.show_rows(preview.matched, preview.matched_rows)
        self.left_out.show_rows(preview.missed, preview.missed_rows)

    def forget(self) -> None:
        """Show nothing: the answer is not known yet."""
        self.shown.forget()
        self.left_out.forget()
