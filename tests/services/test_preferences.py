"""What the person set is kept, and a strange value never stops the program."""

import pytest

from cmstation.domain.networks import Json
from cmstation.services.preferences import Preferences
from cmstation.storage.settings import Settings
from tests.services.conftest import Bench


def test_what_was_set_is_there_after_a_restart(bench: Bench) -> None:
    preferences = bench.station.preferences
    preferences.set_clinic("  Clinique des Tilleuls ")
    preferences.set_zone("America/Toronto")
    preferences.set_countdown_seconds(20)
    preferences.set_always_last_look(True)
    preferences.set_grace_minutes(45)
    preferences.set_language("fr")

    again = bench.restart().preferences

    assert (again.clinic(), again.zone(), again.language()) == (
        "Clinique des Tilleuls",
        "America/Toronto",
        "fr",
    )
    assert (again.countdown_seconds(), again.always_last_look(), again.grace_minutes()) == (20, True, 45)


def test_a_new_folder_has_usual_values(bench: Bench) -> None:
    preferences = bench.station.preferences

    assert (preferences.clinic(), preferences.zone(), preferences.language()) == ("", "Europe/Paris", "")
    assert (preferences.countdown_seconds(), preferences.grace_minutes()) == (8, 30)
    assert not preferences.always_last_look()


@pytest.mark.parametrize(("wanted", "kept"), [(-5, 0), (0, 0), (60, 60), (3600, 60)])
def test_the_countdown_stays_within_a_minute(bench: Bench, wanted: int, kept: int) -> None:
    bench.station.preferences.set_countdown_seconds(wanted)

    assert bench.station.preferences.countdown_seconds() == kept


@pytest.mark.parametrize("value", ["soon", None, 2.5, True, {}])
def test_a_strange_stored_value_counts_as_the_usual_one(bench: Bench, value: Json) -> None:
    settings = Settings(bench.station.database)
    settings.set("countdown_seconds", value)
    settings.set("grace_minutes", value)

    preferences = Preferences(settings)

    assert (preferences.countdown_seconds(), preferences.grace_minutes()) == (8, 30)


def test_the_name_in_the_keyring_is_made_once_for_each_folder(bench: Bench) -> None:
    first = bench.station.preferences.scope()

    assert bench.restart().preferences.scope() == first
    assert len(first) == 16


def test_marks_on_links_are_off_until_somebody_asks_for_them(bench: Bench) -> None:
    assert not bench.station.preferences.marks_links()
    assert bench.station.preferences.own_sites() == ()


def test_marks_and_own_sites_are_there_after_a_restart(bench: Bench) -> None:
    bench.station.preferences.set_marks_links(True)
    bench.station.preferences.set_own_sites(
        ["https://www.Clinique.example/a", "clinique.example", "a b", "rdv.example"]
    )

    again = bench.restart().preferences

    assert again.marks_links()
    assert again.own_sites() == ("clinique.example", "rdv.example")


@pytest.mark.parametrize("value", ["soon", None, 1, 2.5, {}, ["soon"], [3]])
def test_strange_marks_and_sites_count_as_none(bench: Bench, value: Json) -> None:
    settings = Settings(bench.station.database)
    settings.set("campaign_marks", value)
    settings.set("own_sites", value)

    preferences = Preferences(settings)

    assert (preferences.marks_links(), preferences.own_sites()) == (False, ())
