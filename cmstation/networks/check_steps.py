"""Collects the steps of a connection check, with the cause and the time of each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from time import perf_counter
from typing import TypeVar

from cmstation.domain.errors import (
    AccountBlocked,
    AddressNotAllowed,
    AddressNotFound,
    AnswerNotUnderstood,
    NetworkError,
    NotSent,
    PermissionMissing,
    RateLimited,
    SecondFactorNeeded,
    SignInNeeded,
    StationError,
)
from cmstation.domain.networks import CheckStep, StepState, TellStep, tell_nobody

Found = TypeVar("Found")

# The first kind that fits decides: the more precise ones come first.
_CAUSES: tuple[tuple[type[StationError], str], ...] = (
    (AddressNotAllowed, "not_secure"),
    (RateLimited, "rate_limited"),
    (SecondFactorNeeded, "second_factor"),
    (SignInNeeded, "sign_in_refused"),
    (AccountBlocked, "account_blocked"),
    (PermissionMissing, "permission_missing"),
    (AddressNotFound, "not_found"),
    (AnswerNotUnderstood, "not_understood"),
)
# What the session itself calls an answer that no kind names.
_CODES = frozenset({"too_long", "too_many_redirects"})


class Stopped(Exception):
    """A step failed that all later ones need."""


def cause_of(trouble: StationError) -> str:
    """Return the cause key of an error: its own kind, or the session's code when that says more."""
    if isinstance(trouble, NetworkError) and trouble.code in _CODES:
        return trouble.code
    if isinstance(trouble, NotSent):
        # With a status the server did answer: the code is then its own, which nobody has words for.
        return "server_error" if _is_server_fault(trouble) else trouble.code or "server_error"
    return next((cause for kind, cause in _CAUSES if isinstance(trouble, kind)), "not_understood")


def _is_server_fault(trouble: NetworkError) -> bool:
    return trouble.status is not None and trouble.status >= 500


class Steps:
    """The steps of one check.

    Args:
        names: of all steps in their order; those never reached come out as skipped.
        tell: hears of each step as it ends.
    """

    def __init__(self, names: Sequence[str], tell: TellStep = tell_nobody) -> None:
        self._names = tuple(names)
        self._tell = tell
        self._steps: dict[str, CheckStep] = {}

    def attempt(
        self, name: str, work: Callable[[], Found], causes: Mapping[type[StationError], str] | None = None
    ) -> Found:
        """Do a step's work and note how it went.

        Args:
            causes: what an error means in this step, stronger than its usual cause.

        Raises:
            Stopped: it failed.
        """
        began = perf_counter()
        try:
            found = work()
        except StationError as trouble:
            named = (cause for kind, cause in (causes or {}).items() if isinstance(trouble, kind))
            cause = next(named, "") or cause_of(trouble)
            status = trouble.status if isinstance(trouble, NetworkError) else None
            self._note(name, StepState.FAILED, began, cause=cause, status=status)
            raise Stopped from trouble
        self._note(name, StepState.PASSED, began)
        return found

    def conclude(self, name: str, state: StepState, *, cause: str = "", remark: str = "") -> None:
        """Say how a step went, keeping the time that it took."""
        earlier = self._steps.get(name)
        took = earlier.took if earlier is not None else timedelta()
        self._set(CheckStep(name, state, cause, remark, None, took))

    def all(self) -> tuple[CheckStep, ...]:
        """Return all steps in their order."""
        return tuple(self._steps.get(name) or CheckStep(name, StepState.SKIPPED) for name in self._names)

    def _note(
        self, name: str, state: StepState, began: float, *, cause: str = "", status: int | None = None
    ) -> None:
        took = timedelta(seconds=perf_counter() - began)
        self._set(CheckStep(name, state, cause, "", status, took))

    def _set(self, step: CheckStep) -> None:
        self._steps[step.name] = step
        self._tell(step)
