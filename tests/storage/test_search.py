"""Full-text search."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmstation.domain.crops import CropBox
from cmstation.domain.drafts import DraftFilter
from cmstation.domain.folding import search_words
from cmstation.storage.post_fields import PostFields, VersionFields
from cmstation.storage.search import LONGEST_TERM, terms
from tests.storage.station import NOW, Station

FRENCH = ("Œuvre", "œdème", "l’équipe", "aujourd'hui", "Ça", "naïve", "été", "ÉTÉ", "a", "dépistage", "™")
HOSTILE = (
    '" OR * NEAR(',
    '"',
    "*",
    "don:*",
    "a AND",
    "NOT a",
    "a & | ! (",
    "'); DROP TABLE posts; --",
    "{terms} : x",
    "^don",
    "\\",
    "%",
    "_",
    "\x00",
    "\ud800",
    "don NEAR/2 sang",
    "terms:don",
    "(((((",
    "-don +sang",
    "مرحبا",
    "🩸",
    "don\ud83d",
)
WORDS = st.lists(st.sampled_from(FRENCH) | st.text(max_size=6), max_size=6).map(" ".join)


def found(station: Station, words: str) -> set[int]:
    """Search, and see that counting agrees."""
    filter = DraftFilter(words=words)  # noqa: A001
    listed = {row.id for row in station.posts.rows(filter)}
    assert station.posts.count(filter) == len(listed)
    return listed


def naive_terms(text: str) -> list[str]:
    """Split a text into folded words, without any of the short cuts."""
    return [word[:LONGEST_TERM].casefold() for word in search_words(text)]


def matches(texts: list[str], query: str) -> bool:
    """Tell naively whether every word of a query begins a word of the texts."""
    said = [term for text in texts for term in naive_terms(text)]
    return all(any(term.startswith(wanted) for term in said) for wanted in naive_terms(query))


@given(text=st.text() | st.lists(st.sampled_from(FRENCH)).map(" ".join))
def test_the_words_of_a_text_are_its_folded_words_once_each(text: str) -> None:
    assert terms(text) == tuple(dict.fromkeys(naive_terms(text)))


@pytest.mark.parametrize(
    "words",
    ["oedeme", "ŒDÈME", "œdème", "equipe", "l'équipe", "L’EQUIPE", "équ", "tilleuls equipe", "oe cli til"],
)
def test_accents_case_ligatures_and_apostrophes_do_not_matter(station: Station, words: str) -> None:
    post = station.post(title="Œdème", text="L’équipe de la clinique des Tilleuls")
    station.post(title="Autre", text="Rien à voir")

    assert found(station, words) == {post.id}


@pytest.mark.parametrize("words", ["dème", "uipe", "tilleuls scanner", "equipes"])
def test_every_word_must_begin_a_word(station: Station, words: str) -> None:
    station.post(title="Œdème", text="L’équipe de la clinique des Tilleuls")

    assert found(station, words) == set()


@pytest.mark.parametrize("words", ["", "  ", "!!!", "«»", '"*"'])
def test_a_query_without_letters_or_digits_asks_for_everything(station: Station, words: str) -> None:
    post = station.post()

    assert found(station, words) == {post.id}


@pytest.mark.parametrize("words", HOSTILE)
def test_no_query_can_break_the_search(station: Station, words: str) -> None:
    post = station.post(title="Don du sang", text="near or not and terms drop")

    listed = found(station, words)

    assert listed == ({post.id} if matches([post.title, post.text], words) else set())
    assert station.posts.get(post.id) == post


def test_everything_that_is_written_is_searched(station: Station) -> None:
    theme, campaign = station.labels.add_theme("Prévention", "info"), station.labels.add_campaign("Mars bleu")
    account, medium = station.account(), station.medium()
    post = station.posts.add(
        NOW, title="Titre", text="Corps", tags=("étiquette",), sources="Assurance", accounts=[account.id]
    )
    station.posts.set_version(post.id, account.id, NOW, text="Particulier", title="Sommaire")
    station.posts.update(post.id, NOW, expected=None, theme=theme.id, campaign=campaign.id)
    station.posts.attach(post.id, medium.id, NOW, alt_text="Scanner neuf")

    for words in ("titre", "corps", "etiquette", "assurance", "particulier", "sommaire", "prevention", "bleu",
                  "scanner", "titre scanner bleu"):  # fmt: skip
        assert found(station, words) == {post.id}, words


def test_the_index_follows_each_change(station: Station) -> None:
    theme = station.labels.add_theme("Prévention", "info")
    account, medium = station.account(), station.medium()
    post = station.posts.add(NOW, text="ancien", theme=theme.id, accounts=[account.id])
    station.posts.set_version(post.id, account.id, NOW, **VersionFields(text="propre"))
    station.posts.attach(post.id, medium.id, NOW, alt_text="couloir")

    station.posts.update(post.id, NOW, expected=None, **PostFields(text="nouveau"))
    station.posts.set_attachment(post.id, medium.id, NOW, crops={"x": CropBox(0, 0, 1, 1)}, alt_text="hall")
    station.posts.choose_accounts(post.id, [], NOW)
    station.labels.update_theme(theme.id, name="Accueil")

    assert [bool(found(station, words)) for words in ("nouveau", "hall", "accueil")] == [True] * 3
    gone = ("ancien", "propre", "couloir", "prevention")
    assert [bool(found(station, words)) for words in gone] == [False] * 4
    station.labels.remove_theme(theme.id)
    assert found(station, "accueil") == set()


def test_a_long_word_is_found_by_its_beginning(station: Station) -> None:
    post = station.post(text="e" * 5_000)

    assert found(station, "e" * LONGEST_TERM) == {post.id}
    assert found(station, "e" * 6_000) == {post.id}
    assert found(station, "e" * (LONGEST_TERM - 1) + "x") == set()


def test_a_text_of_a_million_different_words_is_stored_and_searched(station: Station) -> None:
    text = " ".join(f"{number:06x}" for number in range(150_000))

    post = station.post(text=text)

    assert station.posts.get(post.id).text == text
    assert found(station, "000001 0000ff") == {post.id}


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), query=WORDS)
def test_search_finds_what_a_naive_filter_finds(
    station: Station, texts: list[tuple[str, str]], query: str
) -> None:
    posts = {station.post(title=title, text=text).id: [title, text] for title, text in texts}

    # The query's own beginnings are asked too, so that a good part of the questions has an answer.
    for words in (query, query[:3], texts[0][0][:4], f"{texts[0][0]} {texts[0][1][:5]}"):
        wanted = {post for post, said in posts.items() if matches(said, words)}
        assert found(station, words) & set(posts) == wanted
