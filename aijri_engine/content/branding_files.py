"""Reading a branding file and the picture it names."""

import errno
import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aijri_engine.content.branding import Branding
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.yaml import YamlFile, read_yaml, validate
from aijri_engine.files.whole_files import read_bounded, reason_of

LARGEST_LOGO = 512 * 1024
"""Bytes; every report carries the picture."""

WIDEST_LOGO = 4000
"""Pixels of either side."""

MOST_PIXEL_BYTES = WIDEST_LOGO * (WIDEST_LOGO * 8 + 1)
"""Of a PNG with four channels of 16 bits."""

PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"
JPEG_SCAN = b"\xff\xda"
JPEG_END = b"\xff\xd9"
JPEG_SIZES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
"""JPEG segments that tell height and width (ITU-T T.81, table B.1)."""


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A picture that was looked at: its bytes, what they are, and its size in pixels."""

    content: bytes
    media_type: Literal["image/png", "image/jpeg"]
    width: int
    height: int


def read_branding(path: str | os.PathLike[str]) -> tuple[Branding, LogoFile | None]:
    """A branding file and its logo. Raises `ContentError` with everything that is wrong with either."""
    source = read_yaml(path)
    branding, problems = validate(source, Branding)
    if branding is None:
        raise ContentError(problems)
    problems = logo_problems(source, branding, Path(path).parent)
    if problems:
        raise ContentError(problems)
    return branding, read_logo(Path(path).parent / branding.logo) if branding.logo else None


def logo_problems(source: YamlFile, branding: Branding, folder: Path) -> list[Problem]:
    """P414 a logo that cannot be used."""
    if branding.logo is None:
        return []
    try:
        read_logo(folder / branding.logo)
    except (OSError, ValueError) as error:
        told = reason_of(error) if isinstance(error, OSError) else str(error)
        hint = f"a PNG or JPEG of at most {LARGEST_LOGO // 1024} KiB beside this file"
        return [source.problem("P414", ("logo",), f"the logo {branding.logo!r}: {told}", hint)]
    return []


def read_logo(path: Path) -> LogoFile:
    """A logo. Raises `ValueError` where it cannot be read or is no picture we take."""
    try:
        content = read_bounded(path, LARGEST_LOGO)
    except OSError as error:
        told = {
            errno.EFBIG: f"is larger than {LARGEST_LOGO // 1024} KiB",
            errno.ENOENT: "there is no such file",
        }
        raise ValueError(told.get(error.errno or 0) or reason_of(error)) from None
    media_type: Literal["image/png", "image/jpeg"]
    if content.startswith(PNG_START) and content[12:16] == b"IHDR" and len(content) > 33:
        media_type, size = "image/png", struct.unpack(">II", content[16:24])
        whole = _png_is_whole(content)
    elif content.startswith(JPEG_START):
        media_type, size = "image/jpeg", next(_jpeg_sizes(content), (0, 0))
        whole = content.rstrip(b"\0").endswith(JPEG_END) and JPEG_SCAN in content
    else:
        raise ValueError("is neither PNG nor JPEG")
    if not all(1 <= side <= WIDEST_LOGO for side in size):
        raise ValueError(f"is {size[0]} by {size[1]} pixels; {WIDEST_LOGO} is the most for either side")
    if not whole:
        raise ValueError("is damaged: part of the picture is missing")
    return LogoFile(content, media_type, *size)


def _png_is_whole(content: bytes) -> bool:
    """Every part of the picture is there and as it was written, from the header to the end (W3C PNG, section 5)."""
    place, pixels = len(PNG_START), b""
    while place + 12 <= len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        kind, body = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        if content[place + 8 + length : place + 12 + length] != struct.pack(">I", zlib.crc32(kind + body)):
            return False
        if kind == b"IEND":
            return _unpacks(pixels)
        pixels += body if kind == b"IDAT" else b""
        place += 12 + length
    return False


def _unpacks(pixels: bytes) -> bool:
    try:
        unpacked = zlib.decompressobj()
        unpacked.decompress(pixels, MOST_PIXEL_BYTES)
    except zlib.error:
        return False
    return bool(unpacked.eof)


def _jpeg_sizes(content: bytes) -> Iterator[tuple[int, int]]:
    """Width and height as the segments of a JPEG tell them."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        kind, length = content[place + 1], struct.unpack(">H", content[place + 2 : place + 4])[0]
        if kind in JPEG_SIZES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            yield width, height
        place += 2 + length
