"""Copy the numeric tags of an ICC colour profile without a byte between or behind their numbers."""

import math
import struct

_NUMBERS_OF_PARA = (1, 3, 4, 5, 7)
_STAGES_HEADER, _GRID_HEADER, _MATRIX_BYTES = 32, 20, 48


class UnusableTag(Exception):
    """A tag is not what it says it is."""


def exact_tag(content: bytes) -> bytes:
    """Return a tag rebuilt from its numbers.

    Raises:
        UnusableTag: its type is unknown, or it is too short.
    """
    kind = content[:4]
    if kind == b"mAB ":
        return _stages(content)
    if kind == b"XYZ ":
        return _start(content, 20)
    if kind == b"sf32":
        return _start(content, 44)
    if kind in (b"mft1", b"mft2"):
        return _start(content, _table_length(content))
    return _curve(content, 0)


def _start(content: bytes, length: int, at: int = 0) -> bytes:
    if at < 0 or at + length > len(content) or length < 8:
        raise UnusableTag
    return content[at : at + 4] + bytes(4) + content[at + 8 : at + length]


def _curve(content: bytes, at: int) -> bytes:
    if content[at : at + 4] == b"curv":
        return _start(content, 12 + 2 * _number(content, at + 8, 4), at)
    if content[at : at + 4] == b"para":
        function = _number(content, at + 8, 2)
        if function < len(_NUMBERS_OF_PARA):
            return _start(content, 12 + 4 * _NUMBERS_OF_PARA[function], at)
    raise UnusableTag


def _number(content: bytes, at: int, length: int) -> int:
    if at + length > len(content):
        raise UnusableTag
    return int.from_bytes(content[at : at + length], "big")


def _table_length(content: bytes) -> int:
    inputs, outputs, points = (_number(content, at, 1) for at in (8, 9, 10))
    grid = points**inputs * outputs
    if content[:4] == b"mft1":
        return 48 + inputs * 256 + grid + outputs * 256
    return 52 + 2 * (inputs * _number(content, 48, 2) + grid + outputs * _number(content, 50, 2))


def _stages(content: bytes) -> bytes:
    """Rebuild a tag of up to five stages: three sets of curves, a matrix and a grid, each where it says."""
    inputs, outputs = _number(content, 8, 1), _number(content, 9, 1)
    curves_b, matrix, curves_m, grid, curves_a = (_number(content, at, 4) for at in range(12, 32, 4))
    stages = (
        _curves(content, curves_b, outputs),
        _matrix(content, matrix),
        _curves(content, curves_m, outputs),
        _grid(content, grid, inputs, outputs),
        _curves(content, curves_a, inputs),
    )
    offsets, body = b"", b""
    for stage in stages:
        offsets += struct.pack(">I", _STAGES_HEADER + len(body) if stage else 0)
        body += stage
    return b"mAB " + bytes(4) + bytes((inputs, outputs, 0, 0)) + offsets + body


def _curves(content: bytes, at: int, count: int) -> bytes:
    if not at:
        return b""
    curves = b""
    for _ in range(count):
        curve = _curve(content, at)
        curve += bytes(-len(curve) % 4)
        curves += curve
        at += len(curve)
    return curves


def _matrix(content: bytes, at: int) -> bytes:
    if not at:
        return b""
    _number(content, at, _MATRIX_BYTES)
    return content[at : at + _MATRIX_BYTES]


def _grid(content: bytes, at: int, inputs: int, outputs: int) -> bytes:
    if not at:
        return b""
    _number(content, at, _GRID_HEADER)
    points, precision = content[at : at + inputs], content[at + 16]
    length = math.prod(points) * outputs * precision
    if inputs > 16 or precision not in (1, 2):
        raise UnusableTag
    _number(content, at + _GRID_HEADER, length)
    numbers = content[at + _GRID_HEADER : at + _GRID_HEADER + length]
    return points.ljust(16, b"\0") + bytes((precision, 0, 0, 0)) + numbers + bytes(-length % 4)
