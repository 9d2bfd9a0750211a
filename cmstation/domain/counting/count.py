"""Count a text for any network, with its limit and the place where it becomes too long."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cmstation.domain.counting import bluesky, graphemes, instagram, mastodon, threads, tumblr, x, youtube
from cmstation.domain.counting.overflow import Whole, clusters, clusters_and_wholes, start_of_overflow
from cmstation.domain.networks import Network

# The other limits stand beside the way of counting they belong to.
FACEBOOK_LIMIT = 63_206
LINKEDIN_LIMIT = 3000
GOOGLE_BUSINESS_LIMIT = 1500


class Unit(StrEnum):
    """What is counted."""

    CHARACTERS = "characters"
    BYTES = "bytes"
    WEIGHTED = "weighted"


class CountProblem(StrEnum):
    """What a network refuses besides a text that is too long."""

    TOO_MANY_HASHTAGS = "too_many_hashtags"
    TOO_MANY_MENTIONS = "too_many_mentions"
    TOO_MANY_LINKS = "too_many_links"
    FORBIDDEN_CHARACTER = "forbidden_character"


@dataclass(frozen=True, slots=True)
class TextLimits:
    """The limits of one account where they differ from the usual ones; None keeps the usual one.

    Args:
        characters_per_url: what a link counts on this Mastodon server.
    """

    max_characters: int | None = None
    characters_per_url: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A text counted in one way.

    Args:
        limit: None where the network states none.
        over: how many too many; 0 when the text fits.
    """

    length: int
    limit: int | None
    unit: Unit
    over: int


@dataclass(frozen=True, slots=True)
class Count:
    """A text counted for a network.

    Args:
        overflow_start: the code point of the text at which it becomes too long, None when it fits.
        second: another measure of the network, given only when the text exceeds it.
    """

    length: int
    limit: int | None
    unit: Unit
    over: int
    overflow_start: int | None = None
    second: Measure | None = None
    other_problems: tuple[CountProblem, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the network would take the text."""
        return self.over == 0 and self.second is None and not self.other_problems


def count(network: Network, text: str, limits: TextLimits | None = None, *, spoiler_text: str = "") -> Count:
    """Count a text as the network does.

    Args:
        limits: what the account's server told of itself.
        spoiler_text: the content warning, which Mastodon counts too.
    """
    given = limits or TextLimits()
    clean = graphemes.without_surrogates(text)
    match network:
        case Network.X:
            return _count_x(clean, given)
        case Network.MASTODON:
            return _count_mastodon(clean, given, spoiler_text)
        case Network.BLUESKY:
            return _count_bluesky(clean, given)
        case Network.TUMBLR:
            return _count_tumblr(clean, given)
        case _:
            way = _PLAIN[network]
            limit = way.limit if given.max_characters is None else given.max_characters
            return _plain(clean, way.length, limit, way.unit, way.problems(clean))


def count_title(title: str) -> Count:
    """Count the title of a video on YouTube, the one network that holds titles to a length."""
    return _plain(title, youtube.title_length, youtube.TITLE_LIMIT, Unit.CHARACTERS, _youtube_problems(title))


def _count_x(text: str, given: TextLimits) -> Count:
    limit = x.LIMIT if given.max_characters is None else given.max_characters
    ready = x.normalised(text)
    spans = x.spans(ready)
    weight = x.weigh(ready, spans)
    problems = (CountProblem.FORBIDDEN_CHARACTER,) if x.FORBIDDEN.search(text) else ()
    start: int | None = None
    if weight > limit:
        wholes = (Whole(span.start, span.end, span.weight) for span in spans)
        units = clusters_and_wholes(text, wholes, x.plain_weight, x.normalised)
        start = start_of_overflow(text, limit, units, lambda part: x.weighted_length(part) <= limit)
    return Count(weight, limit, Unit.WEIGHTED, max(weight - limit, 0), start, None, problems)


def _count_mastodon(text: str, given: TextLimits, spoiler_text: str) -> Count:
    limit = mastodon.LIMIT if given.max_characters is None else given.max_characters
    per_url = mastodon.URL_LENGTH if given.characters_per_url is None else given.characters_per_url

    def length(part: str) -> int:
        return mastodon.length(part, spoiler_text, per_url)

    total = length(text)
    start: int | None = None
    if total > limit:
        wholes = (
            Whole(span.start, span.end, graphemes.length(span.counted))
            for span in mastodon.spans(text, per_url)
        )
        units = clusters_and_wholes(text, wholes, lambda part: int(bool(part)), str)
        start = start_of_overflow(text, limit - length(""), units, lambda part: length(part) <= limit)
    return Count(total, limit, Unit.CHARACTERS, max(total - limit, 0), start)


def _count_bluesky(text: str, given: TextLimits) -> Count:
    limit = bluesky.LIMIT if given.max_characters is None else given.max_characters
    seen = _plain(text, bluesky.length, limit, Unit.CHARACTERS)
    stored = _plain(text, bluesky.byte_length, bluesky.BYTE_LIMIT, Unit.BYTES)
    starts = [one.overflow_start for one in (seen, stored) if one.overflow_start is not None]
    second = Measure(stored.length, stored.limit, stored.unit, stored.over) if stored.over else None
    return Count(seen.length, limit, Unit.CHARACTERS, seen.over, min(starts, default=None), second)


def _count_tumblr(text: str, given: TextLimits) -> Count:
    limit = tumblr.BLOCK_LIMIT if given.max_characters is None else given.max_characters
    longest = tumblr.length(text)
    start: int | None = None
    for begin, end in tumblr.blocks(text):
        if end - begin > limit:
            start = begin + (_plain(text[begin:end], len, limit, Unit.CHARACTERS).overflow_start or 0)
            break
    return Count(longest, limit, Unit.CHARACTERS, max(longest - limit, 0), start)


def _plain(
    text: str,
    length: Callable[[str], int],
    limit: int | None,
    unit: Unit,
    problems: tuple[CountProblem, ...] = (),
) -> Count:
    total = length(text)
    if limit is None or total <= limit:
        return Count(total, limit, unit, 0, None, None, problems)
    units = clusters(text, length)
    start = start_of_overflow(text, limit, units, lambda part: length(part) <= limit)
    return Count(total, limit, unit, total - limit, start, None, problems)


def _instagram_problems(text: str) -> tuple[CountProblem, ...]:
    found: list[CountProblem] = []
    if len(instagram.hashtags(text)) > instagram.MOST_HASHTAGS:
        found.append(CountProblem.TOO_MANY_HASHTAGS)
    if len(instagram.mentions(text)) > instagram.MOST_MENTIONS:
        found.append(CountProblem.TOO_MANY_MENTIONS)
    return tuple(found)


def _threads_problems(text: str) -> tuple[CountProblem, ...]:
    return (CountProblem.TOO_MANY_LINKS,) if len(threads.links(text)) > threads.MOST_LINKS else ()


def _youtube_problems(text: str) -> tuple[CountProblem, ...]:
    return (CountProblem.FORBIDDEN_CHARACTER,) if youtube.FORBIDDEN.search(text) else ()


def _no_problem(_text: str) -> tuple[CountProblem, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class _Way:
    limit: int | None
    length: Callable[[str], int] = len
    unit: Unit = Unit.CHARACTERS
    problems: Callable[[str], tuple[CountProblem, ...]] = _no_problem


_PLAIN: dict[Network, _Way] = {
    Network.WORDPRESS: _Way(None),
    Network.SCOOPIT: _Way(None),
    Network.FACEBOOK: _Way(FACEBOOK_LIMIT),
    Network.LINKEDIN: _Way(LINKEDIN_LIMIT),
    Network.GOOGLE_BUSINESS: _Way(GOOGLE_BUSINESS_LIMIT),
    Network.INSTAGRAM: _Way(instagram.LIMIT, problems=_instagram_problems),
    Network.THREADS: _Way(threads.LIMIT, threads.length, problems=_threads_problems),
    Network.YOUTUBE: _Way(
        youtube.DESCRIPTION_BYTE_LIMIT, youtube.description_length, Unit.BYTES, _youtube_problems
    ),
}
