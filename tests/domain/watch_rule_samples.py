"""Rules and texts for the tests of the watch, and the slowest way of judging them that can be right."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

from cmstation.domain.watch_rule_terms import Term
from cmstation.domain.watch_rules import Rule

# Few words, so that rules and texts meet; some begin like others.
WORDS = [
    "hôpital",
    "hopitaux",
    "CHU",
    "cœur",
    "coeur",
    "télé",
    "télémédecine",
    "santé",
    "l",
    "19",
    "Covid",
    "œ",
]
GAPS = [" ", "-", "’", "'", ", ", "\u00a0", "\u202f: ", " – ", "\n"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as the rules see it."""

    title: str = ""
    text: str = ""
    source: int = 1


def words() -> st.SearchStrategy[str]:
    """Make words as people write them."""
    return st.sampled_from(WORDS)


@st.composite
def texts(draw: st.DrawFn, most: int = 12) -> str:
    """Make a text of a few words with all kinds of gaps."""
    pieces = draw(st.lists(st.tuples(words(), st.sampled_from(GAPS)), max_size=most))
    return "".join(word + gap for word, gap in pieces)


@st.composite
def parts(draw: st.DrawFn) -> str:
    """Make a word or a phrase, some words of it beginnings."""
    said = draw(st.lists(st.tuples(words(), st.sampled_from(["", "", "*"])), min_size=1, max_size=3))
    return " ".join(word + star for word, star in said)


def a_term() -> st.SearchStrategy[Term]:
    """Make a term of any kind."""
    near = st.builds(
        Term, st.lists(parts(), min_size=2, max_size=3).map(tuple), st.integers(min_value=0, max_value=6)
    )
    return st.one_of(st.builds(Term, st.tuples(parts())), near)


def some_terms(most: int = 3) -> st.SearchStrategy[tuple[Term, ...]]:
    """Make the terms of one field."""
    return st.lists(a_term(), max_size=most).map(tuple)


def flat_rules() -> st.SearchStrategy[Rule]:
    """Make rules without exceptions."""
    return st.builds(Rule, some_terms(2), some_terms(), some_terms(2), st.booleans())


def rules() -> st.SearchStrategy[Rule]:
    """Make rules, some with exceptions."""
    own = st.dictionaries(st.integers(1, 3), flat_rules(), max_size=2).map(lambda one: tuple(one.items()))
    return st.builds(Rule, some_terms(2), some_terms(), some_terms(2), st.booleans(), own)


def entries() -> st.SearchStrategy[Entry]:
    """Make items of a few sources."""
    return st.builds(Entry, texts(5), texts(), st.integers(1, 4))


def plain_words(text: str) -> list[str]:
    """Split a text as the rules do, written for the few characters of these tests."""
    bare = unicodedata.normalize("NFD", text.lower().replace("œ", "oe"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return "".join(letter if letter.isalnum() else " " for letter in letters).split()


def slow_matches(rule: Rule, entry: Entry) -> bool:
    """Judge an item by trying everything."""
    rule = dict(rule.per_source).get(entry.source, rule)
    fields = [entry.title] if rule.titles_only else [entry.title, entry.text]
    said = [plain_words(field) for field in fields]
    return (
        all(slow_found(term, said) for term in rule.must)
        and (not rule.any or any(slow_found(term, said) for term in rule.any))
        and not any(slow_found(term, said) for term in rule.none)
    )


def slow_found(term: Term, fields: list[list[str]]) -> bool:
    """Look for a term in the words of each field."""
    return any(_near(term, choice) for field in fields for choice in product(*_all_places(term, field)))


def _all_places(term: Term, field: list[str]) -> Iterator[list[tuple[int, int]]]:
    for part in term.parts:
        wanted = [(plain_words(word)[0], word.endswith("*")) for word in part.split()]
        size = len(wanted)
        yield [
            (start, start + size)
            for start in range(len(field) - size + 1)
            if all(
                word.startswith(begin) if is_open else word == begin
                for word, (begin, is_open) in zip(field[start : start + size], wanted, strict=True)
            )
        ]


def _near(term: Term, choice: tuple[tuple[int, int], ...]) -> bool:
    last = max(start for start, _past in choice)
    distinct = len(set(term.tokens())) > 1
    return not distinct or all(last - past + 1 <= term.within for _start, past in choice)
