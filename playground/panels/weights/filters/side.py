"""What stands beside the pictures of filters: the numbers of one, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QScrollArea, QWidget

from playground.panels.weights.filters.edits import Filter, FilterEdits
from playground.widgets.actions import add_action, name_action
from playground.widgets.fields.quiet_fields import QuietSpinBox
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.matrix.model import MatrixPart
from playground.widgets.matrix.tab_separated import BadTableError
from playground.widgets.matrix.view import MatrixView
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from playground.session.session import Session
    from playground.widgets.matrix.model import Block

_FEW_COLUMNS = 3  # that are seen side by side
_MOST_ROWS = 5  # of a filter's numbers that are seen without scrolling


class FilterNumbers(MatrixView):
    """The numbers of one channel of a filter."""

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        super().retranslate()
        self.horizontalHeader().setToolTip(self.tr("A column of the filter: click to select its numbers."))
        self.verticalHeader().setToolTip(self.tr("A row of the filter: click to select its numbers."))


class FilterSide(Refreshing, LiveLook, QScrollArea):
    """Shows one filter of the network that is looked at; edits go to the session."""

    refused = Signal(str)
    """Why something was not done."""
    channels_chosen = Signal()
    """Other channels are to be seen as pictures."""

    def __init__(self, session: Session, pictures: QWidget) -> None:
        super().__init__(widgetResizable=True, frameShape=QFrame.Shape.NoFrame, objectName="filterSide")
        self._session = session
        self._edits = FilterEdits(session)
        self._filter: Filter | None = None
        self._W: Array | None = None
        self._can_edit = False
        self._make_widgets()
        self._lay_out()
        self._actions = self._make_actions(pictures)
        pictures.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the focus
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect()
        self.retranslate()

    # ---- widgets

    def _make_widgets(self) -> None:
        self._title = SteadyLabel()
        self._title.setObjectName("filterTitle")
        self._title.setFont(bold(self.font()))
        self._channel_name = QLabel()
        self._channel = QuietSpinBox(0, 0)
        self._channel.setObjectName("filterChannel")
        self._channel_name.setBuddy(self._channel)
        self._only = QCheckBox(objectName="filterOneChannel")
        self._numbers = FilterNumbers()
        self._numbers.setObjectName("filterNumbers")
        self._history = add_action(self._numbers, "filterNumberHistory", triggered=self._on_history)
        self._origin = add_action(self._numbers, "filterNumberOrigin", triggered=self._on_origin)
        self._copy, self._paste, self._prune = (
            QPushButton(objectName=name) for name in ("filterCopy", "filterPaste", "filterPrune")
        )
        self._search = QPushButton(objectName="filterSearch")

    def _lay_out(self) -> None:
        body = QWidget()
        in_column(
            in_row((self._title, 1), self._channel_name, self._channel, self._only, spacing=4),
            in_row(self._copy, self._paste, self._prune, spacing=4),
            self._search,
            self._numbers,
            STRETCH,
            of=body,
            margins=(6, 0, 0, 0),
            spacing=4,
        )
        self.setWidget(body)

    def _make_actions(self, pictures: QWidget) -> dict[str, object]:
        within = Qt.ShortcutContext.WidgetShortcut
        pictures.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return {
            "copy": add_action(pictures, "", "Ctrl+C", triggered=self._on_copy, shortcutContext=within),
            "paste": add_action(pictures, triggered=self._on_paste),  # its key is that of pasting pictures: see below
            "prune": add_action(pictures, "", "Del", triggered=self._on_prune, shortcutContext=within),
            "search": add_action(pictures, "", "Return", triggered=self._on_search, shortcutContext=within),
        }

    def _connect(self) -> None:
        self._channel.value_edited.connect(self._on_channel_edited)
        self._only.clicked.connect(self.channels_chosen)
        self._numbers.block_edited.connect(self._on_block_edited)
        self._numbers.nudged.connect(self._on_nudged)
        self._numbers.zeroed.connect(self._on_zeroed)
        self._numbers.refused.connect(self.refused)
        self._copy.clicked.connect(self._on_copy)
        self._paste.clicked.connect(self._on_paste)
        self._prune.clicked.connect(self._on_prune)
        self._search.clicked.connect(self._on_search)
        self._session.library.data_changed.connect(self._on_data_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Ctrl+V on the pictures before the window pastes a picture."""
        if not (isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self._on_paste()
        event.accept()  # a ShortcutOverride that is accepted comes back as a key press
        return True

    # ---- what is shown

    def only_channel(self, channels: int) -> int | None:
        """Return the one channel of so many that is to be seen as pictures, None for all."""
        channel = 0 if self._filter is None else self._filter.channel
        return min(channel, channels - 1) if self._only.isChecked() and channels > 1 else None

    def show_filter(self, layer: int, name: str, index: int, W: Array, *, can_edit: bool) -> None:
        """Show one of a layer's filters; `W` is read whenever it is painted."""
        channel = self._filter.channel if self._filter is not None else 0
        self._filter = Filter(layer, name, index, min(channel, W.shape[1] - 1))
        self._W, self._can_edit = W, can_edit
        self._channel.setRange(0, W.shape[1] - 1)
        self._channel.show_value(self._filter.channel)
        for widget in (self._channel_name, self._channel, self._only):
            widget.setVisible(W.shape[1] > 1)
        self._title.setText(f"{self._filter.symbol}  ({' × '.join(map(str, W.shape[1:]))})")
        self._show_numbers()
        for button in (self._paste, self._prune):
            button.setEnabled(can_edit)
        self.out_of_date()

    def _show_numbers(self) -> None:
        of, W = self._filter, self._W
        if of is None or W is None:
            return
        part = MatrixPart(of.name, W[of.index, of.channel], "", of.cell)
        self._numbers.matrix.show((part,), "", editable=self._can_edit)
        rows = min(W.shape[2], _MOST_ROWS)
        header, cell = self._numbers.horizontalHeader(), self._numbers.verticalHeader().defaultSectionSize()
        has_bar = W.shape[3] > _FEW_COLUMNS
        bar = self._numbers.horizontalScrollBar().sizeHint().height() if has_bar else 0
        self._numbers.setFixedHeight(header.sizeHint().height() + rows * cell + bar + 4)

    @Slot(object)
    def _on_data_changed(self, _what: object) -> None:
        self.out_of_date()

    def refresh(self) -> None:
        """Say whether there is anything to be searched."""
        obstacle = self._session.filter_search.obstacle()
        self._search.setEnabled(not obstacle)
        about = obstacle or self.tr("Search the test samples for those that excite this filter most (Enter).")
        describe(self._search, self._search.text(), about)

    # ---- what a person does

    @Slot()
    def _on_channel_edited(self) -> None:
        if self._filter is not None:
            self._filter = self._filter._replace(channel=self._channel.value())
            self._show_numbers()
            if self._only.isChecked():
                self.channels_chosen.emit()

    @Slot(object, object)
    def _on_block_edited(self, block: Block, values: Array) -> None:
        if self._filter is not None:
            self._edits.put(self._filter, block, values)

    @Slot(object, float, int)
    def _on_nudged(self, blocks: Sequence[Block], amount: float, gesture: int) -> None:
        if self._filter is not None:
            self._edits.nudge(self._filter, blocks, amount, gesture)

    @Slot(object)
    def _on_zeroed(self, blocks: Sequence[Block]) -> None:
        if self._filter is not None:
            self._edits.clear(self._filter, blocks)

    @Slot()
    def _on_history(self) -> None:
        from playground.panels.past_menu import show_parameter_history  # not before somebody asks

        place = self._place()
        if place is not None:
            show_parameter_history(self._session, *place)

    @Slot()
    def _on_origin(self) -> None:
        place = self._place()
        if place is not None:
            self._session.past.number_trail.ask(*place)

    def _place(self) -> tuple[str, tuple[int, ...]] | None:
        """Return the parameter and the place in it of the cell that is current."""
        of, cell = self._filter, self._numbers.currentIndex()
        if of is None or not cell.isValid():
            return None
        return of.name, (of.index, of.channel, cell.row(), cell.column())

    @Slot()
    def _on_copy(self) -> None:
        if self._filter is not None and self._W is not None:
            self._session.status.emit(self._edits.copy(self._filter, self._W))

    @Slot()
    def _on_paste(self) -> None:
        if self._filter is None or self._W is None or not self._may_edit():
            return
        try:
            self._edits.paste(self._filter, self._W)
        except BadTableError as error:
            self.refused.emit(str(error))

    @Slot()
    def _on_prune(self) -> None:
        if self._filter is not None and self._may_edit():
            self._edits.prune(self._filter)

    def _may_edit(self) -> bool:
        return self._session.looking.may_edit() and self._can_edit

    @Slot()
    def _on_search(self) -> None:
        if self._filter is not None:
            self._session.filter_search.start(self._filter.layer, self._filter.index)

    # ---- words and looks

    def minimumSizeHint(self) -> QSize:
        """Give the width of what stands in it: it scrolls downwards only."""
        width = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, 70)

    def restyle(self) -> None:
        """Fit the numbers to the font of the moment."""
        self._title.setFont(bold(self.font()))
        self._show_numbers()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        copy, paste, prune = self.tr("Copy"), self.tr("Paste"), self.tr("Prune")
        keys = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
        words = {
            "copy": (self._copy, copy, self.tr("Copy all numbers of the filter, to be pasted into another one.")),
            "paste": (self._paste, paste, self.tr("Put copied numbers in the place of this filter's.")),
            "prune": (
                self._prune,
                prune,
                self.tr("Take the filter out, with what the next layer reads of its picture. Undo brings it back."),
            ),
            "search": (
                self._search,
                self.tr("What does it look for?"),
                self.tr("Search the test samples for those that excite this filter most."),
            ),
        }
        for name, (button, text, about) in words.items():
            action = self._actions[name]
            key = keys if name == "paste" else ""
            name_action(action, f"{text}\t{keys}" if name == "paste" else text, about, key)  # type: ignore[arg-type]
            button.setText(text)
            describe(button, text, action.toolTip())  # type: ignore[attr-defined]
        self._history.setText(self.tr("History of this number…"))
        self._origin.setText(self.tr("Where does this number come from?"))
        self._channel_name.setText(self.tr("Channel"))
        self._only.setText(self.tr("alone"))
        alone = self.tr("Show this channel of every filter as pictures, and not all channels.")
        describe(self._only, self.tr("This channel alone"), alone)
        describe(self._channel, self.tr("Channel"), self.tr("Which channel of the filter is seen, from 0."))
        about = self.tr(
            "Type to change a number; Ctrl with the wheel changes it in small steps. The line at the bottom of the "
            "window says what came of it."
        )
        describe(self._numbers, self.tr("Numbers of the filter"), about)
        on_hover(self.tr("What of the filter is shown: channels, rows, columns."), self._title)
        self.out_of_date()
