"""The decision surface of every neuron as a small picture, live while the network learns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from nn.inspection.surfaces import FULL, Surfaces, area_of, is_plane
from playground.panels.network.drawn import drawn_network, face_of
from playground.session.looking.selection import INPUT, Neuron
from playground.widgets.look.heat import heat_indices, heat_table
from playground.widgets.refreshing import Refreshing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from nn.arrays import Array
    from nn.inspection.surfaces import Area
    from nn.network import Network
    from playground.session.session import Session

SIDE = 24
"""Points along each side of a picture: neurons are drawn 20 to 40 px large."""
MOST_UNITS = 64
"""A layer with more neurons gets no pictures: nobody could tell them apart."""


class NeuronSurfaces(Refreshing, QObject):
    """Makes a picture of what each neuron gives over the plane, for networks with two inputs.

    Blue is positive, orange negative, as everywhere. The colours of a layer share one scale, so that a neuron that
    hardly does anything looks pale beside the others.

    Parameters
    ----------
    session : Session
        Whose network is shown.
    view : QWidget
        What shows the pictures; its palette colours them.
    """

    pictures_changed = Signal(object)
    """Dict of Neuron to QImage of SIDE x SIDE pixels, or None where the network does not take two numbers."""

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._surfaces: Surfaces | None = None
        self._face = "this"
        self._other: Surfaces | None = None  # of the network that the subject is compared with
        self.pictures: dict[Neuron, QImage] | None = None
        """What `pictures_changed` told last."""
        session.looking.moment_changed.connect(self.out_of_date)
        session.library.data_changed.connect(self._on_data_changed)
        session.comparison.changed.connect(self._on_drawn_changed)
        for stepper in (session.flow.stepper, session.stepper):
            stepper.trace_changed.connect(self._on_drawn_changed)

    def shown_in(self) -> QWidget:
        """Return what shows the pictures."""
        return self._view

    @Slot()
    def _on_drawn_changed(self) -> None:
        """Follow which network is drawn while somebody compares."""
        face = face_of(self._session)
        if face != "this" or face != self._face:
            self.out_of_date()

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        if self._surfaces is not None and self._surfaces.area != self._area():
            self.out_of_date()

    def refresh(self) -> None:
        """Make the pictures of the network as it is now."""
        network, self._face = drawn_network(self._session), face_of(self._session)
        if not is_plane(network.spec):
            self._surfaces = self._other = None
            self._tell(None)
            return
        self._surfaces = self._made(self._surfaces, network)
        numbers = self._surfaces.flat  # of all layers together, in few calls: in each the training thread has its turn
        rival = self._session.comparison.rival if self._face == "difference" else None
        if rival is not None:
            self._other = self._made(self._other, rival.network)
            numbers = _apart(self._surfaces, self._other)
        self._tell(dict(self._painted(self._surfaces, numbers)))

    def _made(self, surfaces: Surfaces | None, network: Network) -> Surfaces:
        """Give the surfaces of a network with its present weights, in memory that is used again where it fits."""
        area = self._area()
        if surfaces is None or surfaces.spec != network.spec or surfaces.area != area:
            surfaces = Surfaces(network.spec, area, SIDE)
        surfaces.update(network)
        return surfaces

    def _area(self) -> Area:
        return area_of(self._session.library.made, self._session.library.data)

    def _tell(self, pictures: dict[Neuron, QImage] | None) -> None:
        if pictures is not None or self.pictures is not None:
            self.pictures = pictures
            self.pictures_changed.emit(pictures)

    def _painted(self, surfaces: Surfaces, numbers: Array) -> Iterator[tuple[Neuron, QImage]]:
        layers = [layer for layer in enumerate(surfaces.values, INPUT) if _units(layer[1]) <= MOST_UNITS]
        sizes = [values.size for _, values in layers]
        if len(layers) < len(surfaces.values):
            parts = np.split(numbers, np.cumsum([values.size for values in surfaces.values])[:-1])
            numbers = np.concatenate([parts[layer - INPUT] for layer, _ in layers])
        colors = heat_table(self._view.palette())[heat_indices(_on_scale_of_layers(numbers, sizes), 1.0)]
        for (layer, values), pixels in zip(layers, np.split(colors, np.cumsum(sizes)[:-1]), strict=True):
            yield from _cut(layer, pixels.reshape(-1, _units(values)).T)


def _apart(surfaces: Surfaces, other: Surfaces) -> Array:
    """Return how far two networks are apart at every neuron over the plane; the plane itself is the same for both."""
    with np.errstate(all="ignore"):
        numbers = surfaces.flat - other.flat
    plane = surfaces.values[0].size
    numbers[:plane] = surfaces.flat[:plane]
    return numbers


def _units(values: Array) -> int:
    return math.prod(values.shape[1:])


def _on_scale_of_layers(numbers: Array, sizes: Sequence[int]) -> Array:
    """Return numbers of layers of these sizes in shares of what gets the full colour in their layer."""
    with np.errstate(all="ignore"):
        sums = np.add.reduceat(np.square(numbers), np.cumsum([0, *sizes[:-1]]))
        scales = FULL * np.sqrt(sums / sizes)
        scales[~(np.isfinite(scales) & (scales > 0))] = 1
        return numbers * np.repeat((1 / scales).astype(numbers.dtype), sizes)


def _cut(layer: int, pixels: NDArray[np.uint32]) -> Iterator[tuple[Neuron, QImage]]:
    """Give a layer's pictures, from colours of shape (units, SIDE * SIDE)."""
    data = pixels.tobytes()
    sheet = QImage(data, SIDE, SIDE * len(pixels), 4 * SIDE, QImage.Format.Format_RGB32)
    for index in range(len(pixels)):  # a copy owns its pixels, the sheet does not
        yield Neuron(layer, index), sheet.copy(0, index * SIDE, SIDE, SIDE)
