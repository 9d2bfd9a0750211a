"""The difference between two texts loses nothing, reads word by word and cannot stall."""

import random
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.text_diff import MOST_CHANGES, Change, Run, difference, words_of

WORDS = st.lists(
    st.sampled_from(["la", "le", "patient", "soin,", "\n", " ", "  ", "\u202f!", "é"]), max_size=30
)
TEXTS = st.one_of(st.text(max_size=60), WORDS.map("".join), WORDS.map(" ".join))


def without(change: Change, runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs if run.change is not change)


@given(before=TEXTS, after=TEXTS)
def test_joining_the_runs_gives_both_texts_back(before: str, after: str) -> None:
    runs = difference(before, after)

    assert without(Change.ADDED, runs) == before
    assert without(Change.REMOVED, runs) == after


@given(before=TEXTS, after=TEXTS)
def test_no_run_is_empty_and_neighbours_differ(before: str, after: str) -> None:
    runs = difference(before, after)

    assert all(run.text for run in runs)
    assert all(one.change is not two.change for one, two in pairwise(runs))


@given(text=TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(text, text) == ((Run(Change.SAME, text),) if text else ())


@given(text=st.text())
def test_splitting_into_words_loses_nothing(text: str) -> None:
    assert "".join(words_of(text)) == text


def test_one_changed_word_is_one_removal_and_one_addition() -> None:
    runs = difference("Portes ouvertes samedi à 10 h.", "Portes ouvertes dimanche à 10 h.")

    assert runs == (
        Run(Change.SAME, "Portes ouvertes "),
        Run(Change.REMOVED, "samedi"),
        Run(Change.ADDED, "dimanche"),
        Run(Change.SAME, " à 10 h."),
    )


def test_white_space_alone_does_not_cut_a_new_passage_into_crumbs() -> None:
    runs = difference("un deux trois quatre", "cinq six sept huit")

    assert [run.change for run in runs] == [Change.REMOVED, Change.ADDED]


def test_an_added_paragraph_leaves_the_others_alone() -> None:
    runs = difference("Début.\n\nFin.", "Début.\n\nMilieu.\n\nFin.")

    assert [run.text for run in runs if run.change is Change.ADDED] == ["Milieu.\n\n"]
    assert not any(run.change is Change.REMOVED for run in runs)


def test_a_passage_with_too_many_changes_is_one_run() -> None:
    before = " ".join(f"a{place}" for place in range(MOST_CHANGES))
    after = " ".join(f"b{place}" for place in range(MOST_CHANGES))

    runs = difference(f"Début {before} fin", f"Début {after} fin")

    assert [run.change for run in runs] == [Change.SAME, Change.REMOVED, Change.ADDED, Change.SAME]


def seconds(words: int) -> float:
    """Return how long the worst case takes: few distinct words, in two random orders."""
    chance = random.Random(words)
    before, after = (" ".join(chance.choice("ab") for _ in range(words)) for _ in range(2))
    start = time.perf_counter()
    difference(before, after)
    return time.perf_counter() - start


def test_a_text_ten_times_as_long_takes_about_ten_times_as_long() -> None:
    seconds(500)
    short, long = min(seconds(8_000) for _ in range(3)), min(seconds(80_000) for _ in range(3))

    # The comparison itself is bounded, so that only splitting and joining grow: far below the square.
    assert long < 30 * max(short, 0.01)
