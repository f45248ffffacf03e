"""Where a layer puts the samples: those it takes for alike lie together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from nn.evaluation.component_map import MOST_SAMPLES
from nn.network.naming import layer_names
from playground.panels.evaluation.listing import Listing
from playground.panels.evaluation.map_chart import Group, MapChart
from playground.panels.evaluation.page import EvaluationPage
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.class_colors import class_color
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe
from playground.words import class_word

if TYPE_CHECKING:
    from nn.evaluation.answers import Answers
    from nn.evaluation.component_map import ComponentMap
    from nn.network import NetworkSpec
    from playground.session.judging.mapping import Mapping
    from playground.session.session import Session

BY_CLASS, BY_RIGHT = "class", "right"
_NEIGHBOURS = 60
_BANDS = 6  # of values: so many colours from the smallest to the largest


class MapPage(EvaluationPage):
    """Shows the map of a layer, and has a newer one made while it is seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._mapping: Mapping = session.judging.mapping
        self._shown: tuple[ComponentMap | None, Answers | None] = (None, None)
        self._spec: NetworkSpec | None = None
        self._row = -1
        self.layer, self.color, self.chart = ChoiceBox(), ChoiceBox(), MapChart()
        self.layer.setObjectName("mapLayer")
        self.color.setObjectName("mapColor")
        self.chart.tell = self._told
        self.progress = SteadyLabel()
        self.cancel, self.measure = QPushButton(), QPushButton()
        self.cancel.setObjectName("mapCancel")
        self.measure.setObjectName("mapGo")
        top = in_row((self.layer, 2), (self.color, 2), (self.progress, 2), self.cancel, self.measure, spacing=6)
        in_column(top, (self.chart, 1), of=self, spacing=4)
        self.layer.value_edited.connect(self._on_layer_edited)
        self.color.value_edited.connect(self._on_color_edited)
        self.chart.point_chosen.connect(self._on_point_chosen)
        self.cancel.clicked.connect(self._mapping.cancel)
        self.measure.clicked.connect(self._mapping.resume)
        self.retranslate()
        self.color.show_value(BY_CLASS)

    # ---- what a person does

    @Slot(object)
    def _on_layer_edited(self, layer: str) -> None:
        self._mapping.choose_layer(int(layer))

    @Slot(object)
    def _on_color_edited(self, _color: str) -> None:
        self._show()

    @Slot(int)
    def _on_point_chosen(self, row: int) -> None:
        self.chart.choose(row)
        self._row = row
        self.changed.emit()
        self.sample_chosen.emit(row)

    def show_row(self, row: int) -> None:
        """Put the ring around a sample; those around the point that was clicked stay listed."""
        self.chart.choose(row)

    # ---- what is to be seen

    def refresh(self) -> None:
        """Show the map there is, and have a newer one made if the network has moved on."""
        mapping = self._mapping
        mapping.ask()
        self._name_layers()
        self.layer.show_value(str(mapping.layer))
        self.cancel.setVisible(mapping.is_asking and mapping.map is None)
        self.measure.setVisible(mapping.is_cancelled)
        self._say_progress()
        now = mapping.map, self._session.judging.evaluating.answers
        if now != self._shown:
            self._shown = now
            self._show()

    def _say_progress(self) -> None:
        mapping, found = self._mapping, self._mapping.map
        if mapping.is_cancelled:
            self.progress.setText(self.tr("cancelled"))
        elif found is None:
            self.progress.setText(self.tr("sending samples …"))
        else:
            self.progress.setText("" if mapping.is_current else self.tr("of a moment ago"))
            text = self.tr("{count:,} samples, each with {width:,} values of this layer")
            self.chart.setAccessibleDescription(text.format(count=len(found.rows), width=found.width))

    def _show(self) -> None:
        found, answers = self._shown
        groups = () if found is None or answers is None else self._groups(found, answers)
        self._name_colors(is_of_values=answers is not None and not answers.classes)
        self.chart.show_map(found, groups, self._row)
        self.changed.emit()

    def _groups(self, found: ComponentMap, answers: Answers) -> tuple[Group, ...]:
        """Return the points by colour, those of which there is most to see last."""
        if not answers.classes:
            return self._bands(found, answers)
        if self.color.value() == BY_RIGHT:
            right, colors = answers.is_right[found.rows], chart_colors(self.palette())
            wrong = Group(self.tr("✗ wrong"), colors.diverged, np.flatnonzero(~right), is_crossed=True)
            return Group("", colors.ghost, np.flatnonzero(right)), wrong
        t = answers.t[found.rows]
        return tuple(
            Group(class_word(name), class_color(index, self.palette()), np.flatnonzero(t == index))
            for index, name in enumerate(answers.classes)
        )

    def _bands(self, found: ComponentMap, answers: Answers) -> tuple[Group, ...]:
        """Return points by their true value, or by how far off the answer is."""
        colors = chart_colors(self.palette())
        by_error = self.color.value() == BY_RIGHT
        values = np.abs(answers.errors).sum(axis=1) if by_error else answers.t.reshape(len(answers), -1)[:, 0]
        values = values[found.rows].astype(np.float64)
        finite = values[np.isfinite(values)]
        if not finite.size:
            return ()
        ends = np.quantile(finite, np.linspace(0, 1, _BANDS + 1)).tolist()
        place = np.clip(np.searchsorted(ends[1:-1], values, "right"), 0, _BANDS - 1)
        low, high = (colors.ghost, colors.diverged) if by_error else (colors.negative, colors.positive)
        shades = [blend(low, high, each / (_BANDS - 1)) for each in range(_BANDS)]
        names = [f"{ends[0]:.3g}", *[""] * (_BANDS - 2), f"{ends[-1]:.3g}"]
        return tuple(Group(names[each], shades[each], np.flatnonzero(place == each)) for each in range(_BANDS))

    def _told(self, row: int) -> str:
        answers = self._session.judging.evaluating.answers
        if answers is None or row >= len(answers):
            return ""
        if not answers.classes:
            text = self.tr("sample {row}: true {true:.4g}, said {said:.4g}")
            return text.format(row=row, true=float(np.ravel(answers.t[row])[0]), said=float(answers.shares[row][0]))
        true, said = class_word(answers.classes[answers.t[row]]), int(answers.said[row])
        called = class_word(answers.classes[said]) if said >= 0 else "NaN"
        return self.tr("sample {row}: true {true}, said {said}").format(row=row, true=true, said=called)

    def listing(self) -> Listing | None:
        """Return the samples that lie around the one that was chosen, the closest first."""
        found, answers = self._shown
        if found is None or answers is None or not len(found.rows) or found.rows[-1] >= len(answers):
            return None
        at = np.flatnonzero(found.rows == self._row)
        if not at.size:
            return Listing(answers, found.rows, self.tr("A click lists neighbours"))
        away = np.linalg.norm(found.points - found.points[at[0]], axis=1)
        rows = found.rows[np.argsort(away, kind="stable")[:_NEIGHBOURS]]
        return Listing(answers, rows, self.tr("Around sample {row}, the closest first").format(row=self._row))

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._spec = None
        self._name_layers()
        self.layer.setAccessibleName(self.tr("Layer"))
        about = self.tr("Whose values put the first {count:,} samples where they are.")
        self.layer.explain(about.format(count=MOST_SAMPLES))
        describe(self.progress, self.tr("What is on the map"))
        self.cancel.setText(self.tr("Cancel"))
        describe(self.cancel, self.tr("Cancel"), self.tr("Make no map."))
        self.measure.setText(self.tr("Make the map"))
        describe(self.measure, self.tr("Make the map"))
        self._show()  # the classes stand on it

    def _name_colors(self, is_of_values: bool = False) -> None:
        by_class = self.tr("by class"), self.tr("Each class has its colour.")
        by_right = self.tr("right, wrong"), self.tr("Crosses are wrong.")
        if is_of_values:
            by_class = self.tr("by value"), self.tr("From the smallest true value to the largest.")
            by_right = self.tr("by error"), self.tr("By how far off the answers are.")
        self.color.set_choices([Choice(BY_CLASS, *by_class), Choice(BY_RIGHT, *by_right)])
        self.color.setAccessibleName(self.tr("Coloured"))
        self.color.explain(self.tr("What the colours of the points tell."))

    def _name_layers(self) -> None:
        spec = self._session.looking.network.spec
        if spec is self._spec:
            return
        self._spec = spec
        first = Choice("0", self.tr("Input"), self.tr("The samples as they are, before any layer."))
        after = self.tr("What comes out of {layer}.")
        layers = [
            Choice(str(number), name, after.format(layer=name)) for number, name in enumerate(layer_names(spec), 1)
        ]
        self.layer.set_choices([first, *layers])

    def restyle(self) -> None:
        """Take the colours of the theme."""
        self._show()
