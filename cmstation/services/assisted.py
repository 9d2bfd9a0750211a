"""Assisted publishing: everything made ready for the person who pastes, and the link taken back."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from cmstation.domain.accounts import Account
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import OPEN_STATES
from cmstation.domain.errors import DiskFull, FolderNotWritable, NotFound
from cmstation.domain.network_rules import rules_for
from cmstation.domain.outgoing_text import text_as_sent
from cmstation.services.outgoing import Composer
from cmstation.services.post_link import NotALink, checked_link
from cmstation.storage.accounts import Accounts
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.posts import Posts

__all__ = ["Assistant", "HandOver", "NotALink", "checked_link"]


@dataclass(frozen=True, slots=True)
class HandOver:
    """What the person needs to publish by hand.

    Args:
        page: address to open in the browser.
        folder: where the prepared pictures lie, or None when there is none.
        alt_texts: one per picture, in the same order as the files.
    """

    delivery: int
    account: Account
    title: str
    text: str
    first_comment: str
    page: str
    folder: Path | None
    files: tuple[Path, ...]
    alt_texts: tuple[str, ...]


class Assistant:
    """Prepare what the person pastes."""

    def __init__(
        self,
        deliveries: Deliveries,
        posts: Posts,
        accounts: Accounts,
        composer: Composer,
        folder: Path,
        clock: Clock,
    ) -> None:
        self._deliveries = deliveries
        self._posts = posts
        self._accounts = accounts
        self._composer = composer
        self._folder = folder
        self._clock = clock

    def hand_over(self, delivery: int) -> HandOver:
        """Write the prepared pictures into a folder of their own and gather the rest."""
        found = self._deliveries.get(delivery)
        account = self._accounts.get(found.account)
        draft = self._composer.leaving(self._posts.get(found.post))
        self._sweep()
        pictures = self._composer.pictures(draft, account)
        folder = self._folder / f"{found.id}-{account.network.value}"
        files = self._write(folder, [(picture.file_name, picture.data) for picture in pictures])
        return HandOver(
            delivery=found.id,
            account=account,
            title=draft.title_for(account.id),
            text=text_as_sent(draft, account),
            first_comment=draft.first_comment_for(account.id),
            page=account.address or rules_for(account).publish_page,
            folder=folder if files else None,
            files=files,
            alt_texts=tuple(picture.alt_text for picture in pictures),
        )

    def clear(self, delivery: int) -> None:
        """Remove the prepared pictures of a delivery that is done."""
        for folder in self._folder.glob(f"{delivery}-*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _sweep(self) -> None:
        """Remove the pictures of deliveries that are settled: copies of patients' photos do not pile up."""
        for folder in self._folder.glob("*-*"):
            number = folder.name.partition("-")[0]
            if number.isdecimal() and self._is_settled(int(number)):
                shutil.rmtree(folder, ignore_errors=True)

    def _is_settled(self, delivery: int) -> bool:
        try:
            return self._deliveries.get(delivery).state not in OPEN_STATES
        except NotFound:
            return True

    def _write(self, folder: Path, pictures: list[tuple[str, bytes]]) -> tuple[Path, ...]:
        if not pictures:
            return ()
        try:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            files = [folder / f"{place}-{name}" for place, (name, _) in enumerate(pictures, start=1)]
            for file, (_, data) in zip(files, pictures, strict=True):
                file.write_bytes(data)
        except OSError as problem:
            if problem.errno in {28, 122}:  # ENOSPC, EDQUOT
                raise DiskFull(folder=str(folder)) from problem
            raise FolderNotWritable(folder=str(folder)) from problem
        return tuple(files)
