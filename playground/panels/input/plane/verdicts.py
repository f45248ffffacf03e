"""The points that the network takes for another class, found out a few times a second while it learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from nn.inspection.surfaces import Meaning, is_plane
from nn.network import Network
from playground.panels.input.plane.points_layer import MOST_SHOWN, has_points
from playground.widgets.refreshing import READABLE_S, Refreshing

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from nn.datasets.base import Dataset
    from playground.session.session import Session

_NOBODY = np.empty(0, np.bool_)


class PlaneVerdicts(Refreshing, QObject):
    """Asks a copy of the network that is looked at about the points that are shown.

    Parameters
    ----------
    session : Session
        Whose network and data.
    view : QWidget
        What marks the points.
    """

    least_gap = READABLE_S

    changed = Signal(object, object)
    """Which training points and which test points are wrong: bool arrays, empty where nobody knows."""

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._network: Network | None = None
        self._told: tuple[NDArray[np.bool_], NDArray[np.bool_]] | None = None

    def shown_in(self) -> QWidget:
        """Return what marks the points."""
        return self._view

    def forget(self) -> None:
        """Take nothing for told: the points are others."""
        self._told = None

    def refresh(self) -> None:
        """Ask about all points, and tell what is new."""
        network, data = self._session.looking.network, self._session.library.data
        found = (_NOBODY, _NOBODY)
        if data is not None and data.classes and is_plane(network.spec) and has_points(data):
            meaning = Meaning.of(network.spec, data)
            if meaning.classes == data.classes:
                asked = self._copy_of(network)
                found = (
                    _wrong(asked, meaning, data, data.x, data.t),
                    _wrong(asked, meaning, data, data.x_test, data.t_test),
                )
        if self._told is None or not all(map(np.array_equal, found, self._told)):
            self._told = found
            self.changed.emit(*found)

    def _copy_of(self, network: Network) -> Network:
        if self._network is None or self._network.spec != network.spec:
            self._network = Network(network.spec, None)
        self._network.load(network.flat_params, network.flat_state)
        return self._network


def _wrong(
    network: Network, meaning: Meaning, data: Dataset, x: NDArray[np.generic], t: NDArray[np.generic]
) -> NDArray[np.bool_]:
    """Return a verdict on each point; those beyond the ones that are shown get none."""
    wrong = np.zeros(len(x), np.bool_)
    if len(x):
        shown = np.multiply(x[:MOST_SHOWN], data.scale).reshape(-1, *network.spec.input_shape)
        with np.errstate(all="ignore"):  # a network that diverged gets everything wrong
            wrong[:MOST_SHOWN] = meaning.wrong(network.output(shown), t[:MOST_SHOWN])
    return wrong
