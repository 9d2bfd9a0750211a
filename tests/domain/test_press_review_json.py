"""Press reviews as JSON, and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain import press_review_json
from cmstation.domain.press_review import PressReview
from cmstation.domain.press_review_json import ReviewUnreadable
from cmstation.domain.watch_alert_words import Tone
from tests.domain.review_samples import MADE, entry, review

TEXT = st.text(max_size=12)


@st.composite
def reviews(draw: st.DrawFn) -> PressReview:
    entries = [
        entry(
            number,
            title=draw(TEXT),
            theme=draw(TEXT),
            tone=draw(st.sampled_from(Tone)),
            full_text=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    return review(entries, note=draw(TEXT), licence=draw(st.booleans()), title="Mars", id=7)


@given(reviews())
def test_a_review_comes_back_as_it_was(made: PressReview) -> None:
    content = json.loads(json.dumps(press_review_json.written(made)))

    assert press_review_json.read(7, "Mars", MADE, content) == made


def test_copies_are_counted_beside_the_articles() -> None:
    made = review([entry(0, full_text=True), entry(1)], licence=True)

    content = press_review_json.written(made)

    assert (content["articles"], content["copies"]) == (2, 1)


@pytest.mark.parametrize(
    "change",
    [{"first": "mardi"}, {"entries": [{"item": 1}]}, {"entries": None}, {"last": None}],
)
def test_what_is_no_review_is_refused(change: dict[str, object]) -> None:
    content = press_review_json.written(review(2)) | change

    with pytest.raises(ReviewUnreadable):
        press_review_json.read(1, "", MADE, content)
