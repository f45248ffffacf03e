"""The picture of what a network says all over the plane: quick while it learns, fine when it rests."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from playground.session.surfaces import Meaning, Surfaces, area_of, is_plane
from playground.widgets.surface_colors import shares_colors, signed_colors
from playground.widgets.surface_pace import SurfacePace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session

SIDES = (24, 32, 48, 64, 96)
"""Points along each side of a live picture; which of them is chosen by what a picture costs."""
FINE_SIDE = 160
"""Points along each side of the picture of a network at rest."""
_CHEAP, _DEAR = 0.003, 0.007  # s; a picture that costs less may be finer, one that costs more has to be coarser
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
        self._level = SIDES.index(64)
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
        if self._is_wanted():
            self._pace.ask()

    def _is_wanted(self) -> bool:
        return self._session is not None and is_plane(self._session.network.spec)

    def _on_frame_due(self) -> None:
        if self._is_wanted():
            side = SIDES[self._level]
            cost = self._make(side)
            self._pace.took(cost)
            self._level += (cost < _CHEAP and self._level + 1 < len(SIDES)) - (cost > _DEAR and self._level > 0)
            if cost * (FINE_SIDE / side) ** 2 < _MOST_FOR_FINE:
                self._rest.start()

    def _on_rested(self) -> None:
        if self._is_wanted():
            self._make(FINE_SIDE)

    def _make(self, side: int) -> float:
        """Make a picture and give the seconds it took."""
        assert self._session is not None
        started = time.perf_counter()
        surfaces = self._surfaces_of(self._session, side)
        surfaces.update(self._session.network)
        colors = self._colors(surfaces, Meaning.of(surfaces.spec, self._session.data))
        picture = QImage(colors.tobytes(), side, side, 4 * side, QImage.Format.Format_RGB32).copy()
        self.picture_changed.emit(picture)
        return time.perf_counter() - started

    def _surfaces_of(self, session: Session, side: int) -> Surfaces:
        spec, area = session.network.spec, area_of(session.library.made, session.data)
        known = self._surfaces.get(side)
        if known is None or known.spec != spec or known.area != area:
            self._surfaces = {
                key: made for key, made in self._surfaces.items() if made.spec == spec and made.area == area
            }
            known = self._surfaces[side] = Surfaces(spec, area, side)
        return known

    def _colors(self, surfaces: Surfaces, meaning: Meaning) -> np.ndarray:
        palette = self._view.palette()
        signed = meaning.signed(surfaces.output)
        if signed is None:
            return shares_colors(meaning.shares(surfaces.output), palette, self._discrete)
        if self._discrete:
            signed = np.copysign(meaning.limit, signed) + 0 * signed  # keeps NaN
        return signed_colors(signed, meaning.limit, palette)
