"""The sentences of the director's report, in French: each answer in words, and why one is missing.

They are part of the document, so they stay French whatever language the window speaks.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from cmstation.domain.french_numbers import number, percent
from cmstation.domain.metrics import Origin, PostForm
from cmstation.domain.periods import Period, PeriodKind
from cmstation.domain.press_review_words import NBSP, THIN
from cmstation.domain.report_document import SectionKey
from cmstation.domain.report_words import FRENCH
from cmstation.domain.statistics import NoteKind

TITLES: Final = {
    SectionKey.SUMMARY: "L’essentiel",
    SectionKey.WORKED: "Ce qui a marché",
    SectionKey.FORMS: "Sous quelle forme",
    SectionKey.HOURS: "À quelle heure publier",
    SectionKey.LINES: "Quelles lignes éditoriales portent",
    SectionKey.FOLLOWERS: "Les abonnés",
    SectionKey.GOALS: "Les objectifs",
    SectionKey.PEERS: "Parmi les autres établissements",
    SectionKey.RESPONSE: f"En combien de temps répondons-nous{THIN}?",
    SectionKey.PRESS: "Ce que la presse a repris",
    SectionKey.NOTES: "Ce qu’on nous a dit",
    SectionKey.GAPS: "Les jours sans chiffre",
}
# Why there is nothing to tell.
EMPTY: Final = {
    SectionKey.SUMMARY: "Aucun chiffre n’est connu pour cette période.",
    SectionKey.WORKED: "Aucune publication n’est connue pour cette période.",
    SectionKey.FORMS: "Aucune publication n’est connue pour cette période.",
    SectionKey.HOURS: "Aucune publication dont le succès est connu ne permet de parler des heures.",
    SectionKey.LINES: "Aucune publication n’est connue pour cette période.",
    SectionKey.FOLLOWERS: "Aucun nombre d’abonnés n’a été relevé ces jours-là.",
    SectionKey.GOALS: "Aucun objectif n’est fixé, et aucun cap n’a été franchi pendant cette période.",
    SectionKey.PEERS: "Aucun autre établissement n’est suivi.",
    SectionKey.RESPONSE: (
        f"Les échanges avec le public ne sont pas relevés{NBSP}: le temps de réponse n’est pas connu."
    ),
    SectionKey.PRESS: "Aucun article n’a été retenu ni relayé, et aucune revue de presse n’a été faite.",
    SectionKey.NOTES: "Aucun témoignage ni remerciement n’a été noté pour cette période.",
    SectionKey.GAPS: "Aucun compte n’avait encore de chiffre à la fin de cette période.",
}
FORMS: Final = {
    PostForm.TEXT: "Texte seul",
    PostForm.PICTURE: "Avec une image",
    PostForm.VIDEO: "Avec une vidéo",
    PostForm.LINK: "Avec un lien",
}
NOTES: Final = {
    NoteKind.TESTIMONIAL: "Témoignage",
    NoteKind.THANKS: "Remerciement",
    NoteKind.FACT: "Fait",
    NoteKind.OTHER: "Autre",
}
WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
PUBLISHED: Final = "Publications parues"
NO_TITLE: Final = "Sans titre"
PRESS_REVIEW: Final = "Revue de presse"
NO_THEME: Final = "Sans ligne éditoriale"
NO_PRESS_THEME: Final = "Sans thème"
UNKNOWN_FIGURE: Final = "Autres chiffres"
SCORE: Final = "Succès"
SCORE_MEANING: Final = (
    "Réactions, commentaires (comptés deux fois), partages (comptés trois fois) et enregistrements, divisés "
    "par ce qu’obtient d’habitude une publication du même compte, sept jours après sa parution "
    f"(médiane des publications des 90 jours précédents). 1,0{NBSP}: comme d’habitude. Sans au moins huit "
    "publications auxquelles comparer, rien n’est calculé."
)
LATE: Final = (
    "Certaines publications n’ont été relevées qu’après sept jours"
    f"{NBSP}: leur succès peut être un peu trop élevé."
)
YOUNG: Final = f"Certaines publications ont moins de sept jours{NBSP}: leurs chiffres montent encore."
MEANING_CHANGED: Final = "le réseau a changé sa façon de compter pendant cette période, rien n’est additionné"
SUM_OF_PEOPLE: Final = f"somme des jours{NBSP}: une même personne peut y compter plusieurs fois"
FEW_DAYS: Final = "trop peu de jours relevés"
TOO_FEW_HOURS: Final = (
    "Aucune heure ne se détache encore, ou trop peu de publications y sont parues pour conclure."
)
NO_GAPS: Final = "Chaque compte a au moins un chiffre pour chaque jour."
MEDIAN_OF_FORMS: Final = "Succès médian selon la forme"
SHARE_OF_LINES: Final = "Part de chaque ligne dans les publications"
SHARE_NAME, WISHED_NAME = "Part des publications", "Part souhaitée"
CLAIMS_NOTE: Final = (
    f"Le succès médian n’est donné qu’à partir de cinq publications dont le succès est connu{THIN}; sinon, —."
)
_ORIGINS: Final = {
    Origin.NETWORK: "relevé",
    Origin.HAND: "saisi à la main",
    Origin.FILE: "lu dans un fichier",
    Origin.REHEARSAL: "chiffre d’exercice",
}


def counted(count: int, one: str, many: str = "") -> str:
    """Say a number of things; 0 and 1 are singular in French."""
    return f"{number(count)}{NBSP}{one if abs(count) < 2 else many or one + 's'}"


def quoted(text: str) -> str:
    """Put a text between quotation marks."""
    return f"«{THIN}{text}{THIN}»"


def times(score: float) -> str:
    """Say a score."""
    return f"{number(score, 1)}{NBSP}fois"


def against(period: Period) -> str:
    """Name a period that another is held against, short enough for a column's head."""
    if period.kind is PeriodKind.QUARTER:
        return f"T{(period.first.month + 2) // 3}{NBSP}{period.first.year}"
    if period.kind is PeriodKind.YEAR:
        return str(period.first.year)
    told = FRENCH.period(period)
    return told if period.kind is PeriodKind.MONTH else f"la période {told}"


def freshness(taken: datetime, origins: Iterable[Origin], zone: tzinfo) -> str:
    """Say when the newest of some figures was taken, and from where they all come."""
    known = frozenset(origins)
    ways = " et ".join(_ORIGINS[one] for one in Origin if one in known)
    last = ", dernière fois" if len(known) > 1 else ""
    return f"{ways}{last} le {FRENCH.day(taken.astimezone(zone).date())}"


def per_day(share: float) -> str:
    """Say by which part the mean of a day changed."""
    return f"{FRENCH.share(share)} par jour en moyenne"


def days_known(known: int, days: int) -> str:
    """Say that a sum has not all of its days."""
    return f"{counted(known, 'jour relevé', 'jours relevés')} sur {number(days)}"


def as_of(day: date) -> str:
    """Say that a figure is not of the period's last day."""
    return f"chiffre du {FRENCH.day(day)}"


def last_known(value: int, day: date) -> str:
    """Say an older figure where the period has none."""
    return f"dernier chiffre connu{NBSP}: {number(value)}, le {FRENCH.day(day)}"


def still_running(today: date) -> str:
    """Say that a period is not over."""
    return f"La période n’est pas terminée{NBSP}: ces chiffres sont ceux du {FRENCH.day(today)}."


def followers(by: int, accounts: int, left_out: int) -> str:
    """Say how followers changed, on the accounts that can be compared."""
    on = f"sur {counted(accounts, 'compte')}"
    if not by:
        told = f"Le nombre d’abonnés est resté le même {on}"
    else:
        verb = "gagné" if by > 0 else "perdu"
        told = f"L’établissement a {verb} {counted(abs(by), 'abonné')} {on}"
    if not left_out:
        return f"{told}."
    verb = "ne peut pas être comparé" if left_out < 2 else "ne peuvent pas être comparés"
    return f"{told}{THIN}; {counted(left_out, 'autre')} {verb}."


def followers_of(name: str, by: int) -> str:
    """Say how the followers of one account changed."""
    if not by:
        return f"{name}{NBSP}: autant d’abonnés qu’avant."
    return f"{name}{NBSP}: {counted(abs(by), 'abonné')} de {'plus' if by > 0 else 'moins'}."


def published(count: int, accounts: int, unknown: int) -> str:
    """Say how many posts went out."""
    verb = "est parue" if count < 2 else "sont parues"
    told = f"{counted(count, 'publication')} {verb} sur {counted(accounts, 'compte')}"
    return f"{told}{THIN}; rien n’est connu de {counted(unknown, 'autre')}." if unknown else f"{told}."


def best_post(title: str, account: str, score: float) -> str:
    """Say which post did best."""
    return f"{quoted(title)} ({account}) a eu {times(score)} le succès habituel de son compte."


def gone(count: int) -> str:
    """Say that networks no longer have some posts."""
    verb = "n’est plus en ligne" if count < 2 else "ne sont plus en ligne"
    kept = (
        "ses derniers chiffres connus sont gardés"
        if count < 2
        else "leurs derniers chiffres connus sont gardés"
    )
    return f"{counted(count, 'publication')} {verb}{THIN}; {kept}."


def gone_post(title: str) -> str:
    """Name a post that its network no longer has."""
    return f"{title} (n’est plus en ligne)"


def first_posts(shown: int, in_all: int) -> str:
    """Say that only the first posts are listed."""
    told = f"Les {number(shown)} premières publications sur {number(in_all)}"
    return f"{told}{THIN}; toutes sont dans le classeur."


def best_form(form: str, median: float) -> str:
    """Say which form does best."""
    return f"{quoted(form)} est la forme qui marche le mieux{NBSP}: {times(median)} le succès habituel."


def no_form(scored: int) -> str:
    """Say that too few posts have a score."""
    return f"Trop peu de publications pour comparer les formes ({number(scored)} dont le succès est connu)."


def best_hour(weekday: int, hour: int, count: int, median: float) -> str:
    """Say at which hour posts did well."""
    posts = counted(count, "publication")
    verb = "a eu" if count < 2 else "ont eu"
    return f"Le {WEEKDAYS[weekday]} à {hour}{NBSP}h, {posts} {verb} {times(median)} le succès habituel."


def hours_of(first: date, last: date) -> str:
    """Name the chart of hours, with the days whose posts it shows."""
    return f"Succès selon le jour et l’heure, du {FRENCH.day(first)} au {FRENCH.day(last)}"


def biggest_line(name: str, share: float, wished: int | None) -> str:
    """Say which line took most room."""
    told = f"{quoted(name)} a pris {_percent(share)} des publications"
    return f"{told}, pour {_percent(wished / 100)} souhaités." if wished is not None else f"{told}."


def best_line(name: str, median: float) -> str:
    """Say which line did best."""
    return f"{quoted(name)} marche le mieux{NBSP}: {times(median)} le succès habituel."


def curves_of(first: date, last: date) -> str:
    """Name the chart of followers."""
    return f"Abonnés de chaque compte, du {FRENCH.day(first)} au {FRENCH.day(last)}"


def goal(name: str, left: int, share: float, reached_on: date | None) -> str:
    """Say how far a goal is."""
    if not left:
        when = f", le {FRENCH.day(reached_on)}" if reached_on is not None else ""
        return f"{quoted(name)}{NBSP}: objectif atteint{when}."
    return f"{quoted(name)}{NBSP}: il manque {number(left)}, {_percent(share)} du but sont atteints."


def goal_unknown(name: str) -> str:
    """Say that no figure tells how far a goal is."""
    return f"{quoted(name)}{NBSP}: aucun chiffre ne dit où l’on en est."


def milestone(account: str, metric: str, value: int, day: date) -> str:
    """Say that a round number was passed."""
    return f"{account} a passé le cap de {number(value)} ({metric.lower()}) le {FRENCH.day(day)}."


def rank(network: str, name: str, place: int, of: int) -> str:
    """Say an own account's place among those whose figure is known."""
    return (
        f"Sur {network}, le compte {quoted(name)} est {place}{'er' if place == 1 else 'e'} sur {number(of)}."
    )


def goal_name(metric: str, target: int, account: str = "") -> str:
    """Name a goal that has no name; one for all accounts together names none."""
    whose = f" ({account})" if account else ""
    return f"{metric}{whose}{NBSP}: {number(target)}"


def ranking_of(network: str) -> str:
    """Name the table of a network's ranking."""
    return f"Abonnés sur {network}"


def responded(wait: timedelta) -> str:
    """Say how long answers take."""
    hours, minutes = divmod(round(wait.total_seconds() / 60), 60)
    return f"La moitié des messages ont eu leur réponse en moins de {hours}{NBSP}h{NBSP}{minutes:02}."


def press(kept: int, relayed: int, reviews: int) -> str:
    """Say what was done with articles."""
    return (
        f"{counted(kept, 'article retenu', 'articles retenus')} pour la revue de presse, "
        f"{counted(relayed, 'relayé', 'relayés')}, "
        f"{counted(reviews, 'revue de presse faite', 'revues de presse faites')}."
    )


def notes(count: int) -> str:
    """Say how much was noted."""
    verb = "a été noté" if count < 2 else "ont été notés"
    return f"{counted(count, 'témoignage ou fait', 'témoignages ou faits')} {verb}."


def gaps(days: int, of: int) -> str:
    """Say how many days have no figure, all accounts together."""
    return f"{counted(days, 'jour')} sur {number(of)}, tous comptes ensemble, n’ont aucun chiffre."


def run_of_days(first: date, last: date) -> str:
    """Say days without a figure."""
    if first == last:
        return FRENCH.short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        begin = "1er" if first.day == 1 else str(first.day)
        return f"{begin}–{FRENCH.short_day(last)}"
    return f"{FRENCH.short_day(first)} – {FRENCH.short_day(last)}"


def mail_subject(title: str, period: str, clinic: str) -> str:
    """Say what a mail with a report is about."""
    return f"{clinic} – {title} {period}" if clinic else f"{title} {period}"


def mail_text(title: str, period: str, sentences: Iterable[str]) -> str:
    """Write the few lines above an attached report."""
    points = [f"- {one}" for one in sentences]
    return "\n".join(
        [
            "Bonjour,",
            "",
            f"Vous trouverez ci-joint le document {quoted(title.lower())} ({period}).",
            *([""] if points else []),
            *points,
            "",
            "Bien cordialement,",
            "",
        ]
    )


def _percent(share: float) -> str:
    return percent(share, 0 if float(round(share * 100, 6)).is_integer() else 1)
