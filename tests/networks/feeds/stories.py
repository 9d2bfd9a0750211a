"""Invents what feeds tell: French stories of clinics, the same ones for the same seed."""

import html
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_SUBJECTS = (
    "La télémédecine", "L’hôpital d’Évreux", "Le CHU de Nîmes", "L’éthique du soin", "La e-santé", "La HAS",
    "L’ANSM", "Une étude sur l’œdème", "Le Dr Zoé Éluard", "La RSE à la clinique", "Le numérique en santé",
    "L’accès aux soins",
)  # fmt: skip
_VERBS = (
    "progresse", "inquiète", "recrute", "s’explique", "change de cap", "publie son bilan",
    "alerte les patients", "ouvre le débat", "réduit les délais de 12 %", "attend l’été",
    "mène l’enquête : « où en est-on ? »",
)  # fmt: skip
_PLACES = (
    "en Île-de-France",
    "à Besançon",
    "dans l’Hérault",
    "à l’étranger",
    "chez nous",
    "en Corrèze",
    "à La Réunion",
)
_WORDS = (
    "le", "patient", "les", "soignants", "une", "équipe", "la", "consultation", "à", "distance", "après",
    "plusieurs", "années", "d’attente", "avec", "un", "suivi", "régulier", "selon", "l’étude", "publiée",
    "œuvre", "médicale", "cœur", "santé", "publique", "dépistage", "précoce", "prévention", "hôpital",
    "infirmière", "formation", "continue", "données", "protégées", "consentement", "éclairé", "qualité",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """What one entry tells, and what a reader must find in it.

    Args:
        words: the text of the summary, paragraph by paragraph.
        full: whether the summary also holds a link and a picture.
    """

    title: str
    link: str
    id: str
    published: datetime | None
    words: tuple[str, ...]
    author: str
    full: bool

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def html(self) -> str:
        """The summary as a site writes it."""
        parts = [f"<p>{html.escape(words, quote=False)}</p>" for words in self.words]
        if self.full:
            parts.append(
                '<p><a href="https://exemple.fr/suite?a=1&amp;b=2">'
                '<img src="https://exemple.fr/une.jpg" alt=""/></a></p>'
            )
        return "\n".join(parts)


def stories(chance: random.Random, count: int, site: str) -> list[Story]:
    """Invent the entries of one feed, the newest first."""
    newest = datetime(2024, 10, 2, 8, 15, tzinfo=UTC) - timedelta(minutes=chance.randrange(100_000))
    return [
        Story(
            title=_title(chance, number),
            link=f"{site}/actualites/{number}?utm_source=rss&page={number}",
            id=f"{site}/?p={number}",
            published=newest - timedelta(hours=7 * number, seconds=chance.randrange(60)),
            words=tuple(_paragraph(chance) for _ in range(chance.choice((1, 2, 3, 5)))),
            author=chance.choice(("Zoé Éluard", "Rédaction", "Jean-Noël d’Œillet")),
            full=chance.random() < 0.5,
        )
        for number in range(count)
    ]


def _title(chance: random.Random, number: int) -> str:
    extra = chance.choice(("", "", " & ses limites", " (p < 0,05)", " : l’avis d’un expert"))
    return f"{chance.choice(_SUBJECTS)} {chance.choice(_VERBS)} {chance.choice(_PLACES)}{extra} n° {number}"


def _paragraph(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randrange(15, 65))]
    sentence = " ".join(words)
    return f"{sentence[0].upper()}{sentence[1:]} & plus."
