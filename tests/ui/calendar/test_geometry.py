"""Where columns, rows and chips lie."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from cmstation.ui.calendar.geometry import MORE, TALL, chip_places, column_widths, row_heights

cells = st.builds(QRect, st.integers(0, 900), st.integers(0, 600), st.integers(80, 280), st.integers(60, 240))


@given(cells, st.integers(0, 40))
def test_every_post_is_shown_or_counted_and_nothing_leaves_its_cell(cell: QRect, posts: int) -> None:
    places = chip_places(cell, posts)

    drawn = [*places.chips, *([places.more] if places.left_out else [])]
    assert len(places.chips) + places.left_out == posts
    assert all(cell.contains(chip) for chip in drawn)
    assert all(above.bottom() < below.top() for above, below in pairwise(drawn))


@given(cells, st.integers(1, 40))
def test_posts_have_two_lines_as_long_as_all_of_them_fit_so(cell: QRect, posts: int) -> None:
    places = chip_places(cell, posts)

    needed = 24 + posts * (TALL + 2) - 2
    assert places.tall == (needed < cell.height())


@given(cells, st.integers(1, 40))
def test_the_others_are_never_a_single_post_that_would_have_fitted(cell: QRect, posts: int) -> None:
    places = chip_places(cell, posts)

    if places.left_out and places.chips:
        assert places.left_out >= 1
        assert places.more.height() == MORE
        assert cell.bottom() - places.more.top() < 22 + MORE


@given(st.integers(0, 4000))
def test_the_columns_fill_the_width_and_weekends_are_narrower(width: int) -> None:
    widths = column_widths(width)

    assert sum(widths) == width
    if width > 200:
        assert min(widths[:5]) > max(widths[5:])


@given(st.integers(0, 2000), st.integers(5, 6))
def test_the_rows_fill_the_height_and_are_equal(height: int, rows: int) -> None:
    heights = row_heights(height, rows)

    assert sum(heights) == height
    assert max(heights) - min(heights) <= 1
