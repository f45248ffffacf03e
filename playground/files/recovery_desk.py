"""Copies of unsaved work while the window is open, and the offer of those that other windows left behind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from playground.session.document.copies.autosave import Autosave
    from playground.session.document.copies.recovery import LeftBehind
    from playground.session.document.file_work import FileWork
    from playground.session.session import Session


class RecoveryDesk(QObject):
    """Keeps copies, and goes on with one of those that were left behind if a person wants that.

    Parameters
    ----------
    after_saving
        Does something that would lose unsaved work, after the person has been asked about that.
    """

    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(self, window: QWidget, after_saving: Callable[[Callable[[], object]], object]) -> None:
        super().__init__(window)
        self._window, self._after_saving = window, after_saving
        self._files: FileWork | None = None
        self._autosave: Autosave | None = None

    def keep(self, session: Session, files: FileWork, root: Path) -> None:
        """Keep copies of unsaved work under `root`, and offer what other windows left behind there."""
        from playground.session.document.copies.autosave import (
            Autosave,  # brings NumPy, which the first paint does not wait for
        )

        self._files = files
        try:
            self._autosave = Autosave(session.run, files, root, self)
        except OSError as error:
            text = self.tr("Unsaved work is not copied to a safe place: {reason}.")
            self.status.emit(text.format(reason=_said(error)))
            return
        session.document.run_label_changed.connect(self._autosave.keep)  # another future begins, or comes back
        self._autosave.failed.connect(self.status)
        self._autosave.found.connect(self._on_found)
        self._autosave.look()

    def close(self, *, leaving: bool) -> None:
        """End it; with `leaving`, unsaved work is offered at the next start."""
        if self._autosave is not None:
            self._autosave.close(leaving=leaving)

    @Slot(object)
    def _on_found(self, found: list[LeftBehind]) -> None:
        from playground.files.recovery_dialog import RecoveryDialog  # rarely needed: not at start-up

        dialog = RecoveryDialog(found, self._window)
        dialog.recover_chosen.connect(self._on_recover_chosen)
        dialog.discard_chosen.connect(self._on_discard_chosen)
        dialog.open()

    @Slot(object)
    def _on_recover_chosen(self, found: LeftBehind) -> None:
        self._after_saving(partial(self._recover, found))

    def _recover(self, found: LeftBehind) -> None:
        self._files.recover(found.saved)
        self._autosave.adopt(found)

    @Slot(object)
    def _on_discard_chosen(self, found: LeftBehind) -> None:
        from playground.session.document.copies.recovery import discard

        try:
            discard(found)
        except OSError as error:
            self.status.emit(self.tr("It could not be discarded: {reason}.").format(reason=_said(error)))


def _said(error: OSError) -> str:
    from playground.session.phrase import said  # takes a while to import, and the first paint would wait

    return said(error)
