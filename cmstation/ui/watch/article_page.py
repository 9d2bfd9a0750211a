"""Write the page of a story: where it stands, its title, its text, and who else tells it."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape, unescape
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch import Item
from cmstation.ui.theme.theme import Theme
from cmstation.ui.theme.tokens import ColourRole, TypeRole

translate = QCoreApplication.translate
# Links of our own: the article of an item, another item of the story.
ARTICLE, ITEM = "cm-article:", "cm-item:"
_PICTURE: Final = re.compile(r'<a href="image:(https?://[^"]*)">')
_BEGINNING: Final = re.compile(r"<!-- item (\d+) -->")
_MOST_OTHERS = 12


def article_page(items: Sequence[Item], when: Callable[[datetime], str], theme: Theme) -> str:
    """Return the page of an item, the first one, and of those that tell the same.

    Args:
        when: says a moment in few words.
    """
    item, others = items[0], items[1:]
    parts = [f"<!-- item {item.id} -->", _head(item, when, theme), f'<div class="text">{_text(item)}</div>']
    if others:
        parts.append(_others(others, when, theme))
    return "".join(parts)


def style_of(theme: Theme) -> str:
    """Return how the page looks."""

    def colour(role: ColourRole) -> str:
        return theme.colour(role).name()

    def size(role: TypeRole) -> int:
        return theme.font(role).pixelSize()

    return (
        f"* {{ color: {colour('text')}; }}"
        f"a {{ color: {colour('accent')}; }}"
        f"p, li, dd, dt {{ font-size: {size('reading')}px; line-height: 24px; margin: 0 0 12px 0; }}"
        f"h1, h2, h3, h4, h5, h6 {{ font-size: {size('section')}px; font-weight: 600; margin: 12px 0 6px; }}"
        f"blockquote {{ margin: 0 24px 12px 16px; }}"
        f"pre, code {{ font-family: monospace; font-size: {size('note')}px; }}"
        f"td, th {{ padding: 4px 12px 4px 0; font-size: {size('text')}px; }}"
        f".meta {{ font-size: {size('note')}px; line-height: 16px; margin: 0 0 4px 0; }}"
        f".title {{ font-size: {size('page')}px; font-weight: 600; line-height: 28px; margin: 0 0 8px 0; }}"
    )


def pictures_in(page: str) -> tuple[str, ...]:
    """Return the addresses of the pictures that a page leaves out, in their order, once each."""
    return tuple(dict.fromkeys(unescape(address) for address in _PICTURE.findall(page)))


def item_of(page: str) -> int | None:
    """Return the item whose text a page shows; None when it is no page of ours."""
    found = _BEGINNING.match(page)
    return int(found[1]) if found else None


# --- parts ---


def _head(item: Item, when: Callable[[datetime], str], theme: Theme) -> str:
    muted = theme.colour("muted").name()
    source = f"<b>{escape(item.source_name)}</b>"
    details = [when(item.moment), item.author, item.origin]
    told = "".join(f' <span style="color:{muted}">·&nbsp;{escape(one)}</span>' for one in details if one)
    link = ""
    if item.link:
        words = escape(translate("ArticlePage", "Open the article"))
        link = f' <span style="color:{muted}">·</span> <a href="{ARTICLE}{item.id}">{words}</a>'
    title = escape(item.title)
    return f'<p class="meta">{source}{told}{link}</p><p class="title">{title}</p>'


def _text(item: Item) -> str:
    if item.html:
        return item.html
    told = escape(item.text).replace("\n", "<br>")
    return f"<p>{told}</p>" if told else ""


def _others(others: Sequence[Item], when: Callable[[datetime], str], theme: Theme) -> str:
    muted = theme.colour("muted").name()
    heading = escape(translate("ArticlePage", "The same news elsewhere"))
    rows = "".join(
        f"<tr><td><b>{escape(one.source_name)}</b></td>"
        f'<td><a href="{ITEM}{one.id}">{escape(one.title)}</a></td>'
        f'<td align="right" style="color:{muted}">{escape(when(one.moment))}</td></tr>'
        for one in others[:_MOST_OTHERS]
    )
    return f'<h3>{heading}</h3><table width="100%" cellspacing="0">{rows}</table>'
