"""The lock files hold what pyproject.toml asks for, with hashes and without any address."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNNING = ROOT / "requirements.lock"
CHECKING = ROOT / "packaging" / "check.lock"
SERVER = ROOT / "tests" / "servers" / "files" / "mastodon.lock"
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)(\[[a-z,]+\])?==(?P<version>[^ ]+)")
FIRST_WORD = re.compile(r"^[A-Za-z0-9._-]+")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: Path) -> dict[str, str]:
    found = map(PINNED.match, lock.read_text(encoding="utf-8").splitlines())
    return {canonical(one["name"]): one["version"] for one in found if one}


def asked_for(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [
        *project["dependencies"],
        *(line for extra in extras for line in project["optional-dependencies"][extra]),
    ]
    names = map(FIRST_WORD.match, lines)
    return {canonical(name[0]) for name in names if name}


def test_every_dependency_is_pinned() -> None:
    assert asked_for() <= pinned(RUNNING).keys()
    assert asked_for("check") <= pinned(CHECKING).keys()


def test_the_checks_run_on_the_very_versions_that_people_get() -> None:
    assert pinned(RUNNING).items() <= pinned(CHECKING).items()


@pytest.mark.parametrize("lock", [RUNNING, CHECKING, SERVER], ids=lambda lock: lock.name)
def test_every_pin_has_a_hash_and_no_line_an_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    requirements = re.split(r"\n(?=\S)", "\n".join(lines))

    assert len(requirements) > 20
    assert all("--hash=sha256:" in requirement for requirement in requirements)
    assert "://" not in text
    assert not any(line.startswith("--") for line in lines)


@pytest.mark.parametrize(("name", "packages"), [("bluesky", 500), ("icaljs", 1)])
def test_the_node_packages_have_no_address_either(name: str, packages: int) -> None:
    lock = (SERVER.parent / name / "package-lock.json").read_text(encoding="utf-8")

    assert "resolved" not in lock
    assert "://" not in lock
    assert lock.count('"integrity"') >= packages
