"""The rule of a watch list: which items of its sources it shows, and why it shows or hides one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, Protocol

from cmstation.domain.watch_rule_patterns import Pattern, haystack
from cmstation.domain.watch_rule_search import FTS5, TSQUERY, word_query
from cmstation.domain.watch_rule_terms import Term
from cmstation.domain.watch_rule_words import FIELD_END, folded_item, words_of


@dataclass(frozen=True, slots=True)
class Rule:
    """What an item must say to be shown. An empty rule shows everything.

    Args:
        must: all of these.
        any: at least one of these, when there are some.
        none: none of these.
        titles_only: whether only the titles are looked at, for all three.
        per_source: sources that follow a rule of their own instead of this one, itself without exceptions.
    """

    must: tuple[Term, ...] = ()
    any: tuple[Term, ...] = ()
    none: tuple[Term, ...] = ()
    titles_only: bool = False
    per_source: "tuple[tuple[int, Rule], ...]" = ()

    def __post_init__(self) -> None:
        sources = [source for source, _own in self.per_source]
        if len(set(sources)) < len(sources) or any(own.per_source for _source, own in self.per_source):
            raise ValueError("a source has one rule, which has no exceptions")

    def of_source(self, source: int) -> "Rule":
        """Return the rule that the items of a source follow."""
        return dict(self.per_source).get(source, self)


class Matchable(Protocol):
    """An item that a rule can judge."""

    @property
    def source(self) -> int:
        """The identity of the source that it came from."""
        ...

    @property
    def title(self) -> str:
        """Its title, as it is shown."""
        ...

    @property
    def text(self) -> str:
        """Its plain text, as it is shown."""
        ...


class Reason(StrEnum):
    """Why an item is not shown."""

    MISSING = "missing"
    NONE_OF_ANY = "none_of_any"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of an item.

    Args:
        found: the terms of `must` and `any` that the item says.
        missing: the terms of `must` that it does not say.
        forbidden: the terms of `none` that it says.
        reasons: all that speaks against it; empty when it is shown.
        exception: whether the source's own rule decided.
    """

    found: tuple[Term, ...]
    missing: tuple[Term, ...]
    forbidden: tuple[Term, ...]
    reasons: tuple[Reason, ...]
    exception: bool = False

    @property
    def matched(self) -> bool:
        """Whether the item is shown."""
        return not self.reasons


class Matcher:
    """A rule made ready to judge many items."""

    def __init__(self, rule: Rule) -> None:
        self.rule: Final = rule
        self._usual = _Side(rule)
        self._own = {source: _Side(own) for source, own in rule.per_source}

    def matches(self, item: Matchable) -> bool:
        """Tell whether an item is shown."""
        return self.matches_folded(item.source, folded_item(item.title, item.text))

    def matches_folded(self, source: int, folded: str) -> bool:
        """Tell whether an item is shown, quickly.

        Args:
            folded: as `folded_item` gives it.
        """
        return self._own.get(source, self._usual).matches(folded)

    def verdict(self, item: Matchable) -> Verdict:
        """Say whether an item is shown, and why."""
        return self.verdict_folded(item.source, folded_item(item.title, item.text))

    def verdict_folded(self, source: int, folded: str) -> Verdict:
        """Say whether an item is shown, and why.

        Args:
            folded: as `folded_item` gives it.
        """
        return self._own.get(source, self._usual).verdict(folded, exception=source in self._own)

    def places(self, text: str, *, source: int | None = None) -> tuple[tuple[int, int], ...]:
        """Return the stretches of a title or a text that the rule looks for, in order and apart.

        Args:
            text: as it is shown; the places count its characters.
            source: the source that it came from, whose own rule counts if it has one.
        """
        side = self._usual if source is None else self._own.get(source, self._usual)
        return places(text, side.wanted)

    def fts_query(self) -> str | None:
        """Return an FTS5 query that finds at least what the rule shows, None when it leaves out nothing."""
        return word_query(self.rule, FTS5)

    def tsquery(self) -> str | None:
        """Return the same as a `tsquery` of PostgreSQL."""
        return word_query(self.rule, TSQUERY)


@lru_cache(maxsize=256)
def compiled(rule: Rule) -> Matcher:
    """Make a rule ready to judge many items."""
    return Matcher(rule)


def places(text: str, patterns: Iterable[Pattern]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that any of the patterns finds, in order; those that touch are one."""
    words, stretches = words_of(text)
    hay = haystack(" ".join(words))
    present = [pattern for pattern in patterns if pattern.found_in(hay)]
    merged: list[tuple[int, int]] = []
    for first, past in sorted(found for pattern in present for found in pattern.places(words)):
        start, end = stretches[first][0], stretches[past - 1][1]
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


class _Side:
    """The terms of one rule, without its exceptions."""

    def __init__(self, rule: Rule) -> None:
        self._titles_only = rule.titles_only
        self._must = _Several(rule.must)
        self._any = _Several(rule.any)
        self._none = _Several(rule.none)
        self._everything = not (self._must or self._any or self._none)
        self.wanted: Final = (*self._must.patterns, *self._any.patterns)

    def matches(self, folded: str) -> bool:
        if self._everything:
            return True
        hay = self._hay(folded)
        return (
            self._must.all_in(hay)
            and (not self._any or self._any.some_in(hay))
            and not (self._none and self._none.some_in(hay))
        )

    def verdict(self, folded: str, *, exception: bool) -> Verdict:
        hay = self._hay(folded)
        must, some, forbidden = self._must.found_in(hay), self._any.found_in(hay), self._none.found_in(hay)
        missing = tuple(pattern.term for pattern in self._must.patterns if pattern.term not in must)
        against = {
            Reason.MISSING: bool(missing),
            Reason.NONE_OF_ANY: bool(self._any) and not some,
            Reason.FORBIDDEN: bool(forbidden),
        }
        return Verdict(
            found=tuple(dict.fromkeys((*must, *some))),
            missing=missing,
            forbidden=forbidden,
            reasons=tuple(reason for reason, holds in against.items() if holds),
            exception=exception,
        )

    def _hay(self, folded: str) -> str:
        return haystack(folded.partition(FIELD_END)[0] if self._titles_only else folded)


class _Several:
    """Terms that are looked for together; those that say nothing are left out."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.patterns: Final = tuple(pattern for term in terms if not (pattern := Pattern(term)).empty)
        self._plain = tuple(pattern.plain for pattern in self.patterns if pattern.plain)
        self._others = tuple(pattern for pattern in self.patterns if not pattern.plain)

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def all_in(self, hay: str) -> bool:
        for plain in self._plain:
            if plain not in hay:
                return False
        return all(pattern.found_in(hay) for pattern in self._others)

    def some_in(self, hay: str) -> bool:
        for plain in self._plain:
            if plain in hay:
                return True
        return any(pattern.found_in(hay) for pattern in self._others)

    def found_in(self, hay: str) -> tuple[Term, ...]:
        return tuple(pattern.term for pattern in self.patterns if pattern.found_in(hay))
