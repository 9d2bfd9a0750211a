"""A mailbox that is not read any more: the password is typed again, and each trouble has its sentence."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.accounts import Secret
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.services.station import Station
from cmstation.services.watch_sources import WatchedSource
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.mailbox_password import MailboxPasswordDialog
from cmstation.ui.watch.dialogs.mailbox_words import mailbox_refusal
from cmstation.ui.watch.dialogs.source_card import SourceCard
from cmstation.ui.watch.dialogs.source_deeds import SourceDeeds
from cmstation.ui.watch.dialogs.source_words import mailbox_trouble_words, silence_words
from cmstation.ui.watch.dialogs.sources_deeds import SourcesDeeds
from cmstation.ui.watch.dialogs.sources_dialog import SourcesDialog
from tests.fakes.secret_box import SecretBox
from tests.ui.calendar.dialog_hands import click, enter, nameless, write
from tests.ui.watch.dialogs.conftest import opened
from tests.ui.watch.dialogs.sample_mailbox import PLACE, WORD, Mail, mailboxes

Settled = Callable[[], None]


# --- the password again ---


def watched(station: Station, trouble: SourceTrouble | None) -> int:
    source = station.watch_sources.add_mailbox(PLACE, Secret({"password": WORD}), tried=True).value
    station.watch_sources.mailboxes.restored(source)
    return source.id if trouble is None else _failed(station, source.id, trouble)


def _failed(station: Station, source: int, trouble: SourceTrouble) -> int:
    from cmstation.storage.watch_sources import WatchSources

    tables = WatchSources(station.database)
    tables.tried(SourceState(source, trouble=trouble, detail="refused"))
    return source


def test_the_password_is_typed_again_and_the_source_wakes(
    behind: QWidget,
    station: Station,
    commands: Commands,
    icons: Icons,
    adding: SourceDeeds,
    box: SecretBox,
    mail: Mail,
    settled: Settled,
) -> None:
    source = watched(station, SourceTrouble.SIGN_IN_NEEDED)
    SourcesDeeds(behind, station, commands, icons, adding).open()
    settled()
    sources = opened(behind, SourcesDialog)
    sources.list.setCurrentIndex(sources.list.sources.place(source))
    mail.word = "neu"
    click(sources.card.password)
    settled()
    asked = opened(behind, MailboxPasswordDialog)
    assert not nameless(asked)

    write(asked.password, "faux")
    enter(asked.password)
    settled()
    assert "The mailbox refused" in asked.progress.trouble
    write(asked.password, "neu")
    enter(asked.password)
    settled()

    assert box.kept == {PLACE.secret_name: Secret({"password": "neu"})}
    (one,) = mailboxes(station)
    assert one.state.trouble is None
    assert not sources.card.password.isVisible()


def test_only_a_mailbox_that_wants_it_offers_the_password(qtbot: QtBot, icons: Icons) -> None:
    card = SourceCard(icons, str)
    qtbot.addWidget(card)
    wants = SourceState(1, trouble=SourceTrouble.SIGN_IN_NEEDED, detail="refused")
    shown: list[bool] = []
    for kind, state in (
        (SourceKind.MAILBOX, wants),
        (SourceKind.MAILBOX, SourceState(1)),
        (SourceKind.BLUESKY_ACCOUNT, wants),
    ):
        card.show_source(WatchedSource(Source(1, kind, PLACE.address), state))
        shown.append(not card.password.isHidden())

    assert shown == [True, False, False]


# --- words ---


@pytest.mark.parametrize(
    ("trouble", "details"),
    [
        (SourceTrouble.SIGN_IN_NEEDED, ("refused", "password", "locked", "keyring", "characters")),
        (SourceTrouble.SERVER_TROUBLE, ("folder", "sign_in")),
        (SourceTrouble.UNSAFE_ADDRESS, ("password", "address")),
        (SourceTrouble.NO_ANSWER, ("certificate", "name_not_found")),
    ],
)
def test_each_trouble_has_a_plain_sentence_of_its_own(
    trouble: SourceTrouble, details: tuple[str, ...]
) -> None:
    told = [mailbox_trouble_words(trouble, detail) for detail in details]

    assert len(set(told)) == len(details)
    assert all(sentence.endswith(".") for sentence in told)


def test_every_trouble_of_a_mailbox_has_words_and_no_error_has_others() -> None:
    assert all(mailbox_trouble_words(trouble) for trouble in SourceTrouble)
    assert mailbox_refusal(ValueError("x")) == ""


def test_a_source_for_members_says_so() -> None:
    source = Source(1, SourceKind.BLUESKY_ACCOUNT, "a.bsky.social")
    state = SourceState(1, trouble=SourceTrouble.SIGN_IN_NEEDED, detail="members")

    assert silence_words(source, state) == "This account shows its posts to signed-in people only."
