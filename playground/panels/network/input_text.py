"""A few numbers as people type them: one sample, or a batch of rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Row = list[float]
_WRAPPED = re.compile(r"^(?:\w+\s*=\s*)?(?:np\.)?(?:array\s*\()?(?P<numbers>.*?)\)?$", re.DOTALL)
_DECIMAL_COMMA = re.compile(r"^[+-]?\d+,\d+$")


class NotNumbersError(ValueError):
    """A text that cannot be read as numbers.

    Attributes
    ----------
    piece : str
        The part that is no number; empty where the brackets do not match.
    """

    def __init__(self, piece: str) -> None:
        super().__init__(f"{piece!r} is no number" if piece else "the brackets do not match")
        self.piece = piece


def parse_numbers(text: str) -> Row | list[Row]:
    """Read numbers: a flat list is one sample, a nested one a batch.

    Commas, semicolons and spaces separate. In brackets it is Python: ``[[1.0, 0.5]]``. Without, a semicolon
    separates numbers with a decimal comma (``1,0; 0,5``) or else rows (``1, 2; 3, 4``).

    Raises
    ------
    NotNumbersError
        If a piece is no number or the brackets do not match.
    """
    found = _WRAPPED.match(text.strip())
    numbers = found["numbers"].strip() if found else ""
    if "[" in numbers or "]" in numbers:
        return _in_brackets(numbers)
    pieces = [piece.strip() for piece in numbers.split(";") if piece.strip()]
    if len(pieces) > 1 and not all(_is_one(piece) for piece in pieces):
        return [_row(piece) for piece in pieces]
    return _row(";".join(pieces))


def numbers_text(array: NDArray[np.generic]) -> str:
    """Write an array as it can be typed: without brackets for one row, with them for a batch."""
    if not array.ndim:
        return _number_text(array[()])
    if array.ndim == 1:
        return ", ".join(_number_text(number) for number in array)
    return "[" + ", ".join(f"[{numbers_text(row)}]" for row in array.reshape(len(array), -1)) + "]"


def _in_brackets(text: str) -> Row | list[Row]:
    if not (text.startswith("[") and text.endswith("]")):
        raise NotNumbersError("")
    inner = text[1:-1].strip()
    if "[" not in inner and "]" not in inner:
        return _row(inner)
    rows = re.findall(r"\[([^\[\]]*)\]", inner)
    if re.sub(r"\[[^\[\]]*\]|[,;\s]", "", inner):  # something is left between the rows
        raise NotNumbersError("")
    return [_row(row) for row in rows]


def _row(text: str) -> Row:
    return [_number(piece) for piece in _pieces(text)]


def _pieces(text: str) -> list[str]:
    by_space = [piece for piece in re.split(r"[;\s]+", text) if piece]
    if len(by_space) > 1 and any(map(_DECIMAL_COMMA.match, by_space)) and all(map(_is_one, by_space)):
        return [piece.replace(",", ".") for piece in by_space]
    return [piece for piece in re.split(r"[,;\s]+", text) if piece]


def _is_one(piece: str) -> bool:
    """Say whether a piece is one number, a decimal comma allowed."""
    return bool(_DECIMAL_COMMA.match(piece)) or not re.search(r"[,\s]", piece)


def _number(piece: str) -> float:
    try:
        return float(piece)
    except ValueError:
        raise NotNumbersError(piece) from None


def _number_text(number: object) -> str:
    return str(number)
