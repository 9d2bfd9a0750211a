"""Texts that people and hostile clipboards bring, for properties."""

from hypothesis import strategies as st

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
_PIECES = (
    "Prenez rendez-vous",
    "L’été",
    "«\u202fsoin\u202f»",
    "…",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\u00a0",
    "e\u0301",
    "n\u0303",
    "https://clinique.example.fr/soins?page=2",
    "http://",
    "https://exämple.com/a_(b)",
    "exemple.fr",
    "exemple.frais",
    "t.co/abc",
    "twitter.みんな",
    ".com",
    ".",
    "/",
    "(",
    ")",
    "?",
    "!",
    "#",
    "＃",
    "#santé",
    "@",
    "@accueil",
    "@accueil@clinique.example",
    "@accueil.bsky.social",
    "$",
    "中文",
    "مرحبا",
    "हिन्दी",
    "각",
    FAMILY,
    "👍🏽",
    "🇫🇷",
    "🇫",
    "1\ufe0f\u20e3",
    "❤\ufe0f",
    "\ufe0f",
    "\u200d",
    "\ud83d",
    "\udc00",
    "\ufeff",
    "\u0000",
    "<",
)

unruly = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(_PIECES), max_size=25).map("".join),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.characters()), max_size=25).map("".join),
)
long_unruly = st.tuples(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12), st.integers(1, 60)).map(
    lambda made: "".join(made[0]) * made[1]
)


def as_counted(text: str) -> str:
    """Replace lone surrogates, which no network can store."""
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
