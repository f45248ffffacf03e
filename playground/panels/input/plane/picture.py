"""The picture of what a network says all over the plane: quick while it learns, fine when it rests."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from nn.inspection.surfaces import Meaning, Surfaces, area_of, full_size, is_plane
from playground.widgets.look.class_colors import shares_colors, signed_colors
from playground.widgets.look.heat import heat_colors
from playground.widgets.refreshing import Refreshing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from nn.network import Network, NetworkSpec
    from playground.session.looking.selection import Neuron
    from playground.session.session import Session

SIDES = (24, 32, 48, 64, 96)
"""Points along each side of a live picture; which of them is chosen by what a picture costs."""
FINE_SIDE = 160
"""Points along each side of the picture of a network at rest."""
_CHEAP, _DEAR = 0.003, 0.007  # s; a picture that costs less may be finer, one that costs more has to be coarser
_PRODUCTS = 40_000_000  # of a weight and a number, which take about 5 ms
_REST_MS = 250  # without another picture wanted, after which the fine one is made
_FINE_SIDES = (*SIDES, FINE_SIDE)
_FINE_PRODUCTS = 8 * _PRODUCTS  # which take about 40 ms: once, while nothing moves
_FOLLOW_S = 0.03  # from one picture of the past to the next, while the hand goes through it
_TOO_DEAR_AT_REST = 0.1  # s of a fine picture on this machine: the next one is coarser
_STRIP = 2048  # points of a fine picture that are computed in one turn of the event loop


class PlanePicture(Refreshing, QObject):
    """Makes pictures of the network's output: when it is out of date, and a fine one when it rests.

    Parameters
    ----------
    session : Session
        Whose network is asked.
    view : QWidget
        What shows the picture.
    """

    picture_changed = Signal(QImage)

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._surfaces: dict[int, Surfaces] = {}
        self._spec: NetworkSpec | None = None
        self._level = self._fine_level = 0
        self._discrete, self._made_at = False, -math.inf
        self._neuron: Neuron | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._strips: Iterator[None] | None = None  # of the fine picture that is being made
        self._strip_due = QTimer(self, singleShot=True, interval=0)
        self._strip_due.timeout.connect(self._on_strip_due)
        self._spent = 0.0  # seconds of processor time on it

    def shown_in(self) -> QWidget:
        """Return what shows the picture."""
        return self._view

    def set_discrete(self, discrete: bool) -> None:
        """Show what is decided in place of how sure the network is."""
        self._discrete = discrete
        self.out_of_date()

    def show_neuron(self, neuron: Neuron | None) -> None:
        """Show what one neuron gives over the plane in place of what the network says; None for that again."""
        self._neuron = neuron
        self.out_of_date()

    def has(self, neuron: Neuron) -> bool:
        """Say whether there is such a neuron in the network that is looked at, and it takes two numbers."""
        spec = self._session.looking.network.spec
        shapes = (spec.input_shape, *(plan.output for plan in spec.plans))
        is_layer = is_plane(spec) and 0 <= neuron.layer + 1 < len(shapes)
        return is_layer and 0 <= neuron.index < math.prod(shapes[neuron.layer + 1])

    def follow(self) -> None:
        """Hear of another moment: of the past a picture is made at once, for the hand goes through it."""
        self.out_of_date()
        due = time.perf_counter() - self._made_at >= _FOLLOW_S
        if self._session.looking.is_past and due and self._view.isVisible():
            self.catch_up()

    def refresh(self) -> None:
        """Make another picture: the weights, the data or the colours are others."""
        network = self._session.looking.network
        if not is_plane(network.spec):
            return
        self._strip_due.stop()
        side = SIDES[self._level_for(network.spec)]
        began = self._made_at = time.perf_counter()
        self._make(network, side)
        cost = time.perf_counter() - began
        self._level += (cost < _CHEAP and self._level + 1 < len(SIDES)) - (cost > _DEAR and self._level > 0)
        self._rest.start()

    def _level_for(self, spec: NetworkSpec) -> int:
        """Return what the last pictures suggest, or a guess for another network."""
        if spec != self._spec:
            self._spec = spec
            self._level = _affordable(SIDES[:-1], spec, _PRODUCTS)
            self._fine_level = _affordable(_FINE_SIDES, spec, _FINE_PRODUCTS)
        return self._level

    @Slot()
    def _on_rested(self) -> None:
        network = self._session.looking.network
        if not is_plane(network.spec):
            return
        self._level_for(network.spec)
        side = _FINE_SIDES[self._fine_level]
        self._spent = 0.0
        self._strips = self._making_fine(network, side)
        self._strip_due.start()

    def _making_fine(self, network: Network, side: int) -> Iterator[None]:
        surfaces = self._surfaces_of(network.spec, side)
        yield from surfaces.updating(network, max(1, _STRIP // side))
        self._show(surfaces)

    @Slot()
    def _on_strip_due(self) -> None:
        """Compute the next strip; what is told meanwhile begins another picture."""
        began = time.thread_time()
        is_over = self._strips is None or next(self._strips, self) is self
        self._spent += time.thread_time() - began
        if is_over:
            self._fine_level -= self._spent > _TOO_DEAR_AT_REST and self._fine_level > 0
        else:
            self._strip_due.start()

    def _make(self, network: Network, side: int) -> None:
        surfaces = self._surfaces_of(network.spec, side)
        surfaces.update(network)
        self._show(surfaces)

    def _show(self, surfaces: Surfaces) -> None:
        side = surfaces.side
        colors = self._colors(surfaces, Meaning.of(surfaces.spec, self._session.library.data))
        self.picture_changed.emit(QImage(colors.tobytes(), side, side, 4 * side, QImage.Format.Format_RGB32).copy())

    def _surfaces_of(self, spec: NetworkSpec, side: int) -> Surfaces:
        area = area_of(self._session.library.made, self._session.library.data)
        if any(known.spec != spec or known.area != area for known in self._surfaces.values()):
            self._surfaces = {}
        if side not in self._surfaces:
            self._surfaces[side] = Surfaces(spec, area, side)
        return self._surfaces[side]

    def _colors(self, surfaces: Surfaces, meaning: Meaning) -> NDArray[np.uint32]:
        palette = self._view.palette()
        if self._neuron is not None and self.has(self._neuron):
            values = surfaces.values[self._neuron.layer + 1]
            return heat_colors(values.reshape(len(values), -1)[:, self._neuron.index], full_size(values), palette)
        signed = meaning.signed(surfaces.output)
        if signed is None:
            return shares_colors(meaning.shares(surfaces.output), palette, self._discrete)
        if self._discrete:
            signed = np.where(np.isfinite(signed), np.copysign(meaning.limit, signed), np.nan)
        return signed_colors(signed, meaning.limit, palette)


def _affordable(sides: tuple[int, ...], spec: NetworkSpec, products: int) -> int:
    """Return the finest of these levels at which a picture takes at most so many products, or else the coarsest."""
    return max((level for level, side in enumerate(sides) if side**2 * spec.parameters <= products), default=0)
