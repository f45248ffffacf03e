"""Choices that forms offer: the registries of `nn`, in words and limits for fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nn.choices.options import Option
from nn.datasets import DATASETS
from nn.datasets.file import PREPARING
from nn.initializers import INITIALIZERS
from nn.layers import LAYERS, offered
from nn.losses import LOSSES
from nn.network.spec import DTYPES
from nn.optimizers import OPTIMIZERS
from nn.training import TrainingConfig
from playground.panels.layer_words import key_of, layer_word, own_layers
from playground.session.document.kept_data import IMPORTED
from playground.widgets.fields.options_form import OptionLike, OptionText
from playground.widgets.fields.quiet_fields import Choice
from playground.words import option_word, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nn.network.spec import NetworkSpec

_REGISTRIES: Mapping[str, Mapping[str, Any]] = {
    "layer": LAYERS,
    "loss": LOSSES,
    "optimizer": OPTIMIZERS,
    "initializer": INITIALIZERS,
    "dataset": DATASETS,
}

_BOOKS_ORDER = (
    *("SoftmaxWithLoss", "SigmoidWithLoss", "IdentityWithLoss"),
    *("SGD", "Momentum", "Nesterov", "AdaGrad", "RMSprop", "Adam"),
)
"""What comes one after the other in the book; what is not in it follows."""


def _in_books_order(names: Iterable[str]) -> tuple[str, ...]:
    places = {name: place for place, name in enumerate(_BOOKS_ORDER)}
    return tuple(sorted(names, key=lambda name: places.get(name, len(places))))


_AFFINE = {option.name: option for option in LAYERS["Affine"].options}
_CONFIG = {option.name: option for option in TrainingConfig.options}

# Made when this module is imported, in a thread: reading the registries imports all of `nn`.
ACTIVATIONS = tuple(name for name in offered() if LAYERS[name].elementwise)
BROUGHT_ACTIVATIONS = tuple(name for name, layer in LAYERS.items() if layer.elementwise and layer.is_brought)
DATASET = (Option("dataset", "mnist", choices=tuple(DATASETS)),)
NETWORK = (
    Option("loss", "SoftmaxWithLoss", choices=_in_books_order(LOSSES)),
    _AFFINE["initializer"],
    _AFFINE["scale"],
    Option("dropout", 0.0, 0.0, 0.99),
    Option("normalization", False),
)
PRECISION = (Option("dtype", "float32", choices=DTYPES),)
OPTIMIZER = (Option("optimizer", "Adam", choices=_in_books_order(OPTIMIZERS)),)
AGAINST_EXTREMES = (_CONFIG["weight_decay"], _CONFIG["clip_norm"])
REPLACEMENT = (_CONFIG["replacement"],)
RUN = (
    _CONFIG["batch_size"],
    _CONFIG["epochs"],
    _CONFIG["seed"],
    replace(_CONFIG["evaluate_every"], maximum=1_000_000),  # with a limit it is a spin box, which can say "each epoch"
    _CONFIG["threads"],
)


def config_option(name: str) -> Option:
    """Give a setting of training by its name."""
    return _CONFIG[name]


def choices(family: str, names: Iterable[str]) -> tuple[Choice, ...]:
    """Give the registered things of these names as entries of a combo box."""
    return tuple(Choice(name, *word(family, name)) for name in names)


def activations(spec: NetworkSpec | None = None) -> tuple[Choice, ...]:
    """Give the layers that work on each number alone, as entries of a combo box; those that a network has, too."""
    own = () if spec is None else (layer for layer in own_layers(spec) if LAYERS[layer.kind].elementwise)
    return *choices("layer", ACTIVATIONS), *(Choice(key_of(layer), *layer_word(layer)) for layer in own)


def activation_options(name: str) -> tuple[Option, ...]:
    """Give what can be chosen of an activation."""
    return tuple(option for option in LAYERS[name].options if option.is_chosen)


def dataset_options(name: str, chosen: Mapping[str, Any]) -> tuple[Option, ...]:
    """Give the options of a dataset; how a person's file is read was settled in the dialog that imported it."""
    return _file_options(chosen) if name == IMPORTED else DATASETS[name].options


def _file_options(chosen: Mapping[str, Any]) -> tuple[Option, ...]:
    """Give what matters for the kind of file, which the options tell that were chosen when it was imported."""
    left_out = () if chosen.get("task") == "values" else ("target_zero", "target_unit")
    if "side" in chosen:  # a folder of pictures, which are divided by 255 in any case
        left_out = (*left_out, "standardise")
    return tuple(option for option in PREPARING if option.name not in left_out)


def optimizer_options(name: str) -> tuple[Option, ...]:
    """Give the options of an optimizer."""
    return OPTIMIZERS[name].options


def text_of(owner: str, option: OptionLike) -> OptionText:
    """Give the texts of an option of a registered thing, with the texts of its choices."""
    return OptionText(*option_word(owner, option.name, option.help), _option_choices(option))


def field_text(option: OptionLike) -> OptionText:
    """Give the texts of a choice that is the training form's own."""
    return OptionText(*word("config", option.name), _option_choices(option))


def _option_choices(option: OptionLike) -> tuple[Choice, ...]:
    if option.name in _REGISTRIES:
        return choices(option.name, option.choices)
    return tuple(Choice(name, name) for name in option.choices)
