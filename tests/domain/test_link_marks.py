"""A post leaves with marks on the clinic's own links, and nothing else of it is another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.drafts import Version
from cmstation.domain.link_marks import LinkMarks
from cmstation.domain.networks import Network
from cmstation.domain.outgoing_text import text_as_sent
from tests.domain.posts import a_draft, an_account

MARKS = LinkMarks(("clinique.example",), "Octobre rose")
LINK = "https://clinique.example/don"
TAIL = "utm_medium=social&utm_campaign=octobre-rose"
PIECES = st.sampled_from(
    [
        LINK,
        "https://clinique.example",
        "https://autre.example/a",
        "Venez ",
        "(",
        ")",
        ". ",
        "\n",
        "é🩺",
        "#bas",
        "?a=1",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def marked(network: Network) -> str:
    return f"{LINK}?utm_source={network.value.replace('_', '-')}&{TAIL}"


@pytest.mark.parametrize("network", [one for one in Network if one is not Network.WORDPRESS])
def test_text_link_and_first_comment_carry_the_marks_of_their_network(network: Network) -> None:
    account = an_account(network)
    draft = a_draft(text=f"Venez : {LINK}.", link=LINK, first_comment=f"Programme : {LINK}")

    leaving = MARKS.leaving(draft, [account])

    assert leaving.text_for(1) == f"Venez : {marked(network)}."
    assert leaving.link_for(1) == marked(network)
    assert leaving.first_comment_for(1) == f"Programme : {marked(network)}"
    assert (leaving.text, leaving.link, leaving.first_comment) == (
        draft.text,
        draft.link,
        draft.first_comment,
    )


def test_the_clinics_own_site_links_to_itself_without_marks() -> None:
    draft = a_draft(text=f"Voir {LINK}", link=LINK, first_comment=LINK)

    assert MARKS.leaving(draft, [an_account(Network.WORDPRESS)]) is draft
    assert MARKS.hosts(draft, an_account(Network.WORDPRESS)) == ()


def test_a_link_that_the_text_says_already_is_not_said_twice() -> None:
    draft = a_draft(text=f"Venez ({LINK}) !", link=LINK)

    leaving = MARKS.leaving(draft, [an_account(Network.FACEBOOK)])

    assert text_as_sent(leaving, an_account(Network.FACEBOOK)) == f"Venez ({marked(Network.FACEBOOK)}) !"


def test_a_version_without_links_still_follows_the_base() -> None:
    draft = a_draft(text="Venez.", versions=(Version(1, link=LINK, options={"slug": "a"}), Version(2)))

    leaving = MARKS.leaving(draft, [an_account(number=1), an_account(number=2)])

    assert leaving.version(1) == Version(1, link=marked(Network.BLUESKY), options={"slug": "a"})
    assert leaving.version(2) == Version(2)


def test_a_version_may_go_without_the_link_of_the_base() -> None:
    draft = a_draft(link=LINK, versions=(Version(1, link=""),))

    assert MARKS.leaving(draft, [an_account()]) is draft


def test_sites_are_named_once_and_only_where_links_carry_marks() -> None:
    marks = LinkMarks(("clinique.example", "maternite.example"))
    text = f"{LINK} https://www.maternite.example/a https://autre.example/ {LINK}?utm_source=a&utm_medium=b"

    draft = a_draft(text=text, link=LINK, first_comment=LINK)

    assert marks.hosts(draft, an_account()) == ("clinique.example", "maternite.example")
    assert marks.hosts(a_draft(text="https://autre.example/"), an_account()) == ()


@given(TEXTS, TEXTS)
def test_nothing_is_marked_twice_and_other_words_stay(text: str, comment: str) -> None:
    account = an_account(Network.THREADS)
    draft = a_draft(text=text, link=LINK, first_comment=comment)

    once = MARKS.leaving(draft, [account])

    assert MARKS.leaving(once, [account]) is once
    assert LinkMarks().leaving(draft, [account]) is draft


@given(TEXTS, st.integers(0, 2000))
def test_every_place_of_what_leaves_has_one_in_what_was_written(text: str, place: int) -> None:
    account = an_account(Network.THREADS)
    leaving = MARKS.leaving(a_draft(text=text), [account]).text_for(1)
    place = min(place, len(leaving))

    found = MARKS.place_as_written(text, account, place)

    assert 0 <= found <= len(text)
    assert MARKS.place_as_written(text, account, len(leaving)) == len(text)
    if found < len(text) and place < len(leaving) and leaving[place:] == text[found:]:
        assert len(leaving) - place == len(text) - found


def test_what_overflows_within_the_marks_is_mended_at_its_link() -> None:
    text, account = f"Venez {LINK} demain", an_account(Network.THREADS)
    leaving = MARKS.leaving(a_draft(text=text), [account]).text_for(1)

    assert MARKS.place_as_written(text, account, leaving.index("utm_campaign")) == text.index(LINK)
    assert MARKS.place_as_written(text, account, leaving.index("don")) == text.index("don")
    assert MARKS.place_as_written(text, account, leaving.index("demain")) == text.index("demain")
