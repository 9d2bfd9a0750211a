"""Tells from the shape of an address alone where its feed lies. Nothing is asked; nothing is certain."""

import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import SplitResult, parse_qs, quote, urlencode, urlsplit

from cmstation.domain.watch import SourceKind
from cmstation.domain.watch_networks import Guess

_HANDLE: Final = re.compile(r"@?([A-Za-z0-9_.-]{1,64})@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})")
_BLUESKY: Final = re.compile(r"@((?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,20})")
_REDDIT: Final = re.compile(r"/?(r|u)/([A-Za-z0-9_-]{2,40})/?")
_CHANNEL: Final = re.compile(r"UC[A-Za-z0-9_-]{22}")
# Their "/@name" is none of the Fediverse.
_OTHER_AT: Final = ("youtube.com", "tiktok.com", "threads.net", "threads.com", "medium.com", "flipboard.com")


def address_of(typed: str) -> str:
    """Return the web address that a person means; what is none comes back as it is."""
    plain = "".join(typed.split())
    scheme, colon, rest = plain.partition(":")
    if colon and scheme.lower() in ("feed", "podcast", "itpc", "pcast"):
        plain = rest if rest.lower().startswith(("http://", "https://")) else f"https://{rest.lstrip('/')}"
    if found := _BLUESKY.fullmatch(plain):
        return f"https://bsky.app/profile/{found[1]}"
    if found := _HANDLE.fullmatch(plain):
        return f"https://{found[2]}/@{found[1]}"
    if found := _REDDIT.fullmatch(plain):
        return f"https://www.reddit.com/{'r' if found[1] == 'r' else 'user'}/{found[2]}/"
    if "://" not in plain and re.match(r"[^/?#]+\.[^/?#]", plain):
        return f"https://{plain}"
    return plain


def known_feeds(address: str) -> tuple[Guess, ...]:
    """Return where the feed of a page lies on the sites whose shape is known, the likeliest first."""
    try:
        parts = urlsplit(address_of(address))
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ()
    if parts.scheme not in ("http", "https") or not host:
        return ()
    names = [name for name in parts.path.split("/") if name]
    site = next(
        (one for name, one in _SITES.items() if host == name or host.endswith("." + name)), _fediverse
    )
    return tuple(dict.fromkeys(site(parts, host, names)))


def _feed(address: str) -> Guess:
    return Guess(SourceKind.FEED, address)


def _asked(parts: SplitResult, name: str) -> str:
    return parse_qs(parts.query).get(name, [""])[0].strip()


def _youtube(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    feeds = "https://www.youtube.com/feeds/videos.xml"
    if names[:1] == ["feeds"]:
        yield _feed(parts.geturl())
    elif len(names) > 1 and names[0] == "channel" and _CHANNEL.fullmatch(names[1]):
        yield _feed(f"{feeds}?channel_id={names[1]}")
    elif names[:1] == ["playlist"] and (playlist := _asked(parts, "list")):
        yield _feed(f"{feeds}?{urlencode({'playlist_id': playlist})}")
    elif len(names) > 1 and names[0] == "user":
        yield _feed(f"{feeds}?{urlencode({'user': names[1]})}")


def _bluesky(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    if len(names) > 1 and names[0] == "profile":
        yield Guess(SourceKind.BLUESKY_ACCOUNT, names[1])
        yield _feed(f"https://bsky.app/profile/{names[1]}/rss")
    elif names[:1] == ["search"] and (words := _asked(parts, "q")):
        yield Guess(SourceKind.BLUESKY_SEARCH, words)
    elif len(names) > 1 and names[0] == "hashtag":
        yield Guess(SourceKind.BLUESKY_SEARCH, f"#{names[1]}")


def _reddit(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    base = "https://www.reddit.com"
    query = f"?{parts.query}" if parts.query else ""
    if parts.path.endswith(".rss"):
        yield _feed(parts.geturl())
    elif names[:1] == ["search"] and (words := _asked(parts, "q")):
        yield _feed(f"{base}/search.rss?{urlencode({'q': words, 'sort': 'new'})}")
    elif len(names) > 1 and names[0] == "r":
        yield _feed(f"{base}/r/{names[1]}/.rss{query}")
    elif len(names) > 1 and names[0] in ("u", "user"):
        yield _feed(f"{base}/user/{names[1]}/.rss{query}")


def _scoopit(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    if parts.path.endswith(".xml"):
        yield _feed(parts.geturl())
    elif len(names) > 1 and names[0] in ("topic", "t"):
        yield _feed(f"https://www.scoop.it/topic/{names[1]}/rss.xml")
        yield _feed(f"https://www.scoop.it/t/{names[1]}/rss.xml")


def _google_news(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    language = {"hl": "fr", "gl": "FR", "ceid": "FR:fr"}
    given = {name: value for name in language if (value := _asked(parts, name))}
    if names[:1] == ["rss"]:
        yield _feed(parts.geturl())
    elif names[:1] == ["search"] and (words := _asked(parts, "q")):
        query = urlencode({"q": words, **language, **given}, safe=":")
        yield _feed(f"https://news.google.com/rss/search?{query}")
    elif len(names) > 1 and names[0] == "topics":
        query = urlencode({**language, **given}, safe=":")
        yield _feed(f"https://news.google.com/rss/topics/{names[1]}?{query}")


def _google(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    if names[:2] == ["alerts", "feeds"]:
        yield _feed(parts.geturl())


def _pubmed(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    if names[:1] == ["rss"]:
        yield _feed(parts.geturl())
    elif words := _asked(parts, "term"):
        yield Guess(SourceKind.PUBMED, words)


def _at_feed(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    yield _feed(f"https://{parts.netloc}/feed")


def _wordpress(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    if host != "wordpress.com":
        yield _feed(f"https://{parts.netloc}/feed/")


def _tumblr(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    if host != "tumblr.com":
        yield _feed(f"https://{parts.netloc}/rss")
    elif names:
        yield _feed(f"https://{names[0]}.tumblr.com/rss")


def _medium(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    if host != "medium.com":
        yield _feed(f"https://{parts.netloc}/feed")
    elif names and names[0] != "feed":
        yield _feed(f"https://medium.com/feed/{names[0]}")


def _pinterest(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    if names and not names[-1].endswith(".rss"):
        yield _feed(f"https://www.pinterest.com/{names[0]}/feed.rss")


def _fediverse(parts: SplitResult, host: str, names: list[str]) -> Iterator[Guess]:
    base = f"{parts.scheme}://{parts.netloc}"
    if any(host == other or host.endswith("." + other) for other in _OTHER_AT):
        return
    if names and names[0].startswith("@") and len(names[0]) > 1 and not names[0].endswith(".rss"):
        yield _feed(f"{base}/{quote(names[0], safe='@.')}.rss")
    elif len(names) > 1 and names[0] == "users" and not names[1].endswith(".rss"):
        yield _feed(f"{base}/@{quote(names[1])}.rss")
    elif len(names) > 1 and names[0] == "tags" and not names[1].endswith(".rss"):
        yield _feed(f"{base}/tags/{names[1]}.rss")


_SITES: Final[dict[str, Callable[[SplitResult, str, list[str]], Iterator[Guess]]]] = {
    "youtube.com": _youtube,
    "bsky.app": _bluesky,
    "reddit.com": _reddit,
    "scoop.it": _scoopit,
    "news.google.com": _google_news,
    "google.com": _google,
    "google.fr": _google,
    "pubmed.ncbi.nlm.nih.gov": _pubmed,
    "wordpress.com": _wordpress,
    "substack.com": _at_feed,
    "tumblr.com": _tumblr,
    "medium.com": _medium,
    "pinterest.com": _pinterest,
    "pinterest.fr": _pinterest,
}
