"""Pictures read in a thread of their own, because a large one takes a third of a second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from playground.session.loading import Job
from playground.widgets.picture.ink import INK_SIDE, digit_ink
from playground.widgets.picture.picture_file import PictureError
from playground.widgets.picture.square import middle_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.digits.sheets import Sheet
    from playground.session.loading import Loaded
    from playground.session.session import Session


class PictureReading(QObject):
    """Find the digit in the picture that came last; what a newer one or `forget` has superseded is dropped."""

    digit_found = Signal(QImage, str)
    """The digit's ink, 280 by 280 px, and what to call the picture."""
    refused = Signal(str)
    """One sentence: why the picture cannot be used and what to do."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: _Picture | None = None
        session.pictures.loaded.connect(self._on_loaded)

    def read(self, read: Callable[[], QImage], name: str, sheet: Sheet) -> None:
        """Read a picture as a sheet takes it; `digit_found` or `refused` follows, unless it is superseded."""
        self._wanted = _Picture(name, read, sheet)
        self._session.pictures.load(Job(self._wanted, self._wanted.find_digit))

    def forget(self) -> None:
        """Drop the picture being read; no signal follows."""
        self._wanted = None

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        picture = self._wanted
        if picture is None or loaded.key is not picture:
            return
        self._wanted = None
        if loaded.failure:
            self._session.failed.emit(loaded.failure)
        elif isinstance(loaded.result, PictureError):
            self.refused.emit(str(loaded.result))
        else:
            self.digit_found.emit(loaded.result, picture.name)


@dataclass(frozen=True, eq=False)
class _Picture:
    name: str
    read: Callable[[], QImage]
    sheet: Sheet

    def find_digit(self) -> QImage | PictureError:
        """Return the digit's ink, or why there is none: an answer to the person and no error of the program."""
        try:
            picture = self.read()
            if self.sheet.is_centred:
                return digit_ink(picture, self.name)
            grey = self.sheet.turned(middle_of(picture, INK_SIDE))
            return QImage(grey.tobytes(), INK_SIDE, INK_SIDE, INK_SIDE, QImage.Format.Format_Grayscale8).copy()
        except PictureError as refusal:
            return refusal
