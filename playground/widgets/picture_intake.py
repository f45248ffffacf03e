"""The ways a picture comes in: dropped, pasted or opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.widgets.picture_file import PictureError, read_picture, shown_name
from playground.widgets.picture_ink import digit_ink

if TYPE_CHECKING:
    from collections.abc import Callable


class PictureIntake(QObject):
    """Find the digit in a picture, wherever it comes from, or say why there is none."""

    digit_found = Signal(QImage, str)
    """The digit's ink, 280 by 280 px, and what to call the picture."""
    refused = Signal(str)
    """One sentence: why a picture cannot be used and what to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window_parent = parent

    @staticmethod
    def can_take(mime: QMimeData) -> bool:
        """Say whether something dragged may be a picture; what it is, only reading it tells."""
        return mime.hasUrls() or mime.hasImage()

    def take(self, mime: QMimeData) -> None:
        """Read the first picture in what was dropped or pasted."""
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if files:
            self.read_file(files[0])
        elif mime.hasUrls():
            self.refused.emit(self.tr("Only pictures stored on this computer can be read: save it first."))
        elif mime.hasImage():
            self._find_digit(partial(QImage, mime.imageData()), self.tr("the pasted picture"))
        else:
            self.refused.emit(self.tr("There is no picture on the clipboard: copy one first."))

    def paste(self) -> None:
        """Read the picture on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())  # there is none on an empty clipboard

    def open(self) -> None:
        """Let the person choose a file."""
        dialog = QFileDialog(self._window_parent, self.tr("Open a picture of a digit"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pictures = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.pgm *.ppm)"
        dialog.setNameFilters([pictures, self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Read a picture file."""
        self._find_digit(partial(read_picture, path), shown_name(Path(path).name))

    def _find_digit(self, read: Callable[[], QImage], name: str) -> None:
        try:
            ink = digit_ink(read(), name)
        except PictureError as error:
            self.refused.emit(str(error))
        else:
            self.digit_found.emit(ink, name)
