"""Store a whole import of the plan, posts and events, in one transaction; and take it back in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cmstation.domain.drafts import Draft
from cmstation.domain.errors import ChangedElsewhere
from cmstation.domain.events import Event, NewEvent
from cmstation.storage.database import Database
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.delivery_hours import DeliveryHours, NewHour, NewPlanned
from cmstation.storage.events import EventFields, Events
from cmstation.storage.many_posts import NewPost, add_posts, throw_posts_away
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.post_fields import PostFields, VersionFields
from cmstation.storage.post_state import refuse_if_left
from cmstation.storage.posts import Posts

_REASON = "before_import"
_TOLD = (
    *("title", "text", "stage", "theme", "campaign", "tags", "language", "link", "first_comment"),
    *("sources", "planned"),
)


@dataclass(frozen=True, slots=True)
class PostChange:
    """What an import changes in a post.

    Args:
        expected: the revision that was read.
        accounts: all that it is for from now on, None when they stay.
        hours: another hour for what waits in the outbox, and `planned` for the post itself.
    """

    post: int
    expected: int
    fields: PostFields
    accounts: tuple[int, ...] | None = None
    own: Mapping[int, VersionFields] = field(default_factory=dict[int, VersionFields])
    hours: tuple[NewHour, ...] = ()
    planned: NewPlanned | None = None


@dataclass(frozen=True, slots=True)
class EventChange:
    """What an import changes in an event.

    Args:
        expected: the revision that was read.
    """

    event: int
    expected: int
    fields: EventFields


@dataclass(frozen=True, slots=True)
class Batch:
    """All that an import does."""

    new_posts: tuple[NewPost, ...] = ()
    changed_posts: tuple[PostChange, ...] = ()
    new_events: tuple[NewEvent, ...] = ()
    changed_events: tuple[EventChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new_posts or self.changed_posts or self.new_events or self.changed_events)


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import did.

    Args:
        new_posts, new_events: as they were stored.
        changed_posts, changed_events: each before and after.
    """

    new_posts: tuple[Draft, ...] = ()
    changed_posts: tuple[tuple[Draft, Draft], ...] = ()
    new_events: tuple[Event, ...] = ()
    changed_events: tuple[tuple[Event, Event], ...] = ()


class PlanImport:
    """Stores imports; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def store(self, batch: Batch, now: datetime) -> Stored:
        """Store all of an import, or nothing of it.

        Raises:
            ChangedElsewhere: a post or an event was changed since the import was looked at.
            PublishedIsImmutable: something of a post left meanwhile.
            EventKnown: a new event's uid is taken.
            NotFound: an account, theme or campaign is gone.
        """
        with one_transaction(self._database) as joined:
            events = Events(joined)
            with joined.sessions.begin() as session:
                added = add_posts(session, batch.new_posts, now)
            return Stored(
                added,
                tuple(_changed(joined, change, now) for change in batch.changed_posts),
                events.add_all(batch.new_events, now),
                tuple(_changed_event(events, change, now) for change in batch.changed_events),
            )

    def take_back(self, stored: Stored, back: Sequence[PostChange], now: datetime) -> None:
        """Undo an import: what it added goes to the bin, what it changed is as it was.

        Args:
            back: the hours that go back, by post; see `PostChange`.

        Raises:
            ChangedElsewhere: something of it was changed since; nothing was taken back then.
            PublishedIsImmutable: something of it left since.
        """
        hours = {change.post: change for change in back}
        with one_transaction(self._database) as joined:
            posts, events = Posts(joined), Events(joined)
            with joined.sessions.begin() as session:
                throw_posts_away(session, [draft.id for draft in stored.new_posts], now)
            for before, after in stored.changed_posts:
                _refuse_changed(posts.get(after.id), after)
                _restored(joined, before, after, hours.get(after.id), now)
            for _, after in stored.changed_events:
                _refuse_changed_event(events.get(after.id), after)
            events.bring_back(
                [before for before, _ in stored.changed_events], [one.id for one in stored.new_events], now
            )


def _changed(joined: Database, change: PostChange, now: datetime) -> tuple[Draft, Draft]:
    posts = Posts(joined)
    before = posts.get(change.post)
    with joined.sessions.begin() as session:
        refuse_if_left(session, change.post)
    posts.snapshot(change.post, now, _REASON)
    posts.update(change.post, now, expected=change.expected, **change.fields)
    if change.accounts is not None:
        posts.choose_accounts(change.post, change.accounts, now)
    for account, words in change.own.items():
        posts.set_version(change.post, account, now, **words)
    if change.planned is not None:
        DeliveryHours(joined).move(change.post, change.hours, now, planned=change.planned)
    Deliveries(joined).comments_follow(change.post, now)
    return before, posts.get(change.post)


def _restored(joined: Database, before: Draft, after: Draft, back: PostChange | None, now: datetime) -> None:
    posts = Posts(joined)
    fields = PostFields(
        title=before.title,
        text=before.text,
        stage=before.stage,
        theme=before.theme,
        campaign=before.campaign,
        tags=before.tags,
        language=before.language,
        link=before.link,
        first_comment=before.first_comment,
        sources=before.sources,
    )
    if back is None:
        fields["planned"] = before.planned
    posts.update(before.id, now, expected=None, **fields)
    for account in after.accounts:
        was = before.version(account)
        if was != after.version(account):
            own = VersionFields(
                text=was.text, title=was.title, link=was.link, first_comment=was.first_comment
            )
            posts.set_version(before.id, account, now, **own)
    posts.choose_accounts(before.id, before.accounts, now)
    if back is not None:
        DeliveryHours(joined).move(before.id, back.hours, now, planned=back.planned)
    Deliveries(joined).comments_follow(before.id, now)


def _changed_event(events: Events, change: EventChange, now: datetime) -> tuple[Event, Event]:
    before = events.get(change.event)
    return before, events.update(change.event, now, expected=change.expected, **change.fields)


def _refuse_changed(present: Draft, after: Draft) -> None:
    """Refuse to undo what somebody wrote on since; not by revision, since undone changes count too."""
    same = all(getattr(present, name) == getattr(after, name) for name in (*_TOLD, "versions"))
    if not same or (present.deleted_at is None) != (after.deleted_at is None):
        raise ChangedElsewhere(post=after.id, expected=after.revision, found=present.revision)


def _refuse_changed_event(present: Event, after: Event) -> None:
    told = ("kind", "content", "theme", "campaign", "done_at", "deleted_at")
    if any(getattr(present, name) != getattr(after, name) for name in told):
        raise ChangedElsewhere(event=after.id, expected=after.revision, found=present.revision)
