"""What is typed in the field of a rule is read as a person means it, and written back so."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cmstation.domain.watch_rule_terms import USUAL_DISTANCE, Term, part_tokens, terms, terms_text

TYPED = st.text(st.sampled_from('aé*~5,;" «»”\n\t-’\u00a0'), max_size=30)


def term(*parts: str, within: int = 0) -> Term:
    """Make a term shortly."""
    return Term(parts, within)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("CHU, télémédecine", [term("CHU"), term("télémédecine")]),
        ("CHU\ntélémédecine; e-santé,", [term("CHU"), term("télémédecine"), term("e-santé")]),
        ("centre  hospitalier", [term("centre hospitalier")]),
        ('"centre hospitalier"', [term("centre hospitalier")]),
        ("«\u00a0Nîmes, Gard\u00a0»", [term("Nîmes, Gard")]),
        ("“erreur médicale", [term("erreur médicale")]),
        ("“sans fin\nCHU", [term("sans fin"), term("CHU")]),
        ("cancer ~5 dépistage", [term("cancer", "dépistage", within=5)]),
        ("cancer~5dépistage", [term("cancer", "5dépistage", within=USUAL_DISTANCE)]),
        ("cancer ~ dépistage", [term("cancer", "dépistage", within=USUAL_DISTANCE)]),
        ("a ~2 b ~9 c", [term("a", "b", "c", within=9)]),
        ('"centre hospitalier" ~3 grève*', [term("centre hospitalier", "grève*", within=3)]),
        ("~5, ~5 cancer, cancer ~5", [term("cancer")]),
        ("CHU, CHU", [term("CHU")]),
        (' , ;\n""', []),
        ("", []),
    ],
)
def test_a_field_is_read_as_it_is_meant(typed: str, read: list[Term]) -> None:
    assert terms(typed) == tuple(read)


def test_terms_are_written_as_they_are_typed() -> None:
    typed = 'CHU, "centre hospitalier", télémed*, "Nîmes, Gard" ~3 grève, l’hôpital'

    assert terms_text(terms(typed)) == typed


@given(typed=st.one_of(TYPED, st.text()))
@example(typed="«a ~5 b» ~0 c")
def test_what_is_written_is_read_back_the_same(typed: str) -> None:
    read = terms(typed)

    assert terms(terms_text(read)) == read


@pytest.mark.parametrize(
    ("part", "tokens"),
    [
        ("l'Hôpital", ("l", "hopital")),
        ("télémed*", ("telemed*",)),
        ("erreur* médicale*", ("erreur*", "medicale*")),
        ("télé*médecine", ("tele*", "medecine")),
        ("* CHU", ("chu",)),
        ("CHU *", ("chu",)),
        ("CHU!*", ("chu",)),
        ("c**", ("c*",)),
        ("…", ()),
    ],
)
def test_a_star_holds_to_the_word_before_it(part: str, tokens: tuple[str, ...]) -> None:
    assert part_tokens(part) == tokens
