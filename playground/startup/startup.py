"""Bring a window's panels to life without letting the window stand still."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.startup.in_turns import InTurns
from playground.startup.loader import FILES, ModuleLoader
from playground.startup.qt_classes import make_classes, make_first_classes

if TYPE_CHECKING:
    from playground.panels.base import Panel
    from playground.session.session import Session


class Startup(QObject):
    """Makes classes of Qt, imports NumPy and pyqtgraph in a thread, then attaches one panel after the other.

    The panels in front come first, so that nobody waits for what is not seen. Everything in the GUI thread is cut
    into pieces of some milliseconds, one in each turn of the event loop; and one thread at a time is at work beside
    it, because each more takes its share of the interpreter from the window.

    Attributes
    ----------
    loaded : Signal
        The modules of the panels in front are imported; `attach` is to be called now.
    attached : Signal
        The panels in front are alive; `attach_rest` is to be called once nothing else is being loaded.
    finished : Signal
        Every panel is alive.
    failed : Signal(str)
        The traceback of an import that failed.
    """

    loaded = Signal()
    attached = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(self, panels: list[Panel], in_front: list[Panel], parent: QObject) -> None:
        super().__init__(parent)
        self._panels = tuple(panels)
        self._to_attach = self._first = in_front
        self._session: Session | None = None
        self._is_making_classes = True  # which the next import needs
        self._is_attached = False  # the panels in front are
        self._rest_follows = True
        self._is_closed = False  # the loader's last word may arrive after the window was closed
        self._turns = InTurns(self)
        self._turns.finished.connect(self._on_turns_finished)
        self._turns.start(make_first_classes())
        self._loader = self._loader_for(self._to_attach, ())

    @property
    def is_done(self) -> bool:
        """Whether every panel is attached and whole."""
        return all(panel.is_ready for panel in self._panels)

    def _loader_for(self, panels: list[Panel], others: tuple[str, ...]) -> ModuleLoader:
        loader = ModuleLoader((*(name for panel in panels for name in panel.modules), *others), self)
        loader.loaded.connect(self._on_loaded)
        loader.failed.connect(self.failed)
        return loader

    def attach(self, session: Session) -> None:
        """Attach the panels in front to a session, piece by piece; `attached` follows."""
        self._session = session
        self._attach_next()

    @Slot()
    def attach_rest(self) -> None:
        """Import what the panels behind need, and attach them; `finished` follows. A second call does nothing."""
        if self._rest_follows and not self._is_closed:
            self._rest_follows = False
            self._to_attach = [panel for panel in self._panels if panel not in self._first]
            later = tuple(name for panel in self._panels for name in panel.modules_later)
            self._loader = self._loader_for(self._to_attach, FILES + later)
            self._is_making_classes = True
            self._turns.start(make_classes())

    def close(self) -> None:
        """Stop here, waiting for the import that is under way."""
        self._is_closed = True
        self._turns.stop()
        self._loader.end()

    def _attach_next(self) -> None:
        panels, self._to_attach = self._to_attach, []
        self._turns.start(chain.from_iterable(panel.attach(self._session) for panel in panels))

    @Slot()
    def _on_turns_finished(self) -> None:
        if self._is_making_classes:
            self._is_making_classes = False
            self._loader.begin()
        elif self._is_attached:
            self.finished.emit()
        else:
            self._is_attached = True
            self.attached.emit()

    @Slot()
    def _on_loaded(self) -> None:
        if self._is_closed:
            return
        if self._session is None:
            self.loaded.emit()
        else:
            self._attach_next()
