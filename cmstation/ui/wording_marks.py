"""Words for campaign marks on links."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def marked_words(sites: Sequence[str]) -> str:
    """Say which links carry marks; "" when none does."""
    if not sites:
        return ""
    words = translate("CampaignMarks", "Links to {sites} carry campaign marks.")
    return words.format(sites=", ".join(sites))
