"""What the person pastes is ready, in order, and free of everything that should not leave."""

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.desktop.images import inspect
from cmstation.domain.accounts import NewAccount
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import DiskFull, FolderNotWritable
from cmstation.domain.network_rules import rules_of
from cmstation.domain.networks import Network, Way
from cmstation.domain.planned_time import at_instant
from cmstation.services.assisted import HandOver, NotALink, checked_link
from tests.desktop.image_samples import PLACE, SECRET, drawing, encoded, exif, photo
from tests.services.conftest import Bench

PHOTO = encoded(photo(), "JPEG", exif=b"Exif\0\0" + exif(6))
DRAWING = encoded(drawing(), "PNG", exif=b"Exif\0\0" + exif())


def delivery_of(bench: Bench, network: Network = Network.FACEBOOK, *, pictures: bool = True) -> int:
    """Plan a post on an assisted account and let its hour come; return the delivery."""
    bench.account(network, Way.ASSISTED)
    drafts = bench.station.drafts
    post = drafts.new(title="Don du sang", text="Venez jeudi.", link="https://clinique.example/don").value.id
    drafts.update(post, first_comment="Le programme")
    if pictures:
        for data, name, words in (
            (PHOTO, "Marie Dupont (2).JPG", "La salle"),
            (DRAWING, "plan.png", "Le plan"),
        ):
            media = drafts.attach_bytes(post, data, name).attachments[-1].media.id
            drafts.describe(post, media, words)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    return bench.station.outbox.of_post(post)[0].id


def handed_over(bench: Bench, delivery: int) -> HandOver:
    return bench.station.assistant.hand_over(delivery)


def test_everything_that_is_pasted_is_there(bench: Bench) -> None:
    given = handed_over(bench, delivery_of(bench))

    assert given.text == "Venez jeudi.\n\nhttps://clinique.example/don"
    assert (given.title, given.first_comment) == ("Don du sang", "Le programme")
    assert given.alt_texts == ("La salle", "Le plan")
    assert given.page == "https://network.example"


def test_the_network_has_its_own_page_when_the_account_has_none(bench: Bench) -> None:
    bench.station.accounts.add(NewAccount(Network.X, Way.ASSISTED, "X"), None)
    post = bench.station.drafts.new(text="Venez jeudi.").value.id
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    given = handed_over(bench, bench.station.outbox.of_post(post)[0].id)

    assert given.page == rules_of(Network.X).publish_page


def test_the_files_lie_in_the_order_of_the_post_under_quiet_names(bench: Bench) -> None:
    given = handed_over(bench, delivery_of(bench))

    assert given.folder is not None
    assert [file.name for file in given.files] == ["1-Marie-Dupont-2.jpg", "2-plan.png"]
    assert sorted(given.folder.iterdir()) == list(given.files)


def test_the_files_hold_no_metadata_and_stand_upright(bench: Bench) -> None:
    given = handed_over(bench, delivery_of(bench))

    for file in given.files:
        data = file.read_bytes()
        assert SECRET not in data
        assert PLACE not in data
        assert inspect(data).has_metadata == ()
    assert (inspect(given.files[0].read_bytes()).width, inspect(PHOTO).width) == (150, 150)


def test_a_post_without_pictures_needs_no_folder(bench: Bench) -> None:
    given = handed_over(bench, delivery_of(bench, pictures=False))

    assert (given.folder, given.files, given.alt_texts) == (None, (), ())


def test_handing_over_twice_gives_the_same_files_once(bench: Bench) -> None:
    delivery = delivery_of(bench)
    first = handed_over(bench, delivery)
    assert first.folder is not None
    (first.folder / "3-left-by-a-person.jpg").write_bytes(b"x")

    second = handed_over(bench, delivery)

    assert second == first
    assert sorted(first.folder.iterdir()) == list(first.files)


def test_pictures_of_what_is_settled_do_not_pile_up(bench: Bench) -> None:
    settled = handed_over(bench, delivery_of(bench))
    bench.station.outbox.is_live(settled.delivery, "https://www.facebook.com/clinique/posts/1")
    post = bench.station.drafts.new(text="Autre").value.id
    bench.station.drafts.attach_bytes(post, PHOTO, "a.jpg")
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    fresh = handed_over(bench, bench.station.outbox.of_post(post)[0].id)

    assert settled.folder is not None
    assert fresh.folder is not None
    assert not settled.folder.exists()
    assert fresh.folder.exists()


def test_a_delivery_that_is_done_can_be_cleared(bench: Bench) -> None:
    given = handed_over(bench, delivery_of(bench))
    assert given.folder is not None

    bench.station.assistant.clear(given.delivery)

    assert not given.folder.exists()


@pytest.mark.parametrize(("number", "named"), [(errno.ENOSPC, DiskFull), (errno.EROFS, FolderNotWritable)])
def test_a_disk_that_refuses_is_named(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, number: int, named: type[Exception]
) -> None:
    delivery = delivery_of(bench)

    def refuse(path: Path, data: bytes) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(named):
        handed_over(bench, delivery)
    monkeypatch.undo()

    assert bench.station.outbox.get(delivery).state is DeliveryState.HANDED_OVER
    assert handed_over(bench, delivery).files


def test_an_assisted_post_is_handed_over_even_when_its_hour_is_long_past(bench: Bench) -> None:
    bench.account(Network.FACEBOOK, Way.ASSISTED)
    post = bench.station.drafts.new(text="Venez jeudi.").value.id
    hour = at_instant(bench.clock.now() + timedelta(hours=1), "Europe/Paris")
    (planned,) = bench.station.outbox.plan(post, due=hour).value
    bench.pass_time(timedelta(days=3))

    bench.station.outbox.deliver_due()

    assert bench.station.outbox.get(planned.id).state is DeliveryState.HANDED_OVER
    assert [found.id for found in bench.station.outbox.needing_a_hand()] == [planned.id]


def test_a_hand_over_can_be_given_up(bench: Bench) -> None:
    delivery = delivery_of(bench, pictures=False)

    bench.station.outbox.cancel(delivery)

    assert bench.station.outbox.get(delivery).state is DeliveryState.CANCELLED


# --- the link that comes back ---


@pytest.mark.parametrize(
    "given",
    [
        "https://www.facebook.com/clinique/posts/1",
        "  https://x.com/clinique/status/1?s=20\n",
        "https://www.linkedin.com/feed/update/urn:li:share:1/",
        "https://clinique.example:8443/é#haut",
    ],
)
def test_the_address_of_a_post_is_taken(given: str) -> None:
    assert checked_link(given) == given.strip()


@pytest.mark.parametrize(
    "given",
    [
        "",
        "facebook.com/clinique/posts/1",
        "http://www.facebook.com/1",
        "https://",
        "https://facebook",
        "https://.",
        "https://facebook.",
        "https://[::1",
        "https://a.example/ b",
        "https://user:word@a.example/1",
        "javascript:alert(1)//a.example",
        "https://a.example/\u202egnp.exe",
    ],
)
def test_what_is_no_address_of_a_post_is_refused(given: str) -> None:
    with pytest.raises(NotALink) as refused:
        checked_link(given)

    assert refused.value.facts == {"given": given}


@given(given=st.text(max_size=60) | st.text(max_size=60).map(lambda rest: f"https://{rest}"))
def test_whatever_is_pasted_is_an_https_address_or_refused(given: str) -> None:
    try:
        link = checked_link(given)
    except NotALink:
        return

    assert link.lower().startswith("https://")
    assert link in given
    assert not any(sign.isspace() for sign in link)
