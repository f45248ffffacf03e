"""Bring what the guard caught before the person's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.safety.guard import Guard
    from playground.safety.report_dialog import ReportDialog


class ErrorReports(QObject):
    """Shows errors in one dialog, however many come."""

    def __init__(self, guard: Guard, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ReportDialog | None = None
        guard.reported.connect(self.show_error)

    @Slot(str)
    def show_error(self, text: str) -> None:
        """Open the dialog with an error, or add the error to the open one."""
        # Imported when first needed: a window that starts well never pays for it.
        from playground.safety.report_dialog import ReportDialog

        if self._dialog is None:
            self._dialog = ReportDialog(self._window)
            self._dialog.finished.connect(self._on_finished)
            self._dialog.open()
        self._dialog.add(text)

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None
