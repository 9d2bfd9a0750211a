"""Save every change within a second of typing, in the order in which it was made."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.changes import of_posts
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import ChangedElsewhere
from cmstation.services.done import Done
from cmstation.services.drafts import Drafts
from cmstation.ui.commands import Commands

PAUSE_MS = 400
LONGEST_MS = 900


class Autosave(QObject):
    """Gathers what was typed in one post, and writes it in the background.

    Signals:
        saved: the post as stored.
        pending: there is something that is not on disk yet.
        refused: the error that kept something from being saved; what was typed stays pending.
        merged: someone else had changed the post; their text is in its history.
    """

    saved = Signal(object)
    pending = Signal()
    refused = Signal(object)
    merged = Signal()

    def __init__(self, drafts: Drafts, commands: Commands, post: int, revision: int) -> None:
        super().__init__(commands)
        self._drafts = drafts
        self._commands = commands
        self.post = post
        self._revision = revision
        self._base: dict[str, object] = {}
        self._versions: dict[int, dict[str, object]] = {}
        self._elsewhere = False
        self._pause = _single_shot(self, PAUSE_MS, self.flush)
        self._longest = _single_shot(self, LONGEST_MS, self.flush)

    @property
    def is_pending(self) -> bool:
        """Whether something is not handed to the storage yet."""
        return bool(self._base or self._versions)

    @property
    def waiting(self) -> dict[str, Any]:
        """The fields of the base that are not handed to the storage yet."""
        return dict(self._base)

    def change(self, **fields: object) -> None:
        """Note changed fields of the base."""
        self._base.update(fields)
        self._start()

    def change_version(self, account: int, **fields: object) -> None:
        """Note changed fields of one account's version."""
        self._versions.setdefault(account, {}).update(fields)
        self._start()

    @Slot()
    def flush(self) -> None:
        """Hand over everything that is pending, now."""
        self._pause.stop()
        self._longest.stop()
        if not self.is_pending:
            return
        base, versions = self._base, self._versions
        self._base, self._versions = {}, {}

        def failed(error: Exception) -> bool:
            # What was typed after this was handed over is newer, and wins.
            self._base = {**base, **self._base}
            for account, fields in versions.items():
                self._versions[account] = {**fields, **self._versions.get(account, {})}
            self.refused.emit(error)
            return True

        self._commands.run(lambda: self._write(base, versions), done=self._stored, failed=failed, owner=self)

    def run(self, work: Callable[[], Draft]) -> None:
        """Change the post otherwise (accounts, pictures), after what is pending."""
        self.flush()
        self._commands.run(lambda: self._done(work()), done=self._stored, owner=self)

    def run_undoable(self, work: Callable[[], Done[Draft]], undo_text: str) -> None:
        """Change the post by a command that can be taken back, after what is pending."""
        self.flush()

        def noted() -> Done[Draft]:
            done = work()
            self._revision = done.value.revision
            return done

        self._commands.run(noted, done=self._stored, undo_text=undo_text, owner=self)

    # --- on the storage lane ---

    def _write(self, base: dict[str, object], versions: dict[int, dict[str, object]]) -> Done[Draft]:
        draft: Draft | None = None
        for account, fields in versions.items():
            draft = self._drafts.set_version(self.post, account, **fields)
            self._revision = draft.revision if not base else self._revision
        if base:
            draft = self._write_base(base, fresh=bool(versions))
        assert draft is not None  # noqa: S101 (is_pending was true)
        return self._done(draft)

    def _write_base(self, base: dict[str, object], *, fresh: bool) -> Draft:
        expected = None if fresh else self._revision
        try:
            return self._drafts.update(self.post, expected=expected, **base)
        except ChangedElsewhere:
            self._drafts.keep_version(self.post, "changed_elsewhere")
            self._elsewhere = True
            return self._drafts.update(self.post, expected=None, **base)

    def _done(self, draft: Draft) -> Done[Draft]:
        self._revision = draft.revision
        return Done(draft, of_posts(self.post))

    # --- on the window's thread ---

    def _stored(self, draft: Draft) -> None:
        if self._elsewhere:
            self._elsewhere = False
            self.merged.emit()
        self.saved.emit(draft)

    def _start(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self.pending.emit()


def _single_shot(parent: QObject, wait_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(call)
    return timer
