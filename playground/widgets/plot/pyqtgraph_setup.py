"""The one place that imports and configures pyqtgraph: ``from playground.widgets.plot.pyqtgraph_setup import pg``."""

from __future__ import annotations

import os
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNUSED = {
    "pyqtgraph.imageview",
    "pyqtgraph.widgets.CheckTable",
    "pyqtgraph.widgets.ColorMapWidget",
    "pyqtgraph.widgets.DataFilterWidget",
    "pyqtgraph.widgets.DataTreeWidget",
    "pyqtgraph.widgets.DiffTreeWidget",
    "pyqtgraph.widgets.JoystickButton",
    "pyqtgraph.widgets.RawImageWidget",
    "pyqtgraph.widgets.RemoteGraphicsView",
    "pyqtgraph.widgets.ScatterPlotWidget",
    "pyqtgraph.widgets.TableWidget",
}
"""Modules that ``import pyqtgraph`` brings and this program never touches; with what is behind them, a quarter."""


class _Nothing(ModuleType):
    """Stands for a module that is not used: whatever is imported from it is an empty class."""

    __all__ = ()

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


class _LeavesOut(MetaPathFinder, Loader):
    """Finds nothing in the place of what is not used."""

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name in UNUSED else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Nothing(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"  # it would prefer a PyQt that happens to be installed
_leaves_out = _LeavesOut()
sys.meta_path.insert(0, _leaves_out)

import pyqtgraph as pg  # noqa: E402 - only now, without what is not used

sys.meta_path.remove(_leaves_out)

# Row-major, so that images are indexed like the matrices they show. No global antialias: on a long jagged line
# it costs fifty times as much; the few smooth lines ask for it themselves.
pg.setConfigOptions(imageAxisOrder="row-major", antialias=False)

__all__ = ["pg"]
