"""One post or event of the plan as a file tells it, and how two tellings differ."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from cmstation.domain.accounts import Account
from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import EventTime
from cmstation.domain.folding import folded

_POST_IDENTITY = re.compile(r"post-(\d{1,18})@(\S+)", re.ASCII)
_NEWLINES = re.compile(r"\r\n?")
# What no sheet can hold (XML 1.0 has no sign for it), and what would not come back as it was.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SEPARATORS = re.compile(r"[,;|\s]+")

# What two tellings of the same thing are compared by, beside the own words of accounts.
FIELDS: Final = (
    *("what", "start", "end", "title", "text", "accounts", "theme", "campaign", "state", "link"),
    *("tags", "place", "recurrence", "notes", "first_comment", "language"),
)
OWN: Final = "own"

OwnWords = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A post or an event, in words that mean the same on another computer.

    Args:
        identity: "post-12@…" for a post, the uid for an event, "" for what is new.
        what: the kind of an event, None for a post.
        start: None for a post without an hour.
        end: of an event, exclusive for whole days; None for a post.
        accounts: their labels (see `account_labels`).
        state: the file's word, in French.
        recurrence: rules, then "RDATE:…" and "EXDATE:…" in the wall time of the start.
        notes: the sources of a post, the description of an event.
        own: what an account says for itself, by its label and the column.
        given: which fields the file told at all; the others stay as they are.
        line: where it stands in the file.
    """

    identity: str = ""
    what: EventKind | None = None
    start: EventTime | None = None
    end: EventTime | None = None
    title: str = ""
    text: str = ""
    accounts: tuple[str, ...] = ()
    theme: str = ""
    campaign: str = ""
    state: str = ""
    link: str = ""
    tags: tuple[str, ...] = ()
    place: str = ""
    recurrence: tuple[str, ...] = ()
    notes: str = ""
    first_comment: str = ""
    language: str = ""
    own: OwnWords = field(default_factory=dict[tuple[str, str], str])
    given: frozenset[str] = field(default=frozenset((*FIELDS, OWN)), compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PlanNames:
    """What a file may name.

    Args:
        accounts: labels by what a person may write for them, folded.
        themes, campaigns: names by what a person may write for them, folded.
    """

    accounts: Mapping[str, str] = field(default_factory=dict[str, str])
    themes: Mapping[str, str] = field(default_factory=dict[str, str])
    campaigns: Mapping[str, str] = field(default_factory=dict[str, str])


def differences(found: PlanEntry, present: PlanEntry) -> frozenset[str]:
    """Name the fields that a file tells otherwise than they are; `own` stands for any account's words."""
    differ = {name for name in FIELDS if name in found.given and _value(found, name) != _value(present, name)}
    if any(words != present.own.get(key, "") for key, words in found.own.items()):
        differ.add(OWN)
    return frozenset(differ)


def post_identity(post: int, mark: str) -> str:
    """Return the identity of a post in a file; the mark tells one clinic's posts from another's."""
    return f"post-{post}@{mark}"


def post_of(identity: str, mark: str) -> int | None:
    """Return the post that an identity means, or None when it is none of ours."""
    match = _POST_IDENTITY.fullmatch(identity)
    return int(match[1]) if match is not None and match[2] == mark else None


def sheet_text(text: str) -> str:
    """Return a text as every sheet can hold it: one kind of line end, no control characters."""
    return _UNWRITABLE.sub("\ufffd", _NEWLINES.sub("\n", text))


def account_labels(accounts: Iterable[Account]) -> dict[int, str]:
    """Name each account so that no other has the same name, in words without commas."""
    every = tuple(accounts)
    labels: dict[int, str] = {}
    for account in every:
        name = _one_line(account.name)
        network = account.network.proper_name
        for label in (name, f"{name} ({network})", f"{name} ({network} {_one_line(account.handle)})"):
            if sum(_meant(label, one) for one in every) == 1:
                labels[account.id] = label
                break
        else:
            labels[account.id] = f"{name} (n° {account.id})"
    return labels


def account_names(accounts: Iterable[Account], labels: Mapping[int, str]) -> dict[str, str]:
    """Return the labels by every word that means one account only: label, name, handle or network."""
    found = {folded(label): label for label in labels.values()}
    meant: dict[str, set[str]] = {}
    for account in accounts:
        for word in (account.name, account.handle, account.network.proper_name):
            meant.setdefault(folded(word.strip()), set()).add(labels[account.id])
    for word, those in meant.items():
        if word and len(those) == 1:
            found.setdefault(word, *those)
    return found


def _meant(label: str, account: Account) -> bool:
    name, network = _one_line(account.name), account.network.proper_name
    names = (name, f"{name} ({network})", f"{name} ({network} {_one_line(account.handle)})")
    return label.casefold() in {one.casefold() for one in names}


def _one_line(name: str) -> str:
    return sheet_text(_SEPARATORS.sub(" ", name)).strip()


def _value(entry: PlanEntry, name: str) -> object:
    value = getattr(entry, name)
    return frozenset(value) if name == "accounts" else value
