"""The picture of what a network says all over the plane: quick while it learns, fine when it rests."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from nn.inspection.surfaces import Meaning, Surfaces, area_of, is_plane
from playground.panels.network.plane.colors import shares_colors, signed_colors
from playground.panels.network.plane.pace import SurfacePace

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from nn.network import Network, NetworkSpec
    from playground.session.session import Session

SIDES = (24, 32, 48, 64, 96)
"""Points along each side of a live picture; which of them is chosen by what a picture costs."""
FINE_SIDE = 160
"""Points along each side of the picture of a network at rest."""
_CHEAP, _DEAR = 0.003, 0.007  # s; a picture that costs less may be finer, one that costs more has to be coarser
_PRODUCTS = 40_000_000  # of a weight and a number, which take about 5 ms
_REST_MS = 250  # without another picture wanted, after which the fine one is made
_MOST_FOR_FINE = 0.04  # s by the cost of a live picture, most of which does not grow with its points


class PlanePicture(QObject):
    """Makes pictures of the network's output, at most 30 a second and none while nobody sees them.

    Parameters
    ----------
    view : QWidget
        What shows the picture.
    """

    picture_changed = Signal(QImage)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._session: Session | None = None
        self._surfaces: dict[int, Surfaces] = {}
        self._spec: NetworkSpec | None = None
        self._level = 0
        self._discrete = False
        self._pace = SurfacePace(view)
        self._pace.frame_due.connect(self._on_frame_due)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)

    def attach(self, session: Session) -> None:
        """Make pictures of this session's network from now on."""
        self._session = session
        self.refresh()

    def set_discrete(self, discrete: bool) -> None:
        """Show what is decided in place of how sure the network is."""
        self._discrete = discrete
        self.refresh()

    def refresh(self) -> None:
        """Ask for another picture: the weights, the data or the colours are others."""
        if self._network() is not None:
            self._pace.ask()

    def _network(self) -> Network | None:
        """Return the session's network, None where it has no surface over the plane."""
        network = None if self._session is None else self._session.looking.network
        return network if network is not None and is_plane(network.spec) else None

    @Slot()
    def _on_frame_due(self) -> None:
        network = self._network()
        if network is not None:
            side = SIDES[self._level_for(network.spec)]
            before = time.thread_time()
            cost = self._make(network, side)
            self._pace.took(cost)
            self._level += (cost < _CHEAP and self._level + 1 < len(SIDES)) - (cost > _DEAR and self._level > 0)
            own = time.thread_time() - before  # without waiting for the training thread: it rests by then
            if own * (FINE_SIDE / side) ** 2 < _MOST_FOR_FINE:
                self._rest.start()

    def _level_for(self, spec: NetworkSpec) -> int:
        """Return what the last pictures suggest, or a guess for another network."""
        if spec != self._spec:
            self._spec = spec
            affordable = [level for level, side in enumerate(SIDES[:-1]) if side**2 * spec.parameters <= _PRODUCTS]
            self._level = affordable[-1] if affordable else 0
        return self._level

    @Slot()
    def _on_rested(self) -> None:
        network = self._network()
        if network is not None:
            self._make(network, FINE_SIDE)

    def _make(self, network: Network, side: int) -> float:
        """Make a picture and give the seconds it took."""
        assert self._session is not None
        started = time.perf_counter()
        surfaces = self._surfaces_of(self._session, side)
        surfaces.update(network)
        colors = self._colors(surfaces, Meaning.of(surfaces.spec, self._session.library.data))
        picture = QImage(colors.tobytes(), side, side, 4 * side, QImage.Format.Format_RGB32).copy()
        self.picture_changed.emit(picture)
        return time.perf_counter() - started

    def _surfaces_of(self, session: Session, side: int) -> Surfaces:
        spec, area = session.looking.network.spec, area_of(session.library.made, session.library.data)
        if any(known.spec != spec or known.area != area for known in self._surfaces.values()):
            self._surfaces = {}
        if side not in self._surfaces:
            self._surfaces[side] = Surfaces(spec, area, side)
        return self._surfaces[side]

    def _colors(self, surfaces: Surfaces, meaning: Meaning) -> NDArray[np.uint32]:
        palette = self._view.palette()
        signed = meaning.signed(surfaces.output)
        if signed is None:
            return shares_colors(meaning.shares(surfaces.output), palette, self._discrete)
        if self._discrete:
            signed = np.where(np.isfinite(signed), np.copysign(meaning.limit, signed), np.nan)
        return signed_colors(signed, meaning.limit, palette)
