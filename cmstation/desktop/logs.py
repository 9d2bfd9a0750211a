"""The program's diary: a rotating file that never holds a secret."""

import logging
import re
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MARK = "[hidden]"
_PATTERNS = (
    re.compile(r"(?i)\b(authorization\s*[:=]\s*)(basic|bearer|dpop)?\s*[^\s,;'\"]+"),
    re.compile(r"(?i)\b(basic|bearer)\s+[A-Za-z0-9._~+/=-]{6,}"),
    re.compile(
        r"(?i)([\"']?\b(?:access|refresh)?_?-?(?:token|jwt|password|passwd|secret|api_?key|code_verifier|code)"
        r"[\"']?\s*[:=]\s*[\"']?)[^\s\"',;&}]+"
    ),
    re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+@"),
    re.compile(r"\beyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*"),
    re.compile(r"\b(?:[A-Za-z0-9]{4} ){5}[A-Za-z0-9]{4}\b"),  # WordPress application password
    re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b"),  # Bluesky app password
)


def redacted(text: str, known: Callable[[], frozenset[str]] = frozenset) -> str:
    """Return a text with everything that looks like a secret hidden, and every known one."""
    for secret in sorted(known(), key=len, reverse=True):
        if len(secret) >= 4:
            text = text.replace(secret, _MARK)
    for pattern in _PATTERNS:
        text = pattern.sub(lambda found: (found.group(1) or "") + _MARK if found.re.groups else _MARK, text)
    return text


class RedactingFormatter(logging.Formatter):
    """Formats a record, its traceback included, without any secret."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


def start_diary(folder: Path, level: int = logging.INFO) -> Path:
    """Write the diary to `folder/cmstation.log`, 1 MB a file, five files kept.

    A folder that refuses leaves the program without a diary rather than without a window.
    """
    file = folder / "cmstation.log"
    root = logging.getLogger()
    try:
        diary = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=5, encoding="utf-8", delay=True)
    except OSError:
        return file
    diary.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(diary)
    root.setLevel(level)
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    return file
