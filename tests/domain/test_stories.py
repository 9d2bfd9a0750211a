"""Items find the story that they tell, within some days, and the best of them comes first."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.stories import STORY_DAYS, Arrival, Grouper, StoryKey, Telling, best_first
from cmstation.domain.story_fingerprints import fingerprint
from cmstation.domain.web_addresses import canonical

START = datetime(2026, 10, 5, 7, tzinfo=UTC)
TITLE = "Port-Ervan. Les urgences de l’hôpital en grève illimitée"
LEAD = "Le personnel des urgences de Port-Ervan réclame six postes d’infirmiers et cesse le travail lundi."


def arrival(
    item: int,
    title: str = TITLE,
    lead: str = LEAD,
    *,
    link: str = "",
    source: int | None = None,
    hours: float = 0.0,
) -> Arrival:
    return Arrival(
        item=item,
        source=item if source is None else source,
        at=START + timedelta(hours=hours),
        mark=fingerprint(title, lead, canonical(link or f"https://paper-{item}.example/article-{item}")),
    )


def stories(*arrivals: Arrival) -> list[int]:
    grouper = Grouper()
    return [grouper.add(one) for one in arrivals]


def test_the_first_item_opens_a_story_that_bears_its_identity() -> None:
    assert stories(arrival(7)) == [7]


def test_the_same_article_from_two_sources_is_one_story_whatever_its_words() -> None:
    link = "https://paper.example/sante/article-12"
    alert = (
        "https://www.google.com/url?url=https%3A%2F%2Fwww.paper.example%2Fsante%2Farticle-12%3Futm_source%3Da"
    )

    assert stories(arrival(1, link=link), arrival(2, "Autre titre", "", link=alert, hours=30)) == [1, 1]


def test_a_home_page_proves_nothing() -> None:
    home = "https://paper.example/"

    assert stories(arrival(1, link=home), arrival(2, "Rougeole : six cas à Montclar", "", link=home)) == [
        1,
        2,
    ]


def test_a_programme_page_of_one_source_is_another_story_each_day() -> None:
    page = "https://radio.example/emissions/l-invite-de-8h20"
    lead = "Chaque matin, une personnalité répond aux questions de la rédaction et des auditeurs."
    days = [
        arrival(day + 1, "L’invité de 8h20", lead, link=page, source=1, hours=24 * day) for day in range(4)
    ]

    assert stories(*days) == [1, 2, 3, 4]


def test_a_column_with_an_address_each_day_is_another_story_each_day() -> None:
    lead = "Retrouvez les prévisions pour le littoral et les conseils du médecin de la rédaction."
    columns = [
        arrival(
            day + 1,
            "La météo du jour et ses conseils de santé",
            lead,
            link=f"https://paper.example/meteo/{1000 + day}",
            source=1,
            hours=24 * day,
        )
        for day in range(3)
    ]

    assert stories(*columns) == [1, 2, 3]


def test_an_article_published_twice_within_hours_is_one_story() -> None:
    first = arrival(1, link="https://paper.example/une/article-1", source=1)
    second = arrival(2, link="https://paper.example/sante/article-2", source=1, hours=3)

    assert stories(first, second) == [1, 1]


@pytest.mark.parametrize(
    "title",
    [
        "VIDÉO. Port-Ervan : les urgences de l’hôpital en grève illimitée",
        "Grève illimitée aux urgences de l’hôpital de Port-Ervan | Le Courrier",
        "EN DIRECT. URGENCES EN GRÈVE ILLIMITÉE À PORT-ERVAN",
        "À Port-Ervan, les urgences cessent le travail - Actu Littoral",
    ],
)
def test_a_changed_headline_over_the_same_lead_is_the_same_story(title: str) -> None:
    assert stories(arrival(1), arrival(2, title, hours=2)) == [1, 1]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (TITLE.replace("Port-Ervan", "Loqueran"), LEAD.replace("Port-Ervan", "Loqueran")),
        (TITLE.replace("Port-Ervan", "Port-Louis"), LEAD.replace("Port-Ervan", "Port-Louis")),
        ("Port-Ervan. Un échographe offert à l’hôpital", "Une association offre un échographe à Port-Ervan."),
        ("Port-Ervan. Marché de Noël samedi", ""),
    ],
)
def test_what_only_looks_alike_is_another_story(title: str, lead: str) -> None:
    assert stories(arrival(1), arrival(2, title, lead, hours=1)) == [1, 2]


@pytest.mark.parametrize("title", ["Grève à l’hôpital", "Santé", "La météo du jour", "", "???", "Édito"])
def test_short_titles_alone_prove_nothing(title: str) -> None:
    assert stories(arrival(1, title, ""), arrival(2, title, "", hours=1)) == [1, 2]


def test_a_story_ends_some_days_after_its_first_item() -> None:
    chain = [arrival(day + 1, hours=24 * day) for day in range(STORY_DAYS + 3)]

    keys = stories(*chain)

    assert keys[1] == 1
    assert 1 not in keys[STORY_DAYS + 1 :]


def test_stored_items_keep_their_story_and_are_found_again() -> None:
    grouper = Grouper()
    grouper.add(replace(arrival(1), story=StoryKey(40)))

    assert grouper.add(arrival(2, hours=1)) == 40


def test_what_is_forgotten_is_not_found_any_more() -> None:
    grouper = Grouper()
    grouper.add(arrival(1))
    grouper.add(arrival(2, "Rougeole : six cas à Montclar", "La crèche ferme.", hours=40))

    grouper.forget_before(START + timedelta(hours=30))

    assert len(grouper) == 1
    assert grouper.add(arrival(3, hours=41)) == 3
    assert grouper.add(arrival(4, "Six cas de rougeole à Montclar", "La crèche ferme.", hours=42)) == 2


def test_a_batch_is_taken_from_the_oldest_on() -> None:
    batch = [arrival(2, hours=2), arrival(1), arrival(3, hours=1)]

    assert Grouper().add_all(batch) == {1: 1, 2: 1, 3: 1}


@given(
    st.lists(
        st.tuples(
            st.sampled_from([TITLE, "Grève aux urgences de Loqueran", "", "Météo"]) | st.text(max_size=40),
            st.sampled_from([LEAD, ""]) | st.text(max_size=60),
            st.floats(-200, 200),
        ),
        max_size=12,
    )
)
def test_any_items_get_the_key_of_one_of_them(told: list[tuple[str, str, float]]) -> None:
    batch = [
        arrival(item, title, lead, hours=hours) for item, (title, lead, hours) in enumerate(told, start=1)
    ]

    keys = Grouper().add_all(batch)

    assert set(keys) == set(range(1, len(told) + 1))
    assert all(keys[key] == key for key in keys.values())


def test_the_same_stories_are_found_whatever_python_hashes_by() -> None:
    program = (
        "from tests.domain.stories import labelled; from cmstation.domain.stories import Grouper;"
        "print(sorted(Grouper().add_all(labelled.arrivals(labelled.read())).items()))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }

    assert len(printed) == 1


# --- the best first ---------------------------------------------------------------------------------------


def test_the_preferred_source_comes_first_then_originals_then_length_then_time() -> None:
    tellings = [
        Telling(item=1, source=10, at=START, letters=900, relayed=True),
        Telling(item=2, source=11, at=START + timedelta(hours=1), letters=100),
        Telling(item=3, source=12, at=START + timedelta(hours=5), letters=9_000),
        Telling(item=4, source=13, at=START + timedelta(hours=2), letters=3_000),
        Telling(item=5, source=14, at=START + timedelta(hours=9), letters=10),
    ]

    assert best_first(tellings, {14: 2, 10: -1}) == (5, 3, 4, 2, 1)


def test_of_texts_of_nearly_the_same_length_the_earliest_comes_first() -> None:
    late = Telling(item=1, source=10, at=START + timedelta(hours=5), letters=3_900)
    early = Telling(item=2, source=11, at=START, letters=2_100)

    assert best_first([late, early], {}) == (2, 1)


def test_the_order_does_not_depend_on_the_order_given() -> None:
    tellings = [Telling(item, source=item % 2, at=START, letters=500) for item in range(4)]

    assert {best_first(order, {0: 1}) for order in permutations(tellings)} == {(0, 2, 1, 3)}
