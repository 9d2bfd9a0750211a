"""Reads the characters of markup: references decoded, deceiving and unstorable ones removed."""

import re
from html import unescape
from html.entities import html5

SPACE = " \t\n\f\r"

_SPACES = re.compile("[ \\t\\n\\f\\r\u2028\u2029]+")
# What shows nothing but changes what is read (direction, width, joins), or what no document may hold.
_DECEIVING = re.compile(
    "["
    "\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0"
    "\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U0010fffe\U0010ffff"
    "]+"
)
# Joiners build signs of Indic and Arabic scripts, and of emoji; between Latin letters they only hide a word.
_JOINERS = re.compile(
    "(?<![^\\x00-\u024f\u2000-\u206f])[\u200c\u200d]++|[\u200c\u200d]++(?![^\\x00-\u024f\u2000-\u206f])"
)
_LONG_NUMBER = re.compile(r"&#(?:([xX])0*+(?:[0-9a-fA-F]{8,}+)|0*+[0-9]{8,}+|([xX]?)0{2,}+(?=[0-9a-fA-F]))")
_IN_ATTRIBUTE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31}+(;|(?![=;])))")


def decoded(text: str) -> str:
    """Return text with its character references decoded, once."""
    return unescape(_short_numbers(text)) if "&" in text else text


def attribute(value: str) -> str:
    """Return an attribute's value decoded: "&copy=1" in an address is a parameter, not a sign."""
    return _IN_ATTRIBUTE.sub(_reference, _short_numbers(value)) if "&" in value else value


def honest(text: str) -> str:
    """Remove the characters that deceive the reader or that nothing can store."""
    if text.isascii() and text.isprintable():
        return text
    text = _DECEIVING.sub("", text)
    return _JOINERS.sub("", text) if "\u200c" in text or "\u200d" in text else text


def one_space(text: str) -> str:
    """Make one blank of each run of blanks; those that do not break stay."""
    return _SPACES.sub(" ", text)


def single_spaces(text: str) -> str:
    """Make one space of each run of spaces."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _short_numbers(text: str) -> str:
    """Shorten numeric references: a number of thousands of figures cannot be converted."""
    return _LONG_NUMBER.sub(_short_number, text) if "&#" in text else text


def _short_number(match: re.Match[str]) -> str:
    if match.group(2) is not None:
        return f"&#{match.group(2)}0"
    return "&#xfffd" if match.group(1) else "&#65533"


def _reference(match: re.Match[str]) -> str:
    name = match.group()[1:]
    return unescape(match.group()) if name.startswith("#") or name in html5 else match.group()
