"""PNG files lose everything but their pixels."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cmstation.desktop.images import inspect, without_metadata
from cmstation.domain.media_errors import DamagedPicture, PictureError, TooManyPixels, TruncatedPicture
from tests.desktop.image_samples import (
    PLACE,
    SECRET,
    all_chunks,
    animation_frames,
    decoded,
    drawing,
    encoded,
    exif,
    photo,
    png_chunk,
    png_of,
    png_pieces,
    profile,
    same_pixels,
    xmp,
)

PLAIN = encoded(drawing(), "PNG")
FINE = encoded(photo(), "PNG")
Pieces = list[tuple[bytes, bytes]]


def with_chunks(png: bytes, chunks: Pieces, at: int = 1) -> bytes:
    pieces = png_pieces(png)
    return png_of(pieces[:at] + chunks + pieces[at:])


def pixels_of(png: bytes) -> bytes:
    return b"".join(content for name, content in png_pieces(png) if name == b"IDAT")


def packed_secrets(png: bytes) -> bool:
    """Look for the planted words, also inside compressed chunks."""
    for _, content in png_pieces(png):
        for start in range(len(content)):
            if content[start : start + 1] == b"\x78":
                try:
                    plain = zlib.decompressobj().decompress(content[start:])
                except zlib.error:
                    continue
                if SECRET in plain or PLACE in plain:
                    return True
    return SECRET in png or PLACE in png


@pytest.mark.parametrize("at", [1, 2, -1])
def test_nothing_planted_survives(at: int) -> None:
    planted = with_chunks(PLAIN, all_chunks(), at)

    clean = without_metadata(planted)

    assert packed_secrets(planted)
    assert not packed_secrets(clean)
    assert exif().hex()[:60].encode() not in clean
    assert clean == PLAIN


@given(st.permutations(all_chunks()), st.integers(1, 2))
@settings(max_examples=40, deadline=None)
def test_the_order_of_chunks_does_not_matter(chunks: Pieces, at: int) -> None:
    assert without_metadata(with_chunks(FINE, chunks, at)) == FINE


def test_what_follows_the_end_goes() -> None:
    assert without_metadata(PLAIN + SECRET) == PLAIN
    assert inspect(PLAIN + SECRET).has_metadata == ("trailing",)


def test_what_the_last_chunk_says_goes() -> None:
    assert without_metadata(png_of([*png_pieces(PLAIN)[:-1], (b"IEND", SECRET)])) == PLAIN


def test_bytes_hidden_behind_the_compressed_pixels_go() -> None:
    planted = png_of([(n, c + SECRET if n == b"IDAT" else c) for n, c in png_pieces(PLAIN)])

    assert without_metadata(planted) == PLAIN


def test_rows_hidden_below_the_last_one_go() -> None:
    rows = zlib.decompress(pixels_of(PLAIN)) + SECRET * 9
    planted = png_of([(n, zlib.compress(rows) if n == b"IDAT" else c) for n, c in png_pieces(PLAIN)])

    clean = without_metadata(planted)

    assert not packed_secrets(clean)
    assert same_pixels(clean, PLAIN)
    assert without_metadata(clean) == clean


def test_a_cropped_picture_that_was_saved_over_a_larger_one_loses_the_rest() -> None:
    left_over = png_chunk(b"IDAT", zlib.compress(SECRET)) + png_chunk(b"IEND", b"")

    assert without_metadata(PLAIN + left_over) == PLAIN


MODES = {
    "grey": drawing().convert("L"),
    "black and white": drawing().convert("1"),
    "grey with transparency": drawing().convert("LA"),
    "palette": drawing().convert("P", palette=Image.Palette.ADAPTIVE, colors=16),
    "transparent": drawing().convert("RGBA"),
    "deep": Image.new("I;16", (40, 30), 40_123),
}


@pytest.mark.parametrize("picture", MODES.values(), ids=MODES)
def test_every_way_of_storing_pixels_is_kept(picture: Image.Image) -> None:
    plain = encoded(picture, "PNG")

    assert without_metadata(with_chunks(plain, all_chunks()[:8])) == plain


def test_a_palette_with_transparency_is_kept() -> None:
    plain = encoded(MODES["palette"], "PNG", transparency=bytes((0, 120, 255)))

    clean = without_metadata(with_chunks(plain, all_chunks()))

    assert clean == plain
    assert decoded(clean).getchannel("A").getextrema() == (0, 255)


def test_interlaced_pixels_are_kept_and_nothing_hides_behind_them() -> None:
    # Three by two grey pixels, in the order of the passes: first, third, second, then the lower row.
    rows = bytes((0, 10)) + bytes((0, 30)) + bytes((0, 20)) + bytes((0, 40, 50, 60))
    header = (b"IHDR", struct.pack(">2I5B", 3, 2, 8, 0, 0, 0, 1))

    plain = png_of([header, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")])
    planted = png_of([header, (b"IDAT", zlib.compress(rows + SECRET)), (b"IEND", b"")])

    assert Image.open(io.BytesIO(plain)).tobytes() == bytes((10, 20, 30, 40, 50, 60))
    assert without_metadata(planted) == without_metadata(plain) == plain


def test_the_numbers_of_colours_stay() -> None:
    numbers = [(b"gAMA", struct.pack(">I", 45_455)), (b"pHYs", struct.pack(">IIB", 2835, 2835, 1))]

    clean = without_metadata(with_chunks(PLAIN, numbers))

    assert clean == with_chunks(PLAIN, numbers)


def test_colours_stay_but_the_words_of_their_profile_go() -> None:
    planted = with_chunks(PLAIN, [(b"iCCP", SECRET + b"\0\0" + zlib.compress(profile()))])

    clean = without_metadata(planted)

    assert packed_secrets(planted)
    assert not packed_secrets(clean)
    assert Image.open(io.BytesIO(clean)).info["icc_profile"]
    assert without_metadata(clean) == clean


def test_the_kinds_of_metadata_are_named() -> None:
    chunks = [(b"eXIf", exif()), (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(xmp()))]

    assert inspect(with_chunks(PLAIN, chunks)).has_metadata == ("exif", "gps", "xmp")


def animated() -> bytes:
    frames = animation_frames()
    return encoded(
        frames[0], "PNG", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=2
    )


def test_an_animation_stays_one_without_what_was_planted() -> None:
    planted = with_chunks(animated(), all_chunks())

    clean = without_metadata(planted)

    assert not packed_secrets(clean)
    assert clean == animated()
    assert inspect(clean).animated


def test_bytes_hidden_in_a_later_frame_go() -> None:
    pieces = [(n, c + SECRET if n == b"fdAT" else c) for n, c in png_pieces(animated())]

    assert without_metadata(png_of(pieces)) == animated()


def test_an_animation_that_was_not_announced_is_a_still_picture() -> None:
    pieces = [piece for piece in png_pieces(animated()) if piece[0] != b"acTL"]

    clean = without_metadata(png_of(pieces))

    assert {name for name, _ in png_pieces(clean)} == {b"IHDR", b"IDAT", b"IEND"}
    assert not inspect(clean).animated


def test_words_in_the_place_of_numbers_go() -> None:
    words = [
        (b"cHRM", (SECRET * 2)[:32]),
        (b"gAMA", SECRET[:4]),
        (b"pHYs", SECRET[:9]),
        (b"PLTE", SECRET[:24]),
    ]

    assert without_metadata(with_chunks(PLAIN, words)) == PLAIN


def test_words_behind_the_colours_of_a_palette_go() -> None:
    plain = encoded(drawing().convert("P", palette=Image.Palette.ADAPTIVE, colors=4), "PNG", bits=2)
    colours = next(content for name, content in png_pieces(plain) if name == b"PLTE")
    longer = [
        (n, colours.ljust(12, b"\0") + SECRET[:24] if n == b"PLTE" else c) for n, c in png_pieces(plain)
    ]

    clean = without_metadata(png_of(longer))

    assert SECRET[:24] not in clean
    assert same_pixels(clean, plain)


@pytest.mark.parametrize("name", [b"IDAT", b"IHDR"])
def test_a_wrong_checksum_is_refused(name: bytes) -> None:
    at = PLAIN.index(name) + 6

    with pytest.raises(DamagedPicture):
        without_metadata(PLAIN[:at] + bytes((PLAIN[at] ^ 1,)) + PLAIN[at + 1 :])


def test_a_picture_cut_anywhere_is_refused_as_truncated() -> None:
    for end in range(40, len(PLAIN)):
        with pytest.raises(TruncatedPicture):
            without_metadata(PLAIN[:end])


def test_missing_rows_are_refused_as_truncated() -> None:
    rows = zlib.decompress(pixels_of(FINE))[:-300]

    with pytest.raises(TruncatedPicture):
        without_metadata(
            png_of([(n, zlib.compress(rows) if n == b"IDAT" else c) for n, c in png_pieces(FINE)])
        )


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    header = struct.pack(">2I5B", 60_000, 60_000, 8, 6, 0, 0, 0)
    bomb = png_of([(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1_000_000))), (b"IEND", b"")])

    with pytest.raises(TooManyPixels):
        without_metadata(bomb)


def test_a_bomb_in_the_profile_or_the_words_is_not_unpacked() -> None:
    packed = zlib.compress(bytes(200_000_000), 9)
    chunks = [(b"iCCP", b"a\0\0" + packed), (b"zTXt", b"Raw profile type exif\0\0" + packed)]

    assert without_metadata(with_chunks(PLAIN, chunks)) == PLAIN


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_picture_is_cleaned_or_refused(data: st.DataObject) -> None:
    pieces = png_pieces(data.draw(st.sampled_from([PLAIN, animated(), encoded(MODES["palette"], "PNG")])))
    number = data.draw(st.integers(0, len(pieces) - 1))
    name, content = pieces[number]
    damaged = bytearray(content or b"\0")
    damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    pieces[number] = (name, bytes(damaged))
    pieces = data.draw(st.permutations(pieces)) if data.draw(st.booleans()) else pieces

    try:
        clean = without_metadata(png_of(pieces))
    except PictureError:
        return

    decoded(clean)
    assert without_metadata(clean) == clean
