"""What each neuron of the first layer looks for in a picture: its incoming weights, as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from nn.inspection.columns import columns_of
from playground.panels.network.drawn import drawn_params, face_of
from playground.session.looking.selection import Neuron
from playground.widgets.look.heat import heat_colors, typical_limit
from playground.widgets.refreshing import Refreshing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nn.arrays import Array
    from nn.inspection.columns import NetworkColumn
    from nn.network import Network
    from playground.session.session import Session

MOST = 64
"""Pictures side by side; of more neurons the strongest are shown."""


class WeightPictures(Refreshing, QObject):
    """Makes a picture of the weights into each neuron that reads a picture; all share one scale of colours.

    Beside training they are made in a turn of their own: with the painting of the neurons it would be a long one. At
    rest what shows them makes them before it is painted, or else the neurons would be painted twice.

    Parameters
    ----------
    session : Session
        Whose network is shown.
    view : QWidget
        What shows the pictures; its palette colours them.
    """

    least_gap = 0.8  # s, beside training: what weights look like changes slowly
    grew_old = Signal()
    """The pictures should be asked for again."""
    made = Signal()
    """There are others, made in their own turn."""

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._is_wanted = True
        self._network: object = None  # whose neurons are in order
        self._face = "this"
        self.pictures: dict[Neuron, QImage] = {}
        """A picture for each neuron in order; empty where the network reads none, or nobody wants them."""
        self.order: tuple[int, ...] = ()
        """The neurons by the size of their weights, the strongest first; all as they are counted, up to `MOST`."""
        self.network: Network | None = None
        """Whose weights they are: another one may be shown already."""
        session.looking.moment_changed.connect(self.out_of_date)
        session.run.running_changed.connect(self._on_running_changed)
        session.comparison.changed.connect(self.out_of_date)

    def shown_in(self) -> QWidget:
        """Return what shows the pictures."""
        return self._view

    @Slot()
    def out_of_date(self) -> None:
        """Make the pictures anew before they are shown again."""
        if self._has_no_turn:
            self.is_out_of_date = True
            self.grew_old.emit()
        else:
            super().out_of_date()

    @property
    def can_be(self) -> bool:
        """Whether the network reads a picture with its first layer."""
        return self._column() is not None

    def set_wanted(self, wanted: bool) -> None:
        """Make pictures or none."""
        if wanted != self._is_wanted:
            self._is_wanted = wanted
            self._network = None
            self.out_of_date()
            self.catch_up()

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if not running:
            self._network = None  # in order anew, now that nothing jumps about any more
            self.out_of_date()

    @property
    def _has_no_turn(self) -> bool:
        """Whether they are made when they are shown: at rest, and where those there are are of something else."""
        is_other = self.network is not self._session.looking.network or face_of(self._session) != self._face
        return is_other or not self._session.run.is_running

    def refresh(self) -> None:
        """Make the pictures in their turn, and have them shown."""
        self._make()
        self.made.emit()
        self.grew_old.emit()

    def bring_up_to_date(self) -> None:
        """Make them for whoever is about to show them, unless they have a turn of their own."""
        if self._has_no_turn and (self.is_out_of_date or face_of(self._session) != self._face):
            self.is_out_of_date = False
            self._make()

    def _make(self) -> None:
        self._face = face_of(self._session)
        column = self._column() if self._is_wanted else None
        self.network = self._session.looking.network
        if column is None:
            self.pictures, self.order = {}, ()
            return
        weights = drawn_params(self._session)[column.weights]
        drawn = self._session.looking.network, self._face
        if self._network != drawn or not self._session.run.is_running:
            self._network, self.order = drawn, strongest_first(weights)
        self.pictures = self._painted(column, weights)

    def _column(self) -> NetworkColumn | None:
        columns = columns_of(self._session.looking.network.spec)
        reads_picture = len(columns) > 1 and columns[0].picture is not None and columns[1].weights
        return columns[1] if reads_picture else None

    def _painted(self, column: NetworkColumn, weights: Array) -> dict[Neuron, QImage]:
        high, wide = columns_of(self._session.looking.network.spec)[0].picture or (1, 1)
        chosen = weights[:, list(self.order)]
        pixels = np.ascontiguousarray(heat_colors(chosen.T, typical_limit(chosen), self._view.palette()))
        sheet = QImage(pixels.data, wide, high * len(pixels), 4 * wide, QImage.Format.Format_RGB32)
        return {  # a copy owns its pixels, the sheet does not
            Neuron(column.first, neuron): sheet.copy(0, number * high, wide, high)
            for number, neuron in enumerate(self.order)
        }


def strongest_first(weights: Array) -> tuple[int, ...]:
    """Return neurons as they are counted, or of more than `MOST` the ones with the largest weights, those first.

    Parameters
    ----------
    weights : ndarray, shape (D, M)
    """
    count = weights.shape[1]
    if count <= MOST:
        return tuple(range(count))
    with np.errstate(all="ignore"):
        sizes = np.nan_to_num(np.square(weights, dtype=np.float64).sum(0), nan=np.inf)
    return tuple(np.argsort(-sizes, kind="stable")[:MOST].tolist())
