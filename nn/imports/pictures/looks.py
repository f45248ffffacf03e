"""What the pictures of a folder have in common: whether they are drawings, and in which ink."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_LIGHT_PAPER = 128  # of 255 grey levels
_EVEN = 32  # grey levels by which paper is uneven: the shadow of a hand is more
_INKED = 64  # grey levels by which ink stands out from paper
_MOST_EDGES, _LEAST_INK, _MOST_INK = 0.8, 0.002, 0.6  # shares of the pixels: of the edges on paper, of all in ink


_CHROMA = 40  # of 255: so far apart are red, green and blue of a pixel that is not grey
_LEAST_COLOURED = 0.1  # share of a picture's pixels
_MOST_PAPER = 0.7  # share of pixels that are as light as paper: more make a drawing in coloured ink


class Looks(NamedTuple):
    """How pictures are to be taken, as `ReadingOptions` has it.

    Attributes
    ----------
    ink
        "dark" if most of them show something dark on light paper, else "light".
    crop
        "drawing" if most of them show ink on even paper, else "whole".
    """

    ink: str
    crop: str


def looks_of(pictures: npt.NDArray[np.uint8]) -> Looks:
    """Return one answer for all pictures: single ones that differ are exceptions, not another kind.

    Parameters
    ----------
    pictures : ndarray of uint8, shape (N, side, side)
        Grey values, 255 for white. Their edges are taken for the paper.
    """
    votes = np.array([_looks_dark_and_drawn(picture) for picture in pictures])  # one by one: others want their turn
    dark, drawn = np.count_nonzero(votes, axis=0) * 2 > len(pictures)
    return Looks("dark" if dark else "light", "drawing" if drawn else "whole")


def are_coloured(pictures: npt.NDArray[np.uint8]) -> bool:
    """Say whether most pictures are in colour, and not grey or drawn with a coloured pen on paper.

    Parameters
    ----------
    pictures : ndarray of uint8, shape (N, 3, side, side)
    """
    least, most = pictures.min(axis=1).astype(int), pictures.max(axis=1).astype(int)
    coloured = np.mean(most - least >= _CHROMA, axis=(1, 2)) >= _LEAST_COLOURED
    paper = np.mean(least >= 255 - _EVEN, axis=(1, 2)) > _MOST_PAPER
    return bool(np.count_nonzero(coloured & ~paper) * 2 > len(pictures))


def _looks_dark_and_drawn(picture: npt.NDArray[np.uint8]) -> tuple[bool, bool]:
    edges = np.concatenate((picture[0], picture[-1], picture[1:-1, 0], picture[1:-1, -1])).astype(int)
    paper = np.median(edges)
    has_paper = bool(np.mean(np.abs(edges - paper) <= _EVEN) >= _MOST_EDGES)  # most photos have none
    is_dark = bool(paper >= _LIGHT_PAPER and paper > picture.mean())
    inked = np.mean(np.abs(picture - paper) >= _INKED)
    return has_paper and is_dark, has_paper and bool(_LEAST_INK <= inked <= _MOST_INK)
