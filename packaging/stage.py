"""What a scene of the screenshots arranges: the window, its services, and how to wait for them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cmstation.domain.drafts import DraftFilter
from cmstation.services.station import Station
from cmstation.ui.kit.tabs import TabStrip
from cmstation.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class Stage:
    """What a scene arranges.

    Args:
        settle: waits until nothing is under way any more.
    """

    shell: Shell
    station: Station
    settle: Callable[[], None]

    def page(self, key: str) -> Any:
        """Show a tab and return its page."""
        self.shell.window.choose_tab(key)
        self.settle()
        return self.shell.window.pages.page(key)

    def post(self, words: str) -> int:
        """Return the post that these words find first."""
        return self.station.drafts.rows(DraftFilter(words=words), limit=1)[0].id

    def open_post(self, words: str, version: str = "") -> Any:
        """Open a post in Drafts, on the version of an account."""
        drafts = self.page("drafts")
        drafts.show_post(self.post(words))
        self.settle()
        if version:
            strip = next(found for found in drafts.composer.findChildren(TabStrip) if found.count() > 1)
            names = [strip.tabText(place) for place in range(strip.count())]
            strip.setCurrentIndex(next(place for place, name in enumerate(names) if version in name))
            self.settle()
        return drafts
