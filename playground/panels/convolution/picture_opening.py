"""A picture file as rows of numbers, to be convolved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.panels.convolution.own_picture import MOST_ROWS
from playground.session.loading import Job
from playground.widgets.picture.picture_file import PictureError, read_picture
from playground.widgets.picture.square import middle_of

if TYPE_CHECKING:
    from nn.inspection.convolution.named_filters import Rows
    from playground.session.loading import Loaded
    from playground.session.session import Session

_DIGITS = 2  # of a brightness that is kept: more cannot be seen


class PictureOpening(QObject):
    """Lets a person choose a file and reads it in the thread of pictures; only the last one counts."""

    opened = Signal(object)
    """Rows: brightness from 0 to 1."""
    refused = Signal(str)
    """One sentence: why the picture cannot be used and what to do."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._owner = session, parent
        self._wanted: object = None
        session.pictures.loaded.connect(self._on_loaded)

    @Slot()
    def choose(self) -> None:
        """Let the person choose a file."""
        dialog = QFileDialog(self._owner, self.tr("Open a picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pictures = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.pgm *.ppm)"
        dialog.setNameFilters([pictures, self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    @Slot(str)
    def read_file(self, path: str) -> None:
        """Read a file; `opened` or `refused` follows."""
        self._wanted = object()
        self._session.pictures.load(Job(self._wanted, partial(_rows_of, path)))

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if self._wanted is None or loaded.key is not self._wanted:
            return
        self._wanted = None
        if loaded.failure:
            self._session.failed.emit(loaded.failure)
        elif isinstance(loaded.result, PictureError):
            self.refused.emit(str(loaded.result))
        else:
            self.opened.emit(loaded.result)


def _rows_of(path: str) -> Rows | PictureError:
    """Return the middle of a picture in as many pixels as can be looked at, or why there is none."""
    try:
        image = read_picture(path)
    except PictureError as refusal:
        return refusal
    side = min(MOST_ROWS, image.width(), image.height())
    levels = np.round(middle_of(image, side) / 255, _DIGITS)
    return tuple(map(tuple, levels.tolist()))
