"""A photo that somebody sends, made anew: what a file holds beside its picture stays behind (reliability 2d)."""

import hashlib
import warnings
from io import BytesIO
from typing import NamedTuple

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from lumbung.web.words import Refused

MOST_BYTES, MOST_PIXELS, LONGEST_SIDE, TARGET_BYTES = 5_000_000, 40_000_000, 1600, 300_000
SIGNS = {"JPEG": (b"\xff\xd8\xff",), "PNG": (b"\x89PNG\r\n\x1a\n",), "WEBP": (b"RIFF",)}
FOREIGN = (b"%pdf-", b"<script", b"<html", b"<!doctype", b"<?php", b"<svg", b"<iframe")
ZIP_END, ZIP_TAIL = b"PK\x05\x06", 66_000
STEPS = [(LONGEST_SIDE, 84), (LONGEST_SIDE, 74), (LONGEST_SIDE, 62), (1200, 62), (1000, 50), (700, 40)]


class Slip(NamedTuple):
    """A JPEG of at most 1600 px a side and 300 kB."""

    jpeg: bytes
    width: int
    height: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.jpeg).hexdigest()


def made_anew(data: bytes) -> Slip:
    """The picture alone: turned upright, smaller, without place, time or anything hidden.

    Raises  Refused: too large, no picture of a kind we take, damaged, or a file that is something else as well
    """
    if len(data) > MOST_BYTES:
        raise Refused(_("Foto ini lebih dari 5 MB. Perkecil atau ambil ulang dengan mutu lebih rendah."))
    kind = _kind(data)
    if kind is None:
        raise Refused(_("Berkas ini bukan foto JPG, PNG, atau WebP. Ambil fotonya, lalu pilih lagi."))
    if _is_something_else(data):
        raise Refused(_("Berkas ini menyimpan isi lain di samping foto, jadi tidak diterima. Ambil foto baru."))
    return _shrunk(_picture(data, kind))


def _kind(data: bytes) -> str | None:
    """By its first bytes, whatever its name says."""
    if data[:4] == b"RIFF" and data[8:12] != b"WEBP":
        return None
    return next((kind for kind, signs in SIGNS.items() if data.startswith(signs)), None)


def _is_something_else(data: bytes) -> bool:
    """A picture that is also a page, a script, a PDF or an archive was made by somebody with a purpose."""
    folded = data.lower()
    return any(sign in folded for sign in FOREIGN) or ZIP_END in data[-ZIP_TAIL:]


def _picture(data: bytes, kind: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=[kind])
            _refuse_too_many_pixels(image)
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image.load()
            return _on_white(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except (OSError, ValueError, SyntaxError, IndexError, KeyError, TypeError, OverflowError, MemoryError, EOFError):
        raise Refused(_("Foto ini rusak atau tidak lengkap. Ambil ulang, lalu kirim lagi.")) from None


def _refuse_too_many_pixels(image: Image.Image) -> None:
    """By the head of the file, before a single pixel is unpacked."""
    if image.width * image.height > MOST_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> Refused:
    return Refused(_("Foto ini terlalu besar untuk dibuka. Ambil ulang dengan ukuran lebih kecil."))


def _on_white(image: Image.Image) -> Image.Image:
    """See-through parts become paper."""
    if "A" in image.getbands() or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return image.convert("RGB")


def _shrunk(image: Image.Image) -> Slip:
    """The best of some sizes and qualities that fits; the last one is kept whatever its size."""
    for side, quality in STEPS:
        small = image.copy()
        small.thumbnail((side, side))
        file = BytesIO()
        small.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        if file.tell() <= TARGET_BYTES:
            break
    return Slip(file.getvalue(), *small.size)
