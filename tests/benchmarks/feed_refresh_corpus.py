"""Makes a corpus of French feeds for `feed_refresh`: the same for the same seed and hour."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape

SOURCES = 300
ITEMS = 50
# As many bytes as the corpus that the goals were measured on.
BODY_BYTES = 890
# A feed of fifty items holds about a month.
DAYS = 30

_SUBJECTS = (
    "La clinique des Tilleuls",
    "Le centre hospitalier",
    "L’agence régionale de santé",
    "La Haute Autorité de santé",
    "L’Assurance maladie",
    "Une équipe d’infirmières",
    "Le conseil de l’ordre",
    "Un collectif de médecins généralistes",
    "La fédération hospitalière",
    "Le ministère de la Santé",
    "L’institut de recherche",
    "Une association de patients",
)
_VERBS = (
    "ouvre une consultation de",
    "alerte sur le dépistage du",
    "publie ses recommandations sur",
    "lance une campagne contre",
    "évalue la prise en charge de",
    "rappelle les règles de",
    "renforce l’accès à",
    "expérimente la téléconsultation pour",
    "annonce un plan pour",
    "s’inquiète du recul de",
)
_THEMES = (
    "la vaccination antigrippale",
    "diabète de type 2",
    "la santé mentale des étudiants",
    "l’insuffisance cardiaque",
    "l’éthique des soins palliatifs",
    "la télémédecine en milieu rural",
    "cancer du sein",
    "l’hospitalisation à domicile",
    "la prévention des chutes",
    "l’antibiorésistance",
    "la maladie d’Alzheimer",
    "l’œdème de la cornée",
    "l’intelligence artificielle en imagerie",
    "la responsabilité sociétale",
)
_TIMES = (
    "dès cet automne",
    "à Évreux",
    "en région",
    "selon une étude",
    "avant Noël",
    "pour 2027",
    "ce mois-ci",
)
_SENTENCES = (
    "Les équipes soignantes se sont mobilisées pour mieux accueillir les familles, sans rendez-vous.",
    "« Nous voulons que chacun sache à qui s’adresser », explique la directrice des soins.",
    "Les résultats, publiés vendredi, confirment une baisse de 12 % des réadmissions à trente jours.",
    "L’étude a suivi 1 482 patients pendant dix-huit mois dans onze établissements français.",
    "Le financement reste à préciser, tout comme la place des médecins de ville.",
    "Plusieurs associations demandent que l’accès soit garanti, quel que soit le département.",
    "La commission rendra son avis avant la fin de l’année, après avoir entendu les professionnels.",
    "À Saint-Étienne, trois cœurs de métier sont concernés : l’accueil, le bloc et la pharmacie.",
    "Le dispositif s’appuie sur une application où le patient note ses symptômes, chaque soir.",
    "Un numéro vert répond aux questions, du lundi au vendredi, de 9 h à 18 h.",
    "La Société française rappelle que ces gestes simples évitent une infection sur trois.",
    "Aucun effet indésirable grave n’a été signalé, précise l’agence du médicament.",
)


@dataclass(frozen=True, slots=True)
class CorpusFeed:
    """One feed of the corpus.

    Args:
        name: of its file.
        title: what it calls itself.
    """

    name: str
    title: str
    content: bytes


def corpus(
    now: datetime, sources: int = SOURCES, items: int = ITEMS, *, seed: int = 4
) -> Iterator[CorpusFeed]:
    """Make feeds of the days before `now`, RSS and Atom in turn; one story in ten is told by several."""
    shared = random.Random(seed)
    told = [_headline(shared, shared.randrange(90_000)) for _ in range(max(items, 40))]
    for number in range(sources):
        chance = random.Random(seed * 100_003 + number)
        entries = [_entry(chance, now, number, place, told) for place in range(items)]
        title = f"Revue santé n° {number + 1} : {chance.choice(_THEMES)}"
        atom = number % 2 == 1
        text = _atom(number, title, entries) if atom else _rss(number, title, entries)
        yield CorpusFeed(f"feed{number:03}.xml", title, text.encode())


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    link: str
    guid: str
    published: datetime
    html: str


def _headline(chance: random.Random, number: int) -> str:
    words = (chance.choice(part) for part in (_SUBJECTS, _VERBS, _THEMES, _TIMES))
    return f"{' '.join(words)} ({number})"


def _entry(chance: random.Random, now: datetime, source: int, place: int, told: list[str]) -> _Entry:
    number = source * 1000 + place
    title = chance.choice(told) if chance.random() < 0.1 else _headline(chance, number)
    host = f"https://www.sante-{source:03}.example"
    link = (
        f"{host}/actualites/2026/{place:03}-{chance.randrange(16**8):08x}.html?utm_source=rss&utm_medium=feed"
    )
    published = now.replace(microsecond=0) - timedelta(minutes=chance.randrange(DAYS * 24 * 60))
    html = f'<p><img src="{host}/photo/{number}.jpg" alt="" width="640"/></p>'
    while len(html.encode()) < BODY_BYTES - 150:
        words = " ".join(chance.sample(_SENTENCES, 3))
        html += f'<p class="texte">{words} <a href="{link}"><strong>En savoir plus</strong></a></p>'
    return _Entry(title, link, f"{host}/?p={number}", published, html)


def _rss(number: int, title: str, entries: list[_Entry]) -> str:
    rows = "".join(
        f"<item><title>{escape(one.title)}</title><link>{escape(one.link)}</link>"
        f'<guid isPermaLink="false">{escape(one.guid)}</guid>'
        f"<pubDate>{format_datetime(one.published)}</pubDate>"
        f"<category>Santé</category><dc:creator>Rédaction</dc:creator>"
        f"<description><![CDATA[{one.html}]]></description></item>\n"
        for one in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{escape(title)}</title><link>https://www.sante-{number:03}.example/</link>"
        f"<description>{escape(title)}</description><language>fr</language>\n{rows}</channel></rss>\n"
    )


def _atom(number: int, title: str, entries: list[_Entry]) -> str:
    rows = "".join(
        f"<entry><title>{escape(one.title)}</title><link href={_quoted(one.link)}/>"
        f"<id>{escape(one.guid)}</id><updated>{one.published.isoformat()}</updated>"
        f"<published>{one.published.isoformat()}</published><author><name>Rédaction</name></author>"
        f'<summary type="html">{escape(one.html)}</summary></entry>\n'
        for one in entries
    )
    site = f"https://www.sante-{number:03}.example/"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">'
        f'<title>{escape(title)}</title><id>{site}</id><link href="{site}"/>'
        f"<updated>{entries[0].published.isoformat()}</updated>\n{rows}</feed>\n"
    )


def _quoted(address: str) -> str:
    return f'"{escape(address)}"'
