"""How well a post did beside the usual ones of its account."""

from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random
from statistics import median as middle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.metrics import Metric
from cmstation.domain.scoring import FACTORS, FEWEST, WINDOW, PostCounts, Score, median, scored

NOON = datetime(2026, 10, 13, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)
M = Metric


def post(number: int, days_before: float, account: int = 1, **counts: int) -> PostCounts:
    named = {Metric(metric): count for metric, count in counts.items()}
    return PostCounts(number, account, NOON - days_before * DAY, named)


def eight(**counts: int) -> list[PostCounts]:
    return [post(number, number, **counts) for number in range(1, 9)]


def test_a_post_is_weighed_with_factors_and_divided_by_the_usual_weight() -> None:
    posts = [*eight(reactions=4, comments=1, shares=0), post(99, 0, reactions=6, comments=3, shares=2)]

    score = scored(posts)[99]

    parts = ((M.REACTIONS, 6, 1), (M.COMMENTS, 3, 2), (M.SHARES, 2, 3))
    assert score == Score(value=3.0, weight=18, usual=6.0, of=8, parts=parts)


def test_with_seven_posts_before_it_a_post_has_no_score() -> None:
    posts = [*eight(reactions=4)[1:], post(99, 0, reactions=6)]

    assert scored(posts)[99] is None


def test_a_post_of_ninety_days_before_counts_and_one_of_a_second_more_does_not() -> None:
    seven = eight(reactions=4)[1:]
    edge = PostCounts(50, 1, NOON - WINDOW, {M.REACTIONS: 4})
    beyond = PostCounts(50, 1, NOON - WINDOW - timedelta(seconds=1), {M.REACTIONS: 4})
    asked = post(99, 0, reactions=6)

    assert scored([*seven, edge, asked])[99] is not None
    assert scored([*seven, beyond, asked])[99] is None


def test_posts_of_one_moment_are_not_compared_with_each_other() -> None:
    posts = [*eight(reactions=4)[1:], post(98, 0, reactions=4), post(99, 0, reactions=4)]

    assert scored(posts)[99] is None


def test_posts_of_another_account_are_not_compared() -> None:
    posts = [*eight(reactions=4), post(99, 0, account=2, reactions=6)]

    assert scored(posts)[99] is None


def test_a_metric_unknown_of_one_compared_post_is_left_out_of_all_weights() -> None:
    posts = [*eight(reactions=4, shares=10)[1:], post(1, 1, reactions=4), post(99, 0, reactions=6, shares=50)]

    score = scored(posts)[99]

    assert score is not None
    assert score.parts == ((M.REACTIONS, 6, 1),)
    assert (score.weight, score.usual) == (6, 4.0)


def test_a_metric_unknown_of_the_post_is_left_out_of_all_weights() -> None:
    posts = [*eight(reactions=4, shares=10), post(99, 0, reactions=6)]

    score = scored(posts)[99]

    assert score is not None
    assert (score.weight, score.usual, score.value) == (6, 4.0, 1.5)


def test_a_post_of_which_nothing_is_known_is_neither_scored_nor_compared_with() -> None:
    posts = [*eight(reactions=4), post(50, 0.5, views=900), post(99, 0, reactions=4)]

    scores = scored(posts)

    assert scores[50] is None
    score = scores[99]
    assert score is not None
    assert score.of == 8


def test_posts_that_share_no_metric_are_not_compared() -> None:
    posts = [*eight(reactions=4), post(99, 0, shares=4)]

    assert scored(posts)[99] is None


def test_beside_posts_that_usually_get_nothing_there_is_no_score() -> None:
    posts = [*eight(reactions=0), post(99, 0, reactions=6)]

    assert scored(posts)[99] is None


def test_a_post_that_got_nothing_scores_zero() -> None:
    score = scored([*eight(reactions=4), post(99, 0, reactions=0)])[99]

    assert score is not None
    assert score.value == 0


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        scored([PostCounts(1, 1, datetime(2026, 10, 13), {})])  # noqa: DTZ001


counts = st.dictionaries(st.sampled_from([*FACTORS, M.VIEWS]), st.integers(0, 40))


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 2), counts), max_size=60))
def test_scores_are_those_of_the_plain_definition(drawn: list[tuple[int, int, dict[Metric, int]]]) -> None:
    posts = [
        PostCounts(number, account, NOON - days * DAY / 2, known)
        for number, (days, account, known) in enumerate(drawn)
    ]

    assert scored(posts) == {one.post: plainly(one, posts) for one in posts}


def plainly(asked: PostCounts, posts: list[PostCounts]) -> Score | None:
    others = [
        one
        for one in posts
        if one.account == asked.account
        and asked.published_at - WINDOW <= one.published_at < asked.published_at
        and set(one.counts) & set(FACTORS)
    ]
    shared = [m for m in FACTORS if m in asked.counts and all(m in one.counts for one in others)]
    if len(others) < FEWEST or not shared:
        return None
    usual = middle(sum(FACTORS[m] * one.counts[m] for m in shared) for one in others)
    weight = sum(FACTORS[m] * asked.counts[m] for m in shared)
    parts = tuple((m, asked.counts[m], FACTORS[m]) for m in shared)
    return Score(weight / usual, weight, float(usual), len(others), parts) if usual else None


@given(st.lists(st.integers(0, 1000), min_size=1))
def test_the_median_is_the_middle(values: list[int]) -> None:
    assert median(sorted(values)) == middle(values)


def many(random: Random) -> list[PostCounts]:
    return [
        PostCounts(
            number,
            number % 7,
            NOON - random.random() * 730 * DAY,
            {metric: random.randrange(60) for metric in islice(FACTORS, 2 + number % 3)},
        )
        for number in range(3_000)
    ]


def test_three_thousand_posts_are_scored() -> None:
    scores = scored(many(Random(5)))

    assert sum(score is not None for score in scores.values()) > 2_500
