"""Small words: profiles, shortened addresses, troubles without the account's name, first lines."""

import pytest

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.domain.networks import Network, Way
from cmstation.ui.icons import Icons
from cmstation.ui.publishing.first_lines import LINE, FirstLines
from cmstation.ui.publishing.profile_page import profile_page
from cmstation.ui.publishing.result_row import shortened
from cmstation.ui.publishing.trouble_words import trouble_words


def account(network: Network, handle: str, address: str, way: Way = Way.DIRECT) -> Account:
    return Account(1, network, way, "Compte", handle, address, "", AccountState.READY, 0)


@pytest.mark.parametrize(
    ("given", "page"),
    [
        (
            account(Network.BLUESKY, "@clinique.example", "https://bsky.social"),
            "https://bsky.app/profile/clinique.example",
        ),
        (
            account(Network.MASTODON, "@tilleuls@sante.example", "https://sante.example/"),
            "https://sante.example/@tilleuls",
        ),
        (account(Network.WORDPRESS, "", "https://clinique.example"), "https://clinique.example"),
        (account(Network.X, "@tilleuls", "", Way.ASSISTED), "https://x.com/compose/post"),
    ],
)
def test_the_page_to_look_at_shows_the_account(given: Account, page: str) -> None:
    assert profile_page(given) == page


def test_a_long_address_keeps_its_beginning_and_its_end() -> None:
    address = f"https://clinique.example/{'a' * 80}/octobre-rose"

    short = shortened(address)

    assert len(short) == 60
    assert short.startswith("clinique.example/")
    assert short.endswith("/octobre-rose")


def test_a_trouble_is_said_without_the_account_beside_it() -> None:
    finding = Finding(Severity.BLOCKING, Topic.TITLE_MISSING, account=1)

    assert trouble_words(finding) == "A title is needed"


def test_first_lines_never_take_more_than_their_lines(icons: Icons) -> None:
    widget = FirstLines(icons, "Un geste simple peut tout changer. " * 30, 3, lead="Octobre rose")

    assert widget.heightForWidth(300) == 3 * LINE
    assert FirstLines(icons, "Court", 3).heightForWidth(300) == LINE
    assert FirstLines(icons, "", 3).heightForWidth(300) == LINE
