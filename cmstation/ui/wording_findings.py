"""Turns what was looked at before a post leaves into one short line, with the action that mends it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Finding, Topic

translate = QCoreApplication.translate


class Mend(StrEnum):
    """Where a finding is mended; a screen turns it into the right step."""

    NOTHING = ""
    GO = "go"  # put the caret on the place in the text
    WRITE = "write"  # write an alternative text
    CHOOSE = "choose"  # choose accounts
    ACCOUNT = "account"  # open the account
    PICTURE = "picture"  # the media strip
    TITLE = "title"
    LINK = "link"
    COMMENT = "comment"
    WHEN = "when"


@dataclass(frozen=True, slots=True)
class FindingWords:
    """A finding in the person's language.

    Args:
        action: where it is mended.
        label: the verb of the link, "" when there is no action.
    """

    text: str
    action: Mend = Mend.NOTHING
    label: str = ""


def finding_words(finding: Finding, accounts: Iterable[Account] = ()) -> FindingWords:
    """Word a finding.

    Args:
        accounts: those of the post, to name the one concerned.
    """
    name = next((account.name for account in accounts if account.id == finding.account), "")
    text = _TEXTS[finding.topic](finding.facts)
    text = text.format_map({"account": name, **{key: _fact(value) for key, value in finding.facts.items()}})
    action = _MENDS.get(finding.topic, Mend.NOTHING)
    return FindingWords(text, action, _label(action))


def _fact(value: str | int) -> str:
    return value if isinstance(value, str) else QLocale().toString(value)


def _whole(facts: dict[str, str | int], name: str) -> int:
    value = facts.get(name, 0)
    return value if isinstance(value, int) else 0


def _length(facts: dict[str, str | int]) -> str:
    if "limit" in facts:
        return translate("Findings", "{account}: {length} of {limit} characters")
    return translate("Findings", "{account}: %n character(s)", "", _whole(facts, "length"))


_TEXTS: Final[dict[Topic, Callable[[dict[str, str | int]], str]]] = {
    Topic.NO_ACCOUNT: lambda _: translate("Findings", "No account is chosen"),
    Topic.EMPTY: lambda _: translate("Findings", "{account}: there is nothing to publish yet"),
    Topic.TOO_LONG: lambda facts: translate(
        "Findings", "{account}: %n character(s) too many", "", _whole(facts, "over")
    ),
    Topic.LENGTH_FITS: _length,
    Topic.TITLE_MISSING: lambda _: translate("Findings", "{account}: a title is needed"),
    Topic.TITLE_TOO_LONG: lambda facts: translate(
        "Findings", "{account}: title too long by %n character(s)", "", _whole(facts, "over")
    ),
    Topic.TOO_MANY_HASHTAGS: lambda _: translate("Findings", "{account}: too many hashtags"),
    Topic.TOO_MANY_MENTIONS: lambda _: translate("Findings", "{account}: too many people mentioned"),
    Topic.TOO_MANY_LINKS: lambda _: translate("Findings", "{account}: too many links"),
    Topic.FORBIDDEN_CHARACTER: lambda _: translate(
        "Findings", "{account}: a character that the network refuses"
    ),
    Topic.NOT_DESCRIBED: lambda _: translate("Findings", "Picture {picture}: describe the image"),
    Topic.ALL_DESCRIBED: lambda _: translate("Findings", "Every picture is described"),
    Topic.ALT_TOO_LONG: lambda facts: translate(
        "Findings", "{account}, picture {picture}: %n character(s) too many", "", _whole(facts, "over")
    ),
    Topic.TOO_MANY_PICTURES: lambda _: translate(
        "Findings", "{account}: {pictures} pictures, {limit} at most"
    ),
    Topic.PICTURE_NEEDED: lambda _: translate("Findings", "{account}: a picture is needed"),
    Topic.PICTURE_MISSING: lambda _: translate("Findings", "The file {name} is no longer on this computer"),
    Topic.LINK_NOT_VALID: lambda _: translate("Findings", "The link is not a web address"),
    Topic.LINK_NOT_SECURE: lambda _: translate("Findings", "The link does not begin with https"),
    Topic.COMMENT_TOO_LONG: lambda facts: translate(
        "Findings", "{account}: first comment too long by %n character(s)", "", _whole(facts, "over")
    ),
    Topic.COMMENT_IMPOSSIBLE: lambda _: translate("Findings", "{account}: leaves without its first comment"),
    Topic.SIGN_IN_NEEDED: lambda _: translate("Findings", "{account}: sign in again"),
    Topic.ACCOUNT_PAUSED: lambda _: translate("Findings", "{account}: paused"),
    Topic.SAME_TEXT_RECENTLY: lambda _: translate("Findings", "{account}: same text less than a day ago"),
    Topic.VARIABLE_LEFT: lambda _: translate("Findings", "Still to be filled in: {name}"),
    Topic.TIME_PASSED: lambda _: translate("Findings", "The planned hour has passed"),
    Topic.CLOSE_TO_ANOTHER: lambda _: translate("Findings", "{account}: another post leaves at that hour"),
}

_MENDS: Final[dict[Topic, Mend]] = {
    Topic.NO_ACCOUNT: Mend.CHOOSE,
    Topic.EMPTY: Mend.GO,
    Topic.TOO_LONG: Mend.GO,
    Topic.TITLE_MISSING: Mend.TITLE,
    Topic.TITLE_TOO_LONG: Mend.TITLE,
    Topic.TOO_MANY_HASHTAGS: Mend.GO,
    Topic.TOO_MANY_MENTIONS: Mend.GO,
    Topic.TOO_MANY_LINKS: Mend.GO,
    Topic.FORBIDDEN_CHARACTER: Mend.GO,
    Topic.NOT_DESCRIBED: Mend.WRITE,
    Topic.ALT_TOO_LONG: Mend.WRITE,
    Topic.TOO_MANY_PICTURES: Mend.PICTURE,
    Topic.PICTURE_NEEDED: Mend.PICTURE,
    Topic.PICTURE_MISSING: Mend.PICTURE,
    Topic.LINK_NOT_VALID: Mend.LINK,
    Topic.LINK_NOT_SECURE: Mend.LINK,
    Topic.COMMENT_TOO_LONG: Mend.COMMENT,
    Topic.COMMENT_IMPOSSIBLE: Mend.COMMENT,
    Topic.SIGN_IN_NEEDED: Mend.ACCOUNT,
    Topic.ACCOUNT_PAUSED: Mend.ACCOUNT,
    Topic.SAME_TEXT_RECENTLY: Mend.GO,
    Topic.VARIABLE_LEFT: Mend.GO,
    Topic.TIME_PASSED: Mend.WHEN,
    Topic.CLOSE_TO_ANOTHER: Mend.WHEN,
}


def _label(action: Mend) -> str:
    return {
        Mend.NOTHING: "",
        Mend.GO: translate("Findings", "Go"),
        Mend.WRITE: translate("Findings", "Write"),
        Mend.CHOOSE: translate("Findings", "Choose"),
        Mend.ACCOUNT: translate("Findings", "Open"),
        Mend.PICTURE: translate("Findings", "See"),
        Mend.TITLE: translate("Findings", "Go"),
        Mend.LINK: translate("Findings", "Go"),
        Mend.COMMENT: translate("Findings", "Go"),
        Mend.WHEN: translate("Findings", "Change"),
    }[action]
