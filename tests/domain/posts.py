"""Short ways to make posts, accounts and pictures for tests of the domain."""

from dataclasses import replace
from datetime import UTC, datetime

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.drafts import Draft, PostState, Stage, Version
from cmstation.domain.media import Attachment, MediaItem
from cmstation.domain.networks import AccountLimits, Network, Way

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)


def an_account(
    network: Network = Network.BLUESKY,
    number: int = 1,
    *,
    way: Way = Way.DIRECT,
    state: AccountState = AccountState.READY,
    limits: AccountLimits | None = None,
) -> Account:
    """Return an account."""
    return Account(
        id=number,
        network=network,
        way=way,
        name=network.proper_name,
        handle="",
        address="",
        login="",
        state=state,
        position=number,
        limits=limits,
    )


def a_draft(
    *,
    title: str = "Don du sang",
    text: str = "Venez jeudi.",
    link: str = "",
    first_comment: str = "",
    versions: tuple[Version, ...] = (Version(1),),
    attachments: tuple[Attachment, ...] = (),
) -> Draft:
    """Return a post for account 1."""
    return Draft(
        id=1,
        revision=1,
        title=title,
        text=text,
        state=PostState.DRAFT,
        stage=Stage.DRAFT,
        theme=None,
        campaign=None,
        tags=(),
        language="fr",
        link=link,
        first_comment=first_comment,
        sources="",
        planned=None,
        versions=versions,
        attachments=attachments,
        deliveries=(),
        created_at=NOW,
        changed_at=NOW,
    )


def a_picture(number: int = 1, alt_text: str = "L’entrée de la clinique", **fields: bool) -> Attachment:
    """Return a picture in a post."""
    item = MediaItem(
        id=number,
        digest=f"{number:064x}",
        file_name=f"photo-{number}.jpg",
        mime="image/jpeg",
        bytes=1000,
        width=800,
        height=600,
        alt_text=alt_text,
        decorative=False,
        added_at=NOW,
    )
    return replace(Attachment(item, alt_text), **fields)
