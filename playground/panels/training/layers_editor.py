"""The hidden layers of a network as a list to edit: add, remove, move, units, activation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from playground.panels.training.layer_row import SMALL_ICON, HiddenLayer, LayerRow
from playground.widgets.layouts import in_column
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playground.widgets.fields.options_form import OptionLike, OptionText
    from playground.widgets.fields.quiet_fields import Choice

_UNITS_OF_A_NEW_LAYER = 50


class LayersEditor(LiveLook, QWidget):
    """Rows for the hidden layers between a line for the input and a line for the output.

    `layers_edited` brings the whole new list as a tuple of `HiddenLayer` and what was done, one of
    ``"units"``, ``"activation"``, ``"add"``, ``"remove"``, ``"move"``; only when a person did it. It also brings, for
    each layer of the new list, its place in the old one, None for a new layer.

    Parameters
    ----------
    options_of : callable
        Gives the options of an activation by its name.
    text_of : callable
        Gives the texts of an option, from the activation's name and the option.
    """

    layers_edited = Signal(object, str, object)
    refused = Signal(str)

    def __init__(
        self,
        options_of: Callable[[str], Iterable[OptionLike]],
        text_of: Callable[[str, OptionLike], OptionText],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options_of = options_of
        self._text_of = text_of
        self._choices: tuple[Choice, ...] = ()
        self._rows: list[LayerRow] = []
        self._lead_width = 0
        self.input = QLabel()
        self.output = QLabel(wordWrap=True)
        self.add = QToolButton()
        self._lay_out()
        self.add.clicked.connect(self._on_add_clicked)
        self.retranslate()

    def _lay_out(self) -> None:
        self.add.setObjectName("buttonAddLayer")
        self.add.setIcon(icon("add"))
        self.add.setIconSize(SMALL_ICON)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setAutoRaise(True)
        self._list = in_column(spacing=4)
        in_column(self.input, self._list, (self.add, 0, Qt.AlignmentFlag.AlignLeft), self.output, of=self, spacing=6)

    def layers(self) -> tuple[HiddenLayer, ...]:
        """Give what is shown."""
        return tuple(row.layer() for row in self._rows)

    def rows(self) -> tuple[LayerRow, ...]:
        """Give the rows, from the input to the output."""
        return tuple(self._rows)

    def set_activations(self, choices: Iterable[Choice]) -> None:
        """Say which activations there are to choose from."""
        self._choices = tuple(choices)
        for row in self._rows:
            row.activation.set_choices(self._choices)

    def show_layers(self, layers: Iterable[HiddenLayer]) -> None:
        """Show these layers without reporting them; rows that stay keep the keyboard focus."""
        layers = tuple(layers)
        while len(self._rows) > len(layers):
            self._drop(self._rows.pop())
        while len(self._rows) < len(layers):
            self._rows.append(self._new_row())
        for index, (row, layer) in enumerate(zip(self._rows, layers, strict=True)):
            row.show_layer(layer)
            row.set_place(index, len(layers))

    def set_lead_width(self, width: int) -> None:
        """Line the activations up with the fields of the form around the editor, `width` px from the left."""
        self._lead_width = width
        for row in self._rows:
            row.set_lead_width(width)

    def show_ends(self, entry: str, exit_: str) -> None:
        """Describe the input and the output, which the data decide."""
        self.input.setText(entry)
        self.output.setText(exit_)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.add.setText(self.tr("Add layer"))
        self.add.setToolTip(self.tr("Add another hidden layer in front of the output layer."))
        self.input.setToolTip(
            self.tr("The input layer: one number of each sample per neuron. The data set decides it.")
        )
        self.output.setToolTip(self.tr("The output layer: one neuron per class. The data set decides it."))
        for index, row in enumerate(self._rows):
            row.set_place(index, len(self._rows))

    def _new_row(self) -> LayerRow:
        row = LayerRow(self._options_of, self._text_of)
        row.activation.set_choices(self._choices)
        row.set_lead_width(self._lead_width)
        row.layer_edited.connect(self._on_layer_edited)
        row.move_requested.connect(self._on_move_requested)
        row.remove_requested.connect(self._on_remove_requested)
        row.refused.connect(self.refused)
        self._list.addWidget(row)
        return row

    def _drop(self, row: LayerRow) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()  # it may be the sender of the signal that is being handled

    @Slot(object, object)
    def _on_layer_edited(self, row: LayerRow, layer: HiddenLayer) -> None:
        before, layers = row.layer(), list(self.layers())
        layers[self._rows.index(row)] = layer
        what = "units" if before.units != layer.units else "activation"
        self.layers_edited.emit(tuple(layers), what, tuple(range(len(layers))))

    @Slot(object, int)
    def _on_move_requested(self, row: LayerRow, places: int) -> None:
        index, layers = self._rows.index(row), self.layers()
        target, order = index + places, list(range(len(layers)))
        order.insert(target, order.pop(index))
        button = "up" if places < 0 else "down"
        self.layers_edited.emit(tuple(layers[old] for old in order), "move", tuple(order))
        getattr(self._rows[target], button).setFocus()  # a second press moves the same layer on

    @Slot(object)
    def _on_remove_requested(self, row: LayerRow) -> None:
        layers, order = self.layers(), list(range(len(self._rows)))
        del order[self._rows.index(row)]
        self.layers_edited.emit(tuple(layers[old] for old in order), "remove", tuple(order))

    @Slot()
    def _on_add_clicked(self) -> None:
        layers = self.layers()
        new = layers[-1] if layers else HiddenLayer(_UNITS_OF_A_NEW_LAYER, self._choices[0].name)
        self.layers_edited.emit((*layers, new), "add", (*range(len(layers)), None))
