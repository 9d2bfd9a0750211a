"""Compare what a file says with the plan as it is: what would be added, changed or refused."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, cast

from cmstation.domain import plan_words as words
from cmstation.domain.accounts import Account
from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent
from cmstation.domain.delivery import LEFT_STATES, Delivery, DeliveryState
from cmstation.domain.drafts import Draft, Stage
from cmstation.domain.events import Event, NewEvent, RuleKeepsItsDays
from cmstation.domain.native import can_keep
from cmstation.domain.plan_entries import FIELDS, OWN, PlanEntry, differences, post_of
from cmstation.domain.plan_ics import Sorted
from cmstation.domain.plan_telling import (
    PlanLabels,
    changed_content,
    event_entry,
    new_content,
    post_entry,
    waiting_or_sent,
)
from cmstation.domain.planned_time import PlannedTime
from cmstation.services.plan_preview import ImportPreview, PreviewLine, Refusal
from cmstation.storage.delivery_hours import NewHour, NewPlanned
from cmstation.storage.events import EventFields
from cmstation.storage.many_posts import NewPost
from cmstation.storage.plan_import import Batch, EventChange, PostChange
from cmstation.storage.post_fields import PostFields, VersionFields

_PLAIN: Final = {
    **{"title": "title", "text": "text", "link": "link", "notes": "sources"},
    **{"first_comment": "first_comment", "language": "language", "tags": "tags"},
}
_OWN: Final = {
    words.TEXT: "text",
    words.TITLE: "title",
    words.LINK: "link",
    words.FIRST_COMMENT: "first_comment",
}
_MOVABLE: Final = frozenset({DeliveryState.WAITING, DeliveryState.HELD, DeliveryState.FAILED})


@dataclass(frozen=True, slots=True)
class Present:
    """The plan as it is, as far as a file names it.

    Args:
        accounts, drafts: by identity.
        events: by uid; those in the bin too.
    """

    now: datetime
    labels: PlanLabels
    accounts: Mapping[int, Account]
    drafts: Mapping[int, Draft]
    events: Mapping[str, Event]


class _Refused(Exception):
    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


class Comparing:
    """Compares entry after entry; `preview` gives the outcome."""

    def __init__(self, present: Present) -> None:
        self._present = present
        self._ids = {label: account for account, label in present.labels.accounts.items()}
        self._themes = {name: theme for theme, name in present.labels.themes.items()}
        self._campaigns = {name: campaign for campaign, name in present.labels.campaigns.items()}
        self._added: list[PreviewLine] = []
        self._changed: list[PreviewLine] = []
        self._refused: list[PreviewLine] = []
        self._same = 0
        self._new_posts: list[NewPost] = []
        self._changed_posts: list[PostChange] = []
        self._new_events: list[NewEvent] = []
        self._changed_events: list[EventChange] = []

    def preview(self, file: Path, *, letters: str = "", passed_over: Sequence[str] = ()) -> ImportPreview:
        """Return what the entries so far would do."""
        return ImportPreview(
            file,
            letters,
            tuple(self._added),
            tuple(self._changed),
            tuple(self._refused),
            self._same,
            tuple(passed_over),
            batch=Batch(
                tuple(self._new_posts),
                tuple(self._changed_posts),
                tuple(self._new_events),
                tuple(self._changed_events),
            ),
        )

    def compare(self, entries: Iterable[PlanEntry]) -> None:
        """Look at the rows of a table."""
        for entry in entries:
            try:
                changed = self._one(entry)
            except _Refused as refused:
                self._refused.append(self._line(entry, refusal=refused.why))
                continue
            if changed is None:
                self._added.append(self._line(entry))
            elif changed:
                self._changed.append(self._line(entry, changed))
            else:
                self._same += 1

    def sort_in(self, found: Sorted) -> None:
        """Look at the events of a calendar file."""
        for new in found.new:
            self._new_events.append(new)
            self._added.append(_of_content(new.content, new.kind))
        for event, told in found.changed:
            fields = EventFields(
                kind=told.kind,
                content=told.content,
                theme=told.theme,
                campaign=told.campaign,
                done_at=told.done_at,
            )
            self._changed_events.append(EventChange(event.id, event.revision, fields))
            before, labels = event_entry(event, self._present.labels), self._present.labels
            after = event_entry(_as_told(event, told), labels)
            self._changed.append(_of_content(told.content, told.kind, _in_order(differences(after, before))))
        for event, content in found.older:
            self._refused.append(_of_content(content, event.kind, refusal=Refusal.OLDER))
        for event, content in found.binned:
            self._refused.append(_of_content(content, event.kind, refusal=Refusal.IN_BIN))
        self._same += len(found.same) + len(found.ours)

    def _line(
        self, entry: PlanEntry, changed: Iterable[str] = (), refusal: Refusal | None = None
    ) -> PreviewLine:
        title = entry.title
        if "title" not in entry.given:
            draft = self._present.drafts.get(post_of(entry.identity, self._present.labels.mark) or 0)
            event = self._present.events.get(entry.identity)
            title = draft.title if draft is not None else event.content.title if event is not None else ""
        names = _in_order(changed)
        return PreviewLine(entry.line, title, entry.what, entry.start, entry.identity, names, refusal)

    # --- one row ---

    def _one(self, entry: PlanEntry) -> frozenset[str] | None:
        """Take up one row; return what it changes, None when it is new."""
        post = post_of(entry.identity, self._present.labels.mark)
        event = self._present.events.get(entry.identity) if entry.identity else None
        if post is None and (entry.what is not None or event is not None):
            return self._event(entry, event)
        return self._new_post(entry) if post is None else self._post(entry, post)

    def _new_post(self, entry: PlanEntry) -> None:
        fields = self._plain_fields(entry, frozenset(FIELDS))
        fields["language"] = entry.language or "fr"
        fields["stage"] = self._stage(entry, Stage.DRAFT)
        if isinstance(entry.start, PlannedTime):
            fields["planned"] = entry.start
        accounts = tuple(self._ids[label] for label in entry.accounts)
        self._new_posts.append(NewPost(fields, accounts, self._own(entry, None)))

    def _post(self, entry: PlanEntry, post: int) -> frozenset[str]:
        draft = self._present.drafts.get(post)
        if draft is None:
            raise _Refused(Refusal.GONE)
        present = post_entry(draft, self._present.labels)
        changed = differences(entry, present)
        if "state" in changed and _can_say(entry, draft):
            changed -= {"state"}
        if not changed:
            return changed
        _refuse_post(entry, draft)
        fields = self._plain_fields(entry, changed)
        if "state" in changed:
            fields["stage"] = self._stage(entry, draft.stage)
        accounts = self._accounts(entry, draft) if "accounts" in changed else None
        hours, planned = self._hours(entry, draft) if "start" in changed else ((), None)
        if "start" in changed and planned is None:
            fields["planned"] = cast("PlannedTime | None", entry.start)
        own = self._own(entry, present) if OWN in changed else {}
        self._changed_posts.append(PostChange(post, draft.revision, fields, accounts, own, hours, planned))
        return changed

    def _event(self, entry: PlanEntry, event: Event | None) -> frozenset[str] | None:
        now = self._present.now
        if event is None:
            if entry.start is None:
                raise _Refused(Refusal.GONE)
            done_at = now if entry.state == words.DONE else None
            self._new_events.append(
                NewEvent(
                    entry.what or EventKind.EVENT,
                    new_content(entry, now),
                    self._themes.get(entry.theme),
                    self._campaigns.get(entry.campaign),
                    done_at,
                )
            )
            return None
        if event.deleted_at is not None:
            raise _Refused(Refusal.IN_BIN)
        if entry.what is None:
            raise _Refused(Refusal.KIND)
        changed = differences(entry, event_entry(event, self._present.labels))
        if changed:
            fields = self._event_fields(entry, event, changed)
            self._changed_events.append(EventChange(event.id, event.revision, fields))
        return changed

    # --- fields ---

    def _plain_fields(self, entry: PlanEntry, changed: frozenset[str]) -> PostFields:
        found = {said: getattr(entry, told) for told, said in _PLAIN.items() if told in changed}
        if "theme" in changed:
            found["theme"] = self._themes.get(entry.theme)
        if "campaign" in changed:
            found["campaign"] = self._campaigns.get(entry.campaign)
        return cast("PostFields", found)

    def _event_fields(self, entry: PlanEntry, event: Event, changed: frozenset[str]) -> EventFields:
        fields = EventFields()
        try:
            content = changed_content(entry, event.content, changed, self._present.now)
        except (RuleKeepsItsDays, ValueError) as failure:
            raise _Refused(Refusal.SERIES) from failure
        if content != event.content:
            fields["content"] = content
        if "what" in changed and entry.what is not None:
            fields["kind"] = entry.what
        if "theme" in changed:
            fields["theme"] = self._themes.get(entry.theme)
        if "campaign" in changed:
            fields["campaign"] = self._campaigns.get(entry.campaign)
        if "state" in changed:
            fields["done_at"] = self._present.now if entry.state == words.DONE else None
        return fields

    def _stage(self, entry: PlanEntry, usual: Stage) -> Stage:
        if not entry.state:
            return usual
        stage = words.STAGE_OF.get(entry.state)
        if stage is None:
            raise _Refused(Refusal.STATE)
        return stage

    def _accounts(self, entry: PlanEntry, draft: Draft) -> tuple[int, ...]:
        wanted = tuple(self._ids[label] for label in entry.accounts)
        # Accounts that were removed have no label: they stay as they are.
        removed = tuple(one for one in draft.accounts if one not in self._present.labels.accounts)
        busy = {one.account for one in waiting_or_sent(draft)}
        if busy & (set(draft.accounts) - {*wanted, *removed}):
            raise _Refused(Refusal.ACCOUNT_IN_OUTBOX)
        return (*wanted, *removed)

    def _own(self, entry: PlanEntry, present: PlanEntry | None) -> dict[int, VersionFields]:
        found: dict[int, VersionFields] = {}
        for (label, column), text in entry.own.items():
            if text != ("" if present is None else present.own.get((label, column), "")):
                fields = found.setdefault(self._ids[label], VersionFields())
                cast("dict[str, str | None]", fields)[_OWN[column]] = text or None
        return found

    def _hours(self, entry: PlanEntry, draft: Draft) -> tuple[tuple[NewHour, ...], NewPlanned | None]:
        """Return the hours of what waits in the outbox; it moves as a whole, or not by a file."""
        deliveries = waiting_or_sent(draft)
        if not deliveries:
            return (), None
        planned, to = draft.planned, entry.start
        if planned is None or not isinstance(to, PlannedTime):
            raise _Refused(Refusal.IN_OUTBOX)
        for one in deliveries:
            if one.state not in _MOVABLE or one.due.instant != planned.instant:
                raise _Refused(Refusal.IN_OUTBOX)
        if to.instant <= self._present.now:
            raise _Refused(Refusal.HOUR_PASSED)
        return new_hours(deliveries, to, self._present.accounts, self._present.now), NewPlanned(planned, to)


def new_hours(
    deliveries: Iterable[Delivery],
    to: PlannedTime,
    accounts: Mapping[int, Account],
    now: datetime,
    as_they_were: Callable[[Delivery], Delivery | None] = lambda _: None,
) -> tuple[NewHour, ...]:
    """Return another hour for deliveries that wait."""
    return tuple(
        NewHour(
            one,
            to,
            native=one.account in accounts and can_keep(accounts[one.account], now, to.instant),
            as_it_was=as_they_were(one),
        )
        for one in deliveries
    )


def _refuse_post(entry: PlanEntry, draft: Draft) -> None:
    if draft.deleted_at is not None:
        raise _Refused(Refusal.IN_BIN)
    left = any(
        one.state in LEFT_STATES or (one.armed_at is not None and one.state is not DeliveryState.CANCELLED)
        for one in draft.deliveries
    )
    if left:
        raise _Refused(Refusal.PUBLISHED)
    if entry.what is not None:
        raise _Refused(Refusal.KIND)


def _can_say(entry: PlanEntry, draft: Draft) -> bool:
    """Tell whether a state is that of the writing, as it is, although the outbox shows another."""
    return words.STAGE_OF.get(entry.state) is draft.stage


def _as_told(event: Event, told: NewEvent) -> Event:
    return Event(
        event.id,
        event.revision,
        event.uid,
        told.kind,
        told.content,
        told.theme,
        told.campaign,
        told.done_at,
        event.changed_at,
    )


def _of_content(
    content: CalendarEvent, kind: EventKind, changed: Iterable[str] = (), refusal: Refusal | None = None
) -> PreviewLine:
    return PreviewLine(0, content.title, kind, content.start, content.uid, _in_order(changed), refusal)


def _in_order(changed: Iterable[str]) -> tuple[str, ...]:
    names = set(changed)
    return tuple(name for name in (*FIELDS, OWN) if name in names)
