"""The expert board: what waits for a physician, the article, the question and the answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from cmstation.domain.watch import Opinion
from cmstation.services.watch_unsent import UnsentAnswer
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, IconButton, LinkButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.labels import Paragraph, SectionTitle
from cmstation.ui.kit.pills import Pill
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.article_view import ArticleView
from cmstation.ui.watch.board.answer_form import AnswerForm
from cmstation.ui.watch.board.board_list import BoardList
from cmstation.ui.watch.board.board_model import Request
from cmstation.ui.watch.board.request_form import RequestForm

BAR = 57
LIST, FORM = (312, 384), (360, 464)
WIDE_FROM = 1700
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BoardPage(Panel):
    """Requests at the left, the article, and what is asked and answered at the right.

    Signals:
        copy_wanted: the current request as a message.
        withdraw_wanted: the current request is taken back.
        answered: an `UnsentAnswer` is to be written down.
        undo_wanted: take the last command back.
        left: the person leaves the board.
    """

    copy_wanted = Signal()
    withdraw_wanted = Signal()
    answered = Signal(object)
    undo_wanted = Signal()
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        self.icons = icons
        self._waits = False
        self.title = SectionTitle(icons, self.tr("Expert board"), parent=self)
        self.leave = IconButton(icons, "arrow-left", self.tr("Back to the watch (Esc)"), parent=self)
        self.board = BoardList(icons, self)
        self.state = Pill(icons, "", parent=self)
        self.copy = SecondaryButton(icons, self.tr("Copy for an e-mail"), icon="mail", parent=self)
        self.withdraw = GhostButton(icons, self.tr("Take back the request"), icon="undo", parent=self)
        self.article = ArticleView(icons, self)
        self.request = RequestForm(icons, self)
        self.answer = AnswerForm(icons, self)
        self.told = Paragraph(icons, "", font="note", colour="muted", parent=self)
        self.put_back = LinkButton(icons, self.tr("Put it back"), parent=self)
        self.write = PrimaryButton(icons, self.tr("Write the answer down"), parent=self)
        self.empty = EmptyState(
            icons,
            self.tr("No opinion is asked for"),
            self.tr(
                "When a medical article is doubtful, ask a physician before you relay it: choose the story "
                "in the watch and press M. The request waits here, and so does the answer."
            ),
            drawing="watch",
            parent=self,
        )
        self._lay_out(icons)
        self._join()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what will be here."""
        self._pages.setCurrentWidget(self.empty)

    def show_request(
        self,
        shown: Request,
        article: str,
        asked: str,
        half: UnsentAnswer | None,
        names: Sequence[str],
        *,
        again: bool,
    ) -> None:
        """Show a request.

        Args:
            article: as `article_page` writes it.
            asked: who asked and when, in words.
            half: the answer as far as it was written.
            names: of physicians, to choose from.
            again: it is shown already.
        """
        opinion: Opinion = shown.row.opinion
        self._waits = opinion.answered_at is None
        self.state.say(shown.meta, shown.tone, shown.icon)
        self.copy.setVisible(self._waits)
        self.withdraw.setVisible(self._waits)
        self.write.setText(self.tr("Write the answer down") if self._waits else self.tr("Correct the answer"))
        self.article.show_page(article, stays=again)
        self.request.show_request(opinion, asked, names)
        self.answer.show_answer(opinion, half, names)
        self._pages.setCurrentWidget(self._whole)
        self._look()

    def flush(self) -> None:
        """Hand over what is being written."""
        self.request.flush()
        self.answer.flush()

    def forget(self) -> None:
        """Keep no more what stands in the forms: it is written down, or its request is gone."""
        self.request.forget()
        self.answer.forget()

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() in _RETURN:
            self.write.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share(event.size().width())

    # --- inside ---

    @Slot()
    def _look(self) -> None:
        """Say what is missing, and whether something is not written down."""
        missing, begun = self.answer.missing(), self.answer.is_begun()
        if missing and (begun or self._waits):
            told = missing
        elif begun:
            told = self.tr("Kept, but not written down yet.")
        else:
            told = ""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.put_back.setVisible(begun and not self._waits)
        self.write.set_reason(missing if begun or self._waits else self.tr("Nothing has changed."))

    @Slot()
    def _write(self) -> None:
        if not self.answer.missing() and (self._waits or self.answer.is_begun()):
            self.answered.emit(self.answer.answer())

    @Slot()
    def _go_to_answer(self) -> None:
        self.answer.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _withdraw(self) -> None:
        if self._waits:
            self.withdraw_wanted.emit()

    def _join(self) -> None:
        self.leave.clicked.connect(self.left)
        self.copy.clicked.connect(self.copy_wanted)
        self.withdraw.clicked.connect(self.withdraw_wanted)
        self.board.withdraw_wanted.connect(self._withdraw)
        self.board.write_wanted.connect(self._go_to_answer)
        self.answer.changed.connect(self._look)
        self.put_back.clicked.connect(self.answer.put_back)
        self.write.clicked.connect(self._write)

    def _share(self, width: int) -> None:
        wide = width >= WIDE_FROM
        self._left.setFixedWidth(LIST[wide])
        self._right.setFixedWidth(FORM[wide])

    def _lay_out(self, icons: Icons) -> None:
        self._left = self._list_column(icons)
        self._whole = QWidget(self)
        self._right = self._form_column(icons)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.article, 1)
        body.addWidget(self._right)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._hairline(icons))
        column.addLayout(body, 1)
        holder = QWidget(self)
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self._whole)
        self._pages.addWidget(self.empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(holder, 1)
        self._share(self.width())

    def _list_column(self, icons: Icons) -> QWidget:
        panel = Panel(icons, "surface", Qt.Edge.RightEdge, parent=self)
        top = QWidget(panel)
        top.setFixedHeight(BAR)
        row = QHBoxLayout(top)
        row.setContentsMargins(Space.M, 0, Space.L, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.leave)
        row.addWidget(self.title, 1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._hairline(icons))
        column.addWidget(self.board, 1)
        return panel

    def _bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setFixedHeight(BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.XXL, 0, Space.L, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.withdraw)
        return bar

    def _form_column(self, icons: Icons) -> QWidget:
        panel = Panel(icons, "surface", Qt.Edge.LeftEdge, parent=self)
        inner = QWidget(panel)
        forms = QVBoxLayout(inner)
        forms.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        forms.setSpacing(Space.M)
        forms.addWidget(self.request)
        forms.addWidget(self._hairline(icons))
        forms.addWidget(self.answer, 1)
        scroll = QScrollArea(panel)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setBackgroundRole(QPalette.ColorRole.Base)
        scroll.setWidget(inner)
        foot = Panel(icons, "bg", Qt.Edge.TopEdge, parent=panel)
        end = QVBoxLayout(foot)
        end.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        end.setSpacing(Space.XS)
        end.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.put_back)
        row.addStretch(1)
        row.addWidget(self.write)
        end.addLayout(row)
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(foot)
        return panel

    def _hairline(self, icons: Icons) -> QWidget:
        line = Panel(icons, "line", parent=self)
        line.setFixedHeight(1)
        return line
