"""The morning: one story after the other, and five keys to decide."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.watch import DecisionKind
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, SecondaryButton
from cmstation.ui.kit.labels import Note, Paragraph, SectionTitle
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.article_view import ArticleView
from cmstation.ui.watch.morning.big_key import BigKey
from cmstation.ui.watch.story_list import LETTERS

BAR, PROGRESS, FOOT = 56, 4, 148
COLUMN, KEYS = 704, 936
MOST_ACCOUNTS = 9
TICK_MS = 1_000


class MorningPage(Panel):
    """What is new, story by story.

    Signals:
        decided: a `DecisionKind`, and the accounts that are chosen (`tuple[int, ...]`).
        undo_wanted: take the last decision back.
        open_wanted: the article in the browser.
        left: the person leaves the morning.
        ticked: another second has passed on this page.
    """

    decided = Signal(object, object)
    undo_wanted = Signal()
    open_wanted = Signal()
    left = Signal()
    ticked = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        self._icons = icons
        self.title = SectionTitle(icons, self.tr("Morning watch"), parent=self)
        self.today = Note(icons, "", parent=self)
        self.counter = Note(icons, "", parent=self)
        self.timer = Note(icons, "", parent=self)
        self.leave = SecondaryButton(icons, self.tr("Leave"), parent=self)
        self.leave.setToolTip(self.tr("Leave; the morning goes on where you stopped (Esc)"))
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(PROGRESS)
        self.progress.setAccessibleName(self.tr("Stories decided"))
        self.article = ArticleView(icons, self)
        self.over = Paragraph(icons, "", colour="muted", parent=self)
        self.over.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.accounts_note = Note(icons, self.tr("Relay on"), parent=self)
        self.accounts = QHBoxLayout()
        self.undo = LinkButton(icons, self.tr("Take the last choice back (Ctrl+Z)"), parent=self)
        self.keys = {
            DecisionKind.RELAY: self._key("R", self.tr("Relay"), self.tr("makes a draft"), usual=True),
            DecisionKind.PHYSICIANS: self._key("M", self.tr("Physicians"), self.tr("for an opinion")),
            DecisionKind.REVIEW: self._key("G", self.tr("Keep"), self.tr("for the review")),
            DecisionKind.LATER: self._key("P", self.tr("Later"), self.tr("comes back")),
            DecisionKind.DISMISS: self._key("E", self.tr("Dismiss"), self.tr("does not return")),
        }
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.ticked)
        self._buttons: dict[int, QPushButton] = {}
        self._going = False
        self._allowed = False
        self._lay_out(icons)
        self._join()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_accounts(self, accounts: Sequence[Account], chosen: Sequence[int]) -> None:
        """Offer the accounts that a relay may be for.

        Args:
            chosen: those that are chosen at the start.
        """
        for button in self._buttons.values():
            self.accounts.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        for number, account in enumerate(accounts[:MOST_ACCOUNTS], 1):
            button = QPushButton(f"{number}  {account.name}", self)
            button.setProperty("kind", "secondary")
            button.setProperty("controlSize", "small")
            button.setCheckable(True)
            button.setChecked(account.id in chosen)
            button.setAccessibleName(account.name)
            self._icons.bind(button, self._icons.network(account.network.value), "muted")
            button.toggled.connect(self._weigh)
            self._buttons[account.id] = button
            self.accounts.addWidget(button)
        self.accounts_note.setVisible(bool(self._buttons))

    def chosen_accounts(self) -> tuple[int, ...]:
        """Return the accounts that a relay is for."""
        return tuple(account for account, button in self._buttons.items() if button.isChecked())

    def show_place(self, done: int, of: int, time: str) -> None:
        """Say how far the person is.

        Args:
            time: how long it took, and what is left, in words.
        """
        self.progress.setMaximum(max(of, 1))
        self.progress.setValue(done)
        self.counter.setText(self.tr("{done} of {of}").format(done=min(done + 1, of), of=of))
        self.timer.setText(time)

    def show_story(self, page: str, spans: Sequence[str] = ()) -> None:
        """Show a story, as `article_page` writes it."""
        self.over.hide()
        self.article.show()
        self.article.show_page(page, spans)
        self._allow(allowed=True)

    def show_end(self, words: str) -> None:
        """Say that everything was gone through."""
        self.article.hide()
        self.over.setText(words)
        self.over.show()
        self._allow(allowed=False)

    def start(self) -> None:
        """Count the time, as long as this page is seen."""
        if self._going:
            return
        self._going = True
        self._clock.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Count no longer."""
        self._going = False
        self._clock.stop()

    # --- Qt ---

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._going:
            self._clock.start()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, plain = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        number = event.key() - Qt.Key.Key_1.value
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and key in LETTERS and self.keys[LETTERS[key]].isEnabled():
            self._decide(LETTERS[key])
        elif plain and key == Qt.Key.Key_O:
            self.open_wanted.emit()
        elif plain and 0 <= number < len(self._buttons):
            tuple(self._buttons.values())[number].toggle()
        elif plain and key in {Qt.Key.Key_Space, Qt.Key.Key_PageDown}:
            self._scroll(1)
        elif plain and key == Qt.Key.Key_PageUp:
            self._scroll(-1)
        else:
            super().keyPressEvent(event)

    # --- inside ---

    def _key(self, letter: str, title: str, detail: str, *, usual: bool = False) -> BigKey:
        return BigKey(self._icons, letter, title, detail, usual=usual, parent=self)

    def _scroll(self, pages: int) -> None:
        bar = self.article.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _allow(self, *, allowed: bool) -> None:
        self._allowed = allowed
        for key in self.keys.values():
            key.setEnabled(allowed)
        self._weigh()

    @Slot()
    def _weigh(self) -> None:
        """A relay needs to know where."""
        placed = not self._buttons or bool(self.chosen_accounts())
        relay = self.keys[DecisionKind.RELAY]
        relay.setEnabled(self._allowed and placed)
        relay.setToolTip("" if placed else self.tr("Choose first where it is to be relayed"))

    def _decide(self, kind: DecisionKind) -> None:
        self.decided.emit(kind, self.chosen_accounts())

    @Slot()
    def _press(self) -> None:
        pressed = self.sender()
        for kind, key in self.keys.items():
            if key is pressed:
                self._decide(kind)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _join(self) -> None:
        for key in self.keys.values():
            key.clicked.connect(self._press)
        self.leave.clicked.connect(self.left)
        self.undo.clicked.connect(self.undo_wanted)

    def _lay_out(self, icons: Icons) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.XXL, 0, Space.XXL, 0)
        bar.setSpacing(Space.L)
        for part in (self.title, self.today):
            bar.addWidget(part)
        bar.addStretch(1)
        for part in (self.counter, self.timer, self.leave):
            bar.addWidget(part)
        top = QWidget(self)
        top.setFixedHeight(BAR)
        top.setLayout(bar)
        foot = Panel(icons, "bg", Qt.Edge.TopEdge, parent=self)
        foot.setMinimumHeight(FOOT)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.article, 100)
        middle.addWidget(self.over, 100)
        middle.addStretch(1)
        self.article.setMaximumWidth(COLUMN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.progress)
        column.addLayout(middle, 1)
        column.addWidget(foot)
        self._lay_out_foot(foot)

    def _lay_out_foot(self, foot: QWidget) -> None:
        inner = QWidget(foot)
        inner.setMaximumWidth(KEYS)
        networks = QHBoxLayout()
        networks.setSpacing(Space.S)
        networks.addWidget(self.accounts_note)
        self.accounts.setSpacing(Space.S)
        networks.addLayout(self.accounts)
        networks.addStretch(1)
        networks.addWidget(self.undo)
        keys = QHBoxLayout()
        keys.setSpacing(Space.M)
        for key in self.keys.values():
            keys.addWidget(key, 1)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, Space.L, 0, Space.L)
        rows.setSpacing(Space.M)
        rows.addLayout(networks)
        rows.addLayout(keys)
        whole = QHBoxLayout(foot)
        whole.setContentsMargins(Space.XXL, 0, Space.XXL, 0)
        whole.addStretch(1)
        whole.addWidget(inner, 100)
        whole.addStretch(1)
