"""Fixtures that give tests a real server, and a closing list of what could not run."""

import os
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

import pytest

from tests.servers.bluesky import BlueskyServer
from tests.servers.keyring_session import KeyringSession
from tests.servers.mastodon import MastodonServer
from tests.servers.places import ServerUnavailable
from tests.servers.postgres import PostgresServer
from tests.servers.wordpress import WordPressServer


class Startable(Protocol):
    """What the fixtures need of a server."""

    def start(self) -> None: ...
    def close(self) -> None: ...


ServerType = TypeVar("ServerType", bound=Startable)
SERVER_MISSING = "server missing: "
NOT_RUN = pytest.StashKey[dict[str, str]]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say loudly at the end what did not run, and why; CMSTATION_NOT_RUN_LIST names a file for it too."""
    sentences = [*servers_not_run(config), *other_tests_not_run(terminalreporter)]
    if not sentences:
        return
    terminalreporter.section("not run", sep="=", red=True, bold=True)
    for sentence in sentences:
        terminalreporter.line(sentence, red=True)
    listing = os.environ.get("CMSTATION_NOT_RUN_LIST")
    if listing:
        Path(listing).write_text("\n".join(sentences), encoding="utf-8")


def servers_not_run(config: pytest.Config) -> list[str]:
    """Word each server that did not start."""
    not_run = config.stash.get(NOT_RUN, dict[str, str]())
    return [
        f"NOT RUN: tests against {server}, because {reason}" for server, reason in sorted(not_run.items())
    ]


def other_tests_not_run(reporter: pytest.TerminalReporter) -> list[str]:
    """Word the skipped tests that need no server."""
    reports = [report for report in reporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)]
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in reports)
    without_server = [reason for reason in sorted(reasons) if not reason.startswith(SERVER_MISSING)]
    return [f"NOT RUN: {reasons[reason]} tests, because {reason}" for reason in without_server]


@pytest.fixture(scope="session")
def wordpress_server(pytestconfig: pytest.Config) -> Iterator[WordPressServer]:
    """Give a real WordPress, one for all tests of a run."""
    with running(WordPressServer(), pytestconfig) as server:
        yield server


@pytest.fixture(scope="session")
def bluesky_server(pytestconfig: pytest.Config) -> Iterator[BlueskyServer]:
    """Give a real Bluesky personal data server, one for all tests of a run."""
    with running(BlueskyServer(), pytestconfig) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_server(pytestconfig: pytest.Config) -> Iterator[PostgresServer]:
    """Give a real PostgreSQL, one for all tests of a run."""
    with running(PostgresServer(), pytestconfig) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Give the address of an empty database that lives as long as one test."""
    url = postgres_server.new_database()
    yield url
    postgres_server.drop_database(url)


@pytest.fixture(scope="session")
def keyring_session(pytestconfig: pytest.Config) -> Iterator[KeyringSession]:
    """Give a private keyring; this process uses it only inside `used_by_this_process()`."""
    with running(KeyringSession(), pytestconfig) as session:
        yield session


@pytest.fixture
def keyring_of_this_process(keyring_session: KeyringSession) -> Iterator[KeyringSession]:
    """Lead this process to the private, unlocked keyring for one test."""
    with keyring_session.used_by_this_process():
        yield keyring_session


@pytest.fixture(scope="session")
def mastodon_server(pytestconfig: pytest.Config) -> Iterator[MastodonServer]:
    """Give a Mastodon API server, one for all tests of a run."""
    with running(MastodonServer(), pytestconfig) as server:
        yield server


@contextmanager
def running(server: ServerType, config: pytest.Config) -> Generator[ServerType]:
    """Run a server, or skip and remember why; CMSTATION_REQUIRE_SERVERS=1 makes it a failure."""
    try:
        server.start()
    except ServerUnavailable as missing:
        server.close()
        config.stash.setdefault(NOT_RUN, {})[missing.server] = missing.reason
        if os.environ.get("CMSTATION_REQUIRE_SERVERS") == "1":
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(f"{SERVER_MISSING}{missing}")
    try:
        yield server
    finally:
        server.close()
