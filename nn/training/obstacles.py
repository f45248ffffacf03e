"""Why settings cannot learn some data, as far as that can be told beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from nn.datasets.base import Dataset
from nn.datasets.recipe import Recipe
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network import NetworkSpec
from nn.training.batch_feed import iterations_per_epoch
from nn.training.config import TrainingConfig

_STRAIGHT = ("Identity",)  # what such layers make of a straight line is one
_FLAT = ("Step",)  # their derivative is 0 wherever there is one
_SAME = ("constant", "zeros")
_ABSURD_RATE = 10.0
_ABSURD_STEP = 1.0  # of those optimizers that take steps of the rate's own size, whatever the gradient
_OWN_SIZE = ("Adam", "AdaGrad", "RMSprop")
_TOO_FEW = 40  # times fewer updates than the recipe has


def obstacles(
    spec: NetworkSpec, config: TrainingConfig, data: Dataset, recipe: Recipe, done: int = 0
) -> Iterator[Message]:
    """Give the reasons why a network does not learn these data with this configuration, the plainest first.

    Parameters
    ----------
    spec, config, data
        What is to be trained, and how.
    recipe : Recipe
        How the data are learned.
    done : int
        Updates that the network has had already.
    """
    bends = [layer.kind for layer in spec.layers if LAYERS[layer.kind].elementwise and layer.kind not in _STRAIGHT]
    if recipe.needs_hidden and not bends:
        yield Message("Without a hidden layer that bends, the boundary stays a straight line: these data need a curve.")
    flat = next((kind for kind in bends if kind in _FLAT), "")
    if flat:
        yield Message("The derivative of {activation} is 0: the layers before it do not learn.", activation=flat)
    if not done and _begins_the_same(spec):
        yield Message("All neurons of a hidden layer begin with the same weights, and so they stay the same.")
    rate = rate_obstacle(config)
    if rate is not None:
        yield rate
    planned = done + config.epochs * iterations_per_epoch(data, config)
    wanted = recipe.epochs * -(-len(data.x) // recipe.batch_size)
    if planned * _TOO_FEW < wanted:
        yield Message(
            "The run is too short: {planned:,} updates, where these data take {wanted:,}.",
            planned=planned,
            wanted=wanted,
        )


def _begins_the_same(spec: NetworkSpec) -> bool:
    affine = [layer for layer in spec.layers if layer.kind == "Affine"]
    return len(affine) > 1 and any(layer.options["initializer"] in _SAME for layer in affine[:-1])


def rate_obstacle(config: TrainingConfig) -> Message | None:
    """Return why nothing is learned with this learning rate, None where something may be."""
    highest = _ABSURD_STEP if config.optimizer in _OWN_SIZE else _ABSURD_RATE
    if config.lr == 0:
        return Message("The learning rate is 0: no update changes anything.")
    if config.lr >= highest:
        return Message("The learning rate {lr:g} is so high that each update overshoots.", lr=config.lr)
    return None
