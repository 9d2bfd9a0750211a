"""Posts of Bluesky as its public interface gives them."""

from datetime import UTC, datetime
from typing import Any

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DID = "did:plc:abc"


def post(text: str = "Bonjour", number: int = 1, at: datetime = NOW, **more: Any) -> dict[str, Any]:
    """Make a post of an account called Léa."""
    record = {"text": text, "createdAt": at.isoformat(), **more.pop("record", {})}
    author = {"did": DID, "handle": "lea.bsky.social", "displayName": "Léa", **more.pop("author", {})}
    place = f"at://{DID}/app.bsky.feed.post/3k{number:06}"
    return {"uri": place, "author": author, "record": record, "indexedAt": at.isoformat(), **more}
