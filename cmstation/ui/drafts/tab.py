"""The tab Drafts: joins list, composer, preview and checks to the services; keeps nothing of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cmstation.domain.changes import Changes
from cmstation.domain.drafts import Draft, DraftFilter, PostState
from cmstation.ui.drafts.arrange import arranged
from cmstation.ui.drafts.composer import Composer
from cmstation.ui.drafts.list_pane import ListPane
from cmstation.ui.drafts.media_actions import MediaActions
from cmstation.ui.drafts.post_actions import PostActions
from cmstation.ui.drafts.side_pane import SidePane
from cmstation.ui.icons import Icons
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.domain.accounts import Account
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.publishing.publishing import Publishing

SEARCH_AFTER_MS = 120
LEFT, RIGHT = 300, 320


class DraftsTab(QWidget):
    """Posts in the making.

    Signals:
        wizard_wanted: the person wants to add an account.
    """

    wizard_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.pane = ListPane(icons, self)
        self.composer = Composer(icons, self)
        self.side = SidePane(icons, self)
        self.empty = self._welcome()
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.composer)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setObjectName("drafts-splitter")
        for part in (self.pane, self._middle, self.side):
            self._splitter.addWidget(part)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([LEFT, 746, RIGHT])
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self.side.hide()
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._accounts: tuple[Account, ...] = ()
        self._wanted_post: int | None = None
        self._search = QTimer(self)
        self._search.setSingleShot(True)
        self._search.setInterval(SEARCH_AFTER_MS)
        self._search.timeout.connect(self._ask_rows)
        self.media = MediaActions(icons, self.composer)
        self.actions = PostActions(icons, self)
        self._connect()

    # --- the window's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and show what there is."""
        self._station, self._commands = station, commands
        self.composer.attach(station, commands)
        self.media.attach(station, commands)
        self.side.attach(station, commands)
        self.actions.attach(station, commands)
        self._ask_labels()
        self._ask_rows()

    def set_publishing(self, publishing: "Publishing") -> None:
        """Receive what publishes."""
        self.actions.set_publishing(publishing)

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed."""
        if changes.labels or changes.accounts or changes.everything:
            self._ask_labels()
        if changes.posts or changes.deliveries or changes.accounts or changes.everything:
            self._ask_rows()
            self._ask_open_post(changes)

    def show_post(self, post: int) -> None:
        """Bring a post before the person."""
        self._wanted_post = post
        self._open(post)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.search.selectAll()

    def current_post(self) -> int | None:
        """Return the post the person is on."""
        draft = self.composer.draft
        return None if draft is None else draft.id

    def flush(self) -> None:
        """Hand every pending change over."""
        self.composer.flush()

    @Slot()
    def new_post(self) -> None:
        """Start a post and put the keyboard into its title."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        commands.run(lambda: station.drafts.new(), done=self._show_new, owner=self)

    def show_states(self, states: frozenset[PostState]) -> None:
        """Filter the list by states."""
        self.pane.show_states(states)

    def show_draft(self, draft: Draft) -> None:
        """Show a post that was just made."""
        self._wanted_post = draft.id
        self._show(draft)

    # --- questions ---

    @Slot()
    def _ask_rows(self) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        wanted = self.pane.wanted()
        now, zone = station.clock.now(), station.preferences.zone()

        def answer(groups: object) -> None:
            self._show_groups(groups, wanted)

        commands.ask(
            lambda: arranged(station.drafts.rows(wanted), now, zone),
            answer,
            owner=self,
            replaces="drafts-list",
        )

    def _show_groups(self, groups: object, wanted: DraftFilter) -> None:
        from cmstation.ui.drafts.arrange import Group  # noqa: PLC0415

        assert isinstance(groups, tuple)  # noqa: S101 (what arranged returns)
        found: tuple[Group, ...] = groups
        station = self._services()
        self.pane.list.posts.show_groups(found, station.clock.now(), station.preferences.zone())
        filtered = wanted != DraftFilter()
        hint = self.tr("No post matches. Clear the search or the filters to see all of them.")
        first = self.tr("Your posts in progress will line up here, the most urgent first.")
        self.pane.show_groups(found, hint if filtered else first)
        current = self.current_post()
        if current is None and not found and not filtered:
            self._middle.setCurrentWidget(self.empty)
            self.side.hide()
            return
        if current is None and found and self._wanted_post is None:
            self._open(found[0].rows[0].id)
        self.pane.list.mark(self._wanted_post or current)

    @Slot()
    def _ask_labels(self) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        labels = station.labels
        commands.ask(
            lambda: (labels.themes(), labels.campaigns(), labels.known_tags(), station.accounts.all()),
            self._show_labels,
            owner=self,
            replaces="drafts-labels",
        )

    def _show_labels(self, found: tuple[object, ...]) -> None:
        lines, campaigns, tags, accounts = found
        self._accounts = accounts  # type: ignore[assignment]
        self.pane.show_labels(lines, self._accounts)  # type: ignore[arg-type]
        self.composer.parts.labels.offer(lines, campaigns, tags)  # type: ignore[arg-type]
        draft = self.composer.draft
        if draft is not None:
            self.composer.parts.labels.show_draft(draft)
            self.composer.take_in(draft, self._accounts)

    def _open(self, post: int) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None or post == self.current_post():
            return
        self.composer.flush()
        commands.ask(
            lambda: (station.drafts.open(post), station.accounts.all()),
            lambda found: self._show(*found),
            owner=self,
            lane="storage",
            replaces="drafts-open",
        )

    def _ask_open_post(self, changes: Changes) -> None:
        """Look again at the open post when something else than the composer changed it."""
        post, station, commands = self.current_post(), self._station, self._commands
        concerned = changes.everything or post in changes.posts
        if post is None or station is None or commands is None or not concerned:
            return
        commands.ask(
            lambda: station.drafts.open(post),
            self._take_in,
            owner=self,
            lane="storage",
            replaces="drafts-again",
        )

    def _take_in(self, draft: Draft) -> None:
        if draft.deleted_at is not None:
            self.composer.close_post()
            self._wanted_post = None
            self._middle.setCurrentWidget(self.empty)
            self.side.hide()
            self._ask_rows()
            return
        self.composer.take_in(draft)

    # --- what is shown ---

    def _show(self, draft: Draft, accounts: "tuple[Account, ...] | None" = None) -> None:
        self._accounts = self._accounts if accounts is None else accounts
        self.composer.open(draft, self._accounts)
        self._middle.setCurrentWidget(self.composer)
        self.side.show()
        self.pane.list.mark(draft.id)

    def _show_new(self, draft: Draft) -> None:
        self.show_draft(draft)
        self.composer.parts.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.pane.filter_changed.connect(self._search.start)
        self.pane.new_wanted.connect(self.new_post)
        self.pane.list.chosen.connect(self.show_post)
        self.pane.list.menu_wanted.connect(self.actions.offer_menu)
        self.pane.list.delete_wanted.connect(self.actions.delete)
        self.empty.acted.connect(self.new_post)
        self.composer.measured.connect(self.side.show_measured)
        self.composer.version_shown.connect(self.side.show_version)
        self.side.version_wanted.connect(self.composer.parts.tabs.go_to)
        self.side.go_wanted.connect(self.composer.go_to)
        self.side.describe_wanted.connect(self.media.describe)

    def _welcome(self) -> EmptyState:
        welcome = EmptyState(
            self._icons,
            self.tr("Write your first post"),
            self.tr(
                "One text, then a version for each network. Everything is saved as you type, "
                "even offline. Nothing leaves without your consent."
            ),
            drawing="post",
            action=self.tr("Write a post"),
            action_icon="draft",
            keys="Ctrl+N",
            keys_word=self.tr("or"),
        )
        account = welcome.add_card(
            "link", self.tr("Connect an account"), self.tr("Your site, Bluesky, Mastodon, then the others.")
        )
        account.clicked.connect(self.wizard_wanted)
        return welcome

    def _services(self) -> "Station":
        assert self._station is not None  # noqa: S101 (attach comes first)
        return self._station
