"""Answers are judged once: which error each of them means."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.errors import (
    AddressNotFound,
    AnswerNotUnderstood,
    ContentRefused,
    DuplicateRefused,
    NetworkError,
    NotSent,
    OutcomeUnknown,
    PaymentNeeded,
    PermissionMissing,
    RateLimited,
    SignInNeeded,
)
from cmstation.networks.answers import (
    LONGEST_DETAIL,
    LONGEST_WAIT,
    Answer,
    Dialect,
    as_mapping,
    as_rows,
    clean_detail,
    content_of,
    field_of,
    named,
    refusal_of,
    retry_at,
    within,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WORDS = Dialect(code=named("code"), errors={"known": SignInNeeded, "kept_nothing": ContentRefused})
NO_HEADERS: Mapping[str, str] = {}
PAGE = b"<html><body><h1>Checking your browser</h1></body></html>"


def answer(
    status: int = 200,
    body: bytes = b'{"code": "any", "message": "Non."}',
    *,
    write: bool = True,
    headers: Mapping[str, str] = NO_HEADERS,
) -> Answer:
    """Make an answer; header names with _ for -."""
    named_headers = {name.lower().replace("_", "-"): value for name, value in headers.items()}
    return Answer(
        "POST" if write else "GET",
        "https://a.example/",
        "t",
        status,
        named_headers,
        body,
        NOW,
        write,
    )


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, ContentRefused),
        (401, SignInNeeded),
        (402, PaymentNeeded),
        (403, PermissionMissing),
        (404, AddressNotFound),
        (405, NetworkError),
        (408, OutcomeUnknown),
        (409, DuplicateRefused),
        (410, AddressNotFound),
        (413, ContentRefused),
        (422, ContentRefused),
        (425, NotSent),
        (429, RateLimited),
        (500, OutcomeUnknown),
        (502, OutcomeUnknown),
        (503, OutcomeUnknown),
        (504, OutcomeUnknown),
        (520, OutcomeUnknown),
    ],
)
def test_a_refused_write_has_one_meaning(status: int, kind: type[NetworkError]) -> None:
    error = refusal_of(answer(status), WORDS)

    assert type(error) is kind
    assert (error.status, error.code, error.detail) == (status, "any", "Non.")


@pytest.mark.parametrize(
    ("status", "kind"), [(500, NotSent), (503, NotSent), (408, NotSent), (429, RateLimited)]
)
def test_a_read_that_found_the_server_in_trouble_may_be_asked_again(
    status: int, kind: type[NetworkError]
) -> None:
    assert type(refusal_of(answer(status, write=False), WORDS)) is kind


def test_the_networks_own_code_is_stronger_than_the_status() -> None:
    assert type(refusal_of(answer(400, b'{"code": "known"}'), WORDS)) is SignInNeeded
    assert type(refusal_of(answer(500, b'{"code": "kept_nothing"}'), WORDS)) is ContentRefused


@pytest.mark.parametrize("status", [200, 201, 400, 403, 404, 409, 422])
@pytest.mark.parametrize(("write", "kind"), [(True, OutcomeUnknown), (False, AnswerNotUnderstood)])
def test_a_page_instead_of_json_tells_nothing(status: int, write: bool, kind: type[NetworkError]) -> None:
    with pytest.raises(kind) as caught:
        content_of(answer(status, PAGE, write=write), WORDS)

    assert type(caught.value) is kind
    assert caught.value.detail == "Checking your browser"


@pytest.mark.parametrize(("status", "kind"), [(401, SignInNeeded), (413, ContentRefused), (429, RateLimited)])
def test_some_refusals_are_clear_without_words(status: int, kind: type[NetworkError]) -> None:
    assert type(refusal_of(answer(status, PAGE), WORDS)) is kind


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, AddressNotFound),
        (307, AddressNotFound),
        (308, AddressNotFound),
        (302, OutcomeUnknown),
        (303, OutcomeUnknown),
    ],
)
def test_a_redirected_write_was_carried_out_or_not(status: int, kind: type[NetworkError]) -> None:
    error = refusal_of(answer(status, b"", headers={"location": "https://b.example/x?token=geheim"}), WORDS)

    assert type(error) is kind
    assert "geheim" not in repr(error)


@pytest.mark.parametrize("body", [b"", b"  \n", b"{", b"\xff\xfe", b"[" * 100_000, b"nope"])
def test_an_unreadable_good_answer_to_a_write_is_unknown(body: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        content_of(answer(201, body), WORDS)


def test_an_empty_answer_can_be_enough() -> None:
    assert content_of(answer(204, b""), WORDS, may_be_empty=True) is None


def test_a_mark_before_the_json_is_read_over() -> None:
    assert content_of(answer(200, b'\xef\xbb\xbf{"a": 1}'), WORDS) == {"a": 1}


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry_after": "120"}, timedelta(seconds=120)),
        ({"retry_after": "Mon, 02 Mar 2026 09:05:00 GMT"}, timedelta(minutes=5)),
        (
            {"retry_after": "Mon, 02 Mar 2026 09:05:00 GMT", "date": "Mon, 02 Mar 2026 09:04:00 GMT"},
            timedelta(minutes=1),
        ),
        ({"x_ratelimit_reset": "2026-03-02T09:10:00.000000Z"}, timedelta(minutes=10)),
        ({"x_ratelimit_reset": str(int(NOW.timestamp()) + 60)}, timedelta(seconds=60)),
        ({"ratelimit_reset": str(int(NOW.timestamp()) + 90)}, timedelta(seconds=90)),
        ({"ratelimit_reset": "30"}, timedelta(seconds=30)),
        ({"retry_after": "Sun, 01 Mar 2026 09:05:00 GMT"}, timedelta()),
        ({"retry_after": "-5"}, None),
        ({"retry_after": "soon"}, None),
        ({"retry_after": "99999999"}, LONGEST_WAIT),
        ({"x_ratelimit_reset": "999999999999"}, LONGEST_WAIT),
        ({}, None),
    ],
)
def test_the_time_to_wait_is_read_in_every_form(headers: dict[str, str], wait: timedelta | None) -> None:
    error = refusal_of(answer(429, PAGE, headers=headers), WORDS)

    assert isinstance(error, RateLimited)
    assert error.retry_at == (None if wait is None else NOW + wait)


@given(st.text(max_size=40))
def test_any_header_is_survived(value: str) -> None:
    until = retry_at(answer(429, headers={"retry_after": value, "date": value, "x_ratelimit_reset": value}))

    assert until is None or NOW <= until <= NOW + LONGEST_WAIT


@given(st.binary(max_size=200), st.integers(200, 599), st.booleans())
def test_any_answer_is_content_or_one_of_our_errors(body: bytes, status: int, write: bool) -> None:
    try:
        content_of(answer(status, body, write=write), WORDS)
    except NetworkError as error:
        assert isinstance(error, NotSent) is False or not write or status in (407, 425)


@given(st.text(max_size=600))
def test_a_detail_is_one_short_line(text: str) -> None:
    detail = clean_detail(text)

    assert len(detail) <= LONGEST_DETAIL
    assert "".join(detail.split()).isprintable()
    assert detail == " ".join(detail.split())


def test_a_detail_holds_no_markup_no_direction_sign_and_no_secret() -> None:
    told = "<b>Mot de passe</b>\u202e\x00 geheim123 &eacute;chou&eacute;"

    assert clean_detail(told, ["geheim123"]) == "Mot de passe … échoué"


def test_the_shape_of_an_answer_is_checked() -> None:
    read = answer(write=False)

    assert as_rows([{"a": 1}, "x", None], read) == [{"a": 1}]
    assert field_of({"id": 7}, "id", int, read) == 7
    assert within({"a": {"b": 3}}, "a", "b") == 3
    assert within({"a": []}, "a", "b") is None
    for wrong in (lambda: as_mapping([], read), lambda: as_rows({}, read), lambda: as_rows("text", read)):
        with pytest.raises(AnswerNotUnderstood):
            wrong()


@pytest.mark.parametrize("value", [None, "7", True, 7.5, [7]])
def test_a_field_of_another_kind_after_a_write_is_unknown(value: object) -> None:
    content = json.loads(json.dumps({"id": value}))

    with pytest.raises(OutcomeUnknown):
        field_of(content, "id", int, answer())
