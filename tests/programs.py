"""Running a program of the gallery or the course, with the book's modules served."""

from __future__ import annotations

import warnings

from nn.own_code.loading import load
from nn.own_code.source import Source


def ran(text, **beside):
    """Run a program as ``__main__``; return its names. `beside` are texts of modules that it can import."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of nan and overflow, which is what many are about
        loaded = load(Source(text, siblings=beside), name="__main__")
    assert loaded.failure is None, loaded.failure
    return loaded.namespace
