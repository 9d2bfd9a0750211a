"""Which language the window speaks."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from cmstation.domain.errors import DiskFull
from cmstation.resource_files import resource
from cmstation.ui.translation import Translation, language_for
from cmstation.ui.wording import sentence_for

translate = QCoreApplication.translate


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("", ["fr-FR", "en-US"], "fr"),
        ("", ["fr_CA"], "fr"),
        ("", ["en-GB", "fr-FR"], "en"),
        ("", ["de-DE", "fr-CH"], "fr"),
        ("", ["de-DE"], "en"),
        ("", [], "en"),
        ("fr", ["en-US"], "fr"),
        ("en", ["fr-FR"], "en"),
        ("klingon", ["fr-FR"], "fr"),
    ],
)
def test_french_shows_on_a_french_system_and_english_elsewhere(
    choice: str, system: list[str], language: str
) -> None:
    assert language_for(choice, system) == language


@pytest.fixture(scope="session")
def compiled() -> None:
    """Compile what `git clone` does not bring."""
    sources = list(resource("i18n").glob("*.ts"))
    made = [source.with_suffix(".qm") for source in sources]
    if all(
        new.is_file() and new.stat().st_mtime >= old.stat().st_mtime
        for new, old in zip(made, sources, strict=True)
    ):
        return
    script = Path(__file__).parents[2] / "packaging" / "translations.py"
    subprocess.run([sys.executable, str(script), "compile"], check=True)


@pytest.fixture
def translation(qapp: QApplication, compiled: None) -> Iterator[Translation]:
    before = QLocale()
    made = Translation(qapp)
    yield made
    made.remove()
    QLocale.setDefault(before)


def test_an_error_is_told_in_french(translation: Translation) -> None:
    translation.install("fr")

    assert sentence_for(DiskFull(folder="/x")).text.startswith("Le disque est plein")


def test_french_counts_nothing_as_one(translation: Translation) -> None:
    translation.install("fr")

    assert translate("Dates", "%n hour(s)", "", 0) == "0 heure"
    assert translate("Dates", "%n hour(s)", "", 2) == "2 heures"


def test_english_has_its_plurals_too(translation: Translation) -> None:
    translation.install("en")

    assert translate("Dates", "%n hour(s)", "", 1) == "1 hour"
    assert translate("Dates", "%n hour(s)", "", 2) == "2 hours"


def test_the_words_of_qt_s_own_dialogs_are_french_as_well(translation: Translation) -> None:
    translation.install("fr")

    assert translate("QPlatformTheme", "Cancel") == "Annuler"


def test_going_back_to_the_source_language(translation: Translation) -> None:
    translation.install("fr")

    translation.remove()

    assert translate("Header", "Off line") == "Off line"
