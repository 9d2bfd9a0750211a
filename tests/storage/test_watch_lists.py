"""Lists keep their order, their sources and their rules, and match stored items anew in short pieces."""

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Retention, WatchList
from cmstation.storage import watch_matching
from cmstation.storage.database import Database
from tests.storage.station import NOW
from tests.storage.watch_arrivals import Watch, Words, new_item


@pytest.fixture
def watch(database: Database) -> Watch:
    return Watch(database)


class Interrupted(Exception):
    """The person closed the window."""


def test_a_list_comes_back_as_it_was_made(watch: Watch) -> None:
    first, second = watch.source(), watch.source()

    made = watch.lists.add(
        "Éthique",
        rule='{"must": ["éthique"]}',
        retention=Retention(30, None),
        folder=("Santé", "Fond"),
        sources=[second, first, second],
    )

    assert made == WatchList(
        made.id,
        "Éthique",
        0,
        '{"must": ["éthique"]}',
        Retention(30, None),
        (second, first),
        ("Santé", "Fond"),
    )
    assert watch.lists.get(made.id) == made
    assert watch.lists.all() == (made,)


def test_a_person_changes_a_list(watch: Watch) -> None:
    made = watch.lists.add("Éthique")

    changed = watch.lists.change(made.id, name="Bioéthique", folder=("A",), retention=Retention(None, 7))

    assert (changed.name, changed.folder, changed.retention) == ("Bioéthique", ("A",), Retention(None, 7))
    assert watch.lists.change(made.id) == changed


def test_lists_stand_in_the_persons_order(watch: Watch) -> None:
    first, second, third = (watch.lists.add(name).id for name in "ABC")

    watch.lists.reorder([third, first, 4_711, third])
    fourth = watch.lists.add("D").id

    assert [one.id for one in watch.lists.all()] == [third, first, second, fourth]


def test_the_lists_of_a_source_are_named(watch: Watch) -> None:
    source = watch.source()
    first, _other, third = (
        watch.lists.add(name, sources=[source] * wanted).id for name, wanted in (("A", 1), ("B", 0), ("C", 1))
    )

    assert watch.lists.of_source(source) == (first, third)


def test_sources_that_are_not_there_are_refused(watch: Watch) -> None:
    source = watch.source()
    list_ = watch.lists.add("Éthique", sources=[source]).id

    with pytest.raises(NotFound):
        watch.lists.set_sources(list_, [source, 4_711])
    with pytest.raises(NotFound):
        watch.lists.add("Autre", sources=[4_711])
    with pytest.raises(NotFound):
        watch.lists.get(4_711)

    assert watch.lists.get(list_).sources == (source,)
    assert [one.name for one in watch.lists.all()] == ["Éthique"]


def test_stored_items_join_a_list_that_gets_their_source(watch: Watch) -> None:
    first, second = watch.source(), watch.source()
    one, other = watch.store(new_item(first), new_item(second)).new
    list_ = watch.lists.add("Tout", sources=[first]).id
    assert watch.lists.unmatched() == (list_,)

    assert watch.lists.rematch(list_, None)
    assert watch.members(list_) == {one}
    watch.lists.set_sources(list_, [second])
    assert watch.lists.rematch(list_, None)

    assert watch.members(list_) == {other}
    assert watch.lists.unmatched() == ()


def test_another_order_of_the_sources_asks_for_no_matching(watch: Watch) -> None:
    first, second = watch.source(), watch.source()
    list_ = watch.lists.add("Tout", sources=[first, second]).id
    watch.lists.rematch(list_, None)

    changed = watch.lists.set_sources(list_, [second, first])

    assert changed.sources == (second, first)
    assert watch.lists.unmatched() == ()


def test_stored_items_follow_a_changed_rule(watch: Watch) -> None:
    source = watch.source()
    list_, other = (watch.lists.add(name, sources=[source]).id for name in ("Grippe", "Tout"))
    flu, cancer = watch.store(new_item(source, "La grippe"), new_item(source, "Le cancer")).new
    assert watch.members(list_) == {flu, cancer}
    told: list[tuple[int, int]] = []

    watch.lists.change(list_, rule="grippe")
    assert watch.lists.unmatched() == (list_, other)
    done = watch.lists.rematch(list_, Words("grippe"), lambda done, total: told.append((done, total)))

    assert done
    assert watch.members(list_) == {flu}
    assert watch.members(other) == {flu, cancer}
    assert told == [(cancer, cancer)]
    stories = watch.rows("SELECT story_id FROM watch_memberships WHERE list_id = :list", list=list_)
    assert stories == watch.rows("SELECT story_id FROM watch_items WHERE id = :id", id=flu)


def test_matching_goes_on_where_it_was_broken_off(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_matching, "MOST_ITEMS_AT_ONCE", 10)
    source = watch.source()
    list_ = watch.lists.add("Grippe", sources=[source]).id
    ids = watch.store(
        *(new_item(source, f"Titre {'grippe' if n % 2 else 'cancer'} {n}") for n in range(35))
    ).new
    watch.lists.change(list_, rule="grippe")
    asked: list[int] = []

    class Rule:
        def matches_folded(self, source: int, folded: str) -> bool:
            asked.append(source)
            return "grippe" in folded

    def stop(done: int, total: int) -> None:
        if done >= ids[19]:
            raise Interrupted

    with pytest.raises(Interrupted):
        watch.lists.rematch(list_, Rule(), stop)
    assert watch.lists.unmatched() == (list_,)
    assert len(asked) == 20
    watch.lists.rematch(list_, Rule())

    assert len(asked) == 35
    assert watch.members(list_) == set(ids[1::2])
    assert watch.lists.unmatched() == ()


def test_a_rule_that_changes_meanwhile_stops_the_matching(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_matching, "MOST_ITEMS_AT_ONCE", 10)
    source = watch.source()
    list_ = watch.lists.add("Grippe", sources=[source]).id
    watch.store(*(new_item(source, f"Titre {number}") for number in range(35)))
    watch.lists.change(list_, rule="grippe")

    def change(done: int, total: int) -> None:
        watch.lists.change(list_, rule=f"cancer {done} {total}")

    assert not watch.lists.rematch(list_, Words("grippe"), change)
    assert watch.lists.unmatched() == (list_,)
    assert watch.lists.rematch(list_, Words("titre"))
    assert len(watch.members(list_)) == 35


def test_a_list_removed_meanwhile_stops_the_matching(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_matching, "MOST_ITEMS_AT_ONCE", 10)
    source = watch.source()
    list_ = watch.lists.add("Grippe", sources=[source]).id
    watch.store(*(new_item(source, f"Titre {number}") for number in range(35)))

    def remove(_done: int, _total: int) -> None:
        watch.lists.remove(list_)

    assert not watch.lists.rematch(list_, None, remove)
    assert watch.members(list_) == set()


def test_an_item_cleared_away_while_it_was_matched_is_passed_over(watch: Watch) -> None:
    source = watch.source()
    list_ = watch.lists.add("Grippe", sources=[source]).id
    first, second = watch.store(new_item(source), new_item(source)).new
    watch.lists.change(list_, rule="tout")

    class Clearing:
        def matches_folded(self, source: int, folded: str) -> bool:
            watch.run("DELETE FROM watch_items WHERE id = :id", id=first)
            return True

    assert watch.lists.rematch(list_, Clearing())
    assert watch.members(list_) == {second}


def test_a_removed_list_leaves_its_items_to_the_others(watch: Watch) -> None:
    source = watch.source()
    first, second = (watch.lists.add(name, sources=[source]).id for name in "AB")
    item = watch.one(new_item(source))

    watch.lists.remove(first)
    watch.lists.remove(first)

    assert [one.id for one in watch.lists.all()] == [second]
    assert (watch.members(first), watch.members(second)) == (set(), {item})
    watch.assert_sound()


def test_a_source_that_is_removed_leaves_its_lists(watch: Watch) -> None:
    first, second = watch.source(), watch.source()
    list_ = watch.lists.add("Tout", sources=[first, second]).id

    watch.sources.remove(first, NOW)

    assert watch.lists.get(list_).sources == (second,)
