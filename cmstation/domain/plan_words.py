"""The words of a plan's file: headings, kinds and states, in French and in English.

They are part of the file's form, so they stay as they are whatever language the window speaks.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import EventStatus
from cmstation.domain.drafts import PostState, Stage
from cmstation.domain.folding import folded

IDENTITY: Final = "identifiant"
KIND: Final = "genre"
DATE: Final = "date"
HOUR: Final = "heure"
ZONE: Final = "fuseau"
END_DATE: Final = "fin_date"
END_HOUR: Final = "fin_heure"
TITLE: Final = "titre"
TEXT: Final = "texte"
ACCOUNTS: Final = "comptes"
THEME: Final = "thème"
CAMPAIGN: Final = "campagne"
STATE: Final = "état"
LINK: Final = "lien"
TAGS: Final = "mots-clés"
PLACE: Final = "lieu"
RECURRENCE: Final = "récurrence"
NOTES: Final = "notes"
FIRST_COMMENT: Final = "premier commentaire"
LANGUAGE: Final = "langue"

COLUMNS: Final = (
    *(IDENTITY, KIND, DATE, HOUR, ZONE, END_DATE, END_HOUR, TITLE, TEXT, ACCOUNTS, THEME, CAMPAIGN),
    *(STATE, LINK, TAGS, PLACE, RECURRENCE, NOTES, FIRST_COMMENT, LANGUAGE),
)
# What one account says for itself: "texte: <account>".
OWN_COLUMNS: Final = (TEXT, TITLE, LINK, FIRST_COMMENT)
POSTS_ONLY: Final = frozenset({TEXT, ACCOUNTS, FIRST_COMMENT, LANGUAGE})
EVENTS_ONLY: Final = frozenset({END_DATE, END_HOUR, PLACE, RECURRENCE})

_ENGLISH: Final = {
    IDENTITY: ("id", "identifier", "identity"),
    KIND: ("kind", "type"),
    DATE: ("day", "start date"),
    HOUR: ("hour", "time", "start time"),
    ZONE: ("zone", "time zone", "timezone"),
    END_DATE: ("end date", "date de fin"),
    END_HOUR: ("end hour", "end time", "heure de fin"),
    TITLE: ("title",),
    TEXT: ("text",),
    ACCOUNTS: ("accounts", "account", "compte"),
    THEME: ("theme", "ligne éditoriale", "editorial line"),
    CAMPAIGN: ("campaign",),
    STATE: ("state", "status", "statut"),
    LINK: ("link", "url"),
    TAGS: ("tags", "keywords"),
    PLACE: ("place", "location"),
    RECURRENCE: ("recurrence",),
    NOTES: ("note",),
    FIRST_COMMENT: ("first comment",),
    LANGUAGE: ("language",),
}

POST: Final = "publication"
KIND_WORDS: Final[Mapping[EventKind, str]] = MappingProxyType(
    {
        EventKind.EVENT: "événement",
        EventKind.PRESS_RELEASE: "communiqué",
        EventKind.SHOOTING: "tournage",
        EventKind.PRINT_DEADLINE: "échéance d’impression",
        EventKind.TASK: "tâche",
        EventKind.QUIET: "jour de silence",
    }
)
STATE_WORDS: Final[Mapping[PostState, str]] = MappingProxyType(
    {
        PostState.IDEA: "idée",
        PostState.DRAFT: "brouillon",
        PostState.IN_REVIEW: "à relire",
        PostState.APPROVED: "approuvé",
        PostState.SCHEDULED: "planifié",
        PostState.SENDING: "envoi",
        PostState.LIVE: "en direct",
        PostState.UNCERTAIN: "incertain",
        PostState.FAILED: "échec",
        PostState.ARCHIVED: "archivé",
    }
)
DONE: Final = "fait"
STATUS_WORDS: Final[Mapping[EventStatus, str]] = MappingProxyType(
    {EventStatus.CONFIRMED: "", EventStatus.TENTATIVE: "à confirmer", EventStatus.CANCELLED: "annulé"}
)
STAGE_OF: Final[Mapping[str, Stage]] = MappingProxyType(
    {STATE_WORDS[PostState(stage.value)]: stage for stage in Stage}
)


def _plain(word: str) -> str:
    """Return a word as it is compared: no accents, no case, single blanks for what joins."""
    return " ".join(folded(word).replace("_", " ").replace("-", " ").split())


_HEADINGS: Final = {_plain(name): column for column, names in _ENGLISH.items() for name in (column, *names)}
_KINDS: Final[Mapping[str, EventKind | None]] = {
    **{_plain(word): kind for kind, word in KIND_WORDS.items()},
    **{_plain(kind.value): kind for kind in EventKind},
    **{_plain(word): None for word in (POST, "post")},
    _plain("quiet day"): EventKind.QUIET,
}
_STATES: Final = {
    **{_plain(word): word for word in STATE_WORDS.values()},
    **{_plain(state.value): word for state, word in STATE_WORDS.items()},
}
_EVENT_STATES: Final = {
    **{_plain(word): word for word in (DONE, *STATUS_WORDS.values())},
    **{_plain(status.value): word for status, word in STATUS_WORDS.items()},
    "done": DONE,
}


def column_of(heading: str) -> str | None:
    """Return the column that a heading means, or None."""
    return _HEADINGS.get(_plain(heading))


def kind_of(word: str) -> EventKind | None:
    """Return the kind of event that a word means; None is a post.

    Raises:
        KeyError: it means nothing.
    """
    return _KINDS[_plain(word)]


def post_state_of(word: str) -> str:
    """Return the file's own word for a state of a post.

    Raises:
        KeyError: it means nothing.
    """
    return _STATES[_plain(word)]


def event_state_of(word: str) -> str:
    """Return the file's own word for a state of an event.

    Raises:
        KeyError: it means nothing.
    """
    return _EVENT_STATES[_plain(word)]
