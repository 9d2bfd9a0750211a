"""Figures of a WordPress site: published posts and approved comments, counted by the site itself."""

import json
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from cmstation.domain.accounts import Account, AccountState, Secret
from cmstation.domain.clock import SystemClock
from cmstation.domain.errors import (
    AddressNotFound,
    AnswerNotUnderstood,
    NetworkError,
    NotSent,
    RateLimited,
    SignInNeeded,
)
from cmstation.domain.metrics_networks import Reading, RemotePost
from cmstation.domain.networks import Network, Way
from cmstation.networks.metrics_counts import PacedSession
from cmstation.networks.metrics_wordpress import WordPressMetrics
from cmstation.networks.session import Waits
from tests.fakes import feed_server as served
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.fakes.feed_server import Act, FeedServer, Line
from tests.networks.contract_stage import everything_said
from tests.networks.wordpress_stage import WRONG_PASSWORD, WordPressStage

PASSWORD = "abcd EFGH ijkl MNOP qrst 1234"
POSTS, COMMENTS = "wordpress.account.posts", "wordpress.account.comments"
OF_POST = "wordpress.post.comments"


def figures(readings: tuple[Reading, ...]) -> dict[str, int]:
    return {reading.definition: reading.value for reading in readings}


def reader_of(stage: WordPressStage, *, address: str = "", password: str = "") -> WordPressMetrics:
    words = Secret({"password": password or stage.user.application_password})
    return WordPressMetrics(PacedSession(), stage.account(address=address or None), words)


@pytest.mark.real_server
class TestRealSite:
    """Against a real WordPress."""

    def test_published_posts_and_approved_comments_are_counted(self, wordpress: WordPressStage) -> None:
        before = figures(reader_of(wordpress).account())
        post = _post(wordpress)
        _post(wordpress, "draft")
        _comment(wordpress, post)
        _comment(wordpress, post)
        _comment(wordpress, post, status="hold")

        after = figures(reader_of(wordpress).account())

        assert after == {POSTS: before[POSTS] + 1, COMMENTS: before[COMMENTS] + 2}

    def test_comments_are_counted_for_each_post(self, wordpress: WordPressStage) -> None:
        loud, quiet, one = _post(wordpress), _post(wordpress), _post(wordpress)
        for _ in range(3):
            _comment(wordpress, loud)
        _comment(wordpress, one)
        _comment(wordpress, one, status="hold")

        found = reader_of(wordpress).posts([loud, quiet, one])

        assert {post: figures(told.readings) for post, told in found.items()} == {
            loud: {OF_POST: 3},
            quiet: {OF_POST: 0},
            one: {OF_POST: 1},
        }

    def test_one_post_is_asked_for_alone(self, wordpress: WordPressStage) -> None:
        post = _post(wordpress)
        _comment(wordpress, post)

        assert figures(reader_of(wordpress).posts([post])[post].readings) == {OF_POST: 1}

    def test_many_comments_are_read_page_by_page(self, wordpress: WordPressStage) -> None:
        loud, other = _post(wordpress), _post(wordpress)
        for _ in range(104):
            _comment(wordpress, loud)
        _comment(wordpress, other)
        with CuttingProxy(wordpress.address) as proxy:
            found = reader_of(wordpress, address=proxy.address).posts([loud, other])
            pages = proxy.asked("GET", "/wp/v2/comments") + proxy.asked("GET", "%2Fcomments")

        assert [figures(found[one].readings) for one in (loud, other)] == [{OF_POST: 104}, {OF_POST: 1}]
        assert pages == 2

    def test_what_was_thrown_away_is_gone_and_a_draft_is_not(self, wordpress: WordPressStage) -> None:
        live, trashed, erased, draft = (_post(wordpress) for _ in range(4))
        wordpress.call("DELETE", f"/wp/v2/posts/{trashed}", {})
        wordpress.call("DELETE", f"/wp/v2/posts/{erased}", {"force": "true"})
        wordpress.call("POST", f"/wp/v2/posts/{draft}", {"status": "draft"})

        found = reader_of(wordpress).posts([live, trashed, erased, draft])

        assert {one for one, told in found.items() if told.gone} == {trashed, erased}
        assert draft not in found
        assert figures(found[live].readings) == {OF_POST: 0}

    def test_a_post_with_a_password_hides_no_other_posts_comments(self, wordpress: WordPressStage) -> None:
        secret, other = _post(wordpress), _post(wordpress)
        _comment(wordpress, secret)
        _comment(wordpress, other)
        wordpress.call("POST", f"/wp/v2/posts/{secret}", {"password": "ouvre-toi"})

        found = reader_of(WordPressStage(wordpress.server, "contributor")).posts([secret, other])

        assert figures(found[other].readings) == {OF_POST: 1}
        assert found[secret] == RemotePost(secret)

    def test_a_password_that_counts_no_more_leaves_the_public_figures(
        self, wordpress: WordPressStage
    ) -> None:
        post, draft = _post(wordpress), _post(wordpress, "draft")
        expected = reader_of(wordpress).account()
        reader = reader_of(wordpress, password=WRONG_PASSWORD)

        assert reader.account() == expected
        assert set(reader.posts([post, draft])) == {post}

    @pytest.mark.parametrize(
        ("trouble", "kind"),
        [
            (Trouble.PAGE_INSTEAD, AnswerNotUnderstood),
            (Trouble.FORBIDDEN_PAGE, AnswerNotUnderstood),
            (Trouble.TOO_MANY, RateLimited),
            (Trouble.FAILED_BUT_DONE, NotSent),
        ],
    )
    def test_a_page_instead_of_an_answer_is_never_zero(
        self, wordpress: WordPressStage, trouble: Trouble, kind: type[NetworkError]
    ) -> None:
        post = _post(wordpress)
        with CuttingProxy(wordpress.address) as proxy:
            for part in ("/wp/v2/", "%2Fwp%2Fv2%2F"):
                proxy.when("GET", part, trouble, times=20)

            with pytest.raises(kind):
                reader_of(wordpress, address=proxy.address).account()
            with pytest.raises(kind):
                reader_of(wordpress, address=proxy.address).posts([post])


# --- answers that a site gives rarely ---------------------------------------------------------------------


class Site:
    """A site of which each route answers as a test says; the routes that it names are all that it has."""

    def __init__(self, server: FeedServer) -> None:
        self.server = server
        self.asked: list[str] = []
        server.put("/wp-json/?_fields=name%2Curl%2Chome%2Cnamespaces%2Cauthentication", says(INDEX))

    def on(self, route: str, act: Act) -> None:
        """Answer a route, whatever parameters it is asked for with."""
        self.server.acts = _Routes({**self.server.acts, route: act}, self)


class _Routes(dict[str, Act]):
    """Finds acts by the path alone, whatever is asked behind it."""

    def __init__(self, acts: dict[str, Act], site: Site) -> None:
        super().__init__(acts)
        self._site = site

    def get(self, key: str, default: Act) -> Act:  # type: ignore[override]
        path = urlsplit(key).path
        if path.startswith("/wp-json/wp/"):
            self._site.asked.append(path.removeprefix("/wp-json/wp/v2/"))
        return super().get(key) or super().get(path) or default


INDEX = {"name": "Clinique", "namespaces": ["wp/v2"]}
V2 = "/wp-json/wp/v2"


def says(content: object, **headers: str) -> Act:
    return served.gives(json.dumps(content).encode(), "application/json", **headers)


def refuses(status: int, code: str) -> Act:
    body = json.dumps({"code": code, "message": "Non."}).encode()
    return lambda line: line.say(status, body, Content_Type="application/json")


def per_post(counts: dict[str, int]) -> Callable[[Line], None]:
    """Answer like a site that tells how many comments a post has, and shows none of them."""

    def act(line: Line) -> None:
        asked = parse_qs(urlsplit(line.asked.path).query)["post"][0].split(",")
        total = sum(counts[one] for one in asked)
        line.say(200, b"[]", Content_Type="application/json", X_WP_Total=str(total))

    return act


@pytest.fixture
def site() -> Iterator[Site]:
    with FeedServer() as server:
        made = Site(server)
        made.on(f"{V2}/posts", says([{"id": 1}, {"id": 2}], X_WP_Total="41"))
        made.on(f"{V2}/comments", says([], X_WP_Total="0"))
        yield made


def reader_at(site: Site) -> WordPressMetrics:
    account = Account(
        1, Network.WORDPRESS, Way.DIRECT, "Site", "", site.server.url, "editrice", AccountState.READY, 0
    )
    session = PacedSession(SystemClock(), reading=Waits(1, 1, 3))
    return WordPressMetrics(session, account, Secret({"password": PASSWORD}))


@pytest.mark.parametrize("total", ["", "-1", "beaucoup", "1.5", "9" * 20])
def test_a_total_that_is_no_figure_is_absent(site: Site, total: str) -> None:
    site.on(f"{V2}/comments", says([{"id": 1, "post": 1}], X_WP_Total=total))
    reader = reader_at(site)

    assert figures(reader.account()) == {POSTS: 41}
    assert reader.posts(["1", "2"]) == {"1": RemotePost("1"), "2": RemotePost("2")}


@pytest.mark.parametrize(
    ("status", "code"), [(404, "rest_no_route"), (403, "rest_comments_closed"), (403, "rest_forbidden")]
)
def test_a_site_that_keeps_its_comments_to_itself_tells_its_posts(site: Site, status: int, code: str) -> None:
    site.on(f"{V2}/comments", refuses(status, code))
    reader = reader_at(site)

    assert figures(reader.account()) == {POSTS: 41}
    assert reader.posts(["1", "2"]) == {"1": RemotePost("1"), "2": RemotePost("2")}
    assert site.asked.count("comments") == 1


def test_comments_that_the_site_counts_and_does_not_show_are_asked_for_one_by_one(site: Site) -> None:
    site.on(f"{V2}/comments", per_post({"1": 2, "2": 3}))

    found = reader_at(site).posts(["1", "2"])

    assert [figures(found[one].readings) for one in ("1", "2")] == [{OF_POST: 2}, {OF_POST: 3}]
    assert site.asked == ["posts", "comments", "comments", "comments"]


def test_more_pages_than_posts_are_never_read(site: Site) -> None:
    site.on(f"{V2}/comments", per_post({"1": 5_000, "2": 7}))

    found = reader_at(site).posts(["1", "2"])

    assert [figures(found[one].readings) for one in ("1", "2")] == [{OF_POST: 5_000}, {OF_POST: 7}]
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (served.gives(b"<!doctype html><title>Bonjour</title>", "text/html"), AnswerNotUnderstood),
        (says({"message": "ok"}), AnswerNotUnderstood),
        (says("3"), AnswerNotUnderstood),
        (refuses(401, "incorrect_password"), SignInNeeded),
        (served.refuses(500), NotSent),
        (served.refuses(503, Retry_After="60"), RateLimited),
        (served.refuses(429), RateLimited),
        (served.refuses(403), AnswerNotUnderstood),
        (served.endless, AnswerNotUnderstood),
        (served.silent, NotSent),
    ],
)
@pytest.mark.parametrize("route", ["posts", "comments"])
def test_what_goes_wrong_is_an_error_and_never_a_figure(
    site: Site, act: Act, kind: type[NetworkError], route: str
) -> None:
    site.on(f"{V2}/{route}", act)

    with pytest.raises(kind) as account:
        reader_at(site).account()
    with pytest.raises(kind) as post:
        reader_at(site).posts(["1"])

    assert PASSWORD not in everything_said(account.value) + everything_said(post.value)


def test_a_place_that_is_no_wordpress_is_told(site: Site) -> None:
    site.server.acts = {}

    with pytest.raises(AddressNotFound):
        reader_at(site).account()


def test_what_was_told_before_the_site_asked_to_wait_is_kept(site: Site) -> None:
    site.on(f"{V2}/posts/3", served.refuses(429, Retry_After="60"))
    reader = reader_at(site)

    found = reader.posts(["1", "2", "3"])

    assert list(found) == ["1", "2"]
    with pytest.raises(RateLimited):
        reader.posts(["3"])


@pytest.mark.parametrize(
    ("act", "gone"),
    [
        (refuses(404, "rest_post_invalid_id"), True),
        (says({"id": 3, "status": "trash"}), True),
        (says({"id": 3, "status": "draft"}), False),
        (refuses(404, "rest_no_route"), False),
        (refuses(401, "rest_forbidden"), False),
        (refuses(403, "rest_forbidden"), False),
    ],
)
def test_only_what_the_site_says_to_be_gone_is_gone(site: Site, act: Act, gone: bool) -> None:
    site.on(f"{V2}/posts/3", act)

    found = reader_at(site).posts(["1", "3"])

    assert ("3" in found) is gone


def test_identities_that_no_site_gave_are_never_asked_for(site: Site) -> None:
    assert reader_at(site).posts(["", "un", "-1", "1,2", "٣", "1" * 30, f"x{uuid4().hex}"]) == {}
    assert site.server.paths() == []


def _post(stage: WordPressStage, status: str = "publish") -> str:
    made = stage.call("POST", "/wp/v2/posts", {"title": uuid4().hex, "content": "Bonjour", "status": status})
    return str(made["id"])


def _comment(stage: WordPressStage, post: str, status: str = "approve") -> None:
    stage.call("POST", "/wp/v2/comments", {"post": post, "content": uuid4().hex, "status": status})
