"""Alerts: told once, held back in quiet hours, kept across restarts."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.domain.watch_alerts import AlertKind, AlertRule
from cmstation.domain.watch_rule_terms import terms
from cmstation.domain.watch_rules import Rule
from tests.services.watch_bench import WatchBench, undone, watch_bench

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
TILLEULS = terms('"Clinique des Tilleuls"')
EACH = AlertRule(0, "La clinique", AlertKind.ANY, TILLEULS)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[WatchBench]:
    made = watch_bench(tmp_path / "clinic", NOW)
    yield made
    made.station.close()


def said(bench: WatchBench, title: str, name: str = "gazette", *, ago: timedelta = MINUTE) -> int:
    return bench.item(title, name=name, ago=ago).id


def test_rules_are_kept_changed_removed_and_brought_back(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    first = alerts.save(EACH).value
    second = alerts.save(AlertRule(0, " Autre ", AlertKind.ANY, terms("autre"))).value
    alerts.save(AlertRule(first.id, "Nous", AlertKind.OFTEN, TILLEULS, count=2, active=False))

    done = alerts.remove(second.id)
    assert [rule.id for rule in alerts.all()] == [first.id]
    undone(done)

    kept = bench.restart().watch_alerts.all()
    assert [(rule.id, rule.name, rule.kind, rule.active) for rule in kept] == [
        (first.id, "Nous", AlertKind.OFTEN, False),
        (second.id, "Autre", AlertKind.ANY, True),
    ]


def test_a_removed_rule_does_not_lend_its_number_to_the_next(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    first = alerts.save(EACH).value
    alerts.remove(first.id)

    assert alerts.save(EACH).value.id != first.id


def test_a_rule_that_is_gone_is_not_changed(bench: WatchBench) -> None:
    with pytest.raises(NotFound):
        bench.station.watch_alerts.save(AlertRule(9, "Nous", AlertKind.ANY, TILLEULS))


def test_a_mention_is_told_once_even_after_a_restart(bench: WatchBench) -> None:
    bench.station.watch_alerts.save(EACH)
    item = said(bench, "La Clinique des Tilleuls recrute")
    said(bench, "Une clinique et des tilleuls")

    (alert,) = bench.station.watch_alerts.look()

    assert [mention.item for mention in alert.mentions] == [item]
    assert alert.name == "La clinique"
    bench.pass_time(2 * HOUR)
    assert bench.restart().watch_alerts.look() == ()


def test_three_mentions_within_the_hour_are_told_and_two_are_not(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    alerts.save(AlertRule(0, "Souvent", AlertKind.OFTEN, TILLEULS, count=3, window=HOUR))
    said(bench, "La Clinique des Tilleuls recrute", "un", ago=40 * MINUTE)
    said(bench, "Le parking de la Clinique des Tilleuls", "deux", ago=20 * MINUTE)
    assert alerts.look() == ()

    said(bench, "Un incendie à la Clinique des Tilleuls", "trois")

    (alert,) = alerts.look()
    assert alert.count == 3


def test_a_negative_word_near_the_name_is_told_with_the_word(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    alerts.save(AlertRule(0, "Négatif", AlertKind.NEGATIVE_NEAR, TILLEULS, near=6))
    said(bench, "La Clinique des Tilleuls fête ses vingt ans", "un")
    assert alerts.look() == ()

    said(bench, "Plainte contre la Clinique des Tilleuls", "deux")

    (alert,) = alerts.look()
    assert alert.mentions[0].negative == ("plainte",)


def test_a_rule_may_listen_to_some_lists_only(bench: WatchBench) -> None:
    lists = bench.station.watch_lists
    heard = bench.source("un")
    made = lists.add("Presse", (), [heard.id]).value
    lists.set_rule(made.id, Rule(none=terms("météo")))
    bench.station.watch_alerts.save(
        AlertRule(0, "Presse", AlertKind.ANY, terms("tilleuls"), lists=frozenset({made.id}))
    )
    item = said(bench, "Les tilleuls en fleurs", "un")
    said(bench, "La météo des tilleuls", "un")
    said(bench, "Tilleuls, le retour", "deux")

    (alert,) = bench.station.watch_alerts.look()

    assert [mention.item for mention in alert.mentions] == [item]


def test_a_rule_without_words_tells_of_each_item_of_its_lists(bench: WatchBench) -> None:
    made = bench.station.watch_lists.add("Presse", (), [bench.source("un").id]).value
    bench.station.watch_alerts.save(AlertRule(0, "Presse", AlertKind.ANY, (), lists=frozenset({made.id})))
    item = said(bench, "Du nouveau", "un")
    said(bench, "Ailleurs", "deux")

    (alert,) = bench.station.watch_alerts.look()

    assert [mention.item for mention in alert.mentions] == [item]


def test_a_rule_that_sleeps_tells_nothing(bench: WatchBench) -> None:
    bench.station.watch_alerts.save(AlertRule(0, "Nous", AlertKind.ANY, TILLEULS, active=False))
    said(bench, "La Clinique des Tilleuls recrute")

    assert bench.station.watch_alerts.look() == ()


def test_what_is_noticed_in_quiet_hours_is_told_when_they_end(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    alerts.save(EACH)
    alerts.set_quiet([QuietHours(time(8), time(12), "Europe/Paris")])
    item = said(bench, "La Clinique des Tilleuls recrute")

    assert alerts.look() == ()
    assert alerts.held_until() == datetime(2026, 10, 13, 10, tzinfo=UTC)
    bench.pass_time(4 * HOUR)

    (alert,) = bench.restart().watch_alerts.look()
    assert [mention.item for mention in alert.mentions] == [item]
    assert bench.station.watch_alerts.held_until() is None


def test_quiet_hours_can_be_undone(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    night = QuietHours(time(20), time(7), "Europe/Paris")
    alerts.set_quiet([night])

    undone(alerts.set_quiet([]))

    assert bench.restart().watch_alerts.quiet() == (night,)


def test_what_is_old_is_no_news(bench: WatchBench) -> None:
    bench.station.watch_alerts.save(EACH)
    said(bench, "La Clinique des Tilleuls recrute", ago=timedelta(days=5))

    assert bench.station.watch_alerts.look() == ()
