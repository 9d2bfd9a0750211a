"""Rows as a list of the kit shows them, for the gallery."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_network_glyphs, draw_row, draw_state
from cmstation.ui.theme.tokens import Space

_ROWS = [
    (
        "Journée mondiale de la vue",
        "Un contrôle tous les deux ans après 40 ans…",
        "uncertain",
        "facebook mastodon",
    ),
    (
        "Octobre rose : le dépistage près de chez vous",
        "En octobre, un geste simple peut tout changer…",
        "draft",
        "wordpress facebook bluesky linkedin mastodon",
    ),
    (
        "Grippe et Covid : où se faire vacciner",
        "La campagne ouvre ce mercredi, sans rendez-vous…",
        "approved",
        "wordpress facebook",
    ),
    (
        "Téléconsultation : bien préparer son écran",
        "Cinq minutes avant, vérifiez le son…",
        "scheduled",
        "facebook linkedin bluesky",
    ),
    ("Portes ouvertes de la maternité", "Visitez les salles", "in_review", "facebook instagram"),
]


class Rows(QAbstractListModel):
    """The drafts of the list."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(_ROWS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return _ROWS[index.row()][0] if role == Qt.ItemDataRole.DisplayRole else None


class RowDelegate(QStyledItemDelegate):
    """Draws a draft as the list of drafts does."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        draw_row(painter, option, self._icons)
        theme = self._icons.theme
        title, words, state, networks = _ROWS[index.row()]
        rect = option.rect.adjusted(Space.L, Space.S, -Space.L, -Space.S)
        line = QRect(rect.left(), rect.top(), rect.width(), 20)
        draw_elided(painter, line, title, theme, font="strong")
        draw_elided(painter, line.translated(0, 19), words, theme, font="note", colour="muted")
        foot = QRect(rect.left(), rect.top() + 40, rect.width(), 16)
        taken = draw_network_glyphs(painter, foot, networks.split(), self._icons)
        draw_state(painter, foot.adjusted(0, 0, -taken - 8, 0), state, self._icons, detail=" · auj., 18:00")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 72)
