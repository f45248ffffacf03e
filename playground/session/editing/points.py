"""Editing the training points of data in the plane, each edit an undo step, also while training runs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from nn.messages import Message
from playground.session.document.state import Points
from playground.session.editing.adapting import check_mini_batches
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    import numpy.typing as npt

    from nn.datasets.base import Dataset
    from playground.session.document.document import Document
    from playground.session.document.state import DatasetChoice
    from playground.session.library import Library
    from playground.session.running.control import RunControl
    from playground.session.running.run import TrainingRun


class PointEditing(QObject):
    """Adds, moves, deletes and relabels training points.

    The document keeps the points a person made beside the name of the dataset they began with. A run that is
    running goes on with them from where it stands: neither weights nor history are touched.

    Parameters
    ----------
    document, library, run, control
        Those of the session.
    """

    status = Signal(str)
    """One sentence: why an edit was not made."""

    def __init__(
        self,
        document: Document,
        library: Library,
        run: TrainingRun,
        control: RunControl,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._library = library
        self._run = run
        self._control = control

    @property
    def can_edit(self) -> bool:
        """Whether the document's data are there and are points in the plane, as the network takes them."""
        data = self._library.data
        return data is not None and data.input_shape == (2,) and data.scale == 1

    @property
    def are_edited(self) -> bool:
        """Whether the training points are a person's own."""
        return self._document.state.dataset.train is not None

    def add(self, x: npt.ArrayLike, t: float | npt.ArrayLike) -> int:
        """Add a training point; it becomes the last one.

        Parameters
        ----------
        x : array_like, shape (2,)
            Where it lies.
        t : int, float or array_like
            The number of its class, or the value or values that the network is to give there.

        Returns
        -------
        int
            The index of the new point.

        Raises
        ------
        ValueError
            If the data cannot be edited, or `x` or `t` does not fit them.
        """
        data = self._data()
        points = Points(np.vstack((data.x, _place(x))), np.concatenate((data.t, _targets(data, t))))
        self._edit(QT_TRANSLATE_NOOP("PointEditing", "Add point"), points)
        return len(data.x)

    def move(self, index: int, x: npt.ArrayLike, merge_key: str = "") -> None:
        """Move a training point; moves in a row with the same `merge_key` (one drag) become one undo step.

        Raises
        ------
        ValueError
            If there is no such point or `x` is no place.
        """
        data = self._data()
        places = data.x.copy()
        places[_checked(data, index)] = _place(x)
        self._edit(QT_TRANSLATE_NOOP("PointEditing", "Move point"), Points(places, data.t), merge_key)

    def delete(self, index: int) -> None:
        """Delete a training point; without any left a run ends, because there is nothing to learn from.

        Raises
        ------
        ValueError
            If there is no such point.
        """
        data = self._data()
        others = np.arange(len(data.x)) != _checked(data, index)
        self._edit(QT_TRANSLATE_NOOP("PointEditing", "Delete point"), Points(data.x[others], data.t[others]))

    def relabel(self, index: int, t: float | npt.ArrayLike) -> None:
        """Give a training point another class or value.

        Raises
        ------
        ValueError
            If there is no such point or `t` does not fit the data.
        """
        data = self._data()
        targets = data.t.copy()
        targets[_checked(data, index)] = _targets(data, t)[0]
        self._edit(QT_TRANSLATE_NOOP("PointEditing", "Relabel point"), Points(data.x, targets))

    def clear(self) -> None:
        """Delete all training points, to begin with an empty plane; a run ends first."""
        data = self._data()
        self._edit(QT_TRANSLATE_NOOP("PointEditing", "Clear points"), Points(data.x[:0], data.t[:0]))

    def restore(self) -> None:
        """Take the training points of the dataset as it was made."""
        self._edit(QT_TRANSLATE_NOOP("PointEditing", "Restore points"), None)

    def _data(self) -> Dataset:
        data = self._library.data
        if data is None or not self.can_edit:
            name = self._document.state.dataset.name
            raise ValueError(
                Message("{name} has no points in the plane; choose a dataset with 2 inputs, such as circle", name=name)
            )
        return data

    def _edit(self, text: Any, points: Points | None, merge_key: str = "") -> None:
        choice = replace(self._document.state.dataset, train=points)
        put = partial(self._put, Phrase("PointEditing", text), choice, merge_key)
        if points is not None and not len(points.x):
            self._control.when_idle(put)
        else:
            put()

    def _put(self, text: Phrase, choice: DatasetChoice, merge_key: str) -> None:
        try:
            self._check_batches(choice.train)
        except ValueError as error:
            self.status.emit(said(error))
        else:
            self._document.edit(text, merge_key=merge_key, dataset=choice)
            self._control.go_on_live()

    def _check_batches(self, points: Points | None) -> None:
        """Raise ValueError if a run, which takes the points at once, would fail by how many they are."""
        if self._run.is_running and points is not None:
            state, data = self._document.state, replace(self._data(), x=points.x, t=points.t)
            check_mini_batches(state.spec, data, state.config.batch_size, replacement=state.config.replacement)


def _place(x: npt.ArrayLike) -> npt.NDArray[np.float64]:
    place = np.asarray(x, np.float64)
    if place.shape != (2,) or not np.isfinite(place).all():
        raise ValueError(Message("a point lies at {x!r}; give two finite numbers x1, x2", x=x))
    return place


def _targets(data: Dataset, t: float | npt.ArrayLike) -> npt.NDArray[Any]:
    """Return a target as a row that can be appended to those of the data."""
    given = np.asarray(t)
    if data.classes and (given.shape != () or given != int(given) or not 0 <= int(given) < len(data.classes)):
        raise ValueError(
            Message("a point has class {t!r}; give a number from 0 to {last}", t=t, last=len(data.classes) - 1)
        )
    if not np.isfinite(given).all() or given.size not in (1, data.t[:1].size or 1):
        raise ValueError(
            Message("a point has target {t!r}; give {count} finite numbers", t=t, count=int(np.prod(data.t.shape[1:])))
        )
    return np.broadcast_to(given, (1, *data.t.shape[1:])).astype(data.t.dtype)


def _checked(data: Dataset, index: int) -> int:
    if not 0 <= index < len(data.x):
        raise ValueError(
            Message(
                "there is no training point {index}; there are {samples}, counted from 0",
                index=index,
                samples=len(data.x),
            )
        )
    return index
