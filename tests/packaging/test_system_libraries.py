"""System packages are named before anything is asked of a person."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="system packages are a matter of Linux")


def test_without_apt_the_missing_packages_are_named(
    script: Load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    system_libraries = script("system_libraries")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(system_libraries.PackagesMissing) as missing:
        system_libraries.install(["libegl1", "xvfb"])

    assert missing.value.packages == ("libegl1", "xvfb")
    assert "apt-get install libegl1 xvfb" in missing.value.remedy


def test_nothing_missing_asks_for_nothing(
    script: Load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    script("system_libraries").install([])


@linux_only
def test_this_machine_has_what_the_window_needs(script: Load) -> None:
    assert script("system_libraries").missing_window_packages() == []


@linux_only
def test_a_library_that_is_not_there_is_noticed(script: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    system_libraries = script("system_libraries")
    monkeypatch.setitem(system_libraries.WINDOW_LIBRARIES, "libno-such-thing.so.7", "libno-such-thing7")

    assert system_libraries.missing_window_packages() == ["libno-such-thing7"]
