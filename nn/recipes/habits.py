"""Habits of writing that MNIST hardly shows: slashed zeros, crossed sevens, flagged ones, hooked nines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.digits.augmentation import COLUMNS, ROWS, Floats
from nn.digits.preprocessing import FIELD

_INK = 0.3  # from here on a pixel counts for where a digit begins and ends


@dataclass(frozen=True)
class Habits:
    """Adds a straight stroke to some zeros, sevens, ones and nines; the label stays what it is.

    Attributes
    ----------
    slashed_zeros, crossed_sevens, flagged_ones, footed_ones, hooked_nines : float
        Share of the zeros, sevens, ones and nines that get the stroke.
    """

    slashed_zeros: float = 0.25
    crossed_sevens: float = 0.3
    flagged_ones: float = 0.25
    footed_ones: float = 0.05
    hooked_nines: float = 0.25

    def __call__(self, x: Floats, t: npt.NDArray[Any], rng: np.random.Generator) -> Floats:
        """Return a copy of pictures of shape (N, 784) with labels `t`, some of them with one stroke more."""
        written = x.copy()
        for digit, share, strokes in (
            (0, self.slashed_zeros, _slashes),
            (7, self.crossed_sevens, _bars),
            (1, self.flagged_ones, _flags),
            (1, self.footed_ones, _feet),
            (9, self.hooked_nines, _hooks),
        ):
            chosen = np.flatnonzero((t == digit) & (rng.random(len(t)) < share))
            if len(chosen):
                digits = written[chosen]
                ends = strokes(digits, _boxes(digits), rng)
                width = rng.uniform(1.5, 3, len(chosen))
                written[chosen] = np.maximum(digits, _lines(ends, width))
        return written


def _slashes(x: Floats, box: Floats, rng: np.random.Generator) -> Floats:
    """Return strokes from the lower left to the upper right of a zero, now and then the other way."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    low, high = rng.uniform(-0.25, 0.45, (2, len(x))) * width
    down, up = rng.uniform(-0.2, 0.4, (2, len(x))) * height
    ends = np.stack((left + low, bottom - down, right - high, top + up))
    mirrored = rng.random(len(x)) < 0.12
    ends[[0, 2]] = np.where(mirrored, ends[[2, 0]], ends[[0, 2]])
    return ends


def _bars(x: Floats, box: Floats, rng: np.random.Generator) -> Floats:
    """Return strokes across the stem of a seven, a little below or above its middle."""
    left, top, right, bottom = box
    height = top + rng.uniform(0.35, 0.7, len(x)) * (bottom - top)
    stem = _ink_at(x, height)
    half = rng.uniform(0.2, 0.5, len(x)) * np.maximum(right - left, 8)
    slope, aside = rng.uniform(-0.3, 0.3, (2, len(x))) * half
    return np.stack((stem + aside - half, height + slope, stem + aside + half, height - slope))


def _flags(x: Floats, box: Floats, rng: np.random.Generator) -> Floats:
    """Return strokes from the top of a one down to the left of its stem, the steeper the longer."""
    _, top, _, bottom = box
    height = bottom - top
    tip = _ink_at(x, top + 1)
    lean = np.arctan2(_ink_at(x, bottom - 1) - tip, np.maximum(height - 2, 1))
    share = rng.uniform(0.15, 0.65, len(x))
    angle = np.minimum(rng.uniform(0.35, np.where(share < 0.4, 1.3, 0.8)) - lean, 1.1)  # flatter is a seven
    length = share * height
    return np.stack((tip, top + 1, tip - length * np.sin(angle), top + 1 + length * np.cos(angle)))


def _feet(x: Floats, box: Floats, rng: np.random.Generator) -> Floats:
    """Return level strokes under a one."""
    _, top, _, bottom = box
    stem = _ink_at(x, bottom - 1)
    before, after = rng.uniform(0.15, 0.35, (2, len(x))) * (bottom - top)
    return np.stack((stem - before, bottom, stem + after, bottom))


def _hooks(x: Floats, box: Floats, rng: np.random.Generator) -> Floats:
    """Return strokes from the foot of a nine to its left, level or rising."""
    left, _, right, bottom = box
    foot = _ink_at(x, bottom - 1)
    length = rng.uniform(0.3, 0.9, len(x)) * np.maximum(right - left, 8)
    rise = rng.uniform(-0.1, 0.5, len(x)) * length
    return np.stack((foot, bottom, foot - length, bottom - rise))


def _boxes(x: Floats) -> Floats:
    """Return left, top, right and bottom of the ink, shape (4, N), in px."""
    ink = x.reshape(-1, FIELD, FIELD) > _INK
    across, down = ink.max(axis=1), ink.max(axis=2)
    last = FIELD - 1
    edges = (across.argmax(1), down.argmax(1), last - across[:, ::-1].argmax(1), last - down[:, ::-1].argmax(1))
    return np.stack(edges).astype(np.float32)


def _ink_at(x: Floats, height: Floats) -> Floats:
    """Return the mean column of the ink in one row of each picture, the row nearest to `height`."""
    row = np.clip(np.rint(height), 0, FIELD - 1).astype(np.intp)
    line = x.reshape(-1, FIELD, FIELD)[np.arange(len(x)), row]
    return line @ COLUMNS[:FIELD] / (line.sum(axis=1) + np.float32(1e-6))


def _lines(ends: npt.NDArray[Any], width: npt.NDArray[Any]) -> Floats:
    """Return pictures, shape (N, 784), of strokes with round ends from (x, y) to (x, y); `ends` has shape (4, N)."""
    x0, y0, x1, y1 = (end.astype(np.float32)[:, np.newaxis] for end in ends)
    dx, dy = x1 - x0, y1 - y0
    along = ((COLUMNS - x0) * dx + (ROWS - y0) * dy) / (dx * dx + dy * dy + np.float32(1e-6))
    along = np.clip(along, 0, 1)
    distance = np.hypot(COLUMNS - x0 - along * dx, ROWS - y0 - along * dy)
    return np.clip(width.astype(np.float32)[:, np.newaxis] / 2 + np.float32(0.5) - distance, 0, 1)
