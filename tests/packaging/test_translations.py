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


def test_a_text_that_lupdate_drops_because_of_its_count_is_found(script: Load, tmp_path: Path) -> None:
    files, translations = script("translation_files"), script("translations")
    source = tmp_path / "words.py"
    source.write_text(
        'a = self.tr("%n post(s)", "", len(found))\n'
        'b = translate("X", "%n day(s)", "", whole(facts, "days"))\n'
        'c = translate("X", "no count")\n'
        'd = "%n"\n',
        encoding="utf-8",
    )
    kept = files.Message("X", "%n post(s)", ("un post", "%n posts"), True, True)
    plain = files.Message("X", "%n day(s)", ("%n jours",), True, False)

    faults = translations.uncounted_faults([source], [kept, plain])

    assert len(faults) == 1
    assert "'%n day(s)'" in faults[0]
    assert (
        translations.uncounted_faults(translations.sources(), translations.messages_of(translations.FRENCH))
        == []
    )


def test_lupdate_reads_every_way_of_counting(script: Load, tmp_path: Path) -> None:
    """The last argument may be a figure, a name, a call with arguments, an element or an attribute."""
    sources, files = script("translation_sources"), script("translation_files")
    counts = (
        "3",
        "n",
        "whole(facts, 'over')",
        "counted['live']",
        "row.pictures",
        "max(0, n - 1)",
        "len(a[1:])",
    )
    root = tmp_path / "root"
    root.mkdir()
    lines = ["class Said:", "    def say(self):"]
    for place, count in enumerate(counts):
        lines.append(f'        self.tr("%n by self {place}", "", {count})')
        lines.append(f'        translate("Said", "%n by name {place}", "", {count})')
    (root / "said.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    copy = sources.readable_copy(root / "said.py", root, tmp_path / "copies")
    french = tmp_path / "said.ts"

    tool = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run([str(tool), str(copy), "-ts", str(french)], check=True, capture_output=True)

    read = {message.source for message in files.messages_of(french) if message.counts}
    assert read == sources.counting_texts(root / "said.py")
    assert len(read) == 2 * len(counts)
