"""What the last step of the wizard does: stores a new account, or the new secret of a stored one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account
from cmstation.services.done import Done
from cmstation.ui.accounts.connection import Connection

if TYPE_CHECKING:
    from cmstation.services.accounts import AccountBook


def storing(
    connection: Connection, accounts: "AccountBook", *, session_only: bool
) -> Callable[[], Done[Account]] | None:
    """Return the work, None when there is nothing to store.

    Args:
        session_only: keep the secret until the program ends.
    """
    account, secret = connection.account, connection.secret
    if account is None:
        new, readers = connection.new_account(), connection.audience

        def add() -> Done[Account]:
            done = accounts.add(new, secret, session_only=session_only)
            return Done(done.value, done.changes | accounts.set_audience(done.value.id, readers))

        return add
    if secret is None:
        return None
    return lambda: Done(account, accounts.sign_in_again(account.id, secret, session_only=session_only))
