"""The composer: one post, its base text and its versions, saved as it is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import Draft
from cmstation.storage.post_fields import PostFields, VersionFields
from cmstation.ui.drafts.autosave import Autosave, Edit
from cmstation.ui.drafts.composer_display import ComposerDisplay
from cmstation.ui.drafts.composer_notices import ComposerNotices
from cmstation.ui.drafts.composer_parts import ComposerParts
from cmstation.ui.drafts.documents import BASE, VersionDocuments
from cmstation.ui.drafts.measure import Measured
from cmstation.ui.drafts.measuring import Measuring
from cmstation.ui.icons import Icons

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class Composer(QWidget):
    """Edits one post at a time.

    Signals:
        measured: counts and findings of the post as it stands (`Measured`).
        version_shown: the account whose version is shown, or BASE.
        saved: the post as stored.
        kept_apart: a new post that holds what could not be saved in the one that was open.
    """

    measured = Signal(object)
    version_shown = Signal(int)
    saved = Signal(object)
    kept_apart = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = ComposerParts(icons, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self.documents = VersionDocuments(self.parts.editor)
        self.display = ComposerDisplay(self.parts, self.documents)
        self.notices = ComposerNotices(self)
        self._draft: Draft | None = None
        self._savers: dict[int, Autosave] = {}
        self._station: Station | None = None
        self._commands: Commands | None = None
        self.measuring = Measuring(lambda: self.draft, self)
        self.measuring.measured.connect(self._show_measured)
        self.documents.base_typed.connect(self._base_typed)
        self.documents.version_typed.connect(self._version_typed)
        self.documents.followed.connect(self._version_followed)
        self.parts.tabs.version_chosen.connect(self._open_version)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands
        self.parts.media.attach(station, commands)
        self.parts.when.attach(station.clock)
        self.notices.attach(station, commands)
        self.measuring.attach(station, commands)

    # --- what is open ---

    @property
    def draft(self) -> Draft | None:
        """The post as it stands on screen, or None."""
        return None if self._draft is None else self.documents.as_draft(self._draft)

    @property
    def post(self) -> int | None:
        """The identity of the open post, or None."""
        return None if self._draft is None else self._draft.id

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Every account of the clinic."""
        return self.display.accounts

    @property
    def autosave(self) -> Autosave | None:
        """What saves the present post."""
        return None if self._draft is None else self._savers.get(self._draft.id)

    @property
    def saves_something(self) -> bool:
        """Whether any post holds something that is not on disk yet."""
        return any(saver.is_pending for saver in self._savers.values())

    @property
    def station(self) -> "Station":
        """The services."""
        assert self._station is not None  # noqa: S101 (attach comes first)
        return self._station

    @property
    def commands(self) -> "Commands":
        """The way to the services."""
        assert self._commands is not None  # noqa: S101 (attach comes first)
        return self._commands

    def open(self, draft: Draft, accounts: tuple[Account, ...]) -> None:
        """Show a post, after handing over what is pending of the one before."""
        if self._commands is None:
            return
        self.flush()
        saver = self._savers.get(draft.id) or self._saver(draft)
        # What an earlier visit could not write yet is newer than what is stored.
        self._draft = saver.unsaved.laid_over(draft)
        self._drop_savers()
        saver.rebase(draft.revision)
        self.display.counts, self.display.accounts = {}, accounts
        self.documents.load(self._draft)
        self.parts.title.setText(self._draft.title)
        self.parts.link.setText(self._draft.link)
        for field in (self.parts.title, self.parts.link):
            field.setCursorPosition(0)
        self.parts.tabs.show_accounts(accounts, self._draft)
        self.documents.open(self.parts.tabs.current())
        self.notices.show_kept(draft)
        self._show()
        self.measuring.now()
        self.version_shown.emit(self.parts.tabs.current())

    def close_post(self) -> None:
        """Forget the present post, after handing over what is pending."""
        self.flush()
        self._draft = None

    def take_in(self, draft: Draft, accounts: tuple[Account, ...] | None = None) -> None:
        """Show what was stored, without losing what is being typed."""
        saver = self.autosave
        if self._draft is None or draft.id != self._draft.id or saver is None:
            return
        unsaved = saver.unsaved
        saver.rebase(draft.revision)
        self._draft = unsaved.laid_over(draft)
        typed = {account for account, fields in unsaved.versions.items() if "text" in fields}
        if "text" in unsaved.base:
            typed.add(BASE)
        self.documents.take_in(self._draft, frozenset(typed))
        self.display.accounts = self.display.accounts if accounts is None else accounts
        self.parts.tabs.show_accounts(self.display.accounts, self._draft)
        self._show()
        self.measuring.soon()

    def flush(self) -> None:
        """Hand every pending change over, now."""
        for saver in tuple(self._savers.values()):
            saver.flush()

    def when_saved(self, call: Callable[[Draft], None]) -> None:
        """Call back once the open post is on disk; not at all while it cannot be written."""
        post, saver = self.post, self.autosave
        if post is None or saver is None:
            return
        self.flush()
        drafts = self.station.drafts

        def there(draft: Draft) -> None:
            if saver.is_pending:
                self.notices.tell_unsaved()
            else:
                call(draft)

        self.commands.ask(lambda: drafts.open(post), there, owner=self, lane="storage")

    def go_to(self, account: int | None, place: int | None) -> None:
        """Show where a finding is."""
        if account is not None:
            self.parts.tabs.go_to(account)
        if place is not None:
            self.parts.editor.go_to(place)
        else:
            self.parts.editor.setFocus()

    # --- changes ---

    def change(self, **fields: Unpack[PostFields]) -> None:
        """Change fields of the base; saved within a second."""
        saver = self.autosave
        if self._draft is None or saver is None:
            return
        self._draft = Edit(fields).laid_over(self._draft)
        saver.change(fields)
        self.measuring.soon()

    def change_version(self, account: int, **fields: Unpack[VersionFields]) -> None:
        """Change fields of one version; saved within a second."""
        saver = self.autosave
        if self._draft is None or saver is None:
            return
        saver.change_version(account, fields)
        self._draft = saver.unsaved.laid_over(self._draft)
        self.display.show_version(self._draft)
        self.measuring.soon()

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        """Take over the clinic's accounts, whose names may have changed."""
        self.display.accounts = accounts
        if self._draft is not None:
            self.parts.tabs.show_accounts(accounts, self._draft)
            self._show()
            self.measuring.soon()

    def show_again(self) -> None:
        """Show the fields of the open post as they stand."""
        self._show()

    @Slot(str)
    def _base_typed(self, text: str) -> None:
        self.change(text=text)

    @Slot(int, str)
    def _version_typed(self, account: int, text: str) -> None:
        self.change_version(account, text=text)

    @Slot(int)
    def _version_followed(self, account: int) -> None:
        self.change_version(account, text=None)

    @Slot(int)
    def _open_version(self, account: int) -> None:
        if self._draft is not None:
            self.documents.open(account)
            self.display.show_version(self._draft)
            self.version_shown.emit(account)

    # --- what comes back ---

    @Slot(object)
    def _show_measured(self, found: Measured) -> None:
        if self._draft is None or found.draft.id != self._draft.id:
            return
        self.display.counts = found.counts
        self.display.show_version(self._draft)
        self.measured.emit(found)

    @Slot(object)
    def _stored(self, draft: Draft) -> None:
        self.take_in(draft)
        saver = self.autosave
        if draft.id == self.post and saver is not None and not saver.is_pending:
            self.notices.show_saved()
        self.saved.emit(draft)

    # --- inside ---

    def _saver(self, draft: Draft) -> Autosave:
        saver = Autosave(self.station.drafts, self.commands, draft.id, draft.revision)
        saver.saved.connect(self._stored)
        saver.settled.connect(self._drop_savers)
        self.notices.watch(saver)
        self._savers[draft.id] = saver
        return saver

    @Slot()
    def _drop_savers(self) -> None:
        """Let go of what saved posts that were left, once all of it is on disk."""
        for post, saver in tuple(self._savers.items()):
            if not saver.is_pending and self._draft is not None and post != self._draft.id:
                del self._savers[post]
                saver.deleteLater()

    def _show(self) -> None:
        if self._draft is not None:
            zone = self.station.preferences.zone()
            self.display.show_fields(self._draft, self.station.clock.now(), zone)
            self.display.show_version(self._draft)
