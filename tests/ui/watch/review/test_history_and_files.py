"""The history of press reviews, their files, the logo and the copying licence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from cmstation.services.station import Station
from cmstation.ui.watch.review.licence_dialog import LicenceDialog
from tests.ui.watch.review.review_stage import ReviewStage

MakeReview = Callable[[Station], ReviewStage]
TODAY = date(2026, 10, 13)
WEEK = TODAY - timedelta(days=6)


@pytest.fixture
def two_reviews(make_review: MakeReview, kept_station: Station) -> ReviewStage:
    """Two reviews that were kept; the newer one is open."""
    draft = kept_station.press_reviews.draft(WEEK, TODAY)
    old = replace(draft, title="Ancienne", first=WEEK - timedelta(days=7), last=WEEK - timedelta(days=1))
    kept_station.press_reviews.save(old)
    kept_station.press_reviews.save(replace(draft, title="Récente"))
    return make_review(kept_station)


def _titles(review: ReviewStage) -> list[str]:
    model = review.page.history.list.reviews
    return [model.data(model.index(row)) for row in range(model.rowCount())]  # type: ignore[misc]


def _answer(monkeypatch: pytest.MonkeyPatch, name: str, file: Path) -> None:
    def answer(*_asked: object) -> tuple[str, str]:
        return str(file), ""

    monkeypatch.setattr(QFileDialog, name, answer)


# --- the history ---


def test_the_review_of_these_days_goes_on_and_the_history_marks_it(two_reviews: ReviewStage) -> None:
    assert two_reviews.review.title == "Récente"
    assert _titles(two_reviews) == ["Récente", "Ancienne"]
    assert two_reviews.page.history.list.current() == two_reviews.review.id


def test_another_review_opens_and_what_was_written_in_the_first_is_kept(two_reviews: ReviewStage) -> None:
    first = two_reviews.review.id
    QTest.keyClicks(two_reviews.row(0).summary, "Dans la nouvelle")
    listed = two_reviews.page.history.list
    place = listed.visualRect(listed.reviews.index(1)).center()

    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    two_reviews.settle()

    assert two_reviews.review.title == "Ancienne"
    assert two_reviews.page.compose.title.text() == "Ancienne"
    kept = two_reviews.station.press_reviews.get(first)
    assert kept.entries[0].summary == "Dans la nouvelle"


def test_an_old_review_keeps_its_articles_when_its_days_change(two_reviews: ReviewStage) -> None:
    before = two_reviews.shown()

    two_reviews.page.compose.period.chosen.emit(date(2026, 9, 1), date(2026, 9, 2))
    two_reviews.settle()

    stored = two_reviews.stored()
    assert (stored.first, stored.last) == (date(2026, 9, 1), date(2026, 9, 2))
    assert [entry.item for entry in stored.entries] == before


def test_a_removed_review_comes_back_whole(two_reviews: ReviewStage) -> None:
    QTest.keyClicks(two_reviews.row(0).summary, "Tout juste mis")
    gone = two_reviews.review.id

    two_reviews.click(two_reviews.page.history.remove)
    assert _titles(two_reviews) == ["Ancienne"]
    assert two_reviews.review.id != gone
    assert two_reviews.told[-1].text == "Press review removed"
    two_reviews.commands.undo()
    two_reviews.settle()

    assert _titles(two_reviews) == ["Récente", "Ancienne"]
    assert two_reviews.station.press_reviews.get(gone).entries[0].summary == "Tout juste mis"


def test_the_delete_key_removes_the_review_that_is_marked(two_reviews: ReviewStage) -> None:
    two_reviews.page.history.list.setFocus()

    two_reviews.press(Qt.Key.Key_Delete)

    assert _titles(two_reviews) == ["Ancienne"]


def test_a_new_review_begins_and_is_not_kept_before_it_is_changed(two_reviews: ReviewStage) -> None:
    two_reviews.click(two_reviews.page.history.new)

    assert two_reviews.review.id == 0
    assert two_reviews.review.title == ""
    assert two_reviews.page.history.list.current() == 0
    assert len(two_reviews.station.press_reviews.all()) == 2


def test_a_new_review_begins_where_the_last_one_ended(make_review: MakeReview, kept_station: Station) -> None:
    draft = kept_station.press_reviews.draft(WEEK, TODAY)
    kept_station.press_reviews.save(replace(draft, first=WEEK, last=TODAY - timedelta(days=3)))
    review = make_review(kept_station)

    review.click(review.page.history.new)

    assert (review.review.first, review.review.last) == (TODAY - timedelta(days=2), TODAY)


# --- files ---


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("eml", b"")])
def test_a_document_is_written_and_the_review_is_kept(
    review: ReviewStage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, start: bytes
) -> None:
    file = tmp_path / f"revue.{kind}"
    _answer(monkeypatch, "getSaveFileName", file)
    button = {"pdf": review.page.pdf, "docx": review.page.word, "eml": review.page.mail}[kind]

    review.click(button)

    assert file.read_bytes().startswith(start)
    assert file.stat().st_size > 1_000
    assert [row.articles for row in review.station.press_reviews.all()] == [len(review.entries)]
    notice = review.told[-1]
    assert file.name in notice.text
    assert [action.label for action in notice.actions] == ["Open", "Show the folder"]


def test_the_pdf_has_what_was_just_written(
    review: ReviewStage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "revue"
    _answer(monkeypatch, "getSaveFileName", file)
    QTest.keyClicks(review.page.compose.title, "Revue du mardi")

    review.click(review.page.pdf)

    written = file.with_suffix(".pdf").read_bytes()
    assert written == review.station.press_reviews.pdf(review.review)
    other = replace(review.review, title="Une autre")
    assert written != review.station.press_reviews.pdf(other)


def test_a_folder_that_is_not_there_is_told_and_nothing_is_lost(
    review: ReviewStage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _answer(monkeypatch, "getSaveFileName", tmp_path / "nowhere" / "revue.pdf")

    review.click(review.page.pdf)

    assert not (tmp_path / "nowhere").exists()
    assert review.told
    assert "written" not in review.told[-1].text


# --- the licence ---


def _dialog() -> LicenceDialog:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, LicenceDialog))


def test_full_texts_wait_for_the_licence(review: ReviewStage) -> None:
    row = review.row(0)
    assert not row.full_text.isEnabled()
    assert "licence" in row.full_text.toolTip()

    review.page.licence.trigger()
    review.settle()
    dialog = _dialog()
    dialog.ticked.click()
    QTest.keyClicks(dialog.name, "CFC 12-3456")
    review.click(dialog.keep)

    assert review.station.press_reviews.licence()
    assert review.station.press_reviews.licence_name() == "CFC 12-3456"
    assert row.full_text.isEnabled()
    row.full_text.click()
    stored = review.stored()
    assert stored.licence
    assert [entry.full_text for entry in stored.entries].count(True) == 1
    review.await_preview("licence CFC 12-3456")


def test_what_was_copied_is_counted_and_copied_as_a_table(review: ReviewStage) -> None:
    review.station.press_reviews.set_licence(True, "CFC")
    source = review.entries[0].source
    entries = (replace(review.entries[0], full_text=True), *review.entries[1:])
    review.station.press_reviews.save(replace(review.review, entries=entries))

    review.page.licence.trigger()
    review.settle()
    dialog = _dialog()

    assert dialog.table.rowCount() == 1
    assert dialog.table.model().index(0, 0).data() == source
    review.click(dialog.copy_table)
    assert QApplication.clipboard().text().splitlines() == ["Source\tArticles\tReviews", f"{source}\t1\t1"]
    review.click(dialog.copy_csv)
    assert QApplication.clipboard().text().splitlines()[1] == f"{source};1;1"
    dialog.last.setDate(dialog.first.date())
    review.settle()
    assert dialog.table.rowCount() == 0
    dialog.reject()


# --- those who do not see or use no mouse ---


def test_tab_goes_through_an_article_and_on_to_the_next(review: ReviewStage) -> None:
    first, second = review.row(0), review.row(1)
    first.summary.setFocus()
    seen: list[object] = []

    while not second.summary.hasFocus() and len(seen) < 14:
        seen.append(QApplication.focusWidget())
        review.press(Qt.Key.Key_Tab)

    assert second.summary.hasFocus()
    assert seen[0] is first.summary
    assert first.theme in seen
    assert first.out in seen


def test_every_control_says_its_name(review: ReviewStage) -> None:
    from PySide6.QtWidgets import (
        QAbstractButton,
        QAbstractItemView,
        QComboBox,
        QLineEdit,
        QPlainTextEdit,
        QWidget,
    )

    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    nameless = [
        one
        for one in review.page.findChildren(QWidget)
        if isinstance(one, kinds)
        and one.isVisible()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not one.objectName().startswith("qt_")  # a date's own field speaks through the date
        and not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]

    assert [(type(one).__name__, one.objectName(), type(one.parent()).__name__) for one in nameless] == []
