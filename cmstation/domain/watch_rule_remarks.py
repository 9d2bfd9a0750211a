"""What looks wrong in a rule: words that say nothing, or that fight each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from cmstation.domain.watch_rule_terms import OPEN, Term
from cmstation.domain.watch_rules import Rule


class RemarkKind(StrEnum):
    """What can look wrong.

    EMPTY: no letter or digit; the term is left out.
    ONE_LETTER: a single letter, or all words that begin with it.
    NEAR_ZERO: nothing stands within no word.
    TWICE: the list holds the same term again, however it is written.
    MUST_AND_NONE: wanted and forbidden; the rule shows nothing.
    MUST_FORBIDDEN: whoever says `term` says `other`, which is forbidden; the rule shows nothing.
    ANY_FORBIDDEN: the same for a term of `any`, which therefore never helps.
    ALL_ANY_FORBIDDEN: so it is for each term of `any`; the rule shows nothing.
    """

    EMPTY = "empty"
    ONE_LETTER = "one_letter"
    NEAR_ZERO = "near_zero"
    TWICE = "twice"
    MUST_AND_NONE = "must_and_none"
    MUST_FORBIDDEN = "must_forbidden"
    ANY_FORBIDDEN = "any_forbidden"
    ALL_ANY_FORBIDDEN = "all_any_forbidden"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that looks wrong.

    Args:
        term: the term it is about, None for the whole rule.
        other: the term it fights with.
        source: the source whose own rule it is about, None for the list's.
    """

    kind: RemarkKind
    term: Term | None = None
    other: Term | None = None
    source: int | None = None

    @property
    def fatal(self) -> bool:
        """Whether the rule can show nothing because of it."""
        return self.kind in _FATAL


_FATAL = frozenset({RemarkKind.MUST_AND_NONE, RemarkKind.MUST_FORBIDDEN, RemarkKind.ALL_ANY_FORBIDDEN})


def looks_wrong(rule: Rule) -> tuple[Remark, ...]:
    """Return what looks wrong in a rule and in its exceptions, in the order in which it is written."""
    own = (replace(remark, source=source) for source, one in rule.per_source for remark in _remarks(one))
    return (*_remarks(rule), *own)


def implies(said: Term, other: Term) -> bool:
    """Tell whether every text in which `said` is found also holds `other`."""
    theirs, ours = other.tokens(), said.tokens()
    if not theirs or not ours:
        return False
    if len(set(theirs)) == 1:
        return any(_covers(theirs[0], tokens) for tokens in ours)
    return set(theirs) <= set(ours) and said.within <= other.within


def _remarks(rule: Rule) -> Iterator[Remark]:
    for terms in (rule.must, rule.any, rule.none):
        yield from _of_list(terms)
    for term in rule.must:
        if other := _enemy(term, rule.none):
            same = term.tokens() == other.tokens() and term.within == other.within
            yield Remark(RemarkKind.MUST_AND_NONE if same else RemarkKind.MUST_FORBIDDEN, term, other)
    useless = [(term, other) for term in rule.any if (other := _enemy(term, rule.none))]
    for term, other in useless:
        yield Remark(RemarkKind.ANY_FORBIDDEN, term, other)
    if useless and len(useless) == sum(bool(term.tokens()) for term in rule.any):
        yield Remark(RemarkKind.ALL_ANY_FORBIDDEN)


def _of_list(terms: Iterable[Term]) -> Iterator[Remark]:
    seen: dict[object, Term] = {}
    for term in terms:
        tokens = term.tokens()
        if not tokens:
            yield Remark(RemarkKind.EMPTY, term)
            continue
        if any(len(part) == 1 and len(part[0].removesuffix(OPEN)) == 1 for part in tokens):
            yield Remark(RemarkKind.ONE_LETTER, term)
        if len(set(tokens)) > 1 and term.within == 0:
            yield Remark(RemarkKind.NEAR_ZERO, term)
        if other := seen.get(key := (tokens, term.within)):
            yield Remark(RemarkKind.TWICE, term, other)
        seen.setdefault(key, term)


def _enemy(term: Term, forbidden: Iterable[Term]) -> Term | None:
    return next((other for other in forbidden if implies(term, other)), None)


def _covers(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    """Tell whether a phrase stands within another one, its open words standing for the other's."""
    return any(
        all(_token_covers(token, narrow[start + place]) for place, token in enumerate(wide))
        for start in range(len(narrow) - len(wide) + 1)
    )


def _token_covers(wide: str, narrow: str) -> bool:
    return narrow.startswith(wide[:-1]) if wide[-1] == OPEN else narrow == wide
