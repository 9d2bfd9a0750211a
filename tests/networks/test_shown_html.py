"""What was stored of a feed, when it is shown: as safe and as readable as if it had never been stored."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.networks import clean_html
from cmstation.networks.feed_gate import FeedCleaner
from cmstation.networks.shown_html import shown
from tests.networks.hostile_html.cases import CASES, at
from tests.networks.test_feed_gate import PIECES, faults

GATE = FeedCleaner()
REMOTE = "http://127.0.0.1:9"
_PIECES = PIECES + re.findall(r"[<>]?[^<>]+", "".join(at(REMOTE)[:150]))[:600]
_LINKS = st.sampled_from(["https://a.example/une?b=1&amp;c=2", "http://b.example/", "mailto:c@d.example"])
_ADDRESSES = st.sampled_from(
    ["https://a.example/i.jpg", "http://b.example/i.png?x=1&amp;y=2", "https://pixel.wp.com/g.gif?v=ext"]
)
_WORDS = st.sampled_from(["Le potager", "nourrit", "3 &lt; 4", "l&#8217;h&ocirc;pital", "« été »", "a & b"])
_LEAVES = _WORDS | _ADDRESSES.map('<img src="{}">'.format) | st.just("<br>")


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(["p", "b", "em", "div", "blockquote", "h2", "span", "figure", "li", "ul"])
    tags = st.builds("<{0} class='x'>{1}</{0}>".format, names, inner)
    return tags | st.lists(inner, min_size=1, max_size=4).map(" ".join)


# As feeds write: attributes in quotes, complete addresses; a link around words and images.
_LINKED = st.builds('<a href="{}">{}</a>'.format, _LINKS, _LEAVES)
FEEDLIKE = st.recursive(_LEAVES | _LINKED, _wrapped, max_leaves=12)


def words(html: str) -> str:
    """Return the words of a page without those that stand for images."""
    return " ".join(re.sub(r'<a href="image:[^"]*">[^<]*</a>|<[^<>]*>', " ", html).split())


def links(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)">', html)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("number", range(0, len(CASES), 40))
def test_no_hostile_case_is_worse_for_having_been_stored(number: int) -> None:
    for case in at(REMOTE)[number : number + 40]:
        page = shown(GATE.clean(case))

        assert faults(page) == []
        assert clean_html.clean(page) == page
        assert shown(page) == page


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_whatever_was_stored_is_harmless_and_settled(html: str) -> None:
    page = shown(GATE.clean(html))

    assert faults(page) == []
    assert shown(page) == page


@settings(max_examples=300)
@given(FEEDLIKE)
def test_no_word_link_or_image_is_lost_by_storing(html: str) -> None:
    at_once, stored = clean_html.clean(html), shown(GATE.clean(html))

    assert words(stored) == words(at_once)
    assert links(stored) == links(at_once)


@pytest.mark.parametrize(
    ("html", "page"),
    [
        (
            '<a href="https://a.example/"><img src="http://b.example/photo.jpg"></a>',
            '<p><a href="image:https://b.example/photo.jpg">[photo.jpg]</a>'
            ' <a href="https://a.example/">a.example</a></p>',
        ),
        ('Un<img src="https://pixel.wp.com/g.gif?host=x">', "<p>Un</p>"),
        ('<img src="https://feeds.feedburner.com/~r/x/1">', ""),
    ],
)
def test_an_image_that_was_stored_is_judged_as_an_image(html: str, page: str) -> None:
    assert shown(GATE.clean(html)) == page


def test_the_words_of_an_image_stay_when_a_page_is_shown_again() -> None:
    page = shown('<img src="https://a.example/i.jpg" alt="Le &quot;potager&quot; &lt;1&gt;">')

    assert page == '<p><a href="image:https://a.example/i.jpg">[Le "potager" &lt;1&gt;]</a></p>'
    assert shown(page) == page
