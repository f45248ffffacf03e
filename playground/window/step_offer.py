"""What Pause offers: to step through the iteration that comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow

from playground.panels.debug_commands import open_when_paused
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.session import Session


class StepOffer(QObject):
    """A button at the foot of the window while training is paused and no pass is open: Pause itself moves nothing."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._session: Session | None = None
        self._button = tool_button("step-into", "buttonStepThrough", clicked=self._on_clicked, side=14)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.statusBar().insertPermanentWidget(0, self._button)  # left of the figures, which stand still
        self._button.hide()
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Follow a session, whose debugger is there by now."""
        self._session = session
        session.control.paused_changed.connect(self._refresh)
        session.debugger.opened_changed.connect(self._refresh)

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        self._button.setVisible(session is not None and session.control.is_paused and not session.debugger.is_open)

    @Slot()
    def _on_clicked(self) -> None:
        open_when_paused(self._session)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        text = self.tr("Step through this iteration")
        self._button.setText(text)
        describe(self._button, text, self.tr("Go through the iteration that comes next, number by number (F10)"))
