"""The help teaches the command line, in the person's language."""

import argparse
import io
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from cmstation import __version__
from cmstation.cli.arguments import Parser
from cmstation.cli.main import ExitCode, code_of, parser
from cmstation.cli.printing import Printer, plain
from cmstation.domain.accounts import Secret
from cmstation.domain.errors import NotReady, RateLimited, SecondFactorNeeded, SecretsLocked, StorageDamaged
from tests.cli.conftest import Run


def parsers(found: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield a parser and those of all its verbs."""
    yield name, found
    for action in found._actions:  # pyright: ignore[reportPrivateUsage]
        if isinstance(action, argparse._SubParsersAction):  # pyright: ignore[reportPrivateUsage]
            for verb, inner in action.choices.items():  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
                assert isinstance(inner, Parser)
                yield from parsers(inner, f"{name} {verb}".strip())


def test_the_help_names_every_verb_and_shows_how(run: Run) -> None:
    answer = run("--help")

    assert answer.code == 0
    for verb in ("account", "draft", "search", "publish", "publish-due", "deliveries", "delivery", "doctor"):
        assert f"\n    {verb} " in answer.out
    assert "Examples:" in answer.out
    assert "Exit codes: 0 done, 1 refused" in answer.out


def test_every_verb_of_the_program_is_there(qapp: QApplication) -> None:
    names = {name for name, _ in parsers(parser())}

    assert names == {
        "",
        "account",
        "account add",
        "account list",
        "account check",
        "account remove",
        "draft",
        "draft add",
        "draft list",
        "draft show",
        "draft set",
        "search",
        "publish",
        "publish-due",
        "deliveries",
        "delivery",
        "delivery resolve",
        "calendar",
        "calendar export",
        "calendar import",
        "calendar show",
        "health-days",
        "watch",
        "watch add",
        "watch list",
        "watch remove",
        "watch refresh",
        "watch items",
        "watch search",
        "watch import",
        "watch export",
        "review",
        "review build",
        "stats",
        "stats collect",
        "stats import",
        "stats show",
        "report",
        "doctor",
    }


def test_every_verb_takes_the_shared_options_and_explains_each_word(qapp: QApplication) -> None:
    for name, found in parsers(parser()):
        text = found.format_help()
        for option in ("--data-dir", "--rehearsal", "--language", "--json", "--help"):
            assert option in text, f"{name}: {option}"
        for action in found._actions:  # pyright: ignore[reportPrivateUsage]
            if action.option_strings:
                assert action.help, f"{name}: {action.option_strings[0]} is not explained"


def test_without_a_verb_the_help_is_shown(run: Run) -> None:
    answer = run()

    assert answer.code == 2
    assert answer.out == run("--help").out


@pytest.mark.parametrize("group", ["account", "draft", "delivery"])
def test_a_group_without_an_action_is_wrong(run: Run, group: str) -> None:
    assert run(group).code == 2


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.strip() == f"CM Station {__version__}"


def test_the_shared_options_stand_before_or_after_the_verb(run: Run) -> None:
    run("draft", "add", "--title", "Un")

    assert run("--json", "draft", "list").json == run("draft", "list", "--json").json != []


def test_a_language_that_does_not_exist_is_wrong(run: Run) -> None:
    assert run("draft", "list", "--language", "tlh").code == 2


def test_codes_tell_what_to_do(qapp: QApplication) -> None:
    assert [int(code) for code in ExitCode] == [0, 1, 2, 3, 4, 5]
    assert code_of(SecretsLocked()) is ExitCode.SIGN_IN
    assert code_of(SecondFactorNeeded()) is ExitCode.SIGN_IN
    assert code_of(NotReady()) is ExitCode.REFUSED
    assert code_of(RateLimited()) is ExitCode.REFUSED
    assert code_of(StorageDamaged()) is ExitCode.REFUSED


# --- printing ---


def test_a_secret_is_never_printed() -> None:
    assert "s3cret" not in str(plain({"account": [Secret({"password": "s3cret"})]}))


def test_a_terminal_that_lacks_letters_gets_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", narrow)

    Printer(as_json=False).show(None, ["Été 👩"])

    narrow.seek(0)
    assert narrow.read() == "?t? ?\n"
