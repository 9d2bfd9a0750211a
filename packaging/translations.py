"""Keeps the translations.

`update` reads the sources into the .ts files, `compile` makes the .qm files that the window loads,
`check` says what is missing or badly written.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from translation_files import (
    Message,
    english_plurals,
    french_faults,
    lay_out,
    messages_of,
    placeholder_faults,
)
from translation_sources import counting_texts, readable_copy

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
FRENCH = FOLDER / "cmstation_fr.ts"
ENGLISH = FOLDER / "cmstation_en.ts"


def sources() -> list[Path]:
    """Return the files that may speak to people; lupdate skips folders without a word."""
    package = ROOT / "cmstation"
    rooms = [file for room in ("ui", "cli") for file in (package / room).rglob("*.py")]
    return sorted([*package.glob("*.py"), *rooms])


def run_lupdate(french: Path) -> None:
    """Bring a file up to date with the sources; what is gone from the sources goes."""
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en_GB", "-target-language", "fr_FR"]
    with tempfile.TemporaryDirectory() as folder:
        copies = [readable_copy(source, ROOT, Path(folder)) for source in sources()]
        _run("lupdate", *options, *map(str, copies), "-ts", str(french))


def update() -> int:
    """Read the sources into both files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    run_lupdate(FRENCH)
    lay_out(FRENCH)
    ENGLISH.write_text(english_plurals(messages_of(FRENCH)), encoding="utf-8")
    missing = [message for message in messages_of(FRENCH) if not message.finished]
    print(f"{len(messages_of(FRENCH))} texts, {len(missing)} without French")
    return 0


def compile_all() -> int:
    """Make the files that the window loads."""
    for source in (FRENCH, ENGLISH):
        _run("lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))
    return 0


def check() -> int:
    """Say all that is wrong; 1 when anything is."""
    faults = [*_stale_faults(), *uncounted_faults(sources(), messages_of(FRENCH))]
    for message in messages_of(FRENCH):
        faults += _faults_of(message)
    for fault in faults:
        print(fault)
    print(f"{len(messages_of(FRENCH))} French texts, {len(faults)} faults")
    return 1 if faults else 0


def _faults_of(message: Message) -> list[str]:
    if not message.finished:
        return [f"{message.place}: no French"]
    return [f"{message.place}: {fault}" for fault in (*placeholder_faults(message), *french_faults(message))]


def uncounted_faults(files: Sequence[Path], messages: Sequence[Message]) -> list[str]:
    """Look for texts with a count that lupdate dropped or took for plain ones."""
    counted = {message.source for message in messages if message.counts}
    return [
        f"{file.name}: {text!r} is not read as a text that counts; put its count into a variable"
        for file in files
        for text in sorted(counting_texts(file) - counted)
    ]


def _stale_faults() -> list[str]:
    """Compare with what the sources say now."""
    with tempfile.TemporaryDirectory() as folder:
        french = Path(folder) / FRENCH.name
        french.write_bytes(FRENCH.read_bytes())
        run_lupdate(french)
        now = {message.place for message in messages_of(french)}
    kept = {message.place for message in messages_of(FRENCH)}
    if ENGLISH.read_text(encoding="utf-8") != english_plurals(messages_of(FRENCH)):
        return [f"{ENGLISH.name}: not up to date, run update"]
    return [f"{place}: not in the translation file, run update" for place in sorted(now - kept)] + [
        f"{place}: no longer in the sources, run update" for place in sorted(kept - now)
    ]


def _run(tool: str, *words: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    found = str(program) if program.exists() else f"pyside6-{tool}"
    done = subprocess.run([found, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout, done.stderr, file=sys.stderr)
        raise SystemExit(f"{tool} failed")


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description="Keep the translations of CM Station.")
    verbs = {"update": update, "compile": compile_all, "check": check}
    parser.add_argument("verb", choices=sorted(verbs))
    return verbs[parser.parse_args().verb]()


if __name__ == "__main__":
    sys.exit(main())
