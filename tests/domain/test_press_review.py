"""Chapters, shares and counts of press reviews."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.press_review import (
    TONES,
    CopyCount,
    ReviewEntry,
    chapters,
    copied,
    declared,
    in_order,
    shares,
    sources,
    tones,
)
from cmstation.domain.press_review_words import FRENCH
from cmstation.domain.watch_alert_words import Tone
from tests.domain.review_samples import entry, review

NBSP, THIN = "\u00a0", "\u202f"


@st.composite
def some_entries(draw: st.DrawFn) -> list[ReviewEntry]:
    themes = st.sampled_from(("Éthique", "Télémédecine", "Clinique", ""))
    return [
        entry(number, theme=draw(themes), tone=draw(st.sampled_from(Tone)))
        for number in range(draw(st.integers(0, 40)))
    ]


def test_chapters_stand_as_the_officer_ordered_their_first_articles() -> None:
    entries = [
        entry(0, theme="b", position=3),
        entry(1, theme="a", position=1),
        entry(2, theme="b", position=0),
        entry(3, theme="", position=2),
    ]

    found = chapters(entries)

    assert [(one.theme, [entry.item for entry in one.entries]) for one in found] == [
        ("b", [3, 1]),
        ("a", [2]),
        ("", [4]),
    ]


def test_positions_are_counted_from_nought() -> None:
    ordered = in_order([entry(0, position=9), entry(1, position=4)])

    assert [(one.item, one.position) for one in ordered] == [(2, 0), (1, 1)]


@given(some_entries())
def test_shares_make_a_hundred_together_and_miss_no_article(entries: list[ReviewEntry]) -> None:
    whole = review(entries).entries

    found = shares(chapters(whole))

    assert sum(one.percent for one in found) == (100 if whole else 0)
    assert sum(one.articles for one in found) == len(whole)
    assert all(abs(one.percent - 100 * one.articles / len(whole)) < 1 for one in found)
    assert {tone: sum(one.tones[tone] for one in found) for tone in TONES} == tones(whole)


def test_sources_are_counted_the_most_frequent_first() -> None:
    entries = [entry(0, source="b"), entry(1, source="a"), entry(2, source="b"), entry(3, source="A")]

    assert sources(entries) == (("b", 2), ("A", 1), ("a", 1))


def test_nothing_is_copied_without_a_licence() -> None:
    wanted = review([entry(0, full_text=True), entry(1)])

    assert copied(wanted) == ()
    assert [one.item for one in copied(replace(wanted, licence=True))] == [1]


def test_a_declaration_counts_copies_and_reviews_by_source() -> None:
    copy, other = entry(0, source="Gazette", full_text=True), entry(1, source="Écho", full_text=True)
    plain = entry(2, source="Gazette")
    reviews = [
        review([copy, other, plain], licence=True),
        review([copy, replace(copy, item=9)], licence=True),
        review([copy]),
    ]

    assert declared(reviews) == (CopyCount("Gazette", 3, 2), CopyCount("Écho", 1, 1))


def test_periods_are_written_as_people_write_them() -> None:
    spans = [
        (date(2027, 3, 1), date(2027, 3, 7)),
        (date(2027, 3, 28), date(2027, 4, 1)),
        (date(2026, 12, 28), date(2027, 1, 3)),
        (date(2027, 8, 3), date(2027, 8, 3)),
    ]

    assert [FRENCH.period(*span).replace(NBSP, "_") for span in spans] == [
        "du 1er au 7_mars_2027",
        "du 28_mars au 1er_avril_2027",
        "du 28_décembre_2026 au 3_janvier_2027",
        "le 3_août_2027",
    ]


def test_the_summary_counts_in_the_singular_and_in_the_plural() -> None:
    many = dict(zip(TONES, (5, 1, 1_200), strict=True))
    one = dict(zip(TONES, (0, 1, 0), strict=True))

    assert FRENCH.summary(1_206, 4, many).replace(NBSP, "_") == (
        f"1{THIN}206_articles dans 4_thèmes_: 5_positifs, 1_neutre, 1{THIN}200_négatifs."
    )
    assert FRENCH.summary(1, 1, one).replace(NBSP, "_") == "1_article dans 1_thème_: 1_neutre."
    assert FRENCH.summary(0, 0, one) == "Aucun article n’a été retenu pour cette période."


def test_every_tone_has_a_shape_of_its_own() -> None:
    marked = [FRENCH.marked_tone(tone) for tone in TONES]

    assert len({told[0] for told in marked}) == len(Tone)
    assert all(told[0] in FRENCH.legend() for told in marked)
