"""The table in which each parameter of the network gets an array of a file."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from nn.imports.mapping import map_weights, mapped
from nn.messages import printable
from playground.session.phrase import said
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from nn.imports.arrays.array_bytes import AnyArray
    from nn.imports.mapping import Mapping
    from nn.network.spec import NetworkSpec

_MOST_ARRAYS = 40  # to choose from, in each row: more would hold up the window
_PARAM, _SHAPE, _ARRAY, _VERDICT = range(4)


class MappingTable(QTableWidget):
    """One row for each parameter, with a choice of the file's arrays and what comes of it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent, editTriggers=QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setObjectName("importMapping")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.mappings: tuple[Mapping, ...] = ()
        self._arrays: Dictionary[str, AnyArray] = {}

    def sizeHint(self) -> QSize:
        """Give room for the six parameters of the book's network."""
        return QSize(640, 270)

    def show_proposal(self, spec: NetworkSpec, arrays: Dictionary[str, AnyArray]) -> None:
        """Show which array each parameter of a network would get."""
        self._arrays = arrays
        self.mappings = map_weights(spec, arrays)
        self.setRowCount(len(self.mappings))
        for row, mapping in enumerate(self.mappings):
            self.setItem(row, _PARAM, QTableWidgetItem(mapping.param))
            self.setItem(row, _SHAPE, QTableWidgetItem(" × ".join(map(str, mapping.shape))))
            self.setCellWidget(row, _ARRAY, self._box(mapping))
            self.setItem(row, _VERDICT, QTableWidgetItem())
        self._refresh()

    def _box(self, mapping: Mapping) -> ChoiceBox:
        box = ChoiceBox()
        nothing = Choice("", self.tr("(keep)"), self.tr("Keep the numbers that are there"))
        names = (Choice(name, self._shown(name), "") for name in self._candidates(mapping))
        box.set_choices([nothing, *names])
        box.show_value(mapping.source)
        box.setObjectName(f"array{mapping.param}")
        box.setAccessibleName(self.tr("Array for {param}").format(param=mapping.param))
        box.value_edited.connect(self._on_chosen)
        return box

    def _candidates(self, mapping: Mapping) -> list[str]:
        """Give the arrays to choose from, first those with as many numbers as the parameter has."""
        size = prod(mapping.shape)
        names = sorted(self._arrays, key=lambda name: (name != mapping.source, self._arrays[name].size != size))
        return names[:_MOST_ARRAYS]

    def _shown(self, name: str) -> str:
        shape = " × ".join(map(str, self._arrays[name].shape)) or "1"
        return f"{printable(name, 60)}   ({shape})"

    @Slot(object)
    def _on_chosen(self, source: str) -> None:
        param = self.sender().objectName().removeprefix("array")
        self.mappings = tuple(
            mapped(m.param, m.shape, source, self._arrays) if m.param == param else m for m in self.mappings
        )
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        for row, mapping in enumerate(self.mappings):
            text = self._verdict(mapping)
            self.item(row, _VERDICT).setText(text)
            self.item(row, _VERDICT).setToolTip(text)

    def _verdict(self, mapping: Mapping) -> str:
        if mapping.trouble:
            return said(mapping.trouble)
        if not mapping.source:
            return self.tr("keeps its numbers")
        return self.tr("fits when turned: rows and columns change places") if mapping.transposed else self.tr("fits")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setHorizontalHeaderLabels(
            [self.tr("Parameter"), self.tr("Shape"), self.tr("Array in the file"), self.tr("What comes of it")]
        )
        self.setAccessibleName(self.tr("Parameters of the network and arrays of the file"))
        self.setToolTip(self.tr("Which array of the file each weight matrix and bias of the network gets"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(_ARRAY, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(_ARRAY, 220)
        header.setSectionResizeMode(_VERDICT, QHeaderView.ResizeMode.Stretch)
        self._refresh()
