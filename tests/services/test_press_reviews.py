"""What a person does with press reviews: choose, go over, keep, write, declare."""

from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from cmstation.domain.changes import Changes
from cmstation.domain.errors import FolderNotWritable, NotFound
from cmstation.domain.media_errors import PictureError
from cmstation.domain.press_review import CopyCount, PressReview
from cmstation.domain.watch import DecisionKind
from cmstation.domain.watch_alert_words import Tone
from cmstation.services.press_reviews import LOGO_SIDE, PressReviews
from cmstation.storage.watch_marks import WatchMarks
from tests.desktop.review_pages import needs_pdftotext, pages_of
from tests.services.conftest import START, Bench
from tests.storage.watch_shelf import Shelf

TODAY = date(2026, 10, 13)
WATCH = Changes(watch=True)


@pytest.fixture
def reviews(bench: Bench) -> PressReviews:
    bench.station.preferences.set_clinic("Clinique des Tilleuls")
    return bench.station.press_reviews


@pytest.fixture
def shelf(bench: Bench) -> Shelf:
    return Shelf(bench.station.database)


@pytest.fixture
def marks(bench: Bench) -> WatchMarks:
    return WatchMarks(bench.station.database)


@pytest.fixture
def chosen(shelf: Shelf, marks: WatchMarks) -> tuple[int, int]:
    """Keep two articles for the review: one of a list, one of none."""
    gazette, radio = shelf.source("La Gazette"), shelf.source("Radio Val-de-Brume")
    first = shelf.item(
        gazette,
        "Un scandale à l’hôpital",
        "Une plainte est déposée.",
        at=START - timedelta(hours=3),
        lists=[shelf.list("Clinique")],
    )
    second = shelf.item(radio, "Le jardin des soignants", "Un texte entier.", at=START - timedelta(hours=9))
    for item in (first, second):
        marks.decide(item, DecisionKind.REVIEW, START, "")
    marks.note(first, "Une plainte, sans suite à ce jour.")
    return first, second


def copying(review: PressReview) -> PressReview:
    return replace(review, entries=tuple(replace(entry, full_text=True) for entry in review.entries))


# --- drafts ---


def test_a_draft_takes_theme_source_note_and_tone_from_what_was_kept(
    reviews: PressReviews, chosen: tuple[int, int]
) -> None:
    draft = reviews.draft(TODAY, TODAY)

    first, second = draft.entries
    assert (draft.id, draft.created_at, draft.licence) == (0, START, False)
    assert (first.item, first.theme, first.source, first.position) == (chosen[0], "Clinique", "La Gazette", 0)
    assert (first.summary, first.tone) == ("Une plainte, sans suite à ce jour.", Tone.NEGATIVE)
    assert (second.item, second.theme, second.summary, second.position) == (chosen[1], "", "", 1)
    assert [item.id for item in reviews.chosen(TODAY, TODAY)] == list(chosen)
    assert reviews.all() == ()


def test_days_begin_and_end_in_the_clinics_zone(
    bench: Bench, reviews: PressReviews, shelf: Shelf, marks: WatchMarks
) -> None:
    item = shelf.item(shelf.source())
    marks.decide(item, DecisionKind.REVIEW, START.replace(hour=22, minute=30), "")

    in_paris = [reviews.chosen(TODAY + timedelta(days=days), TODAY + timedelta(days=days)) for days in (0, 1)]
    bench.station.preferences.set_zone("America/Montreal")
    in_montreal = reviews.chosen(TODAY, TODAY)

    assert [len(found) for found in in_paris] == [0, 1]
    assert len(in_montreal) == 1


# --- the history ---


def test_a_new_review_is_kept_and_undone(reviews: PressReviews, chosen: tuple[int, int]) -> None:
    done = reviews.save(reviews.draft(TODAY, TODAY))

    assert done.changes == WATCH
    assert reviews.get(done.value.id) == done.value
    assert done.undo is not None
    assert done.undo() == WATCH
    assert reviews.all() == ()


def test_a_changed_review_is_undone_to_what_it_was(reviews: PressReviews, chosen: tuple[int, int]) -> None:
    kept = reviews.save(reviews.draft(TODAY, TODAY)).value

    done = reviews.save(replace(kept, title="Nouveau", entries=kept.entries[:1]))
    after = reviews.get(kept.id)
    assert done.undo is not None
    done.undo()

    assert (after.title, len(after.entries)) == ("Nouveau", 1)
    assert reviews.get(kept.id) == kept


def test_entries_are_kept_in_the_officers_order(reviews: PressReviews, chosen: tuple[int, int]) -> None:
    draft = reviews.draft(TODAY, TODAY)
    turned = tuple(replace(entry, position=9 - entry.position) for entry in draft.entries)

    kept = reviews.save(replace(draft, entries=turned)).value

    assert [(entry.item, entry.position) for entry in kept.entries] == [(chosen[1], 0), (chosen[0], 1)]


def test_a_removed_review_comes_back(reviews: PressReviews, chosen: tuple[int, int]) -> None:
    kept = reviews.save(reviews.draft(TODAY, TODAY)).value

    done = reviews.remove(kept.id)
    gone = reviews.all()
    assert done.undo is not None
    done.undo()

    assert gone == ()
    assert reviews.get(kept.id) == kept


# --- the licence ---


def test_a_licence_is_ticked_named_and_undone(reviews: PressReviews) -> None:
    reviews.set_licence(True, " CFC 12 ")

    done = reviews.set_licence(False)
    now = reviews.licence(), reviews.licence_name()
    assert done.undo is not None
    done.undo()

    assert now == (False, "CFC 12")
    assert (reviews.licence(), reviews.licence_name()) == (True, "CFC 12")


def test_full_texts_are_there_only_while_the_licence_is_ticked(
    reviews: PressReviews, chosen: tuple[int, int]
) -> None:
    wanted = copying(reviews.draft(TODAY, TODAY))

    without = reviews.html(wanted)
    reviews.set_licence(True)
    kept = reviews.save(wanted).value
    ticked = reviews.html(kept)
    reviews.set_licence(False)
    unticked = reviews.html(kept)

    assert "Un texte entier." not in without
    assert "Un texte entier." in ticked
    assert "Reproduction autorisée" in ticked
    assert "Un texte entier." not in unticked


def test_a_declaration_counts_the_copies_of_kept_reviews(
    bench: Bench, reviews: PressReviews, chosen: tuple[int, int]
) -> None:
    draft = copying(reviews.draft(TODAY, TODAY))
    reviews.save(draft)
    reviews.set_licence(True)
    reviews.save(draft)
    reviews.save(replace(draft, entries=draft.entries[:1]))
    bench.pass_time(timedelta(days=1))
    reviews.save(replace(draft, created_at=bench.clock.now()))

    assert reviews.declaration(TODAY, TODAY) == (
        CopyCount("La Gazette", 2, 2),
        CopyCount("Radio Val-de-Brume", 1, 1),
    )
    assert reviews.declaration(TODAY - timedelta(days=30), TODAY - timedelta(days=1)) == ()


# --- the logo ---


def picture(folder: Path, side: int, kind: str) -> Path:
    file = folder / f"logo.{kind}"
    Image.new("RGBA", (side, side // 3), "teal").save(file, kind)
    return file


def test_a_logo_is_made_light_and_kept_in_the_library(
    bench: Bench, reviews: PressReviews, tmp_path: Path
) -> None:
    done = reviews.set_logo(picture(tmp_path, 3_000, "webp"))

    with Image.open(BytesIO(reviews.logo())) as made:
        assert (made.format, made.size) in {
            ("PNG", (LOGO_SIDE, LOGO_SIDE // 3)),
            ("JPEG", (LOGO_SIDE, LOGO_SIDE // 3)),
        }
    assert done.value is not None
    assert done.changes == Changes(watch=True, media=frozenset({done.value}))
    assert bench.station.library.get(done.value).file_name == "logo.webp"
    assert done.undo is not None
    done.undo()
    assert reviews.logo() == b""


def test_a_logo_is_changed_and_taken_off(reviews: PressReviews, tmp_path: Path) -> None:
    first = reviews.set_logo(picture(tmp_path, 300, "png")).value

    done = reviews.set_logo(None)
    without = reviews.logo()
    assert done.undo is not None
    done.undo()

    assert (first is not None, without) == (True, b"")
    assert reviews.logo() != b""


def test_what_is_no_picture_is_refused(reviews: PressReviews, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(b"<svg/>")

    with pytest.raises(PictureError):
        reviews.set_logo(file)

    assert reviews.logo() == b""


def test_a_review_is_made_without_a_logo_whose_file_is_gone(
    bench: Bench, reviews: PressReviews, tmp_path: Path
) -> None:
    chosen = reviews.set_logo(picture(tmp_path, 300, "png")).value
    assert chosen is not None
    library = bench.station.library
    library.path(library.get(chosen)).unlink()

    assert reviews.logo() == b""
    assert "<img" not in reviews.html(reviews.draft(TODAY, TODAY))


# --- files ---


@needs_pdftotext
def test_three_files_tell_the_same_review(
    reviews: PressReviews, chosen: tuple[int, int], tmp_path: Path
) -> None:
    reviews.set_logo(picture(tmp_path, 300, "png"))
    kept = reviews.save(reviews.draft(TODAY, TODAY)).value
    files = tuple(tmp_path / f"revue.{kind}" for kind in ("pdf", "docx", "eml"))

    written = reviews.write(kept, *files)

    assert written == files
    pdf, docx, eml = (file.read_bytes() for file in files)
    made = Document(str(files[1]))
    told = (
        " ".join(pages_of(pdf, tmp_path)),
        "\n".join(line.text for line in made.paragraphs),
        message_from_bytes(eml).as_string(),
    )
    for words in told[:2]:
        for part in ("Un scandale à l’hôpital", "Le jardin des soignants", "Clinique des Tilleuls"):
            assert part in words
    assert "X-Unsent: 1" in told[2]
    assert pdf == reviews.pdf(kept)
    assert len(made.inline_shapes) == 1
    assert docx.startswith(b"PK")


def test_only_the_files_that_are_asked_for_are_written(
    reviews: PressReviews, chosen: tuple[int, int], tmp_path: Path
) -> None:
    kept = reviews.save(reviews.draft(TODAY, TODAY)).value

    written = reviews.write(kept, eml=tmp_path / "revue.eml")

    assert written == (tmp_path / "revue.eml",)
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["revue.eml"]


def test_a_folder_that_is_not_there_is_told(reviews: PressReviews, tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        reviews.write(reviews.draft(TODAY, TODAY), eml=tmp_path / "nowhere" / "revue.eml")


def test_a_review_that_was_removed_is_not_kept_again_under_its_number(
    reviews: PressReviews, chosen: tuple[int, int]
) -> None:
    kept = reviews.save(reviews.draft(TODAY, TODAY)).value
    reviews.remove(kept.id)

    with pytest.raises(NotFound):
        reviews.save(kept)
