"""Finds out how a list of feeds is encoded, whatever it says itself."""

import codecs
import re

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_SINGLE_BYTES = re.compile(
    r"(?:iso-?8859-\d+|windows-?125\d|cp125\d|koi8-[ru]|mac-?(?:roman|cyrillic))", re.IGNORECASE
)
_SEVERAL_BYTES = re.compile(
    r"(?:shift_?jis|sjis|cp9\d\d|euc-?(?:jp|kr)|iso-2022-(?:jp|kr)|gb(?:2312|k|18030)|big5)", re.IGNORECASE
)
# What each byte that is not UTF-8 was meant to be, mostly.
_WESTERN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")


def decoded(data: bytes) -> str:
    """Return a file's text; a byte that fits no encoding becomes a letter of the western one."""
    if data.startswith(codecs.BOM_UTF8):
        return _western(data[len(codecs.BOM_UTF8) :])
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data[:2] in (b"<\x00", b"\x00<"):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", "replace")
    match = _DECLARED.match(data[:400])
    declared = match.group(1).decode("ascii") if match else ""
    text = _declared(data, declared)
    return _western(data) if text is None else text


def without_impossible(text: str) -> str:
    """Remove what no XML file can hold."""
    return _IMPOSSIBLE.sub("", text)


def _declared(data: bytes, declared: str) -> str | None:
    """Return the text in the encoding it claims to be in, None when that is UTF-8, unknown or wrong."""
    several = _SEVERAL_BYTES.fullmatch(declared)
    if not several and not (_SINGLE_BYTES.fullmatch(declared) and not _is_utf8(data)):
        return None
    if several and _is_utf8(data) and not data.isascii():
        return None
    # Programs that say Latin-1 mean Windows' letters too.
    encoding = "cp1252" if declared.lower() in ("iso-8859-1", "iso8859-1") else declared
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _western(data: bytes) -> str:
    if _is_utf8(data):
        return data.decode()
    return data.decode("utf-8", "surrogateescape").translate(_WESTERN)
