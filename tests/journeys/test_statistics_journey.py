"""Two years of figures are read on the page, mended, imported and reported; all are reckoned again."""

from datetime import date
from pathlib import Path

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.ui.statistics.answers_accounts import AccountsAnswer
from cmstation.ui.statistics.answers_curves import CurvesAnswer
from cmstation.ui.statistics.answers_goals import GoalsAnswer
from cmstation.ui.statistics.answers_posts import WorkedAnswer
from tests.fakes.simulated_statistics import NEW_MEANING, NOW, PC_OFF, TODAY
from tests.journeys import statistics_words as say
from tests.journeys.conftest import OpenWindow
from tests.journeys.statistics_looks import (
    OCTOBER,
    Sight,
    look_at_a_period,
    look_at_the_changed_meaning,
    look_at_the_curves,
    look_at_the_days_off,
    look_at_the_figures,
    look_at_the_viral_post,
    others,
)
from tests.journeys.statistics_program import Order
from tests.journeys.statistics_reader import StatReader
from tests.journeys.statistics_reports import look_at_the_reports
from tests.journeys.statistics_truth import DAY, Truth, month_of
from tests.journeys.statistics_world import Clinic, clinic_in, work_and_be_killed

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180), pytest.mark.usefixtures("british_dates")]

MONTHS = 15
ENTERED, BROUGHT = 21_987, "archives.csv"


def test_two_years_of_figures_are_read_mended_and_reported(open_window: OpenWindow, tmp_path: Path) -> None:
    clinic = clinic_in(tmp_path / "clinic")
    enter_import_and_be_killed(clinic, tmp_path)

    reader = StatReader(open_window(clinic.folder, FixedClock(NOW)))
    sight = Sight(reader, clinic.folder, Truth(clinic.folder))
    look_at_the_curves(sight, tmp_path)
    walk_through_two_years(sight, clinic)
    set_a_goal(sight)
    refuse_a_wrong_file(sight, tmp_path)
    take_a_file_and_give_it_back(sight, tmp_path)
    look_at_the_reports(reader, sight.truth, OCTOBER, others(OCTOBER), tmp_path)

    reader.officer.close()
    assert not [*clinic.folder.rglob("crash-*")]


# --- killed ---


def enter_import_and_be_killed(clinic: Clinic, folder: Path) -> None:
    """Type a figure and take a file in a program that is killed; all of it is there, and nothing else."""
    before = Truth(clinic.folder)
    days = [PC_OFF[0] + number * DAY for number in range((PC_OFF[1] - PC_OFF[0]).days + 1)]
    file = folder / BROUGHT
    lines = [f"{day:%d/%m/%Y};WordPress;{100 + day.day};{40 + day.day}" for day in days]
    file.write_text("\n".join(("date;compte;visites;visiteurs", *lines)), encoding="utf-8")
    order = Order(str(clinic.folder), "Facebook", "Followers", ENTERED, str(file))

    notice = work_and_be_killed(order, folder / "complaints")

    assert notice == f"Figures taken from {BROUGHT}"
    after = Truth(clinic.folder)
    assert after.sound == "ok"
    site, facebook = after.account("WordPress"), after.account("Facebook")
    for day in days:
        assert (site, "visits") not in before.figures or day not in before.figures[site, "visits"]
        visits, visitors = after.figures[site, "visits"].pop(day), after.figures[site, "visitors"].pop(day)
        assert [(one.value, one.origin) for one in (visits, visitors)] == [
            (100 + day.day, "file"),
            (40 + day.day, "file"),
        ]
    typed = after.figures[facebook, "followers"].pop(TODAY)
    assert (typed.value, typed.origin) == (ENTERED, "hand")
    before.figures[facebook, "followers"].pop(TODAY)
    assert after.figures == before.figures


# --- reading ---


def walk_through_two_years(sight: Sight, clinic: Clinic) -> None:
    """Turn the pages with the keyboard; every figure of every month is as the rows tell it."""
    reader = sight.reader
    reader.unfold(AccountsAnswer)
    reader.unfold(WorkedAnswer)
    seen: set[str] = set()
    for back in range(MONTHS):
        days = month_of(2026, 10 - back)
        if back:
            reader.go("Alt+Left", say.month(days))
        assert reader.title == say.month(days)
        look_at_a_period(sight, days)
        if days[0] <= clinic.viral[1] <= days[1]:
            look_at_the_viral_post(sight, clinic.viral[0])
            seen.add("viral")
        if days[0] <= NEW_MEANING <= days[1]:
            look_at_the_changed_meaning(sight, days)
            seen.add("changed")
        if days[0] <= PC_OFF[0] <= days[1]:
            look_at_the_days_off(sight, days)
            seen.add("off")
    assert seen == {"viral", "changed", "off"}
    go_to_the_beginning(sight)
    reader.go("Alt+Home", say.month(OCTOBER))


def go_to_the_beginning(sight: Sight) -> None:
    """Go by years to the first months, of which there is little to say."""
    reader = sight.reader
    reader.choose_kind("Year", "2025")
    look_at_a_period(sight, (date(2025, 1, 1), date(2025, 12, 31)))
    reader.go("Alt+Left", "2024")
    reader.choose_kind("Month", "December 2024")
    look_at_a_period(sight, month_of(2024, 12))
    reader.go("Alt+Left", "November 2024")
    look_at_a_period(sight, month_of(2024, 11))
    reader.go("Alt+Right", "December 2024")


# --- doing ---


def set_a_goal(sight: Sight) -> None:
    """Set a goal that was reached long ago; the page says when."""
    truth, facebook = sight.truth, sight.truth.account("Facebook")
    target = truth.figures[facebook, "followers"][TODAY].value // 1_000 * 1_000 - 1_000
    reached = truth.reached(facebook, target)

    sight.reader.set_goal("Facebook", target)

    sight.look_again()
    words = sight.reader.words(GoalsAnswer)
    assert "1 goal(s) reached." in words
    assert f"{target:,} followers, Facebook" in words
    assert f"Reached on {say.day(reached)}; {ENTERED:,} on {say.day(TODAY)}." in words


def refuse_a_wrong_file(sight: Sight, folder: Path) -> None:
    """Choose a file with three faults: each names its line, and nothing of the sound lines is taken."""
    file = folder / "faux.csv"
    lines = (
        "date;compte;abonnés",
        "14/08/2025;Facebook;19000",
        "15/08/2025;Facebook;douze",
        "16/08/2025;Minitel;12",
        "06/11/2026;Facebook;12",
    )
    file.write_text("\n".join(lines), encoding="utf-8")

    dialog = sight.reader.bring(file)

    assert [dialog.faults.item(row).text() for row in range(dialog.faults.count())] == [
        "Line 3, “abonnés”: This is no number. It says “douze”.",
        "Line 4, “compte”: No account of yours has this name. It says “Minitel”.",
        "Line 5, “date”: This day has not come yet. It says “06/11/2026”.",
    ]
    assert dialog.verdict.text() == "Nothing is taken before the file is right."
    assert not dialog.take.isEnabled()
    sight.reader.leave(dialog)
    assert Truth(sight.folder).all_rows == sight.truth.all_rows


def take_a_file_and_give_it_back(sight: Sight, folder: Path) -> None:
    """Take a file: its figures are on the page; Ctrl+Z, and all is as it was."""
    reader, kept = sight.reader, sight.truth
    file, day = folder / "août.csv", date(2025, 8, 14)
    file.write_text(f"date;compte;abonnés\n{day:%d/%m/%Y};Facebook;18 765\n", encoding="utf-8")
    shown = rows_of(reader, day)

    reader.take(reader.bring(file))

    sight.look_again()
    assert sight.truth.figures[kept.account("Facebook"), "followers"][day].value == 18_765
    assert [row[1] for row in rows_of(reader, day)] == ["18,765"]
    look_at_the_figures(sight, OCTOBER)
    reader.take_back()
    sight.look_again()
    assert sight.truth.all_rows == kept.all_rows
    assert rows_of(reader, day) == shown
    assert all(row[1] == "" for row in shown)


def rows_of(reader: StatReader, day: date) -> list[tuple[str, ...]]:
    """Return the lines of a day in the table behind the curves."""
    words = f"{say.WEEKDAYS[day.weekday()]} {say.day(day)}"
    return [row for row in reader.table(CurvesAnswer) if row[0] == words]
