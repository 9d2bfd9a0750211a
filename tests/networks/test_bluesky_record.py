"""Building Bluesky's record: the same in, the same out."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.networks import Outgoing
from cmstation.networks.bluesky_record import (
    Extras,
    facets_of,
    handles_in,
    post_record,
    printable,
    tags_of,
    timestamp,
)
from tests.networks.contract_stage import picture, sample

NOTHING = Extras({}, {})
WHEN = datetime(2026, 11, 22, 8, 30, 15, 123456, tzinfo=UTC)


def _plain(text: str) -> Outgoing:
    return Outgoing(key="0" * 32, text=text, created_at=WHEN)


def test_a_plain_post_holds_nothing_superfluous() -> None:
    assert post_record(_plain("Bonjour"), NOTHING) == {
        "$type": "app.bsky.feed.post",
        "text": "Bonjour",
        "createdAt": "2026-11-22T08:30:15.123Z",
        "langs": ["fr"],
    }


def test_no_language_is_no_field() -> None:
    assert "langs" not in post_record(replace(_plain("Bonjour"), language=""), NOTHING)


def test_a_time_of_another_zone_is_written_in_utc() -> None:
    assert timestamp(datetime.fromisoformat("2026-11-22T10:30:00+02:00")) == "2026-11-22T08:30:00.000Z"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_every_mark_is_cut_at_whole_characters_and_holds_its_words(padding: str) -> None:
    text = f"{padding} https://clinique.example/a #santé"
    encoded = text.encode()

    for mark in facets_of(text, {}):
        assert isinstance(mark, dict)
        place = mark["index"]
        assert isinstance(place, dict)
        start, end = place["byteStart"], place["byteEnd"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert encoded[start:end].decode()


def test_a_handle_is_asked_once_and_in_small_letters() -> None:
    assert handles_in("@Marie.bsky.social et @marie.bsky.social et @jean.bsky.social") == (
        "marie.bsky.social",
        "jean.bsky.social",
    )


def test_a_mention_in_capitals_gets_its_mark() -> None:
    marks = facets_of("Merci @Marie.bsky.social", {"marie.bsky.social": "did:plc:1"})

    assert len(marks) == 1


@pytest.mark.parametrize(
    ("tags", "kept"),
    [
        (("#santé", " santé ", "prévention"), ["santé", "prévention"]),
        (("", "#", "  "), []),
        (("x" * 65, "y" * 64), ["y" * 64]),
    ],
)
def test_tags_lose_their_mark_and_doubles(tags: tuple[str, ...], kept: list[str]) -> None:
    assert tags_of(tags) == kept


def test_a_decorative_picture_has_an_empty_alternative() -> None:
    shown = replace(picture("décor", 1), decorative=True)
    outgoing = replace(_plain("Bonjour"), pictures=(shown,))

    embed = post_record(outgoing, Extras({shown.digest: {"$type": "blob"}}, {}))["embed"]

    assert isinstance(embed, dict)
    images = embed["images"]
    assert isinstance(images, list)
    assert isinstance(images[0], dict)
    assert images[0]["alt"] == ""


def test_pictures_come_before_a_card() -> None:
    outgoing = sample("deux", pictures=1)
    extras = Extras({outgoing.pictures[0].digest: {"$type": "blob"}}, {}, card={"uri": outgoing.link})

    embed = post_record(outgoing, extras)["embed"]

    assert isinstance(embed, dict)
    assert embed["$type"] == "app.bsky.embed.images"


def test_what_no_record_can_hold_is_replaced() -> None:
    hostile = replace(_plain("un\0deux\ud83dtrois"), tags=("a\ud83d",))

    made = printable(hostile)

    assert made.text == "un�deux�trois"
    made.tags[0].encode()
