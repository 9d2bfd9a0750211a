"""Makes addresses of what feeds give as links: absolute, on the web, or none at all."""

import re
from urllib.parse import quote, urljoin, urlsplit

from cmstation.networks.feed_bounds import LONGEST_LINK

# Signs that end an address in a text, or turn around what a person sees of it.
_UNSAFE = r"\s<>\"\\^`{|}\u200b-\u200f\u202a-\u202e\u2066-\u2069"
_PLAIN = re.compile(rf"https?://[\w.-]++(?:[/?#][^{_UNSAFE}]*+)?")
_UNSAFE_SIGNS = re.compile(rf"[{_UNSAFE}]+")
_BROKEN = re.compile(r"[\t\r\n\x00-\x1f\x7f]+")
# Begins with a fixed sign, which makes the search many times faster than one for the names.
_RELATIVE = re.compile(r"""=["'](?!https?:)(?:(?<=href=["'])|(?<=src=["']))""", re.IGNORECASE)
_INSIDE = re.compile(
    r"""(\b(?:href|src)\s*=\s*)(?:"([^"<>]*+)"|'([^'<>]*+)')""",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|#|$)", re.IGNORECASE)


def web_address(written: str, base: str = "") -> str:
    """Return what is written as an absolute http(s) address, "" when it leads anywhere else.

    Args:
        base: what a relative address starts from, "" when that is unknown.
    """
    link = written.strip()
    if not link or len(link) > LONGEST_LINK:
        return ""
    return link if _PLAIN.fullmatch(link) else _repaired(link, base)


def looks_like_address(written: str) -> bool:
    """Say whether a text is a web address by itself."""
    return written[:4].lower() == "http" and bool(web_address(written))


def joined(base: str, written: str) -> str:
    """Return a base address that another one modifies."""
    try:
        return urljoin(base, written.strip()[:LONGEST_LINK])
    except ValueError:
        return base


def absolute_inside(html: str, base: str) -> str:
    """Make the relative links and pictures in HTML absolute."""
    if not base or not _RELATIVE.search(html):
        return html

    def absolute(found: re.Match[str]) -> str:
        address = found[3] if found[2] is None else found[2]
        if _ELSEWHERE.match(address):
            return found[0]
        # The address stays escaped as it was: joining touches its beginning only.
        return f'{found[1]}"{joined(base, address)}"'.replace('"', found[0][-1])

    return _INSIDE.sub(absolute, html)


def _repaired(link: str, base: str) -> str:
    link = _BROKEN.sub("", link)
    if link[:4].lower() == "www.":
        link = f"https://{link}"
    try:
        parts = urlsplit(urljoin(base, link))
        if not urlsplit(link).netloc and urlsplit(link).scheme:
            return ""
        reachable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return ""
    if not reachable:
        return ""
    link = _UNSAFE_SIGNS.sub(lambda signs: quote(signs[0]), parts.geturl())
    return link if len(link) <= LONGEST_LINK else ""
