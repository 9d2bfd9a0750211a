"""One place decides on campaign marks: for what is counted, shown and composed alike."""

from dataclasses import replace
from pathlib import Path

from cmstation.domain.accounts import Account, NewAccount
from cmstation.domain.checks.findings import Severity, Topic
from cmstation.domain.counting.bluesky import detect_facets
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.networks import Network, Way
from cmstation.domain.outgoing_text import text_as_sent
from cmstation.domain.planned_time import at_instant
from cmstation.services.campaign_marks import CampaignMarks, marks_of, site_hosts
from cmstation.services.outgoing import Composer
from cmstation.services.readiness import Readiness
from cmstation.storage.posts import Posts
from tests.desktop.image_samples import encoded, photo
from tests.services.conftest import START, Bench

LINK = "https://clinique.example/don"
MARKED = f"{LINK}?utm_source=bluesky&utm_medium=social&utm_campaign=don-du-sang"


def switched(bench: Bench, *, wanted: bool = True) -> CampaignMarks:
    station = bench.station
    station.preferences.set_own_sites(["clinique.example"])
    station.preferences.set_marks_links(wanted)
    return marks_of(station)


def a_post(bench: Bench, text: str = "Venez.", **fields: int | None) -> Draft:
    campaign = bench.station.labels.add_campaign("Don du sang").value.id
    chosen: dict[str, int | None] = {"campaign": campaign, **fields}
    drafts = bench.station.drafts
    return drafts.new(text=text, link=LINK, campaign=chosen["campaign"], theme=chosen.get("theme")).value


def sent_as(
    draft: Draft, account: Account, state: DeliveryState, number: int = 1, **more: object
) -> Delivery:
    due = at_instant(START, "Europe/Paris")
    made = Delivery(number, draft.id, account.id, DeliveryKind.POST, state, "k" * 32, due, START)
    return replace(made, **more)  # pyright: ignore[reportArgumentType]


def test_off_leaves_every_link_as_it_was_written(bench: Bench) -> None:
    bench.account()
    draft = a_post(bench)

    assert switched(bench, wanted=False).leaving(draft) is draft


def test_without_a_site_nothing_is_marked(bench: Bench) -> None:
    bench.account()
    marks = switched(bench)
    bench.station.preferences.set_own_sites([])
    draft = a_post(bench)

    assert marks.leaving(draft) is draft


def test_the_campaign_names_the_mark_else_the_theme_else_nothing(bench: Bench) -> None:
    account, marks = bench.account(), switched(bench)
    theme = bench.station.labels.add_theme("Prévention").value.id

    def link(draft: Draft) -> str:
        return marks.leaving(draft).link_for(account.id).partition("utm_medium=social")[2]

    assert link(a_post(bench, theme=theme)) == "&utm_campaign=don-du-sang"
    assert link(a_post(bench, theme=theme, campaign=None)) == "&utm_campaign=prevention"
    assert link(a_post(bench, campaign=None)) == ""


def test_the_sites_that_the_clinic_publishes_on_are_its_own() -> None:
    def account(network: Network, address: str, way: Way = Way.DIRECT) -> NewAccount:
        return NewAccount(network, way, "a", address)

    news = [
        account(Network.WORDPRESS, "https://www.clinique.example/blog"),
        account(Network.WORDPRESS, "https://clinique.example"),
        account(Network.WORDPRESS, "https://wordpress.com/post", Way.ASSISTED),
        account(Network.MASTODON, "https://mastodon.example"),
        account(Network.WORDPRESS, "http://127.0.0.1:8080"),
    ]

    assert site_hosts(tuple(_as_account(one) for one in news)) == ("clinique.example",)


def test_what_is_composed_says_the_marked_words(bench: Bench) -> None:
    account, marks = bench.account(), switched(bench)
    draft = bench.station.drafts.update(
        a_post(bench, f"Venez : {LINK}.").id, first_comment=f"Programme : {LINK}"
    )
    composer = Composer(bench.station.library, marks)

    def composed(kind: DeliveryKind) -> tuple[str, str]:
        delivery = replace(sent_as(draft, account, DeliveryState.PREPARING), kind=kind)
        outgoing = composer.outgoing(draft, account, delivery, created_at=START, publish_at=None)
        return outgoing.text, outgoing.link

    assert composed(DeliveryKind.POST) == (f"Venez : {MARKED}.", MARKED)
    assert composed(DeliveryKind.FIRST_COMMENT) == (f"Programme : {MARKED}", "")


def test_on_bluesky_the_text_links_to_the_marked_address(bench: Bench) -> None:
    account, marks = bench.account(), switched(bench)
    text = text_as_sent(marks.leaving(a_post(bench, f"Ça va ? 🩺 Venez : {LINK}.")), account)

    (facet,) = [one for one in detect_facets(text) if one.kind == "link"]

    assert facet.value == MARKED
    assert text.encode()[facet.byte_start : facet.byte_end].decode() == MARKED


def test_what_marks_make_too_long_is_told_before_it_is_planned(bench: Bench) -> None:
    account, marks = bench.account(), switched(bench)
    text = f"{LINK} " + "é" * (299 - len(LINK))
    draft = bench.station.drafts.update(a_post(bench, text).id, link="")
    readiness = Readiness(Posts(bench.station.database), bench.station.library, bench.clock, marks)

    (found,) = [one for one in readiness.findings(draft, [account]) if one.severity is Severity.BLOCKING]

    assert (found.topic, found.account) == (Topic.TOO_LONG, account.id)
    assert found.facts["over"] == len(MARKED) - len(LINK)
    assert found.place == 300 - (len(MARKED) - len(LINK))
    bare = Readiness(Posts(bench.station.database), bench.station.library, bench.clock)
    assert not [one for one in bare.findings(draft, [account]) if one.severity is Severity.BLOCKING]


def test_mastodon_counts_a_marked_link_as_any_link(bench: Bench) -> None:
    account, marks = bench.account(Network.MASTODON), switched(bench)
    bench.station.preferences.set_own_sites(["clinique.fr"])
    text = "é" * (500 - 23 - 2)
    draft = bench.station.drafts.update(a_post(bench, text).id, link="https://clinique.fr/don")
    readiness = Readiness(Posts(bench.station.database), bench.station.library, bench.clock, marks)

    (found,) = [one for one in readiness.findings(draft, [account]) if one.account == account.id]

    assert (found.topic, found.facts["length"]) == (Topic.LENGTH_FITS, 500)


def test_an_insecure_link_is_told_once_marks_or_not(bench: Bench) -> None:
    account, marks = bench.account(), switched(bench)
    draft = bench.station.drafts.update(a_post(bench).id, link="http://clinique.example/don")
    posts, library = Posts(bench.station.database), bench.station.library

    plain = Readiness(posts, library, bench.clock).findings(draft, [account])
    marked = Readiness(posts, library, bench.clock, marks).findings(draft, [account])

    assert [one.topic for one in marked] == [one.topic for one in plain]


def test_a_promised_post_is_not_kept_here_by_marks(bench: Bench, tmp_path: Path) -> None:
    account, marks = bench.account(), switched(bench)
    drafts, text = bench.station.drafts, "é" * (300 - len(LINK) - 2)
    draft = a_post(bench, text)
    media = drafts.attach_bytes(draft.id, encoded(photo(), "JPEG"), "a.jpg").attachments[0].media.id
    draft = drafts.describe(draft.id, media, "La salle")

    planned = replace(draft, deliveries=(sent_as(draft, account, DeliveryState.WAITING),))
    given_up = replace(draft, deliveries=(sent_as(draft, account, DeliveryState.CANCELLED),))
    shorter = replace(planned, text="Venez.")

    assert marks.leaving(planned) == planned
    assert marks.leaving(given_up).link_for(account.id) == MARKED
    assert marks.leaving(shorter).link_for(account.id) == MARKED


def test_what_a_person_pastes_is_shown_as_it_is_handed_over(bench: Bench) -> None:
    account, marks = bench.account(Network.BLUESKY, Way.ASSISTED), switched(bench)
    draft = a_post(bench)
    pasted = replace(draft, deliveries=(sent_as(draft, account, DeliveryState.HANDED_OVER),))

    assert marks.shown(pasted) == marks.leaving(pasted)
    assert marks.sites_marked(pasted, marks.shown(pasted), account) == ("clinique.example",)
    assert marks.sites_marked(pasted, pasted, account) == ()


def _as_account(new: NewAccount) -> Account:
    from tests.domain.posts import an_account

    return replace(an_account(new.network, way=new.way), address=new.address)
