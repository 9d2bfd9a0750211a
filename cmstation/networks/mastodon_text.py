"""What a Mastodon status says, brought into a form in which two texts can be compared."""

import re
import unicodedata
from html.parser import HTMLParser

_MENTION = re.compile(r"(?<![\w/.-])@(\w[\w.-]*)@[\w.-]+\w")
_INVISIBLE = re.compile("[\u200b\u200d\u2060\ufe0e\ufe0f\ufeff\u00ad]")
_LONGEST_HTML = 200_000
_BLOCKS = frozenset({"p", "br", "li", "ul", "ol", "blockquote", "pre", "div", "h1", "h2", "h3"})
# What servers add by themselves around a text: the quoted post's address for older readers.
_ADDED = frozenset({"quote-inline"})
_UNREAD = frozenset({"script", "style"})


def text_of_html(html: str) -> str:
    """Return the words of a status's HTML, one line a paragraph or line break."""
    reader = _Reader()
    reader.feed(html[:_LONGEST_HTML])
    reader.close()
    return "".join(reader.words).strip()


def comparable(text: str) -> str:
    """Return a text without what servers change: spacing, the domain of mentions, Unicode form.

    Servers of the family trim, fold line breaks and show a mention without its domain; some turn
    a typographic space into a plain one.
    """
    plain = unicodedata.normalize("NFC", text)
    plain = _MENTION.sub(r"@\1", plain)
    return " ".join(_INVISIBLE.sub("", plain).split())


def same_text(first: str, second: str) -> bool:
    """Tell whether two texts say the same once servers' changes are set aside."""
    return comparable(first) == comparable(second)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._muted = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._muted:
            self._depth += tag == self._muted
            return
        names = (dict(attrs).get("class") or "").split()
        if tag in _UNREAD or _ADDED.intersection(names):
            self._muted, self._depth = tag, 1
        elif tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._muted:
            self._depth -= tag == self._muted
            self._muted = self._muted if self._depth else ""
        elif tag in _BLOCKS and tag != "br":
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._muted:
            self.words.append(data)
