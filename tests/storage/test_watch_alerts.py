"""Alert rules in their table: never the same number twice, and a memory of their own."""

import pytest

from cmstation.domain.errors import NotFound
from cmstation.storage.database import Database
from cmstation.storage.watch_alerts import AlertTable, KeptAlert

CONTENT: dict[str, object] = {"kind": "any", "words": ["Œdème \ud800"]}


@pytest.fixture
def table(database: Database) -> AlertTable:
    return AlertTable(database)


def test_rules_are_listed_in_the_order_in_which_they_were_made(table: AlertTable) -> None:
    first = table.add("Nous", CONTENT, active=True)
    second = table.add("Autre", {}, active=False)

    found = table.all()

    assert [(one.id, one.name, one.active, one.state) for one in found] == [
        (first, "Nous", True, {}),
        (second, "Autre", False, {}),
    ]
    assert found[0].content["words"] == ["Œdème \ufffd"]


def test_a_change_leaves_the_memory_alone_and_tells_what_was_before(table: AlertTable) -> None:
    rule = table.add("Nous", {"near": 1}, active=True)
    table.change_state(rule, lambda _state: {"noticed": [1]})

    before = table.change(rule, "Eux", {"near": 2}, active=False)

    assert before == KeptAlert(rule, "Nous", True, {"near": 1}, {"noticed": [1]})
    assert table.all() == (KeptAlert(rule, "Eux", False, {"near": 2}, {"noticed": [1]}),)


def test_a_memory_is_changed_from_what_it_is_or_left(table: AlertTable) -> None:
    rule = table.add("Nous", {}, active=True)
    table.change_state(rule, lambda _state: {"noticed": [1]})
    table.change_state(rule, lambda state: {"noticed": [state["noticed"], 2]})
    table.change_state(rule, lambda _state: None)
    table.change_state(rule + 1, lambda _state: {"noticed": []})

    assert [one.state for one in table.all()] == [{"noticed": [[1], 2]}]


def test_a_removed_rule_comes_back_whole_and_lends_its_number_to_no_other(table: AlertTable) -> None:
    rule = table.add("Nous", CONTENT, active=True)
    table.change_state(rule, lambda _state: {"noticed": [1]})
    (kept,) = table.all()

    removed = table.remove(rule)
    assert table.remove(rule) is None
    later = table.add("Autre", {}, active=True)
    assert removed == kept
    table.bring_back(kept)
    table.bring_back(kept)

    assert [one.id for one in table.all()] == [rule, later]
    assert table.all()[0] == kept


def test_a_rule_that_is_gone_is_not_changed(table: AlertTable) -> None:
    with pytest.raises(NotFound):
        table.change(9, "Nous", {}, active=True)
