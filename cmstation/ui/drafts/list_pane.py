"""The left pane: search, filters, and the list of posts."""

from datetime import datetime
from typing import cast

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import DraftFilter, PostState
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.drafts.arrange import Listing
from cmstation.ui.drafts.list_delegate import ITEM, DraftListDelegate
from cmstation.ui.drafts.list_model import DraftListModel, Index
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.kit.fields import SearchField
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.states import state_mark, state_word
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import ColourRole, Space

_STATES = tuple(PostState)
SEVERAL = "several"


class PostList(QListView):
    """The list itself.

    Signals:
        chosen: the post that the person went to.
        menu_wanted: a post, and where its menu should open (global).
        delete_wanted: a post to put into the bin.
    """

    chosen = Signal(int)
    menu_wanted = Signal(int, QPoint)
    delete_wanted = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.posts = DraftListModel(self)
        self.setModel(self.posts)
        self.setItemDelegate(DraftListDelegate(icons, self))
        self.setAccessibleName(self.tr("Posts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_menu)

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        post = self.posts.data(current, DraftListModel.PostRole)
        if isinstance(post, int) and not self._quiet:
            self.chosen.emit(post)

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier, /) -> QModelIndex:
        """Go by pages and to both ends row by row.

        WORKAROUND: Qt searches a page by translating rectangles, and an entry that is not laid out yet
        has an empty one: it then counts to two thousand million. The end would be the last entry laid out.
        """
        ways = {
            QListView.CursorAction.MovePageDown: 1,
            QListView.CursorAction.MovePageUp: -1,
            QListView.CursorAction.MoveEnd: 1,
            QListView.CursorAction.MoveHome: -1,
        }
        if action not in ways:
            return super().moveCursor(action, modifiers)
        whole = action in {QListView.CursorAction.MoveEnd, QListView.CursorAction.MoveHome}
        step = self.posts.posts() * 2 if whole else max(1, self.viewport().height() // ITEM - 1)
        return self.posts.nearest_post(self.currentIndex().row() + step * ways[action], ways[action])

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        post = self.current_post()
        if event.key() == Qt.Key.Key_Delete and post is not None:
            self.delete_wanted.emit(post)
            return
        super().keyPressEvent(event)

    def current_post(self) -> int | None:
        """Return the post the person is on."""
        post = self.posts.data(self.currentIndex(), DraftListModel.PostRole)
        return post if isinstance(post, int) else None

    def mark(self, post: int | None) -> None:
        """Show a post as the current one without announcing it."""
        index = QModelIndex() if post is None else self.posts.index_of(post)
        if index == self.currentIndex():
            return
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        self.viewport().update()

    def show_listing(self, listing: Listing, now: datetime, zone: str) -> None:
        """Show other rows; the person stays where they were in the list."""
        bar, post = self.verticalScrollBar(), self.current_post()
        place = bar.value()
        self._quiet = True
        self.posts.show_listing(listing, now, zone)
        index = QModelIndex() if post is None else self.posts.index_of(post)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        bar.setValue(place)

    @Slot(QPoint)
    def _offer_menu(self, place: QPoint) -> None:
        post = self.posts.data(self.indexAt(place), DraftListModel.PostRole)
        if not isinstance(post, int):
            # The menu key points at nothing: the current post is meant.
            post, place = self.current_post(), self.visualRect(self.currentIndex()).center()
        if post is not None:
            self.menu_wanted.emit(post, self.viewport().mapToGlobal(place))


class ListPane(Panel):
    """Search, filters and list.

    Signals:
        filter_changed: the person wants other rows.
        new_wanted: a new post.
    """

    filter_changed = Signal()
    new_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        self.search = SearchField(icons, self.tr("Search drafts"), parent=self)
        self.state = GhostCombo(icons, self.tr("State"), parent=self)
        self.line = GhostCombo(icons, self.tr("Theme"), parent=self)
        self.account = GhostCombo(icons, self.tr("Account"), parent=self)
        self.list = PostList(icons, self)
        self.hint = Paragraph(icons, "", colour="muted")
        self._states: frozenset[PostState] = frozenset()
        self._lay_out(icons)
        self._fill_states()
        self.search.textChanged.connect(self.filter_changed)
        for combo in (self.state, self.line, self.account):
            combo.chosen.connect(self._filter)
        self._hint_room.hide()

    def wanted(self) -> DraftFilter:
        """Return the filter that the person has set."""
        state, line, account = self.state.current(), self.line.current(), self.account.current()
        one = isinstance(state, str) and state not in {"", SEVERAL}
        states = frozenset({PostState(str(state))}) if one else self._states
        return DraftFilter(
            words=self.search.text(),
            states=states,
            themes=frozenset({line}) if isinstance(line, int) else frozenset(),
            accounts=frozenset({account}) if isinstance(account, int) else frozenset(),
            archived=states == frozenset({PostState.ARCHIVED}),
        )

    def show_states(self, states: frozenset[PostState]) -> None:
        """Filter by several states at once, as the header asks."""
        self._states = states
        self._fill_states()
        if len(states) == 1:
            self.state.choose(next(iter(states)).value)
        elif states:
            words = ", ".join(state_word(state.value) for state in PostState if state in states)
            self.state.add_choice(SEVERAL, words)
            self.state.choose(SEVERAL)
        self.search.clear()
        self.filter_changed.emit()

    def show_labels(self, lines: tuple[EditorialLine, ...], accounts: tuple[Account, ...]) -> None:
        """Fill the menus of themes and accounts, keeping what is chosen."""
        line, account = self.line.current(), self.account.current()
        self.line.clear_choices()
        self.line.add_choice(None, self.tr("All themes"))
        for found in lines:
            self.line.add_choice(found.id, found.name, square=cast("ColourRole", found.colour))
        self.account.clear_choices()
        self.account.add_choice(None, self.tr("All accounts"))
        for each in accounts:
            self.account.add_choice(each.id, each.name, icon=f"networks/{each.network.value}")
        if line is not None:
            self.line.choose(line)
        if account is not None:
            self.account.choose(account)

    def show_listing(self, listing: Listing, now: datetime, zone: str, hint: str) -> None:
        """Show the posts, or the hint instead of an empty list."""
        self.list.show_listing(listing, now, zone)
        found = bool(listing.entries)
        self.hint.setText(hint)
        self._hint_room.setVisible(not found)
        self.list.setVisible(found)
        self._filters.setVisible(found or self.wanted() != DraftFilter())

    @Slot()
    def _filter(self) -> None:
        if self.state.current() != SEVERAL:
            self._states = frozenset()
        self.filter_changed.emit()

    def _fill_states(self) -> None:
        self.state.clear_choices()
        self.state.add_choice("", self.tr("All states"))
        for state in _STATES:
            self.state.add_choice(state.value, state_word(state.value), icon=state_mark(state.value).shape)

    def _lay_out(self, icons: Icons) -> None:
        new = IconButton(
            icons, "plus", self.tr("New post (Ctrl+N)"), kind="secondary", size="normal", parent=self
        )
        new.clicked.connect(self.new_wanted)
        top = QHBoxLayout()
        top.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        top.setSpacing(Space.S)
        top.addWidget(self.search, 1)
        top.addWidget(new)
        self._filters = QWidget(self)
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(Space.S, 0, Space.L, Space.XS)
        filters.setSpacing(Space.XS)
        for combo in (self.state, self.line, self.account):
            filters.addWidget(combo)
        filters.addStretch(1)
        self._hint_room = QWidget(self)
        hint = QVBoxLayout(self._hint_room)
        hint.setContentsMargins(Space.L, Space.L, Space.L, 0)
        hint.addWidget(self.hint)
        hint.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._filters)
        column.addWidget(self._hint_room, 1)
        column.addWidget(self.list, 1)
