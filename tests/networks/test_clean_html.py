"""What a page is made of once it is clean."""

import pytest

from cmstation.networks import clean_html
from cmstation.networks.clean_html import Picture

BASE = "https://clinic.example/news/today.html"


@pytest.mark.parametrize(
    ("markup", "clean"),
    [
        ("words alone", "<p>words alone</p>"),
        ("one\n\ntwo\nand three", "<p>one</p><p>two and three</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<div>a</div><div><div>b</div></div>", "<p>a</p><p>b</p>"),
        ("a<br>b<br><br><br>c<br>", "<p>a<br>b<br><br>c</p>"),
        ("<p> </p><p>&nbsp;</p><p>a</p><div></div>", "<p>a</p>"),
        ("<h1>a</h1>b<h6>c</h6>", "<h1>a</h1><p>b</p><h6>c</h6>"),
        (
            "<ul><li>a<li>b<ol start=3><li>c</ol></ul>",
            '<ul><li>a</li><li>b<ol start="3"><li>c</li></ol></li></ul>',
        ),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ("<blockquote>a<p>b</blockquote>c", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"),
        ("<pre>\n a\n  <b>b</b>\n</pre>", "<pre> a\n  <b>b</b>\n</pre>"),
        ("a<hr><hr>b", "<p>a</p><hr><p>b</p>"),
        ("<code>a</code> <kbd>b</kbd>", "<p><code>a</code> <kbd>b</kbd></p>"),
        ("H<sub>2</sub>O <del>x</del> <mark>y</mark>", "<p>H<sub>2</sub>O <s>x</s> <b>y</b></p>"),
        ("<q>a</q>", "<p>“a”</p>"),
        ("<figure><figcaption>The ward</figcaption></figure>a", "<p><small>The ward</small></p><p>a</p>"),
        ("L&rsquo;h&ocirc;pital&nbsp;: 5 &lt; 6 &amp; 7", "<p>L’hôpital&nbsp;: 5 &lt; 6 &amp; 7</p>"),
        ("<b>a<p>b</b>c", "<p><b>a</b></p><p><b>b</b>c</p>"),
        ("<b>a<i>b</b>c</i>", "<p><b>a<i>b</i></b><i>c</i></p>"),
        ("a<b> b </b>c", "<p>a <b>b</b> c</p>"),
    ],
)
def test_the_structure_of_a_page_stays(markup: str, clean: str) -> None:
    assert clean_html.clean(markup) == clean


def test_a_table_of_figures_stays_with_its_caption_before_it() -> None:
    markup = "<table border=1><caption>Beds</caption><tr><th>Ward<th>Beds<tr><td>A<td colspan=2>12</table>"

    page = clean_html.clean(markup)

    assert page == (
        "<p><strong>Beds</strong></p><table><tbody><tr><th>Ward</th><th>Beds</th></tr>"
        '<tr><td>A</td><td colspan="2">12</td></tr></tbody></table>'
    )


def test_an_empty_cell_keeps_its_place() -> None:
    markup = "<table><tr><td></td><th>2024</th></tr><tr><th>Beds</th><td></td></tr></table>"

    page = clean_html.clean(markup)

    assert page == (
        "<table><tbody><tr><td></td><th>2024</th></tr><tr><th>Beds</th><td></td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("markup", "clean"),
    [
        (
            "<table><tr><td>a<td><table><tr><td>b<td>c</table><tr><td>d</table>",
            "<p>a</p><table><tbody><tr><td>b</td><td>c</td></tr></tbody></table><p>d</p>",
        ),
        ("<table role=presentation><tr><td>a<td>b<tr><td>c</table>", "<p>a</p><p>b</p><p>c</p>"),
        ("<table><tr><td>a<tr><td>b<tr><td>c</table>", "<p>a</p><p>b</p><p>c</p>"),
    ],
)
def test_a_table_that_only_lays_out_the_page_opens_into_paragraphs(markup: str, clean: str) -> None:
    assert clean_html.clean(markup) == clean


def test_a_link_around_blocks_stays_a_link_in_each() -> None:
    page = clean_html.clean('<a href="https://a.example/"><h3>Title</h3><p>Summary</p></a>after')

    assert page == (
        '<h3><a href="https://a.example/">Title</a></h3><p><a href="https://a.example/">Summary</a></p><p>after</p>'
    )


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.example/x?b=1#c", "https://a.example/x?b=1#c"),
        ("HTTP://A.Example/X", "http://a.example/X"),
        ("/x", "https://clinic.example/x"),
        ("y.html?z=1", "https://clinic.example/news/y.html?z=1"),
        ("//b.example/x", "https://b.example/x"),
        ("https://user:word@b.example/", "https://b.example/"),
        ('https://b.example/a b"c', "https://b.example/a%20b%22c"),
        ("https://b.example/?a=1&copy=2", "https://b.example/?a=1&copy=2"),
        ("mailto:press@clinic.example?subject=a&bcc=b@c.example", "mailto:press@clinic.example"),
        ("image:https://b.example/x.png", "image:https://b.example/x.png"),
    ],
)
def test_a_link_may_lead_to_pages_and_mail(written: str, address: str) -> None:
    page = clean_html.clean(f"<a href='{written}'>go</a>", BASE)

    assert page == f'<p><a href="{address.replace("&", "&amp;")}">go</a></p>'


@pytest.mark.parametrize(
    "written",
    [
        "javascript:x()",
        "data:text/html,x",
        "file:///etc/hosts",
        "ftp://b.example/",
        "tel:15",
        "#note",
        "",
        "https://",
    ],
)
def test_other_links_are_words(written: str) -> None:
    assert clean_html.clean(f'<a href="{written}">go</a>', BASE) == "<p>go</p>"


def test_a_link_through_a_redirect_leads_to_the_page_itself() -> None:
    page = clean_html.clean(
        '<a href="https://www.google.com/url?rct=j&url=https://a.example/x%3Futm_id%3D1">go</a>'
    )

    assert page == '<p><a href="https://a.example/x">go</a></p>'


def test_without_a_base_a_relative_link_is_words() -> None:
    assert clean_html.clean('<a href="/x">go</a>') == "<p>go</p>"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("?utm_source=a&utm_medium=b", ""),
        ("?id=5&fbclid=x&page=2", "?id=5&page=2"),
        ("?gclid=x&mc_eid=y&mc_cid=z&msclkid=1&igshid=2", ""),
        ("?at_medium=rss&at_campaign=x&q=at_home", "?q=at_home"),
        ("#xtor=RSS-1-[x]", ""),
        ("?xtor=RSS-16&a=b#part-2", "?a=b#part-2"),
        ("?UTM_Source=a&gid=7&source=b&ref=c", "?gid=7&source=b&ref=c"),
        ("?a=%C3%A9&b=x+y&c", "?a=%C3%A9&b=x+y&c"),
    ],
)
def test_links_lose_what_tracks_and_nothing_else(written: str, kept: str) -> None:
    page = clean_html.clean(f'<a href="https://a.example/x{written}">go</a>')

    assert page == f'<p><a href="https://a.example/x{kept.replace("&", "&amp;")}">go</a></p>'


def test_an_image_becomes_a_link_that_says_what_it_shows() -> None:
    page = clean_html.clean('<p>See<img src="http://a.example/x.jpg" alt="The &lt;new&gt; ward">there</p>')

    assert page == ('<p>See <a href="image:https://a.example/x.jpg">[The &lt;new&gt; ward]</a> there</p>')


def test_an_image_without_words_is_called_by_its_file() -> None:
    page = clean_html.clean('<img src="https://a.example/d/new%20ward.jpg?w=600">')

    assert page == '<p><a href="image:https://a.example/d/new%20ward.jpg?w=600">[new ward.jpg]</a></p>'


def test_a_link_that_held_only_an_image_keeps_where_it_leads() -> None:
    page = clean_html.clean(
        '<a href="https://www.a.example/article"><img src="https://a.example/x.jpg" alt="W"></a>'
    )

    assert page == (
        '<p><a href="image:https://a.example/x.jpg">[W]</a> <a href="https://www.a.example/article">a.example</a></p>'
    )


def test_a_link_to_the_same_image_in_large_is_no_second_link() -> None:
    page = clean_html.clean(
        '<a href="https://a.example/x.jpg"><img src="https://a.example/x-300.jpg" alt="W"></a>'
    )

    assert page == '<p><a href="image:https://a.example/x-300.jpg">[W]</a></p>'


@pytest.mark.parametrize(
    "attributes",
    [
        'src="data:image/gif;base64,R0lG" data-src="https://a.example/x.jpg"',
        'src="/blank.gif" data-lazy-src="https://a.example/x.jpg"',
        'srcset="https://a.example/s.jpg 300w, https://a.example/x.jpg 900w"',
        'src="https://a.example/x.jpg" srcset="https://a.example/y.jpg 2x"',
    ],
)
def test_the_address_of_an_image_that_comes_late_is_found(attributes: str) -> None:
    pictures = clean_html.images(f"<img {attributes} alt=ward>", BASE)

    assert pictures == (Picture("https://a.example/x.jpg", "ward"),)


@pytest.mark.parametrize(
    "attributes",
    [
        'src="https://a.example/x.gif" width="1" height="1"',
        'src="https://a.example/x.gif" width="0"',
        'src="https://a.example/x" style="width:1px; height:1px"',
        'src="https://a.example/x" style="DISPLAY: none"',
        'src="https://feeds.feedburner.com/~r/clinic/~4/xyz"',
        'src="https://counter.paper.example/content/12/count.gif"',
        'src="https://letters.example/track/open.php?u=1&id=2"',
        'src="https://pixel.wp.com/b.gif?x=1"',
        'src="https://logs.xiti.com/hit.xiti?s=1"',
        'src="https://stats.example/matomo.php?idsite=1&rec=1"',
    ],
)
def test_an_image_that_only_counts_its_readers_disappears(attributes: str) -> None:
    markup = f"<p>a<img {attributes}></p>"

    assert clean_html.clean(markup) == "<p>a</p>"
    assert clean_html.images(markup) == ()


def test_a_wide_image_with_a_usual_name_is_no_tracker() -> None:
    markup = (
        '<img src="https://a.example/hospital/pixel-art.png" width="100" height="10" style="max-width:100px">'
    )

    assert len(clean_html.images(markup)) == 1


def test_a_smiley_drawn_as_an_image_is_a_sign() -> None:
    page = clean_html.clean('Thanks <img class="emoji" src="https://a.example/1f600.svg" alt="😀">')

    assert page == "<p>Thanks 😀</p>"


def test_a_film_becomes_a_link_to_its_page() -> None:
    page = clean_html.clean('<iframe src="https://www.films.example/embed/1" width="560"></iframe>after')

    assert page == '<p><a href="https://www.films.example/embed/1">[▶ films.example]</a> after</p>'


def test_a_clean_page_still_tells_its_images() -> None:
    ward = '<img src="/x.png" alt="[A] ward">'
    markup = f'<p>a {ward} <a href="/y"><img src="/z.png"></a> {ward}'

    pictures = clean_html.images(markup, BASE)

    assert [one.address for one in pictures] == [
        "https://clinic.example/x.png",
        "https://clinic.example/z.png",
    ]
    assert clean_html.images(clean_html.clean(markup, BASE)) == pictures


def test_signs_that_deceive_are_removed_and_those_that_build_words_stay() -> None:
    page = clean_html.clean(
        "invoice\u202egpj.exe pay\u200bpal &#8238;x <b title='\u202e'>\u0915\u094d\u200d\u0937</b> 👨\u200d👩"
    )

    assert page == "<p>invoicegpj.exe paypal x <b>\u0915\u094d\u200d\u0937</b> 👨\u200d👩</p>"


def test_a_large_image_written_out_leaves_room_for_the_words() -> None:
    markup = f'<img src="data:image/png;base64,{"A" * 900_000}" alt="scan"><p>after it</p>'

    assert clean_html.clean(markup) == "<p>[scan]</p><p>after it</p>"


def test_what_is_too_long_is_cut() -> None:
    page = clean_html.clean("<p>word</p>" * 100_000)

    assert 100_000 < len(page) <= clean_html.LONGEST_MARKUP
    assert page.endswith("</p>")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("plain words", "plain words"),
        ("two\n  lines ", "two\nlines"),
        ("<p>one</p><p>two<br>three</p>", "one\ntwo\nthree"),
        ("<p>one\ntwo</p>\n\n<p>three</p>", "one two\nthree"),
        ("a<b>b</b>c", "abc"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>", "a b\nc"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<H1>Big</H1>small", "Big\nsmall"),
        ("L&rsquo;h&ocirc;pital &amp; la&nbsp;ville &#233;", "L’hôpital & la\u00a0ville é"),
        ("a<script>b()</script>c<style>d{}</style>e", "a c e"),
        ("a<!-- b -->c<!--[if mso]>d<![endif]-->e", "ace"),
        ("<![CDATA[<p>a</p>]]>", "a"),
        ("&lt;b&gt; 1 < 2", "<b> 1 < 2"),
        ("a\u200bb\u202ec\u00add", "abcd"),
        ("<p>half a <a href='x", "half a"),
        ('<a title="1 > 0">b</a>', "b"),
        ("", ""),
    ],
)
def test_plain_text_is_what_a_reader_reads(markup: str, words: str) -> None:
    assert clean_html.text(markup) == words
