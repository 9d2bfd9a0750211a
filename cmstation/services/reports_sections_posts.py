"""The sections of a report that tell of posts: which did well, in which form, when, of which line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cmstation.domain import report_sentences as say
from cmstation.domain.metrics import Metric, Scope
from cmstation.domain.posting_hours import HOURS, Cell
from cmstation.domain.press_review_words import NBSP
from cmstation.domain.report_document import (
    Bar,
    BarData,
    CellValue,
    Column,
    Footnote,
    HeatCell,
    HeatData,
    Section,
    SectionKey,
    TablePart,
)
from cmstation.domain.report_words import CellKind
from cmstation.domain.stat_answers import PostResult, ThemeResult
from cmstation.services.reports_sections import Telling

# More columns are not read on paper; the workbook has them all.
_MOST_METRICS: Final = 4
_MOST_POSTS: Final = 40


def worked(telling: Telling, posts: Sequence[PostResult]) -> Section:
    """List posts, the best first."""
    section = telling.section(SectionKey.WORKED)
    if not posts:
        return section
    shown = posts if telling.whole else posts[:_MOST_POSTS]
    sentences = tuple(
        say.best_post(_title(one), telling.names[one.post.account], one.score.value)
        for one in telling.answers.best(3)
        if one.score is not None
    )
    if telling.answers.posts_gone:
        sentences += (say.gone(telling.answers.posts_gone),)
    score = Footnote(say.SCORE, say.SCORE_MEANING)
    return replace(
        section,
        empty="",
        sentences=sentences,
        tables=(_posts_table(telling, shown),),
        footnotes=(score, *telling.footnotes(Scope.POST)),
    )


def _posts_table(telling: Telling, shown: Sequence[PostResult]) -> TablePart:
    metrics = _metrics(shown, None if telling.whole else _MOST_METRICS)
    columns = (
        Column("Publication", weight=2.4),
        Column("Compte", weight=1.4),
        Column("Publiée le", CellKind.MOMENT if telling.whole else CellKind.DAY),
        *(Column(telling.metric_words(one), CellKind.COUNT) for one in metrics),
        Column(say.SCORE, CellKind.DECIMAL),
    )
    rows = tuple(_row(telling, one, metrics) for one in shown)
    notes = [say.LATE] if any(one.late for one in shown) else []
    notes += [say.YOUNG] if any(one.young for one in shown) else []
    if len(shown) < telling.answers.posts_in_all:
        notes.append(say.first_posts(len(shown), telling.answers.posts_in_all))
    links = tuple("" if one.post.gone_at is not None else one.post.url for one in shown)
    return TablePart("Les publications", columns, rows, " ".join(notes), links)


def _row(telling: Telling, one: PostResult, metrics: Sequence[Metric]) -> tuple[CellValue, ...]:
    counts = (one.latest[metric].value if metric in one.latest else None for metric in metrics)
    score = None if one.score is None else one.score.value
    at = one.post.published_at
    when = at if telling.whole and one.post.hour_known else at.astimezone(telling.zone).date()
    title = _title(one) if one.post.gone_at is None else say.gone_post(_title(one))
    return (title, telling.names[one.post.account], when, *counts, score)


def _title(one: PostResult) -> str:
    return one.post.title or say.NO_TITLE


def _metrics(posts: Sequence[PostResult], most: int | None) -> list[Metric]:
    """Return the metrics that are known of most posts, in the order of metrics."""
    known = Counter(metric for one in posts for metric in one.latest)
    kept = {metric for metric, _count in known.most_common(most)}
    return [metric for metric in Metric if metric in kept]


def forms(telling: Telling) -> Section:
    """Tell how each form does."""
    section, found = telling.section(SectionKey.FORMS), telling.answers.forms
    if not found:
        return section
    claimed = [(one.median, say.FORMS[one.form]) for one in found if one.claim and one.median is not None]
    if len(claimed) > 1:
        median, name = max(claimed)
        sentence = say.best_form(name, median)
    else:
        sentence = say.no_form(sum(one.scored for one in found))
    bars = tuple(Bar(say.FORMS[one.form], one.median if one.claim else None) for one in found)
    columns = (
        Column("Forme", weight=2),
        Column("Publications", CellKind.COUNT),
        Column("Part", CellKind.PERCENT),
        Column("Dont le succès est connu", CellKind.COUNT),
        Column("Succès médian", CellKind.DECIMAL),
    )
    rows = tuple(
        (say.FORMS[one.form], one.count, one.share, one.scored, one.median if one.claim else None)
        for one in found
    )
    charts = (BarData(say.MEDIAN_OF_FORMS, sentence, bars, CellKind.DECIMAL),) if claimed else ()
    table = TablePart("", columns, rows, say.CLAIMS_NOTE)
    return replace(section, empty="", sentences=(sentence,), charts=charts, tables=(table,))


def hours(telling: Telling) -> Section:
    """Tell at which hours posts do well."""
    section, found = telling.section(SectionKey.HOURS), telling.answers.hours
    if not any(cell.count for cell in found.cells):
        return section
    sentences = tuple(
        say.best_hour(one.weekday, one.hour, one.count, one.median)
        for one in found.best
        if one.median is not None
    )
    told = sentences or (say.TOO_FEW_HOURS,)
    chart = HeatData(
        say.hours_of(found.first, found.last),
        told[0],
        say.WEEKDAYS,
        tuple(f"{hour}{NBSP}h" for hour in range(HOURS)),
        tuple(
            tuple(_heat(cell) for cell in found.cells[start : start + HOURS])
            for start in range(0, len(found.cells), HOURS)
        ),
    )
    return replace(section, empty="", sentences=told, charts=(chart,))


def _heat(cell: Cell) -> HeatCell | None:
    return HeatCell(cell.count, cell.median if cell.claim else None) if cell.count else None


def lines(telling: Telling) -> Section:
    """Tell which editorial lines carry."""
    section, found = telling.section(SectionKey.LINES), telling.answers.themes
    if not any(one.count for one in found):
        return section
    bars = tuple(Bar(_line(one), one.share, _wished(one)) for one in found)
    sentences = tuple(_line_sentences(found))
    columns = (
        Column("Ligne éditoriale", weight=2),
        Column("Publications", CellKind.COUNT),
        Column("Part", CellKind.PERCENT),
        Column("Part souhaitée", CellKind.PERCENT),
        Column("Dont le succès est connu", CellKind.COUNT),
        Column("Succès médian", CellKind.DECIMAL),
    )
    rows = tuple(
        (_line(one), one.count, one.share, _wished(one), one.scored, one.median if one.claim else None)
        for one in found
    )
    told = sentences[0] if sentences else ""
    chart = BarData(say.SHARE_OF_LINES, told, bars, CellKind.PERCENT, say.SHARE_NAME, say.WISHED_NAME)
    table = TablePart("", columns, rows, say.CLAIMS_NOTE)
    return replace(section, empty="", sentences=sentences, charts=(chart,), tables=(table,))


def _line_sentences(found: Sequence[ThemeResult]) -> list[str]:
    told: list[str] = []
    named = [one for one in found if one.theme is not None and one.count and one.share is not None]
    if named:
        biggest = max(named, key=lambda one: one.count)
        told.append(say.biggest_line(_line(biggest), biggest.share or 0, biggest.wished))
    claimed = [(one.median, _line(one)) for one in named if one.claim and one.median is not None]
    if len(claimed) > 1:
        median, name = max(claimed)
        told.append(say.best_line(name, median))
    return told


def _line(one: ThemeResult) -> str:
    return say.NO_THEME if one.theme is None else one.theme.name


def _wished(one: ThemeResult) -> float | None:
    return None if one.wished is None else one.wished / 100
