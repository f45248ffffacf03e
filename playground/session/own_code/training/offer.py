"""What of a person's code can be trained: read in a thread, while they go on typing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from nn.own_code.training.trainable import Trainable
    from playground.session.document.code import Code
    from playground.session.own_code.own_code import OwnCode


class Offer(QObject):
    """Follows the code; nothing of it runs.

    Attributes
    ----------
    trainable : Trainable or None
        Of the text that was read last, None before there was any.
    """

    changed = Signal()
    """There is something else to train."""
    failed = Signal(str)
    """Traceback of an error of the program's own."""

    def __init__(self, own: OwnCode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._read: str | None = None
        self._is_reading = False
        self.trainable: Trainable | None = None
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        own.changed.connect(self._follow)
        self._follow()

    def close(self) -> None:
        """End the thread."""
        self._loader.close()

    @Slot()
    def _follow(self) -> None:
        """Read the text of the moment; while one is read, those that come in between are left out."""
        code = self._own.code
        text = None if code is None else code.text
        if text == self._read or self._is_reading:
            return
        self._read = text
        if code is None:
            self._take(None)
        else:
            self._is_reading = True
            self._loader.load(Job(self, partial(_trainable_in, code)))

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        self._is_reading = False
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self._take(loaded.result)
        self._follow()

    def _take(self, trainable: Trainable | None) -> None:
        if trainable != self.trainable:
            self.trainable = trainable
            self.changed.emit()


def _trainable_in(code: Code) -> Trainable:
    from nn.own_code.source import Source
    from nn.own_code.training.trainable import trainable
    from playground.session.own_code.siblings import siblings

    return trainable(Source(code.text, code.name, siblings(code)))
