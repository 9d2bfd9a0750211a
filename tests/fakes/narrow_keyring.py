"""A keyring in memory that can be narrow like Windows', full, locked, or lose the power half-way."""

from keyring.errors import PasswordDeleteError, PasswordSetError

# Windows Credential Manager takes 2,560 bytes of UTF-16.
WINDOWS_LIMIT = 1280


class PowerCut(BaseException):
    """The computer went off at this very call."""


class NarrowKeyring:
    """Keeps short values; raises `trouble` at every call, or PowerCut at the call with this number.

    Args:
        limit: most UTF-16 units in one value.
    """

    def __init__(self, limit: int = WINDOWS_LIMIT) -> None:
        self.limit = limit
        self.kept: dict[tuple[str, str], str] = {}
        self.trouble: Exception | None = None
        self.cut_at: int | None = None
        self.calls = 0

    def get_password(self, service: str, username: str) -> str | None:
        self._called()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._called()
        if len(password.encode("utf-16-le")) // 2 > self.limit:
            raise PasswordSetError("too long")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._called()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")

    def _called(self) -> None:
        if self.trouble is not None:
            raise self.trouble
        if self.calls == self.cut_at:
            raise PowerCut
        self.calls += 1
