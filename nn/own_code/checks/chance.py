"""The book draws from NumPy's global generator; so that a class can be asked twice, it is set before each draw."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np


def start_again(seed: int = 7) -> None:
    """Have the next draws of the learner's code be those of this seed."""
    np.random.seed(seed)  # noqa: NPY002


@contextmanager
def undisturbed() -> Iterator[None]:
    """Give the global generator back as it was."""
    before = np.random.get_state()  # noqa: NPY002
    try:
        yield
    finally:
        np.random.set_state(before)  # noqa: NPY002
