"""Names that other programs may rely on: they stay where they are and keep their faces."""

import inspect
from datetime import UTC, date, datetime
from typing import get_type_hints

from cmstation.desktop.images import without_metadata
from cmstation.domain import ics
from cmstation.domain.calendar_events import CalendarEvent, WholeDay
from cmstation.domain.counting import bluesky, mastodon, x
from cmstation.domain.counting.bluesky import Facet
from cmstation.domain.health_days import HealthDay, for_year
from tests.desktop.image_samples import PLACE, SECRET, drawing, encoded, exif, same_pixels


def required(function: object) -> list[str]:
    """Return the parameters that a caller must give."""
    assert callable(function)
    parameters = inspect.signature(function).parameters.values()
    return [one.name for one in parameters if one.default is inspect.Parameter.empty]


def test_each_way_of_counting_takes_a_text_and_gives_a_number() -> None:
    for function in (x.weighted_length, mastodon.length, bluesky.length):
        assert required(function) == ["text"]
        assert get_type_hints(function)["return"] is int


def test_x_weighs_an_address_as_23_and_an_emoji_as_2() -> None:
    assert x.weighted_length("Voir https://tilleuls.example.org/depistage") == 5 + 23
    assert x.weighted_length("👩🏽‍⚕️") == 2


def test_mastodon_counts_an_address_as_23_and_a_mention_without_its_server() -> None:
    assert mastodon.length("https://tilleuls.example.org/depistage") == 23
    assert mastodon.length("@tilleuls@sante.example.org") == len("@tilleuls")


def test_bluesky_counts_what_people_see() -> None:
    assert bluesky.length("👩🏽‍⚕️e\u0301") == 2


def test_bluesky_finds_links_mentions_and_tags_by_their_bytes() -> None:
    text = "Été : @clinique.example.org https://clinique.example.org #santé"

    facets = bluesky.detect_facets(text)

    said = [(one.kind, text.encode()[one.byte_start : one.byte_end].decode(), one.value) for one in facets]
    assert said == [
        ("mention", "@clinique.example.org", "clinique.example.org"),
        ("link", "https://clinique.example.org", "https://clinique.example.org"),
        ("tag", "#santé", "santé"),
    ]
    assert all(isinstance(one, Facet) for one in facets)


def test_a_picture_loses_its_metadata_and_keeps_its_pixels() -> None:
    original = encoded(drawing(), "PNG", exif=b"Exif\0\0" + exif())
    assert SECRET in original

    clean = without_metadata(original)

    assert required(without_metadata) == ["data"]
    assert SECRET not in clean
    assert PLACE not in clean
    assert same_pixels(original, clean)


def test_the_health_days_of_a_year_are_dates_with_a_name() -> None:
    days = for_year(2027)

    (cancer,) = (day for day in days if day.slug == "cancer-mondiale")
    assert required(for_year) == ["year"]
    assert get_type_hints(for_year)["return"] == list[HealthDay]
    assert cancer.name_fr == "Journée mondiale contre le cancer"
    assert (cancer.start, cancer.end, cancer.to_confirm) == (date(2027, 2, 4), date(2027, 2, 4), False)


def test_a_calendar_file_is_read_as_it_was_written() -> None:
    event = CalendarEvent("1", WholeDay(date(2026, 10, 1)), WholeDay(date(2026, 10, 2)), title="Octobre rose")

    data = ics.write([event], name="Plan", now=datetime(2026, 9, 1, tzinfo=UTC))

    assert required(ics.read) == ["data"]
    assert required(ics.write) == ["events", "name", "now"]
    assert ics.read(data) == [event]
