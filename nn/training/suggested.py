"""From a recipe of some data to the network and the configuration that it asks for."""

from __future__ import annotations

from math import prod

from nn.datasets.base import Dataset
from nn.datasets.recipe import Recipe
from nn.network import NetworkSpec
from nn.training.config import TrainingConfig


def suggested_network(recipe: Recipe, data: Dataset) -> NetworkSpec:
    """Return the network that a recipe asks for, with the inputs, outputs and loss of the data."""
    return NetworkSpec.mlp(
        prod(data.input_shape),
        recipe.hidden,
        data.outputs,
        activation=recipe.activation,
        initializer=recipe.initializer,
        loss="IdentityWithLoss" if data.is_regression else "SoftmaxWithLoss",
    )


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
