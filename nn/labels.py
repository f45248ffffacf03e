"""Class numbers: the check that NumPy's indexing does not make."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from nn.arrays import as_float
from nn.messages import Message


def checked_labels(t: npt.NDArray[Any], classes: int) -> npt.NDArray[np.int64]:
    """Return class numbers as whole numbers; whole floats are allowed.

    Raises
    ------
    TypeError
        If `t` does not hold real numbers.
    ValueError
        If one is no class: -1, which would silently index the last class, too. The message names the row.
    """
    labels = as_float(t, "t")
    wrong = np.flatnonzero((labels != np.floor(labels)) | (labels < 0) | (labels >= classes))
    if len(wrong):
        row = wrong[0]
        raise ValueError(
            Message(
                "Row {row}: label {label:g}, but the network has {classes} outputs (0–{last})",
                row=row,
                label=labels[row],
                classes=classes,
                last=classes - 1,
            )
        )
    return labels.astype(np.int64)
