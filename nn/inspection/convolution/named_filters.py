"""Filters that have a name, and pictures that the book computes with."""

from __future__ import annotations

from collections.abc import Mapping

Rows = tuple[tuple[float, ...], ...]

FILTERS: Mapping[str, Rows] = {
    "vertical edges": ((-1, 0, 1), (-2, 0, 2), (-1, 0, 1)),
    "horizontal edges": ((-1, -2, -1), (0, 0, 0), (1, 2, 1)),
    "blur": ((1 / 9,) * 3,) * 3,
    "sharpen": ((0, -1, 0), (-1, 5, -1), (0, -1, 0)),
    "outline": ((-1, -1, -1), (-1, 8, -1), (-1, -1, -1)),
    "nothing": ((0, 0, 0), (0, 1, 0), (0, 0, 0)),
    "figure 7-3": ((2, 0, 1), (0, 1, 2), (1, 0, 2)),
    "ones": ((1, 1, 1),) * 3,
}
"""Sobel's two edges, the mean of nine pixels, and the like; the filter of the book's figure 7-3."""

PICTURES: Mapping[str, Rows] = {
    "figure 7-3": ((1, 2, 3, 0), (0, 1, 2, 3), (3, 0, 1, 2), (2, 3, 0, 1)),
    "ones": ((1,) * 4,) * 4,
    "counted": tuple(tuple(range(row, row + 4)) for row in range(0, 16, 4)),
    "ties": ((1, 2, 0, 0), (2, 1, 0, 0), (3, 0, 1, 1), (0, 3, 1, 1)),
}
"""The input of figure 7-3; ones, 0 to 15, and one in which largest numbers are equal."""
