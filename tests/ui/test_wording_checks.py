"""Every step and cause that an adapter can name is worded, and so is every line of evidence."""

import ast
import re
from pathlib import Path

import pytest

from cmstation.networks import bluesky_check, mastodon_check, wordpress_check
from cmstation.services import lookout
from cmstation.ui.wording_causes import CHECK_CAUSES, CHECK_STEPS
from cmstation.ui.wording_checks import call_words, cause_words, evidence_words, outcome_words, step_words
from cmstation.ui.wording_errors import CAUSES

ADAPTERS = Path(wordpress_check.__file__).parent
SERVICES = Path(lookout.__file__).parent
# What a server itself says when a step of the check meets it.
SAID_BY_SERVERS = {"rest_no_route"}
# The error that carries them has all the words already, or they are for the journal alone.
SAID_BY_THE_ERROR = {
    "account_password",
    "code_refused",
    "empty",
    "missing_blob",
    "no_code",
    "no_did",
    "not_bluesky",
    "not_json",
    "not_mastodon",
    "not_secure",
    "offline",
    "payload",
    "processing",
    "redirected",
    "rehearsal",
    "unexpected_shape",
}


def named_causes() -> set[str]:
    """Read the causes from the adapters: every literal that stands where a cause stands."""
    found: set[str] = set()
    for name in ("wordpress_check", "mastodon_check", "bluesky_check", "check_steps"):
        text = (ADAPTERS / f"{name}.py").read_text(encoding="utf-8")
        found |= set(re.findall(r'cause="(\w+)"', text))
        found |= set(re.findall(r'StepFailed\("(\w+)"', text))
        found |= set(re.findall(r'return "(\w+)"', text))
        found |= set(re.findall(r': "([a-z_]+)",?$', text, flags=re.MULTILINE))
        found |= set(re.findall(r'^    \(\w+, "(\w+)"\),$', text, flags=re.MULTILINE))
    rights = {f"missing_{right}" for right in wordpress_check.RIGHTS}
    return (found | rights | codes_of_the_line() | closing_codes()) - {"draft"}


def codes_of_the_line() -> set[str]:
    """Read why a call brought no answer."""
    failures = (ADAPTERS / "failures.py").read_text(encoding="utf-8")
    before_writing = set(re.findall(r'^        \("(\w+)", ', failures, flags=re.MULTILINE))
    return before_writing | {"offline", "read_timeout", "cut"}


def closing_codes() -> set[str]:
    """Read what a WordPress site can be that answers, but not where it should."""
    site = (ADAPTERS / "wordpress_site.py").read_text(encoding="utf-8")
    closing = site.partition("def _closing_code")[2]
    return set(re.findall(r'"(\w+)"', closing)) | {"elsewhere", "moved"}


def named_codes() -> set[str]:
    """Read every code of our own that an error of a network is raised with."""
    found: set[str] = set()
    for file in (*ADAPTERS.glob("*.py"), *SERVICES.glob("*.py")):
        text = file.read_text(encoding="utf-8")
        for call in ast.walk(ast.parse(text)):
            if isinstance(call, ast.Call):
                found |= {
                    word.value.value
                    for word in call.keywords
                    if word.arg == "code"
                    and isinstance(word.value, ast.Constant)
                    and isinstance(word.value.value, str)
                }
        found |= set(re.findall(r'_unreadable\(answer, "(\w+)"\)', text))
        # The status in which a site kept a post; this one is what WordPress itself answers.
        found |= {f"{start}pending" for start in re.findall(r'code=f"(\w+_)\{status\}"', text)}
    return found | codes_of_the_line() | closing_codes()


def named_steps() -> list[str]:
    return [*wordpress_check.STEPS, *mastodon_check.STEPS, *bluesky_check.STEPS, "rehearsal"]


@pytest.mark.parametrize("name", sorted(set(named_steps())))
def test_each_step_has_words(name: str) -> None:
    assert name in CHECK_STEPS
    assert step_words(name) != name


@pytest.mark.parametrize("cause", sorted(named_causes()))
def test_each_cause_has_words(cause: str) -> None:
    assert cause in CHECK_CAUSES
    assert cause_words(cause).what.endswith(".")


def test_no_cause_is_worded_that_nothing_names() -> None:
    assert set(CHECK_CAUSES) - named_causes() - named_codes() == SAID_BY_SERVERS


def test_no_step_is_worded_that_no_check_has() -> None:
    assert set(CHECK_STEPS) == set(named_steps())


def test_the_codes_that_errors_carry_and_those_that_are_worded_are_the_same() -> None:
    assert named_codes() - SAID_BY_THE_ERROR == set(CAUSES)


def test_what_the_error_says_is_still_said_by_some_error() -> None:
    assert named_codes() >= SAID_BY_THE_ERROR


def test_the_reader_of_causes_finds_them() -> None:
    found = named_causes()

    assert {"header_stripped", "scope_missing", "account_password", "second_factor", "proxy"} <= found
    assert len(found) > 30


def test_a_stripped_header_gives_the_line_to_hand_on() -> None:
    words = cause_words("header_stripped")

    assert words.to_copy == 'SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1'
    assert "not the cause" in words.why


def test_a_cause_of_the_future_has_words_too() -> None:
    assert cause_words("never_heard_of").what == cause_words("not_understood").what


def test_each_call_of_an_adapter_has_a_name() -> None:
    steps: set[str] = set()
    for file in ADAPTERS.glob("*.py"):
        steps |= set(re.findall(r'step="(\w+)"', file.read_text(encoding="utf-8")))

    assert {step for step in steps if call_words(step) == step} == set()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("statuses seen: 40", "Posts of the account that were read: 40"),
        ("same text: 0", "Posts with the same text: 0"),
        ("status: draft", "The site says: still a draft"),
        ("look 2: offline", "Look number 2: This computer is off line."),
        ("since: 2026-10-13T07:46:18+00:00", "Looked for since 09:46:18"),
        ("look 1: nothing found", "Look number 1: nothing was found"),
        (lookout.CLOCK_EVIDENCE, "The computer’s clock was set back since, so looking proves nothing"),
        ("something nobody worded", "something nobody worded"),
    ],
)
def test_a_line_of_evidence_is_said_in_words(line: str, words: str) -> None:
    assert evidence_words(line, "Europe/Paris") == words


def test_every_evidence_that_an_adapter_writes_has_words() -> None:
    names: set[str] = set()
    for name in ("mastodon", "bluesky", "wordpress", "rehearsal"):
        text = (ADAPTERS / f"{name}.py").read_text(encoding="utf-8")
        names |= set(re.findall(r'"([a-z_ ]+): \{', text)) | set(re.findall(r'"([a-z_ ]+): [a-z]', text))

    assert {name for name in names if evidence_words(f"{name}: x") == f"{name}: x"} <= {"status"}


def test_an_answer_and_a_silence_read_differently() -> None:
    assert outcome_words("answered", 200) == "answered 200"
    assert "too long" in outcome_words("read_timeout", None)
