"""Which addresses may be called, and what a journal shows of them."""

import pytest

from cmstation.domain.errors import AddressNotAllowed
from cmstation.networks.journal_log import target_of
from cmstation.networks.places import allowed, same_place
from cmstation.networks.session import Session
from tests.fakes.memory_journal import MemoryJournal


@pytest.mark.parametrize(
    "address",
    [
        "http://clinique.example/",
        "http://127.0.0.1.example.org/",
        "http://127.0.0.1@example.org/",
        "https://user:word@clinique.example/",
        "https://clinique.example\\@evil.example/",
        "ftp://clinique.example/",
        "file:///etc/passwd",
        "https://",
        "//clinique.example",
        "https://clinique.example:port/",
        "https://clinique.example/a b",
        "https://clinique.example/\n",
        "http://0.0.0.0/",
        "http://[::ffff:1.2.3.4]/",
        "",
    ],
)
def test_only_https_leaves_this_computer(address: str) -> None:
    journal = MemoryJournal()

    with pytest.raises(AddressNotAllowed):
        Session().get(address, step="look", journal=journal)

    assert journal.calls == []


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8/", "http://127.8.9.1/", "http://[::1]:8/", "http://localhost/"]
)
def test_this_computer_may_be_asked_without_tls(address: str) -> None:
    assert allowed(address).scheme == "http"


def test_the_journal_reads_names_not_values() -> None:
    url = "https://marie:mot@clinique.example:8443/wp-json/x?token=abc&token=def&vide=#fin"

    assert target_of("GET", url) == "GET clinique.example:8443/wp-json/x?token=…&vide=…"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "https://A.example:443/y", True),
        ("https://a.example/", "https://a.example:8443/", False),
        ("https://a.example/", "http://a.example/", False),
        ("https://a.example/", "https://a.example.b.example/", False),
    ],
)
def test_a_place_is_scheme_host_and_port(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same
