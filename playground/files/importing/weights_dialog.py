"""Weights of a file are mapped to the layers of the network before they are taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from nn.imports.arrays.tensors import read_tensors
from nn.imports.fitting import as_here, fitting_spec, known_weights
from nn.imports.mapping import converted, unused
from nn.imports.refusal import quoted
from nn.layers.base import LAYERS
from playground.files.importing.dialog import ImportDialog
from playground.files.importing.mapping import MappingTable
from playground.files.importing.weights_edit import take_weights
from playground.panels.layer_words import layer_word
from playground.session.phrase import said
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from nn.imports.arrays.array_bytes import AnyArray
    from nn.network.spec import NetworkSpec
    from playground.session.session import Session


class ImportWeightsDialog(ImportDialog):
    """Shows which array of a file each parameter gets, and why some do not fit."""

    def __init__(self, session: Session, path: str, parent: QWidget | None = None) -> None:
        super().__init__(session, path, parent)
        self.setObjectName("importWeightsDialog")
        self._arrays: dict[str, AnyArray] = {}
        self._known: str | None = None
        self._fitting: NetworkSpec | None = None
        self._table = MappingTable()
        self._rebuild = QCheckBox(objectName="importFittingNetwork")
        self.other.setObjectName("buttonAsData")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.reading.read(Path(path), partial(read_tensors, path))

    def _lay_out(self) -> None:
        self._rebuild.hide()
        in_column(
            (self._table, 1),
            self._rebuild,
            self.summary,
            self.trouble,
            self.bar,
            self.buttons,
            of=self,
            margins=(14, 14, 14, 12),
        )
        self.resize(820, 480)

    def _connect(self) -> None:
        self._table.changed.connect(self._refresh)
        self._rebuild.clicked.connect(self._propose)

    @property
    def _spec(self) -> NetworkSpec:
        """The network that is to get the weights."""
        present = self.session.document.state.spec
        return self._fitting if self._fitting is not None and self._rebuild.isChecked() else present

    @Slot(object)
    def show_read(self, arrays: dict[str, AnyArray]) -> None:
        """Propose which array each parameter gets."""
        self._known = known_weights(arrays)
        self._arrays = arrays = as_here(arrays)
        present = self.session.document.state.spec
        fitting = fitting_spec(present, arrays)
        mismatch = fitting is not None and [p.params for p in fitting.plans if p.params] != [
            p.params for p in present.plans if p.params
        ]
        self._fitting = fitting if mismatch else None
        self._rebuild.setVisible(mismatch)
        self._rebuild.setChecked(mismatch)
        self.bar.hide()
        self._retranslate_rebuild()
        self._propose()

    @Slot()
    def _propose(self) -> None:
        self._table.show_proposal(self._spec, self._arrays)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if not self._arrays:
            return
        mappings = self._table.mappings
        fitting = sum(bool(mapping.source and not mapping.trouble) for mapping in mappings)
        text = self.tr("{fitting} of {count} parameters get numbers of the file; the others keep theirs.")
        sentences = [text.format(fitting=fitting, count=len(mappings))]
        if self._known is not None:
            sentences.append(said(self._known))
        left = unused(mappings, self._arrays)
        if left:
            names = ", ".join(quoted(name, 24) for name in left[:6]) + (" …" if len(left) > 6 else "")
            sentences.append(self.tr("Not used: {names}.").format(names=names))
        kinds = dict.fromkeys(layer for layer in self._spec.layers if LAYERS[layer.kind].elementwise)
        if kinds:
            text = self.tr("A file of weights does not tell the activations; the network has {kinds}.")
            sentences.append(text.format(kinds=", ".join(layer_word(layer).label for layer in kinds)))
        self.summary.setText(" ".join(sentences))
        self.take.setEnabled(fitting > 0)

    def accept(self) -> None:
        """Give the weights to the network, as one undo step."""
        if not self.take.isEnabled():
            return
        spec = self._spec
        try:
            take_weights(self.session, spec, converted(self._table.mappings, self._arrays, spec.dtype))
        except ValueError as error:
            self.refuse(error)
        else:
            super().accept()

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        super().retranslate()
        self.setWindowTitle(self.tr("Import weights: {name}").format(name=quoted(Path(self.path).name)[1:-1]))
        self._table.retranslate()
        self._retranslate_rebuild()
        self.summary.setToolTip(self.tr("How much of the file and of the network meet"))
        self.take.setToolTip(self.tr("Give the network these weights; Undo brings the present ones back"))
        self.other.setText(self.tr("As &data…"))
        self.other.setToolTip(self.tr("This file holds samples and targets: let the network learn from them"))
        self._refresh()

    def _retranslate_rebuild(self) -> None:
        if self._fitting is not None:
            sizes = [*self._fitting.input_shape, *(p.params["b"][0] for p in self._fitting.plans if p.params)]
            text = self.tr("Build the &network these weights belong to: {sizes}")
            self._rebuild.setText(text.format(sizes=" – ".join(map(str, sizes))))
            self._rebuild.setToolTip(self.tr("Else they go into the present network, as far as they fit"))
