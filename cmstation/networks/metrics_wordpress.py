"""Reads what a WordPress site counts: its posts, and the comments below them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.errors import AddressNotFound, PermissionMissing, SignInNeeded
from cmstation.domain.metrics import Metric
from cmstation.domain.metrics_networks import DayReading, Reading, RemotePost
from cmstation.networks.answers import Answer, as_mapping, as_rows, content_of
from cmstation.networks.metrics_counts import as_far_as_told, asked_posts, header_count, readings
from cmstation.networks.wordpress_site import POSTS, WORDS, WordPressSite, text_of

if TYPE_CHECKING:
    from cmstation.networks.session import Session

COMMENTS: Final = "/wp/v2/comments"
MOST_POSTS: Final = 50
_TOTAL: Final = "X-WP-Total"
_PAGE: Final = 100
# A post with a password keeps its comments to itself; the others of the same question do not.
_CLOSED_POST: Final = "rest_cannot_read_post"
_LONGEST_IDENTITY: Final = 18


class WordPressMetrics:
    """The figures of one site (`domain/metrics_networks.py`: MetricsReader).

    WordPress itself counts no visits; approved comments are all that it knows of its readers.

    Args:
        secret: part password, the application password.
    """

    most_posts = MOST_POSTS

    def __init__(self, session: "Session", account: Account, secret: Secret) -> None:
        self._site = WordPressSite(session, account.address, account.login, secret.parts.get("password", ""))
        self._comments_closed = False

    def account(self) -> tuple[Reading, ...]:
        """Return published posts and approved comments."""
        posts = self._total(POSTS, {"status": "publish"})
        return readings("wordpress.account", {Metric.POSTS: posts, Metric.COMMENTS: self._comment_total({})})

    def posts(self, remote_ids: Sequence[str]) -> Mapping[str, RemotePost]:
        """Return how many approved comments posts have.

        When the site asks to wait in the middle, what it has told is returned; the next call raises.
        """
        asked = asked_posts(remote_ids, _is_identity, MOST_POSTS)
        if not asked:
            return {}
        live = self._live(asked)
        found: dict[str, RemotePost] = {}
        with as_far_as_told(found):
            self._fill_comments(live, found)
            for identity in asked:
                if identity not in live and self._is_gone(identity):
                    found[identity] = RemotePost(identity, gone=True)
        return found

    def days(self, first: date, last: date) -> tuple[DayReading, ...]:
        """Return nothing: WordPress tells no days."""
        return ()

    def _live(self, identities: Sequence[str]) -> tuple[str, ...]:
        """Return those that are public."""
        answer = self._site.read(
            POSTS,
            step="posts",
            params={
                "include": ",".join(identities),
                "per_page": str(_PAGE),
                "status": "publish",
                "_fields": "id",
            },
        )
        there = {str(row.get("id")) for row in as_rows(content_of(answer, WORDS), answer)}
        return tuple(one for one in identities if one in there)

    def _is_gone(self, identity: str) -> bool:
        """Tell whether the site says that a post is in the trash, or nowhere; a draft again is not gone."""
        try:
            answer = self._site.read(f"{POSTS}/{identity}", step="post", params={"_fields": "id,status"})
            post = as_mapping(content_of(answer, WORDS), answer)
        except AddressNotFound as refusal:
            return refusal.code == "rest_post_invalid_id"
        except (PermissionMissing, SignInNeeded) as refusal:
            if refusal.code == "rest_forbidden":  # it is there, and not for everybody
                return False
            raise
        return text_of(post, "status") == "trash"

    def _fill_comments(self, posts: Sequence[str], found: dict[str, RemotePost]) -> None:
        """Count the comments of all posts in as few calls as that takes."""
        counts = self._counted_together(posts) if len(posts) > 1 else None
        for identity in posts:
            count = self._comment_total({"post": identity}) if counts is None else counts[identity]
            found[identity] = RemotePost(identity, readings("wordpress.post", {Metric.COMMENTS: count}))

    def _counted_together(self, posts: Sequence[str]) -> Counter[str] | None:
        """Read the comments of several posts page by page; None when asking one by one is cheaper."""
        seen: dict[int, str] = {}
        page, pages = 1, 1
        total: int | None = None
        while page <= pages:
            answer = self._comments(
                {
                    "post": ",".join(posts),
                    "per_page": str(_PAGE),
                    "page": str(page),
                    "orderby": "id",
                    "order": "asc",
                    "_fields": "id,post",
                }
            )
            total = None if answer is None else header_count(answer, _TOTAL)
            if answer is None or total is None:
                return None
            pages = -(-total // _PAGE)
            if pages > len(posts):
                return None
            for row in as_rows(content_of(answer, WORDS), answer):
                identity, post = row.get("id"), str(row.get("post"))
                if isinstance(identity, int) and post in posts:
                    seen[identity] = post
            page += 1
        # What the site counts and does not show is asked for post by post.
        return Counter(seen.values()) if len(seen) == total else None

    def _comment_total(self, params: Mapping[str, str]) -> int | None:
        answer = self._comments({**params, "per_page": "1", "_fields": "id"})
        return None if answer is None else header_count(answer, _TOTAL)

    def _comments(self, params: Mapping[str, str]) -> Answer | None:
        """Read approved comments; None where the site, or one of the posts, keeps them to itself."""
        if self._comments_closed:
            return None
        answer = self._site.read(COMMENTS, step="comments", params=params)
        try:
            as_rows(content_of(answer, WORDS), answer)
        except (AddressNotFound, PermissionMissing, SignInNeeded) as refusal:
            if refusal.code == _CLOSED_POST:
                return None
            if isinstance(refusal, SignInNeeded):
                raise
            self._comments_closed = True
            return None
        return answer

    def _total(self, route: str, params: Mapping[str, str]) -> int | None:
        answer = self._site.read(route, step="total", params={**params, "per_page": "1", "_fields": "id"})
        as_rows(content_of(answer, WORDS), answer)
        return header_count(answer, _TOTAL)


def _is_identity(remote_id: str) -> bool:
    return remote_id.isascii() and remote_id.isdecimal() and len(remote_id) <= _LONGEST_IDENTITY
