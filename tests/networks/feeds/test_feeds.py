"""What feeds say is found, and what they leave out gets a sensible stand-in."""

import pytest

from cmstation.domain.feeds import FeedFormat
from cmstation.domain.watch_errors import NotAFeed
from cmstation.networks.feed_bounds import LONGEST_BEGINNING, LONGEST_ID
from tests.networks.feeds.reading import MODULES, only_entry, only_item, read, rss

# --- what is no feed --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "document",
    [
        b"<!DOCTYPE html><html><head><title>Accueil</title></head><body><item>x</item></body></html>",
        b"<HTML><body>Bonjour</body></HTML>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html xmlns="y"/>',
        b"\n\n<div>Une erreur</div>",
    ],
)
def test_a_web_page_is_no_feed_and_the_error_says_that_it_is_a_page(document: bytes) -> None:
    with pytest.raises(NotAFeed) as caught:
        read(document)

    assert caught.value.facts == {"page": True}


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"   ",
        b"Bonjour",
        b"\x89PNG\r\n\x1a\n\0\0",
        b"<opml version='2.0'><body><outline/></body></opml>",
        b"<urlset><url><loc>https://exemple.fr/</loc></url></urlset>",
        b'{"a": 1}',
        b"[1, 2]",
        b"{",
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x/></rdf:RDF>',
        b"<feed><x/></feed>",
    ],
)
def test_anything_else_is_no_feed_and_no_page(document: bytes) -> None:
    with pytest.raises(NotAFeed) as caught:
        read(document)

    assert caught.value.page is False


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read("<rss version='2.0'><channel></channel></rss>").items == ()
    assert read('<feed xmlns="http://www.w3.org/2005/Atom"/>').items == ()
    assert read('{"version": "https://jsonfeed.org/version/1", "items": []}').items == ()


# --- links ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "link"),
    [
        ("<link>https://exemple.fr/1</link>", "https://exemple.fr/1"),
        ("<link>\n  https://exemple.fr/a b\n</link>", "https://exemple.fr/a%20b"),
        ("<link>/actu/1?a=1&amp;b=2</link>", "https://exemple.fr/actu/1?a=1&b=2"),
        ("<link>actu/1</link>", "https://exemple.fr/actu/1"),
        ("<link>//autre.fr/1</link>", "https://autre.fr/1"),
        ("<link>www.exemple.fr/1</link>", "https://www.exemple.fr/1"),
        ("<link><![CDATA[https://exemple.fr/?a=1&b=2]]></link>", "https://exemple.fr/?a=1&b=2"),
        ("<link>https://exemple.fr/?a=1&b=2&copy=3</link>", "https://exemple.fr/?a=1&b=2&copy=3"),
        ('<link href="https://exemple.fr/1"/>', "https://exemple.fr/1"),
        ("<atom:link rel='self' href='/flux'/><link>/2</link>", "https://exemple.fr/2"),
        ("<guid>https://exemple.fr/3</guid>", "https://exemple.fr/3"),
        ("<guid isPermaLink='true'>https://exemple.fr/3</guid>", "https://exemple.fr/3"),
        ("<guid isPermaLink='false'>https://exemple.fr/3</guid>", ""),
        ("<guid>numéro 3</guid>", ""),
        ("<guid isPermaLink='false'>3</guid><enclosure url='/son.mp3'/>", "https://exemple.fr/son.mp3"),
        (
            "<link>https://feedproxy.exemple/1</link><feedburner:origLink>https://exemple.fr/v</feedburner:origLink>",
            "https://exemple.fr/v",
        ),
        ("<link>javascript:alert(1)</link>", ""),
        ("<link>java&#10;script:alert(1)</link>", ""),
        ("<link>file:///etc/passwd</link>", ""),
        ("<link>data:text/html,x</link>", ""),
        ("<link>mailto:zoe@exemple.fr</link>", ""),
        ("<link>http://[</link>", ""),
        ("<link>https:///sans-hote</link>", ""),
        ("<link>https://exemple.fr:99999/</link>", ""),
    ],
)  # fmt: skip
def test_the_link_of_an_entry_is_absolute_and_leads_to_the_web(inside: str, link: str) -> None:
    item = only_item(f"<item><title>Un</title>{inside}</item>")

    assert item.link == link


@pytest.mark.parametrize(
    ("inside", "link"),
    [
        ('<link rel="self" href="/s"/><link rel="edit" href="/e"/><link href="/a"/>', "https://exemple.fr/a"),
        (
            '<link type="application/pdf" href="/p"/><link type="text/html" href="/h"/>',
            "https://exemple.fr/h",
        ),
        (
            '<link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/>',
            "https://exemple.fr/a",
        ),
        ('<link rel="enclosure" href="/s.mp3"/>', "https://exemple.fr/s.mp3"),
        ("<id>https://exemple.fr/i</id>", "https://exemple.fr/i"),
        ('<id>tag:x</id><content src="/c" type="text/html"/>', "https://exemple.fr/c"),
        ('<link rel="related" href="/r"/>', "https://exemple.fr/r"),
        ('<link rel="self" href="/s"/>', ""),
        ('<link href="javascript:alert(1)"/><link href="/bon"/>', "https://exemple.fr/bon"),
        ('<link href="/a" xml:base="https://autre.fr/"/>', "https://autre.fr/a"),
    ],
)
def test_the_best_link_of_an_atom_entry_is_taken(inside: str, link: str) -> None:
    assert only_entry(f"<title>Un</title>{inside}").link == link


def test_the_bases_of_a_document_add_up() -> None:
    feed = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://autre.fr/a/"><link href="../"/>'
        '<entry xml:base="b/"><title>Un</title><link href="c"/>'
        "<content type='html' xml:base='d/'>&lt;a href=\"e?x=1&amp;amp;y\"&gt;&lt;img src='/f.png'&gt;"
        "</content></entry></feed>"
    )

    assert feed.site == "http://autre.fr/"
    assert feed.items[0].link == "http://autre.fr/a/b/c"
    assert feed.items[0].summary == (
        "<a href=\"http://autre.fr/a/b/d/e?x=1&amp;y\"><img src='http://autre.fr/f.png'>"
    )


def test_links_inside_a_summary_become_absolute_and_others_stay() -> None:
    text = (
        '<a href="/a">a</a> <a href="#b">b</a> <a href="mailto:c@d.fr">c</a> <img src="https://e.fr/f.png">'
    )

    item = only_item(f"<item><description><![CDATA[{text}]]></description></item>")

    assert item.summary == text.replace("/a", "https://exemple.fr/a", 1)


# --- identities -------------------------------------------------------------------------------------------


def test_an_entry_without_an_identity_takes_its_link() -> None:
    assert (
        only_item("<item><title>Un</title><link>https://exemple.fr/1</link></item>").id
        == "https://exemple.fr/1"
    )


def test_an_entry_without_identity_and_link_keeps_the_same_made_one_when_its_text_changes() -> None:
    dated = "<item><title>Un</title><dc:date>2024-10-02</dc:date><description>{}</description></item>"

    identities = {only_item(dated.format(text)).id for text in ("avant", "après")}
    other = only_item(dated.format("avant").replace("Un", "Deux")).id

    assert len(identities) == 1
    assert other not in identities


def test_entries_that_share_one_identity_are_told_apart_whatever_their_order() -> None:
    one = "<item><guid>x</guid><title>Un</title><link>/1</link></item>"
    two = "<item><guid>x</guid><title>Deux</title><link>/2</link></item>"

    there = read(rss(one + two)).items
    back = read(rss(two + one)).items

    assert len({item.id for item in there}) == 2
    assert set(there) == set(back)


def test_an_entry_that_is_repeated_counts_once() -> None:
    one = "<item><guid>x</guid><title>Un</title><link>/1</link></item>"

    assert len(read(rss(one * 3)).items) == 1


def test_a_very_long_identity_becomes_short_and_stays_unique() -> None:
    items = read(
        rss("".join(f"<item><title>T</title><guid>{'g' * 3000}{n}</guid></item>" for n in range(2)))
    ).items

    assert len({item.id for item in items}) == 2
    assert all(len(item.id) <= LONGEST_ID for item in items)


def test_the_address_of_an_rdf_entry_is_its_identity() -> None:
    feed = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        '<channel/><item rdf:about="https://exemple.fr/1"> </item></rdf:RDF>'
    )

    assert feed.format is FeedFormat.RDF
    assert (feed.items[0].id, feed.items[0].link) == ("https://exemple.fr/1", "https://exemple.fr/1")


# --- titles and summaries that are missing ----------------------------------------------------------------


def test_a_missing_title_is_the_beginning_of_the_summary() -> None:
    item = only_item(
        "<item><description><![CDATA[<style>p{}</style><p>L&#8217;étude, <b>enfin</b></p><p>publiée</p>]]>"
        "</description></item>"
    )

    assert item.title == "L’étude, enfin publiée"


def test_the_beginning_of_a_long_summary_is_cut_after_a_word() -> None:
    title = only_item(f"<item><description>{'patient ' * 100}</description></item>").title

    assert title.endswith("patient…")
    assert len(title) <= LONGEST_BEGINNING


def test_without_title_and_summary_the_link_is_shown() -> None:
    assert only_item("<item><link>https://exemple.fr/1</link></item>").title == "https://exemple.fr/1"


def test_an_entry_that_is_only_a_picture_is_kept() -> None:
    assert only_item('<item><description>&lt;img src="/une.jpg"&gt;</description></item>').title == "…"


def test_an_entry_with_nothing_to_show_is_left_out() -> None:
    assert read(rss("<item></item><item><pubDate>Wed, 02 Oct 2024 08:15:00 GMT</pubDate></item>")).items == ()


def test_the_longest_of_the_texts_is_the_summary() -> None:
    item = only_item(
        "<item><description>court</description>"
        "<content:encoded><![CDATA[<p>bien plus long</p>]]></content:encoded>"
        "<itunes:summary>moyen</itunes:summary></item>",
        root=MODULES,
    )

    assert item.summary == "<p>bien plus long</p>"


@pytest.mark.parametrize(
    ("inside", "summary"),
    [
        ('<summary type="text">a &lt; b &amp; c</summary>', "a &lt; b &amp; c"),
        ("<summary>un\ndeux</summary>", "un<br>deux"),
        ("<summary>&lt;p&gt;un&lt;/p&gt;</summary>", "<p>un</p>"),
        ('<content type="html">&lt;p&gt;L&amp;#8217;un&lt;/p&gt;</content>', "<p>L&#8217;un</p>"),
        ('<content type="html"><![CDATA[<p>un</p>]]></content>', "<p>un</p>"),
        ('<content type="text/html" mode="base64">PHA+dW48L3A+</content>', "<p>un</p>"),
        ('<content type="image/png">iVBORw0KGgo=</content>', ""),
        ('<content type="xhtml"><div xmlns="x"><p>a<br/>b</p></div></content>', "<p>a<br/>b</p>"),
        ('<content type="xhtml"><h:div xmlns:h="x"><h:p id="e"/>b</h:div></content>', '<p id="e"></p>b'),
        ('<content type="xhtml"><div>a <![CDATA[<b>]]></div></content>', "a &lt;b&gt;"),
        ("<media:group><media:description>a &lt; b</media:description></media:group>", "a &lt; b"),
    ],
)  # fmt: skip
def test_the_text_of_an_atom_entry_becomes_html_whatever_its_type(inside: str, summary: str) -> None:
    assert only_entry(f"<title>Un</title>{inside}", root=MODULES).summary == summary
