"""Takes JSON answers of public interfaces apart without trusting them."""

import json
from typing import Any, cast

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.feed_fetching import Page

LARGEST = 2_000_000


def read_json(page: Page) -> dict[str, Any]:
    """Return the object that an answer holds.

    Raises:
        SourceUnread: it holds none.
    """
    body = page.body or b""
    if len(body) > LARGEST:
        raise SourceUnread(SourceTrouble.TOO_LONG, "json")
    found: object = None
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "json")
    return cast("dict[str, Any]", found)


def mapping(one: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the object of this name, an empty one when there is none."""
    found: object = one.get(name)
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def listed(one: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the objects in the list of this name."""
    found: object = one.get(name)
    rows = cast("list[object]", found) if isinstance(found, list) else []
    return [cast("dict[str, Any]", row) for row in rows if isinstance(row, dict)]


def words(one: dict[str, Any], name: str) -> str:
    """Return the text of this name, "" when there is none."""
    found: object = one.get(name)
    return found if isinstance(found, str) else ""
