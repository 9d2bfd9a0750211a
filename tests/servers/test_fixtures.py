"""A server that is missing is never missed silently."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ONE_TEST = """\
def test_nothing(wordpress_server):
    assert wordpress_server.url
"""


def run_without_servers(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_one.py").write_text(ONE_TEST)
    settings = {"CMSTATION_SERVERS_DIR": str(folder / "empty"), "PYTHONPATH": str(ROOT), **variables}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CMSTATION_")}
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.servers.fixtures",
            "-p",
            "no:cacheprovider",
            str(folder),
        ],
        cwd=folder,
        env={**inherited, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    return tmp_path


def test_a_missing_server_skips_its_tests_and_is_named_at_the_end(folder: Path) -> None:
    listing = folder / "listing"

    run = run_without_servers(folder, CMSTATION_NOT_RUN_LIST=str(listing))

    assert run.returncode == 0
    assert "1 skipped" in run.stdout
    assert "NOT RUN: tests against WordPress, because " in run.stdout
    assert listing.read_text().startswith("NOT RUN: tests against WordPress, because ")
    assert len(listing.read_text().splitlines()) == 1


def test_a_missing_server_is_a_failure_where_all_are_required(folder: Path) -> None:
    run = run_without_servers(folder, CMSTATION_REQUIRE_SERVERS="1")

    assert run.returncode == 1
    assert "NOT RUN: tests against WordPress, because " in run.stdout
