"""The tab Drafts: joins list, composer, preview and checks to the services; keeps nothing of its own."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.drafts import Draft, PostState
from cmstation.ui.drafts.arrange import Listing
from cmstation.ui.drafts.composer import Composer
from cmstation.ui.drafts.composer_edits import ComposerEdits
from cmstation.ui.drafts.list_filling import ListFilling
from cmstation.ui.drafts.list_pane import ListPane
from cmstation.ui.drafts.media_actions import MediaActions
from cmstation.ui.drafts.mending import Mending
from cmstation.ui.drafts.post_actions import PostActions
from cmstation.ui.drafts.post_menus import PostMenus
from cmstation.ui.drafts.side_pane import SidePane
from cmstation.ui.drafts.three_panes import ThreePanes
from cmstation.ui.drafts.welcome import Welcome
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.domain.accounts import Account
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.drafts.list_filling import Labels
    from cmstation.ui.publishing.publishing import Publishing


class DraftsTab(QWidget):
    """Posts in the making.

    Signals:
        wizard_wanted: the person wants to add an account.
        accounts_wanted: the person wants to see to an account.
    """

    wizard_wanted = Signal()
    accounts_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = ListPane(icons, self)
        self.composer = Composer(icons, self)
        self.edits = ComposerEdits(icons, self.composer)
        self.side = SidePane(icons, self)
        self.empty = Welcome(icons, self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.composer)
        self.panes = ThreePanes(self.pane, self._middle, self.side, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self.side.hide()
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._accounts: tuple[Account, ...] = ()
        self._wanted_post: int | None = None
        self._taken_in: int | None = None
        self.filling = ListFilling(self.pane)
        self.media = MediaActions(icons, self.composer)
        self.post_actions = PostActions(icons, self)
        self.menus = PostMenus(self, self.post_actions)
        self.mending = Mending(self)
        self._connect()

    # --- the window's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and show what there is."""
        self._station, self._commands = station, commands
        self.composer.attach(station, commands)
        self.media.attach(station, commands)
        self.side.attach(station, commands)
        self.post_actions.attach(station, commands)
        self.filling.attach(station, commands)
        self.filling.ask_labels()
        self.filling.now()
        if self._wanted_post is not None:
            self._open(self._wanted_post)

    def show_first(self, listing: Listing, now: datetime, zone: str) -> None:
        """Show the posts before the services are there; the one chosen meanwhile opens with them."""
        self.pane.show_listing(listing, now, zone, "")

    def set_publishing(self, publishing: "Publishing") -> None:
        """Receive what publishes."""
        self.post_actions.set_publishing(publishing)

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed."""
        if changes.labels or changes.accounts or changes.everything:
            self.filling.ask_labels()
        own, self._taken_in = self._taken_in, None
        if own is not None and changes == of_posts(own):
            return
        if changes.posts or changes.deliveries or changes.accounts or changes.everything:
            self.filling.look_again()
            self._ask_open_post(changes)

    @Slot(int)
    def show_post(self, post: int) -> None:
        """Bring a post before the person."""
        self._wanted_post = post
        self.pane.list.mark(post)
        self._open(post)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.search.selectAll()

    def current_post(self) -> int | None:
        """Return the post the person is on."""
        return self.composer.post

    def flush(self) -> None:
        """Hand every pending change over."""
        self.composer.flush()

    @Slot()
    def new_post(self) -> None:
        """Start a post and put the keyboard into its title."""
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            self.flush()
            commands.run(station.drafts.new, done=self._show_new, owner=self)

    def show_states(self, states: frozenset[PostState]) -> None:
        """Filter the list by states."""
        self.pane.show_states(states)

    @Slot(object)
    def show_draft(self, draft: Draft) -> None:
        """Show a post that was just made."""
        self._wanted_post = draft.id
        self._show(draft)

    def publish_current(self) -> None:
        """Publish the open post, its last letters included."""
        self.post_actions.publish()

    def new_from_template(self) -> None:
        """Choose a template and start a post from it."""
        self.post_actions.new_from_template()

    def duplicate_current(self) -> None:
        """Copy the open post."""
        self.post_actions.on_current(self.post_actions.duplicate)

    def archive_current(self) -> None:
        """Put the open post away."""
        self.post_actions.on_current(self.post_actions.archive)

    def delete_current(self) -> None:
        """Put the open post into the bin."""
        self.post_actions.on_current(self.post_actions.delete)

    def show_history_of_current(self) -> None:
        """Show the earlier contents of the open post."""
        self.post_actions.show_history()

    # --- questions ---

    @Slot(object, bool)
    def _listed(self, listing: Listing, filtered: bool) -> None:
        if self.current_post() is None and self._wanted_post is None:
            if listing.first_post is not None:
                self._open(listing.first_post)
            elif not filtered:
                self._middle.setCurrentWidget(self.empty)
                self.side.hide()
        self.pane.list.mark(self._wanted_post or self.current_post())
        if self.pane.search.hasFocus() and not filtered and listing.entries:
            # Nobody asked for the search: the window just put its first focus somewhere.
            self.pane.list.setFocus(Qt.FocusReason.MouseFocusReason)

    @Slot(object)
    def _labelled(self, found: "Labels") -> None:
        lines, campaigns, tags, self._accounts = found
        self.composer.parts.labels.offer(lines, campaigns, tags)
        draft = self.composer.draft
        if draft is not None:
            self.composer.parts.labels.show_draft(draft)
            self.composer.show_accounts(self._accounts)

    def _open(self, post: int) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
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
        if draft.id != self.current_post():
            return
        if draft.deleted_at is None:
            self.composer.take_in(draft)
            return
        self.composer.close_post()
        self._wanted_post = None
        self.filling.now()

    # --- what is shown ---

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.filling.seen()

    def _show(self, draft: Draft, accounts: "tuple[Account, ...] | None" = None) -> None:
        if draft.deleted_at is not None:
            self._wanted_post = None
            return
        self._accounts = self._accounts if accounts is None else accounts
        if draft.id == self.current_post():
            self.composer.take_in(draft, self._accounts)
        else:
            self.composer.open(draft, self._accounts)
        self._middle.setCurrentWidget(self.composer)
        self.side.show()
        self.pane.list.mark(draft.id)

    def _show_new(self, draft: Draft) -> None:
        self.show_draft(draft)
        self.composer.parts.tabs.go_to(0)
        self.composer.parts.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _saved(self, draft: Draft) -> None:
        """Show in the list what was just typed, without reading thousands of posts again."""
        if self.pane.list.posts.take_in(draft):
            self._taken_in = draft.id

    @Slot(int)
    def _go_to_post(self, post: int) -> None:
        if post != self._wanted_post:
            self._wanted_post = post
            self._open(post)

    def _connect(self) -> None:
        self.filling.listed.connect(self._listed)
        self.filling.labelled.connect(self._labelled)
        self.pane.new_wanted.connect(self.new_post)
        self.pane.list.chosen.connect(self._go_to_post)
        self.pane.list.menu_wanted.connect(self.menus.offer)
        self.pane.list.delete_wanted.connect(self.post_actions.delete)
        self.empty.acted.connect(self.new_post)
        self.empty.wizard_wanted.connect(self.wizard_wanted)
        self.composer.parts.tabs.wizard_wanted.connect(self.wizard_wanted)
        self.composer.measured.connect(self.side.show_measured)
        self.composer.version_shown.connect(self.side.show_version)
        self.composer.saved.connect(self._saved)
        self.composer.kept_apart.connect(self.show_draft)
        self.side.version_wanted.connect(self.composer.parts.tabs.go_to)
        self.side.go_wanted.connect(self.composer.go_to)
        self.side.describe_wanted.connect(self.media.describe)
        self.side.mend_wanted.connect(self.mending.mend)
        self.side.result_wanted.connect(self.post_actions.show_result)
