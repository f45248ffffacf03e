"""The one place that imports and configures pyqtgraph: ``from playground.widgets.plot.pyqtgraph_setup import pg``."""

from __future__ import annotations

import os
import sys
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_ITEMS = """
    ArrowItem BarGraphItem BoxplotItem ButtonItem ColorBarItem CurvePoint DateAxisItem ErrorBarItem FillBetweenItem
    GradientEditorItem GradientLegend GraphItem GraphicsWidgetAnchor GridItem HistogramLUTItem ImageItem
    InfiniteLine IsocurveItem LabelItem LegendItem LinearRegionItem PColorMeshItem PlotCurveItem PlotDataItem
    PlotItem ROI ScaleBar ScatterPlotItem TargetItem TextItem VTickGroup
"""
_WIDGETS = """
    BusyCursor CheckTable ColorButton ColorMapMenu ColorMapWidget ComboBox DataFilterWidget DataTreeWidget
    DiffTreeWidget FeedbackButton FileDialog GradientWidget GroupBox HistogramLUTWidget JoystickButton LayoutWidget
    PathButton PlotWidget ProgressDialog RawImageWidget RemoteGraphicsView ScatterPlotWidget SpinBox TableWidget
    TreeWidget ValueLabel VerticalLabel
"""
UNUSED = {
    "pyqtgraph.colormap",
    "pyqtgraph.graphicsItems.ViewBox.ViewBoxMenu",
    "pyqtgraph.imageview",
    "pyqtgraph.Qt.OpenGLHelpers",
    "pyqtgraph.ThreadsafeTimer",
    "pyqtgraph.WidgetGroup",
    *(f"pyqtgraph.graphicsItems.{name}" for name in _ITEMS.split()),
    *(f"pyqtgraph.widgets.{name}" for name in _WIDGETS.split()),
}
"""Modules that ``import pyqtgraph`` brings and this program never touches; with what is behind them, two thirds."""
_ABSENT = {"PySide6.QtOpenGLWidgets", "PySide6.QtTest"}
"""pyqtgraph does without them where they are not installed."""
_QT = "pyqtgraph.Qt"


class _Nothing(ModuleType):
    """Stands for a module that is not used: whatever is imported from it is an empty class."""

    __all__ = ()

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


class _LeavesOut(MetaPathFinder, Loader):
    """Finds nothing in the place of what is not used."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name in _ABSENT:
            raise ModuleNotFoundError(f"{name} is not used", name=name)
        if name == _QT:
            spec = PathFinder.find_spec(name, path, target)
            return None if spec is None or spec.loader is None else _with_mirrors(spec)
        return ModuleSpec(name, self, is_package=True) if name in UNUSED else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Nothing(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


class _Mirrors(Loader):
    """Runs `pyqtgraph.Qt` without the copying of all 700 names of Qt, for which PySide would make all their classes.

    It does so for its mirrors of QtCore, QtGui and QtWidgets with ``for name in dir(source)``: where `dir` finds
    nothing, and the mirror looks up what it is asked for, it comes to the same.
    """

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["dir"] = _mirrored
        self._loader.exec_module(module)
        del module.__dict__["dir"]


def _with_mirrors(spec: ModuleSpec) -> ModuleSpec:
    spec.loader = _Mirrors(spec.loader)
    return spec


def _mirrored(source: ModuleType) -> tuple[str, ...]:
    mirror = sys.modules[f"{_QT}.{source.__name__.rpartition('.')[2]}"]
    mirror.__dict__["__getattr__"] = partial(getattr, source)
    return ()


os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"  # it would prefer a PyQt that happens to be installed
_leaves_out = _LeavesOut()
sys.meta_path.insert(0, _leaves_out)

import pyqtgraph as pg  # noqa: E402 - only now, without what is not used

sys.meta_path.remove(_leaves_out)

# Row-major, so that images are indexed like the matrices they show. No global antialias: on a long jagged line
# it costs fifty times as much; the few smooth lines ask for it themselves.
pg.setConfigOptions(imageAxisOrder="row-major", antialias=False)

__all__ = ["pg"]
