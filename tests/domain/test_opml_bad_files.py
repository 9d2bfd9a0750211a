"""Lists that are not as they should be: mended where only a sign is wrong, refused as a whole otherwise."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain import opml
from cmstation.domain.opml import OpmlFeed
from cmstation.domain.watch_errors import NotOpml, OpmlProblem

URL = "https://a.example/feed"
GOOD = (
    f'<opml version="2.0"><head><title>T</title></head><body><outline text="A" xmlUrl="{URL}"/></body></opml>'
)


def _one(outline: str, before: str = "") -> OpmlFeed:
    (feed,) = opml.read(f"{before}<opml version='1.0'><body>{outline}</body></opml>".encode())
    return feed


@pytest.mark.parametrize(
    "outline",
    [
        f'<outline text="A" xmlUrl="{URL}"/>',
        f'<outline text="A" xmlurl="{URL}"></outline>',
        f'<outline TEXT="A" XMLURL="{URL}" TYPE="rss"/>',
        f'<OUTLINE text="A" xmlUrl="{URL}"/>',
        f'<outline text="A" xmlUrl=" {URL}\n"/>',
        f'<outline title="A" type="rss" url="{URL}"/>',
        f"<outline text='A' url='{URL}'/>",
        f'<outline text="A" xmlUrl="{URL}" xmlUrl="https://b.example/"/>',
        f'<outline text="A" xmlUrl="{URL}"/> & <3',
        f'<o:outline xmlns:o="urn:o" text="A" xmlUrl="{URL}"/>',
        f'<outline><outline text="A" xmlUrl="{URL}"/></outline>',
    ],
)
def test_a_feed_is_recognised_however_it_is_spelt(outline: str) -> None:
    assert _one(outline) == OpmlFeed("A", URL)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://a.example/?a=1&b=2", "https://a.example/?a=1&b=2"),
        ("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"),
        ("https://a.example/?a=1&copy=2&amp;lt=3", "https://a.example/?a=1&copy=2&lt=3"),
        ("https://a.example/?q=<x>&x", "https://a.example/?q=<x>&x"),
        ("https://a.example/caf&eacute;&#233;&#xE9;", "https://a.example/cafééé"),
        ("https://a.example/&#0;&#xD800;&#x110000;&unknown;", "https://a.example/&unknown;"),
        ("https://a.example/\x0b\x00x", "https://a.example/x"),
    ],
)
def test_a_bare_ampersand_or_a_foreign_reference_loses_nothing(written: str, url: str) -> None:
    assert _one(f'<outline text="&eacute;t&eacute; & hiver" xmlUrl="{written}"/>') == OpmlFeed(
        "été & hiver", url
    )


@pytest.mark.parametrize(
    "before",
    [
        "\n\n  ",
        "\ufeff",
        "\ufeff\n<?xml version='1.0'?>",
        "<!-- a remark & more -->",
        '<?xml version="1.1"?>',
        '<?xml version="1.0" encoding="no-such"?>',
        '<?xml version="1.0" encoding="UTF-16"?>',
        "<!DOCTYPE opml>",
        '<!DOCTYPE opml SYSTEM "https://b.example/opml.dtd">',
        "<!DOCTYPE opml [<!ELEMENT opml ANY>]>",
    ],
)
def test_what_stands_before_the_list_is_of_no_matter(before: str) -> None:
    assert _one(f'<outline text="&eacute;" xmlUrl="{URL}"/>', before) == OpmlFeed("é", URL)


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-15", "iso-8859-15"),
        ("windows-1252", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("utf-16", "utf-16-le"),
        ("utf-16", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("gb18030", "gb18030"),
        ("", "cp1252"),
    ],
)
def test_the_letters_are_right_whatever_the_file_says(declared: str, used: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    text = f'{declaration}<opml><body><outline text="Santé à cœur" xmlUrl="{URL}"/></body></opml>'

    assert opml.read(text.encode(used)) == [OpmlFeed("Santé à cœur", URL)]


def test_one_letter_of_another_encoding_does_not_spoil_the_others() -> None:
    data = f'<opml><body><outline text="Santé \xe0@" xmlUrl="{URL}"/></body></opml>'.encode()

    assert opml.read(data.replace("à@".encode(), b"\xe0")) == [OpmlFeed("Santé à", URL)]


@pytest.mark.parametrize(
    "text",
    [
        f'<body><outline text="A" xmlUrl="{URL}"/></body>',
        f'<opml><outline text="A" xmlUrl="{URL}"/></opml>',
        f'<outline text="A" xmlUrl="{URL}"/>',
        f'<opml><head/><outline text="A" xmlUrl="{URL}"/></opml>',
        f'<outlines><outline text="A" xmlUrl="{URL}"/></outlines>',
    ],
)
def test_head_and_body_may_be_missing(text: str) -> None:
    assert opml.read(text.encode()) == [OpmlFeed("A", URL)]


def test_an_empty_list_is_a_list() -> None:
    assert opml.read(b'<opml version="2.0"><head/><body/></opml>') == []


def test_what_the_list_shows_comes_before_the_title_and_both_are_kept() -> None:
    feed = _one(f'<outline text="Ours" title="Theirs" xmlUrl="{URL}"/>')

    assert (feed.title, feed.others) == ("Ours", (("title", "Theirs"),))
    assert opml.read(opml.write([feed], title="")) == [feed]


def test_links_pages_and_what_is_commented_out_are_counted() -> None:
    contents = opml.contents(
        f"""<opml><body>
        <outline text="a" type="link" url="https://a.example/"/>
        <outline text="b" type="include" url="https://a.example/b.opml"/>
        <outline text="c" htmlUrl="https://a.example/"/>
        <outline text="d" isComment="true"><outline text="e" xmlUrl="https://e.example/"/></outline>
        <outline text="f" type="rss" xmlUrl=""/>
        <outline text="A" xmlUrl="{URL}"/>
        </body></opml>""".encode()
    )

    assert contents.feeds == (OpmlFeed("A", URL),)
    assert (contents.ignored, contents.empty_folders) == (6, ())


def test_feeds_inside_a_feed_are_beside_it() -> None:
    inner = f'<outline text="A" xmlUrl="{URL}"/>'
    data = f'<opml><body><outline text="B" xmlUrl="{URL}">{inner}</outline></body></opml>'

    assert [(feed.title, feed.folders) for feed in opml.read(data.encode())] == [("B", ()), ("A", ())]


@pytest.mark.parametrize(
    ("data", "problem", "place"),
    [
        (b"", OpmlProblem.NOT_OPML, (0, 0)),
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", OpmlProblem.NOT_OPML, (0, 0)),
        (b"<html><body><p>Sign in</p></body></html>", OpmlProblem.NOT_OPML, (0, 0)),
        (b"<rss><channel><title>x</title></channel></rss>", OpmlProblem.NOT_OPML, (0, 0)),
        (b'{"feeds": []}', OpmlProblem.NOT_OPML, (0, 0)),
        (b"<outlined/>\n<opmly/>", OpmlProblem.NOT_OPML, (0, 0)),
        (b"<opml>\n <body>\n  <outline text='a'>\n </body>\n</opml>", OpmlProblem.ILL_FORMED, (4, 2)),
        (b"<opml><body></body>", OpmlProblem.CUT_SHORT, (1, 20)),
        (b"<opml><body>\n<outline text='a", OpmlProblem.CUT_SHORT, (2, 1)),
        (b"<opml><body><outline text='a' xmlUrl='b'/><outl", OpmlProblem.CUT_SHORT, (1, 43)),
        (b"<opml><body>\n<outline text=a xmlUrl=b/></body></opml>", OpmlProblem.ILL_FORMED, (2, 1)),
        (b'<opml><body>\n<outline text="a "b"" xmlUrl="b"/></body></opml>', OpmlProblem.ILL_FORMED, (2, 1)),
        (b"<opml></body></opml>", OpmlProblem.ILL_FORMED, (1, 7)),
        (b"<opml><body><!-- a </body></opml>", OpmlProblem.ILL_FORMED, (1, 13)),
    ],
)
def test_a_file_that_could_lose_feeds_is_refused_as_a_whole(
    data: bytes, problem: OpmlProblem, place: tuple[int, int]
) -> None:
    with pytest.raises(NotOpml) as refused:
        opml.read(data)

    assert (refused.value.problem, (refused.value.line, refused.value.column)) == (problem, place)


@pytest.mark.parametrize("cut", range(1, len(GOOD)))
def test_a_file_cut_anywhere_is_refused(cut: int) -> None:
    with pytest.raises(NotOpml):
        opml.read(GOOD[:-cut].encode())


BOMB = (
    '<!DOCTYPE opml [<!ENTITY a "0123456789">'
    + "".join(
        f'<!ENTITY {name} "{f"&{last};" * 10}">' for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><opml><body><outline text="&i;" xmlUrl="https://a.example/"/></body></opml>'
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        BOMB.replace("</opml>", " & </opml>"),
        GOOD.replace("<opml", '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname">]><opml', 1),
        GOOD.replace("<opml", '<!DOCTYPE opml [<!ENTITY % x SYSTEM "https://a.example/x"> %x;]><opml', 1),
        GOOD.replace("<opml", f'<!DOCTYPE opml [<!ENTITY x "{"x" * 50_000}">]><opml', 1).replace(
            "A", "&x;" * 9_000
        ),
    ],
)
def test_entities_are_refused(text: str) -> None:
    with pytest.raises(NotOpml) as refused:
        opml.read(text.encode())

    assert refused.value.problem is OpmlProblem.ENTITIES


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<opml>" + b" " * 50_000_000, OpmlProblem.TOO_LARGE),
        (b"<opml><body>" + b"<outline text='a'>" * 100_000, OpmlProblem.TOO_DEEP),
        (b"<opml><body>&" + b"<outline text='a'>" * 100_000, OpmlProblem.TOO_DEEP),
        (b"<opml><body>" + b"<outline text='a'/>" * 200_000 + b"</body></opml>", OpmlProblem.TOO_MANY),
        (b"<opml>" + b"< " * 5_000_000, OpmlProblem.CUT_SHORT),
        (b"<opml>" + b"<!--" * 2_000_000, OpmlProblem.CUT_SHORT),
        (b"<opml>" + b"<![CDATA[" * 1_000_000, OpmlProblem.CUT_SHORT),
        (b"<opml>" + b"<a b='" * 1_000_000, OpmlProblem.CUT_SHORT),
        (b"<opml><a" + b" b=''" * 1_000_000, OpmlProblem.CUT_SHORT),
        (b"<opml><!DOCTYPE " + b"[" * 1_000_000, OpmlProblem.CUT_SHORT),
        (b"<opml><outline text='" + b"&amp" * 2_000_000, OpmlProblem.CUT_SHORT),
    ],
)
def test_a_file_made_to_exhaust_is_refused_soon(data: bytes, problem: OpmlProblem) -> None:
    began = time.process_time()

    with pytest.raises(NotOpml) as refused:
        opml.read(data)

    assert refused.value.problem is problem
    assert time.process_time() - began < 10


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_are_refused(data: bytes) -> None:
    for whole in (data, b"<opml>" + data, b"<opml><body>" + data + b"</body></opml>"):
        try:
            opml.contents(whole)
        except NotOpml as refused:
            assert refused.line >= 0


@given(st.data())
def test_a_changed_list_is_read_or_refused(data: st.DataObject) -> None:
    text = GOOD * data.draw(st.integers(1, 2))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(text)))
        added = data.draw(
            st.sampled_from(["<", ">", "&", '"', "'", "/", "<outline>", "</body>", "&x;", "\x00", "é"])
        )
        text = text[:place] + added + text[place + data.draw(st.integers(0, 3)) :]

    try:
        feeds = opml.read(text.encode())
    except NotOpml:
        return
    assert all(feed.url for feed in feeds)
