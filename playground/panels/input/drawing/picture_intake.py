"""The ways a picture comes in: dropped, pasted or opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage

from playground.widgets.picture.picture_file import decode_picture, read_picture, shown_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_DOCUMENT = ".safetensors"  # the window opens those
_COPIED = "image/png"  # the form in which a desktop's clipboard hands pictures on


class PictureIntake(QObject):
    """Take a picture, wherever it comes from, and tell how to read it, or say why there is none."""

    picture_brought = Signal(object, str)
    """A function that reads the picture in any thread (it returns a QImage or raises PictureError), and its name."""
    refused = Signal(str)
    """One sentence: why nothing can be read and what to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window_parent = parent

    @staticmethod
    def can_take(mime: QMimeData) -> bool:
        """Say whether something dragged may be a picture; what it is, only reading it tells."""
        return mime.hasImage() or any(not url.path().endswith(_DOCUMENT) for url in mime.urls())

    def take(self, mime: QMimeData) -> None:
        """Bring the first picture in what was dropped or pasted."""
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if files:
            self.read_file(files[0])
        elif mime.hasUrls():
            self.refused.emit(self.tr("Only pictures stored on this computer can be read: save it first."))
        elif mime.hasImage():
            self._bring_copy(mime)
        else:
            self.refused.emit(self.tr("There is no picture on the clipboard: copy one first."))

    def paste(self) -> None:
        """Bring the picture on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())  # there is none on an empty clipboard

    def open(self) -> None:
        """Let the person choose a file."""
        from PySide6.QtWidgets import QFileDialog  # a large class, not made before the first paint

        dialog = QFileDialog(self._window_parent, self.tr("Open a picture of a digit"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pictures = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.pgm *.ppm)"
        dialog.setNameFilters([pictures, self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Bring a picture file."""
        self.picture_brought.emit(partial(read_picture, path), shown_name(Path(path).name))

    def _bring_copy(self, mime: QMimeData) -> None:
        name = self.tr("the pasted picture")
        if mime.hasFormat(_COPIED):  # still encoded: Qt would decode it here and now, however large it is
            self.picture_brought.emit(partial(decode_picture, mime.data(_COPIED).data(), name), name)
        else:
            self.picture_brought.emit(partial(QImage, mime.imageData()), name)
