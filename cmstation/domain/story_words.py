"""The words of a title and a lead as stories compare them: folded, shortened, as numbers."""

import re
from typing import Final, NamedTuple, cast
from zlib import crc32

from cmstation.domain.folding import folded
from cmstation.domain.story_word_lists import COMMON_WORDS, SITE_WORDS, STOP_WORDS

# A code is 32 bits of the shortened word; the lowest two say what kind of word it is.
NAME: Final = 1
NUMBER: Final = 2
KINDS: Final = 3

TITLE_LETTERS: Final = 400
LEAD_LETTERS: Final = 220
TITLE_WORDS: Final = 24
LEAD_WORDS: Final = 18
_KEPT_CODES: Final = 60_000

# "10 000" is read as 10 and 000, "2,9" as 2 and 9: so they are however they are written.
_TOKEN: Final = re.compile(r"\w+|[.!?…:«»“”|]")
# Folding is slow, and these are all that most French words need.
_FRENCH: Final = str.maketrans("àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy")
_ALONE: Final = re.compile(r"\s*\w[\w-]*\s?[.:]")
_ENDING: Final = re.compile(
    r"(?<=\w{4})(?:(?:iss)?ements?|(?:is)?ations?|euses?|eurs?|rices?|ieres?|iers?|istes?|ales?|aux|els?|elles?"
    r"|aient|ait|ants?|antes?|ees?|er|es|ent|ir|it|ie|e|s|x)\Z"
)
_SENTENCE_STARTS: Final = frozenset(".!?…:«»“”|")
# What the press puts before a headline and says nothing of the story.
_LABEL: Final = re.compile(
    r"\s*\[?(?:en\s+)?(?:direct|live|vid[ée]os?|photos?|images?|diaporama|enqu[êe]te|reportage|t[ée]moignages?"
    r"|entretien|interview|exclusif|exclu|info\s+[\w’' ]{2,24}|tribune|analyse|d[ée]cryptage|carte"
    r"|infographie|podcast|audio|replay|grand\s+format|alerte|urgent|mise\s+[àa]\s+jour|màj|maj|abonn[ée]s?|portrait"
    r"|r[ée]cit|vrai\s+ou\s+faux|opinion|[ée]ditorial|factuel|watch|video|breaking(?:\s+news)?|exclusive|update)"
    r"\s*(?:\]|[.:|–—-])\s*",
    re.IGNORECASE,
)
_SUFFIX: Final = re.compile(r"\s([|–—-])\s+((?:[^|–—\s]|\s(?!-\s)){2,48})\Z")


class ItemWords(NamedTuple):
    """The codes of a title and of its lead, each once, in their order; the lead without the title's.

    `publisher` is the name that stood at the end of the title, "" without one.
    """

    title: tuple[int, ...]
    lead: tuple[int, ...]
    publisher: str


_codes: dict[str, int] = {}


def item_words(title: str, text: str, site: str) -> ItemWords:
    """Read the words that a story is told by.

    Args:
        title: plain text, with whatever label or site name the source puts around it.
        text: plain text; its beginning is the lead.
        site: the host of the address, to recognise the site's name at the end of the title.
    """
    headline, publisher = bare_title(title, site)
    found: dict[int, int] = {}
    # "Lannion. La grève …", "Rougeole : …": a first word that stands alone names the matter.
    _collect(headline, found, starts=not _ALONE.match(headline), shouted=headline.isupper())
    titled = min(len(found), TITLE_WORDS)
    codes = tuple(found.values())
    lead = _lead(text, headline)
    if not lead:
        return ItemWords(codes[:titled], (), publisher)
    _collect(lead, found)
    told = tuple(found.values())
    return ItemWords(codes[:titled], told[len(codes) : len(codes) + LEAD_WORDS], publisher)


def bare_title(title: str, site: str) -> tuple[str, str]:
    """Return a title without the label before it and the site's name after it, and that name."""
    bare, name = title.strip()[:TITLE_LETTERS], ""
    while (label := _LABEL.match(bare)) and label.end() < len(bare):
        bare = bare[label.end() :]
    while (suffix := _SUFFIX.search(bare)) and _names_site(suffix[1], suffix[2], site):
        bare, name = bare[: suffix.start()], name or suffix[2]
    return bare, name


def shortened(word: str) -> str:
    """Return a folded word without its ending; what is left is never cut, since towns begin alike."""
    return _ENDING.sub("", word)


def forget() -> None:
    """Forget the words that were read; they are kept only for speed."""
    _codes.clear()


def code_of(stem: str) -> int:
    """Return the number that stands for a shortened word, without its kind."""
    return crc32(stem.encode("utf-8", "surrogatepass")) & ~KINDS


COMMON: Final = frozenset(code_of(shortened(word)) for word in COMMON_WORDS)


def joined_letters(name: str) -> str:
    """Return a name without accents, case, spaces and signs: "Ouest-France" and "ouest-france" are one."""
    return "".join(letter for letter in folded(name) if letter.isalnum())


def _names_site(sign: str, name: str, site: str) -> bool:
    words = [word for word in folded(name).replace("-", " ").split() if len(word) > 2]
    if not words or len(words) > 4:
        return False
    if sign == "|" or joined_letters(name) in joined_letters(site):
        return True
    known = sum(word.strip(".,") in SITE_WORDS or "." in word for word in words)
    return 2 * known >= len(words)


def _lead(text: str, headline: str) -> str:
    """Return the beginning of the text, once, without a title that it repeats."""
    lead = text[:LEAD_LETTERS].lstrip()
    return lead[len(headline) :] if headline and lead.startswith(headline) else lead


def _collect(text: str, found: dict[int, int], *, starts: bool = True, shouted: bool = False) -> None:
    """Add the words of a text with their kinds; a capital at the start of a sentence makes no name."""
    tokens = _TOKEN.findall(text)
    codes = list(map(_codes.get, tokens))
    if None in codes:
        codes = [_learn(word) if code is None else code for word, code in zip(tokens, codes, strict=True)]
    for code in cast("list[int]", codes):
        if code > 0:
            if starts or shouted:
                code &= ~NAME  # noqa: PLW2901 - the hottest loop of all
                starts = False
            word = code & ~KINDS
            if word not in found:
                found[word] = code
            elif code != word:
                found[word] |= code
        else:
            starts = code < 0


def _learn(written: str) -> int:
    """Return the code of a word as it is written: 0 for an empty word, -1 for a sign that ends a sentence."""
    if len(_codes) >= _KEPT_CODES:
        _codes.clear()
    code = _code_as_written(written)
    _codes[written] = code
    return code


def _code_as_written(written: str) -> int:
    if written in _SENTENCE_STARTS:
        return -1
    if written[0].isdecimal():
        return code_of(folded(written)) | NUMBER if written != "000" else 0
    word = written.lower()
    if not word.isascii():
        word = word.translate(_FRENCH)
        if not word.isascii():
            word = folded(word).strip()
    if len(word) < 2 or word in STOP_WORDS:
        return 0
    # A word whose code happens to be 0 would pass for an empty one.
    return code_of(shortened(word)) | (NAME if written[0].isupper() else 0) or KINDS + 1
