"""The training dock: where training stands, and everything that can be chosen about it."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from playground.panels.base import Panel
from playground.panels.training.offer_strip import OfferStrip
from playground.panels.training.run_figures import RunFigures
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.datasets.base import Dataset
    from playground.panels.training.apart_table import ApartTable
    from playground.panels.training.edits import TrainingEdits
    from playground.panels.training.form import TrainingForm
    from playground.panels.training.run_meter import RunMeter
    from playground.session.document.state import DocumentState
    from playground.session.editing.recipes import Offer
    from playground.session.session import Session

_WIDTH = 350


class TrainingPanel(Panel):
    """Tells how training goes and edits what it does; the session holds all of it."""

    name = "training"
    place = "settings"
    order = 30
    modules = (
        "playground.panels.training.apart_table",
        "playground.panels.training.cores_row",
        "playground.panels.training.form",
        "playground.panels.training.edits",
        "playground.panels.training.run_meter",
        "playground.session.session",
    )

    # From `attach` on:
    _session: Session
    _form: TrainingForm
    _apart: ApartTable
    _meter: RunMeter
    _edits: TrainingEdits

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = RunFigures()
        self._notice = QLabel(wordWrap=True)
        self._scroll = QScrollArea(widgetResizable=True)
        self._offer = OfferStrip()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._notice.setObjectName("trainingNotice")
        self._notice.setFrameShape(QFrame.Shape.StyledPanel)
        self._notice.setMargin(6)
        self._notice.setForegroundRole(QPalette.ColorRole.BrightText)
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notice.hide()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the focus
        line = QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Sunken)
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(10, 8, 0, 0)  # the scroll bar stands at the very edge
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 10, 0)
        row.addWidget(self._bar)
        layout.addLayout(row)
        layout.addWidget(line)
        layout.addWidget(self._scroll, 1)
        for widget in (self._notice, self._offer):  # below what scrolls: they push nothing away from under the mouse
            layout.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Give the width at which nothing in the form is cramped."""
        return QSize(_WIDTH, 640)

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Training")

    # ---- coming to life

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Build the form section by section, connect it to the session and show what is there."""
        # These need nn, which the first paint does not wait for.
        from playground.panels.training.apart_table import ApartTable
        from playground.panels.training.edits import TrainingEdits
        from playground.panels.training.form import TrainingForm
        from playground.panels.training.run_meter import RunMeter

        self._session = session
        self._meter = RunMeter(session, self._bar)
        self._form = TrainingForm()
        self._apart = ApartTable(session)
        self._edits = TrainingEdits(session, self._form, self)
        self._edits.refused.connect(self._tell)
        self._edits.changed_nothing.connect(self._refresh_form)
        self._connect_run(session)
        self._connect_recipes(session)
        yield
        yield from self._build(session)
        self._refresh_data()
        yield
        self._form.retranslate()
        self._refresh_network()  # the language may have changed up to this turn
        inside = QWidget()
        in_column(self._apart, (self._form, 1), of=inside, spacing=0)
        self._scroll.setWidget(inside)
        self._keep_form_whole()

    def _build(self, session: Session) -> Iterator[None]:
        from playground.panels.training.cores_row import CoresRow

        form, document = self._form, session.document
        form.build_data()
        self._refresh_dataset()
        document.dataset_changed.connect(self._refresh_dataset)
        session.library.unavailable.connect(self._refresh_dataset)  # a dataset that did not load was not chosen
        session.library.data_changed.connect(self._refresh_data)
        yield
        form.build_network()
        yield
        self._refresh_network()
        document.spec_changed.connect(self._refresh_network)
        yield
        form.build_optimizer()
        yield
        form.build_run(CoresRow(session))
        self._refresh_config()
        document.config_changed.connect(self._refresh_config)
        yield

    def _connect_run(self, session: Session) -> None:
        run = session.run
        run.running_changed.connect(self._refresh_running)
        run.progressed.connect(self._meter.take)
        session.document.changed.connect(self._refresh_changed)
        self._refresh_running()
        self._refresh_standing()

    def _connect_recipes(self, session: Session) -> None:
        recipes, offer = session.recipes, self._offer
        offer.recipe_taken.connect(session.editing.take_recipe)
        offer.offer_accepted.connect(recipes.accept)
        offer.data_accepted.connect(recipes.accept_data_alone)
        offer.declined.connect(recipes.decline)
        recipes.offered.connect(self._on_offered)
        session.document.changed.connect(self._refresh_offer)
        session.library.data_changed.connect(self._refresh_offer)
        session.trouble.changed.connect(self._refresh_offer)
        self._refresh_offer()

    @Slot(object)
    def _on_offered(self, offer: Offer | None) -> None:
        self._refresh_offer()
        if offer is not None:
            self._session.panel_requested.emit(self.name)

    @Slot()
    def _refresh_offer(self) -> None:
        from playground.panels.training.recipe_words import lost_text, recipe_text  # needs nn

        recipes, data = self._session.recipes, self._session.library.data
        obstacle = recipes.obstacle() if self._session.trouble.trouble is None else ""  # which the window tells
        network = recipe_text(self._session.document.state.dataset.name, data) if obstacle and data is not None else ""
        self._offer.show_state(recipes.offer, obstacle, network, lost_text(recipes.iterations_at_stake))

    # ---- what the session tells: written to the widgets only

    @Slot(str)
    def _tell(self, message: str) -> None:
        self._notice.setText(message)
        self._notice.setVisible(bool(message))

    @Slot()
    def _refresh_form(self) -> None:
        self._refresh_dataset()
        self._refresh_network()
        self._refresh_config()

    @Slot()
    def _refresh_dataset(self) -> None:
        chosen = self._session.document.state.dataset
        self._form.show_dataset(chosen.name, chosen.options)

    @Slot()
    def _refresh_network(self) -> None:
        state = self._session.document.state
        self._form.show_network(state.spec, self._edits.blueprint())
        self._refresh_ends()
        self._refresh_size(state)

    @Slot()
    def _refresh_ends(self) -> None:
        spec, data = self._session.document.state.spec, self._session.library.data
        shape = " × ".join(str(size) for size in spec.input_shape)
        entry = self.tr("Input: {shape} numbers").format(shape=shape)
        if data is None or not data.classes or not self._is_given(data):
            exit_ = self._values_text(spec.outputs)
        else:
            from playground.words import class_word  # a long table, which the first paint does not wait for

            names = ", ".join(map(class_word, data.classes))
            exit_ = self.tr("Output: {n} classes ({names})").format(n=len(data.classes), names=names)
        self._form.show_ends(entry, exit_)

    def _is_given(self, data: Dataset) -> bool:
        """Say whether the network is given these data: the one of a lesson stands beside data for another."""
        from playground.session.editing.adapting import has_outputs_for  # needs nn

        spec = self._session.document.state.spec
        return prod(data.input_shape) == prod(spec.input_shape) and has_outputs_for(spec, data)

    def _values_text(self, outputs: int) -> str:
        """Describe outputs that are no classes; those of imported data may be in a unit of their own."""
        data = self._session.library.data
        if data is None or not data.target.is_scaled:
            return self.tr("Output: {n}").format(n=outputs)
        zero, unit = data.target.zero, data.target.unit
        text = self.tr("Output: {n}, where 0 stands for {zero} and 1 for {one}; the loss is measured in this unit")
        return text.format(n=outputs, zero=f"{zero:,.15g}", one=f"{zero + unit:,.15g}")

    def _refresh_size(self, state: DocumentState) -> None:
        from nn.training import memory_of_run
        from playground.panels.training.edits import bytes_text  # needs nn

        memory = bytes_text(memory_of_run(state.spec, state.config, self._session.library.data))
        text = self.tr("{n} parameters, about {memory} to train")
        self._form.show_size(
            text.format(n=f"{state.spec.parameters:,}", memory=memory),
            self.tr("Weights and biases the network learns, and the memory that training and measuring them takes."),
        )

    @Slot()
    def _refresh_config(self) -> None:
        state = self._session.document.state
        self._form.show_config(state.config)
        self._refresh_size(state)

    @Slot()
    def _refresh_running(self) -> None:
        if self._session.run.is_running:
            self._tell("")
            self._meter.start()

    @Slot()
    def _refresh_changed(self) -> None:
        self._tell("")  # what could not be done is history once something was
        self._refresh_standing()

    @Slot()
    def _refresh_standing(self) -> None:
        if not self._session.run.is_running:
            self._meter.out_of_date()

    @Slot()
    def _refresh_data(self) -> None:
        self._refresh_size(self._session.document.state)
        self._refresh_ends()
        self._refresh_standing()

    def _keep_form_whole(self) -> None:
        """Let nobody make the dock so narrow that fields are cut off: there is no horizontal scroll bar."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self._form.minimumSizeHint().width() + bar)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._notice.setToolTip(self.tr("Why the last edit or run did not do what was asked."))
        self._notice.setAccessibleName(self.tr("Message"))
        self._scroll.setAccessibleName(self.tr("Training choices"))
        if self.is_ready:
            self._form.retranslate()
            self._refresh_network()
            self._refresh_standing()
            self._refresh_offer()
            self._keep_form_whole()
