"""Read the rows of a list of stories: a few statements for a window of them."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmstation.domain.watch import StoryRow
from cmstation.storage.records_watch import (
    WatchItemRecord,
    WatchSourceRecord,
    WatchStoryRecord,
    WatchTagRecord,
)
from cmstation.storage.watch_story_keys import instant_of

MOST_AT_ONCE = 500
MOST_OTHERS = 3

SOURCE_NAME = (
    WatchSourceRecord.own_title,
    WatchSourceRecord.title,
    WatchSourceRecord.site,
    WatchSourceRecord.kind,
)
# As `watch_steps.renew_stories` chooses the best item.
BEST_FIRST = (WatchSourceRecord.standing.desc(), WatchItemRecord.moment, WatchItemRecord.id)

_Others: TypeAlias = dict[int, list[str]]


def source_name(*said: str) -> str:
    """Say what a source is called, as `domain.watch.Source.name` does.

    Args:
        said: what the columns of `SOURCE_NAME` hold.
    """
    return str(next(name for name in said if name))


def rows(session: Session, stories: Sequence[int]) -> tuple[StoryRow, ...]:
    """Read stories, in the order asked for; those that are no longer there are left out."""
    found: dict[int, StoryRow] = {}
    for start in range(0, len(stories), MOST_AT_ONCE):
        _read(session, stories[start : start + MOST_AT_ONCE], found)
    return tuple(found[story] for story in stories if story in found)


def _read(session: Session, stories: Sequence[int], found: dict[int, StoryRow]) -> None:
    statement = (
        select(
            WatchStoryRecord.id,
            WatchStoryRecord.best_id,
            WatchStoryRecord.moment,
            WatchStoryRecord.count,
            WatchStoryRecord.unread,
            WatchStoryRecord.starred,
            WatchStoryRecord.decided,
            WatchItemRecord.title,
            WatchItemRecord.source_id,
            *SOURCE_NAME,
        )
        .join(WatchItemRecord, WatchItemRecord.id == WatchStoryRecord.best_id)
        .join(WatchSourceRecord, WatchSourceRecord.id == WatchItemRecord.source_id)
        .where(WatchStoryRecord.id.in_(stories))
    )
    read = session.execute(statement).all()
    others = _others(session, {row[0]: row[8] for row in read if row[3] > 1})
    tags = _tags(session, stories)
    for story, best, moment, count, unread, starred, decided, title, source, *name in read:
        found[story] = StoryRow(
            story=story,
            item=best,
            title=title,
            source=source,
            source_name=source_name(*name),
            moment=instant_of(moment),
            others=tuple(others.get(story, ())),
            count=count,
            unread=unread > 0,
            starred=starred,
            tags=tuple(tags.get(story, ())),
            decision=decided,
        )


def _others(session: Session, shown: dict[int, int]) -> _Others:
    """Name the other sources of stories, best first.

    Args:
        shown: by story, the source that the row shows already.
    """
    if not shown:
        return {}
    statement = (
        select(WatchItemRecord.story_id, WatchItemRecord.source_id, *SOURCE_NAME)
        .join(WatchSourceRecord, WatchSourceRecord.id == WatchItemRecord.source_id)
        .where(WatchItemRecord.story_id.in_(shown))
        .order_by(*BEST_FIRST)
    )
    names: dict[int, dict[int, str]] = {}
    for story, source, *name in session.execute(statement):
        told = names.setdefault(story, {})
        if source != shown[story] and len(told) < MOST_OTHERS:
            told.setdefault(source, source_name(*name))
    return {story: list(told.values()) for story, told in names.items()}


def _tags(session: Session, stories: Iterable[int]) -> _Others:
    statement = (
        select(WatchItemRecord.story_id, WatchTagRecord.tag)
        .join(WatchItemRecord, WatchItemRecord.id == WatchTagRecord.item_id)
        .where(WatchItemRecord.story_id.in_(stories))
        .distinct()
        .order_by(WatchTagRecord.tag)
    )
    tags: _Others = {}
    for story, tag in session.execute(statement):
        tags.setdefault(story, []).append(tag)
    return tags
