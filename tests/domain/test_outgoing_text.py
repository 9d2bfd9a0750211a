"""The text that leaves holds the link once, in the place where its network wants it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.drafts import Version
from cmstation.domain.networks import Network
from cmstation.domain.outgoing_text import carries_link_apart, text_as_sent
from tests.domain.posts import a_draft, a_picture, an_account

LINK = "https://clinique.example/don"
APART = (Network.BLUESKY, Network.WORDPRESS, Network.SCOOPIT, Network.GOOGLE_BUSINESS)
INSIDE = tuple(network for network in Network if network not in APART)


@pytest.mark.parametrize("network", INSIDE)
def test_the_link_stands_on_a_line_of_its_own(network: Network) -> None:
    draft = a_draft(text="Venez jeudi. \n", link=LINK)

    assert text_as_sent(draft, an_account(network)) == f"Venez jeudi.\n\n{LINK}"


@pytest.mark.parametrize("network", APART)
def test_a_card_or_a_field_keeps_the_link_out_of_the_text(network: Network) -> None:
    assert text_as_sent(a_draft(link=LINK), an_account(network)) == "Venez jeudi."
    assert carries_link_apart(an_account(network), pictures=0)


def test_on_bluesky_pictures_take_the_place_of_the_card() -> None:
    draft = a_draft(link=LINK, attachments=(a_picture(),))

    assert text_as_sent(draft, an_account(Network.BLUESKY)) == f"Venez jeudi.\n\n{LINK}"


@pytest.mark.parametrize(
    "text", [f"Voir {LINK}", f"Voir {LINK}.", f"« {LINK} » et la suite", f"({LINK})", f"{LINK}\u202f!", LINK]
)
def test_a_link_that_the_text_says_already_is_not_repeated(text: str) -> None:
    assert text_as_sent(a_draft(text=text, link=LINK), an_account(Network.FACEBOOK)) == text


@pytest.mark.parametrize(
    "longer", [f"{LINK}/inscription", f"{LINK}?jour=jeudi", f"{LINK}eur", f"{LINK}.html"]
)
def test_a_longer_address_that_begins_alike_is_another_link(longer: str) -> None:
    sent = text_as_sent(a_draft(text=f"Voir {longer}", link=LINK), an_account(Network.FACEBOOK))

    assert sent == f"Voir {longer}\n\n{LINK}"


def test_a_link_alone_is_the_text() -> None:
    assert text_as_sent(a_draft(text=" \n", link=LINK), an_account(Network.X)) == LINK


def test_an_account_without_its_link_sends_its_text_as_it_is() -> None:
    draft = a_draft(link=LINK, versions=(Version(1, text="À nous.  ", link=""),))

    assert text_as_sent(draft, an_account(Network.X)) == "À nous.  "


@given(text=st.text(max_size=80), network=st.sampled_from(Network))
def test_the_words_of_the_person_are_never_lost(text: str, network: Network) -> None:
    sent = text_as_sent(a_draft(text=text, link=LINK), an_account(network))

    assert sent.startswith(text.rstrip())


@given(text=st.text(max_size=80), network=st.sampled_from(INSIDE))
def test_sending_what_was_sent_adds_no_second_link(text: str, network: Network) -> None:
    account = an_account(network)
    once = text_as_sent(a_draft(text=text, link=LINK), account)

    assert text_as_sent(a_draft(text=once, link=LINK), account) == once
