"""Pieces of a presentation: titles, texts, tables and charts that can be edited."""

from collections.abc import Sequence
from typing import Any, Final

from cmstation.desktop.report_colours import ReportColours
from cmstation.desktop.report_look import INK, LINE, MUTED, SOFT, on, series_look
from cmstation.domain.report_document import BarData, HeatData, LineData
from cmstation.domain.report_words import CellKind, ReportWords

FONT: Final = "Calibri"
_DAYS: Final = "[$-40C]d\\ mmm"
_FORMATS: Final = {CellKind.DECIMAL: "0.0"}
_TAKEN_FOR_MORE: Final = (
    *("=", "{=", "http://", "https://", "ftp://", "file://"),
    *("internal:", "external:", "mailto:"),
)
_WHOLE: Final = "#,##0"
_DENSE: Final = 8  # bars whose names are smaller


def inches(*sizes: float) -> list[Any]:
    """Return sizes as the library counts them."""
    from pptx.util import Inches  # noqa: PLC0415 - heavy, and only for those who ask for it

    return [Inches(size) for size in sizes]


def text(
    frame: Any,
    lines: Sequence[str],
    size: float,
    colour: str = INK,
    *,
    bold: bool = False,
    lang: str = "fr-FR",
) -> None:
    """Put paragraphs into a frame; they stay in it whatever the program's own sizes."""
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _run(paragraph, line, size, colour, bold, lang)


def _run(paragraph: Any, words: str, size: float, colour: str, bold: bool, lang: str) -> None:
    from pptx.util import Pt  # noqa: PLC0415

    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = rgb(colour)
    run._r.get_or_add_rPr().set("lang", lang)
    paragraph.space_after = Pt(size * 0.35)


def rgb(colour: str) -> Any:
    """Return a colour as the library has it."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415

    library: Any = RGBColor
    return library.from_string(colour.lstrip("#"))


def number_field(frame: Any, size: float, colour: str) -> None:
    """Put the number of the slide into a frame; it stays right when slides are moved."""
    paragraph = frame.paragraphs[0]
    _run(paragraph, "‹n°›", size, colour, False, "fr-FR")
    run = paragraph.runs[0]._r
    made = paragraph._p.makeelement(run.tag.rpartition("}")[0] + "}fld")
    paragraph._p.append(made)
    made.set("id", "{0B1C7E4A-6E0C-4C39-9E6F-3A1F6A2D5B10}")
    made.set("type", "slidenum")
    made.extend(list(run))
    paragraph._p.remove(run)


def add_table(
    slide: Any,
    box: Sequence[float],
    rows: Sequence[Sequence[str]],
    weights: Sequence[float],
    ends: Sequence[bool],
    size: float = 12,
) -> Any:
    """Add a table; its first row is its head."""
    shape = slide.shapes.add_table(len(rows), len(rows[0]), *inches(*box))
    table = shape.table
    table.horz_banding = False
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = inches(box[2] * weight / sum(weights))[0]
    for number, row in enumerate(rows):
        for place, words in enumerate(row):
            _cell(table.cell(number, place), words, size, head=number == 0, end=ends[place])
    return shape


def _cell(cell: Any, words: str, size: float, *, head: bool, end: bool) -> None:
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415

    fill(cell, SOFT if head else "#FFFFFF")
    cell.margin_left, cell.margin_right, cell.margin_top, cell.margin_bottom = inches(0.08, 0.08, 0.03, 0.03)
    text(cell.text_frame, [words], size, MUTED if head else INK, bold=head)
    cell.text_frame.paragraphs[0].space_after = 0
    if end:
        cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def fill(cell: Any, colour: str) -> None:
    """Colour a cell."""
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(colour)


def add_band(slide: Any, box: Sequence[float], colour: str) -> None:
    """Add a bar of one colour, which says nothing to those who do not see it."""
    from pptx.enum.shapes import MSO_SHAPE  # noqa: PLC0415

    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *inches(*box))
    band.line.fill.background()
    band.shadow.inherit = False
    fill(band, colour)


def unlike_formula(name: str) -> str:
    """Return a name that the chart's own small workbook neither computes nor follows."""
    return f"'{name}" if name.lstrip().lower().startswith(_TAKEN_FOR_MORE) else name


def add_lines(slide: Any, box: Sequence[float], chart: LineData, *, small: bool = False) -> Any:
    """Add curves; a missing value is a gap."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415

    told: Any = CategoryChartData(number_format=_WHOLE)
    told.categories = chart.days
    for one in chart.series:
        told.add_series(unlike_formula(one.name), one.values)
    shape = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *inches(*box), told)
    made = shape.chart
    _dress(made, legend=len(chart.series) > 1, size=9 if small else 12)
    made.category_axis.tick_labels.number_format = _DAYS
    made.category_axis.tick_labels.number_format_is_linked = False
    made.value_axis.tick_labels.number_format = _WHOLE
    made.value_axis.tick_labels.number_format_is_linked = False
    span = (chart.days[-1] - chart.days[0]).days if chart.days else 0
    _days_apart(made.category_axis, max(round(span / (3 if small else 8)), 1))
    if small:
        made.has_title = True
        text(made.chart_title.text_frame, [chart.series[0].name], 10, bold=True)
    _dress_lines(made, first=0)
    return shape


def _days_apart(axis: Any, days: int) -> None:
    """Tell every so many days below a chart, no more than have room."""
    known = axis._element
    space = known.tag.rpartition("}")[0] + "}"
    for name in ("majorUnit", "majorTimeUnit"):
        for old in known.findall(f"{space}{name}"):
            known.remove(old)
    # The order of these elements is part of the format.
    before = [space + one for one in ("auto", "lblOffset", "baseTimeUnit", "crosses", "crossesAt")]
    place = max(number for number, one in enumerate(known) if one.tag in before)
    for name, value in (("majorTimeUnit", "days"), ("majorUnit", str(days))):
        made = known.makeelement(space + name)
        made.set("val", value)
        known.insert(place + 1, made)


def dress_line(shape: Any, number: int, colour: str = "") -> None:
    """Give a chart's only curve the look that it has beside the others.

    Args:
        colour: another one, for a curve that has no others.
    """
    _dress_lines(shape.chart, first=number, colour=colour)


def _dress_lines(made: Any, first: int, colour: str = "") -> None:
    from pptx.enum.chart import XL_MARKER_STYLE  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    for number, series in enumerate(made.plots[0].series, start=first):
        series.smooth = False
        series.format.line.color.rgb = rgb(colour or series_look(number)[0])
        series.format.line.width = Pt(2.25)
        series.marker.style = XL_MARKER_STYLE.NONE
    # A lonely day between two gaps would not be seen without its sign.
    _show_lonely(made, first, colour)


def _show_lonely(made: Any, first: int, colour: str) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE  # noqa: PLC0415

    signs = (
        *(XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND),
        *(XL_MARKER_STYLE.X, XL_MARKER_STYLE.PLUS, XL_MARKER_STYLE.STAR, XL_MARKER_STYLE.DASH),
    )
    for number, series in enumerate(made.plots[0].series, start=first):
        values = list(series.values)
        known = [place for place, value in enumerate(values) if value is not None]
        present = set(known)
        lonely = [one for one in known if one - 1 not in present and one + 1 not in present]
        for place in {*lonely, *known[::14], *known[-1:]}:
            marker = series.points[place].marker
            marker.style, marker.size = signs[number % len(signs)], 7
            marker.format.fill.solid()
            marker.format.fill.fore_color.rgb = rgb(colour or series_look(number)[0])


def add_bars(slide: Any, box: Sequence[float], chart: BarData, words: ReportWords, colour: str) -> Any:
    """Add bars of a colour, the first one on top, each with its value."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415
    from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION  # noqa: PLC0415

    pattern = _pattern(chart)
    told: Any = CategoryChartData(number_format=pattern)
    told.categories = [
        unlike_formula(bar.name if bar.value is not None else f"{bar.name} ({words.missing})")
        for bar in chart.bars
    ]
    told.add_series(unlike_formula(chart.value_name) or words.value_name, [bar.value for bar in chart.bars])
    wished = any(bar.wished is not None for bar in chart.bars)
    if wished:
        told.add_series(unlike_formula(chart.wished_name) or words.wished, [bar.wished for bar in chart.bars])
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *inches(*box), told)
    made = shape.chart
    _dress(made, legend=wished, size=11 if len(chart.bars) > _DENSE else 13)
    made.category_axis.reverse_order = True
    made.value_axis.visible = made.value_axis.has_major_gridlines = False
    made.value_axis.minimum_scale = 0
    plot = made.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 55, -5, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = pattern, False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for series, ground in zip(plot.series, (colour, "#A5B0BD"), strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(ground)
        series.invert_if_negative = False
    return shape


def _pattern(chart: BarData) -> str:
    if chart.kind is CellKind.PERCENT:
        shares = (share for bar in chart.bars for share in (bar.value, bar.wished) if share is not None)
        return "0%" if all(float(round(share * 100, 6)).is_integer() for share in shares) else "0.0%"
    return _FORMATS.get(chart.kind, _WHOLE)


def _dress(made: Any, *, legend: bool, size: float) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    made.font.size, made.font.name = Pt(size), FONT
    made.font.color.rgb = rgb(INK)
    made.has_title, made.has_legend = False, legend
    if legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    made.value_axis.format.line.fill.background()
    made.value_axis.major_gridlines.format.line.color.rgb = rgb(LINE)


def add_heat(slide: Any, box: Sequence[float], chart: HeatData, colours: ReportColours) -> Any:
    """Add cells as a table: its numbers are how many posts, its colours their success."""
    rows = [["", *(column.replace("\u00a0", "") for column in chart.columns)]]
    for name, cells in zip(chart.rows, chart.cells, strict=True):
        rows.append([name, *(str(cell.count) if cell and cell.count else "" for cell in cells)])
    weights = [3.2, *(1.0 for _column in chart.columns)]
    shape = add_table(slide, box, rows, weights, [False] * len(weights), size=10)
    most = max((cell.value for row in chart.cells for cell in row if cell and cell.value), default=1.0)
    for number, cells in enumerate(chart.cells, start=1):
        for place, cell in enumerate(cells, start=1):
            shown = shape.table.cell(number, place)
            _centre(shown)
            if cell is not None and cell.value is not None:
                colour = colours.step(cell.value / most)
                fill(shown, colour)
                shown.text_frame.paragraphs[0].runs[0].font.color.rgb = rgb(on(colour))
    for place in range(1, len(chart.columns) + 1):
        _centre(shape.table.cell(0, place))
    return shape


def _centre(cell: Any) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN  # noqa: PLC0415

    cell.margin_left = cell.margin_right = 0
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
