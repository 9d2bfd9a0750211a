"""Print results for a person, or as JSON for a program."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TextIO, cast


class Printer:
    """Writes to standard output; problems go to standard error.

    Args:
        as_json: one JSON document instead of lines for a person.
    """

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def show(self, content: object, lines: Sequence[str]) -> None:
        """Print a result in the chosen form."""
        if self.as_json:
            _write(sys.stdout, json.dumps(plain(content), ensure_ascii=False, indent=2))
            return
        for line in lines:
            _write(sys.stdout, line)

    def problem(
        self,
        name: str,
        sentence: str,
        detail: str = "",
        found: tuple[Sequence[object], Sequence[str]] = ((), ()),
    ) -> None:
        """Print a problem in the chosen form.

        Args:
            found: what was found wrong, one by one, with a sentence for each.
        """
        facts, lines = found
        if self.as_json:
            content = {"error": name, "sentence": sentence, "detail": detail, "findings": plain(facts)}
            _write(sys.stdout, json.dumps(content, ensure_ascii=False, indent=2))
        self.warn(sentence)
        for line in (*lines, *detail.splitlines()):
            _write(sys.stderr, f"  {line}")

    def warn(self, sentence: str) -> None:
        """Tell a person something beside the result."""
        _write(sys.stderr, sentence)


def plain(content: object) -> object:
    """Turn dataclasses, times and enumerations into what JSON knows."""
    if is_dataclass(content) and not isinstance(content, type):
        return {field.name: plain(getattr(content, field.name)) for field in fields(content) if field.repr}
    if isinstance(content, Mapping):
        pairs = cast("Mapping[object, object]", content)
        return {str(key): plain(value) for key, value in pairs.items()}
    if isinstance(content, (list, tuple, set, frozenset)):
        return [plain(item) for item in cast("Iterable[object]", content)]
    return _single(content)


def _single(content: object) -> object:
    match content:
        case Enum():
            return content.value
        case datetime():
            return content.isoformat()
        case timedelta():
            return round(content.total_seconds(), 3)
        case None | bool() | int() | float() | str():
            return content
        case _:
            return str(content)


def _write(stream: TextIO, line: str) -> None:
    """Write a line even where the terminal cannot show every letter."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
