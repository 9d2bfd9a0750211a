"""What fights in a rule is said as facts, and nothing is said of a sound one."""

import pytest
from hypothesis import given

from cmstation.domain.watch_rule_remarks import Remark, RemarkKind, implies, looks_wrong
from cmstation.domain.watch_rule_terms import Term, terms
from cmstation.domain.watch_rules import Rule, compiled
from tests.domain.watch_rule_samples import Entry, a_term, entries, flat_rules


def kinds(rule: Rule) -> list[RemarkKind]:
    """Name what is said of a rule."""
    return [remark.kind for remark in looks_wrong(rule)]


def test_a_sound_rule_draws_no_remark() -> None:
    rule = Rule(
        terms("clinique"),
        terms("cancer ~5 dépistage, CHU"),
        terms("sport"),
        per_source=((1, Rule(terms("CHU"))),),
    )

    assert looks_wrong(rule) == ()


def test_wanted_and_forbidden_is_said_however_it_is_written() -> None:
    remarks = looks_wrong(Rule(must=terms("Hôpital"), none=terms("sport, hopital")))

    assert remarks == (Remark(RemarkKind.MUST_AND_NONE, terms("Hôpital")[0], terms("hopital")[0]),)
    assert remarks[0].fatal


@pytest.mark.parametrize(
    ("must", "none"),
    [
        ("cancer du sein", "cancer"),
        ("cancer du sein", "du sein"),
        ("cancer", "can*"),
        ("cance*", "can*"),
        ("erreurs médicales", "erreur* médicale*"),
        ("cancer ~5 sein", "sein"),
        ("cancer ~5 sein", "sein ~9 cancer"),
    ],
)
def test_what_is_forbidden_with_every_wanted_text_is_said(must: str, none: str) -> None:
    assert kinds(Rule(must=terms(must), none=terms(none))) == [RemarkKind.MUST_FORBIDDEN]


@pytest.mark.parametrize(
    ("must", "none"),
    [
        ("cancer", "cancer du sein"),
        ("can*", "cancer"),
        ("cancer ~9 sein", "sein ~5 cancer"),
        ("scanner", "can*"),
    ],
)
def test_what_is_forbidden_with_some_wanted_texts_is_fine(must: str, none: str) -> None:
    assert kinds(Rule(must=terms(must), none=terms(none))) == []


def test_a_choice_that_never_helps_is_said_and_is_fatal_when_there_is_no_other() -> None:
    some = Rule(any=terms("cancer du sein, CHU"), none=terms("cancer"))
    whole = Rule(any=terms("cancer du sein, !"), none=terms("cancer"))

    assert kinds(some) == [RemarkKind.ANY_FORBIDDEN]
    assert not looks_wrong(some)[0].fatal
    assert kinds(whole) == [RemarkKind.EMPTY, RemarkKind.ANY_FORBIDDEN, RemarkKind.ALL_ANY_FORBIDDEN]
    assert looks_wrong(whole)[-1] == Remark(RemarkKind.ALL_ANY_FORBIDDEN)
    assert looks_wrong(whole)[-1].fatal


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("!", RemarkKind.EMPTY),
        ("a", RemarkKind.ONE_LETTER),
        ("a*", RemarkKind.ONE_LETTER),
        ("cancer ~0 sein", RemarkKind.NEAR_ZERO),
        ("cancer ~5 b", RemarkKind.ONE_LETTER),
        ("CHU, chu", RemarkKind.TWICE),
    ],
)
def test_a_term_that_says_little_is_named(typed: str, kind: RemarkKind) -> None:
    assert kinds(Rule(none=terms(typed))) == [kind]


def test_a_remark_names_the_source_whose_rule_it_is_about() -> None:
    rule = Rule(per_source=((7, Rule(must=terms("a"))),))

    assert looks_wrong(rule) == (Remark(RemarkKind.ONE_LETTER, terms("a")[0], source=7),)


@given(said=a_term(), other=a_term(), entry=entries())
def test_what_implies_another_term_is_never_found_without_it(said: Term, other: Term, entry: Entry) -> None:
    if implies(said, other) and compiled(Rule(must=(said,))).matches(entry):
        assert compiled(Rule(must=(other,))).matches(entry)


@given(rule=flat_rules(), entry=entries())
def test_a_rule_said_to_show_nothing_shows_nothing(rule: Rule, entry: Entry) -> None:
    if any(remark.fatal for remark in looks_wrong(rule)):
        assert not compiled(rule).matches(entry)
