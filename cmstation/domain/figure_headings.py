"""Know the columns of a file of figures by their headings, in French and in English."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cmstation.domain.folding import search_words
from cmstation.domain.metrics import Metric


class FileKind(StrEnum):
    """Which sort of file it is; kept with an import."""

    WIDE = "wide"  # a column for each metric
    LONG = "long"  # a line for each figure
    POSTS = "posts"  # a line for each post
    MATOMO = "matomo"
    PLAUSIBLE = "plausible"


class Role(StrEnum):
    """What a column says."""

    DAY = "day"
    HOUR = "hour"
    ACCOUNT = "account"
    METRIC = "metric"
    VALUE = "value"
    TITLE = "title"
    LINK = "link"
    IDENTITY = "identity"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Column:
    """A column that means something to us.

    Args:
        heading: as the file writes it.
        metric: of a column of figures.
        word: what else than the metric's own name the network calls it ("fans").
    """

    place: int
    heading: str
    role: Role
    metric: Metric | None = None
    word: str = ""


_ROLES: Final = {
    heading: role
    for role, headings in (
        (Role.DAY, "date|jour|day|date de publication|publie le|publication date|published|published at"),
        (Role.DAY, "posted at|date du post|heure de publication|publish time|post date"),
        (Role.HOUR, "heure|hour|time"),
        (Role.ACCOUNT, "compte|account|page|nom du compte|account name|nom de la page|page name"),
        (Role.METRIC, "mesure|metric|indicateur|indicator"),
        (Role.VALUE, "valeur|value|nombre|number|total"),
        (Role.TITLE, "titre|title|texte|text|message|legende|caption|description"),
        (Role.LINK, "lien|link|url|adresse|permalien|permalink|lien permanent|post link|post url"),
        (Role.IDENTITY, "identifiant|id|post id|identifiant de la publication|identifiant du post"),
    )
    for heading in headings.split("|")
}
_METRICS: Final = {
    heading: metric
    for metric, headings in (
        (Metric.FOLLOWERS, "abonnes|followers|subscribers|nombre d abonnes|total d abonnes|total followers"),
        (Metric.FOLLOWERS, "abonnes au total|nombre de followers|abonnements a la chaine"),
        (Metric.POSTS, "publications|posts|nombre de publications|articles|statuts|statuses"),
        (Metric.VIEWS, "vues|views|pages vues|pageviews|page views|nombre de vues|nb pageviews"),
        (Metric.REACH, "portee|reach|couverture|personnes touchees|spectateurs|viewers"),
        (Metric.IMPRESSIONS, "impressions|affichages"),
        (Metric.REACTIONS, "reactions|j aime|likes|mentions j aime|favoris|favourites|favorites"),
        (Metric.COMMENTS, "commentaires|comments|reponses|replies|avis|reviews"),
        (Metric.SHARES, "partages|shares|republications|reposts|boosts|retweets"),
        (Metric.CLICKS, "clics|clicks|clics sur le lien|link clicks|clics sur des liens"),
        (Metric.VIDEO_VIEWS, "vues de videos|vues de video|vues video|vues de la video|video views"),
        (Metric.SAVES, "enregistrements|saves|signets|bookmarks"),
        (Metric.VISITS, "visites|visits|nb visits|nombre de visites|sessions"),
        (Metric.VISITORS, "visiteurs|visitors|visiteurs uniques|unique visitors|nb uniq visitors"),
    )
    for heading in headings.split("|")
} | {" ".join(search_words(metric.value)): metric for metric in Metric}
_FANS: Final = frozenset({"fans", "j aime la page", "page likes", "mentions j aime la page"})


def plain(heading: str) -> str:
    """Return a heading in the letters by which it is known."""
    return " ".join(search_words(heading.replace("_", " ")))


def column_of(place: int, heading: str) -> Column | None:
    """Return what a column means; None when it means nothing to us."""
    known = plain(heading)
    if known in _ROLES:
        return Column(place, heading.strip(), _ROLES[known])
    found = metric_of(heading)
    return None if found is None else Column(place, heading.strip(), Role.FIGURE, *found)


def metric_of(word: str) -> tuple[Metric, str] | None:
    """Return what a word counts, with the network's own word where it means something else."""
    known = plain(word)
    if known in _FANS:
        return Metric.FOLLOWERS, "fans"
    metric = _METRICS.get(known)
    return None if metric is None else (metric, "")


def kind_of(columns: Sequence[Column]) -> FileKind | None:
    """Tell which sort of file has these columns; None when no figure can be in it."""
    roles = {column.role for column in columns}
    if {Role.METRIC, Role.VALUE} <= roles:
        return FileKind.LONG
    if Role.FIGURE not in roles:
        return None
    if roles & {Role.TITLE, Role.LINK, Role.IDENTITY}:
        return FileKind.POSTS
    return FileKind.WIDE if Role.ACCOUNT in roles else _counter({plain(one.heading) for one in columns})


def _counter(headings: set[str]) -> FileKind:
    """Tell whose table of visits it is, by the words that the program writes."""
    if {"visitors", "pageviews"} <= headings:
        return FileKind.PLAUSIBLE
    by_name = headings & {"visits", "visites"} and headings & {"unique visitors", "visiteurs uniques"}
    if by_name or headings & {"nb visits", "nb uniq visitors"}:
        return FileKind.MATOMO
    return FileKind.WIDE
