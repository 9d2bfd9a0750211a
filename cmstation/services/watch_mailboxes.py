"""Mailboxes of the watch: tried before they are kept, their passwords in the system’s keyring alone."""

import contextlib
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import SecretsUnavailable, StationError
from cmstation.domain.watch import Source, SourceKind
from cmstation.domain.watch_mailboxes import INBOX, MailboxFolder, mailbox_folder
from cmstation.domain.watch_networks import SourceReader, SourceUnread

if TYPE_CHECKING:
    from cmstation.services.accounts import SecretStore

_MOST_HELD: Final = 10
_INVENTED: Final = (INBOX, "Newsletters")


@runtime_checkable
class MailboxDoor(Protocol):
    """Asks a mailbox before it is watched (`networks/watch_mailbox.py`)."""

    def look_in(self, folder: MailboxFolder, password: Secret) -> None:
        """Sign in and open a folder.

        Raises:
            SourceUnread: one of them does not work.
        """
        ...

    def folders(self, folder: MailboxFolder, password: Secret) -> tuple[str, ...]:
        """List the folders of a mailbox.

        Raises:
            SourceUnread: nobody could sign in.
        """
        ...

    def stop_asking(self) -> None:
        """Break off what is under way, from another thread."""
        ...


class Mailboxes:
    """Signs in, and keeps passwords: one for all folders of a mailbox.

    Args:
        readers: of them the one of mailboxes is asked; one that only plays its part, as in a rehearsal, is
            not, and then no password is kept either.
        secrets: the system's keyring.
    """

    def __init__(
        self, readers: Mapping[SourceKind, SourceReader], secrets: "SecretStore | None" = None
    ) -> None:
        self._readers = readers
        self._secrets = secrets
        # Passwords of mailboxes that were removed, for "Undo"; gone with the program.
        self._held: dict[str, Secret] = {}

    # --- asking ---

    def look_in(self, folder: MailboxFolder, password: Secret) -> None:
        """Sign in and open a folder, only to know that both work; asks the network.

        Raises:
            SourceUnread: one of them does not.
        """
        door = self._door()
        if door is not None:
            door.look_in(folder, password)

    def folders(self, folder: MailboxFolder, password: Secret) -> tuple[str, ...]:
        """List the folders of a mailbox, the inbox first; asks the network.

        Args:
            folder: of the mailbox; its name plays no part.

        Raises:
            SourceUnread: nobody could sign in.
        """
        door = self._door()
        return _INVENTED if door is None else door.folders(folder, password)

    def stop_asking(self) -> None:
        """Break off what is under way."""
        door = self._door()
        if door is not None:
            door.stop_asking()

    # --- passwords ---

    @staticmethod
    def secret_name(source: Source) -> str:
        """Return under which name the password of a source is kept, "" when it has none."""
        if source.kind is not SourceKind.MAILBOX:
            return ""
        try:
            return mailbox_folder(source.address).secret_name
        except SourceUnread:
            return ""

    @contextmanager
    def keeping(self, folder: MailboxFolder, password: Secret) -> Generator[None]:
        """Keep a password; when what follows fails, the keyring is as it was before.

        Raises:
            SecretsUnavailable, SecretsLocked, SecretsRefused: it cannot be kept.
        """
        if self._door() is None:
            yield
            return
        secrets, name = self._keyring(), folder.secret_name
        before = secrets.get(name)
        with _as_before(secrets, name, before):
            secrets.set(name, password)
            yield
        self._held.pop(name, None)

    @contextmanager
    def forgetting(self, source: Source, others: Iterable[Source]) -> Generator[None]:
        """Forget the password of a source, unless others need it; kept after all when what follows fails.

        Raises:
            SecretsLocked, SecretsRefused: the keyring does not let go of it.
        """
        name = self.secret_name(source)
        needed = not name or any(self.secret_name(one) == name for one in others)
        if needed or self._secrets is None or self._door() is None:
            yield
            return
        try:
            before = self._secrets.get(name)
        except SecretsUnavailable:  # a computer without a keyring keeps none
            yield
            return
        with _as_before(self._secrets, name, before):
            self._secrets.remove(name)
            yield
        self._hold(name, before)

    def restored(self, source: Source) -> bool:
        """Put the password of a removed source back; tell whether it is there, or none is needed."""
        name = self.secret_name(source)
        held = self._held.pop(name, None)
        try:
            if not name or self._door() is None:
                return True
            if self._keyring().get(name) is not None:
                return True
            if held is not None:
                self._keyring().set(name, held)
        except StationError:
            return False
        return held is not None

    # --- inside ---

    def _door(self) -> MailboxDoor | None:
        """Return who is asked; None when the reader only plays its part."""
        reader = self._readers.get(SourceKind.MAILBOX)
        if reader is None:
            raise SecretsUnavailable(reason="no reader of mailboxes")
        return reader if isinstance(reader, MailboxDoor) else None

    def _keyring(self) -> "SecretStore":
        if self._secrets is None:
            raise SecretsUnavailable(reason="no keyring")
        return self._secrets

    def _hold(self, name: str, secret: Secret | None) -> None:
        if secret is not None:
            self._held[name] = secret
        for oldest in list(self._held)[:-_MOST_HELD]:
            del self._held[oldest]


@contextmanager
def _as_before(secrets: "SecretStore", name: str, before: Secret | None) -> Generator[None]:
    """Put the keyring back as it was when what happens inside fails."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(StationError):
            if before is None:
                secrets.remove(name)
            else:
                secrets.set(name, before)
        raise
