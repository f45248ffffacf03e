"""What a registered thing wants beside its class or function: all that it lacks is named, with the file it belongs in.

Section 7 of ARCHITECTURE.md is the same list to read beforehand.
"""

from __future__ import annotations

import importlib
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest

from nn import DATASETS, INITIALIZERS, LAYERS, LOSSES, OPTIMIZERS, LayerSpec, Network, NetworkSpec, TrainingConfig
from nn.exports import EXPORTS, Run, Unfit
from nn.training import Checkpoint
from playground import words
from playground.panels.activations.formula_label import FOLDER as FORMULAS

ROOT = Path(__file__).parents[1]
KOREAN = ROOT / "resources" / "i18n" / "playground_ko.ts"


def file_of(module):
    return Path(importlib.import_module(module).__file__).relative_to(ROOT)


WORDS = {
    "LAYERS": (words.LAYERS, file_of("playground.words.layers")),
    "ACTIVATIONS": (words.ACTIVATIONS, file_of("playground.words.activations")),
    "LOSSES": (words.LOSSES, file_of("playground.words.losses")),
    "OUTPUTS": (words.OUTPUTS, file_of("playground.words.losses")),
    "OPTIMIZERS": (words.OPTIMIZERS, file_of("playground.words.training")),
    "INITIALIZERS": (words.INITIALIZERS, file_of("playground.words.training")),
    "DATASETS": (words.DATASETS, file_of("playground.words.data")),
}


@pytest.fixture(scope="session")
def translated():
    """Every text with a finished translation."""
    return {
        message.findtext("source")
        for message in ET.parse(KOREAN).iter("message")
        if message.find("translation").get("type") is None
    }


@pytest.fixture
def lacks(translated):
    """Give functions that each yield what a thing lacks."""
    return Lacks(translated)


class Lacks:
    def __init__(self, translated):
        self._translated = translated

    def words(self, table, name):
        entries, file = WORDS[table]
        if name not in entries:
            yield f"{file}: {table} has no {name!r}"
        else:
            yield from self._korean(entries[name])

    def option_words(self, owner, options):
        for option in options:
            entry = words.OPTIONS.get(f"{owner}.{option.name}") or words.OPTIONS.get(option.name)
            if entry is None:
                yield f"{file_of('playground.words.options')}: OPTIONS has no '{owner}.{option.name}'"
            else:
                yield from self._korean(entry)

    def class_words(self, classes):
        for name in classes:
            if name not in words.CLASSES and not name.isdecimal():
                yield f"{file_of('playground.words.data')}: CLASSES has no {name!r}"

    def recipe(self, name):
        maker = DATASETS[name]
        if maker.recipe_for is None:
            yield f"{file_of(maker.make.__module__)}: @dataset({name!r}) has no recipe=..., how it is visibly learned"

    def _korean(self, texts):
        return (f"{KOREAN.relative_to(ROOT)}: no Korean for {text!r}" for text in texts if text not in self._translated)

    def formulas(self, name):
        known = tomllib.loads((FORMULAS / "formulas.toml").read_text("utf-8"))
        for way in ("forward", "backward"):
            if way not in known.get(name, {}):
                yield f"{(FORMULAS / 'formulas.toml').relative_to(ROOT)}: [{name}] has no {way}"
            if not (FORMULAS / f"{name}.{way}.svg").exists():
                yield f"{FORMULAS.relative_to(ROOT)}/{name}.{way}.svg: is not there; README.md beside it makes it"

    def export(self, kind, file, run, tmp_path):
        try:
            EXPORTS[kind].write(tmp_path / f"run{EXPORTS[kind].suffix}", run)
        except Unfit as reason:
            if "pip install" not in str(reason):
                yield f"{file}: {reason}"
        except KeyError as key:
            yield f"{file}: does not know {key}"


def nothing_is(missing):
    """Fail with everything that is missing, a line for each."""
    assert not missing, "\n".join(["missing:", *map(str, missing)])


def run_with(*between, loss="SoftmaxWithLoss", optimizer="SGD", initializer="std", start=None):
    affine = LayerSpec.of("Affine", units=2, initializer=initializer)
    spec = NetworkSpec((2,), (affine, *between, affine), loss)
    config = TrainingConfig(optimizer=optimizer)
    return Run(Network(spec), config, 8, DATASETS["circle"](), start=start and start(spec))


def run_of_pictures(layer):
    spec = NetworkSpec((1, 28, 28), (layer, LayerSpec.of("Affine", units=10)))
    return Run(Network(spec), TrainingConfig(), 8, DATASETS["mnist"]())


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_has_all_its_pieces(name, lacks, tmp_path):
    layer = LAYERS[name]
    run = run_of_pictures(LayerSpec(name)) if layer.takes_images else run_with(LayerSpec(name))
    missing = [
        *lacks.words("LAYERS", name),
        *lacks.option_words(name, layer.options),
        *(lacks.words("ACTIVATIONS", name) if layer.elementwise else ()),
        *(lacks.formulas(name) if layer.elementwise and not layer.is_brought else ()),  # its steps are written out
        *lacks.export("numpy", file_of("nn.exports.pieces.numpy_layers"), run, tmp_path),
        *lacks.export("torch", file_of("nn.exports.torch_program"), run, tmp_path),
        *lacks.export("onnx", file_of("nn.exports.onnx_model"), run, tmp_path),
    ]
    nothing_is(missing)


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_has_all_its_pieces(name, lacks, tmp_path):
    run = run_with(loss=name)
    missing = [
        *lacks.words("LOSSES", name),
        *lacks.words("OUTPUTS", name),
        *lacks.formulas(name),
        *lacks.export("numpy", file_of("nn.exports.pieces.numpy_losses"), run, tmp_path),
        *lacks.export("torch", file_of("nn.exports.torch_program"), run, tmp_path),
        *lacks.export("onnx", file_of("nn.exports.onnx_model"), run, tmp_path),
    ]
    nothing_is(missing)


def remembering(optimizer):
    """Return a function that makes a checkpoint in the middle of a run, with everything the optimizer remembers."""

    def made(spec):
        begun = Checkpoint.initial(spec)
        memory = {slot: np.ones_like(begun.params) for slot in OPTIMIZERS[optimizer].slots}
        return Checkpoint(4, begun.params, begun.state, memory, optimizer)

    return made


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_an_optimizer_has_all_its_pieces(name, lacks, tmp_path):
    run = run_with(optimizer=name, start=remembering(name))
    missing = [
        *lacks.words("OPTIMIZERS", name),
        *lacks.option_words(name, OPTIMIZERS[name].options),
        *lacks.export("numpy", file_of("nn.exports.pieces.numpy_optimizers"), run, tmp_path),
        *lacks.export("torch", file_of("nn.exports.torch_program"), run, tmp_path),
    ]
    nothing_is(missing)


@pytest.mark.parametrize("name", INITIALIZERS)
def test_an_initializer_has_all_its_pieces(name, lacks, tmp_path):
    missing = [
        *lacks.words("INITIALIZERS", name),
        *lacks.export("numpy", file_of("nn.exports.program_parts"), run_with(initializer=name), tmp_path),
    ]
    nothing_is(missing)


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_has_all_its_pieces(name, lacks):
    missing = [
        *lacks.words("DATASETS", name),
        *lacks.option_words(name, DATASETS[name].options),
        *(() if name == "file" else lacks.class_words(DATASETS[name]().classes)),  # a person's own have names of theirs
        *lacks.recipe(name),
    ]
    nothing_is(missing)
