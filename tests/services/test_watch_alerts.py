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
from cmstation.services.watch_alert_memory import MOST_LISTED
from cmstation.storage.watch_alerts import AlertTable
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


def said_title(bench: WatchBench, title: str, name: str) -> str:
    said(bench, title, name)
    return title


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
    bench.station.watch_alerts.told([alert])
    assert bench.station.watch_alerts.look() == ()
    bench.pass_time(2 * HOUR)
    assert bench.restart().watch_alerts.look() == ()


def test_who_is_killed_before_telling_tells_at_the_next_start(bench: WatchBench) -> None:
    bench.station.watch_alerts.save(EACH)
    item = said(bench, "La Clinique des Tilleuls recrute")
    (noticed,) = bench.station.watch_alerts.look()

    bench.pass_time(2 * HOUR)
    waiting = bench.restart().watch_alerts.waiting().alerts

    assert waiting == (noticed,) == bench.station.watch_alerts.look()
    assert [mention.item for mention in waiting[0].mentions] == [item]
    bench.station.watch_alerts.told(waiting)
    assert bench.restart().watch_alerts.waiting().alerts == ()


def test_what_comes_while_an_alert_is_told_is_told_as_well(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    alerts.save(EACH)
    said(bench, "La Clinique des Tilleuls recrute", "un")
    first = alerts.look()
    bench.pass_time(2 * HOUR)
    late = said(bench, "Incendie à la Clinique des Tilleuls", "deux")
    alerts.look()

    alerts.told(first)

    (second,) = alerts.waiting().alerts
    assert [mention.item for mention in second.mentions] == [late]


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


def test_what_came_at_different_hours_of_a_night_is_one_alert_and_one_line(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    alerts.save(EACH)
    alerts.set_quiet([QuietHours(time(8), time(14), "Europe/Paris")])
    first = said(bench, "La Clinique des Tilleuls recrute", "un")
    alerts.look()
    bench.pass_time(2 * HOUR)
    second = said(bench, "Incendie à la Clinique des Tilleuls", "deux")
    alerts.look()
    assert [one.told for one in alerts.history()] == [None, None]
    bench.pass_time(3 * HOUR)

    told = alerts.look()
    alerts.told(told)

    (line,) = alerts.history()
    assert [mention.item for mention in line.alert.mentions] == [first, second]
    assert (line.alert, line.told) == (told[0], bench.clock.now())


# The last Sunday of March and of October: at 3 it is 2 again, or at 2 it is 3.
@pytest.mark.parametrize(
    ("noticed", "hours", "ends"),
    [
        ((2026, 10, 13, 21), (time(20), time(7)), (2026, 10, 14, 5)),
        ((2026, 3, 28, 22), (time(20), time(7)), (2026, 3, 29, 5)),
        ((2026, 3, 29, 0), (time(20), time(2, 30)), (2026, 3, 29, 1, 30)),
        ((2026, 10, 24, 22), (time(20), time(7)), (2026, 10, 25, 6)),
        ((2026, 10, 25, 0, 10), (time(2), time(2, 30)), (2026, 10, 25, 1, 30)),
    ],
    ids=["over midnight", "spring", "an end that spring skips", "autumn", "an end that comes twice"],
)
def test_what_a_night_holds_back_is_told_at_its_end(
    tmp_path: Path, noticed: tuple[int, ...], hours: tuple[time, time], ends: tuple[int, ...]
) -> None:
    year, month, day, hour, minute = (*noticed, 0)[:5]
    bench = watch_bench(tmp_path / "night", datetime(year, month, day, hour, minute, tzinfo=UTC))
    year, month, day, hour, minute = (*ends, 0)[:5]
    end = datetime(year, month, day, hour, minute, tzinfo=UTC)
    alerts = bench.station.watch_alerts
    alerts.save(EACH)
    alerts.set_quiet([QuietHours(*hours, "Europe/Paris")])
    said(bench, "La Clinique des Tilleuls recrute")

    assert alerts.look() == ()
    assert alerts.held_until() == end
    bench.pass_time(end - bench.clock.now() - MINUTE)
    assert alerts.waiting().alerts == ()
    bench.pass_time(MINUTE)

    assert len(bench.restart().watch_alerts.waiting().alerts) == 1
    bench.station.close()


def test_the_last_alerts_name_their_stories_newest_first(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    alerts.save(EACH)
    said(bench, "La Clinique des Tilleuls recrute", "un", ago=3 * MINUTE)
    said(bench, "Incendie à la Clinique des Tilleuls", "deux", ago=2 * MINUTE)
    alerts.told(alerts.look())
    bench.pass_time(2 * HOUR)
    newest = bench.found(said_title(bench, "Portes ouvertes de la Clinique des Tilleuls", "trois"))
    alerts.told(alerts.look())

    last, before = bench.restart().watch_alerts.history()

    assert [(one.story, one.title) for one in last.stories] == [(newest.story, newest.title)]
    assert [one.title for one in before.stories] == [
        "Incendie à la Clinique des Tilleuls",
        "La Clinique des Tilleuls recrute",
    ]
    assert (before.alert.name, before.alert.count) == ("La clinique", 2)


def test_stories_that_were_cleared_away_leave_their_alert_listed(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    alerts.save(EACH)
    said(bench, "La Clinique des Tilleuls recrute")
    alerts.told(alerts.look())
    bench.pass_time(timedelta(days=200))
    bench.station.watch_reading.tidy()

    (line,) = alerts.history()

    assert (line.alert.count, line.stories) == (1, ())


def test_old_alerts_are_forgotten_but_the_last_ones_stay(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    alerts.save(EACH)
    for number in range(MOST_LISTED + 3):
        said(bench, f"Nouvelle {number} de la Clinique des Tilleuls", f"source{number}")
        alerts.told(alerts.look())
        bench.pass_time(timedelta(days=3))

    assert len(alerts.history(1_000)) == MOST_LISTED


def test_a_removed_rule_that_comes_back_does_not_repeat_itself(bench: WatchBench) -> None:
    alerts = bench.station.watch_alerts
    rule = alerts.save(EACH).value
    said(bench, "La Clinique des Tilleuls recrute")
    told = alerts.look()

    done = alerts.remove(rule.id)
    alerts.told(told)
    assert alerts.history() == ()
    undone(done)
    alerts.told(told)

    bench.pass_time(2 * HOUR)
    assert alerts.look() == ()
    assert len(alerts.history()) == 1


def test_a_rule_of_a_newer_program_is_left_as_it_is(bench: WatchBench) -> None:
    table = AlertTable(bench.station.database)
    table.add("Demain", {"kind": "mood"}, active=True)
    before = table.all()

    bench.station.watch_alerts.save(EACH)
    said(bench, "La Clinique des Tilleuls recrute")

    assert len(bench.station.watch_alerts.look()) == 1
    assert [rule.name for rule in bench.station.watch_alerts.all()] == ["La clinique"]
    assert table.all()[:1] == before


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
