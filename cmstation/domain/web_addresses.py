"""What two web addresses of one article have in common, and what a redirect's address hides."""

import re
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple
from urllib.parse import unquote, unquote_plus

# Browsers and servers refuse longer ones; what is longer is compared as it stands.
LONGEST: Final = 4_096

_PARTS: Final = re.compile(
    r"(https?)://(?:[^/?#@\\]*@)?(\[[0-9a-f:.]+\]|[^/?#:@\[\]]+)(?::(\d*))?(?=[/?#]|\Z)([^?#]*)(?:\?([^#]*))?",
    re.IGNORECASE,
)
_IGNORED_INSIDE: Final = re.compile(r"[\t\r\n]+")
_IMPOSSIBLE: Final = re.compile(r"[\x00-\x20\x7f\\<>\"]")
_PLAIN: Final = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@/]*")
_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]")
_UNRESERVED: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_DEFAULT_PORTS: Final = {"80", "443", ""}
_FACES: Final = re.compile(r"(?:(?:www2?|m|mobile|amp)\.)+(?=[^.]+\.)")
_PATH_ENDS: Final = re.compile(
    r"/(?:amp|amphtml|index\.(?:html?|php|aspx?|jsp)|default\.aspx?)?\Z|;jsessionid=[^/]*\Z", re.IGNORECASE
)
_AMP_PAGE: Final = re.compile(r"\.amp(?=(?:\.html?)?\Z)", re.IGNORECASE)
_SLASHES: Final = re.compile(r"/{2,}")

_TRACKING: Final = re.compile(
    r"""(?:
        (?:utm|at|mc|ns|pk|piwik|mtm|matomo|hsa|vero|guce|fb_action|oly|wt)[_.].* | _hs.* | __s | _ga | _gl
        | (?:fb|g|d|y|tw|tt|ob_)clid | msclkid | tblci | igshid | igsh | gbraid | wbraid | gclsrc
        | srsltid | li_fat_id | mibextid | epik | xtor | xts | xtref | xtcr | xtnp | xtloc | s_(?:cid|kwcid)
        | [oni]cid | cmpid | cmp | campaignid | mkt_tok | mkt_cid | trk(?:campaign|info|email)? | spm
        | guccounter | dicbo | echobox | fb_ref | fb_source | phpsessid | sessionid | jsessionid
        | amp | _amp | amp_js_v | amp_gsa | usqp
    )\Z""",
    re.VERBOSE,
)
# Words that name where a click came from; with a figure in them they may as well name an article.
_MAYBE_TRACKING: Final = frozenset(
    [
        "ref",
        "referer",
        "referrer",
        "origin",
        "origine",
        "source",
        "src",
        "from",
        "via",
        "share",
        "partage",
        "feature",
        "output",
        "outputtype",
        "rss",
        "provenance",
        "campaign",
        "campagne",
    ]
)
_CAME_FROM: Final = re.compile(r"[A-Za-z._\-]*\Z")
_OWN_TRACKING: Final = {
    "youtube.com": frozenset({"si", "pp", "ab_channel", "t"}),
    "x.com": frozenset({"s", "t"}),
    "twitter.com": frozenset({"s", "t"}),
    "news.google.com": frozenset({"hl", "gl", "ceid", "oc"}),
}

# What no host of a redirect lacks: most articles are told from one at a glance.
_REDIRECTING: Final = re.compile(
    r"(?:google|facebook|outlook|bing|duckduckgo|umblr|ampproject|instagram|messenger|youtube|linkedin"
    r"|slack-redir|vk)\.",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"[a-zA-Z]+://([^/?#]*)")
_GOOGLE: Final = re.compile(r"google\.(?:com?\.)?[a-z]{2,3}\Z")
_GOOGLE_AMP: Final = re.compile(r"/amp/(s/)?([^/]+\..*)", re.DOTALL)
_AMP_CACHE: Final = re.compile(r"/[cv]/(s/)?([^/]+\..*)", re.DOTALL)
_REDIRECTS: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("facebook.com", "/l.php"): ("u",),
    ("l.facebook.com", "/l.php"): ("u",),
    ("lm.facebook.com", "/l.php"): ("u",),
    ("l.instagram.com", ""): ("u",),
    ("l.messenger.com", "/l.php"): ("u",),
    ("bing.com", "/news/apiclick.aspx"): ("url",),
    ("bing.com", "/ck/a"): ("u",),
    ("duckduckgo.com", "/l"): ("uddg",),
    ("t.umblr.com", "/redirect"): ("z",),
    ("youtube.com", "/redirect"): ("q",),
    ("linkedin.com", "/redir/redirect"): ("url",),
    ("linkedin.com", "/safety/go"): ("url",),
    ("slack-redir.net", "/link"): ("url",),
    ("vk.com", "/away.php"): ("to",),
}


class _Parts(NamedTuple):
    """An address taken apart; the host is lower case ASCII without the port."""

    host: str
    port: str
    path: str
    query: str


def canonical(address: str) -> str:
    """Return what all addresses of the same article share.

    It is meant for comparing, not for opening: scheme, "www.", "/amp", tracking and order are evened out,
    and known redirects are followed. What is no web address comes back without the spaces around it.
    """
    parts = _parts(unwrapped(address))
    if parts is None:
        return address.strip()
    host = _bare_host(parts.host)
    path, query = _even_path(parts.path), parts.query
    if host == "youtu.be" and len(path) > 1:
        host, path, query = "youtube.com", "/watch", f"v={path[1:]}&{query}"
    port = f":{parts.port}" if parts.port else ""
    wanted = _even_query(host, query)
    return f"https://{host}{port}{path}" + (f"?{wanted}" if wanted else "")


def unwrapped(address: str) -> str:
    """Return the address that a known redirect carries, however often it is wrapped; else the address.

    Only web addresses come out of a redirect: one that leads to anything else is returned as it is.
    """
    found = address.strip()
    if len(found) > LONGEST:
        return found
    # Each round yields a shorter address, so this ends; LONGEST bounds the rounds.
    while _may_redirect(found) and (target := _target(found)) is not None and len(target) < len(found):
        found = target
    return found


def host_of(address: str) -> str:
    """Return the host, lower case ASCII, without "www." and the like; "" for what is no web address."""
    parts = _parts(address)
    return "" if parts is None else _bare_host(parts.host)


def is_web(address: str) -> bool:
    """Tell whether this is an absolute http or https address that a browser would open as it is read."""
    return _parts(address) is not None


def address_hash(canonical_address: str) -> int:
    """Return 64 bits, signed, that stand for a canonical address in tables; the same on every computer."""
    digest = blake2b(canonical_address.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _may_redirect(address: str) -> bool:
    host = _HOST.match(address)
    return host is None or _redirecting(host[1])


@lru_cache(maxsize=4_096)
def _redirecting(host: str) -> bool:
    return _REDIRECTING.search(host) is not None


def _parts(address: str) -> _Parts | None:
    text = address.strip()
    if not text.isprintable():
        text = _IGNORED_INSIDE.sub("", text)
    match = None if len(text) > LONGEST else _PARTS.match(text)
    if match is None:
        return None
    _scheme, host, port, path, query = match.groups()
    if "\\" in path:
        return None
    host = _ascii_host(host)
    port = (port or "").lstrip("0")
    if not host or len(port) > 5:
        return None
    return _Parts(host, "" if port in _DEFAULT_PORTS else port, path, query or "")


@lru_cache(maxsize=4_096)
def _ascii_host(host: str) -> str:
    """Return a host as it is asked for, "" for what cannot be one."""
    if _IMPOSSIBLE.search(host):
        return ""
    lower = host.lower().rstrip(".")
    if lower.isascii():
        return lower
    import idna  # noqa: PLC0415 - rarely needed, and not before the first paint

    try:
        return idna.encode(lower, uts46=True).decode("ascii").rstrip(".")
    except idna.IDNAError:
        return ""


@lru_cache(maxsize=4_096)
def _bare_host(host: str) -> str:
    face = _FACES.match(host)
    return host[face.end() :] if face else host


def _even_path(path: str) -> str:
    even = _even_escapes(path)
    while (shorter := _shorter_path(even)) != even:
        even = shorter
    return even


def _shorter_path(path: str) -> str:
    shorter = _SLASHES.sub("/", path)
    if "/." in shorter:
        shorter = _without_dots(shorter)
    return _AMP_PAGE.sub("", _PATH_ENDS.sub("", shorter))


def _without_dots(path: str) -> str:
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del kept[max(len(kept) - 1, 1) :]  # the first is empty: what stands before the first slash
        elif part != ".":
            kept.append(part)
    return "/".join(kept)


def _even_query(host: str, query: str) -> str:
    if not query:
        return ""
    own = _OWN_TRACKING.get(host, frozenset())
    kept: list[str] = []
    for piece in query.split("&"):
        name, _, value = _even_escapes(piece.replace("+", "%20")).partition("=")
        low = name.lower()
        if not name or low in own or _tracks(low):
            continue
        if low in _MAYBE_TRACKING and _CAME_FROM.match(value):
            continue
        kept.append(f"{name}={value}")
    return "&".join(sorted(kept))


@lru_cache(maxsize=4_096)
def _tracks(name: str) -> bool:
    return _TRACKING.match(name) is not None


def _even_escapes(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    return _ESCAPE.sub(_even_escape, text)


def _even_escape(match: re.Match[str]) -> str:
    if code := match.group(1):
        byte = int(code, 16)
        return chr(byte) if byte in _UNRESERVED else f"%{code.upper()}"
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))


def _target(address: str) -> str | None:
    """Return the web address that this one carries, if it is a redirect that is known."""
    parts = _parts(address)
    if parts is None:
        return None
    host, path = _bare_host(parts.host), _even_path(parts.path)
    carried = (*_carried_in_path(host, path, parts.query), *_carried_in_query(host, path, parts.query))
    return next((target.strip() for target in carried if is_web(target)), None)


def _carried_in_path(host: str, path: str, query: str) -> Iterator[str]:
    match = None
    if _GOOGLE.match(host):
        match = _GOOGLE_AMP.match(path)
    elif host.endswith(".cdn.ampproject.org"):
        match = _AMP_CACHE.match(path)
    if match is not None:
        yield f"http{'s' if match[1] else ''}://{match[2]}" + (f"?{query}" if query else "")


def _carried_in_query(host: str, path: str, query: str) -> Iterator[str]:
    if not query:
        return
    if _GOOGLE.match(host) and path == "/url":
        names: tuple[str, ...] = ("url", "q")
    elif host.endswith(".safelinks.protection.outlook.com"):
        names = ("url",)
    else:
        names = _REDIRECTS.get((host, path), ())
    for piece in query.split("&") if names else ():
        name, _, value = piece.partition("=")
        if _even_escapes(name) in names:
            yield _behind_base64(value) if path == "/ck/a" else unquote_plus(value)


def _behind_base64(value: str) -> str:
    """Read what Bing writes as "a1" and URL-safe base64; "" when it is something else."""
    coded = unquote(value).removeprefix("a1")
    try:
        return urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-8")
    except (NotBase64, UnicodeError, ValueError):
        return ""
