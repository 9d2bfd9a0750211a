"""Posts are written, listed, shown, changed and found without a window."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.desktop.image_samples import drawing, encoded


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "façade.png"
    file.write_bytes(encoded(drawing(), "PNG"))
    return file


def test_a_post_is_written_shown_and_listed(run: Run) -> None:
    added = run("draft", "add", "--title", "Don du sang", "--text", "Venez jeudi.", "--json")

    assert added.code == 0
    post = added.json["post"]
    assert (post["title"], post["text"], post["state"]) == ("Don du sang", "Venez jeudi.", "draft")
    assert run("draft", "show", post["id"], "--json").json["post"] == post
    (line,) = run("draft", "list").lines
    assert line.split() == [str(post["id"]), "draft", "Don", "du", "sang"]


def test_a_post_is_shown_to_a_person_with_what_it_lacks(run: Run) -> None:
    answer = run("draft", "add", "--title", "Don du sang", "--text", "Venez jeudi.")

    assert answer.lines == ["1  Don du sang  [draft]", "", "Venez jeudi.", "", "· No account is chosen"]


def test_a_text_is_read_from_standard_input(run: Run) -> None:
    added = run("draft", "add", "--text", "-", "--json", stdin="Première ligne\n\nDeuxième\n")

    assert added.json["post"]["text"] == "Première ligne\n\nDeuxième\n"


def test_every_field_can_be_given_and_changed(rehearse: Run, picture: Path) -> None:
    fields = ("--link", "https://a.example", "--tags", "sang, don,", "--first-comment", "Suite")
    plan = ("--plan", "2027-07-14T18:00", "--zone", "America/Toronto")

    added = rehearse(
        "draft", "add", "--text", "Base", *fields, *plan,
        "--accounts", "1,3", "--for", 3, "À part", "--picture", picture, "La façade", "--json",
    ).json["post"]  # fmt: skip

    assert (added["link"], added["tags"], added["first_comment"]) == (
        "https://a.example",
        ["sang", "don"],
        "Suite",
    )
    assert added["planned"] == {
        "instant": "2027-07-14T22:00:00+00:00",
        "zone": "America/Toronto",
        "wall": "2027-07-14T18:00:00",
    }
    assert [(one["account"], one["text"]) for one in added["versions"]] == [(1, None), (3, "À part")]
    assert [one["alt_text"] for one in added["attachments"]] == ["La façade"]

    changed = rehearse(
        "draft",
        "set",
        added["id"],
        "--title",
        "Titre",
        "--text",
        "",
        "--accounts",
        "3",
        "--tags",
        "",
        "--json",
    ).json["post"]

    assert (changed["title"], changed["text"], changed["tags"]) == ("Titre", "", [])
    assert [one["account"] for one in changed["versions"]] == [3]
    assert changed["link"] == "https://a.example"


def test_a_change_without_words_changes_nothing(run: Run) -> None:
    before = run("draft", "add", "--text", "Base", "--json").json["post"]

    assert run("draft", "set", before["id"], "--json").json["post"] == before


def test_the_planned_hour_is_shown_in_its_zone(run: Run) -> None:
    answer = run("draft", "add", "--text", "x", "--plan", "2027-07-14T18:00", "--zone", "America/Toronto")

    assert "2027-07-14 18:00 America/Toronto" in answer.lines


def test_an_hour_with_an_offset_is_that_instant(run: Run) -> None:
    answer = run("draft", "add", "--text", "x", "--plan", "2027-01-15T18:00+00:00", "--json")

    assert answer.json["post"]["planned"]["wall"] == "2027-01-15T19:00:00"


def test_an_hour_that_does_not_exist_is_explained_and_writes_nothing(run: Run) -> None:
    answer = run("draft", "add", "--text", "x", "--plan", "2027-03-28T02:30")

    assert answer.code == 2
    assert "does not exist" in answer.err
    assert run("draft", "list").out == ""


# --- lists ---


def test_a_list_is_filtered_by_state_words_and_number(rehearse: Run) -> None:
    everything = rehearse("draft", "list", "--json").json

    failed = rehearse("draft", "list", "--state", "failed", "--state", "uncertain", "--json").json
    found = rehearse("draft", "list", "--words", "maternite", "--json").json
    first = rehearse("draft", "list", "--limit", 2, "--json").json

    assert {row["state"] for row in failed} == {"failed", "uncertain"}
    assert "Portes ouvertes de la maternité" in {row["title"] for row in found}
    assert first == everything[:2]
    assert len(everything) > 20


def test_archived_posts_are_listed_when_asked_for(rehearse: Run) -> None:
    assert [row["state"] for row in rehearse("draft", "list", "--state", "archived", "--json").json] == [
        "archived"
    ]


# --- search ---


def test_search_finds_posts_and_pictures(rehearse: Run) -> None:
    answer = rehearse("search", "clinique", "tilleuls")

    assert answer.code == 0
    assert any("clinique.jpg" in line for line in answer.lines)
    found = rehearse("search", "depistage", "--json").json
    assert found["posts"]
    assert set(found) == {"posts", "media"}


def test_a_search_that_finds_nothing_says_so_by_its_code(run: Run) -> None:
    answer = run("search", "rien", "--json")

    assert (answer.code, answer.json) == (3, {"posts": [], "media": []})


# --- what is wrong ---


@pytest.mark.parametrize("verb", [("show",), ("set", "--text", "x")])
def test_a_number_of_no_post_is_not_found(run: Run, verb: tuple[str, ...]) -> None:
    answer = run("draft", verb[0], 99, *verb[1:])

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("This is no longer here.")


def test_a_problem_is_json_too(run: Run) -> None:
    answer = run("draft", "show", 99, "--json")

    assert answer.code == 3
    assert answer.json["error"] == "NotFound"
    assert answer.json["sentence"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("show", "x"),
        ("show", "-1"),
        ("show", "9" * 30),
        ("add", "--plan", "demain"),
        ("add", "--zone", "Mars/Olympus"),
        ("add", "--zone", "../../etc/passwd"),
        ("add", "--accounts", "1,x"),
        ("add", "--for", "x", "text"),
        ("add", "--for", "1"),
        ("add", "--no-such-word"),
        ("list", "--state", "unknown"),
        ("list", "--limit", "-3"),
    ],
)
def test_wrong_words_are_told_and_nothing_happens(run: Run, wrong: tuple[str, ...]) -> None:
    answer = run("draft", *wrong)

    assert (answer.code, answer.out) == (2, "")
    assert "error: " in answer.err
    assert run("draft", "list").out == ""


@pytest.mark.parametrize(
    "wrong", [("--accounts", "1,99"), ("--for", "99", "x"), ("--picture", "missing.jpg", "La façade")]
)
def test_a_post_is_written_whole_or_not_at_all(rehearse: Run, wrong: tuple[str, ...]) -> None:
    before = rehearse("draft", "list", "--json").json

    answer = rehearse("draft", "add", "--text", "Base", *wrong)

    assert answer.code in {1, 3}
    assert rehearse("draft", "list", "--json").json == before


def test_a_file_that_is_no_picture_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"<html></html>")

    answer = run("draft", "add", "--picture", tmp_path / "photo.jpg", "x")

    assert answer.code == 1
    assert answer.err.startswith("This file is not a picture")


def test_what_has_left_is_not_changed(rehearse: Run) -> None:
    live = rehearse("draft", "list", "--state", "live", "--json").json[0]["id"]

    answer = rehearse("draft", "set", live, "--text", "Autre")

    assert answer.code == 1
    assert "can no longer be changed" in answer.err


def test_a_lone_surrogate_in_an_argument_is_stored_as_a_mark(run: Run) -> None:
    assert run("draft", "add", "--title", "a\udc80b", "--json").json["post"]["title"] == "a\ufffdb"
