"""What an error of a check is called."""

import pytest

from cmstation.domain.errors import (
    AnswerNotUnderstood,
    NotSent,
    OutcomeUnknown,
    SignInNeeded,
    StationError,
)
from cmstation.networks.check_steps import cause_of


@pytest.mark.parametrize(
    ("trouble", "cause"),
    [
        (NotSent(code="name_not_found"), "name_not_found"),
        (NotSent(), "server_error"),
        (NotSent(status=502, code="UpstreamFailure"), "server_error"),
        (NotSent(status=503), "server_error"),
        (AnswerNotUnderstood(status=200, code="too_long"), "too_long"),
        (OutcomeUnknown(status=200, code="too_long"), "too_long"),
        (AnswerNotUnderstood(code="too_many_redirects"), "too_many_redirects"),
        (AnswerNotUnderstood(status=200, code="not_json"), "not_understood"),
        (SignInNeeded(status=401, code="invalid_token"), "sign_in_refused"),
    ],
)
def test_an_error_has_a_cause_that_a_person_can_be_told(trouble: StationError, cause: str) -> None:
    assert cause_of(trouble) == cause
