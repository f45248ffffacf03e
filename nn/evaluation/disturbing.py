"""Samples made harder: with noise, shifted, turned; the same ones each time, and the same noise at each strength."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from nn.messages import Message

if TYPE_CHECKING:
    import numpy.typing as npt

    from nn.arrays import Array
    from nn.datasets.base import Dataset

NOISE, SHIFT, ROTATION = "noise", "shift", "rotation"
KINDS = (NOISE, SHIFT, ROTATION)
_SEED = 1401
_NOISES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
_ANGLES = (-60.0, -45.0, -30.0, -15.0, 0.0, 15.0, 30.0, 45.0, 60.0)
_MOST_SHIFTS = 8
_STEPS = ((0, 1), (0, -1), (1, 0), (-1, 0))  # down and to the right: where a sample goes


class Disturber:
    """Makes the samples of some data harder.

    Noise of strength 1 has, in a picture, the standard deviation of its whole range from dark to light, beyond which
    nothing goes; else that of each number over the training data. A shift is by so many pixels in one of four
    directions, which each sample has for itself; a rotation by so many degrees, anticlockwise. What comes in at an
    edge is empty: the smallest value there is.

    Parameters
    ----------
    data : Dataset
    part : {"test", "train"}
        Which samples.
    dtype : dtype
        Of the network that takes them.
    """

    def __init__(self, data: Dataset, part: str = "test", dtype: npt.DTypeLike = "float32") -> None:
        self._samples = data.x_test if part == "test" else data.x
        self._dtype = np.dtype(dtype)
        self._scale = np.asarray(data.scale, self._dtype)  # of the dtype: else NumPy computes in another
        self._shape = picture_axes(data)
        if self._shape is not None:
            self._low = float(data.x.min()) * data.scale if data.x.size else 0.0
            self._high = float(data.x.max()) * data.scale if data.x.size else 1.0
        else:
            self._spread = np.std(data.x, axis=0, dtype=np.float64).reshape(-1) * data.scale

    @property
    def kinds(self) -> tuple[str, ...]:
        """What can be done to these samples: only pictures can be shifted and turned."""
        return KINDS if self._shape is not None else (NOISE,)

    def strengths(self, kind: str) -> tuple[float, ...]:
        """Give the strengths that are tried, in their order; 0 is among them and changes nothing.

        Raises
        ------
        ValueError
            If these samples cannot be disturbed like that.
        """
        if kind not in self.kinds:
            raise ValueError(
                Message("samples cannot be disturbed by {kind!r}; choose {known}", kind=kind, known=self.kinds)
            )
        if kind == SHIFT:
            assert self._shape is not None
            return tuple(map(float, range(min(_MOST_SHIFTS, min(self._shape[1:]) // 3) + 1)))
        return _NOISES if kind == NOISE else _ANGLES

    def made(self, rows: npt.NDArray[np.int64], kind: str, strength: float) -> Array:
        """Return samples as a network takes them, harder, shape (N, ...)."""
        x: Array = np.multiply(self._samples[rows], self._scale).astype(self._dtype, copy=False)
        if not strength:
            return x
        flat = x.reshape(len(x), -1)
        if kind == NOISE:
            return self._with_noise(flat, rows, strength).astype(self._dtype).reshape(x.shape)
        assert self._shape is not None
        pictures = flat.reshape(len(x), *self._shape) - self._low  # empty is 0
        moved = turned(pictures, strength) if kind == ROTATION else _shifted(pictures, rows, int(strength))
        return (moved + self._low).astype(self._dtype).reshape(x.shape)

    def _with_noise(self, flat: Array, rows: npt.NDArray[np.int64], strength: float) -> Array:
        noise = np.stack([_rng(row).standard_normal(flat.shape[1]) for row in rows.tolist()])
        if self._shape is None:
            return flat + strength * self._spread * noise
        return np.clip(flat + strength * (self._high - self._low) * noise, self._low, self._high)


def picture_axes(data: Dataset) -> tuple[int, int, int] | None:
    """Return channels, height and width where samples are pictures, None where they are something else."""
    shape = data.input_shape
    if data.name == "mnist" and shape == (784,):
        return (1, 28, 28)
    if len(shape) == 2:
        return (1, shape[0], shape[1])
    return (shape[0], shape[1], shape[2]) if len(shape) == 3 else None


def turned(pictures: Array, angle: float) -> Array:
    """Return pictures (N, C, H, W) turned about their middle by `angle` degrees, anticlockwise; 0 comes in.

    A pixel is the mean of the four around the place it comes from, weighted by how close they are (bilinear).
    """
    high, wide = pictures.shape[-2:]
    down, right = np.indices((high, wide)) - np.reshape([(high - 1) / 2, (wide - 1) / 2], (2, 1, 1))
    cosine, sine = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    from_row = (cosine * down + sine * right + (high - 1) / 2).ravel()
    from_column = (cosine * right - sine * down + (wide - 1) / 2).ravel()
    top, left = np.floor(from_row).astype(np.int64), np.floor(from_column).astype(np.int64)
    given = pictures.reshape(*pictures.shape[:-2], high * wide)
    result = np.zeros_like(given)
    for row, column in ((0, 0), (0, 1), (1, 0), (1, 1)):
        rows, columns = top + row, left + column
        weight = (1 - np.abs(from_row - rows)) * (1 - np.abs(from_column - columns))
        inside = (rows >= 0) & (rows < high) & (columns >= 0) & (columns < wide)
        places = np.where(inside, rows * wide + columns, 0)
        result += given[..., places] * np.where(inside, weight, 0.0)
    return result.reshape(pictures.shape)


def _shifted(pictures: Array, rows: npt.NDArray[np.int64], by: int) -> Array:
    result = np.zeros_like(pictures)
    for place, row in enumerate(rows.tolist()):
        down, right = _STEPS[_rng(row).integers(len(_STEPS))]
        to_rows, from_rows = _slices(down * by)
        to_columns, from_columns = _slices(right * by)
        result[place, :, to_rows, to_columns] = pictures[place, :, from_rows, from_columns]
    return result


def _slices(by: int) -> tuple[slice, slice]:
    """Return where the rows that stay in sight go to and come from when all move on by so many."""
    ahead, back = slice(abs(by), None), slice(None, -abs(by) or None)
    return (ahead, back) if by > 0 else (back, ahead) if by else (slice(None), slice(None))


def _rng(row: int) -> np.random.Generator:
    return np.random.default_rng([_SEED, row])
