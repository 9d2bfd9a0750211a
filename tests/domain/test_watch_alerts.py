"""An alert comes when something new is said often, badly or at all, once, and not again at each refresh."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.watch_alert_words import ToneWords
from cmstation.domain.watch_alerts import (
    REACH,
    REST,
    Alert,
    AlertItem,
    AlertKind,
    AlertRule,
    alerts_in,
    reach,
)
from cmstation.domain.watch_rule_terms import terms
from cmstation.domain.watch_rule_words import folded_item

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NAME = terms("clinique des Tilleuls, Tilleuls")
OFTEN = AlertRule(1, "Souvent", AlertKind.OFTEN, NAME)
NEAR = AlertRule(2, "En mal", AlertKind.NEGATIVE_NEAR, NAME, near=5)
EACH = AlertRule(3, "Toujours", AlertKind.ANY, NAME)


def item(
    number: int, title: str = "La clinique des Tilleuls", *, ago: float = 5, source: int = 1, story: int = 0
) -> AlertItem:
    """Make an item that came out so many minutes ago, a story of its own by default."""
    moment = NOW - timedelta(minutes=ago)
    return AlertItem(number, story or number, source, moment, folded_item(title, ""), frozenset({4}))


def told(
    rule: AlertRule, items: Iterable[AlertItem], already: Iterable[Alert] = (), now: datetime = NOW
) -> tuple[int, ...]:
    """Return the items that a rule tells of."""
    return tuple(
        mention.item for alert in alerts_in([rule], items, now, already) for mention in alert.mentions
    )


def new(alert: Alert) -> tuple[int, ...]:
    """Return the items that were not told before."""
    return tuple(mention.item for mention in alert.mentions if mention.new)


def test_each_mention_is_told_oldest_first() -> None:
    items = [item(1, ago=5), item(2, ago=9), item(3, "Rien de tel")]

    (alert,) = alerts_in([EACH], items, NOW, ())

    assert [mention.item for mention in alert.mentions] == [2, 1]
    assert (alert.rule, alert.name, alert.kind, alert.at) == (3, "Toujours", AlertKind.ANY, NOW)
    assert alert.count == 2


def test_nothing_said_is_no_alert() -> None:
    assert alerts_in([OFTEN, NEAR, EACH], [item(1, "Rien de tel")], NOW, ()) == ()
    assert alerts_in([OFTEN, NEAR, EACH], [], NOW, ()) == ()


def test_an_inactive_rule_is_silent() -> None:
    assert told(replace(EACH, active=False), [item(1)]) == ()


def test_only_the_lists_of_the_rule_are_listened_to() -> None:
    assert told(replace(EACH, lists=frozenset({5})), [item(1)]) == ()
    assert told(replace(EACH, lists=frozenset({4, 5})), [item(1)]) == (1,)


def test_without_words_each_item_of_the_lists_counts_and_nothing_without_lists() -> None:
    assert told(replace(EACH, words=(), lists=frozenset({4})), [item(1, "Grève")]) == (1,)
    assert told(replace(EACH, words=terms("!"), lists=frozenset({4})), [item(1, "Grève")]) == (1,)
    assert told(replace(EACH, words=()), [item(1, "Grève")]) == ()


def test_three_times_in_an_hour_are_often_and_twice_are_not() -> None:
    assert told(OFTEN, [item(1, ago=50), item(2, ago=20)]) == ()
    assert told(OFTEN, [item(1, ago=50), item(2, ago=20), item(3, ago=1)]) == (1, 2, 3)


def test_the_hour_may_have_been_last_night() -> None:
    assert told(OFTEN, [item(1, ago=600), item(2, ago=590), item(3, ago=541), item(4, ago=5)]) == (1, 2, 3)


def test_three_times_in_two_hours_are_not_often() -> None:
    assert told(OFTEN, [item(1, ago=120), item(2, ago=59), item(3, ago=1)]) == ()


def test_exactly_an_hour_is_within_an_hour() -> None:
    assert told(OFTEN, [item(1, ago=60), item(2, ago=30), item(3, ago=0)]) == (1, 2, 3)


def test_a_story_counts_once_per_source() -> None:
    same = [item(1, story=9), item(2, story=9), item(3, story=9)]

    assert told(OFTEN, same) == ()
    assert told(OFTEN, [replace(one, source=one.item) for one in same]) == (1, 2, 3)


def test_what_is_old_is_no_news() -> None:
    assert told(EACH, [item(1, ago=REACH / MINUTE + 1)]) == ()
    assert told(EACH, [item(1, ago=REACH / MINUTE)]) == (1,)


def test_a_long_window_reaches_further() -> None:
    weekly = replace(OFTEN, window=timedelta(days=7))

    assert reach([weekly, EACH]) == timedelta(days=7)
    assert told(weekly, [item(1, ago=9_000), item(2, ago=5_000), item(3)]) == (1, 2, 3)


def test_a_date_in_the_future_counts_as_now() -> None:
    (alert,) = alerts_in([EACH], [item(1, ago=-9_999)], NOW, ())

    assert alert.mentions[0].moment == NOW


def test_the_same_items_are_not_told_again() -> None:
    items = [item(1, ago=50), item(2, ago=20), item(3, ago=1)]
    for rule in (OFTEN, EACH):
        before = alerts_in([rule], items, NOW, ())

        assert alerts_in([rule], items, NOW + 2 * REST, before) == ()


def test_an_update_of_a_story_by_the_same_source_is_not_told_again() -> None:
    before = alerts_in([EACH], [item(1, story=9)], NOW, ())
    later = NOW + 2 * REST

    assert told(EACH, [item(1, story=9), item(2, story=9)], before, later) == ()
    assert told(EACH, [item(2, story=9)], before, later) == ()
    assert told(EACH, [item(1, story=8), item(2, story=8)], before, later) == ()
    assert told(EACH, [item(2, story=9, source=2)], before, later) == (2,)


def test_what_comes_during_the_rest_is_told_after_it_at_once() -> None:
    before = alerts_in([EACH], [item(1)], NOW, ())
    items = [item(1), item(2, ago=-1), item(3, ago=-2)]

    assert told(EACH, items, before, NOW + REST - MINUTE) == ()
    assert told(EACH, items, before, NOW + REST) == (2, 3)


def test_the_rest_of_one_rule_silences_no_other() -> None:
    before = alerts_in([EACH], [item(1)], NOW, ())

    assert told(replace(EACH, id=8), [item(1)], before) == (1,)


def test_a_clock_set_back_does_not_silence_a_rule() -> None:
    before = alerts_in([EACH], [item(1)], NOW + timedelta(days=300), ()) or (
        Alert(3, "Toujours", AlertKind.ANY, NOW + timedelta(days=300), ()),
    )

    assert told(EACH, [item(2)], before) == (2,)


def test_a_wave_that_goes_on_is_told_with_what_was_known() -> None:
    day = replace(OFTEN, window=timedelta(days=1))
    items = [item(1, ago=50), item(2, ago=20), item(3, ago=1)]
    before = alerts_in([day], items, NOW, ())

    (after,) = alerts_in([day], [*items, item(4, ago=-30)], NOW + REST, before)

    assert after.count == 4
    assert new(after) == (4,)


@pytest.mark.parametrize(
    "title",
    [
        "Plainte contre la clinique des Tilleuls",
        "Tilleuls : la maternité menacée de fermeture",
        "Clinique des Tilleuls, une erreur médicale",
    ],
)
def test_a_negative_word_near_is_told_with_the_word(title: str) -> None:
    (alert,) = alerts_in([NEAR], [item(1, title)], NOW, ())

    assert alert.mentions[0].negative


@pytest.mark.parametrize(
    "title",
    [
        "La clinique des Tilleuls ouvre ses portes",
        "Plainte classée ; par ailleurs, et cela n’a rien à voir, les Tilleuls recrutent",
        "Aucune plainte contre la clinique des Tilleuls",
        "Plainte contre la mairie",
    ],
)
def test_a_negative_word_far_away_or_cancelled_is_not(title: str) -> None:
    assert told(NEAR, [item(1, title)]) == ()


@pytest.mark.parametrize(
    "title", ["Tilleuls un deux trois quatre grève", "Grève un deux trois quatre Tilleuls"]
)
def test_five_words_away_is_near_and_six_are_not(title: str) -> None:
    assert told(NEAR, [item(1, title)]) == (1,)
    assert told(NEAR, [item(1, title.replace("deux", "deux et"))]) == ()


def test_the_name_itself_is_not_bad_news() -> None:
    rule = replace(NEAR, words=terms("Centre des Victimes"))

    assert told(rule, [item(1, "Le Centre des Victimes fête dix ans")]) == ()
    assert told(rule, [item(1, "Grève au Centre des Victimes")]) == (1,)


def test_a_title_is_not_near_the_text() -> None:
    apart = replace(item(1), folded=folded_item("Les Tilleuls", "Plainte en ville"))

    assert told(NEAR, [apart]) == ()


def test_the_negative_words_can_be_given() -> None:
    (alert,) = alerts_in([NEAR], [item(1, "Tilleuls : des frelons")], NOW, (), ToneWords(["frelon*"], []))

    assert alert.mentions[0].negative == ("frelons",)


def test_a_negative_word_anywhere_in_a_list_is_heard_without_words() -> None:
    assert told(replace(NEAR, words=(), lists=frozenset({4})), [item(1, "Grève")]) == (1,)


@given(
    minutes=st.lists(st.tuples(st.integers(0, 200), st.integers(1, 4), st.integers(1, 3)), max_size=12),
    count=st.integers(1, 4),
)
def test_often_is_what_the_slowest_way_finds(minutes: list[tuple[int, int, int]], count: int) -> None:
    items = [
        item(number, ago=ago, story=story, source=source)
        for number, (ago, story, source) in enumerate(minutes, start=1)
    ]
    enough: set[int] = set()
    for first in items:
        inside = [one for one in items if first.moment <= one.moment <= first.moment + timedelta(hours=1)]
        if len({(one.story, one.source) for one in inside}) >= count:
            enough |= {one.item for one in inside}

    assert set(told(replace(OFTEN, count=count), items)) == enough


@given(
    steps=st.lists(
        st.tuples(st.integers(0, 90), st.integers(0, 3), st.integers(1, 3)), min_size=1, max_size=12
    ),
    kind=st.sampled_from([AlertKind.OFTEN, AlertKind.ANY]),
)
def test_over_a_day_no_item_is_new_twice_and_the_rest_is_kept(
    steps: list[tuple[int, int, int]], kind: AlertKind
) -> None:
    rule = replace(OFTEN, kind=kind, count=2)
    now, items = NOW, list[AlertItem]()
    already: list[Alert] = []
    for wait, coming, source in steps:
        now += timedelta(minutes=wait)
        ago = (NOW - now) / MINUTE
        items += [item(len(items) + number, ago=ago, source=source) for number in range(1, coming + 1)]
        already += alerts_in([rule], items, now, already)

    told_new = [number for alert in already for number in new(alert)]
    assert len(told_new) == len(set(told_new))
    assert all(new(alert) for alert in already)
    assert all(later.at - earlier.at >= REST for earlier, later in pairwise(already))
