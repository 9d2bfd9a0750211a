"""Variables in templates are found, filled, and never make the program stall."""

import time

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.templates import filled, variables_in

NAMES = st.text("abcdeé -_0", min_size=1, max_size=20).filter(lambda name: name == name.strip() != "")
PLAIN = st.text().filter(lambda text: "{" not in text and "}" not in text)


def test_variables_are_listed_once_in_their_order() -> None:
    found = variables_in("Le {{date}} à {{ clinique }}", "{{date}} : {{médecin}}")

    assert found == ("date", "clinique", "médecin")


def test_blanks_within_the_braces_do_not_matter() -> None:
    assert filled("Le {{  date }}.", {"date": "15 mai"}) == "Le 15 mai."


def test_a_variable_without_a_value_stays() -> None:
    assert filled("{{date}}, {{lieu}}", {"date": "jeudi", "lieu": ""}) == "jeudi, {{lieu}}"


def test_what_is_no_variable_stays() -> None:
    text = "{date} {{}} {{ }} {{a\nb}} {{{nom}} }}"

    assert filled(text, {"": "x", "date": "x", "a\nb": "x"}) == text


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert filled("{{a}}", {"a": "{{b}}", "b": "x"}) == "{{b}}"


@given(name=NAMES, before=PLAIN, after=PLAIN, value=PLAIN.filter(bool))
def test_every_variable_that_is_found_can_be_filled(name: str, before: str, after: str, value: str) -> None:
    text = f"{before}{{{{{name}}}}}{after}"

    assert variables_in(text) == (name,)
    assert filled(text, {name: value}) == f"{before}{value}{after}"


def test_a_hostile_paste_is_looked_through_at_once() -> None:
    paste = "{{" + " " * 200_000 + "{{ " * 50_000

    start = time.perf_counter()
    found = variables_in(paste)

    assert found == ()
    assert time.perf_counter() - start < 1
