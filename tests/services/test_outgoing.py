"""What leaves is composed the same at each try, and holds nothing that should stay."""

from datetime import UTC, datetime

import pytest

from cmstation.desktop.images import inspect
from cmstation.domain.accounts import Account
from cmstation.domain.crops import CropBox
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.network_rules import rules_of
from cmstation.domain.networks import Network, Outgoing, Receipt, Way
from cmstation.domain.planned_time import at_instant
from cmstation.services.outgoing import Composer
from tests.desktop.image_samples import PLACE, SECRET, encoded, exif, photo
from tests.services.conftest import START, Bench

PHOTO = encoded(photo(), "JPEG", exif=b"Exif\0\0" + exif(6))
LINK = "https://clinique.example/don"


def composed(bench: Bench, post: int, account: Account, kind: DeliveryKind = DeliveryKind.POST) -> Outgoing:
    """Compose what an account would send."""
    due = at_instant(START, "Europe/Paris")
    delivery = Delivery(1, post, account.id, kind, DeliveryState.PREPARING, "k" * 32, due, START)
    return Composer(bench.station.library).outgoing(
        bench.station.drafts.open(post),
        account,
        delivery,
        created_at=START,
        publish_at=None,
        reply_to=Receipt("parent", "https://a.example/1"),
    )


def with_picture(bench: Bench, name: str = "Marie Dupont.JPG") -> tuple[int, int]:
    drafts = bench.station.drafts
    post = drafts.new(title="Don", text="Venez.", link=LINK, tags=["sang"], language="en").value.id
    media = drafts.attach_bytes(post, PHOTO, name).attachments[0].media.id
    drafts.describe(post, media, "La salle")
    return post, media


def test_a_post_leaves_with_all_that_its_network_takes(bench: Bench) -> None:
    account = bench.account(Network.WORDPRESS)
    post, _ = with_picture(bench)
    bench.station.drafts.set_version(post, account.id, title="Titre du site", options={"slug": "don"})

    outgoing = composed(bench, post, account)

    assert (outgoing.key, outgoing.text, outgoing.title) == ("k" * 32, "Venez.", "Titre du site")
    assert (outgoing.link, outgoing.tags, outgoing.language) == (LINK, ("sang",), "en")
    assert outgoing.options == {"slug": "don"}
    assert outgoing.created_at == datetime(2026, 10, 13, 7, 0, tzinfo=UTC)


def test_a_link_that_stands_in_the_text_is_not_sent_beside_it(bench: Bench) -> None:
    account = bench.account(Network.MASTODON)
    post, _ = with_picture(bench)

    outgoing = composed(bench, post, account)

    assert (outgoing.text, outgoing.link) == (f"Venez.\n\n{LINK}", "")


def test_a_first_comment_is_its_text_and_nothing_more(bench: Bench) -> None:
    account = bench.account()
    post, _ = with_picture(bench)
    bench.station.drafts.update(post, first_comment="Le programme")

    outgoing = composed(bench, post, account, DeliveryKind.FIRST_COMMENT)

    assert (outgoing.text, outgoing.title, outgoing.link, outgoing.pictures) == ("Le programme", "", "", ())
    assert outgoing.reply_to == Receipt("parent", "https://a.example/1")


@pytest.mark.parametrize("network", [Network.WORDPRESS, Network.BLUESKY, Network.INSTAGRAM, Network.YOUTUBE])
def test_a_copy_is_upright_clean_small_enough_and_of_an_accepted_kind(bench: Bench, network: Network) -> None:
    account = bench.account(network, Way.ASSISTED)
    post, _ = with_picture(bench)

    (picture,) = composed(bench, post, account).pictures

    assert SECRET not in picture.data
    assert PLACE not in picture.data
    assert inspect(picture.data).has_metadata == ()
    assert picture.mime in rules_of(network).accepted
    assert len(picture.data) <= rules_of(network).max_bytes
    assert (picture.width, picture.height) == (150, 200)
    assert picture.alt_text == "La salle"


def test_every_try_sends_the_same_bytes(bench: Bench) -> None:
    account = bench.account()
    post, _ = with_picture(bench)

    assert composed(bench, post, account) == composed(bench, post, account)


def test_a_crop_is_for_its_own_network(bench: Bench) -> None:
    square, whole = bench.account(Network.BLUESKY), bench.account(Network.MASTODON)
    post, media = with_picture(bench)
    bench.station.drafts.crop(post, media, {"bluesky": CropBox(0, 0, 1, 0.75)})

    sizes = [(one.width, one.height) for a in (square, whole) for one in composed(bench, post, a).pictures]

    assert sizes == [(150, 150), (150, 200)]


def test_a_decorative_picture_leaves_without_words(bench: Bench) -> None:
    account = bench.account()
    post, media = with_picture(bench)
    bench.station.drafts.describe(post, media, "ignored", decorative=True)

    (picture,) = composed(bench, post, account).pictures

    assert (picture.alt_text, picture.decorative) == ("", True)


@pytest.mark.parametrize(
    ("name", "leaves_as"),
    [
        ("Été à l’hôpital.JPEG", "Ete-a-l-hopital.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("Sœur & Cie – 2.PNG", "Soeur-Cie-2.jpg"),
        ("患者.jpg", "photo.jpg"),
        ("", "photo.jpg"),
        ("x" * 300 + ".png", "x" * 60 + ".jpg"),
    ],
)
def test_a_file_name_leaves_as_plain_letters(bench: Bench, name: str, leaves_as: str) -> None:
    account = bench.account()
    post, _ = with_picture(bench, name)

    (picture,) = composed(bench, post, account).pictures

    assert picture.file_name == leaves_as
