"""Read many posts of the plan at once, whole."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmstation.domain.drafts import Draft
from cmstation.storage import rows_read
from cmstation.storage.database import Database
from cmstation.storage.records import PostRecord

_AT_ONCE = 500  # identities named in one statement


class PlanPosts:
    """Posts by identity; those that are not there are left out."""

    def __init__(self, database: Database) -> None:
        self._readers = database.readers

    def drafts(self, posts: Iterable[int]) -> dict[int, Draft]:
        """Return the posts, also those in the bin."""
        with self._readers.begin() as session:
            return {post: rows_read.draft(session, post) for post in _titles(session, posts)}

    def titles(self, posts: Iterable[int]) -> dict[int, str]:
        """Return the titles that people gave to posts; "" where there is none."""
        with self._readers.begin() as session:
            return _titles(session, posts)


def _titles(session: Session, posts: Iterable[int]) -> dict[int, str]:
    wanted, found = sorted(set(posts)), dict[int, str]()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        statement = select(PostRecord.id, PostRecord.title).where(PostRecord.id.in_(some))
        for post, title in session.execute(statement):
            found[post] = title
    return found
