"""Find what Instagram holds to a number: hashtags and mentions."""

import regex

from cmstation.domain.counting.graphemes import without_surrogates

LIMIT = 2200
MOST_HASHTAGS = 30
MOST_MENTIONS = 20
_HASHTAG = regex.compile(r"[#＃](?!\ufe0f|\u20e3)[\w\p{Emoji_Presentation}]+")
_HASHTAGS = regex.compile(rf"(?<![\w&/])(?:{_HASHTAG.pattern})++")  # they may be written without a space
_MENTION = regex.compile(r"(?<![\w@./])[@＠][A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?")


def hashtags(text: str) -> list[str]:
    """Return the hashtags with their mark, as often as they are written."""
    rows = _HASHTAGS.finditer(without_surrogates(text))
    return [hashtag for row in rows for hashtag in _HASHTAG.findall(row.group())]


def mentions(text: str) -> list[str]:
    """Return the mentions with their mark, as often as they are written."""
    return _MENTION.findall(without_surrogates(text))
