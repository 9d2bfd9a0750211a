"""The family of expected errors: facts, never prose; `ui/wording.py` turns them into sentences."""

from datetime import datetime


class StationError(Exception):
    """An expected situation a person can be told about; any other exception is a defect of ours.

    Args:
        facts: what is known about the situation, by name; never a secret.
    """

    def __init__(self, **facts: object) -> None:
        super().__init__(*(f"{name}={value!r}" for name, value in facts.items()))
        self.facts: dict[str, object] = facts


# --- things that are not there, or may not be changed -----------------------------------------------------


class NotFound(StationError):
    """Nothing is stored under this identity (facts: subject, identity)."""


class PublishedIsImmutable(StationError):
    """What has left for a network cannot be changed or deleted here (facts: post)."""


class ChangedElsewhere(StationError):
    """Someone saved a newer revision meanwhile (facts: post, expected, found)."""


class NotReady(StationError):
    """A post cannot leave: a check refuses it (facts: post, findings)."""


# --- the computer -----------------------------------------------------------------------------------------


class DiskFull(StationError):
    """The data folder's disk has no room left (facts: folder)."""


class FolderNotWritable(StationError):
    """The data folder cannot be written (facts: folder)."""


class StorageDamaged(StationError):
    """The database did not pass its integrity check (facts: file, report)."""


class StorageTooNew(StationError):
    """The database was written by a newer release (facts: file, revision)."""


class StorageUnreachable(StationError):
    """The database server does not answer or refuses the sign-in (facts: address)."""


class AlreadyOpen(StationError):
    """Another window works on the same data folder (facts: folder)."""


class ClockWentBack(StationError):
    """The computer's clock is earlier than a time already recorded (facts: now, last_seen)."""


class SecretsUnavailable(StationError):
    """No keyring on this computer (facts: reason)."""


class SecretsLocked(StationError):
    """The keyring is there but locked (facts: none)."""


class SecretsRefused(StationError):
    """The person or the system refused access to the keyring (facts: none)."""


# --- the networks (judged once, in `networks/answers.py`) -------------------------------------------------


class NetworkError(StationError):
    """Something a network or the way to it did.

    Args:
        status: HTTP status, when there was an answer.
        code: the network's own error code, when given.
        detail: the network's own words, cleaned and shortened; shown on demand only.
    """

    def __init__(
        self, *, status: int | None = None, code: str = "", detail: str = "", **facts: object
    ) -> None:
        super().__init__(status=status, code=code, detail=detail, **facts)
        self.status = status
        self.code = code
        self.detail = detail


class NotSent(NetworkError):
    """The request never reached the network (no address, refused, no TLS): free to try again."""


class Offline(NotSent):
    """This computer has no connection at all."""


class OutcomeUnknown(NetworkError):
    """The request left, and nobody can tell what became of it (time-out, 5xx, unreadable answer)."""


class SignInNeeded(NetworkError):
    """The token or password is no longer accepted, or there is none on this computer."""


class SecondFactorNeeded(SignInNeeded):
    """The network asks for a code sent by mail or an app password."""


class PermissionMissing(NetworkError):
    """The account exists but may not do this (facts: right)."""


class RateLimited(NetworkError):
    """The network asks to wait (attribute `retry_at`, aware UTC, when it said until when)."""

    def __init__(
        self,
        *,
        retry_at: datetime | None = None,
        status: int | None = None,
        code: str = "",
        detail: str = "",
        **facts: object,
    ) -> None:
        super().__init__(status=status, code=code, detail=detail, retry_at=retry_at, **facts)
        self.retry_at = retry_at


class PaymentNeeded(NetworkError):
    """The network wants credits before it accepts more."""


class ContentRefused(NetworkError):
    """The network read the content and refuses it (facts: field when known)."""


class DuplicateRefused(NetworkError):
    """The network says that it has this content already: it may be ours."""


class AccountBlocked(NetworkError):
    """The network has blocked the account or this action."""


class NotReadyYet(NetworkError):
    """The network still works on an upload: ask again later."""


class AnswerNotUnderstood(NetworkError):
    """The answer is not what the contract says (a proxy page, HTML instead of JSON)."""


class AddressNotAllowed(StationError):
    """Only https leaves this computer, except towards itself (facts: address)."""


class AddressNotFound(NetworkError):
    """The address does not lead to the expected kind of server (facts: address)."""
