"""Compose a press review: what is written is kept, in its order and under its theme."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmstation.domain.clock import FixedClock
from cmstation.domain.watch import DecisionKind, StoryFilter
from cmstation.domain.watch_alert_words import Tone
from cmstation.services.station import Station
from tests.ui.conftest import NOW
from tests.ui.watch.review.conftest import KEPT
from tests.ui.watch.review.review_stage import ReviewStage

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
MakeReview = Callable[[Station], ReviewStage]
TODAY = date(2026, 10, 13)


# --- beginning ---


def test_a_new_review_is_a_week_of_what_was_kept(review: ReviewStage) -> None:
    assert len(review.entries) == KEPT
    assert (review.review.first, review.review.last) == (TODAY - timedelta(days=6), TODAY)
    assert review.shown() == [entry.item for entry in review.entries]
    assert review.row(0).title.text() == review.entries[0].title
    assert review.row(0).summary.hasFocus()
    review.await_preview(review.entries[0].title)


def test_a_review_that_was_only_looked_at_is_not_kept(review: ReviewStage) -> None:
    review.deeds.leave()
    review.settle()

    assert review.station.press_reviews.all() == ()


def test_nothing_kept_says_how_to_keep_stories_and_leads_back(
    make_review: MakeReview, bare_station: Station
) -> None:
    review = make_review(bare_station)
    over: list[bool] = []
    review.deeds.over.connect(lambda: over.append(True))
    empty = review.page.compose.empty

    assert empty.isVisible()
    assert "G" in empty.text.text()
    assert not review.page.preview.isVisible()
    assert not review.page.pdf.isVisible()
    assert empty.button is not None
    assert empty.button.hasFocus()
    review.click(empty.button)
    assert over == [True]


# --- writing ---


def test_a_summary_and_a_tone_are_found_again_after_the_program_was_killed(
    review: ReviewStage, make_review: MakeReview, clinic_folder: Path, tmp_path: Path
) -> None:
    from cmstation.open_station import Parts, open_station

    item = review.entries[1].item
    QTest.keyClicks(review.row(1).summary, "Une bonne nouvelle")
    review.choose_tone(review.row(1), "Negative")
    review.qtbot.waitUntil(lambda: review.page.state.text() == "Saved", timeout=5_000)
    killed = tmp_path / "killed"
    shutil.copytree(clinic_folder, killed)

    again = open_station(killed, rehearsal=True, parts=Parts(clock=FixedClock(NOW)))
    resumed = make_review(again)

    entry = next(entry for entry in resumed.entries if entry.item == item)
    assert (entry.summary, entry.tone) == ("Une bonne nouvelle", Tone.NEGATIVE)
    row = resumed.page.compose.articles.row_of(item)
    assert row.summary.toPlainText() == "Une bonne nouvelle"
    assert row.tone.current() == "negative"
    resumed.settle()
    again.close()


def test_title_and_introduction_are_kept_and_previewed(review: ReviewStage) -> None:
    QTest.keyClicks(review.page.compose.title, "Semaine 42")
    QTest.keyClicks(review.page.compose.note, "Trois sujets cette semaine.")

    stored = review.stored()

    assert (stored.title, stored.note) == ("Semaine 42", "Trois sujets cette semaine.")
    review.await_preview("Trois sujets cette semaine.")
    assert "Semaine 42" in review.preview_text()


def test_leaving_by_escape_keeps_what_was_just_written(review: ReviewStage) -> None:
    over: list[bool] = []
    review.deeds.over.connect(lambda: over.append(True))
    QTest.keyClicks(review.row(0).summary, "Juste avant")

    review.press(Key.Key_Escape)

    assert over == [True]
    (row,) = review.station.press_reviews.all()
    assert review.station.press_reviews.get(row.id).entries[0].summary == "Juste avant"


def test_a_page_that_is_hidden_keeps_what_was_just_written(review: ReviewStage) -> None:
    QTest.keyClicks(review.row(0).summary, "Encore ceci")

    review.page.hide()
    review.settle()

    (row,) = review.station.press_reviews.all()
    assert review.station.press_reviews.get(row.id).entries[0].summary == "Encore ceci"


def test_a_summary_grows_with_its_lines(review: ReviewStage) -> None:
    row, below = review.row(0), review.shown()[1]
    before = review.page.compose.articles.place_of(below).top()
    height = row.summary.height()

    row.summary.setPlainText("\n".join("une ligne" for _ in range(8)))
    review.settle()

    assert row.summary.height() > height * 2
    assert review.page.compose.articles.place_of(below).top() > before + height


# --- themes and order ---


def _one_theme(review: ReviewStage) -> None:
    for entry in review.entries:
        review.page.compose.articles.theme_wanted.emit(entry.item, "Soins")
    review.settle()


def test_alt_and_arrows_move_an_article_and_the_keyboard_stays_in_it(review: ReviewStage) -> None:
    _one_theme(review)
    first, second, *others = review.shown()
    review.row(0).summary.setFocus()

    review.press(Key.Key_Down, ALT)

    assert review.shown() == [second, first, *others]
    focus = QApplication.focusWidget()
    assert focus is review.page.compose.articles.row_of(first).summary
    assert [entry.item for entry in review.stored().entries] == [second, first, *others]
    review.press(Key.Key_Up, ALT)
    assert review.shown() == [first, second, *others]


def test_alt_and_arrows_change_neither_tone_nor_theme(review: ReviewStage) -> None:
    _one_theme(review)
    row = review.row(0)
    item, tone = row.entry.item, row.entry.tone

    row.theme.setFocus()
    review.press(Key.Key_Down, ALT)
    row.controls()[2].setFocus()
    review.press(Key.Key_Down, ALT)

    moved = next(entry for entry in review.entries if entry.item == item)
    assert review.shown()[2] == item
    assert (moved.tone, moved.theme) == (tone, "Soins")


def test_buttons_move_an_article_and_end_at_the_ends_of_its_theme(review: ReviewStage) -> None:
    _one_theme(review)
    first, second, *_others = review.shown()

    assert not review.row(0).up.isEnabled()
    assert not review.row(KEPT - 1).down.isEnabled()
    review.click(review.row(0).down)

    assert review.shown()[:2] == [second, first]
    assert not review.row(0).up.isEnabled()
    assert review.row(1).up.isEnabled()


def test_a_theme_that_is_written_makes_a_chapter(review: ReviewStage) -> None:
    row = review.row(KEPT - 1)
    item = row.entry.item
    row.theme.setFocus()
    row.theme.lineEdit().selectAll()  # type: ignore[union-attr]

    QTest.keyClicks(row.theme, "Un nouveau sujet")
    review.press(Key.Key_Return)

    stored = next(entry for entry in review.stored().entries if entry.item == item)
    assert stored.theme == "Un nouveau sujet"
    review.await_preview("Un nouveau sujet")
    assert "Un nouveau sujet" in [row.theme.itemText(i) for i in range(row.theme.count())]


def test_a_whole_theme_moves(review: ReviewStage) -> None:
    review.page.compose.articles.theme_wanted.emit(review.shown()[-1], "Dernier")
    before = [entry.theme for entry in review.entries]
    assert before[-1] == "Dernier"

    for _ in range(KEPT):
        review.page.compose.articles.chapter_move_wanted.emit("Dernier", -1)
    review.settle()

    assert review.stored().entries[0].theme == "Dernier"


# --- out and back ---


def test_an_article_taken_out_comes_back_where_it_stood(review: ReviewStage) -> None:
    before = review.shown()
    QTest.keyClicks(review.row(1).summary, "Mes mots")

    review.click(review.row(1).out)
    assert review.shown() == [before[0], *before[2:]]
    assert before[1] not in [entry.item for entry in review.stored().entries]
    assert not review.page.compose.more.isVisible()
    review.commands.undo()
    review.settle()

    assert review.shown() == before
    assert next(one for one in review.stored().entries if one.item == before[1]).summary == "Mes mots"


def test_what_is_kept_later_is_offered(review: ReviewStage) -> None:
    QTest.keyClicks(review.row(0).summary, "Avant midi")
    review.stored()
    story = next(
        story
        for story in review.station.watch_reading.keys(StoryFilter())
        if review.station.watch_reading.story(story)[0].id not in review.shown()
    )
    review.commands.run(lambda: review.station.watch_morning.decide(story, DecisionKind.REVIEW))
    review.settle()

    review.click(review.page.compose.more)

    assert len(review.stored().entries) == KEPT + 1
    assert not review.page.compose.more.isVisible()


# --- the days ---


def test_other_days_bring_other_articles_and_keep_what_was_written(review: ReviewStage) -> None:
    QTest.keyClicks(review.row(0).summary, "A garder")
    item = review.row(0).entry.item

    review.page.compose.period.chosen.emit(date(2026, 9, 1), date(2026, 9, 2))
    review.settle()
    assert review.entries == ()
    assert review.page.compose.empty.isVisible()
    review.page.compose.period.chosen.emit(date(2026, 9, 1), TODAY)
    review.settle()

    kept = next(entry for entry in review.entries if entry.item == item)
    assert kept.summary == "A garder"
    assert review.stored().first == date(2026, 9, 1)


def test_a_usual_period_is_chosen_from_the_menu(review: ReviewStage) -> None:
    menu = review.page.compose.period.usual.menu()

    next(action for action in menu.actions() if action.text() == "This month").trigger()
    review.settle()

    assert (review.review.first, review.review.last) == (date(2026, 10, 1), TODAY)


def test_a_first_day_after_the_last_one_takes_it_along(review: ReviewStage) -> None:
    period = review.page.compose.period

    period.last.setFocus()
    period.last.setDate(period.first.date().addDays(-3))
    review.settle()

    assert review.review.first == review.review.last == TODAY - timedelta(days=9)
