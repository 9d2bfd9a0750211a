"""Whatever comes in, nothing that runs or loads comes out, and it comes out soon."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.networks import clean_html
from tests.networks.hostile_html.cases import CASES, at

REMOTE = "http://127.0.0.1:9"
SECONDS = 6.0
"""Of this process: far above what is needed (about one), far below what going back and forth would take."""

_VOID = frozenset({"br", "hr"})
_PIECES = tuple(
    dict.fromkeys(piece for case in at(REMOTE) for piece in re.split(r"(?=[<>\"'=&; ])", case[:400]) if piece)
)
_TAGS = sorted(
    {
        *clean_html.ALLOWED,
        *[
            "script",
            "style",
            "svg",
            "math",
            "img",
            "iframe",
            "template",
            "noscript",
            "title",
            "textarea",
            "select",
            "form",
            "button",
            "object",
            "video",
            "div",
            "span",
            "font",
            "caption",
            "thead",
            "tfoot",
            "colgroup",
            "col",
            "figure",
            "figcaption",
            "dialog",
            "mglyph",
            "mtext",
            "foreignobject",
            "image",
            "q",
        ],
    }
)
_ATTRIBUTES = (
    "",
    " href=https://example.org/?a=1&utm_source=b",
    " href='javascript:x()'",
    " src='//example.org/x.png' alt='a \"b\" <c>'",
    " src=/x.png onerror=x()",
    " style='background:url(//example.org/x)'",
    " id=a class=b",
    " colspan=3",
    " start=4",
    " /",
)


class _Looking(HTMLParser):
    """Collects what a page holds that a clean page must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in clean_html.ALLOWED:
            self.wrong.append(tag)
        if tag not in _VOID:
            self.open.append(tag)
        for name, value in attrs:
            fits = _may_lead(value or "") if name == "href" else (value or "").isdigit()
            if not fits or name not in clean_html.ALLOWED.get(tag, ()):
                self.wrong.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong.append(f"{tag} /")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"declaration {decl}")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"declaration {data}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"instruction {data}")


def _may_lead(address: str) -> bool:
    return bool(
        re.fullmatch(r"(?:https?://|image:https://)[^\s/\"'<>]+[^\s\"'<>]*|mailto:[^\s?\"'<>]+", address)
    )


def _wrong_in(page: str) -> list[str]:
    looking = _Looking()
    looking.feed(page)
    looking.close()
    bare = re.sub(r"</?[a-z][a-z0-9]*(?: [a-z]+=\"[^\"<>]*\")*>", "", page)
    return looking.wrong + looking.open + [sign for sign in bare if sign in "<>"]


def _assert_harmless(markup: str) -> None:
    page = clean_html.clean(markup)

    assert _wrong_in(page) == []
    assert clean_html.clean(page) == page
    assert clean_html.images(page) == clean_html.images(markup)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\x00]", page + clean_html.text(markup))


def test_the_looking_sees_what_is_wrong() -> None:
    pages = (
        "<script>x</script>",
        "<p onclick='x'>a</p>",
        '<a href="javascript:x">a</a>',
        '<a href="image:http://a.example/">a</a>',
        "<p>a",
        "<!-- a -->",
        '<img src="x">',
        "<p>a</b></p>",
    )

    assert [page for page in pages if not _wrong_in(page)] == []


def test_there_are_many_cases_and_each_names_its_server_in_the_same_way() -> None:
    assert len(CASES) == len(set(CASES)) >= 150
    assert not any("{remote}" in case or "//http:" in case for case in at(REMOTE))


@pytest.mark.parametrize("markup", at(REMOTE))
def test_a_hostile_page_is_harmless(markup: str) -> None:
    _assert_harmless(markup)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=5), max_size=40).map("".join))
def test_pieces_of_hostile_pages_in_any_order_are_harmless(markup: str) -> None:
    _assert_harmless(markup)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(_TAGS),
            st.sampled_from(_ATTRIBUTES),
            st.sampled_from(("", " ", "x", "\n", "&nbsp;")),
        )
        | st.tuples(st.sampled_from(_TAGS), st.none(), st.sampled_from(("", " y", "&lt;", "é "))),
        max_size=30,
    )
)
def test_any_nesting_of_any_tags_is_harmless(tags: list[tuple[str, str | None, str]]) -> None:
    markup = "".join(
        f"</{name}>{words}" if attributes is None else f"<{name}{attributes}>{words}"
        for name, attributes, words in tags
    )

    _assert_harmless(markup)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([case[:2_000] for case in at(REMOTE)]),
    st.lists(
        st.tuples(st.integers(0, 2_000), st.integers(0, 8), st.sampled_from(_PIECES) | st.text(max_size=3))
    ),
)
def test_a_changed_hostile_page_is_harmless(markup: str, changes: list[tuple[int, int, str]]) -> None:
    for at_sign, removed, added in changes:
        place = at_sign % (len(markup) + 1)
        markup = markup[:place] + added + markup[place + removed :]

    _assert_harmless(markup)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_is_harmless(markup: str) -> None:
    _assert_harmless(markup)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<b>",
        "<a href=https://a.example>",
        "<blockquote><ul><li>",
        "<table><tr><td>1<td>2",
        "<p>x",
        "<li>x",
        "</p>",
        "<",
        "<a",
        "<a ",
        "<a b='",
        "<a =",
        "<!--",
        "<![CDATA[",
        "<script>",
        "<iframe>",
        "<svg>",
        "&",
        "&#9",
        "&nbsp;",
        "<b>&nbsp;</b>",
        "<img src=https://a.example/x.png>",
        "\n ",
        "\u200d",
    ],
)
def test_what_is_nested_or_repeated_without_end_is_read_soon(piece: str) -> None:
    markup = piece * 100_000
    began = time.process_time()

    page = clean_html.clean(markup)
    clean_html.text(markup)
    clean_html.images(markup)

    assert time.process_time() - began < SECONDS
    assert len(page) <= clean_html.LONGEST_MARKUP
    assert clean_html.clean(page) == page


def test_emphases_left_open_do_not_multiply() -> None:
    markup = "".join(f"<font size={one}><b id={one}>" for one in range(5_000)) + "<p>x" * 40_000
    began = time.process_time()

    clean_html.clean(markup)

    assert time.process_time() - began < SECONDS
