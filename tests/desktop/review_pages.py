"""Read the pages of a PDF as a viewer finds their words."""

import shutil
import subprocess
from pathlib import Path

import pytest

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is missing: the PDF was NOT read"
)


def pages_of(data: bytes, folder: Path) -> list[str]:
    """Return the words of each page, with single spaces; no-break spaces are spaces."""
    file = folder / "review.pdf"
    file.write_bytes(data)
    read = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, timeout=60
    )
    # What a viewer has to complain about is a fault as well.
    assert read.stderr == b""
    return [" ".join(page.split()) for page in read.stdout.decode().split("\f")[:-1]]
