"""Accounts are added, listed, checked and removed; their secrets come from standard input and never show."""

import json
from pathlib import Path

import keyring.errors
import pytest

from tests.cli.conftest import Answer, Run
from tests.fakes.narrow_keyring import NarrowKeyring

WORD = "abcd EFGH 1jkl mnop QRst uvwx"
SITE = ("account", "add", "wordpress", "--address", "clinique.example/wp-admin/", "--user", "redaction")


def add_site(run: Run, *more: str, secret: str = WORD) -> Answer:
    return run(*SITE, "--unchecked", *more, stdin=f"{secret}\n")


def files_with(folder: Path, words: str) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes()]


def test_an_account_is_added_with_its_secret_in_the_keyring_only(
    run: Run, folder: Path, keyring_in_memory: NarrowKeyring
) -> None:
    answer = add_site(run, "--name", "Site", "--json")

    assert answer.code == 0
    account = answer.json
    assert (account["network"], account["name"], account["login"]) == ("wordpress", "Site", "redaction")
    assert account["address"] == "https://clinique.example"
    assert json.dumps({"password": WORD}) in keyring_in_memory.kept.values()
    assert WORD not in answer.out + answer.err
    assert files_with(folder, WORD) == []


def test_the_secret_shows_in_no_answer(run: Run) -> None:
    said = [add_site(run), run("account", "list"), run("account", "list", "--json"), run("doctor", "--json")]

    assert [answer for answer in said if "EFGH" in answer.out + answer.err] == []


@pytest.mark.parametrize(
    ("network", "user", "part", "secret"),
    [
        ("mastodon", "", "access", "Zx9_bK3-qW7rT1yU5iO8pA2sD4fG6hJ0kL"),
        ("bluesky", "@Clinique", "password", "ab1c-d2ef-gh3i-jk4l"),
    ],
)
def test_each_network_gets_its_own_kind_of_secret(
    run: Run, keyring_in_memory: NarrowKeyring, network: str, user: str, part: str, secret: str
) -> None:
    words = ("--address", "sante.example") if network == "mastodon" else ("--user", user)

    answer = run("account", "add", network, *words, "--unchecked", "--json", stdin=secret)

    assert answer.code == 0
    assert json.dumps({part: secret}) in keyring_in_memory.kept.values()
    assert answer.json["address"] in {"https://sante.example", "https://bsky.social"}


def test_a_password_that_opens_too_much_is_refused_before_it_leaves(run: Run) -> None:
    answer = run("account", "add", "bluesky", "--user", "clinique", stdin="the real password")

    assert (answer.code, answer.out) == (5, "")
    assert "the real password" not in answer.err
    assert run("account", "list").out == ""


@pytest.mark.parametrize("secret", ["", "\n", "   \n"])
def test_without_a_secret_nothing_is_stored(run: Run, keyring_in_memory: NarrowKeyring, secret: str) -> None:
    assert add_site(run, secret=secret).code == 5

    assert run("account", "list").out == ""
    assert keyring_in_memory.kept == {}


@pytest.mark.parametrize(
    ("trouble", "name"),
    [
        (keyring.errors.KeyringLocked("x"), "SecretsLocked"),
        (keyring.errors.NoKeyringError("x"), "SecretsUnavailable"),
        (keyring.errors.PasswordSetError("x"), "SecretsRefused"),
    ],
)
def test_a_keyring_that_does_not_keep_the_secret_is_named_and_nothing_is_stored(
    run: Run, keyring_in_memory: NarrowKeyring, trouble: Exception, name: str
) -> None:
    keyring_in_memory.trouble = trouble

    answer = add_site(run, "--json")

    assert (answer.code, answer.json["error"]) == (5, name)
    assert run("account", "list", "--json").json == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("wordpress", "--user", "redaction"), "--address"),
        (("wordpress", "--address", "clinique.example"), "--user"),
        (("mastodon",), "--address"),
        (("bluesky",), "--user"),
    ],
)
def test_what_is_missing_is_named_before_the_secret_is_read(
    run: Run, words: tuple[str, ...], says: str
) -> None:
    answer = run("account", "add", *words)

    assert answer.code == 2
    assert says in answer.err


@pytest.mark.parametrize(
    "address", ["http://clinique.example", "ftp://clinique.example", "clinique", "a b.c"]
)
def test_an_address_that_is_not_secure_is_refused(run: Run, address: str) -> None:
    answer = run(
        "account", "add", "wordpress", "--address", address, "--user", "redaction", "--unchecked", stdin=WORD
    )

    assert answer.code == 2
    assert run("account", "list").out == ""


def test_an_assisted_account_asks_for_no_secret(run: Run, keyring_in_memory: NarrowKeyring) -> None:
    page = run("account", "add", "facebook", "--name", "Page", "--json").json
    site = run("account", "add", "wordpress", "--assisted", "--json").json

    assert (page["way"], page["name"], site["way"], site["name"]) == (
        "assisted",
        "Page",
        "assisted",
        "WordPress",
    )
    assert keyring_in_memory.kept == {}
    assert [line.split()[:2] for line in run("account", "list").lines] == [
        ["1", "Facebook"],
        ["2", "WordPress"],
    ]


def test_a_connection_that_fails_names_each_step_and_stores_nothing(run: Run) -> None:
    closed = ("account", "add", "wordpress", "--address", "http://127.0.0.1:9", "--user", "redaction")

    spoken, answer = run(*closed, stdin=WORD), run(*closed, "--json", stdin=WORD)

    assert (spoken.code, answer.code) == (1, 1)
    failed = [step for step in answer.json["steps"] if step["state"] == "failed"]
    assert [(step["name"], step["cause"]) for step in failed] == [("address", "refused")]
    assert spoken.lines[0].startswith("! ")
    assert WORD not in spoken.out + answer.out
    assert run("account", "list").out == ""


def test_a_rehearsal_account_is_checked_step_by_step(rehearse: Run) -> None:
    assert rehearse("account", "check", 1).code == 0
    report = rehearse("account", "check", 1, "--json").json

    assert [step["state"] for step in report["steps"]] == ["passed"]


def test_removing_forgets_the_secret_too(run: Run, keyring_in_memory: NarrowKeyring) -> None:
    account = add_site(run, "--json").json["id"]

    answer = run("account", "remove", account)

    assert (answer.code, answer.lines) == (
        0,
        ["WordPress is forgotten; what it published stays in the history."],
    )
    assert keyring_in_memory.kept == {}
    assert run("account", "list", "--json").json == []


@pytest.mark.parametrize("verb", ["check", "remove"])
def test_a_number_of_no_account_is_not_found(run: Run, verb: str) -> None:
    assert run("account", verb, 99).code == 3
    assert run("account", verb, "x").code == 2


def test_a_network_that_does_not_exist_is_wrong(run: Run) -> None:
    answer = run("account", "add", "minitel")

    assert answer.code == 2
    assert "wordpress" in answer.err


def test_the_same_account_is_not_added_twice(run: Run) -> None:
    first = add_site(run, "--name", "Site")

    answer = add_site(run, "--name", "Encore", "--json")

    assert first.code == 0
    assert (answer.code, answer.json["error"]) == (1, "AlreadyConnected")
    assert "number 1 (Site)" in answer.json["sentence"]
    assert len(run("account", "list", "--json").json) == 1
