"""The part of a picture that leaves, and the shapes that networks take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.crops import SHAPES, WHOLE, CropBox, Ratio, centred, fits, needed
from cmstation.domain.networks import Network

sides = st.integers(1, 12_000)
ratios = st.floats(0.2, 5.0)


@pytest.mark.parametrize(
    "numbers",
    [
        (-0.1, 0, 0.5, 0.5),
        (0, 0, 0, 0.5),
        (0.6, 0, 0.5, 0.5),
        (0, 0.9, 1, 0.2),
        (float("nan"), 0, 1, 1),
        (0, 0, float("inf"), 1),
    ],
)
def test_a_box_outside_the_picture_is_refused(numbers: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="inside"):
        CropBox(*numbers)


def test_the_whole_picture_is_every_pixel() -> None:
    assert WHOLE.pixels(4032, 3024) == (0, 0, 4032, 3024)


@given(ratios, sides, sides)
def test_a_centred_box_lies_inside_and_touches_two_edges(ratio: float, width: int, height: int) -> None:
    box = centred(ratio, width, height)

    left, top, right, bottom = box.pixels(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert (left, right) == (0, width) or (top, bottom) == (0, height)


@given(ratios, st.integers(50, 12_000), st.integers(50, 12_000))
def test_a_centred_box_has_the_shape_asked_for(ratio: float, width: int, height: int) -> None:
    assert fits(centred(ratio, width, height), ratio, width, height)


@given(ratios, sides, sides)
def test_a_centred_box_leaves_as_much_on_both_sides(ratio: float, width: int, height: int) -> None:
    box = centred(ratio, width, height)

    assert box.left == pytest.approx(1 - box.left - box.width, abs=1e-9)
    assert box.top == pytest.approx(1 - box.top - box.height, abs=1e-9)


def test_a_box_of_another_shape_does_not_fit() -> None:
    assert not fits(WHOLE, 0.8, 1600, 900)
    assert fits(WHOLE, 16 / 9, 1600, 900)


@given(st.floats(-2, 2), st.floats(-2, 2))
def test_a_box_moved_anywhere_stays_in_the_picture_with_its_size(right: float, down: float) -> None:
    box = CropBox(0.2, 0.1, 0.3, 0.7)

    moved = box.moved(right, down)

    assert (moved.width, moved.height) == (0.3, 0.7)


def test_every_network_has_its_shapes() -> None:
    assert set(SHAPES) == set(Network)


def test_shapes_are_written_as_people_write_them() -> None:
    labels = [ratio.label for ratio in SHAPES[Network.INSTAGRAM].offered]

    assert labels == ["4:5", "1:1", "1.91:1"]
    assert Ratio(16, 9).label == "16:9"


def test_instagram_needs_a_crop_of_what_is_too_tall() -> None:
    box = needed(Network.INSTAGRAM, 1080, 1920)

    assert box is not None
    assert fits(box, 0.8, 1080, 1920)


def test_instagram_needs_a_crop_of_what_is_too_wide() -> None:
    box = needed(Network.INSTAGRAM, 4000, 1000)

    assert box is not None
    assert fits(box, 1.91, 4000, 1000)


@pytest.mark.parametrize("size", [(1080, 1350), (1080, 1080), (1080, 566), (3000, 2000)])
def test_instagram_takes_its_own_shapes_whole(size: tuple[int, int]) -> None:
    assert needed(Network.INSTAGRAM, *size) is None


@given(sides, sides)
def test_a_needed_crop_is_accepted(width: int, height: int) -> None:
    box = needed(Network.INSTAGRAM, width, height)

    if box is not None:
        left, top, right, bottom = box.pixels(width, height)
        assert SHAPES[Network.INSTAGRAM].accepts(right - left, bottom - top)


@given(st.sampled_from([Network.MASTODON, Network.BLUESKY, Network.WORDPRESS]), sides, sides)
def test_networks_that_show_everything_need_no_crop(network: Network, width: int, height: int) -> None:
    assert SHAPES[network].free
    assert needed(network, width, height) is None
