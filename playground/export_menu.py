"""The menu that carries things out of the window: programs, weights, and pictures of panels."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMainWindow, QMenu, QMessageBox

from playground.session.phrase import said
from playground.widgets.icons import icon
from playground.widgets.tooltips import wrapped

if TYPE_CHECKING:
    from playground.session.document import DocumentState
    from playground.session.loading import Loaded
    from playground.session.session import Session

# Names in `nn.exports.EXPORTS`, which the menu does not import: it is built before the first paint. None: a line.
_KINDS = ("program", "numpy", "torch", None, "npz", "safetensors", "onnx")
_SUFFIXES = {"npz": ".npz", "safetensors": ".safetensors", "onnx": ".onnx"}


class _Wish(NamedTuple):
    """An export that is being made, told apart from other jobs by its type."""

    kind: str
    path: str


class ExportMenu(QMenu):
    """Offers what `nn.exports` can write, and a picture of every panel.

    Attributes
    ----------
    status : Signal(str)
        One sentence for the status bar.
    failed : Signal(str)
        Traceback of an error of the program.
    """

    status = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self.setObjectName("exportMenu")
        self.setIcon(icon("export"))
        self.setToolTipsVisible(True)
        self.setEnabled(False)
        self.kinds: dict[str, QAction] = {}
        for kind in _KINDS:
            self._add(kind) if kind else self.addSeparator()
        self.addSeparator()
        self.panels = self.addMenu("")
        self.panels.setObjectName("panelPictureMenu")
        self.panels.aboutToShow.connect(self.list_panels)
        self.panels.triggered.connect(self._on_panel_chosen)
        self.retranslate()

    def _add(self, kind: str) -> None:
        action = self.kinds[kind] = self.addAction("")
        action.setObjectName(f"actionExport{kind.capitalize()}")
        action.setData(kind)
        action.triggered.connect(self._on_kind_chosen)

    def attach(self, session: Session) -> None:
        """Let a session's document be exported."""
        self._session = session
        session.pictures.loaded.connect(self._on_written)
        self.setEnabled(True)

    # ---- files of a network

    @Slot()
    def _on_kind_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        kind = action.data()
        suffix = _SUFFIXES.get(kind, ".py")
        dialog = self._ask(action.text().removesuffix("…").replace("&", ""), f"network_{kind}", suffix)
        dialog.setObjectName(kind)
        dialog.fileSelected.connect(self._on_file_chosen)

    def _ask(self, title: str, name: str, *suffixes: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes])
        dialog.setDefaultSuffix(suffixes[0])
        dialog.selectFile(f"{name}{suffixes[0]}")
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self.export(self.sender().objectName(), path)

    def export(self, kind: str, path: str) -> None:
        """Write the document's network in one of the forms of `nn.exports`; training pauses for a moment."""
        self._session.when_idle(partial(self._export, kind, path))

    def _export(self, kind: str, path: str) -> None:
        import numpy as np  # not before the first paint

        from playground.session.loading import Job

        session = self._session
        start = [values.ravel() for values in session.weights.start.values()]
        work = partial(
            _write, kind, path, session.document.state, session.data, np.concatenate(start) if start else None
        )
        self.status.emit(self.tr("Writing {path} …").format(path=path))
        session.pictures.load(Job(_Wish(kind, path), work))

    @Slot(object)
    def _on_written(self, loaded: Loaded) -> None:
        if not isinstance(loaded.key, _Wish):
            return
        if loaded.failure:
            self.failed.emit(loaded.failure)
        elif isinstance(loaded.result, str):
            self._refuse(loaded.result)
        else:
            names = ", ".join(path.name for path in loaded.result)
            self.status.emit(self.tr("Exported: {names}").format(names=names))

    def _refuse(self, reason: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.title().replace("&", ""), reason, parent=self._window)
        box.setObjectName("exportRefusal")
        box.finished.connect(box.deleteLater)
        box.open()

    # ---- pictures of panels

    @Slot()
    def list_panels(self) -> None:
        """List the docks by the titles they have now."""
        self.panels.clear()
        for dock in self._window.findChildren(QDockWidget):
            action = self.panels.addAction(dock.windowTitle())
            action.setData(dock.objectName())

    @Slot(QAction)
    def _on_panel_chosen(self, action: QAction) -> None:
        name = action.data()
        dock = self._window.findChild(QDockWidget, name)
        dock.show()
        dock.raise_()  # it is laid out for its size while the file is chosen
        dialog = self._ask(action.text(), name.removesuffix("Dock"), ".png", ".svg")
        dialog.setObjectName(name)
        dialog.fileSelected.connect(self._on_picture_chosen)

    @Slot(str)
    def _on_picture_chosen(self, path: str) -> None:
        self.export_picture(self.sender().objectName(), path)

    def export_picture(self, name: str, path: str) -> None:
        """Write what the panel of a dock shows, which is in sight, as PNG or, for a path that ends so, as SVG."""
        from playground.widgets.widget_picture import save_widget  # rarely needed: not at start-up

        try:
            save_widget(self._window.findChild(QDockWidget, name).widget(), path)
        except OSError as error:
            self._refuse(self.tr("{path} could not be written: {reason}").format(path=path, reason=said(error)))
        else:
            self.status.emit(self.tr("Exported: {names}").format(names=Path(path).name))

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setTitle(self.tr("&Export"))
        self.panels.setTitle(self.tr("Picture of a &panel"))
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


def _write(kind: str, path: str, state: DocumentState, data: object, start: object) -> tuple[Path, ...] | str:
    """Write the file in the loading thread; return what was written, or a sentence that says why nothing was."""
    from nn.exports import EXPORTS, Unfit
    from playground.session.exporting import run_of

    try:
        run = run_of(state.spec, state.checkpoint, state.config, state.dataset, data, start)
        return EXPORTS[kind].write(Path(path), run)
    except Unfit as error:
        return said(error)
    except OSError as error:
        return f"{path}: {said(error)}"
