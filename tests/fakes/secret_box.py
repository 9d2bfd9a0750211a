"""A keyring in memory, which can be missing, locked or refused."""

from cmstation.domain.accounts import Secret


class SecretBox:
    """Keeps secrets for one test; `trouble` makes every call raise it."""

    def __init__(self) -> None:
        self.kept: dict[str, Secret] = {}
        self.trouble: Exception | None = None

    def get(self, name: str) -> Secret | None:
        self._complain()
        return self.kept.get(name)

    def set(self, name: str, secret: Secret) -> None:
        self._complain()
        self.kept[name] = secret

    def remove(self, name: str) -> None:
        self._complain()
        self.kept.pop(name, None)

    def _complain(self) -> None:
        if self.trouble is not None:
            raise self.trouble
