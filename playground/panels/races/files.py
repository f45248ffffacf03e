"""Races in files: kept with what came of them, as a table or as a program, and shown again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nn.files.atomic_file import replace_file
from nn.races.files import table
from nn.races.program import write_race_program
from playground.panels.races.buttons import name_button, race_button
from playground.session.document.export_order import ExportOrder
from playground.session.phrase import said
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from nn.imports.file_bytes import Watch
    from nn.races.files import RaceFile
    from playground.session.document.export_order import Work
    from playground.session.session import Session

_ENDINGS = (".json", ".csv", ".py")


class FileButtons(LiveLook, QWidget):
    """Saves the race that is shown, and opens others."""

    opened = Signal()
    """A race of a file is there, with what came of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._racing = session, session.racing
        self._save, self._open = race_button("raceSave"), race_button("raceOpen")
        self._save.clicked.connect(self._on_save_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        in_row(self._save, self._open, of=self, spacing=6)
        self.retranslate()

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._racing.own_data:
            text = self.tr(
                "Samples of your own are in no file of a race: this race is kept in your document. Save that."
            )
            self._session.status.emit(text)
            return
        name = self._racing.card.name if self._racing.card is not None else self.tr("race")
        file = self._racing.file()

        def work_for(path: str) -> Work:
            return _work(file, path)

        self._session.export_requested.emit(ExportOrder(self.tr("Save the race"), name, _ENDINGS, work_for))

    @Slot()
    def _on_open_clicked(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Open a race"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Races (*.json *.toml)")])
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Show the race of a file, with what came of it."""
        try:
            self._racing.open(Path(path))
        except (OSError, TypeError, ValueError, KeyError) as error:
            self._session.status.emit(said(error))
        else:
            self.opened.emit()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr("Keep the race as .json, its outcome as .csv, or a program on nn.")
        name_button(self._save, self.tr("Save…"), about)
        name_button(self._open, self.tr("Open…"), self.tr("Show a race that was saved."))


def _work(file: RaceFile, path: str) -> Work:
    """Return what writes a race: all of it, its outcome, or a program, by the ending of the path."""

    def write(target: Path, watch: Watch) -> tuple[Path, ...]:
        if path.lower().endswith(".py"):
            return write_race_program(target, file, watch)
        replace_file(target, [table(file) if path.lower().endswith(".csv") else file.to_bytes()])
        return (target,)

    return write
