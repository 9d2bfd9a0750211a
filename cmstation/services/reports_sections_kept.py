"""The sections of a report that tell of all else: goals, other clinics, answers, press, notes, gaps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cmstation.domain import report_sentences as say
from cmstation.domain.networks import Network
from cmstation.domain.report_document import CellValue, Column, Section, SectionKey, TablePart
from cmstation.domain.report_words import CellKind
from cmstation.domain.stat_answers import GoalAnswer, Press
from cmstation.services.reports_sections import Telling
from cmstation.services.stat_peers import Rank


def goals(telling: Telling) -> Section:
    """Tell how far goals are, and which round numbers were passed."""
    section, answers = telling.section(SectionKey.GOALS), telling.answers
    if not answers.goals and not answers.milestones:
        return section
    sentences = [_goal_sentence(telling, one) for one in answers.goals]
    sentences += [
        say.milestone(
            telling.names[one.account],
            telling.metric_words(one.metric),
            one.milestone.value,
            one.milestone.day,
        )
        for one in answers.milestones
    ]
    columns = (
        Column("Objectif", weight=2),
        Column("Chiffre", CellKind.COUNT),
        Column("Relevé le", CellKind.DAY),
        Column("But", CellKind.COUNT),
        Column("Atteint à", CellKind.PERCENT),
        Column("Pour le", CellKind.DAY),
    )
    rows = tuple(_goal_row(telling, one) for one in answers.goals)
    tables = (TablePart("", columns, rows),) if rows else ()
    return replace(section, empty="", sentences=tuple(sentences), tables=tables)


def _goal_name(telling: Telling, one: GoalAnswer) -> str:
    goal = one.goal
    account = "" if goal.account is None else telling.names.get(goal.account, "")
    return goal.name or say.goal_name(telling.metric_words(goal.metric), goal.target, account)


def _goal_sentence(telling: Telling, one: GoalAnswer) -> str:
    name, progress = _goal_name(telling, one), one.progress
    if progress is None:
        return say.goal_unknown(name)
    return say.goal(name, progress.left, progress.share, progress.reached_on)


def _goal_row(telling: Telling, one: GoalAnswer) -> tuple[CellValue, ...]:
    name, progress, goal = _goal_name(telling, one), one.progress, one.goal
    if progress is None:
        return name, None, None, goal.target, None, goal.by
    return name, progress.value, progress.day, goal.target, progress.share, goal.by


def peers(telling: Telling, rankings: Mapping[Network, Sequence[Rank]]) -> Section:
    """Tell the clinic's place among others, network by network."""
    section = telling.section(SectionKey.PEERS)
    if not rankings:
        return section
    columns = (
        Column("Rang", CellKind.COUNT, 0.5),
        Column("Compte", weight=2.5),
        Column("Abonnés", CellKind.COUNT),
        Column("Relevé le", CellKind.DAY),
    )
    sentences = [
        say.rank(network.proper_name, one.name, one.place, sum(other.place is not None for other in ranks))
        for network, ranks in rankings.items()
        for one in ranks
        if one.account is not None and one.place is not None
    ]
    tables = tuple(
        TablePart(
            say.ranking_of(network.proper_name),
            columns,
            tuple((one.place, one.name, one.value, one.day) for one in ranks),
        )
        for network, ranks in rankings.items()
    )
    return replace(section, empty="", sentences=tuple(sentences), tables=tables)


def response(telling: Telling) -> Section:
    """Tell how long answers take."""
    section, wait = telling.section(SectionKey.RESPONSE), telling.answers.response_time
    return section if wait is None else replace(section, empty="", sentences=(say.responded(wait),))


def press(telling: Telling) -> Section:
    """Tell what the press wrote."""
    section, found = telling.section(SectionKey.PRESS), telling.answers.press
    if not (found.kept or found.relayed or found.themes or found.reviews):
        return section
    sentence = say.press(found.kept, found.relayed, len(found.reviews))
    return replace(section, empty="", sentences=(sentence,), tables=tuple(_press_tables(found)))


def _press_tables(found: Press) -> list[TablePart]:
    tables: list[TablePart] = []
    if found.themes:
        columns = (
            Column("Thème", weight=2),
            *(
                Column(title, CellKind.COUNT)
                for title in ("Articles", "Positifs", "Neutres", "Négatifs", "Ton non précisé")
            ),
        )
        rows = tuple(
            (
                one.theme or say.NO_PRESS_THEME,
                one.articles,
                one.positive,
                one.neutral,
                one.negative,
                one.untold,
            )
            for one in found.themes
        )
        tables.append(TablePart("Articles par thème", columns, rows))
    if found.reviews:
        columns = (
            Column("Revue de presse", weight=2),
            Column("Du", CellKind.DAY),
            Column("Au", CellKind.DAY),
            Column("Articles", CellKind.COUNT),
        )
        reviews = tuple(
            (one.title or say.PRESS_REVIEW, one.first, one.last, one.articles) for one in found.reviews
        )
        tables.append(TablePart("Revues de presse", columns, reviews))
    return tables


def notes(telling: Telling) -> Section:
    """Tell what people said."""
    section, found = telling.section(SectionKey.NOTES), telling.answers.notes
    if not found:
        return section
    columns = (
        Column("Ce qui a été dit", weight=3),
        Column("Jour", CellKind.DAY),
        Column("Genre"),
        Column("De"),
    )
    rows = tuple((one.text, one.day, say.NOTES[one.kind], one.said_by) for one in found)
    table = TablePart("", columns, rows, links=tuple(one.link for one in found))
    return replace(section, empty="", sentences=(say.notes(len(found)),), tables=(table,))


def gaps(telling: Telling) -> Section:
    """Tell on which days no figure was taken."""
    section, found = telling.section(SectionKey.GAPS), telling.answers.gaps
    if not found:
        return section
    missing = [one for one in found if one.days]
    if not missing:
        return replace(section, empty="", sentences=(say.NO_GAPS,))
    columns = (
        Column("Compte", weight=1.5),
        Column("Jours sans chiffre", CellKind.COUNT),
        Column("Jours en tout", CellKind.COUNT),
        Column("Lesquels", weight=2.5),
    )
    rows = tuple(
        (
            telling.names[one.account],
            one.days,
            one.of,
            ", ".join(say.run_of_days(first, last) for first, last in one.runs),
        )
        for one in missing
    )
    sentence = say.gaps(sum(one.days for one in missing), sum(one.of for one in found))
    return replace(section, empty="", sentences=(sentence,), tables=(TablePart("", columns, rows),))
