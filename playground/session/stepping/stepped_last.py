"""Which recording the views of the debugger show: that of what a person stepped last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from playground.session.own_code.code_stepping import CodeStepping
    from playground.session.stepping.debugger import Debugger


class SteppedLast(QObject):
    """Follows both: the pass of a network, and a person's own code."""

    changed = Signal()
    """It is the other one now."""

    def __init__(self, debugger: Debugger, code: CodeStepping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._debugger, self._code = debugger, code
        self._was_code = False
        self._told = self.is_code
        code.moved.connect(self._on_code_moved)
        code.opened_changed.connect(self._tell)
        debugger.moved.connect(self._on_pass_moved)
        debugger.opened_changed.connect(self._on_pass_opened)

    @property
    def is_code(self) -> bool:
        """Whether it was a person's own code, and that is still open."""
        return self._code.is_open and (self._was_code or not self._debugger.is_open)

    @Slot()
    def _on_code_moved(self) -> None:
        self._was_code = self._code.is_open
        self._tell()

    @Slot()
    def _on_pass_moved(self) -> None:
        if self._debugger.is_open:
            self._was_code = False
        self._tell()

    @Slot(bool)
    def _on_pass_opened(self, is_open: bool) -> None:
        if is_open:
            self._was_code = False
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self.is_code is not self._told:
            self._told = self.is_code
            self.changed.emit()
