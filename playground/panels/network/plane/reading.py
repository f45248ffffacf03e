"""What a network says at one place of the plane, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from nn.inspection.surfaces import Meaning
from nn.network import Network
from playground.panels.network.plane.colors import class_color, value_color
from playground.panels.network.plane.points_layer import TRAIN
from playground.panels.network.plane.readout import Reading, ReadoutRow
from playground.words import class_word

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

    from nn.arrays import Array
    from playground.panels.network.plane.geometry import Place
    from playground.panels.network.plane.points_layer import Hit
    from playground.session.session import Session


class PlaneReading(QObject):
    """Asks a copy of the session's network about single places."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._network = Network(session.looking.network.spec, None)

    def at(self, place: Place, hit: Hit | None, palette: QPalette) -> Reading:
        """Read a place, or the point there."""
        network, data, where = self._session.looking.network, self._session.library.data, place
        if hit is not None and data is not None:
            place = tuple((self._points(hit)[0][hit.index].reshape(2) * data.scale).tolist())
        scores = self._asked(network, place)
        output = self._network.loss_layer.activation(scores)
        meaning = Meaning.of(network.spec, data)
        rows = self._answer(output, meaning, palette)
        if hit is not None:
            rows = [*self._about(hit, scores, meaning, palette), *rows]
        return Reading(where, "x1 {:.4g}, x2 {:.4g}".format(*place).replace("-", "−"), rows)

    def _asked(self, network: Network, place: Place) -> Array:
        if self._network.spec != network.spec:
            self._network = Network(network.spec, None)
        self._network.load(network.flat_params, network.flat_state)
        with np.errstate(all="ignore"):
            return self._network.predict(np.reshape(place, (1, *network.spec.input_shape)))

    def _points(self, hit: Hit) -> tuple[Array, Array]:
        data = self._session.library.data
        assert data is not None, "there are no points without data"
        return (data.x, data.t) if hit.part == TRAIN else (data.x_test, data.t_test)

    def _answer(self, output: Array, meaning: Meaning, palette: QPalette) -> list[ReadoutRow]:
        if not meaning.classes:
            names = [self.tr("Output")] if output.shape[1] == 1 else [f"y{i + 1}" for i in range(output.shape[1])]
            return [ReadoutRow(name, _figure(value)) for name, value in zip(names, output[0].tolist(), strict=True)]
        shares = meaning.shares(output)[0].tolist()
        form = "{:.1%}" if self._network.spec.loss != "IdentityWithLoss" else "{:.3g}"
        return [
            ReadoutRow(class_word(name), form.format(share), class_color(index, palette))
            for index, (name, share) in enumerate(zip(meaning.classes, shares, strict=True))
        ]

    def _about(self, hit: Hit, scores: Array, meaning: Meaning, palette: QPalette) -> list[ReadoutRow]:
        """Say which point it is, what it is to be, and whether the network is right."""
        kind = self.tr("Training point {number}") if hit.part == TRAIN else self.tr("Test point {number}")
        about = kind.format(number=hit.index + 1)
        t, data = self._points(hit)[1][hit.index], self._session.library.data
        if data is not None and data.classes:
            verdict = self._verdict(int(t), scores) if meaning.classes == data.classes else ""
            return [ReadoutRow(f"{about}: {class_word(data.classes[int(t)])}", verdict, class_color(int(t), palette))]
        target = float(np.ravel(t)[0])
        color = value_color(target, meaning.limit, palette)
        rows = [ReadoutRow(about), ReadoutRow(self.tr("Target"), _figure(target), color)]
        if scores.shape[1] == np.size(t):
            rows.append(ReadoutRow(self.tr("Off by"), _figure(float(scores[0, 0]) - target)))
        return rows

    def _verdict(self, t: int, scores: Array) -> str:
        """Say whether the network is right, in the terms of its loss."""
        loss = self._network.loss_layer
        right = loss.correct(scores, loss.encode(np.array([t]), *scores.shape))
        return self.tr("right") if right else self.tr("wrong")


def _figure(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")
