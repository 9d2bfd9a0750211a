"""One text document for the base and one per account: the same as the base until it is touched."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from cmstation.domain.drafts import Draft, Version
from cmstation.ui.drafts.editor import PostEditor, fill
from cmstation.ui.drafts.plain_text import plain_text

BASE = 0
# Posts whose undo history is still there when the person comes back to them.
MOST_POSTS = 12


@dataclass(slots=True)
class _Texts:
    """The documents of one post, what each was last known to say, and where the caret was in it."""

    documents: dict[int, QTextDocument] = field(default_factory=dict[int, QTextDocument])
    said: dict[int, str] = field(default_factory=dict[int, str])
    carets: dict[int, int] = field(default_factory=dict[int, int])


class VersionDocuments(QObject):
    """The texts of one post while it is edited.

    Signals:
        base_typed: the base text, changed by the person.
        version_typed: an account and its own text, changed by the person.
        detached: an account whose text no longer follows the base.
        followed: an account whose text was taken back by undo until it followed the base again.
    """

    base_typed = Signal(str)
    version_typed = Signal(int, str)
    detached = Signal(int)
    followed = Signal(int)

    def __init__(self, editor: PostEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._posts: OrderedDict[int, _Texts] = OrderedDict()
        self._texts = _Texts()
        self._own: set[int] = set()
        self._open = BASE
        self._filling = False

    def load(self, draft: Draft) -> None:
        """Start on a post; its undo history is still there when it was open a while ago."""
        self._keep_caret()
        self._texts = self._posts.setdefault(draft.id, _Texts())
        self._posts.move_to_end(draft.id)
        self._own = {version.account for version in draft.versions if version.detached}
        self._put(BASE, draft.text)
        for account in self._own:
            self._put(account, draft.text_for(account))
        self._open = BASE
        self._forget_old()

    def open(self, account: int) -> None:
        """Put a version before the person."""
        self._keep_caret()
        if account not in {BASE, *self._own}:
            # While attached its document is only brought up to date when it is looked at.
            self._put(account, self.base_text)
        self._open = account
        self._editor.setDocument(self._texts.documents[account])
        self._editor.put_caret(self._texts.carets.get(account, 0))

    def take_in(self, draft: Draft, typed: frozenset[int]) -> None:
        """Take over what was stored, except texts with newer typing in them."""
        self._own = {version.account for version in draft.versions if version.detached} | (self._own & typed)
        for account in {BASE, *self._own} - typed:
            self._put(account, draft.text if account == BASE else draft.text_for(account))
        if self._open not in {BASE, *self._own}:
            self._put(self._open, self.base_text)

    def reattach(self, account: int) -> None:
        """Make an account's text follow the base again."""
        self._own.discard(account)
        self._put(account, self.base_text)

    @property
    def base_text(self) -> str:
        """The base text as it stands."""
        document = self._texts.documents.get(BASE)
        return "" if document is None else plain_text(document)

    def is_detached(self, account: int) -> bool:
        """Whether an account has its own text."""
        return account in self._own

    def text(self, account: int) -> str:
        """Return a version's text as it stands."""
        document = self._texts.documents.get(account)
        if document is None or account not in {BASE, *self._own}:
            return self.base_text
        return plain_text(document)

    def as_draft(self, draft: Draft) -> Draft:
        """Return a post with the texts as they stand."""
        versions = tuple(self._as_version(version) for version in draft.versions)
        return replace(draft, text=self.base_text, versions=versions)

    # --- inside ---

    def _as_version(self, version: Version) -> Version:
        own = self.text(version.account) if version.account in self._own else None
        return replace(version, text=own)

    def _put(self, account: int, text: str) -> None:
        """Make a version's document say a text; one that says it already keeps its undo history."""
        document = self._texts.documents.get(account)
        if document is None:
            document = self._editor.new_document(text)
            document.contentsChanged.connect(lambda: self._typed(document))
            self._texts.documents[account] = document
        elif plain_text(document) != text:
            caret = self._editor.textCursor().position() if account == self._open else 0
            self._filling = True
            fill(document, text)
            self._filling = False
            if self._editor.document() is document:
                self._editor.put_caret(caret)
        self._texts.said[account] = plain_text(document)

    def _typed(self, document: QTextDocument) -> None:
        account = next((a for a, found in self._texts.documents.items() if found is document), None)
        if self._filling or account is None:
            return
        text = plain_text(document)
        if text == self._texts.said.get(account):
            # Formatting alone (other colours) also counts as a change for Qt.
            return
        self._texts.said[account] = text
        if account == BASE:
            self.base_typed.emit(text)
            return
        if account not in self._own:
            if text == self.base_text:
                return
            self._own.add(account)
            self.detached.emit(account)
        elif text == self.base_text and not document.isUndoAvailable():
            self._own.discard(account)
            self.followed.emit(account)
            return
        self.version_typed.emit(account, text)

    def _keep_caret(self) -> None:
        if self._editor.document() is self._texts.documents.get(self._open):
            self._texts.carets[self._open] = self._editor.textCursor().position()

    def _forget_old(self) -> None:
        while len(self._posts) > MOST_POSTS:
            _, old = self._posts.popitem(last=False)
            for document in old.documents.values():
                document.deleteLater()
