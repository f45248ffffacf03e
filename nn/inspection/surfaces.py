"""The surfaces of a network with two inputs over a piece of the plane, at every neuron at once."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nn.arrays import Array
from nn.datasets.base import Dataset
from nn.messages import Message
from nn.network import Network, NetworkSpec

Area = tuple[float, float, float, float]
"""A piece of the plane: smallest and largest x1, smallest and largest x2."""

USUAL_AREA: Area = (-6.0, 6.0, -6.0, 6.0)
"""Where there are no points to show: what holds those of the toy datasets."""
FULL = 1.25
"""Times the root mean square of a layer's values over the plane: the size that gets the full colour."""
_MARGIN = 0.08  # share of the points' span around them
_NEARLY = 0.15  # share of the span by which points may lie askew of the origin and still have it in their middle
_LEAST_MARGIN = 0.5  # so that four points of a gate lie well inside, too


class Surfaces:
    """Sends a grid of points through a copy of a network: the network itself keeps its last sample.

    Parameters
    ----------
    spec : NetworkSpec
        A network with two inputs.
    area : Area
        What the grid covers.
    side : int
        Points along each side; each stands in the middle of its cell.

    Attributes
    ----------
    values : tuple of ndarray, each of shape (side * side, ...)
        The grid itself, then what comes out of every layer; rows from the top. Every `update` overwrites them.
    flat : ndarray of one axis
        The memory of all `values`, one after the other: what is done to all of them takes a few calls.
    output : ndarray, shape (side * side, C)
        What the network says: the loss's output activation of the scores.

    Raises
    ------
    ValueError
        If the network does not have two inputs.
    """

    def __init__(self, spec: NetworkSpec, area: Area, side: int) -> None:
        if not is_plane(spec):
            raise ValueError(
                Message(
                    "the network takes {shape}; only one with 2 inputs has surfaces over the plane",
                    shape=spec.input_shape,
                )
            )
        self.spec, self.area, self.side = spec, area, side
        self._network = Network(spec, None)
        shapes = [(side * side, *shape) for shape in (spec.input_shape, *(plan.output for plan in spec.plans))]
        ends = np.cumsum([math.prod(shape) for shape in shapes]).tolist()
        self.flat: Array = np.empty(ends[-1], spec.dtype)
        self.values = tuple(
            self.flat[end - math.prod(shape) : end].reshape(shape) for end, shape in zip(ends, shapes, strict=True)
        )
        self.values[0][...] = grid_points(area, side).reshape(shapes[0])
        self.output: Array = self.values[-1]

    def update(self, network: Network) -> None:
        """Compute everything with the present weights of a network of the same spec."""
        for _ in self.updating(network, self.side):
            pass

    def updating(self, network: Network, rows: int) -> Iterator[None]:
        """Compute everything as `update` does, so many rows of the grid at a time, with a pause after each.

        The weights are those of the beginning; `output` is there at the end.
        """
        self._network.load(network.flat_params, network.flat_state)
        for first in range(0, self.side, rows):
            with np.errstate(all="ignore"):  # a network that diverged gives NaN, which is shown
                self._compute(slice(first * self.side, (first + rows) * self.side))
            yield
        with np.errstate(all="ignore"):
            self.output = self._network.loss_layer.activation(self.values[-1])

    def _compute(self, points: slice) -> None:
        values = [each[points] for each in self.values]
        for layer, x, out in zip(self._network.layers.values(), values, values[1:], strict=False):
            given = layer.forward(x, out=out)
            if given is not out:  # another shape of the same numbers, or of the input itself
                out[...] = given.reshape(out.shape)


def is_plane(spec: NetworkSpec) -> bool:
    """Say whether a network takes two numbers: then the plane shows all it can be asked."""
    return math.prod(spec.input_shape) == 2


def full_size(values: Array) -> float:
    """Return the size that gets the full colour in the pictures of a layer: that of the usual values, and some more."""
    numbers = values[np.isfinite(values)].astype(np.float64)
    return FULL * math.sqrt(float(np.square(numbers).mean())) if len(numbers) else 1.0


def grid_points(area: Area, side: int) -> npt.NDArray[np.float64]:
    """Return the middles of side x side cells, shape (side * side, 2), in rows from the top left."""
    left, right, bottom, top = area
    middles = (np.arange(side) + 0.5) / side
    x1, x2 = np.meshgrid(left + middles * (right - left), top - middles * (top - bottom))
    return np.column_stack((x1.ravel(), x2.ravel()))


def area_of(made: Dataset | None, data: Dataset | None) -> Area:
    """Return a square that holds all points, with a margin.

    Parameters
    ----------
    made : Dataset or None
        The data as they were made. They decide, so that the plane stands still while points are edited.
    data : Dataset or None
        The same with a person's points, for which there is always room.
    """
    places = [_places(each) for each in (made or data, data)]
    if not any(map(len, places)):
        return USUAL_AREA
    area = _square_around(places[0]) if len(places[0]) else USUAL_AREA
    return area if _holds(area, places[1]) else _square_around(np.concatenate(places))


def _places(data: Dataset | None) -> npt.NDArray[np.float64]:
    if data is None or math.prod(data.input_shape) != 2:
        return np.empty((0, 2))
    both = np.concatenate((data.x, data.x_test)).reshape(-1, 2)
    return both[np.isfinite(both).all(axis=1)] * data.scale


def _holds(area: Area, places: npt.NDArray[np.float64]) -> bool:
    left, right, bottom, top = area
    x1, x2 = places.T
    return bool(((x1 >= left) & (x1 <= right) & (x2 >= bottom) & (x2 <= top)).all())


def _square_around(places: npt.NDArray[np.float64]) -> Area:
    low, high = places.min(axis=0), places.max(axis=0)
    span = float((high - low).max()) or 2.0
    step = 0.5 if span >= 1 else span / 2  # of the square's middle and size, so that the numbers on its axes are round
    middle = np.rint((low + high) / 2 / step) * step
    middle[np.abs(low + high) / 2 < _NEARLY * span] = 0
    reach = float(np.maximum(high - middle, middle - low).max())
    half = math.ceil((reach + max(_MARGIN * span, min(_LEAST_MARGIN, span / 2))) / step - 1e-9) * step
    x1, x2 = middle.tolist()
    return x1 - half, x1 + half, x2 - half, x2 + half


@dataclass(frozen=True)
class Meaning:
    """What the outputs of a network say about a sample, such as a place in the plane.

    Attributes
    ----------
    classes : tuple of str
        Names of the classes; empty where the output is a value.
    limit : float
        The size of a value that is large for these data.
    """

    classes: tuple[str, ...] = ()
    limit: float = 1.0

    @classmethod
    def of(cls, spec: NetworkSpec, data: Dataset | None) -> Meaning:
        """Read the outputs by the data if they fit, else by the loss alone."""
        if data is not None and math.prod(data.input_shape) == math.prod(spec.input_shape):
            if data.classes and spec.outputs == (1 if _is_yes_or_no(spec, data) else len(data.classes)):
                return cls(data.classes)
            if data.is_regression and spec.outputs == data.outputs:
                return cls(limit=float(np.abs(data.t_test if len(data.t_test) else data.t).max(initial=0)) or 1.0)
        if spec.loss == "IdentityWithLoss" or (spec.loss == "SoftmaxWithLoss" and spec.outputs == 1):
            return cls()
        return cls(tuple(map(str, range(max(2, spec.outputs)))))

    def shares(self, output: Array) -> Array:
        """Return what each class gets, shape (N, classes), from outputs of shape (N, C).

        One output speaks for two classes: it is the probability of the second one.
        """
        if len(self.classes) == 2 and output.shape[1] == 1:
            return np.concatenate((1 - output, output), axis=1)
        return output

    def wrong(self, output: Array, t: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
        """Say of each sample whether another class gets most; empty where there are no classes to be right about."""
        if not self.classes:
            return np.empty(0, np.bool_)
        shares = self.shares(output)
        right = (shares.argmax(axis=1) == t) & np.isfinite(shares).all(axis=1)
        return ~right

    def signed(self, output: Array) -> Array | None:
        """Return a number for each sample, from -1 to 1 or a value up to `limit`; None for more than two classes."""
        if not self.classes:
            return output[:, 0]
        if len(self.classes) > 2:
            return None
        shares = self.shares(output)
        return shares[:, 1] - shares[:, 0]


def _is_yes_or_no(spec: NetworkSpec, data: Dataset) -> bool:
    """Say whether the one output tells two classes apart; softmax of one score is always 1."""
    return spec.outputs == 1 and len(data.classes) == 2 and spec.loss != "SoftmaxWithLoss"
