"""The stage: boards, what they say in three lines, and the way through the places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar, QWidget

from nn.notation import number
from playground.widgets.boards.board import Spot
from playground.widgets.boards.cell_entry import CellEntry
from playground.widgets.boards.view import BoardsView
from playground.widgets.convolution.player import SweepPlayer
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.description import Description
from playground.widgets.text.linked_lines import ElementText, Piece, pieces_of
from playground.widgets.text.steady_paragraph import SteadyParagraph
from playground.widgets.text.tooltips import describe, on_hover, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nn.trace import Leaf
    from playground.widgets.boards.board import Band
    from playground.widgets.convolution.scene import Scene

FORWARD, BACKWARD, POOLING, COLUMNS, OUTPUT = "forward", "backward", "pooling", "columns", "output"
ORDER = (FORWARD, BACKWARD, POOLING, COLUMNS, OUTPUT)
"""The scenes as their tabs stand."""
_FEWEST, _MOST = 3, 8  # lines of text below the boards


class ConvolutionStage(Refreshing, LiveLook, QWidget):
    """Shows one of several scenes at a step; it holds which one, and how far each has come.

    Left and Right go by a place, Up and Down by a row, Home and End to the ends, Space plays; with Shift the arrows
    point at numbers.
    """

    importance = Importance.PICTURE

    scene_chosen = Signal(str)
    """Name of the scene that a person wants to see."""
    stepped = Signal(str, int)
    """Name of a scene, and how many steps a person has made in it."""
    number_typed = Signal(str, object, float)
    """Name of an array, tuple of an index, and the number that a person wants there."""
    refused = Signal(str)
    """Why no number can be typed somewhere."""
    menu_wanted = Signal(str, object, object)
    """Name of an array, tuple of an index, and the QPoint on the screen where a menu about that number is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: Mapping[str, Callable[[], Scene]] = {}
        self._made: dict[str, Scene] = {}
        self._steps: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._followed: dict[str, tuple[int, int]] = {}  # the place forwards to which a transpose was turned last
        self._name = ""
        self._kept: Spot | None = None
        self._place: tuple[int, int] | None = None  # to be gone to
        self._is_compact = False
        self._sources: tuple[Leaf, ...] = ()
        self._shown: list[str] = []
        self.tabs = QTabBar(objectName="sweepTabs", drawBase=False, expanding=False)
        self.boards = BoardsView(self)
        self.boards.setObjectName("sweepBoards")
        self._entry = CellEntry(self.boards)
        self._may_type: Callable[[str], bool] = _is_no_name
        self.player = SweepPlayer(self)
        self.sentence = SteadyParagraph(self, name="sweepSentence")
        self.lines = ElementText(self)
        self.lines.setObjectName("sweepLines")
        self._spoken = Description(self.boards, self.said)
        self._head = in_row(self.tabs, STRETCH, spacing=4)
        in_column(self._head, (self.boards, 5), self.player, self.sentence, (self.lines, 1), of=self, spacing=2)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.tabs.tabBarClicked.connect(self._on_tab_clicked)
        self.boards.pointed.connect(self.out_of_date)
        self.boards.chosen.connect(self._on_chosen)
        self.boards.typed.connect(self._on_typed)
        self.boards.menu_wanted.connect(self._on_menu_wanted)
        self._entry.entered.connect(self._on_entered)
        self.player.step_wanted.connect(self._on_step_wanted)
        self.lines.followed.connect(self._on_followed)
        self.restyle()
        self.retranslate()

    # ---- what is shown

    @property
    def scene(self) -> str:
        """The name of the scene that is seen."""
        return self._name

    @property
    def step(self) -> int:
        """How many steps have been made in it."""
        return self._steps.get(self._name, 0)

    def show_scenes(self, makers: Mapping[str, Callable[[], Scene]], name: str = "") -> None:
        """Show other scenes under the same names; each stays at its step, or at its end if it was there.

        Parameters
        ----------
        makers : mapping of str to callable
            What makes a scene when it is first seen, by names of `ORDER`.
        name : str
            The one to be seen; the same as before if it is empty, and there is such a one.
        """
        self._makers, self._made = makers, {}
        self._show_tabs()
        wanted = name or self._name
        self._show_scene(wanted if wanted in makers else next(iter(self._shown), ""))

    def _scene(self) -> Scene | None:
        """Return the scene that is seen."""
        name = self._name
        self._make(name)
        if self._place is not None and name in (FORWARD, POOLING, BACKWARD) and name in self._made:
            row, column = self._place
            self._place = None
            self._steps[name] = min(row * self._made[name].row_length + column + 1, self._made[name].count)
        return self._made.get(name)

    def _make(self, name: str) -> Scene | None:
        """Return a scene, made when it is first wanted."""
        if name in self._makers and name not in self._made:
            scene = self._made[name] = self._makers[name]()
            was_whole = self._steps.get(name, 0) >= self._counts.get(name, 0)
            self._steps[name] = scene.count if was_whole else min(self._steps[name], scene.count)
            self._counts[name] = scene.count
        return self._made.get(name)

    def _follow_forwards(self, name: str) -> None:
        """Turn a transpose to the place at which the filter stands, if that is another one than the last time."""
        forwards, scene = self._make(FORWARD), self._make(name)
        step = self._steps.get(FORWARD, 0)
        if forwards is None or scene is None or not step:
            return
        place = forwards.looked_at_first if step >= forwards.count else divmod(step - 1, forwards.row_length)
        if place is not None and place != self._followed.get(name):
            self._followed[name] = place
            self._steps[name] = min(scene.step_of(place), scene.count)

    @property
    def place(self) -> tuple[int, int] | None:
        """The place of the output at which it stands, None at the start."""
        scene = self._scene()
        if scene is None or not self.step:
            return None
        row, column = divmod(self.step - 1, scene.row_length)
        return row, column

    def go_to(self, place: tuple[int, int]) -> None:
        """Go to a place of the output, in the scene that is seen when it is made."""
        self._place = place
        self.out_of_date()

    def let_type(self, may_type: Callable[[str], bool]) -> None:
        """Let numbers be typed on the boards, where `may_type` says so of the name of their array."""
        self._may_type = may_type

    def add_beside(self, *widgets: QWidget) -> None:
        """Put widgets at the right end of the row of tabs."""
        for widget in widgets:
            self._head.addWidget(widget)

    def set_compact(self) -> None:
        """Take less room: what is around tells the step, too."""
        self._is_compact = True
        self.restyle()

    def go(self, step: int) -> None:
        """Go to a step of the scene that is seen."""
        scene = self._scene()
        if scene is not None:
            self._steps[self._name] = min(max(step, 0), scene.count)
            self.out_of_date()

    def _show_tabs(self) -> None:
        names = [name for name in ORDER if name in self._makers]
        if names == self._shown:
            return
        self._shown = names
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for name in names:
                self.tabs.addTab(name)
        self.tabs.setVisible(len(names) > 1)
        self._name_tabs()

    def _show_scene(self, name: str) -> None:
        if name != self._name:
            self._name, self._kept = name, None
            self.boards.point_at(None)
        if name in self._shown:
            with QSignalBlocker(self.tabs):
                self.tabs.setCurrentIndex(self._shown.index(name))
        self.out_of_date()

    def refresh(self) -> None:
        """Show the boards of the step, and say what happens."""
        scene = self._scene()
        if scene is None:
            self.boards.show_boards(())
            self.player.show_steps(0, 0, 1)
            return
        step, ways = self.step, scene.ways(self.step, None)
        spot = self._spot_in(ways)
        self.boards.show_boards(*(scene.ways(step, spot) if spot is not None else ways))
        self.player.show_steps(step, scene.count, scene.row_length)
        sentence = scene.sentence(step, spot)
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
        self._show_lines(scene, step)
        self._spoken.out_of_date()

    def _spot_in(self, ways: list[list[Band]]) -> Spot | None:
        """Return the cell that is pointed at or kept, if there is such a one in the boards of the moment."""
        boards = {board.name: board for bands in ways for band in bands for stack in band for board in stack}

        def is_there(spot: Spot | None) -> bool:
            board = None if spot is None else boards.get(spot.board)
            return board is not None and spot is not None and spot.row < board.rows and spot.column < board.columns

        if not is_there(self.boards.spot):
            self.boards.forget()
        if not is_there(self._kept):
            self._kept = None
        return self.boards.spot or self._kept

    def _show_lines(self, scene: Scene, step: int) -> None:
        spot = self.boards.spot
        subject = spot if spot is not None and spot.board in scene.told_of else self._kept
        told = scene.told(step, subject)
        self.lines.setVisible(bool(scene.told_of))
        if told is None:
            self._sources = ()
            self.lines.show_lines([], str)
            return
        self._sources = told.sources
        rest = ""
        if told.left_out:
            rest = self.tr("Left out: {count} smaller terms, together {rest}.")
            rest = rest.format(count=told.left_out, rest=number(told.rest, 4).text)
        self.lines.show_lines(pieces_of(told), self._about, [Piece(rest)] if rest else ())

    def _about(self, place: int) -> str:
        leaf = self._sources[place]
        return f"{leaf.symbol} = {number(leaf.value, 8).text}"

    def said(self) -> str:
        """Say in words what is seen."""
        spot = self.boards.spot
        at = "" if spot is None else self.boards.about(spot)
        return "\n".join(part for part in (at, self.sentence.text(), self.lines.plain) if part)

    # ---- what a person does

    @Slot(int)
    def _on_tab_changed(self, place: int) -> None:
        if 0 <= place < len(self._shown):
            self.player.stop()
            if self._shown[place] in (COLUMNS, OUTPUT):
                self._follow_forwards(self._shown[place])
            self._show_scene(self._shown[place])
            self.scene_chosen.emit(self._name)

    @Slot(int)
    def _on_tab_clicked(self, _place: int) -> None:
        """Let the keys step what was chosen: a click leaves them where they were, at a button elsewhere."""
        self.boards.setFocus(Qt.FocusReason.MouseFocusReason)

    @Slot(int)
    def _on_step_wanted(self, step: int) -> None:
        scene = self._scene()
        if scene is None:
            return
        before = self.step
        self.go(step)
        flight = scene.flight(step) if step == before + 1 else None
        if flight is not None:
            self.catch_up()
            self.boards.fly(*flight)
        self.stepped.emit(self._name, self.step)

    @Slot(object)
    def _on_chosen(self, spot: Spot) -> None:
        scene = self._scene()
        if scene is None:
            return
        step = scene.step_at(spot, self.step)
        if step is not None:
            self.player.go(step)
        else:
            self._kept = None if self._kept == spot or spot.board not in scene.told_of else spot
            self.out_of_date()

    @Slot(object, str)
    def _on_typed(self, spot: Spot, begun: str) -> None:
        scene = self._scene()
        element = None if scene is None else scene.element_at(spot)
        if element is not None and self._may_type(element[0]):
            self._entry.open(spot, self.boards.about(spot).partition(" = ")[0], begun)
        elif begun:
            self.refused.emit(self.tr("This number cannot be changed here: it follows from others, or is given."))

    @Slot(object, object)
    def _on_menu_wanted(self, spot: Spot, where: QPoint) -> None:
        scene = self._scene()
        element = None if scene is None else scene.element_at(spot)
        if element is not None:
            self.menu_wanted.emit(*element, where)

    @Slot(object, float)
    def _on_entered(self, spot: Spot, value: float) -> None:
        scene = self._scene()
        element = None if scene is None else scene.element_at(spot)
        if element is not None:
            self.number_typed.emit(*element, value)

    @Slot(int)
    def _on_followed(self, place: int) -> None:
        scene = self._scene()
        if scene is not None and place < len(self._sources):
            self.boards.light(scene.spot_of(self._sources[place]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, play, or forget the number that is kept."""
        moves = {
            Qt.Key.Key_Left: (self.player.move, -1),
            Qt.Key.Key_Right: (self.player.move, 1),
            Qt.Key.Key_Up: (self.player.move_rows, -1),
            Qt.Key.Key_Down: (self.player.move_rows, 1),
            Qt.Key.Key_Home: (self.player.go, 0),
            Qt.Key.Key_End: (self.player.go, self._counts.get(self._name, 0)),
        }
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and key in moves:
            move, by = moves[key]
            move(by)
        elif is_plain and key == Qt.Key.Key_Space:
            self.player.toggle()
        elif key == Qt.Key.Key_Escape and self._kept is not None:
            self._kept = None
            self.out_of_date()
        else:
            super().keyPressEvent(event)

    # ---- looks and words

    def restyle(self) -> None:
        """Keep room for the sentence and the lines in the font of the moment."""
        line = self.fontMetrics().lineSpacing()
        self.sentence.setFixedHeight(2 * line + 2)
        self.lines.setMinimumHeight((2 if self._is_compact else _FEWEST) * line + 12)
        self.lines.setMaximumHeight(_MOST * line + 12)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which it can be used."""
        return QSize(260, 245 if self._is_compact else 300)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "Click an output to go there, a gradient's sum to keep it. With Shift the arrows point at numbers, Page Up "
            "and Page Down go to another board; type, or double-click, to put another number there. Dots: padding. "
            "Stripes: read by nobody."
        )
        describe(self.boards, self.tr("Picture, filter and output"), about)
        describe(self.lines, self.tr("How the number was computed"))
        on_hover(self.tr("What happens at this step, or at the number that is pointed at."), self.sentence)
        self.tabs.setAccessibleName(self.tr("What is looked at"))
        self._name_tabs()
        self.out_of_date()

    def _name_tabs(self) -> None:
        words = {
            FORWARD: (self.tr("Forwards"), self.tr("The filter slides: multiply, add, go on.")),
            BACKWARD: (self.tr("Backwards"), self.tr("Each gradient goes back to the pixels; col2im adds. And dW.")),
            POOLING: (self.tr("Pooling"), self.tr("The largest of each window, and who gets its gradient.")),
            COLUMNS: (self.tr("im2col"), self.tr("What transpose(0, 4, 5, 1, 2, 3) does, number by number.")),
            OUTPUT: (self.tr("transpose"), self.tr("What transpose(0, 3, 1, 2) does behind the product.")),
        }
        for place, name in enumerate(self._shown):
            text, about = words[name]
            self.tabs.setTabText(place, text)
            self.tabs.setTabToolTip(place, wrapped(about))


def _is_no_name(_name: str) -> bool:
    """Say that nothing may be typed."""
    return False
