"""Contestants side by side: their losses, accuracies, layers and surfaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from nn.races.finish import Finish, places
from playground.panels.races.charts import Chart, Line
from playground.panels.races.palette import contestant_color
from playground.session.racing.racing import IDLE
from playground.widgets.look.class_colors import shares_colors, signed_colors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QColor, QPalette

    from nn.races.race import Lane, Race
    from nn.races.spread import Spread
    from playground.session.racing.racing import LaneCourse, Racing

LOSS, ACCURACY, PANELS, LAYERS, SURFACES = "loss", "accuracy", "panels", "layers", "surfaces"
_POINTS = 100
"""Of a whole line of losses: each is the mean of as many batches as that takes."""


def charts_of(racing: Racing, race: Race, look: str, palette: QPalette) -> tuple[list[Chart], int]:
    """Return the charts of a race, and how many stand beside each other."""
    lanes = race.lanes
    if look == PANELS:
        charts = [_panel(racing, race, place, palette) for place in range(len(race.contestants))]
        return charts, _columns(len(charts))
    why_not = _why_not_seen(racing, look)
    if why_not:
        return [Chart(why_not)], 1
    if look == LAYERS:
        return _layers(racing, lanes, palette)
    if look == SURFACES:
        charts = [_surface(racing.courses[lane.name], lane, palette) for lane in lanes if lane.name in racing.courses]
        return charts, _columns(len(charts))
    lines = list(_lines(racing, lanes, look, race.iterations, palette))
    tops = [_top(line.y) for line in lines] or [1.0]
    top = max(tops) if look == LOSS else 1.0
    title = _word(look)
    return [Chart(title, tuple(lines), (0.0, float(race.iterations)), (0.0, top), names=True)], 1


def _why_not_seen(racing: Racing, look: str) -> str:
    """Say why there are no layers or surfaces to be seen; empty if there are, or other things are looked at."""
    courses = racing.courses.values()
    is_there = {
        LAYERS: any(each.layers for each in courses),
        SURFACES: any(each.surface is not None for each in courses),
    }
    if racing.state != IDLE or is_there.get(look, True):
        return ""
    return _word("not kept" if any(len(each.losses) for each in courses) else "not raced")


def in_words(racing: Racing, race: Race) -> str:
    """Say who is where, the best first."""
    finishes = {finish.name: finish for finish in (_finish(racing, lane) for lane in race.lanes)}
    told = []
    for name in places(finishes):
        finish = finishes[name]
        if finish.diverged_at:
            text = QCoreApplication.translate("Races", "{name}: diverged at iteration {at:,}")
            told.append(text.format(name=name, at=finish.diverged_at))
        elif finish.iterations:
            text = QCoreApplication.translate("Races", "{name}: loss {loss:.4g}")
            told.append(text.format(name=name, loss=finish.figure("loss")))
    return "\n".join(told)


def smoothed(losses: NDArray[np.float64], iterations: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return iterations and mean losses of pieces that are equal all through a race of so many iterations."""
    size = max(1, iterations // _POINTS)
    starts = np.arange(0, len(losses), size)
    if not len(starts):
        return np.empty(0), np.empty(0)
    counts = np.diff(np.append(starts, len(losses)))
    return starts + (counts + 1) / 2, np.add.reduceat(losses, starts) / counts


def _finish(racing: Racing, lane: Lane) -> Finish:
    course = racing.courses.get(lane.name)
    if course is None:
        return Finish(lane.name, np.empty(0))
    return Finish(lane.name, course.losses, tuple(course.evaluations), course.diverged_at)


def _columns(count: int) -> int:
    return 1 if count <= 1 else 2 if count <= 4 else 3 if count <= 6 else 4


def _lines(racing: Racing, lanes: Sequence[Lane], look: str, iterations: int, palette: QPalette) -> Iterator[Line]:
    for lane in lanes:
        course = racing.courses.get(lane.name)
        if course is None:
            continue
        color = contestant_color(lane.place, palette)
        if look == LOSS:
            x, y = smoothed(course.losses, iterations)
            yield Line(lane.name, x, y, color, lane.is_against, float(course.diverged_at))
            continue
        at = np.array([each.iteration for each in course.evaluations], np.float64)
        train = np.array([each.train_accuracy for each in course.evaluations], np.float64)
        test = np.array([each.test_accuracy for each in course.evaluations], np.float64)
        yield Line(lane.name, at, train, color, lost_at=float(course.diverged_at))
        yield Line(f"{lane.name} ({_word('test')})", at, test, color, is_dashed=True)


def _panel(racing: Racing, race: Race, place: int, palette: QPalette) -> Chart:
    """Return the accuracies of one contestant: against itself without something, or training against test."""
    lanes = [lane for lane in race.lanes if lane.place == place]
    color, lines, note = contestant_color(place, palette), [], []
    for lane in lanes:
        course = racing.courses.get(lane.name)
        if course is None:
            continue
        at = np.array([each.iteration for each in course.evaluations], np.float64)
        train = np.array([each.train_accuracy for each in course.evaluations], np.float64)
        lines.append(Line(lane.name, at, train, color, lane.is_against, float(course.diverged_at)))
        if len(lanes) == 1:
            test = np.array([each.test_accuracy for each in course.evaluations], np.float64)
            lines.append(Line(f"{lane.name} ({_word('test')})", at, test, color, is_dashed=True))
        note.append("NaN" if course.diverged_at else f"{train[-1]:.0%}" if len(train) else "")
    notes = [each for each in note if each]
    short = "/".join(each.removesuffix("%") for each in notes)
    ends = (0.0, float(race.iterations)), (0.0, 1.0)
    return Chart(race.contestants[place].name, tuple(lines), *ends, " / ".join(notes), short)


def _layers(racing: Racing, lanes: Sequence[Lane], palette: QPalette) -> tuple[list[Chart], int]:
    rows = [(lane, racing.courses[lane.name].layers) for lane in lanes if lane.name in racing.courses]
    columns = max((len(layers) for _, layers in rows), default=0) or 1
    charts = []
    for lane, layers in rows:
        color = contestant_color(lane.place, palette)
        for name, spread in layers:
            charts.append(histogram(f"{lane.name} · {name}", spread, color))
        charts += [Chart("")] * (columns - len(layers))
    return charts, columns


def histogram(title: str, spread: Spread, color: QColor) -> Chart:
    """Return the histogram of a layer over its own true range."""
    translate = QCoreApplication.translate
    text = translate(
        "Races",
        "{low:.4g} to {high:.4g}, deviation {deviation:.4g}; outside of 0 to 1: {outside:.1%}; exactly 0: {zero:.1%}",
    )
    about = text.format(
        low=spread.low, high=spread.high, deviation=spread.deviation, outside=spread.outside, zero=spread.zero
    )
    note = translate("Races", "{low:.2g} … {high:.2g}, out {outside:.0%}")
    told = note.format(low=spread.low, high=spread.high, outside=spread.outside)
    ends = f"{spread.low:.2g} … {spread.high:.2g}"
    return Chart(title, note=told, short_note=ends, bars=spread.counts, color=color, about=about)


def _surface(course: LaneCourse, lane: Lane, palette: QPalette) -> Chart:
    """Return what a contestant says over the plane: which class wins and by how much, or its value."""
    if course.surface is None:
        return Chart(lane.name)
    side, values = len(course.surface), course.surface.astype(np.float32)
    if values.shape[-1] == 1:
        colors = signed_colors(values.ravel(), 1.0, palette)
    else:
        colors = shares_colors(values.reshape(side * side, -1), palette)
    image = QImage(colors.tobytes(), side, side, 4 * side, QImage.Format.Format_RGB32).copy()
    return Chart(lane.name, image=image, note="NaN" if course.diverged_at else "")


def _top(y: NDArray[np.float64]) -> float:
    known = y[np.isfinite(y)]
    return float(min(np.percentile(known, 99) * 1.05, 20.0)) if len(known) else 0.1


def _word(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        LOSS: translate("Races", "Loss of the batch before its update, means"),
        ACCURACY: translate("Races", "Share that is right: training solid, test dashed"),
        "test": translate("Races", "test"),
        "not raced": translate("Races", "Seen as soon as it is raced."),
        "not kept": translate("Races", "Not kept in this file: start the race again to see it."),
    }[name]
