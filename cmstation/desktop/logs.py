"""The program's diary: a rotating file that never holds a secret."""

import logging
import re
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MARK = "[hidden]"
# A value in quotes goes up to its closing quote, another one up to the next blank or sign that ends it.
_VALUE = r"(?:\[hidden\]|\"(?:[^\"\\\n]|\\+[^\\\n])*\"?|'(?:[^'\\\n]|\\+[^\\\n])*'?|[^\s\"'&<>]+)"
_NAMES = (
    r"[\w-]{0,40}?(?:token|jwt|passw(?:or)?d|passphrase|secret|api[_-]?key|code_verifier|session_?id|csrf)"
)
_HEADERS = r"(?:proxy-)?authorization|set-cookie|cookie|dpop"
# French puts a space before the colon, so that "Le secret : dormir" stays a sentence.
_IS = r"(?:[\"']\s?[:=]|\s?=|:)\s?"
# WordPress shows an application password as six groups of four.
_GROUPS = re.compile(r"\b(?:[A-Za-z0-9]{4} ){5,12}[A-Za-z0-9]{4}\b")
_NO_PLAIN_WORDS = re.compile(r"[0-9]|[a-z][A-Z]")
# The most exact first: what a later one hides in part, an earlier one has hidden whole.
_PATTERNS = (
    re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b(?!-)"),  # Bluesky app password
    re.compile(r"\beyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*"),
    re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+@"),
    re.compile(rf"(?i)\b({_HEADERS})({_IS})(?![\"'\s]|\[hidden\])[^\r\n\"']+"),
    re.compile(rf"(?i)\b({_HEADERS})({_IS}){_VALUE}"),
    re.compile(r"\b((?i:bearer|dpop))(\s+)[A-Za-z0-9._~+/=-]{6,}"),
    re.compile(r"\b((?i:basic))(\s+)(?=[A-Za-z]*[0-9+/=]|[a-zA-Z]*[a-z][A-Z])[A-Za-z0-9+/]{6,}={0,2}"),
    re.compile(rf"(?i)\b(?!secret:\s)({_NAMES})({_IS}){_VALUE}"),
    re.compile(r"(?i)(?<=[?&])(code|state)(=)[^\s&\"'<>]+"),
)


def redacted(text: str, known: Callable[[], frozenset[str]] = frozenset) -> str:
    """Return a text with everything that looks like a secret hidden, and every known one."""
    for secret in sorted(known(), key=len, reverse=True):
        if len(secret) >= 4:
            text = text.replace(secret, _MARK)
    text = _GROUPS.sub(_hidden_groups, text)
    for pattern in _PATTERNS:
        text = pattern.sub(_hidden, text)
    return text


def _hidden(found: re.Match[str]) -> str:
    return "".join(found.groups()) + _MARK


def _hidden_groups(found: re.Match[str]) -> str:
    """Hide what no sentence of short words looks like."""
    return _MARK if _NO_PLAIN_WORDS.search(found.group(0)) else found.group(0)


class RedactingFormatter(logging.Formatter):
    """Formats a record, its traceback included, without any secret."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


def start_diary(folder: Path, level: int = logging.INFO) -> Path:
    """Write the diary to `folder/cmstation.log`, 1 MB a file, five files kept; a former diary ends.

    A folder that refuses leaves the program without a diary rather than without a window.
    """
    file = folder / "cmstation.log"
    root = logging.getLogger()
    end_diary()
    try:
        diary = RotatingFileHandler(
            file, maxBytes=1_000_000, backupCount=5, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        return file
    diary.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(diary)
    root.setLevel(level)
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    return file


def end_diary() -> None:
    """Close the diary, if one is written."""
    root = logging.getLogger()
    for diary in [found for found in root.handlers if isinstance(found.formatter, RedactingFormatter)]:
        root.removeHandler(diary)
        diary.close()
