"""The menu that writes numbers as tables: the curves, the parameters, and what the debugger's pass computes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from nn.imports.file_bytes import Watch
    from playground.files.exporting.writing import Writing
    from playground.session.document.state import RunRecord
    from playground.session.session import Session

_ROWS = 256  # rows that are formatted at a time


class TableMenu(QMenu):
    """Lists everything that is made of numbers: each as CSV, and all values of a pass together as .npz."""

    def __init__(self, writing: Writing, parent: QWidget) -> None:
        super().__init__(parent, objectName="tableMenu", toolTipsVisible=True)
        self._writing = writing
        self._session: Session  # from `attach` on
        self.aboutToShow.connect(self.list_tables)
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Offer the numbers of a session."""
        self._session = session

    # ---- what there is

    @Slot()
    def list_tables(self) -> None:
        """List what has numbers now."""
        self.clear()
        curves = self.addAction(self.tr("Curves: losses and accuracies…"), self._on_curves_chosen)
        curves.setObjectName("actionTableCurves")
        curves.setEnabled(bool(self._records()))
        self.addSection(self.tr("Parameters"))
        self._list(self._parameters(), self._on_parameter_chosen)
        values = self._values()
        if values:
            self.addSection(self.tr("The step that the debugger shows"))
            self._list(values, self._on_value_chosen)
            self.addSection(self.tr("The whole pass"))
            self.addAction(self.tr("All its values as .npz…"), self._on_pass_chosen).setObjectName("actionTablePass")

    def _list(self, arrays: Mapping[str, NDArray[Any]], chosen: Callable[[], None]) -> None:
        for name, array in arrays.items():
            shape = "×".join(map(str, array.shape)) or "1"
            action = self.addAction(f"{name}  ({shape})…", chosen)
            action.setData(name)

    def _records(self) -> tuple[RunRecord, ...]:
        return self._session.run.state.history

    def _parameters(self) -> Mapping[str, NDArray[Any]]:
        from nn.network.naming import named_views  # brings NumPy

        state = self._session.run.state
        return named_views(state.spec, state.checkpoint.params)

    def _values(self) -> Mapping[str, NDArray[Any]]:
        """Return what goes into the debugger's event and what comes out of it."""
        event = self._session.debugger.current
        return {} if event is None else {**event.inputs, **event.outputs}

    # ---- what a person chooses

    @Slot()
    def _on_curves_chosen(self) -> None:
        self._writing.ask(self.tr("Curves as a table"), "curves", (".csv",), self.export_curves)

    @Slot()
    def _on_parameter_chosen(self) -> None:
        self._ask_for(self._parameters())

    @Slot()
    def _on_value_chosen(self) -> None:
        self._ask_for(self._values())

    def _ask_for(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        name = action.data()
        if name in arrays:
            self._writing.ask(name, file_name(name), (".csv",), partial(self.export, arrays[name]))

    @Slot()
    def _on_pass_chosen(self) -> None:
        title = self.tr("All values of the pass")
        self._writing.ask(title, "pass", (".npz",), self.export_pass)

    # ---- writing

    def export_curves(self, path: str) -> None:
        """Write every loss and every accuracy, a row an iteration."""
        from playground.session.running.curve_writing import curves_work  # rarely needed: not at start-up

        self._writing.write(path, curves_work(self._records()))

    def export(self, array: NDArray[Any], path: str) -> None:
        """Write an array, a line for each of its rows; of more dimensions than two, each sample is a row."""
        self._writing.write(path, partial(_write_numbers, array.copy()))

    def export_pass(self, path: str) -> None:
        """Write every value of the debugger's pass that has been computed, under its name."""
        debugger = self._session.debugger
        self._writing.write(path, partial(_write_pass, debugger.trace[: debugger.cursor]))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setTitle(self.tr("Numbers &as a table"))
        explanation = self.tr("CSV for spreadsheets and programs, with every digit")
        self.menuAction().setStatusTip(explanation)
        self.menuAction().setToolTip(wrapped(explanation))


def file_name(name: str) -> str:
    """Return the name of a value as one that every file system takes."""
    return "".join(letter if letter.isalnum() else "_" for letter in name).strip("_") or "values"


def _write_numbers(array: NDArray[Any], path: Path, watch: Watch) -> tuple[Path, ...]:
    from nn.files.atomic_file import replace_file

    rows = array.reshape(len(array), -1) if array.ndim > 1 else array.reshape(1, -1)
    replace_file(path, _lines(rows, watch))
    return (path,)


def _lines(rows: NDArray[Any], watch: Watch) -> Iterable[bytes]:
    """Yield lines of numbers, each with as few digits as tell it from its neighbours."""
    for start in range(0, len(rows), _ROWS):
        watch(start / len(rows))
        part = rows[start : start + _ROWS]
        yield "".join(",".join(map(str, row)) + "\n" for row in part).encode()


def _write_pass(events: Iterable[Any], path: Path, watch: Watch) -> tuple[Path, ...]:
    from nn.files.atomic_file import replace_file
    from nn.files.packing import packed

    arrays: dict[str, Any] = {}
    for event in events:
        arrays |= {**event.inputs, **event.outputs}
    replace_file(path, [packed({file_name(name): array for name, array in arrays.items()}, watch)])
    return (path,)
