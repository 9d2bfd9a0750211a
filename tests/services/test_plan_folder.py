"""A calendar file is kept up to date in a folder, whole, discreet, and only when something changed."""

from datetime import timedelta
from pathlib import Path

import pytest

from cmstation.domain.calendar import CalendarItem
from cmstation.domain.errors import FolderNotWritable
from cmstation.domain.ics import read
from cmstation.domain.planned_time import PlannedTime, at_instant
from tests.services.conftest import START, Bench
from tests.services.plan_files_bench import ZONE, Clinic, at


@pytest.fixture
def clinic(bench: Bench) -> Clinic:
    return Clinic.on(bench)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "partage"
    made.mkdir()
    return made


def days(number: float) -> PlannedTime:
    """Return an hour some days from now."""
    return at_instant(START + timedelta(days=number), ZONE)


def test_nothing_is_written_until_a_folder_is_chosen(clinic: Clinic) -> None:
    assert not clinic.files.write_folder()
    assert clinic.files.folder_state().folder is None


def test_the_file_holds_sixty_days_behind_and_four_hundred_ahead(clinic: Clinic, folder: Path) -> None:
    for title, ahead in (("Trop loin", 401), ("Loin", 399), ("Demain", 1), ("Passé", -59), ("Oublié", -62)):
        clinic.post(title, days(ahead))
    clinic.files.keep_folder(folder)

    assert clinic.files.write_folder()

    state = clinic.files.folder_state()
    assert state.file == folder / "cmstation.ics"
    assert {one.title for one in read((folder / "cmstation.ics").read_bytes())} == {"Loin", "Demain", "Passé"}
    assert (state.written_at, state.trouble) == (START, "")


def test_a_subscriber_is_told_to_look_every_hour(clinic: Clinic, folder: Path) -> None:
    clinic.files.keep_folder(folder)
    clinic.files.write_folder()

    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT60M\r\n" in (folder / "cmstation.ics").read_bytes()


def test_the_file_is_written_only_when_the_plan_changed(clinic: Clinic, folder: Path) -> None:
    post = clinic.post()
    clinic.files.keep_folder(folder)
    clinic.files.write_folder()
    clinic.bench.pass_time(timedelta(hours=2))

    assert not clinic.files.write_folder()
    assert clinic.files.folder_state().written_at == START

    clinic.bench.station.drafts.update(post.id, title="Portes fermées")
    assert clinic.files.write_folder()
    assert clinic.files.folder_state().written_at == START + timedelta(hours=2)


def test_a_file_that_somebody_removed_or_spoilt_is_written_again(clinic: Clinic, folder: Path) -> None:
    clinic.files.keep_folder(folder)
    clinic.files.write_folder()
    whole = (folder / "cmstation.ics").read_bytes()

    (folder / "cmstation.ics").write_bytes(whole[: len(whole) // 2])
    assert clinic.files.write_folder()
    (folder / "cmstation.ics").unlink()
    assert clinic.files.write_folder()

    assert (folder / "cmstation.ics").read_bytes() == whole


def test_words_of_unpublished_posts_stay_inside_unless_asked(clinic: Clinic, folder: Path) -> None:
    clinic.post("", text="Secret sans titre")
    clinic.post("Annonce", text="Secret")
    clinic.files.keep_folder(folder)
    clinic.files.write_folder()

    found = {one.title: one.description for one in read((folder / "cmstation.ics").read_bytes())}
    assert found == {"Publication": "Brouillon\nMastodon, Bluesky", "Annonce": "Brouillon\nMastodon, Bluesky"}

    clinic.files.keep_folder(folder, texts=True)
    clinic.files.write_folder()
    assert (folder / "cmstation.ics").read_bytes().count(b"Secret") >= 2


def test_the_window_says_posts_in_its_own_words(clinic: Clinic, folder: Path) -> None:
    def english(item: CalendarItem) -> str:
        return f"{item.state} on {len(item.networks)} networks"

    clinic.post()
    clinic.files.speak(english)
    clinic.files.keep_folder(folder)
    clinic.files.write_folder()

    (post,) = read((folder / "cmstation.ics").read_bytes())
    assert post.description == "draft on 2 networks"


def test_a_share_that_is_not_connected_is_told_and_remembered(clinic: Clinic, folder: Path) -> None:
    clinic.files.keep_folder(folder)
    folder.rmdir()

    with pytest.raises(FolderNotWritable):
        clinic.files.write_folder()

    state = clinic.files.folder_state()
    assert (state.trouble, state.trouble_at, state.written_at) == ("folder_not_writable", START, None)
    assert not folder.exists()
    folder.mkdir()
    clinic.files.write_folder()
    assert clinic.files.folder_state().trouble == ""


def test_a_folder_is_remembered_over_a_restart_and_given_up(clinic: Clinic, folder: Path) -> None:
    clinic.files.keep_folder(folder, texts=True)
    clinic.bench.restart()
    files = Clinic.on(clinic.bench).files

    state = files.folder_state()
    files.keep_folder(None)

    assert (state.folder, state.texts) == (folder, True)
    assert not files.write_folder()
    assert files.folder_state().folder is None


def test_events_are_in_the_file_with_their_series(clinic: Clinic, folder: Path) -> None:
    event = clinic.event("Réunion", at(5), "FREQ=WEEKLY;BYDAY=MO")
    clinic.files.keep_folder(folder)
    clinic.files.write_folder()

    (found,) = read((folder / "cmstation.ics").read_bytes())
    assert (found.uid, found.rules, found.start) == (event.uid, ("FREQ=WEEKLY;BYDAY=MO",), at(5))
