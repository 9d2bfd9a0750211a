"""The plan goes into files and comes back: whole, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import WholeDay
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import PostState, Stage
from cmstation.domain.errors import ChangedElsewhere, FolderNotWritable
from cmstation.domain.ics import read as read_calendar
from cmstation.services.plan_preview import Refusal
from tests.domain.plan_samples import NASTY
from tests.services.conftest import Bench
from tests.services.plan_files_bench import Clinic, at, edited, refusals, table

TABLES = ["plan.csv", "plan.xlsx"]


@pytest.fixture
def clinic(bench: Bench) -> Clinic:
    return Clinic.on(bench)


@pytest.fixture
def other(new_bench: Callable[[], Bench]) -> Clinic:
    """Give another clinic, with the same accounts and labels."""
    return Clinic.on(new_bench())


# --- there and back ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_a_plan_that_was_not_touched_changes_nothing(clinic: Clinic, tmp_path: Path, name: str) -> None:
    post = clinic.post(
        theme=clinic.theme, campaign=clinic.campaign, tags=("sein", "dépistage"), link="https://x.example"
    )
    clinic.bench.station.drafts.set_version(post.id, clinic.page.id, text="Pour la page", title="T")
    clinic.post(" =1+1\r\nvide ")
    clinic.event("Réunion", at(5), "FREQ=WEEKLY;BYDAY=MO")
    clinic.event("Férié", WholeDay(date(2026, 10, 30)), kind=EventKind.QUIET)
    file = tmp_path / name

    count = clinic.export(file)
    preview = clinic.files.read(file)

    assert count == 4
    assert (preview.faults, preview.added, preview.changed, preview.refused, preview.same) == (
        (),
        (),
        (),
        (),
        4,
    )


@pytest.mark.parametrize("name", TABLES)
def test_a_plan_moves_to_another_clinic_without_loss(
    clinic: Clinic, other: Clinic, tmp_path: Path, name: str
) -> None:
    post = clinic.post(
        theme=clinic.theme,
        campaign=clinic.campaign,
        tags=("sein",),
        link="https://x.example",
        stage=Stage.IN_REVIEW,
    )
    clinic.bench.station.drafts.update(post.id, first_comment="D’abord", sources="HAS 2025")
    clinic.bench.station.drafts.set_version(post.id, clinic.page.id, text=NASTY[0], link="https://y.example")
    for number, nasty in enumerate(NASTY):
        clinic.post(f"x{nasty}", at(22, 9, number), text=nasty)
    clinic.event("Réunion", at(5), "FREQ=WEEKLY;BYDAY=MO")
    file = tmp_path / name
    clinic.export(file)

    done = other.files.take(other.files.read(file))

    theirs = [_told(one) for one in other.drafts().values()]
    assert sorted(map(str, theirs)) == sorted(map(str, map(_told, clinic.drafts().values())))
    (event,) = done.value.new_events
    (source,) = clinic.events.all()
    assert replace(event.content, modified=None) == source.content
    assert event.kind is EventKind.SHOOTING


def _told(draft: Any) -> tuple[object, ...]:
    return (
        *(draft.title, draft.text, draft.stage, draft.theme, draft.campaign, draft.tags, draft.link),
        *(draft.planned, draft.sources, draft.first_comment, draft.language, draft.versions),
    )


def test_a_calendar_file_holds_posts_as_moments_and_events_whole(clinic: Clinic, tmp_path: Path) -> None:
    clinic.post(theme=clinic.theme)
    clinic.event("Réunion", at(5), "FREQ=WEEKLY;BYDAY=MO")
    file = tmp_path / "plan.ics"

    count = clinic.export(file)

    meeting, post = sorted(read_calendar(file.read_bytes()), key=lambda one: one.title, reverse=True)
    assert count == 2
    assert (post.title, post.start, post.end) == ("Portes ouvertes", at(20), at(20))
    assert post.description == "Brouillon\nMastodon, Bluesky"
    assert post.categories == ("Prévention",)
    assert meeting.rules == ("FREQ=WEEKLY;BYDAY=MO",)


def test_a_calendar_file_holds_no_words_of_posts_unless_asked(clinic: Clinic, tmp_path: Path) -> None:
    clinic.post(text="Secret jusqu’à mardi")
    clinic.post("", text="Secret aussi")
    discreet, open_one = tmp_path / "a.ics", tmp_path / "b.ics"

    clinic.export(discreet)
    clinic.export(open_one, texts=True)

    assert b"Secret" not in discreet.read_bytes()
    assert [one.title for one in read_calendar(discreet.read_bytes())] == ["Portes ouvertes", "Publication"]
    assert b"Secret jusqu" in open_one.read_bytes()


def test_our_calendar_file_comes_back_with_nothing_new(clinic: Clinic, tmp_path: Path) -> None:
    clinic.post()
    event = clinic.event("Affiche", WholeDay(date(2026, 10, 7)), kind=EventKind.PRINT_DEADLINE)
    clinic.events.update(
        event.id,
        clinic.bench.clock.now(),
        expected=None,
        theme=clinic.theme,
        done_at=clinic.bench.clock.now(),
    )
    file = tmp_path / "plan.ics"
    clinic.export(file)

    preview = clinic.files.read(file)

    assert (preview.added, preview.changed, preview.refused, preview.same) == ((), (), (), 2)


def test_a_calendar_file_brings_kind_labels_and_done_to_another_clinic(
    clinic: Clinic, other: Clinic, tmp_path: Path
) -> None:
    event = clinic.event("Affiche", WholeDay(date(2026, 10, 7)), kind=EventKind.PRINT_DEADLINE)
    now = clinic.bench.clock.now()
    changed = clinic.events.update(event.id, now, expected=None, campaign=clinic.campaign, done_at=now)
    file = tmp_path / "plan.ics"
    clinic.export(file)

    (found,) = other.files.take(other.files.read(file)).value.new_events

    assert (found.kind, found.campaign, found.done_at) == (EventKind.PRINT_DEADLINE, other.campaign, now)
    assert found.content == changed.content


def test_a_newer_event_of_a_calendar_file_changes_ours_and_an_older_one_does_not(
    clinic: Clinic, tmp_path: Path
) -> None:
    clinic.event("Affiche")
    file = tmp_path / "plan.ics"
    clinic.export(file)
    newer = file.read_text(encoding="utf-8").replace("SUMMARY:Affiche", "SUMMARY:Panneau\r\nSEQUENCE:3")
    file.write_text(newer, encoding="utf-8", newline="")

    preview = clinic.files.read(file)
    done = clinic.files.take(preview)

    assert [(one.title, one.changed) for one in preview.changed] == [("Panneau", ("title",))]
    assert [one.content.title for one in clinic.events.all()] == ["Panneau"]
    assert done.undo is not None
    older = file.read_text(encoding="utf-8").replace("SEQUENCE:3", "SEQUENCE:2").replace("Panneau", "Vieux")
    file.write_text(older, encoding="utf-8", newline="")
    assert refusals(clinic.files.read(file)) == [(0, Refusal.OLDER)]


# --- what a person changes in a table ---------------------------------------------------------------------


def test_a_changed_row_changes_its_post_and_nothing_else(clinic: Clinic, tmp_path: Path) -> None:
    post, _ = clinic.post(), clinic.post("Autre", at(23))
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "Portes ouvertes", "Portes grandes ouvertes")
    edited(file, "2026-10-20", "21/10/2026")

    preview = clinic.files.read(file)
    done = clinic.files.take(preview)

    assert [(one.title, one.changed) for one in preview.changed] == [
        ("Portes grandes ouvertes", ("start", "title"))
    ]
    found = clinic.drafts()[post.id]
    assert (found.title, found.planned, found.versions) == ("Portes grandes ouvertes", at(21), post.versions)
    assert done.changes.posts == {post.id}
    assert done.changes.calendar


def test_undo_takes_all_of_an_import_back_in_one_step(clinic: Clinic, tmp_path: Path) -> None:
    clinic.post()
    clinic.event()
    before = clinic.everything()
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "Portes ouvertes", "Fermé")
    edited(file, ";Tournage;", ";Film;")
    edited(file, "Venez nombreux.", "Ne venez pas.")
    with file.open("a", encoding="utf-8") as more:
        more.write(";publication;2026-10-25;9h;;;;Neuf;Texte\r\n;tâche;2026-10-26;;;;;Bilan\r\n")
    done = clinic.files.take(clinic.files.read(file))
    assert clinic.everything() != before

    assert done.undo is not None
    done.undo()

    posts, events = clinic.everything()
    *_, there = posts.pop(2)
    assert (posts, events) == before
    assert not there


def test_undo_is_refused_once_somebody_wrote_on(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post()
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "Portes ouvertes", "Fermé")
    done = clinic.files.take(clinic.files.read(file))
    clinic.bench.station.drafts.update(post.id, text="Autre chose")
    before = clinic.everything()

    assert done.undo is not None
    with pytest.raises(ChangedElsewhere):
        done.undo()

    assert clinic.everything() == before


def test_new_rows_become_posts_and_events(clinic: Clinic, tmp_path: Path) -> None:
    file = table(
        tmp_path / "plan.csv",
        ";;13/10/2026;9h30;Atelier;Venez;Mastodon, bluesky;approuvé",
        ";tâche;14/10/2026;;Bilan;;;fait",
    )

    done = clinic.files.take(clinic.files.read(file))

    (post,), (event,) = done.value.new_posts, done.value.new_events
    assert (post.planned, post.state, post.accounts) == (
        at(13, 9, 30),
        PostState.APPROVED,
        (clinic.site.id, clinic.page.id),
    )
    assert (event.kind, event.content.start, event.done_at) == (
        EventKind.TASK,
        WholeDay(date(2026, 10, 14)),
        clinic.bench.clock.now(),
    )


def test_columns_that_are_not_there_leave_what_is(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post()
    clinic.export(tmp_path / "whole.csv")
    identity = (tmp_path / "whole.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(";")[0]
    file = table(tmp_path / "plan.csv", f"{identity};2026-10-22;10:00", head="id;date;heure\n")

    preview = clinic.files.read(file)
    clinic.files.take(preview)

    found = clinic.drafts()[post.id]
    assert (found.planned, found.title, found.text, found.accounts) == (
        at(22, 10),
        post.title,
        post.text,
        post.accounts,
    )
    assert [one.title for one in preview.changed] == ["Portes ouvertes"]


def test_a_series_moves_with_what_the_table_does_not_say(clinic: Clinic, tmp_path: Path) -> None:
    event = clinic.event("Réunion", at(5), "FREQ=WEEKLY;BYDAY=MO")
    content = replace(event.content, removed=(at(12),), kept=("CLASS:PRIVATE",))
    clinic.events.update(event.id, clinic.bench.clock.now(), expected=None, content=content)
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(
        file,
        "2026-10-05;09:00;Europe/Paris;2026-10-05;10:00",
        "2026-10-06;11:00;Europe/Paris;2026-10-06;12:00",
    )

    clinic.files.take(clinic.files.read(file))

    (found,) = clinic.events.all()
    assert (found.content.start, found.content.rules) == (at(6, 11), ("FREQ=WEEKLY;BYDAY=TU",))
    assert (found.content.removed, found.content.kept) == ((at(13, 11),), ("CLASS:PRIVATE",))


# --- writing ----------------------------------------------------------------------------------------------


def test_an_export_replaces_the_file_whole_or_leaves_it(clinic: Clinic, tmp_path: Path) -> None:
    clinic.post()
    file = tmp_path / "plan.csv"
    file.write_text("avant", encoding="utf-8")

    clinic.export(file)

    assert file.read_bytes().startswith(b"\xef\xbb\xbfidentifiant;")
    assert [one.name for one in tmp_path.iterdir() if one.suffix in {".csv", ".part"}] == ["plan.csv"]
    with pytest.raises(FolderNotWritable):
        clinic.export(tmp_path / "absent" / "plan.csv")


def test_deliveries_are_not_touched_by_other_changes(clinic: Clinic, tmp_path: Path) -> None:
    post = clinic.post()
    clinic.bench.station.outbox.plan(post.id, due=at(20))
    file = tmp_path / "plan.csv"
    clinic.export(file)
    edited(file, "Venez nombreux.", "Venez.")

    clinic.files.take(clinic.files.read(file))

    found = clinic.drafts()[post.id]
    assert found.text == "Venez."
    assert [(one.state, one.due) for one in found.deliveries] == [(DeliveryState.WAITING, at(20))] * 2
    assert clinic.bench.station.drafts.history(post.id)[0].text == "Venez nombreux."
