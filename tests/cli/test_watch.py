"""The watch on the command line, with a real server of feeds on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmstation.domain import opml
from cmstation.domain.opml_outlines import OpmlFeed
from cmstation.domain.watch import StoryFilter
from cmstation.open_station import open_station
from tests.cli.conftest import Run
from tests.fakes.feed_server import FeedServer, gives, refuses, rss

SECRET = "s3cret-word"


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


def with_list(folder: Path, name: str) -> int:
    station = open_station(folder)
    made = station.watch_lists.add(name).value
    station.close()
    return made.id


# --- add, list, remove ---


def test_a_source_is_found_and_watched(run: Run, server: FeedServer) -> None:
    address = server.put("/feed", gives(rss("Un potager")))

    answer = run("watch", "add", address)

    assert (answer.code, answer.lines) == (0, ["Source 1: Revue"])
    assert run("watch", "add", address).lines == ["Source 1 was there already: Revue"]


def test_a_source_gets_a_name_and_joins_lists_by_name_or_number(
    run: Run, server: FeedServer, folder: Path
) -> None:
    ethics, other = with_list(folder, "Éthique"), with_list(folder, "RSE")
    address = server.put("/feed", gives(rss("Un potager")))

    run("watch", "add", address, "--name", "Ma revue", "--list", "éthique", "--list", other)

    (source,) = run("watch", "list", "--json").json
    assert (source["name"], source["lists"]) == ("Ma revue", ["Éthique", "RSE"])
    assert ethics != other


def test_a_check_tells_what_is_there_and_adds_nothing(run: Run, server: FeedServer) -> None:
    address = server.put("/feed", gives(rss("Un potager")))

    found = run("watch", "add", address, "--check", "--json").json

    assert [(one["title"], one["kind"], one["sample"]) for one in found] == [
        ("Revue", "feed", ["Un potager"])
    ]
    assert run("watch", "list").lines == ["Nothing is watched yet."]


def test_an_address_without_a_source_is_not_found_and_says_why(run: Run, server: FeedServer) -> None:
    answer = run("watch", "add", f"{server.url}/nothing")

    assert answer.code == 3
    assert "No source was found" in answer.err
    assert "(404)" in answer.err


def test_a_list_that_does_not_exist_is_named_and_nothing_is_added(
    run: Run, server: FeedServer, folder: Path
) -> None:
    with_list(folder, "Éthique")
    address = server.put("/feed", gives(rss("Un potager")))

    answer = run("watch", "add", address, "--list", "Etique")

    assert answer.code == 3
    assert "Éthique" in answer.err
    assert run("watch", "list", "--json").json == []


def test_a_removed_source_is_gone_and_what_was_marked_stays(
    run: Run, server: FeedServer, folder: Path
) -> None:
    run("watch", "add", server.put("/feed", gives(rss("Un potager", "Un parking"))))
    run("watch", "refresh")
    station = open_station(folder)
    (item, *_others) = station.watch_reading.keys(StoryFilter())
    station.watch_reading.star(item, True)
    station.close()

    answer = run("watch", "remove", 1, "--json")

    assert (answer.code, answer.json) == (0, {"id": 1, "kept": 1})
    assert run("watch", "list", "--json").json == []
    assert run("watch", "items", "--json").json["count"] == 1


def test_a_source_that_is_not_there_is_not_found(run: Run) -> None:
    assert run("watch", "remove", 9).code == 3
    assert run("watch", "refresh", 9).code == 3
    assert run("watch", "items", "--source", 9).code == 3


# --- refresh ---


def test_a_refresh_tells_what_came(run: Run, server: FeedServer) -> None:
    run("watch", "add", server.put("/feed", gives(rss("Un potager", "Un parking"))))

    answer = run("watch", "refresh")

    assert answer.code == 0
    assert answer.lines[0].startswith("2 new item")
    assert answer.lines[1] == "sources read: 1; without news: 0; failed: 0"
    again = run("watch", "refresh", "--all", "--json").json
    assert (again["new_items"], again["unchanged"]) == (0, 1)


def test_what_fails_is_told_line_by_line_without_its_address(run: Run, server: FeedServer) -> None:
    good = server.put("/good", gives(rss("Un potager")))
    bad = server.put(f"/bad?key={SECRET}", gives(rss("Un parking")))
    run("watch", "add", good, "--name", "Bonne")
    run("watch", "add", bad, "--name", "Mauvaise")
    server.put(f"/bad?key={SECRET}", refuses(500))

    answer = run("watch", "refresh")
    as_json = run("watch", "refresh", 2, "--json")

    assert answer.code == 0  # one source that fails is no failure of the refresh
    assert answer.err.splitlines() == ["Mauvaise: The site has a problem of its own. (500)"]
    assert as_json.code == 1  # nothing at all came
    assert as_json.json["failed"][0]["trouble"] == "server_trouble"
    for said in (answer.out, answer.err, as_json.out, as_json.err, run("watch", "list").out):
        assert SECRET not in said


def test_a_rehearsal_asks_nobody(rehearse: Run) -> None:
    answer = rehearse("watch", "refresh", "--all", "--json")

    assert answer.code == 0
    assert (answer.json["new_items"], answer.json["failed"]) == (0, [])
    assert answer.json["unchanged"] > 20


# --- items and search ---


def test_items_come_newest_first_and_only_so_many(rehearse: Run) -> None:
    answer = rehearse("watch", "items", "--most", 5, "--json").json

    moments = [item["moment"] for item in answer["items"]]
    assert len(moments) == 5
    assert moments == sorted(moments, reverse=True)
    assert answer["count"] > 60
    assert rehearse("watch", "items", "--most", 5).lines[-1] == f"… and {answer['count'] - 5} more"


def test_items_of_a_list_or_in_a_state_alone(rehearse: Run) -> None:
    review = rehearse("watch", "items", "--show", "review", "--json").json["items"]
    clinic = rehearse("watch", "items", "--list", "ma clinique", "--json").json["items"]

    assert {item["decision"] for item in review} == {"review"}
    assert clinic
    assert rehearse("watch", "items", "--list", "nulle part").code == 3
    assert rehearse("watch", "items", "--show", "tout").code == 2


def test_search_finds_words_without_their_accents(rehearse: Run) -> None:
    found = rehearse("watch", "search", "TELESURVEILLANCE", "cardio", "--json").json
    none = rehearse("watch", "search", "zébrure")

    assert found["count"] >= 1
    assert (none.code, none.lines) == (0, ["Nothing was found."])


def test_each_story_is_one_line_with_its_best_source_and_how_many_more(rehearse: Run) -> None:
    (line,) = rehearse("watch", "search", "insuffisants", "cardiaques").lines

    assert "La Clinique des Tilleuls ouvre une consultation" in line
    assert line.endswith("Le Courrier du Val  (+3)")


# --- files ---


def test_a_list_of_feeds_comes_in_and_goes_out(run: Run, tmp_path: Path) -> None:
    feeds = [OpmlFeed("Une revue", "https://revue.example/feed", ("Santé", "Éthique"))]
    given, written = tmp_path / "in.opml", tmp_path / "out.opml"
    given.write_bytes(opml.write(feeds, title="Mes flux"))

    assert run("watch", "import", given, "--check").lines == ["new: Une revue  Santé / Éthique"]
    assert run("watch", "list", "--json").json == []
    assert run("watch", "import", given).code == 0
    answer = run("watch", "export", written)

    assert answer.lines[0].startswith(f"{written}: 1 source")
    assert opml.read(written.read_bytes()) == feeds
    assert run("watch", "import", given).lines == ["1 as it was"]


def test_what_is_refused_is_told_and_the_rest_is_taken(run: Run, tmp_path: Path) -> None:
    feeds = [
        OpmlFeed("Une revue", "https://revue.example/feed"),
        OpmlFeed("Un fichier", "file:///etc/passwd"),
    ]
    given = tmp_path / "in.opml"
    given.write_bytes(opml.write(feeds, title=""))

    answer = run("watch", "import", given, "--json")

    assert [line["refusal"] for line in answer.json["refused"]] == ["not_web"]
    assert [source["name"] for source in run("watch", "list", "--json").json] == ["Une revue"]


def test_what_is_no_list_of_feeds_is_refused(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body>Bonjour</body></html>", encoding="utf-8")

    answer = run("watch", "import", page)

    assert answer.code == 1
    assert "no list of feeds" in answer.err
    assert run("watch", "import", tmp_path / "missing.opml").code == 3


def test_a_watch_without_an_action_is_wrong(run: Run) -> None:
    assert run("watch").code == 2
