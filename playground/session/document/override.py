"""A number of a pass that a person replaced."""

from __future__ import annotations

from dataclasses import dataclass

OF_SAMPLE = 0
"""Stands for the iteration of a pass that is none: that of the sample."""


@dataclass(frozen=True)
class Override:
    """A number of one pass that a person replaced; in any other pass it means nothing.

    Attributes
    ----------
    iteration
        The iteration of the pass, from 1; 0 for that of the sample.
    name, index
        Which number of which value.
    """

    iteration: int
    name: str
    index: tuple[int, ...]
    value: float
