"""What the composer says about saving: saved, being saved, not saved, changed elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.domain.drafts import Draft
from cmstation.services.done import Done
from cmstation.ui.dates import day_words, local_day, time_words
from cmstation.ui.drafts.autosave import Autosave, Edit
from cmstation.ui.drafts.documents import BASE
from cmstation.ui.notices import Notice, NoticeKind

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.drafts.composer import Composer


class ComposerNotices(QObject):
    """Tells what becomes of what is typed."""

    def __init__(self, composer: "Composer") -> None:
        super().__init__(composer)
        self._composer = composer
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._refusals: set[str] = set()
        editor = composer.parts.editor
        editor.paste_too_long.connect(self._paste_refused)
        editor.cleaned.connect(self._paste_cleaned)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    def watch(self, saver: Autosave) -> None:
        """Follow what saves a post."""
        saver.pending.connect(self._show_pending)
        saver.settled.connect(self._take_refusals_back)
        saver.refused.connect(self._show_refused)
        saver.impossible.connect(self._show_impossible)
        saver.merged.connect(self._show_merged)

    def show_kept(self, draft: Draft) -> None:
        """Say when the post that is opened was last saved."""
        if self._station is None:
            return
        saver = self._composer.autosave
        if saver is not None and saver.is_pending:
            self._show_pending()
            return
        now, zone = self._station.clock.now(), self._station.preferences.zone()
        time = time_words(draft.changed_at, zone)
        if local_day(draft.changed_at, zone) == local_day(now, zone):
            words = self.tr("Saved at {time}").format(time=time)
        else:
            day = day_words(draft.changed_at, zone, now)
            words = self.tr("Saved {day} at {time}").format(day=day, time=time)
        self._composer.parts.saved.say(words, "check", "good")

    def show_saved(self) -> None:
        """Say that everything is on disk, as of now."""
        if self._station is not None:
            time = time_words(self._station.clock.now(), self._station.preferences.zone())
            self._composer.parts.saved.say(self.tr("Saved at {time}").format(time=time), "check", "good")

    def tell_unsaved(self) -> None:
        """Say that nothing leaves before it is saved."""
        self._tell(self.tr("Nothing was sent: the last changes of this post are not saved yet."))

    @Slot()
    def _show_pending(self) -> None:
        self._composer.parts.saved.say(self.tr("Saving…"), "sending", "muted")

    @Slot(object)
    def _show_refused(self, error: Exception) -> None:
        self._composer.parts.saved.say(self.tr("Not saved yet, trying again"), "warning", "warning")
        if self._commands is not None:
            self._refusals.add(self._commands.tell_error(error))

    @Slot()
    def _take_refusals_back(self) -> None:
        """What could not be saved is on disk now."""
        commands = self._commands
        if commands is None or self._composer.saves_something:
            return
        for key in self._refusals:
            commands.over.emit(key)
        self._refusals.clear()

    @Slot(object, object)
    def _show_impossible(self, error: Exception, edit: Edit) -> None:
        """Keep the words somewhere else: the post has left meanwhile, or is gone."""
        own = [text for fields in edit.versions.values() if (text := fields.get("text"))]
        words = [text] if (text := edit.base.get("text")) else []
        texts = words or own
        if texts:
            draft = self._composer.draft
            title = edit.base.get("title") or ("" if draft is None else draft.title)
            self._keep_apart(title, "\n\n".join(texts))
            self._tell(self.tr("This post has left meanwhile. What you wrote since is kept in a new draft."))
        elif self._commands is not None:
            self._commands.tell_error(error)
        self._composer.parts.tabs.go_to(BASE)

    def _keep_apart(self, title: str, text: str) -> None:
        """Write what can never be saved in the open post into a new one."""
        station, commands, told = self._station, self._commands, self._composer.kept_apart
        if station is None or commands is None:
            return
        drafts = station.drafts

        def work() -> Done[Draft]:
            done = drafts.new(title=title, text=text)
            return Done(done.value, done.changes)

        commands.run(work, done=told.emit, owner=self)

    @Slot()
    def _show_merged(self) -> None:
        self._tell(self.tr("This post was also changed elsewhere. That text is kept in its history."))

    @Slot(int)
    def _paste_refused(self, length: int) -> None:
        words = self.tr(
            "This text of {length} characters is longer than any network takes. "
            "It stays in the clipboard: paste a part of it."
        )
        self._tell(words.format(length=f"{length:,}".replace(",", "\u202f")))

    @Slot()
    def _paste_cleaned(self) -> None:
        self._tell(self.tr("Some characters cannot be sent to any network: � stands in their place."))

    def _tell(self, words: str) -> None:
        if self._commands is not None:
            self._commands.noticed.emit(Notice(words, NoticeKind.WARNING))
