"""Judges the addresses inside markup: what may be a link, what is a picture, what only tracks."""

import re
from collections.abc import Mapping
from urllib.parse import unquote_plus, urljoin, urlsplit

from cmstation.domain.web_addresses import unwrapped
from cmstation.networks.html_signs import honest

LONGEST_ADDRESS = 4_000
PICTURE_SCHEME = "image:"

_BLANKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200c\u200d\u2028\u2029]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_WEB = re.compile(r"(https?)://(?:[^/?#]*@)?([^/?#@]+)([^#]*)(#.*)?", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:\[[0-9a-fA-F:.]+\]|[^\s\x00-,/:-@\[-^`{-\x7f]+)(?::\d{1,5})?")
_MAIL = re.compile(r"[^\s?&#,;:<>\"'()@/\\]+@[^\s?&#,;:<>\"'()@/\\]+")
_UNSAFE = re.compile(r"[\s\"'<>\\^`{|}]")
_TRACKING = re.compile(
    r"(?:utm|at|pk|mtm|matomo|piwik|hsa|itm|vero|oly|guce|wt|bsft|_branch|ss_campaign|ml_subscriber)_[\w.]+"
    r"|fbclid|gclid|dclid|msclkid|twclid|ttclid|yclid|wickedid|rb_clickid|li_fat_id|gbraid|wbraid|gclsrc"
    r"|gad_source|gad_campaignid|srsltid|mc_[ce]id|mkt_tok|ml_subscriber|dm_i|ss_email_id|_hsenc|_hsmi|__hs\w+"
    r"|hsctatracking|igshid|igsh|mibextid|sfnsn|xtor|xtref|xtcr|_openstat|__s|_ga|_gl|__twitter_impression"
    r"|ns_(?:mchannel|source|campaign|linkname|fee)|ref_src|s_cid|cmpid|ncid|guccounter|echobox|spref"
    r"|wt\.\w+|sc_(?:campaign|channel|content|country|category)|trk(?:campaign|info|email)?",
    re.IGNORECASE,
)
_BEACON = re.compile(
    r"//[^/]*(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|googleadservices\.com|quantserve\.com"
    r"|scorecardresearch\.com|xiti\.com|statcounter\.com|estat\.com|weborama\.|feedsportal\.com|mailtrack\.io"
    r"|pixel\.wp\.com|stats\.wordpress\.com|pixel\.[^/]*|counter\.[^/]*|beacon\.[^/]*|track\.hubspot\.com"
    r"|openx?\.convertkit[^/]*|eotrx\.[^/]*|emltrk\.com|2o7\.net|omtrdc\.net|smetrics\.[^/]*)(?::\d+)?(?:/|$)"
    r"|facebook\.com/tr\b|feeds\.feedburner\.com/~|feedburner\.com/~r/|medium\.com/_/stat|/wf/open\b|/track/open"
    r"|/open\.aspx|/tr/op/|/o\.gif\b|/b\.gif\b|/t\.gif\b|/ping\.gif|/(?:__)?pixels?\.(?:gif|png|php)"
    r"|/(?:1x1|blank|clear|spacer|transparent|trans|beacon|count|hit|track(?:ing)?|__ptq)\.(?:gif|png|php)\b"
    r"|/(?:matomo|piwik)\.php|linkwithin\.com|/~ff/|/pixel[/?]|/e/o/eyJ|email/open\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\s*[01]?(?:\.\d+)?\s*(?:px)?\s*")
_UNSEEN = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:width|height)\s*:\s*(?:[01]px|0\s*(?:[;!]|$)))"
)
_DRAWN = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|svg|bmp|tiff?)$", re.IGNORECASE)
_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "src")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")


def link(raw: str, base: str) -> str:
    """Return the address a link may lead to, absolute and without tracking; "" when it may not be one."""
    address = _trimmed(raw)
    if address.lower().startswith(PICTURE_SCHEME):
        inner = _web(address[len(PICTURE_SCHEME) :], "")
        return PICTURE_SCHEME + inner if inner.startswith("https://") else ""
    if address.lower().startswith("mailto:"):
        mail = _MAIL.match(address, len("mailto:"))
        return f"mailto:{mail.group()}" if mail else ""
    return _web(unwrapped(_web(address, base)), "", tracked=False)


def picture(attributes: Mapping[str, str], base: str) -> str:
    """Return the https address of an image, "" when it has none."""
    candidates = [attributes.get(name, "") for name in _SOURCES]
    # The last of a set is the largest one.
    candidates += [attributes.get(name, "").rpartition(", ")[2].strip().split(" ")[0] for name in _SETS]
    for candidate in candidates:
        address = _web(_trimmed(candidate), base)
        if address:
            return "https" + address[address.index("://") :]
    return ""


def tracks(address: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether an image only counts its readers: nothing of it is seen, or its address is a known one."""
    sides = (attributes.get("width", ""), attributes.get("height", ""))
    if any(side.strip() and _SMALL.fullmatch(side) for side in sides):
        return True
    return bool(_UNSEEN.search(attributes.get("style", "").lower()) or _BEACON.search(address))


def host(address: str) -> str:
    """Return the name of the server of an address that `link` or `picture` gave."""
    match = _WEB.fullmatch(address.removeprefix(PICTURE_SCHEME))
    return match.group(2).removeprefix("www.") if match else ""


def is_drawn(address: str) -> bool:
    """Tell whether an address is that of an image file."""
    return bool(_DRAWN.search(address.partition("?")[0]))


def file_name(address: str) -> str:
    """Return the last piece of an image's address, else its server: what can stand for a missing text."""
    path = address.partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/")
    name = " ".join(honest(unquote_plus(path.partition("/")[2].rpartition("/")[2])).split())
    return name[:80].rstrip() or host(address)


def _trimmed(raw: str) -> str:
    return honest(_BLANKS.sub("", raw.strip()[: LONGEST_ADDRESS + 1])).strip()


def _web(address: str, base: str, *, tracked: bool = True) -> str:
    """Return an absolute http(s) address in one way of writing, "" for anything else."""
    if not address or len(address) > LONGEST_ADDRESS or address.startswith("#"):
        return ""
    path, mark, rest = address.partition("?")
    address = path.replace("\\", "/") + mark + rest
    scheme = _SCHEME.match(address)
    if scheme is None:
        address = _joined(base, address)
    match = _WEB.fullmatch(address)
    if match is None or not _resolvable(address, match.group(2)):
        return ""
    scheme_name, server, path, fragment = match.groups(default="")
    if not tracked:
        path, fragment = _untracked(path), _fragment(fragment)
    whole = f"{scheme_name.lower()}://{server.lower()}{_quoted(path)}{_quoted(fragment)}"
    return whole if len(whole) <= LONGEST_ADDRESS else ""


def _joined(base: str, address: str) -> str:
    if not base:
        return f"https:{address}" if address.startswith("//") else ""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _resolvable(address: str, server: str) -> bool:
    if not _HOST.fullmatch(server):
        return False
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _untracked(path: str) -> str:
    before, mark, query = path.partition("?")
    if not mark:
        return path
    kept = [one for one in query.split("&") if not _tracking(one)]
    return f"{before}?{'&'.join(kept)}" if kept else before


def _fragment(fragment: str) -> str:
    kept = [one for one in fragment[1:].split("&") if not _tracking(one)]
    return "#" + "&".join(kept) if any(kept) else ""


def _tracking(parameter: str) -> bool:
    name, is_given, _ = parameter.partition("=")
    return bool(is_given) and _TRACKING.fullmatch(unquote_plus(name)) is not None


def _quoted(text: str) -> str:
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), text)
