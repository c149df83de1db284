"""Pictures that people send, honest and hostile."""

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from lumbung import ids
from lumbung.cash import actions, reports
from lumbung.cash.tests.conftest import BENDAHARA
from lumbung.web.photos import MOST_BYTES, TARGET_BYTES, made_anew
from lumbung.web.words import Refused

PLACE = "Jl. Rahasia 7, -7.9666, 112.6326"


def picture(kind="JPEG", size=(640, 480), noise=40, **saved) -> bytes:
    file = BytesIO()
    Image.effect_noise(size, noise).convert("RGB").save(file, kind, **saved)
    return file.getvalue()


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = PLACE, 6  # description, turned a quarter
    return picture(size=(400, 200), exif=exif)


def zip_file() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("nota.html", "<b>nota</b>")
    return file.getvalue()


def huge_png_head() -> bytes:
    """A PNG of 60.000 x 60.000 pixels that says so in 60 bytes."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    end = b"IEND"
    chunks = [struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in (head, end)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def big_but_legal(side=6_600) -> bytes:
    file = BytesIO()
    Image.new("1", (side, side)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_becomes_a_jpeg_that_fits(kind):
    slip = made_anew(picture(kind, size=(1750, 900), noise=60))
    again = Image.open(BytesIO(slip.jpeg))

    assert (again.format, again.mode) == ("JPEG", "RGB")
    assert len(slip.jpeg) <= TARGET_BYTES
    assert max(again.size) <= 1600
    assert (slip.width, slip.height) == again.size


def test_where_and_when_it_was_taken_stays_behind_and_it_stands_upright():
    sent = with_place()
    assert PLACE.encode() in sent
    slip = made_anew(sent)

    assert PLACE.encode() not in slip.jpeg
    assert not Image.open(BytesIO(slip.jpeg)).getexif()
    assert (slip.width, slip.height) == (200, 400)


def test_what_is_seen_through_becomes_paper():
    file = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(file, "PNG")
    pixel = Image.open(BytesIO(made_anew(file.getvalue()).jpeg)).getpixel((10, 10))

    assert min(pixel) > 250


HOSTILE = {
    "nothing": b"",
    "words": b"ini bukan foto",
    "gif": picture("GIF"),
    "bmp": picture("BMP"),
    "tiff": picture("TIFF"),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "pdf": b"%PDF-1.7\n1 0 obj",
    "zip": zip_file(),
    "exe": b"MZ" + b"\0" * 400,
    "riff that is sound": b"RIFF\x24\0\0\0WAVEfmt ",
    "only the first bytes of a jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "half a jpeg": picture()[:3_000],
    "half a png": picture("PNG")[:3_000],
    "half a webp": picture("WEBP")[:900],
    "jpeg and zip": picture() + zip_file(),
    "jpeg and html": picture() + b"<html><body>halo</body></html>",
    "jpeg and script": picture() + b"<ScRiPt>alert(1)</sCrIpT>",
    "jpeg and php": picture() + b"<?php system($_GET['x']); ?>",
    "jpeg and pdf": picture(comment=b"%PDF-1.4 polyglot"),
    "png and svg": picture("PNG") + b"<svg onload=alert(1)>",
    "a png bomb": huge_png_head(),
    "more pixels than any camera needs": big_but_legal(),
    "more bytes than allowed": picture() + b"\0" * MOST_BYTES,
    "a png whose sums are wrong": picture("PNG")[:60] + b"\xff" * 40 + picture("PNG")[100:],
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_not_simply_a_photo_is_refused_in_a_sentence(data):
    with pytest.raises(Refused) as refused:
        made_anew(data)

    assert str(refused.value).endswith(".")


def test_a_motion_photo_keeps_its_picture_only():
    film = b"\0\0\0\x18ftypmp42" + b"\x01\x02\x03" * 5_000
    slip = made_anew(picture() + film)

    assert b"ftypmp42" not in slip.jpeg


@pytest.fixture
def paid(coop, kas, facts):
    return actions.pay(category="expense.stationery", amount=6_800_000, place=kas, **facts()).number


def attach(coop, number, data):
    return actions.attach_slip(cooperative_id=coop, number=number, slip=made_anew(data), by=BENDAHARA)


def test_a_photo_is_kept_with_its_entry_once(coop, paid):
    photo = picture()
    first = attach(coop, paid, photo)

    assert attach(coop, paid, photo) == first
    assert reports.slips_of(coop, paid) == [first]
    assert first.file.startswith(f"slips/{coop}/")
    assert first.sha256 == made_anew(photo).sha256


def test_an_entry_takes_eight_photos_and_no_unknown_entry_takes_one(coop, paid):
    for shade in range(8):
        attach(coop, paid, picture(size=(50 + shade, 50)))
    with pytest.raises(Refused, match="Sudah ada 8 foto"):
        attach(coop, paid, picture(size=(90, 50)))
    with pytest.raises(Refused, match="tidak ada"):
        attach(coop, ids.new(), picture())
