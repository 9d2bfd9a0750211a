"""The lists of the watch: themes with sources and rules, and what a rule would show before it is kept."""

import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cmstation.domain.changes import Changes
from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Reading, Retention, StoryFilter, WatchList
from cmstation.domain.watch_rule_json import RuleUnreadable, rule_json, rule_of
from cmstation.domain.watch_rule_remarks import Remark, looks_wrong
from cmstation.domain.watch_rule_terms import Term
from cmstation.domain.watch_rules import Matcher, Reason, Rule, compiled
from cmstation.services.done import Done
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_stories import WatchStories
from cmstation.storage.watch_story_texts import StoredText

log = logging.getLogger(__name__)
CHANGED: Final = Changes(watch=True)
# A rule is shown at each letter that is typed: so many take some 50 ms.
MOST_LOOKED_AT: Final = 3_000
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A stored item that a rule shows or hides.

    Args:
        spans: where in the title the rule finds its words, in characters.
        reason: why it is hidden; None for one that is shown.
        terms: the words of the rule that speak against it.
    """

    item: int
    story: int
    title: str
    source: int
    source_name: str
    moment: datetime
    spans: tuple[tuple[int, int], ...] = ()
    reason: Reason | None = None
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What a rule would show of what is stored.

    Args:
        matched, missed: how many of the items that were looked at, the newest ones.
        drops_everything: it would show nothing, and there is something to show.
        remarks: what looks wrong in the rule itself.
    """

    matched: int
    missed: int
    matched_rows: tuple[PreviewRow, ...] = ()
    missed_rows: tuple[PreviewRow, ...] = ()
    drops_everything: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def looked_at(self) -> int:
        """Return how many items were looked at."""
        return self.matched + self.missed


class ListBook:
    """What a person can do with lists."""

    def __init__(self, lists: WatchLists, stories: WatchStories) -> None:
        self._lists = lists
        self._stories = stories

    # --- questions ---

    def all(self) -> tuple[WatchList, ...]:
        """Return the lists in the person's order."""
        return self._lists.all()

    def get(self, list_: int) -> WatchList:
        """Return one list."""
        return self._lists.get(list_)

    def rule(self, list_: int) -> Rule:
        """Return the rule of a list; one that shows everything when the stored one cannot be read."""
        return readable_rule(self._lists.get(list_))

    def matchers(self) -> Mapping[int, Matcher]:
        """Return the rules of the lists that have one, made ready, by list."""
        rules = {one.id: readable_rule(one) for one in self._lists.all() if one.rule}
        return {list_: compiled(rule) for list_, rule in rules.items() if rule != Rule()}

    def preview(self, list_: int | None, sources: Collection[int], rule: Rule, most: int = 20) -> RulePreview:
        """Say what a rule would show of the newest stored items, before it is kept.

        Args:
            list_: the list that the rule is for, None for one that is not there yet.
            sources: those that the list looks at, or will; without any, those that it has.
            most: how many items to name of each side.
        """
        wanted = tuple(sources)
        if not wanted and list_ is not None:
            wanted = self._lists.get(list_).sources
        matcher, remarks = compiled(rule), looks_wrong(rule)
        matched, missed = list[StoredText](), list[StoredText]()
        for text in self._stories.newest_texts(wanted, MOST_LOOKED_AT):
            side = matched if matcher.matches_folded(text.source, text.folded) else missed
            side.append(text)
        nothing = not matched and (bool(missed) or any(remark.fatal for remark in remarks))
        return RulePreview(
            matched=len(matched),
            missed=len(missed),
            matched_rows=tuple(_row(text, matcher) for text in matched[:most]),
            missed_rows=tuple(_row(text, matcher) for text in missed[:most]),
            drops_everything=nothing,
            remarks=remarks,
        )

    # --- changes ---

    def add(self, name: str, folder: Iterable[str] = (), sources: Iterable[int] = ()) -> Done[WatchList]:
        """Add a list below the others; it shows all that its sources bring until it has a rule."""
        made = self._lists.add(name.strip(), folder=tuple(folder), sources=sources)
        if made.sources:
            self.follow(made.id)
        return Done(made, CHANGED, lambda: self.remove(made.id).changes)

    def rename(self, list_: int, name: str) -> Done[WatchList]:
        """Give a list another name."""
        before = self._lists.get(list_).name
        changed = self._lists.change(list_, name=name.strip())

        def undo() -> Changes:
            self._lists.change(list_, name=before)
            return CHANGED

        return Done(changed, CHANGED, undo)

    def remove(self, list_: int) -> Done[int]:
        """Remove a list; what it showed stays stored."""
        before = self._lists.get(list_)
        order = [one.id for one in self._lists.all()]
        self._lists.remove(list_)

        def undo() -> Changes:
            made = self._lists.add(
                before.name, rule=before.rule, retention=before.retention, folder=before.folder
            )
            self._put_sources(made.id, before.sources)
            self._lists.reorder([made.id if one == list_ else one for one in order])
            self.follow(made.id)
            return CHANGED

        return Done(list_, CHANGED, undo)

    def move(self, list_: int, position: int, folder: Iterable[str] | None = None) -> Done[WatchList]:
        """Put a list at a place among all, from 0, and into a folder.

        Args:
            folder: its path from the top; None leaves it where it is.
        """
        before, order = self._lists.get(list_), [one.id for one in self._lists.all()]
        others = [one for one in order if one != list_]
        self._lists.reorder([*others[:position], list_, *others[position:]])
        if folder is not None:
            self._lists.change(list_, folder=tuple(folder))

        def undo() -> Changes:
            self._lists.change(list_, folder=before.folder)
            self._lists.reorder(order)
            return CHANGED

        return Done(self._lists.get(list_), CHANGED, undo)

    def set_sources(
        self, list_: int, sources: Iterable[int], progress: Progress | None = None
    ) -> Done[WatchList]:
        """Say which sources a list looks at, in the person's order; stored items follow."""
        before = self._lists.get(list_).sources
        changed = self._lists.set_sources(list_, sources)
        if set(changed.sources) != set(before):
            self.follow(list_, progress)

        def undo() -> Changes:
            self._put_sources(list_, before)
            self.follow(list_)
            return CHANGED

        return Done(changed, CHANGED, undo)

    def set_retention(self, list_: int, retention: Retention) -> Done[WatchList]:
        """Say how long the items of a list stay."""
        before = self._lists.get(list_).retention
        changed = self._lists.change(list_, retention=retention)

        def undo() -> Changes:
            self._lists.change(list_, retention=before)
            return CHANGED

        return Done(changed, CHANGED, undo)

    def set_rule(self, list_: int, rule: Rule, progress: Progress | None = None) -> Done[int]:
        """Give a list another rule and match the stored items anew.

        Returns:
            How many stories the list shows now.
        """
        before = self._lists.get(list_).rule
        self._keep_rule(list_, "" if rule == Rule() else rule_json(rule), progress)

        def undo() -> Changes:
            self._keep_rule(list_, before, None)
            return CHANGED

        return Done(self.shown(list_), CHANGED, undo)

    def shown(self, list_: int) -> int:
        """Return how many stories a list shows."""
        return self._stories.count(StoryFilter(lists=frozenset({list_}), reading=Reading.ALL))

    def follow(self, list_: int, progress: Progress | None = None) -> None:
        """Make the stored items that a list shows follow its rule and its sources."""
        # When it was changed meanwhile, whoever changed it does this anew.
        self._lists.rematch(list_, self._matcher(list_), progress)

    def follow_all(self) -> bool:
        """Go on with what was broken off; tell whether there was anything to do."""
        unmatched = self._lists.unmatched()
        for list_ in unmatched:
            try:
                self.follow(list_)
            except NotFound:
                continue  # removed meanwhile
        return bool(unmatched)

    # --- inside ---

    def _keep_rule(self, list_: int, rule: str, progress: Progress | None) -> None:
        self._lists.change(list_, rule=rule)
        self.follow(list_, progress)

    def _matcher(self, list_: int) -> Matcher | None:
        rule = readable_rule(self._lists.get(list_))
        return None if rule == Rule() else compiled(rule)

    def _put_sources(self, list_: int, sources: Iterable[int]) -> None:
        """Set sources, passing over those that are gone by now."""
        wanted = list(sources)
        while True:
            try:
                self._lists.set_sources(list_, wanted)
                return
            except NotFound as missing:
                gone = missing.facts.get("identity")
                if missing.facts.get("subject") != "watch_source" or gone not in wanted:
                    raise
                wanted = [one for one in wanted if one != gone]


def readable_rule(list_: WatchList) -> Rule:
    """Return the rule of a list; one that shows everything when the stored one cannot be read."""
    try:
        return rule_of(list_.rule)
    except RuleUnreadable:
        # Written by a newer program, or damaged: to show too much is the lesser evil.
        log.warning("the rule of watch list %d cannot be read", list_.id)
        return Rule()


def _row(text: StoredText, matcher: Matcher) -> PreviewRow:
    verdict = matcher.verdict_folded(text.source, text.folded)
    return PreviewRow(
        item=text.item,
        story=text.story,
        title=text.title,
        source=text.source,
        source_name=text.source_name,
        moment=text.moment,
        spans=matcher.places(text.title, source=text.source),
        reason=next(iter(verdict.reasons), None),
        terms=(*verdict.missing, *verdict.forbidden),
    )
