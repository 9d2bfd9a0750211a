"""A rule is stored as it is, and a damaged one is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.errors import StationError
from cmstation.domain.watch_rule_json import RuleUnreadable, read_terms, rule_json, rule_of, written_terms
from cmstation.domain.watch_rule_terms import Term, terms
from cmstation.domain.watch_rules import Rule
from tests.domain.watch_rule_samples import rules, some_terms


@given(rule=rules())
def test_a_rule_is_read_back_the_same(rule: Rule) -> None:
    assert rule_of(rule_json(rule)) == rule


@given(found=some_terms())
def test_words_are_read_back_the_same(found: tuple[Term, ...]) -> None:
    assert read_terms(json.loads(json.dumps(written_terms(found)))) == found


def test_no_text_is_the_rule_that_shows_everything() -> None:
    assert rule_of("") == Rule() == rule_of(rule_json(Rule()))


def test_a_rule_is_written_for_people_too() -> None:
    rule = Rule(any=terms("cancer ~5 dépistage"), titles_only=True)

    assert rule_json(rule) == '{"any":[{"parts":["cancer","dépistage"],"within":5}],"titles_only":true}'


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "null",
        '{"all":[]}',
        '{"must":"CHU"}',
        '{"must":["CHU"]}',
        '{"must":[{"parts":[]}]}',
        '{"must":[{}]}',
        '{"must":[{"parts":[1]}]}',
        '{"must":[{"parts":["a"],"within":-1}]}',
        '{"must":[{"parts":["a"],"within":true}]}',
        '{"must":[{"parts":["a"],"within":1000}]}',
        '{"must":[{"parts":["a"],"what":1}]}',
        '{"titles_only":1}',
        '{"per_source":{"x":{}}}',
        '{"per_source":[]}',
        '{"per_source":{"1":{},"01":{}}}',
        '{"per_source":{"1":{"per_source":{"2":{}}}}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(RuleUnreadable) as caught:
        rule_of(text)

    assert isinstance(caught.value, StationError)
    assert len(caught.value.found) <= 80


@pytest.mark.parametrize("found", [None, {}, [1], [{"parts": "a"}]])
def test_what_is_no_list_of_words_is_refused(found: object) -> None:
    with pytest.raises(RuleUnreadable):
        read_terms(found)


@given(text=st.text())
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    try:
        assert isinstance(rule_of(text), Rule)
    except RuleUnreadable as refused:
        assert refused.found == text[:80]
