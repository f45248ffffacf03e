"""The form of the training panel: data, network, optimizer and run, below each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from nn.editing.architecture import usual_activation
from nn.initializers import SCALED_INITIALIZERS
from playground.panels import registered_choices as offers
from playground.panels.layer_words import layer_word
from playground.panels.training.layers_editor import HiddenLayer, LayersEditor
from playground.widgets.fields.form_rows import align_labels
from playground.widgets.fields.log_slider import LogSlider
from playground.widgets.fields.options_form import OptionLike, OptionsForm, OptionText
from playground.widgets.layouts import in_column
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nn.choices.options import Option
    from nn.network import NetworkSpec
    from nn.training import TrainingConfig
    from playground.panels.training.blueprint import Blueprint

_LOWEST_RATE, _HIGHEST_RATE = 1e-5, 10.0
_RATE_LIMITS = (0.0, 1e300)  # how training bursts is a lesson, too
_SECTION_GAP = 12  # px
_MOST_NAMED = 5  # samples


class TrainingForm(QWidget):
    """Shows what a network is trained on and how, and tells what a person changed; keeps nothing.

    Signals bring the name of the choice, as in `TrainingConfig` or in the options, and its new value.
    """

    dataset_edited = Signal(str)
    data_option_edited = Signal(str, object)
    layers_edited = Signal(object, str, object)
    network_option_edited = Signal(str, object)
    config_edited = Signal(str, object)
    rate_dragged = Signal(object, int)
    optimizer_option_edited = Signal(str, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: dict[str, QLabel] = {}
        self._forms: list[OptionsForm] = []
        self._layers = LayersEditor(self)
        self._config: TrainingConfig | None = None
        self._column = in_column(of=self, margins=(0, 0, 10, 10), spacing=6)

    # ---- building, a section at a time: all at once would hold up the window

    def build_data(self) -> None:
        """Add the section about the data."""
        self._dataset = self._form(offers.field_text, offers.DATASET)
        self._source = SteadyLabel()
        self._source.setObjectName("dataSource")
        self._source.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._data = self._form(self._data_text)
        self._data.setObjectName("dataOptions")
        self._dataset.option_edited.connect(self._on_dataset_edited)
        self._data.option_edited.connect(self.data_option_edited)
        self._add_section("data", self._dataset, self._source, self._data)

    def build_network(self) -> None:
        """Add the section about the layers."""
        self._custom = QLabel(wordWrap=True)
        self._size = QLabel(objectName="networkSize", wordWrap=True)
        self._network = self._form(offers.field_text, offers.NETWORK)
        self._more = QToolButton(objectName="buttonMore", autoRaise=True)
        self._precision = self._form(offers.field_text, offers.PRECISION)
        parts = (self._layers, self._custom, self._size, self._network, self._more, self._precision)
        self._add_section("network", *parts)
        self._size.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._layers.layers_edited.connect(self.layers_edited)
        self._layers.refused.connect(self.refused)
        self._network.option_edited.connect(self.network_option_edited)
        self._precision.option_edited.connect(self.network_option_edited)
        self._more.clicked.connect(self._on_more_clicked)

    def build_optimizer(self) -> None:
        """Add the section about the update of the weights."""
        self._optimizer = self._form(offers.field_text, offers.OPTIMIZER)
        self._rate = LogSlider(_LOWEST_RATE, _HIGHEST_RATE, _RATE_LIMITS)
        self._rate.setObjectName("lr")
        self._optimizer.add_field("lr", self._rate)
        self._optimizer_options = self._form(self._optimizer_text)
        self._decay = self._form(offers.field_text, offers.AGAINST_EXTREMES)
        self._add_section("optimizer", self._optimizer, self._optimizer_options, self._decay)
        self._rate.value_edited.connect(self._on_rate_edited)
        self._rate.value_dragged.connect(self.rate_dragged)
        self._rate.refused.connect(self.refused)
        self._optimizer.option_edited.connect(self.config_edited)
        self._optimizer_options.option_edited.connect(self.optimizer_option_edited)
        self._decay.option_edited.connect(self.config_edited)

    def build_run(self, *below: QWidget) -> None:
        """Add the section about the length of a run, the last one, with what stands below its fields."""
        self._run = self._form(offers.field_text, offers.RUN)
        self._run.option_edited.connect(self.config_edited)
        self._drawing = self._form(offers.field_text, offers.REPLACEMENT)
        self._drawing.option_edited.connect(self.config_edited)
        self._put_back = QPushButton(objectName="buttonPutBack")
        self._put_back.clicked.connect(self._on_put_back_clicked)
        self._add_section("run", self._run, self._drawing, self._put_back, *below)
        self._show_more(False)
        self._column.addStretch(1)

    def _form(self, text_of: Callable[[OptionLike], OptionText], options: tuple[Option, ...] = ()) -> OptionsForm:
        form = OptionsForm(text_of, self)
        form.set_options(options)
        form.refused.connect(self.refused)
        self._forms.append(form)
        return form

    def _add_section(self, name: str, *parts: QWidget) -> None:
        heading = self._headings[name] = QLabel()
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._column.addWidget(heading)
        for part in parts:
            self._column.addWidget(part)
        self._column.addSpacing(_SECTION_GAP)

    # ---- what a person does

    @Slot(str, object)
    def _on_dataset_edited(self, _option: str, name: str) -> None:
        self.dataset_edited.emit(name)

    @Slot(object)
    def _on_rate_edited(self, value: float) -> None:
        self.config_edited.emit("lr", value)

    # ---- what is shown

    def show_dataset(self, name: str, options: Mapping[str, Any]) -> None:
        """Show which data a network learns from."""
        self._dataset.show_values({"dataset": name})
        self._show_source(str(options.get("path", "")))
        self._data.set_options(offers.dataset_options(name, options))
        self._data.show_values(options)
        self._align()

    def _show_source(self, path: str) -> None:
        self._source.setVisible(bool(path))
        self._source.setText(Path(path).name)
        self._source.setToolTip(path)

    def show_network(self, spec: NetworkSpec, blueprint: Blueprint | None) -> None:
        """Show a network; one without a blueprint is described, not edited."""
        plain = blueprint is not None
        for part in (self._layers, self._network):
            part.setVisible(plain)
        self._custom.setVisible(not plain)
        self._custom.setText(" → ".join(layer_word(layer).label for layer in spec.layers))
        self._precision.show_values({"dtype": spec.dtype})
        if blueprint is None:
            return
        self._layers.set_activations(offers.activations(spec))
        first = usual_activation(spec, len(spec.layers) - 1)
        self._layers.set_first_activation(first.kind, first.options)
        self._layers.show_layers(HiddenLayer(*layer) for layer in blueprint.hidden)
        values = dict(blueprint.weights)
        values.update(loss=spec.loss, dropout=blueprint.dropout, normalization=blueprint.normalization is not None)
        self._network.show_values(values)
        self._network.set_shown("scale", values.get("initializer") in SCALED_INITIALIZERS)

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
        self._decay.show_values({"weight_decay": config.weight_decay, "clip_norm": config.clip_norm})
        self._run.show_values({option.name: getattr(config, option.name) for option in offers.RUN})
        self._drawing.show_values({"replacement": config.replacement})
        self._config = config
        self._refresh_seldom()
        self._align()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._show_more(self._precision.isHidden())

    def _show_more(self, shown: bool) -> None:
        self._more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._precision.setVisible(shown)
        self._drawing.setVisible(shown)
        self._refresh_seldom()

    def _refresh_seldom(self) -> None:
        """Show what is seldom chosen where somebody asks for it, or where it was."""
        config = self._config
        clips, left_out = (False, "") if config is None else (config.clip_norm > 0, config.left_out)
        self._decay.set_shown("clip_norm", clips or not self._precision.isHidden())
        self._put_back.setVisible(bool(left_out))
        text = self.tr("Left out: sample {rows}. Put back")
        self._put_back.setText(text.format(rows=", ".join(left_out.split()[:_MOST_NAMED])))
        about = self.tr("No batch holds these training samples. Press to train on them again.")
        describe(self._put_back, self._put_back.text(), about)

    @Slot()
    def _on_put_back_clicked(self) -> None:
        self.config_edited.emit("left_out", "")

    # ---- words

    def _data_text(self, option: OptionLike) -> OptionText:
        return offers.text_of(self._dataset.field("dataset").value(), option)

    def _optimizer_text(self, option: OptionLike) -> OptionText:
        return offers.text_of(self._optimizer.field("optimizer").value(), option)

    def retranslate(self) -> None:
        """Set every text in the language of the moment, when all sections are built."""
        headings = {
            "data": (self.tr("Data"), self.tr("What the network learns from.")),
            "network": (self.tr("Network"), self.tr("The layers between the data and the answer.")),
            "optimizer": (self.tr("Optimizer"), self.tr("How gradients become updates of the weights.")),
            "run": (self.tr("Run"), self.tr("How long and in what portions the network learns.")),
        }
        for name, (text, tooltip) in headings.items():
            self._headings[name].setText(text)
            self._headings[name].setToolTip(tooltip)
        for form in self._forms:
            form.retranslate()
        self._retranslate_network()
        self._refresh_seldom()
        self._optimizer.set_texts("lr", *word("config", "lr"))
        self._run.field("evaluate_every").setSpecialValueText(self.tr("each epoch"))
        self._align()

    def _align(self) -> None:
        self._layers.set_lead_width(align_labels(self._forms))

    def _retranslate_network(self) -> None:
        self._layers.set_activations(offers.activations())
        self._more.setText(self.tr("More"))
        self._more.setToolTip(
            self.tr("Show what is seldom changed: the precision of the numbers, clipping, how batches are drawn.")
        )
        self._custom.setToolTip(self.tr("This network is not a plain chain of hidden layers: the form cannot edit it."))
