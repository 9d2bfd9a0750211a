"""Reading a page for its card: hostile pages included, and never an error."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.link_card import LinkCard, fetch_card, fetch_thumb, picture_kind, read_card
from cmstation.networks.session import Session, Waits
from tests.fakes.page_server import PageServer
from tests.networks.contract_stage import picture

PAGE = "https://clinique.example/maternite"


@pytest.fixture
def site() -> Iterator[PageServer]:
    """Give a web site."""
    with PageServer() as site:
        yield site


def test_the_open_graph_comes_before_the_rest() -> None:
    page = """<html><head><title>Titre de page</title>
    <meta name="description" content="Description de page">
    <meta name="twitter:title" content="Titre pour X">
    <meta property="og:title" content="La maternité ouvre ses portes">
    <meta content="Visite libre samedi" property="og:description">
    <meta property="og:image" content="/photo.jpg"></head></html>"""

    assert read_card(page.encode(), PAGE) == LinkCard(
        PAGE,
        "La maternité ouvre ses portes",
        "Visite libre samedi",
        "https://clinique.example/photo.jpg",
    )


def test_a_page_without_open_graph_gives_its_title_and_description() -> None:
    page = (
        "<title>\n Clinique &amp; maternité </title><meta name=description content='Soins &eacute;t&eacute;'>"
    )

    card = read_card(page.encode(), PAGE)

    assert (card.title, card.description, card.image) == ("Clinique & maternité", "Soins été", "")


def test_a_title_inside_a_drawing_is_not_the_pages_title() -> None:
    page = "<title>Clinique</title><body><svg><title>Icône</title></svg>"

    assert read_card(page.encode(), PAGE).title == "Clinique"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("<title>Été à la clinique</title>".encode("latin-1"), "text/html; charset=ISO-8859-1"),
        ('<meta charset="windows-1252"><title>Été à la clinique</title>'.encode("cp1252"), "text/html"),
        ("<title>Été à la clinique</title>".encode(), "text/html; charset=nonsense"),
        ("<title>Été à la clinique</title>".encode(), ""),
    ],
    ids=["header", "meta", "unknown", "none"],
)
def test_accents_survive_each_encoding(page: bytes, kind: str) -> None:
    assert read_card(page, PAGE, kind).title == "Été à la clinique"


@pytest.mark.parametrize(
    "image",
    ["javascript:alert(1)", "data:image/png;base64,AAAA", "file:///etc/passwd", "http://[", "x" * 3000],
)
def test_a_picture_that_is_no_web_address_is_left_out(image: str) -> None:
    page = f'<title>T</title><meta property="og:image" content="{image}">'

    assert read_card(page.encode(), PAGE).image == ""


def test_words_that_turn_the_reading_direction_are_cleaned() -> None:
    page = '<meta property="og:title" content="abc\u202edef\x00 ghi\n\tjkl">'

    assert read_card(page.encode(), PAGE).title == "abc def ghi jkl"


def test_long_words_are_shortened_visibly() -> None:
    page = f'<meta property="og:title" content="{"é" * 5000}">'

    title = read_card(page.encode(), PAGE).title

    assert len(title) == 300
    assert title.endswith("…")


@given(st.binary(max_size=2000), st.text(max_size=60))
def test_whatever_the_page_holds_a_card_comes_out(page: bytes, kind: str) -> None:
    card = read_card(b"<html><head><meta property='og:title' " + page, PAGE, kind)

    assert card.title
    card.title.encode()
    card.description.encode()


def test_a_deeply_nested_page_is_read() -> None:
    page = b"<div>" * 100_000 + b"<title>Au fond</title>"

    assert read_card(page, PAGE).title == "Au fond"


def test_a_page_is_fetched_and_keeps_the_address_that_was_written(site: PageServer) -> None:
    site.show("/ici", b"<title>Arriv\xc3\xa9e</title><meta property='og:image' content='p.png'>")
    written = site.lead("/court", f"{site.url}/ici")

    card = fetch_card(Session(), written, NO_JOURNAL)

    assert card == LinkCard(written, "Arrivée", "", f"{site.url}/p.png")


def test_a_missing_page_a_file_and_a_huge_page_give_a_plain_card(site: PageServer) -> None:
    site.show("/doc.pdf", b"%PDF-1.7", "application/pdf")
    site.show("/huge", b"<title>Trop</title>" + b" " * 3_000_000)
    session = Session(reading=Waits(2, 2, 5))

    titles = [
        fetch_card(session, site.url + path, NO_JOURNAL).title for path in ("/rien", "/doc.pdf", "/huge")
    ]

    assert titles == ["127.0.0.1"] * 3


@pytest.mark.parametrize(
    ("address", "title"),
    [("http://127.0.0.1:9/x", "127.0.0.1"), ("http://clinique.example/x", "clinique.example"), ("x", "x")],
)
def test_a_page_that_cannot_be_asked_gives_a_plain_card(address: str, title: str) -> None:
    assert fetch_card(Session(), address, NO_JOURNAL) == LinkCard(address, title)


def test_a_picture_counts_by_what_it_is_not_by_what_it_says(site: PageServer) -> None:
    real = picture("carte", 1).data
    good = site.show("/a", real, "application/octet-stream")
    false = site.show("/b", b"<svg onload=alert(1)>", "image/png")
    large = site.show("/c", real + bytes(1_000_000), "image/png")

    found = [
        fetch_thumb(Session(), LinkCard(PAGE, "T", "", image), NO_JOURNAL)
        for image in (good, false, large, f"{site.url}/none", "")
    ]

    assert found[0] is not None
    assert (found[0].data, found[0].mime) == (real, "image/png")
    assert found[1:] == [None] * 4


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"GIF89a", ""),
        (b"", ""),
    ],
)
def test_kinds_of_pictures(start: bytes, kind: str) -> None:
    assert picture_kind(start) == kind
