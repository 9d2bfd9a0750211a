"""Themes, campaigns, templates and tags: what a clinic sorts its posts by."""

from cmstation.domain.changes import Changes
from cmstation.domain.labels import Campaign, Template, Theme
from cmstation.services.done import Done
from cmstation.storage.labels import Labels

_CHANGED = Changes(labels=True)


class LabelBook:
    """What a person can do with labels."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels

    def themes(self) -> tuple[Theme, ...]:
        """Return the editorial lines, in their order."""
        return self._labels.themes()

    def campaigns(self) -> tuple[Campaign, ...]:
        """Return the campaigns, open ones first."""
        return self._labels.campaigns()

    def templates(self) -> tuple[Template, ...]:
        """Return the templates by name."""
        return self._labels.templates()

    def known_tags(self) -> tuple[str, ...]:
        """Return the tags already used, most used first."""
        return self._labels.known_tags()

    def add_theme(self, name: str, colour: str = "info") -> Done[Theme]:
        """Add an editorial line."""
        return Done(self._labels.add_theme(name, colour), _CHANGED)

    def add_campaign(self, name: str) -> Done[Campaign]:
        """Add a campaign."""
        return Done(self._labels.add_campaign(name), _CHANGED)

    def add_template(self, name: str, title: str, text: str) -> Done[Template]:
        """Keep a text to start from."""
        return Done(self._labels.add_template(name, title, text), _CHANGED)

    def remove_template(self, template: int) -> Changes:
        """Forget a template."""
        self._labels.remove_template(template)
        return _CHANGED
