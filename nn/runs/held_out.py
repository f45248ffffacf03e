"""Data for a search: a part of the training data is held back to choose by, and the test data are out of reach."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nn.messages import Message

if TYPE_CHECKING:
    from nn.datasets.base import Dataset

SHARE = 0.2
"""The book's share for validation (6.5)."""
_FEWEST = 5
"""Samples to choose by: of fewer, one that is right by chance decides."""


def count_held(samples: int, share: float = SHARE) -> int:
    """Return how many training samples are held back.

    Raises
    ------
    ValueError
        If the share is none, too few would be held back, or nothing would be left to learn from.
    """
    if not 0 < share < 1:
        raise ValueError(Message("the share to hold back is {share:g}; give one between 0 and 1", share=share))
    held = round(samples * share)
    if held < _FEWEST or held >= samples:
        raise ValueError(
            Message(
                "{share:.0%} of {samples:,} training samples are {held:,}; hold back at least {fewest} to choose by, "
                "and leave some to learn from",
                share=share,
                samples=samples,
                held=held,
                fewest=_FEWEST,
            )
        )
    return held


def held_out(data: Dataset, share: float = SHARE, seed: int = 0) -> Dataset:
    """Return the data with a part of the training samples, drawn without replacement, in the place of the test data.

    Raises
    ------
    ValueError
        As `count_held` does.
    """
    held = count_held(len(data.x), share)
    order = np.random.default_rng(seed).permutation(len(data.x))
    kept, chosen = np.sort(order[held:]), np.sort(order[:held])
    return replace(data, x=data.x[kept], t=data.t[kept], x_test=data.x[chosen], t_test=data.t[chosen])
