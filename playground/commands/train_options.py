"""The command line of ``train``, and the state that it describes."""

from __future__ import annotations

import argparse
from dataclasses import replace
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nn.datasets import DATASETS
from nn.datasets.recipe import Recipe
from nn.editing.architecture import build
from nn.initializers import INITIALIZERS
from nn.layers.base import LAYERS, offered
from nn.losses.base import LOSSES
from nn.messages import printable
from nn.network.presets import PRESETS
from nn.network.spec import DTYPES
from nn.optimizers import OPTIMIZERS
from nn.replay import Way, Waypoint
from nn.training import Checkpoint, TrainingConfig, suggested_network, suggested_training
from playground.commands.endings import USAGE, Refusal
from playground.commands.stored import dataset, open_stored
from playground.session.document.kept_data import keep
from playground.session.document.saved import SavedDocument
from playground.session.document.state import DatasetChoice, DocumentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nn.choices.options import Option, OptionValue
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.session.document.kept_way import KeptWay

_FOR_ANY = Recipe((50,), "Relu", "He", "Adam", lr=0.001, batch_size=100, epochs=20)
"""For data that come without a recipe."""
_NETWORK = ("data", "data_option", "network", "hidden", "activation", "initializer", "loss", "dtype")
_LAYERS = ("hidden", "activation", "initializer")
"""What a network of the book says itself."""
_RECIPE = "as the data's recipe says"
_SIDE = 28  # pixels to which pictures of a folder are brought
_OUTPUT = Path("network.safetensors")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    files = parser.add_argument_group("files")
    files.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="where the network goes: .safetensors keeps all "
        "that is needed to go on bit for bit, .npz the weights (network.safetensors)",
    )
    files.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="a document to go on with, bit for bit, or weights; without, a new network is made",
    )
    files.add_argument("--resume", type=Path, help=argparse.SUPPRESS)  # its older name
    files.add_argument("--force", action="store_true", help="replace the output if it is there already")
    add_network_options(parser)
    training = add_training_options(parser)
    training.add_argument("--iterations", type=int, metavar="N", help="updates in all, in place of --epochs")
    training.add_argument("--quiet", action="store_true", help="tell only the end")


def add_network_options(parser: argparse.ArgumentParser) -> None:
    """Describe what a new network is and what it learns from."""
    network = parser.add_argument_group("the network and its data, for a new one")
    _add_choice(network, "--data", DATASETS, "mnist")
    network.add_argument("--data-option", action="append", metavar="NAME=VALUE", help="such as samples=200")
    _add_choice(network, "--network", PRESETS, "layers as --hidden says")
    network.add_argument("--hidden", metavar="UNITS", help=f"neurons of the hidden layers, such as 100,50 ({_RECIPE})")
    _add_choice(network, "--activation", [name for name in offered() if LAYERS[name].elementwise], _RECIPE)
    _add_choice(network, "--initializer", INITIALIZERS, _RECIPE)
    _add_choice(network, "--loss", LOSSES, "as the data need")
    network.add_argument("--dtype", choices=DTYPES, help="precision (float32)")


def add_training_options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Describe how it is trained; return the group, to which more may be added."""
    about = "what is not given, the recipe of the data says; with FILE, that does"
    training = parser.add_argument_group("training", about)
    _add_choice(training, "--optimizer", OPTIMIZERS, _RECIPE)
    training.add_argument("--optimizer-option", action="append", metavar="NAME=VALUE", help="such as momentum=0.95")
    for option in TrainingConfig.options:
        name = f"--{option.name.replace('_', '-')}"
        if isinstance(option.default, bool):
            training.add_argument(name, action=argparse.BooleanOptionalAction, help=option.help)
            continue
        training.add_argument(name, type=type(option.default), metavar="N", help=f"{option.help} ({option.default})")
    return training


def _add_choice(group: argparse._ArgumentGroup, option: str, names: Iterable[str], default: str) -> None:
    known = sorted(names)
    group.add_argument(option, choices=known, metavar="NAME", help=f"{', '.join(known)} ({default})")


def beginning(options: argparse.Namespace) -> SavedDocument:
    """Return the document that training begins with: of one that goes on, all that it holds besides stays in it.

    Raises
    ------
    Refusal
        If the options do not fit each other, or the file to go on with is not sound.
    """
    options.resume = options.file or options.resume
    try:
        return _resumed(options) if options.resume else SavedDocument(_new(options))
    except (TypeError, ValueError) as error:
        raise Refusal(USAGE, str(error)) from error


def _resumed(options: argparse.Namespace) -> SavedDocument:
    given = [f"--{name.replace('_', '-')}" for name in _NETWORK if getattr(options, name) is not None]
    if given:
        raise Refusal(USAGE, f"{', '.join(given)}: {printable(str(options.resume))} says that already; leave it out")
    stored = open_stored(options.resume)
    if stored.choice is None:
        raise Refusal(
            USAGE, f"{printable(str(options.resume))} does not name the data it learned from; only a document goes on"
        )
    config = _config(options, stored.config)
    if stored.document is not None:  # replaced numbers held for the pass that was stepped through
        return replace(stored.document, state=replace(stored.document.state, config=config, overrides=()))
    return SavedDocument(DocumentState(stored.spec, stored.checkpoint, config, stored.choice, stored.history))


def begun_way(kept: KeptWay | None, state: DocumentState, data: Dataset) -> Way:
    """Return the way on which training goes on: that of the file, or one that begins where the file stands."""
    here = Waypoint(state.checkpoint, state.spec, state.config, data, state.dataset)
    if kept is None:
        return Way.begin(here)
    way = kept.way.with_data(lambda leg: data if leg.source == state.dataset else None)
    return way.through(here, is_edited=kept.is_edited)


def _new(options: argparse.Namespace) -> DocumentState:
    options.output = options.output or _OUTPUT
    name = options.data or "mnist"
    choice = DatasetChoice(name, _chosen(options.data_option, DATASETS[name].options))
    data, choice = _data(choice)
    recipe_for = DATASETS[name].recipe_for
    recipe = _FOR_ANY if recipe_for is None else recipe_for(data)
    spec = suggested_network(_with_network(recipe, options), data)
    if options.network is not None:
        spec = _of_the_book(options, spec, data)
    changes = {name: getattr(options, name) for name in ("loss", "dtype") if getattr(options, name) is not None}
    spec = replace(spec, **changes)
    config = _config(options, _for_optimizer(suggested_training(recipe), options.optimizer))
    return DocumentState(spec, Checkpoint.initial(spec, config.seed), config, keep(choice, data))


def _data(choice: DatasetChoice) -> tuple[Dataset, DatasetChoice]:
    """Return the data of a choice, and the choice itself with what is found out about a folder of pictures."""
    if not Path(str(choice.options.get("path", ""))).is_dir() or choice.name != "file":
        return dataset(choice), choice
    asked = replace(choice, options={"side": _SIDE, "colour": "auto", **choice.options})
    data = dataset(asked)
    colour = "yes" if len(data.input_shape) > 1 else "no"
    return data, replace(asked, options={**asked.options, "colour": colour})


def _with_network(recipe: Recipe, options: argparse.Namespace) -> Recipe:
    """Return a recipe with what the command line says of the network."""
    given = {name: getattr(options, name) for name in ("activation", "initializer")}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if options.hidden is not None:
        changes["hidden"] = tuple(int(units) for units in options.hidden.split(",") if units)
    return replace(recipe, **changes)


def _of_the_book(options: argparse.Namespace, suggested: NetworkSpec, data: Dataset) -> NetworkSpec:
    """Return a network of the book for some data."""
    given = [f"--{name}" for name in _LAYERS if getattr(options, name) is not None]
    if given:
        raise Refusal(USAGE, f"{', '.join(given)}: --network {options.network} says that already; leave it out")
    spec = build(suggested, options.network).spec
    if prod(spec.input_shape) != prod(data.input_shape):
        wanted, got = ("x".join(map(str, shape)) for shape in (spec.input_shape, data.input_shape))
        reads = f"{options.network} reads pictures of {wanted}, but a sample of {data.name} is {got}"
        raise Refusal(USAGE, f"{reads}; take --data mnist, or --hidden in place of --network")
    return spec


def _for_optimizer(config: TrainingConfig, optimizer: str | None) -> TrainingConfig:
    """Return a recipe's configuration without its learning rate where another optimizer is to use it."""
    return config if optimizer in (None, config.optimizer) else replace(config, lr=TrainingConfig.lr)


def _config(options: argparse.Namespace, before: TrainingConfig) -> TrainingConfig:
    """Return the configuration with what the command line says in place of what was before."""
    given = {option.name: getattr(options, option.name) for option in TrainingConfig.options}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    optimizer = options.optimizer or before.optimizer
    kept = before.optimizer_options if optimizer == before.optimizer else {}
    own = _chosen(options.optimizer_option, OPTIMIZERS[optimizer].options)
    return replace(before, optimizer=optimizer, optimizer_options={**kept, **own}, **changes)


def _chosen(texts: Sequence[str] | None, known: Sequence[Option]) -> dict[str, OptionValue]:
    """Return the options in texts such as ``noise=0.1``, each in the type of its default."""
    types = {option.name: type(option.default) for option in known}
    chosen: dict[str, OptionValue] = {}
    for text in texts or ():
        name, equals, value = text.partition("=")
        if not equals or name not in types:
            raise ValueError(f"{text!r} is no option; known are {', '.join(types) or 'none'}, as NAME=VALUE")
        chosen[name] = value == "true" if types[name] is bool else types[name](value)
    return chosen
