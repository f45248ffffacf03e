"""The window with the picture of many moments, what it shows, and how it is kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QSizePolicy, QWidget

from nn.inspection.surfaces import Meaning, is_plane
from nn.network.naming import layer_names
from playground.panels.curves.moments.picture import MomentsPicture
from playground.session.past.many_moments import FEWEST, KINDS, MOST, Wanted
from playground.widgets.aside import stand_aside
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox, QuietSpinBox
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe
from playground.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from nn.network import NetworkSpec
    from playground.session.session import Session


class MomentsWindow(Refreshing, LiveLook, QDialog):
    """Shows one thing of the network at 8 to 16 moments; a click on one moves the playhead there."""

    importance = Importance.PICTURE
    least_gap = READABLE_S

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="manyMoments")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session, self._moments = session, session.past.many_moments
        self.picture = MomentsPicture(self)
        self.picture.setObjectName("momentsPicture")
        self._build()
        self._connect()
        self.retranslate()
        self.resize(960, 640)

    def _build(self) -> None:
        self._kind, self._layer, self._spacing = (ChoiceBox() for _ in range(3))
        for box, name in (
            (self._kind, "momentsKind"),
            (self._layer, "momentsLayer"),
            (self._spacing, "momentsSpacing"),
        ):
            box.setObjectName(name)
            box.setMinimumContentsLength(11)
            box.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._index, self._count = QuietSpinBox(0, 9999), QuietSpinBox(FEWEST, MOST)
        self._index.setObjectName("momentsIndex")
        self._count.setObjectName("momentsCount")
        self._of, self._at = QLabel(objectName="momentsOf"), QLabel()
        self._told = SteadyLabel()
        self._told.setObjectName("momentsTold")
        self._cancel = tool_button("close", "momentsCancel", clicked=self._moments.cancel, side=12)
        self._copy, self._save = QPushButton(objectName="momentsCopy"), QPushButton(objectName="momentsSave")
        for button in (self._copy, self._save):
            button.setAutoDefault(False)
        tools = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        tools.setSizePolicy(policy)
        parts = (self._kind, self._layer, self._of, self._index, self._at, self._count, self._spacing)
        WrappingRow(tools, (*parts, self._told, self._cancel, self._copy, self._save), self._told, 8)
        in_column(tools, (self.picture, 1), of=self, margins=(10, 10, 10, 10), spacing=8)

    def _connect(self) -> None:
        session = self._session
        for field in (self._kind, self._layer, self._index, self._count, self._spacing):
            field.value_edited.connect(self._on_edited)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        self.picture.moment_wanted.connect(self._on_moment_wanted)
        self._moments.changed.connect(self.out_of_date)
        session.timeline.grown.connect(self._on_way_changed)
        session.run.running_changed.connect(self._on_way_changed)
        session.looking.sample_changed.connect(self._on_sample_changed)
        self.finished.connect(self._moments.cancel)

    # ---- what is wanted

    def show_wanted(self, wanted: Wanted) -> None:
        """Show something of the network."""
        self._moments.show(self._fitting(wanted))
        self._show_fields()

    def _fitting(self, wanted: Wanted) -> Wanted:
        """Return what this network has of what is wanted."""
        spec = self._spec
        if wanted.kind == "surface" and not is_plane(spec):
            wanted = replace(wanted, kind="prediction")
        layers = self._layers(wanted)
        layer = wanted.layer if wanted.layer in layers else layers[0]
        return replace(wanted, layer=layer, index=min(wanted.index, self._units(wanted.kind, layer) - 1))

    @property
    def _spec(self) -> NetworkSpec:
        return self._session.document.state.spec

    def _layers(self, wanted: Wanted) -> list[int]:
        """Return the layers that there are to choose from."""
        spec = self._spec
        if wanted.kind == "surface":
            return [-1, *range(len(spec.layers))]
        with_weights = [number for number, plan in enumerate(spec.plans) if "W" in plan.params]
        return with_weights if wanted.kind == "weights" and with_weights else [-1]

    def _units(self, kind: str, layer: int) -> int:
        if layer < 0:
            return 1
        plan = self._spec.plans[layer]
        shape = plan.params["W"] if kind == "weights" else plan.output
        return max(1, shape[0] if len(shape) != 2 else shape[1])

    @Slot(object)
    def _on_edited(self, _value: object) -> None:
        wanted = Wanted(
            next(each for each in KINDS if each == self._kind.value()),
            int(self._layer.value() or -1),
            self._index.value(),
            self._count.value(),
            self._spacing.value() == "log",
        )
        self.show_wanted(wanted)

    @Slot()
    def _on_way_changed(self) -> None:
        """Look at the way as it is when it ends elsewhere; not at each report of a run."""
        wanted, way = self._moments.wanted, self._session.timeline.way
        if wanted is None or not self.isVisible() or self._session.run.is_running:
            return
        if way is None or self._moments.iterations[-1:] != (way.last,):
            self.show_wanted(wanted)

    @Slot()
    def _on_sample_changed(self) -> None:
        wanted = self._moments.wanted
        is_other = self._session.looking.sample is not self._moments.sample
        if wanted is not None and wanted.kind == "prediction" and is_other and self.isVisible():
            self.show_wanted(wanted)

    # ---- what a person does

    @Slot(object)
    def _on_moment_wanted(self, iteration: int) -> None:
        self._session.past.playhead.pause()
        self._session.past.playhead.go(iteration)
        stand_aside(self, self.come_to_front)

    def come_to_front(self) -> None:
        """Be seen, with the way as it is now."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._on_way_changed()

    @Slot()
    def _on_copy(self) -> None:
        from playground.widgets.picture.widget_picture import drawn_pixels  # rarely needed: not at start-up

        pixels = drawn_pixels(self.picture).pixels
        if pixels is not None:
            QGuiApplication.clipboard().setImage(pixels)

    @Slot()
    def _on_save(self) -> None:
        from playground.panels.picture_writing import picture_work  # rarely needed: not at start-up
        from playground.session.document.export_order import ExportOrder

        title = self.tr("Save the moments as a picture")
        work_for = partial(picture_work, self.picture)
        self._session.export_requested.emit(ExportOrder(title, "moments", (".png", ".svg"), work_for))

    # ---- what is shown

    def refresh(self) -> None:
        """Show what was found so far."""
        moments = self._moments
        meaning = Meaning.of(self._spec, self._session.library.data)
        self.picture.show_moments(moments.wanted, moments.iterations, moments.seen, meaning, self._title())
        self._cancel.setVisible(moments.is_busy)
        text = ""
        if moments.is_busy:
            text = self.tr("{found} of {count} moments").format(found=len(moments.seen), count=len(moments.iterations))
        self._told.setText(text)
        for button in (self._copy, self._save):
            button.setEnabled(bool(moments.seen))

    def _title(self) -> str:
        wanted = self._moments.wanted
        if wanted is None or not self._moments.iterations:
            return self._session.timeline.why_no_past()
        name = self._name_of(wanted.layer)
        texts = {
            "surface": self.tr("What the network says over the plane, after so many updates")
            if wanted.layer < 0
            else self.tr("{layer}, neuron {index}: its number over the plane, after so many updates"),
            "weights": self.tr("{layer}, filter {index}: its numbers, after so many updates")
            if self._has_filters(wanted)
            else self.tr("{layer}, neuron {index}: the weights into it, after so many updates"),
            "prediction": self.tr("What the network says of the sample, after so many updates"),
        }
        return texts[wanted.kind].format(layer=name, index=wanted.index)

    def _has_filters(self, wanted: Wanted) -> bool:
        """Say whether what is wanted is a filter of a convolution."""
        shapes = self._spec.plans[wanted.layer].params if 0 <= wanted.layer < len(self._spec.plans) else {}
        return wanted.kind == "weights" and len(shapes.get("W", ())) > 2

    def _name_of(self, layer: int) -> str:
        names = layer_names(self._spec)
        return names[layer] if 0 <= layer < len(names) else self.tr("Output")

    def _show_fields(self) -> None:
        wanted = self._moments.wanted
        if wanted is None:
            return
        blockers = [
            QSignalBlocker(each) for each in (self._index, self._count)
        ]  # a limit moves a number, which is no edit
        self._fill_fields(wanted)
        del blockers

    def _fill_fields(self, wanted: Wanted) -> None:
        layers = self._layers(wanted)
        kinds = [
            Choice("weights", self.tr("Weights"), self.tr("The weights into a neuron, or the numbers of a filter.")),
            Choice("prediction", self.tr("Prediction"), self.tr("What the network says of the sample.")),
        ]
        if is_plane(self._spec):
            about = self.tr("What the output, or a neuron, gives at every place of the plane.")
            kinds.insert(0, Choice("surface", self.tr("Surface"), about))
        self._kind.set_choices(kinds)
        self._kind.show_value(wanted.kind)
        self._layer.set_choices([Choice(str(each), self._name_of(each)) for each in layers])
        self._layer.show_value(str(wanted.layer))
        self._layer.setVisible(len(layers) > 1)
        has_units = wanted.layer >= 0 and wanted.kind != "prediction"
        self._of.setText(self.tr("Filter") if self._has_filters(wanted) else self.tr("Neuron"))
        self._of.setVisible(has_units)
        self._index.setVisible(has_units)
        self._index.setMaximum(self._units(wanted.kind, wanted.layer) - 1)
        self._index.show_value(wanted.index)
        self._count.show_value(wanted.count)
        self._spacing.show_value("log" if wanted.is_logarithmic else "linear")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("Many moments"))
        self._at.setText(self.tr("Moments"))
        self._spacing.set_choices([
            Choice("linear", self.tr("Evenly spread"), self.tr("As many iterations from each moment to the next.")),
            Choice("log", self.tr("Logarithmic"), self.tr("Close together at the beginning, where most happens.")),
        ])  # fmt: skip
        describe(self._kind, self.tr("What is seen"))
        describe(self._layer, self.tr("Layer"))
        describe(self._index, self.tr("Neuron or filter, counted from 0"))
        describe(self._count, self.tr("How many moments stand beside each other"))
        describe(self._spacing, self.tr("How the moments are spread over the training"))
        describe(self._cancel, self.tr("Look no further"), self.tr("What was found of the past stays."))
        self._copy.setText(self.tr("Copy"))
        describe(self._copy, self.tr("Copy the picture"))
        self._save.setText(self.tr("Save as picture…"))
        describe(self._save, self.tr("Save the picture as PNG or SVG"))
        self._show_fields()
        self.out_of_date()
