"""Every expected error has a sentence of its own, in both languages, and says what to do next."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from itertools import chain

import pytest

import cmstation.domain
import cmstation.networks
import cmstation.services
import cmstation.storage
from cmstation.domain.errors import (
    DiskFull,
    NotSent,
    OutcomeUnknown,
    SignInNeeded,
    StationError,
)
from cmstation.domain.first_comments import COMMENT_TAKEN_OUT, POST_NOT_LIVE
from cmstation.domain.media_errors import PictureFileTooLarge
from cmstation.services.error_keys import error_key
from cmstation.storage.delivery_awakening import INTERRUPTED
from cmstation.ui.notices import NoticeKind
from cmstation.ui.wording import error_words, megabytes, sentence_for, words_for
from cmstation.ui.wording_errors import CAUSES, ERRORS, Live

# Keys that services store although no class has that name.
STORED_BESIDES = {"defect", "not_published_at_its_hour", INTERRUPTED, COMMENT_TAKEN_OUT, POST_NOT_LIVE}


def every_error() -> list[type[StationError]]:
    for package in (cmstation.domain, cmstation.networks, cmstation.services, cmstation.storage):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in found.name:
                import_module(found.name)
    return sorted(set(kinds_below(StationError)), key=lambda kind: kind.__name__)


def kinds_below(kind: type[StationError]) -> Iterator[type[StationError]]:
    yield kind
    for below in kind.__subclasses__():
        if below.__module__.startswith("cmstation."):
            yield from kinds_below(below)


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_each_error_has_a_sentence_of_its_own(kind: type[StationError]) -> None:
    entry = ERRORS.get(error_key(kind()))

    assert entry is not None
    assert entry.what
    assert entry.next


def test_no_sentence_is_left_without_an_error() -> None:
    known = {error_key(kind()) for kind in every_error()} | STORED_BESIDES

    assert set(ERRORS) - known == set()


@pytest.mark.parametrize("key", sorted(STORED_BESIDES))
def test_each_trouble_that_is_stored_under_a_name_of_its_own_has_a_sentence(key: str) -> None:
    assert key in ERRORS


def test_no_two_errors_say_the_same() -> None:
    said = [entry.what for entry in ERRORS.values()]

    assert len(said) == len(set(said))


@pytest.mark.parametrize("text", list(chain.from_iterable((e.what, e.next) for e in ERRORS.values())))
def test_a_sentence_is_calm(text: str) -> None:
    assert text.endswith(".")
    assert "!" not in text
    assert "error" not in text.lower()


def test_what_may_be_live_says_so_and_stays_on_screen() -> None:
    notice = sentence_for(OutcomeUnknown(code="read_timeout"))

    assert "may be live" in notice.detail
    assert "Nothing is sent again without you" in notice.detail
    assert CAUSES["read_timeout"] in notice.detail
    assert notice.sticky


def test_what_certainly_did_not_leave_says_so() -> None:
    words = words_for(NotSent(code="name_not_found"))

    assert words.live == "Nothing was published."
    assert "letter" in words.why


def test_a_second_try_that_comes_by_itself_asks_for_nothing() -> None:
    words = error_words("not_sent", tries_again=True)

    assert words.next == "Another try follows by itself."


def test_facts_stand_in_the_sentence() -> None:
    assert "/data" in words_for(DiskFull(folder="/data")).why
    big = PictureFileTooLarge(path="a.jpg", size=300_000_000, limit=50_000_000)
    assert "300 MB" in words_for(big).what


def test_a_missing_fact_does_not_break_the_sentence() -> None:
    assert "…" in words_for(DiskFull()).why


def test_an_error_of_ours_is_told_as_ours() -> None:
    notice = sentence_for(ZeroDivisionError())

    assert notice.kind is NoticeKind.DANGER
    assert "inside CM Station" in notice.text


def test_a_kind_that_nobody_worded_falls_back_to_its_parent() -> None:
    class SignInExpired(SignInNeeded):
        """A kind of the future."""

    assert words_for(SignInExpired()).what == ERRORS["sign_in_needed"].what
    SignInExpired.__module__ = "tests"


def test_only_publishing_speaks_of_being_live() -> None:
    silent = {"disk_full", "not_apicture", "clock_went_back", "already_open"}

    assert all(ERRORS[key].live is Live.SILENT for key in silent)


def test_a_weight_is_said_in_megabytes() -> None:
    assert megabytes(2_400_000) == "2.4 MB"
