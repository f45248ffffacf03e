"""Why the debugger stopped, in one sentence above its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from playground.panels.breakpoint_words import stop_text
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from nn.breakpoints import Stop
    from playground.session.session import Session

_STRENGTH = 0.14  # share of the mark's colour in the line's background


class DebugReason(QWidget):
    """Shows what a breakpoint found, until training goes on or a person has read it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stop: Stop | None = None
        self._sign = QLabel()
        self.text = QLabel(wordWrap=True, objectName="stopReason")
        self._close = QToolButton(autoRaise=True, icon=icon("close"), iconSize=QSize(12, 12))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 4, 3)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        row.addWidget(self._close)
        self.setAutoFillBackground(True)
        self._close.clicked.connect(self._on_close_clicked)
        session.debugger.stopped.connect(self._on_stopped)
        session.debugger.moved.connect(self._refresh)
        session.debugger.trace_changed.connect(self._refresh)
        session.run.running_changed.connect(self._on_running_changed)
        self.retranslate()

    @Slot(object)
    def _on_stopped(self, stop: Stop) -> None:
        self._stop = stop
        self._refresh()

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if running:
            self._on_close_clicked()

    @Slot()
    def _on_close_clicked(self) -> None:
        self._stop = None
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Show the reason as long as the iteration is shown for which it holds."""
        debugger, stop = self._session.debugger, self._stop
        holds = stop is not None and debugger.is_open and debugger.stepped.iteration == stop.iteration
        if stop is not None and holds:
            text = self.tr("Stopped in iteration {iteration}: {reason}")
            self.text.setText(text.format(iteration=f"{stop.iteration:,}", reason=stop_text(stop)))
        self.setVisible(holds)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ApplicationPaletteChange:
            self._tint()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._close.setAccessibleName(self.tr("Close the reason"))
        self._close.setToolTip(self.tr("Close: the breakpoint stays"))
        self.text.setToolTip(
            wrapped(
                self.tr(
                    "Training stopped before the update of this iteration: the cursor stands where the number was "
                    "made. Step back from here, or continue."
                )
            )
        )
        self._tint()
        self._refresh()

    def _tint(self) -> None:
        base, colours = self.parentWidget() or self, chart_colors(self.palette())
        palette = self.palette()
        window = base.palette().color(QPalette.ColorRole.Window)
        palette.setColor(QPalette.ColorRole.Window, blend(window, colours.diverged, _STRENGTH))
        self.setPalette(palette)
        self._sign.setPixmap(icon("breakpoint", QPalette.ColorRole.Accent).pixmap(QSize(12, 12)))
