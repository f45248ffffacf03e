"""The question where the data of a document are, when their file is gone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from playground.files.questions import Question, ask_for_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.session.document.state import DatasetChoice
    from playground.session.session import Session


class MissingData(QObject):
    """Says that imported data cannot be read, and lets the person show where they are now."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session  # from `attach` on
        self._missing: DatasetChoice | None = None

    def attach(self, session: Session) -> None:
        """Look after a session's data."""
        self._session = session
        session.library.unavailable.connect(self._on_unavailable)

    @Slot(object, str, str)
    def _on_unavailable(self, what: DatasetChoice | str, reason: str, report: str) -> None:
        if report or isinstance(what, str):
            return  # an error of the program
        self._missing = what
        choices = {"Open": self.tr("&Choose the file…"), "Cancel": ""}
        text = self.tr("The data cannot be read: {reason}.").format(reason=reason)
        question = Question(self._window, text, choices, "Open", self._way_out())
        question.answered.connect(self._on_answered)
        question.ask()

    def _way_out(self) -> str:
        if self._session.library.data is not None:
            return self.tr(
                "The data stay as they are in the document. To have them read in another way, choose the file they "
                "were imported from, wherever it is now."
            )
        return self.tr(
            "Everything else of the document is here. It can be trained again when its data are found: choose the file "
            "they were imported from, wherever it is now, or import others."
        )

    @Slot(str)
    def _on_answered(self, answer: str) -> None:
        from playground.session.phrase import said  # brings dataclasses, for which the first paint does not wait

        if answer != "Open" or self._missing is None:
            return
        before = Path(str(self._missing.options.get("path", "")))
        folder = before.parent if before.parent.is_dir() else Path.home()
        filters = [f"{said(before.name).replace('*', '?')} (*{said(before.suffix)})", self.tr("All files") + " (*)"]
        dialog = ask_for_file(self._window, self.tr("Where the data are now"), folder, filters)
        if not before.suffix:  # most likely a folder of pictures
            dialog.setFileMode(type(dialog).FileMode.Directory)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, path: str) -> None:
        if self._missing is not None:
            self._session.editing.choose_dataset(self._missing.name, **{**self._missing.options, "path": path})
