"""The menu that carries things out of the window: programs, weights, tables of numbers, and pictures of panels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from playground.files.exporting.picture_menu import PanelPictureMenu
from playground.files.exporting.table_menu import TableMenu
from playground.files.exporting.writing import Writing
from playground.widgets.actions import without_mnemonic
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from pathlib import Path

    from nn.datasets.base import Dataset
    from nn.imports.file_bytes import Watch
    from playground.session.document.state import DocumentState
    from playground.session.running.descent import Descent
    from playground.session.session import Session

# Names in `nn.exports.EXPORTS`, which the menu does not import: it is built before the first paint. None: a line.
_KINDS = ("program", "numpy", "torch", None, "npz", "safetensors", "onnx")
_SUFFIXES = {"npz": ".npz", "safetensors": ".safetensors", "onnx": ".onnx"}


class ExportMenu(QMenu):
    """Offers what `nn.exports` can write, tables of all numbers, and a picture of every panel."""

    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error of the program."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, objectName="exportMenu", icon=icon("export"), toolTipsVisible=True, enabled=False)
        self._session: Session  # from `attach` on
        self.writing = Writing(window)
        self.writing.status.connect(self.status)
        self.writing.failed.connect(self.failed)
        self.kinds: dict[str, QAction] = {}
        for kind in _KINDS:
            self._add(kind) if kind else self.addSeparator()
        self.addSeparator()
        self.tables, self.panels = TableMenu(self.writing, self), PanelPictureMenu(self.writing, window)
        self.addMenu(self.tables)
        self.addMenu(self.panels)
        self.retranslate()

    def _add(self, kind: str) -> None:
        action = self.kinds[kind] = self.addAction("")
        action.setObjectName(f"actionExport{kind.capitalize()}")
        action.setData(kind)
        action.triggered.connect(self._on_kind_chosen)

    def attach(self, session: Session) -> None:
        """Let a session's document be exported."""
        self._session = session
        self.writing.attach(session)
        self.tables.attach(session)
        self.setEnabled(True)

    @Slot()
    def _on_kind_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        kind = action.data()
        what = without_mnemonic(action.text()).removesuffix("…")
        title = self.tr("{what}: your network as it is now").format(what=what)  # another one may be looked at
        self.writing.ask(title, f"network_{kind}", (_SUFFIXES.get(kind, ".py"),), partial(self.export, kind))

    def export(self, kind: str, path: str) -> None:
        """Write the document's network in one of the forms of `nn.exports`; training pauses for a moment."""
        self._session.control.when_idle(partial(self._export, kind, path))

    def _export(self, kind: str, path: str) -> None:
        session, state = self._session, self._session.document.state
        descent = session.provenance.of(state.checkpoint)
        self.writing.write(path, partial(_write, kind, state, session.library.data, descent))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setTitle(self.tr("&Export"))
        self.tables.retranslate()
        self.panels.retranslate()
        says = {
            "program": (self.tr("Program on &nn…"), self.tr("A Python program that does the run again, bit for bit")),
            "numpy": (
                self.tr("Program on N&umPy alone…"),
                self.tr("The same run, bit for bit, with every layer written out and without this program's library"),
            ),
            "torch": (self.tr("Program for Py&Torch…"), self.tr("The same run with PyTorch, equal to rounding")),
            "npz": (self.tr("&Weights as .npz…"), self.tr("NumPy arrays under the book's names, W1, b1, …")),
            "safetensors": (
                self.tr("Weights as .&safetensors…"),
                self.tr("The same arrays in the format that PyTorch and others read"),
            ),
            "onnx": (
                self.tr("Network as &ONNX…"),
                self.tr("The network for other programs; needs the Python package onnx"),
            ),
        }
        for kind, (text, explanation) in says.items():
            self.kinds[kind].setText(text)
            self.kinds[kind].setStatusTip(explanation)
            self.kinds[kind].setToolTip(wrapped(explanation))


def _write(
    kind: str, state: DocumentState, data: Dataset | None, descent: Descent | None, path: Path, watch: Watch
) -> tuple[Path, ...]:
    """Write the file, in the thread for files; return what was written."""
    from nn.exports import EXPORTS
    from playground.session.document.exporting import run_of

    run = run_of(state.spec, state.checkpoint, state.config, state.dataset, data, descent)
    return EXPORTS[kind].write(path, run, watch)
