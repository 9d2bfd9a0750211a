"""The preview of the press review loads nothing, and two hundred articles are no burden."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cmstation.services.station import Station
from tests.ui.watch.review.conftest import KEPT
from tests.ui.watch.review.review_stage import ReviewStage

MakeReview = Callable[[Station], ReviewStage]
TODAY = date(2026, 10, 13)
# Building all rows at once took 120 ms, the preview of all of them 150; the goal is 50 on a quiet machine.
LONGEST_STALL_MS = 200


# --- hostile words, and a preview that loads nothing ---


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "<b>gras</b> & <script>"])
def test_html_in_an_article_is_shown_as_text(
    make_review: MakeReview, kept_station: Station, words: str
) -> None:
    draft = kept_station.press_reviews.draft(TODAY - timedelta(days=6), TODAY)
    entries = tuple(replace(entry, title=words, summary=words, theme=words) for entry in draft.entries)
    kept_station.press_reviews.save(replace(draft, entries=entries))

    review = make_review(kept_station)

    review.await_preview(words)
    assert review.preview_text().count(words) > KEPT
    assert review.row(0).title.text() == words
    assert review.row(0).summary.toPlainText() == words


def test_the_preview_loads_nothing_but_the_logo(review: ReviewStage, tmp_path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QColor, QImage, QTextDocument

    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    file = tmp_path / "logo.png"
    picture.save(str(file))
    page, image = review.page.preview.page, QTextDocument.ResourceType.ImageResource.value

    review.station.press_reviews.set_logo(file)
    review.deeds.preview.show_now()
    review.settle()

    logo = page.loadResource(image, QUrl("cid:logo"))
    assert isinstance(logo, QImage)
    assert logo.width() == 20
    for address in (QUrl.fromLocalFile(str(file)), QUrl("https://example.org/a.png"), QUrl("cid:other")):
        other = page.loadResource(image, address)
        assert isinstance(other, QImage)
        assert other.width() == 1
    for kind in (QTextDocument.ResourceType.StyleSheetResource, QTextDocument.ResourceType.HtmlResource):
        assert page.loadResource(kind.value, QUrl.fromLocalFile(str(file))) is None


def test_links_of_the_preview_leave_by_a_signal_and_only_to_the_web(review: ReviewStage) -> None:
    from PySide6.QtCore import QUrl

    wanted: list[str] = []
    review.deeds.address_wanted.connect(wanted.append)
    page = review.page.preview.page

    for address in ("https://example.org/a", "file:///etc/passwd", "javascript:alert(1)", "#theme-1"):
        page.anchorClicked.emit(QUrl(address))

    assert wanted == ["https://example.org/a"]


# --- many ---


def test_two_hundred_articles_have_rows_only_near_the_eye(
    make_review: MakeReview, kept_station: Station
) -> None:
    draft = kept_station.press_reviews.draft(TODAY - timedelta(days=6), TODAY)
    one = draft.entries[0]
    many = tuple(
        replace(one, item=50_000 + n, title=f"Article {n}", theme=f"Thème {n % 5}", position=n)
        for n in range(200)
    )
    kept_station.press_reviews.save(replace(draft, entries=many))

    review = make_review(kept_station)

    def rows() -> int:
        return sum(child.isVisible() for child in review.page.findChildren(type(review.row(0))))

    review.await_preview("Article 0")
    assert len(review.shown()) == 200
    assert rows() < 20
    assert review.page.preview.foot.isVisible()
    assert "Article 199" not in review.preview_text()
    last = review.page.compose.articles.items()[-1]
    review.settle()
    review.page.compose.articles.enter(last)
    review.await_preview("Article 199")
    assert rows() < 30


def test_two_hundred_articles_stall_the_window_for_no_time(
    make_review: MakeReview, kept_station: Station
) -> None:
    from tests.ui.stalls import turn_loop, watched_work

    draft = kept_station.press_reviews.draft(TODAY - timedelta(days=6), TODAY)
    many = tuple(
        replace(
            draft.entries[0], item=50_000 + n, title=f"Article {n}", theme=f"T {n % 5}", summary="Mots. " * 40
        )
        for n in range(200)
    )
    kept_station.press_reviews.save(replace(draft, last=TODAY - timedelta(days=1), entries=many))
    review = make_review(kept_station)
    review.await_preview("Article 0")
    review.deeds.begin_anew()
    review.settle()
    (row,) = review.station.press_reviews.all()

    with watched_work() as work:
        review.deeds.open(row.id)
        while len(review.shown()) < 200 or "Article 0" not in review.preview_text():
            turn_loop(20)
        for item in review.shown()[::20]:
            review.page.compose.show_row(item)
            turn_loop(60)

    assert work.longest_ms < LONGEST_STALL_MS
