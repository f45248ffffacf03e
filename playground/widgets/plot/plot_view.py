"""The widget in which pyqtgraph's plots stand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from playground.widgets.plot.pyqtgraph_setup import pg


class PlotView(pg.GraphicsLayoutWidget):
    """A scene of plots, painted by the processor."""

    def useOpenGL(self, b: bool = True) -> None:
        """Stand on a surface that was made here, whatever is asked for.

        pyqtgraph asks for the one that Qt has made, and to name its class PySide makes all classes of widgets: a
        twentieth of the start's time.
        """
        self.setViewport(QWidget())
