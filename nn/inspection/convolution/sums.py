"""Sums as the lines of the debugger write them: the long ones with their largest terms."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nn.trace.expressions import Expression, Total

IN_FULL = 9
"""Terms that are all written: as many as a filter of 3 x 3 has."""
_LARGEST = 6


def shortened(terms: Sequence[Expression], sizes: Sequence[float], last: Sequence[Expression] = ()) -> Total:
    """Return the sum of terms, of many the largest in their order.

    Parameters
    ----------
    terms : sequence of Expression
    sizes : sequence of float
        What each comes to.
    last : sequence of Expression
        Terms that are written in any case, at the end.
    """
    if len(terms) <= IN_FULL:
        return Total((*terms, *last))
    with np.errstate(all="ignore"):
        strength = np.nan_to_num(np.abs(np.asarray(sizes, np.float64)), nan=np.inf)
        kept = sorted(np.argsort(-strength, kind="stable")[:_LARGEST].tolist())
        rest = float(np.sum(np.delete(np.asarray(sizes, np.float64), kept)))
    return Total((*(terms[i] for i in kept), *last), len(terms) - len(kept), rest)
