"""Turns in which the GUI thread stands still and another thread may derive classes from Qt's.

Where Qt asks an object for its meta object, PySide looks the object's class up without holding Python's lock. With
Python 3.11 it looks in a hash table, and a class statement in another thread lets that table grow: a segmentation
fault when both happen at once, which two busy threads reach within seconds and starts of the window once in many hours
(Python 3.11.7, PySide6 6.11.3: `SOTP_extender` in its pep384impl.cpp, read by `SignalManager::retrieveMetaObject`).
From Python 3.12 on a class itself carries what PySide knows of it, and such a statement harms nobody.
"""

from __future__ import annotations

import builtins
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARE_NEEDED = sys.version_info < (3, 12)
TURN_S = 0.006
_LOOK_S, _PATIENCE_S = 0.05, 10.0
"""How often the thread looks what the GUI thread is doing, and after how long it waits no more."""
_KIND_OF_QT = type(QObject)
_here = threading.local()
_build_class = builtins.__build_class__


class ClassTurns(QObject):
    """Lives in the GUI thread and lets one other thread make classes while that does nothing."""

    _wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._gui = threading.Lock()  # held by the GUI thread, unless it stands still
        self._gui.acquire()
        self._settled = threading.Event()  # no wish is open: the other thread has its turn, or let it pass
        self._settled.set()
        self._is_over = False
        self._wanted.connect(self._on_wanted)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the calling thread wait for a turn wherever it derives a class from Qt's, until the end of the block."""
        if ARE_NEEDED:
            builtins.__build_class__ = _build_in_turn
            _here.turns = self
        try:
            yield
        finally:
            _here.turns = None

    def stop(self) -> None:
        """Give the rest of the time away: the GUI thread will stand still until the other one has ended."""
        if not self._is_over:
            self._is_over = True
            self._gui.release()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until the GUI thread stands still, or waits for the very module that this thread imports."""
        is_mine = self._gui.acquire(blocking=False) or self._ask()
        try:
            yield
        finally:
            if is_mine:
                self._gui.release()

    def _ask(self) -> bool:
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end and not _gui_thread_imports():
            if self._settled.is_set():
                self._settled.clear()
                self._wanted.emit()
            if self._gui.acquire(timeout=_LOOK_S):
                self._settled.set()
                return True
        return False

    @Slot()
    def _on_wanted(self) -> None:
        if self._is_over:
            return
        self._gui.release()
        self._settled.wait(_LOOK_S)
        time.sleep(TURN_S)
        self._gui.acquire()
        self._settled.set()


def _gui_thread_imports() -> bool:
    frame = sys._current_frames().get(threading.main_thread().ident or 0)
    return frame is not None and "importlib" in frame.f_code.co_filename


def _build_in_turn(body: Callable[[], Any], name: str, *bases: Any, **options: Any) -> Any:
    """Stand in for what Python calls for a class statement."""
    turns: ClassTurns | None = getattr(_here, "turns", None)
    if turns is None or not any(isinstance(base, _KIND_OF_QT) for base in bases):
        return _build_class(body, name, *bases, **options)
    with turns.turn():
        return _build_class(body, name, *bases, **options)
