"""Pictures of a folder, damaged and invented: square grey values, or a refusal in clear words."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from nn.imports.pictures.folder import read_folder
from nn.imports.samples import CROPS, INKS, ReadingOptions
from playground.widgets.picture.decoder import decode_square
from tests.fuzzing import fuzz

# Qt's decoders warn about every damaged picture; the person gets a sentence instead.
pytestmark = pytest.mark.qt_log_ignore(".")


def picture(kind, width=24, height=30):
    """Return a stroke on white in the bytes of a file."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.drawLine(3, 3, width - 4, height - 4)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return buffer.data().data()


GIF = b"GIF89a\x02\0\x02\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x02\0\x02\0\0\x02\x02\x8c\x53\0;"
STRIP = GIF.replace(b"\x02\0\x02\0", b"\x02\0\x02\x9d", 1)  # 2 by 40,194 pixels
SEEDS = [*(picture(kind) for kind in ("PNG", "JPEG", "BMP", "PGM", "PPM", "WEBP")), GIF, STRIP]


def folder_reader(folder):
    """Return a reader of a folder with two classes, one of whose pictures is the content it is given."""
    for name in ("cats", "dogs"):
        (folder / name).mkdir()
    (folder / "dogs" / "whole.png").write_bytes(SEEDS[0])

    def read(content, rng):
        side = rng.choice((4, 28, 128))
        (folder / "cats" / "1.png").write_bytes(content)
        colour = rng.choice(("yes", "no"))
        options = ReadingOptions(side=side, ink=rng.choice(INKS), crop=rng.choice(CROPS), colour=colour)
        samples = read_folder(folder, decode_square, options)
        assert samples.x.shape == ((2, 3, side, side) if colour == "yes" else (2, side * side))
        assert samples.classes == ("cats", "dogs")

    return read


def test_a_damaged_picture_is_refused_or_read(tmp_path):
    figures = fuzz(folder_reader(tmp_path), SEEDS, random.Random(5), 2000)
    assert 400 < figures.refused < 2000
