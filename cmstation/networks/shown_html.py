"""Makes what was stored of a feed (`feed_gate`) fit to be shown (`clean_html`)."""

import re
from html import unescape
from typing import Final

from cmstation.networks import clean_html
from cmstation.networks.html_addresses import tracks

_PLACEHOLDER: Final = re.compile(r'<a href="image:(https?://[^"<>]*+)">\[([^<>]*)\]</a>', re.IGNORECASE)
# What the fast cleaner writes for any image: no words of the page.
_NO_WORDS: Final = "image"


def shown(html: str, base: str = "") -> str:
    """Return the readable part of markup: nothing in it runs or loads. Doing it twice changes nothing.

    What stands for an image becomes the image again first, so that it is judged as one: a known tracker goes,
    a link around it stays, its address becomes a secure one.

    Args:
        base: the address that relative ones are taken from.
    """
    return clean_html.clean(_PLACEHOLDER.sub(_image, html), base)


def _image(mark: re.Match[str]) -> str:
    if tracks(unescape(mark[1]), {}):
        return ""
    words = "" if mark[2] == _NO_WORDS else mark[2].replace('"', "&quot;")
    return f'<img src="{mark[1]}" alt="{words}">'
