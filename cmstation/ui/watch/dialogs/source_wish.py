"""What a person asks for when adding sources. Plain values, without Qt."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cmstation.domain.accounts import Secret
    from cmstation.domain.watch_mailboxes import MailboxFolder
    from cmstation.services.watch_sources import FoundSource


@dataclass(frozen=True, slots=True)
class AddWish:
    """Sources to watch from now on.

    Args:
        lists: in which they are shown.
        new_list: the name of a list to make for them, "" for none.
        name: what the person calls the source, when it is a single one.
    """

    found: "tuple[FoundSource, ...]"
    lists: tuple[int, ...] = ()
    new_list: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class MailboxWish:
    """A folder of a mailbox to watch from now on.

    Args:
        password: goes to the server and to the keyring, and nowhere else.
        lists, new_list, name: as in `AddWish`.
    """

    folder: "MailboxFolder"
    password: "Secret" = field(repr=False)
    lists: tuple[int, ...] = ()
    new_list: str = ""
    name: str = ""
