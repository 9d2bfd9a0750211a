"""The marks on the clinic's own links."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.campaign_links import LONGEST_SLUG, slug, tag_text, tagged

OWN = ("clinique-exemple.fr",)
MARKS = "utm_source=facebook&utm_medium=social&utm_campaign=octobre-rose-2026"


def tag(url: str, own: tuple[str, ...] = OWN) -> str:
    return tagged(url, own, source="Facebook", campaign="Octobre rose 2026")


def mark(text: str) -> str:
    return tag_text(text, OWN, source="Facebook", campaign="Octobre rose 2026")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://clinique-exemple.fr/rdv", f"https://clinique-exemple.fr/rdv?{MARKS}"),
        ("https://clinique-exemple.fr", f"https://clinique-exemple.fr/?{MARKS}"),
        ("http://www.clinique-exemple.fr/", f"http://www.clinique-exemple.fr/?{MARKS}"),
        ("https://RDV.Clinique-Exemple.fr:8443/A", f"https://RDV.Clinique-Exemple.fr:8443/A?{MARKS}"),
        ("https://clinique-exemple.fr/?p=12", f"https://clinique-exemple.fr/?p=12&{MARKS}"),
        ("https://clinique-exemple.fr/?", f"https://clinique-exemple.fr/?{MARKS}"),
        ("https://clinique-exemple.fr/?p=1&", f"https://clinique-exemple.fr/?p=1&{MARKS}"),
        (
            "https://clinique-exemple.fr/a%20é?q=%C3%A9#bas",
            f"https://clinique-exemple.fr/a%20é?q=%C3%A9&{MARKS}#bas",
        ),
        ("https://clinique-exemple.fr#bas", f"https://clinique-exemple.fr/?{MARKS}#bas"),
        ("https://clinique-exemple.fr./a", f"https://clinique-exemple.fr./a?{MARKS}"),
    ],
)
def test_own_links_are_marked_and_keep_what_they_say(url: str, expected: str) -> None:
    assert tag(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mailto:contact@clinique-exemple.fr",
        "tel:+33123456789",
        "clinique-exemple.fr/rdv",
        "//clinique-exemple.fr/rdv",
        "ftp://clinique-exemple.fr/",
        "https://autre.fr/?u=https://clinique-exemple.fr/",
        "https://maclinique-exemple.fr/",
        "https://clinique-exemple.fr.pirate.com/",
        "https://clinique-exemple.fr@pirate.com/",
        "https://moi:secret@clinique-exemple.fr/",
        "https://pirate.com\\@clinique-exemple.fr/",
        "https://192.168.1.10/",
        "https://[2001:db8::1]/",
        "https://fr/",
        "https://clinique-exemple.fr/deux mots",
        "https://-.fr/",
        "javascript:https://clinique-exemple.fr/",
    ],
)
def test_all_other_links_come_back_as_they_are(url: str) -> None:
    assert tag(url) == url


@pytest.mark.parametrize("own", [("fr",), ("",), ("192.168.1.10",), ("localhost",), (".",)])
def test_what_is_no_name_of_a_site_owns_nothing(own: tuple[str, ...]) -> None:
    for url in ("https://clinique-exemple.fr/", "https://192.168.1.10/", "https://localhost/"):
        assert tag(url, own) == url


@pytest.mark.parametrize(
    "own", ["www.clinique-exemple.fr", "https://www.Clinique-Exemple.fr/accueil", " clinique-exemple.fr. "]
)
def test_own_hosts_are_read_as_people_write_them(own: str) -> None:
    assert tag("https://rdv.clinique-exemple.fr/a", (own,)) == f"https://rdv.clinique-exemple.fr/a?{MARKS}"


def test_a_name_with_accents_is_the_same_in_both_writings() -> None:
    assert tag("https://xn--clinique-t-p4a.fr/", ("clinique-été.fr",)) != ""
    encoded = "clinique-été.fr".encode("idna").decode()
    assert tag(f"https://{encoded}/", ("clinique-été.fr",)).endswith(MARKS)
    assert tag("https://clinique-été.fr/", (encoded,)) == f"https://clinique-été.fr/?{MARKS}"


@pytest.mark.parametrize(
    ("there", "added"),
    [
        ("?utm_source=lettre", "&utm_medium=social&utm_campaign=octobre-rose-2026"),
        ("?utm_medium=", "&utm_source=facebook&utm_campaign=octobre-rose-2026"),
        ("?UTM_Campaign=x&utm%5Fsource=y", "&utm_medium=social"),
        (f"?{MARKS}", ""),
    ],
)
def test_marks_that_are_there_stay_and_are_not_repeated(there: str, added: str) -> None:
    assert tag(f"https://clinique-exemple.fr/{there}") == f"https://clinique-exemple.fr/{there}{added}"


def test_marks_after_the_hash_count_as_there() -> None:
    url = f"https://clinique-exemple.fr/#{MARKS}"

    assert tag(url) == url


def test_empty_names_are_not_added() -> None:
    url = tagged("https://clinique-exemple.fr/", OWN, source="X", medium="", content="Prévention du cancer")

    assert url == "https://clinique-exemple.fr/?utm_source=x&utm_content=prevention-du-cancer"
    assert tagged(url, OWN, source="", medium="") == url


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Octobre rose 2026", "octobre-rose-2026"),
        ("  L’été à l’hôpital : cœur & santé ! ", "l-ete-a-l-hopital-coeur-sante"),
        ("Journée mondiale de la prématurité 2026", "journee-mondiale-de-la"),
        ("a" * 40, "a" * 30),
        ("a" * 30 + " b", "a" * 30),
        ("« »", ""),
        ("日本", ""),
    ],
)
def test_slugs_are_short_lower_case_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_a_slug_is_always_fit_for_a_link(name: str) -> None:
    made = slug(name)

    assert len(made) <= LONGEST_SLUG
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in made
    assert made == made.strip("-") == slug(made)


@pytest.mark.parametrize(
    ("before", "link", "after"),
    [
        ("Prenez rendez-vous : ", "https://clinique-exemple.fr/rdv", "."),
        ("(voir ", "https://clinique-exemple.fr/rdv", ")"),
        ("« ", "https://clinique-exemple.fr/rdv", "\u202f»"),
        ("", "https://clinique-exemple.fr/a_(b)", ", puis"),
        ("[ici](", "https://clinique-exemple.fr/rdv?p=1", ")"),
        ("Déjà vu ? ", "https://clinique-exemple.fr/rdv", "?!\n#santé"),
        ("<", "https://clinique-exemple.fr/rdv", ">"),
    ],
)
def test_links_in_a_text_are_marked_and_nothing_else_is_touched(before: str, link: str, after: str) -> None:
    assert mark(before + link + after) == before + tag(link) + after
    assert tag(link) != link


@pytest.mark.parametrize(
    "text",
    [
        "https://clinique-exemple.fr/octobre-ro…",
        "https://clinique-exemple.fr/octobre-ro...",
        "contact@clinique-exemple.fr, www.clinique-exemple.fr",
        "xhttps://clinique-exemple.fr/",
        "https://bit.ly/3abcd https://autre.fr/https://clinique-exemple.fr/",
        "https://",
    ],
)
def test_texts_without_a_whole_own_link_stay(text: str) -> None:
    assert mark(text) == text


def test_an_endless_link_is_left_alone() -> None:
    text = "https://clinique-exemple.fr/" + ")" * 1_000_000

    assert mark(text) == text


def test_each_link_of_a_text_is_marked() -> None:
    text = "https://clinique-exemple.fr/a\nhttps://autre.fr/b https://www.clinique-exemple.fr/c"

    assert mark(text).count("utm_source=facebook") == 2


pieces = st.sampled_from(
    [
        "https://",
        "clinique-exemple.fr",
        "/",
        "rdv",
        "?",
        "&",
        "=",
        "#",
        "utm_source",
        ".",
        "…",
        "(",
        ")",
        " ",
        ":",
        "é",
        "@",
        "%",
    ]
)


@given(st.lists(pieces, max_size=14).map("".join))
def test_marking_twice_is_marking_once(text: str) -> None:
    once = mark(text)

    assert mark(once) == once
    assert tag(tag(text)) == tag(text)


@given(st.lists(pieces, max_size=14).map("".join))
def test_taking_the_marks_away_gives_the_text_again(text: str) -> None:
    plain = text.replace("utm_source", "x")

    bare = mark(plain).replace(f"?{MARKS}", "").replace(f"&{MARKS}", "").replace(MARKS, "")

    assert bare.replace("/", "").replace("?", "") == plain.replace("/", "").replace("?", "")


@given(
    st.dictionaries(st.text("abcxyz", min_size=1, max_size=5), st.text("abc123", max_size=5), max_size=4),
    st.text("abc/-", max_size=9),
)
def test_a_browser_reads_the_same_page_and_the_marks(query: dict[str, str], path: str) -> None:
    written = "&".join(f"{name}={value}" for name, value in query.items())
    url = f"https://clinique-exemple.fr/{path}" + (f"?{written}" if written else "") + "#bas"

    parts = urlsplit(tag(url))

    assert (parts.netloc, parts.path, parts.fragment) == ("clinique-exemple.fr", f"/{path}", "bas")
    read = parse_qsl(parts.query, keep_blank_values=True)
    assert read == [*query.items(), *parse_qsl(MARKS)]
