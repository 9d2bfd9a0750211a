"""A rule shows what its words say, whatever the accents, and says why it hides the rest."""

import sqlite3
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cmstation.domain.watch_rule_terms import Term, terms
from cmstation.domain.watch_rule_words import folded_item
from cmstation.domain.watch_rules import Matcher, Reason, Rule, compiled
from tests.domain.watch_rule_samples import (
    Entry,
    a_term,
    entries,
    flat_rules,
    rules,
    slow_matches,
    some_terms,
    texts,
)


def shows(rule: Rule, entry: Entry) -> bool:
    """Judge in both ways, which must agree."""
    matcher = compiled(rule)
    quick = matcher.matches_folded(entry.source, folded_item(entry.title, entry.text))
    assert quick == matcher.matches(entry) == matcher.verdict(entry).matched
    return quick


def finds(typed: str, text: str) -> bool:
    """Tell whether what is typed in the field finds a text."""
    return shows(Rule(must=terms(typed)), Entry(text=text))


def decomposed(text: str) -> str:
    """Write each accent as a sign of its own."""
    return unicodedata.normalize("NFD", text)


def without_accents(text: str) -> str:
    """Write as people type in a hurry."""
    return text.replace("œ", "oe").replace("é", "e").replace("ô", "o")


def with_other_signs(text: str) -> str:
    """Write as typographers and web pages do."""
    return text.replace("'", "’").replace(" ", "\u00a0").replace("é", "é\u00ad")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("sante", "L’agence Santé-Publique"),
        ("hôpital", "la fermeture de l'hopital"),
        ("hopital", "jusqu’à l’HÔPITAL."),
        ("cœur", "un coeur artificiel"),
        ("coeur", "CŒUR : ce qui change"),
        ("Covid-19", "le COVID\u201119 revient"),
        ("covid 19", "Covid-19"),
        ("H1N1", "grippe A (H1N1)"),
        ("CHU", "Le CHU, à 8\u202fh"),
        ("centre hospitalier", "le Centre\u00a0hospitalier de Nîmes"),
        ("« mise en examen »", "sa mise en examen"),
        ("mis* en examen", "trois soignants mises en examen"),
        ("erreur* médicale*", "des erreurs médicales"),
        ("télémed*", "la télémédecine"),
        ("Doctolib", "avec Doctolib™"),
        ("télémédecine", "télé\u00admédecine"),
        ("cancer ~5 dépistage", "dépistage organisé du cancer"),
        ("cancer ~2 dépistage", "cancer : dépistage"),
        ('"centre hospitalier" ~3 grève', "grève au centre hospitalier"),
        ("Crohn", "Crohn's disease"),
    ],
)
def test_a_word_is_found_however_it_is_written(typed: str, text: str) -> None:
    assert finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("hôpital", "des hôpitaux"),
        ("médecin", "la médecine"),
        ("CHU", "la chute, un échu"),
        ("centre hospitalier", "un centre non hospitalier"),
        ("cancer ~2 dépistage", "cancer et son dépistage"),
        ("centre hospitalier", "hospitalier centre"),
        ("télémed*", "télé médecine"),
    ],
)
def test_other_words_are_not_found(typed: str, text: str) -> None:
    assert not finds(typed, text)


def test_an_empty_rule_shows_everything() -> None:
    assert shows(Rule(), Entry())


def test_terms_without_a_letter_are_left_out() -> None:
    assert shows(Rule(must=(Term(("!",)),), any=(Term(("*",)),), none=(Term(("–",)),)), Entry("Grève"))


def test_a_phrase_does_not_run_from_the_title_into_the_text() -> None:
    assert not shows(Rule(must=terms("centre hospitalier")), Entry("Un centre", "hospitalier"))
    assert not shows(Rule(must=terms("centre ~3 hospitalier")), Entry("Un centre", "hospitalier"))


def test_a_rule_of_titles_does_not_look_at_the_text() -> None:
    rule = Rule(any=terms("grève"), none=terms("fin"), titles_only=True)

    assert shows(rule, Entry("Grève aux urgences", "La fin est proche"))
    assert not shows(rule, Entry("Aux urgences", "la grève"))


def test_a_source_follows_its_own_rule() -> None:
    rule = Rule(any=terms("cancer"), per_source=((7, Rule()), (8, Rule(none=terms("sport")))))

    assert shows(rule, Entry("Sport", source=7))
    assert not shows(rule, Entry("Sport", source=8))
    assert not shows(rule, Entry("Sport", source=9))
    assert compiled(rule).verdict(Entry("Sport", source=8)).exception
    assert rule.of_source(9) is rule


def test_a_source_cannot_have_two_rules_nor_its_rule_exceptions() -> None:
    with pytest.raises(ValueError, match="one rule"):
        Rule(per_source=((1, Rule()), (1, Rule())))
    with pytest.raises(ValueError, match="no exceptions"):
        Rule(per_source=((1, Rule(per_source=((2, Rule()),))),))


def test_the_verdict_says_all_that_speaks_against_an_item() -> None:
    must, some, none = terms("clinique, Tilleuls"), terms("télé*, e-santé"), terms("emploi, sport")

    verdict = compiled(Rule(must, some, none)).verdict(Entry("La clinique", "Offres d’emploi"))

    assert verdict.reasons == (Reason.MISSING, Reason.NONE_OF_ANY, Reason.FORBIDDEN)
    assert verdict.found == terms("clinique")
    assert verdict.missing == terms("Tilleuls")
    assert verdict.forbidden == terms("emploi")


def test_the_verdict_says_what_was_found() -> None:
    rule = Rule(must=terms("clinique"), any=terms("télé*, e-santé, cœur"))

    verdict = compiled(rule).verdict(Entry("Clinique", "La e-santé du cœur"))

    assert verdict.matched
    assert verdict.found == terms("clinique, e-santé, cœur")


@given(rule=rules(), entry=entries())
def test_the_quick_way_agrees_with_the_slowest_one(rule: Rule, entry: Entry) -> None:
    assert shows(rule, entry) == slow_matches(rule, entry)


@given(rule=rules(), entry=entries(), more=a_term())
def test_what_is_forbidden_too_never_shows_more(rule: Rule, entry: Entry, more: Term) -> None:
    stricter = replace(rule, none=(*rule.none, more))

    assert shows(rule, entry) or not shows(stricter, entry) or bool(dict(rule.per_source).get(entry.source))


@given(rule=flat_rules(), entry=entries(), more=a_term())
def test_a_further_must_never_shows_more_and_a_further_any_never_less(
    rule: Rule, entry: Entry, more: Term
) -> None:
    assert shows(rule, entry) or not shows(replace(rule, must=(*rule.must, more)), entry)
    if rule.any:
        assert shows(replace(rule, any=(*rule.any, more)), entry) or not shows(rule, entry)
    else:
        assert shows(rule, entry) or not shows(replace(rule, any=(more,)), entry)


@pytest.mark.parametrize(
    "rewritten",
    [
        str.upper,
        str.lower,
        decomposed,
        without_accents,
        with_other_signs,
    ],
)
@given(rule=flat_rules(), entry=entries())
def test_accents_case_and_form_change_nothing(
    rewritten: Callable[[str], str], rule: Rule, entry: Entry
) -> None:
    def other(term: Term) -> Term:
        return Term(tuple(rewritten(part) for part in term.parts), term.within)

    same = Rule(
        tuple(map(other, rule.must)),
        tuple(map(other, rule.any)),
        tuple(map(other, rule.none)),
        rule.titles_only,
    )

    assert shows(rule, entry) == shows(
        rule, replace(entry, title=rewritten(entry.title), text=rewritten(entry.text))
    )
    assert shows(rule, entry) == shows(same, entry)


@given(wanted=some_terms(), text=texts())
@example(wanted=terms("cœur, coeur-hopital"), text="le C\u00adœ\u0301ur–hôpital\u0301")
def test_places_are_whole_words_in_order_and_say_what_was_found(wanted: tuple[Term, ...], text: str) -> None:
    matcher = Matcher(Rule(any=wanted))

    places = matcher.places(text)

    assert bool(places) == bool(matcher.verdict(Entry(text=text)).found)
    assert [place for pair in places for place in pair] == sorted(place for pair in places for place in pair)
    for start, end in places:
        assert start < end
        assert text[start].isalnum()
        assert not text[start - 1 : start].isalnum()
        assert not text[end : end + 1].isalnum()
        # What is lit is found alone too, or is a part of something near.
        assert matcher.verdict(Entry(text=text[start:end])).found or any(term.near for term in wanted)


def test_places_count_the_characters_of_the_original_text() -> None:
    text = "Œuvre\u00a0: l’E\u0301te\u0301, au CŒUR de la télé\u00admédecine (½ cœur)"

    places = Matcher(Rule(any=terms("été, cœur, télémed*, 2"))).places(text)

    assert [text[start:end] for start, end in places] == [
        "E\u0301te\u0301",
        "CŒUR",
        "télé\u00admédecine",
        "½",
        "cœur",
    ]


def test_only_what_is_near_is_lit() -> None:
    text = "Cancer. " + "mot " * 20 + "dépistage du cancer, cancer"

    places = Matcher(Rule(any=terms("cancer ~3 dépistage"))).places(text)

    assert [text[start:end] for start, end in places] == ["dépistage", "cancer", "cancer"]


def test_overlapping_places_become_one() -> None:
    text = "le centre hospitalier universitaire"

    places = Matcher(Rule(must=terms("centre hospitalier"), any=terms("hospitalier univ*"))).places(text)

    assert [text[start:end] for start, end in places] == ["centre hospitalier universitaire"]


def test_places_of_an_exception_are_those_of_its_words() -> None:
    matcher = Matcher(Rule(any=terms("cancer"), per_source=((7, Rule(any=terms("grève"))),)))

    assert matcher.places("cancer, grève") == ((0, 6),)
    assert matcher.places("cancer, grève", source=7) == ((8, 13),)


@given(rule=rules(), some=st.lists(entries(), min_size=1, max_size=6))
def test_the_index_finds_at_least_what_the_rule_shows(rule: Rule, some: list[Entry]) -> None:
    query = compiled(rule).fts_query()
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE found USING fts5(folded, tokenize='ascii', detail='none')")
    index.executemany(
        "INSERT INTO found (rowid, folded) VALUES (?, ?)",
        [(number, folded_item(entry.title, entry.text)) for number, entry in enumerate(some)],
    )

    rows = set(range(len(some)))
    if query is not None:
        rows = {row for (row,) in index.execute("SELECT rowid FROM found WHERE found MATCH ?", (query,))}
    index.close()

    assert {number for number, entry in enumerate(some) if shows(rule, entry)} <= rows


def test_the_query_names_the_words() -> None:
    rule = Rule(must=terms("cœur"), any=terms("télé*, e-santé"), none=terms("sport"))

    assert compiled(rule).fts_query() == '("coeur" AND ("tele"* OR ("e" AND "sante")))'
    assert compiled(rule).tsquery() == "('coeur' & ('tele':* | ('e' & 'sante')))"


def test_a_rule_that_only_forbids_cannot_narrow() -> None:
    assert compiled(Rule(none=terms("sport"))).fts_query() is None
    assert compiled(Rule(must=terms("cœur"), per_source=((1, Rule()),))).fts_query() is None


def test_three_hundred_names_are_one_query() -> None:
    rule = Rule(any=terms(", ".join(f"prénom{number} nom{number}" for number in range(300))))
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE found USING fts5(folded, tokenize='ascii', detail='none')")
    index.execute("INSERT INTO found VALUES ('nom299 prenom299')")

    rows = index.execute(
        "SELECT count(*) FROM found WHERE found MATCH ?", (compiled(rule).fts_query(),)
    ).fetchone()
    index.close()

    assert rows == (1,)
