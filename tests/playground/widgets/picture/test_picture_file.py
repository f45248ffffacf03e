"""Pictures as a person drops them: right ones, wrong ones, damaged ones, and hostile ones."""

from __future__ import annotations

import os
import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageReader

from playground.widgets.picture.picture_file import FORMATS, PictureError, read_picture, shown_name

# Qt's decoders warn about every damaged picture; the person gets a sentence instead.
pytestmark = pytest.mark.qt_log_ignore("JPEG", "libpng", "QImageIOHandler")

WRITTEN_BY_QT = ("png", "jpeg", "bmp", "webp", "pgm", "ppm")
TINY_GIF = bytes.fromhex("47494638376102000200800000ffffff0000002c000000000200020000020284510 03b".replace(" ", ""))


def encoded(picture_format: str) -> bytes:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(3, 4, QColor("black"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, picture_format)
    return buffer.data().data()


def png_of_size(width: int, height: int) -> bytes:
    """A valid header for a picture of any size, with hardly any pixels behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(100))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def refusal(path) -> str:
    with pytest.raises(PictureError) as caught:
        read_picture(path)
    return str(caught.value)


@pytest.fixture
def file(tmp_path):
    def write(name: str, data: bytes):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("picture_format", WRITTEN_BY_QT)
def test_every_listed_format_is_read(file, picture_format):
    image = read_picture(file(f"seven.{picture_format}", encoded(picture_format)))

    assert image.size() == QSize(30, 20)
    assert image.pixelColor(3, 4).lightness() < image.pixelColor(20, 10).lightness()


def test_every_listed_format_exists_in_qt():
    assert set(FORMATS) <= {bytes(known.data()).decode() for known in QImageReader.supportedImageFormats()}


def test_a_gif_is_read(file):
    assert read_picture(file("two.gif", TINY_GIF)).size() == QSize(2, 2)


def test_the_content_counts_and_not_the_ending(file):
    assert read_picture(file("seven.txt", encoded("png"))).size() == QSize(30, 20)


def test_a_text_file_is_refused_by_name_with_the_way_out(file):
    message = refusal(file("notes.png", b"Dear diary, today I drew a 7."))

    assert message.startswith("notes.png is not a picture")
    assert "PNG" in message


def test_a_vector_picture_is_refused_because_it_can_name_other_files(file):
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='/etc/hostname'/></svg>"

    assert "is not a picture" in refusal(file("seven.svg", svg))


def test_an_empty_file_is_refused(file):
    assert "is not a picture" in refusal(file("empty.png", b""))


@pytest.mark.parametrize("size", [(100_000, 100_000), (900_000, 20), (4001, 4000)])
def test_a_huge_picture_is_refused_by_its_header_alone(file, size):
    message = refusal(file("huge.png", png_of_size(*size)))

    assert "too large" in message
    assert f"{size[0]:,} × {size[1]:,}" in message


def test_the_largest_picture_allowed_is_not_called_too_large(file):
    assert "damaged" in refusal(file("large.png", png_of_size(4000, 4000)))


@pytest.mark.parametrize("picture_format", ["png", "jpeg", "webp", "pgm"])
def test_half_a_picture_is_called_damaged(file, picture_format):
    whole = encoded(picture_format)

    assert "damaged" in refusal(file("half.png", whole[: len(whole) // 2]))


def test_a_header_that_says_nothing_is_called_damaged(file):
    assert "damaged" in refusal(file("zero.png", png_of_size(0, 5)))


def test_a_missing_file_is_named(tmp_path):
    assert "gone.png cannot be read" in refusal(tmp_path / "gone.png")


def test_a_folder_is_refused(tmp_path):
    assert "is not a file" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
@pytest.mark.timeout(10)
def test_a_pipe_that_nobody_writes_to_does_not_hold_up_the_window(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")

    assert "is not a file" in refusal(tmp_path / "pipe.png")


def test_a_file_too_large_for_any_picture_is_not_even_read(tmp_path):
    path = tmp_path / "video.png"
    with path.open("wb") as file:
        file.truncate(2**30)  # sparse: takes no room on the disk

    assert "1,024 MB" in refusal(path)


def test_a_shown_name_cannot_turn_or_break_the_text_around_it():
    assert shown_name("a\n\u202eb\x00.png") == "a\ufffd\ufffdb\ufffd.png"


def test_a_long_name_keeps_its_beginning_and_its_ending():
    shown = shown_name("x" * 500 + "end.png")

    assert len(shown) == 60
    assert shown.startswith("xxx")
    assert shown.endswith("end.png")


@pytest.mark.parametrize("picture_format", ["jpeg", "png"])
def test_a_photo_comes_no_larger_than_a_digit_needs(tmp_path, picture_format):
    photo = QImage(3000, 2000, QImage.Format.Format_RGB32)
    photo.fill(QColor("white"))
    path = tmp_path / f"photo.{picture_format}"
    assert photo.save(str(path))

    assert read_picture(path).size() == QSize(1024, 682)


def test_a_picture_that_is_one_long_line_keeps_at_least_one_row(tmp_path):
    path = tmp_path / "line.pgm"
    path.write_bytes(b"P5 30000 2 255\n" + bytes(60_000))

    assert read_picture(path).size() == QSize(1024, 1)
