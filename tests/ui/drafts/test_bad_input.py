"""What a hostile clipboard, a broken file or a full disk do: a clear sentence, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from cmstation.domain.errors import DiskFull
from cmstation.resource_files import resource
from cmstation.ui.notices import NoticeKind
from tests.ui.drafts.conftest import Desk

DRAFT = "Ma santé en ligne"


def given(desk: Desk, *files: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    desk.editor.insertFromMimeData(carried)
    desk.settle()


def test_a_megabyte_of_text_is_not_pasted_and_a_sentence_says_why(desk: Desk) -> None:
    before = desk.open(DRAFT).text

    desk.paste("mot " * 262_144)
    desk.settle()

    assert desk.stored.text == before
    assert "It stays in the clipboard" in desk.notices[-1].text


def test_a_lone_surrogate_is_replaced_and_said(desk: Desk) -> None:
    desk.open(DRAFT)
    carried = QMimeData()
    carried.setData("text/plain", b"Bon\xed\xa0\x80jour ")

    desk.editor.insertFromMimeData(carried)
    desk.settle()

    assert desk.stored.text.startswith("Bon")
    assert "\ufffd" in desk.stored.text
    assert "stands in their place" in desk.notices[-1].text


def test_right_to_left_text_is_kept_letter_by_letter(desk: Desk) -> None:
    desk.open(DRAFT)
    text = "مرحبا بكم في العيادة 🏥 שלום\n"

    desk.paste(text)
    desk.settle()

    assert desk.stored.text.startswith(text)
    desk.tab.grab()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vide.jpg", b""),
        ("coupée.jpg", resource("rehearsal", "camion-rose.jpg").read_bytes()[:3000]),
        ("texte.jpg", b"Bonjour, je ne suis pas une photo."),
    ],
)
def test_a_picture_that_cannot_be_used_is_refused_with_a_sentence(
    desk: Desk, tmp_path: Path, name: str, content: bytes
) -> None:
    desk.open(DRAFT)
    desk.write("Avant. ")
    file = tmp_path / name
    file.write_bytes(content)

    given(desk, file)

    assert desk.notices, "nothing was said"
    assert desk.notices[-1].kind in {NoticeKind.WARNING, NoticeKind.DANGER}
    assert not desk.stored.attachments
    assert desk.stored.text.startswith("Avant. ")


def test_a_photo_of_300_megabytes_is_refused_without_being_read(desk: Desk, tmp_path: Path) -> None:
    desk.open(DRAFT)
    file = tmp_path / "énorme.jpg"
    with file.open("wb") as huge:
        huge.truncate(300_000_000)

    given(desk, file)

    assert desk.notices
    assert not desk.stored.attachments


def test_a_bad_picture_among_good_ones_does_not_keep_the_others_out(desk: Desk, tmp_path: Path) -> None:
    desk.open(DRAFT)
    bad = tmp_path / "vide.jpg"
    bad.write_bytes(b"")

    given(desk, bad, resource("rehearsal", "clinique.jpg"))

    assert [one.media.file_name for one in desk.stored.attachments] == ["clinique.jpg"]


def test_a_pasted_picture_joins_the_post(desk: Desk) -> None:
    desk.open(DRAFT)
    carried = QMimeData()
    carried.setImageData(QImage(str(resource("rehearsal", "clinique.jpg"))))

    desk.editor.insertFromMimeData(carried)
    desk.settle()

    assert len(desk.stored.attachments) == 1


def test_what_cannot_be_written_stays_and_is_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open(DRAFT)
    drafts = type(desk.station.drafts)
    update = drafts.update

    def full(*_: object, **__: object) -> None:
        raise DiskFull(folder="/data")

    over: list[str] = []
    desk.commands.over.connect(over.append)
    monkeypatch.setattr(drafts, "update", full)
    desk.write("Précieux. ")
    desk.qtbot.waitUntil(lambda: bool(desk.notices), timeout=3_000)
    assert "Not saved yet" in desk.tab.composer.parts.saved.text
    desk.write("Encore. ")
    assert over == []
    monkeypatch.setattr(drafts, "update", update)

    desk.settle()

    assert desk.stored.text.startswith("Précieux. Encore. ")
    assert "Saved at" in desk.tab.composer.parts.saved.text
    assert set(over) == {notice.key for notice in desk.notices}


def test_what_cannot_be_written_follows_one_to_another_post(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.open(DRAFT).id
    drafts = type(desk.station.drafts)
    update = drafts.update

    def full(*_: object, **__: object) -> None:
        raise DiskFull(folder="/data")

    monkeypatch.setattr(drafts, "update", full)
    desk.write("Précieux. ")
    desk.qtbot.waitUntil(lambda: bool(desk.notices), timeout=3_000)
    desk.tab.show_post(desk.post("Internes"))
    desk.qtbot.waitUntil(lambda: desk.tab.current_post() != first)
    desk.tab.show_post(first)
    desk.qtbot.waitUntil(lambda: desk.tab.current_post() == first)

    assert desk.editor.text().startswith("Précieux. ")
    monkeypatch.setattr(drafts, "update", update)
    desk.tab.flush()
    desk.settle()
    assert desk.stored.text.startswith("Précieux. ")


def test_what_is_typed_while_the_post_leaves_is_kept_in_a_new_draft(desk: Desk) -> None:
    post = desk.open("Internes").id
    desk.station.outbox.plan(post)
    desk.station.outbox.deliver_due()

    desk.write("Trop tard. ")
    desk.settle()

    assert desk.draft.id != post
    assert desk.stored.text.startswith("Trop tard. ")
    assert not desk.station.drafts.open(post).text.startswith("Trop tard. ")
    assert "kept in a new draft" in desk.notices[-1].text


def test_a_change_made_elsewhere_meanwhile_is_kept_in_the_history(desk: Desk) -> None:
    post = desk.open(DRAFT).id
    desk.station.drafts.update(post, text="Écrit ailleurs.")

    desk.write("Ici. ")
    desk.settle()

    assert desk.stored.text.startswith("Ici. ")
    assert "Écrit ailleurs." in {found.text for found in desk.station.drafts.history(post)}
    assert "changed elsewhere" in desk.notices[-1].text
