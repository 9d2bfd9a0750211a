"""What an import may not change, and files that are none: nothing of them is taken."""

from pathlib import Path

import pytest

from cmstation.domain.drafts import PostState
from cmstation.domain.errors import ChangedElsewhere, NotFound, PublishedIsImmutable
from cmstation.domain.plan_faults import (
    FileUnreadable,
    ImportRefused,
    KindOfFileUnknown,
    PlanFault,
    PlanUnreadable,
)
from cmstation.services.plan_files import LARGEST
from cmstation.services.plan_preview import Refusal
from tests.services.conftest import Bench
from tests.services.plan_files_bench import Clinic, at, edited, refusals, table


@pytest.fixture
def clinic(bench: Bench) -> Clinic:
    return Clinic.on(bench)


def test_a_published_post_is_never_changed_and_its_line_is_named(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post(accounts=(clinic.site.id,))
    clinic.post("Autre", at(23))
    file = tmp_path / "plan.csv"
    clinic.export(file)
    clinic.bench.station.outbox.plan(post.id)
    clinic.bench.station.outbox.deliver_due()
    assert clinic.drafts()[post.id].state is PostState.LIVE
    edited(file, "Portes ouvertes", "Fermé")
    edited(file, "Autre", "Un autre")
    before = clinic.everything()

    preview = clinic.files.read(file)

    assert refusals(preview) == [(2, Refusal.PUBLISHED)]
    with pytest.raises(ImportRefused):
        clinic.files.take(preview)
    assert clinic.everything() == before

    clinic.files.take(preview, without_refused=True)
    assert [one.title for one in clinic.drafts().values()] == ["Portes ouvertes", "Un autre"]


def test_a_post_that_leaves_after_the_look_stays_as_it_is(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post(accounts=(clinic.site.id,))
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, ";;;brouillon", ";Prévention;;brouillon")
    preview = clinic.files.read(file)
    clinic.bench.station.outbox.plan(post.id)
    clinic.bench.station.outbox.deliver_due()

    with pytest.raises(PublishedIsImmutable):
        clinic.files.take(preview)

    assert clinic.drafts()[post.id].theme is None


def test_the_hour_of_what_waits_in_the_outbox_moves_with_it_and_back(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post()
    clinic.bench.station.outbox.plan(post.id, due=at(20))
    before = clinic.everything()
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "2026-10-20;09:00", "2026-10-21;16:00")

    done = clinic.files.take(clinic.files.read(file))

    moved = clinic.drafts()[post.id]
    assert moved.planned == at(21, 16)
    assert {one.due for one in moved.deliveries} == {at(21, 16)}
    assert done.undo is not None
    done.undo()
    assert clinic.everything() == before


def test_what_waits_in_the_outbox_is_not_moved_into_the_past(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post()
    clinic.bench.station.outbox.plan(post.id, due=at(20))
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "2026-10-20;09:00", "2026-10-12;09:00")

    assert refusals(clinic.files.read(file)) == [(2, Refusal.HOUR_PASSED)]


def test_a_post_whose_accounts_leave_at_several_hours_keeps_them(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post()
    outbox = clinic.bench.station.outbox
    outbox.plan(post.id, due=at(20), accounts=(clinic.site.id,))
    outbox.plan(post.id, due=at(22), accounts=(clinic.page.id,))
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "2026-10-20;09:00", "2026-10-21;09:00")

    assert refusals(clinic.files.read(file)) == [(2, Refusal.IN_OUTBOX)]


def test_an_account_with_a_delivery_is_not_taken_off(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post()
    clinic.bench.station.outbox.plan(post.id, due=at(20))
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "Mastodon, Bluesky", "Bluesky")

    assert refusals(clinic.files.read(file)) == [(2, Refusal.ACCOUNT_IN_OUTBOX)]


@pytest.mark.parametrize("word", ["planifié", "en direct"])
def test_a_file_schedules_nothing(clinic: Clinic, tmp_path: Path, word: str) -> None:
    clinic.post()
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "brouillon", word)

    assert refusals(clinic.files.read(file)) == [(2, Refusal.STATE)]


def test_a_state_of_the_writing_stays_although_the_outbox_shows_another(
    clinic: Clinic, tmp_path: Path
) -> None:
    post = clinic.post()
    file = tmp_path / "plan.csv"
    clinic.export(file)
    clinic.bench.station.outbox.plan(post.id, due=at(20))
    assert clinic.drafts()[post.id].state is PostState.SCHEDULED

    assert clinic.files.read(file).same == 1


def test_what_is_in_the_bin_stays_there(clinic: Clinic, tmp_path: Path) -> None:
    post, event = clinic.post(), clinic.event()
    file = tmp_path / "plan.csv"
    clinic.export(file)
    clinic.bench.station.drafts.delete(post.id)
    clinic.events.delete(event.id, clinic.bench.clock.now())
    edited(file, "Portes ouvertes", "Fermé")

    assert refusals(clinic.files.read(file)) == [(2, Refusal.IN_BIN), (3, Refusal.IN_BIN)]


def test_a_post_cannot_become_an_event_nor_an_event_a_post(clinic: Clinic, tmp_path: Path) -> None:
    clinic.post(text="", accounts=())
    clinic.event()
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "brouillon", "")
    edited(file, ";fr", ";")
    edited(file, ";publication;", ";tâche;")
    edited(file, ";tournage;", ";publication;")
    edited(file, ";2026-10-21;15:00;", ";;;")

    preview = clinic.files.read(file)
    assert preview.faults == ()
    assert refusals(preview) == [(2, Refusal.KIND), (3, Refusal.KIND)]


def test_a_series_that_cannot_move_as_a_whole_is_refused(clinic: Clinic, tmp_path: Path) -> None:
    clinic.event("Staff", at(13), "FREQ=MONTHLY;BYDAY=2TU")
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "2026-10-13;09:00;Europe/Paris;2026-10-13", "2026-10-14;09:00;Europe/Paris;2026-10-14")

    assert refusals(clinic.files.read(file)) == [(2, Refusal.SERIES)]


def test_a_plan_that_changed_since_the_look_is_looked_at_again(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post()
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "Portes ouvertes", "Fermé")
    with file.open("a", encoding="utf-8") as more:
        more.write(";publication;2026-10-25;9h;;;;Neuf;Texte\r\n")
    preview = clinic.files.read(file)
    clinic.bench.station.drafts.update(post.id, text="Entre-temps")
    before = clinic.everything()

    with pytest.raises(ChangedElsewhere):
        clinic.files.take(preview)

    assert clinic.everything() == before


def test_a_bad_table_names_lines_and_columns_and_gives_nothing(clinic: Clinic, tmp_path: Path) -> None:
    file = table(
        tmp_path / "plan.csv",
        ";;13/10/2026;9h30;Bien;Venez;Mastodon;",
        ";;32/10/2026;9h30;Mal;Venez;Minitel;",
    )

    preview = clinic.files.read(file)

    assert [(one.line, one.column, one.fault) for one in preview.faults] == [
        (3, "comptes", PlanFault.ACCOUNT),
        (3, "date", PlanFault.DATE),
    ]
    assert not preview.batch
    with pytest.raises(PlanUnreadable):
        clinic.files.take(preview)


def test_a_bad_calendar_names_its_line(clinic: Clinic, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    file.write_bytes(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:demain\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    (fault,) = clinic.files.read(file).faults

    assert (fault.line, fault.fault, fault.problem) == (4, PlanFault.CALENDAR, "bad value")


@pytest.mark.parametrize("name", ["plan.csv", "plan.xlsx", "plan.ics"])
def test_a_huge_file_is_refused_before_it_is_read(clinic: Clinic, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with file.open("wb") as sparse:
        sparse.truncate(200_000_000)
    assert file.stat().st_size > LARGEST

    (fault,) = clinic.files.read(file).faults

    assert (fault.line, fault.fault) == (0, PlanFault.TOO_LARGE)


@pytest.mark.parametrize("name", ["plan.csv", "plan.xlsx", "plan.ics"])
def test_an_empty_file_is_no_plan(clinic: Clinic, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.touch()

    assert len(clinic.files.read(file).faults) == 1


def test_a_file_that_is_none_of_ours_is_told(clinic: Clinic, tmp_path: Path) -> None:
    with pytest.raises(KindOfFileUnknown):
        clinic.files.read(tmp_path / "plan.pdf")
    with pytest.raises(KindOfFileUnknown):
        clinic.export(tmp_path / "plan.tsv")
    with pytest.raises(NotFound):
        clinic.files.read(tmp_path / "plan.csv")
    (tmp_path / "dossier.csv").mkdir()
    with pytest.raises(FileUnreadable):
        clinic.files.read(tmp_path / "dossier.csv")


def test_letters_that_were_guessed_are_told(clinic: Clinic, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_bytes("titre;texte\nÉté;à\n".encode("cp1252"))

    assert clinic.files.read(file).letters == "cp1252"
