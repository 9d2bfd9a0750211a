"""The composer: one post, its base text and its versions, saved as it is typed."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.drafts import Draft
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.domain.planned_time import PlannedTime
from cmstation.services.done import Done
from cmstation.ui.dates import time_words
from cmstation.ui.drafts.autosave import Autosave
from cmstation.ui.drafts.composer_display import ComposerDisplay
from cmstation.ui.drafts.composer_parts import ComposerParts
from cmstation.ui.drafts.documents import BASE, VersionDocuments
from cmstation.ui.drafts.measure import Measured, measured
from cmstation.ui.drafts.when_button import WhenDialog
from cmstation.ui.icons import Icons
from cmstation.ui.notices import Notice, NoticeKind

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

MEASURE_AFTER_MS = 120


class Composer(QWidget):
    """Edits one post at a time.

    Signals:
        measured: counts and findings of the post as it stands (`Measured`).
        version_shown: the account whose version is shown, or BASE.
        saved: the post as stored.
    """

    measured = Signal(object)
    version_shown = Signal(int)
    saved = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.parts = ComposerParts(icons, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self._documents = VersionDocuments(self.parts.editor)
        self._display = ComposerDisplay(self.parts, self._documents)
        self._draft: Draft | None = None
        self._autosave: Autosave | None = None
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._typed: set[int] = set()
        self._measure = QTimer(self)
        self._measure.setSingleShot(True)
        self._measure.setInterval(MEASURE_AFTER_MS)
        self._measure.timeout.connect(self._ask_measure)
        self._connect()

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands
        self.parts.media.attach(station, commands)

    @property
    def draft(self) -> Draft | None:
        """The post as it stands on screen, or None."""
        return None if self._draft is None else self._documents.as_draft(self._draft)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Every account of the clinic."""
        return self._display.accounts

    @property
    def autosave(self) -> Autosave | None:
        """What saves the present post."""
        return self._autosave

    def open(self, draft: Draft, accounts: tuple[Account, ...]) -> None:
        """Show a post, after handing over what is pending of the one before."""
        if self._commands is None:
            return
        self.flush()
        if self._autosave is not None:
            self._autosave.deleteLater()
        self._autosave = self._saver(draft)
        self._typed.clear()
        self._draft = draft
        self._display.counts, self._display.accounts = {}, accounts
        self._documents.load(draft)
        self.parts.title.setText(draft.title)
        self.parts.link.setText(draft.link)
        self.parts.saved.setText("")
        self.parts.tabs.show_accounts(accounts, draft.accounts)
        self._documents.open(self.parts.tabs.current())
        self._show()
        self._ask_measure()

    def close_post(self) -> None:
        """Forget the present post, after handing over what is pending."""
        self.flush()
        self._draft = None

    def take_in(self, draft: Draft, accounts: tuple[Account, ...] | None = None) -> None:
        """Show what was stored, without losing what is being typed."""
        if self._draft is None or draft.id != self._draft.id or self._autosave is None:
            return
        typed = frozenset(self._typed) if self._autosave.is_pending else frozenset[int]()
        if not self._autosave.is_pending:
            self._typed.clear()
            self._draft = draft
        else:
            # Fields typed since stay; they are on their way to the storage.
            self._draft = replace(draft, **self._autosave.waiting)
        self._display.accounts = self._display.accounts if accounts is None else accounts
        self._documents.take_in(draft, typed)
        self.parts.tabs.show_accounts(self._display.accounts, draft.accounts)
        self._show()
        self._measure.start()

    def flush(self) -> None:
        """Hand every pending change over, now."""
        if self._autosave is not None:
            self._autosave.flush()

    def go_to(self, account: int | None, place: int | None) -> None:
        """Show where a finding is."""
        if account is not None:
            self.parts.tabs.go_to(account)
        if place is not None:
            self.parts.editor.go_to(place)
        else:
            self.parts.editor.setFocus()

    # --- what the person does ---

    def _connect(self) -> None:
        parts, labels, documents = self.parts, self.parts.labels, self._documents
        parts.title.textEdited.connect(self._title_typed)
        parts.link.textEdited.connect(self._link_typed)
        labels.line_chosen.connect(self._line_chosen)
        labels.campaign_chosen.connect(self._campaign_chosen)
        labels.tags_typed.connect(self._tags_typed)
        labels.language_chosen.connect(self._language_chosen)
        labels.new_line.connect(self._add_line)
        labels.new_campaign.connect(self._add_campaign)
        parts.tabs.version_chosen.connect(self._open_version)
        parts.tabs.accounts_chosen.connect(self._choose_accounts)
        documents.base_typed.connect(self._base_typed)
        documents.version_typed.connect(self._version_typed)
        parts.detached.reattach.clicked.connect(self._reattach)
        parts.when.planned.connect(self._plan)
        parts.when.other_wanted.connect(self._choose_time)
        parts.editor.pictures_given.connect(parts.media.files_given)
        parts.editor.paste_too_long.connect(self._paste_refused)
        parts.editor.cleaned.connect(self._paste_cleaned)

    def change(self, **fields: object) -> None:
        """Change fields of the base; saved within a second."""
        if self._draft is None or self._autosave is None:
            return
        self._draft = replace(self._draft, **fields)  # pyright: ignore[reportArgumentType] (named by us)
        self._autosave.change(**fields)
        self._measure.start()

    @Slot(str)
    def _title_typed(self, title: str) -> None:
        self.change(title=title)

    @Slot(str)
    def _link_typed(self, link: str) -> None:
        self.change(link=link.strip())

    @Slot(object)
    def _line_chosen(self, line: int | None) -> None:
        self.change(theme=line)

    @Slot(object)
    def _campaign_chosen(self, campaign: int | None) -> None:
        self.change(campaign=campaign)

    @Slot(object)
    def _tags_typed(self, tags: tuple[str, ...]) -> None:
        self.change(tags=tags)

    @Slot(str)
    def _language_chosen(self, language: str) -> None:
        self.change(language=language)

    @Slot(str)
    def _base_typed(self, text: str) -> None:
        self._typed.add(BASE)
        self.change(text=text)

    @Slot(int, str)
    def _version_typed(self, account: int, text: str) -> None:
        if self._autosave is None or self._draft is None:
            return
        self._typed.add(account)
        self._autosave.change_version(account, text=text)
        self._display.show_version(self._draft)
        self._measure.start()

    @Slot()
    def _reattach(self) -> None:
        account = self.parts.tabs.current()
        if self._autosave is None or self._draft is None or account == BASE:
            return
        self._autosave.flush()
        before, drafts, post = self._documents.text(account), self._services().drafts, self._draft.id
        self._typed.discard(account)
        self._documents.reattach(account)

        def undo() -> Changes:
            drafts.set_version(post, account, text=before)
            return of_posts(post)

        def work() -> Done[Draft]:
            return Done(drafts.set_version(post, account, text=None), of_posts(post), undo)

        self._autosave.run_undoable(work, self.tr("The version follows the base again"))
        self._show()

    @Slot(object)
    def _choose_accounts(self, accounts: list[int]) -> None:
        if self._autosave is not None:
            drafts, post = self._services().drafts, self._autosave.post
            self._autosave.run(lambda: drafts.choose_accounts(post, accounts))

    @Slot(object)
    def _plan(self, planned: PlannedTime | None) -> None:
        self.change(planned=planned)
        self._show()

    @Slot()
    def _choose_time(self) -> None:
        if self._draft is None:
            return
        now, zone = self._services().clock.now(), self._zone
        dialog = WhenDialog(self._icons, self._draft.planned, now, zone, parent=self.window())
        dialog.planned.connect(self._plan)
        dialog.open()

    @Slot(str)
    def _add_line(self, name: str) -> None:
        self._add_label(lambda: self._services().labels.add_theme(name), "theme")

    @Slot(str)
    def _add_campaign(self, name: str) -> None:
        self._add_label(lambda: self._services().labels.add_campaign(name), "campaign")

    def _add_label(self, work: "Callable[[], Done[EditorialLine] | Done[Campaign]]", field: str) -> None:
        def add() -> Done[int]:
            done = work()
            return Done(done.value.id, done.changes)

        if self._commands is not None:
            self._commands.run(add, done=lambda label: self.change(**{field: label}), owner=self)

    @Slot(int)
    def _open_version(self, account: int) -> None:
        if self._draft is not None:
            self._documents.open(account)
            self._show()
            self.version_shown.emit(account)

    # --- what comes back ---

    @Slot()
    def _ask_measure(self) -> None:
        draft = self.draft
        if draft is None or self._commands is None:
            return
        station = self._services()
        self._commands.ask(
            lambda: measured(station, draft),
            self._show_measured,
            owner=self,
            lane="measuring",
            replaces="composer-measure",
        )

    def _show_measured(self, found: Measured) -> None:
        if self._draft is None or found.draft.id != self._draft.id:
            return
        self._display.counts, self._display.accounts = found.counts, found.accounts
        self._display.show_version(self._draft)
        self.measured.emit(found)

    @Slot(object)
    def _stored(self, draft: Draft) -> None:
        self.take_in(draft)
        if self._autosave is not None and not self._autosave.is_pending:
            saved = time_words(self._services().clock.now(), self._zone)
            self.parts.saved.setText(self.tr("Saved at {time}").format(time=saved))
        self.saved.emit(draft)

    @Slot()
    def _show_pending(self) -> None:
        self.parts.saved.setText(self.tr("Saving…"))

    @Slot(object)
    def _show_refused(self, error: Exception) -> None:
        self.parts.saved.setText(self.tr("Not saved yet"))
        if self._commands is not None:
            self._commands.tell_error(error)

    @Slot()
    def _show_merged(self) -> None:
        self._tell(self.tr("This post was also changed elsewhere. That text is kept in its history."))

    @Slot(int)
    def _paste_refused(self, length: int) -> None:
        words = self.tr(
            "This text of {length} characters is longer than any network takes. "
            "It stays in the clipboard; paste a part of it."
        )
        self._tell(words.format(length=length))

    @Slot()
    def _paste_cleaned(self) -> None:
        self._tell(self.tr("Some characters cannot be sent to any network and were replaced by �."))

    # --- inside ---

    def _saver(self, draft: Draft) -> Autosave:
        assert self._commands is not None  # noqa: S101 (asked by the caller)
        saver = Autosave(self._services().drafts, self._commands, draft.id, draft.revision)
        saver.saved.connect(self._stored)
        saver.pending.connect(self._show_pending)
        saver.refused.connect(self._show_refused)
        saver.merged.connect(self._show_merged)
        return saver

    def _show(self) -> None:
        if self._draft is not None:
            self._display.show_fields(self._draft, self._services().clock.now(), self._zone)
            self._display.show_version(self._draft)

    def _tell(self, words: str) -> None:
        if self._commands is not None:
            self._commands.noticed.emit(Notice(words, NoticeKind.WARNING))

    def _services(self) -> "Station":
        assert self._station is not None  # noqa: S101 (attach comes first)
        return self._station

    @property
    def _zone(self) -> str:
        return self._services().preferences.zone()
