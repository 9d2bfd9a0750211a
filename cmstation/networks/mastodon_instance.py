"""Reads what a Mastodon-like server says about itself: its software and its limits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cmstation.domain.errors import NetworkError, NotSent
from cmstation.domain.networks import AccountLimits, Journal, Json
from cmstation.networks.answers import as_mapping, content_of, within
from cmstation.networks.mastodon_calls import DIALECT, MastodonCalls

# Only these keep the first status of an idempotency key; others of the family ignore the header.
_KEEPS_KEYS = frozenset({"mastodon", "hometown", "glitch"})
_PROPER_NAMES = {
    "mastodon": "Mastodon",
    "hometown": "Hometown",
    "gotosocial": "GoToSocial",
    "pleroma": "Pleroma",
    "akkoma": "Akkoma",
    "pixelfed": "Pixelfed",
    "friendica": "Friendica",
    "iceshrimp": "Iceshrimp",
    "sharkey": "Sharkey",
    "firefish": "Firefish",
}
_COMPATIBLE = re.compile(r"\(compatible; ([A-Za-z][\w.-]*)(?: ([\w.+-]+))?")
_VERSION = re.compile(r"^v?(\d[\w.+-]{0,40})")
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Software:
    """The program that a server runs.

    Args:
        name: lower case, for instance "mastodon" or "gotosocial"; "" when the server does not say.
    """

    name: str
    version: str = ""

    @property
    def keeps_keys(self) -> bool:
        """Whether an idempotency key sent twice surely gives the same status."""
        return self.name in _KEEPS_KEYS

    def __str__(self) -> str:
        proper = _PROPER_NAMES.get(self.name, self.name.capitalize())
        return f"{proper} {self.version}".strip()


def software_named(words: str) -> Software:
    """Read back what `str(software)` wrote."""
    name, _, version = words.partition(" ")
    return Software(name.lower(), version)


def software_of(calls: MastodonCalls, journal: Journal) -> Software:
    """Ask a server which program it runs: by nodeinfo, else by its version.

    Raises:
        NetworkError: the server cannot be reached, or answers neither.
    """
    told = _nodeinfo(calls, journal)
    if told is not None:
        return told
    return software_in(instance(calls, journal))


def instance(calls: MastodonCalls, journal: Journal) -> Mapping[str, Json]:
    """Return the server's description of itself (second edition, else first).

    Raises:
        NetworkError: it cannot be reached, or has none.
    """
    try:
        answer = calls.read_public("/api/v2/instance", step="instance", journal=journal)
        return as_mapping(content_of(answer, DIALECT), answer)
    except NotSent:
        raise
    except NetworkError:
        answer = calls.read_public("/api/v1/instance", step="instance", journal=journal)
        return as_mapping(content_of(answer, DIALECT), answer)


def looks_like_instance(content: Mapping[str, Json]) -> bool:
    """Tell whether an answer is a Mastodon-like server's description."""
    return isinstance(content.get("version"), str) and ("domain" in content or "uri" in content)


def software_in(content: Mapping[str, Json]) -> Software:
    """Read the program out of a server's description."""
    version = str(content.get("version", ""))
    compatible = _COMPATIBLE.search(version)
    if compatible:
        return Software(compatible[1].lower(), compatible[2] or "")
    source = str(content.get("source_url", "")).lower()
    if "gotosocial" in source or "+git-" in version:
        return Software("gotosocial", _bare(version))
    # Nothing is certain without nodeinfo: only stock version numbers count as the original.
    original = "mastodon/mastodon" in source or "api_versions" in content
    return Software("mastodon" if original else "", _bare(version))


def limits_in(content: Mapping[str, Json]) -> AccountLimits:
    """Read the limits out of a server's description, of either edition and of its forks."""
    statuses = ("configuration", "statuses")
    media = ("configuration", "media_attachments")
    return AccountLimits(
        max_characters=_number(content, *statuses, "max_characters") or _number(content, "max_toot_chars"),
        characters_per_url=_number(content, *statuses, "characters_reserved_per_url"),
        max_pictures=_number(content, *statuses, "max_media_attachments")
        or _number(content, "max_media_attachments"),
        max_picture_bytes=_number(content, *media, "image_size_limit") or _number(content, "upload_limit"),
        max_picture_pixels=_number(content, *media, "image_matrix_limit"),
        max_alt_text=_number(content, *media, "description_limit") or _number(content, "description_limit"),
    )


def _nodeinfo(calls: MastodonCalls, journal: Journal) -> Software | None:
    try:
        answer = calls.read_public("/.well-known/nodeinfo", step="nodeinfo", journal=journal)
        path = _nodeinfo_path(as_mapping(content_of(answer, DIALECT), answer))
        if not path:
            return None
        answer = calls.read_public(path, step="nodeinfo", journal=journal)
        program = within(as_mapping(content_of(answer, DIALECT), answer), "software")
    except NotSent:
        raise
    except NetworkError:
        return None
    if not isinstance(program, Mapping) or not isinstance(program.get("name"), str):
        return None
    name = str(program["name"]).strip().lower()[:_LONGEST_WORD]
    return Software(name, _bare(str(program.get("version", ""))))


def _nodeinfo_path(content: Mapping[str, Json]) -> str:
    """Return the path of the document; only on the same server, whatever host the server names."""
    links = content.get("links")
    for link in links if isinstance(links, list) else ():
        address = link.get("href") if isinstance(link, Mapping) else None
        found = re.match(r"https?://[^/]+(/nodeinfo/[\w./-]{1,80})$", str(address))
        if found:
            return found[1]
    return ""


def _bare(version: str) -> str:
    found = _VERSION.match(version.strip())
    return found[1] if found else ""


def _number(content: Mapping[str, Json], *names: str) -> int | None:
    value = within(content, *names)
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        return None
    return value
