"""Makes items of newsletters: their title, sender's name, date, text, whatever their mail says of itself."""

import codecs
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import blake2b
from html import escape
from itertools import islice
from typing import Final, cast

from cmstation.domain.feeds import ParsedItem
from cmstation.networks.feed_bounds import LONGEST_LINK, LONGEST_NAME, LONGEST_TITLE
from cmstation.networks.feed_text import beginning, shortened, tidy

LONGEST_BODY: Final = 400_000
_LONGEST_HEADER = 4_000
_LONGEST_HEAD = 100_000
_MOST_PARTS = 500
_MOST_BOUNDARIES = 60
_MOST_DASHES = 4_000
_ID_BYTES = 16
_BOUNDARY = re.compile(rb"boundary\s*=|message/rfc822", re.IGNORECASE)
_KIND = re.compile(
    rb"^content-(?:type|disposition)[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE
)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
# What really is written in mails; Python also knows "codecs" that unpack or transform.
_CHARSETS = re.compile(
    r"utf-?(?:8|16|32)|ascii|us-ascii|latin|iso-?8859|cp(?:125[0-8]|437|850|932|936|949|950)"
    r"|koi8|mac|gb(?:k|2312|18030)|big5|shift_jis|euc_|iso2022",
)
_PARSER = BytesParser(policy=compat32)
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)
_LINK = re.compile(r"https?://[^\s<>\"']{1,3000}[^\s<>\"'.,;:!?)\]»]")


def letter_item(raw: bytes, received: datetime | None) -> ParsedItem:
    """Return a message as an item.

    The sender is told by name alone. There is no link, except a public one that the message names as the
    place where it is kept: "read it in a browser" belongs to the person whom it was sent to.

    Args:
        raw: the message, perhaps only its beginning.
        received: when the mailbox took it in.
    """
    letter, whole = _parsed(raw)
    title = shortened(tidy(_header(letter, "Subject")), LONGEST_TITLE)
    summary = _body(letter)[:LONGEST_BODY] if whole else ""
    author = _sender(_header(letter, "From"))
    link = _kept_at(_header(letter, "Archived-At"))
    return ParsedItem(
        title=title or beginning(summary) or author or "…",
        link=link,
        id=_identity(letter, raw),
        published=_moment(_header(letter, "Date")) or received,
        summary=summary,
        author=author,
    )


def decoded(raw: bytes, declared: str) -> str:
    """Read bytes as text; what they are declared to be is believed only when it can be true.

    UTF-8 is hardly ever met by chance, so it goes before one that gives every byte a letter.
    """
    name = _known(declared)
    for charset in dict.fromkeys(one for one in ("utf-8", name) if one):
        wide = name.startswith(("utf-16", "utf-32", "iso2022", "hz"))
        try:
            return raw.decode(name if wide else charset)
        except (UnicodeError, LookupError):
            continue
    return raw.decode(name if name and name != "utf-8" else "cp1252", "replace")


def _known(declared: str) -> str:
    """Return Python's name of a charset, "" when it is none that mails are written in."""
    try:
        name = codecs.lookup(declared.strip()[:40]).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""
    return name if _CHARSETS.match(name) else ""


# --- taking apart -----------------------------------------------------------------------------------------


def _parsed(raw: bytes) -> tuple[Message, bool]:
    """Take a message apart; of one that would cost too much only the head is read, and False returned."""
    if not _is_bomb(raw):
        try:
            return _PARSER.parsebytes(raw), True
        except _BROKEN:
            pass
    head = _HEAD_END.split(raw, maxsplit=1)[0]
    return _PARSER.parsebytes(head[:_LONGEST_HEAD], headersonly=True), False


def _is_bomb(raw: bytes) -> bool:
    if len(_BOUNDARY.findall(raw)) > _MOST_BOUNDARIES or raw.count(b"\n--") > _MOST_DASHES:
        return True
    return any(len(found[0]) > _LONGEST_HEADER for found in _KIND.finditer(raw))


def _header(letter: Message, name: str) -> str:
    """Return a header as text; many are written without any code, in whatever charset."""
    try:
        found: object = next((value for key, value in letter.raw_items() if key.lower() == name.lower()), "")
        raw = str(found)[:_LONGEST_HEADER].encode("ascii", "surrogateescape")
        pieces = decode_header(decoded(raw, ""))
        return "".join(
            decoded(piece, charset or "") if isinstance(piece, bytes) else piece for piece, charset in pieces
        )
    except _BROKEN:
        return ""


def _sender(text: str) -> str:
    """Return a sender's name; an address is none, also when it stands in the name's place."""
    try:
        name = parseaddr(text)[0] if "<" in text else ""
    except _BROKEN:
        return ""
    name = tidy(name or (text.partition("<")[0] if "<" in text else "")).strip("\"' ")
    return "" if "@" in name else shortened(name, LONGEST_NAME)


def _moment(text: str) -> datetime | None:
    try:
        said = parsedate_to_datetime(text)
        return said.astimezone(UTC) if said.tzinfo is not None else said.replace(tzinfo=UTC)
    except (*_BROKEN, OverflowError, IndexError):
        return None


def _kept_at(text: str) -> str:
    link = text.strip().strip("<>").strip()
    fits = link.startswith(("https://", "http://")) and len(link) <= LONGEST_LINK
    return link if fits and " " not in link and link.isprintable() else ""


def _identity(letter: Message, raw: bytes) -> str:
    """Return what tells a message apart and survives a move of the mailbox; it names nobody."""
    said = _header(letter, "Message-ID").strip()
    mark = said.encode("utf-8", "replace") if said else raw
    return f"mail:{blake2b(mark, digest_size=_ID_BYTES).hexdigest()}"


# --- the text ---------------------------------------------------------------------------------------------


def _body(letter: Message) -> str:
    """Return the text as HTML: the part that is HTML, else the plain one."""
    plain = ""
    for part in islice(_shown(letter), _MOST_PARTS):
        kind = part.get_content_type()
        if kind == "text/html" and (page := _text(part)).strip():
            return page
        if kind == "text/plain" and not plain.strip():
            plain = _text(part)
    return _as_page(plain[:LONGEST_BODY])


def _shown(letter: Message) -> Iterator[Message]:
    """Walk through the parts that are to be read; not through what hangs on the message."""
    waiting: list[Message] = [letter]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if part.get_content_disposition() == "attachment" or part.get_content_maintype() == "message":
            continue
        inner: object = part.get_payload()
        if isinstance(inner, list):
            waiting[:0] = [one for one in cast("list[object]", inner) if isinstance(one, Message)]
        else:
            yield part


def _text(part: Message) -> str:
    try:
        raw: object = part.get_payload(decode=True)
        declared: object = part.get_param("charset", "")
    except _BROKEN:
        return ""
    charset = declared[2] if isinstance(declared, tuple) else declared
    return decoded(raw, str(charset)) if isinstance(raw, bytes) else ""


def _as_page(text: str) -> str:
    """Return plain text as HTML, its addresses as links."""
    pieces: list[str] = []
    at = 0
    for found in _LINK.finditer(text):
        pieces.append(escape(text[at : found.start()], quote=False))
        pieces.append(f'<a href="{escape(found[0])}">{escape(found[0], quote=False)}</a>')
        at = found.end()
    pieces.append(escape(text[at:], quote=False))
    paragraphs = re.split(r"\n[ \t]*\n\s*", "".join(pieces).replace("\r\n", "\n").strip())
    return "".join("<p>" + one.replace("\n", "<br>") + "</p>" for one in paragraphs if one)
