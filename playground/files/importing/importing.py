"""The way in for files of other makers: two entries of the File menu, and what is dropped on the window."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from playground.widgets.actions import add_action, name_action

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QFileDialog, QMainWindow

    from playground.session.session import Session

DATA = (".csv", ".tsv", ".txt", ".npy", ".gz")
_READERS = (
    "nn.datasets.file",
    "nn.imports.reading",
    "nn.imports.preparing",
    "nn.imports.kinds",
    "nn.imports.fitting",
    "nn.imports.mapping",
    "playground.words",
)
WEIGHTS = (".npz", ".pkl", ".pickle")


class Importing(QObject):
    """Asks for a file and opens the dialog that shows it; the actions are disabled until there is a session."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self.data, self.folder, self.weights = self.actions = [
            add_action(window, name, "", "import", enabled=False, triggered=act)
            for name, act in (
                ("actionImportData", self._on_data),
                ("actionImportPictures", self._on_folder),
                ("actionImportWeights", self._on_weights),
            )
        ]
        """The entries of the File menu."""
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Let files be imported into a session."""
        from nn.imports.pictures import decoding as picture_decoding  # NumPy, for which the first paint does not wait

        self._session = session
        picture_decoding.use(_decode)
        for action in self.actions:
            action.setEnabled(True)

    # ---- the menu

    @Slot()
    def _on_data(self) -> None:
        kinds = "*.csv *.tsv *.txt *.npz *.npy *.pkl *.gz *ubyte*"
        filters = [self.tr("Tables and arrays ({kinds})").format(kinds=kinds), self.tr("All files (*)")]
        self._ask(self.tr("Import data"), filters).fileSelected.connect(self.import_data)

    @Slot()
    def _on_folder(self) -> None:
        dialog = self._ask(self.tr("Import a folder with a folder of pictures for each class"), [])
        dialog.setFileMode(type(dialog).FileMode.Directory)
        dialog.fileSelected.connect(self.import_data)

    @Slot()
    def _on_weights(self) -> None:
        filters = [self.tr("Weights ({kinds})").format(kinds="*.npz *.pkl *.pickle *.safetensors *.npy")]
        self._ask(self.tr("Import weights"), [*filters, self.tr("All files (*)")]).fileSelected.connect(
            self.import_weights
        )

    def _ask(self, title: str, filters: list[str]) -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog  # a large class, not made before the first paint

        self._prepare()
        dialog = QFileDialog(self._window, title, fileMode=QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(filters)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    # ---- files

    def _prepare(self) -> None:
        """Import in a thread what reading needs, while a file is being chosen or dragged: it takes a tenth of a second.

        Nothing of Qt: PySide6 makes its classes when they are first asked for, and not safely from two threads.
        """
        from playground.session.loading import Job

        self._session.pictures.load(Job(object(), partial(_import_all, _READERS)))

    @Slot(str)
    def import_data(self, path: str) -> None:
        """Show a file of data, to be taken or not."""
        from playground.files.importing.data_dialog import ImportDataDialog  # rarely needed: not at start-up

        dialog = ImportDataDialog(self._session, path, self._window)
        dialog.other_wanted.connect(self.import_weights)
        dialog.open()

    @Slot(str)
    def import_weights(self, path: str) -> None:
        """Show a file of weights, to be taken or not."""
        from playground.files.importing.weights_dialog import ImportWeightsDialog  # rarely needed: not at start-up

        dialog = ImportWeightsDialog(self._session, path, self._window)
        dialog.other_wanted.connect(self.import_data)
        dialog.open()

    def file_in(self, mime: QMimeData) -> str:
        """Return the path of the file among dropped things that can be imported, empty if there is none."""
        urls = mime.urls()
        path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
        if path is None or self._session is None:
            return ""
        if path.suffix.lower() not in (*DATA, *WEIGHTS) and not path.is_dir():
            return ""
        self._prepare()
        return str(path)

    def open(self, path: str) -> None:
        """Show a dropped file: arrays are weights, unless they are called like data, and anything else is data."""
        from nn.imports.kinds import looks_like_data  # NumPy, for which the first paint does not wait

        if Path(path).suffix.lower() in WEIGHTS and not looks_like_data(path):
            self.import_weights(path)
        else:
            self.import_data(path)

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        data = self.tr("Learn from data of your own: a table, NumPy arrays or IDX files")
        folder = self.tr("Learn from pictures of your own: a folder for each class")
        weights = self.tr("Give the network weights of a file, such as the book's sample_weight.pkl")
        name_action(self.data, self.tr("Import &data…"), data)
        name_action(self.folder, self.tr("Import p&ictures…"), folder)
        name_action(self.weights, self.tr("Import &weights…"), weights)


def _import_all(names: tuple[str, ...]) -> None:
    for name in names:
        import_module(name)


def _decode(content: bytes, name: str, side: int, ink: str = "") -> NDArray[Any]:
    from playground.widgets.picture.decoder import decode_square  # rarely needed: not at start-up

    return decode_square(content, name, side, ink)
