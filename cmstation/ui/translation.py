"""Gives the window its language: French on a French system, English otherwise, or the one chosen."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from cmstation.resource_files import resource

log = logging.getLogger(__name__)
SOURCE_LANGUAGE = "en"
LANGUAGES = ("en", "fr")


def language_for(choice: str, system: Sequence[str]) -> str:
    """Return the language to show.

    Args:
        choice: "fr", "en", or "" for the system's.
        system: the system's languages as it ranks them ("fr-CA", "en-GB").
    """
    if choice in LANGUAGES:
        return choice
    for name in system:
        language = name.replace("_", "-").partition("-")[0].lower()
        if language in LANGUAGES:
            return language
    return SOURCE_LANGUAGE


class Translation(QObject):
    """Hold the translators of the application; without this object they would be gone."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self.language = SOURCE_LANGUAGE

    def install(self, choice: str = "") -> str:
        """Translate the application; return the language it speaks now."""
        self.remove()
        system = QLocale.system()
        self.language = language_for(choice, system.uiLanguages())
        QLocale.setDefault(_locale(self.language, system))
        own = str(resource("i18n"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # The source language has a file too: it holds the plurals.
        wanted = ((f"cmstation_{self.language}", own), (f"qtbase_{self.language}", qt))
        for name, folder in wanted:
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)
            elif self.language != SOURCE_LANGUAGE:
                log.warning("no translation %s", name)
        return self.language

    def remove(self) -> None:
        """Speak the source language again."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._translators.clear()


def _locale(language: str, system: QLocale) -> QLocale:
    """Keep the country of the system where it speaks this language: dates differ from one to another."""
    wanted = {"fr": QLocale.Language.French, "en": QLocale.Language.English}[language]
    if system.language() is wanted:
        return system
    country = QLocale.Country.France if language == "fr" else QLocale.Country.UnitedKingdom
    return QLocale(wanted, country)
