"""The window of a layer over the numbers of the pass: the stage, and which filter is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from nn.inspection.convolution.returned import Returned
from nn.inspection.convolution.transposed import columns_transposed, output_transposed
from nn.inspection.element import Element
from playground.widgets.convolution.backward_scene import BackwardScene
from playground.widgets.convolution.channel_row import ChannelRow, Chosen
from playground.widgets.convolution.forward_scene import ForwardScene
from playground.widgets.convolution.pooling_scene import pooling_scene
from playground.widgets.convolution.stage import BACKWARD, COLUMNS, FORWARD, OUTPUT, POOLING, ConvolutionStage
from playground.widgets.convolution.transpose_scene import ColumnsScene, OutputScene
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.arrays import Array
    from nn.inspection.convolution.sliding import Sliding
    from playground.session.session import Session
    from playground.widgets.convolution.scene import Scene

_MOST_FILTERS = 8  # that are seen side by side in the transpose of the output


class WindowView(Refreshing, LiveLook, QWidget):
    """Shows one filter of the step's layer over one sample; the number that all views look at leads it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self._sliding: Sliding | None = None
        self._goes_back = False
        self._goal: tuple[int, int] | None = None  # the place to which the next scenes go
        self._wanted = ""  # the scene that is to be seen next; the same as before without one
        self.channels = ChannelRow(self)
        self.stage = ConvolutionStage(self)
        self.stage.set_compact()
        self.to_matrices = tool_button("", "debugToMatrices")
        self.stage.add_beside(self.channels, self.to_matrices)
        in_column(self.stage, of=self)
        self.channels.edited.connect(self.out_of_date)
        self.stage.stepped.connect(self._on_stepped)
        self.stage.let_type(self._may_type)
        self.stage.number_typed.connect(self._on_number_typed)
        self.stage.refused.connect(session.status)
        self.stage.menu_wanted.connect(self._on_menu_wanted)
        self._debugger.element_changed.connect(self._on_element_changed)
        self.retranslate()

    def show_sliding(self, sliding: Sliding, goes_back: bool) -> None:
        """Show what slides at another step; `goes_back` brings the way back to the front."""
        is_another = (sliding.y_name, goes_back) != (self._sliding and self._sliding.y_name, self._goes_back)
        if is_another:
            self._wanted = BACKWARD if goes_back and sliding.w is not None else ""
            self._goes_back = goes_back
        else:
            self._wanted = self.stage.scene
        self._sliding = sliding
        self.channels.show_counts(len(sliding.x), sliding.filters, sliding.channels)
        self._follow(self._debugger.element)
        if is_another and self._goal is None:  # back everything is added up; forwards one looks where most is said
            chosen = self.channels.chosen
            self._goal = sliding.last if goes_back else sliding.strongest(chosen.sample, chosen.filter)
        self.out_of_date()

    def refresh(self) -> None:
        """Put the chosen filter on the stage."""
        if self._sliding is not None:
            self.stage.show_scenes(self._makers(self._sliding, self.channels.chosen), self._wanted)
            self._wanted = ""
            self._go_to_goal()

    def _go_to_goal(self) -> None:
        if self._goal is not None:
            self.stage.go_to(self._goal)
            self._goal = None

    def _makers(self, sliding: Sliding, chosen: Chosen) -> dict[str, Callable[[], Scene]]:
        row, filter_, channel = chosen
        if sliding.w is None:
            pooled = sliding.pooled(row, filter_)
            dy = None if sliding.dy is None else sliding.dy[row, filter_]
            return {POOLING: lambda: pooling_scene(pooled, dy)}
        convolved = sliding.convolved(row, filter_, channel)
        makers: dict[str, Callable[[], Scene]] = {FORWARD: lambda: ForwardScene(convolved)}
        if sliding.dy is not None:
            back = sliding.dy[row, filter_]
            makers[BACKWARD] = lambda: BackwardScene(Returned(convolved, back))
        makers[COLUMNS] = lambda: ColumnsScene(columns_transposed(convolved), channel)
        makers[OUTPUT] = lambda: OutputScene(
            output_transposed(_outputs(sliding, row, filter_)), _among(sliding, filter_)
        )
        return makers

    # ---- the number that all views look at

    @Slot(str, int)
    def _on_stepped(self, scene: str, step: int) -> None:
        if scene in (FORWARD, POOLING) and step and self._sliding is not None:
            place = self.stage.place
            chosen = self.channels.chosen
            if place is not None:
                index = self._sliding.index_of(chosen.sample, chosen.filter, place)
                self._debugger.set_element(Element(self._sliding.y_name, index))

    def _may_type(self, _name: str) -> bool:
        return self._debugger.stepped.can_be_changed

    @Slot(str, object, float)
    def _on_number_typed(self, name: str, index: tuple[int, ...], value: float) -> None:
        self._debugger.numbers.override(name, index, value)

    @Slot(object)
    def _on_element_changed(self, element: Element | None) -> None:
        if self._follow(element):
            self.out_of_date()
        else:
            self._go_to_goal()

    def _follow(self, element: Element | None) -> bool:
        """Turn to the filter and the place of a number of the output; say whether that is anything new."""
        sliding = self._sliding
        if sliding is None or element is None or element.name != sliding.y_name:
            return False
        place = sliding.place_of(element.index)
        if place is None:
            return False
        sample, filter_ = element.index[:2]
        before = self.channels.chosen
        self.channels.show_chosen(before._replace(sample=sample, filter=filter_))
        self._goal = place
        return self.channels.chosen != before

    @Slot(str, object, object)
    def _on_menu_wanted(self, name: str, index: tuple[int, ...], where: QPoint) -> None:
        if self._sliding is None or name != self._sliding.w_name:
            return
        from playground.panels.past_menu import PastMenu  # not before somebody asks

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("stageMenu")
        PastMenu(self._session, menu).add_parameter(name, index)
        menu.popup(where)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.to_matrices.setText(self.tr("Matrices"))
        describe(self.to_matrices, self.tr("Matrices"), self.tr("Show the arrays of this step, number by number."))


def _outputs(sliding: Sliding, row: int, filter_: int) -> Array:
    """Return the outputs of a few filters, (1, OH, OW, FN): those around the chosen one."""
    first = filter_ - _among(sliding, filter_)
    some = range(first, min(first + _MOST_FILTERS, sliding.filters))
    return np.stack([sliding.convolved(row, each, 0).output for each in some], axis=-1)[None]


def _among(sliding: Sliding, filter_: int) -> int:
    """Return which of the filters that are seen beside it a filter is."""
    return filter_ - max(min(filter_ - _MOST_FILTERS // 2, sliding.filters - _MOST_FILTERS), 0)
