"""Save every change within a second of typing, in the order in which it was made."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.drafts import Draft, Version
from cmstation.domain.errors import ChangedElsewhere, NotFound, PublishedIsImmutable
from cmstation.services.done import Done
from cmstation.storage.post_fields import PostFields, VersionFields
from cmstation.ui.commands import Commands

if TYPE_CHECKING:
    from cmstation.services.drafts import Drafts

PAUSE_MS = 400
LONGEST_MS = 800
RETRY_MS = 4000
# What trying again cannot mend.
_FOR_GOOD = (PublishedIsImmutable, NotFound)


@dataclass(slots=True)
class Edit:
    """Fields of the base and of versions that were changed."""

    base: PostFields = field(default_factory=PostFields)
    versions: dict[int, VersionFields] = field(default_factory=dict[int, VersionFields])

    def __bool__(self) -> bool:
        return bool(self.base or self.versions)

    def with_later(self, later: "Edit") -> "Edit":
        """Return both, the later one winning."""
        versions = {account: fields.copy() for account, fields in self.versions.items()}
        for account, fields in later.versions.items():
            versions.setdefault(account, VersionFields()).update(fields)
        base = self.base.copy()
        base.update(later.base)
        return Edit(base, versions)

    def laid_over(self, draft: Draft) -> Draft:
        """Return a post with these changes."""
        fields: dict[str, Any] = {**self.base}
        versions = tuple(self._version(version) for version in draft.versions)
        return replace(draft, **fields, versions=versions)

    def _version(self, version: Version) -> Version:
        fields: dict[str, Any] = {**self.versions.get(version.account, {})}
        return replace(version, **fields)


class Autosave(QObject):
    """Gathers what is changed in one post, and writes it in the background.

    Signals:
        saved: the post as stored.
        pending: there is something that is not on disk yet.
        refused: the error that kept something from being saved; it stays pending and is tried again.
        impossible: the error and the `Edit` that can never be saved in this post.
        merged: someone else had changed the post; their text is in its history.
        settled: everything is on disk.
    """

    saved = Signal(object)
    pending = Signal()
    refused = Signal(object)
    impossible = Signal(object, object)
    merged = Signal()
    settled = Signal()

    def __init__(self, drafts: "Drafts", commands: Commands, post: int, revision: int) -> None:
        super().__init__(commands)
        self._drafts = drafts
        self._commands = commands
        self.post = post
        self._revision = revision
        self._waiting = Edit()
        self._on_its_way: list[Edit] = []
        self._elsewhere = False
        self._pause = _single_shot(self, PAUSE_MS, self.flush)
        self._longest = _single_shot(self, LONGEST_MS, self.flush)
        self._retry = _single_shot(self, RETRY_MS, self.flush)

    @property
    def unsaved(self) -> Edit:
        """Everything that is not on disk yet, whether handed over or not."""
        found = Edit()
        for edit in (*self._on_its_way, self._waiting):
            found = found.with_later(edit)
        return found

    @property
    def is_pending(self) -> bool:
        """Whether something is not on disk yet."""
        return bool(self._waiting or self._on_its_way)

    def rebase(self, revision: int) -> None:
        """Learn that the post is at a newer revision, which the person sees."""
        if not self.is_pending:
            self._revision = max(self._revision, revision)

    def change(self, fields: PostFields) -> None:
        """Note changed fields of the base."""
        self._waiting.base.update(fields)
        self._start()

    def change_version(self, account: int, fields: VersionFields) -> None:
        """Note changed fields of one account's version."""
        self._waiting.versions.setdefault(account, VersionFields()).update(fields)
        self._start()

    @Slot()
    def flush(self) -> None:
        """Hand over everything that waits, now."""
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()
        if not self._waiting:
            return
        edit, self._waiting = self._waiting, Edit()
        self._on_its_way.append(edit)

        def stored(draft: Draft) -> None:
            self._on_its_way.remove(edit)
            self._stored(draft)

        def failed(error: Exception) -> bool:
            self._take_back(edit, error)
            return True

        self._commands.run(lambda: self._write(edit), done=stored, failed=failed, owner=self)

    def run(self, work: Callable[[], Draft]) -> None:
        """Change the post otherwise (accounts, pictures), after what is pending."""
        self.flush()

        def noted() -> Done[Draft]:
            draft = work()
            self._revision = draft.revision
            return Done(draft, of_posts(self.post) | Changes(media=_media(draft)))

        self._commands.run(noted, done=self._stored, owner=self)

    def run_undoable(self, work: Callable[[], Done[Draft]], undo_text: str) -> None:
        """Change the post by a command that can be taken back, after what is pending."""
        self.flush()

        def noted() -> Done[Draft]:
            done = work()
            self._revision = done.value.revision
            return done

        self._commands.run(noted, done=self._stored, undo_text=undo_text, owner=self)

    # --- on the storage lane ---

    def _write(self, edit: Edit) -> Done[Draft]:
        draft: Draft | None = None
        for account, fields in edit.versions.items():
            draft = self._drafts.set_version(self.post, account, **fields)
        if edit.base:
            draft = self._write_base(edit.base, fresh=bool(edit.versions))
        assert draft is not None  # noqa: S101 (an empty edit is never handed over)
        self._revision = draft.revision
        return Done(draft, of_posts(self.post))

    def _write_base(self, base: PostFields, *, fresh: bool) -> Draft:
        expected = None if fresh else self._revision
        try:
            return self._drafts.update(self.post, expected=expected, **base)
        except ChangedElsewhere:
            self._drafts.keep_version(self.post, "changed_elsewhere")
            self._elsewhere = True
            return self._drafts.update(self.post, expected=None, **base)

    # --- on the window's thread ---

    def _stored(self, draft: Draft) -> None:
        if self._elsewhere:
            self._elsewhere = False
            self.merged.emit()
        self.saved.emit(draft)
        if not self.is_pending:
            self.settled.emit()

    def _take_back(self, edit: Edit, error: Exception) -> None:
        """Keep what could not be written; what was changed after it is newer, and wins."""
        place = self._on_its_way.index(edit)
        later = self._on_its_way[place + 1 :]
        self._on_its_way.remove(edit)
        if isinstance(error, _FOR_GOOD):
            self.impossible.emit(error, edit)
            if not self.is_pending:
                self.settled.emit()
            return
        for newer in later:
            edit = _without(edit, newer)
        self._waiting = edit.with_later(self._waiting)
        self._retry.start()
        self.refused.emit(error)

    def _start(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self.pending.emit()


def _without(edit: Edit, newer: Edit) -> Edit:
    """Return an edit without the fields that a newer one writes."""
    versions = {
        account: {
            name: value for name, value in fields.items() if name not in newer.versions.get(account, {})
        }
        for account, fields in edit.versions.items()
    }
    base = {name: value for name, value in edit.base.items() if name not in newer.base}
    kept = {account: cast("VersionFields", fields) for account, fields in versions.items() if fields}
    return Edit(cast("PostFields", base), kept)


def _media(draft: Draft) -> frozenset[int]:
    return frozenset(attachment.media.id for attachment in draft.attachments)


def _single_shot(parent: QObject, wait_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(call)
    return timer
