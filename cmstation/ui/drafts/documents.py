"""One text document for the base and one per account: the same as the base until it is touched."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from cmstation.domain.drafts import Draft, Version
from cmstation.ui.drafts.editor import PostEditor, fill

BASE = 0


class VersionDocuments(QObject):
    """The texts of one post while it is edited.

    Signals:
        base_typed: the base text, changed by the person.
        version_typed: an account and its own text, changed by the person.
        detached: an account whose text no longer follows the base.
    """

    base_typed = Signal(str)
    version_typed = Signal(int, str)
    detached = Signal(int)

    def __init__(self, editor: PostEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._documents: dict[int, QTextDocument] = {}
        self._own: set[int] = set()
        self._filling = False

    def load(self, draft: Draft) -> None:
        """Start on a post."""
        for document in self._documents.values():
            document.deleteLater()
        self._documents = {BASE: self._made(BASE, draft.text)}
        self._own = {version.account for version in draft.versions if version.detached}
        for version in draft.versions:
            self._documents[version.account] = self._made(version.account, draft.text_for(version.account))

    def open(self, account: int) -> None:
        """Put a version before the person."""
        if account not in self._documents:
            self._documents[account] = self._made(account, self.base_text)
        elif account not in {BASE, *self._own}:
            # While attached its document is only brought up to date when it is looked at.
            self._put(account, self.base_text)
        self._editor.setDocument(self._documents[account])

    def take_in(self, draft: Draft, typed: "frozenset[int]") -> None:
        """Take over what was stored, except texts with newer typing in them."""
        self._own = {version.account for version in draft.versions if version.detached} | (self._own & typed)
        for account in {BASE, *self._own} - typed:
            self._put(account, draft.text if account == BASE else draft.text_for(account))

    def reattach(self, account: int) -> None:
        """Make an account's text follow the base again."""
        self._own.discard(account)
        self._put(account, self.base_text)

    @property
    def base_text(self) -> str:
        """The base text as it stands."""
        return self._documents[BASE].toPlainText() if BASE in self._documents else ""

    def is_detached(self, account: int) -> bool:
        """Whether an account has its own text."""
        return account in self._own

    def text(self, account: int) -> str:
        """Return a version's text as it stands."""
        document = self._documents.get(account)
        if document is None or account not in {BASE, *self._own}:
            return self.base_text
        return document.toPlainText()

    def as_draft(self, draft: Draft) -> Draft:
        """Return a post with the texts as they stand."""
        versions = tuple(self._as_version(version) for version in draft.versions)
        return replace(draft, text=self.base_text, versions=versions)

    # --- inside ---

    def _as_version(self, version: Version) -> Version:
        own = self.text(version.account) if version.account in self._own else None
        return replace(version, text=own)

    def _made(self, account: int, text: str) -> QTextDocument:
        document = self._editor.new_document(text)
        document.contentsChanged.connect(lambda: self._typed(account))
        return document

    def _put(self, account: int, text: str) -> None:
        document = self._documents.get(account)
        if document is None or document.toPlainText() == text:
            return
        self._filling = True
        fill(document, text)
        self._filling = False

    def _typed(self, account: int) -> None:
        if self._filling:
            return
        if account == BASE:
            self.base_typed.emit(self.base_text)
            return
        text = self._documents[account].toPlainText()
        if account not in self._own:
            # Formatting alone (a new theme) also counts as a change for Qt.
            if text == self.base_text:
                return
            self._own.add(account)
            self.detached.emit(account)
        self.version_typed.emit(account, text)
