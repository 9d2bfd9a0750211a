"""Press reviews of a sample clinic, of any length."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from cmstation.domain.press_review import PressReview, ReviewEntry
from cmstation.domain.press_review_document import Masthead
from cmstation.domain.watch_alert_words import Tone

MADE = datetime(2027, 3, 8, 7, 30, tzinfo=UTC)
FIRST, LAST = date(2027, 3, 1), date(2027, 3, 7)
MASTHEAD = Masthead("Clinique des Tilleuls", licence="CFC n\u00b0\u00a02027-118", zone="Europe/Paris")
THEMES = (
    "La clinique dans la presse",
    "Éthique et fin de vie",
    "Télémédecine et e-santé",
    "Politique de santé et financement des établissements privés",
    "",
)
SOURCES = ("La Gazette des Tilleuls", "Le Quotidien du soin", "Radio Val-de-Brume", "Cahiers de l’hôpital")
TITLES = (
    "La clinique des Tilleuls ouvre une maison de naissance",
    "Urgences\u00a0: «\u202ftenir encore un été\u202f», le cri d’alarme des soignants",
    "Télésurveillance cardiaque\u00a0: ce qui change pour les patients au 1er\u00a0avril, et ce qui ne "
    "change pas encore malgré les promesses du ministère, des caisses et des éditeurs de logiciels",
    "Fin de vie\u00a0: le texte revient devant les députés",
    "Un label pour l’hôpital de jour",
)
SUMMARY = (
    "Le quotidien décrit l’ouverture prévue en septembre\u00a0: quatre chambres, une équipe de six "
    "sages-femmes et un accord avec la maternité voisine. La directrice est citée deux fois.\n"
    "À surveiller\u00a0: la question du stationnement, posée par les riverains."
)
ARTICLE = "\n".join(
    [
        "Elle a poussé la porte un matin de mars, sans bruit. Depuis, l’équipe a trouvé ses marques et les "
        "premières familles sont venues voir les chambres, le jardin et la grande salle commune."
    ]
    * 4
)
_TONES = (Tone.POSITIVE, Tone.NEUTRAL, Tone.NEGATIVE, Tone.NEUTRAL)


def entry(number: int = 0, **fields: object) -> ReviewEntry:
    """Make an article; each number gives another one."""
    made = ReviewEntry(
        item=number + 1,
        theme=THEMES[number % len(THEMES)],
        title=TITLES[number % len(TITLES)],
        source=SOURCES[number % len(SOURCES)],
        published=None if number % 11 == 4 else MADE - timedelta(hours=5 * number + 20),
        link=f"https://www.gazette.example/sante/2027/03/article-{number}",
        author="Jeanne Corbel" if number % 3 == 0 else "",
        summary=SUMMARY if number % 3 == 0 else SUMMARY.partition("\n")[0],
        tone=_TONES[number % len(_TONES)],
        position=number,
    )
    return replace(made, **fields)  # pyright: ignore[reportArgumentType]


def review(entries: int | Iterable[ReviewEntry] = 5, **fields: object) -> PressReview:
    """Make a review of some articles."""
    made = tuple(entry(number) for number in range(entries)) if isinstance(entries, int) else tuple(entries)
    bare = PressReview(0, "", FIRST, LAST, MADE, made)
    return replace(bare, **fields)  # pyright: ignore[reportArgumentType]
