"""The small parts of the wizard, each by itself."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import SignInNeeded
from cmstation.domain.networks import AccountReport, CheckStep, Network, StepState
from cmstation.ui.accounts.arc import Arc
from cmstation.ui.accounts.browser_card import BrowserCard
from cmstation.ui.accounts.check_words import figure_words, host_message, result_words
from cmstation.ui.accounts.connection import Connection
from cmstation.ui.accounts.sign_in_words import abandoned_words
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme


def failing(name: str, cause: str) -> AccountReport:
    return AccountReport((CheckStep(name, StepState.FAILED, cause),))


def test_the_arc_turns_only_while_it_is_seen_and_may_move(theme: Theme, qtbot: QtBot) -> None:
    arc = Arc(Icons(theme))
    qtbot.addWidget(arc)

    arc.show()
    seen = arc.turning
    arc.hide()
    hidden = arc.turning
    theme.set_no_motion(True)
    arc.show()

    assert (seen, hidden, arc.turning) == (True, False, False)


def test_without_a_browser_the_address_can_be_copied(theme: Theme, qtbot: QtBot) -> None:
    card = BrowserCard(Icons(theme))
    qtbot.addWidget(card)
    card.offer("Words", "Open")

    card.wait()
    card.page_opened("https://clinique.example/authorise", False)
    card.copy.click()

    assert QGuiApplication.clipboard().text() == "https://clinique.example/authorise"
    assert card.waiting


def test_every_way_a_sign_in_can_end_has_its_own_words() -> None:
    codes = ("access_denied", "timed_out", "no_browser", "account_password", "no_token", "no_secret", "else")

    said = {abandoned_words(SignInNeeded(code=code)) for code in codes}

    assert len(said) == len(codes)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (failing("address", "offline"), "This computer is off line"),
        (failing("address", "name_not_found"), "Nothing answers at this address"),
        (failing("rights", "read_timeout"), "The line was lost during the check"),
        (
            failing("rights", "missing_publish_posts"),
            "The password works, but the right to publish is missing",
        ),
        (failing("limits", "not_understood"), "The check did not come to its end"),
        (AccountReport((CheckStep("address", StepState.PASSED),)), "Everything works"),
        (
            AccountReport((CheckStep("trial", StepState.WARNED, "trial_left"),)),
            "It works, with one thing to know",
        ),
    ],
)
def test_the_title_says_the_result(report: AccountReport, words: str) -> None:
    assert result_words(report) == words


def test_figures_say_what_was_found_and_how_long_it_took() -> None:
    took = timedelta(milliseconds=184)
    steps = (
        CheckStep("address", StepState.PASSED, remark="6.8", took=took),
        CheckStep("limits", StepState.PASSED, remark="500", took=took),
        CheckStep("scopes", StepState.PASSED, remark="write:statuses write:media", took=took),
        CheckStep("application_passwords", StepState.PASSED, took=timedelta(microseconds=20)),
        CheckStep("rights", StepState.PASSED, remark="editor", took=took),
        CheckStep("password", StepState.FAILED, "incorrect_password", status=401, took=took),
        CheckStep("scopes", StepState.SKIPPED, "not_told"),
        CheckStep("handle", StepState.SKIPPED, "mail_address"),
        CheckStep("rights", StepState.SKIPPED),
    )

    assert [figure_words(step) for step in steps] == [
        "version 6.8 · 184 ms",
        "500 characters · 184 ms",
        "184 ms",
        "",
        "184 ms",
        "answer 401",
        "the server does not say",
        "not needed",
        "not tried yet",
    ]


def test_the_message_for_the_host_asks_for_what_is_needed() -> None:
    step = CheckStep("password", StepState.FAILED, "header_stripped", status=401)

    subject, text = host_message("https://clinique.example", step)

    assert "https://clinique.example" in subject
    assert 'SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1' in text
    assert text.count("\n\n") == 5


def test_a_connection_never_shows_its_secret() -> None:
    connection = Connection(network=Network.WORDPRESS, secret=Secret({"password": "s3cret-word"}))

    assert "s3cret-word" not in repr(connection)
