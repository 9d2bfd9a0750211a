"""Warnings about the plan, in sentences."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind
from cmstation.domain.health_days import for_year
from cmstation.domain.plan_warnings import Fact, PlanWarning, WarningKind
from cmstation.ui.calendar.warning_words import to_confirm_words, warning_words
from cmstation.ui.dates import day_title

ZONE = "Europe/Paris"
DAY = date(2026, 10, 14)


def post(identity: int, title: str) -> CalendarItem:
    hour = datetime(2026, 10, 14, 7, tzinfo=UTC)
    return CalendarItem(ItemKey(ItemKind.POST, identity, "x"), title, hour, hour, DAY, DAY, ZONE)


POSTS = (post(1, "Octobre rose"), post(2, "Don du sang"), post(3, ""))
KNOWN = {item.key: item for item in POSTS}


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def told(kind: WarningKind, *posts: int, **facts: Fact) -> str:
    keys = tuple(ItemKey(ItemKind.POST, found, "x") for found in posts)
    return warning_words(PlanWarning(kind, DAY, keys, facts), KNOWN)


def test_a_day_announced_each_year_asks_for_its_date() -> None:
    (found,) = [day for day in for_year(2027) if day.slug == "telethon"]

    assert to_confirm_words(found) == (
        f"{day_title(found.start, with_month=True)}: “{found.name_fr}” is announced anew each year. "
        "Check its date and confirm it."
    )


@pytest.mark.parametrize(
    ("minutes", "length"),
    [(20, "20 minute(s)"), (60, "1 hour(s)"), (90, "1 h 30"), (119, "1 h 59"), (125, "2 h 05")],
)
def test_two_posts_too_close_say_how_close_to_the_minute(minutes: int, length: str) -> None:
    words = told(WarningKind.TOO_CLOSE, 1, 2, minutes=minutes)

    assert words == f"14 Oct: “Octobre rose” and “Don du sang” are {length} apart on one account."


def test_two_posts_of_the_same_minute_say_so() -> None:
    words = told(WarningKind.TOO_CLOSE, 1, 2, minutes=0)

    assert words == "14 Oct: “Octobre rose” and “Don du sang” leave at the same minute on one account."


def test_the_later_of_two_equal_texts_is_named_with_the_day_of_the_earlier() -> None:
    words = told(WarningKind.SAME_TEXT, 1, 2, earlier=date(2026, 9, 30))

    assert words == "14 Oct: “Don du sang” says what the same account said on 30 Sept."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (WarningKind.QUIET_DAY, "14 Oct: “Octobre rose” on a quiet day (Obsèques)."),
        (WarningKind.BEFORE_QUIET_DAY, "14 Oct: “Octobre rose” on the eve of a quiet day (Obsèques)."),
    ],
)
def test_a_quiet_day_is_named(kind: WarningKind, words: str) -> None:
    assert told(kind, 1, title="Obsèques", quiet=DAY) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"days": 6, "last": date(2026, 10, 19)}, "Nothing is planned from 14 Oct to 19 Oct."),
        ({"days": 1, "last": DAY}, "Nothing is planned on 14 Oct."),
        ({"days": 6, "last": date(2026, 10, 19), "goes_on": 1}, "Nothing is planned from 14 Oct on."),
    ],
)
def test_a_silence_says_how_long_it_lasts(facts: dict[str, Fact], words: str) -> None:
    assert told(WarningKind.NOTHING_PLANNED, **facts) == words


def test_what_is_not_approved_or_not_scheduled_says_so() -> None:
    assert told(WarningKind.NOT_APPROVED, 1, days=1) == "14 Oct: “Octobre rose” is not approved yet."
    assert told(WarningKind.NOT_SCHEDULED, 3) == (
        "14 Oct: “Untitled” has an hour, but will not leave by itself yet."
    )


def test_a_post_outside_the_plan_is_another_post() -> None:
    assert "“another post”" in told(WarningKind.TOO_CLOSE, 9, 1, minutes=20)


@pytest.mark.parametrize("kind", WarningKind)
def test_every_kind_has_a_sentence(kind: WarningKind) -> None:
    words = told(kind, 1, 2, minutes=20, earlier=DAY, title="Obsèques", last=date(2026, 10, 19))

    assert words.endswith(".")
    assert "{" not in words
