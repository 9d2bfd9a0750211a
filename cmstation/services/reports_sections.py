"""The sections of a report that tell of accounts: what they have, how that changed, who follows them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from cmstation.domain import report_sentences as say
from cmstation.domain.comparisons import Change, Reason
from cmstation.domain.curves import Curve
from cmstation.domain.metric_definitions import get
from cmstation.domain.metrics import Metric, Nature, Scope
from cmstation.domain.periods import Period
from cmstation.domain.report_document import (
    Against,
    ChangePart,
    Column,
    DayMark,
    FigurePart,
    Footnote,
    LineData,
    Section,
    SectionKey,
    Series,
    TablePart,
    Trend,
    change,
    figure,
)
from cmstation.domain.report_words import FRENCH, CellKind
from cmstation.domain.stat_answers import Answers, Headline, Mark, Published

_FEW = frozenset({Reason.FEW_DAYS_NOW, Reason.FEW_DAYS_BEFORE})
_OTHER_MEANING = frozenset({Reason.DEFINITION_CHANGED, Reason.DEFINITION_UNKNOWN})
# Of days, these cannot be added up without counting somebody twice.
_PEOPLE = frozenset({Metric.REACH, Metric.VISITORS})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Telling:
    """What the sections of one report are made of.

    Args:
        names: of the accounts.
        whole: whether everything is listed, as a workbook does, and not what a person reads.
    """

    answers: Answers
    names: Mapping[int, str]
    zone: ZoneInfo
    metric_words: Callable[[Metric], str]
    definition_words: Callable[[str], str]
    whole: bool = False

    def section(self, key: SectionKey) -> Section:
        """Return a section that says why it is empty."""
        return Section(key, say.TITLES[key], empty=say.EMPTY[key])

    def footnotes(self, scope: Scope) -> tuple[Footnote, ...]:
        """Return what the figures of accounts, or of posts, count; networks that count alike are one."""
        alike: dict[tuple[str, str], list[str]] = {}
        for key in self.answers.definitions:
            known = get(key)
            if known is None:
                if scope is Scope.ACCOUNT:
                    alike.setdefault((say.UNKNOWN_FIGURE, self.definition_words(key)), [])
            elif known.scope is scope:
                named = self.metric_words(known.metric), self.definition_words(key)
                alike.setdefault(named, []).append(known.network.proper_name)
        return tuple(
            Footnote(f"{name} ({', '.join(dict.fromkeys(networks))})" if networks else name, told)
            for (name, told), networks in alike.items()
        )


def account_names(answers: Answers) -> dict[int, str]:
    """Name each account with its network, once when both are the same."""
    return {
        one.id: one.network.proper_name
        if one.name in ("", one.network.proper_name)
        else f"{one.network.proper_name} · {one.name}"
        for one in answers.accounts
    }


# --- what accounts have ---


def summary(telling: Telling) -> Section:
    """Tell each figure of each account, and what became of them all."""
    answers = telling.answers
    section = telling.section(SectionKey.SUMMARY)
    counted = [one for one in answers.published if one.count is not None]
    if not answers.headlines and not counted:
        return section
    order = list(Metric)
    lines = sorted(answers.headlines, key=lambda one: order.index(one.metric))
    figures = [_headline(telling, one) for one in lines]
    figures += [_published(telling, one) for one in counted]
    return replace(
        section,
        empty="",
        sentences=tuple(_summary_sentences(answers, counted)),
        figures=tuple(figures),
        footnotes=telling.footnotes(Scope.ACCOUNT),
    )


def _summary_sentences(answers: Answers, counted: Sequence[Published]) -> list[str]:
    told: list[str] = []
    stocks = [one for one in answers.headlines if one.metric is Metric.FOLLOWERS]
    changes = [one.against_before.by for one in stocks if one.against_before.by is not None]
    if changes:
        told.append(say.followers(sum(changes), len(changes), len(stocks) - len(changes)))
    if counted:
        posts = sum(one.count or 0 for one in counted)
        told.append(say.published(posts, len(counted), len(answers.published) - len(counted)))
    if answers.running:
        told.append(say.still_running(answers.today))
    return told


def _headline(telling: Telling, one: Headline) -> FigurePart:
    period = telling.answers.period
    changes = tuple(
        told_change(found, say.against(other))
        for found, other in zip((one.against_before, one.against_year_before), _others(period), strict=False)
    )
    fresh = "" if one.taken_at is None else say.freshness(one.taken_at, one.origins, telling.zone)
    label = f"{telling.metric_words(one.metric)} · {telling.names[one.account]}"
    made = figure(
        label, one.value, freshness=fresh, note=_note(one, period, telling.zone), rounded=one.standing.rounded
    )
    return replace(made, changes=changes)


def told_change(found: Change, against: str) -> ChangePart:
    """Say a change as far as it may be said: never a difference of sums that lack days."""
    if found.partial and found.share is not None:
        short = say.per_day(found.share)
        trend = Trend.LEVEL if not found.share else Trend.UP if found.share > 0 else Trend.DOWN
        return ChangePart(FRENCH.against(short, against), short, against, trend, None, found.share)
    if found.comparable and not found.partial:
        return change(found.now, Against(against, found.before))
    if found.reason in _OTHER_MEANING:
        return ChangePart(FRENCH.not_comparable(against), FRENCH.other_meaning, against)
    short = say.FEW_DAYS if found.reason in _FEW else FRENCH.unknown
    return ChangePart(FRENCH.nothing_against(against), short, against)


def _note(one: Headline, period: Period, zone: ZoneInfo) -> str:
    standing = one.standing
    if standing.value is None and len(standing.definitions) > 1:
        return say.MEANING_CHANGED
    if standing.value is None:
        return "" if one.last is None else say.last_known(one.last.value, one.last.day)
    if one.nature is Nature.DAILY:
        notes = [say.days_known(standing.known, standing.days)] if standing.known < standing.days else []
        notes += [say.SUM_OF_PEOPLE] if one.metric in _PEOPLE else []
        return ", ".join(notes)
    taken = None if one.taken_at is None else one.taken_at.astimezone(zone).date()
    return "" if standing.day in (None, period.last, taken) else say.as_of(standing.day)


def _others(period: Period) -> tuple[Period, ...]:
    """Return the period before and the one a year before; of a year, they are the same."""
    return tuple(dict.fromkeys((period.before(), period.year_before())))


def _published(telling: Telling, one: Published) -> FigurePart:
    period = telling.answers.period
    values = (one.before, one.year_before)
    held = [Against(say.against(other), value) for other, value in zip(_others(period), values, strict=False)]
    return figure(f"{say.PUBLISHED} · {telling.names[one.account]}", one.count, held)


# --- who follows them ---


def followers(
    telling: Telling, curves: Sequence[tuple[int, Curve]], marks: Sequence[Mark], first: date, last: date
) -> Section:
    """Draw the curves of followers, with what happened meanwhile.

    Args:
        first, last: the days that are drawn.
    """
    section = telling.section(SectionKey.FOLLOWERS)
    known = [(account, line) for account, line in curves if line.points]
    if not known:
        return section
    days = tuple(first + number * _DAY for number in range((last - first).days + 1))
    series = tuple(
        Series(telling.names[account], tuple(line.value_at(day) for day in days)) for account, line in known
    )
    noted = tuple(DayMark(max(one.first, first), one.title) for one in marks if one.first <= last)
    sentences = _follower_sentences(telling)
    title = say.curves_of(first, last)
    chart = LineData(title, " ".join(sentences), days, series, noted, apart=len(series) > 1)
    return replace(
        section, empty="", sentences=sentences, charts=(chart,), tables=(_follower_table(telling, known),)
    )


def _follower_sentences(telling: Telling) -> tuple[str, ...]:
    return tuple(
        say.followers_of(telling.names[one.account], one.against_before.by)
        for one in telling.answers.headlines
        if one.metric is Metric.FOLLOWERS and one.against_before.by is not None
    )


def _follower_table(telling: Telling, known: Sequence[tuple[int, Curve]]) -> TablePart:
    """Give the first and the last figure of each curve, and of how many days figures are missing."""
    columns = (
        Column("Compte", weight=2),
        Column("Premier relevé", CellKind.DAY),
        Column("Abonnés alors", CellKind.COUNT),
        Column("Dernier relevé", CellKind.DAY),
        Column("Abonnés", CellKind.COUNT),
        Column("Écart", CellKind.CHANGE),
        Column("Jours sans chiffre", CellKind.COUNT),
    )
    rows = tuple(
        (
            telling.names[account],
            line.points[0][0],
            line.points[0][1],
            line.points[-1][0],
            line.points[-1][1],
            line.points[-1][1] - line.points[0][1] if len(line.segments) == 1 else None,
            sum((end - start).days + 1 for start, end in line.gaps),
        )
        for account, line in known
    )
    return TablePart("", columns, rows)
