"""What is looked at before a post leaves: each topic has a post that makes it appear."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.domain.checks.ready import JUST_PASSED, findings_for, limits_of
from cmstation.domain.counting.count import count
from cmstation.domain.drafts import Draft, Version
from cmstation.domain.network_rules import rules_of
from cmstation.domain.networks import AccountLimits, Network, Way
from cmstation.domain.outgoing_text import text_as_sent
from cmstation.domain.planned_time import at_instant
from tests.domain.posts import NOW, a_draft, a_picture, an_account

LINK = "https://clinique.example.org/don"


def looked_at(draft: Draft, *accounts: Account) -> list[Finding]:
    """Look at a post for some accounts."""
    return list(findings_for(draft, accounts, now=NOW))


def only(topic: Topic, draft: Draft, *accounts: Account) -> Finding:
    """Return the one finding of a topic."""
    found = [finding for finding in looked_at(draft, *accounts) if finding.topic is topic]
    assert len(found) == 1, f"{topic} appears {len(found)} times"
    return found[0]


def topics(draft: Draft, *accounts: Account) -> set[Topic]:
    """Return the topics of all findings."""
    return {finding.topic for finding in looked_at(draft, *accounts)}


def refused(draft: Draft, *accounts: Account) -> set[Topic]:
    """Return the topics that keep a post from leaving."""
    return {found.topic for found in looked_at(draft, *accounts) if found.severity is Severity.BLOCKING}


def test_a_post_that_is_well_leaves() -> None:
    draft = a_draft(link=LINK, attachments=(a_picture(),))

    found = looked_at(draft, an_account(Network.BLUESKY))

    assert [(one.severity, one.topic) for one in found] == [
        (Severity.PASSED, Topic.ALL_DESCRIBED),
        (Severity.PASSED, Topic.LENGTH_FITS),
    ]


def test_a_post_for_nobody_is_refused() -> None:
    assert refused(a_draft(versions=())) == {Topic.NO_ACCOUNT}


def test_a_post_without_words_or_pictures_is_empty() -> None:
    finding = only(Topic.EMPTY, a_draft(text=" \n"), an_account())

    assert (finding.severity, finding.account) == (Severity.BLOCKING, 1)


def test_a_picture_alone_is_a_post() -> None:
    assert refused(a_draft(text="", attachments=(a_picture(),)), an_account()) == set()


# --- lengths ---


def test_a_length_that_fits_is_told_with_its_limit() -> None:
    finding = only(Topic.LENGTH_FITS, a_draft(text="Venez jeudi."), an_account(Network.BLUESKY))

    assert finding.facts == {"length": 12, "limit": 300}


def test_a_network_without_a_limit_tells_the_length_alone() -> None:
    finding = only(Topic.LENGTH_FITS, a_draft(text="Venez jeudi."), an_account(Network.WORDPRESS))

    assert finding.facts == {"length": 12}


def test_a_text_that_is_too_long_is_shown_where_it_overflows() -> None:
    finding = only(Topic.TOO_LONG, a_draft(text="x" * 310), an_account(Network.BLUESKY))

    assert finding.severity is Severity.BLOCKING
    assert finding.place == 300
    assert finding.facts == {"length": 310, "limit": 300, "over": 10}


def test_the_place_of_overflow_is_in_the_accounts_own_text() -> None:
    draft = a_draft(text="Court.", versions=(Version(1, text="y" * 305), Version(2)))

    found = looked_at(draft, an_account(Network.BLUESKY, 1), an_account(Network.BLUESKY, 2))

    long = [finding for finding in found if finding.topic is Topic.TOO_LONG]
    assert [(finding.account, finding.place) for finding in long] == [(1, 300)]


def test_when_only_the_added_link_is_too_much_the_place_is_the_end_of_the_text() -> None:
    text = "x" * 270

    finding = only(Topic.TOO_LONG, a_draft(text=text, link=LINK), an_account(Network.X))

    assert finding.place == len(text)
    assert finding.facts["over"] == 270 + 2 + 23 - 280


@given(text=st.text(max_size=400), link=st.sampled_from(["", LINK]))
def test_the_place_of_overflow_is_always_within_the_text(text: str, link: str) -> None:
    draft = a_draft(text=text, link=link)
    account = an_account(Network.X)

    for finding in looked_at(draft, account):
        if finding.topic is Topic.TOO_LONG:
            assert finding.place is not None
            assert 0 <= finding.place <= len(text)
            assert not count(account.network, text_as_sent(draft, account)).fits


def test_few_letters_of_many_bytes_are_too_long_and_say_so() -> None:
    finding = only(Topic.TOO_LONG, a_draft(text="👩🏽‍⚕️" * 250), an_account(Network.BLUESKY))

    assert finding.facts["unit"] == "bytes"
    assert int(finding.facts["over"]) > 0


def test_a_limit_of_the_accounts_own_server_counts() -> None:
    roomy = an_account(Network.MASTODON, limits=AccountLimits(max_characters=5000))

    assert Topic.TOO_LONG in topics(a_draft(text="x" * 600), an_account(Network.MASTODON))
    assert Topic.LENGTH_FITS in topics(a_draft(text="x" * 600), roomy)
    assert limits_of(an_account()) is None


def test_a_content_warning_counts_on_mastodon() -> None:
    warned = Version(1, options={"spoiler_text": "Sang"})

    finding = only(Topic.TOO_LONG, a_draft(text="x" * 498, versions=(warned,)), an_account(Network.MASTODON))

    assert finding.facts["over"] == 2


# --- what else a network refuses in a text ---


@pytest.mark.parametrize(
    ("network", "text", "topic"),
    [
        (Network.INSTAGRAM, " ".join(f"#mot{n}" for n in range(31)), Topic.TOO_MANY_HASHTAGS),
        (Network.INSTAGRAM, " ".join(f"@nom{n}" for n in range(21)), Topic.TOO_MANY_MENTIONS),
        (Network.THREADS, " ".join(f"https://a{n}.example.org" for n in range(6)), Topic.TOO_MANY_LINKS),
        (Network.YOUTUBE, "plus > moins", Topic.FORBIDDEN_CHARACTER),
        (Network.X, "avec \ufeff dedans", Topic.FORBIDDEN_CHARACTER),
    ],
)
def test_what_a_network_refuses_in_a_text_is_named(network: Network, text: str, topic: Topic) -> None:
    draft = a_draft(text=text, attachments=(a_picture(),))

    finding = only(topic, draft, an_account(network, way=Way.ASSISTED))

    assert (finding.severity, finding.account) == (Severity.BLOCKING, 1)


# --- titles ---


def test_a_title_is_needed_on_a_site() -> None:
    assert Topic.TITLE_MISSING in refused(a_draft(title=" "), an_account(Network.WORDPRESS))
    assert Topic.TITLE_MISSING not in topics(a_draft(title=""), an_account(Network.BLUESKY))


def test_a_title_of_the_accounts_own_is_enough() -> None:
    draft = a_draft(title="", versions=(Version(1, title="Don du sang"),))

    assert refused(draft, an_account(Network.WORDPRESS)) == set()


def test_a_title_that_is_too_long_tells_by_how_much() -> None:
    finding = only(
        Topic.TITLE_TOO_LONG, a_draft(title="t" * 103), an_account(Network.YOUTUBE, way=Way.ASSISTED)
    )

    assert finding.facts == {"over": 3, "limit": 100}


# --- pictures ---


def test_each_picture_without_words_is_named() -> None:
    pictures = (a_picture(7, "La façade"), a_picture(8, " "), a_picture(9, ""))

    found = looked_at(a_draft(attachments=pictures), an_account())

    bare = [finding for finding in found if finding.topic is Topic.NOT_DESCRIBED]
    assert [(finding.media, finding.facts["picture"]) for finding in bare] == [(8, 2), (9, 3)]
    assert all(finding.severity is Severity.BLOCKING for finding in bare)
    assert Topic.ALL_DESCRIBED not in {finding.topic for finding in found}


def test_a_decorative_picture_needs_no_words() -> None:
    draft = a_draft(attachments=(a_picture(1, "", decorative=True),))

    assert only(Topic.ALL_DESCRIBED, draft, an_account()).severity is Severity.PASSED
    assert refused(draft, an_account()) == set()


def test_too_many_pictures_tell_how_many_fit() -> None:
    draft = a_draft(attachments=tuple(a_picture(number) for number in range(1, 6)))

    finding = only(Topic.TOO_MANY_PICTURES, draft, an_account(Network.BLUESKY))

    assert finding.facts == {"pictures": 5, "limit": 4}


def test_instagram_needs_a_picture() -> None:
    account = an_account(Network.INSTAGRAM, way=Way.ASSISTED)

    assert only(Topic.PICTURE_NEEDED, a_draft(), account).severity is Severity.BLOCKING
    assert Topic.PICTURE_NEEDED not in topics(a_draft(attachments=(a_picture(),)), account)


def test_a_file_that_is_gone_is_named() -> None:
    draft = a_draft(attachments=(a_picture(7),))

    found = findings_for(draft, [an_account()], now=NOW, missing_media=frozenset({7, 99}))

    gone = [finding for finding in found if finding.topic is Topic.PICTURE_MISSING]
    assert [(finding.media, finding.facts) for finding in gone] == [(7, {"name": "photo-7.jpg"})]
    assert gone[0].severity is Severity.BLOCKING


def test_words_for_a_picture_that_are_too_long_are_refused_where_a_limit_is_stated() -> None:
    draft = a_draft(attachments=(a_picture(3, "a" * 1501),))

    finding = only(Topic.ALT_TOO_LONG, draft, an_account(Network.MASTODON))

    assert (finding.media, finding.facts) == (3, {"picture": 1, "over": 1, "limit": 1500})
    assert Topic.ALT_TOO_LONG not in topics(draft, an_account(Network.WORDPRESS))


# --- links ---


@pytest.mark.parametrize(
    "link",
    [
        "clinique.example",
        "ftp://clinique.example",
        "https://",
        "https://clinique",
        "javascript:alert(1)",
        "https://clinique .example",
        "https://[",
        "mailto:a@clinique.example",
    ],
)
def test_a_link_that_leads_nowhere_is_refused(link: str) -> None:
    finding = only(Topic.LINK_NOT_VALID, a_draft(link=link), an_account())

    assert (finding.severity, finding.account) == (Severity.BLOCKING, None)


def test_a_link_that_is_not_secure_is_warned_of() -> None:
    finding = only(Topic.LINK_NOT_SECURE, a_draft(link="http://clinique.example"), an_account())

    assert finding.severity is Severity.WARNING


def test_a_link_of_the_accounts_own_is_looked_at_too() -> None:
    draft = a_draft(link=LINK, versions=(Version(1), Version(2, link="htps://faute")))

    finding = only(Topic.LINK_NOT_VALID, draft, an_account(number=1), an_account(number=2))

    assert finding.account == 2


@given(link=st.text(max_size=40))
def test_no_link_makes_the_check_stumble(link: str) -> None:
    found = topics(a_draft(link=link), an_account())

    assert (Topic.LINK_NOT_VALID in found) == bool(link) or link.lower().startswith(("http://", "https://"))


# --- first comments ---


def test_a_first_comment_that_is_too_long_is_refused() -> None:
    draft = a_draft(first_comment="x" * 305)

    finding = only(Topic.COMMENT_TOO_LONG, draft, an_account(Network.BLUESKY))

    assert (finding.severity, finding.facts) == (Severity.BLOCKING, {"over": 5})


def test_where_no_comment_can_follow_the_person_is_warned() -> None:
    finding = only(Topic.COMMENT_IMPOSSIBLE, a_draft(first_comment="Suite"), an_account(Network.WORDPRESS))

    assert finding.severity is Severity.WARNING
    assert not rules_of(Network.WORDPRESS).first_comment


def test_a_first_comment_that_fits_says_nothing() -> None:
    assert topics(a_draft(first_comment="Suite"), an_account()) == {Topic.LENGTH_FITS}


# --- accounts ---


def test_an_account_that_is_signed_out_must_sign_in() -> None:
    account = an_account(state=AccountState.SIGN_IN_NEEDED)

    assert only(Topic.SIGN_IN_NEEDED, a_draft(), account).severity is Severity.BLOCKING


@pytest.mark.parametrize("way", Way)
def test_a_paused_account_publishes_nothing(way: Way) -> None:
    account = an_account(way=way, state=AccountState.PAUSED)

    assert only(Topic.ACCOUNT_PAUSED, a_draft(), account).severity is Severity.BLOCKING


def test_an_account_signed_in_for_this_session_may_publish() -> None:
    assert refused(a_draft(), an_account(state=AccountState.SESSION_ONLY)) == set()


# --- the whole post ---


def test_a_variable_that_is_left_is_named_once() -> None:
    draft = a_draft(title="{{date}}", text="Le {{date}} à {{lieu}}")

    found = [finding for finding in looked_at(draft, an_account()) if finding.topic is Topic.VARIABLE_LEFT]

    assert [finding.facts["name"] for finding in found] == ["date", "lieu"]
    assert all(finding.severity is Severity.BLOCKING for finding in found)


def test_variables_are_looked_for_in_all_that_leaves() -> None:
    own = Version(1, title="{{a}}", text="{{b}}", first_comment="{{c}}")
    draft = a_draft(versions=(own,), attachments=(a_picture(1, "{{d}}"),))

    found = [finding for finding in looked_at(draft, an_account()) if finding.topic is Topic.VARIABLE_LEFT]

    assert {finding.facts["name"] for finding in found} == {"a", "b", "c", "d"}


def test_a_variable_that_leaves_nowhere_refuses_nothing() -> None:
    draft = a_draft(text="Le {{date}}", versions=(Version(1, text="Le 15 mai"),))

    assert refused(draft, an_account()) == set()


def test_an_hour_that_has_passed_is_warned_of_but_not_at_once() -> None:
    late = replace(a_draft(), planned=at_instant(NOW - JUST_PASSED - timedelta(seconds=1), "Europe/Paris"))
    just = replace(a_draft(), planned=at_instant(NOW - JUST_PASSED, "Europe/Paris"))

    assert only(Topic.TIME_PASSED, late, an_account()).severity is Severity.WARNING
    assert Topic.TIME_PASSED not in topics(just, an_account())


@pytest.mark.parametrize("topic", [Topic.SAME_TEXT_RECENTLY, Topic.CLOSE_TO_ANOTHER])
def test_another_post_alike_or_at_the_same_hour_is_warned_of(topic: Topic) -> None:
    accounts = [an_account(number=1), an_account(Network.MASTODON, 2)]
    draft = a_draft(versions=(Version(1), Version(2)))

    alike = {2: 41} if topic is Topic.SAME_TEXT_RECENTLY else None
    near = {2: 41} if topic is Topic.CLOSE_TO_ANOTHER else None
    found = findings_for(draft, accounts, now=NOW, same_text_in=alike, close_to=near)

    warned = [finding for finding in found if finding.topic is topic]
    assert [(one.severity, one.account, one.facts) for one in warned] == [(Severity.WARNING, 2, {"post": 41})]


def test_every_topic_is_made_to_appear_by_a_test_of_this_file() -> None:
    source = Path(__file__).read_text(encoding="utf-8")

    assert [topic for topic in Topic if f"Topic.{topic.name}" not in source] == []
