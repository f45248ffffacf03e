"""What the bits of a run depend on beside the program: the library that multiplies, and the processor."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Self

import numpy as np

from nn.messages import Message

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_kernel: Callable[[], str] | None = None


def kernel_by(function: Callable[[], str]) -> None:
    """Have a function of the process's owner say for which processor the matrix products are written that are used."""
    global _kernel
    _kernel = function


@dataclass(frozen=True)
class Surroundings:
    """Where something was trained, as far as its bits may depend on it.

    Attributes
    ----------
    numpy, blas : str
        NumPy's version; name and version of the library that multiplies its matrices.
    processor : str
        The kind of processor and what its kernels may use.
    threads : str
        How many threads multiply, as far as that was set.
    kernel : str
        For which processor the products are written that the library has chosen; empty where nobody can say.
    """

    numpy: str
    blas: str
    processor: str
    threads: str
    kernel: str = ""

    @classmethod
    def here(cls) -> Self:
        """Return those of this process."""
        return cls(*_here())

    def differences(self, other: Surroundings) -> Iterator[Message]:
        """Give what was another there, then, in words: training may come to other bits here."""
        names = {
            "numpy": Message("NumPy"),
            "blas": Message("the library that multiplies matrices"),
            "processor": Message("the processor"),
            "threads": Message("the number of threads that multiply"),
            "kernel": Message("the processor that its products are written for"),
        }
        for field in fields(self):
            one, two = getattr(self, field.name), getattr(other, field.name)
            is_known = field.name != "kernel" or (one and two)  # older files do not tell it
            if one != two and is_known:
                yield Message("{what}: {then} then, {now} now", what=names[field.name], then=two or "?", now=one or "?")


@cache
def _here() -> tuple[str, str, str, str, str]:
    about: Any = np.show_config(mode="dicts") or {}
    blas = about.get("Build Dependencies", {}).get("blas", {})
    found = about.get("SIMD Extensions", {}).get("found", [])
    threads = next((os.environ[name] for name in _THREADS if os.environ.get(name)), "")
    kind = f"{platform.machine()} {found[-1] if found else ''}".strip()
    library = f"{blas.get('name', '')} {blas.get('version', '')}".strip()
    return np.__version__, library, kind, threads, "" if _kernel is None else _kernel()
