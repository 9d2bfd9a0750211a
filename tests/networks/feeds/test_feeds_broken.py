"""Broken feeds are read as far as they can be, and say that they are broken."""

import codecs

import pytest

from tests.networks.feeds.reading import only_entry, only_item, read, rss

LETTERS = "L’été à l’hôpital : « œdème » – 12 €"


# --- characters -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "real", "header"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "cp1252", None),
        ("iso-8859-1", "cp1252", None),
        ("iso-8859-1", "utf-8", None),
        ("iso-8859-1", "utf-8", "text/xml; charset=iso-8859-1"),
        ("utf-8", "cp1252", "text/xml; charset=windows-1252"),
        ("us-ascii", "utf-8", "text/xml"),
        ("utf-16", "utf-8", None),
        ("utf-16", "utf-16", None),
        ("utf-16", "utf-16-le", None),
        ("utf-16", "utf-16-be", "application/xml; charset=utf-8"),
        ("utf-8", "utf-32-le", None),
        ("utf-8", "utf-8-sig", None),
        ("inconnu", "utf-8", "text/xml; charset=x-inconnu"),
        ("inconnu", "cp1252", None),
        ("rot13", "utf-8", "text/xml; charset=punycode"),
    ],
)
def test_letters_are_read_whatever_the_charset_claims_to_be(
    declared: str, real: str, header: str | None
) -> None:
    document = f'<?xml version="1.0" encoding="{declared}"?>' + rss(f"<item><title>{LETTERS}</title></item>")

    feed = read(document.encode(real), content_type=header)

    assert feed.items[0].title == LETTERS


@pytest.mark.parametrize(
    ("charset", "title"),
    [
        ("iso-8859-15", "cœur €"),
        ("windows-1251", "врач"),
        ("gb18030", "医生"),
        ("shift_jis", "医者"),
        ("iso-2022-jp", "医者"),
        ("euc-kr", "의사"),
    ],
)
def test_a_declared_charset_is_obeyed_when_the_bytes_are_not_utf_8(charset: str, title: str) -> None:
    item = f"<item><title>{title}</title></item>"
    document = f'<?xml version="1.0" encoding="{charset}"?><rss><channel>{item}</channel></rss>'

    feed = read(document.encode(charset))

    assert (feed.items[0].title, feed.ill_formed) == (title, False)


def test_a_single_bad_byte_does_not_spoil_the_rest() -> None:
    document = (
        rss("<item><title>L’été</title></item>").encode().replace("été".encode(), b"\xe9t" + "é".encode())
    )

    feed = read(document)

    assert (feed.items[0].title, feed.ill_formed) == ("L’été", True)


def test_letters_of_windows_that_were_taken_for_latin_are_repaired() -> None:
    assert only_item("<item><title>L\x92été &#146;ici&#x92;</title></item>").title == "L’été ’ici’"


@pytest.mark.parametrize(
    "before", [b"\n\n", b" \t", codecs.BOM_UTF8 + b"\n", b"<br />\n<b>Notice</b>: x\n", b"\0"]
)
def test_what_comes_before_the_declaration_is_overlooked(before: bytes) -> None:
    document = before + b'<?xml version="1.0"?>' + rss("<item><title>Un</title></item>").encode()

    feed = read(document)

    assert (feed.items[0].title, feed.ill_formed) == ("Un", True)


def test_control_characters_disappear() -> None:
    feed = read(rss("<item><title>U\x00n\x08 de\x1bux\ufeff&#0;&#8;&#xFFFF;&#xD800;</title></item>"))

    assert feed.items[0].title == "Un deux\ufffd\ufffd\ufffd"
    assert feed.ill_formed is True


# --- references -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("&Eacute;thique&nbsp;: l&rsquo;&oelig;uvre", "Éthique\u00a0: l’œuvre"),
        ("Éthique &amp;amp; soin", "Éthique & soin"),
        ("L&amp;rsquo;éthique &amp;amp; l&amp;#8217;accès", "L’éthique & l’accès"),
        ("<![CDATA[L&rsquo;éthique &amp;amp; l&amp;#8217;accès]]>", "L’éthique & l’accès"),
        ("R&D & soin", "R&D & soin"),
        ("AT&T; suite", "AT&T; suite"),
        ("&inconnu; &#xZZ; &#99999999;", "&inconnu; &#xZZ; \ufffd"),
        ("<![CDATA[<b>Un</b> &amp; <i>deux</i>]]>", "Un & deux"),
        ("&lt;b&gt;Un&lt;/b&gt;&lt;br/&gt;deux", "Un deux"),
        ("&amp;lt;b&amp;gt;Un&amp;lt;/b&amp;gt;", "Un"),
        ("<b>Un</b> <i>deux</i>", "Un deux"),
        ("p < 0,05 et n > 30", "p < 0,05 et n > 30"),
        ("Zoé &lt;zoe@exemple.fr&gt;", "Zoé <zoe@exemple.fr>"),
        ("Un <!-- pas ceci --> deux", "Un deux"),
        ("Un <![CDATA[& deux]]> &amp; trois", "Un & deux & trois"),
        ("  Un\n\t deux\r\n\u2028trois  ", "Un deux trois"),
        ("Un\u202edeux\u200f", "Undeux"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Un", "Un"),
    ],
)
def test_a_title_is_plain_text(written: str, title: str) -> None:
    assert only_item(f"<item><title>{written}</title></item>").title == title


def test_an_atom_title_of_type_text_keeps_what_looks_like_a_tag() -> None:
    assert only_entry('<title type="text">La balise &lt;b&gt;</title>').title == "La balise <b>"
    assert (
        only_entry('<title type="html">La balise &lt;b&gt;en gras&lt;/b&gt;</title>').title
        == "La balise en gras"
    )
    assert only_entry('<title type="xhtml"><div>Un <b>deux</b> &amp; 3</div></title>').title == "Un deux & 3"


def test_entities_of_the_document_itself_are_used() -> None:
    doctype = (
        "<!DOCTYPE rss [<!ENTITY clinique 'Clinique &#233;toile'> <!ENTITY % p SYSTEM 'file:///etc/passwd'>]>"
    )

    feed = read(doctype + rss("<item><title>La &clinique; &p;</title></item>"))

    assert feed.items[0].title == "La Clinique étoile &p;"


# --- mark-up ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        "<category>Santé<title>Un</title><link>https://exemple.fr/1</link><guid>1</guid>",
        "<title>Un<link>https://exemple.fr/1<guid>1</guid>",
        "<TITLE>Un</TITLE><Link>https://exemple.fr/1</Link><GUID>1</GUID>",
        "<title>Un</Title><link>https://exemple.fr/1</LINK><guid>1</guid>",
        "<br><title>Un</title><hr><link>https://exemple.fr/1</link><guid>1</guid></p>",
        "<title >Un</title ><link\n>https://exemple.fr/1</link\t><guid>1</guid>",
        "<title lang=fr>Un</title><link>https://exemple.fr/1</link><guid isPermaLink=false>1</guid>",
        "<title>Un</title><link href=https://exemple.fr/1 /><guid>1</guid>",
        '<title>Un</title><link href="https://exemple.fr/1"><guid>1</guid>',
        "<a><b></a><title>Un</title><link>https://exemple.fr/1</link><guid>1</guid>",
        "<!-- <title>Non</title> --><title>Un</title><link>https://exemple.fr/1</link><guid>1</guid>",
        "<media:group><title>Un</title><link>https://exemple.fr/1</link><guid>1</guid></media:group>",
    ],
)
def test_broken_elements_do_not_hide_the_others(inside: str) -> None:
    feed = read(rss(f"<item>{inside}</item><item><title>Deux</title><guid>2</guid></item>"))

    assert [(item.title, item.link, item.id) for item in feed.items] == [
        ("Un", "https://exemple.fr/1", "1"),
        ("Deux", "", "2"),
    ]


def test_mark_up_that_nobody_escaped_stays_in_the_summary() -> None:
    item = only_item("<item><description><p>Un <b>deux</b> &eacute;</p><title>x</title></description></item>")

    assert item.summary == "<p>Un <b>deux</b> &eacute;</p><title>x</title>"


def test_entries_that_never_end_are_told_apart() -> None:
    feed = read(
        "<rss><channel><title>T</title><item><title>Un</title><item><title>Deux</title></channel></rss>"
    )

    assert [item.title for item in feed.items] == ["Un", "Deux"]
    assert feed.ill_formed is True


def test_an_entry_of_which_only_a_part_came_waits_for_the_next_time() -> None:
    whole = rss("<item><guid>1</guid><title>Un</title></item><item><guid>2</guid><title>Deux</title></item>")

    feed = read(whole[: whole.index("Deux") + 2])

    assert [item.id for item in feed.items] == ["1"]
    assert feed.ill_formed is True


def test_a_text_about_entries_does_not_begin_one() -> None:
    item = only_item(
        "<item><title>Un</title><description><![CDATA[<item><title>Non</title></item>]]></description></item>"
    )

    assert (item.title, item.summary) == ("Un", "<item><title>Non</title></item>")


def test_a_drawing_in_a_text_may_have_descriptions_of_its_own() -> None:
    item = only_entry(
        '<title>Un</title><content type="xhtml"><div>Avant<svg><metadata><rdf:RDF>'
        "<dc:title>Non</dc:title></rdf:RDF></metadata></svg>Après</div></content>"
    )

    assert item.summary.startswith("Avant<svg>")
    assert item.summary.endswith("</svg>Après")


def test_json_that_was_cut_keeps_its_whole_entries() -> None:
    head = '{"version": "https://jsonfeed.org/version/1.1", "title": "Santé", "items": ['
    whole = head + '{"id": "1", "title": "Un"}, {"id": "2"'

    feed = read(whole)

    assert (feed.title, [item.id for item in feed.items], feed.ill_formed) == ("Santé", ["1"], True)


def test_json_says_little_and_is_read_all_the_same() -> None:
    feed = read(
        '{"version": "https://jsonfeed.org/version/1", "author": {"name": "Zoé"}, "items": ['
        '{"id": 12, "content_text": "a < b\\nc", "external_url": "https://autre.fr/1",'
        ' "attachments": [{"url": "javascript:x"}, {"url": "/s.mp3"}]},'
        '{"id": "https://exemple.fr/2", "title": "Deux \\ud800",'
        ' "date_published": "nie", "date_modified": "2024-10-02"},'
        '"non", null, {"id": ["x"], "url": {}, "title": 5.0}]}'
    )
    one, two, three = feed.items

    assert (one.id, one.title, one.summary, one.author) == ("12", "a < b c", "a &lt; b<br>c", "Zoé")
    assert (one.link, one.media) == ("https://autre.fr/1", "https://exemple.fr/s.mp3")
    assert (two.title, two.link, str(two.published)) == (
        "Deux ?",
        "https://exemple.fr/2",
        "2024-10-02 00:00:00+00:00",
    )
    assert three.title == "5.0"
