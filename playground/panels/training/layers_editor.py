"""The hidden layers of a network as a list to edit: add, remove, move, units, activation."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from nn.network.spec import LayerSpec
from playground.panels import registered_choices as offers
from playground.panels.layer_words import key_of, layer_of
from playground.widgets.fields.options_form import OptionsForm
from playground.widgets.fields.quiet_fields import ChoiceBox, QuietSpinBox
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from playground.widgets.fields.options_form import OptionLike, OptionText
    from playground.widgets.fields.quiet_fields import Choice

_LARGEST_LAYER = 4096
_UNITS_OF_A_NEW_LAYER = 50
_ICON = 14  # px
_SPACING = 4  # px
_SPIN_FRAME = 34  # px of a spin box around its digits


class HiddenLayer(NamedTuple):
    """One hidden layer as a person speaks of it: so many units, then an activation with its options."""

    units: int
    activation: str
    options: Mapping[str, Any] = MappingProxyType({})


class LayerRow(QWidget):
    """One hidden layer: its number, units, activation, and the buttons that move and remove it."""

    layer_edited = Signal(object, object)  # this row, the new HiddenLayer
    move_requested = Signal(object, int)  # this row, by how many places
    remove_requested = Signal(object)  # this row
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = HiddenLayer(1, "")
        self.number = QLabel()
        self.units = QuietSpinBox(1, _LARGEST_LAYER)
        self.activation = ChoiceBox()
        self.up = tool_button("up", clicked=self._on_up_clicked, side=_ICON)
        self.down = tool_button("down", clicked=self._on_down_clicked, side=_ICON)
        self.remove = tool_button("close", clicked=self._on_remove_clicked, side=_ICON)
        self.options = OptionsForm(self._option_text)
        self._lay_out()
        self.units.value_edited.connect(self._on_units_edited)
        self.activation.value_edited.connect(self._on_activation_edited)
        self.options.option_edited.connect(self._on_option_edited)
        for part in (self.units, self.options):
            part.refused.connect(self.refused)

    def _lay_out(self) -> None:
        self.number.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.number.setFixedWidth(self.number.fontMetrics().horizontalAdvance("00"))
        self.set_lead_width(0)
        in_column(
            in_row(self.number, self.units, (self.activation, 1), self.up, self.down, self.remove, spacing=_SPACING),
            self.options,
            of=self,
            spacing=4,
        )
        self.options.setContentsMargins(self.number.width() + _SPACING, 0, 0, 0)

    def set_lead_width(self, width: int) -> None:
        """Let the activation begin at `width` px, where the fields of the form around it begin, if it can."""
        digits = self.units.fontMetrics().horizontalAdvance("0,000") + _SPIN_FRAME
        self.units.setFixedWidth(max(digits, width - self.number.width() - 2 * _SPACING))

    def layer(self) -> HiddenLayer:
        """Give what is shown."""
        return self._layer

    def show_layer(self, layer: HiddenLayer) -> None:
        """Show a layer without reporting it."""
        self._layer = layer
        self.units.show_value(layer.units)
        self.activation.show_value(key_of(LayerSpec(layer.activation, layer.options)))
        self.options.set_options(offers.activation_options(layer.activation))
        self.options.show_values(layer.options)

    def _option_text(self, option: OptionLike) -> OptionText:
        return offers.text_of(self._layer.activation, option)

    def set_place(self, index: int, count: int) -> None:
        """Say which of how many layers this is: the ones at the ends cannot move on."""
        self.number.setText(str(index + 1))
        self.up.setEnabled(index > 0)
        self.down.setEnabled(index < count - 1)
        self._retranslate(index + 1)

    def _retranslate(self, number: int) -> None:
        named = (
            (self.units, self.tr("Units of layer {n}"), self.tr("How many neurons this hidden layer has.")),
            (self.activation, self.tr("Activation of layer {n}"), ""),
            (self.up, self.tr("Move layer {n} up"), self.tr("Move this layer nearer to the input.")),
            (self.down, self.tr("Move layer {n} down"), self.tr("Move this layer nearer to the output.")),
            (self.remove, self.tr("Remove layer {n}"), self.tr("Take this layer out of the network.")),
        )
        for widget, name, about in named:
            describe(widget, name.format(n=number), about)
        explanation = self.tr("The activation function: what each neuron of this layer does to its weighted sum.")
        self.activation.explain(explanation)
        self.number.setToolTip(self.tr("Hidden layer {n}, counted from the input.").format(n=number))
        self.options.retranslate()

    @Slot(object)
    def _on_units_edited(self, units: int) -> None:
        self.layer_edited.emit(self, self._layer._replace(units=units))

    @Slot(object)
    def _on_activation_edited(self, name: str) -> None:
        # The options belong to the activation: a slope means nothing to another one.
        layer = layer_of(name)
        options = {} if layer.own is None else layer.options
        self.layer_edited.emit(self, HiddenLayer(self._layer.units, layer.kind, options))

    @Slot(str, object)
    def _on_option_edited(self, name: str, value: object) -> None:
        options = MappingProxyType({**self._layer.options, name: value})
        self.layer_edited.emit(self, self._layer._replace(options=options))

    @Slot()
    def _on_up_clicked(self) -> None:
        self.move_requested.emit(self, -1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.move_requested.emit(self, 1)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self)


class LayersEditor(LiveLook, QWidget):
    """Rows for the hidden layers between a line for the input and a line for the output.

    `layers_edited` brings the whole new list as a tuple of `HiddenLayer` and what was done, one of
    ``"units"``, ``"activation"``, ``"add"``, ``"remove"``, ``"move"``; only when a person did it. It also brings, for
    each layer of the new list, its place in the old one, None for a new layer.
    """

    layers_edited = Signal(object, str, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._rows: list[LayerRow] = []
        self._lead_width = 0
        self._first = HiddenLayer(_UNITS_OF_A_NEW_LAYER, "")
        self.input = QLabel()
        self.output = QLabel(wordWrap=True)
        self.add = tool_button("add", "buttonAddLayer", clicked=self._on_add_clicked, side=_ICON)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._list = in_column(spacing=4)
        in_column(self.input, self._list, (self.add, 0, Qt.AlignmentFlag.AlignLeft), self.output, of=self, spacing=6)
        self.retranslate()

    def layers(self) -> tuple[HiddenLayer, ...]:
        """Give what is shown."""
        return tuple(row.layer() for row in self._rows)

    def rows(self) -> tuple[LayerRow, ...]:
        """Give the rows, from the input to the output."""
        return tuple(self._rows)

    def set_activations(self, choices: Iterable[Choice]) -> None:
        """Say which activations there are to choose from."""
        choices = tuple(choices)
        if choices == self._choices:
            return
        self._choices = choices
        for row in self._rows:
            row.activation.set_choices(self._choices)

    def set_first_activation(self, name: str, options: Mapping[str, Any] = MappingProxyType({})) -> None:
        """Say which activation a layer gets that has no other to be like."""
        self._first = HiddenLayer(_UNITS_OF_A_NEW_LAYER, name, options)

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
        row = LayerRow()
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
        new = layers[-1] if layers else self._first
        self.layers_edited.emit((*layers, new), "add", (*range(len(layers)), None))
