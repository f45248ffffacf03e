"""A file of data is looked at before it is taken: what stands in it, and what the network will get."""

from __future__ import annotations

from functools import partial
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import ref

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nn.digits.sheets import picture_side
from nn.imports.preparing import AS_THEY_ARE
from nn.imports.refusal import BadFile, quoted
from nn.imports.samples import Table, table_of
from playground.files.importing.column_list import ColumnList
from playground.files.importing.contents import chosen_options, first_pictures, read_contents
from playground.files.importing.dialog import ImportDialog
from playground.files.importing.options import ARRAYS, PICTURES, TABLE, ImportOptions
from playground.files.importing.picture_strip import PictureStrip
from playground.files.importing.preview_table import PreviewTable
from playground.files.importing.remedy_bar import RemedyBar
from playground.session.document.kept_data import IMPORTED, MOST_KEPT, is_small
from playground.session.document.state import DatasetChoice
from playground.session.phrase import said
from playground.widgets.layouts import STRETCH, in_column, in_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.files.importing.contents import Contents
    from playground.session.session import Session

_SHOW_PROGRESS_AFTER = 200  # ms; what is read sooner needs no bar
MAY_BE_WEIGHTS = (".npz", ".npy", ".pkl", ".pickle", ".safetensors")
_ARRAY_ENDINGS = (*MAY_BE_WEIGHTS, ".gz")


class ImportDataDialog(ImportDialog):
    """Shows the first rows of a file or folder, lets a person correct how it is read, and hands it to the session."""

    def __init__(self, session: Session, path: str, parent: QWidget | None = None) -> None:
        super().__init__(session, path, parent)
        self.setObjectName("importDataDialog")
        self._contents: Contents | None = None
        self._is_folder = Path(path).is_dir()
        self._options = ImportOptions(_choices_for(Path(path)))
        self._columns = ColumnList()
        self._columns_caption = QLabel(buddy=self._columns)
        self._remedies = RemedyBar()
        self._columns_caption.hide()
        self._preview = PreviewTable()
        self._pictures = PictureStrip(objectName="importPictures")
        self._pictures.hide()
        self._late = QTimer(self, singleShot=True, interval=_SHOW_PROGRESS_AFTER)
        self.other.setObjectName("buttonAsWeights")
        self.other.setVisible(not self._is_folder and Path(path).suffix.lower() in MAY_BE_WEIGHTS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._read()

    def _lay_out(self) -> None:
        for label in (self.summary, self.trouble):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        in_column(
            (
                in_row(
                    in_column(self._options, self._columns_caption, (self._columns, 9), STRETCH),
                    (in_column((self._preview, 1), self._pictures, self.summary, self.trouble, self._remedies), 1),
                    spacing=14,
                ),
                1,
            ),
            self.bar,
            self.buttons,
            of=self,
            margins=(14, 14, 14, 12),
        )
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.resize(860, 520)

    def _connect(self) -> None:
        self._late.timeout.connect(self.bar.show)
        self._options.changed.connect(self._read)
        self._options.refused.connect(self._on_typed_nonsense)
        self._columns.chosen.connect(self._on_columns_chosen)
        self._remedies.taken.connect(self._options.choose)
        self.finished.connect(self._let_go)

    # ---- reading

    @Slot()
    def _read(self) -> None:
        self.take.setEnabled(False)
        self.bar.hide()
        self.bar.setValue(0)
        self._late.start()
        before = _nothing if self._contents is None else ref(self._contents)
        read = partial(read_contents, self.path, dict(self._options.chosen), before)
        self.reading.read(Path(self.path), read)

    @Slot(object)
    def show_read(self, contents: Contents) -> None:
        """Show the first rows, and what the network will get."""
        self._let_go()
        self._contents = contents
        self._settle()
        self.take.setEnabled(True)
        self._options.show_contents(contents)
        self._show_columns(contents.samples.table, contents.samples.settled)
        self.summary.show()
        self._refresh()

    @Slot(object)
    def refuse(self, refusal: BadFile) -> None:
        """Show as much of the file as was understood, and say why it cannot be used."""
        self._settle()
        if refusal.rows:
            self._options.show_table(table_of(refusal.rows, refusal.settled), refusal.settled)
        self._show_columns(table_of(refusal.rows, refusal.settled), refusal.settled)
        self._remedies.show_remedies(refusal.remedies)
        self._preview.show_rows(*table_of(refusal.rows, refusal.settled))
        self.summary.hide()
        self._pictures.hide()
        super().refuse(refusal)

    def _show_columns(self, table: Table, settled: Mapping[str, Any]) -> None:
        self._columns.show_columns(table, settled)
        self._columns_caption.setVisible(not self._columns.isHidden())

    @Slot(str)
    def _on_columns_chosen(self, left_out: str) -> None:
        self._options.choose({"leave_out": left_out})

    @Slot(str)
    def _on_typed_nonsense(self, reason: str) -> None:
        self.trouble.setText(reason)

    @Slot()
    def _let_go(self) -> None:
        things, self._contents = [self._contents], None
        self.reading.let_go(things)

    def _settle(self) -> None:
        self._late.stop()
        self.bar.hide()
        self.trouble.clear()
        self._remedies.show_remedies(())

    def accept(self) -> None:
        """Hand the data to the session, with the choices by which they can be read again."""
        if self._contents is not None and self.take.isEnabled():
            options = chosen_options(self.path, self._options.chosen, self._contents)
            self.session.library.put(DatasetChoice(IMPORTED, options), self._contents.data)
            self.session.recipes.choose(IMPORTED, **options)
            super().accept()

    # ---- what is shown

    def _refresh(self) -> None:
        samples = self._contents.samples
        table = samples.table
        if self._is_folder:
            table = Table((self.tr("Class"), self.tr("Pictures")), table.rows, 0)
        are_pictures = self._is_folder or picture_side(self._contents.data) is not None
        self._pictures.show_pictures(first_pictures(samples) if are_pictures else [])
        self._preview.show_rows(*table)
        self.summary.setText("\n".join((*self._sentences(), *map(said, samples.notes))))

    def _sentences(self) -> list[str]:
        data = self._contents.data
        shares = self.tr("{train:,} samples to learn from and {test:,} for the test, with {inputs:,} inputs each.")
        sentences = [shares.format(train=len(data.x), test=len(data.x_test), inputs=prod(data.input_shape))]
        if data.classes:
            names = ", ".join(data.classes[:12]) + (" …" if len(data.classes) > 12 else "")
            sentences.append(self.tr("{count} classes: {names}.").format(count=len(data.classes), names=names))
        elif data.outputs == 1:
            sentences.append(self.tr("One value to come close to."))
        else:
            sentences.append(self.tr("{count} values to come close to.").format(count=data.outputs))
        if self._contents.scale != AS_THEY_ARE:
            sentences.append(self._unit_sentence())
        if len(data.input_shape) > 1:
            sentences.append(self.tr("Above, the first pictures as the network gets them: red, green and blue."))
            return sentences + self._size_sentences()
        if self._is_folder or picture_side(data) is not None:
            sentences.append(self.tr("Above, the first pictures as the network gets them: black is 0 and white is 1."))
            return sentences + self._size_sentences()
        first = ", ".join(f"{number * data.scale:.3g}" for number in data.x[0, :6].tolist())
        more = ", …" if data.x.shape[1] > 6 else ""
        sentences.append(self.tr("The first sample as the network gets it: {numbers}").format(numbers=first + more))
        return sentences + self._size_sentences()

    def _size_sentences(self) -> list[str]:
        if is_small(self._contents.data):
            return []
        text = self.tr(
            "Documents keep data of up to {most} MB. These are larger: a document will only say where their file "
            "is, so keep that, too."
        )
        return [text.format(most=MOST_KEPT // 2**20)]

    def _unit_sentence(self) -> str:
        zero, unit = self._contents.scale
        table = self._contents.samples.table
        name = table.names[table.target] if 0 <= table.target < len(table.names) else self.tr("target")
        text = self.tr(
            "The network learns ({name} − {zero}) ÷ {unit}: its answers and the loss are in this unit, in which "
            "1 stands for {unit}."
        )
        return text.format(name=quoted(name, 24), zero=f"{zero:,.15g}", unit=f"{unit:,.15g}")

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        super().retranslate()
        self.setWindowTitle(self.tr("Import data: {name}").format(name=quoted(Path(self.path).name)[1:-1]))
        self._options.retranslate()
        self._columns.retranslate()
        self._columns_caption.setText(self.tr("&Learn from:"))
        self._remedies.retranslate()
        self._preview.setAccessibleName(self.tr("First rows of the file"))
        self._preview.setToolTip(self.tr("The first rows as they stand in the file; the target is bold"))
        self._pictures.setAccessibleName(self.tr("First pictures as the network gets them"))
        self._pictures.setToolTip(
            self.tr(
                "The first picture of each class as the network gets it: paper black, ink white, as the digits of "
                "MNIST. If it is the other way round, change Ink."
            )
        )
        self.summary.setToolTip(self.tr("What the network will learn from with these choices"))
        self.take.setToolTip(self.tr("Learn from these data; the network gets their inputs and outputs"))
        self.other.setText(self.tr("As &weights…"))
        self.other.setToolTip(self.tr("This file holds weights of a network: choose which layer gets which array"))
        if self._contents is not None:
            self._refresh()


def _nothing() -> None:
    """Stand for what was read before, when nothing was."""


def _choices_for(path: Path) -> tuple[str, ...]:
    if path.is_dir():
        return PICTURES
    return ARRAYS if path.suffix.lower() in _ARRAY_ENDINGS or "ubyte" in path.name else TABLE
