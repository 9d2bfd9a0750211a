"""Charts of a report as PNG, for documents that take no drawings; twice as fine as a screen."""

from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from cmstation.desktop.report_colours import ReportColours, dyed
from cmstation.desktop.report_look import WHITE, Form
from cmstation.desktop.report_pdf_charts import corners, fitting
from cmstation.desktop.report_shapes import POINT, Anchor, Box, Drawing, Shape, Sign, Stroke, Words
from cmstation.desktop.review_fonts import letters_of
from cmstation.desktop.review_letters import plain_letters, showable
from cmstation.domain.report_document import Chart
from cmstation.domain.report_words import ReportWords
from cmstation.resource_files import resource

WIDTH: Final = 170.0
_HIGHEST: Final = 215.0
_FINE: Final = 8  # pixels of a millimetre
_FINER: Final = 2  # drawn larger and made smaller, so that edges are smooth
_SCALE: Final = _FINE * _FINER
_ANCHORS: Final = {Anchor.START: "lm", Anchor.MIDDLE: "mm", Anchor.END: "rm"}


def pictures(
    chart: Chart, words: ReportWords, colours: ReportColours, width: float = WIDTH
) -> list[tuple[bytes, float]]:
    """Return a chart as PNG files, each with its width in millimetres; several when it is high."""
    drawings = [dyed(one, chart, colours) for one in fitting(chart, width, _HIGHEST, words, _measured)]
    return [(_png(drawing), drawing.width) for drawing in drawings]


def _png(drawing: Drawing) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - heavy, and only for those who make a document

    size = round((drawing.width + 2) * _FINE), max(round((drawing.height + 1) * _FINE), 1)
    large: Any = Image.new("RGB", (size[0] * _FINER, size[1] * _FINER), WHITE)
    pen: Any = ImageDraw.Draw(large)
    for shape in drawing.shapes:
        _draw(pen, shape)
    made = BytesIO()
    small = large.resize(size, Image.Resampling.BOX)
    small.save(made, "PNG", dpi=(_FINE * 25.4, _FINE * 25.4))
    return made.getvalue()


def _draw(pen: Any, shape: Shape) -> None:
    match shape:
        case Stroke():
            points = [(x * _SCALE, y * _SCALE) for x, y in shape.points]
            pen.line(points, shape.colour, max(round(shape.width * _SCALE), 1), joint="curve")
        case Box():
            corner = (shape.x + shape.width) * _SCALE, (shape.y + shape.height) * _SCALE
            place = (shape.x * _SCALE, shape.y * _SCALE, *corner)
            pen.rectangle(place, shape.fill or None, shape.edge or None, _SCALE // 4)
        case Sign():
            _sign(pen, shape)
        case Words():
            place = shape.x * _SCALE, shape.y * _SCALE
            face = _face(shape.size, shape.bold)
            pen.text(place, _shown(shape.text), shape.colour, font=face, anchor=_ANCHORS[shape.anchor])


def _sign(pen: Any, sign: Sign) -> None:
    filled = sign.form not in {Form.RING, Form.FRAME}
    inside, edge = (sign.colour if filled else WHITE), round(0.35 * _SCALE)
    places = [(x * _SCALE, y * _SCALE) for x, y in corners(sign)]
    if not places:
        half = sign.size / 2
        box = tuple(one * _SCALE for one in (sign.x - half, sign.y - half, sign.x + half, sign.y + half))
        pen.ellipse(box, inside, sign.colour, edge)
    elif sign.form is Form.CROSS:
        pen.line(places[:2], sign.colour, edge)
        pen.line(places[2:], sign.colour, edge)
    else:
        pen.polygon(places, inside, sign.colour, edge)


@lru_cache(maxsize=20_000)
def _measured(text: str, size: float, bold: bool) -> float:
    width: float = _face(size, bold).getlength(_shown(text))
    return width / _SCALE


def _shown(text: str) -> str:
    return showable(text, _known())


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    files = (resource("fonts", name) for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"))
    regular, bold = map(letters_of, files)
    return plain_letters(regular & bold)


@lru_cache(maxsize=16)
def _face(size: float, bold: bool) -> Any:
    from PIL import ImageFont  # noqa: PLC0415

    file = resource("fonts", "Inter-SemiBold.otf" if bold else "Inter-Regular.otf")
    return ImageFont.truetype(BytesIO(file.read_bytes()), round(size * POINT * _SCALE))
