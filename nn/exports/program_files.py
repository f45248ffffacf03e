"""Exported programs on the disk: the text, and beside it one file for what is too large to be read."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from nn.atomic_file import replace_file
from nn.exports.base import Unfit
from nn.exports.program_parts import Aside

_TAKEN = {"dataclasses", "hashlib", "math", "nn", "numpy", "os", "pathlib", "torch"}
_ONE_THREAD = """import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
# ... before NumPy is imported: more threads add in another order, and the last bits of a sum depend on it
"""


def head(description: str, imports: str) -> str:
    """Return the first lines of a program: what it is, and what it imports."""
    return f'"""{description}"""\n\n{_ONE_THREAD}\n{imports}\n'


def opening(path: Path, aside: Aside) -> str:
    """Return the lines that read the file beside the program, or nothing where there is none."""
    if not aside.arrays:
        return ""
    opened = f'np.load(Path(__file__).with_name("{beside(path).name}"), allow_pickle=False)'
    return f"with {opened} as file:\n    FILE = dict(file)\n"


def beside(path: Path) -> Path:
    """Return the file that holds a program's large arrays."""
    return path.with_name(f"{path.stem}_data.npz")


def write_program(path: Path, text: str, aside: Aside) -> tuple[Path, ...]:
    """Write a program and, where it has large arrays, the file beside it; return what was written.

    Raises
    ------
    Unfit
        If the program would be taken for a library that it imports.
    """
    if path.stem in _TAKEN:
        raise Unfit(f"A program called {path.name} hides the library of that name; choose another file name.")
    written = [path]
    if aside.arrays:
        np.savez_compressed(beside(path), allow_pickle=False, **aside.arrays)
        written.append(beside(path))
    replace_file(path, [text.encode()])
    return tuple(written)
