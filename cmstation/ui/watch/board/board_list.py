"""The list of the expert board: title, how it stands, and the physician."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.kept_words import KeptWords
from cmstation.ui.kit.painting import draw_row
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space
from cmstation.ui.watch.board.board_model import BoardModel, Heading, Line, Nothing, Request

Index = QModelIndex | QPersistentModelIndex
_TITLE, _META, _HEADING = 20, 18, 40
_TITLE_LINES, _NOTHING_LINES, _NOTHING_LINE = 3, 6, 16


class BoardDelegate(QStyledItemDelegate):
    """Paints requests as high as their titles need."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._words = KeptWords(icons, self)
        self._begun = self.tr("Answer begun")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        line = _line(index)
        if isinstance(line, Request):
            high = len(self._title(line, width)) * _TITLE + len(self._foot(line)) * _META + Space.XL
            return QSize(width, high)
        if isinstance(line, Nothing):
            return QSize(width, len(self._nothing(line, width)) * _NOTHING_LINE + Space.L)
        return QSize(width, _HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        line = _line(index)
        room = option.rect.adjusted(Space.L, 0, -Space.L, 0)
        if isinstance(line, Heading):
            told = f"{line.words} · {line.count}" if line.count else line.words
            room.setTop(room.top() + Space.S)
            self._words.words(painter, room, told, "note_strong", "muted")
        elif isinstance(line, Nothing):
            place = QRect(room.left(), room.top(), room.width(), _NOTHING_LINE)
            for words in self._nothing(line, option.rect.width()):
                self._words.words(painter, place, words, "note", "muted")
                place.translate(0, _NOTHING_LINE)
        elif line is not None:
            draw_row(painter, option, self._icons)
            self._draw_request(painter, room, line, option.rect.width())

    # --- inside ---

    def _title(self, line: Request, width: int) -> tuple[str, ...]:
        return self._words.folded(line.row.item.title, "strong", width - 2 * Space.L, _TITLE_LINES)

    def _nothing(self, line: Nothing, width: int) -> tuple[str, ...]:
        return self._words.folded(line.words, "note", width - 2 * Space.L, _NOTHING_LINES)

    def _foot(self, line: Request) -> list[tuple[str, str, ColourRole]]:
        """Return the lines under the title: icon, words and colour."""
        rows: list[tuple[str, str, ColourRole]] = [(line.icon, line.meta, line.tone)]
        if line.name:
            rows.append(("user", line.name, "muted"))
        if line.begun:
            rows.append(("draft", self._begun, "info"))
        return rows

    def _draw_request(self, painter: QPainter, room: QRect, line: Request, width: int) -> None:
        place = QRect(room.left(), room.top() + Space.M - 2, room.width(), _TITLE)
        for words in self._title(line, width):
            self._words.words(painter, place, words, "strong")
            place.translate(0, _TITLE)
        place = QRect(place.left(), place.top() + 2, place.width(), _META)
        for icon, words, colour in self._foot(line):
            top = place.top() + (_META - IconSize.SMALL) / 2
            self._icons.paint(painter, place.left(), top, icon, colour, IconSize.SMALL)
            told = place.adjusted(IconSize.SMALL + Space.S - 2, 0, 0, 0)
            self._words.words(painter, told, words, "note", colour)
            place.translate(0, _META)


class BoardList(QListView):
    """Requests, one of them chosen.

    Signals:
        went_to: the identity of the request that the person has come to.
        write_wanted: the person wants to write about it.
        withdraw_wanted: the person takes it back.
    """

    went_to = Signal(int)
    write_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.requests = BoardModel(self)
        self.setModel(self.requests)
        self.setItemDelegate(BoardDelegate(icons, self))
        self.setAccessibleName(self.tr("Requests for an opinion"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def current(self) -> int | None:
        """Return the request that the person is on."""
        request = self.requests.request(self.currentIndex())
        return None if request is None else request.opinion

    def show_requests(self, lines: Sequence[Line], opinion: int | None) -> None:
        """Show other rows, on a request, without a signal; the person's place stays."""
        top = self.verticalScrollBar().value()
        before = self.blockSignals(True)
        self.requests.show_lines(lines)
        self.setCurrentIndex(self.requests.index_of(opinion))
        self.blockSignals(before)
        self.verticalScrollBar().setValue(top)
        self.scrollTo(self.currentIndex())

    def request_of(self, opinion: int | None) -> Request | None:
        """Return a request that is listed."""
        return self.requests.request(self.requests.index_of(opinion))

    # --- Qt ---

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection, /) -> None:
        super().selectionChanged(selected, deselected)
        current = self.current()
        if current is not None and not selected.isEmpty() and not self.signalsBlocked():
            self.went_to.emit(current)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current() is not None:
            self.write_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.withdraw_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # to the page, which is left by it
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


def _line(index: Index) -> Request | Heading | Nothing | None:
    model = index.model()
    return model.line(index) if isinstance(model, BoardModel) else None
