"""Entries of the tables of words."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A name as it stands on screen, and the explanation that stands beside it on hover."""

    label: str
    explanation: str


class ActivationWord(NamedTuple):
    """What there is to know of an activation function beside its explanation."""

    values: str
    """Between which numbers its outputs lie."""
    use: str
    """When to choose it."""
    trouble: str
    """What goes wrong with it."""
