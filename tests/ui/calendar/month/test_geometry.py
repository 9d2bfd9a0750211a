"""Where columns, rows and chips lie."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from cmstation.ui.calendar.month.geometry import (
    FLAT,
    MORE,
    TALL,
    column_widths,
    day_places,
    lane_gap,
    lane_rect,
    row_heights,
)

cells = st.builds(QRect, st.integers(0, 900), st.integers(0, 600), st.integers(80, 280), st.integers(80, 240))
posts = st.integers(0, 40)
lanes = st.sets(st.integers(0, 6), max_size=4).map(sorted)


def hours(count: int) -> list[bool]:
    return [False] * count


@given(cells, lanes, posts, st.booleans())
def test_every_item_is_shown_or_counted_and_nothing_leaves_its_cell(
    cell: QRect, taken: list[int], count: int, remark: bool
) -> None:
    places = day_places(cell, taken, hours(count), remark=remark)

    bars = [lane_rect(cell, cell, lane) for lane in places.lanes]
    drawn = [*places.chips, *bars, *([places.more] if places.left_out else [])]
    assert len(places.chips) + len(places.lanes) + places.left_out == count + len(taken)
    assert all(cell.contains(chip) for chip in drawn)
    in_order = sorted(drawn, key=QRect.top)
    assert all(above.bottom() < below.top() for above, below in pairwise(in_order))


@given(cells, st.integers(1, 40))
def test_posts_have_two_lines_as_long_as_all_of_them_fit_so(cell: QRect, count: int) -> None:
    places = day_places(cell, (), hours(count))

    gap = lane_gap(cell.height())
    needed = 24 + count * (TALL + gap) - gap
    assert (places.chips[:1] != () and places.chips[0].height() == TALL) == (needed < cell.height())


@given(cells, st.integers(1, 40))
def test_the_others_are_never_a_single_post_that_would_have_fitted(cell: QRect, count: int) -> None:
    places = day_places(cell, (), hours(count))

    if places.left_out and places.chips:
        assert places.left_out >= 1
        assert places.more.height() == MORE
        assert cell.bottom() - places.more.top() < 22 + MORE


@given(st.integers(80, 300))
def test_lines_lie_a_little_closer_where_that_makes_room_for_one_more(height: int) -> None:
    cell = QRect(0, 0, 140, height)
    wide = (height - 25 + 2) // 22

    found = day_places(cell, (), [True] * 20)

    assert lane_gap(height) in {1, 2}
    assert (lane_gap(height) == 1) == (len(day_places(cell, (), [True] * (wide + 1)).chips) == wide + 1)
    assert found.left_out


@given(cells, lanes, posts)
def test_a_remark_drives_no_item_away(cell: QRect, taken: list[int], count: int) -> None:
    without = day_places(cell, taken, hours(count))
    having = day_places(cell, taken, hours(count), remark=True)

    assert having.left_out == without.left_out
    assert len(having.chips) == len(without.chips)
    if having.remark.height() and not having.left_out:
        assert not any(chip.intersects(having.remark) for chip in having.chips)


@given(cells, lanes, posts)
def test_what_lasts_the_whole_day_takes_one_line(cell: QRect, taken: list[int], count: int) -> None:
    places = day_places(cell, taken, [True] * count)

    assert all(chip.height() == FLAT for chip in places.chips)


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
