"""Ctrl+C, SIGTERM and SIGHUP as a wish to stop: work ends between two iterations, not in the middle of one."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from types import FrameType

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Interrupts:
    """From `listen` until it is left, the first signal is only noted; a second one ends the program at once.

    Attributes
    ----------
    code : int
        The exit code that tells of the signal, 0 without one.
    """

    def __init__(self) -> None:
        self.code = 0
        self._before: dict[signal.Signals, Any] = {}

    def listen(self) -> Self:
        """Begin, before there is anything that could be left unfinished: a command takes a second to be imported."""
        for number in _SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN or number == signal.SIGINT:  # nohup asks for that
                self._before[number] = signal.signal(number, self._note)
        return self

    def __enter__(self) -> Self:
        return self if self._before else self.listen()

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.code = 128 + number
        signal.signal(number, self._before[signal.Signals(number)])
