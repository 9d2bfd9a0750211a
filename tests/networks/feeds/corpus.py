"""Three hundred feeds of all kinds, well-formed and broken, with what a reader must find in them."""

import codecs
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tests.networks.feeds.stories import Story, stories
from tests.networks.feeds.writers import WRITERS, Writer, json_feed, rdf, rss_091

URL = "https://exemple.fr/flux.xml"
SITE = "https://exemple.fr"


@dataclass(frozen=True)
class Sample:
    """One feed as it comes, and what it tells.

    Args:
        name: how it is written and what is wrong with it.
        broken: whether it breaks the rules of its format.
        expected: the entries that must be found, in order.
    """

    name: str
    document: bytes
    content_type: str | None
    broken: bool
    title: str
    expected: tuple[Story, ...]


Fault = Callable[[Sample], Sample]


def corpus(count: int = 300, *, seed: int = 4) -> Iterator[Sample]:
    """Make feeds: half of them well-formed, the same ones for the same seed."""
    chance = random.Random(seed)
    for number in range(count):
        writer = WRITERS[number % len(WRITERS)]
        sample = _plain(chance, writer, chance.choice((5, 20, 50, 50, 50, 100)))
        if number // len(WRITERS) % 2:
            sample = chance.choice(FAULTS)(sample)
        yield sample


def one_sample(writer: Writer, *, count: int = 5, seed: int = 1) -> Sample:
    """Make one well-formed feed."""
    return _plain(random.Random(seed), writer, count)


def _plain(chance: random.Random, writer: Writer, count: int) -> Sample:
    title = "Santé & éthique"
    told = stories(chance, count, SITE)
    if writer is rss_091:
        told = [replace(one, published=None, id=one.link) for one in told]
    document = writer(title, SITE, told).encode()
    return Sample(writer.__name__, document, None, broken=False, title=title, expected=tuple(told))


def _faulty(sample: Sample, fault: str, document: bytes, *, broken: bool = True) -> Sample:
    return replace(sample, name=f"{sample.name}: {fault}", document=document, broken=broken)


def _is_json(sample: Sample) -> bool:
    return sample.name.startswith(json_feed.__name__)


def undeclared_entities(sample: Sample) -> Sample:
    """Use HTML's names of letters, which XML does not know."""
    if _is_json(sample):
        return sample
    text = sample.document.decode().replace("é", "&eacute;").replace("Œ", "&OElig;").replace("’", "&rsquo;")
    return _faulty(sample, "undeclared entities", text.encode())


def latin_1_called_utf_8(sample: Sample) -> Sample:
    """Say UTF-8 and write Windows' letters."""
    if _is_json(sample):
        return sample
    return _faulty(
        sample, "latin-1 called utf-8", sample.document.decode().encode("cp1252", "xmlcharrefreplace")
    )


def utf_8_called_latin_1(sample: Sample) -> Sample:
    """Say Latin-1 in the header as well as inside, and write UTF-8."""
    document = sample.document.replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')
    wrong = _faulty(sample, "utf-8 called latin-1", document)
    return replace(wrong, content_type="application/xml; charset=iso-8859-1")


def declared_windows(sample: Sample) -> Sample:
    """Write Windows' letters and say so; nothing is wrong with that."""
    if _is_json(sample):
        return sample
    text = sample.document.decode().replace('encoding="UTF-8"', 'encoding="windows-1252"')
    return _faulty(sample, "windows-1252", text.encode("cp1252", "xmlcharrefreplace"), broken=False)


def charset_in_header(sample: Sample) -> Sample:
    """Name the charset in the header only."""
    if _is_json(sample):
        return sample
    text = sample.document.decode().replace(' encoding="UTF-8"', "")
    named = _faulty(
        sample, "charset in the header", text.encode("iso8859-15", "xmlcharrefreplace"), broken=False
    )
    return replace(named, content_type="text/xml; charset=ISO-8859-15")


def utf_16(sample: Sample) -> Sample:
    """Write UTF-16 with its mark."""
    text = sample.document.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return _faulty(sample, "utf-16", text.encode("utf-16"), broken=False)


def byte_order_mark(sample: Sample) -> Sample:
    """Begin with a mark that UTF-8 does not need."""
    return _faulty(sample, "byte order mark", codecs.BOM_UTF8 + sample.document, broken=False)


def leading_blank(sample: Sample) -> Sample:
    """Begin with empty lines, as themes of blogs do."""
    return _faulty(sample, "leading blank", b"\n\n \t" + sample.document, broken=not _is_json(sample))


def leading_junk(sample: Sample) -> Sample:
    """Begin with a warning that the server lets through."""
    if _is_json(sample):
        return sample
    warning = b"<br />\n<b>Warning</b>: Undefined variable in <b>/www/flux.php</b> on line <b>3</b><br />\n"
    return _faulty(sample, "leading junk", warning + sample.document)


def control_characters(sample: Sample) -> Sample:
    """Hold signs that no document may hold."""
    return _faulty(sample, "control characters", sample.document.replace(b" les ", b" l\x0bes \x00"))


def missing_namespaces(sample: Sample) -> Sample:
    """Use prefixes that nobody declared."""
    if _is_json(sample) or sample.name == rdf.__name__:
        return sample
    text = sample.document.decode()
    beginning, end = text.index("<rss" if "<rss" in text else "<feed"), text.index(">", text.index("?>") + 2)
    root = text[beginning:end]
    bare = " ".join(part for part in root.split(" ") if not part.startswith("xmlns:"))
    return _faulty(
        sample,
        "missing namespaces",
        text.replace(root, bare, 1).encode(),
        broken=any(used in text for used in ("<media:", "<dc:", "<itunes:")),
    )


def bare_ampersands(sample: Sample) -> Sample:
    """Forget to escape what separates the parts of a link."""
    if _is_json(sample):
        return sample
    return _faulty(sample, "bare ampersands", sample.document.replace(b"&amp;page=", b"&page="))


def unclosed_elements(sample: Sample) -> Sample:
    """Never end the elements that tell the category, the image and the language."""
    if _is_json(sample):
        return sample
    text = sample.document.decode()
    text = text.replace("<title>", "<language>fr<title>", 1)
    text = text.replace("<item>", "<item><category>Santé").replace("<entry>", "<entry><rights>")
    return _faulty(sample, "unclosed elements", text.encode())


def cut_in_the_middle(sample: Sample) -> Sample:
    """End where the connection broke."""
    end = len(sample.document) * 2 // 3
    document = sample.document[:end]
    mark = b'"authors":' if _is_json(sample) else b"</item>" if b"</item>" in document else b"</entry>"
    whole = document.count(mark) if not _is_json(sample) else document.count(b"]}", 0, end)
    return replace(_faulty(sample, "cut", document), expected=sample.expected[:whole])


FAULTS: tuple[Fault, ...] = (
    undeclared_entities, latin_1_called_utf_8, utf_8_called_latin_1, declared_windows, charset_in_header,
    utf_16, byte_order_mark, leading_blank, leading_junk, control_characters, missing_namespaces,
    bare_ampersands, unclosed_elements, cut_in_the_middle,
)  # fmt: skip
