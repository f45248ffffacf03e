"""From samples to a dataset: divided into a part to learn from and one for the test, and brought to one scale."""

from __future__ import annotations

import numpy as np

from nn.datasets.base import Dataset
from nn.imports.array_bytes import AnyArray
from nn.imports.refusal import BadFile
from nn.imports.samples import Samples
from nn.messages import Message

_LARGEST_NUMBER = 1e100  # squares of larger ones are infinite


def prepare(samples: Samples, name: str, standardise: bool = True, test_share: float = 0.2, seed: int = 0) -> Dataset:
    """Return a dataset of samples that were read from a file.

    Parameters
    ----------
    standardise : bool
        Give every column mean 0 and standard deviation 1 on the training samples. Pictures (bytes) are divided by 255
        instead.
    test_share : float
        Share of the samples that is kept for the test, where the file does not tell; 0 tests with all of them.
    seed : int
        Which of them: the same seed chooses the same samples.

    Raises
    ------
    BadFile
        If a number is too large to be squared.
    """
    x, t, x_test, t_test = _divided(samples, test_share, seed)
    if samples.x.dtype == np.uint8:
        return Dataset(name, x, t, x_test, t_test, scale=1 / 255, classes=samples.classes)
    if max(-x.min(initial=0), x.max(initial=0), -x_test.min(initial=0), x_test.max(initial=0)) >= _LARGEST_NUMBER:
        raise BadFile(
            Message("the data hold numbers of {most:g} and more; give them in a larger unit", most=_LARGEST_NUMBER)
        )
    if standardise:
        mean, spread = x.mean(axis=0), x.std(axis=0)
        spread = np.where(spread > 0, spread, 1.0)
        is_all = x_test is x
        x = (x - mean) / spread
        x_test = x if is_all else (x_test - mean) / spread
    return Dataset(name, x, t, x_test, t_test, classes=samples.classes)


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
