"""How long a request waits, and the message to a physician, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from cmstation.domain.watch import Item, Opinion
from cmstation.ui.watch.board.board_words import verdict_mark, waited_words
from cmstation.ui.watch.board.mail_text import mail_text, open_link

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
PARIS = "Europe/Paris"
ITEM = Item(1, 1, "La\nGazette", "Un\n titre", "https://anne:secret@a.example/x?y=1", NOW, NOW, "", "", 1)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=30), "since 09:11"),
        (timedelta(hours=9, minutes=30), "since 00:11"),
        (timedelta(hours=10), "since yesterday"),
        (timedelta(hours=33, minutes=42), "for 2 day(s)"),
        (-timedelta(hours=2), "since 11:41"),
    ],
)
def test_the_days_of_the_calendar_are_counted_in_the_zone_of_the_clinic(ago: timedelta, words: str) -> None:
    assert waited_words(NOW - ago, NOW, PARIS) == words


def test_each_opinion_has_a_sign_of_its_own() -> None:
    assert len({verdict_mark(one).icon for one in (True, None, False)}) == 3


def test_the_message_is_plain_lines_without_a_password() -> None:
    opinion = Opinion(1, 1, "  ", NOW, "Camille", "Dr\nPetit")

    text = mail_text(opinion, ITEM, PARIS)

    assert text.startswith("Hello Dr Petit,\n")
    assert "Un titre\nLa Gazette · " in text
    assert "https://a.example/x?y=1\n" in text
    assert "Question" not in text
    assert "secret" not in text


@pytest.mark.parametrize("link", ["", "file:///etc/passwd", "javascript:alert(1)", "http://[", "imap://x/y"])
def test_only_addresses_of_the_web_are_given_on(link: str) -> None:
    assert open_link(link) == ""
