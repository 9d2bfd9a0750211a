"""Measure the compressed pixels of a GIF frame, so that nothing can hide behind the last one."""

from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_pillow import decoder, reading
from cmstation.domain.media_errors import DamagedPicture, TruncatedPicture

_FINISHED = -1
_END_CODE_BYTES = 2


def exact_blocks(width: int, height: int, code_bits: int, blocks: list[bytes]) -> list[bytes]:
    """Return the blocks of a frame up to its last pixel and end code.

    Raises:
        TruncatedPicture: pixels are missing.
        DamagedPicture: they cannot be decoded.
    """
    last = _finishing(width, height, code_bits, [_stored(block) for block in blocks])
    before, behind = blocks[:last], blocks[last:]
    single_bytes = [_stored(bytes((byte,))) for byte in b"".join(behind[:2])]
    steps = [b"".join(_stored(block) for block in before), *single_bytes]
    room = _finishing(width, height, code_bits, steps) + _END_CODE_BYTES
    for block in behind:
        before.append(block[:room])
        room -= len(before[-1])
    return [block for block in before if block]


def _stored(block: bytes) -> bytes:
    return bytes((len(block),)) + block


def _finishing(width: int, height: int, code_bits: int, steps: list[bytes]) -> int:
    """Return the number of the step that brings the last pixel."""
    from PIL import Image  # noqa: PLC0415

    canvas = Image.new("P", (width, height))
    with reading(ImageKind.GIF):
        frame = decoder(canvas, "gif", (code_bits, 0, -1))
        waiting = b""
        for number, step in enumerate(steps):
            waiting += step
            used, failure = frame.decode(waiting)
            if failure:
                raise DamagedPicture(kind=ImageKind.GIF, reason=f"decoder {failure}")
            if used == _FINISHED:
                return number
            waiting = waiting[used:]
    raise TruncatedPicture(kind=ImageKind.GIF)
