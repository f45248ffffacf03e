"""The one place that configures pyqtgraph: ``from playground.widgets.plot.pyqtgraph_setup import pg``."""

from __future__ import annotations

import os

os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"  # it would prefer a PyQt that happens to be installed

import pyqtgraph as pg

# Row-major, so that images are indexed like the matrices they show. No global antialias: on a long jagged line
# it costs fifty times as much; the few smooth lines ask for it themselves.
pg.setConfigOptions(imageAxisOrder="row-major", antialias=False)

__all__ = ["pg"]
