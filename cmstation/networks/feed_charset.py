"""Turns the bytes of a feed into text, whatever charset they claim to be in."""

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FIRST_SIGNS = (
    (re.compile(rb"[<{]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0[<{]"), "utf-32-be"),
    (re.compile(rb"[<{]\0[^\0]\0"), "utf-16-le"),
    (re.compile(rb"\0[<{]\0[^\0]"), "utf-16-be"),
    (re.compile(rb"Lo\xa7\x94"), "cp037"),
)
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_IN_DECLARATION = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']""", re.IGNORECASE)
# Only real charsets: Python also knows slow or odd codecs (punycode, unicode_escape, utf_7).
_CHARSETS = re.compile(
    r"utf-(?:8|16|32)[\w-]*|utf-8-sig|ascii|iso8859-\d+|cp\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|euc_\w+"
    r"|shift_jis\w*|iso2022_\w+|hz|tis-620|johab|ptcp154|kz1048|hp-roman8"
)
_SEVEN_BITS = re.compile(r"iso2022_\w+|hz")
# What no document may hold; in every charset that contains ASCII these bytes mean nothing else.
_CONTROLS = bytes(sign for sign in range(32) if sign not in b"\t\n\r\x1b")
_CONTROL_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffe\uffff]+")
# Windows' letters that somebody took for Latin-1 on the way to UTF-8: controls that no feed means.
_WINDOWS_SIGNS = re.compile(rb"\xc2[\x80-\x9f]")
_WINDOWS_LETTERS = {sign: bytes([sign]).decode("cp1252", "replace") for sign in range(0x80, 0xA0)}
_MOST_STRAY_BYTES = 5_000


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A document as text.

    Args:
        faulty: whether its charset or its characters broke the rules.
    """

    text: str
    faulty: bool


def decode(document: bytes, content_type: str | None) -> DecodedText:
    """Decode a document: bytes that are UTF-8 are taken as such, whatever is declared."""
    if document.startswith(codecs.BOM_UTF8):
        return _sniffed(document[len(codecs.BOM_UTF8) :], [])
    for mark, charset in _BOMS:
        if document.startswith(mark):
            return _decoded_as(document[len(mark) :], charset, declared=charset)
    start = document[:64].lstrip(b" \t\r\n")
    for sign, charset in _FIRST_SIGNS:
        if sign.match(start):
            return _decoded_as(document, charset, declared=charset)
    return _sniffed(document, _declared(document, content_type))


def _declared(document: bytes, content_type: str | None) -> list[str]:
    """List the charsets that are named, as Python calls them: the header's, then the document's."""
    named = _IN_HEADER.search(content_type or "")
    names = [named[1]] if named else []
    found = _IN_DECLARATION.search(document[:1_000])
    if found:
        names.append(found[1].decode("ascii", "replace"))
    return [charset for name in names if (charset := _codec(name))]


def _codec(name: str) -> str:
    """Return what Python calls a charset, "" for one that is unknown or unwanted."""
    try:
        charset = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    # Browsers do so too: the characters that differ are unused in the one and frequent in the other.
    if charset in {"iso8859-1", "ascii"}:
        return "cp1252"
    return charset if _CHARSETS.fullmatch(charset) else ""


def _sniffed(document: bytes, declared: list[str]) -> DecodedText:
    clean = document.translate(None, _CONTROLS)
    faulty = len(clean) != len(document)
    named = declared[0] if declared else "utf-8"
    if b"\x1b" in clean or named == "hz":
        seven_bits = next((one for one in declared if _SEVEN_BITS.fullmatch(one)), "")
        if seven_bits:
            return _decoded_as(clean, seven_bits, declared=named)
        clean, faulty = clean.replace(b"\x1b", b""), True
    try:
        text = clean.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if b"\xc2" in clean and _WINDOWS_SIGNS.search(clean):
            text, faulty = text.translate(_WINDOWS_LETTERS), True
        # Two different words for the charset are a fault; ASCII alone suits nearly all of them.
        return DecodedText(text, faulty or (named != "utf-8" and not text.isascii()))
    for charset in declared:
        if not charset.startswith("utf-"):
            return _decoded_as(clean, charset, declared=charset, faulty=faulty or charset != named)
    return DecodedText(_mended(clean), faulty=True)


def _decoded_as(document: bytes, charset: str, *, declared: str, faulty: bool = False) -> DecodedText:
    try:
        text = document.decode(charset)
    except UnicodeDecodeError:
        text, faulty = document.decode(charset, "replace"), True
    if charset[:3] == "utf" and _CONTROL_SIGNS.search(text):
        text, faulty = _CONTROL_SIGNS.sub("", text), True
    return DecodedText(text, faulty or charset != declared)


def _mended(document: bytes) -> str:
    """Decode what is neither declared nor UTF-8 as a whole: its stray bytes are read as Windows' letters."""
    kept = document.decode("utf-8", "ignore")
    stray = len(document) - len(kept.encode())
    if stray > _MOST_STRAY_BYTES or stray > len(kept) - len(kept.encode("ascii", "ignore")):
        return document.decode("cp1252", "replace")
    return document.decode("utf-8", "cmstation_windows_letters")


def _windows_letters(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error("cmstation_windows_letters", _windows_letters)
