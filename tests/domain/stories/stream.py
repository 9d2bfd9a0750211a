"""A made-up stream of the press: many events that look alike, in many towns, each told by a few sources."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from cmstation.domain.stories import Arrival
from cmstation.domain.story_fingerprints import fingerprint
from cmstation.domain.web_addresses import canonical

START: Final = datetime(2026, 9, 1, tzinfo=UTC)

_BEGINNINGS = (
    "Saint-A Mont Ville Roche Ker Plou Beau Val Castel Font Clair Haute Neu Bour Lan Puy Cham Mar Bel Cour"
)
_MIDDLES = "ri vau mel bri go lon ser du cha ve nan tre bo mar qui lé ron da pel zan"
_ENDS = "gny ville court mont zac ven neau res lles rac bourg dec lon nay sac fort tier guen val ron"
_SYLLABLES = (
    "ba ca da fa ga la ma na pa ra sa ta va be ce de fe ge le me ne pe re se te ve bi ci di fi li mi ni ri"
)
_LABELS = ("", "", "", "", "VIDÉO. ", "EN DIRECT. ", "TÉMOIGNAGE. ", "INFO RÉGION. ")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: headlines that tell it, then leads.

    {t} is a town, {n} a figure, {d} a day, {w} words that belong to the event alone.
    """

    headlines: tuple[str, ...]
    leads: tuple[str, ...]


KINDS: Final = (
    Kind(
        (
            "{t}. Grève aux urgences de l’hôpital",
            "Urgences de {t} : les soignants en grève",
            "À {t}, les urgences cessent le travail",
        ),
        (
            "Le personnel des urgences de {t} entame {d} une grève illimitée et demande {n} postes. {w}",
            "À {t}, les soignants réclament {n} postes d’infirmiers et cessent le travail {d}. {w}",
        ),
    ),
    Kind(
        ("{t}. Une collecte de sang {d}", "Don du sang : rendez-vous {d} à {t}"),
        (
            "L’Établissement français du sang organise une collecte {d} à {t}, à partir de {n} h. {w}",
            "Une collecte de sang a lieu {d} à {t}. {w}",
        ),
    ),
    Kind(
        ("{t}. Une nouvelle IRM inaugurée à l’hôpital", "L’hôpital de {t} s’équipe d’une IRM"),
        (
            "L’hôpital de {t} dispose depuis {d} d’une IRM qui a coûté {n} millions d’euros. {w}",
            "Inaugurée {d}, l’IRM de l’hôpital de {t} doit réduire l’attente. {w}",
        ),
    ),
    Kind(
        (
            "{t} : la commune cherche un médecin généraliste",
            "Sans médecin, {t} lance un appel",
            "{t}. Plus de généraliste depuis un an",
        ),
        (
            "La commune de {t} n’a plus de médecin généraliste et offre un logement pendant {n} mois. {w}",
            "À {t}, le départ à la retraite du dernier médecin laisse {n} patients sans généraliste. {w}",
        ),
    ),
    Kind(
        ("{t} : une infirmière agressée aux urgences", "Agression d’une infirmière à l’hôpital de {t}"),
        (
            "Une infirmière a été frappée {d} aux urgences de {t} par un homme de {n} ans. {w}",
            "Un homme de {n} ans est en garde à vue après l’agression d’une infirmière à {t}. {w}",
        ),
    ),
    Kind(
        (
            "Cyberattaque à l’hôpital de {t}",
            "L’hôpital de {t} paralysé par un rançongiciel",
            "{t} : l’hôpital revient au papier",
        ),
        (
            "Les serveurs de l’hôpital de {t} sont paralysés depuis {d}, les opérations reportées. {w}",
            "Après une attaque informatique, l’hôpital de {t} travaille au papier depuis {d}. {w}",
        ),
    ),
    Kind(
        ("{t}. L’Ehpad fermé après un contrôle", "À {t}, {n} résidents d’un Ehpad relogés"),
        (
            "L’agence régionale de santé a ordonné {d} la fermeture d’un Ehpad de {t} ({n} résidents). {w}",
            "Les {n} résidents de l’Ehpad de {t} doivent être relogés. {w}",
        ),
    ),
    Kind(
        (
            "{t}. Octobre rose : {n} coureuses contre le cancer",
            "À {t}, {n} femmes courent contre le cancer du sein",
        ),
        (
            "La course d’Octobre rose a réuni {n} personnes {d} à {t}. {w}",
            "Elles étaient {n} à courir {d} à {t} contre le cancer du sein. {w}",
        ),
    ),
    Kind(
        ("Un nouveau directeur à l’hôpital de {t}", "{t}. L’hôpital a un nouveau directeur"),
        (
            "Le centre hospitalier de {t} change de direction {d}. {w}",
            "Nommé {d}, il dirigera l’hôpital de {t}. {w}",
        ),
    ),
    Kind(
        ("La maternité de {t} ferme ses portes", "{t} : fin des accouchements à la maternité"),
        (
            "L’agence régionale de santé a confirmé {d} la fermeture de la maternité de {t}. {w}",
            "Avec {n} accouchements par an, la maternité de {t} fermera. {w}",
        ),
    ),
    Kind(
        ("Étude : {w}", "Recherche. {w}"),
        (
            "Une équipe de l’Inserm a suivi {n} personnes. {w}",
            "Publiée {d}, l’étude porte sur {n} volontaires. {w}",
        ),
    ),
    Kind(
        ("Rappel de lots : {w}", "Ce médicament est rappelé : {w}"),
        ("L’Agence du médicament annonce {d} le rappel de {n} lots. {w}", "{n} lots sont rappelés. {w}"),
    ),
)
_DAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a feed gives it, and the event that it tells."""

    story: int
    source: int
    title: str
    summary: str
    link: str
    at: datetime


def rows(count: int, seed: int, *, per_day: int = 3_000) -> list[Row]:
    """Make so many items, the oldest first."""
    rng = random.Random(seed)
    middles = [one + other for one in _MIDDLES.split() for other in ("", *_MIDDLES.split())]
    towns = [b + m + e for b in _BEGINNINGS.split() for m in middles for e in _ENDS.split()]
    made: list[Row] = []
    story = 0
    while len(made) < count:
        story += 1
        made.extend(_event(rng, story, rng.choice(towns), START + timedelta(days=len(made) / per_day)))
    return sorted(made[:count], key=lambda row: row.at)


def arrivals(made: list[Row], *, first_item: int = 1) -> list[Arrival]:
    """Take the fingerprint of each item."""
    return [
        Arrival(
            item=first_item + place,
            source=row.source,
            at=row.at,
            mark=fingerprint(row.title, row.summary, canonical(row.link)),
        )
        for place, row in enumerate(made)
    ]


def _event(rng: random.Random, story: int, town: str, at: datetime) -> list[Row]:
    kind = rng.choice(KINDS)
    slots = {"t": town, "n": str(rng.randint(2, 900)), "d": rng.choice(_DAYS), "w": _sentence(rng)}
    told: list[Row] = []
    for source in rng.sample(range(300), rng.choice((1, 1, 1, 2, 2, 3, 5))):
        title = rng.choice(_LABELS) + rng.choice(kind.headlines).format(**slots)
        page = f"article-{story}-{rng.randint(1, 9)}.html"
        link = f"https://www.journal-{source}.example/sante/{page}?utm_source=rss"
        lead = rng.choice(kind.leads).format(**slots)
        told.append(Row(story, source, title, lead, link, at + timedelta(hours=rng.random() * 20)))
    return told


def _sentence(rng: random.Random) -> str:
    """Return words that only this event has in this order; a few are frequent, most are rare."""
    syllables = _SYLLABLES.split()
    words = [
        "".join(syllables[(rank >> shift) % len(syllables)] for shift in (0, 3, 6)) for rank in _ranks(rng)
    ]
    return " ".join(words).capitalize() + "."


def _ranks(rng: random.Random) -> list[int]:
    return [int(30_000 ** rng.random()) for _ in range(14)]
