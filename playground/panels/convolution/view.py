"""Everything the convolution panel shows: what is chosen, and the stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from nn.inspection.convolution.names import Names
from playground.panels.convolution.materials import convolved_of, picture_of, pooled_of, scenes_of
from playground.panels.convolution.picture_opening import PictureOpening
from playground.panels.convolution.side import ConvolutionSide
from playground.session.looking.sketch import OWN, SAMPLE, ConvolutionSketch
from playground.session.phrase import said
from playground.widgets.convolution.stage import POOLING, ConvolutionStage
from playground.widgets.layouts import in_row
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.steady_paragraph import SteadyParagraph
from playground.widgets.text.tooltips import on_hover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.inspection.convolution.named_filters import Rows
    from playground.session.session import Session


class ConvolutionView(Refreshing, QWidget):
    """Lays the sketch of the session out on the stage, over the sample of the moment where it is meant."""

    importance = Importance.PICTURE

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._placed: ConvolutionSketch | None = None  # whose step has been gone to

    def build(self) -> Iterator[None]:
        """Make the widgets, pausing where the event loop may take a turn; they are used after that only."""
        self.side = ConvolutionSide()
        self._opening = PictureOpening(self._session, self)
        yield
        self.stage = ConvolutionStage()
        yield
        self.notice = SteadyParagraph(name="sketchNotice")
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        for page in (self.stage, self.notice):
            self._pages.addWidget(page)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the focus
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.side)
        scroll.setMinimumWidth(self.side.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        scroll.setMaximumWidth(scroll.minimumWidth() + 60)
        in_row(scroll, (self._pages, 1), of=self, spacing=8)
        yield
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        session = self._session
        self.side.edited.connect(session.selection.show_sketch)
        self.side.own.file_wanted.connect(self._opening.choose)
        self._opening.opened.connect(self._on_opened)
        self._opening.refused.connect(session.status)
        self.stage.scene_chosen.connect(self._on_scene_chosen)
        self.stage.stepped.connect(self._on_stepped)
        self.stage.let_type(self._may_type)
        self.stage.number_typed.connect(self._on_number_typed)
        self.stage.refused.connect(session.status)
        session.selection.sketch_changed.connect(self.out_of_date)
        session.looking.sample_changed.connect(self._on_sample_changed)

    @Slot(object)
    def _on_opened(self, rows: Rows) -> None:
        self._session.selection.show_sketch(replace(self._session.selection.sketch, picture=OWN, numbers=rows))

    @Slot(str)
    def _on_scene_chosen(self, name: str) -> None:
        self._session.selection.show_sketch(replace(self._session.selection.sketch, scene=name, step=None))

    @Slot(str, int)
    def _on_stepped(self, scene: str, step: int) -> None:
        self._placed = replace(self._session.selection.sketch, scene=scene, step=step)  # it stands there already
        self._session.selection.show_sketch(self._placed)

    def _may_type(self, name: str) -> bool:
        return name == Names.w or (name == Names.x and self._session.selection.sketch.picture == OWN)

    @Slot(str, object, float)
    def _on_number_typed(self, name: str, index: tuple[int, int], value: float) -> None:
        sketch = self._session.selection.sketch
        if name == Names.w:
            self._session.selection.show_sketch(replace(sketch, filter=OWN, weights=_put(sketch.weights, index, value)))
        else:
            self._session.selection.show_sketch(replace(sketch, numbers=_put(sketch.numbers, index, value)))

    @Slot(object)
    def _on_sample_changed(self, _sample: object) -> None:
        if self._session.selection.sketch.picture == SAMPLE:
            self.out_of_date()

    def refresh(self) -> None:
        """Show the sketch, or say why it cannot be computed."""
        sketch = self._session.selection.sketch
        self.side.show_sketch(sketch)
        try:
            picture = picture_of(sketch, self._session.looking.sample)
            makers = scenes_of(sketch, picture)
        except ValueError as error:
            self.side.show_sizes(None)
            self.notice.setText(said(error))
            self._pages.setCurrentIndex(1)
            return
        of = pooled_of(sketch, picture) if sketch.scene == POOLING else convolved_of(sketch, picture)
        self.side.show_sizes(of.sweep)
        self.stage.show_scenes(makers, sketch.scene)
        before = self._placed
        if sketch.step is not None and (before is None or (sketch.scene, sketch.step) != (before.scene, before.step)):
            self.stage.go(sketch.step)
        self._placed = sketch
        self._pages.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        on_hover(self.tr("Why nothing can be shown, and what helps."), self.notice)
        self.out_of_date()


def _put(rows: Rows, index: tuple[int, int], value: float) -> Rows:
    """Return rows with another number at a place."""
    down, across = index
    return tuple(
        tuple(value if (r, c) == (down, across) else number for c, number in enumerate(row))
        for r, row in enumerate(rows)
    )
