"""Feeds that exhaust whoever reads them: `python -m tests.networks.feeds.hostile` shows the cost of each."""

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from cmstation.domain.errors import StationError
from cmstation.networks.feeds import parse
from tests.networks.feeds.corpus import URL
from tests.networks.feeds.own_memory import peak_mb

_HEAD = b'<rss version="2.0"><channel><title>Un</title>'
_ITEM = _HEAD + b"<item><title>Un</title>"
_JSON = b'{"version":"https://jsonfeed.org/version/1","items":['


def _laughs() -> bytes:
    steps = b"".join(b'<!ENTITY a%d "%s">' % (step, b"&a%d;" % (step - 1) * 10) for step in range(1, 30))
    return (
        b'<!DOCTYPE rss [<!ENTITY a0 "ha">'
        + steps
        + b"]>"
        + _HEAD
        + b"<item><title>&a29;</title></item></channel></rss>"
    )


def _blow_up() -> bytes:
    items = b"".join(
        b"<item><title>%d</title><description>%s</description></item>" % (number, b"&a;" * 1_600)
        for number in range(1_900)
    )
    return b'<!DOCTYPE rss [<!ENTITY a "%s">]>' % (b"A" * 190) + _HEAD + items + b"</channel></rss>"


HOSTILE: dict[str, Callable[[], bytes]] = {
    "entities of entities": _laughs,
    "one long entity, many times": _blow_up,
    "entities without end": lambda: b"<!DOCTYPE rss [" + b'<!ENTITY a "b">' * 600_000,
    "document types without end": lambda: b"<!DOCTYPE x [" * 700_000,
    "a hundred thousand nested tags": lambda: (
        _ITEM + b"<description>" + b"<b>" * 100_000 + b"</description></item>"
    ),
    "nested unknown tags": lambda: _ITEM + b"<b>" * 2_000_000,
    "nested titles": lambda: _HEAD + b"<item>" + b"<title>" * 1_000_000,
    "nested authors": lambda: _HEAD + b"<author>" * 1_000_000,
    "nested entries": lambda: _HEAD + b"<item>" * 1_500_000,
    "nested entries in a text": lambda: _HEAD + b"<item><description>" + (b"<b>" * 50 + b"<item>") * 40_000,
    "nested roots": lambda: b"<rss>" * 2_000_000,
    "entries without end": lambda: _HEAD + b"<item><title>a</title></item>" * 350_000,
    "a giant attribute": lambda: b"".join(
        (_HEAD, b'<item x="', b"a" * 50_000_000, b'"><title>b</title></item>')
    ),
    "attributes without end": lambda: _ITEM + b"<link " + b"a=b " * 2_400_000 + b"/></item></channel></rss>",
    "a word as attribute": lambda: _ITEM + b"<link " + b"a" * 9_000_000 + b"/></item></channel></rss>",
    "a text of 50 MB": lambda: b"".join((_HEAD, b"<item><title>", b"a " * 25_000_000, b"</title></item>")),
    "escaped HTML": lambda: _ITEM + b"<description>" + b"&lt;p&gt;" * 1_000_000 + b"</description></item>",
    "named letters": lambda: _ITEM + b"<description>" + b"&eacute;" * 1_000_000 + b"</description></item>",
    "ampersands": lambda: _HEAD + b"<item><title>" + b"&" * 9_000_000,
    "open CDATA": lambda: _HEAD + b"<item><title>" + b"<![CDATA[" * 1_000_000,
    "open CDATA in elements": lambda: _ITEM + b"<a><![CDATA[" * 800_000,
    "nearly closed CDATA": lambda: _HEAD + b"<item><title><![CDATA[" + b"]]" * 4_500_000,
    "open comments": lambda: _HEAD + b"<!--" * 2_400_000,
    "closed comments": lambda: _ITEM + b"<description>" + b"<!-- -->" * 1_200_000,
    "open instructions": lambda: _HEAD + b"<?" * 4_500_000,
    "open quotes": lambda: _HEAD + b'<a "' * 2_400_000,
    "less than": lambda: _HEAD + b"<" * 9_000_000,
    "ends without beginning": lambda: _HEAD + b"</a>" * 2_400_000,
    "many prefixes": lambda: _HEAD + b"".join(b"<a%d:b/>" % number for number in range(800_000)),
    "many namespaces": lambda: _HEAD + b'<a xmlns:b="c"/><d:e/>' * 400_000,
    "many namespaces at once": lambda: (
        b"<rss " + b'xmlns:b="c" ' * 800_000 + b"><channel><title>t</title></channel></rss>"
    ),
    "many links": lambda: _ITEM + b'<link href="a"/>' * 600_000,
    "many enclosures": lambda: _ITEM + b'<enclosure url="http://a/"/>' * 350_000,
    "many dates": lambda: _ITEM + b"<pubDate>99 zzz 2012 aaaa bbbbb cccc dddd</pubDate>" * 180_000,
    "many authors": lambda: _ITEM + b"<author>Zo\xc3\xa9</author>" * 300_000,
    "many texts": lambda: _ITEM + b"<description>&amp;eacute;</description>" * 180_000,
    "white space": lambda: b" " * 9_000_000,
    "zeros": lambda: b"\0" * 9_000_000,
    "bad bytes": lambda: _ITEM + b"\xc3\xa9\xff" * 3_000_000,
    "pictures of faces": lambda: (
        _ITEM + b"<description>" + "😀".encode() * 2_400_000 + b"</description></item>"
    ),
    "scripts in a title": lambda: (
        _HEAD + b"<item><title><![CDATA[" + b"<script>" * 1_000_000 + b"]]></title></item>"
    ),
    "a page": lambda: b"<html>" + b"<p>" * 3_000_000,
    "nested lists": lambda: _JSON + b"[" * 3_900_000,
    "empty objects": lambda: _JSON + b"{}," * 1_300_000 + b"{}]}",
    "objects that were cut": lambda: _JSON + b'{"id":"1"},' * 1_000_000,
    "a long number": lambda: _JSON + b'{"id":' + b"9" * 3_900_000 + b"}]}",
    "many beginnings": lambda: b"{" + b'"items":[' * 400_000,
    "many keys": lambda: _JSON + b"{" + b",".join(b'"%d":1' % number for number in range(350_000)) + b"}]}",
}


def main() -> None:
    """Read them all, and print the seconds of each and the memory of the process as JSON."""
    seconds: dict[str, float] = {}
    largest = 0
    for name, build in HOSTILE.items():
        document = build()
        largest = max(largest, len(document))
        start = time.process_time()
        with suppress(StationError):
            parse(document, url=URL, content_type=None)
        seconds[name] = time.process_time() - start
    peak = peak_mb()
    json.dump({"seconds": seconds, "peak": peak, "largest": largest / 1e6}, sys.stdout)


if __name__ == "__main__":
    main()
