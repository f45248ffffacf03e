"""Points in the plane, after TensorFlow Playground: four problems to classify and two to fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.choices.options import Option
from nn.datasets.base import SEED, Dataset, dataset
from nn.datasets.recipe import Recipe

Floats = npt.NDArray[np.float64]
Points = tuple[Floats, npt.NDArray[Any]]
Draw = Callable[[int, float, np.random.Generator], Points]

RADIUS = 5.0
FIT_RADIUS = 6.0
CLASSES = ("orange", "blue")
OPTIONS = (
    Option("samples", 500, 10, 100_000, help="How many points, those for the test included."),
    Option("noise", 0.0, 0.0, 0.5, help="How far chance moves the points or their labels; 0 is not at all."),
    Option("test_share", 0.5, 0.1, 0.9, help="Share of the points kept back for the test."),
    SEED,
)
STRAIGHT = Recipe((), "Tanh", "Xavier", "SGD", lr=0.1, batch_size=10, epochs=100)
CURVED = Recipe((8,), "Tanh", "Xavier", "SGD", lr=0.1, batch_size=10, epochs=200, needs_hidden=True)
WOUND = Recipe((32, 32), "Relu", "He", "Adam", lr=0.01, batch_size=25, epochs=800, needs_hidden=True)
LEVEL = Recipe((), "Tanh", "Xavier", "SGD", lr=0.01, batch_size=10, epochs=100)
HILLY = Recipe((32, 32), "Tanh", "Xavier", "Adam", lr=0.01, batch_size=25, epochs=500, needs_hidden=True)


def points(name: str, recipe: Recipe) -> Callable[[Draw], Draw]:
    """Return a decorator that makes ``draw(samples, noise, rng) -> (x, t)`` a dataset with `OPTIONS`."""

    def register(draw: Draw) -> Draw:
        @dataset(name, *OPTIONS, recipe=recipe)
        def make(name: str, samples: int, noise: float, test_share: float, seed: int) -> Dataset:
            rng = np.random.default_rng(seed)
            x, t = draw(samples, noise, rng)
            order = rng.permutation(samples)
            test, train = np.split(order, [round(samples * test_share)])
            classes = CLASSES if t.ndim == 1 else ()
            return Dataset(name, x[train], t[train], x[test], t[test], classes=classes)

        return draw

    return register


@points("circle", CURVED)
def circle(samples: int, noise: float, rng: np.random.Generator) -> Points:
    """Return a disc of one class within a ring of the other."""
    inside = np.arange(samples) % 2 == 0
    radius = np.where(inside, rng.uniform(0, 0.5, samples), rng.uniform(0.7, 1, samples)) * RADIUS
    angle = rng.uniform(0, 2 * np.pi, samples)
    x = np.column_stack((radius * np.sin(angle), radius * np.cos(angle)))
    seen = x + noise * rng.uniform(-RADIUS, RADIUS, x.shape)
    return x, (np.hypot(*seen.T) < RADIUS / 2).astype(np.int64)


@points("xor2d", CURVED)
def xor2d(samples: int, noise: float, rng: np.random.Generator) -> Points:
    """Return four squares, of the same class where the signs of the coordinates are the same."""
    gap = 0.3
    x = rng.uniform(-RADIUS, RADIUS, (samples, 2))
    x += np.copysign(gap, x)
    seen = x + noise * rng.uniform(-RADIUS, RADIUS, x.shape)
    return x, (seen.prod(axis=1) >= 0).astype(np.int64)


@points("gauss", STRAIGHT)
def gauss(samples: int, noise: float, rng: np.random.Generator) -> Points:
    """Return two clouds around (2, 2) and (-2, -2), with a variance from 0.5 to 4 for noise from 0 to 0.5."""
    t = np.arange(samples) % 2
    centre = np.where(t == 1, 2.0, -2.0)[:, np.newaxis]
    return centre + rng.normal(0, np.sqrt(0.5 + 7 * noise), (samples, 2)), t.astype(np.int64)


@points("spiral", WOUND)
def spiral(samples: int, noise: float, rng: np.random.Generator) -> Points:
    """Return two arms that turn around each other 1.75 times: the hardest of the four."""
    t = np.arange(samples) % 2
    along = np.arange(samples) // 2 / (samples / 2)
    angle = 2 * np.pi * 1.75 * along + np.where(t == 1, 0, np.pi)
    x = RADIUS * along[:, np.newaxis] * np.column_stack((np.sin(angle), np.cos(angle)))
    return x + noise * rng.uniform(-1, 1, x.shape), t.astype(np.int64)


@points("plane", LEVEL)
def plane(samples: int, noise: float, rng: np.random.Generator) -> Points:
    """Return the slope ``(x1 + x2) / 10`` to fit."""
    x, seen = _square(samples, noise, rng)
    return x, seen.sum(axis=1, keepdims=True) / 10


@points("regression_gauss", HILLY)
def regression_gauss(samples: int, noise: float, rng: np.random.Generator) -> Points:
    """Return six hills and hollows in turn to fit, each a cone of radius 2 and height 1."""
    x, seen = _square(samples, noise, rng)
    centres = np.array([(cx, cy) for cy in (2.5, -2.5) for cx in (-4.0, 0.0, 4.0)])
    signs = np.array([1, -1, 1, -1, 1, -1])
    distance = np.hypot(*(seen[:, np.newaxis] - centres).T).T
    heights = signs * np.clip(1 - distance / 2, 0, 1)
    return x, heights.sum(axis=1, keepdims=True)  # no two cones overlap: at most one is not 0


def _square(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, Floats]:
    x = rng.uniform(-FIT_RADIUS, FIT_RADIUS, (samples, 2))
    return x, x + noise * rng.uniform(-FIT_RADIUS, FIT_RADIUS, x.shape)
