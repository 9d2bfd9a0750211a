"""Figures on the command line."""

from pathlib import Path

import pytest

from cmstation.domain.accounts import NewAccount
from cmstation.domain.networks import Network, Way
from cmstation.domain.periods import year
from cmstation.open_station import open_station
from cmstation.storage.stat_posts import StatPosts
from tests.cli.conftest import Run

GOOD = "date,account,followers\n2026-01-05,Page,1200\n2026-01-06,Page,1210\n"


@pytest.fixture
def table(run: Run, folder: Path, tmp_path: Path) -> Path:
    """Make an account and a file of its figures."""
    station = open_station(folder)
    station.accounts.add(NewAccount(Network.FACEBOOK, Way.ASSISTED, "Page"), None)
    station.close()
    file = tmp_path / "chiffres.csv"
    file.write_text(GOOD, encoding="utf-8")
    return file


def test_a_file_is_taken_and_its_figures_are_shown(run: Run, table: Path) -> None:
    taken = run("stats", "import", table, "--json")
    shown = run("stats", "show", "--month", "2026-01", "--json")

    assert taken.code == shown.code == 0
    assert (taken.json["taken"], taken.json["rows"], taken.json["stored"]) == (True, 2, 2)
    assert shown.json["period"] == {
        "key": "2026-01",
        "from": "2026-01-01",
        "to": "2026-01-31",
        "running": False,
    }
    (headline,) = shown.json["headlines"]
    # Its last week has no figure: the month's end is not known.
    assert (headline["metric"], headline["standing"]["value"]) == ("followers", None)
    assert (headline["last"]["day"], headline["last"]["value"]) == ("2026-01-06", 1210)
    assert [one["name"] for one in shown.json["accounts"]] == ["Page"]
    assert set(shown.json["accounts"][0]) == {"id", "network", "name"}


def test_a_person_reads_figures(run: Run, table: Path) -> None:
    run("stats", "import", table)

    answer = run("stats", "show", "--period", "2026-01-01_2026-01-06")

    assert answer.lines == ["From 2026-01-01 to 2026-01-06", "Facebook – Page: Followers 1210"]


def test_a_check_takes_nothing(run: Run, table: Path) -> None:
    answer = run("stats", "import", table, "--check", "--json")

    assert (answer.code, answer.json["taken"], answer.json["rows"]) == (0, False, 2)
    assert run("stats", "show", "--month", "2026-01", "--json").json["headlines"] == []


def test_mistakes_are_named_by_line_and_nothing_is_taken(run: Run, table: Path) -> None:
    table.write_text(GOOD + "2026-01-07,Page,many\n2026-01-08,Nobody,5\n", encoding="utf-8")

    answer = run("stats", "import", table, "--json")

    assert (answer.code, answer.json["error"]) == (1, "FigureFileUnreadable")
    assert [one["line"] for one in answer.json["findings"]] == [4, 5]
    assert "Line 4" in answer.err
    assert run("stats", "show", "--month", "2026-01", "--json").json["headlines"] == []


def test_a_file_without_accounts_is_of_the_one_that_is_named(run: Run, table: Path) -> None:
    table.write_text("date,followers\n03/04/2026,1300\n", encoding="utf-8")

    unknown = run("stats", "import", table, "--account", 1, "--json")
    known = run("stats", "import", table, "--account", 1, "--days", "day-first", "--json")

    assert (unknown.code, unknown.json["findings"][0]["cause"]) == (1, "day_order_unknown")
    assert known.code == 0
    (headline,) = run("stats", "show", "--month", "2026-04", "--json").json["headlines"]
    assert headline["last"]["day"] == "2026-04-03"


@pytest.mark.parametrize(
    ("name", "content", "error", "code"),
    [
        ("rapport.pdf", "%PDF", "FigureFileUnknown", 1),
        ("chiffres.csv", "date,account,followers\n", "FigureFileUnreadable", 1),
        ("chiffres.csv", None, "NotFound", 3),
    ],
)
def test_other_files_are_refused(
    run: Run, table: Path, name: str, content: str | None, error: str, code: int
) -> None:
    file = table.with_name(name)
    if content is None:
        file.unlink()
    else:
        file.write_text(content, encoding="utf-8")

    answer = run("stats", "import", file, "--json")

    assert (answer.json["error"], answer.code) == (error, code)


def test_an_account_whose_figures_nobody_can_read_is_not_asked(run: Run, table: Path) -> None:
    answer = run("stats", "collect", "--json")

    assert answer.code == 0
    assert (answer.json["read"], answer.json["skipped"], answer.json["figures"]) == ([], [1], 0)
    assert run("stats", "collect").lines[1] == "accounts read: 0; not asked: 1; failed: 0"


def test_an_account_that_is_not_there_is_not_found(run: Run) -> None:
    assert run("stats", "collect", 7).code == 3


def test_nothing_known_is_said(run: Run) -> None:
    assert run("stats", "show", "--month", "2026-01").lines == [
        "From 2026-01-01 to 2026-01-31",
        "Nothing is known of these days.",
    ]


def test_a_campaign_is_found_by_its_name(rehearse: Run, folder: Path) -> None:
    station = open_station(folder, rehearsal=True)
    there = station.statistics.campaigns()
    station.close()

    for campaign, days in there:
        answer = rehearse("stats", "show", "--campaign", campaign.name.upper(), "--json")
        assert (answer.code, answer.json["period"]["key"]) == (0, days.key)
    missing = rehearse("stats", "show", "--campaign", "Jamais", "--json")
    assert (missing.code, missing.json["error"]) == (3, "NoSuchCampaign")


def test_a_failure_is_told_in_words(run: Run, folder: Path) -> None:
    station = open_station(folder)
    account = NewAccount(Network.MASTODON, Way.DIRECT, "Clinique", address="https://a.example")
    station.accounts.add(account, None)
    station.close()

    answer = run("stats", "collect", "--json")

    sentence = "The network does not accept the sign-in for this. Sign in again under Accounts."
    assert answer.code == 1
    (failed,) = answer.json["failed"]
    assert (failed["trouble"], failed["sentence"]) == ("sign_in_needed", sentence)
    assert answer.err == f"Clinique could not be read. {sentence}\n"


def test_posts_that_are_gone_are_told(rehearse: Run, folder: Path) -> None:
    station = open_station(folder, rehearsal=True)
    today = station.statistics.today()
    here = station.statistics.answers(year(today.year)).posts[:2]
    StatPosts(station.database).gone([one.post.id for one in here], station.clock.now())
    station.close()

    answer = rehearse("stats", "show", "--year", today.year)

    told = answer.lines[-1].replace("post(s)", "posts")  # as it stands where no English file was made yet
    assert told == "2 posts no longer on the network; the last figures are kept"
