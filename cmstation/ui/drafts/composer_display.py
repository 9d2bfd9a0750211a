"""What the composer shows: state, version bar, counts; words and colours, no decision."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmstation.domain.accounts import Account
from cmstation.domain.delivery import LEFT_STATES, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.ui.drafts.composer_parts import ComposerParts
from cmstation.ui.drafts.documents import BASE, VersionDocuments

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
        if not parts.title.hasFocus():
            parts.title.setText(draft.title)
        if not parts.link.hasFocus():
            parts.link.setText(draft.link)
        parts.state.show_state(draft.state.value)
        parts.labels.show_draft(draft)
        parts.media.show_draft(draft)
        parts.when.show_planned(draft.planned, now, zone)
        left = has_left(draft)
        for field in (parts.title, parts.link):
            field.setReadOnly(left)

    def show_version(self, draft: Draft) -> None:
        """Show which version this is, and what holds for it."""
        account = self._parts.tabs.current()
        self._parts.editor.setReadOnly(is_locked(draft, account))
        self._show_bar(draft, account)
        self._show_line(account)
        for version in draft.versions:
            own = self._documents.is_detached(version.account)
            self._parts.tabs.show_count(version.account, self.counts.get(version.account), detached=own)

    def _show_bar(self, draft: Draft, account: int) -> None:
        bar = self._parts.detached
        detached, locked = self._documents.is_detached(account), is_locked(draft, account)
        bar.words.setText(self._bar_words(account, detached=detached, locked=locked))
        bar.compare.setVisible(detached)
        bar.reattach.setVisible(detached and not locked)
        bar.options.setVisible(account != BASE)

    def _bar_words(self, account: int, *, detached: bool, locked: bool) -> str:
        if locked:
            return self.tr("Published: this text no longer changes.")
        if account == BASE:
            return self.tr("The text that every version starts from.")
        name = self._name_of(account)
        if detached:
            return self.tr("{name} has its own text, detached from the base.").format(name=name)
        return self.tr("Same as the base. Type here to give {name} its own text.").format(name=name)

    def _show_line(self, account: int) -> None:
        line, count, name = self._parts.overflow, self.counts.get(account), self._name_of(account)
        if count is None:
            line.trouble.setText("")
            line.figure.setText(self.tr("%n character(s)", "", len(self._documents.text(account))))
            self._parts.editor.show_overflow(None)
            return
        over = self.tr("%n character(s) too many for {name}", "", count.over).format(name=name)
        line.trouble.setText(over if count.over else "")
        figure = self.tr("{length} of {limit}, counted as {name} does")
        line.figure.setText(
            self.tr("%n character(s)", "", count.length)
            if count.limit is None
            else figure.format(length=count.length, limit=count.limit, name=name)
        )
        self._parts.editor.show_overflow(count.overflow_start if count.over else None)

    def _name_of(self, account: int) -> str:
        found = next((one for one in self.accounts if one.id == account), None)
        return "" if found is None else found.name


def is_locked(draft: Draft, account: int) -> bool:
    """Tell whether a version's text may no longer change; the base is locked as soon as anything left."""
    if account == BASE:
        return has_left(draft)
    return any(
        delivery.account == account and _locks(delivery.state, armed=delivery.armed_at is not None)
        for delivery in draft.deliveries
    )


def has_left(draft: Draft) -> bool:
    """Tell whether something of a post has left, or may have."""
    return any(_locks(one.state, armed=one.armed_at is not None) for one in draft.deliveries)


def _locks(state: DeliveryState, *, armed: bool) -> bool:
    return state in LEFT_STATES or (armed and state is not DeliveryState.CANCELLED)
