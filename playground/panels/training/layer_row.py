"""One hidden layer in a list of layers to edit."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from playground.widgets.fields.options_form import OptionLike, OptionsForm, OptionText
from playground.widgets.fields.quiet_fields import ChoiceBox, QuietSpinBox
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_LARGEST_LAYER = 4096
SMALL_ICON = QSize(14, 14)
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

    def __init__(
        self,
        options_of: Callable[[str], Iterable[OptionLike]],
        text_of: Callable[[str, OptionLike], OptionText],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options_of = options_of
        self._text_of = text_of
        self._layer = HiddenLayer(1, "")
        self.number = QLabel()
        self.units = QuietSpinBox(1, _LARGEST_LAYER)
        self.activation = ChoiceBox()
        self.up, self.down, self.remove = (_small_button(name) for name in ("up", "down", "close"))
        self.options = OptionsForm(self._option_text)
        self._lay_out()
        self._connect()

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

    def _connect(self) -> None:
        self.units.refused.connect(self.refused)
        self.units.value_edited.connect(self._on_units_edited)
        self.activation.value_edited.connect(self._on_activation_edited)
        self.options.option_edited.connect(self._on_option_edited)
        self.options.refused.connect(self.refused)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)

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
        self.activation.show_value(layer.activation)
        self.options.set_options(self._options_of(layer.activation))
        self.options.show_values(layer.options)

    def _option_text(self, option: OptionLike) -> OptionText:
        return self._text_of(self._layer.activation, option)

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
        for widget, name, tooltip in named:
            widget.setAccessibleName(name.format(n=number))
            widget.setToolTip(tooltip)
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
        self.layer_edited.emit(self, HiddenLayer(self._layer.units, name))

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


def _small_button(name: str) -> QToolButton:
    return QToolButton(icon=icon(name), iconSize=SMALL_ICON, autoRaise=True)
