"""Say a rule to a full-text index, so that few stored items are left to judge."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cmstation.domain.watch_rule_terms import OPEN, Term

if TYPE_CHECKING:
    from cmstation.domain.watch_rules import Rule

# An index may keep the beginning of an endless word only.
LONGEST_WORD: Final = 100


@dataclass(frozen=True, slots=True)
class QueryForm:
    """How an index writes its queries."""

    word: str
    beginning: str
    every: str
    some: str


FTS5: Final = QueryForm(word='"{}"', beginning='"{}"*', every=" AND ", some=" OR ")
TSQUERY: Final = QueryForm(word="'{}'", beginning="'{}':*", every=" & ", some=" | ")


def word_query(rule: "Rule", form: QueryForm) -> str | None:
    """Return a query that finds at least what the rule shows, None when it could not leave out any.

    Indexes here know which words an item holds, not where: phrases and nearness ask for their words. What is
    forbidden is left to the matcher.
    """
    sides = [_side(one, form) for one in (rule, *(own for _source, own in rule.per_source))]
    return _joined(sides, form.some) if all(sides) else None


def _side(rule: "Rule", form: QueryForm) -> str:
    wanted = [_term(term, form) for term in rule.must]
    wanted.append(_joined((_term(term, form) for term in rule.any), form.some))
    return _joined(wanted, form.every)


def _term(term: Term, form: QueryForm) -> str:
    return _joined((_word(token, form) for tokens in term.tokens() for token in tokens), form.every)


def _word(token: str, form: QueryForm) -> str:
    word = token.removesuffix(OPEN)
    beginning = word != token or len(word) > LONGEST_WORD
    return (form.beginning if beginning else form.word).format(word[:LONGEST_WORD])


def _joined(expressions: Iterable[str], sign: str) -> str:
    several = list(dict.fromkeys(one for one in expressions if one))
    return several[0] if len(several) == 1 else f"({sign.join(several)})" if several else ""
