"""Exported programs on the disk: the text, and beside it one file for what is too large to be read."""

from __future__ import annotations

from pathlib import Path

from nn.exports.base import Unfit
from nn.exports.program_parts import Aside, literal
from nn.files.atomic_file import replace_file
from nn.files.packing import packed
from nn.imports.file_bytes import Watch
from nn.messages import Message

_TAKEN = {"dataclasses", "hashlib", "math", "nn", "numpy", "os", "pathlib", "torch"}
_HEAD = '''"""{description}

Needs {needs}.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "{threads}"
# ... before NumPy is imported: more threads add in another order, and the last bits of a sum depend on it

{imports}'''


def head(description: str, needs: str, imports: str, threads: int) -> str:
    """Return the first lines of a program: what it is, how many threads it takes, and what it imports."""
    return _HEAD.format(description=description, needs=needs, imports=imports, threads=threads)


def opening(path: Path, aside: Aside) -> str:
    """Return the lines that read the file beside the program, or nothing where there is none."""
    if not aside.arrays:
        return ""
    opened = f"np.load(Path(__file__).with_name({literal(beside(path).name)}), allow_pickle=False)"
    return f"with {opened} as file:\n    ARRAYS = dict(file)\n\n"


def section(title: str, text: str) -> str:
    """Return a part of a program below a line that names it."""
    defines = text.startswith(("def ", "class ", "@"))  # stands below two empty lines
    return f"\n\n# {'-' * 20} {title} {'-' * max(4, 85 - len(title))}\n\n" + ("\n" if defines else "") + text


def beside(path: Path) -> Path:
    """Return the file that holds a program's large arrays."""
    return path.with_name(f"{path.stem}_data.npz")


def check_name(path: Path) -> None:
    """Refuse a name under which a program would be taken for a library that it imports.

    Raises
    ------
    Unfit
        If it is one.
    """
    if path.stem in _TAKEN:
        raise Unfit(
            Message("A program called {name} hides the library of that name; choose another file name.", name=path.name)
        )


def write_program(path: Path, text: str, aside: Aside, watch: Watch) -> tuple[Path, ...]:
    """Write a program and, where it has large arrays, the file beside it; return what was written.

    Raises
    ------
    Unfit
        If the program would be taken for a library that it imports.
    OSError
        If it cannot be written; then no new file is left behind.
    """
    check_name(path)
    if not aside.arrays:
        replace_file(path, [text.encode()])
        return (path,)
    content, is_new = packed(aside.arrays, watch), not beside(path).exists()
    replace_file(beside(path), [content])
    try:
        replace_file(path, [text.encode()])
    except OSError:
        if is_new:
            beside(path).unlink(missing_ok=True)
        raise
    return (path, beside(path))
