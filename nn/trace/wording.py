"""Formulas in the names of one network's values."""

from __future__ import annotations

import re
from collections.abc import Mapping

# A run of letters with nothing on top of the last one: x̂ is another name than x, and the ᵀ of Wᵀ no part of W.
_NAME = re.compile(r"[A-Za-z]+(?![A-Za-z\u0302])")


def renamed(formula: str, names: Mapping[str, str]) -> str:
    """Return a layer's formula with its own names of values, such as W, replaced by the network's, such as W1."""
    return _NAME.sub(lambda found: names.get(found[0], found[0]), formula)
