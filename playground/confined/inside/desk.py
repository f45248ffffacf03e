"""Where a task in the confined process gets its orders and hands in its reports."""

from __future__ import annotations

import _thread
import os
import queue
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from playground.confined.frames import Arrays, Frame, packed, unpacked
from playground.confined.inside.prints import Prints

_MOST_ARRAYS = 2**30  # from the parent, which is trusted
_PATIENCE_S = 0.03
"""How long code may run on after a stop before it is interrupted where it stands."""


class Desk:
    """The child's side of the conversation.

    Parameters
    ----------
    orders, answers : int
        File descriptors.
    prints : Prints
        What the learner's code printed goes along with each report.
    """

    def __init__(self, orders: int, answers: int, prints: Prints) -> None:
        self._orders, self._answers, self._prints = orders, answers, prints
        self._came: queue.SimpleQueue[Frame] = queue.SimpleQueue()
        self._is_stopped = threading.Event()
        self._is_noticed = threading.Event()
        self._runs_their_code = False

    def listen(self) -> None:
        """Begin to take in orders, in a thread."""
        signal.signal(signal.SIGINT, self._on_interrupt)
        threading.Thread(target=self._take_in, daemon=True).start()

    @property
    def is_stopped(self) -> bool:
        """Whether the parent asked to end: look often, and hand in the answer then."""
        if self._is_stopped.is_set():
            self._is_noticed.set()
            return True
        return False

    def next(self, seconds: float | None = None) -> Frame | None:
        """Wait for the next order; return None if none comes in that time, or the parent asked to end."""
        if self.is_stopped:
            return None
        try:
            order = self._came.get(timeout=seconds)
        except queue.Empty:
            return None
        return None if self.is_stopped else order

    def waiting(self) -> Iterator[Frame]:
        """Hand out the orders that have come, without waiting for one."""
        while not self._came.empty():
            yield self._came.get()

    @contextmanager
    def their_code(self) -> Iterator[None]:
        """Run a learner's code in here: only there a stop interrupts, with `KeyboardInterrupt`."""
        self._runs_their_code = True
        try:
            yield
        finally:
            self._runs_their_code = False

    def report(self, data: Mapping[str, Any], arrays: Arrays | None = None) -> None:
        """Hand in what there is so far."""
        self._send("report", data, arrays)

    def answer(self, data: Mapping[str, Any], arrays: Arrays | None = None) -> None:
        """Hand in the last of it."""
        self._send("answer", data, arrays)

    def fail(self, data: Mapping[str, Any]) -> None:
        """Hand in why there will be no answer."""
        self._send("failure", data, None)

    def ready(self, data: Mapping[str, Any]) -> None:
        """Say that orders can come."""
        self._send("ready", data, None)

    def _send(self, kind: str, data: Mapping[str, Any], arrays: Arrays | None) -> None:
        rest = memoryview(packed({"kind": kind, "data": data, "prints": self._prints.take()}, arrays))
        while rest:
            rest = rest[os.write(self._answers, rest) :]

    def _take_in(self) -> None:
        while frame := unpacked(lambda most: os.read(self._orders, most), _MOST_ARRAYS):
            if frame.data.get("order") == "stop":
                self._stop()
            else:
                self._came.put(frame)
        os._exit(0)  # the parent is gone

    def _stop(self) -> None:
        self._is_stopped.set()
        self._came.put(Frame({"order": "stop"}, {}))  # for who waits for an order
        if not self._is_noticed.wait(_PATIENCE_S):
            _interrupt()

    def _on_interrupt(self, *_: object) -> None:
        if self._runs_their_code:
            raise KeyboardInterrupt


def _interrupt() -> None:
    """Send the main thread the signal of Ctrl+C, which also ends its sleep."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()
