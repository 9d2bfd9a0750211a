"""Preview cards: every network paints, folds and lays pictures out in its own way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.crops import CropBox
from cmstation.domain.networks import Network, Way
from cmstation.ui.drafts.preview.card import FACES, PreviewCard
from cmstation.ui.drafts.preview.picture_places import Arrangement, places
from cmstation.ui.drafts.preview.pictures import shown_part
from cmstation.ui.drafts.preview.post_seen import PictureSeen, PostSeen
from cmstation.ui.drafts.preview.text_marks import marks
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice

LONG = "Un geste simple peut tout changer. " * 30


def seen(network: Network, text: str = "Bonjour. #Santé", pictures: int = 0, name: str = "") -> PostSeen:
    account = Account(1, network, Way.REHEARSAL, "Compte", "@clinique.example", "", "", AccountState.READY, 0)
    shown = tuple(PictureSeen(QPixmap(64, 36), 16 / 9, None, "alt") for _ in range(pictures))
    return PostSeen(
        account=account,
        name=name or "Clinique des Tilleuls",
        handle="@clinique.example",
        when="today, 18:00",
        hour="18:00",
        title="Titre",
        text=text,
        link="https://clinique.example/a",
        tags=("santé",),
        overflow=None,
        pictures=shown,
    )


def test_every_network_has_a_face() -> None:
    assert set(FACES) == set(Network)


@pytest.mark.parametrize("network", list(Network))
@pytest.mark.parametrize("pictures", [0, 1, 2, 3, 4, 7])
def test_every_card_paints_with_any_number_of_pictures(icons: Icons, network: Network, pictures: int) -> None:
    card = PreviewCard(icons)
    card.show_post(seen(network, pictures=pictures))
    card.resize(288, card.card_height(288))

    image = card.grab().toImage()

    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 4
    card.deleteLater()


def test_the_card_follows_the_theme(icons: Icons, theme: Theme) -> None:
    card = PreviewCard(icons)
    card.show_post(seen(Network.BLUESKY))
    card.resize(288, card.card_height(288))
    light = card.grab().toImage().pixelColor(280, 60)

    theme.choose(ThemeChoice.DARK)
    dark = card.grab().toImage().pixelColor(280, 60)

    assert light.lightness() > 200
    assert dark.lightness() < 60
    card.deleteLater()


@pytest.mark.parametrize(
    ("network", "folds"),
    [(Network.FACEBOOK, True), (Network.LINKEDIN, True), (Network.X, False), (Network.MASTODON, False)],
)
def test_a_long_text_folds_where_the_network_folds_it(icons: Icons, network: Network, folds: bool) -> None:
    card = PreviewCard(icons)
    card.show_post(seen(network, LONG))
    card.resize(288, card.card_height(288))
    folded = card.card_height(288)

    QTest.keyClick(card, Qt.Key.Key_Return)

    assert (card.card_height(288) > folded) is folds
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.card_height(288) == folded
    card.deleteLater()


@pytest.mark.parametrize(
    ("name", "initial"),
    [
        ("Clinique des Tilleuls", "T"),
        ("Hôpital", "H"),
        ("la maison", "L"),
        ("Centre Émile Zola", "É"),
        ("", "T"),
    ],
)
def test_the_avatar_shows_the_initial_of_the_proper_name(name: str, initial: str) -> None:
    assert seen(Network.X, name=name).initial == initial


def test_links_tags_and_mentions_stand_out_and_nothing_else_does() -> None:
    text = "Voir https://clinique.example/a, #OctobreRose et @tilleuls@sante.example ; le n° #1 ou C#."

    found = [text[mark.start : mark.end] for mark in marks(text)]

    assert found == ["https://clinique.example/a", "#OctobreRose", "@tilleuls@sante.example"]


@given(
    st.sampled_from(list(Arrangement)),
    st.lists(st.floats(0.2, 5), max_size=40),
    st.integers(120, 600),
    st.integers(0, 8),
)
def test_pictures_never_overlap_nor_leave_the_card(
    arrangement: Arrangement, ratios: list[float], width: int, gap: int
) -> None:
    found = places(arrangement, ratios, width, gap=gap)

    assert len(found.frames) + found.hidden <= max(len(ratios), 0)
    for place, frame in enumerate(found.frames):
        assert frame.width() > 0
        assert frame.height() > 0
        assert frame.top() >= 0
        assert frame.bottom() < found.height
        assert frame.left() >= 0
        # Threads alone lets pictures run out of the card.
        assert frame.right() < width or arrangement is Arrangement.STRIP
        assert not any(frame.intersects(other) for other in found.frames[place + 1 :])


@given(st.integers(1, 4000), st.integers(1, 4000), st.integers(1, 600), st.integers(1, 600))
def test_a_picture_fills_its_frame_without_being_bent(
    width: int, height: int, across: int, down: int
) -> None:
    part = shown_part(QSize(width, height), CropBox(0.25, 0, 0.5, 1), QSize(across, down))

    assert part.left() >= 0.25 * width - 1e-6
    assert part.right() <= 0.75 * width + 1e-6
    assert part.width() / part.height() == pytest.approx(across / down)
