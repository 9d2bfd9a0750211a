"""Draws one account of the list: glyph, name, place, state."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.accounts import Account
from cmstation.ui.accounts.account_model import AccountModel
from cmstation.ui.accounts.account_words import place_words, state_look
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_row
from cmstation.ui.theme.tokens import IconSize, Space

ROW = 64


class AccountDelegate(QStyledItemDelegate):
    """Paints accounts."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        model = index.model()
        account = model.account(index) if isinstance(model, AccountModel) else None
        if account is not None:
            draw_row(painter, option, self._icons)
            self._draw(painter, option.rect, account)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        return QSize(option.rect.width(), ROW)

    def _draw(self, painter: QPainter, rect: QRect, account: Account) -> None:
        icons, theme = self._icons, self._icons.theme
        look = state_look(account)
        top = rect.top() + (ROW - IconSize.NORMAL) / 2
        icons.paint(
            painter, rect.left() + Space.XL, top, icons.network(account.network), "text", IconSize.NORMAL
        )
        word = round(theme.metrics("note_medium").horizontalAdvance(look.word)) + 2
        right = rect.right() + 1 - Space.XL
        mark = right - word - Space.XS - IconSize.SMALL
        middle = rect.top() + (ROW - IconSize.SMALL) / 2
        icons.paint(painter, mark, middle, look.shape, look.colour, IconSize.SMALL)
        state = QRect(right - word, rect.top(), word, ROW)
        draw_elided(painter, state, look.word, theme, font="note_medium", colour=look.colour)
        left = rect.left() + Space.XL + IconSize.NORMAL + Space.M
        name = QRect(left, rect.top() + 13, mark - Space.L - left, 20)
        draw_elided(painter, name, account.name, theme, font="strong")
        place = QRect(left, name.bottom() + 3, name.width(), 16)
        draw_elided(painter, place, place_words(account), theme, font="note", colour="muted")
