"""What is laid out to be convolved: a picture, a filter, and how it slides."""

from __future__ import annotations

from dataclasses import dataclass

from nn.inspection.convolution.named_filters import FILTERS, PICTURES, Rows

SAMPLE, OWN = "sample", "own"
"""The picture that all panels look at; and numbers that a person typed."""
GRADIENTS = ("ones", "counted", "random")
"""What may arrive at the outputs: 1 everywhere, 1, 2, 3 ..., or numbers drawn from -1 to 1."""
SCENES = ("forward", "backward", "pooling", "columns", "output")
"""What can be seen of it, by the names of the stage."""
LARGEST_FILTER = 5


@dataclass(frozen=True)
class ConvolutionSketch:
    """A convolution and a pooling to be tried; immutable, all panels and lessons share it.

    Attributes
    ----------
    picture
        `SAMPLE`, `OWN`, or a name in `nn.inspection.convolution.named_filters.PICTURES`.
    numbers
        The picture of one's own, row by row.
    filter
        `OWN`, or a name in `FILTERS`, whose numbers `weights` has.
    weights, bias, stride, pad
        Of the filter.
    pool, pool_stride
        Size of the window whose largest number is taken, and its stride.
    gradients
        One of `GRADIENTS`.
    scene
        What of it is seen, one of `SCENES`.
    step
        How many places the window has been at; None for all.
    """

    picture: str = SAMPLE
    numbers: Rows = PICTURES["figure 7-3"]
    filter: str = "vertical edges"
    weights: Rows = FILTERS["vertical edges"]
    bias: float = 0.0
    stride: int = 1
    pad: int = 0
    pool: int = 2
    pool_stride: int = 2
    gradients: str = "ones"
    scene: str = "forward"
    step: int | None = None


def resized(weights: Rows, size: int) -> Rows:
    """Return a filter of another size: what is in the middle stays there, the rest is 0."""
    off = (size - len(weights)) // 2

    def weight(row: int, column: int) -> float:
        at = (row - off, column - off)
        return weights[at[0]][at[1]] if all(0 <= i < len(weights) for i in at) else 0.0

    return tuple(tuple(weight(row, column) for column in range(size)) for row in range(size))
