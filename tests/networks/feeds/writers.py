"""Writes stories in every format that feeds come in."""

import html
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from tests.networks.feeds.stories import Story

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MODULES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"'
)
Writer = Callable[[str, str, Sequence[Story]], str]


def rss_of_a_blog(title: str, site: str, told: Sequence[Story]) -> str:
    """Write as WordPress does: an excerpt, and everything in CDATA."""
    items = "".join(
        f"\n<item>\n\t<title>{escape(one.title)}</title>\n\t<link>{escape(one.link)}</link>\n"
        f"\t<comments>{escape(one.link)}#comments</comments>\n"
        f"\t<dc:creator><![CDATA[{one.author}]]></dc:creator>\n"
        f"\t<pubDate>{_mail_date(one.published)}</pubDate>\n\t<category><![CDATA[Santé]]></category>\n"
        f'\t<guid isPermaLink="false">{escape(one.id)}</guid>\n'
        f"\t<description><![CDATA[<p>{html.escape(one.words[0][:60], quote=False)}…</p>]]></description>\n"
        f"\t<content:encoded><![CDATA[{one.html}]]></content:encoded>\n</item>"
        for one in told
    )
    head = (
        f'<atom:link href="{site}/feed/" rel="self" type="application/rss+xml" /><link>{site}</link>'
        "<sy:updatePeriod>\n\thourly\t</sy:updatePeriod><sy:updateFrequency>\n\t1\t</sy:updateFrequency>"
    )
    return _rss(title, head, items)


def rss_escaped(title: str, site: str, told: Sequence[Story]) -> str:
    """Write as an agency does: HTML escaped in the description."""
    items = "".join(
        f"<item><title>{escape(one.title)}</title><description>{escape(one.html)}</description>"
        f"<author>redaction@exemple.fr ({one.author})</author><link>{escape(one.link)}</link>"
        f'<guid isPermaLink="false">{escape(one.id)}</guid>'
        f"<pubDate>{_mail_date(one.published)}</pubDate></item>"
        for one in told
    )
    return _rss(
        title,
        f"<link>{site}</link><ttl>60</ttl><image><title>Logo</title><url>{site}/l.png</url></image>",
        items,
    )


def rss_091(title: str, site: str, told: Sequence[Story]) -> str:
    """Write as in 1999: no identity, no date, plain text."""
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{escape(one.link)}</link>"
        f"<description>{escape(escape(one.text))}</description></item>"
        for one in told
    )
    head = f"<title>{escape(title)}</title><link>{site}</link>"
    return f'{_DECLARATION}<rss version="0.91"><channel>{head}{items}</channel></rss>'


def rdf(title: str, site: str, told: Sequence[Story]) -> str:
    """Write RSS 1.0."""
    listed = "".join(f"<rdf:li rdf:resource={quoteattr(one.id)}/>" for one in told)
    items = "".join(
        f"<item rdf:about={quoteattr(one.id)}><title>{escape(one.title)}</title>"
        f"<link>{escape(one.link)}</link>"
        f"<description>{escape(one.html)}</description><dc:creator>{one.author}</dc:creator>"
        f"<dc:date>{_iso(one.published)}</dc:date></item>\n"
        for one in told
    )
    return (
        f'{_DECLARATION}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        f' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="{site}">'
        f"<title>{escape(title)}</title><link>{site}</link><items><rdf:Seq>{listed}</rdf:Seq></items></channel>"
        f"{items}</rdf:RDF>"
    )


def atom(title: str, site: str, told: Sequence[Story]) -> str:
    """Write Atom 1.0 with escaped HTML."""
    entries = "".join(
        f'<entry><title type="html">{escape(html.escape(one.title, quote=False))}</title>'
        f'<link rel="edit" href="{site}/modifier"/>'
        f'<link rel="alternate" type="text/html" href={quoteattr(one.link)}/>'
        f"<id>{escape(one.id)}</id><published>{_iso(one.published)}</published><updated>2024-10-05T00:00:00Z</updated>"
        f"<author><name>{one.author}</name><uri>{site}</uri></author>"
        f'<summary type="text">{escape(one.words[0][:50])}…</summary>'
        f'<content type="html">{escape(one.html)}</content></entry>\n'
        for one in told
    )
    return _atom(title, site, entries)


def atom_xhtml(title: str, site: str, told: Sequence[Story]) -> str:
    """Write Atom 1.0 with mark-up in the mark-up."""
    entries = "".join(
        f"<entry><title>{escape(one.title)}</title><link href={quoteattr(one.link)}/>"
        f"<id>{escape(one.id)}</id>"
        f"<updated>{_iso(one.published)}</updated><author><name>{one.author}</name></author>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{one.html}</div></content></entry>'
        for one in told
    )
    return _atom(title, site, entries)


def atom_03(title: str, site: str, told: Sequence[Story]) -> str:
    """Write Atom 0.3."""
    entries = "".join(
        f'<entry><title mode="escaped" type="text/html">{escape(html.escape(one.title, quote=False))}</title>'
        f'<link rel="alternate" type="text/html" href={quoteattr(one.link)}/><id>{escape(one.id)}</id>'
        f"<issued>{_iso(one.published)}</issued><modified>2024-10-05T00:00:00Z</modified>"
        f'<content mode="escaped" type="text/html">{escape(one.html)}</content></entry>'
        for one in told
    )
    return (
        f'{_DECLARATION}<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>{escape(title)}</title>'
        f'<link rel="alternate" type="text/html" href="{site}"/>{entries}</feed>'
    )


def podcast(title: str, site: str, told: Sequence[Story]) -> str:
    """Write a podcast."""
    items = "".join(
        f"<item><title>{escape(one.title)}</title><itunes:title>{escape(one.title)}</itunes:title>"
        f"<link>{escape(one.link)}</link><guid isPermaLink='false'>{escape(one.id)}</guid>"
        f"<pubDate>{_mail_date(one.published)}</pubDate><itunes:author>{one.author}</itunes:author>"
        f"<description><![CDATA[{one.html}]]></description>"
        f'<enclosure url="{site}/son.mp3" length="1" type="audio/mpeg"/>'
        f"<itunes:duration>12:30</itunes:duration></item>"
        for one in told
    )
    return _rss(
        title, f"<link>{site}</link><itunes:new-feed-url>{site}/nouveau.xml</itunes:new-feed-url>", items
    )


def films(title: str, site: str, told: Sequence[Story]) -> str:
    """Write as a film channel does: the text in a group of media elements."""
    entries = "".join(
        f"<entry><id>{escape(one.id)}</id><yt:videoId>abc</yt:videoId><title>{escape(one.title)}</title>"
        f'<link rel="alternate" href={quoteattr(one.link)}/><author><name>{one.author}</name></author>'
        f"<published>{_iso(one.published)}</published><updated>2024-10-05T00:00:00+00:00</updated>"
        "<media:group>"
        f"<media:title>Autre</media:title>"
        f'<media:content url="{site}/v" type="application/x-shockwave-flash"/>'
        f"<media:description>{escape(one.text)}</media:description></media:group></entry>"
        for one in told
    )
    return _atom(title, site, entries)


def json_feed(title: str, site: str, told: Sequence[Story]) -> str:
    """Write JSON Feed 1.1."""
    items = [
        {
            "id": one.id, "url": one.link, "title": one.title, "content_html": one.html,
            "date_published": _iso(one.published), "authors": [{"name": one.author}],
        }
        for one in told
    ]  # fmt: skip
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": site,
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False)


WRITERS: tuple[Writer, ...] = (
    rss_of_a_blog, rss_escaped, rss_091, rdf, atom, atom_xhtml, atom_03, podcast, films, json_feed,
)  # fmt: skip


def _rss(title: str, head: str, items: str) -> str:
    return (
        f'{_DECLARATION}<rss version="2.0"{_MODULES}><channel><title>{escape(title)}</title>{head}'
        f"<description>Ce qui se passe</description>{items}</channel></rss>\n"
    )


def _atom(title: str, site: str, entries: str) -> str:
    return (
        f'{_DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
        f' xmlns:yt="http://www.youtube.com/xml/schemas/2015"><id>{site}</id><title>{escape(title)}</title>'
        f'<link rel="self" href="{site}/feed"/><link rel="alternate" href="{site}"/>{entries}</feed>'
    )


def _mail_date(moment: datetime | None) -> str:
    return format_datetime(moment) if moment else ""


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
