"""Digits as other hands and other pens would have written them: warped, and thicker or thinner.

Everything works on many pictures at once and draws its chances from the generator that it is given.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nn.digits.preprocessing import BOX, FIELD

Floats = npt.NDArray[np.float32]
Range = tuple[float, float]

ROWS, COLUMNS = (axis.ravel().astype(np.float32) for axis in np.mgrid[0:FIELD, 0:FIELD])
_INK = 0.4  # from here on a pixel counts for where the digit begins and ends
_KNOTS = 5  # control points of an elastic warp in each direction


@dataclass(frozen=True)
class Warp:
    """Turns, slants, stretches and bends each digit, then fits it into MNIST's box of 20 px.

    Attributes
    ----------
    rotation : float
        Largest turn, in radians.
    slant : float
        Largest shift of the top against the bottom, as a share of the height.
    stretch : float
        Largest logarithm of how much wider and flatter a digit becomes.
    elastic : float
        Standard deviation, in px, of each control point of a smooth displacement.
    size : (float, float)
        Range of the longer side after the fit, as a share of the box.
    shift : float
        Largest distance, in px and in each direction, of the centre of mass from the middle.
    """

    rotation: float = 0.2
    slant: float = 0.3
    stretch: float = 0.25
    elastic: float = 1.3
    size: Range = (0.92, 1.05)
    shift: float = 0.7

    def __call__(self, x: Floats, rng: np.random.Generator) -> Floats:
        """Return a warped copy of pictures of shape (N, 784), 0 for paper to 1 for ink."""
        count = len(x)
        middle = centres_of_mass(x)
        maps = self._maps(count, rng)
        maps *= (_uniform(rng, self.size, count) * BOX / _extents(x, middle, maps))[:, np.newaxis, np.newaxis]
        back = np.linalg.inv(maps).astype(np.float32)
        bend = _smooth_field(rng, self.elastic, count)
        shift = _uniform(rng, (-self.shift, self.shift), (count, 2))[:, :, np.newaxis]
        target = np.stack((COLUMNS, ROWS)) - FIELD // 2 + shift + bend
        source = back @ target + middle[:, :, np.newaxis]
        return _sampled(x, source[:, 0], source[:, 1])

    def _maps(self, count: int, rng: np.random.Generator) -> Floats:
        """Return the matrices, shape (N, 2, 2), of rotations after slants and stretches."""
        angle = _uniform(rng, (-self.rotation, self.rotation), count)
        slant = _uniform(rng, (-self.slant, self.slant), count)
        stretch = np.exp(_uniform(rng, (-self.stretch, self.stretch), count))
        cos, sin = np.cos(angle), np.sin(angle)
        turn = np.array([[cos, -sin], [sin, cos]]).transpose(2, 0, 1)
        form = np.array([[stretch, slant], [np.zeros_like(slant), 1 / stretch]]).transpose(2, 0, 1)
        return turn @ form


@dataclass(frozen=True)
class Inking:
    """Draws each digit anew with a pen of another width and ink of another density.

    A blurred stroke cut off at a low level is thick, at a high level thin; the contrast says how sharp its edge is.

    Attributes
    ----------
    share : float
        Share of the digits that are drawn anew.
    level : (float, float)
        Range of the level at which the blurred stroke is cut off; 1 is the blackest.
    contrast : (float, float)
        Range of how much the edge is sharpened.
    """

    share: float = 0.8
    level: Range = (0.15, 0.6)
    contrast: Range = (1.5, 5.0)

    def __call__(self, x: Floats, rng: np.random.Generator) -> Floats:
        """Return a copy of pictures of shape (N, 784), some of them drawn anew."""
        inked = x.copy()
        chosen = np.flatnonzero(rng.random(len(x)) < self.share)
        soft = blurred(x[chosen])
        level = _uniform(rng, self.level, (len(chosen), 1))
        contrast = _uniform(rng, self.contrast, (len(chosen), 1))
        # Thin and faint strokes are cut off lower: the 40th darkest pixel lies within every stroke.
        level = np.minimum(level, 0.7 * np.partition(soft, -40, axis=1)[:, -40:-39])
        sharp = np.clip((soft - level) * contrast + np.float32(0.35), 0, 1)
        inked[chosen] = np.where(soft > level / 2, sharp, 0)
        return inked


def centres_of_mass(x: Floats) -> Floats:
    """Return the centres of mass, shape (N, 2): column and row, of pictures of shape (N, 784)."""
    mass = x.sum(axis=1) + np.float32(1e-6)
    return np.stack((x @ COLUMNS / mass, x @ ROWS / mass), axis=1)


def blurred(x: Floats) -> Floats:
    """Blur pictures of shape (N, 784) with the weights 1 2 1 in each direction."""
    picture = np.pad(x.reshape(-1, FIELD, FIELD), ((0, 0), (1, 1), (1, 1)))
    picture = picture[:, :-2] + 2 * picture[:, 1:-1] + picture[:, 2:]
    picture = picture[:, :, :-2] + 2 * picture[:, :, 1:-1] + picture[:, :, 2:]
    return (picture / np.float32(16)).reshape(len(x), -1)


def _uniform(rng: np.random.Generator, limits: Range, shape: int | tuple[int, ...]) -> Floats:
    return rng.uniform(*limits, shape).astype(np.float32)


def _extents(x: Floats, middle: Floats, maps: Floats) -> Floats:
    """Return the longer sides of the digits, in px, once `maps` are applied to them."""
    dx, dy = COLUMNS - middle[:, :1], ROWS - middle[:, 1:]
    ink = x > _INK
    sides = []
    for row in (0, 1):
        place = maps[:, row, :1] * dx + maps[:, row, 1:] * dy
        sides.append(np.where(ink, place, -FIELD).max(axis=1) - np.where(ink, place, FIELD).min(axis=1))
    return np.maximum(np.maximum(*sides), 1) + 1


def _smooth_field(rng: np.random.Generator, deviation: float, count: int) -> Floats:
    """Return displacements, shape (N, 2, 784), that move the picture as a whole nowhere."""
    knots = rng.normal(0, deviation, (count, 2, _KNOTS, _KNOTS)).astype(np.float32)
    field = (_BLEND @ knots @ _BLEND.T).reshape(count, 2, -1)
    return field - field.mean(axis=2, keepdims=True)


def _blending() -> Floats:
    """Return the weights, shape (28, knots), of the control points at each pixel: smooth bumps that add up to 1."""
    distance = np.abs(np.linspace(0, _KNOTS - 1, FIELD)[:, np.newaxis] - np.arange(_KNOTS))
    ramp = np.maximum(1 - distance / 1.5, 0)
    bump = ramp * ramp * (3 - 2 * ramp)
    return (bump / bump.sum(axis=1, keepdims=True)).astype(np.float32)


_BLEND = _blending()


def _sampled(x: Floats, columns: Floats, rows: Floats) -> Floats:
    """Return the pictures' values at the given places, shape (N, 784) each, linear between pixels."""
    side = FIELD + 2
    sheet = np.pad(x.reshape(-1, FIELD, FIELD), ((0, 0), (1, 1), (1, 1))).ravel()
    columns = np.clip(columns + 1, 0, side - 1.001)
    rows = np.clip(rows + 1, 0, side - 1.001)
    left, top = columns.astype(np.int32), rows.astype(np.int32)
    right, down = columns - left.astype(np.float32), rows - top.astype(np.float32)
    first = np.arange(len(x), dtype=np.int32)[:, np.newaxis] * side**2 + top * side + left

    def across(start: npt.NDArray[np.int32]) -> Floats:
        value = sheet.take(start)
        return value + right * (sheet.take(start + 1) - value)

    upper = across(first)
    return upper + down * (across(first + side) - upper)
