"""Names of the places whose holidays are known."""

from PySide6.QtCore import QCoreApplication

from cmstation.domain.regions import Region

translate = QCoreApplication.translate


def region_word(region: Region) -> str:
    """Name a place as a person of it would."""
    names = {
        Region.NONE: translate("Regions", "no place: no holidays are shown"),
        Region.FRANCE_A: translate("Regions", "France, zone A (Lyon, Bordeaux, Besançon…)"),
        Region.FRANCE_B: translate("Regions", "France, zone B (Lille, Nantes, Nice…)"),
        Region.FRANCE_C: translate("Regions", "France, zone C (Paris, Toulouse, Montpellier…)"),
        Region.ALSACE_MOSELLE: translate("Regions", "France, Alsace-Moselle (zone B)"),
        Region.CORSICA: translate("Regions", "France, Corsica"),
        Region.GUADELOUPE: translate("Regions", "France, Guadeloupe"),
        Region.MARTINIQUE: translate("Regions", "France, Martinique"),
        Region.GUYANE: translate("Regions", "France, Guyane"),
        Region.REUNION: translate("Regions", "France, Réunion"),
        Region.MAYOTTE: translate("Regions", "France, Mayotte"),
        Region.BELGIUM_FRENCH: translate("Regions", "Belgium, French Community"),
        Region.BELGIUM_FLEMISH: translate("Regions", "Belgium, Flemish Community"),
        Region.BELGIUM_GERMAN: translate("Regions", "Belgium, German-speaking Community"),
        Region.QUEBEC: translate("Regions", "Québec"),
    }
    return names[region]
