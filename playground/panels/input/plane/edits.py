"""Edits of the session from what a person does on the plane: this way only, never back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot

from nn.inspection.surfaces import is_plane
from playground.panels.input.plane.points_layer import TEST, TRAIN, Hit, has_points
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from nn.datasets.base import Dataset
    from playground.panels.input.plane.axes import Place
    from playground.panels.input.plane.decision_surface import DecisionSurface
    from playground.panels.input.plane.tools import SurfaceTools
    from playground.session.session import Session


class PlaneEdits(QObject):
    """Adds, moves, deletes and relabels points, and chooses the sample that all panels look at.

    Parameters
    ----------
    session : Session
        What is edited.
    surface, tools : DecisionSurface, SurfaceTools
        Where a person does it.
    """

    def __init__(self, session: Session, surface: DecisionSurface, tools: SurfaceTools, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._points, self._tools = session, session.points, tools
        surface.add_requested.connect(self._on_add_requested)
        surface.move_requested.connect(self._on_move_requested)
        surface.delete_requested.connect(self._on_delete_requested)
        surface.relabel_requested.connect(self._on_relabel_requested)
        surface.place_chosen.connect(self._on_place_chosen)
        surface.point_chosen.connect(self._on_point_chosen)
        tools.clear_requested.connect(self._on_clear_requested)
        tools.restore_requested.connect(self._on_restore_requested)
        tools.refused.connect(session.status)

    @Slot(object)
    def _on_add_requested(self, place: Place) -> None:
        data = self._session.library.data
        if data is not None:
            target = max(self._tools.tool, 0) if data.classes else self._tools.value
            self._try(lambda: self._points.add(place, target))

    @Slot(int, object, str)
    def _on_move_requested(self, index: int, place: Place, gesture: str) -> None:
        was_shown = self._is_shown(index)
        self._try(lambda: self._points.move(index, place, merge_key=gesture))
        if was_shown:  # the diagram follows the point
            self._on_point_chosen(Hit(TRAIN, index))

    @Slot(int)
    def _on_delete_requested(self, index: int) -> None:
        self._try(lambda: self._points.delete(index))

    @Slot(int, int)
    def _on_relabel_requested(self, index: int, label: int) -> None:
        data = self._session.library.data
        if data is None or index >= len(data.t) or label >= len(data.classes):
            return
        target: float = self._tools.value
        if data.classes:
            target = label if label >= 0 else (int(data.t[index]) + 1) % len(data.classes)
        was_shown = self._is_shown(index)
        self._try(lambda: self._points.relabel(index, target))
        if was_shown:
            self._on_point_chosen(Hit(TRAIN, index))

    @Slot()
    def _on_clear_requested(self) -> None:
        self._try(self._points.clear)

    @Slot()
    def _on_restore_requested(self) -> None:
        self._try(self._points.restore)

    @Slot(object)
    def _on_place_chosen(self, place: Place) -> None:
        self._show(place)

    @Slot(object)
    def _on_point_chosen(self, hit: Hit) -> None:
        data = self._session.library.data
        if data is None or not has_points(data):
            return
        if hit.part == TRAIN and hit.index < len(data.x):  # it may be gone since it was pressed
            # by its numbers: the row of a point is another one as soon as a point before it is deleted
            self._show(_place_of(data, hit.index), data.t[hit.index])
        elif hit.part == TEST:
            self._try(lambda: self._session.looking.show_row(hit.index, "test"))

    def _show(self, place: npt.ArrayLike, t: npt.ArrayLike | None = None) -> None:
        spec = self._session.looking.network.spec
        if is_plane(spec):
            x = np.reshape(place, spec.input_shape)
            self._try(lambda: self._session.looking.type_sample(x, t))

    def _is_shown(self, index: int) -> bool:
        sample, data = self._session.looking.sample, self._session.library.data
        if sample is None or data is None or not has_points(data) or not 0 <= index < len(data.x) or sample.x.size != 2:
            return False
        return bool(np.array_equal(sample.x.reshape(2), _place_of(data, index).astype(sample.x.dtype)))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except (ValueError, TypeError) as error:
            self._session.status.emit(said(error))


def _place_of(data: Dataset, index: int) -> npt.NDArray[np.float64]:
    place: npt.NDArray[np.float64] = data.x[index].reshape(2) * data.scale
    return place
