"""Lists of feeds: what is written is read again, whole."""

from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain import opml
from cmstation.domain.opml import OpmlFeed

LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
VALUES = st.text(LETTERS | st.sampled_from("\n\t\r&<>\"'"), max_size=12)
NAMES = st.sampled_from(
    [
        "created",
        "isBreakpoint",
        "version",
        "comment",
        "{https://freshrss.org/opml}priority",
        "{urn:x}text",
        "é-1",
    ]
)
FEEDS = st.builds(
    OpmlFeed,
    title=WORDS | st.just(""),
    url=WORDS,
    folders=st.lists(
        st.sampled_from(["News", "Ethics & law", "É/thique", " ".join("ab")]) | WORDS, max_size=4
    ).map(tuple),
    site=WORDS | st.just(""),
    kind=st.sampled_from(["rss", "atom", "RSS", "x"]),
    description=VALUES,
    language=st.sampled_from(["", "fr", "en-us"]),
    categories=st.lists(WORDS.filter(lambda word: "," not in word), max_size=3).map(tuple),
    others=st.lists(st.tuples(NAMES, VALUES), max_size=4, unique_by=lambda one: one[0]).map(tuple),
)


def _by_folder(feeds: list[OpmlFeed]) -> dict[tuple[str, ...], list[OpmlFeed]]:
    found: dict[tuple[str, ...], list[OpmlFeed]] = {}
    for feed in feeds:
        found.setdefault(feed.folders, []).append(feed)
    return found


@given(st.lists(FEEDS, max_size=12), WORDS)
def test_all_that_is_written_is_read_again(feeds: list[OpmlFeed], title: str) -> None:
    contents = opml.contents(opml.write(feeds, title=title))

    assert _by_folder(list(contents.feeds)) == _by_folder(feeds)
    assert contents.title == " ".join(title.split())
    assert (contents.empty_folders, contents.ignored) == ((), 0)


@given(st.lists(FEEDS, max_size=12))
def test_a_list_that_was_read_is_written_as_it_is(feeds: list[OpmlFeed]) -> None:
    once = opml.write(feeds, title="Feeds")

    assert opml.write(opml.read(once), title="Feeds") == once


@given(st.text(), st.text(), st.lists(st.text(), max_size=3), st.text())
def test_whatever_a_feed_says_the_file_can_be_read(
    title: str, url: str, folders: list[str], other: str
) -> None:
    feed = OpmlFeed(title, url, tuple(folders), description=other, others=((other, title), ("x", other)))

    data = opml.write([feed], title=title, empty_folders=[folders])

    assert ElementTree.fromstring(data).get("version") == "2.0"
    opml.contents(data)


def test_folders_are_nested_once_in_the_order_of_their_first_appearance() -> None:
    feeds = [
        OpmlFeed("1", "https://a.example/1", ("B", "C")),
        OpmlFeed("2", "https://a.example/2"),
        OpmlFeed("3", "https://a.example/3", ("A",)),
        OpmlFeed("4", "https://a.example/4", ("B",)),
        OpmlFeed("1", "https://a.example/1", ("A",)),
    ]

    data = opml.write(
        feeds, title="Watch", created=datetime(2025, 3, 9, 7, 5, tzinfo=timezone(timedelta(hours=1)))
    )

    assert data.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<opml version="2.0">\n'
        "  <head>\n"
        "    <title>Watch</title>\n"
        "    <dateCreated>Sun, 09 Mar 2025 06:05:00 GMT</dateCreated>\n"
        "  </head>\n"
        "  <body>\n"
        '    <outline text="B" title="B">\n'
        '      <outline text="C" title="C">\n'
        '        <outline text="1" title="1" type="rss" xmlUrl="https://a.example/1"/>\n'
        "      </outline>\n"
        '      <outline text="4" title="4" type="rss" xmlUrl="https://a.example/4"/>\n'
        "    </outline>\n"
        '    <outline text="2" title="2" type="rss" xmlUrl="https://a.example/2"/>\n'
        '    <outline text="A" title="A">\n'
        '      <outline text="3" title="3" type="rss" xmlUrl="https://a.example/3"/>\n'
        '      <outline text="1" title="1" type="rss" xmlUrl="https://a.example/1"/>\n'
        "    </outline>\n"
        "  </body>\n"
        "</opml>\n"
    )


def test_what_xml_cannot_hold_is_left_out() -> None:
    feed = OpmlFeed("a\x00b\ud800c\x0bd\ufffe", "https://a.example/?x=1&y=2", ("\x1f", "e\x08f"))

    assert opml.read(opml.write([feed], title="\x01")) == [
        OpmlFeed("abcd", "https://a.example/?x=1&y=2", ("ef",))
    ]


def test_empty_folders_are_kept_when_asked() -> None:
    data = opml.write(
        [OpmlFeed("1", "https://a.example/", ("A",))],
        title="",
        empty_folders=[("B", "C"), ("A",), ("A", "D")],
    )

    assert opml.contents(data).empty_folders == (("A", "D"), ("B", "C"))


def test_words_of_another_vocabulary_keep_their_meaning() -> None:
    others = (
        ("{https://freshrss.org/opml}cssFullContent", "article p"),
        ("{urn:a}x", "1"),
        ("{urn:b}x", "2"),
    )
    feed = OpmlFeed("1", "https://a.example/", others=others)

    data = opml.write([feed], title="")

    assert b'xmlns:frss="https://freshrss.org/opml" xmlns:n2="urn:a" xmlns:n3="urn:b"' in data
    assert opml.read(data) == [feed]


def test_a_moment_without_its_own_date_writes_none() -> None:
    assert b"dateCreated" not in opml.write([], title="x")
    assert b"Wed, 01 Jan 2025 00:00:00 GMT" in opml.write(
        [], title="x", created=datetime(2025, 1, 1, tzinfo=UTC)
    )
