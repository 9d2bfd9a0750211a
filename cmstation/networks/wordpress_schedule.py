"""What waits on a WordPress site for its hour: listed, and given another one."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from cmstation.domain.calendar_errors import HourTooNear, LeavingNow, NoLongerWaiting
from cmstation.domain.clock import Clock
from cmstation.domain.errors import (
    NetworkError,
    NotSent,
    OutcomeUnknown,
    PermissionMissing,
    PublishedIsImmutable,
)
from cmstation.domain.networks import Journal, Json, Receipt, ScheduledPost
from cmstation.networks.answers import (
    Answer,
    as_mapping,
    as_rows,
    clean_detail,
    content_of,
    field_of,
    refusal_of,
)
from cmstation.networks.wordpress_site import POSTS, WORDS, WordPressSite, text_of

SHORTEST_WAIT = timedelta(minutes=2)  # the site itself publishes at once what is less than a minute ahead
# A post that the site publishes while it is being moved would be taken off the public's eyes again.
LEAVES_WITHIN: Final = timedelta(minutes=1)
PAGE: Final = 100
MOST_PAGES: Final = 20
_LISTED: Final = "id,status,date_gmt,link,title,content"
_LOOKED_AT: Final = "id,status,date_gmt,link"
_NO_SUCH_POST: Final = "rest_post_invalid_id"
_PUBLIC: Final = frozenset({"publish", "private"})


class WordPressSchedule:
    """The waiting posts of one site."""

    def __init__(self, site: WordPressSite, clock: Clock) -> None:
        self._site = site
        self._clock = clock

    def scheduled(self) -> tuple[ScheduledPost, ...]:
        """Return the posts with an hour ahead that this person may edit."""
        found: dict[str, ScheduledPost] = {}
        for page in range(1, MOST_PAGES + 1):
            answer = self._site.read(
                POSTS,
                step="scheduled",
                params={
                    "status": "future",
                    "context": "edit",
                    "orderby": "date",
                    "order": "asc",
                    "per_page": str(PAGE),
                    "page": str(page),
                    "_fields": _LISTED,
                },
            )
            self._refuse_unknown_person(answer)
            rows = as_rows(content_of(answer, WORDS), answer)
            found |= {one.remote_id: one for one in _posts(rows)}
            if len(rows) < PAGE or page >= _pages(answer):
                break
        return tuple(found.values())

    def reschedule(self, receipt: Receipt, publish_at: datetime, journal: Journal) -> Receipt:
        """Give a waiting post another hour; see `ScheduledPosts.reschedule`."""
        now, post = self._clock.now(), int(receipt.remote_id)
        if publish_at - now < SHORTEST_WAIT:
            raise HourTooNear(due=publish_at, shortest_wait=SHORTEST_WAIT)
        due = self._due(post, journal)
        if due == _whole_seconds(publish_at):
            return Receipt(receipt.remote_id, "", scheduled=True)
        if due - now < LEAVES_WITHIN:
            raise LeavingNow(remote_id=receipt.remote_id, due=due)
        try:
            return self._moved(post, publish_at, journal)
        except OutcomeUnknown as doubt:
            unknown = doubt
        return self._as_it_is(post, publish_at, unknown, journal)

    def _refuse_unknown_person(self, answer: Answer) -> None:
        """Say what is meant when the site takes "future" for no status at all: it knows nobody who asks."""
        if answer.status != 400 or refusal_of(answer, WORDS).code != "rest_invalid_param":
            return
        content_of(self._site.read("/wp/v2/users/me", step="scheduled"), WORDS)
        raise PermissionMissing(status=answer.status, code="rest_forbidden_status", right="edit_posts")

    def _moved(self, post: int, publish_at: datetime, journal: Journal) -> Receipt:
        answer = self._site.change(
            "POST",
            f"{POSTS}/{post}",
            step="reschedule",
            journal=journal,
            irreversible=True,
            json={"status": "future", "date_gmt": site_time(publish_at)},
        )
        row = as_mapping(content_of(answer, WORDS), answer)
        scheduled = field_of(row, "status", str, answer) == "future"
        return Receipt(str(post), "" if scheduled else text_of(row, "link"), scheduled=scheduled)

    def _as_it_is(
        self, post: int, publish_at: datetime, unknown: OutcomeUnknown, journal: Journal
    ) -> Receipt:
        """Answer with what the site says after a doubtful move."""
        try:
            due = self._due(post, journal)
        except NetworkError:
            raise unknown from None
        if due != _whole_seconds(publish_at):
            raise NotSent(status=unknown.status, code="not_moved", detail=unknown.detail) from None
        return Receipt(str(post), "", scheduled=True)

    def _due(self, post: int, journal: Journal) -> datetime:
        """Return the hour that the site holds for a post.

        Raises:
            PublishedIsImmutable, NoLongerWaiting: the site holds none any more.
        """
        answer = self._site.read(
            f"{POSTS}/{post}",
            step="reschedule",
            journal=journal,
            params={"context": "edit", "_fields": _LOOKED_AT},
        )
        if answer.status >= 400 and refusal_of(answer, WORDS).code == _NO_SUCH_POST:
            raise NoLongerWaiting(remote_id=str(post), found="gone")
        row = as_mapping(content_of(answer, WORDS), answer)
        status = field_of(row, "status", str, answer)
        if status in _PUBLIC:
            raise PublishedIsImmutable(remote_id=str(post), url=text_of(row, "link"))
        due = from_site_time(text_of(row, "date_gmt"))
        if status != "future" or due is None:
            raise NoLongerWaiting(remote_id=str(post), found=status)
        return due


def payload_at(payload: Mapping[str, Json], publish_at: datetime) -> Mapping[str, Json]:
    """Return the payload of the same post for another hour."""
    return {**payload, "status": "future", "date_gmt": site_time(publish_at)}


def site_time(moment: datetime) -> str:
    """Write a moment as the site does."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def from_site_time(text: str) -> datetime | None:
    """Read a moment that the site wrote."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None


def _posts(rows: Sequence[Mapping[str, Json]]) -> list[ScheduledPost]:
    found: list[ScheduledPost] = []
    for row in rows:
        due, identity = from_site_time(text_of(row, "date_gmt")), row.get("id")
        if due is None or not isinstance(identity, int) or text_of(row, "status") != "future":
            continue
        title = clean_detail(text_of(row, "title", "rendered"))
        text = clean_detail(text_of(row, "content", "rendered"))
        found.append(ScheduledPost(str(identity), due, title, text, text_of(row, "link")))
    return found


def _pages(answer: Answer) -> int:
    told = answer.header("X-WP-TotalPages")
    return int(told) if told.isdecimal() and told.isascii() else MOST_PAGES


def _whole_seconds(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
