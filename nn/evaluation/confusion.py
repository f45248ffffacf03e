"""What a network takes for what: the table of true classes against those it says, and samples out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from nn.arrays import Array
    from nn.evaluation.answers import Answers


def confusion(answers: Answers) -> npt.NDArray[np.int64]:
    """Return how many samples of each true class (rows) were called what (columns), shape (C, C).

    Answers that are no numbers are counted nowhere.
    """
    classes, said = len(answers.classes), answers.said
    is_said = said >= 0
    places = answers.t[is_said] * classes + said[is_said]
    return np.bincount(places, minlength=classes * classes).reshape(classes, classes)


def recall(table: npt.NDArray[np.int64], of: npt.NDArray[np.int64] | None = None) -> Array:
    """Return which share of each true class is found, NaN for a class without samples, shape (C,).

    Parameters
    ----------
    of : ndarray, optional
        How many samples of each class there are, where some are counted nowhere in the table.
    """
    return _shares(table.diagonal(), table.sum(axis=1) if of is None else of)


def precision(table: npt.NDArray[np.int64]) -> Array:
    """Return which share of what is called a class is one, NaN for one that is never said, shape (C,)."""
    return _shares(table.diagonal(), table.sum(axis=0))


def rows_in_cell(answers: Answers, true: int, said: int) -> npt.NDArray[np.int64]:
    """Return which samples of a class are called another, the worst first."""
    return _by(-answers.losses, np.flatnonzero((answers.t == true) & (answers.said == said)))


def worst_first(answers: Answers) -> npt.NDArray[np.int64]:
    """Return all samples by their loss, the largest first, above all those whose loss is no number."""
    return _by(-answers.losses, np.arange(len(answers)))


def least_certain_first(answers: Answers) -> npt.NDArray[np.int64]:
    """Return all samples by how far the first class is ahead of the second, the closest first."""
    if answers.shares.shape[1] < 2:
        return worst_first(answers)
    two = np.partition(answers.shares, -2, axis=1)[:, -2:]
    return _by(two[:, 1] - two[:, 0], np.arange(len(answers)))


def _by(keys: Array, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    chosen = keys[rows]
    return rows[np.argsort(np.where(np.isnan(chosen), -np.inf, chosen), kind="stable")]


def _shares(part: npt.NDArray[np.int64], whole: npt.NDArray[np.int64]) -> Array:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
