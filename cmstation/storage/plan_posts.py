"""Read many posts of the plan at once, whole: a few statements for hundreds of them."""

from collections.abc import Iterable

from sqlalchemy import select

from cmstation.domain.drafts import Draft
from cmstation.storage.database import Database
from cmstation.storage.drafts_read import drafts_of, pieces
from cmstation.storage.records import PostRecord


class PlanPosts:
    """Posts by identity; those that are not there are left out."""

    def __init__(self, database: Database) -> None:
        self._readers = database.readers

    def drafts(self, posts: Iterable[int]) -> dict[int, Draft]:
        """Return the posts, also those in the bin."""
        with self._readers.begin() as session:
            return drafts_of(session, posts)

    def titles(self, posts: Iterable[int]) -> dict[int, str]:
        """Return the titles that people gave to posts; "" where there is none."""
        found: dict[int, str] = {}
        with self._readers.begin() as session:
            for some in pieces(posts):
                statement = select(PostRecord.id, PostRecord.title).where(PostRecord.id.in_(some))
                found |= {row.id: row.title for row in session.execute(statement)}
        return found
