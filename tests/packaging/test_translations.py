"""French is complete, current, and written as a typesetter would."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
Load = Callable[[str], ModuleType]


def test_every_text_has_its_french_and_no_fault() -> None:
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "translations.py"), "check"],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("french", "fault"),
    [
        ("Vraiment ?", "ordinary space"),
        ("Vraiment?", "no thin space"),
        ("À faire : tout", "not a no-break space"),
        ("À faire: tout", "no space before :"),
        ("« tabou »", "thin space inside"),
        ("l'heure", "straight apostrophe"),
        ("Attendez...", "three dots"),
        ("Bravo\u202f!", "exclamation"),
        ("Un “mot”", "quotation marks"),
    ],
)
def test_a_fault_of_typography_is_found(script: Load, french: str, fault: str) -> None:
    files = script("translation_files")
    message = files.Message("X", "x", (french,), True, False)

    assert any(fault in found for found in files.french_faults(message))


@pytest.mark.parametrize(
    "french",
    [
        "À faire\u00a0: tout",
        "Une question\u202f? Oui\u202f; non.",
        "«\u202fsans tabou\u202f»",
        "À 09:46:18, https://clinique.example/?a=1",
        "{compte}\u00a0: {heure}",
        "100\u202f% de réponses",
    ],
)
def test_good_french_passes(script: Load, french: str) -> None:
    files = script("translation_files")

    assert list(files.french_faults(files.Message("X", "x", (french,), True, False))) == []


@pytest.mark.parametrize(
    ("source", "forms", "good"),
    [
        ("{name} is here", ("{name} est là",), True),
        ("{name} is here", ("{nom} est là",), False),
        ("{name} is here", ("est là",), False),
        ("%n post(s)", ("un post", "%n posts"), True),
        ("%n post(s)", ("un post", "des %1 posts"), False),
    ],
)
def test_placeholders_must_agree(script: Load, source: str, forms: tuple[str, ...], good: bool) -> None:
    files = script("translation_files")
    message = files.Message("X", source, forms, True, "%n" in source)

    assert (list(files.placeholder_faults(message)) == []) is good


def test_a_count_that_is_a_call_is_made_readable(script: Load, tmp_path: Path) -> None:
    sources = script("translation_sources")
    source = tmp_path / "root" / "words.py"
    source.parent.mkdir()
    source.write_text('x = translate("É", "%n day(s)", "", round(a / 3))\n', encoding="utf-8")

    copy = sources.readable_copy(source, tmp_path / "root", tmp_path / "copies")

    assert copy.read_text(encoding="utf-8") == 'x = translate("É", "%n day(s)", "", 1)\n'
