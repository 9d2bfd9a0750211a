"""Reads any markup and writes its readable part anew, in the simple shapes of the reading pane."""

from dataclasses import dataclass

from cmstation.networks import html_addresses as addresses
from cmstation.networks.html_signs import decoded, honest, one_space
from cmstation.networks.html_tables import of_figures
from cmstation.networks.html_tokens import Tag, tokens
from cmstation.networks.html_writing import Page, Picture

LONGEST_ALT = 300

_EMPHASES = {
    name: name
    for name in ["b", "i", "u", "s", "em", "strong", "sub", "sup", "small", "code", "kbd", "samp", "cite"]
} | {
    "strike": "s",
    "del": "s",
    "ins": "u",
    "mark": "b",
    "dfn": "i",
    "var": "i",
    "tt": "code",
}
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# A part that is shown with an emphasis: what it is written with.
_CAPTIONS = {"figcaption": "small", "summary": "strong", "legend": "strong"}
_PARTS = frozenset(
    [
        "p",
        "div",
        "article",
        "section",
        "header",
        "footer",
        "nav",
        "aside",
        "main",
        "address",
        "center",
        "figure",
        "details",
        "fieldset",
        "form",
        "hgroup",
        "body",
        "optgroup",
        "option",
        "dialog",
        "search",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "caption",
    ]
)
_LISTS = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul"}
_ENTRIES = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",)}
_CELLS = ("td", "th")
_IMAGES = frozenset({"img", "image", "amp-img"})
_PLAYED = frozenset(["iframe", "video", "audio", "embed", "source", "amp-iframe", "amp-video", "amp-audio"])
_PLAIN = frozenset({"pre", "listing", "xmp"})


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Markup written anew, and the images it would have shown."""

    html: str
    pictures: tuple[Picture, ...]


def rebuilt(html: str, base: str) -> Rebuilt:
    """Write markup anew; relative addresses are taken from `base`."""
    return _Rebuilding(base).of(html)


class _Rebuilding:
    def __init__(self, base: str) -> None:
        self._page = Page()
        self._base = base
        self._captioned = False

    def of(self, html: str) -> Rebuilt:
        """Read all tokens until the page is full."""
        found = list(tokens(html))
        real = of_figures(found)
        page = self._page
        for at, token in enumerate(found):
            if isinstance(token, str):
                page.say(self._words(token))
            elif token.name == "table" and not token.ends and at in real:
                self._table()
            elif token.ends:
                self._end(token.name)
            else:
                self._begin(token)
            if page.full:
                break
        return Rebuilt(page.finished(), tuple(page.pictures))

    def _words(self, token: str) -> str:
        text = decoded(token)
        if self._page.as_set:
            return honest(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
        return one_space(honest(one_space(text)))

    def _begin(self, tag: Tag) -> None:
        page, name = self._page, tag.name
        if name in _EMPHASES:
            page.begin(_EMPHASES[name])
        elif name == "a":
            self._link(tag)
        elif name == "br":
            page.line_break()
        elif name in _IMAGES:
            self._image(tag)
        elif name in _HEADINGS:
            page.begin_leaf(name)
        elif name in _PLAIN:
            page.begin_leaf("pre")
        elif name in _PLAYED:
            self._played(tag)
        elif name == "q":
            page.say("“")
        elif name == "hr":
            page.rule()
        else:
            self._begin_block(tag)

    def _begin_block(self, tag: Tag) -> None:
        page, name = self._page, tag.name
        if name in _LISTS:
            page.push(_LISTS[name], _number(tag, "start", 2, 9_999) if name == "ol" else "")
        elif name in _ENTRIES:
            page.push_child(_ENTRIES[name], name)
        elif name in ("dl", "blockquote"):
            page.push(name)
        elif name in ("tr", *_CELLS, "caption") and self._in_table():
            self._begin_in_table(tag)
        elif name in _CAPTIONS:
            page.part()
            page.begin(_CAPTIONS[name])
        elif name in _PARTS:
            page.part()

    def _end(self, name: str) -> None:
        page = self._page
        if name in _EMPHASES:
            page.finish(_EMPHASES[name])
        elif name == "a":
            page.finish("a")
        elif name in ("br", "p") and page.as_set:
            page.part()
        elif name in _HEADINGS or name in _PLAIN:
            page.end_leaf()
        elif name in _LISTS:
            page.close(("ul", "ol"), stops=_CELLS)
        elif name in _ENTRIES:
            page.close((name,), stops=(*_ENTRIES[name], *_CELLS, "blockquote"))
        elif name in ("dl", "blockquote"):
            page.close((name,), stops=_CELLS)
        elif name == "q":
            page.say("”")
        else:
            self._end_part(name)

    def _end_part(self, name: str) -> None:
        page = self._page
        if name in _CAPTIONS:
            page.finish(_CAPTIONS[name])
            page.part()
        elif name in ("table", "tr", *_CELLS, "caption") and self._in_table():
            self._after_caption()
            if name != "caption":
                page.close((name,), stops=("table",))
        elif name in _PARTS:
            page.part()

    # --- tables -------------------------------------------------------------------------------------------

    def _table(self) -> None:
        self._after_caption()
        if not self._page.holds("table"):
            self._page.push("table")

    def _in_table(self) -> bool:
        return self._captioned or self._page.holds("table")

    def _begin_in_table(self, tag: Tag) -> None:
        page = self._page
        self._after_caption()
        if tag.name == "tr":
            page.push_row()
        elif tag.name in _CELLS:
            spans = _number(tag, "colspan", 2, 20) + _number(tag, "rowspan", 2, 50)
            page.push_cell(tag.name, spans)
        elif page.take_back("table"):
            # The reading pane knows no captions: what it says stands before the table.
            self._captioned = True
            page.part()
            page.begin("strong")

    def _after_caption(self) -> None:
        if self._captioned:
            self._captioned = False
            self._page.finish("strong")
            self._page.push("table")

    # --- links and what is not shown by itself ------------------------------------------------------------

    def _link(self, tag: Tag) -> None:
        address = addresses.link(tag.attributes().get("href", ""), self._base)
        if address:
            self._page.begin("a", address)
        else:
            self._page.finish("a")

    def _image(self, tag: Tag) -> None:
        attributes = tag.attributes()
        alt = one_space(honest(one_space(attributes.get("alt", "")[:LONGEST_ALT]))).strip()
        if alt and len(alt) <= 8 and not any(sign.isalnum() or sign == "[" for sign in alt):
            # A smiley drawn as an image.
            self._page.say(alt)
            return
        address = addresses.picture(attributes, self._base)
        if addresses.tracks(address, attributes):
            return
        if address:
            self._page.show_picture(address, alt or addresses.file_name(address))
        elif alt:
            self._page.say(f" [{alt}] ")

    def _played(self, tag: Tag) -> None:
        attributes = tag.attributes()
        address = addresses.link(attributes.get("src", "") or attributes.get("data-src", ""), self._base)
        if address.startswith("http") and not addresses.tracks(address, attributes):
            self._page.show_link(address, f"[▶ {addresses.host(address)}]")


def _number(tag: Tag, name: str, least: int, most: int) -> str:
    """Return the attribute as it is written when it is a number worth writing, else nothing."""
    figures = tag.attributes().get(name, "").strip()
    if figures.isascii() and figures.isdigit() and len(figures) <= 4 and int(figures) >= least:
        return f' {name}="{min(int(figures), most)}"'
    return ""
