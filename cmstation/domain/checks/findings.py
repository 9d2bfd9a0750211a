"""A finding: one thing that was looked at before a post leaves."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; the order is the order of display."""

    BLOCKING = "blocking"
    WARNING = "warning"
    PASSED = "passed"


class Topic(StrEnum):
    """What a finding is about; `ui/wording.py` has a sentence for each."""

    NO_ACCOUNT = "no_account"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    LENGTH_FITS = "length_fits"
    TITLE_MISSING = "title_missing"
    TITLE_TOO_LONG = "title_too_long"
    TOO_MANY_HASHTAGS = "too_many_hashtags"
    TOO_MANY_MENTIONS = "too_many_mentions"
    TOO_MANY_LINKS = "too_many_links"
    FORBIDDEN_CHARACTER = "forbidden_character"
    NOT_DESCRIBED = "not_described"
    ALL_DESCRIBED = "all_described"
    ALT_TOO_LONG = "alt_too_long"
    TOO_MANY_PICTURES = "too_many_pictures"
    PICTURE_NEEDED = "picture_needed"
    PICTURE_MISSING = "picture_missing"
    LINK_NOT_VALID = "link_not_valid"
    LINK_NOT_SECURE = "link_not_secure"
    COMMENT_TOO_LONG = "comment_too_long"
    COMMENT_IMPOSSIBLE = "comment_impossible"
    SIGN_IN_NEEDED = "sign_in_needed"
    ACCOUNT_PAUSED = "account_paused"
    SAME_TEXT_RECENTLY = "same_text_recently"
    VARIABLE_LEFT = "variable_left"
    TIME_PASSED = "time_passed"
    CLOSE_TO_ANOTHER = "close_to_another"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Args:
        account: the account concerned, or None for the whole post.
        media: the picture concerned, or None.
        place: index in code points where the trouble begins in the account's text, or None.
        facts: figures for the sentence (over, limit, length, name …).
    """

    severity: Severity
    topic: Topic
    account: int | None = None
    media: int | None = None
    place: int | None = None
    facts: dict[str, str | int] = field(default_factory=dict[str, "str | int"])


def worst(findings: tuple[Finding, ...]) -> Severity:
    """Return the gravest severity among findings."""
    order = (Severity.BLOCKING, Severity.WARNING)
    return next((s for s in order if any(f.severity is s for f in findings)), Severity.PASSED)


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort failures first, then warnings, then what passed; stable inside."""
    ranks = list(Severity)
    return tuple(sorted(findings, key=lambda finding: ranks.index(finding.severity)))
