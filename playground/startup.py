"""Bring a window's panels to life without letting the window stand still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.loader import ModuleLoader
from playground.qt_classes import QtClasses
from playground.session.threads import end, start

if TYPE_CHECKING:
    from playground.panels.base import Panel
    from playground.session.session import Session


class Startup(QObject):
    """Makes Qt's classes, imports NumPy and pyqtgraph in a thread, then attaches one panel at a time.

    Everything in the GUI thread is cut into pieces of some milliseconds, one in each turn of the event loop.

    Attributes
    ----------
    loaded : Signal
        The modules of the panels in front are imported; `attach` is to be called now.
    attached : Signal
        The panels in front are alive; those behind them follow, so that nobody waits for what is not seen.
    finished : Signal
        Every panel is alive.
    failed : Signal(str)
        The traceback of an import that failed.
    """

    loaded = Signal()
    attached = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(self, panels: list[Panel], parent: QObject) -> None:
        super().__init__(parent)
        self._panels = tuple(panels)
        self._waiting = [panel for panel in panels if not panel.behind]
        self._behind: list[Panel] | None = [panel for panel in panels if panel.behind]
        self._session: Session | None = None
        self._is_closed = False  # the loader's last word may arrive after the window was closed
        self._classes = QtClasses()
        self._loader = self._loader_for(self._waiting)
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._on_next_turn)
        self._next_turn.start()

    @property
    def is_done(self) -> bool:
        """Whether every panel is attached and whole."""
        is_attached = self._session is not None and not self._waiting and self._behind is None
        return is_attached and all(panel.is_ready for panel in self._panels)

    def _loader_for(self, panels: list[Panel]) -> ModuleLoader:
        loader = ModuleLoader(tuple(name for panel in panels for name in panel.modules))
        loader.loaded.connect(self._on_loaded)
        loader.failed.connect(self.failed)
        return loader

    def attach(self, session: Session) -> None:
        """Attach the panels to a session, one in each turn of the event loop; `attached` follows."""
        self._session = session
        self._next_turn.start()

    def close(self) -> None:
        """Stop here, waiting for the import that is under way."""
        self._is_closed = True
        self._next_turn.stop()
        end(self._loader)

    @Slot()
    def _on_next_turn(self) -> None:
        if self._session is None:
            if self._classes.make_some():
                self._next_turn.start()
            else:
                start(self._loader)
        elif self._waiting:
            self._waiting.pop(0).attach(self._session)
            self._next_turn.start()
        elif self._behind is not None:
            self._loader = self._loader_for(self._behind)
            start(self._loader)
            self.attached.emit()
        elif self.is_done:
            self.finished.emit()
        else:
            self._next_turn.start()  # some panels go on building in turns of their own

    @Slot()
    def _on_loaded(self) -> None:
        if self._is_closed:
            return
        if self._session is None:
            self.loaded.emit()
        else:
            self._waiting, self._behind = self._behind or [], None
            self._next_turn.start()
