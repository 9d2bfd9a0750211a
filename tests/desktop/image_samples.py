"""Pictures for the tests, made on the spot, with secrets planted in every corner."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageDraw

PLACE = b"48.8566N-2.3522E"
SECRET = b"PLANTED-NAME-OF-A-PATIENT"


def drawing(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Return a picture without any symmetry, so that each way of turning it differs."""
    picture = Image.new("RGB", (width, height), (240, 236, 220))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, width // 3, height // 4), fill=(200, 30, 30))
    pen.ellipse((width // 2, height // 2, width - 3, height - 3), fill=(20, 60, 200))
    pen.line((0, height - 1, width // 2, 0), fill=(10, 120, 10), width=2)
    return picture.convert(mode)


def photo(width: int = 200, height: int = 150) -> Image.Image:
    """Return a picture with fine detail, the same each time."""
    dots = bytes((x * x * 7 + y * 13 + x * y) % 251 for y in range(height) for x in range(width))
    noise = Image.frombytes("L", (width, height), dots)
    return Image.blend(noise.convert("RGB"), drawing(width, height), 0.6)


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture as a file of one kind."""
    target = BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def decoded(data: bytes) -> Image.Image:
    """Return the pixels of a file, in RGBA whatever it is."""
    with Image.open(BytesIO(data)) as picture:
        return picture.convert("RGBA")


def resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return a picture in another size."""
    untyped: Any = picture
    return untyped.resize(size, Image.Resampling.LANCZOS)


def same_pixels(one: bytes, other: bytes) -> bool:
    """Tell whether two files show exactly the same."""
    first, second = decoded(one), decoded(other)
    return first.size == second.size and first.tobytes() == second.tobytes()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures of one size are apart, on average, from 0 to 255."""
    assert one.size == other.size
    left, right = one.convert("RGB").tobytes(), other.convert("RGB").tobytes()
    return sum(abs(a - b) for a, b in zip(left, right, strict=True)) / len(left)


def exif(orientation: int | None = None) -> bytes:
    """Return an EXIF block (without its JPEG prefix) with a place, names and a maker's note."""
    block = Image.Exif()
    if orientation is not None:
        block[0x0112] = orientation
    block[0x010F] = SECRET.decode()
    block[0x013B] = "artist " + SECRET.decode()
    block.get_ifd(0x8769)[0x927C] = b"maker " + SECRET
    block.get_ifd(0x8769)[0x9286] = b"comment " + SECRET
    block.get_ifd(0x8825)[29] = PLACE.decode()
    block.get_ifd(0x8825)[1] = "N"
    return block.tobytes().removeprefix(b"Exif\0\0")


def xmp() -> bytes:
    """Return an XMP packet with a place and a name."""
    return (
        b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        b'<rdf:Description exif:GPSLatitude="'
        + PLACE
        + b'" dc:creator="'
        + SECRET
        + b'"/></x:xmpmeta><?xpacket end="w"?>'
    )


def segment(marker: int, payload: bytes) -> bytes:
    """Return a JPEG segment."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload


def iptc() -> bytes:
    """Return the payload of a JPEG segment as Photoshop writes it, with an IPTC city and caption."""
    records = b"".join(
        b"\x1c\x02" + bytes((n,)) + struct.pack(">H", len(w)) + w for n, w in ((90, PLACE), (120, SECRET))
    )
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records


def all_segments() -> list[bytes]:
    """Return one JPEG segment of every kind that must go."""
    xmp_start, extended = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
    known = [
        segment(0xE1, b"Exif\0\0" + exif()),
        segment(0xE1, xmp_start + xmp()),
        segment(0xE1, extended + b"0" * 32 + bytes(8) + xmp()),
        segment(0xED, iptc()),
        segment(0xFE, SECRET),
        segment(0xE0, b"JFXX\0\x10" + SECRET),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xE2, b"FPXR\0" + SECRET),
        segment(0xEB, b"JP\0\0" + SECRET),
        segment(0xEC, b"Ducky" + SECRET),
        segment(0xEE, b"Other" + SECRET),
        segment(0xF7, SECRET),
    ]
    return known + [segment(0xE0 + number, b"Anything" + SECRET) for number in range(16)]


def png_chunk(name: bytes, content: bytes) -> bytes:
    """Return a PNG chunk with its checksum."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png_pieces(png: bytes) -> list[tuple[bytes, bytes]]:
    """Return names and contents of a PNG's chunks."""
    pieces: list[tuple[bytes, bytes]] = []
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        pieces.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += 12 + length
    return pieces


def png_of(pieces: list[tuple[bytes, bytes]]) -> bytes:
    """Return the PNG made of some chunks."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(name, content) for name, content in pieces)


def all_chunks() -> list[tuple[bytes, bytes]]:
    """Return one PNG chunk of every kind that must go."""
    raw = b"\nexif\n" + str(len(exif())).encode() + b"\n" + exif().hex().encode()
    return [
        (b"tEXt", b"Author\0" + SECRET),
        (b"zTXt", b"Comment\0\0" + zlib.compress(SECRET)),
        (b"iTXt", b"Title\0\0\0fr\0Titre\0" + SECRET),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp()),
        (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(xmp())),
        (b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(raw)),
        (b"eXIf", exif()),
        (b"tIME", b"\x07\xe9\x01\x02\x03\x04\x05"),
        (b"caBX", SECRET),
        (b"prVt", SECRET),
        (b"gAMA", SECRET),
        (b"bKGD", SECRET),
        (b"sPLT", b"name\0\x08" + SECRET),
        (b"hIST", SECRET),
    ]


def riff_chunk(name: bytes, content: bytes) -> bytes:
    """Return a WebP chunk."""
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def riff_pieces(webp: bytes, start: int = 12) -> list[tuple[bytes, bytes]]:
    """Return names and contents of a WebP's chunks."""
    pieces: list[tuple[bytes, bytes]] = []
    at = start
    while at < len(webp):
        length = int.from_bytes(webp[at + 4 : at + 8], "little")
        pieces.append((webp[at : at + 4], webp[at + 8 : at + 8 + length]))
        at += 8 + length + length % 2
    return pieces


def webp_of(pieces: list[tuple[bytes, bytes]]) -> bytes:
    """Return the WebP made of some chunks."""
    body = b"WEBP" + b"".join(riff_chunk(name, content) for name, content in pieces)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def srgb() -> ImageCms.ImageCmsProfile:
    """Return the plain sRGB profile."""
    untyped: Any = ImageCms
    return ImageCms.ImageCmsProfile(untyped.createProfile("sRGB"))


def profile() -> bytes:
    """Return an sRGB colour profile whose words were replaced by the name of someone's screen."""
    made = bytearray(srgb().tobytes())
    count = int.from_bytes(made[128:132], "big")
    start, length = len(made), len(SECRET) + 8
    extra = b"text" + bytes(4) + SECRET
    for number in range(count):
        entry = 132 + 12 * number
        if bytes(made[entry : entry + 4]) in (b"desc", b"cprt"):
            made[entry + 4 : entry + 12] = struct.pack(">II", start, length)
    made += extra + bytes(-len(extra) % 4)
    made[:4] = struct.pack(">I", len(made))
    return bytes(made)


def animation_frames(count: int = 3, size: tuple[int, int] = (60, 40)) -> list[Image.Image]:
    """Return frames that differ from one another."""
    frames: list[Image.Image] = []
    for number in range(count):
        frame = drawing(*size)
        ImageDraw.Draw(frame).rectangle((number * 9, 5, number * 9 + 6, 20), fill=(255, 200, 0))
        frames.append(frame)
    return frames
