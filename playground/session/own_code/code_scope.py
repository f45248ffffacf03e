"""The names of the function at which stepping through a person's code stands, or of one that called it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from nn.expressions import Unavailable, no_such_name
from playground.session.own_code.code_frames import frames_at, names_at, names_ever, text_of, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from playground.session.own_code.code_frames import CodeFrame
    from playground.session.own_code.code_stepping import CodeStepping


class CodeScope(QObject):
    """Answers for the place it is asked at.

    Attributes
    ----------
    stepping : CodeStepping
        Where that is.
    frame : CodeFrame or None
        The function whose names they are: the innermost one, until a person chooses another.
    """

    changed = Signal()
    """Another function, or another place."""

    def __init__(self, stepping: CodeStepping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stepping = stepping
        self._chosen: int | None = None
        self._frames: tuple[CodeFrame, ...] = ()
        self._names: dict[str, int] | None = None
        self._texts: dict[str, str] = {}
        stepping.moved.connect(self._on_moved)
        self._on_moved()

    @property
    def is_open(self) -> bool:
        """Whether there is anything that names can stand for."""
        return bool(self._frames)

    @property
    def frames(self) -> tuple[CodeFrame, ...]:
        """The functions that run, the innermost first."""
        return self._frames

    @property
    def frame(self) -> CodeFrame | None:
        """The function whose names they are."""
        chosen = (frame for frame in self._frames if frame.call == self._chosen)
        return next(chosen, None) or next(iter(self._frames), None)

    def choose(self, call: int) -> None:
        """Look at another of the functions that run."""
        if call != self._chosen:
            self._chosen, self._names = call, None
            self.changed.emit()

    @Slot()
    def _on_moved(self) -> None:
        result = self.stepping.result
        before = self._frames
        self._frames = ()
        if self.stepping.is_open and result is not None:
            self._frames = frames_at(result, self.stepping.place)
        if not before or not self._frames or before[0].call != self._frames[0].call:
            self._chosen = None  # another function runs: look at that
        self._names = None
        self.changed.emit()

    # ---- names

    @property
    def events(self) -> Mapping[str, int]:
        """The names that stand for something, each with the event at which it got that."""
        if self._names is None:
            result, frame = self.stepping.result, self.frame
            self._names = {} if result is None or frame is None else names_at(result, self.stepping.place, frame.call)
            self._texts = {}
        return self._names

    @property
    def names(self) -> tuple[str, ...]:
        """The names that stand for a number or an array."""
        return tuple(name for name in self.events if not self.text(name))

    def ever(self) -> frozenset[str]:
        """Return the names that the function has, sooner or later."""
        result, frame = self.stepping.result, self.frame
        return names_ever(result, frame.call) if result is not None and frame is not None else frozenset()

    def value(self, name: str) -> NDArray[Any]:
        """Return what a name stands for; Unavailable if that is nothing, or no number."""
        result = self.stepping.result
        if result is None:
            raise Unavailable(no_such_name(name, ()))
        return value_of(result, self.events, name)

    def text(self, name: str) -> str:
        """Return what a name stands for if that is no number; else nothing."""
        result = self.stepping.result
        if result is None or name not in self.events:
            return ""
        if name not in self._texts:
            try:
                value_of(result, self.events, name)
                self._texts[name] = ""
            except Unavailable:
                self._texts[name] = text_of(result, self.events[name]) or "…"
        return self._texts[name]
