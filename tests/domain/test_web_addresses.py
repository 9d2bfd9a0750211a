"""Addresses of one article are told to be the same, and redirects give up what they carry."""

from base64 import urlsafe_b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.web_addresses import LONGEST, address_hash, canonical, host_of, is_web, unwrapped

ARTICLE = "https://presse.example/sante/greve-aux-urgences-1234"

PIECES = st.sampled_from(
    [
        *(
            "http://",
            "HTTPS://",
            "www.",
            "m.",
            "amp.",
            "presse.example",
            "é.example",
            "google.fr",
            ":80",
            ":8080",
        ),
        *(
            "/",
            "//",
            "/url",
            "/l.php",
            "/amp",
            "/amp/s/",
            "/index.html",
            "/..",
            "/.",
            ";jsessionid=1",
            ".amp",
        ),
        *(
            "?",
            "&",
            "=",
            "#",
            "url=",
            "q=",
            "u=",
            "utm_source=rss",
            "ref=hp",
            "b=2",
            "a=1",
            "%",
            "%41",
            "%C3%A9",
        ),
        *(
            "bing.com/ck/a",
            "a1aHR0cDovL2EuYg",
            "facebook.com",
            "duckduckgo.com/l/?uddg=",
            "youtu.be",
            " ",
            "é",
        ),
        *("\t", "\\", "@", "[::1]", "[", "\ud800", "%25", "+", ".", "cdn.ampproject.org/c/s/", "t.umblr.com"),
    ]
)
ADDRESSES = st.one_of(st.text(), st.lists(PIECES, max_size=14).map("".join))


@pytest.mark.parametrize(
    "address",
    [
        "http://presse.example/sante/greve-aux-urgences-1234",
        "HTTPS://WWW.Presse.Example:443/sante/greve-aux-urgences-1234/",
        "http://m.presse.example:80/sante//greve-aux-urgences-1234#commentaires",
        "https://amp.presse.example/sante/greve-aux-urgences-1234",
        "https://presse.example/sante/greve-aux-urgences-1234/amp/",
        "https://presse.example/sante/x/../greve%2Daux-urgences-1234/index.html",
        "https://presse.example/sante/greve-aux-urgences-1234?utm_source=rss&utm_medium=feed",
        "https://presse.example/sante/greve-aux-urgences-1234?fbclid=IwAR0x&at_campaign=twitter&xtor=RSS-1",
        "https://presse.example/sante/greve-aux-urgences-1234?mc_cid=1&ns_mchannel=social&gclid=a&ref=accueil",
        "  https://user:secret@presse.example/sante/greve-aux-urgences-1234;jsessionid=A1B2  ",
    ],
)
def test_many_addresses_are_one_article(address: str) -> None:
    assert canonical(address) == ARTICLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://presse.example/article?id=12", "https://presse.example/article?id=13"),
        ("https://presse.example/Article", "https://presse.example/article"),
        ("https://presse.example/a", "https://presse.example:8080/a"),
        ("https://presse.example/a?ref=12345", "https://presse.example/a?ref=12346"),
        ("https://presse.example/a%2Fb", "https://presse.example/a/b"),
        ("https://youtube.com/watch?v=abc", "https://youtube.com/watch?v=abd"),
        ("https://www.fr/a", "https://fr/a"),
    ],
)
def test_different_articles_stay_different(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_parameters_are_put_in_order() -> None:
    assert canonical("https://a.example/?b=2&a=1&c") == "https://a.example?a=1&b=2&c="


def test_an_accented_host_is_its_ascii_form() -> None:
    assert canonical("http://Santé.example/é") == canonical("https://xn--sant-epa.example/%c3%a9")
    assert host_of("http://www.Santé.example") == "xn--sant-epa.example"


def test_a_short_video_address_is_the_long_one() -> None:
    short = canonical("https://youtu.be/dQ_w-9?si=partage")

    assert short == canonical("https://m.youtube.com/watch?v=dQ_w-9&feature=share")


@pytest.mark.parametrize(
    "redirect",
    [
        "https://www.google.com/url?rct=j&sa=t&url={}&ct=ga&cd=CAEY&usg=AOvVaw0",
        "https://www.google.co.uk/url?q={}&sa=U",
        "http://google.fr/url?url={}",
        "https://l.facebook.com/l.php?u={}&h=AT0",
        "https://eur03.safelinks.protection.outlook.com/?url={}&data=05%7C01&reserved=0",
        "https://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=1&url={}&c=1",
        "https://duckduckgo.com/l/?uddg={}&rut=1",
        "https://t.umblr.com/redirect?z={}&t=abc",
    ],
)
def test_a_redirect_gives_up_what_it_carries(redirect: str) -> None:
    article = ARTICLE + "?page=2&x=é"

    assert unwrapped(redirect.format(quote(article, safe=""))) == article


def test_the_encoded_redirect_of_bing_is_read() -> None:
    coded = urlsafe_b64encode(ARTICLE.encode()).decode().rstrip("=")

    assert unwrapped(f"https://www.bing.com/ck/a?!&p=1&u=a1{coded}&ntb=1") == ARTICLE


@pytest.mark.parametrize(
    "page",
    [
        "https://www.google.com/amp/s/presse.example/sante/greve-aux-urgences-1234",
        "https://presse-example.cdn.ampproject.org/c/s/presse.example/sante/greve-aux-urgences-1234",
    ],
)
def test_a_kept_copy_for_phones_is_its_article(page: str) -> None:
    assert canonical(page) == ARTICLE


def test_redirects_inside_redirects_are_followed() -> None:
    nested = ARTICLE
    for _ in range(4):
        nested = f"https://www.google.com/url?url={quote(nested, safe='')}"

    assert unwrapped(nested) == ARTICLE


@pytest.mark.parametrize(
    "inside", ["javascript:alert(1)", "file:///etc/passwd", "//presse.example", "presse", ""]
)
def test_a_redirect_to_anything_but_the_web_stays_as_it_is(inside: str) -> None:
    redirect = f"https://www.google.com/url?url={quote(inside, safe='')}"

    assert unwrapped(redirect) == redirect


def test_a_look_alike_of_a_redirect_is_left_alone() -> None:
    for host in ("google.evil.example", "notgoogle.com", "evil.example/google.com"):
        address = f"https://{host}/url?url={quote(ARTICLE, safe='')}"

        assert unwrapped(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "presse.example",
        "ftp://a.example",
        "mailto:a@b.example",
        "https://",
        "https:///a",
        "http://a b/",
        "https://[x",
        "https://a.example:99999999/",
        "https://a.example\\@b.example/",
        "javascript:alert(1)",
        "http://\x00/",
        "http://../",
    ],
)
def test_what_is_no_web_address_is_told(address: str) -> None:
    assert not is_web(address)
    assert host_of(address) == ""
    assert canonical(address) == address.strip()


def test_what_is_longer_than_any_address_is_left_as_it_is() -> None:
    long = "https://a.example/" + "a" * LONGEST

    assert not is_web(long)
    assert canonical(long) == long == unwrapped(long)


def test_the_number_of_an_address_is_the_same_everywhere() -> None:
    assert address_hash(ARTICLE) == -6402767331842248587
    assert address_hash("\ud800") != address_hash("")


@given(ADDRESSES)
def test_nothing_raises_and_evening_out_twice_changes_nothing(address: str) -> None:
    once = canonical(address)

    assert canonical(once) == once
    assert is_web(once) == is_web(address) or len(once) > LONGEST
    assert -(2**63) <= address_hash(once) < 2**63


@given(ADDRESSES)
def test_a_redirect_is_followed_to_its_end(address: str) -> None:
    end = unwrapped(address)

    assert unwrapped(end) == end
    assert end == address.strip() or is_web(end)
