"""From samples to a dataset: divided into a part to learn from and one for the test, and brought to one scale."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from nn.datasets.base import Dataset
from nn.datasets.columns import Feature, Target, scaled
from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.refusal import BadFile
from nn.imports.samples import Samples
from nn.messages import Message

_LARGEST_NUMBER = 1e100  # squares of larger ones are infinite
_USUAL_SIZE, _USUAL_SPREAD = 10.0, 0.1  # of targets that are learned as they are
_SMALLEST_UNIT = 1e-100
_MOST_DESCRIBED = 4096  # inputs whose meaning is kept: more are pixels or the like, and would fill a document


class TargetScale(NamedTuple):
    """What a network learns of the values it is to come close to: ``(target - zero) / unit``."""

    zero: float = 0.0
    unit: float = 1.0


AS_THEY_ARE = TargetScale()


def prepare(
    samples: Samples,
    name: str,
    standardise: bool = True,
    test_share: float = 0.2,
    seed: int = 0,
    scale: TargetScale = AS_THEY_ARE,
) -> Dataset:
    """Return a dataset of samples that were read from a file.

    Parameters
    ----------
    standardise : bool
        Give every column mean 0 and standard deviation 1 on the training samples; what stands for a category stays 0
        or 1. Pictures (bytes) are divided by 255 instead.
    test_share : float
        Share of the samples that is kept for the test, where the file does not tell; 0 tests with all of them.
    seed : int
        Which of them: the same seed chooses the same samples.
    scale : TargetScale
        Zero and unit of the targets of a regression; classes have none.

    Raises
    ------
    BadFile
        If a number is too large to be squared.
    """
    x, t, x_test, t_test = _divided(samples, test_share, seed)
    if not samples.classes:
        _check_numbers(t, t_test)
        t, t_test = _on_both(t, t_test, scale.zero, scale.unit)
    target = Target(samples.target) if samples.classes else Target(samples.target, *scale)
    if samples.x.dtype == np.uint8:
        return Dataset(name, x, t, x_test, t_test, scale=1 / 255, classes=samples.classes, target=target)
    _check_numbers(x, x_test)
    features = samples.features or _nameless(x.shape[1])
    if standardise:
        zero, unit = _column_scales(x, features)
        x, x_test = _on_both(x, x_test, zero, unit)
        features = _on_scales(features, zero, unit)
    described = features if x.shape[1] <= _MOST_DESCRIBED else ()
    return Dataset(name, x, t, x_test, t_test, classes=samples.classes, features=described, target=target)


def _nameless(width: int) -> tuple[Feature, ...]:
    return (Feature(),) * width if width <= _MOST_DESCRIBED else ()


def _column_scales(x: AnyArray, features: tuple[Feature, ...]) -> tuple[AnyArray, AnyArray]:
    """Return mean and standard deviation of each column; what stands for a category keeps its 0 and 1."""
    mean, spread = x.mean(axis=0), x.std(axis=0)
    unit = np.where(spread > 0, spread, 1.0)
    place = 0
    for feature in features:
        if feature.categories:
            mean[place : place + feature.width], unit[place : place + feature.width] = 0.0, 1.0
        place += feature.width
    return mean, unit


def _on_scales(features: tuple[Feature, ...], zero: AnyArray, unit: AnyArray) -> tuple[Feature, ...]:
    """Return the features with zero and unit of their columns."""
    places = np.cumsum([0, *(feature.width for feature in features)])
    return tuple(
        scaled(feature, float(zero[place]), float(unit[place]))
        for feature, place in zip(features, places, strict=False)
    )


def target_scale(t: AnyArray) -> TargetScale:
    """Return round numbers that bring values about a mean of 0 and a standard deviation of 1, one for all columns."""
    mean, spread = float(t.mean()), float(t.std())
    if spread < _SMALLEST_UNIT:
        return TargetScale(mean, 1.0)
    digits = 1 - math.floor(math.log10(spread))
    return TargetScale(round(mean, digits), round(spread, digits + 1))


def needs_scale(t: AnyArray) -> bool:
    """Say whether values are so far from 0, or so close together, that a network hardly learns them as they are."""
    return bool(np.abs(t).max() > _USUAL_SIZE or 0 < t.std() < _USUAL_SPREAD)


def _on_both(
    train: AnyArray, test: AnyArray, zero: float | AnyArray, unit: float | AnyArray
) -> tuple[AnyArray, AnyArray]:
    """Bring both parts to another scale; one that is the other stays it."""
    if np.all(zero == 0) and np.all(unit == 1):
        return train, test
    scaled = (train - zero) / unit
    return scaled, scaled if test is train else (test - zero) / unit


def _check_numbers(train: AnyArray, test: AnyArray) -> None:
    parts = (train, test)
    if max(max(-part.min(initial=0), part.max(initial=0)) for part in parts) >= _LARGEST_NUMBER:
        raise BadFile(
            Message("the data hold numbers of {most:g} and more; give them in a larger unit", most=_LARGEST_NUMBER)
        )


def _divided(samples: Samples, share: float, seed: int) -> tuple[AnyArray, AnyArray, AnyArray, AnyArray]:
    x, t = samples.x, samples.t
    if samples.x_test is not None and samples.t_test is not None:
        return x, t, samples.x_test, samples.t_test
    if share == 0:
        return x, t, x, t
    order = np.random.default_rng(seed).permutation(len(x))
    count = min(max(round(len(x) * share), 1), len(x) - 1)
    test, train = order[:count], order[count:]
    return x[train], t[train], x[test], t[test]
