"""The plan as calendar events, for the programs of others, and what of their events is new to us."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKind
from cmstation.domain.calendar_events import CalendarEvent, EventStatus
from cmstation.domain.drafts import PostState
from cmstation.domain.events import Event, NewEvent, one_per_uid
from cmstation.domain.folding import folded
from cmstation.domain.ics_lines import escaped, plain_text
from cmstation.domain.plan_words import STATE_WORDS
from cmstation.domain.planned_time import at_instant

Describe = Callable[[CalendarItem], str]
# It takes no one's time: colleagues who subscribe stay free.
_FREE: Final = "TRANSP:TRANSPARENT"
_KIND: Final = "X-CMSTATION-KIND:"
_DONE_AT: Final = "X-CMSTATION-DONE-AT:"
_THEME: Final = "X-CMSTATION-THEME:"
_CAMPAIGN: Final = "X-CMSTATION-CAMPAIGN:"
_OURS: Final = (_KIND, _DONE_AT, _THEME, _CAMPAIGN)
_SURE: Final = frozenset(
    {PostState.APPROVED, PostState.SCHEDULED, PostState.SENDING, PostState.LIVE, PostState.ARCHIVED}
)
_EARLIEST: Final = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class KnownLabels:
    """Themes or campaigns, by identity."""

    themes: Mapping[int, str]
    campaigns: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Sorted:
    """What of a calendar file is to be done.

    Args:
        new: events that nobody here knows.
        changed: known ones with what the file says of them.
        same: known ones that say nothing else.
        older: known ones that were changed here since the file was written.
        binned: known ones that were thrown away here.
        ours: our own posts, which a calendar file cannot change.
    """

    new: tuple[NewEvent, ...]
    changed: tuple[tuple[Event, NewEvent], ...]
    same: tuple[Event, ...]
    older: tuple[tuple[Event, CalendarEvent], ...]
    binned: tuple[tuple[Event, CalendarEvent], ...]
    ours: tuple[CalendarEvent, ...]


def described(item: CalendarItem) -> str:
    """Say the state of a post and its networks, in French, for those who have no other words."""
    state = STATE_WORDS[item.state].capitalize() if item.state is not None else ""
    networks = ", ".join(network.proper_name for network in item.networks)
    return "\n".join(part for part in (state, networks) if part)


def events_of_plan(
    items: Iterable[CalendarItem],
    events: Iterable[Event],
    labels: KnownLabels,
    scope: str,
    describe: Describe = described,
) -> list[CalendarEvent]:
    """Return a plan for `ics.write`: posts as moments, events as they are with their whole series.

    Args:
        items: their titles are written, so what must not be seen is not in them.
        scope: tells this clinic's posts from another's.
        describe: says of a post what may be known of it.
    """
    posts = [_of_item(item, labels, scope, describe) for item in items if item.key.kind is not ItemKind.EVENT]
    return [*posts, *(_of_event(event, labels) for event in events)]


def sorted_out(
    found: Iterable[CalendarEvent], known: Mapping[str, Event], labels: KnownLabels, scope: str
) -> Sorted:
    """Tell what of a calendar file is ours, new or changed.

    Args:
        known: events of the clinic by uid, those in the bin too.
    """
    new: list[NewEvent] = []
    changed: list[tuple[Event, NewEvent]] = []
    same: list[Event] = []
    older: list[tuple[Event, CalendarEvent]] = []
    binned: list[tuple[Event, CalendarEvent]] = []
    ours: list[CalendarEvent] = []
    for content in one_per_uid(found):
        event = known.get(content.uid)
        if is_ours(content.uid, scope):
            ours.append(content)
        elif event is None:
            new.append(_read(content, labels))
        elif event.deleted_at is not None:
            binned.append((event, content))
        elif _same(event, told := _told(event, _read(content, labels))):
            same.append(event)
        elif _revision(content) < _revision(event.content):
            older.append((event, content))
        else:
            changed.append((event, told))
    return Sorted(tuple(new), tuple(changed), tuple(same), tuple(older), tuple(binned), tuple(ours))


def is_ours(uid: str, scope: str) -> bool:
    """Tell whether an identity is one that we gave to a post."""
    return uid.endswith(f"@{scope}") and uid.startswith(("post-", "remote-"))


def _of_item(item: CalendarItem, labels: KnownLabels, scope: str, describe: Describe) -> CalendarEvent:
    part = f"-{item.key.part}" if item.key.part else ""
    start = at_instant(item.start, item.planned_zone)
    sure = item.key.kind is ItemKind.REMOTE or item.state in _SURE
    return CalendarEvent(
        uid=f"{item.key.kind.value}-{item.key.identity}{part}@{scope}",
        start=start,
        end=start,
        title=item.title,
        description=describe(item),
        status=EventStatus.CONFIRMED if sure else EventStatus.TENTATIVE,
        categories=_categories(item, labels),
        kept=(_FREE,),
    )


def _categories(item: CalendarItem, labels: KnownLabels) -> tuple[str, ...]:
    theme = labels.themes.get(item.theme, "") if item.theme is not None else ""
    campaign = labels.campaigns.get(item.campaign, "") if item.campaign is not None else ""
    return tuple(filter(None, (theme, campaign)))


def _of_event(event: Event, labels: KnownLabels) -> CalendarEvent:
    """Return an event with lines of our own, so that it comes back as it was."""
    own = [f"{_KIND}{event.kind.value}"] if event.kind is not EventKind.EVENT else []
    if event.done_at is not None:
        own.append(f"{_DONE_AT}{event.done_at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    for line, label, names in (
        (_THEME, event.theme, labels.themes),
        (_CAMPAIGN, event.campaign, labels.campaigns),
    ):
        if label is not None and label in names:
            own.append(f"{line}{escaped(names[label])}")
    return replace(event.content, kept=(*event.content.kept, *own))


def _read(content: CalendarEvent, labels: KnownLabels) -> NewEvent:
    """Take our own lines out of an event; what they name and we do not know is passed over."""
    own = {line: text[len(line) :] for text in content.kept for line in _OURS if text.startswith(line)}
    kept = tuple(text for text in content.kept if not text.startswith(_OURS))
    try:
        kind = EventKind(own.get(_KIND, EventKind.EVENT.value).strip().lower())
    except ValueError:
        kind = EventKind.EVENT
    try:
        stamp = datetime.strptime(own.get(_DONE_AT, "").strip(), "%Y%m%dT%H%M%SZ")  # noqa: DTZ007 - it is UTC
        done_at = stamp.replace(tzinfo=UTC)
    except ValueError:
        done_at = None
    return NewEvent(
        kind,
        replace(content, kept=kept),
        _named(own.get(_THEME), labels.themes),
        _named(own.get(_CAMPAIGN), labels.campaigns),
        done_at,
    )


def _named(name: str | None, names: Mapping[int, str]) -> int | None:
    wanted = folded(plain_text(name)) if name else None
    return next((label for label, known in names.items() if folded(known) == wanted), None)


def _told(event: Event, read: NewEvent) -> NewEvent:
    """Keep what the file cannot tell: other programs drop lines that are none of theirs."""
    kind = event.kind if read.kind is EventKind.EVENT else read.kind
    return replace(
        read,
        kind=kind,
        theme=event.theme if read.theme is None else read.theme,
        campaign=event.campaign if read.campaign is None else read.campaign,
        done_at=event.done_at if read.done_at is None else read.done_at,
    )


def _same(event: Event, told: NewEvent) -> bool:
    done = (event.done_at is None) == (told.done_at is None)
    labels = (event.kind, event.theme, event.campaign) == (told.kind, told.theme, told.campaign)
    return done and labels and _plain(event.content) == _plain(told.content)


def _plain(content: CalendarEvent) -> CalendarEvent:
    """Return an event without what each program counts for itself."""
    exceptions = sorted(map(_plain, content.exceptions), key=lambda one: repr(one.replaces))
    return replace(
        content, sequence=0, modified=None, exceptions=tuple(exceptions), kept=tuple(sorted(content.kept))
    )


def _revision(content: CalendarEvent) -> tuple[int, datetime]:
    return content.sequence, content.modified or _EARLIEST
