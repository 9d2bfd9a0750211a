"""Tell posts and events as entries of a plan's file, and make events of entries again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from cmstation.domain import plan_words as words
from cmstation.domain.calendar_events import CalendarEvent, EventStatus, EventTime, WholeDay, end_from
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft, Version
from cmstation.domain.event_moves import restarted, with_rules
from cmstation.domain.events import Event
from cmstation.domain.plan_cells import joined_words, to_the_second, words_between_commas
from cmstation.domain.plan_entries import PlanEntry, post_identity, sheet_text
from cmstation.domain.plan_recurrence import added_in, left_out_in, lines_of, rules_in
from cmstation.domain.planned_time import PlannedTime, at_instant

_STATUS_OF = {word: status for status, word in words.STATUS_WORDS.items()}
_EVENT_TEXTS = {
    **{"title": "title", "notes": "description", "place": "place"},
    **{"link": "url", "tags": "categories"},
}


@dataclass(frozen=True, slots=True)
class PlanLabels:
    """How a file names accounts, themes and campaigns, by their identity.

    Args:
        mark: tells this clinic's posts from another's.
    """

    mark: str
    accounts: Mapping[int, str]
    themes: Mapping[int, str]
    campaigns: Mapping[int, str]


def post_entry(draft: Draft, labels: PlanLabels) -> PlanEntry:
    """Tell a post; its hour is the planned one, else the first at which it leaves or left."""
    hour = shown_hour(draft)
    return PlanEntry(
        identity=post_identity(draft.id, labels.mark),
        start=None if hour is None else to_the_second(hour),
        title=sheet_text(draft.title),
        text=sheet_text(draft.text),
        accounts=tuple(labels.accounts[one] for one in draft.accounts if one in labels.accounts),
        theme=_label(draft.theme, labels.themes),
        campaign=_label(draft.campaign, labels.campaigns),
        state=words.STATE_WORDS[draft.state],
        link=sheet_text(draft.link).strip(),
        tags=_told_tags(draft.tags),
        notes=sheet_text(draft.sources),
        first_comment=sheet_text(draft.first_comment),
        language=draft.language,
        own={
            (labels.accounts[version.account], column): text
            for version in draft.versions
            if version.account in labels.accounts
            for column, text in _own_words(version).items()
            if text
        },
    )


def event_entry(event: Event, labels: PlanLabels) -> PlanEntry:
    """Tell an event, with the rules of its series."""
    content = event.content
    start = to_the_second(content.start)
    zone = start.zone if isinstance(start, PlannedTime) else None
    status = words.STATUS_WORDS[content.status]
    return PlanEntry(
        identity=event.uid,
        what=event.kind,
        start=start,
        end=to_the_second(content.end, zone),
        title=sheet_text(content.title),
        theme=_label(event.theme, labels.themes),
        campaign=_label(event.campaign, labels.campaigns),
        state=words.DONE if event.done_at is not None else status,
        link=sheet_text(content.url).strip(),
        tags=_told_tags(content.categories),
        place=sheet_text(content.place),
        recurrence=lines_of(content),
        notes=sheet_text(content.description),
    )


def shown_hour(draft: Draft) -> PlannedTime | None:
    """Return the one hour by which a file tells when a post is."""
    if draft.planned is not None:
        return draft.planned
    hours = [_hour_of(one) for one in waiting_or_sent(draft)]
    return min(hours, key=lambda hour: hour.instant, default=None)


def waiting_or_sent(draft: Draft) -> tuple[Delivery, ...]:
    """Return the deliveries of a post itself that were not given up."""
    return tuple(
        one
        for one in draft.deliveries
        if one.kind is DeliveryKind.POST and one.state is not DeliveryState.CANCELLED
    )


def new_content(entry: PlanEntry, now: datetime) -> CalendarEvent:
    """Make the event of a row that is not known yet."""
    start, end = _times(entry)
    bare = CalendarEvent(
        uid=entry.identity or str(uuid4()), start=start, end=end, modified=now.replace(microsecond=0)
    )
    series = replace(bare, rules=rules_in(entry.recurrence), **_days(entry, start))
    return replace(series, **_texts(entry, frozenset(_EVENT_TEXTS)), status=_status(entry, bare.status))


def changed_content(
    entry: PlanEntry, before: CalendarEvent, changed: frozenset[str], now: datetime
) -> CalendarEvent:
    """Return an event as a row tells it; what the row does not tell stays.

    Raises:
        RuleKeepsItsDays: its series cannot be moved to those days.
    """
    content = before
    if changed & {"start", "end"}:
        start = entry.start if "start" in changed and entry.start is not None else content.start
        end = end_from(content, start)
        if "end" in entry.given and entry.end is not None:
            end = entry.end
        rules = rules_in(entry.recurrence) if "recurrence" in changed else None
        content = restarted(content, start, end, rules)
    elif "recurrence" in changed:
        content = with_rules(content, rules_in(entry.recurrence))
    if "recurrence" in changed:
        content = replace(content, **_days(entry, content.start))
    texts = _texts(entry, changed)
    if "state" in changed:
        texts["status"] = _status(entry, content.status)
    content = _said(content, texts)
    if content == before:
        return before
    return replace(content, sequence=before.sequence + 1, modified=now.replace(microsecond=0))


def _said(content: CalendarEvent, texts: Mapping[str, Any]) -> CalendarEvent:
    """Let an event say something else, and those of its occurrences that said the same."""
    exceptions = tuple(
        replace(
            one,
            **{name: text for name, text in texts.items() if getattr(one, name) == getattr(content, name)},
        )
        for one in content.exceptions
    )
    return replace(content, **texts, exceptions=exceptions)


def _texts(entry: PlanEntry, fields: frozenset[str]) -> dict[str, Any]:
    return {said: getattr(entry, told) for told, said in _EVENT_TEXTS.items() if told in fields}


def _times(entry: PlanEntry) -> tuple[EventTime, EventTime]:
    start = entry.start
    assert start is not None  # noqa: S101 - the table refuses a new event without its day
    if entry.end is None:
        return start, WholeDay(start.day + timedelta(days=1)) if isinstance(start, WholeDay) else start
    return start, entry.end


def _days(entry: PlanEntry, start: EventTime) -> dict[str, Any]:
    return {"also": added_in(entry.recurrence, start), "removed": left_out_in(entry.recurrence, start)}


def _status(entry: PlanEntry, before: EventStatus) -> EventStatus:
    """Return how certain an event is; that it is done says nothing of it."""
    return _STATUS_OF.get(entry.state, before)


def _label(label: int | None, names: Mapping[int, str]) -> str:
    return "" if label is None else names.get(label, "")


def _own_words(version: Version) -> dict[str, str]:
    own = {
        words.TEXT: version.text,
        words.TITLE: version.title,
        words.LINK: version.link,
        words.FIRST_COMMENT: version.first_comment,
    }
    return {column: sheet_text(text or "") for column, text in own.items()}


def _told_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    return words_between_commas(sheet_text(joined_words(tags)))


def _hour_of(delivery: Delivery) -> PlannedTime:
    if delivery.sent_at is not None and delivery.state is DeliveryState.SENT:
        return at_instant(delivery.sent_at, delivery.due.zone)
    return delivery.due
