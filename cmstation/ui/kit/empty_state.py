"""What a screen shows while it has nothing: what will be here, why, and how to start."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.drawings import Drawing, Sketch
from cmstation.ui.kit.labels import Note, Paragraph, Words
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.kit.pills import KeyCap
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import IconSize, Radius, Space

_TEXT_WIDTH = 480
_CARD_WIDTH = 280
_CARD_LEFT = Space.L + IconSize.NORMAL + Space.M


class ActionCard(QAbstractButton):
    """A whole card that is a button: icon, title, and what it does."""

    def __init__(
        self, icons: Icons, icon: str, title: str, text: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon = icon
        self._title = title
        self._words = Paragraph(icons, text, colour="muted", parent=self)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(_CARD_WIDTH)
        width = _CARD_WIDTH - _CARD_LEFT - Space.L
        self._words.setGeometry(
            _CARD_LEFT, Space.L + self._title_line, width, self._words.heightForWidth(width)
        )

    def sizeHint(self) -> QSize:
        return QSize(_CARD_WIDTH, self._words.geometry().bottom() + 1 + Space.L)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        ground = "soft" if self.isDown() else "hover" if self.underMouse() else "surface"
        rounded(
            painter,
            self.rect(),
            fill=theme.colour(ground),
            line=theme.colour("border"),
            radius=Radius.CARD,
        )
        self._icons.paint(painter, Space.L, Space.L, self._icon, "accent", IconSize.NORMAL)
        room = QRect(_CARD_LEFT, Space.L, self.width() - _CARD_LEFT - Space.L, self._title_line)
        draw_elided(painter, room, self._title, theme, font="strong")

    @property
    def _title_line(self) -> int:
        return self._icons.theme.line_height("strong")


class EmptyState(QWidget):
    """A drawing, a title, a text, one action, and up to three quiet cards.

    Signals:
        acted: the person took the one action.
    """

    acted = Signal()

    def __init__(
        self,
        icons: Icons,
        title: str,
        text: str,
        *,
        drawing: Drawing = "post",
        action: str = "",
        action_icon: str = "",
        keys: str = "",
        keys_word: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Lay the words out.

        Args:
            action: words of the primary button; none, no button.
            keys: the shortcut that does the same; `keys_word` stands before it ("or").
        """
        super().__init__(parent)
        self._icons = icons
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL + Space.XXL)
        column.setSpacing(0)
        column.addStretch(1)
        self._centred(column, Sketch(icons.theme, drawing))
        column.addSpacing(Space.XL)
        self.title = Words(icons, title, font="title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._centred(column, self.title)
        column.addSpacing(Space.S)
        self.text = Paragraph(icons, text, font="lead", colour="muted", align=Qt.AlignmentFlag.AlignHCenter)
        self.text.setFixedWidth(_TEXT_WIDTH)
        self._centred(column, self.text)
        self.button: PrimaryButton | None = None
        if action:
            column.addSpacing(Space.XL)
            self.button = PrimaryButton(icons, action, icon=action_icon, size="large")
            self.button.clicked.connect(self._act)
            self._centred(column, self.button)
        if keys:
            column.addSpacing(Space.S)
            column.addLayout(self._keys_row(keys, keys_word))
        self._cards = QHBoxLayout()
        self._cards.setSpacing(Space.L)
        self._cards.addStretch(1)
        self._cards.addStretch(1)
        self._cards.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._cards)
        column.addStretch(1)

    def add_card(self, icon: str, title: str, text: str) -> ActionCard:
        """Add a quiet way to start; its `clicked` says that it was taken."""
        if self._cards.count() == 2:
            self._cards.setContentsMargins(0, Space.XXL + Space.S, 0, 0)
        card = ActionCard(self._icons, icon, title, text)
        self._cards.insertWidget(self._cards.count() - 1, card, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _act(self) -> None:
        self.acted.emit()

    def _keys_row(self, keys: str, word: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addStretch(1)
        if word:
            row.addWidget(Note(self._icons, word))
        row.addWidget(KeyCap(self._icons, keys))
        row.addStretch(1)
        return row

    @staticmethod
    def _centred(column: QVBoxLayout, widget: QWidget) -> None:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
