"""The preview shows links as they leave; the composer shows them as they were written."""

from cmstation.domain.networks import Network
from tests.ui.drafts.conftest import Desk

LINK = "https://clinique-marques.fr/don"
SENTENCE = "Links to clinique-marques.fr carry campaign marks."


def written(desk: Desk, text: str, *, wanted: bool = True) -> None:
    desk.station.preferences.set_own_sites(["clinique-marques.fr"])
    desk.station.preferences.set_marks_links(wanted)
    post = desk.station.drafts.new(title="Marques", text="a").value.id
    desk.tab.show_post(post)
    desk.settle()
    desk.editor.selectAll()
    desk.paste(text)
    desk.settle()


def shown(desk: Desk, network: Network) -> tuple[str, str]:
    """Return the text in a network's preview, and the line under it."""
    desk.version(network)
    desk.settle()
    side = desk.tab.side
    assert side.card.post is not None
    return side.card.post.text, side.marks.text() if side.marks.isVisible() else ""


def test_the_preview_shows_marks_and_says_so_and_the_text_stays(desk: Desk) -> None:
    written(desk, f"Venez : {LINK}")

    text, sentence = shown(desk, Network.MASTODON)

    assert f"{LINK}?utm_source=mastodon&utm_medium=social" in text
    assert sentence == SENTENCE
    assert desk.editor.text() == f"Venez : {LINK}"
    assert desk.stored.text == f"Venez : {LINK}"


def test_the_clinics_own_site_shows_links_without_marks(desk: Desk) -> None:
    written(desk, f"Venez : {LINK}")

    text, sentence = shown(desk, Network.WORDPRESS)

    assert (text, sentence) == (f"Venez : {LINK}", "")


def test_nothing_is_said_while_marks_are_off(desk: Desk) -> None:
    written(desk, f"Venez : {LINK}", wanted=False)

    text, sentence = shown(desk, Network.MASTODON)

    assert "utm_" not in text
    assert sentence == ""


def test_a_text_that_marks_make_too_long_is_marked_where_it_can_be_mended(desk: Desk) -> None:
    text = f"Venez {LINK} " + "é" * 240
    written(desk, text)
    account = desk.account(Network.BLUESKY).id
    desk.version(Network.BLUESKY)
    desk.settle()

    count = desk.tab.composer.display.counts[account]
    found = desk.tab.side.card.post

    assert count.over > 0
    assert count.overflow_start is not None
    assert found is not None
    assert found.overflow is not None
    assert text[count.overflow_start :] == found.text[found.overflow :]
    assert count.overflow_start < found.overflow
