"""Pictures in words."""

from datetime import UTC, datetime

import pytest

from cmstation.domain.media import MediaItem
from cmstation.ui.icons import Icons
from cmstation.ui.library.words import (
    Described,
    described,
    item_words,
    measures_words,
    shooting_words,
    size_words,
)


def item(alt_text: str = "", *, decorative: bool = False, used_in: int = 0) -> MediaItem:
    added = datetime(2026, 10, 1, tzinfo=UTC)
    size = (2_400_000, 1600, 1067)
    return MediaItem(
        1, "0" * 64, "camion.jpg", "image/jpeg", *size, alt_text, decorative, added, used_in=used_in
    )


@pytest.mark.usefixtures("icons")
class TestWords:
    @pytest.mark.parametrize(
        ("size", "words"),
        [(0, "1 kB"), (640_000, "640 kB"), (2_400_000, "2.4 MB"), (12_300_000, "12 MB")],
    )
    def test_a_weight_is_said_as_people_say_it(self, size: int, words: str) -> None:
        assert size_words(size) == words

    def test_kind_measures_and_weight_stand_in_one_line(self) -> None:
        assert measures_words(item()) == "JPEG · 1600 × 1067 pixels · 2.4 MB"

    def test_what_the_camera_wrote_is_named_and_never_sent(self) -> None:
        words = shooting_words(("exif", "gps"))

        assert words == "Found in the file: the place (GPS), camera and hour (EXIF). None of it is ever sent."

    def test_a_kind_nobody_has_named_yet_is_told_too(self) -> None:
        assert "other details" in shooting_words(("other",))
        assert shooting_words(()) == ""


def test_blank_words_describe_nothing() -> None:
    assert described(item("  \n")) is Described.BARE
    assert described(item("Un camion")) is Described.WRITTEN
    assert described(item("Un camion", decorative=True)) is Described.DECORATIVE


def test_a_picture_says_its_name_its_text_and_its_use(icons: Icons) -> None:
    del icons  # English words

    assert item_words(item("Un camion", used_in=2)) == "camion.jpg, Un camion, 2 post(s)"
    assert item_words(item()) == "camion.jpg, To describe, in no post"
