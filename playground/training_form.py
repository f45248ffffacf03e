"""The form of the training panel: data, network, optimizer and run, below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from playground import training_options as offers
from playground.widgets.form_rows import align_labels
from playground.widgets.layers_editor import HiddenLayer, LayersEditor
from playground.widgets.log_slider import LogSlider
from playground.widgets.options_form import OptionsForm
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.network import NetworkSpec
    from nn.options import Option
    from nn.training import TrainingConfig
    from playground.session.blueprint import Blueprint

_LOWEST_RATE, _HIGHEST_RATE = 1e-5, 10.0


class TrainingForm(QWidget):
    """Shows what a network is trained on and how, and tells what a person changed; keeps nothing.

    Signals bring the name of the choice, as in `TrainingConfig` or in the options, and its new value.
    """

    dataset_edited = Signal(str)
    data_option_edited = Signal(str, object)
    layers_edited = Signal(object, str)
    network_option_edited = Signal(str, object)
    config_edited = Signal(str, object)
    rate_dragged = Signal(object, int)
    optimizer_option_edited = Signal(str, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: dict[str, QLabel] = {}
        self._dataset = self._form((offers.choice_option("dataset", "mnist"),))
        self._data = OptionsForm(self._data_text)
        self._layers = LayersEditor(offers.activation_options, offers.text_of)
        self._custom = QLabel(wordWrap=True)
        self._size = QLabel(objectName="networkSize", wordWrap=True)
        self._network = self._form(offers.network_options())
        self._more = QToolButton(objectName="buttonMore", checkable=True, autoRaise=True)
        self._precision = self._form(offers.precision_options())
        self._optimizer = self._form((offers.choice_option("optimizer", "Adam"),))
        self._rate = LogSlider(_LOWEST_RATE, _HIGHEST_RATE, (1e-12, 1e6))
        self._optimizer.add_field("lr", self._rate)
        self._optimizer_options = OptionsForm(self._optimizer_text)
        self._decay = self._form(offers.decay_options())
        self._run = self._form(offers.run_options())
        self._lay_out()
        self._connect()
        self.retranslate()

    @staticmethod
    def _form(options: tuple[Option, ...]) -> OptionsForm:
        form = OptionsForm(offers.field_text)
        form.set_options(options)
        return form

    def _lay_out(self) -> None:
        sections: dict[str, tuple[QWidget, ...]] = {
            "data": (self._dataset, self._data),
            "network": (
                self._layers,
                self._custom,
                self._size,
                self._network,
                self._more,
                self._precision,
            ),
            "optimizer": (self._optimizer, self._optimizer_options, self._decay),
            "run": (self._run,),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for name, parts in sections.items():
            column.addWidget(self._heading(name))
            for part in parts:
                column.addWidget(part)
            column.addSpacing(12)
        column.addStretch(1)
        self._size.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._precision.hide()
        self._custom.hide()

    def _heading(self, name: str) -> QLabel:
        heading = self._headings[name] = QLabel()
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        return heading

    def _connect(self) -> None:
        self._dataset.option_edited.connect(self._on_dataset_edited)
        self._data.option_edited.connect(self.data_option_edited)
        self._layers.layers_edited.connect(self.layers_edited)
        self._network.option_edited.connect(self.network_option_edited)
        self._precision.option_edited.connect(self.network_option_edited)
        self._more.toggled.connect(self._precision.setVisible)
        self._rate.value_edited.connect(self._on_rate_edited)
        self._rate.value_dragged.connect(self.rate_dragged)
        self._optimizer_options.option_edited.connect(self.optimizer_option_edited)
        for form in (self._optimizer, self._decay, self._run):
            form.option_edited.connect(self._on_config_edited)
        for part in (
            self._data,
            self._layers,
            self._network,
            self._rate,
            self._optimizer_options,
            self._decay,
            self._run,
        ):
            part.refused.connect(self.refused)

    # ---- what a person does

    @Slot(str, object)
    def _on_dataset_edited(self, _option: str, name: str) -> None:
        self.dataset_edited.emit(name)

    @Slot(object)
    def _on_rate_edited(self, value: float) -> None:
        self.config_edited.emit("lr", value)

    @Slot(str, object)
    def _on_config_edited(self, name: str, value: Any) -> None:
        if name == "evaluate_every":
            value = value or None  # 0 on screen is "after each epoch"
        self.config_edited.emit(name, value)

    # ---- what is shown

    def show_dataset(self, name: str, options: Mapping[str, Any]) -> None:
        """Show which data a network learns from."""
        self._dataset.show_values({"dataset": name})
        self._data.set_options(offers.dataset_options(name))
        self._data.show_values(options)
        align_labels(self)

    def show_network(self, spec: NetworkSpec, blueprint: Blueprint | None) -> None:
        """Show a network; one without a blueprint is described, not edited."""
        plain = blueprint is not None
        for part in (self._layers, self._network):
            part.setVisible(plain)
        self._custom.setVisible(not plain)
        self._custom.setText(" → ".join(layer.kind for layer in spec.layers))
        self._precision.show_values({"dtype": spec.dtype})
        if blueprint is None:
            return
        self._layers.show_layers(HiddenLayer(*layer) for layer in blueprint.hidden)
        values = dict(blueprint.weights)
        values.update(loss=spec.loss, dropout=blueprint.dropout, normalization=blueprint.normalization is not None)
        self._network.show_values(values)
        self._network.set_shown("scale", values.get("initializer") in offers.SCALED_INITIALIZERS)

    def show_ends(self, entry: str, exit_: str) -> None:
        """Describe the input and the output layer."""
        self._layers.show_ends(entry, exit_)

    def show_size(self, text: str, tooltip: str) -> None:
        """Show how large the network is."""
        self._size.setText(text)
        self._size.setToolTip(tooltip)

    def show_config(self, config: TrainingConfig) -> None:
        """Show how the network is trained."""
        self._optimizer.field("optimizer").show_value(config.optimizer)
        self._rate.show_value(config.lr)
        self._optimizer_options.set_options(offers.optimizer_options(config.optimizer))
        self._optimizer_options.show_values(config.optimizer_options)
        self._decay.show_values({"weight_decay": config.weight_decay})
        names = ("batch_size", "epochs", "seed")
        values = {name: getattr(config, name) for name in names}
        self._run.show_values({**values, "evaluate_every": config.evaluate_every or 0})
        align_labels(self)

    # ---- words

    def _data_text(self, option: Option) -> Any:
        return offers.text_of(self._dataset.field("dataset").value(), option)

    def _optimizer_text(self, option: Option) -> Any:
        return offers.text_of(self._optimizer.field("optimizer").value(), option)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        headings = {
            "data": (self.tr("Data"), self.tr("What the network learns from.")),
            "network": (self.tr("Network"), self.tr("The layers between the data and the answer.")),
            "optimizer": (self.tr("Optimizer"), self.tr("How gradients become updates of the weights.")),
            "run": (self.tr("Run"), self.tr("How long and in what portions the network learns.")),
        }
        for name, (text, tooltip) in headings.items():
            self._headings[name].setText(text)
            self._headings[name].setToolTip(tooltip)
        self._more.setText(self.tr("More"))
        self._more.setToolTip(self.tr("Show what is seldom changed: the precision of the numbers."))
        self._custom.setToolTip(self.tr("This network is not a plain chain of hidden layers: the form cannot edit it."))
        self._layers.set_activations(offers.activations())
        for form in self.findChildren(OptionsForm):
            form.retranslate()
        self._optimizer.set_texts("lr", *word("config", "lr"))
        align_labels(self)
