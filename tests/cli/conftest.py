"""Run the command line as a person would, on a folder of its own, with a keyring in memory."""

import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtWidgets import QApplication

from cmstation.cli.main import main
from cmstation.open_station import open_station
from tests.fakes.narrow_keyring import NarrowKeyring


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """Return what a person reads."""
        return self.out.splitlines()


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def keyring_in_memory(monkeypatch: pytest.MonkeyPatch) -> NarrowKeyring:
    """Keep the person's own keyring out of the tests."""
    back_end = NarrowKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: back_end)
    return back_end


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "clinic"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample clinic once; tests work on copies."""
    folder = tmp_path_factory.mktemp("sample") / "clinic"
    open_station(folder, rehearsal=True).close()
    return folder


@pytest.fixture
def run(
    qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run one command on an empty folder, in English."""
    return runner(folder, (), monkeypatch, capsys)


@pytest.fixture
def rehearse(
    qapp: QApplication,
    sample: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Run]:
    """Run one command on a copy of the sample clinic, in English."""
    shutil.copytree(sample, folder)
    yield runner(folder, ("--rehearsal",), monkeypatch, capsys)


def runner(
    folder: Path,
    always: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    def run(*argv: object, stdin: str = "", language: str = "en") -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        try:
            whole = ["--data-dir", str(folder), "--language", language, *always, *map(str, argv)]
            code = main(whole)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return Answer(int(code), said.out, said.err)

    return run
