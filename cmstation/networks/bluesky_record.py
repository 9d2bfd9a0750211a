"""Builds Bluesky's post record: the same values in, the same record out. No network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from cmstation.domain.folding import storable
from cmstation.domain.networks import Json, Outgoing

POST_TYPE = "app.bsky.feed.post"
MOST_LANGUAGES = 3
MOST_TAGS = 8
LONGEST_TAG = 64
_FACET = "app.bsky.richtext.facet"
_FEATURES = {"link": ("link", "uri"), "mention": ("mention", "did"), "tag": ("tag", "tag")}


@dataclass(frozen=True, slots=True)
class Extras:
    """What has to be asked of servers before a record can be written.

    Args:
        blobs: by a picture's digest, what the server calls the upload.
        dids: by handle; a handle that nobody knows is missing.
        card: the `app.bsky.embed.external` object, or None.
        root, parent: strong references of a reply, or None.
    """

    blobs: Mapping[str, Json]
    dids: Mapping[str, str]
    card: Json = None
    root: Mapping[str, Json] | None = None
    parent: Mapping[str, Json] | None = None


def printable(outgoing: Outgoing) -> Outgoing:
    """Return the same without what no record can hold: lone surrogates and NUL."""
    return replace(
        outgoing,
        text=storable(outgoing.text),
        tags=tuple(storable(tag) for tag in outgoing.tags),
        pictures=tuple(replace(one, alt_text=storable(one.alt_text)) for one in outgoing.pictures),
    )


def post_record(outgoing: Outgoing, extras: Extras) -> dict[str, Json]:
    """Write the record of a post or of a reply."""
    record: dict[str, Json] = {
        "$type": POST_TYPE,
        "text": outgoing.text,
        "createdAt": timestamp(outgoing.created_at),
    }
    if outgoing.language:
        record["langs"] = [outgoing.language][:MOST_LANGUAGES]
    facets = facets_of(outgoing.text, extras.dids)
    if facets:
        record["facets"] = facets
    embed = _embed(outgoing, extras)
    if embed is not None:
        record["embed"] = embed
    tags = tags_of(outgoing.tags)
    if tags:
        record["tags"] = tags
    if extras.parent is not None:
        record["reply"] = {"root": extras.root or extras.parent, "parent": extras.parent}
    return record


def timestamp(instant: datetime) -> str:
    """Write an instant as the network does, with milliseconds and a Z."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def handles_in(text: str) -> tuple[str, ...]:
    """Return the handles that a text mentions, each once."""
    return tuple(dict.fromkeys(value.lower() for kind, value in _marks(text) if kind == "mention"))


def facets_of(text: str, dids: Mapping[str, str]) -> list[Json]:
    """Mark links, mentions and hashtags by their places in UTF-8 bytes.

    A mention whose handle has no DID stays plain text: the network cannot link it.
    """
    from cmstation.domain.counting.bluesky import detect_facets  # noqa: PLC0415

    made: list[Json] = []
    for facet in detect_facets(text):
        feature, name = _FEATURES[str(facet.kind)]
        value = dids.get(facet.value.lower()) if feature == "mention" else facet.value
        if value:
            made.append(
                {
                    "index": {"byteStart": facet.byte_start, "byteEnd": facet.byte_end},
                    "features": [{"$type": f"{_FACET}#{feature}", name: value}],
                }
            )
    return made


def tags_of(tags: Sequence[str]) -> list[Json]:
    """Return the tags that the network files a post under: at most eight, without their mark."""
    bare = dict.fromkeys(tag.strip().lstrip("#").strip() for tag in tags)
    kept: list[Json] = [tag for tag in bare if tag and len(tag) <= LONGEST_TAG]
    return kept[:MOST_TAGS]


def external(address: str, title: str, description: str, thumb: Json) -> dict[str, Json]:
    """Write a link card."""
    card: dict[str, Json] = {"uri": address, "title": title, "description": description}
    if thumb is not None:
        card["thumb"] = thumb
    return card


def _marks(text: str) -> list[tuple[str, str]]:
    from cmstation.domain.counting.bluesky import detect_facets  # noqa: PLC0415

    return [(str(facet.kind), facet.value) for facet in detect_facets(text)]


def _embed(outgoing: Outgoing, extras: Extras) -> Json:
    if outgoing.pictures:
        images: list[Json] = [
            {
                "image": extras.blobs[picture.digest],
                "alt": "" if picture.decorative else picture.alt_text,
                "aspectRatio": {"width": picture.width, "height": picture.height},
            }
            for picture in outgoing.pictures
        ]
        return {"$type": "app.bsky.embed.images", "images": images}
    if extras.card is not None:
        return {"$type": "app.bsky.embed.external", "external": extras.card}
    return None
