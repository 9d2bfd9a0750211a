"""Newsletters become items, whatever their mail says of itself."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.networks.watch_mailbox_letters import decoded, letter_item


def mail(*lines: str | bytes) -> bytes:
    return b"\r\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)


def test_a_newsletter_becomes_an_item() -> None:
    item = letter_item(
        mail(
            "From: =?utf-8?q?La_Revue_de_sant=C3=A9?= <lettre@revue.example>",
            "To: Léa <lea@clinique.example>",
            "Subject: =?iso-8859-1?q?L'=E9tude?= du =?utf-8?b?bW9pcw==?=",
            "Date: Fri, 20 Nov 2026 08:00:00 +0100",
            "Message-ID: <abc.123@revue.example>",
            "List-Unsubscribe: <https://revue.example/unsubscribe?lea@clinique.example>",
            "Archived-At: <https://revue.example/archives/12>",
            'Content-Type: multipart/alternative; boundary="b"',
            "",
            "--b",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "Le texte",
            "--b",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "<p>La sant=C3=A9</p>",
            "--b--",
        ),
        None,
    )

    assert item.title == "L'étude du mois"
    assert item.author == "La Revue de santé"
    assert item.summary.strip() == "<p>La santé</p>"
    assert item.published == datetime(2026, 11, 20, 7, tzinfo=UTC)
    assert item.link == "https://revue.example/archives/12"
    assert "@" not in repr(item)


def test_a_message_of_plain_text_becomes_paragraphs_with_links() -> None:
    item = letter_item(
        mail("Subject: A", "", "Un <b>", "deux", "", "Voir https://exemple.fr/a?b=1&c=2."), None
    )

    assert item.summary == (
        '<p>Un &lt;b&gt;<br>deux</p><p>Voir <a href="https://exemple.fr/a?b=1&amp;c=2">'
        "https://exemple.fr/a?b=1&amp;c=2</a>.</p>"
    )


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("lettre@revue.example", ""),
        ("<lettre@revue.example>", ""),
        ('"lettre@revue.example" <lettre@revue.example>', ""),
        ('"Revue, la" <lettre@revue.example>', "Revue, la"),
        ("Léa <a@b.example>", "Léa"),
        ("Léa <", "Léa"),
        ("", ""),
    ],
)
def test_a_sender_is_told_by_name_alone(sender: str, name: str) -> None:
    assert letter_item(mail(f"From: {sender}", "Subject: A", "", "x"), None).author == name


def test_what_hangs_on_a_message_is_not_its_text() -> None:
    item = letter_item(
        mail(
            'Content-Type: multipart/mixed; boundary="b"',
            "",
            "--b",
            "Content-Type: text/html",
            'Content-Disposition: attachment; filename="a.html"',
            "",
            "<p>Pièce jointe</p>",
            "--b",
            "Content-Type: message/rfc822",
            "",
            mail("Content-Type: text/html", "", "<p>Autre lettre</p>"),
            "--b",
            "Content-Type: text/plain",
            "",
            "Le texte",
            "--b--",
        ),
        None,
    )

    assert item.summary == "<p>Le texte</p>"


def test_a_message_without_a_title_is_called_by_its_first_words() -> None:
    assert (
        letter_item(mail("From: A <a@b.example>", "", "Les premiers mots"), None).title == "Les premiers mots"
    )
    assert letter_item(b"", None).title == "…"


def test_a_message_without_a_date_came_out_when_it_was_received() -> None:
    received = datetime(2026, 11, 1, tzinfo=UTC)

    assert letter_item(mail("Date: jamais", "", "x"), received).published == received


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        ("été".encode(), "utf-8", "été"),
        ("été".encode(), "iso-8859-1", "été"),
        ("été".encode(), "", "été"),
        ("été €".encode("cp1252"), "utf-8", "été €"),
        ("été".encode("latin-1"), "iso-8859-1", "été"),
        ("é".encode("utf-16"), "utf-16", "é"),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
        (b"abc", "zlib", "abc"),
        (b"abc", "unicode_escape", "abc"),
        (b"a+AGI-c", "utf-7", "a+AGI-c"),
        (b"abc", "no such thing", "abc"),
        (b"abc", "\0", "abc"),
    ],
)
def test_a_charset_is_believed_only_when_it_can_be_true(raw: bytes, declared: str, text: str) -> None:
    assert decoded(raw, declared) == text


def nested(depth: int) -> bytes:
    heads = (
        f'Content-Type: multipart/mixed; boundary="b{number}"\r\n\r\n--b{number}'.encode()
        for number in range(depth)
    )
    return b"Subject: Bombe\r\n" + b"\r\n".join(heads) + b"\r\n\r\nx"


@pytest.mark.parametrize(
    "raw",
    [
        nested(50),
        nested(20_000),
        b'Subject: Bombe\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\n" * 200_000,
        b"Subject: Bombe\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 20_000,
        b"Subject: Bombe\r\n" + b"X: " + b"(" * 1_000_000 + b"\r\n\r\nx",
        b"Subject: Bombe\r\nFrom: " + b"(" * 200_000 + b"\r\n\r\nx",
        b"Subject: Bombe\r\nFrom: " + b'"\\' * 100_000 + b"\r\n\r\nx",
        b"Subject: Bombe\r\nFrom: " + b"=?utf-8?q?a?= " * 100_000 + b"\r\n\r\nx",
        b"Subject: Bombe\r\nDate: " + b"9" * 100_000 + b"\r\n\r\nx",
        b"Subject: Bombe\r\nContent-Type: text/html" + b"; a*0=b" * 100_000 + b"\r\n\r\nx",
        b"Subject: Bombe\r\nContent-Type: text/html; charset*=x''%ff\r\n\r\nx",
        b"Subject: Bombe\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"=A" * 500_000,
        b"Subject: Bombe\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n" + b"\xff" * 500_000,
    ],
    ids=lambda raw: f"{len(raw)}-{raw[16:40]!r}",
)
def test_a_message_that_is_a_bomb_costs_little(raw: bytes) -> None:
    begun = time.monotonic()

    item = letter_item(raw, None)

    assert item.title == "Bombe"
    assert time.monotonic() - begun < 2


@given(st.binary(max_size=400), st.binary(max_size=400), st.binary(max_size=60))
def test_no_message_breaks_the_reading(head: bytes, body: bytes, kind: bytes) -> None:
    raw = b"Subject: " + head + b"\r\nFrom: " + head + b"\r\nContent-Type: " + kind + b"\r\n\r\n" + body

    item = letter_item(raw, None)

    assert item.id.startswith("mail:")
    assert item.title
