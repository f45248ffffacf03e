"""A family of parts made when somebody asks for them: most take long to import, and many are never asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_Part = TypeVar("_Part", bound=QObject)
_PASSED_ON = ("status", "failed", "panel_requested", "window_requested")


class Room(QObject):
    """Base of a family: what a part of it says is passed on, and its thread ends with the room."""

    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error in a thread."""
    panel_requested = Signal(str)
    """Name of a panel that is to be seen."""
    window_requested = Signal(str)
    """Name of a window of its own that is to be seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: list[Callable[[], None]] = []
        """Functions that end the threads of the parts."""

    def _adopted(self, part: _Part) -> _Part:
        """Pass on what a part says, and end its thread, if it has one, at the end."""
        for name in _PASSED_ON:
            if hasattr(part, name):
                getattr(part, name).connect(getattr(self, name))
        if hasattr(part, "close"):
            self._threads.append(part.close)
        return part

    def close(self) -> None:
        """End the threads of the parts; whatever they were at is forgotten."""
        for close in self._threads:
            close()
