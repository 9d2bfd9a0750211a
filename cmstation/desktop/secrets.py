"""Passwords and tokens in the system's keyring, in numbered pieces where it takes only short values."""

import json
from collections.abc import Callable
from typing import Protocol, cast

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import SecretsLocked, SecretsRefused, SecretsUnavailable, StationError

SERVICE = "CM Station"
# Windows Credential Manager holds 2,560 bytes of UTF-16, that is 1,280 characters.
PIECE = 1200


class Backend(Protocol):
    """The part of a keyring back end that is used."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a value or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a value."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget a value."""
        ...


def system_backend() -> Backend:
    """Return the system's keyring.

    Raises:
        SecretsUnavailable: this computer has none that keeps secrets safely.
    """
    import keyring  # noqa: PLC0415 (half a second on some systems)
    from keyring.backends import fail, null  # noqa: PLC0415

    found = keyring.get_keyring()
    plain_file = type(found).__module__.startswith(("keyrings.alt", "keyrings.cryptfile"))
    if isinstance(found, (fail.Keyring, null.Keyring)) or plain_file:
        raise SecretsUnavailable(reason=type(found).__module__)
    return cast("Backend", found)


class KeyringSecrets:
    """Keeps secrets by name; every call may wait for the person's answer to a system prompt.

    A value is written as `name/0` (a small header: how many pieces, which generation) and
    pieces `name/<generation>/<n>`; the header is written last, so that a crash half-way
    leaves the former secret whole.

    Args:
        scope: separates data folders (a rehearsal, a second clinic) in one keyring.
        backend: gives the keyring; asked at each call, since it may be unlocked meanwhile.
    """

    def __init__(self, scope: str, backend: Callable[[], Backend] = system_backend) -> None:
        self._scope = scope
        self._backend = backend

    def get(self, name: str) -> Secret | None:
        """Return a secret, or None when none is kept under this name."""
        header = self._read(self._key(name, "0"))
        if header is None:
            return None
        generation, pieces = _header(header)
        found = [self._read(self._key(name, f"{generation}.{place}")) for place in range(pieces)]
        whole = "".join(piece for piece in found if piece is not None)
        if len(whole) == 0 or None in found:
            return None
        return Secret(_parts(whole))

    def set(self, name: str, secret: Secret) -> None:
        """Keep a secret; a part that is empty never replaces a stored one."""
        old = self.get(name)
        parts = {key: value for key, value in secret.parts.items() if value}
        if old is not None:
            parts = {**old.parts, **parts}
        before = self._generation(name)
        whole = json.dumps(parts)
        pieces = [whole[start : start + PIECE] for start in range(0, len(whole), PIECE)]
        generation = before + 1
        self._drop(name, generation)
        self._drop(name, before - 1)
        for place, piece in enumerate(pieces):
            self._write(self._key(name, f"{generation}.{place}"), piece)
        self._write(self._key(name, "0"), f"{generation} {len(pieces)}")
        self._drop(name, before)

    def remove(self, name: str) -> None:
        """Forget a secret; forgetting what is not there succeeds."""
        generation = self._generation(name)
        if self._read(self._key(name, "0")) is not None:
            self._forget(self._key(name, "0"))
        # What a crash may have left half-written goes too.
        for one in (generation - 1, generation, generation + 1):
            self._drop(name, one)

    def works(self) -> None:
        """Try the keyring with a value of no worth.

        Raises:
            SecretsUnavailable, SecretsLocked, SecretsRefused: what is wrong.
        """
        key = f"{self._scope}/trial"
        self._write(key, "trial")
        self._forget(key)

    def _key(self, name: str, piece: str) -> str:
        return f"{self._scope}/{name}/{piece}"

    def _generation(self, name: str) -> int:
        header = self._read(self._key(name, "0"))
        return 0 if header is None else _header(header)[0]

    def _drop(self, name: str, generation: int) -> None:
        """Forget a generation's pieces, the last first: after a crash, counting finds what is left."""
        pieces = 0
        while self._read(self._key(name, f"{generation}.{pieces}")) is not None:
            pieces += 1
        for place in reversed(range(pieces)):
            self._forget(self._key(name, f"{generation}.{place}"))

    def _read(self, key: str) -> str | None:
        return self._asked(lambda backend: backend.get_password(SERVICE, key))

    def _write(self, key: str, value: str) -> None:
        self._asked(lambda backend: backend.set_password(SERVICE, key, value))

    def _forget(self, key: str) -> None:
        from keyring.errors import PasswordDeleteError  # noqa: PLC0415

        def forget(backend: Backend) -> None:
            try:
                backend.delete_password(SERVICE, key)
            except PasswordDeleteError:
                return

        self._asked(forget)

    def _asked(self, question: "Callable[[Backend], str | None]") -> str | None:
        """Ask the back end; its many failures become three situations, without its words."""
        from keyring import errors  # noqa: PLC0415

        trouble: StationError
        try:
            return question(self._backend())
        except errors.KeyringLocked:
            trouble = SecretsLocked()
        except (errors.NoKeyringError, errors.InitError):
            trouble = SecretsUnavailable(reason="no keyring")
        except (errors.PasswordSetError, errors.KeyringError):
            trouble = SecretsRefused()
        except OSError as problem:
            trouble = SecretsRefused(code=problem.errno)
        raise trouble from None


def _header(text: str) -> tuple[int, int]:
    generation, _, pieces = text.partition(" ")
    try:
        return int(generation), int(pieces)
    except ValueError:
        return 0, 0


def _parts(whole: str) -> dict[str, str]:
    try:
        found: object = json.loads(whole)
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    pairs = cast("dict[object, object]", found)
    return {str(key): str(value) for key, value in pairs.items()}
