"""A report's document: changes in words, nothing invented, nothing that no file can hold."""

from datetime import UTC, date, datetime

from cmstation.domain import periods
from cmstation.domain.report_document import (
    Against,
    Footnote,
    ReportMasthead,
    Section,
    SectionKey,
    TablePart,
    Trend,
    change,
    compose,
    figure,
)
from cmstation.domain.report_words import FRENCH, CellKind

MADE = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)


def test_a_change_is_told_with_its_amount_and_its_share() -> None:
    made = figure("Abonnés", 16_821, (Against("septembre 2026", 16_609), Against("octobre 2025", 17_000)))

    assert made.told == "16\u202f821"
    assert made.changes[0].told == "+212 (+1,3\u202f%) par rapport à septembre 2026"
    assert made.changes[1].short == "−179 (−1,1\u202f%)"
    assert [one.trend for one in made.changes] == [Trend.UP, Trend.DOWN]


def test_nothing_is_computed_where_a_figure_is_missing_or_means_something_else() -> None:
    missing = change(5, Against("septembre 2026", None))
    other = change(5, Against("octobre 2025", 4, comparable=False))
    nothing = figure("Visites", None, (Against("septembre 2026", 9),))

    for one in (missing, other, nothing.changes[0]):
        assert (one.trend, one.amount, one.share) == (Trend.UNKNOWN, None, None)
    assert "pas de comparaison" in missing.told
    assert "ne compte plus la même chose" in other.told
    assert nothing.told == "non relevé"


def test_a_change_from_zero_has_no_share() -> None:
    made = change(5, Against("septembre 2026", 0))

    assert (made.amount, made.share, made.short) == (5, None, "+5")


def test_a_percentage_changes_by_points() -> None:
    assert change(0.35, Against("hier", 0.3), CellKind.PERCENT).short == "+5,0\u00a0points"


def test_periods_have_their_titles_and_words() -> None:
    october, fourth = periods.month(2026, 10), periods.quarter(2026, 4)
    campaign = periods.campaign(3, date(2026, 10, 1), date(2026, 10, 31))

    assert (FRENCH.title(october), FRENCH.period(october)) == ("Rapport mensuel", "octobre\u00a02026")
    assert FRENCH.period(fourth) == "quatrième trimestre\u00a02026"
    assert FRENCH.period(periods.year(2026)) == "année\u00a02026"
    assert FRENCH.period(campaign, "Octobre rose").startswith("«\u202fOctobre rose\u202f», du 1er au 31")


def test_texts_are_cleaned_and_links_lead_to_the_web_alone() -> None:
    table = TablePart("a\nb", (), (), links=("javascript:alert(1)", "https://a.example/x"))
    note = Footnote("n\x00om", "dit")
    section = Section(SectionKey.WORKED, "x\u202ey", comment="un\r\n\r\ndeux\x00", tables=(table,))
    masthead = ReportMasthead("Clinique\ndes Tilleuls", zone="Europe/Paris")

    made = compose(
        masthead,
        periods.month(2026, 10),
        MADE,
        (section, Section(SectionKey.GAPS, "", footnotes=(note, note))),
    )

    assert made.masthead.clinic == "Clinique des Tilleuls"
    assert made.made == "établi le 1er\u00a0novembre\u00a02026"
    assert made.sections[0].title == "xy"
    assert made.sections[0].remarks == ("un", "deux")
    assert made.sections[0].tables[0].links == ("", "https://a.example/x")
    assert made.sections[0].tables[0].title == "a b"
    assert made.definitions == (Footnote("nom", "dit"),)
