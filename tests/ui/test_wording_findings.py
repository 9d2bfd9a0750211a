"""Every finding has one line, and a way to mend it."""

import pytest

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.domain.networks import Network, Way
from cmstation.ui.wording_findings import Mend, finding_words

FACTS: dict[str, str | int] = {
    "over": 28,
    "limit": 300,
    "length": 328,
    "picture": 2,
    "pictures": 5,
    "name": "photo.jpg",
    "link": "x",
    "post": 3,
}
BLUESKY = Account(
    1, Network.BLUESKY, Way.DIRECT, "Bluesky", "@c.example", "", "", AccountState.READY, position=0
)


@pytest.mark.parametrize("topic", list(Topic))
def test_each_topic_has_a_line_without_a_hole(topic: Topic) -> None:
    words = finding_words(Finding(Severity.BLOCKING, topic, 1, facts=FACTS), [BLUESKY])

    assert words.text
    assert "{" not in words.text
    assert not words.text.endswith(".")
    assert bool(words.label) == (words.action is not Mend.NOTHING)


@pytest.mark.parametrize("topic", set(Topic) - {Topic.LENGTH_FITS, Topic.ALL_DESCRIBED})
def test_each_trouble_can_be_mended(topic: Topic) -> None:
    words = finding_words(Finding(Severity.BLOCKING, topic, 1, facts=FACTS), [BLUESKY])

    assert words.action is not Mend.NOTHING


def test_the_account_is_named() -> None:
    words = finding_words(Finding(Severity.BLOCKING, Topic.TOO_LONG, 1, facts={"over": 28}), [BLUESKY])

    assert words.text.startswith("Bluesky: 28 character")


def test_a_length_without_a_limit_says_only_the_length() -> None:
    words = finding_words(Finding(Severity.PASSED, Topic.LENGTH_FITS, 1, facts={"length": 412}), [BLUESKY])

    assert "412" in words.text
    assert "of" not in words.text
