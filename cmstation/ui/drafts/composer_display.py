"""What the composer shows: state, version bar, counts; words and colours, no decision."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import Draft
from cmstation.ui.drafts.composer_parts import ComposerParts
from cmstation.ui.drafts.documents import BASE, VersionDocuments
from cmstation.ui.drafts.left import all_left, has_left, is_locked

if TYPE_CHECKING:
    from cmstation.domain.counting.count import Count


class ComposerDisplay(QObject):
    """Shows one post in the composer's widgets."""

    def __init__(self, parts: ComposerParts, documents: VersionDocuments) -> None:
        super().__init__(parts)
        self._parts = parts
        self._documents = documents
        self.counts: Mapping[int, Count] = {}
        self.accounts: tuple[Account, ...] = ()

    def show_fields(self, draft: Draft, now: datetime, zone: str) -> None:
        """Show everything but the texts, leaving alone what the person is typing in."""
        parts = self._parts
        if not parts.title.hasFocus() and parts.title.text() != draft.title:
            parts.title.setText(draft.title)
        if not parts.link.hasFocus() and parts.link.text() != draft.link:
            parts.link.setText(draft.link)
        parts.state.show_state(draft.state.value)
        parts.labels.show_draft(draft)
        parts.media.show_draft(draft, tuple(a for a in self.accounts if a.id in draft.accounts))
        parts.when.show_planned(draft.planned, now, zone)
        self._show_extras(draft)
        self._show_left(draft)

    def show_version(self, draft: Draft) -> None:
        """Show which version this is, and what holds for it."""
        account = self._parts.tabs.current()
        self._parts.editor.setReadOnly(is_locked(draft, account))
        self._show_bar(draft, account)
        self._show_line(account)
        for version in draft.versions:
            own = self._documents.is_detached(version.account)
            self._parts.tabs.show_count(version.account, self.counts.get(version.account), detached=own)

    def _show_extras(self, draft: Draft) -> None:
        """Say on their buttons what the first comment and the sources hold."""
        parts = self._parts
        sources = sum(1 for line in draft.sources.splitlines() if line.strip())
        words = self.tr("Sources")
        parts.sources.setText(f"{words}  {sources}" if sources else words)
        comment = bool(draft.first_comment.strip())
        parts.comment.set_icon("check" if comment else "chat")
        parts.comment.setToolTip(draft.first_comment.strip()[:200])

    def _show_left(self, draft: Draft) -> None:
        parts, left = self._parts, has_left(draft)
        for field in (parts.title, parts.link):
            field.setReadOnly(left)
        why = self.tr("What has left no longer changes here.") if left else ""
        parts.when.setEnabled(not left)
        parts.when.setToolTip(why)
        parts.labels.language.setEnabled(not left)
        parts.media.set_locked(left)
        parts.publish.setText(self.tr("See where it is") if all_left(draft) else self.tr("Publish"))

    def _show_bar(self, draft: Draft, account: int) -> None:
        bar = self._parts.detached
        detached, locked = self._documents.is_detached(account), is_locked(draft, account)
        bar.words.setText(self._bar_words(account, detached=detached, locked=locked))
        bar.dot.setVisible(detached)
        bar.compare.setVisible(detached)
        bar.reattach.setVisible(detached and not locked)
        bar.options.setVisible(account != BASE)

    def _bar_words(self, account: int, *, detached: bool, locked: bool) -> str:
        if locked:
            return self.tr("This text has left: it no longer changes.")
        if account == BASE:
            return self.tr("The text that every version starts from.")
        name = self._name_of(account)
        if detached:
            return self.tr("{name} has its own text, detached from the base.").format(name=name)
        return self.tr("Same as the base. Type here to give {name} its own text.").format(name=name)

    def _show_line(self, account: int) -> None:
        line, count, name = self._parts.room.line, self.counts.get(account), self._name_of(account)
        if count is None:
            line.show_trouble("")
            line.figure.setText(self.tr("%n character(s)", "", len(self._documents.text(account))))
            self._parts.editor.show_overflow(None)
            return
        line.show_trouble(self._trouble(count, name))
        if count.limit is None:
            line.figure.setText(self.tr("%n character(s)", "", count.length))
        else:
            figure = self.tr("{length} of {limit}, counted as {name} does")
            line.figure.setText(
                figure.format(length=_number(count.length), limit=_number(count.limit), name=name)
            )
        self._parts.editor.show_overflow(count.overflow_start)

    def _trouble(self, count: "Count", name: str) -> str:
        if count.over:
            return self.tr("%n character(s) too many for {name}", "", count.over).format(name=name)
        if count.second is not None:
            return self.tr("%n byte(s) too many for {name}", "", count.second.over).format(name=name)
        return ""

    def _name_of(self, account: int) -> str:
        found = next((one for one in self.accounts if one.id == account), None)
        return "" if found is None else found.name


def _number(figure: int) -> str:
    """Write a number as the person's language groups it."""
    return QLocale().toString(figure)
