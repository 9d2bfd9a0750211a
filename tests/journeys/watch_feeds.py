"""Articles of invented sources, written as the feeds of this world are: well, carelessly, or wrongly."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from tests.fakes.feed_server import Act, Feed, gives, packed

WHO = (
    *("Le CHU", "La clinique", "L’agence régionale", "Une infirmière", "Un chirurgien", "La mairie"),
    *(
        "Une sage-femme",
        "Le laboratoire",
        "L’ordre",
        "Une chercheuse",
        "Le syndicat",
        "Un patient",
        "L’école",
    ),
)
DOES = (
    *("ouvre", "prépare", "défend", "étudie", "raconte", "finance", "refuse", "inaugure", "évalue"),
    *("rénove", "partage"),
)
WHAT = (
    *("la vaccination", "une maternité", "la télésurveillance", "les urgences", "un jardin", "le sommeil"),
    *(
        "la nutrition",
        "un scanner",
        "l’hospitalisation à domicile",
        "la chirurgie ambulatoire",
        "un registre",
    ),
    *("la douleur", "les soins palliatifs", "un bloc", "la dialyse", "une pharmacie", "la rééducation"),
)
WHERE = (
    *("Tours", "Brest", "Nancy", "Albi", "Dax", "Lens", "Gap", "Auch", "Sète", "Vichy", "Laon", "Caen"),
    *("Pau", "Metz", "Dole", "Foix", "Lure", "Nîmes", "Redon"),
)
LONG = " ; les équipes détaillent les moyens, le calendrier, les partenaires et les résultats attendus" * 4


@dataclass(frozen=True, slots=True)
class Article:
    """What a source tells.

    Args:
        code: a word that no other article has.
        text: HTML.
    """

    code: str
    title: str
    link: str
    at: datetime
    text: str


def article(source: int, place: int, at: datetime, *, long: bool = False, text: str = "") -> Article:
    """Invent an article; each is about something else."""
    turn = source * 3 + place
    code = f"dossier{source:03}x{place}"
    parts = (WHO[turn % 13], DOES[turn % 11], WHAT[turn % 17], "à", WHERE[turn % 19])
    title = f"{' '.join(parts)}{LONG if long else ''} ({code})"
    body = text or f"<p>{WHERE[turn * 7 % 19]} et {WHERE[turn * 5 % 19]} suivent {code}.</p>"
    return Article(code, title, f"https://exemple.fr/{source}/{place}", at, body)


Written = Callable[[str, Sequence[Article]], str]


def rss(name: str, articles: Sequence[Article]) -> str:
    """Write RSS 2.0."""
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{one.link}</link><guid>{one.code}</guid>"
        f"<pubDate>{one.at:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
        f"<description><![CDATA[{one.text}]]></description></item>"
        for one in articles
    )
    head = f"<title>{name}</title><link>https://exemple.fr/</link>"
    return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'


def atom(name: str, articles: Sequence[Article]) -> str:
    """Write Atom 1.0."""
    entries = "".join(
        f'<entry><title>{escape(one.title)}</title><link href="{one.link}"/><id>urn:{one.code}</id>'
        f"<updated>{one.at:%Y-%m-%dT%H:%M:%SZ}</updated>"
        f'<content type="html">{escape(one.text)}</content></entry>'
        for one in articles
    )
    head = f"<title>{name}</title><id>urn:{name}</id>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'


def rdf(name: str, articles: Sequence[Article]) -> str:
    """Write RSS 1.0."""
    items = "".join(
        f'<item rdf:about="{one.link}"><title>{escape(one.title)}</title><link>{one.link}</link>'
        f"<dc:date>{one.at:%Y-%m-%dT%H:%M:%SZ}</dc:date>"
        f"<description>{escape(one.text)}</description></item>"
        for one in articles
    )
    spaces = (
        'xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    head = f'<channel rdf:about="https://exemple.fr/"><title>{name}</title></channel>'
    return f"<rdf:RDF {spaces}>{head}{items}</rdf:RDF>"


def json_feed(name: str, articles: Sequence[Article]) -> bytes:
    """Write a JSON Feed."""
    items = [
        {
            "id": one.code,
            "url": one.link,
            "title": one.title,
            "content_html": one.text,
            "date_published": f"{one.at:%Y-%m-%dT%H:%M:%SZ}",
        }
        for one in articles
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": name, "items": items}).encode()


Served = Callable[[str, Sequence[Article]], Act]


def _xml(
    written: Written, charset: str = "utf-8", really: str = ""
) -> Callable[[str, Sequence[Article]], bytes]:
    def body(name: str, articles: Sequence[Article]) -> bytes:
        text = f'<?xml version="1.0" encoding="{charset}"?>{written(name, articles)}'
        return text.encode(really or charset)

    return body


GOOD: tuple[Served, ...] = (
    lambda name, articles: Feed(_xml(rss)(name, articles)),
    lambda name, articles: Feed(_xml(atom)(name, articles), "application/atom+xml"),
    lambda name, articles: Feed(json_feed(name, articles), "application/feed+json"),
    lambda name, articles: Feed(_xml(rdf)(name, articles), "application/rdf+xml"),
    # Who writes Latin-1 with a typographer's apostrophe writes another charset, and always has.
    lambda name, articles: gives(_xml(rss, "iso-8859-1", "cp1252")(name, articles), "text/xml"),
    lambda name, articles: packed(_xml(atom)(name, articles)),
    lambda name, articles: packed(_xml(rss)(name, articles), "deflate"),
    lambda name, articles: gives(_xml(rss, "windows-1252")(name, articles), "text/html"),
)

CARELESS: tuple[Served, ...] = (
    # An ampersand that stands for itself.
    lambda name, articles: gives(_xml(rss)(f"{name} & Cie", articles), "text/xml"),
    # The end is missing.
    lambda name, articles: gives(_xml(rss)(name, articles).removesuffix(b"</channel></rss>"), "text/xml"),
    # Something stands before the declaration.
    lambda name, articles: gives(b"\n\n<!-- cache -->\n" + _xml(rss)(name, articles), "text/xml"),
    # A letter that XML forbids, and one that only HTML knows.
    lambda name, articles: gives(_xml(rss)(f"{name}\x08 &eacute;", articles), "text/xml"),
)

# What the server says, the file says and the letters are do not agree.
WRONG_CHARSET: tuple[Served, ...] = (
    lambda name, articles: gives(_xml(rss, "utf-8", "cp1252")(name, articles), "text/xml"),
    lambda name, articles: gives(_xml(rss)(name, articles), "text/xml; charset=iso-8859-1"),
    lambda name, articles: gives(_xml(rss, "windows-1252")(name, articles), "text/xml; charset=utf-8"),
    lambda name, articles: gives(_xml(rss, "klingon-8", "utf-8")(name, articles), "text/xml; charset=x-none"),
)
