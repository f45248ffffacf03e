"""Fitting a network to other data, and the part of its learning that survives an edit."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nn.editing.architecture import matched
from nn.editing.transplant import transplant
from nn.layers import LAYERS
from nn.messages import Message
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import check_batches

if TYPE_CHECKING:
    from nn.arrays import Shape
    from nn.datasets.base import Dataset
    from nn.training import Checkpoint


VALUE_LOSS = "IdentityWithLoss"
"""The one loss for targets that are values and no classes."""
LARGEST = 2 * 2**30
"""Bytes a network may need to train: a larger one is a slip of the keyboard that would freeze the window."""


def adapt(spec: NetworkSpec, data: Dataset) -> NetworkSpec:
    """Return `spec` with the inputs, outputs and loss that `data` needs, its hidden layers as they are.

    Layers of pictures stay where the data are pictures as large as before, and make way where they are not.
    """
    layers = list(spec.layers)
    affine = [index for index, layer in enumerate(layers) if layer.kind == "Affine"]
    if affine:
        last = layers[affine[-1]]
        layers[affine[-1]] = LayerSpec.of("Affine", **{**last.options, "units": data.outputs})
    else:
        layers.append(LayerSpec.of("Affine", units=data.outputs))
    loss = _loss_for(data, spec.loss)
    if any(LAYERS[layer.kind].takes_images for layer in layers):
        if math.prod(spec.input_shape) == math.prod(data.input_shape):
            return replace(spec, layers=tuple(layers), loss=loss)
        first = next(index for index, layer in enumerate(layers) if layer.kind == "Affine")
        layers = layers[first:]
    return replace(spec, input_shape=data.input_shape, layers=tuple(layers), loss=loss)


def _loss_for(data: Dataset, present: str) -> str:
    """Keep the present loss if it suits the data: classes or numbers."""
    if not data.classes:
        return VALUE_LOSS
    return "SoftmaxWithLoss" if present == VALUE_LOSS else present


def suits(loss: str, data: Dataset) -> bool:
    """Say whether a loss can measure how far a network is from the targets: values are no classes."""
    return bool(data.classes) or loss == VALUE_LOSS


def check_loss(loss: str, data: Dataset) -> None:
    """Raise ValueError, with the way out, if a loss cannot measure the error on `data`."""
    if not suits(loss, data):
        raise ValueError(
            Message(
                "{data} has values for targets, no classes; {loss} needs classes: choose {loss_of_values}",
                data=data.name,
                loss=loss,
                loss_of_values=VALUE_LOSS,
            )
        )


def check_fits(spec: NetworkSpec, data: Dataset) -> None:
    """Raise ValueError, with the way out, if a network cannot learn from `data`."""
    given, taken = math.prod(data.input_shape), math.prod(spec.input_shape)
    if given != taken:
        raise ValueError(
            Message(
                "{data} gives {given} numbers a sample, the network takes {taken}; choose the dataset again",
                data=data.name,
                given=given,
                taken=taken,
            )
        )
    check_loss(spec.loss, data)
    wanted = data.outputs
    if not has_outputs_for(spec, data):
        raise ValueError(
            Message(
                "{data} needs {wanted} outputs, the last layer gives {outputs}; set its units to {wanted}",
                data=data.name,
                wanted=wanted,
                outputs=spec.outputs,
            )
        )


def has_outputs_for(spec: NetworkSpec, data: Dataset) -> bool:
    """Say whether a network has an output for each class; two classes need one only, unless they share a softmax."""
    one_for_two = spec.outputs == 1 and len(data.classes) == 2 and spec.loss != "SoftmaxWithLoss"
    return spec.outputs == data.outputs or one_for_two


def check_mini_batches(spec: NetworkSpec, data: Dataset, batch_size: int, *, replacement: bool = False) -> None:
    """Raise ValueError if a mini-batch would be too small for a layer."""
    try:
        check_batches(spec, data, batch_size, replacement=replacement)
    except ValueError as error:  # only one layer asks for a least number of samples
        raise ValueError(
            Message(
                "Batch normalization needs at least 2 samples in every batch, but {count:,} samples in batches of "
                "{size} leave one of 1: choose another batch size.",
                count=len(data.x),
                size=batch_size,
            )
        ) from error


def check_size(spec: NetworkSpec, batch_size: int) -> None:
    """Raise ValueError, with the way out, if a network is too large to be built while a person waits."""
    need = spec.memory(batch_size)
    if need > LARGEST:
        raise ValueError(
            Message(
                "this network needs {needed:.1f} GB to train, at most {most:.0f} GB are allowed; use fewer units "
                "or a smaller batch",
                needed=need / 2**30,
                most=LARGEST / 2**30,
            )
        )
    spec.check_memory(batch_size)


def carry_over(checkpoint: Checkpoint, old: NetworkSpec, new: NetworkSpec, seed: int) -> Checkpoint:
    """Return a checkpoint for `new` that keeps of `checkpoint` what still fits.

    The layers of both are compared in their order; parts that fit are kept with what the optimizer remembers of
    them, the other weights are drawn from `seed`. An edit that knows which layer comes from which is better
    served by `nn.editing.transplant`.
    """
    return transplant(matched(old, new), checkpoint, seed)


def is_pristine(checkpoint: Checkpoint, spec: NetworkSpec, seed: int) -> bool:
    """Say whether a network is as it was drawn from `seed`: nobody has trained or changed it."""
    if checkpoint.iteration:
        return False
    drawn = Network(spec, seed)
    return np.array_equal(checkpoint.params, drawn.flat_params) and np.array_equal(checkpoint.state, drawn.flat_state)


def same_parameters(old: NetworkSpec, new: NetworkSpec) -> bool:
    """Say whether every learned and remembered number has the same place in both networks."""
    return old.dtype == new.dtype and _places(old) == _places(new)


def _places(spec: NetworkSpec) -> list[tuple[dict[str, Shape], dict[str, Shape]]]:
    return [(dict(plan.params), dict(plan.state)) for plan in spec.plans if plan.params or plan.state]
