"""What is found by training again, in a thread of its own, and told while it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.past.slices import Slices

if TYPE_CHECKING:
    from playground.session.loading import Loaded


class Finding(QObject):
    """Base of those who find something about the past; finding edits nothing.

    A subclass begins its work with `_replays`, says what it is told (`_on_told`) and what the end means (`_take`).
    """

    changed = Signal()
    """Something else is looked for, or more of it was found."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._replays = Slices(self)
        self._replays.told.connect(self._on_told)
        self._replays.done.connect(self._on_done)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._replays.close()

    @property
    def is_busy(self) -> bool:
        """Whether anything is being found."""
        return self._replays.key is not None

    @Slot()
    def cancel(self) -> None:
        """Look no further; what was found stays."""
        if self.is_busy:
            self._give_up()
            self.changed.emit()

    def _give_up(self) -> None:
        self._replays.cancel()

    def _on_told(self, key: Any, told: Any) -> None:
        """Take what was found so far by the work of this key."""
        raise NotImplementedError

    def _take(self, key: Any, result: Any) -> None:
        """Take what the work came to."""

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self._take(loaded.key, loaded.result)
        self.changed.emit()
