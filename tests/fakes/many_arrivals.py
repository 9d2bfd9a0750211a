"""Draw new items as a refresh of many feeds brings them, for measurements of storing."""

import random
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2b

from cmstation.domain.folding import search_words
from cmstation.domain.watch import NewItem, SourceKind
from cmstation.domain.watch_rule_terms import terms
from cmstation.domain.watch_rules import Matcher, Rule
from cmstation.storage.database import Database
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_sources import WatchSources
from tests.fakes.item_words import ANGLES, LISTS, SENTENCES, SUBJECTS, towns
from tests.fakes.many_posts import TODAY

SOURCES = 300
LETTERS = 1_300
AT_A_KNOWN_ADDRESS = 0.12
RULES = {1: Rule(any=terms("dépistage, maternité")), 2: Rule(none=terms("grève")), 3: Rule()}


def add_sources_and_lists(database: Database) -> Mapping[int, Matcher]:
    """Add 300 sources in twelve lists, three of them with a rule; return the rules made ready."""
    sources = WatchSources(database)
    added = [
        sources.add(SourceKind.FEED, f"https://media{at}.example/feed", TODAY).id for at in range(SOURCES)
    ]
    lists = WatchLists(database)
    for at, name in enumerate(LISTS):
        lists.add(name, sources=added[at :: len(LISTS)] + added[at::37])
    return {list_: Matcher(rule) for list_, rule in RULES.items()}


def draw(items: int, seen_at: datetime) -> list[NewItem]:
    """Draw items of about 1,300 letters, the same ones at every call; each source has as many."""
    chance = random.Random(items)
    folded = {said: " ".join(search_words(said)) for said in (*SENTENCES, *SUBJECTS, *ANGLES)}
    places = towns(500)
    found: list[NewItem] = []
    for at in range(items):
        subject, angle, place = chance.choice(SUBJECTS), chance.choice(ANGLES), chance.choice(places)
        said: list[str] = []
        while sum(map(len, said)) < LETTERS:
            said.append(chance.choice(SENTENCES))
        guid = f"https://media{at % SOURCES}.example/{at}"
        known = found and chance.random() < AT_A_KNOWN_ADDRESS
        title = f"{subject} : {angle}, à {place}"
        words = " ".join(folded[one] for one in said)
        found.append(
            NewItem(
                source=1 + at % SOURCES,
                guid=guid,
                title=title,
                link=guid,
                canonical=found[-chance.randint(1, min(200, at))].canonical if known else guid,
                published=seen_at - timedelta(minutes=chance.randint(1, 100_000)),
                seen_at=seen_at,
                html="<p>" + "</p><p>".join(said) + "</p>",
                folded=f"{folded[subject]} {folded[angle]} a {' '.join(search_words(place))}\n{words}",
                fingerprint=blake2b(words.encode(), digest_size=32).digest(),
            )
        )
    return found
