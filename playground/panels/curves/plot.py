"""The curves of a training run: the loss of each iteration, the accuracies of each evaluation."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from playground.panels.curves.data import CurveData
from playground.panels.curves.drawing import CurveDrawing
from playground.panels.curves.hints import CurveHints
from playground.panels.curves.hover import CurveHover
from playground.panels.curves.layer_course import MOST_LAYERS, LayerCourse
from playground.panels.curves.legend import CurveLegend, LineStyle
from playground.panels.curves.view import VERTICAL, CurveView, Plot
from playground.widgets.layouts import in_column
from playground.widgets.look.colors import chart_colors, is_dark
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.description import Description
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np

    from playground.panels.curves.beside import Beside
    from playground.panels.curves.watch_course import WatchCourse
    from playground.session.past.playhead import Playhead
    from playground.session.session import Session

_DASHES, _DOTS = (7, 4), (2, 3)  # px of a dash and of the gap behind it
_EVERY, _TRAINING, _SMOOTH = LineStyle(1, dots=4), LineStyle(2, dots=6), LineStyle(2)
_TEST = LineStyle(2, dots=5, square=True, dash=_DASHES)
_GHOST = LineStyle(1.6, dash=_DOTS)
_LOSS_STYLES = (_EVERY, _SMOOTH, _TEST, _GHOST)
_ACCURACY_STYLES = (_TRAINING, _TEST, _GHOST)
_LEGEND_STYLES = (_EVERY, _TRAINING, _TEST, _GHOST)

_MOST_MARKS = 20


class Divergence(NamedTuple):
    """Where the loss left the finite numbers, and what it became."""

    iteration: int
    name: str


class CurvePlot(Refreshing, LiveLook, QWidget):
    """Show losses and accuracies that may still grow; knows nothing of where they come from.

    Adding data is cheap and draws nothing: the window's clock asks for that.
    """

    importance = Importance.COURSE

    following_changed = Signal(bool)
    """Whether the whole curve is kept in sight; moving or zooming by hand switches it off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = CurveData()
        self._ghost: CurveData | None = None
        self._divergence: Divergence | None = None
        self._layers: LayerCourse | None = None
        self._watch: WatchCourse | None = None
        self._playhead: Playhead | None = None
        self._in_nats = self._is_strip = False
        self._build()
        self._connect()
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        self.view = CurveView(_LOSS_STYLES, _ACCURACY_STYLES, (LineStyle(1.6),) * MOST_LAYERS)
        for plot in (self.view.loss, self.view.accuracy):
            plot.lines[-1].setZValue(-1)  # the last run lies beneath
        self._drawing = CurveDrawing(self.view)
        self._legend = CurveLegend(_LEGEND_STYLES)
        self._hints = CurveHints(self.view)
        self._hover = CurveHover(self.view, self._drawing)
        in_column(self._legend, (self.view, 1), of=self)
        self._description = Description(self.view, self._describe)

    def _connect(self) -> None:
        self.view.moved_by_hand.connect(self._on_view_moved)
        self.view.pointed_at.connect(self._on_view_pointed_at)
        self.view.whole_requested.connect(self._on_view_whole_requested)
        self.view.stepped.connect(self._on_view_stepped)
        self.view.resized.connect(self._on_view_resized)
        self._legend.forget.clicked.connect(self.forget_ghost)

    def show_strip(self, is_strip: bool) -> None:
        """Show nothing but the loss in a place too low for more, or everything again."""
        self._is_strip = is_strip
        self._legend.setVisible(not is_strip)
        self.view.show_strip(is_strip)
        self.updateGeometry()
        self.out_of_date()

    def clear(self) -> None:
        """Forget the data, but not how they are shown."""
        self.show_data(CurveData())

    def show_data(self, data: CurveData) -> None:
        """Show data that were made before, and add to them from now on."""
        self._data = data
        self.hide_divergence()
        self.out_of_date()

    def append(self, first_iteration: int, losses: np.ndarray) -> None:
        """Add the losses of consecutive iterations.

        Raises
        ------
        ValueError
            When the first iteration is known already.
        """
        self._data.append(first_iteration, losses)
        self.out_of_date()

    def note_changes(self, iterations: Iterable[int]) -> None:
        """Say before which iterations something was changed: the smoothed line begins anew there."""
        self._data.changes = sorted(iterations)
        self.out_of_date()

    def set_ticks(self, ticks: Sequence[tuple[int, str]]) -> None:
        """Say what a person changed, in words, each with the first iteration that has it."""
        self._data.ticks = ticks
        self.out_of_date()

    def add_evaluations(self, found: np.ndarray | Sequence[tuple[int, float, float, float]]) -> None:
        """Add what was measured: iteration, accuracies on both data in percent, loss on the test data; NaN for none."""
        self._data.add_evaluations(found)
        self.out_of_date()

    def keep_ghost(self) -> None:
        """Keep the curves of the moment as those of the run before; `clear` begins the next one."""
        if len(self._data.losses):
            self._ghost = self._data
            self._legend.show_last(True)
            self.out_of_date()

    @Slot()
    def forget_ghost(self) -> None:
        """Take the curves of the run before away."""
        self._ghost = None
        self._legend.show_last(False)
        self.out_of_date()

    def show_beside(self, runs: Sequence[Beside]) -> None:
        """Draw other runs behind the current one."""
        self._drawing.beside.show(runs)
        self.out_of_date()

    @property
    def beside(self) -> tuple[Beside, ...]:
        """The runs that are drawn behind the current one."""
        return self._drawing.beside.runs

    @property
    def has_ghost(self) -> bool:
        """Whether curves of a run before are shown."""
        return self._ghost is not None

    def set_in_nats(self, in_nats: bool) -> None:
        """Say whether losses are in nats, as a cross-entropy is; a squared error has no unit of its own."""
        self._in_nats = in_nats
        self._name_loss()

    def _name_loss(self) -> None:
        self.view.loss.left.setLabel(self.tr("loss (nats)") if self._in_nats else self.tr("loss"))

    def show_divergence(self, iteration: int, name: str) -> None:
        """Mark the iteration at which training went wrong, with what the loss became, in a word."""
        self._divergence = Divergence(iteration, name)
        self.out_of_date()

    def hide_divergence(self) -> None:
        """Take the mark away."""
        if self._divergence is not None:
            self._divergence = None
            self.out_of_date()

    @property
    def data(self) -> CurveData:
        """What is plotted; to be read only."""
        return self._data

    @property
    def asked_at(self) -> int | None:
        """The iteration about which the menu was asked for, None where that was done without pointing at any."""
        at = self.view.asked_at
        return None if at is None else max(1, round(at))

    @property
    def next_iteration(self) -> int:
        """The iteration after the last loss."""
        return self._data.next_iteration

    @property
    def is_following(self) -> bool:
        """Whether the whole curve is kept in sight."""
        return self._drawing.following

    def set_following(self, following: bool) -> None:
        """Keep the whole curve in sight, or leave the view where it is."""
        if following:
            self._drawing.heights_by_hand.clear()
        if following != self._drawing.following:
            self._drawing.following = following
            self.following_changed.emit(following)
        self.refresh()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Put the losses on a logarithmic or on a linear axis."""
        self._drawing.logarithmic = logarithmic
        self._drawing.heights_by_hand.discard(self.view.loss)
        self.view.loss.left.setLogMode(logarithmic)
        self.refresh()

    def follow_layers(self, session: Session) -> None:
        """Be able to show the layers of a session's network."""
        self._layers = LayerCourse(session, self.view)
        self._hover.layer_texts = self._layers.texts_at

    def follow_watch(self, session: Session) -> None:
        """Be able to draw a watch beside the loss."""
        from playground.panels.curves.watch_course import WatchCourse  # with all that reads watches: when it is wanted

        if self._watch is None:
            self._watch = WatchCourse(session, self.view)
            self._hover.watch_text = self._watch.text_at
            self._watch.named.connect(self._name_watch)
            self.updateGeometry()
            self._watch.out_of_date()

    @Slot(str)
    def _name_watch(self, text: str) -> None:
        about = self.tr("A watch, by the axis on the right: what it says before the update of each iteration.")
        self._legend.name_watch(text, about)

    # ---- the playhead

    def follow_playhead(self, playhead: Playhead) -> None:
        """Show where the playhead stands, and let it be dragged and moved by keys."""
        self._playhead = playhead
        self.view.playhead_dragged.connect(self._on_playhead_dragged)
        self.view.playhead_stepped.connect(self._on_playhead_stepped)
        self.view.playhead_key.connect(self._on_playhead_key)
        playhead.moved.connect(self._on_playhead_moved)
        self._show_playhead()

    @Slot(object)
    def _on_playhead_dragged(self, iteration: float) -> None:
        self._playhead.pause()
        self._playhead.go(round(iteration))
        self._hover.point_at(self._data, iteration)  # the figures go along: where the mouse was is no matter

    @Slot(object)
    def _on_playhead_stepped(self, by: float) -> None:
        playhead = self._playhead
        playhead.pause()
        share = by * (playhead.last - playhead.first)
        playhead.step(by if isinstance(by, int) else round(share) or (1 if by > 0 else -1))

    @Slot(str)
    def _on_playhead_key(self, what: str) -> None:
        if what == "play":
            self._playhead.toggle()
        else:
            self._playhead.to_now()

    @Slot()
    def _on_playhead_moved(self) -> None:
        if self._playhead.position is not None or self.view.is_in_past:
            self._show_playhead()  # it follows the hand

    def _show_playhead(self) -> None:
        playhead = self._playhead
        if playhead is not None:
            at = playhead.last if playhead.position is None else playhead.position
            self.view.show_playhead(at if playhead.has_past else None, is_past=playhead.position is not None)

    def show_second(self, quantity: str) -> None:
        """Show the accuracy beside the loss, or one of `QUANTITIES` of the layers."""
        self._layers.show(quantity)
        self.retranslate()
        self.refresh()

    def _name_layers(self) -> None:
        labels = {
            "stuck": self.tr("stuck (%)"),
            "activity": self.tr("mean |a|"),
            "gradient": self.tr("|dW| / |W|"),
        }
        self.view.layers.left.setLabel(labels.get(self._layers.quantity if self._layers else "", ""))

    def draw_as_fine_as(self, fineness: float) -> None:
        """Draw the data for a picture that is so many times as fine as the screen."""
        self.view.fineness = fineness
        self.refresh()

    def refresh(self) -> None:
        """Draw the data as they are now."""
        self._drawing.draw(self._data, self._ghost)
        self._show_marks()
        self._show_playhead()
        self._hints.refresh(self._data, is_empty=not self._data.last_position and not self.beside)
        if self._watch is not None:
            self._watch.refresh()
        self._hover.refresh(self._data)
        self._description.out_of_date()

    def _show_marks(self) -> None:
        for plot in self.view.every_plot:
            plot.ticks.set_places(iteration for iteration, _ in self._data.ticks)
        if self._divergence is None:
            self.view.loss.marks.set_marks(self._data.gaps[:_MOST_MARKS], "NaN")
        else:
            self.view.loss.marks.set_marks([self._divergence.iteration], self._divergence.name)

    def _describe(self) -> str:
        """Say in words what the plot shows."""
        last = self._data.reading(self._data.last_position)
        if last is None:
            return self._hints.empty_text
        if self._divergence is not None:
            text = self.tr("The loss is {name} at iteration {iteration:,}; training ended there.")
            return text.format(name=self._divergence.name, iteration=self._divergence.iteration)
        text = self.tr("Loss {loss:.4g} at iteration {iteration:,}.")
        said = [text.format(loss=last.loss_high, iteration=last.iteration)]
        if last.evaluated is not None and math.isfinite(last.test_loss):
            text = self.tr("Test loss {loss:.4g} after {iteration:,}.")
            said.append(text.format(loss=last.test_loss, iteration=last.evaluated))
        if self._data.ticks:
            text = self.tr("Changed before iteration {iteration:,}: {change}.")
            iteration, change = self._data.ticks[-1]
            said.append(text.format(iteration=iteration, change=change))
        watched = None if self._watch is None else self._watch.text_at(self._data.last_position)
        if watched is not None:
            text = self.tr("{name} is {number} at iteration {iteration:,}.")
            said.append(text.format(name=watched.name, number=watched.text, iteration=watched.iteration))
        return " ".join(said)

    @Slot(object, object)
    def _on_view_moved(self, plot: Plot, axis: int) -> None:
        if axis == VERTICAL:
            self._drawing.heights_by_hand.add(plot)
        self.set_following(False)

    @Slot(object)
    def _on_view_pointed_at(self, position: float | None) -> None:
        self._hover.point_at(self._data, position)

    @Slot()
    def _on_view_whole_requested(self) -> None:
        self.set_following(True)

    @Slot(object)
    def _on_view_stepped(self, direction: int) -> None:
        self._hover.step(self._data, direction)

    @Slot()
    def _on_view_resized(self) -> None:
        self._hints.place()
        self.refresh()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        loss = self.tr("The loss of each mini-batch: the smaller, the better.")
        train = self.tr(
            "Training data, solid. The loss without its noise: at each iteration the mean of the latest losses, over "
            "about 5% of the iterations in sight; it begins anew where something was changed. The accuracy: the share "
            "of the training data that the network gets right, measured after each epoch."
        )
        test = self.tr(
            "Test data, never trained on, dashed: loss and accuracy after each epoch. Where the test loss rises while "
            "the training loss falls, the network learns its training data by heart: overfitting."
        )
        ghost = self.tr(
            "The run before the last reset or undo, dotted: its smoothed loss and its test accuracy, to compare with."
        )
        names = (self.tr("each batch"), self.tr("training"), self.tr("test"), self.tr("last run"))
        self._legend.set_texts(tuple(zip(names, (loss, train, test, ghost), strict=True)))
        self._legend.forget.setText(self.tr("Take the last run away"))
        describe(self._legend.forget, self._legend.forget.text())
        for plot in self.view.every_plot:
            plot.bottom.setLabel(self.tr("iteration"))
        self._name_loss()
        self.view.accuracy.left.setLabel(self.tr("accuracy (%)"))
        self._name_layers()
        self.view.setAccessibleName(self.tr("Loss and accuracy"))
        self._hints.refresh(self._data, is_empty=not self._data.last_position and not self.beside)
        if self._watch is not None:
            self._name_watch(self._watch.text)
        self._description.refresh()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        colors = chart_colors(self.palette())
        self.view.restyle(colors)
        self._drawing.beside.restyle(colors, dark=is_dark(self.palette()))
        every, network, ghost = colors.faint, colors.network, colors.ghost
        for plot, of_lines in (
            (self.view.loss, (every, network, network, ghost)),
            (self.view.accuracy, (network, network, ghost)),
            (self.view.layers, (network,) * MOST_LAYERS),
        ):
            for line, color in zip(plot.lines, of_lines, strict=True):
                line.set_color(color)
        self._legend.set_colors((every, network, network, ghost))
        self._legend.watch.swatch.set_color(colors.course)
        self._hover.restyle(colors, (every, network, network))
        self._hints.restyle(colors)
        self._hover.refresh(self._data)

    def minimumSizeHint(self) -> QSize:
        """Stay useful when small."""
        least = 180 if self._watch is None else 140  # a row above takes its part
        return QSize(220, 36 if self._is_strip else least)
