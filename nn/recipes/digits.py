"""The recipe of the network that reads drawn digits: ``python -m nn.recipes.digits``.

It learns from MNIST alone. No epoch shows the same pictures: each digit is given habits of writing, is warped and is
drawn anew with another pen, as `Recipe` says.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nn.datasets import DATASETS, Dataset
from nn.digits.augmentation import Inking, Warp
from nn.files.storage import save_network
from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec
from nn.optimizers import Optimizer
from nn.recipes.folding import folded
from nn.recipes.habits import Habits
from nn.training import Iteration, TrainingConfig, iterations_per_epoch, train

SHIPPED = Path(__file__).parents[2] / "resources" / "networks" / "digits.npz"
_AT_ONCE = 500  # pictures augmented together: their arrays stay in the processor's cache
_AVERAGED_EVERY = 10  # iterations
_NORMALIZED, _HALVED, _RELU = (LayerSpec.of(kind) for kind in ("BatchNormalization", "Pooling", "Relu"))


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what the network becomes.

    Attributes
    ----------
    filters : tuple of int
        Filters of 3x3 of each convolution, BatchNormalization behind it, then Pooling for all but the last, and Relu.
    units : int
        Neurons of the hidden Affine, with BatchNormalization and Relu.
    held_back : int
        The last so many training pictures are not learned from: candidates are compared by them.
    epochs, batch_size, seed : int
        As in `TrainingConfig`.
    lr : float
        Adam's learning rate at the start; it falls to 0 along half a cosine.
    memory : float
        Share that the running average of the parameters keeps at each iteration; the average is the result.
    habits, warp, inking
        What happens to each digit, in this order, anew in each epoch.
    """

    filters: tuple[int, ...] = (16, 32, 64)
    units: int = 128
    held_back: int = 5000
    epochs: int = 24
    batch_size: int = 128
    seed: int = 0
    lr: float = 0.002
    memory: float = 0.998
    habits: Habits = field(default_factory=Habits)
    warp: Warp = field(default_factory=Warp)
    inking: Inking = field(default_factory=Inking)

    @property
    def spec(self) -> NetworkSpec:
        """The network while it learns."""
        layers: list[LayerSpec] = []
        *halved, last = self.filters
        for filters in halved:
            layers += [LayerSpec.of("Convolution", filters=filters, size=3, same=True), _NORMALIZED, _HALVED, _RELU]
        layers += [LayerSpec.of("Convolution", filters=last, size=3), _NORMALIZED, _RELU]
        layers += [LayerSpec.of("Affine", units=self.units), _NORMALIZED, _RELU, LayerSpec.of("Affine", units=10)]
        return NetworkSpec((1, 28, 28), tuple(layers))


@dataclass(frozen=True)
class Progress:
    """An epoch done: its mean loss on augmented digits, and the averaged network's accuracy on what was held back."""

    epoch: int
    loss: float
    accuracy: float


def cook(recipe: Recipe, data: Dataset, result: Network) -> Iterator[Progress]:
    """Train as `recipe` says, leaving the averaged network in `result` after every epoch.

    Parameters
    ----------
    recipe : Recipe
        What to do.
    data : Dataset
        MNIST, or a part of it, as `without_held_back` gives it.
    result : Network
        A network of ``recipe.spec``.
    """
    network = Network(recipe.spec, recipe.seed)
    config = TrainingConfig("Adam", lr=recipe.lr, batch_size=recipe.batch_size, seed=recipe.seed, evaluate_every=2**31)
    optimizer = config.build_optimizer()
    per_epoch = iterations_per_epoch(data, config)
    result.load(network.flat_params, network.flat_state)
    for epoch in range(recipe.epochs):
        written = dataclasses.replace(data, x=augmented(data, recipe, epoch))
        losses = []
        for step in train(network, optimizer, written, config, epoch * per_epoch, (epoch + 1) * per_epoch):
            if not isinstance(step, Iteration):
                raise FloatingPointError(f"training diverged: {step}; use a smaller learning rate")
            losses.append(step.loss)
            _cool(optimizer, recipe, step.iteration / (recipe.epochs * per_epoch))
            if step.iteration % _AVERAGED_EVERY == 0:
                _average(result, network, recipe.memory, step.iteration)
        accuracy = result.accuracy(data.x_test * np.float32(data.scale), data.t_test)
        yield Progress(epoch + 1, float(np.mean(losses)), accuracy)


def without_held_back(data: Dataset, recipe: Recipe) -> Dataset:
    """Return data to learn from, with the pictures that the recipe holds back in the place of the test pictures."""
    kept, held = slice(len(data.x) - recipe.held_back), slice(len(data.x) - recipe.held_back, None)
    return dataclasses.replace(data, x=data.x[kept], t=data.t[kept], x_test=data.x[held], t_test=data.t[held])


def augmented(data: Dataset, recipe: Recipe, epoch: int) -> npt.NDArray[np.uint8]:
    """Return the training pictures of one epoch, shape (N, 784); they depend on (seed, epoch) alone."""
    rng = np.random.default_rng([recipe.seed, epoch, 1])  # not the stream of the shuffles
    pictures = np.empty_like(data.x)
    for start in range(0, len(data.x), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        x = data.x[part] * np.float32(data.scale)
        x = recipe.inking(recipe.warp(recipe.habits(x, data.t[part], rng), rng), rng)
        pictures[part] = np.rint(x / np.float32(data.scale))
    return pictures


def _cool(optimizer: Optimizer, recipe: Recipe, done: float) -> None:
    optimizer.lr = recipe.lr * 0.5 * (1 + math.cos(math.pi * done))


def _average(result: Network, network: Network, memory: float, iteration: int) -> None:
    # A short memory at first: the average forgets the random start.
    kept = min(memory, iteration / (iteration + 20)) ** _AVERAGED_EVERY
    for average, present in (
        (result.flat_params, network.flat_params),
        (result.flat_state, network.flat_state),
    ):
        average += (1 - kept) * (present - average)


def rounded(network: Network) -> Network:
    """Return a copy with parameters rounded to float16, which halves the file and changes no figure."""
    copy = Network(network.spec)
    copy.load(network.flat_params.astype(np.float16).astype(network.flat_params.dtype), network.flat_state)
    return copy


def main(arguments: list[str] | None = None) -> None:
    """Cook the network that the program ships with and write it to a file."""
    parser = argparse.ArgumentParser(prog="python -m nn.recipes.digits", description=main.__doc__)
    parser.add_argument("--output", type=Path, default=SHIPPED)
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    options = parser.parse_args(arguments)
    recipe = Recipe(epochs=options.epochs, seed=options.seed)
    data = DATASETS["mnist"]()
    network = Network(recipe.spec)
    started = time.perf_counter()
    for progress in cook(recipe, without_held_back(data, recipe), network):
        seconds = time.perf_counter() - started
        sys.stdout.write(
            f"epoch {progress.epoch}: loss {progress.loss:.4f}, held back {progress.accuracy:.2%}, {seconds:.0f} s\n"
        )
        sys.stdout.flush()
    shipped = rounded(folded(network))
    accuracy = shipped.accuracy(data.x_test * np.float32(data.scale), data.t_test)
    notes = {"recipe": dataclasses.asdict(recipe), "mnist_test_accuracy": accuracy}
    save_network(options.output, shipped, notes)
    sys.stdout.write(f"{options.output}: {accuracy:.2%} of the 10,000 test images\n")


if __name__ == "__main__":
    main()
