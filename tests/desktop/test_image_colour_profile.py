"""A colour profile keeps its numbers and loses its words."""

import io
import struct
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from cmstation.desktop.image_colour_profile import bare_profile
from tests.desktop.image_samples import SECRET, drawing, profile, srgb


def profile_of(tags: dict[bytes, bytes], space: bytes = b"RGB ", version: int = 4) -> bytes:
    """Return a profile made of some tags, with someone's name in every field of its header."""
    head = bytearray(128)
    head[4:8] = head[40:44] = head[48:52] = head[52:56] = head[80:84] = SECRET[:4]
    head[8:10] = bytes((version, 0x40 if version == 4 else 0))
    head[12:24] = b"mntr" + space + b"XYZ "
    head[24:36] = SECRET[:12]
    head[36:40] = b"acsp"
    head[68:80] = bytes.fromhex("0000f6d6000100000000d32d")
    head[84:128] = (SECRET * 2)[:44]
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += name + struct.pack(">II", 132 + 12 * len(tags) + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    whole = bytes(head) + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


def tags_of(icc: bytes) -> dict[bytes, bytes]:
    tags: dict[bytes, bytes] = {}
    for number in range(int.from_bytes(icc[128:132], "big")):
        entry = 132 + 12 * number
        start, length = struct.unpack_from(">II", icc, entry + 4)
        tags[icc[entry : entry + 4]] = icc[start : start + length]
    return tags


def converted(icc: bytes, picture: Image.Image) -> bytes:
    target: Any = ImageCms.profileToProfile(
        picture, ImageCms.ImageCmsProfile(io.BytesIO(icc)), srgb(), outputMode="RGB"
    )
    return target.tobytes()


def test_the_words_go_and_the_colours_stay() -> None:
    bare = bare_profile(profile())

    assert SECRET in profile()
    assert SECRET not in bare
    assert converted(bare, drawing()) == converted(profile(), drawing())


def test_a_bare_profile_is_not_changed_again() -> None:
    bare = bare_profile(profile())

    assert bare_profile(bare) == bare


def test_every_field_of_the_header_that_names_someone_is_emptied() -> None:
    bare = bare_profile(profile_of(tags_of(profile())))

    assert SECRET[:4] not in bare
    assert bare == bare_profile(profile())


def test_tags_that_are_not_colours_go() -> None:
    extra = {name: b"text" + bytes(4) + SECRET for name in (b"mmod", b"vcgt", b"dmnd", b"zzzz", b"meta")}

    assert bare_profile(profile_of(tags_of(profile()) | extra)) == bare_profile(profile())


def test_bytes_behind_the_numbers_of_a_tag_go() -> None:
    padded = {name: content + SECRET for name, content in tags_of(profile()).items()}

    assert bare_profile(profile_of(padded)) == bare_profile(profile())


def grid_tag(padding: bytes = b"") -> bytes:
    """Return a two-point grid that inverts three channels, with room between its stages."""
    line = b"curv" + bytes(8)
    curves = line * 3
    numbers = b"".join(
        struct.pack(">3H", *(65535 * (1 - bit) for bit in (r, g, b)))
        for r in (0, 1)
        for g in (0, 1)
        for b in (0, 1)
    )
    grid = bytes((2, 2, 2)) + bytes(13) + bytes((2, 0, 0, 0)) + numbers
    start = 32 + len(padding)
    at_grid = start + len(curves) + len(padding)
    at_last = at_grid + len(grid) + len(padding)
    offsets = struct.pack(">5I", start, 0, 0, at_grid, at_last)
    body = padding + curves + padding + grid + padding + curves + padding
    return b"mAB \0\0\0\0\3\3\0\0" + offsets + body


def test_a_profile_of_tables_keeps_them_and_nothing_between_them() -> None:
    plain = profile_of({b"A2B0": grid_tag(), b"wtpt": tags_of(profile())[b"wtpt"]})
    padded = profile_of({b"A2B0": grid_tag(SECRET + b"   "), b"wtpt": tags_of(profile())[b"wtpt"]})

    bare = bare_profile(padded)

    assert SECRET not in bare
    assert bare == bare_profile(plain)
    assert tags_of(bare)[b"A2B0"] == grid_tag()
    assert converted(bare, drawing()) == converted(plain, drawing())


@pytest.mark.parametrize("kind", [b"mft1", b"mft2"])
def test_an_old_profile_of_tables_keeps_them(kind: bytes) -> None:
    head = (
        kind + bytes(4) + bytes((3, 3, 2, 0)) + struct.pack(">9i", *(65536 * (n % 4 == 0) for n in range(9)))
    )
    ramp = bytes(range(256)) if kind == b"mft1" else struct.pack(">2H", 0, 65535)
    sizes = b"" if kind == b"mft1" else struct.pack(">2H", 2, 2)
    grid = bytes(8 * 3 * (1 if kind == b"mft1" else 2))
    table = head + sizes + ramp * 3 + grid + ramp * 3

    bare = bare_profile(profile_of({b"A2B0": table + SECRET}, version=2))

    assert tags_of(bare)[b"A2B0"] == table


@pytest.mark.parametrize(
    "icc",
    [b"", SECRET * 20, profile()[:200], profile_of({}), profile_of({b"A2B0": b"mAB " + SECRET * 9})],
    ids=["empty", "words", "cut", "without colours", "words as tables"],
)
def test_what_is_no_profile_gives_none(icc: bytes) -> None:
    assert bare_profile(icc) == b""


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_damaged_profile_gives_a_stable_one_or_none(data: st.DataObject) -> None:
    icc = bytearray(data.draw(st.sampled_from([profile(), profile_of({b"A2B0": grid_tag()})])))
    for _ in range(data.draw(st.integers(1, 6))):
        icc[data.draw(st.integers(0, len(icc) - 1))] = data.draw(st.integers(0, 255))

    bare = bare_profile(bytes(icc))

    assert bare_profile(bare) == bare
