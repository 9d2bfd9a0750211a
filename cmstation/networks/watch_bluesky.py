"""Reads accounts and searches of Bluesky through its public interface; what came meanwhile is not missed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final, cast
from urllib.parse import urlencode

from cmstation.domain.feeds import FeedFormat, ParsedFeed, ParsedItem
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_networks import Fetched, SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_json_answers import listed, mapping, read_json, words
from cmstation.networks.feed_reading import digest_of
from cmstation.networks.watch_bluesky_posts import (
    SITE,
    came_out,
    for_members_only,
    item_of,
    profile,
    repeated_at,
)

PUBLIC: Final = "https://public.api.bsky.app"
PAGE: Final = 50
MOST_PAGES: Final = 6
MOST_GAPS: Final = 8
# A post may become visible a while after it came out: so much is read again.
_LATE = timedelta(hours=1)
_LONGEST_MARK = 1000


@dataclass(frozen=True, slots=True)
class _Gap:
    """Posts that are still to be read: from a mark of the server down to a moment."""

    mark: str
    floor: datetime


@dataclass(frozen=True, slots=True)
class _Place:
    """How far the reading came (`SourceState.cursor`).

    Args:
        newest: when the newest post that was seen came out.
        gaps: newest first.
    """

    newest: datetime | None = None
    gaps: tuple[_Gap, ...] = ()

    def text(self) -> str:
        """Write it down."""
        if self.newest is None:
            return ""
        gaps = [[gap.mark, gap.floor.isoformat()] for gap in self.gaps]
        return json.dumps([self.newest.isoformat(), gaps])

    @classmethod
    def of(cls, text: str) -> "_Place":
        """Read it; whatever cannot be read is a beginning."""
        try:
            newest, gaps = cast("tuple[str, list[tuple[str, str]]]", json.loads(text))
            return cls(_stored(newest), tuple(_Gap(mark, _stored(floor)) for mark, floor in gaps))
        except (ValueError, TypeError, RecursionError):
            return cls()

    def with_gap(self, gap: _Gap) -> "_Place":
        """Remember one more gap; when there are too many, the two oldest are read as one."""
        gaps = (gap, *self.gaps)
        if len(gaps) > MOST_GAPS:
            gaps = (*gaps[:-2], _Gap(gaps[-2].mark, gaps[-1].floor))
        return replace(self, gaps=gaps)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of posts.

    Args:
        oldest, newest: of the moments that the server sorts by; None when the page is empty.
        mark: what to ask the next page with, "" after the last one.
    """

    items: tuple[ParsedItem, ...]
    oldest: datetime | None
    newest: datetime | None
    mark: str
    hidden: bool = False


class BlueskyReader:
    """Reads what an account says, or what a search finds (`domain/watch_networks.py`: SourceReader).

    Replies are left out, and posts that an account only repeats.
    """

    def __init__(self, fetcher: FeedFetcher, base: str = PUBLIC) -> None:
        self._fetcher = fetcher
        self._base = base

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Read the newest posts, and on until those of the last reading; a few pages at most.

        What lies between is read the next time when there is more of it.

        Raises:
            SourceUnread: nothing useful came; a search may need somebody who signed in.
        """
        place = _Place.of(state.cursor)
        top = self._page(source, "")
        pages = [top]
        newest = max((one for one in (top.newest, place.newest) if one is not None), default=None)
        after = replace(place, newest=newest)
        if place.newest is not None and not _reaches(top, place.newest):
            after = after.with_gap(_Gap(top.mark, place.newest))
        for _ in range(MOST_PAGES - 1):
            if not after.gaps:
                break
            try:
                after = self._fill(source, pages, after)
            except SourceUnread:
                break  # what fails in a gap is for the next time
        return _fetched(source, state, pages, after)

    def stop(self) -> None:
        """Break off what is under way."""
        self._fetcher.stop()

    def close(self) -> None:
        """Let go of kept connections."""
        self._fetcher.close()

    def _fill(self, source: Source, pages: list[_Page], place: _Place) -> _Place:
        """Read one page of the newest gap."""
        gap, *others = place.gaps
        try:
            page = self._page(source, gap.mark)
        except SourceUnread as unread:
            if unread.trouble in (SourceTrouble.REFUSED, SourceTrouble.GONE):
                # A mark that the server knows no longer would never be understood again.
                return replace(place, gaps=tuple(others))
            raise
        pages.append(page)
        if not _reaches(page, gap.floor) and page.mark != gap.mark:
            others.insert(0, replace(gap, mark=page.mark))
        return replace(place, gaps=tuple(others))

    def _page(self, source: Source, mark: str) -> _Page:
        account = source.kind is SourceKind.BLUESKY_ACCOUNT
        if account:
            method, posts_in = "app.bsky.feed.getAuthorFeed", "feed"
            query = {"actor": source.address, "limit": str(PAGE), "filter": "posts_no_replies"}
        else:
            method, posts_in = "app.bsky.feed.searchPosts", "posts"
            query = {"q": source.address, "limit": str(PAGE), "sort": "latest"}
        query |= {"cursor": mark} if mark else {}
        unread: SourceUnread | None = None
        try:
            page = self._fetcher.fetch(
                f"{self._base}/xrpc/{method}?{urlencode(query)}", accept="application/json"
            )
            return _read_page(read_json(page), posts_in)
        except SourceUnread as refused:
            unread = _judged(refused, account=account, first=not mark)
        raise unread


def _read_page(answer: dict[str, Any], posts_in: str) -> _Page:
    if not isinstance(answer.get(posts_in), list):
        raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "json")
    items: list[ParsedItem] = []
    moments: list[datetime] = []
    hidden = False
    for entry in listed(answer, posts_in):
        post = mapping(entry, "post") if posts_in == "feed" else entry
        moment = repeated_at(entry) or came_out(post)
        if moment is not None:
            moments.append(moment)
        if "reason" in entry:
            continue
        if for_members_only(post):
            hidden = True
        elif (item := item_of(post)) is not None:
            items.append(item)
    mark = words(answer, "cursor")
    oldest, newest = min(moments, default=None), max(moments, default=None)
    return _Page(tuple(items), oldest, newest, mark if len(mark) <= _LONGEST_MARK else "", hidden)


def _reaches(page: _Page, floor: datetime) -> bool:
    """Tell whether nothing that is newer than the floor can follow on later pages."""
    if not page.mark or page.oldest is None:
        return True
    return page.oldest < floor - _LATE


def _judged(unread: SourceUnread, *, account: bool, first: bool) -> SourceUnread:
    """Say what a refusal means here: the server answers 400 for an account that is not there."""
    if unread.detail == "403":
        return SourceUnread(SourceTrouble.SIGN_IN_NEEDED, "403")
    if account and first and unread.detail == "400":
        return SourceUnread(SourceTrouble.GONE, "400")
    return unread


def _fetched(source: Source, state: SourceState, pages: list[_Page], place: _Place) -> Fetched:
    items = _once(item for page in pages for item in page.items)
    account = source.kind is SourceKind.BLUESKY_ACCOUNT
    if account and not items and any(page.hidden for page in pages):
        raise SourceUnread(SourceTrouble.SIGN_IN_NEEDED, "members")
    cursor = place.text()
    # Counts of likes change all the time, so the posts themselves are compared.
    digest = digest_of(repr(items).encode("utf-8", "replace"))
    if digest == state.digest:
        return Fetched(digest=digest, cursor=cursor)
    if account:
        title = next((item.author for item in items if item.author), "") or source.address
        site = profile(source.address)
    else:
        title, site = source.address, f"{SITE}/search?{urlencode({'q': source.address})}"
    return Fetched(ParsedFeed(title, items, FeedFormat.JSON, site), digest=digest, cursor=cursor)


def _once(items: Iterable[ParsedItem]) -> tuple[ParsedItem, ...]:
    return tuple({item.id: item for item in items}.values())


def _stored(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
