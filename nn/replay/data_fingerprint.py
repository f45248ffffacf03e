"""What tells data from any others: a checksum of what training sees of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

if TYPE_CHECKING:
    from nn.datasets.base import Dataset

_KNOWN: WeakKeyDictionary[Dataset, str] = WeakKeyDictionary()  # 47 MB of pictures are not gone through twice


def fingerprint(data: Dataset) -> str:
    """Return the SHA-256 of the training samples, their targets and their scale."""
    known = _KNOWN.get(data)
    if known is None:
        total = hashlib.sha256(f"{data.scale!r} {len(data.classes)}".encode())
        for array in (data.x, data.t):
            total.update(f"{array.dtype.str} {array.shape}".encode())
            total.update(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data if array.size else b"")
        _KNOWN[data] = known = total.hexdigest()
    return known
