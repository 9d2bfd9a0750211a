"""The marks by which the clinic's own site tells what brought a visitor, put on its links."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from cmstation.domain.folding import folded

LONGEST_SLUG: Final = 30
# No browser or server takes a longer address.
LONGEST_LINK: Final = 4_096

_ADDRESS: Final = re.compile(
    r"(?P<scheme>https?://)(?P<host>[^\s/?#@:\\\[\]]+)(?P<port>:\d*)?"
    r"(?P<path>/[^\s?#\\]*)?(?P<query>\?[^\s#\\]*)?(?P<fragment>#[^\s\\]*)?",
    re.IGNORECASE,
)
# A link stands after anything but a letter or a digit, and ends at white space, quotes or angle brackets.
_LINK: Final = re.compile(r"(?<![^\W_])https?://[^\s<>\"«»“”„`|^\u200b\u2060\ufeff]+", re.IGNORECASE)
_CLOSING: Final = ".,;:!?…'’*_~"
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}
_CUT: Final = ("…", "...")
_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")
_HOST: Final = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NAME_ENDS: Final = re.compile(r"[&;?#]")


def tagged(
    url: str,
    own_hosts: Iterable[str],
    *,
    source: str,
    medium: str = "social",
    campaign: str = "",
    content: str = "",
) -> str:
    """Return a link with utm_source, utm_medium, utm_campaign and utm_content when it leads to an own host.

    Subdomains of own hosts are own too. Of these marks only the missing ones are added: what the link says
    already stays, in the query or after "#". All other links come back as they are: mail, telephone, other
    hosts, numeric addresses, one with a password.

    Args:
        own_hosts: names such as "clinique-exemple.fr"; "www." or a whole address does as well.
        source, medium, campaign, content: names as people write them; an empty one is not added.
    """
    return _tagger(own_hosts, source, medium, campaign, content)(url)


def tag_text(
    text: str,
    own_hosts: Iterable[str],
    *,
    source: str,
    medium: str = "social",
    campaign: str = "",
    content: str = "",
) -> str:
    """Return a text in which each link is `tagged` and all else is as it was.

    A link begins with http:// or https://; what ends the sentence, or closes a bracket that the link did not
    open, is not part of it. A link that was cut short with "…" is left as it is.
    """
    return marked_text(text, _tagger(own_hosts, source, medium, campaign, content))


def marked_text(text: str, tag: Callable[[str], str]) -> str:
    """Return a text in which each link is what a function makes of it, and all else is as it was."""
    parts: list[str] = []
    done = 0
    for start, link in links_in(text):
        parts += (text[done:start], tag(link))
        done = start + len(link)
    return "".join((*parts, text[done:]))


def links_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield each whole link of a text with the place where it begins; one cut short with "…" is none."""
    for found in _LINK.finditer(text):
        if len(found[0]) > LONGEST_LINK:
            continue
        link = _without_closing(found[0])
        if link and not found[0].startswith(_CUT, len(link)):
            yield found.start(), link


def host_of(written: str) -> str:
    """Return the host that a person names, without "www."; "" for what names no site on the web.

    Args:
        written: "clinique-exemple.fr", "www.clinique-exemple.fr" or a whole address.
    """
    name = written.strip()
    found = _ADDRESS.fullmatch(name) or _ADDRESS.fullmatch(f"https://{name}")
    return _ascii_host(found["host"]).removeprefix("www.") if found is not None else ""


def slug(name: str) -> str:
    """Return a name as marks carry it: « Octobre rose 2026 » is "octobre-rose-2026", 30 signs at most.

    It is cut between two words when there is a place for that.
    """
    whole = _NOT_PLAIN.sub("-", folded(name)).strip("-")
    if len(whole) <= LONGEST_SLUG:
        return whole
    words, dash, _cut_word = whole[: LONGEST_SLUG + 1].rpartition("-")
    return words if dash else whole[:LONGEST_SLUG]


def _tagger(
    own_hosts: Iterable[str], source: str, medium: str, campaign: str, content: str
) -> Callable[[str], str]:
    names = {"utm_source": source, "utm_medium": medium, "utm_campaign": campaign, "utm_content": content}
    marks = {name: value for name, written in names.items() if (value := slug(written))}
    own = frozenset(host for written in own_hosts if (host := host_of(written)))
    return lambda url: _with_marks(url, own, marks)


def _with_marks(url: str, own: frozenset[str], marks: dict[str, str]) -> str:
    parts = _ADDRESS.fullmatch(url)
    if parts is None or not _is_own(_ascii_host(parts["host"]), own):
        return url
    query, fragment = parts["query"] or "", parts["fragment"] or ""
    there = _names(query) | _names(fragment)
    added = "&".join(f"{name}={value}" for name, value in marks.items() if name not in there)
    if not added:
        return url
    begun = query or "?"
    joint = "" if begun.endswith(("?", "&")) else "&"
    front = f"{parts['scheme']}{parts['host']}{parts['port'] or ''}{parts['path'] or '/'}"
    return f"{front}{begun}{joint}{added}{fragment}"


def _names(written: str) -> set[str]:
    pieces = _NAME_ENDS.split(written)
    return {unquote(piece.partition("=")[0]).strip().lower() for piece in pieces}


def _is_own(host: str, own: frozenset[str]) -> bool:
    if not host:
        return False
    labels = host.split(".")
    return any(".".join(labels[place:]) in own for place in range(len(labels) - 1))


@lru_cache(maxsize=256)
def _ascii_host(host: str) -> str:
    """Return a host as it is asked for; "" for what is none, has no dot, or is a numeric address."""
    lower = host.lower().removesuffix(".")
    if not lower.isascii():
        try:
            lower = lower.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    return lower if _HOST.fullmatch(lower) else ""


def _without_closing(link: str) -> str:
    """Return a link without the signs after it that belong to the sentence."""
    while link:
        last = link[-1]
        opening = _BRACKETS.get(last)
        if last not in _CLOSING and (opening is None or link.count(opening) >= link.count(last)):
            return link
        link = link[:-1]
    return link
