"""A report of a month as a clinic makes it: seven accounts with long names, gaps, forty posts."""

import math
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from cmstation.domain import periods
from cmstation.domain.metrics import Origin
from cmstation.domain.report_document import (
    Against,
    Bar,
    BarData,
    Column,
    DayMark,
    FigurePart,
    Footnote,
    HeatCell,
    HeatData,
    LineData,
    ReportDocument,
    ReportMasthead,
    Section,
    SectionKey,
    Series,
    TablePart,
    compose,
    figure,
)
from cmstation.domain.report_words import FRENCH, CellKind, Value

ZONE = ZoneInfo("Europe/Paris")
MADE_AT = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)
TAKEN_AT = datetime(2026, 10, 31, 17, 5, tzinfo=UTC)
OCTOBER = periods.month(2026, 10)
# Followers at the beginning and at the end of the month, and a year before; None: nobody took it.
ACCOUNTS: tuple[tuple[str, int, int, int | None], ...] = (
    ("Facebook – Clinique Saint-Aubin-des-Tilleuls et Pôle maternité", 16_609, 16_821, 15_230),
    ("X – @CliniqueTilleuls", 3_561, 3_545, 3_610),
    ("LinkedIn – Clinique Saint-Aubin-des-Tilleuls (Groupe Val-de-Brume)", 2_104, 2_187, 1_502),
    ("Instagram – clinique.tilleuls", 1_893, 1_967, 1_204),
    ("YouTube – Les Conseils santé de la Clinique des Tilleuls", 742, 755, None),
    ("Mastodon – @clinique@sante.example", 212, 239, None),
    ("Bluesky – clinique-tilleuls.example", 131, 168, None),
)
THEMES = (
    ("Prévention et dépistage", 0.35, 0.30),
    ("Vie de l’établissement, équipes et recrutement des soignants", 0.30, 0.25),
    ("Information médicale : comprendre une intervention, avant et après", 0.20, 0.25),
    ("Partenaires et vie locale", 0.10, 0.10),
    ("Recherche clinique", 0.05, 0.10),
)
TITLES = (
    "Octobre rose : pourquoi un dépistage tous les deux ans change tout",
    "Portes ouvertes de la maternité, les places qui restent",
    "Notre équipe de bloc opératoire recrute deux infirmières",
    "« Merci à toute l’équipe de cardiologie » : la lettre de madame Corbel",
    "Vaccination contre la grippe : qui, quand, où",
    "Prothèse de hanche : le parcours, de la consultation au retour à la maison, raconté par une patiente",
)
MARKS = (
    DayMark(date(2026, 10, 1), "début de la campagne « Octobre rose »"),
    DayMark(date(2026, 10, 17), "portes ouvertes de la maternité"),
    DayMark(date(2026, 10, 18), "reportage de France 3 Val-de-Brume au bloc opératoire"),
)


def logo() -> bytes:
    """Return a logo that is wider than high."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (420, 140), "#FFFFFF")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((10, 10, 130, 130), fill="#8E2A5B")
    pen.rectangle((62, 35, 78, 105), fill="#FFFFFF")
    pen.rectangle((35, 62, 105, 78), fill="#FFFFFF")
    pen.rectangle((150, 40, 400, 60), fill="#8E2A5B")
    pen.rectangle((150, 80, 330, 94), fill="#566273")
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def masthead() -> ReportMasthead:
    """Return a clinic with its logo and colour."""
    return ReportMasthead("Clinique Saint-Aubin-des-Tilleuls", logo(), "#8E2A5B", "Europe/Paris")


def document(*, posts: int = 40) -> ReportDocument:
    """Return October 2026."""
    return compose(masthead(), OCTOBER, MADE_AT, sections(posts))


def sections(posts: int = 40) -> tuple[Section, ...]:
    """Return every answer."""
    return (
        _summary(),
        _worked(posts),
        _hours(),
        _lines(),
        _followers(),
        _goals(),
        Section(
            SectionKey.RESPONSE,
            "En combien de temps répondons-nous ?",
            empty=FRENCH.nothing_before(date(2026, 10, 3)),
        ),
        _press(),
        _notes(),
    )


def _summary() -> Section:
    against, year = "septembre 2026", "octobre 2025"
    figures: list[FigurePart] = []
    for name, first, last, before in ACCOUNTS:
        freshness = FRENCH.freshness(TAKEN_AT, Origin.NETWORK, ZONE)
        held = (Against(against, first), Against(year, before))
        figures.append(figure(f"Abonnés · {name}", last, held, freshness=freshness))
    figures.append(
        figure(
            "Vues de la page · Facebook",
            48_210,
            (Against(against, 41_002), Against(year, 39_877, comparable=False)),
            freshness="lu dans un fichier le 2 novembre 2026",
            note="depuis novembre 2025, Facebook compte des vues",
            rounded=True,
        )
    )
    figures.append(figure("Visites du site", None, (Against(against, 9_120), Against(year, 8_760))))
    return Section(
        SectionKey.SUMMARY,
        "L’essentiel",
        (
            "En octobre 2026, la clinique a gagné 430 abonnés sur sept comptes, "
            "deux fois plus qu’en septembre.",
            "Quarante publications sont parties ; celles d’Octobre rose ont eu 2,4 fois "
            "plus de succès que d’ordinaire.",
        ),
        comment=(
            "Le mois a été porté par Octobre rose et par les portes ouvertes.\n"
            "Pour novembre, je propose de garder deux vidéos courtes par semaine."
        ),
        figures=tuple(figures),
        footnotes=(
            Footnote(
                "Abonnés (Facebook)", "Les personnes qui suivent la page, comptées par Facebook ce jour-là."
            ),
            Footnote(
                "Vues de la page (Facebook)",
                "Le nombre de fois que la page ou l’une de ses publications a été affichée. "
                "Avant novembre 2025, "
                "Facebook comptait des impressions : les deux nombres ne se comparent pas.",
            ),
        ),
    )


def _worked(posts: int) -> Section:
    rows: list[tuple[str | int | float | date | datetime | None, ...]] = []
    for number in range(posts):
        at = datetime(2026, 10, 1 + number % 31, 6 + number % 12, 15 * (number % 4), tzinfo=UTC)
        score = None if number % 9 == 8 else round(3.2 / (1 + number / 8), 2)
        seen: Value = None if number % 7 == 6 else 4_820 - 97 * (number % 45)
        account = ACCOUNTS[number % 7][0].partition(" – ")[0]
        title = TITLES[number % 6]
        rows.append((title, account, at, seen, 310 - number % 300, 42 - number % 40, score))
    columns = (
        Column("Publication", weight=2.4),
        Column("Compte"),
        Column("Publiée le", CellKind.MOMENT),
        Column("Vues", CellKind.COUNT),
        Column("Réactions", CellKind.COUNT),
        Column("Partages", CellKind.COUNT),
        Column("Succès", CellKind.DECIMAL),
    )
    links = tuple(f"https://www.facebook.example/posts/{number}" for number in range(posts))
    return Section(
        SectionKey.WORKED,
        "Ce qui a marché",
        (
            "La publication « Octobre rose : pourquoi un dépistage tous les deux ans change tout » "
            "a eu 3,2 fois "
            "le succès habituel de son compte.",
        ),
        charts=(
            BarData(
                "Succès médian selon la forme",
                "Les vidéos ont eu 1,8 fois le succès habituel, les liens seuls 0,6 fois.",
                (
                    Bar("Vidéo", 1.8),
                    Bar("Image", 1.2),
                    Bar("Texte", 0.9),
                    Bar("Lien", 0.6),
                    Bar("Story", None),
                ),
                CellKind.DECIMAL,
            ),
        ),
        tables=(TablePart("Toutes les publications", columns, tuple(rows), links=links),),
        footnotes=(
            Footnote(
                "Succès",
                "Réactions, commentaires (comptés deux fois) et partages (comptés trois fois), "
                "divisés par ce "
                "qu’obtient d’habitude une publication du même compte au même âge. 1,0 : comme d’habitude.",
            ),
        ),
    )


def _hours() -> Section:
    days = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    cells: list[tuple[HeatCell | None, ...]] = []
    for day in range(7):
        row: list[HeatCell | None] = []
        for hour in range(24):
            count = max(0, 14 - abs(hour - 12) * 2 - day * 2 + (6 if hour == 18 and day < 5 else 0))
            value = 0.6 + 0.1 * ((hour * 3 + day * 5) % 17) if count >= 5 else None
            row.append(HeatCell(count, value) if count else None)
        cells.append(tuple(row))
    return Section(
        SectionKey.HOURS,
        "À quelle heure publier",
        ("Le mardi à 18 h, douze publications ont eu 1,9 fois le succès habituel.",),
        charts=(
            HeatData(
                "Succès des publications selon le jour et l’heure",
                "Les meilleures heures sont le mardi à 18 h et le jeudi à midi.",
                days,
                tuple(f"{hour}\u00a0h" for hour in range(24)),
                tuple(cells),
            ),
        ),
    )


def _lines() -> Section:
    bars = tuple(Bar(name, share, wished) for name, share, wished in THEMES)
    return Section(
        SectionKey.LINES,
        "Quelles lignes éditoriales portent",
        ("La prévention a pris 35 % des publications, pour 30 % souhaités.",),
        charts=(
            BarData(
                "Part de chaque ligne dans les publications",
                "Prévention 35 %, vie de l’établissement 30 %, information médicale 20 %.",
                bars,
                CellKind.PERCENT,
                "Part des publications",
                "Part souhaitée",
            ),
        ),
    )


def _followers() -> Section:
    days = tuple(date(2026, 8, 1) + timedelta(days=number) for number in range(92))
    series = tuple(
        Series(name, _values(first, last, place)) for place, (name, first, last, _b) in enumerate(ACCOUNTS)
    )
    told = "Sept courbes montantes, sauf celle de X, qui perd 16 abonnés."
    small = tuple(one for one in series if (one.values[-1] or 0) < 4_000)
    return Section(
        SectionKey.FOLLOWERS,
        "Les abonnés",
        ("Six comptes sur sept ont gagné des abonnés ; X en a perdu 16.",),
        charts=(
            LineData("Abonnés de chaque compte, d’août à octobre", told, days, series, MARKS, apart=True),
            LineData("Abonnés des six plus petits comptes", told, days, small, MARKS),
        ),
    )


def _values(first: int, last: int, place: int) -> tuple[Value, ...]:
    values: list[Value] = []
    for number in range(92):
        gap = (20 <= number <= 27 and place in {0, 3}) or (place == 4 and (number < 40 or number % 9 == 0))
        wave = math.sin(number / 5 + place) * (last - first) * 0.08
        values.append(None if gap else round(first + (last - first) * number / 91 + wave))
    values[-1] = last
    return tuple(values)


def _goals() -> Section:
    columns = (
        Column("Objectif", weight=2),
        Column("Aujourd’hui", CellKind.COUNT),
        Column("But", CellKind.COUNT),
        Column("Atteint à", CellKind.PERCENT),
        Column("Pour le", CellKind.DAY),
    )
    rows = (
        ("17 000 abonnés sur Facebook", 16_821, 17_000, 0.9895, date(2026, 12, 31)),
        ("2 000 abonnés sur Instagram", 1_967, 2_000, 0.9835, None),
    )
    table = TablePart("", columns, rows)
    return Section(
        SectionKey.GOALS, "Les objectifs", ("Il manque 179 abonnés sur Facebook.",), tables=(table,)
    )


def _press() -> Section:
    columns = (
        Column("Thème", weight=2),
        Column("Articles", CellKind.COUNT),
        Column("Positifs", CellKind.COUNT),
        Column("Négatifs", CellKind.COUNT),
    )
    rows = (("Maternité", 12, 9, 1), ("Bloc opératoire", 7, 7, 0), ("Stationnement et accès", 4, 0, 4))
    return Section(
        SectionKey.PRESS,
        "Ce que la presse a repris",
        ("Vingt-trois articles ont parlé de la clinique, seize d’entre eux en bien.",),
        tables=(TablePart("Articles par thème", columns, rows),),
    )


def _notes() -> Section:
    columns = (Column("Jour", CellKind.DAY), Column("De", weight=1), Column("Ce qui a été dit", weight=3))
    rows = (
        (
            date(2026, 10, 6),
            "Madame Corbel",
            "Merci à toute l’équipe de cardiologie, j’ai été accueillie comme chez moi.",
        ),
        (
            date(2026, 10, 19),
            "=cmd|' /C calc'!A0",
            "+33 1 23 45 67 89 a appelé pour remercier le docteur N’Guyen-Ó Súilleabháin.",
        ),
    )
    return Section(
        SectionKey.NOTES,
        "Ce qu’on nous a dit",
        (),
        tables=(TablePart("", columns, rows),),
        comment="À garder.",
    )


def hostile() -> ReportDocument:
    """Return a report whose names come from people who mean no good, or know no bounds."""
    names = (
        "Anticonstitutionnellement" * 20,
        "Santé 你好 😀 \x00\ud800\u202eabc",
        "=1+1",
        "@SUM(A1)",
        "<b>&amp;",
    )
    days = tuple(date(2026, 10, 1) + timedelta(days=number) for number in range(31))
    series = tuple(Series(name, tuple(range(31))) for name in names)
    bars = tuple(Bar(name * 3, number) for number, name in enumerate(names * 12))
    marks = tuple(DayMark(day, "repère " * 30) for day in days)
    rows = tuple((name, 10**18, "mot " * 3_000 if name == "=1+1" else "-2", None) for name in names)
    columns = (
        Column("+Nom", CellKind.TEXT),
        Column("x" * 200, CellKind.COUNT),
        Column("@", CellKind.TEXT),
        Column("", CellKind.PERCENT),
    )
    links = ("javascript:alert(1)", "https://a.example/é", "", "file:///etc/passwd", "http://b.example")
    section = Section(
        SectionKey.WORKED,
        "[Titre]: a/b*c?" * 9,
        tuple(names),
        comment="=cmd()\n" * 60,
        figures=tuple(figure(name, 5, (Against(name, 0),), freshness=name, note=name) for name in names),
        charts=(
            LineData(names[0], names[1], days, series * 5, marks),
            LineData("rien", "", (), (Series("vide", ()),)),
            LineData("un jour", "", days[:1], (Series("un", (5,)),), apart=True),
            BarData("barres", "", bars),
            BarData("aucune", "", ()),
            HeatData("cases", "", (), (), ()),
        ),
        tables=(TablePart("t" * 300, columns, rows, links=links), TablePart("vide", columns, ())),
        footnotes=tuple(Footnote(name, name * 40) for name in names),
    )
    return compose(
        ReportMasthead(names[1], b"", "#FFFF99", "Europe/Paris"),
        periods.campaign(3, days[0], days[-1]),
        MADE_AT,
        (section, section),
        campaign=names[0],
    )
