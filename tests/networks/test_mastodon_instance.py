"""Reading a server's description of itself: which program it runs, and what it accepts."""

import pytest

from cmstation.domain.networks import AccountLimits, Json
from cmstation.networks.mastodon_instance import Software, limits_in, software_in, software_named

_SECOND_EDITION: dict[str, Json] = {
    "domain": "mastodon.example",
    "version": "4.5.2",
    "source_url": "https://github.com/mastodon/mastodon",
    "configuration": {
        "statuses": {
            "max_characters": 500,
            "max_media_attachments": 4,
            "characters_reserved_per_url": 23,
        },
        "media_attachments": {
            "description_limit": 1500,
            "image_size_limit": 16_777_216,
            "image_matrix_limit": 33_177_600,
        },
    },
}


@pytest.mark.parametrize(
    ("version", "source", "software", "keeps_keys"),
    [
        ("4.5.2", "https://github.com/mastodon/mastodon", Software("mastodon", "4.5.2"), True),
        ("2.7.2 (compatible; Pleroma 2.6.0)", "", Software("pleroma", "2.6.0"), False),
        ("4.2.1 (compatible; Akkoma 3.15.2-0-gabc)", "", Software("akkoma", "3.15.2-0-gabc"), False),
        ("3.5.3 (compatible; Pixelfed 0.12.4)", "", Software("pixelfed", "0.12.4"), False),
        (
            "0.19.1+git-1a2b3c4",
            "https://codeberg.org/superseriousbusiness/gotosocial",
            Software("gotosocial", "0.19.1+git-1a2b3c4"),
            False,
        ),
        ("9.9.9", "https://example.org/quelque-chose", Software("", "9.9.9"), False),
    ],
)
def test_the_program_is_recognised_by_its_version(
    version: str, source: str, software: Software, keeps_keys: bool
) -> None:
    found = software_in({"version": version, "source_url": source})

    assert found == software
    assert found.keeps_keys is keeps_keys


@pytest.mark.parametrize(
    "software", [Software("mastodon", "4.5.2"), Software("gotosocial", "0.19"), Software("akkoma")]
)
def test_what_is_stored_of_a_program_can_be_read_back(software: Software) -> None:
    assert software_named(str(software)) == software


def test_the_limits_of_a_stock_server_are_read() -> None:
    assert limits_in(_SECOND_EDITION) == AccountLimits(500, 23, 4, 16_777_216, 33_177_600, 1500)


def test_the_limits_of_older_relatives_are_read() -> None:
    pleroma: dict[str, Json] = {
        "max_toot_chars": 5000,
        "max_media_attachments": 1000,
        "upload_limit": 16_000_000,
        "description_limit": 5000,
    }

    assert limits_in(pleroma) == AccountLimits(5000, None, 1000, 16_000_000, None, 5000)


@pytest.mark.parametrize("strange", [True, -1, 0, "500", 5.5, None, {"a": 1}])
def test_a_strange_limit_counts_as_not_told(strange: Json) -> None:
    described: dict[str, Json] = {"configuration": {"statuses": {"max_characters": strange}}}

    assert limits_in(described).max_characters is None
