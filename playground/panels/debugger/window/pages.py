"""The matrices of a step, or the window that slides at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from nn.inspection.convolution.sliding import sliding_of
from playground.panels.debugger.window.view import WindowView
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.inspection.convolution.sliding import Sliding
    from playground.panels.debugger.telling.told import ToldStep
    from playground.session.session import Session

_MATRICES, _WINDOW = 0, 1


class StepPages(Refreshing, LiveLook, QWidget):
    """Shows the matrices; at a convolution or a pooling the window over them comes to the front instead.

    Which of both is seen there is a person's choice and stays. The window is made at the first such layer.
    """

    turned = Signal(bool)
    """Whether the window is what is seen here."""

    def __init__(self, session: Session, told: ToldStep, matrices: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._told = session, told
        self._wanted = _WINDOW
        self.window_view: WindowView | None = None
        """The window, once there was one to be seen."""
        self.to_window = tool_button("", "debugToWindow", clicked=self._on_window_wanted)
        self.to_window.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(matrices)
        in_column(self.to_window, (self._pages, 1), of=self, spacing=0)
        told.changed.connect(self.out_of_date)
        self.retranslate()

    @Slot()
    def _on_window_wanted(self) -> None:
        self._turn_to(_WINDOW)

    @Slot()
    def _on_matrices_wanted(self) -> None:
        self._turn_to(_MATRICES)

    def _turn_to(self, page: int) -> None:
        self._wanted = page
        self.out_of_date()

    def refresh(self) -> None:
        """Show what slides at the step that is told, or its matrices."""
        sliding = self._sliding()
        page = _MATRICES if sliding is None else self._wanted
        self.to_window.setVisible(sliding is not None and page == _MATRICES)
        if page == _WINDOW and sliding is not None:
            self._show_window(sliding)
        self._pages.setCurrentIndex(page)
        self.turned.emit(page == _WINDOW)

    def _sliding(self) -> Sliding | None:
        event = self._told.event
        if event is None:
            return None
        return sliding_of(self._session.debugger.stepped.spec, event.layer, event.values)

    def _show_window(self, sliding: Sliding) -> None:
        if self.window_view is None:
            self.window_view = WindowView(self._session)
            self.window_view.to_matrices.clicked.connect(self._on_matrices_wanted)
            self._pages.addWidget(self.window_view)
        event = self._told.event
        self.window_view.show_sliding(sliding, event is not None and event.phase == "backward")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.to_window.setText(self.tr("Window"))
        about = self.tr("Show the window of this layer as it slides over the numbers of the pass.")
        describe(self.to_window, self.tr("Window"), about)
