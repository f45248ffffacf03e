"""Arrays of a sketch: its picture, its filter, and what arrives at the outputs."""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

import numpy as np

from nn.inspection.convolution.convolved import Convolved
from nn.inspection.convolution.named_filters import FILTERS, PICTURES
from nn.inspection.convolution.pooled import Pooled
from nn.inspection.convolution.returned import Returned
from nn.inspection.convolution.transposed import columns_transposed, output_transposed
from nn.messages import Message
from nn.windows import window_of
from playground.session.looking.sketch import OWN, SAMPLE, ConvolutionSketch, resized
from playground.widgets.convolution.backward_scene import BackwardScene
from playground.widgets.convolution.forward_scene import ForwardScene
from playground.widgets.convolution.pooling_scene import LargestScene
from playground.widgets.convolution.stage import BACKWARD, COLUMNS, FORWARD, OUTPUT, POOLING
from playground.widgets.convolution.transpose_scene import ColumnsScene, OutputScene

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.arrays import Array
    from nn.inspection.convolution.named_filters import Rows
    from playground.session.looking.sample import Sample
    from playground.widgets.convolution.scene import Scene

_SEED = 0


def picture_of(sketch: ConvolutionSketch, sample: Sample | None) -> Array:
    """Return the picture of a sketch, (H, W).

    Raises
    ------
    ValueError
        Where there is none: the sample is no picture, or there is no sample.
    """
    if sketch.picture == SAMPLE:
        return _sample_picture(sample)
    rows = sketch.numbers if sketch.picture == OWN else PICTURES[sketch.picture]
    return np.array(rows, np.float64)


def _sample_picture(sample: Sample | None) -> Array:
    if sample is None:
        raise ValueError(Message("There is no sample; draw a digit, or choose another picture"))
    x = np.asarray(sample.x[0], np.float64)
    if x.ndim == 3:  # of a colour picture its brightness
        return x.mean(axis=0)
    side = isqrt(x.size)
    if side < 2 or side * side != x.size:
        raise ValueError(
            Message("The sample has {count} numbers, which is no picture; choose another picture", count=x.size)
        )
    return x.reshape(side, side)


def gradients_of(sketch: ConvolutionSketch, shape: tuple[int, int]) -> Array:
    """Return what arrives at the outputs."""
    if sketch.gradients == "ones":
        return np.ones(shape)
    if sketch.gradients == "counted":
        return np.arange(1.0, 1.0 + shape[0] * shape[1]).reshape(shape)
    return np.round(np.random.default_rng(_SEED).uniform(-1, 1, shape), 2)


def scenes_of(sketch: ConvolutionSketch, picture: Array) -> dict[str, Callable[[], Scene]]:
    """Return what makes all that can be stepped through.

    Raises
    ------
    ValueError
        Where the window does not fit into the picture.
    """
    convolved = convolved_of(sketch, picture)
    pooled = pooled_of(sketch, picture)
    dout = gradients_of(sketch, convolved.sweep.output)
    return {
        FORWARD: lambda: ForwardScene(convolved),
        BACKWARD: lambda: BackwardScene(Returned(convolved, dout)),
        POOLING: lambda: LargestScene(pooled, gradients_of(sketch, pooled.sweep.output)),
        COLUMNS: lambda: ColumnsScene(columns_transposed(convolved)),
        OUTPUT: lambda: OutputScene(output_transposed(_two_outputs(sketch, picture, convolved))),
    }


def _two_outputs(sketch: ConvolutionSketch, picture: Array, convolved: Convolved) -> Array:
    """Return what a second filter makes of the picture beside the first: with one, nothing is to be put in order."""
    weights = resized(FILTERS["horizontal edges"], len(sketch.weights))
    return np.stack([convolved.output, convolved_of(sketch, picture, weights).output], axis=-1)[None]


def convolved_of(sketch: ConvolutionSketch, picture: Array, weights: Rows | None = None) -> Convolved:
    """Return the convolution of a sketch, or the same with another filter."""
    w = np.array(sketch.weights if weights is None else weights, np.float64)
    return Convolved(picture[None], w[None], sketch.bias, sketch.stride, sketch.pad)


def pooled_of(sketch: ConvolutionSketch, picture: Array) -> Pooled:
    """Return the pooling of a sketch."""
    return Pooled(picture, window_of(sketch.pool, sketch.pool, sketch.pool_stride))
