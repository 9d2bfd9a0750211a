"""What changed is joined without loss."""

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.changes import Changes, of_deliveries, of_posts

numbers = st.frozensets(st.integers(1, 9), max_size=3)
changes = st.builds(
    Changes,
    posts=numbers,
    deliveries=numbers,
    accounts=numbers,
    media=numbers,
    labels=st.booleans(),
    everything=st.booleans(),
)


@given(one=changes, two=changes, three=changes)
def test_joining_is_the_same_in_any_order(one: Changes, two: Changes, three: Changes) -> None:
    assert one | two == two | one
    assert (one | two) | three == one | (two | three)
    assert one | one == one


@given(one=changes, two=changes)
def test_a_join_says_all_that_both_said(one: Changes, two: Changes) -> None:
    both = one | two

    assert both.posts == one.posts | two.posts
    assert both.deliveries == one.deliveries | two.deliveries
    assert bool(both) == (bool(one) or bool(two))


def test_no_change_is_falsy_and_any_is_truthy() -> None:
    assert not Changes()
    assert of_posts(3)
    assert of_deliveries(frozenset(), frozenset({2}))
    assert Changes(labels=True)
    assert Changes(everything=True)
