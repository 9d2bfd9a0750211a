"""Read the items of the watch whole: clean text, marks and the decision that holds."""

import html
import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cmstation.domain.watch import Decision, Item
from cmstation.storage.records_watch import (
    WatchBodyRecord,
    WatchDecisionRecord,
    WatchItemRecord,
    WatchRelayRecord,
    WatchSourceRecord,
    WatchTagRecord,
)
from cmstation.storage.rows_read import FRESH
from cmstation.storage.watch_story_rows import BEST_FIRST, SOURCE_NAME, source_name

# What is stored was cleaned: tags are closed, and attributes stand between double quotes.
_ENDS_OF_LINES = re.compile(
    r"(?:<br ?/?>|</(?:p|div|li|h[1-6]|tr|blockquote|pre|figure|dt|dd)>)\s*", re.IGNORECASE
)
_TAGS = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
_SPACES = re.compile(r"[ \t\r\f\v]+")


def items(session: Session, *conditions: ColumnElement[bool]) -> tuple[Item, ...]:
    """Read items, the best source's first."""
    statement = (
        select(WatchItemRecord, WatchBodyRecord.html, *SOURCE_NAME)
        .join(WatchSourceRecord, WatchSourceRecord.id == WatchItemRecord.source_id)
        .outerjoin(WatchBodyRecord, WatchBodyRecord.item_id == WatchItemRecord.id)
        .where(*conditions)
        .order_by(*BEST_FIRST)
        .execution_options(**FRESH)
    )
    read = session.execute(statement).all()
    wanted = [row[0].id for row in read]
    tags, decisions = _tags(session, wanted), decisions_that_hold(session, wanted)
    return tuple(
        _item_of(row, body or "", source_name(*name), tags.get(row.id, ()), decisions.get(row.id))
        for row, body, *name in read
    )


def plain(cleaned: str) -> str:
    """Return cleaned HTML as lines of words."""
    bare = html.unescape(_TAGS.sub("", _ENDS_OF_LINES.sub("\n", cleaned)))
    lines = (_SPACES.sub(" ", line).strip() for line in bare.split("\n"))
    return "\n".join(line for line in lines if line)


def decisions_that_hold(session: Session, wanted: Sequence[int]) -> dict[int, Decision]:
    """Read, by item, the newest decision that was not undone."""
    statement = (
        select(
            WatchDecisionRecord.id,
            WatchDecisionRecord.item_id,
            WatchDecisionRecord.kind,
            WatchDecisionRecord.at,
            WatchDecisionRecord.who,
        )
        .where(WatchDecisionRecord.item_id.in_(wanted), WatchDecisionRecord.undone_at.is_(None))
        .order_by(WatchDecisionRecord.at, WatchDecisionRecord.id)
    )
    newest = {item: (decision, kind, at, who) for decision, item, kind, at, who in session.execute(statement)}
    posts = posts_of(session, [decision for decision, *_rest in newest.values()])
    return {
        item: Decision(kind, at, who, posts.get(decision, ()))
        for item, (decision, kind, at, who) in newest.items()
    }


def posts_of(session: Session, decisions: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Read, by decision, the drafts that were made of it and are still there."""
    statement = (
        select(WatchRelayRecord.decision_id, WatchRelayRecord.post_id)
        .where(WatchRelayRecord.decision_id.in_(decisions))
        .order_by(WatchRelayRecord.post_id)
    )
    posts: dict[int, tuple[int, ...]] = {}
    for decision, post in session.execute(statement):
        posts[decision] = (*posts.get(decision, ()), post)
    return posts


def _tags(session: Session, wanted: Sequence[int]) -> dict[int, tuple[str, ...]]:
    statement = (
        select(WatchTagRecord.item_id, WatchTagRecord.tag)
        .where(WatchTagRecord.item_id.in_(wanted))
        .order_by(WatchTagRecord.tag)
    )
    tags: dict[int, tuple[str, ...]] = {}
    for item, tag in session.execute(statement):
        tags[item] = (*tags.get(item, ()), tag)
    return tags


def _item_of(
    row: WatchItemRecord, body: str, name: str, tags: tuple[str, ...], decision: Decision | None
) -> Item:
    return Item(
        id=row.id,
        source=row.source_id,
        source_name=name,
        title=row.title,
        link=row.link,
        published=row.published_at,
        seen_at=row.seen_at,
        html=body,
        text=plain(body),
        story=row.story_id,
        author=row.author,
        media=row.media,
        origin=row.origin,
        read_at=row.read_at,
        starred=row.starred,
        tags=tags,
        note=row.note,
        decision=decision,
    )
