"""Sources to begin with: health bodies whose addresses the person tries before anything is watched."""

import json
from dataclasses import dataclass
from typing import Final, TypedDict, cast

from cmstation.resource_files import resource

STARTER_FILE: Final = resource("watch_starter.json")


class _Written(TypedDict):
    title: str
    address: str
    body: str
    country: str
    theme: str
    page: bool


@dataclass(frozen=True, slots=True)
class StarterSource:
    """A source that is offered.

    Args:
        address: of a feed that others have reported, or of a page on which one may be announced.
        body: who publishes it.
        country: "FR", "BE", "QC", or "" for the world.
        page: whether the address is a page, where a feed has yet to be found.
        tried: never before the person looked: bodies move their feeds without a word.
    """

    title: str
    address: str
    body: str
    country: str
    theme: str
    page: bool
    tried: bool = False


def starter_sources() -> tuple[StarterSource, ...]:
    """Return the offered sources, in the order of the file."""
    rows = cast("list[_Written]", json.loads(STARTER_FILE.read_text(encoding="utf-8"))["sources"])
    return tuple(
        StarterSource(
            title=row["title"],
            address=row["address"],
            body=row["body"],
            country=row["country"],
            theme=row["theme"],
            page=row["page"],
        )
        for row in rows
    )
