"""The network's output over the plane, with data points that can be added, moved, deleted and relabelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from nn.inspection.surfaces import Meaning, area_of, is_plane
from nn.network.naming import value_names
from playground.panels.input.plane.axes import axes_of
from playground.panels.input.plane.decision_surface import DecisionSurface
from playground.panels.input.plane.edits import PlaneEdits
from playground.panels.input.plane.legend import SurfaceLegend
from playground.panels.input.plane.picture import PlanePicture
from playground.panels.input.plane.points_layer import MOST_SHOWN, TRAIN, has_points, points_of
from playground.panels.input.plane.readout import PlaneReading, Reading, SurfaceReadout
from playground.panels.input.plane.tools import LOOK, SurfaceTools
from playground.panels.input.plane.verdicts import PlaneVerdicts
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import on_hover
from playground.words import class_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nn.inspection.surfaces import Area
    from nn.network import NetworkSpec
    from playground.panels.input.plane.axes import Place
    from playground.panels.input.plane.points_layer import Hit
    from playground.session.looking.sample import Sample
    from playground.session.looking.selection import Neuron
    from playground.session.session import Session


class PlaneView(LiveLook, QWidget):
    """Shows what the network says everywhere, live while it learns; nothing new where it does not take two numbers.

    Every change of a point goes to the session, as one undo step, and comes back from it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planeView")
        self._session = session
        self._spec: NetworkSpec | None = None
        self._painted: tuple[Area, Meaning] | None = None
        self._pointed: Place | None = None
        self._test = self._discrete = False
        self._tools = SurfaceTools(self)
        self._surface = DecisionSurface(self)
        self._surface.setObjectName("decisionSurface")
        self._legend = SurfaceLegend(self)
        self._hint = SteadyLabel(self)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._reading = PlaneReading(session, self)
        self._readout = SurfaceReadout(self._surface, self._read)
        self._picture = PlanePicture(session, self._surface)
        self._verdicts = PlaneVerdicts(session, self._surface)
        self._edits = PlaneEdits(session, self._surface, self._tools, self)
        self._line = QStackedWidget(self)  # one line for both: who points at something reads the colours beside it
        self._line.addWidget(self._legend)
        self._line.addWidget(self._hint)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        in_column(self._tools, (self._surface, 1), self._line, of=self, spacing=3)
        self._connect()
        self.retranslate()
        self._refresh_network()
        self._refresh_sample(session.looking.sample)

    def take_focus(self) -> None:
        """Give the keyboard to the surface."""
        self._surface.setFocus()

    def _connect(self) -> None:
        session = self._session
        session.looking.moment_changed.connect(self._refresh_network)
        session.library.data_changed.connect(self._refresh_data)
        session.looking.sample_changed.connect(self._refresh_sample)
        session.selection.pointed_changed.connect(self._on_neuron_pointed)
        self._verdicts.changed.connect(self._on_verdicts_changed)
        self._picture.picture_changed.connect(self._on_picture_changed)
        self._tools.tool_chosen.connect(self._on_tool_chosen)
        self._tools.test_points_toggled.connect(self._on_test_points_toggled)
        self._tools.discrete_toggled.connect(self._on_discrete_toggled)
        self._surface.pointed_at.connect(self._on_pointed_at)

    # ---- what a person looks at

    @Slot(int)
    def _on_tool_chosen(self, tool: int) -> None:
        self._surface.adds_points = tool != LOOK
        self._refresh_hint()

    @Slot(bool)
    def _on_test_points_toggled(self, shown: bool) -> None:
        self._test = shown
        self._surface.show_test_points(shown)
        self._refresh_legend()

    @Slot(bool)
    def _on_discrete_toggled(self, discrete: bool) -> None:
        self._discrete = discrete
        self._picture.set_discrete(discrete)
        self._refresh_legend()

    @Slot(object)
    def _on_pointed_at(self, place: Place | None) -> None:
        self._pointed = None if place is None else self._surface.geometry_now.shown(place)
        self._readout.refresh()  # at once: it follows the mouse
        self._refresh_hint()

    # ---- from the session to the widgets

    @Slot()
    def _refresh_network(self) -> None:
        spec = self._session.looking.network.spec
        if spec != self._spec:  # other outputs may mean something else
            self._spec = spec
            self._refresh_data()
        self._picture.follow()
        self._verdicts.out_of_date()

    @Slot()
    def _refresh_data(self) -> None:
        session = self._session
        if not is_plane(session.looking.network.spec):
            return
        data = session.library.data
        area, meaning = area_of(session.library.made, data), Meaning.of(session.looking.network.spec, data)
        if (area, meaning) != self._painted:  # else only points moved
            self._painted = area, meaning
            self._picture.out_of_date()
        self._surface.show_area(area, axes_of(data if has_points(data) else None))
        self._surface.show_points(*points_of(data, meaning.limit, self.palette()))
        self._verdicts.forget()
        self._verdicts.out_of_date()
        self._surface.can_edit = session.points.can_edit
        classes = data.classes if data is not None and has_points(data) else ()
        self._tools.show_classes([class_word(name) for name in classes], meaning.limit)
        self._tools.offer_edits(session.points.can_edit, session.points.are_edited)
        self._surface.adds_points = self._tools.tool != LOOK
        self._legend.show_meaning([class_word(name) for name in meaning.classes], meaning.limit)
        self._refresh_legend()
        self._readout.out_of_date()
        self._refresh_hint()

    @Slot(object)
    def _refresh_sample(self, sample: Sample | None) -> None:
        fits = sample is not None and len(sample.x) == 1 and sample.x.size == 2
        self._surface.mark(tuple(sample.x.reshape(2).tolist()) if sample is not None and fits else None)

    @Slot(QImage)
    def _on_picture_changed(self, picture: QImage) -> None:
        self._surface.show_picture(picture)
        self._readout.out_of_date()

    @Slot(object, object)
    def _on_verdicts_changed(self, train: NDArray[np.bool_], test: NDArray[np.bool_]) -> None:
        self._surface.show_wrong(train, test)
        self._legend.show_wrong(bool(len(train) or len(test)))

    @Slot(object)
    def _on_neuron_pointed(self, neuron: Neuron | None) -> None:
        self._picture.show_neuron(neuron)
        self._refresh_hint()

    def _read(self) -> Reading | None:
        """Read the place that is pointed at, None for none."""
        if self._pointed is None or not is_plane(self._session.looking.network.spec):
            return None
        return self._reading.at(self._pointed, self._hit(), self.palette())

    def _refresh_legend(self) -> None:
        count = MOST_SHOWN if self._surface.layer.is_cut else 0
        self._legend.show_choices(self._test, self._discrete, count)

    def _hit(self) -> Hit | None:
        """Return the point that is pointed at."""
        return None if self._pointed is None else self._surface.hit(self._surface.geometry_now.pixels(self._pointed))

    # ---- words

    def _refresh_hint(self) -> None:
        neuron = self._neuron_text()
        self._line.setCurrentWidget(self._legend if self._pointed is None and not neuron else self._hint)
        if neuron:
            self._hint.setText(neuron)
            return
        hit = self._hit()
        if hit is not None and hit.part == TRAIN and self._surface.can_edit:
            text = self.tr("Drag: move · right click: delete · double click: change")
        elif hit is None and self._surface.adds_points:
            text = self.tr("Click: add a point")
        else:
            text = self.tr("Click: show this in the diagram")
        self._hint.setText(text)

    def _neuron_text(self) -> str:
        """Say which neuron's surface is shown in place of the output, empty for none."""
        neuron, spec = self._session.selection.pointed, self._session.looking.network.spec
        if neuron is None or not self._picture.has(neuron):
            return ""
        name = f"{value_names(spec)[neuron.layer + 1]}[{neuron.index}]"
        return self.tr("What the neuron {name} makes of the plane: blue above 0, orange below").format(name=name)

    def retranslate(self) -> None:
        """Set every text of the view's own; its parts follow the language by themselves."""
        keys = self.tr(
            "Keys: the arrows move a cursor (finely with Shift), Enter adds a point there or looks at it. Page Down "
            "and Page Up select a point: then the arrows move it, C or a digit changes its class, Delete deletes it, "
            "Enter shows it in the diagram, Escape lets it go."
        )
        on_hover(keys, self._hint)
        self._surface.setAccessibleName(self.tr("Output of the network over the plane"))
        self._surface.setAccessibleDescription(keys)
        self._refresh_data()
        self._refresh_hint()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._refresh_data()
        self._picture.out_of_date()
