"""From a recipe of some data to the network and the configuration that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import prod

from nn.datasets.base import Dataset
from nn.datasets.recipe import Recipe
from nn.network import LayerSpec, NetworkSpec
from nn.training.config import TrainingConfig

_PICTURE = 3  # axes of one: channels, height, width
_LEAST_HALVED = 4  # pixels along a side


def suggested_network(recipe: Recipe, data: Dataset) -> NetworkSpec:
    """Return the network that a recipe asks for, with the inputs, outputs and loss of the data."""
    suggested = NetworkSpec.mlp(
        prod(data.input_shape),
        recipe.hidden,
        data.outputs,
        activation=recipe.activation,
        initializer=recipe.initializer,
        loss="IdentityWithLoss" if data.is_regression else "SoftmaxWithLoss",
    )
    if not recipe.filters or len(data.input_shape) != _PICTURE:
        return suggested
    layers = (*_filtering(recipe, min(data.input_shape[1:])), *suggested.layers)
    return replace(suggested, input_shape=data.input_shape, layers=layers)


def _filtering(recipe: Recipe, side: int) -> Iterator[LayerSpec]:
    """Yield convolutions, each with a pooling that halves its pictures as long as there is something to halve."""
    for filters in recipe.filters:
        yield LayerSpec.of("Convolution", filters=filters, same=True, initializer=recipe.initializer)
        yield LayerSpec.of(recipe.activation)
        if side >= _LEAST_HALVED:
            yield LayerSpec.of("Pooling")
            side //= 2


def suggested_training(recipe: Recipe, before: TrainingConfig | None = None) -> TrainingConfig:
    """Return the configuration that a recipe asks for; the seed is that of `before`."""
    return TrainingConfig(
        optimizer=recipe.optimizer,
        lr=recipe.lr,
        batch_size=recipe.batch_size,
        epochs=recipe.epochs,
        seed=0 if before is None else before.seed,
        evaluate_every=recipe.evaluate_every,
    )
