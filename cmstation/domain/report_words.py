"""The words of the director's report, in French, with numbers and days as French people write them.

They are part of the document, so they stay French whatever language the window speaks.
"""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import Final, TypeAlias

from cmstation.domain.french_numbers import MINUS, month_name, number, percent
from cmstation.domain.metrics import Origin
from cmstation.domain.periods import Period, PeriodKind
from cmstation.domain.press_review_words import FRENCH as REVIEW
from cmstation.domain.press_review_words import NBSP, THIN

Value: TypeAlias = "int | float | None"
# Letters that words made here may take, beside those of the document's texts.
LETTERS: Final = f"0123456789{MINUS}+{NBSP}{THIN}▲▼■●◆,%:()°–—"
_QUARTERS: Final = ("premier", "deuxième", "troisième", "quatrième")
_TITLES: Final = {
    PeriodKind.MONTH: "Rapport mensuel",
    PeriodKind.QUARTER: "Rapport trimestriel",
    PeriodKind.YEAR: "Rapport annuel",
    PeriodKind.CAMPAIGN: "Bilan de campagne",
    PeriodKind.SPAN: "Rapport de communication",
}
_ORIGINS: Final = {
    Origin.NETWORK: "relevé",
    Origin.HAND: "saisi à la main",
    Origin.FILE: "lu dans un fichier",
    Origin.REHEARSAL: "chiffre d’exercice",
}


class CellKind(StrEnum):
    """How a value is told; a PERCENT of 0.5 is a half, a CHANGE has its sign."""

    TEXT = "text"
    COUNT = "count"
    CHANGE = "change"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DAY = "day"
    MOMENT = "moment"


NUMBERS: Final = frozenset({CellKind.COUNT, CellKind.CHANGE, CellKind.DECIMAL, CellKind.PERCENT})


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What a report says beside the figures."""

    language: str = "fr-FR"
    logo: str = "Logo de l’établissement"
    comment: str = "Commentaire"
    comments: str = "Textes"
    definitions: str = "Définitions"
    figures: str = "Chiffres"
    name: str = "Nom"
    meaning: str = "Ce qui est compté"
    section: str = "Rubrique"
    text: str = "Texte"
    kind: str = "Genre"
    label: str = "Indicateur"
    value_name: str = "Valeur"
    wished: str = "Souhaité"
    change_before: str = "Évolution"
    share_before: str = "Évolution en %"
    change_year: str = "Évolution sur un an"
    share_year: str = "Évolution sur un an en %"
    freshness_name: str = "Relevé"
    note: str = "Remarque"
    day_name: str = "Jour"
    weekday: str = "Jour de la semaine"
    hour: str = "Heure"
    posts: str = "Publications"
    score: str = "Succès médian"
    link: str = "Adresse"
    event: str = "Repère"
    unknown: str = "—"
    missing: str = "non relevé"
    unchanged: str = "inchangé"
    other_meaning: str = "compté autrement"
    goes_on: str = "(suite)"
    gaps: str = "Une courbe interrompue\u00a0: aucun chiffre n’a été relevé ces jours-là."
    too_few: str = "trop peu pour conclure"
    less: str = "moins"
    more: str = "plus"
    heat: str = (
        "Dans chaque case, le nombre de publications. "
        "Plus la couleur est foncée, plus elles ont eu de succès."
    )
    nothing: str = "Aucun chiffre relevé pour cette période."
    # Before the page's number, between it and the number of pages, after that.
    page_words: tuple[str, str, str] = REVIEW.page_words

    def title(self, period: Period) -> str:
        """Name the report."""
        return _TITLES[period.kind]

    def period(self, period: Period, campaign: str = "") -> str:
        """Say which days a report is about."""
        first = period.first
        if period.kind is PeriodKind.MONTH:
            return f"{month_name(first.month)}{NBSP}{first.year}"
        if period.kind is PeriodKind.QUARTER:
            return f"{_QUARTERS[(first.month - 1) // 3]} trimestre{NBSP}{first.year}"
        if period.kind is PeriodKind.YEAR:
            return f"année{NBSP}{first.year}"
        days = REVIEW.period(first, period.last)
        return f"«{THIN}{campaign}{THIN}», {days}" if campaign else days

    def page(self, place: int, pages: int) -> str:
        """Number a page."""
        return REVIEW.page(place, pages)

    def made(self, day: date) -> str:
        """Say when the report was made."""
        return f"établi le {self.day(day)}"

    def day(self, day: date) -> str:
        """Say a day in full."""
        return REVIEW.day(day)

    def short_day(self, day: date, *, year: bool = False) -> str:
        """Say a day where there is little room."""
        told = f"{'1er' if day.day == 1 else day.day}{NBSP}{month_name(day.month, short=True)}"
        return f"{told}{NBSP}{day.year}" if year else told

    def short_month(self, day: date, *, year: bool = False) -> str:
        """Say a month where there is little room."""
        told = month_name(day.month, short=True)
        return f"{told}{NBSP}{day.year}" if year else told

    def moment(self, moment: datetime, zone: tzinfo) -> str:
        """Say a day and its hour."""
        local = moment.astimezone(zone)
        return f"{self.short_day(local.date(), year=True)}, {local.hour}{NBSP}h{NBSP}{local.minute:02}"

    def value(self, value: Value, kind: CellKind = CellKind.COUNT, *, rounded: bool = False) -> str:
        """Say a number."""
        if value is None:
            return self.missing
        told = self._number(value, kind)
        return f"environ{NBSP}{told}" if rounded else told

    def cell(self, value: object, kind: CellKind, zone: tzinfo) -> str:
        """Say what stands in a cell of a table."""
        match value:
            case None:
                return self.unknown
            case datetime():
                return self.moment(value, zone)
            case date():
                return self.short_day(value, year=True)
            case int() | float():
                return self._number(value, kind)
            case _:
                return str(value)

    def axis(self, value: float, kind: CellKind = CellKind.COUNT) -> str:
        """Say a number beside a scale."""
        if kind is CellKind.PERCENT:
            return percent(value, 0 if round(value * 100, 6).is_integer() else 1)
        return number(value) if value == round(value) else number(value, 2).rstrip("0")

    def changed(self, amount: float, share: float | None, kind: CellKind) -> str:
        """Say how much a figure changed."""
        if not amount:
            return self.unchanged
        if kind is CellKind.PERCENT:
            return f"{number(amount * 100, 1, signed=True)}{NBSP}points"
        places = 1 if kind is CellKind.DECIMAL or amount != round(amount) else 0
        told = number(amount, places, signed=True)
        return f"{told} ({self.share(share)})" if share is not None else told

    def against(self, changed: str, against: str) -> str:
        """Say what a change is held against."""
        return f"{changed} par rapport à {against}"

    def share(self, share: float) -> str:
        """Say by which part a figure changed."""
        return percent(share, 0 if abs(share) >= 1 else 1, signed=True)

    def mark(self, place: int, day: date, told: str) -> str:
        """Say what a number on a chart stands for."""
        return f"{place}{NBSP}{NBSP}{self.short_day(day)}{NBSP}: {told}"

    def nothing_against(self, against: str) -> str:
        """Say that there is no figure to compare with."""
        return f"pas de comparaison possible avec {against}"

    def not_comparable(self, against: str) -> str:
        """Say that the network counted something else."""
        return f"pas comparable à {against}{NBSP}: le réseau ne compte plus la même chose"

    def freshness(self, taken: datetime, origin: Origin, zone: tzinfo) -> str:
        """Say when a figure was taken, and from where."""
        return f"{_ORIGINS[origin]} le {self.day(taken.astimezone(zone).date())}"

    def nothing_before(self, day: date) -> str:
        """Say that figures begin on a day."""
        return f"Aucun chiffre relevé avant le {self.day(day)}."

    def more_rows(self, shown: int, rows: int) -> str:
        """Say that a table goes on elsewhere."""
        return f"{number(shown)} premières lignes sur {number(rows)}{NBSP}; toutes sont dans le classeur."

    def _number(self, value: float, kind: CellKind) -> str:
        if kind is CellKind.PERCENT:
            return percent(value, 0 if float(round(value * 100, 6)).is_integer() else 1)
        whole = kind is not CellKind.DECIMAL and value == round(value)
        return number(value, 0 if whole else 1, signed=kind is CellKind.CHANGE)


FRENCH: Final = ReportWords()
