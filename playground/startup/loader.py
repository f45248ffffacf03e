"""Import the heavy libraries while the window is already on the screen."""

from __future__ import annotations

import importlib
import traceback

from PySide6.QtCore import QObject, Signal

from playground.safety.threads import OwnedThread
from playground.startup.class_turns import ClassTurns

# pyqtgraph takes the first Qt binding it finds imported, so PySide6 stands before it.
COMMON = (
    "numpy",
    "PySide6.QtWidgets",
    "playground.widgets.plot.pyqtgraph_setup",
    "nn",
    "playground.session.session",
)
"""What every panel needs."""
FILES = (
    "playground.session.document.file_work",
    "playground.session.document.copies.autosave",
    "playground.files.progress",
)
"""What the document's file needs, which nobody opens or saves at once."""


class ModuleLoader(OwnedThread):
    """Imports modules in a thread, so that the event loop keeps turning meanwhile, until its end is asked for.

    Attributes
    ----------
    loaded : Signal
        Every module is imported.
    failed : Signal(str)
        The traceback of an import that failed; nothing after it was imported.
    """

    loaded = Signal()
    failed = Signal(str)

    def __init__(self, modules: tuple[str, ...], owner: QObject) -> None:
        super().__init__("module loader", owner)
        self._modules = COMMON + modules
        self._turns = ClassTurns()

    def run(self) -> None:
        """Import one module after the other."""
        try:
            with self._turns.taken():
                for name in self._modules:
                    if self.isInterruptionRequested():
                        return
                    importlib.import_module(name)
        except Exception:  # noqa: BLE001 - whatever it is, the person must see it
            self.failed.emit(traceback.format_exc())
        else:
            self.loaded.emit()

    def end(self) -> None:
        """End after the module that is being imported."""
        self._turns.stop()
        super().end()
