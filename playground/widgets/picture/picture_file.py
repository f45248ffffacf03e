"""Pictures of digits from files and from the clipboard, read as if every one of them were hostile.

A file is read whole and never mapped or opened by Qt; its format is known by its content and must be one of a
short list; its size is checked in the header before a pixel is decoded. What cannot be read raises a
`PictureError` whose text is a plain sentence for the person who dropped the picture.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from playground.safety.system_words import reason_of

FORMATS = ("png", "jpeg", "bmp", "gif", "webp", "pgm", "ppm")  # no SVG: it can name other files and addresses
MAX_FILE_BYTES = 64 * 2**20
MAX_PIXELS = 16_000_000
LARGEST_SIDE = 1024  # px of what is returned; far more than a digit needs
_ALLOCATION_LIMIT = 128  # MB that Qt may take to decode one picture


class PictureError(ValueError):
    """A picture that cannot be used. Its text is meant for the person, in their language."""


def read_picture(path: str | Path) -> QImage:
    """Read a picture file.

    Parameters
    ----------
    path
        A regular file of at most 64 MB holding a PNG, JPEG, BMP, GIF, WebP, PGM or PPM picture.

    Returns
    -------
    QImage
        The picture turned upright, its longer side at most 1024 px.

    Raises
    ------
    PictureError
        If there is no such file, or it is no picture, is damaged, or has more than 16 million pixels.
    """
    name = shown_name(Path(path).name)
    return decode_picture(_file_bytes(Path(path), name), name)


def decode_picture(data: bytes, name: str) -> QImage:
    """Decode a picture held in memory; `read_picture` gives its limits and errors."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    picture_format = QImageReader.imageFormat(buffer)
    if bytes(picture_format.data()).decode("ascii", "replace") not in FORMATS:
        text = QCoreApplication.translate(
            "PictureFile", "{name} is not a picture. PNG, JPEG, BMP, GIF, WebP, PGM and PPM can be read."
        )
        raise PictureError(text.format(name=name))
    QImageReader.setAllocationLimit(_ALLOCATION_LIMIT)
    reader = QImageReader(buffer, picture_format)
    reader.setAutoTransform(True)
    _check_size(reader.size(), name)
    if max(reader.size().width(), reader.size().height()) > LARGEST_SIDE:
        # JPEG's decoder leaves out what is not needed: a photo takes a quarter of the time
        size = reader.size().scaled(LARGEST_SIDE, LARGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise _damaged(name)
    return image


def shown_name(name: str) -> str:
    """Return a file name safe to show: at most 60 characters, none that controls the text around it."""
    from nn.messages import printable  # NumPy, for which the first paint does not wait

    return printable(name, 60)


def _file_bytes(path: Path, name: str) -> bytes:
    """Read a regular file whole. A pipe or a device, which may never end, is refused before it is read."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            _check_file(os.fstat(handle), name)
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read(MAX_FILE_BYTES)
        finally:
            os.close(handle)
    except OSError as error:
        text = QCoreApplication.translate("PictureFile", "{name} cannot be read: {reason}.")
        raise PictureError(
            text.format(name=name, reason=reason_of(error.errno, error.strerror or str(error)))
        ) from error


def _check_file(status: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        text = QCoreApplication.translate("PictureFile", "{name} is not a file.")
        raise PictureError(text.format(name=name))
    if status.st_size > MAX_FILE_BYTES:
        text = QCoreApplication.translate("PictureFile", "{name} has {size} MB; pictures of up to {limit} MB are read.")
        size = f"{status.st_size / 2**20:,.0f}"
        raise PictureError(text.format(name=name, size=size, limit=MAX_FILE_BYTES // 2**20))


def _check_size(size: QSize, name: str) -> None:
    """Refuse a picture by the size in its header, before any memory is taken for its pixels."""
    if size.isEmpty():
        raise _damaged(name)
    if size.width() * size.height() > MAX_PIXELS:
        text = QCoreApplication.translate(
            "PictureFile",
            "{name} is too large: {width} × {height} pixels, and at most 16 million are read. "
            "Save it smaller and drop it again.",
        )
        raise PictureError(text.format(name=name, width=f"{size.width():,}", height=f"{size.height():,}"))


def _damaged(name: str) -> PictureError:
    return PictureError(
        QCoreApplication.translate("PictureFile", "{name} is damaged: its pixels cannot be read.").format(name=name)
    )
