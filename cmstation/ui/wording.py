"""Turns an error into words: what happened, why, whether it is live, what to do next."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from cmstation.domain.errors import NetworkError, StationError
from cmstation.services.error_keys import error_key
from cmstation.ui.notices import Notice, NoticeKind
from cmstation.ui.wording_errors import CAUSES, ERRORS, UNEXPECTED, ErrorEntry, Live

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """An error in the person's language; empty parts have nothing to say.

    Args:
        what: what happened, one sentence.
        why: the cause, as far as it is known.
        live: whether anything is public.
        next: what the person can do, or what happens by itself.
    """

    what: str
    why: str = ""
    live: str = ""
    next: str = ""
    grave: bool = False

    @property
    def detail(self) -> str:
        """All but the first sentence."""
        return " ".join(part for part in (self.why, self.live, self.next) if part)


def sentence_for(error: BaseException) -> Notice:
    """Word an error as a notice; anything but a StationError is a fault of ours and says so."""
    if not isinstance(error, StationError):
        words = _worded(UNEXPECTED, {})
        return Notice(words.what, NoticeKind.DANGER, words.detail, sticky=True)
    words = words_for(error)
    kind = NoticeKind.DANGER if words.grave else NoticeKind.WARNING
    return Notice(words.what, kind, words.detail, sticky=words.grave, key=error_key(error))


def words_for(error: StationError) -> ErrorWords:
    """Word an expected error with its facts."""
    code = error.code if isinstance(error, NetworkError) else ""
    return _worded(_entry_of(error), _facts(error), code)


def error_words(key: str, *, tries_again: bool = False, code: str = "") -> ErrorWords:
    """Word the stored trouble of a delivery.

    Args:
        key: `Delivery.error`.
        tries_again: the delivery waits for another try by itself, so the person need do nothing.
    """
    words = _worded(ERRORS.get(key, UNEXPECTED), {}, code)
    if not tries_again:
        return words
    return ErrorWords(
        words.what,
        words.why,
        words.live,
        translate("Wording", "Another try follows by itself."),
        words.grave,
    )


def _entry_of(error: StationError) -> ErrorEntry:
    for kind in type(error).__mro__:
        found = ERRORS.get(_key_of(kind))
        if found is not None:
            return found
    return UNEXPECTED


def _key_of(kind: type) -> str:
    return error_key(kind()) if issubclass(kind, StationError) else ""


def _worded(entry: ErrorEntry, facts: dict[str, str], code: str = "") -> ErrorWords:
    live = {
        Live.SILENT: "",
        Live.NOTHING: translate("Wording", "Nothing was published."),
        Live.MAYBE: translate("Wording", "The post may be live."),
    }[entry.live]
    why = CAUSES.get(code) or entry.why
    return ErrorWords(
        _filled(entry.what, facts), _filled(why, facts), live, _filled(entry.next, facts), entry.grave
    )


def _filled(source: str, facts: dict[str, str]) -> str:
    if not source:
        return ""
    return translate("Wording", source).format_map(_Known(facts))


class _Known(dict[str, str]):
    """Facts for a sentence; one that is missing shows as an ellipsis rather than failing."""

    def __missing__(self, key: str) -> str:
        return "…"


def _facts(error: StationError) -> dict[str, str]:
    return {name: _fact(name, value) for name, value in error.facts.items()}


def _fact(name: str, value: object) -> str:
    if name in {"size", "limit", "reached"} and isinstance(value, int):
        return megabytes(value)
    if isinstance(value, datetime):
        return f"{value:%H:%M}"
    if isinstance(value, PurePath):
        return value.name
    if isinstance(value, int) and not isinstance(value, bool):
        return QLocale().toString(value)
    return str(value)


def megabytes(size: int) -> str:
    """Say a weight in bytes: "2.4 MB"."""
    figure = QLocale().toString(size / 1_000_000, "f", 0 if size >= 10_000_000 else 1)
    return translate("Wording", "{figure} MB").format(figure=figure)
