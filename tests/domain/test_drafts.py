"""The state that a person sees, and what each account says."""

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import Draft, PostState, Stage, Version, state_of
from tests.domain.posts import a_draft

S = DeliveryState
# What a person must see first, for each state of one delivery.
SHOWN = {
    S.UNCERTAIN: PostState.UNCERTAIN,
    S.FAILED: PostState.FAILED,
    S.HELD: PostState.FAILED,
    S.PREPARING: PostState.SENDING,
    S.SENDING: PostState.SENDING,
    S.HANDED_OVER: PostState.SENDING,
    S.WAITING: PostState.SCHEDULED,
    S.ON_NETWORK: PostState.SCHEDULED,
    S.SENT: PostState.LIVE,
}
RANKS = (
    PostState.UNCERTAIN,
    PostState.FAILED,
    PostState.SENDING,
    PostState.SCHEDULED,
    PostState.LIVE,
)
stages = st.sampled_from(Stage)
states = st.lists(st.sampled_from(DeliveryState), max_size=6)


@pytest.mark.parametrize("state", [state for state in S if state is not S.CANCELLED])
def test_one_delivery_decides_alone(state: DeliveryState) -> None:
    assert state_of(Stage.DRAFT, [state]) is SHOWN[state]


@pytest.mark.parametrize("stage", Stage)
def test_without_a_delivery_the_writing_decides(stage: Stage) -> None:
    assert state_of(stage, []).value == stage.value


@given(stage=stages, found=states)
def test_what_needs_a_hand_most_is_shown(stage: Stage, found: list[DeliveryState]) -> None:
    shown = [SHOWN[state] for state in found if state is not S.CANCELLED]

    expected = min(shown, key=RANKS.index) if shown else PostState(stage.value)

    assert state_of(stage, found) is expected


@given(stage=stages, found=states, order=st.randoms(use_true_random=False))
def test_the_order_of_the_deliveries_does_not_matter(
    stage: Stage, found: list[DeliveryState], order: Random
) -> None:
    shuffled = list(found)
    order.shuffle(shuffled)

    assert state_of(stage, shuffled) is state_of(stage, found)


@given(stage=stages, found=states)
def test_what_was_cancelled_counts_for_nothing(stage: Stage, found: list[DeliveryState]) -> None:
    assert state_of(stage, [*found, S.CANCELLED]) is state_of(stage, found)


@given(stage=stages, found=states)
def test_what_is_archived_says_only_that(stage: Stage, found: list[DeliveryState]) -> None:
    assert state_of(stage, found, archived=True) is PostState.ARCHIVED


def test_an_untouched_version_says_what_the_base_says() -> None:
    draft = a_draft(title="Titre", text="Base", link="https://a.example", first_comment="Suite")

    assert (draft.text_for(1), draft.title_for(1)) == ("Base", "Titre")
    assert (draft.link_for(1), draft.first_comment_for(1)) == ("https://a.example", "Suite")
    assert not draft.version(1).detached


def test_a_version_of_its_own_stands_apart_even_when_it_is_empty() -> None:
    own = Version(1, text="", title="Autre", link="", first_comment="")
    draft = a_draft(title="Titre", text="Base", link="https://a.example", versions=(own, Version(2)))

    assert (draft.text_for(1), draft.title_for(1), draft.link_for(1)) == ("", "Autre", "")
    assert draft.version(1).detached
    assert draft.text_for(2) == "Base"


def test_the_chosen_accounts_are_those_with_a_version() -> None:
    draft: Draft = a_draft(versions=(Version(3), Version(1)))

    assert draft.accounts == (3, 1)
    assert draft.changed_at == datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
